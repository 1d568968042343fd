// The window: first start, a refused store, or the frame with a screen in it.
import { ConfigProvider } from "antd";
import { useCallback, useState } from "react";
import { HintLayer } from "../components/HintLayer";
import { RefusalNotice } from "../components/Notice";
import { useLoaded } from "../components/loaded";
import { assertNever } from "../components/assertNever";
import { FirstStart } from "../features/start/FirstStart";
import type { Frame, Start } from "../ipc/bindings";
import { start } from "../ipc/commands";
import { frameMessages as m } from "../messages/frame";
import { Office } from "./Office";
import { locale } from "./locale";
import { theme } from "./theme";

interface PhaseProps {
  now: Start;
  /** What is said in a store that was just opened, if anything. */
  said: string | null;
  onOpen: (next: Start, said?: string) => void;
  onFrame: (frame: Frame) => void;
  retry: () => void;
}

function Phase({ now, said, onOpen, onFrame, retry }: PhaseProps) {
  switch (now.phase) {
    case "first":
      return <FirstStart onReady={(frame) => onOpen({ phase: "ready", frame })} />;
    case "ready":
      return <Office frame={now.frame} said={said} onFrame={onFrame} onStart={onOpen} />;
    case "refused":
      return (
        <main className="refused">
          <h1>{m.refusedTitle}</h1>
          <RefusalNotice refusal={now.refusal} onRetry={retry} />
        </main>
      );
    default:
      return assertNever(now);
  }
}

/** The empty frame of index.html, until the store has answered. */
function Skeleton() {
  return (
    <div className="skeleton" aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}

export function App() {
  const { state, put, reload } = useLoaded<Start>("start", start);
  const [turn, setTurn] = useState(0);
  const [said, setSaid] = useState<string | null>(null);
  /** Another store, or none: nothing of the one before may stay on the screen. */
  const open = useCallback(
    (next: Start, words?: string) => {
      window.history.replaceState(null, "", "#");
      put(next);
      setSaid(words ?? null);
      setTurn((before) => before + 1);
    },
    [put],
  );
  const update = useCallback((frame: Frame) => put({ phase: "ready", frame }), [put]);
  return (
    <ConfigProvider locale={locale} theme={theme} button={{ autoInsertSpace: false }}>
      {state.phase === "reading" && <Skeleton />}
      {state.phase === "refused" && (
        <main className="refused">
          <h1>{m.refusedTitle}</h1>
          <RefusalNotice refusal={state.refusal} onRetry={reload} />
        </main>
      )}
      {state.phase === "ready" && <Phase key={turn} now={state.value} said={said} onOpen={open} onFrame={update} retry={reload} />}
      <HintLayer />
    </ConfigProvider>
  );
}
