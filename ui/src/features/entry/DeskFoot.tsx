// Under the boxes, always in sight: when it was saved, what is still missing, and the way on.
import { Button } from "antd";
import { assertNever } from "../../components/assertNever";
import { clock } from "../../components/time";
import type { EntryForm } from "../../ipc/bindings";
import { asRefusal } from "../../ipc/refusal";
import { entryMessages as m } from "../../messages/entry";
import type { SaveState } from "./autosave";

interface DeskFootProps {
  form: EntryForm;
  saving: SaveState;
  missing: number;
  unchanged: boolean;
  busy: boolean;
  /** Files are still being stored. */
  storing: boolean;
  onSubmit: () => void;
  onUndo: () => void;
  onDiscard: () => void;
}

function savingWords(saving: SaveState): string {
  switch (saving.phase) {
    case "untouched":
      return m.untouched;
    case "changed":
    case "saving":
      return m.autosaving;
    case "saved":
      return m.autosaved(clock(saving.at));
    case "failed":
      return `${m.saveFailed}${m.sourceSeparator}${asRefusal(saving.thrown).text}`;
    default:
      return assertNever(saving);
  }
}

export function DeskFoot({ form, saving, missing, unchanged, busy, storing, onSubmit, onUndo, onDiscard }: DeskFootProps) {
  const { submitted } = form;
  const drafted = form.draft !== null || saving.phase === "saved";
  return (
    <footer className="desk__foot">
      <div className="desk__saved">
        {missing > 0 && saving.phase !== "failed" ? (
          <span className="desk__missing" role="alert" data-testid="missing-summary">
            {m.missingSummary(missing)}
          </span>
        ) : (
          <span role="status" data-testid="autosaved" className={saving.phase === "failed" ? "desk__missing" : undefined}>
            {form.refused !== null && submitted === null ? m.readOnly : unchanged && submitted !== null ? m.submittedAt(submitted.by, clock(submitted.at)) : savingWords(saving)}
          </span>
        )}
      </div>
      {drafted && !unchanged && (
        <Button type="text" disabled={busy || storing} onClick={onDiscard} data-testid="discard">
          {m.discard}
        </Button>
      )}
      {form.can_undo && unchanged && (
        <Button disabled={busy || storing} onClick={onUndo} aria-keyshortcuts="Control+Z" data-testid="undo">
          {m.undo}
        </Button>
      )}
      <Button
        type="primary"
        className="desk__submit"
        disabled={form.refused !== null || busy || storing || unchanged}
        onClick={onSubmit}
        aria-keyshortcuts="Control+Enter"
        data-hint={unchanged ? m.nothingChanged : m.submitKey}
        data-testid="submit"
      >
        {busy ? m.submitting : storing ? m.storing : submitted === null ? m.submit : m.correct}
      </Button>
    </footer>
  );
}
