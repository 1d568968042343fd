// The bar on top: year and round for every screen, find, and whose hand records.
import { SearchOutlined, UserOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { Choice } from "../components/Choice";
import type { Frame } from "../ipc/bindings";
import { findMessages } from "../messages/find";
import { frameMessages as m } from "../messages/frame";
import { roleWords } from "../messages/persons";
import { quarterWord, words } from "../messages/words";

interface TopBarProps {
  frame: Frame;
  year: number | null;
  quarter: number;
  onYear: (year: number) => void;
  onQuarter: (quarter: number) => void;
  onFind: () => void;
  onWho: () => void;
  onRemoveSample: () => void;
}

const QUARTERS = [1, 2, 3, 4].map((quarter) => ({
  value: quarter,
  word: quarterWord(quarter),
  testId: `quarter-${quarter}`,
}));

export function TopBar({ frame, year, quarter, onYear, onQuarter, onFind, onWho, onRemoveSample }: TopBarProps) {
  return (
    <header className="bar">
      {year === null ? (
        <span className="bar__none">{m.noYear}</span>
      ) : (
        <>
          <Select
            className="bar__year"
            variant="borderless"
            aria-label={m.yearChoice}
            data-testid="year"
            value={year}
            onChange={onYear}
            options={frame.years.map((value) => ({ value, label: words.year(value) }))}
            popupMatchSelectWidth={120}
          />
          <Choice kind="tabs" name="quarter" label={m.quarterChoice} options={QUARTERS} value={quarter} onChange={onQuarter} />
        </>
      )}
      {frame.sample && (
        <span className="bar__sample">
          <strong data-hint={m.sampleHint} data-testid="sample-mark">
            {m.sample}
          </strong>
          <button type="button" className="link" data-hint={m.removeSampleHint} onClick={onRemoveSample} data-testid="remove-sample">
            {m.removeSample}
          </button>
        </span>
      )}
      <button type="button" className="bar__find" disabled={year === null} onClick={onFind} aria-label={findMessages.title} aria-keyshortcuts="Control+K" data-testid="find">
        <SearchOutlined />
        <span>{m.find}</span>
        <kbd>{m.findKey}</kbd>
      </button>
      <Button type="text" className="bar__who" onClick={onWho} data-hint={m.whoNow} data-testid="who">
        <UserOutlined />
        <span>{[frame.office.name, frame.person?.name, frame.guard.roles.map((role) => roleWords[role]).join(words.comma)].filter(Boolean).join(" · ")}</span>
      </Button>
    </header>
  );
}
