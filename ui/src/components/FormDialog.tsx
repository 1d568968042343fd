// A few fields and one decision; what is refused stands under them, what was written stays.
import { Input, Select } from "antd";
import { useState } from "react";
import { DateField } from "./DateField";
import { Decision, Dialog } from "./Dialog";
import { Field as Row, Fields } from "./Field";
import { FilesField } from "./FilesField";
import { RefusalNotice } from "./Notice";
import type { BoxEvidence, Refusal } from "../ipc/bindings";
import { asRefusal } from "../ipc/refusal";
import { evidenceMessages } from "../messages/evidence";
import { fieldMessages as m } from "../messages/fields";
import { words } from "../messages/words";

export interface Field {
  key: string;
  label: string;
  kind: "line" | "text" | "day" | "choice";
  value?: string;
  hint?: string;
  /** Two of them share a row. */
  half?: boolean;
  /** It must not stay empty. */
  needed?: boolean;
  /** When it is asked; always if absent. What is not asked is sent as it stands. */
  only?: (values: Readonly<Record<string, string>>) => boolean;
  /** Of a choice. */
  options?: readonly { value: string; word: string }[];
}

interface FormDialogProps {
  title: string;
  fields: readonly Field[];
  year: number;
  /** The word of a last field that takes files; none if absent. */
  files?: string;
  word: string;
  /** Sends what was written and the files that were added; the answer closes the dialog. */
  send: (values: Readonly<Record<string, string>>, files: BoxEvidence[]) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
  testId: string;
}

export function FormDialog({ title, fields, year, files, word, send, onDone, onClose, testId }: FormDialogProps) {
  const [values, setValues] = useState<Record<string, string>>(() => Object.fromEntries(fields.map(({ key, value }) => [key, value ?? ""])));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [pieces, setPieces] = useState<readonly BoxEvidence[]>([]);
  const [storing, setStoring] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const put = (key: string, value: string) => setValues((before) => ({ ...before, [key]: value }));
  const asked = fields.filter(({ only }) => only?.(values) ?? true);
  const missing = asked.filter(({ key, needed }) => needed === true && (values[key] ?? "").trim() === "" && !wrong.has(key)).map(({ label }) => label);
  const unanswered = pieces.some(({ personal }) => personal === null);
  const lacking = unanswered ? [...missing, evidenceMessages.personalAsked] : missing;
  const undecided = busy || storing > 0 || wrong.size > 0 || lacking.length > 0;
  const note = storing > 0 ? evidenceMessages.storing : lacking.length > 0 ? m.missing(lacking.join(words.comma)) : "";
  const decide = () => {
    if (undecided) return;
    setBusy(true);
    setRefusal(null);
    send(values, [...pieces])
      .then(onDone)
      .catch((error: unknown) => {
        setRefusal(asRefusal(error));
        setBusy(false);
      });
  };
  const field = (one: Field, first: boolean) => {
    const shared = { "aria-label": one.label, value: values[one.key] ?? "", "data-testid": `${testId}-${one.key}`, ...(first && { "data-first": true }) };
    switch (one.kind) {
      case "text":
        return <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: 6 }} placeholder={one.hint ?? ""} onChange={({ target }) => put(one.key, target.value)} />;
      case "day":
        return (
          <DateField
            label={one.label}
            value={values[one.key] === "" ? null : (values[one.key] ?? null)}
            year={year}
            {...(one.hint !== undefined && { placeholder: one.hint })}
            onChange={(day, isWrong) => {
              put(one.key, day ?? "");
              setWrong((before) => new Set([...before].filter((key) => key !== one.key).concat(isWrong ? [one.key] : [])));
            }}
            testId={`${testId}-${one.key}`}
          />
        );
      case "choice":
        return (
          <Select
            {...shared}
            showSearch={{ optionFilterProp: "label" }}
            value={one.options?.some(({ value }) => value === shared.value) === true ? shared.value : null}
            placeholder={one.hint}
            options={(one.options ?? []).map(({ value, word: name }) => ({ value, label: name }))}
            onChange={(value: string | null) => put(one.key, value ?? "")}
          />
        );
      default:
        return <Input {...shared} placeholder={one.hint ?? ""} onChange={({ target }) => put(one.key, target.value)} />;
    }
  };
  return (
    <Dialog title={title} width={600} top={40} onClose={onClose} footer={<Decision word={word} disabled={undecided} onDecide={decide} onClose={onClose} testId={`${testId}-decide`} note={note} />}>
      <Fields>
        {asked.map((one, index) => (
          <Row key={one.key} word={one.label} half={one.half ?? false}>
            {field(one, index === 0)}
          </Row>
        ))}
        {files !== undefined && (
          <Row word={files}>
            <FilesField pieces={pieces} onChange={setPieces} onStoring={setStoring} />
          </Row>
        )}
      </Fields>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}

/** Blanks are nothing. */
export const orNull = (text: string | undefined): string | null => (text === undefined || text.trim() === "" ? null : text);
