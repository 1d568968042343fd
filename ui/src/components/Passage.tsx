// The paper's words on screen: what was looked for is marked, numbers that must be answered are underlined.
import { runsOf, type Span } from "./passage";
import "./Passage.css";

const NONE: readonly Span[] = [];

export function Passage({ text, find = "", quantities = NONE }: { text: string; find?: string; quantities?: readonly Span[] }) {
  if (find === "" && quantities.length === 0) return <>{text}</>;
  return (
    <>
      {runsOf(text, find, quantities).map((run) => {
        const inner = run.found ? <mark>{run.text}</mark> : run.text;
        return run.quantity === null ? (
          <span key={run.at}>{inner}</span>
        ) : (
          <span key={run.at} className="passage__quantity">
            {inner}
          </span>
        );
      })}
    </>
  );
}
