// One row of a table. It answers nothing itself: the table hears its presses, so that a scroll mounts plain rows only.
import { memo } from "react";
import { tableMessages as m } from "../messages/table";
import { type Column, textOf } from "./tableRows";

interface DataTableRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  id: string;
  index: number;
  /** Rows of the head above it. */
  headRows: number;
  template: string;
  active: boolean;
  opened: boolean;
  /** `null`: rows cannot be chosen. */
  chosen: boolean | null;
}

function PlainRow<Row>({ row, columns, id, index, headRows, template, active, opened, chosen }: DataTableRowProps<Row>) {
  const lead = chosen === null ? 0 : 1;
  return (
    <div
      id={id}
      className="table__row"
      role="row"
      aria-rowindex={index + 1 + headRows}
      aria-selected={chosen ?? undefined}
      aria-current={opened || undefined}
      data-index={index}
      data-active={active || undefined}
      style={{ gridTemplateColumns: template }}
    >
      {chosen !== null && (
        <div role="gridcell" aria-colindex={1} className="table__choose" data-choose>
          <input type="checkbox" tabIndex={-1} readOnly checked={chosen} aria-label={m.choose} />
        </div>
      )}
      {columns.map(({ key, align, value, render }, at) => (
        <div key={key} role="gridcell" aria-colindex={at + 1 + lead} data-align={align} className="table__cell">
          {render === undefined ? textOf(value(row)) : render(row)}
        </div>
      ))}
    </div>
  );
}

/** Drawn anew only when something of its own has changed. */
export const DataTableRow = memo(PlainRow) as typeof PlainRow;
