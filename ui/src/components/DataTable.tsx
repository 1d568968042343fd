// A long list as a table: sorted, filtered, chosen from, copied to a spreadsheet; ten thousand rows scroll as a hundred do.
// It is one tab stop: arrows move the active row (above the first is the head), Enter opens it, Space chooses it, Ctrl+C copies.
// Left to others: what is shown and in which order (tableRows.ts), what is mounted (tableWindow.ts), the page around it.
import { Button } from "antd";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useMemo, useRef, useState } from "react";
import { tableMessages as m } from "../messages/table";
import { DataTableBar } from "./DataTableBar";
import { DataTableHead } from "./DataTableHead";
import { DataTableRow } from "./DataTableRow";
import { assertNever } from "./assertNever";
import { putOnClipboard } from "./cells";
import { inTextBox, isComposing } from "./keyboard";
import { type Choosing, allTurned, chosenAfter } from "./tableChosen";
import { fitting, trackOf } from "./tableColumns";
import { rowAfter, tableKeyOf } from "./tableKeys";
import { type Column, type TableView, WHOLE, copiedRows, filtered, isFiltered, look, turned } from "./tableRows";
import { useTableWindow } from "./tableWindow";
import "./DataTable.css";

export interface DataTableProps<Row> {
  label: string;
  /** The same array from one drawing to the next: a constant, or from useMemo. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** A constant too. */
  keyOf: (row: Row) => string;
  /** Rows 26 px high instead of 36. */
  dense?: boolean;
  /** Rows 54 px high, whose cells have two lines: for sentences that are read, not looked up. */
  tall?: boolean;
  /** Instead of the table while there are no rows at all: what to do, with the button that does it. */
  empty: ReactNode;
  /** The key of the row whose detail stands beside. */
  opened?: string | null;
  onOpen?: (row: Row) => void;
  /** Absent: the table keeps its view itself. */
  view?: TableView;
  onView?: (view: TableView) => void;
  /** Absent: rows cannot be chosen. */
  choosing?: Choosing;
  /** Left of the copy button. */
  actions?: ReactNode;
  testId?: string;
}

/** Where the keyboard is. */
type Active = { at: "row"; key: string } | { at: "head"; column: string } | null;

const CHOOSING_WIDTH = 36;
const ROW_HEIGHT = 36;
const ROW_HEIGHT_DENSE = 26;
const ROW_HEIGHT_TALL = 54;

/** What is cut off in a cell is said in a hint, and only that. */
function hintWhereCut({ target }: { target: EventTarget }): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>(".table__cell") : null;
  if (cell === null) return;
  if (cell.scrollWidth > cell.clientWidth || cell.scrollHeight > cell.clientHeight) cell.dataset["hint"] = cell.textContent ?? "";
  else delete cell.dataset["hint"];
}

const hasSelectedText = (): boolean => (window.getSelection()?.toString() ?? "") !== "";

export function DataTable<Row>(props: DataTableProps<Row>) {
  if (props.rows.length > 0) return <Filled {...props} />;
  return (
    <div className="table" data-testid={props.testId}>
      {props.empty}
    </div>
  );
}

/** The rows that are shown, their keys and places, and which of them are chosen. */
function useLook<Row>({ rows, columns, keyOf, choosing }: DataTableProps<Row>, view: TableView) {
  const looked = useMemo(() => look(rows, columns, view), [rows, columns, view]);
  const { shown } = looked;
  const keys = useMemo(() => shown.map(keyOf), [shown, keyOf]);
  const places = useMemo(() => new Map(keys.map((key, index) => [key, index])), [keys]);
  const chosen = choosing?.chosen ?? null;
  const chosenRows = useMemo(() => (chosen === null ? [] : shown.filter((_, index) => chosen.has(keys[index] ?? ""))), [shown, keys, chosen]);
  return { ...looked, keys, places, chosen, chosenRows };
}

