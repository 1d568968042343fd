// A table's head: titles that sort, and below them the filters. It stays in sight while the rows scroll.
import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { Input, Select } from "antd";
import type { RefObject } from "react";
import { tableMessages as m } from "../messages/table";
import { type Column, type Counted, type Filter, type TableView, turned } from "./tableRows";

/** The kit wants a value for "no filter", and a choice may itself be the empty text. */
const ALL = "";
const optionOf = (value: string): string => `=${value}`;

interface FilterBoxProps {
  title: string;
  kind: "text" | "choice";
  filter: Filter | undefined;
  choices: readonly Counted[];
  onFilter: (filter: Filter | null) => void;
  testId: string;
}

function FilterBox({ title, kind, filter, choices, onFilter, testId }: FilterBoxProps) {
  if (kind === "text") {
    return (
      <Input
        size="small"
        allowClear
        placeholder={m.find}
        aria-label={m.filter(title)}
        value={filter?.kind === "text" ? filter.find : ""}
        onChange={({ target }) => onFilter(target.value === "" ? null : { kind: "text", find: target.value })}
        data-testid={testId}
      />
    );
  }
  return (
    <Select
      size="small"
      aria-label={m.filter(title)}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: "label" }}
      value={filter?.kind === "choice" ? optionOf(filter.value) : ALL}
      onChange={(option: string) => onFilter(option === ALL ? null : { kind: "choice", value: option.slice(1) })}
      options={[
        { value: ALL, label: m.choiceAll },
        ...choices.map(({ value, count }) => ({ value: optionOf(value), label: m.choice(value === "" ? m.blank : value, count) })),
      ]}
      data-testid={testId}
    />
  );
}

interface DataTableHeadProps<Row> {
  columns: readonly Column<Row>[];
  view: TableView;
  choices: ReadonlyMap<string, readonly Counted[]>;
  /** Of the title that the keyboard is on. */
  active: string | null;
  titleId: (column: string) => string;
  template: string;
  head: RefObject<HTMLDivElement | null>;
  /** What the box of the choosing column says; absent: rows cannot be chosen. */
  choosing: "none" | "some" | "all" | null;
  onChooseAll: () => void;
  onSort: (key: string) => void;
  onFilter: (key: string, filter: Filter | null) => void;
}

const AS_SORTED = { up: "ascending", down: "descending" } as const;

export function DataTableHead<Row>(props: DataTableHeadProps<Row>) {
  const { columns, view, choices, active, titleId, template, head, choosing } = props;
  const filters = columns.some(({ filter }) => filter !== undefined);
  const lead = choosing === null ? 0 : 1;
  return (
    <div ref={head} className="table__head" role="rowgroup">
      <div className="table__titles" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {choosing !== null && (
          <div role="columnheader" aria-colindex={1} aria-label={m.choose}>
            <label className="table__choose">
              <input
                type="checkbox"
                tabIndex={-1}
                checked={choosing === "all"}
                onChange={props.onChooseAll}
                ref={(box) => {
                  if (box !== null) box.indeterminate = choosing === "some";
                }}
                aria-label={m.chooseAll}
                data-testid="choose-all"
              />
            </label>
          </div>
        )}
        {columns.map(({ key, title, align }, index) => {
          const way = view.sorting?.key !== key ? null : view.sorting.descending ? "down" : "up";
          return (
            <div key={key} id={titleId(key)} role="columnheader" aria-colindex={index + 1 + lead} aria-sort={way === null ? "none" : AS_SORTED[way]} data-align={align} data-active={active === key || undefined}>
              <button type="button" tabIndex={-1} className="table__sort" data-hint={turned(view.sorting, key) === null ? m.unordered : m.order(title)} onClick={() => props.onSort(key)} data-testid={`sort-${key}`}>
                <span>{title}</span>
                {way === "up" && <ArrowUpOutlined aria-hidden="true" />}
                {way === "down" && <ArrowDownOutlined aria-hidden="true" />}
              </button>
            </div>
          );
        })}
      </div>
      {filters && (
        <div className="table__filters" role="row" aria-rowindex={2} aria-label={m.filterRow} style={{ gridTemplateColumns: template }}>
          {choosing !== null && <div role="gridcell" aria-colindex={1} aria-label={m.choose} />}
          {columns.map(({ key, title, filter }, index) => (
            <div key={key} role="gridcell" aria-colindex={index + 1 + lead}>
              {filter !== undefined && (
                <FilterBox title={title} kind={filter} filter={view.filters[key]} choices={choices.get(key) ?? []} onFilter={(next) => props.onFilter(key, next)} testId={`filter-${key}`} />
              )}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
