// 提示: what of an entry should be looked at, a line each. It blocks nothing and decides nothing.
import { words } from "../messages/words";
import "./Flags.css";

export function Flags({ flags }: { flags: readonly string[] }) {
  if (flags.length === 0) return null;
  return (
    <ul className="flags" aria-label={words.flags} data-testid="flags">
      {flags.map((flag) => (
        <li key={flag}>
          <b>{words.flags}</b>
          <span>{`${flag}${words.fullStop}`}</span>
        </li>
      ))}
    </ul>
  );
}
