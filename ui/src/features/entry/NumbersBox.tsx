// The numbers that the paper asks for: name, box, unit, what should be reached, and what the year comes to with it.
import { Input } from "antd";
import { isAmount, plainAmount, reachOf, yearWith } from "../../components/amount";
import type { NumberView } from "../../ipc/bindings";
import { entryMessages as m } from "../../messages/entry";
import { Box } from "./Box";
import type { BoxesProps } from "./Boxes";

function Reached({ amount, number }: { amount: string; number: NumberView }) {
  const reach = reachOf(amount, number);
  switch (reach.kind) {
    case "reached":
      return (
        <span className="values__reached" role="img" aria-label={m.reachedWord}>
          {m.reached}
        </span>
      );
    case "short":
      return <span className="values__short">{m.short(reach.by)}</span>;
    case "above":
      return <span className="values__short">{m.above(reach.by)}</span>;
    case "open":
      return null;
  }
}

export function NumbersBox({ form, boxes, disabled, onChange }: BoxesProps) {
  const set = (name: string, amount: string) =>
    onChange((before) => ({ ...before, values: before.values.map((value) => (value.name === name ? { name, amount } : value)) }));
  return (
    <Box name="values" label={m.boxes.values}>
      <ul className="values">
        {form.numbers.map((number) => {
          const { name, unit, should, annual } = number;
          const amount = boxes.values.find((value) => value.name === name)?.amount ?? "";
          const wrong = !isAmount(amount);
          return (
            <li key={name} data-box={`value-${name}`}>
              <label htmlFor={`value-${name}`}>{name}</label>
              <Input
                id={`value-${name}`}
                inputMode="decimal"
                disabled={disabled}
                value={amount}
                onChange={(event) => set(name, event.target.value)}
                onBlur={() => plainAmount(amount) !== amount && set(name, plainAmount(amount))}
                data-testid={`value-${name}`}
                {...(wrong && { status: "error" as const })}
              />
              <span>{unit}</span>
              <span className="values__should">
                {should === "" ? m.asksNoMore : m.should(should)}
                <Reached amount={amount} number={number} />
              </span>
              <span className="values__year" data-testid={`year-${name}`}>
                {annual !== null && m.ofYear(yearWith(amount, number), annual)}
              </span>
              {wrong && <span className="box__missing values__wrong">{m.missing.value}</span>}
            </li>
          );
        })}
      </ul>
    </Box>
  );
}
