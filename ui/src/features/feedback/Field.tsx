// A row of a form of 公众意见: what is asked for at the left, its box at the right.
import type { ReactNode } from "react";

export function Field({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div className="feedback__field">
      <span>{word}</span>
      <div>{children}</div>
    </div>
  );
}
