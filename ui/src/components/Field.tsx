// A word and what is written under it, in rows whose words stand in one column. Left to others: the box itself, and its label for screen readers.
import type { ReactNode } from "react";
import "./Field.css";

export function Fields({ children }: { children: ReactNode }) {
  return <div className="fields">{children}</div>;
}

export function Field({ word, half = false, children }: { word: string; half?: boolean; children: ReactNode }) {
  return (
    <div className="field" data-half={half || undefined}>
      <span className="field__word">{word}</span>
      <div className="field__box">{children}</div>
    </div>
  );
}
