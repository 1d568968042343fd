// A change of departments is written, looked at in words of the back end, and only then recorded.
// Whatever is altered after the look asks for another one. A new department has its full name, a task that moves its receiver.
import { Input, Select } from "antd";
import { useState } from "react";
import { Choice } from "../../components/Choice";
import { DateField } from "../../components/DateField";
import { Decision, Dialog } from "../../components/Dialog";
import { Field, Fields } from "../../components/Field";
import { Notice, RefusalNotice } from "../../components/Notice";
import { useLoaded } from "../../components/loaded";
import type { DepartmentView, HeldTask, OrganisationBoxes, OrganisationView, PlanView, Refusal } from "../../ipc/bindings";
import { changeOrganisation, heldTasks, previewOrganisation } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { changeMessages as m } from "../../messages/change";
import { OrganisationTasks, keyOfHeld } from "./OrganisationTasks";
import { fieldMessages } from "../../messages/fields";
import { words } from "../../messages/words";
import { DepartmentsBox } from "./DepartmentsBox";

interface OrganisationDialogProps {
  plan: PlanView;
  departments: readonly DepartmentView[];
  onDone: () => void;
  onClose: () => void;
}

const KINDS = ["renamed", "merged", "split", "transferred"] as const;
type Kind = (typeof KINDS)[number];

const NOBODY: readonly HeldTask[] = [];

const nowCalled = ({ names }: DepartmentView): string => names.at(-1)?.short ?? "";

