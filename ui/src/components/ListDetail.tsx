// A list on the left, what of it is open on the right; both stay usable in the smallest window.
// F6 goes from one to the other, Esc from what is open back to the list. Left to others: what they show.
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { inDialog, isComposing } from "./keyboard";
import "./ListDetail.css";

interface ListDetailProps {
  list: ReactNode;
  /** `null`: nothing is open. */
  detail: ReactNode | null;
  /** What stands there while nothing is open: how to open something. */
  none: string;
  /** Of the right part, for screen readers. */
  detailLabel: string;
  /** The list has many columns and what is open few words: it takes more of the width. */
  wideList?: boolean;
  testId?: string;
}

export function ListDetail({ list, detail, none, detailLabel, wideList = false, testId }: ListDetailProps) {
  const left = useRef<HTMLDivElement>(null);
  const right = useRef<HTMLElement>(null);
  const strike = (event: KeyboardEvent) => {
    // A dialog or a list of choices that stands over either keeps its keys.
    if (isComposing(event) || inDialog(event.target) || event.defaultPrevented) return;
    const inDetail = event.target instanceof Node && right.current?.contains(event.target) === true;
    const expanded = event.target instanceof Element && event.target.getAttribute("aria-expanded") === "true";
    if (event.key !== "F6" && !(event.key === "Escape" && inDetail && !expanded)) return;
    event.preventDefault();
    if (inDetail) (left.current?.querySelector<HTMLElement>('[role="grid"]') ?? left.current)?.focus();
    else right.current?.focus();
  };
  return (
    <div className="list-detail" onKeyDown={strike} data-wide-list={wideList || undefined} data-testid={testId}>
      <div className="list-detail__list" ref={left} tabIndex={-1}>
        {list}
      </div>
      <section className="list-detail__detail" ref={right} tabIndex={-1} aria-label={detailLabel}>
        {detail ?? <p className="list-detail__none">{none}</p>}
      </section>
    </div>
  );
}
