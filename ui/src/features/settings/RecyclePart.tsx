// 回收站: what was withdrawn, by whom and when; 恢复 brings it back as it was.
import { Button } from "antd";
import { useLoaded } from "../../components/loaded";
import { Reading, RefusalNotice } from "../../components/Notice";
import { stamp } from "../../components/time";
import type { WithdrawnView } from "../../ipc/bindings";
import { recycleBin, restoreWithdrawn } from "../../ipc/commands";
import { settingsMessages as m } from "../../messages/settings";
import { Answer } from "./Answer";
import { useAsking } from "./ask";

const nameOf = ({ noun, about }: WithdrawnView): string => (about === "" ? noun : m.withdrawnName(noun, about));

export function RecyclePart({ onChanged }: { onChanged: () => void }) {
  const { state, put, reload } = useLoaded("recycle bin", recycleBin);
  const asking = useAsking();
  if (state.phase === "reading") return <Reading />;
  if (state.phase === "refused") return <RefusalNotice refusal={state.refusal} onRetry={reload} />;
  const restore = (one: WithdrawnView) =>
    asking.ask(restoreWithdrawn(one.revision), (left) => {
      put(left);
      onChanged();
      return m.restored(nameOf(one));
    });
  return (
    <div className="rows">
      <p className="quiet">{state.value.length === 0 ? m.binEmpty : m.binText}</p>
      {state.value.length > 0 && (
        <ul className="bin" data-testid="bin">
          {state.value.map((one) => (
            <li key={one.revision}>
              <span>
                <strong>{one.noun}</strong> {one.year !== null && m.ofYear(one.year)} {one.about}
                {one.text !== "" && <span className="bin__text">{one.text}</span>}
                <span className="bin__by">{m.withdrawnBy(one.by, stamp(one.at))}</span>
              </span>
              <Button size="small" disabled={asking.busy} aria-label={m.restoreNamed(nameOf(one))} onClick={() => restore(one)}>
                {m.restoreOne}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Answer asking={asking} />
    </div>
  );
}
