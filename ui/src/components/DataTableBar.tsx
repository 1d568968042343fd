// Above a table: how many rows of how many, how many are chosen, and 复制 with what it copied.
import { CopyOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { tableMessages as m } from "../messages/table";

interface DataTableBarProps {
  shown: number;
  count: number;
  filtered: boolean;
  onClear: () => void;
  /** `null`: rows cannot be chosen, or none is. */
  chosen: { count: number; hidden: number } | null;
  /** What copying said; empty: nothing. */
  said: string;
  /** How many rows copying would take. */
  copying: number;
  onCopy: () => void;
  actions: ReactNode;
}

export function DataTableBar({ shown, count, filtered, onClear, chosen, said, copying, onCopy, actions }: DataTableBarProps) {
  return (
    <div className="table__bar">
      <p className="table__count" role="status" data-testid="table-count">
        {filtered ? m.filtered(shown, count) : m.all(count)}
      </p>
      {filtered && (
        <button type="button" className="link" onClick={onClear} data-testid="clear-filters">
          {m.clear}
        </button>
      )}
      {chosen !== null && <p data-testid="table-chosen">{m.chosen(chosen.count, chosen.hidden)}</p>}
      <p className="table__said" role="status" data-testid="table-said">
        {said}
      </p>
      {actions}
      <Button size="small" icon={<CopyOutlined />} disabled={copying === 0} onClick={onCopy} data-hint={m.copyHint(copying, chosen !== null && chosen.count > chosen.hidden)} data-testid="copy">
        {m.copy}
      </Button>
    </div>
  );
}
