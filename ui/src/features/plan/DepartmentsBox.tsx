// Departments chosen from those there are; where new ones may come, a name that is typed makes one.
// The list closes after each choice: left open, the kit lets Tab take the choice back that it stands on.
import { Select } from "antd";
import { useState } from "react";

interface DepartmentsBoxProps {
  label: string;
  /** What they are called now, by their ids. */
  departments: readonly { value: string; label: string }[];
  /** Ids, and names of departments that are not there yet. */
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
  /** New ones may come. */
  isNewAllowed: boolean;
  /** Not more than one. */
  isOne?: boolean;
  placeholder?: string;
  testId: string;
}

export function DepartmentsBox({ label, departments, chosen, onChoose, isNewAllowed, isOne = false, placeholder = "", testId }: DepartmentsBoxProps) {
  const [open, setOpen] = useState(false);
  return (
    <Select
      mode={isNewAllowed ? "tags" : "multiple"}
      aria-label={label}
      {...(isOne && { maxCount: 1 })}
      placeholder={placeholder}
      showSearch={{ optionFilterProp: "label" }}
      open={open}
      onOpenChange={setOpen}
      value={[...chosen]}
      options={[...departments]}
      onChange={(next: string[]) => {
        setOpen(false);
        onChoose(next);
      }}
      data-testid={testId}
    />
  );
}
