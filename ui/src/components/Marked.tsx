// A text with what matched in it marked, as the back end tells it: places count characters, not UTF-16 units.
import type { Marked as MarkedText } from "../ipc/bindings";
import "./Passage.css";

export interface Piece {
  at: number;
  text: string;
  marked: boolean;
}

/** The pieces of the text in order; joined they are the text again. */
export function piecesOf({ text, marks }: MarkedText): Piece[] {
  const characters = Array.from(text);
  const pieces: Piece[] = [];
  const push = (start: number, end: number, marked: boolean) => {
    if (end > start) pieces.push({ at: start, text: characters.slice(start, end).join(""), marked });
  };
  let from = 0;
  for (const { start, end } of marks) {
    push(from, start, false);
    push(start, end, true);
    from = end;
  }
  push(from, characters.length, false);
  return pieces;
}

export function Marked({ of }: { of: MarkedText }) {
  return <>{piecesOf(of).map(({ at, text, marked }) => (marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}</>;
}
