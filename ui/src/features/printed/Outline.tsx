// 目录: by goal and task, narrowed by typing; a click goes to the page. Enter in the box goes to the first that is left.
import { Input } from "antd";
import { useMemo, useRef, useState } from "react";
import { isComposing } from "../../components/keyboard";
import type { OutlineItem } from "../../ipc/bindings";
import { printedMessages as m } from "../../messages/printed";

const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Those that hold what is typed, each under the headings that it stands under. */
export function narrowed(outline: readonly OutlineItem[], typed: string): OutlineItem[] {
  const wanted = plain(typed.trim());
  if (wanted === "") return [...outline];
  const kept = new Set<OutlineItem>();
  const over: OutlineItem[] = [];
  for (const item of outline) {
    while ((over.at(-1)?.level ?? 0) >= item.level) over.pop();
    if (plain(item.title).includes(wanted)) for (const one of [...over, item]) kept.add(one);
    over.push(item);
  }
  return outline.filter((item) => kept.has(item));
}

interface OutlineProps {
  outline: readonly OutlineItem[];
  /** The page that is being read. */
  current: number;
  onGo: (page: number) => void;
}

export function Outline({ outline, current, onGo }: OutlineProps) {
  const [typed, setTyped] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const shown = useMemo(() => narrowed(outline, typed), [outline, typed]);
  const here = outline.findLast(({ page }) => page <= current);
  const first = shown.find(({ title }) => plain(title).includes(plain(typed.trim())));
  return (
    <>
      <div className="outline__find">
        <Input
          size="small"
          allowClear
          placeholder={m.findTask}
          aria-label={m.findTask}
          data-testid="outline-find"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            if (event.key === "Enter" && first !== undefined) onGo(first.page);
            if (event.key === "ArrowDown") list.current?.querySelector("button")?.focus();
          }}
        />
      </div>
      {shown.length === 0 && <p className="outline__none">{m.findNone}</p>}
      <ol ref={list}>
        {shown.map((item, index) => (
          <li key={`${index} ${item.title}`} data-level={item.level} aria-current={item === here ? "true" : undefined}>
            <button type="button" data-hint={item.title} onClick={() => onGo(item.page)}>
              <span>{item.title}</span>
              <small>{item.page}</small>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
