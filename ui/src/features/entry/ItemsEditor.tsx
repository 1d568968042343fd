// 事项 of the milestone and who answers for each, confirmed by the supervision office.
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useLoaded } from "../../components/loaded";
import { Reading, RefusalNotice } from "../../components/Notice";
import type { EntryForm, ItemBoxes, ItemsView, Refusal } from "../../ipc/bindings";
import { confirmItems, milestoneItems } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { entryMessages as m } from "../../messages/entry";
import { words } from "../../messages/words";

interface ItemsEditorProps {
  form: EntryForm;
  /** The items changed: the form is read again. */
  onChanged: () => void;
}

export function ItemsEditor({ form, onChanged }: ItemsEditorProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="items-editor__place">
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)} data-testid="items-open">
        {m.itemsEditor.title} <span aria-hidden="true">{open ? "▾" : "▸"}</span>
      </button>
      {open && <Read form={form} onChanged={onChanged} />}
    </div>
  );
}

function Read({ form, onChanged }: ItemsEditorProps) {
  const { year, task, quarter } = form.key;
  const read = useLoaded<ItemsView>("items", () => milestoneItems(year, task, quarter));
  if (read.state.phase === "reading") return <Reading />;
  if (read.state.phase === "refused") return <RefusalNotice refusal={read.state.refusal} onRetry={read.reload} />;
  const put = (next: ItemsView) => {
    read.put(next);
    onChanged();
  };
  return <Editing key={JSON.stringify(read.state.value.items)} view={read.state.value} onView={put} />;
}

function Editing({ view, onView }: { view: ItemsView; onView: (view: ItemsView) => void }) {
  const [items, setItems] = useState<readonly ItemBoxes[]>(view.items);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const put = (index: number, item: ItemBoxes) => setItems(items.map((each, at) => (at === index ? item : each)));
  const send = (next: readonly ItemBoxes[]) => {
    setRefusal(null);
    confirmItems(view.year, view.task, view.quarter, [...next])
      .then(onView)
      .catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  return (
    <span className="items-editor" data-testid="items-editor">
      {items.map((item, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- an item is its place
        <span key={index} className="items-editor__item">
          <Input.TextArea autoSize value={item.text} aria-label={m.itemsEditor.item(index + 1)} onChange={({ target }) => put(index, { ...item, text: target.value })} />
          <Select
            size="small"
            aria-label={m.itemsEditor.department(index + 1)}
            value={item.department}
            onChange={(department) => put(index, { ...item, department })}
            options={[{ value: null as string | null, label: m.itemsEditor.all }, ...view.departments.map(({ id, name }) => ({ value: id as string | null, label: name }))]}
            data-testid={`item-department-${index + 1}`}
          />
          <Button size="small" type="text" onClick={() => setItems(items.filter((_, at) => at !== index))}>
            {m.itemsEditor.remove}
          </Button>
        </span>
      ))}
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      <span className="items-editor__foot">
        <Button size="small" onClick={() => setItems([...items, { text: "", department: null }])}>
          {m.itemsEditor.add}
        </Button>
        {view.confirmed && (
          <Button size="small" onClick={() => send([])}>
            {m.itemsEditor.takeBack}
          </Button>
        )}
        <Button size="small" disabled={items.length === 0} onClick={() => send(items)} data-testid="items-confirm">
          {view.confirmed ? words.save : m.itemsEditor.confirm}
        </Button>
      </span>
    </span>
  );
}
