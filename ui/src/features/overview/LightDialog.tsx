// A task's year light: the reason in words, and, for who may judge, setting it against the arithmetic or taking that back.
import { Button } from "antd";
import { useState } from "react";
import { Choice } from "../../components/Choice";
import { Dialog } from "../../components/Dialog";
import { RefusalNotice } from "../../components/Notice";
import { ReasonDialog } from "../../components/ReasonDialog";
import { LightMark } from "../../components/Standing";
import { nameOf } from "../../components/tasks";
import type { Board, BoardTask, LightCode, Refusal } from "../../ipc/bindings";
import { overrideLight } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { overviewMessages as m } from "../../messages/overview";
import { quarterWord, words } from "../../messages/words";

interface LightDialogProps {
  board: Board;
  task: BoardTask;
  /** The supervision office judges; others read. */
  judges: boolean;
  onChanged: () => void;
  onClose: () => void;
}

export function LightDialog({ board, task, judges, onChanged, onClose }: LightDialogProps) {
  const { light } = task;
  const [setting, setSetting] = useState(false);
  const [chosen, setChosen] = useState<LightCode>(light.light);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = (to: LightCode | null, reason: string) => {
    setBusy(true);
    overrideLight(board.year, board.quarter, task.number, to, reason)
      .then(() => {
        onChanged();
        onClose();
      })
      .catch((error: unknown) => {
        setRefusal(asRefusal(error));
        setBusy(false);
      });
  };
  if (setting) {
    return (
      <ReasonDialog
        title={m.light.setTitle(nameOf(task))}
        label={m.light.reasonLabel}
        placeholder={m.light.reasonPlaceholder}
        word={m.light.decide}
        busy={busy}
        refusal={refusal}
        onDecide={(reason) => send(chosen, reason)}
        onClose={onClose}
        testId="light-decide"
      >
        <Choice
          name="light"
          label={m.light.choose}
          value={chosen}
          onChange={setChosen}
          options={board.lights.map(({ light: code, word }) => ({ value: code, word, testId: `light-choice-${code}` }))}
        />
        <p>{m.light.where(quarterWord(board.quarter))}</p>
      </ReasonDialog>
    );
  }
  return (
    <Dialog
      title={m.light.title(nameOf(task))}
      width={520}
      onClose={onClose}
      footer={
        <>
          {judges && light.override !== null && (
            <Button disabled={busy} onClick={() => send(null, "")} data-testid="light-clear">
              {m.light.takeBack}
            </Button>
          )}
          {judges && (
            <Button onClick={() => setSetting(true)} data-testid="light-set">
              {m.light.set}
            </Button>
          )}
          <Button onClick={onClose}>{words.close}</Button>
        </>
      }
    >
      <dl className="light" data-testid="light-reason">
        <dt>{m.light.now}</dt>
        <dd>
          <LightMark light={light} />
        </dd>
        {/* Who set it, why, and what the arithmetic gives stand in the reason itself. */}
        <dt>{m.light.because}</dt>
        <dd>{light.reason}</dd>
      </dl>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
