// 核算 of the plan in force: the list of what its numbers and words say, and beside it the words that a remark speaks of.
import { useState } from "react";
import { ListDetail } from "../../components/ListDetail";
import type { PlanTask, PlanView, RemarkView } from "../../ipc/bindings";
import { indicatorMessages as m } from "../../messages/indicator";
import { RemarkMark, RemarkTable, sentenceOf } from "./RemarkTable";
import { TaskTexts } from "./TaskTexts";
import "./Arithmetic.css";

interface ArithmeticProps {
  plan: PlanView;
  remarks: readonly RemarkView[];
  /** Opens the task's indicators. */
  onIndicators: (task: number) => void;
}

function Detail({ remark, task, onIndicators }: { remark: RemarkView; task: PlanTask | undefined; onIndicators: ArithmeticProps["onIndicators"] }) {
  return (
    <div className="remark-detail" data-testid="remark-detail">
      <p>
        <RemarkMark fits={remark.fits} /> {sentenceOf(remark)}
      </p>
      {task === undefined ? (
        <p className="remark-detail__paper">{m.ofPaper}</p>
      ) : (
        <>
          <TaskTexts key={remark.sentence} task={task} spans={remark.place === null ? [] : [{ place: remark.place, key: "it" }]} lit="it" quarters={remark.quarters} />
          <p>
            <button type="button" className="link" onClick={() => onIndicators(task.number)} data-testid="remark-indicators">
              {m.toIndicators}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

export function Arithmetic({ plan, remarks, onIndicators }: ArithmeticProps) {
  const [opened, setOpened] = useState<number | null>(null);
  const remark = opened === null ? undefined : remarks[opened];
  const task = plan.goals.flatMap((goal) => goal.tasks).find(({ number }) => number === remark?.task);
  const list = <RemarkTable plan={plan} remarks={remarks} opened={opened} onOpen={setOpened} />;
  const detail = remark === undefined ? null : <Detail remark={remark} task={task} onIndicators={onIndicators} />;
  return <ListDetail wideList list={list} detail={detail} none={m.choose} detailLabel={m.detail} testId="arithmetic" />;
}
