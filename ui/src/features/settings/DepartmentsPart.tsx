// The departments with their dated names; a renaming keeps the old name for what was published under it.
import { DatePicker, Input } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { Decision, Dialog } from "../../components/Dialog";
import type { DepartmentView } from "../../ipc/bindings";
import { renameDepartment } from "../../ipc/commands";
import { settingsMessages as m } from "../../messages/settings";
import { words } from "../../messages/words";
import { Answer } from "./Answer";
import type { PartProps } from "./SettingsScreen";
import { useAsking } from "./ask";

const nameNow = (department: DepartmentView): string => department.names.at(-1)?.short ?? "";

function Renaming({ department, onSettings, onClose }: { department: DepartmentView; onSettings: PartProps["onSettings"]; onClose: () => void }) {
  const [short, setShort] = useState("");
  const [full, setFull] = useState("");
  const [from, setFrom] = useState<Dayjs | null>(null);
  const [basis, setBasis] = useState("");
  const [asked, setAsked] = useState(false);
  const asking = useAsking();
  const lacking = short.trim() === "" || from === null;
  const rename = () => {
    setAsked(true);
    if (short.trim() === "" || from === null) return;
    const name = { short: short.trim(), full: full.trim(), from: from.format("YYYY-MM-DD"), until: null, basis: basis.trim() };
    asking.ask(renameDepartment(department.id, name), (next) => {
      onSettings(next);
      onClose();
      return null;
    });
  };
  return (
    <Dialog
      title={m.renameTitle(nameNow(department))}
      width={480}
      onClose={onClose}
      onEnter={rename}
      footer={<Decision word={m.save} disabled={asking.busy} onDecide={rename} onClose={onClose} testId="rename-save" />}
    >
      <div className="rows">
        <p className="quiet">{m.renameText}</p>
        <label className="row" htmlFor="rename-short">
          <span>{m.short}</span>
          <Input id="rename-short" value={short} onChange={(event) => setShort(event.target.value)} {...(asked && short.trim() === "" && { status: "error" as const })} />
        </label>
        <label className="row" htmlFor="rename-full">
          <span>{m.fullName}</span>
          <Input id="rename-full" value={full} onChange={(event) => setFull(event.target.value)} />
        </label>
        <div className="row">
          <span>{m.from}</span>
          <DatePicker value={from} onChange={setFrom} aria-label={m.from} {...(asked && from === null && { status: "error" as const })} />
        </div>
        <label className="row" htmlFor="rename-basis">
          <span>{m.basisLabel}</span>
          <Input id="rename-basis" value={basis} placeholder={m.basisPlaceholder} onChange={(event) => setBasis(event.target.value)} />
        </label>
        {asked && lacking && <p className="bad">{m.renameMissing}</p>}
        <Answer asking={asking} />
      </div>
    </Dialog>
  );
}

export function DepartmentsPart({ settings, onSettings }: PartProps) {
  const [renaming, setRenaming] = useState<DepartmentView | null>(null);
  if (settings.departments.length === 0) return <p className="quiet">{m.noDepartments}</p>;
  return (
    <>
      <table className="departments">
        <thead>
          <tr>
            <th>{m.departmentShort}</th>
            <th>{m.departmentNames}</th>
            <th>{m.departmentTasks}</th>
            <th>
              <span className="visually-hidden">{m.change}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {settings.departments.map((department) => (
            <tr key={department.id}>
              <td className="departments__name">{nameNow(department)}</td>
              <td>
                {department.names.toReversed().map((name) => (
                  <p key={`${name.short} ${name.from ?? ""}`} className="departments__dated">
                    {department.names.length > 1 && <span>{name.short}</span>}
                    {name.full !== "" && <span>{name.full}</span>}
                    <span className="quiet">{m.dated(name.from, name.until)}</span>
                    {name.basis !== "" && <span className="quiet">{m.basis(name.basis)}</span>}
                  </p>
                ))}
              </td>
              <td className="departments__tasks quiet">{department.tasks.map((task) => String(task)).join(words.comma)}</td>
              <td className="departments__rename">
                <button type="button" className="link" onClick={() => setRenaming(department)}>
                  {m.rename}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {renaming !== null && <Renaming department={renaming} onSettings={onSettings} onClose={() => setRenaming(null)} />}
    </>
  );
}
