// The choices of 报告; each changes the pages in place. Only those stand here that the document asks for.
import { DatePicker, Select } from "antd";
import dayjs from "dayjs";
import { type ReactNode, useEffect } from "react";
import { Choice } from "../../components/Choice";
import { useLoaded } from "../../components/loaded";
import { departmentsOf, nameOf, tasksOf } from "../../components/tasks";
import type { Board } from "../../ipc/bindings";
import { columnChoices, verifications } from "../../ipc/commands";
import { printedMessages as m } from "../../messages/printed";
import { quarterWord } from "../../messages/words";
import { DOCUMENT_NAMES, DOCUMENTS } from "./documents";
import type { Choosing } from "./query";

function Option({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="option">
      <span className="option__label">{label}</span>
      {children}
    </div>
  );
}

interface OptionsProps {
  board: Board;
  choosing: Choosing;
  onChoose: (choosing: Choosing) => void;
}

/** Under their headings, in the order of the table. */
const LIST = [...new Set(DOCUMENT_NAMES.map((name) => DOCUMENTS[name].group))].map((group) => ({
  label: m.groups[group],
  title: m.groups[group],
  options: DOCUMENT_NAMES.filter((name) => DOCUMENTS[name].group === group).map((value) => ({ value, label: m.documents[value] })),
}));

/** Which of the round's sheets; the newest where nobody has chosen. */
function SheetOption({ board, choosing, onChoose }: OptionsProps) {
  const quarter = choosing.quarter ?? board.quarter;
  const { state } = useLoaded(`${board.year} ${quarter}`, () => verifications(board.year, quarter));
  const sheets = state.phase === "ready" ? state.value : [];
  const known = sheets.some(({ seed }) => seed === choosing.seed);
  const newest = sheets.at(-1)?.seed ?? null;
  const settled = known ? choosing.seed : newest;
  const waits = state.phase === "ready" && settled !== choosing.seed;
  useEffect(() => {
    if (waits) onChoose({ ...choosing, seed: settled });
  }, [waits, settled, choosing, onChoose]);
  if (sheets.length === 0) return null;
  return (
    <Option label={m.sheet}>
      <Select
        aria-label={m.sheet}
        data-testid="report-sheet"
        value={settled}
        onChange={(seed) => onChoose({ ...choosing, seed })}
        options={sheets.map(({ seed }, index) => ({ value: seed, label: m.sheetNumber(index + 1) }))}
      />
    </Option>
  );
}

/** 栏目 of 对照, as the back end has them. */
function ColumnsOption({ choosing, onChoose }: OptionsProps) {
  const { state } = useLoaded("columns", columnChoices);
  if (state.phase !== "ready") return null;
  const hint = state.value.find(({ key }) => key === choosing.columns)?.hint;
  return (
    <Option label={m.columns}>
      <Select
        aria-label={m.columns}
        data-testid="report-columns"
        data-hint={hint}
        value={choosing.columns ?? ""}
        onChange={(columns) => onChoose({ ...choosing, columns: columns === "" ? null : columns })}
        options={state.value.map(({ key, name }) => ({ value: key ?? "", label: name }))}
      />
    </Option>
  );
}

/** One task, or all of them where that may be; of a chosen department its own, and the one that is chosen. */
function TaskOption({ board, choosing, onChoose }: OptionsProps) {
  const row = DOCUMENTS[choosing.document];
  const { department, task: chosen } = choosing;
  const whole = row.department === "never" || department === null;
  const own = tasksOf(board).filter(({ task }) => whole || task.number === chosen || task.departments.some(({ id }) => id === department));
  const tasks = own.map(({ task }) => ({ value: task.number, label: nameOf(task) }));
  return (
    <Option label={m.task}>
      <Select
        aria-label={m.task}
        data-testid="report-task"
        // A title is longer than its box.
        popupMatchSelectWidth={460}
        // （五） is found by 5 too.
        showSearch={{ filterOption: (typed, option) => option !== undefined && (option.label.includes(typed.trim()) || String(option.value) === typed.trim()) }}
        placeholder={m.chooseTask}
        value={chosen ?? (row.task === "may" ? 0 : null)}
        onChange={(task) => onChoose({ ...choosing, task: task === 0 ? null : task })}
        options={row.task === "may" ? [{ value: 0, label: m.allTasks }, ...tasks] : tasks}
      />
    </Option>
  );
}

