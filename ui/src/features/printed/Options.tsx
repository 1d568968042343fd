// The choices of 报告; each changes the pages in place.
import { DatePicker, Select } from "antd";
import dayjs from "dayjs";
import type { ReactNode } from "react";
import { Choice } from "../../components/Choice";
import { departmentsOf } from "../../components/tasks";
import type { Board } from "../../ipc/bindings";
import { printedMessages as m } from "../../messages/printed";
import { type Choosing, DOCUMENTS } from "./query";

function Option({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="option">
      <span className="option__label">{label}</span>
      {children}
    </div>
  );
}

export function Options({ board, choosing, onChoose }: { board: Board; choosing: Choosing; onChoose: (choosing: Choosing) => void }) {
  return (
    <div className="options">
      <Option label={m.document}>
        <Select
          aria-label={m.document}
          data-testid="report-document"
          value={choosing.document}
          onChange={(document) => onChoose({ ...choosing, document })}
          options={DOCUMENTS.map((document) => ({ value: document, label: m.documents[document] }))}
        />
      </Option>
      {choosing.document === "quarter" && (
        <>
          <Option label={m.style}>
            <Choice
              kind="tabs"
              name="style"
              label={m.style}
              value={choosing.style}
              onChange={(style) => onChoose({ ...choosing, style })}
              options={[
                { value: "original", word: m.styles.original, hint: m.styleHints.original, testId: "style-original" },
                { value: "wide", word: m.styles.wide, hint: m.styleHints.wide, testId: "style-wide" },
              ]}
            />
          </Option>
          <Option label={m.department}>
            <Select
              aria-label={m.department}
              data-testid="report-department"
              showSearch={{ optionFilterProp: "label" }}
              value={choosing.department ?? ""}
              onChange={(department) => onChoose({ ...choosing, department: department === "" ? null : department })}
              options={[{ value: "", label: m.district }, ...departmentsOf(board).map(({ id, name }) => ({ value: id, label: name }))]}
            />
          </Option>
        </>
      )}
      {choosing.document !== "whitepaper" && (
        <Option label={m.asOf}>
          <DatePicker
            aria-label={m.asOf}
            data-testid="report-as-of"
            placeholder={board.as_of}
            value={choosing.asOf === null ? null : dayjs(choosing.asOf)}
            defaultPickerValue={dayjs(board.as_of)}
            onChange={(day) => onChoose({ ...choosing, asOf: day === null ? null : day.format("YYYY-MM-DD") })}
          />
        </Option>
      )}
    </div>
  );
}
