// A few fields and one decision; what is refused stands under them, what was written stays.
import { Input } from "antd";
import { useId, useState } from "react";
import { DateField } from "../../components/DateField";
import { Decision, Dialog } from "../../components/Dialog";
import { RefusalNotice } from "../../components/Notice";
import type { Refusal } from "../../ipc/bindings";
import { asRefusal } from "../../ipc/refusal";

export interface Field {
  key: string;
  label: string;
  kind: "line" | "text" | "day" | "choice";
  value?: string;
  hint?: string;
  /** Of a choice. */
  options?: readonly { value: string; word: string }[];
}

interface FormDialogProps {
  title: string;
  fields: readonly Field[];
  year: number;
  word: string;
  /** Sends what was written; the answer closes the dialog. */
  send: (values: Readonly<Record<string, string>>) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
  testId: string;
}

export function FormDialog({ title, fields, year, word, send, onDone, onClose, testId }: FormDialogProps) {
  const id = useId();
  const [values, setValues] = useState<Record<string, string>>(() => Object.fromEntries(fields.map(({ key, value }) => [key, value ?? ""])));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const put = (key: string, value: string) => setValues((before) => ({ ...before, [key]: value }));
  const decide = () => {
    setBusy(true);
    setRefusal(null);
    send(values)
      .then(onDone)
      .catch((error: unknown) => {
        setRefusal(asRefusal(error));
        setBusy(false);
      });
  };
  const field = (one: Field, first: boolean) => {
    const shared = { id: `${id}-${one.key}`, value: values[one.key] ?? "", "data-testid": `${testId}-${one.key}`, ...(first && { "data-first": true }) };
    switch (one.kind) {
      case "text":
        return <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: 6 }} placeholder={one.hint ?? ""} onChange={({ target }) => put(one.key, target.value)} />;
      case "day":
        return (
          <DateField
            label={one.label}
            value={values[one.key] === "" ? null : (values[one.key] ?? null)}
            year={year}
            onChange={(day, isWrong) => {
              put(one.key, day ?? "");
              setWrong((before) => new Set([...before].filter((key) => key !== one.key).concat(isWrong ? [one.key] : [])));
            }}
            testId={`${testId}-${one.key}`}
          />
        );
      case "choice":
        return (
          <select {...shared} className="chase__select" onChange={({ target }) => put(one.key, target.value)}>
            {one.options?.map(({ value, word: name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        );
      default:
        return <Input {...shared} placeholder={one.hint ?? ""} onChange={({ target }) => put(one.key, target.value)} />;
    }
  };
  return (
    <Dialog title={title} width={560} onClose={onClose} footer={<Decision word={word} disabled={busy || wrong.size > 0} onDecide={decide} onClose={onClose} testId={`${testId}-decide`} />}>
      <div className="chase__form">
        {fields.map((one, index) => (
          <label key={one.key} htmlFor={`${id}-${one.key}`}>
            <span>{one.label}</span>
            {field(one, index === 0)}
          </label>
        ))}
      </div>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}

/** Blanks are nothing. */
export const orNull = (text: string | undefined): string | null => (text === undefined || text.trim() === "" ? null : text);
