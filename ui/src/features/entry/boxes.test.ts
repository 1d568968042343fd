import { expect, test } from "vitest";
import type { BoxEvidence, EntryBoxes, EntryForm } from "../../ipc/bindings";
import { asksItems, boxesToSend, type MissingBox, missingBoxes, openingBoxes } from "./boxes";

const FORM: EntryForm = {
  key: { year: 2013, task: 5, quarter: 1, round: 1, department: "d" },
  goal: "",
  number_text: "",
  title: "",
  objective: null,
  promise: "",
  items: ["a", "b", "c"],
  item_owners: [],
  numbers: [{ name: "plays", unit: "", should: "10", least: "10", most: null, annual: null, beside: null, adds: true, counts: true, places: [] }],
  standing: null,
  flags: [],
  departments: [],
  department_name: "",
  refused: null,
  asks_source: false,
  late_note: null,
  change: null,
  followed: [],
  due: "2013-04-24",
  carried_over: [],
  promised_dates: "",
  last_round: null,
  others: [],
  submitted: null,
  draft: null,
  history: [],
  finding: null,
  reviews: [],
  return_to: [],
  tasks: [],
  can_undo: false,
};

const file = (personal: boolean | null): BoxEvidence => ({ form: "file", sha256: "", size: 1, name: "", media_type: "", personal, code: null });
const done: EntryBoxes = { ...openingBoxes(FORM), claim: "done", text: "t" };
const account = { cause: "c", measure: "m", due: "2013-05-31", person: "p" };

test("nothing is preselected", () => {
  expect(openingBoxes(FORM)).toMatchObject({ claim: null, items: [null, null, null], values: [{ name: "plays", amount: "" }], evidence: [], on_behalf: null });
  expect(asksItems({ ...FORM, items: ["a"] })).toBe(false);
});

test("a draft is opened before what was submitted, brought to the promise's shape", () => {
  const draft = { ...done, items: ["done" as const], values: [{ name: "other", amount: "1" }] };
  const opened = openingBoxes({ ...FORM, draft: { boxes: draft, saved_at: "", outdated: false } });
  expect(opened.items).toEqual(["done", null, null]);
  expect(opened.values).toEqual([{ name: "plays", amount: "" }, { name: "other", amount: "1" }]);
});

test.each<[string, Partial<EntryBoxes>, MissingBox["box"][]]>([
  ["done with text", {}, []],
  ["no claim", { claim: null }, ["claim"]],
  ["no text", { text: "  " }, ["text"]],
  ["partly done owes an account", { claim: "partial" }, ["cause", "measure", "due", "person"]],
  ["not done with its account", { claim: "not_done", ...account }, []],
  ["a condition owes one too", { claim: "condition_not_met", ...account, person: " " }, ["person"]],
  ["done, but an item is not", { items: ["done", "not_done", null] }, ["items"]],
  ["done with open items unanswered", { items: ["done", null, null] }, []],
  ["an amount in words", { values: [{ name: "plays", amount: "ten" }] }, ["value"]],
  ["a full-width amount", { values: [{ name: "plays", amount: "\uff11\uff12" }] }, []],
  ["personal not answered", { evidence: [file(true), file(null)] }, ["personal"]],
])("missing boxes: %s", (_, over, expected) => {
  expect(missingBoxes(FORM, { ...done, ...over }).map(({ box }) => box)).toEqual(expected);
});

test("a source is asked for only where it is 代录", () => {
  expect(missingBoxes({ ...FORM, asks_source: true }, done)).toEqual([{ box: "onBehalf" }]);
  expect(boxesToSend(FORM, { ...done, on_behalf: "x" }).on_behalf).toBeNull();
});
