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
import type { Board, InstructionView, Refusal, RoundView } from "../../ipc/bindings";
import { addInstruction, assignSupervision, chase, closeRound, openReport, printReport, reopenRound } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { chaseMessages as m } from "../../messages/chase";
import { Calls } from "./Calls";
import { FormDialog, orNull } from "./FormDialog";
import { Instructions } from "./Instructions";
import { Items } from "./Items";
import "./Chase.css";

type Part = keyof typeof m.parts;
const PARTS: readonly Part[] = ["calls", "instructions", "items"];
const partOf = (at: string | null): Part => PARTS.find((part) => part === at) ?? "calls";

function departmentsOf(board: Board): { value: string; word: string }[] {
  const all = board.goals.flatMap(({ tasks }) => tasks).flatMap(({ departments }) => departments);
  return [...new Map(all.map(({ id, name }) => [id, name]))].map(([value, word]) => ({ value, word }));
}

export function ChaseScreen({ board, at, onAt, onOpen, onChanged, onSay }: ScreenProps) {
  const part = partOf(at);
  const { year, quarter } = board;
  const loaded = useLoaded(`${year} ${quarter}`, () => chase(year, quarter));
  const departments = useMemo(() => departmentsOf(board), [board]);
  const [asked, setAsked] = useState<"instruction" | "item" | "round" | null>(null);
  const [behind, setBehind] = useState<InstructionView | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const changed = () => {
    loaded.reload();
    onChanged();
  };
  const done = () => {
    setAsked(null);
    setBehind(null);
    onSay(m.saved);
    changed();
  };
  const print = () => {
    setRefusal(null);
    printReport({ document: "call_list", year, quarter })
      .then(({ token }) => openReport(token))
      .catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  const round = loaded.state.phase === "ready" ? loaded.state.value.round : null;
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
              {round?.state === "closed" ? m.reopen : m.close}
            </Button>
            <Button type="primary" disabled={round === null} onClick={print} data-testid="chase-print">
              {m.print}
            </Button>
          </>
        ) : (
          <Button type="primary" onClick={() => setAsked(add)} data-testid="chase-add">
            {part === "instructions" ? m.addInstruction : m.addItem}
          </Button>
        )
      }
    >
      {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
      {loaded.state.phase === "reading" && <Reading />}
      {loaded.state.phase === "refused" && <RefusalNotice refusal={loaded.state.refusal} onRetry={loaded.reload} />}
      {loaded.state.phase === "ready" && part === "calls" && <Calls chase={loaded.state.value} year={year} onOpen={onOpen} onChanged={changed} />}
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
      {asked === "round" && round !== null && <TurnRound round={round} onDone={done} onClose={() => setAsked(null)} />}
      {asked === "instruction" && (
        <FormDialog
          title={m.addInstruction}
          year={year}
          fields={[
            { key: "leader", label: m.leader, kind: "line" },
            { key: "on", label: m.on, kind: "day" },
            { key: "words", label: m.words, kind: "text" },
            { key: "page", label: m.page, kind: "line" },
            { key: "task", label: m.task, kind: "line", hint: m.taskHint },
            { key: "quarter", label: m.quarter, kind: "line", hint: m.quarterHint },
            { key: "department", label: m.doneBy, kind: "choice", options: departments, value: departments[0]?.value ?? "" },
            { key: "due", label: m.dueDay, kind: "day" },
          ]}
          word={m.save}
          send={(v) => addInstruction(year, { leader: v["leader"] ?? "", on: v["on"] ?? "", words: v["words"] ?? "", page: v["page"] ?? "", task: v["task"] ?? "", quarter: orNull(v["quarter"]), scan: [], department: v["department"] ?? "", due: orNull(v["due"]) })}
          onDone={done}
          onClose={() => setAsked(null)}
          testId="instruction"
        />
      )}
      {asked === "item" && (
        <FormDialog
          title={m.addItem}
          year={year}
          fields={[
            { key: "requirement", label: m.requirement, kind: "text", value: behind?.words ?? "" },
            { key: "task", label: m.task, kind: "line", hint: m.taskHint, value: behind === null ? "" : String(behind.task) },
            { key: "quarter", label: m.quarter, kind: "line", hint: m.quarterHint, value: String(behind?.quarter ?? "") },
            { key: "department", label: m.doneBy, kind: "choice", options: departments, value: behind?.department ?? departments[0]?.value ?? "" },
            { key: "due", label: m.dueDay, kind: "day", value: behind?.due ?? "" },
            { key: "on", label: m.assignedOn, kind: "day" },
          ]}
          word={m.addItem}
          send={(v) => assignSupervision(year, { requirement: v["requirement"] ?? "", task: v["task"] ?? "", quarter: orNull(v["quarter"]), instruction: behind?.id ?? null, department: v["department"] ?? "", due: v["due"] ?? "", on: orNull(v["on"]) })}
          onDone={done}
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
function TurnRound({ round, onDone, onClose }: { round: RoundView; onDone: () => void; onClose: () => void }) {
  const [early, setEarly] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const closed = round.state === "closed";
  const send = (asked: Promise<RoundView>) => {
    setBusy(true);
    setRefusal(null);
    asked.then(onDone).catch((error: unknown) => {
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
