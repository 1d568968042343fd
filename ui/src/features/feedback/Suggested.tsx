// Which tasks a text may be about: asked for while it is written, offered beside the choice, never chosen.
import { useEffect, useState } from "react";
import type { TaskSuggestion } from "../../ipc/bindings";
import { suggestTasks } from "../../ipc/commands";
import { feedbackMessages } from "../../messages/feedback";
import { words } from "../../messages/words";

const m = feedbackMessages.form;
const PAUSE_MS = 300;

interface SuggestedProps {
  year: number;
  text: string;
  /** The task that is chosen: it is not offered again. */
  chosen: number | null;
  onChoose: (task: number) => void;
}

export function Suggested({ year, text, chosen, onChoose }: SuggestedProps) {
  const [found, setFound] = useState<readonly TaskSuggestion[]>([]);
  const said = text.trim();
  useEffect(() => {
    let overtaken = false;
    const timer = window.setTimeout(() => {
      // Without an answer there is nothing to offer, and the list of all tasks is there.
      const asked = said === "" ? Promise.resolve([]) : suggestTasks(year, said).catch(() => []);
      void asked.then((next) => {
        if (!overtaken) setFound(next);
      });
    }, PAUSE_MS);
    return () => {
      overtaken = true;
      window.clearTimeout(timer);
    };
  }, [year, said]);
  const offered = found.filter(({ task }) => task !== chosen);
  if (offered.length === 0) return null;
  return (
    <p className="feedback__suggested">
      <small>{m.suggested}</small>
      {offered.map(({ task, title, words: shared }) => (
        <button key={task} type="button" className="link" data-hint={m.sharing(shared.join(words.comma))} onClick={() => onChoose(task)} data-testid={`suggested-${task}`}>
          {title}
        </button>
      ))}
    </p>
  );
}
