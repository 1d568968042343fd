// Over the pages: which one, out of how many, and how large they are.
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { isComposing } from "../../components/keyboard";
import type { PrintedReport } from "../../ipc/bindings";
import { printedMessages as m } from "../../messages/printed";
import { type Zoom, ZOOMS } from "./zoom";

interface PagesBarProps {
  report: PrintedReport;
  current: number;
  /** How many lie beside each other: so many are turned at once. */
  columns: 1 | 2;
  setting: boolean;
  zoom: Zoom;
  /** As a share of the real size. */
  percent: number;
  onPage: (number: number) => void;
  onZoom: (zoom: Zoom) => void;
  onStep: (direction: 1 | -1) => void;
}

/** 第 [3] 页: a number that is typed counts when Enter is pressed or the box is left. */
function PageBox({ current, count, onPage }: { current: number; count: number; onPage: (number: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const go = () => {
    const number = Number.parseInt((typed ?? "").normalize("NFKC"), 10);
    setTyped(null);
    if (Number.isFinite(number)) onPage(Math.min(Math.max(1, number), count));
  };
  return (
    <input
      className="pages__number"
      inputMode="numeric"
      aria-label={m.pageBox(count)}
      data-hint={m.pageBoxHint}
      data-testid="page-box"
      value={typed ?? String(current)}
      onChange={({ target }) => setTyped(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={go}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === "Enter") go();
        else if (event.key === "Escape") setTyped(null);
      }}
    />
  );
}

export function PagesBar({ report, current, columns, setting, zoom, percent, onPage, onZoom, onStep }: PagesBarProps) {
  const shown = Math.round(percent * 100);
  return (
    <div className="pages__bar">
      <span className="pages__at" data-testid="report-pages" data-token={report.token}>
        <Button size="small" type="text" icon={<LeftOutlined />} aria-label={m.pageBefore} data-hint={m.pageBefore} disabled={current <= 1} onClick={() => onPage(current - columns)} data-testid="page-before" />
        <span>{m.pageNumber[0]}</span>
        <PageBox current={current} count={report.pages} onPage={onPage} />
        <span data-testid="page-count">{m.pageNumber[1](report.pages)}</span>
        <Button size="small" type="text" icon={<RightOutlined />} aria-label={m.pageAfter} data-hint={m.pageAfter} disabled={current + columns > report.pages} onClick={() => onPage(current + columns)} data-testid="page-after" />
        <span className="pages__setting" role="status">
          {setting && m.making}
        </span>
      </span>
      <span className="pages__zoom" role="group" aria-label={m.zoom}>
        <Button size="small" type="text" disabled={percent <= ZOOMS[0]} onClick={() => onStep(-1)} data-hint={m.zoomOutHint} data-testid="zoom-out">
          {m.zoomOut}
        </Button>
        <output data-testid="zoom">{shown}%</output>
        <Button size="small" type="text" disabled={shown >= 300} onClick={() => onStep(1)} data-hint={m.zoomInHint} data-testid="zoom-in">
          {m.zoomIn}
        </Button>
        <Button size="small" type="text" aria-pressed={zoom === "width"} onClick={() => onZoom("width")} data-hint={m.fitHint} data-testid="fit-width">
          {m.fit}
        </Button>
        <Button size="small" type="text" aria-pressed={zoom === "page"} onClick={() => onZoom("page")} data-testid="fit-page">
          {m.fitPage}
        </Button>
      </span>
    </div>
  );
}
