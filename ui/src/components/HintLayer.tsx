// One hint for the whole window: whatever carries data-hint shows it on hover and on keyboard focus.
// Left to others: what it says. One node serves a grid of eighty cells.
import { useEffect, useState } from "react";
import "./HintLayer.css";

interface Hint {
  text: string;
  x: number;
  top: number;
  bottom: number;
}

const DELAY_MS = 250;

function hintOf(target: EventTarget | null): Hint | null {
  if (!(target instanceof Element)) return null;
  const owner = target.closest<HTMLElement>("[data-hint]");
  const text = owner?.dataset["hint"];
  if (owner === null || text === undefined || text === "") return null;
  const box = owner.getBoundingClientRect();
  return { text, x: box.left + Math.min(box.width / 2, 160), top: box.top, bottom: box.bottom };
}

export function HintLayer() {
  const [hint, setHint] = useState<Hint | null>(null);
  useEffect(() => {
    let timer = 0;
    let owner: Element | null = null;
    const leave = () => {
      window.clearTimeout(timer);
      owner = null;
      setHint(null);
    };
    const enter = (event: Event) => {
      // The kit gives a choice and its options their own words as title, which the system would lay over the options below.
      if (event.target instanceof Element) event.target.closest(":is(.ant-select, .ant-select-dropdown) [title]")?.removeAttribute("title");
      const under = event.target instanceof Element ? event.target.closest("[data-hint]") : null;
      if (under === owner) return;
      leave();
      if (under === null) return;
      if (event.type === "focusin" && !under.matches(":focus-visible")) return;
      owner = under;
      timer = window.setTimeout(() => setHint(hintOf(under)), event.type === "focusin" ? 0 : DELAY_MS);
    };
    document.addEventListener("mouseover", enter);
    document.addEventListener("focusin", enter);
    document.addEventListener("focusout", leave);
    document.addEventListener("mousedown", leave);
    document.addEventListener("scroll", leave, true);
    window.addEventListener("resize", leave);
    return () => {
      leave();
      document.removeEventListener("mouseover", enter);
      document.removeEventListener("focusin", enter);
      document.removeEventListener("focusout", leave);
      document.removeEventListener("mousedown", leave);
      document.removeEventListener("scroll", leave, true);
      window.removeEventListener("resize", leave);
    };
  }, []);
  if (hint === null) return null;
  const [head = "", ...rest] = hint.text.split("\n");
  const below = hint.top < 96;
  const left = Math.min(Math.max(hint.x, 150), window.innerWidth - 150);
  return (
    <div
      className="hint"
      role="tooltip"
      style={below ? { left, top: hint.bottom + 6 } : { left, bottom: window.innerHeight - hint.top + 6 }}
    >
      <strong>{head}</strong>
      {rest.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
