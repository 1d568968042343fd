// 计划: a paper is chosen or dropped, looked at side by side, and put in force; after that the plan in force is shown.
import { Button } from "antd";
import { useState } from "react";
import { Empty } from "../../components/Empty";
import { useLoaded } from "../../components/loaded";
import { Notice, Reading, RefusalNotice } from "../../components/Notice";
import { Page } from "../../components/Page";
import type { Frame, PaperPreview, PlanView, Refusal } from "../../ipc/bindings";
import { importPaper, pickPaper, plan as readPlan, takePaper } from "../../ipc/commands";
import { useShellEvent } from "../../ipc/events";
import { asRefusal } from "../../ipc/refusal";
import { planMessages as m } from "../../messages/plan";
import { Parts } from "./Parts";
import { Preview } from "./Preview";
import "./Plan.css";

interface PlanScreenProps {
  year: number | null;
  /** Which part of the plan in force is open. */
  at: string | null;
  onAt: (at: string | null) => void;
  onImported: (frame: Frame) => void;
  onChanged: () => void;
}

async function planOf(year: number | null): Promise<PlanView | null> {
  return year === null ? null : readPlan(year);
}

export function PlanScreen({ year, at, onAt, onImported, onChanged }: PlanScreenProps) {
  const plan = useLoaded(`plan ${year}`, () => planOf(year));
  const [preview, setPreview] = useState<PaperPreview | null>(null);
  const [busy, setBusy] = useState<"reading" | "importing" | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [hover, setHover] = useState(false);
  const [said, setSaid] = useState<string | null>(null);

  const read = (asked: Promise<PaperPreview | null>) => {
    setBusy("reading");
    setRefusal(null);
    setSaid(null);
    asked
      .then((next) => next !== null && setPreview(next))
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => setBusy(null));
  };
  useShellEvent("files-hover", ({ inside }) => setHover(inside));
  useShellEvent("files-dropped", ({ drop }) => {
    setHover(false);
    read(takePaper(drop));
  });
  const putInForce = () => {
    if (preview === null) return;
    setBusy("importing");
    setRefusal(null);
    importPaper(preview.token)
      .then((frame) => {
        setSaid(m.imported(preview.plan.title));
        setPreview(null);
        plan.reload();
        onImported(frame);
      })
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => setBusy(null));
  };
  const choose = () => read(pickPaper());
  const messages = (
    <>
      {hover && plan.state.phase === "ready" && (preview !== null || plan.state.value !== null) && <Notice tone="plain">{m.dropping}</Notice>}
      {said !== null && (
        <Notice tone="done" onClose={() => setSaid(null)} testId="plan-message">
          {said}
        </Notice>
      )}
      {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
    </>
  );

  if (preview !== null) {
    return (
      <Page
        key="preview"
        title={m.title}
        testId="plan"
        note={m.file(preview.file_name, preview.encoding)}
        actions={
          <>
            <Button disabled={busy !== null} onClick={() => setPreview(null)} data-testid="plan-leave">
              {m.leave}
            </Button>
            <Button disabled={busy !== null} onClick={choose} data-testid="pick-paper">
              {m.chooseOther}
            </Button>
            <Button type="primary" disabled={busy !== null || preview.verdict.kind !== "new"} onClick={putInForce} data-testid="put-in-force">
              {busy === "importing" ? m.importing : m.importNow}
            </Button>
          </>
        }
      >
        <Preview key={preview.token} preview={preview} messages={messages} />
      </Page>
    );
  }
  if (plan.state.phase === "reading") return <Reading />;
  const inForce = plan.state.phase === "ready" ? plan.state.value : null;
  if (inForce === null) {
    return (
      <div className="plan__empty" data-hover={hover || undefined} data-testid="plan">
        {plan.state.phase === "refused" && <RefusalNotice refusal={plan.state.refusal} onRetry={plan.reload} />}
        {messages}
        <Empty title={m.emptyTitle} text={hover ? m.dropping : m.emptyText}>
          <Button type="primary" size="large" disabled={busy !== null} onClick={choose} data-testid="pick-paper">
            {busy === "reading" ? m.reading : m.choose}
          </Button>
        </Empty>
      </div>
    );
  }
  return (
    <Page
      key="in-force"
      title={inForce.title}
      testId="plan"
      actions={
        <Button disabled={busy !== null} onClick={choose} data-testid="pick-paper">
          {busy === "reading" ? m.reading : m.readAnother}
        </Button>
      }
    >
      <div className="plan__in-force" data-hover={hover || undefined}>
        {messages}
        <Parts
          plan={inForce}
          at={at}
          onAt={onAt}
          onChanged={onChanged}
          onPlan={(next) => {
            plan.put(next);
            onChanged();
          }}
        />
      </div>
    </Page>
  );
}
