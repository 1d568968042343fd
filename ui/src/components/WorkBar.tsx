// A bar for long work, with an estimate and 停止.
import { Button, Progress } from "antd";
import { useEffect, useRef, useState } from "react";
import { stopWork } from "../ipc/commands";
import { words } from "../messages/words";
import type { WorkNow } from "./work";
import "./WorkBar.css";

interface WorkBarProps {
  now: WorkNow;
  /** What is being done, to what. */
  words: string;
}

export function WorkBar({ now, words: what }: WorkBarProps) {
  const [stopping, setStopping] = useState(false);
  const stop = () => {
    setStopping(true);
    stopWork().catch(() => setStopping(false));
  };
  // It stands under what was pressed, which may be the lowest thing in sight.
  const bar = useRef<HTMLDivElement>(null);
  // Nothing is handed back: newer web views answer with a promise, which React would take for a clean-up and call.
  useEffect(() => void bar.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <div ref={bar} className="work" data-testid="work">
      <div className="work__words" role="status">
        <span className="work__what">{what}</span>
        <span className="work__far">{now.seconds === null ? words.work.percent(now.percent) : words.work.left(now.percent, now.seconds)}</span>
      </div>
      <Progress percent={now.percent} showInfo={false} size="small" aria-label={what} />
      <Button size="small" disabled={stopping} onClick={stop} data-testid="work-stop">
        {stopping ? words.work.stopping : words.work.stop}
      </Button>
    </div>
  );
}
