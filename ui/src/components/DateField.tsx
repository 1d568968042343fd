// A day, typed in any way that offices write it, or picked. What is no day stays as it was typed, and says how to write it.
// Left to others: which days are allowed.
import { CalendarOutlined } from "@ant-design/icons";
import { DatePicker, Input, type InputRef } from "antd";
import dayjs from "dayjs";
import { useId, useRef, useState } from "react";
import { fieldMessages as m } from "../messages/fields";
import { dayIn } from "./day";
import "./DateField.css";

interface DateFieldProps {
  label: string;
  /** 2013-04-07; `null` while nothing, or no day, is written. */
  value: string | null;
  /** `wrong`: something is written that is no day; the field says so, and nothing may be sent without it in silence. */
  onChange: (day: string | null, wrong: boolean) => void;
  /** Meant where none is typed. */
  year: number | null;
  placeholder?: string;
  disabled?: boolean;
  /** It is asked for and missing; the words stand with the caller. */
  invalid?: boolean;
  testId: string;
}

export function DateField({ label, value, onChange, year, placeholder = m.day, disabled = false, invalid = false, testId }: DateFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<{ text: string; day: string | null }>({ text: value ?? "", day: value });
  const [left, setLeft] = useState(false);
  const box = useRef<InputRef>(null);
  const [picking, setPicking] = useState(false);
  // Another day put in from outside replaces what was typed.
  const text = typed.day === value ? typed.text : (value ?? "");
  const isWrong = (written: string) => written.trim() !== "" && dayIn(written, year) === null;
  const wrong = left && isWrong(text);
  const take = (next: string) => {
    const day = dayIn(next, year);
    setTyped({ text: next, day });
    onChange(day, isWrong(next));
  };
  return (
    <div className="date-field">
      <Input
        ref={box}
        value={text}
        disabled={disabled}
        placeholder={placeholder}
        aria-label={label}
        aria-invalid={wrong || invalid || undefined}
        aria-describedby={wrong ? id : undefined}
        onFocus={() => setLeft(false)}
        onChange={({ target }) => take(target.value)}
        onPressEnter={() => setLeft(true)}
        onBlur={() => {
          setLeft(true);
          if (value !== null) setTyped({ text: value, day: value });
        }}
        data-testid={testId}
        {...((wrong || invalid) && { status: "error" as const })}
        suffix={
          <button type="button" className="date-field__pick" tabIndex={-1} disabled={disabled} aria-label={m.pick(label)} data-hint={m.pickHint} onClick={() => setPicking(true)}>
            <CalendarOutlined />
          </button>
        }
      />
      {picking && (
        <DatePicker
          className="date-field__calendar"
          tabIndex={-1}
          inputReadOnly
          open
          onOpenChange={setPicking}
          value={value === null ? null : dayjs(value)}
          onChange={(day) => {
            take(day === null ? "" : day.format("YYYY-MM-DD"));
            setPicking(false);
            box.current?.focus();
          }}
          {...(year !== null && { defaultPickerValue: dayjs().year(year) })}
        />
      )}
      {wrong && (
        <p className="date-field__wrong" id={id} role="alert" data-testid={`${testId}-wrong`}>
          {m.wrongDay(year)}
        </p>
      )}
    </div>
  );
}
