// One box of the form: its label, what it lacks, and what a reviewer says of it.
import { type ReactNode, useContext } from "react";
import { entryMessages as m } from "../../messages/entry";
import { Pointed } from "./pointed";

interface BoxProps {
  name: string;
  label: string;
  missing?: string | null;
  children: ReactNode;
}

export function Box({ name, label, missing = null, children }: BoxProps) {
  const pointed = useContext(Pointed);
  const here = pointed?.box === name;
  return (
    <div className="box" data-box={name} data-missing={missing !== null || undefined} data-pointed={here || undefined}>
      <div className="box__label" id={`label-${name}`}>
        {label}
      </div>
      <div className="box__field">
        {here && (
          <p className="box__pointed">
            {m.returned.here} {pointed.quote !== "" && <mark>{pointed.quote}</mark>}
          </p>
        )}
        {children}
        {missing !== null && (
          <p className="box__missing" id={`missing-${name}`} data-testid={`missing-${name}`}>
            {missing}
          </p>
        )}
      </div>
    </div>
  );
}