export function OrganisationDialog({ plan, departments, onDone, onClose }: OrganisationDialogProps) {
  const [kind, setKind] = useState<Kind>("renamed");
  const [before, setBefore] = useState<string[]>([]);
  const [after, setAfter] = useState<string[]>([]);
  // By the name of whom it is the full name, and by the task that goes.
  const [full, setFull] = useState<Readonly<Record<string, string>>>({});
  const [moves, setMoves] = useState<Readonly<Record<string, string>>>({});
  const [effective, setEffective] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const [basis, setBasis] = useState("");
  const [seen, setSeen] = useState<{ boxes: string; view: OrganisationView } | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const choices = departments.map((one) => ({ value: one.id, label: nowCalled(one) }));
  const nameIn = (typed: string) => choices.find(({ value }) => value === typed)?.label ?? typed;
  const several = kind === "merged";
  const movesTasks = kind === "split" || kind === "transferred";
  const splits = movesTasks ? (before[0] ?? "") : "";
  const { state: answer } = useLoaded(splits === "" ? "" : `${splits} ${effective ?? ""}`, () => (splits === "" ? Promise.resolve(NOBODY) : heldTasks(splits, effective ?? "")));
  const held = answer.phase === "ready" ? answer.value : NOBODY;
  const begun = after.map((name) => name.trim()).filter((name) => name !== "" && choices.every(({ value }) => value !== name));
  // A new name is still being written: what was written beside it stays with it.
  const fullKey = (name: string) => (kind === "renamed" ? "" : name);
  const goesTo = (task: HeldTask) => moves[keyOfHeld(task)] ?? "";
  const boxes: OrganisationBoxes = {
    kind,
    before,
    after,
    full: begun.map((of) => ({ of, full: full[fullKey(of)]?.trim() ?? "" })).filter((one) => one.full !== ""),
    tasks: held.filter((task) => after.includes(goesTo(task))).map((task) => ({ year: task.year, task: String(task.task), to: nameIn(goesTo(task)) })),
    effective: effective ?? "",
    basis,
  };
  const written = JSON.stringify(boxes);
  const preview = seen !== null && seen.boxes === written ? seen.view : null;
  const missing = [
    [m.before[kind], before.length === 0],
    [m.after[kind], after.every((name) => name.trim() === "")],
    [m.effective, effective === null && !wrong],
    [m.basis, basis.trim() === ""],
  ].flatMap(([word, lacks]) => (lacks === true ? [String(word)] : []));
  // Not before it is known which tasks there are to go.
  const undecided = busy || wrong || missing.length > 0 || (splits !== "" && answer.phase !== "ready");

  const send = <T,>(asked: Promise<T>, then: (answer: T) => void) => {
    setBusy(true);
    setRefusal(null);
    asked
      .then(then)
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => setBusy(false));
  };
  const decide = () => {
    if (undecided) return;
    if (preview === null) send(previewOrganisation(boxes), (view) => setSeen({ boxes: written, view }));
    else send(changeOrganisation(boxes), onDone);
  };
  const from = (departmentsBefore: string[]) => {
    setBefore(departmentsBefore);
    setMoves({});
  };
  const turn = (next: Kind) => {
    setKind(next);
    setBefore(next === "merged" ? before : before.slice(0, 1));
    setAfter([]);
    setMoves({});
    setFull({});
    setRefusal(null);
  };
  return (
    <Dialog
      title={m.addOrganisation}
      width={640}
      top={24}
      onClose={onClose}
      footer={<Decision word={preview === null ? m.preview : m.confirm} disabled={undecided} onDecide={decide} onClose={onClose} testId="organisation-decide" note={missing.length > 0 ? fieldMessages.missing(missing.join(words.comma)) : ""} />}
    >
      <Fields>
        <Field word={m.kind}>
          <Choice name="organisation-kind" label={m.kind} value={kind} onChange={turn} options={KINDS.map((value) => ({ value, word: m.organisationKinds[value], testId: `organisation-${value}` }))} />
        </Field>
        <Field word={m.before[kind]}>
          {several ? (
            <DepartmentsBox label={m.before[kind]} departments={choices} chosen={before} onChoose={from} isNewAllowed={false} testId="organisation-before" />
          ) : (
            <Select aria-label={m.before[kind]} showSearch={{ optionFilterProp: "label" }} value={before[0] ?? null} options={choices} onChange={(one: string) => from([one])} data-testid="organisation-before" />
          )}
        </Field>
        <Field word={m.after[kind]}>
          {kind === "renamed" ? (
            <Input aria-label={m.after[kind]} value={after[0] ?? ""} onChange={({ target }) => setAfter([target.value])} data-testid="organisation-after" />
          ) : (
            <DepartmentsBox label={m.after[kind]} departments={choices} chosen={after} onChoose={setAfter} isNewAllowed isOne={kind !== "split"} placeholder={m.afterHint} testId="organisation-after" />
          )}
        </Field>
        {begun.map((name) => (
          <Field key={fullKey(name)} word={begun.length === 1 ? m.full : m.fullOf(name)}>
            <Input
              aria-label={begun.length === 1 ? m.full : m.fullOf(name)}
              value={full[fullKey(name)] ?? ""}
              placeholder={m.fullHint}
              onChange={({ target }) => setFull((known) => ({ ...known, [fullKey(name)]: target.value }))}
              data-testid={begun.length === 1 ? "organisation-full" : `organisation-full-${name}`}
            />
          </Field>
        ))}
        <Field word={m.effective} half>
          <DateField
            label={m.effective}
            value={effective}
            year={plan.year}
            onChange={(day, isWrong) => {
              setEffective(day);
              setWrong(isWrong);
            }}
            testId="organisation-effective"
          />
        </Field>
        {movesTasks && before.length > 0 && answer.phase !== "reading" && (
          <Field word={m.tasks}>
            {answer.phase === "refused" ? (
              <RefusalNotice refusal={answer.refusal} />
            ) : (
              <OrganisationTasks
                tasks={held}
                receivers={after.map((value) => ({ value, label: nameIn(value) }))}
                toOf={goesTo}
                nobody={kind === "split" ? m.undecided : m.stays}
                onMove={(task, to) => setMoves((known) => ({ ...known, [keyOfHeld(task)]: to }))}
              />
            )}
          </Field>
        )}
        <Field word={m.basis}>
          <Input aria-label={m.basis} value={basis} placeholder={m.basisHint} onChange={({ target }) => setBasis(target.value)} data-testid="organisation-basis" />
        </Field>
      </Fields>
      {preview !== null && (
        <div className="organisation__preview">
          <Notice tone="plain" lines={preview.consequences} testId="organisation-preview">
            <strong>{m.previewTitle}</strong>
            {preview.words}
          </Notice>
        </div>
      )}
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
