// A screen: its title on the left, what can be done with it on the right, its content below.
import { type ReactNode, useRef } from "react";
import { useArrival } from "./focus";
import "./Page.css";

interface PageProps {
  title: string;
  /** Beside the title: what this shows, from when. */
  note?: ReactNode;
  /** Right: at most one primary button, last. */
  actions?: ReactNode;
  /** The content scrolls as a whole; else the screen divides the height itself. */
  scrolls?: boolean;
  testId: string;
  children: ReactNode;
}

export function Page({ title, note, actions, scrolls = false, testId, children }: PageProps) {
  const page = useRef<HTMLElement>(null);
  useArrival(page);
  return (
    <section className="page" ref={page} tabIndex={-1} data-testid={testId} aria-label={title}>
      <header className="page__head">
        <h1 className="page__title">{title}</h1>
        {note !== undefined && <div className="page__note">{note}</div>}
        {actions !== undefined && <div className="page__actions">{actions}</div>}
      </header>
      <div className={scrolls ? "page__body page__body--scrolls" : "page__body"}>{children}</div>
    </section>
  );
}
