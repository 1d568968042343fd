// Ctrl+K: everything recorded now, by a few characters; what matched is marked, hits stand in groups of a kind.
import { SearchOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { type KeyboardEvent, useEffect, useState } from "react";
import { Dialog } from "../components/Dialog";
import { isComposing } from "../components/keyboard";
import { Marked } from "../components/Marked";
import { RefusalNotice } from "../components/Notice";
import type { FoundList, Hit, Refusal } from "../ipc/bindings";
import { find } from "../ipc/commands";
import { asRefusal } from "../ipc/refusal";
import { findMessages as m } from "../messages/find";
import { groupsOf, keyOf } from "./findRows";

const PAUSE_MS = 120;
const NONE: FoundList = { hits: [], more: [] };

interface FindProps {
  year: number;
  onOpen: (hit: Hit) => void;
  onClose: () => void;
}

interface Answer {
  /** What it answers; an answer to what is no longer in the box is shown, but not opened. */
  text: string;
  list: FoundList;
  refusal: Refusal | null;
}

function Row({ hit }: { hit: Hit }) {
  return (
    <span className="find__hit">
      {hit.title.text !== "" && <Marked of={hit.title} />}
      {hit.context.text !== "" && (
        <span className="find__context">
          <Marked of={hit.context} />
        </span>
      )}
      {hit.excerpt !== null && (
        <span className="find__passage">
          {m.field(hit.field)}
          <Marked of={hit.excerpt} />
        </span>
      )}
    </span>
  );
}

export function Find({ year, onOpen, onClose }: FindProps) {
  const [text, setText] = useState("");
  // What an input method has not finished is nobody's question yet.
  const [composing, setComposing] = useState(false);
  const [answer, setAnswer] = useState<Answer>({ text: "", list: NONE, refusal: null });
  const [chosen, setChosen] = useState(0);
  const wanted = text.trim();

  useEffect(() => {
    if (wanted === "" || composing) return;
    let overtaken = false;
    const put = (list: FoundList, refusal: Refusal | null) => {
      if (overtaken) return;
      setAnswer({ text: wanted, list, refusal });
      setChosen(0);
    };
    const timer = window.setTimeout(() => {
      find(year, wanted)
        .then((list) => put(list, null))
        .catch((error: unknown) => put(NONE, asRefusal(error)));
    }, PAUSE_MS);
    return () => {
      overtaken = true;
      window.clearTimeout(timer);
    };
  }, [wanted, composing, year]);

  const groups = groupsOf(wanted === "" ? NONE : answer.list);
  const hits = groups.flatMap((group) => group.hits);
  const answered = wanted !== "" && answer.text === wanted;
  const move = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const last = hits.length - 1;
      // A single step goes round; a page stops at the ends.
      const round = Math.abs(step) === 1 ? (chosen + step + hits.length) % Math.max(hits.length, 1) : chosen + step;
      setChosen(Math.max(0, Math.min(last, round)));
    }
    const hit = hits[chosen];
    if (event.key === "Enter" && answered && hit !== undefined) {
      event.preventDefault();
      onOpen(hit);
    }
  };

  return (
    <Dialog title={m.title} width={680} top={48} onClose={onClose}>
      <Input
        className="find__box"
        prefix={<SearchOutlined />}
        placeholder={m.placeholder}
        aria-label={m.title}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="found"
        aria-activedescendant={hits.length > 0 ? `found-${chosen}` : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={move}
        data-testid="find-text"
      />
      {hits.length > 0 && (
        <div className="find__list" id="found" role="listbox" aria-label={m.title} aria-busy={!answered}>
          {groups.map((group) => (
            <div key={group.kind} role="group" aria-label={m.kinds[group.kind]} data-testid={`found-${group.kind}`}>
              <p className="find__kind" aria-hidden="true">
                {m.kinds[group.kind]}
                {group.more && <span>{m.more(group.hits.length)}</span>}
              </p>
              {group.hits.map((hit) => {
                const index = hits.indexOf(hit);
                return (
                  <button
                    type="button"
                    key={keyOf(hit)}
                    id={`found-${index}`}
                    role="option"
                    aria-selected={index === chosen}
                    tabIndex={-1}
                    className="find__row"
                    ref={index === chosen ? (node) => node?.scrollIntoView({ block: "nearest" }) : null}
                    onMouseMove={() => setChosen(index)}
                    onClick={() => onOpen(hit)}
                  >
                    <Row hit={hit} />
                  </button>
                );
              })}
            </div>
          ))}
        </div>
      )}
      {hits.length === 0 && answered && answer.refusal !== null && <RefusalNotice refusal={answer.refusal} />}
      {hits.length === 0 && !(answered && answer.refusal !== null) && (
        <p className="find__note" role="status" data-testid="find-note">
          {answered ? m.nothing(wanted) : m.before}
        </p>
      )}
    </Dialog>
  );
}
