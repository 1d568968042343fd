import { expect, test } from "vitest";
import { type Column, type TableView, WHOLE, type Value, compareValues, copiedRows, filtered, isFiltered, look, turned } from "./tableRows";

interface Row {
  name: string;
  mark: string;
  amount: Value;
}

const columns: readonly Column<Row>[] = [
  { key: "name", title: "N", value: ({ name }) => name, filter: "text" },
  { key: "mark", title: "M", value: ({ mark }) => mark, filter: "choice" },
  { key: "amount", title: "A", value: ({ amount }) => amount },
];

const row = (name: string, mark = "", amount: Value = null): Row => ({ name, mark, amount });

const by = (key: string, descending = false): TableView => ({ ...WHOLE, sorting: { key, descending } });

const namesOf = (rows: readonly Row[], view: TableView, of = columns) => look(rows, of, view).shown.map(({ name }) => name);

// 张 zhang, 阿 a, 民政局 min, 教育局 jiao, 监察局 jian
test("Chinese is sorted by its sound, after numbers", () => {
  const names = ["\u{5F20}", "b", "\u{963F}", "\u{6C11}\u{653F}\u{5C40}", "\u{6559}\u{80B2}\u{5C40}", "\u{76D1}\u{5BDF}\u{5C40}", "12"];
  expect(namesOf(names.map((name) => row(name)), by("name")).filter((name) => name !== "b")).toEqual(["12", "\u{963F}", "\u{76D1}\u{5BDF}\u{5C40}", "\u{6559}\u{80B2}\u{5C40}", "\u{6C11}\u{653F}\u{5C40}", "\u{5F20}"]);
});

test.each<[Value, Value, -1 | 0 | 1]>([
  [2, 10, -1],
  ["2", "10", -1],
  ["1.25", "1.5", -1],
  ["1.50", "1.5", 0],
  ["-3", "2", -1],
  ["-3", "-20", 1],
  ["-0", "0", 0],
  ["007", "7", 0],
  ["9%", "60%", -1],
  [9, "10.5", -1],
  ["12345678901234567890", "12345678901234567891", -1],
  ["0.1000000000000000000001", "0.1", 1],
  ["2013-04-07", "2013-10-01", -1],
  ["9", "x", -1],
  ["\u{7B2C}2\u{9879}", "\u{7B2C}10\u{9879}", -1],
])("%j before %j: %j", (left, right, order) => {
  expect(Math.sign(compareValues(left, right))).toBe(order);
  expect(Math.sign(compareValues(right, left))).toBe(order === 0 ? 0 : -order);
});

test("blanks come last both ways, equals stay as they came", () => {
  const rows = [row("blank", "", null), row("two", "", "2"), row("empty", "", " "), row("one", "", 1), row("also two", "", 2)];
  expect(namesOf(rows, by("amount"))).toEqual(["one", "two", "also two", "blank", "empty"]);
  expect(namesOf(rows, by("amount", true))).toEqual(["two", "also two", "one", "blank", "empty"]);
});

test("a column may be sorted by something else than it shows", () => {
  const numbered: Column<Row>[] = [{ key: "name", title: "N", value: ({ name }) => name, order: ({ amount }) => amount }];
  expect(namesOf([row("a", "", 3), row("b", "", 1)], by("name"), numbered)).toEqual(["b", "a"]);
});

const blank = (value: Value) => value === null || value === "";

/** Each row put before the first one that must come after it: slow, stable, and compares every pair anew. */
function oracle(rows: readonly Row[]): Row[] {
  const ordered: Row[] = [];
  for (const each of rows) {
    const after = ordered.findIndex(({ amount }) => !blank(each.amount) && (blank(amount) || compareValues(amount, each.amount) > 0));
    ordered.splice(after === -1 ? ordered.length : after, 0, each);
  }
  return ordered;
}

test("sorting against an oracle that compares every pair", () => {
  const rows: Row[] = [];
  let seed = 7;
  for (let index = 0; index < 400; index += 1) {
    seed = (seed * 48271) % 2147483647;
    rows.push(row(String(index), "", [seed % 50, String((seed % 90) - 40), "\u{7532}\u{4E59}\u{4E19}"[seed % 3] ?? "", "", null][seed % 5] ?? null));
  }
  expect(look(rows, columns, by("amount")).shown).toEqual(oracle(rows));
});

test("a text is found whatever its width and case", () => {
  const rows = [row("\u{FF21}\u{FF22}\u{FF11}\u{53F7}\u{8DEF}"), row("ab2"), row("c")];
  const find = (text: string) => namesOf(rows, filtered(WHOLE, "name", { kind: "text", find: text }));
  expect(find("aB1")).toEqual([rows[0]?.name]);
  expect(find("\u{FF42}")).toEqual([rows[0]?.name, "ab2"]);
  expect(find("  ")).toHaveLength(3);
  expect(isFiltered(filtered(WHOLE, "name", { kind: "text", find: " " }))).toBe(false);
});

test("each choice says how many rows it shows beside the other filters", () => {
  const rows = [row("a1", "x"), row("a2", "x"), row("b1", "y"), row("a3", ""), row("b2", "")];
  const choices = (view: TableView) => look(rows, columns, view).choices.get("mark");
  expect(choices(WHOLE)).toEqual([{ value: "x", count: 2 }, { value: "y", count: 1 }, { value: "", count: 2 }]);
  const named = filtered(WHOLE, "name", { kind: "text", find: "b" });
  expect(choices(named)).toEqual([{ value: "y", count: 1 }, { value: "", count: 1 }]);
  for (const { value, count } of choices(named) ?? []) expect(namesOf(rows, filtered(named, "mark", { kind: "choice", value }))).toHaveLength(count);
  // Its own choice does not narrow the list; what is chosen stays in it with nothing left.
  expect(choices(filtered(named, "mark", { kind: "choice", value: "x" }))).toEqual([{ value: "x", count: 0 }, { value: "y", count: 1 }, { value: "", count: 1 }]);
  expect(namesOf(rows, filtered(WHOLE, "mark", { kind: "choice", value: "" }))).toEqual(["a3", "b2"]);
});

test("a title turns the order three ways", () => {
  const up = turned(null, "a");
  expect(up).toEqual({ key: "a", descending: false });
  const down = turned(up, "a");
  expect(down).toEqual({ key: "a", descending: true });
  expect(turned(down, "a")).toBeNull();
  expect(turned(down, "b")).toEqual({ key: "b", descending: false });
});

test("a filter taken away leaves the others", () => {
  const both = filtered(filtered(WHOLE, "name", { kind: "text", find: "a" }), "mark", { kind: "choice", value: "x" });
  expect(filtered(both, "name", null).filters).toEqual({ mark: { kind: "choice", value: "x" } });
});

const text = (inner: string) => `<td style="mso-number-format:'\\@'">${inner}</td>`;

test("copied rows keep their cells; texts stay texts, numbers numbers", () => {
  const copied = copiedRows([row('a "b"\nc', "=1+1", 12), row("d\te", "<x>&", null)], columns);
  expect(copied.text).toBe('N\tM\tA\n"a ""b""\nc"\t=1+1\t12\n"d\te"\t<x>&\t');
  expect(copied.html).toBe(
    `<table border="1"><tr><td>N</td><td>M</td><td>A</td></tr><tr>${text('a "b"<br style="mso-data-placement:same-cell">c')}${text("=1+1")}<td>12</td></tr><tr>${text("d\te")}${text("&lt;x&gt;&amp;")}<td></td></tr></table>`,
  );
});
