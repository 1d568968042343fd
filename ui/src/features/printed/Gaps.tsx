// What is missing before the report can be handed in, each with the way to where it is mended.
import type { EntryKey, Gap } from "../../ipc/bindings";
import { printedMessages as m } from "../../messages/printed";

export function Gaps({ gaps, onEntry }: { gaps: readonly Gap[]; onEntry: (key: EntryKey) => void }) {
  if (gaps.length === 0) return <p className="gaps__none">{m.noGaps}</p>;
  return (
    <section className="gaps" aria-label={m.gaps(gaps.length)} data-testid="gaps">
      <h2>{m.gaps(gaps.length)}</h2>
      <p className="gaps__note">{m.gapsNote}</p>
      <ul>
        {gaps.map(({ what, text, key }, index) => (
          <li key={`${index} ${text}`}>
            <button
              type="button"
              className="gap"
              disabled={key === null}
              onClick={() => key !== null && onEntry(key)}
            >
              <b>{what}</b>
              <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
