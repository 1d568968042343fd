// 督办: who has not reported, what leaders wrote, what is followed until it is struck off. The address keeps which part.
import { Button } from "antd";
import { useMemo, useState } from "react";
import { Choice } from "../../components/Choice";
import { Decision, Dialog } from "../../components/Dialog";
import { useLoaded } from "../../components/loaded";
import { Reading, RefusalNotice } from "../../components/Notice";
import { Page } from "../../components/Page";
import { ReasonDialog } from "../../components/ReasonDialog";
import type { ScreenProps } from "../../components/screen";
import { departmentsOf, nameOf, tasksOf } from "../../components/tasks";
import type { Board, InstructionView, Refusal, RoundView } from "../../ipc/bindings";
import { addInstruction, assignSupervision, chase, closeRound, openReport, printReport, reopenRound } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { chaseMessages as m } from "../../messages/chase";
import { paperQuarter, words } from "../../messages/words";
import { Calls } from "./Calls";
import { type Field, FormDialog, orNull } from "../../components/FormDialog";
import { Instructions } from "./Instructions";
import { Items } from "./Items";
import "./Chase.css";

type Part = keyof typeof m.parts;
const PARTS: readonly Part[] = ["calls", "instructions", "items"];
const partOf = (at: string | null): Part => PARTS.find((part) => part === at) ?? "calls";

/** Which task, which quarter of it and which department are meant, chosen from the board; nothing is chosen for the officer. */
function aboutFields(board: Board, behind: InstructionView | null): Field[] {
  const tasks = tasksOf(board).map(({ task }) => ({ value: String(task.number), word: nameOf(task) }));
  const departments = departmentsOf(board).map(({ id, name }) => ({ value: id, word: name }));
  const quarters = [{ value: "", word: m.wholeTask }, ...[1, 2, 3, 4].map((quarter) => ({ value: String(quarter), word: paperQuarter(quarter) }))];
  return [
    { key: "task", label: m.task, kind: "choice", needed: true, options: tasks, hint: m.taskHint, value: behind === null ? "" : String(behind.task) },
    { key: "quarter", label: m.quarter, kind: "choice", half: true, options: quarters, value: String(behind?.quarter ?? "") },
    { key: "department", label: m.doneBy, kind: "choice", half: true, needed: true, options: departments, hint: m.departmentHint, value: behind?.department ?? "" },
  ];
}

