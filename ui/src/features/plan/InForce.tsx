// The plan in force: its tasks and departments, the confirmed lead of each with its basis, and who is in charge of it.
import { Button, Input } from "antd";
import { useState } from "react";
import { Choice } from "../../components/Choice";
import { DateField } from "../../components/DateField";
import { Decision, Dialog } from "../../components/Dialog";
import { Field, Fields } from "../../components/Field";
import { useLoaded } from "../../components/loaded";
import { ManualNotes, notesOf } from "../../components/ManualNotes";
import { RefusalNotice } from "../../components/Notice";
import { nameOf } from "../../components/tasks";
import type { PlanTask, PlanView, Refusal } from "../../ipc/bindings";
import { comments as readComments, confirmLead, setLeader } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { planMessages as m } from "../../messages/plan";
import { words } from "../../messages/words";

interface DecisionProps {
  plan: PlanView;
  task: PlanTask;
  onPlan: (plan: PlanView) => void;
  onClose: () => void;
}

/** What is decided about a task from a day on: the day, on what basis, and what came of it. */
function useDecision(onPlan: (plan: PlanView) => void, onClose: () => void) {
  const [basis, setBasis] = useState("");
  const [from, setFrom] = useState<{ day: string | null; wrong: boolean }>({ day: null, wrong: false });
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const answer = (sent: Promise<PlanView>) => {
    sent
      .then((next) => {
        onPlan(next);
        onClose();
      })
      .catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  return { basis, setBasis, from, setFrom, asked, setAsked, refusal, answer };
}

function FromField({ day, onDay, year, testId }: { day: string | null; onDay: (from: { day: string | null; wrong: boolean }) => void; year: number; testId: string }) {
  return (
    <Field word={m.leadFrom}>
      <DateField label={m.leadFrom} value={day} onChange={(next, wrong) => onDay({ day: next, wrong })} year={year} placeholder={m.leadFromAlways} testId={testId} />
    </Field>
  );
}

function LeadDialog({ plan, task, onPlan, onClose }: DecisionProps) {
  const [lead, setLead] = useState(task.lead ?? task.departments[0] ?? "");
  const { basis, setBasis, from, setFrom, asked, setAsked, refusal, answer } = useDecision(onPlan, onClose);
  const send = (department: string | null, why: string) => answer(confirmLead(plan.year, task.number, department, from.day, why));
  const confirm = () => {
    setAsked(true);
    if (basis.trim() !== "" && !from.wrong) send(lead, basis.trim());
  };
  return (
    <Dialog
      title={m.leadTitle(task.number_text)}
      onClose={onClose}
      width={520}
      footer={
        <Decision word={m.confirm} onDecide={confirm} onClose={onClose} testId="lead-confirm">
          {task.lead !== null && <Button onClick={() => send(null, m.takeBackBasis)}>{m.takeBack}</Button>}
        </Decision>
      }
      onEnter={confirm}
    >
      <div className="lead">
        <p>{m.leadText}</p>
        {task.lead === null && (
          <p>
            {m.leadProposed}
            <strong>{task.departments[0]}</strong>
          </p>
        )}
        <Fields>
          <Field word={m.columns.lead}>
            <Choice
              name="lead"
              label={m.columns.lead}
              value={lead}
              onChange={setLead}
              options={task.departments.map((name) => ({ value: name, word: name, testId: `lead-${name}` }))}
            />
          </Field>
          <FromField day={from.day} onDay={setFrom} year={plan.year} testId="lead-from" />
          <Field word={m.basis}>
            <Input
              aria-label={m.basis}
              value={basis}
              placeholder={m.basisPlaceholder}
              onChange={(event) => setBasis(event.target.value)}
              data-testid="lead-basis"
              {...(asked && basis.trim() === "" && { status: "error" as const })}
            />
            {asked && basis.trim() === "" && <p className="lead__missing">{m.basisMissing}</p>}
          </Field>
        </Fields>
        {refusal !== null && <RefusalNotice refusal={refusal} />}
      </div>
    </Dialog>
  );
}

function LeaderDialog({ plan, task, onPlan, onClose }: DecisionProps) {
  const [leader, setName] = useState(task.leader ?? "");
  const { basis, setBasis, from, setFrom, asked, setAsked, refusal, answer } = useDecision(onPlan, onClose);
  const send = (name: string) => answer(setLeader(plan.year, task.number, name, from.day, basis.trim()));
  const confirm = () => {
    setAsked(true);
    if (leader.trim() !== "" && !from.wrong) send(leader.trim());
  };
  const missing = asked && leader.trim() === "";
  return (
    <Dialog
      title={m.leaderTitle(task.number_text)}
      onClose={onClose}
      width={520}
      footer={
        <Decision word={m.confirm} onDecide={confirm} onClose={onClose} testId="leader-confirm">
          {task.leader !== null && <Button onClick={() => !from.wrong && send("")}>{m.leaderNobody}</Button>}
        </Decision>
      }
      onEnter={confirm}
    >
      <div className="lead">
        <p>{m.leaderText}</p>
        <Fields>
          <Field word={m.leaderName}>
            <Input
              aria-label={m.leaderName}
              value={leader}
              placeholder={m.leaderPlaceholder}
              onChange={(event) => setName(event.target.value)}
              data-testid="leader-name"
              {...(missing && { status: "error" as const })}
            />
            {missing && <p className="lead__missing">{m.leaderMissing}</p>}
          </Field>
          <FromField day={from.day} onDay={setFrom} year={plan.year} testId="leader-from" />
          <Field word={m.basis}>
            <Input aria-label={m.basis} value={basis} placeholder={m.basisPlaceholder} onChange={(event) => setBasis(event.target.value)} data-testid="leader-basis" />
          </Field>
        </Fields>
        {refusal !== null && <RefusalNotice refusal={refusal} />}
      </div>
    </Dialog>
  );
}

export function InForce({ plan, onPlan }: { plan: PlanView; onPlan: (plan: PlanView) => void }) {
  const notes = useLoaded(String(plan.year), () => readComments(plan.year));
  const [asking, setAsking] = useState<PlanTask | null>(null);
  const [naming, setNaming] = useState<PlanTask | null>(null);
  return (
    <>
      <p className="preview__sum">
        <span>{m.inForceNote(plan.issuer, plan.published_on)}</span>
        <span>{m.counts(plan.counts)}</span>
      </p>
      <ManualNotes notes={notesOf(notes.state.phase === "ready" ? notes.state.value : [], null)} />
      <div className="plan__table sheet">
        <table>
          <thead>
            <tr>
              <th>{m.columns.task}</th>
              <th>{m.columns.departments}</th>
              <th>{m.columns.lead}</th>
              <th>{m.columns.leader}</th>
            </tr>
          </thead>
          {plan.goals.map((goal) => (
            <tbody key={goal.name}>
              <tr className="plan__goal">
                <th colSpan={4} scope="rowgroup">
                  {goal.name}
                </th>
              </tr>
              {goal.tasks.map((task) => (
                <tr key={task.number}>
                  <td className="plan__task">
                    {nameOf(task)}
                    <ManualNotes notes={notesOf(notes.state.phase === "ready" ? notes.state.value : [], task.number)} />
                  </td>
                  <td>{task.departments.join(words.comma)}</td>
                  <td>
                    {task.departments.length === 1 ? (
                      <span className="visually-hidden">{m.onlyOne}</span>
                    ) : (
                      <span className="plan__lead">
                        {task.lead === null ? <span className="plan__quiet">{m.leadUnset}</span> : `${words.lead} ${task.lead}`}
                        <button type="button" className="link" onClick={() => setAsking(task)} data-testid={`lead-${task.number}`}>
                          {task.lead === null ? m.leadSet : m.leadChange}
                        </button>
                      </span>
                    )}
                  </td>
                  <td>
                    <span className="plan__lead">
                      {task.leader === null ? <span className="plan__quiet">{m.leaderUnset}</span> : <span className="plan__leader">{task.leader}</span>}
                      <button type="button" className="link" onClick={() => setNaming(task)} data-testid={`leader-${task.number}`}>
                        {task.leader === null ? m.leaderSet : m.leadChange}
                      </button>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {naming !== null && <LeaderDialog key={naming.number} plan={plan} task={naming} onPlan={onPlan} onClose={() => setNaming(null)} />}
      {asking !== null && <LeadDialog key={asking.number} plan={plan} task={asking} onPlan={onPlan} onClose={() => setAsking(null)} />}
    </>
  );
}
