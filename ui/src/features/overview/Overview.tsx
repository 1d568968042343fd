// 总览: every task with its four quarters and its light; what waits and who is silent at the right. Each number opens its list.
import { useState } from "react";
import { Figures } from "../../components/Figures";
import { Page } from "../../components/Page";
import type { ListFilter, ScreenProps } from "../../components/screen";
import type { Board, BoardTask } from "../../ipc/bindings";
import { overviewMessages as m } from "../../messages/overview";
import { Grid } from "./Grid";
import { LightDialog } from "./LightDialog";
import { SidePanel } from "./SidePanel";
import "./Overview.css";

function Sentence({ board, onList }: { board: Board; onList: (filter: ListFilter) => void }) {
  return (
    <Figures
      subject={m.sentence(board.quarter)}
      unit={m.total}
      colon={m.colon}
      onTotal={() => onList({})}
      parts={board.counts.states.map(({ state, word, count }) => ({ key: state, word, count, onOpen: () => onList({ mark: state }) }))}
      testId="sentence"
    />
  );
}

export function Overview({ board, frame, onList, onOpen, onReview, onFeedback, onChanged }: Pick<ScreenProps, "board" | "frame" | "onList" | "onOpen" | "onReview" | "onFeedback" | "onChanged">) {
  const own = frame.office.department;
  // By its number: while the dialog is open the board may be read again, and the dialog says what holds now.
  const [opened, setOpened] = useState<BoardTask["number"] | null>(null);
  const light = board.goals.flatMap((goal) => goal.tasks).find(({ number }) => number === opened);
  return (
    <Page
      title={m.title}
      testId="overview"
      note={<Sentence board={board} onList={onList} />}
      actions={
        <p className="overview__dates">
          <span>{m.due(board.due)}</span>
          <span data-testid="as-of">{m.asOf(board.as_of)}</span>
        </p>
      }
    >
      <div className="overview">
        <Grid board={board} own={own} onOpen={onOpen} onLight={(task) => setOpened(task.number)} />
        <SidePanel board={board} own={own} onList={onList} onOpen={onOpen} onReview={onReview} onFeedback={onFeedback} />
      </div>
      {light !== undefined && <LightDialog board={board} task={light} judges={own === null} onChanged={onChanged} onClose={() => setOpened(null)} />}
    </Page>
  );
}

