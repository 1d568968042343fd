// How a box changed: what went is struck through, what came is underlined; long stretches that stayed are cut.
import type { BoxChange, ChangePiece } from "../ipc/bindings";
import { entryMessages as m } from "../messages/entry";
import "./Difference.css";

const KEPT_MAX = 40;

/** A kept stretch, cut in its middle, or at the far end where nothing changed beyond it. */
export function keptText(text: string, first: boolean, last: boolean): string {
  const characters = Array.from(text);
  if (characters.length <= KEPT_MAX) return text;
  const half = KEPT_MAX / 2;
  const head = first ? "" : characters.slice(0, half).join("");
  const tail = last ? "" : characters.slice(-half).join("");
  return `${head}…${tail}`;
}

function Piece({ piece, first, last }: { piece: ChangePiece; first: boolean; last: boolean }) {
  switch (piece.kind) {
    case "deleted":
      return <del aria-label={m.deleted(piece.text)}>{piece.text}</del>;
    case "inserted":
      return <ins aria-label={m.inserted(piece.text)}>{piece.text}</ins>;
    default:
      return <>{keptText(piece.text, first, last)}</>;
  }
}

export function Difference({ change }: { change: BoxChange }) {
  const { label, pieces } = change;
  return (
    <p className="difference">
      <span className="difference__box">{m.changed(label)}</span>
      {pieces.map((piece, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- pieces have no other name and never move
        <Piece key={index} piece={piece} first={index === 0} last={index === pieces.length - 1} />
      ))}
    </p>
  );
}
