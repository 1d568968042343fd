// The boxes of 填报 as values: what they open with, whether they changed, and what is missing before they can be submitted.
// Left to others: the rules themselves, which the back end holds; this only says earlier what it would refuse.
import { isAmount, plainAmount } from "../../components/amount";
import type { EntryBoxes, EntryForm } from "../../ipc/bindings";

export type MissingBox =
  | { box: "claim" | "items" | "text" | "cause" | "measure" | "due" | "person" | "onBehalf" }
  | { box: "personal"; index: number }
  | { box: "value"; name: string };

/** Several items are stated one by one; a single one is the milestone itself. */
export const asksItems = (form: EntryForm): boolean => form.items.length > 1;

function emptyBoxes(form: EntryForm): EntryBoxes {
  return {
    claim: null,
    text: "",
    cause: "",
    measure: "",
    next_step: "",
    due: null,
    person: "",
    items: asksItems(form) ? form.items.map(() => null) : [],
    values: form.numbers.map(({ name }) => ({ name, amount: "" })),
    evidence: [],
    on_behalf: null,
  };
}

/** Any stored boxes, brought to as many items and values as the promise has. */
function fitted(stored: EntryBoxes, form: EntryForm): EntryBoxes {
  const empty = emptyBoxes(form);
  return {
    ...stored,
    items: empty.items.map((_, index) => stored.items[index] ?? null),
    values: [
      ...empty.values.map(({ name }) => stored.values.find((value) => value.name === name) ?? { name, amount: "" }),
      ...stored.values.filter((value) => empty.values.every(({ name }) => name !== value.name)),
    ],
  };
}

/** What the form opens with: the draft, else what was submitted, else nothing chosen. */
export function openingBoxes(form: EntryForm): EntryBoxes {
  const stored = form.draft?.boxes ?? form.submitted?.boxes;
  return stored === undefined ? emptyBoxes(form) : fitted(stored, form);
}

/** What undoing all changes would come back to. */
export function submittedBoxes(form: EntryForm): EntryBoxes {
  return form.submitted === null ? emptyBoxes(form) : fitted(form.submitted.boxes, form);
}

export const sameBoxes = (left: EntryBoxes, right: EntryBoxes): boolean => JSON.stringify(left) === JSON.stringify(right);


const needsAccount = (boxes: EntryBoxes): boolean => boxes.claim !== null && boxes.claim !== "done";

/** In the order in which the boxes stand on the screen. */
export function missingBoxes(form: EntryForm, boxes: EntryBoxes): MissingBox[] {
  const missing: MissingBox[] = [];
  if (form.asks_source && (boxes.on_behalf ?? "").trim() === "") missing.push({ box: "onBehalf" });
  if (boxes.claim === null) missing.push({ box: "claim" });
  if (boxes.claim === "done" && boxes.items.some((item) => item !== null && item !== "done")) missing.push({ box: "items" });
  if (needsAccount(boxes)) {
    if (boxes.cause.trim() === "") missing.push({ box: "cause" });
    if (boxes.measure.trim() === "") missing.push({ box: "measure" });
    if (boxes.due === null) missing.push({ box: "due" });
    if (boxes.person.trim() === "") missing.push({ box: "person" });
  }
  if (boxes.text.trim() === "") missing.push({ box: "text" });
  for (const { name, amount } of boxes.values) if (!isAmount(amount)) missing.push({ box: "value", name });
  boxes.evidence.forEach((evidence, index) => {
    if (evidence.personal === null) missing.push({ box: "personal", index });
  });
  return missing;
}

/** What travels: amounts in plain digits, no source where none is asked. */
export function boxesToSend(form: EntryForm, boxes: EntryBoxes): EntryBoxes {
  return {
    ...boxes,
    values: boxes.values.map(({ name, amount }) => ({ name, amount: plainAmount(amount) })),
    on_behalf: form.asks_source ? boxes.on_behalf : null,
  };
}

