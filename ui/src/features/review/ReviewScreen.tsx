// 审核: what departments submitted, read and decided on one after another; and verification sheets. The address keeps which part.
import { Choice } from "../../components/Choice";
import { Page } from "../../components/Page";
import type { ScreenProps } from "../../components/screen";
import { reviewMessages as m } from "../../messages/review";
import { Queue } from "./Queue";
import { Sheets } from "./Sheets";
import { atOf } from "./queue";
import "./Review.css";

export function ReviewScreen({ board, at, onAt, onEntry, onChanged, onStatus }: ScreenProps) {
  const shown = atOf(at);
  const part = shown === "sheets" ? "sheets" : "queue";
  return (
    <Page
      title={m.title}
      testId="review"
      note={
        <Choice
          kind="tabs"
          name="review-part"
          label={m.part}
          value={part}
          onChange={(next) => onAt(next === "sheets" ? "sheets" : "waiting")}
          options={[
            { value: "queue", word: m.parts.queue, testId: "review-queue" },
            { value: "sheets", word: m.parts.sheets, testId: "review-sheets" },
          ]}
        />
      }
    >
      {shown === "sheets" ? (
        <Sheets key={`${board.year} ${board.quarter}`} board={board} onStatus={onStatus} />
      ) : (
        <Queue
          key={board.year}
          board={board}
          stage={shown === "all" ? null : shown}
          onStage={(stage) => onAt(stage ?? "all")}
          onEntry={onEntry}
          onReport={() => onEntry(null)}
          onChanged={onChanged}
        />
      )}
    </Page>
  );
}
