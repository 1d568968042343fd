// What every screen of the plan shows while there is none, with the way to it.
import { Button } from "antd";
import { words } from "../messages/words";
import { Empty } from "./Empty";

export function NoPlan({ onPlan }: { onPlan: () => void }) {
  return (
    <Empty title={words.noPlan.title} text={words.noPlan.text}>
      <Button type="primary" size="large" onClick={onPlan} data-testid="import-paper">
        {words.noPlan.go}
      </Button>
    </Empty>
  );
}