function BookOptions({ choosing, onChoose }: OptionsProps) {
  return (
    <>
      <Option label={m.photos}>
        <Choice
          kind="tabs"
          name="photos"
          label={m.photos}
          value={choosing.photos}
          onChange={(photos) => onChoose({ ...choosing, photos })}
          options={[
            { value: 4, word: m.photosOf[4], testId: "photos-4" },
            { value: 2, word: m.photosOf[2], hint: m.photosTwoHint, testId: "photos-2" },
          ]}
        />
      </Option>
      {choosing.audience === "internal" && (
        <Option label={m.personal}>
          <Choice
            kind="tabs"
            name="personal"
            label={m.personal}
            value={choosing.personal ? "printed" : "listed"}
            onChange={(personal) => onChoose({ ...choosing, personal: personal === "printed" })}
            options={[
              { value: "listed", word: m.personalChoices.listed, hint: m.personalHints.listed, testId: "personal-listed" },
              { value: "printed", word: m.personalChoices.printed, hint: m.personalHints.printed, testId: "personal-printed" },
            ]}
          />
        </Option>
      )}
    </>
  );
}

export function Options(props: OptionsProps) {
  const { board, choosing, onChoose } = props;
  const row = DOCUMENTS[choosing.document];
  const quarter = choosing.quarter ?? board.quarter;
  const due = quarter === board.quarter ? board.as_of : m.asOfDue;
  // Only the program knows when the newest item was assigned.
  const asOfUnasked = choosing.document === "slips" ? m.asOfSlips : due;
  const departments = departmentsOf(board).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="options">
      <Option label={m.document}>
        <Select
          aria-label={m.document}
          data-testid="report-document"
          value={choosing.document}
          listHeight={480}
          onChange={(document) => onChoose({ ...choosing, document })}
          options={LIST}
        />
      </Option>
      {row.round && (
        <Option label={m.round}>
          <Select
            aria-label={m.round}
            data-testid="report-round"
            value={quarter}
            onChange={(next) => onChoose({ ...choosing, quarter: next === board.quarter ? null : next, asOf: null })}
            options={[1, 2, 3, 4].map((value) => ({ value, label: quarterWord(value) }))}
          />
        </Option>
      )}
      {row.seed && <SheetOption {...props} />}
      {row.department !== "never" && (
        <Option label={m.department}>
          <Select
            aria-label={m.department}
            data-testid="report-department"
            showSearch={{ optionFilterProp: "label" }}
            placeholder={m.chooseDepartment}
            value={choosing.department ?? (row.department === "may" ? "" : null)}
            onChange={(department) => onChoose({ ...choosing, department: department === "" ? null : department })}
            options={row.department === "may" ? [{ value: "", label: m.district }, ...departments] : departments}
          />
        </Option>
      )}
      {row.task !== "never" && <TaskOption {...props} />}
      {row.style && (
        <Option label={m.style}>
          <Choice
            kind="tabs"
            name="style"
            label={m.style}
            value={choosing.style}
            onChange={(style) => onChoose({ ...choosing, style })}
            options={[
              { value: "wide", word: m.styles.wide, hint: m.styleHints.wide, testId: "style-wide" },
              { value: "original", word: m.styles.original, hint: m.styleHints.original, testId: "style-original" },
            ]}
          />
        </Option>
      )}
      {row.style && choosing.style === "wide" && <ColumnsOption {...props} />}
      {row.audience && (
        <Option label={m.audience}>
          <Choice
            kind="tabs"
            name="audience"
            label={m.audience}
            value={choosing.audience}
            onChange={(audience) => onChoose({ ...choosing, audience })}
            options={[
              { value: "internal", word: m.audiences.internal, hint: m.audienceHints.internal, testId: "audience-internal" },
              { value: "public", word: m.audiences.public, hint: m.audienceHints.public, testId: "audience-public" },
            ]}
          />
        </Option>
      )}
      {row.book && <BookOptions {...props} />}
      {row.asOf && (
        <Option label={m.asOf}>
          <DatePicker
            aria-label={m.asOf}
            data-testid="report-as-of"
            placeholder={asOfUnasked}
            value={choosing.asOf === null ? null : dayjs(choosing.asOf)}
            defaultPickerValue={dayjs(board.as_of)}
            onChange={(day) => onChoose({ ...choosing, asOf: day === null ? null : day.format("YYYY-MM-DD") })}
          />
        </Option>
      )}
    </div>
  );
}