export function ChaseScreen({ board, at, onAt, onOpen, onChanged, onStatus }: ScreenProps) {
  const part = partOf(at);
  const { year, quarter } = board;
  const loaded = useLoaded(`${year} ${quarter}`, () => chase(year, quarter));
  const [asked, setAsked] = useState<"instruction" | "item" | "round" | null>(null);
  const [behind, setBehind] = useState<InstructionView | null>(null);
  const about = useMemo(() => aboutFields(board, behind), [board, behind]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const changed = () => {
    loaded.reload();
    onChanged();
  };
  const done = (said: string) => {
    setAsked(null);
    setBehind(null);
    onStatus(said);
    changed();
  };
  const print = () => {
    setRefusal(null);
    printReport({ of: { document: "call_list", year, quarter }, audience: "internal", as_of: null })
      .then(({ token }) => openReport(token))
      .catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  const round = loaded.state.phase === "ready" ? loaded.state.value.round : null;
  const listed = loaded.state.phase !== "ready" ? 0 : part === "instructions" ? loaded.state.value.instructions.length : loaded.state.value.items.length;
  const add = part === "instructions" ? "instruction" : "item";
  return (
    <Page
      title={m.title}
      testId="chase"
      note={
        <Choice kind="tabs" name="chase-part" label={m.part} value={part} onChange={(next) => onAt(next)} options={PARTS.map((value) => ({ value, word: m.parts[value], testId: `chase-part-${value}` }))} />
      }
      actions={
        part === "calls" ? (
          <>
            {round !== null && (
              <span className="chase__round" data-hint={round.sentence} data-testid="chase-round">
                {round.name} {round.state_word} · {m.due(round.due)}
              </span>
            )}
            <Button disabled={round === null} onClick={() => setAsked("round")} data-testid="round-turn">
              {words.asks(round?.state === "closed" ? m.reopen : m.close)}
            </Button>
            <Button type="primary" disabled={round === null} onClick={print} data-testid="chase-print">
              {m.print}
            </Button>
          </>
        ) : (
          // With nothing listed the empty screen carries the button.
          listed > 0 && (
            <Button type="primary" onClick={() => setAsked(add)} data-testid="chase-add">
              {words.asks(part === "instructions" ? m.addInstruction : m.addItem)}
            </Button>
          )
        )
      }
    >
      {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
      {loaded.state.phase === "reading" && <Reading />}
      {loaded.state.phase === "refused" && <RefusalNotice refusal={loaded.state.refusal} onRetry={loaded.reload} />}
      {loaded.state.phase === "ready" && part === "calls" && <Calls chase={loaded.state.value} board={board} onOpen={onOpen} onChanged={changed} />}
      {loaded.state.phase === "ready" && part === "instructions" && (
        <Instructions
          instructions={loaded.state.value.instructions}
          onAdd={() => setAsked("instruction")}
          onAssign={(one) => {
            setBehind(one);
            setAsked("item");
          }}
        />
      )}
      {loaded.state.phase === "ready" && part === "items" && <Items items={loaded.state.value.items} year={year} onAdd={() => setAsked("item")} onChanged={changed} />}
      {asked === "round" && round !== null && <TurnRound round={round} onDone={(said) => done(said)} onClose={() => setAsked(null)} />}
      {asked === "instruction" && (
        <FormDialog
          title={m.addInstruction}
          year={year}
          fields={[
            { key: "leader", label: m.leader, kind: "line", half: true, needed: true },
            { key: "on", label: m.on, kind: "day", half: true, needed: true },
            { key: "words", label: m.words, kind: "text", needed: true },
            ...about,
            { key: "page", label: m.page, kind: "line", half: true },
            { key: "due", label: m.dueDay, kind: "day", half: true },
          ]}
          files={m.scan}
          word={m.save}
          send={(v, scan) => addInstruction(year, { leader: v["leader"] ?? "", on: v["on"] ?? "", words: v["words"] ?? "", page: v["page"] ?? "", task: v["task"] ?? "", quarter: orNull(v["quarter"]), scan, department: v["department"] ?? "", due: orNull(v["due"]) })}
          onDone={() => done(m.instructed)}
          onClose={() => setAsked(null)}
          testId="instruction"
        />
      )}
      {asked === "item" && (
        <FormDialog
          title={m.addItem}
          year={year}
          fields={[
            { key: "requirement", label: m.requirement, kind: "text", needed: true, value: behind?.words ?? "" },
            ...about,
            { key: "due", label: m.dueDay, kind: "day", half: true, needed: true, value: behind?.due ?? "" },
            { key: "on", label: m.assignedOn, kind: "day", half: true, hint: m.today },
          ]}
          files={m.files}
          word={m.addItem}
          send={(v, files) => assignSupervision(year, { requirement: v["requirement"] ?? "", task: v["task"] ?? "", quarter: orNull(v["quarter"]), instruction: behind?.id ?? null, department: v["department"] ?? "", due: v["due"] ?? "", on: orNull(v["on"]), files })}
          onDone={() => done(m.assigned)}
          onClose={() => {
            setAsked(null);
            setBehind(null);
          }}
          testId="item"
        />
      )}
    </Page>
  );
}

/** Closing asks for a reason before the due date only; reopening always does. */
function TurnRound({ round, onDone, onClose }: { round: RoundView; onDone: (said: string) => void; onClose: () => void }) {
  const [early, setEarly] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const closed = round.state === "closed";
  const send = (asked: Promise<RoundView>) => {
    setBusy(true);
    setRefusal(null);
    asked.then(() => onDone(closed ? m.reopened(round.name) : m.closed(round.name))).catch((error: unknown) => {
      const refused = asRefusal(error);
      if (refused.code === "round_not_due") setEarly(true);
      setRefusal(refused);
      setBusy(false);
    });
  };
  if (closed || early) {
    return (
      <ReasonDialog
        title={closed ? m.reopenTitle(round.name) : m.closeTitle(round.name)}
        label={closed ? m.reopenLabel : m.closeEarlyLabel}
        word={closed ? m.reopen : m.close}
        busy={busy}
        refusal={refusal}
        onDecide={(reason) => send(closed ? reopenRound(round.round, reason) : closeRound(round.round, reason))}
        onClose={onClose}
        testId="round-reason"
      >
        <p>{closed ? m.reopenText : m.closeText}</p>
      </ReasonDialog>
    );
  }
  return (
    <Dialog title={m.closeTitle(round.name)} width={520} onClose={onClose} footer={<Decision word={m.close} disabled={busy} onDecide={() => send(closeRound(round.round, null))} onClose={onClose} testId="round-close" />}>
      <p>{m.closeText}</p>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
