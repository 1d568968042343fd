// A sentence of numbers, each opening the list that it counts. The parts add up: the total is their sum and nothing else.
import "./Figures.css";

export interface Figure {
  key: string;
  word: string;
  count: number;
  /** Opens exactly what is counted. */
  onOpen: () => void;
}

interface FiguresProps {
  /** Before the total: what is counted. */
  subject: string;
  /** After the total. */
  unit: string;
  onTotal: () => void;
  parts: readonly Figure[];
  /** Counted across the parts, so not added up. */
  among?: { word: string; figures: readonly Figure[] };
  colon: string;
  testId?: string;
}

function Numbers({ figures }: { figures: readonly Figure[] }) {
  return figures.map(({ key, word, count, onOpen }, index) => (
    <span key={key}>
      {index > 0 && <span className="figures__dot"> · </span>}
      <button type="button" className="link" disabled={count === 0} onClick={onOpen} data-testid={`count-${key}`}>
        {word} <strong>{count}</strong>
      </button>
    </span>
  ));
}

export function Figures({ subject, unit, onTotal, parts, among, colon, testId }: FiguresProps) {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <p className="figures" data-testid={testId}>
      {subject}{" "}
      <button type="button" className="link" onClick={onTotal} data-testid={testId === undefined ? "count-total" : `${testId}-total`}>
        <strong>{total}</strong> {unit}
      </button>
      {colon}
      <Numbers figures={parts} />
      {among !== undefined && among.figures.length > 0 && (
        <span className="figures__among">
          {among.word}
          <Numbers figures={among.figures} />
        </span>
      )}
    </p>
  );
}
