// A task's indicators in boxes: name, unit and kind, the year's value and the quarters', in words as the paper writes them.
// Below a box stands where its value is from; a suggestion is only taken by 采用.
import { Button, Input, Select } from "antd";
import type { IndicatorView } from "../../ipc/bindings";
import { indicatorMessages as m } from "../../messages/indicator";
import { COLUMNS, type Cell, type Fault, type Row, isOnlySuggested, isSuggestion } from "./draft";
import { written } from "./values";

interface IndicatorTableProps {
  rows: readonly Row[];
  /** What the rows come to, by their keys: the derived years. */
  checked: ReadonlyMap<string, IndicatorView>;
  fault: Fault | null;
  lit: string | null;
  onLit: (key: string | null) => void;
  onRow: (row: Row) => void;
}

const KINDS = Object.entries(m.kinds).map(([value, label]) => ({ value, label }));

const nameOfRow = (row: Row): string => row.name.trim() || m.unnamed;

/** Where the value is from, where that is not the text itself. */
function noteOf({ text, shown }: Cell, derived: string | null): string | null {
  if (text.trim() === "") return derived === null ? null : m.derived;
  if (shown === null || text.trim() !== written(shown) || shown.origin === "entered") return m.entered;
  if (shown.unit_missing) return m.unitMissing;
  return shown.ordinal === null ? null : m.ordinal(shown.ordinal);
}

function ValueBox({ row, column, derived, isFault, onText }: { row: Row; column: number; derived: string | null; isFault: boolean; onText: (text: string) => void }) {
  const cell = row.cells[column];
  if (cell === undefined) return null;
  const label = m.cell(nameOfRow(row), COLUMNS[column] ?? "");
  const suggestion = isSuggestion(cell) && cell.shown !== null && cell.text.trim() === "" ? written(cell.shown) : null;
  const note = noteOf(cell, derived);
  return (
    <>
      <Input
        size="small"
        value={cell.text}
        placeholder={derived ?? ""}
        aria-label={label}
        onChange={({ target }) => onText(target.value)}
        data-testid={`value-${row.key}-${column}`}
        {...(isFault && { status: "error" as const })}
      />
      {suggestion !== null ? (
        <span className="indicator__suggested">
          {m.suggested(suggestion)}
          <button type="button" className="link" aria-label={m.takeLabel(nameOfRow(row), COLUMNS[column] ?? "", suggestion)} onClick={() => onText(suggestion)} data-testid={`take-${row.key}-${column}`}>
            {m.take}
          </button>
        </span>
      ) : (
        note !== null && <span className="indicator__note">{note}</span>
      )}
    </>
  );
}

function IndicatorRow({ row, checked, fault, lit, onLit, onRow }: Omit<IndicatorTableProps, "rows" | "checked" | "lit"> & { row: Row; checked: IndicatorView | undefined; lit: boolean }) {
  if (row.removed) {
    return (
      <tr className="indicator indicator--removed" data-testid={`indicator-${row.key}`}>
        <td colSpan={6}>
          {m.removed(nameOfRow(row))}{" "}
          <button type="button" className="link" onClick={() => onRow({ ...row, removed: false })} data-testid={`restore-${row.key}`}>
            {m.restore}
          </button>
        </td>
      </tr>
    );
  }
  const faulty = fault?.row === row.key;
  return (
    <tr
      className="indicator"
      data-lit={lit || undefined}
      onMouseEnter={() => onLit(row.key)}
      onMouseLeave={() => onLit(null)}
      onFocus={() => onLit(row.key)}
      onBlur={() => onLit(null)}
      data-testid={`indicator-${row.key}`}
    >
      <td className="indicator__name">
        <Input
          size="small"
          value={row.name}
          placeholder={m.namePlaceholder}
          aria-label={m.name}
          onChange={({ target }) => onRow({ ...row, name: target.value })}
          data-testid={`name-${row.key}`}
          {...(faulty && fault.column === null && { status: "error" as const })}
        />
        <span className="indicator__more">
          <Input size="small" value={row.unit} placeholder={m.unitPlaceholder} aria-label={m.cell(nameOfRow(row), m.unit)} onChange={({ target }) => onRow({ ...row, unit: target.value })} data-testid={`unit-${row.key}`} />
          <Select size="small" value={row.kind} options={KINDS} aria-label={m.cell(nameOfRow(row), m.kind)} popupMatchSelectWidth={false} onChange={(kind: string) => onRow({ ...row, kind })} data-testid={`kind-${row.key}`} />
          <Button size="small" type="text" aria-label={m.removeLabel(nameOfRow(row))} onClick={() => onRow({ ...row, removed: true })} data-testid={`remove-${row.key}`}>
            {m.remove}
          </Button>
        </span>
        {isOnlySuggested(row) && <span className="indicator__note">{m.notTaken}</span>}
      </td>
      {row.cells.map((_, column) => {
        const annual = column === 0 ? checked?.annual : null;
        return (
          <td key={COLUMNS[column]}>
            <ValueBox
              row={row}
              column={column}
              derived={annual?.origin === "derived" ? written(annual) : null}
              isFault={faulty && fault.column === column}
              onText={(text) => onRow({ ...row, cells: row.cells.map((cell, at) => (at === column ? { ...cell, text } : cell)) })}
            />
          </td>
        );
      })}
    </tr>
  );
}

export function IndicatorTable({ rows, checked, lit, ...shared }: IndicatorTableProps) {
  return (
    <table className="indicator-table">
      <thead>
        <tr>
          <th>{m.columns.name}</th>
          {COLUMNS.map((column) => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <IndicatorRow key={row.key} row={row} checked={checked.get(row.key)} lit={lit === row.key} {...shared} />
        ))}
      </tbody>
    </table>
  );
}