function Filled<Row>(props: DataTableProps<Row>) {
  const { label, columns: all, rows, dense = false, tall = false, opened = null, onOpen, choosing } = props;
  const id = useId();
  const [ownView, setOwnView] = useState(WHOLE);
  const view = props.view ?? ownView;
  const { shown, choices, keys, places, chosen, chosenRows } = useLook(props, view);
  const rowHeight = dense ? ROW_HEIGHT_DENSE : tall ? ROW_HEIGHT_TALL : ROW_HEIGHT;
  const { first, end, scroller, head, page, onScroll, reveal, toTop, width } = useTableWindow(rowHeight, shown.length);
  const columns = useMemo(() => fitting(all, width - (choosing === undefined ? 0 : CHOOSING_WIDTH), view), [all, width, choosing, view]);

  const show = (next: TableView) => {
    setOwnView(next);
    props.onView?.(next);
    toTop();
  };
  const clear = () => show({ ...view, filters: {} });
  const sort = (key: string) => show({ ...view, sorting: turned(view.sorting, key) });

  const [active, setActive] = useState<Active>(null);
  const activeIndex = active?.at === "row" ? (places.get(active.key) ?? -1) : -1;
  const activate = (index: number) => {
    const key = keys[index];
    if (key === undefined) return;
    setActive({ at: "row", key });
    reveal(index);
  };
  const activateTitle = (step: number) => {
    const at = active?.at === "head" ? columns.findIndex(({ key }) => key === active.column) : 0;
    const column = columns[Math.min(Math.max(at + step, 0), columns.length - 1)];
    if (column !== undefined) setActive({ at: "head", column: column.key });
  };

  const chosenLast = useRef<string | null>(null);
  const choose = (index: number, range: boolean) => {
    const key = keys[index];
    if (choosing === undefined || key === undefined) return;
    const from = range && chosenLast.current !== null ? (places.get(chosenLast.current) ?? index) : index;
    chosenLast.current = key;
    choosing.onChoose(chosenAfter(choosing.chosen, keys, from, index));
  };

  const copying = chosenRows.length > 0 ? chosenRows : shown;
  const [said, setSaid] = useState<{ of: readonly Row[]; words: string } | null>(null);
  const copy = () => {
    if (copying.length === 0) return;
    setSaid({ of: copying, words: putOnClipboard(copiedRows(copying, all)) ? m.copied(copying.length) : m.notCopied });
  };

  /** Does what a key means; `false`: nothing. */
  const answer = (event: KeyboardEvent): boolean => {
    const key = tableKeyOf(event);
    const row = shown[activeIndex];
    switch (key?.kind) {
      case "copy":
        if (hasSelectedText()) return false;
        copy();
        return true;
      case "choose-all":
        choosing?.onChoose(new Set([...choosing.chosen, ...keys]));
        return choosing !== undefined;
      case "go":
      case "choose":
        // A button that has just been pressed keeps its own keys.
        if (event.target !== event.currentTarget) return false;
        if (active?.at === "head") sort(active.column);
        else if (key.kind === "choose") choose(activeIndex, key.range);
        else if (row !== undefined) onOpen?.(row);
        return true;
      case "across":
        if (active?.at !== "head") return false;
        activateTitle(key.step);
        return true;
      case "row": {
        const to = rowAfter(key.key, activeIndex, shown.length, page);
        scroller.current?.focus({ preventScroll: true });
        if (to === -1) activateTitle(0);
        else activate(to);
        return true;
      }
      case undefined:
        return false;
      default:
        return assertNever(key);
    }
  };
  const strike = (event: KeyboardEvent) => {
    const box = event.target instanceof Element && event.target.closest(".table__filters, .table__cell :is(input, textarea)") !== null;
    if (!box) {
      if (answer(event)) event.preventDefault();
      return;
    }
    // From a filter's text the rows are one key away; everything else is the box's own.
    const choice = event.target instanceof Element && event.target.closest(".ant-select") !== null;
    if (event.key !== "ArrowDown" || choice || !inTextBox(event.target) || isComposing(event)) return;
    event.preventDefault();
    scroller.current?.focus({ preventScroll: true });
    activate(0);
  };

  const press = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const index = Number(target?.closest<HTMLElement>(".table__row")?.dataset["index"] ?? "-1");
    const [row, key] = [shown[index], keys[index]];
    if (target === null || row === undefined || key === undefined) return;
    setActive({ at: "row", key });
    if (target.closest("[data-choose]") !== null) choose(index, event.shiftKey);
    // What can be pressed in a cell answers for itself; a drag that selects text opens nothing.
    else if (target.closest("button, a, input, label") === null && !hasSelectedText()) onOpen?.(row);
  };

  const template = [...(choosing === undefined ? [] : [`${CHOOSING_WIDTH}px`]), ...columns.map(trackOf)].join(" ");
  const headRows = columns.some(({ filter }) => filter !== undefined) ? 2 : 1;
  const titleId = (column: string) => `${id}-title-${column}`;
  const rowId = (index: number) => `${id}-row-${index}`;
  const activeRowId = activeIndex >= first && activeIndex < end ? rowId(activeIndex) : undefined;
  return (
    <div className="table" data-testid={props.testId}>
      <DataTableBar
        shown={shown.length}
        count={rows.length}
        filtered={isFiltered(view)}
        onClear={clear}
        chosen={chosen === null || chosen.size === 0 ? null : { count: chosen.size, hidden: chosen.size - chosenRows.length }}
        said={said !== null && said.of === copying ? said.words : ""}
        copying={copying.length}
        onCopy={copy}
        actions={props.actions}
      />
      <div
        ref={scroller}
        className="table__scroll"
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={shown.length + headRows}
        aria-colcount={columns.length + (choosing === undefined ? 0 : 1)}
        aria-multiselectable={choosing !== undefined || undefined}
        aria-activedescendant={active?.at === "head" ? titleId(active.column) : activeRowId}
        data-dense={dense || undefined}
        data-tall={tall || undefined}
        data-opens={onOpen !== undefined || undefined}
        onKeyDown={strike}
        onClick={press}
        onMouseOver={hintWhereCut}
        onFocus={hintWhereCut}
        onScroll={onScroll}
      >
        <DataTableHead
          columns={columns}
          view={view}
          choices={choices}
          active={active?.at === "head" ? active.column : null}
          titleId={titleId}
          template={template}
          head={head}
          choosing={chosen === null ? null : chosenRows.length === 0 ? "none" : chosenRows.length === shown.length ? "all" : "some"}
          onChooseAll={() => choosing?.onChoose(allTurned(choosing.chosen, keys))}
          onSort={sort}
          onFilter={(key, filter) => show(filtered(view, key, filter))}
        />
        {shown.length === 0 && (
          <p className="table__none">
            {m.none}
            <Button size="small" onClick={clear}>
              {m.clear}
            </Button>
          </p>
        )}
        <div className="table__body" role="rowgroup" style={{ height: shown.length * rowHeight, paddingTop: first * rowHeight }}>
          {shown.slice(first, end).map((row, at) => {
            const index = first + at;
            const key = keys[index] ?? "";
            return (
              <DataTableRow
                key={key}
                row={row}
                columns={columns}
                id={rowId(index)}
                index={index}
                headRows={headRows}
                template={template}
                active={activeIndex === index}
                opened={key === opened}
                chosen={chosen === null ? null : chosen.has(key)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
