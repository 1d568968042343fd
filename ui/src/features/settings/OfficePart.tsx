// This office: its name, and whether it writes for one department or supervises all.
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { renameOffice } from "../../ipc/commands";
import { settingsMessages as m } from "../../messages/settings";
import { Answer } from "./Answer";
import type { PartProps } from "./SettingsScreen";
import { useAsking } from "./ask";

const nameOf = (names: { short: string }[]): string => names.at(-1)?.short ?? "";

export function OfficePart({ settings, onSettings }: PartProps) {
  const { office, departments } = settings;
  const [name, setName] = useState(office.name);
  const [department, setDepartment] = useState(office.department);
  const asking = useAsking();
  const changed = name.trim() !== office.name || department !== office.department;
  const options = [{ value: "", label: m.any }, ...departments.map(({ id, names }) => ({ value: id, label: nameOf(names) }))];
  if (department !== null && options.every(({ value }) => value !== department)) options.push({ value: department, label: office.department_name ?? "" });
  return (
    <div className="rows">
      <label className="row" htmlFor="office-name">
        <span>{m.officeName}</span>
        <Input id="office-name" value={name} onChange={(event) => setName(event.target.value)} data-testid="office-name" />
      </label>
      <div className="row">
        <span>{m.officeDepartment}</span>
        <Select
          aria-label={m.officeDepartment}
          value={department ?? ""}
          onChange={(value) => setDepartment(value === "" ? null : value)}
          options={options}
          data-testid="office-department"
        />
      </div>
      {changed && (
        <div className="row">
          <span />
          <Button
            disabled={asking.busy || name.trim() === ""}
            onClick={() =>
              asking.ask(renameOffice(name.trim(), department), (next) => {
                onSettings(next);
                return m.saved;
              })
            }
            data-testid="office-save"
          >
            {m.save}
          </Button>
        </div>
      )}
      <Answer asking={asking} />
    </div>
  );
}
