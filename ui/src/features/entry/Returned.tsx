// On top of a returned entry: the reason in the reviewer's words and the passage that it is about; a button leads there.
import { Button } from "antd";
import type { DecisionView, EntryForm } from "../../ipc/bindings";
import { clock } from "../../components/time";
import { entryMessages as m } from "../../messages/entry";
import { boxOfPlace } from "./pointed";

/** What the reviewer sent back and nobody has corrected yet. */
export const returnOf = (form: EntryForm): DecisionView | null => form.reviews.find((review) => review.current && review.decision === "returned") ?? null;

/** Brings the box to the eye and selects the passage in it, where it still stands there. */
function lead(box: string, quote: string) {
  const found = Array.from(document.querySelectorAll<HTMLElement>("[data-box]")).find((each) => each.dataset["box"] === box);
  found?.scrollIntoView({ block: "center" });
  const field = found?.querySelector<HTMLInputElement | HTMLTextAreaElement>("textarea, input");
  field?.focus({ preventScroll: true });
  const at = quote === "" ? -1 : (field?.value.indexOf(quote) ?? -1);
  if (field !== undefined && field !== null && at >= 0) field.setSelectionRange(at, at + quote.length);
}

export function Returned({ returned }: { returned: DecisionView }) {
  const box = boxOfPlace(returned.place);
  return (
    <section className="returned" aria-label={m.returned.title} data-testid="returned">
      <p className="returned__head">
        <strong>{m.returned.title}</strong>
        <span>{m.by(returned.by, clock(returned.at))}</span>
        <span>{m.returned.to(returned.returned_to)}</span>
      </p>
      <p className="returned__reason">{returned.reason}</p>
      {(returned.place !== null || returned.quote !== "") && (
        <p className="returned__place">
          {m.returned.place(returned.place_word)} {returned.quote !== "" && <mark>{returned.quote}</mark>}
          {box !== null && (
            <Button size="small" onClick={() => lead(box, returned.quote)} data-testid="returned-lead">
              {m.returned.lead}
            </Button>
          )}
        </p>
      )}
    </section>
  );
}
