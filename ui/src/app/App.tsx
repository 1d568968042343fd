// The window: first start, a refused store, or the frame with a screen in it.
import { Button, ConfigProvider } from "antd";
import { useCallback, useState } from "react";
import { finishAll } from "../components/closing";
import { HintLayer } from "../components/HintLayer";
import { RefusalNotice } from "../components/Notice";
import { useLoaded } from "../components/loaded";
import { useRestore } from "../components/restore";
import { assertNever } from "../components/assertNever";
import { FirstStart } from "../features/start/FirstStart";
import type { Frame, Refusal, Start } from "../ipc/bindings";
import { closeWindow, start } from "../ipc/commands";
import { useShellEvent } from "../ipc/events";
import { frameMessages as m } from "../messages/frame";
import { restoreMessages } from "../messages/restore";
import { words } from "../messages/words";
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
      return <FirstStart onReady={(frame) => onOpen({ phase: "ready", frame })} onRestored={(frame) => onOpen({ phase: "ready", frame }, restoreMessages.restored)} />;
    case "ready":
      return <Office frame={now.frame} said={said} onFrame={onFrame} onStart={onOpen} />;
    case "refused":
      return <Refused refusal={now.refusal} onOpen={onOpen} retry={retry} />;
    default:
      return assertNever(now);
  }
}

/** A store that cannot be opened is left as it is; a backup of it can be opened instead. */
function Refused({ refusal, onOpen, retry }: { refusal: Refusal } & Pick<PhaseProps, "onOpen" | "retry">) {
  const restoring = useRestore((frame) => onOpen({ phase: "ready", frame }, restoreMessages.restored));
  return (
    <main className="refused">
      <h1>{m.refusedTitle}</h1>
      <RefusalNotice refusal={refusal} />
      <p className="refused__ways">
        <Button type="primary" disabled={restoring.busy} onClick={retry}>
          {words.retry}
        </Button>
        <Button disabled={restoring.busy} onClick={restoring.ask} data-testid="restore">
          {restoreMessages.restore}
        </Button>
      </p>
      {restoring.under}
    </main>
  );
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
    (next: Start, message?: string) => {
      window.history.replaceState(null, "", "#");
      put(next);
      setSaid(message ?? null);
      setTurn((before) => before + 1);
    },
    [put],
  );
  const update = useCallback((frame: Frame) => put({ phase: "ready", frame }), [put]);
  useShellEvent("closing", () => {
    // A window that cannot be told closes by itself in a moment.
    finishAll().then(closeWindow).catch(() => undefined);
  });
  return (
    <ConfigProvider locale={locale} theme={theme} button={{ autoInsertSpace: false }}>
      {state.phase === "reading" && <Skeleton />}
      {state.phase === "refused" && <Refused refusal={state.refusal} onOpen={open} retry={reload} />}
      {state.phase === "ready" && <Phase key={turn} now={state.value} said={said} onOpen={open} onFrame={update} retry={reload} />}
      <HintLayer />
    </ConfigProvider>
  );
}
