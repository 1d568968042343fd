// What came of a command, under the button that asked for it.
import { Notice, RefusalNotice } from "../../components/Notice";
import type { Asking } from "./ask";

export function Answer({ asking }: { asking: Asking }) {
  return (
    <>
      {asking.said !== null && (
        <Notice tone="done" onClose={asking.clear}>
          {asking.said}
        </Notice>
      )}
      {asking.refusal !== null && <RefusalNotice refusal={asking.refusal} onClose={asking.clear} />}
    </>
  );
}
