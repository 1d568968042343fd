import { expect, test } from "vitest";
import { entryMessages as m } from "../../messages/entry";
import { withAdded } from "../../components/FilesField";
import { pastedFiles } from "../../components/paste";
import { sourceOf, sourceText } from "./source";
import { neighbour } from "./EntryScreen";

const clipboard = (text: string, ...files: File[]) => ({ getData: () => text, files: files as unknown as FileList });
const picture = new File(["x"], "image.png", { type: "image/png" });

test("text wins where both are on the clipboard", () => {
  expect(pastedFiles(clipboard("1\t2", picture))).toEqual([]);
});

test("a pasted picture is named by its time", () => {
  const [pasted] = pastedFiles(clipboard("", picture), new Date(2013, 3, 22, 10, 32));
  expect(pasted?.name).toContain("2013-04-22 10");
  expect(pasted?.name).not.toContain(":");
});

test("a pasted file keeps its name", () => {
  expect(pastedFiles(clipboard("", new File(["x"], "scan.pdf")))[0]?.name).toBe("scan.pdf");
});

test("the same file twice is once", () => {
  const file = { form: "file", sha256: "a", size: 1, name: "n", media_type: "", personal: null, code: null } as const;
  expect(withAdded([file], [file, { ...file, sha256: "b" }, { ...file, sha256: "b" }]).map((piece) => piece.form === "file" && piece.sha256)).toEqual(["a", "b"]);
});

test.each<[string | null, { kind: string | null; detail: string }]>([
  [null, { kind: null, detail: "" }],
  [m.sources.excel, { kind: "excel", detail: "" }],
  [`${m.sources.phone}${m.sourceSeparator}x`, { kind: "phone", detail: "x" }],
  ["something else", { kind: null, detail: "something else" }],
])("a source comes back: %j", (text, source) => {
  expect(sourceOf(text)).toEqual(source);
  expect(sourceText(sourceOf(text))).toBe(text);
});

test("the neighbours in printed order", () => {
  expect(neighbour([1, 4, 9], 4, 1)).toBe(9);
  expect(neighbour([1, 4, 9], 4, -1)).toBe(1);
  expect(neighbour([1, 4, 9], 9, 1)).toBeNull();
  expect(neighbour([1, 4, 9], 5, 1)).toBeNull();
});
