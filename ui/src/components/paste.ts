// What a paste means where files are taken in: files, unless there is text on the clipboard too (cells from a spreadsheet bring a picture along).
import { stamp } from "./time";
import { evidenceMessages as m } from "../messages/evidence";

export interface PastedFile {
  name: string;
  file: File;
}

type Clipboard = Pick<DataTransfer, "getData" | "files">;

/** Browsers name every pasted picture image.png; the time says more. */
function nameOf(file: File, now: Date): string {
  if (file.name !== "" && file.name !== "image.png") return file.name;
  return file.type.startsWith("image/") ? m.pasted(stamp(now.toISOString()).replaceAll(":", "\u{FF1A}")) : m.pastedFile;
}

export function pastedFiles(clipboard: Clipboard, now: Date = new Date()): PastedFile[] {
  if (clipboard.getData("text/plain") !== "") return [];
  return Array.from(clipboard.files).map((file) => ({ name: nameOf(file, now), file }));
}
