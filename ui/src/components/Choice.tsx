// One of a few: native radio buttons that look like a row of buttons, so keys and screen readers work as everywhere.
import type { ReactNode } from "react";
import "./Choice.css";

export interface ChoiceOption<V extends string | number> {
  value: V;
  word: ReactNode;
  testId?: string;
  /** Colours the chosen option; its word says the same. */
  tone?: "plain" | "done" | "slow" | "late" | "muted";
  hint?: string;
  disabled?: boolean;
}

interface ChoiceProps<V extends string | number> {
  name: string;
  label: string;
  options: readonly ChoiceOption<V>[];
  value: V | null;
  onChange: (value: V) => void;
  disabled?: boolean;
  invalid?: boolean;
  describedBy?: string;
  kind?: "buttons" | "tabs" | "small";
}

export function Choice<V extends string | number>(props: ChoiceProps<V>) {
  const { name, label, options, value, onChange, disabled = false, kind = "buttons", invalid = false } = props;
  return (
    <div
      className={`choice choice--${kind}`}
      role="radiogroup"
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={props.describedBy}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="choice__option"
          data-chosen={option.value === value || undefined}
          data-tone={option.tone}
          data-hint={option.hint}
        >
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={disabled || option.disabled === true}
            onChange={() => onChange(option.value)}
            data-testid={option.testId}
          />
          <span>{option.word}</span>
        </label>
      ))}
    </div>
  );
}
