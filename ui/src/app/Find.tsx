// Ctrl+K: tasks, departments and evidence by a few characters.
import { SearchOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { type KeyboardEvent, useEffect, useState } from "react";
import { assertNever } from "../components/assertNever";
import { Dialog } from "../components/Dialog";
import { isComposing } from "../components/keyboard";
import { Passage } from "../components/Passage";
import type { Found } from "../ipc/bindings";
import { find } from "../ipc/commands";
import { frameMessages as m } from "../messages/frame";
import { paperQuarter } from "../messages/words";

const PAUSE_MS = 120;

interface FindProps {
  year: number;
  onOpen: (found: Found) => void;
  onClose: () => void;
}

function kindWord(found: Found): string {
  switch (found.kind) {
    case "task":
      return m.findTask;
    case "department":
      return m.findDepartment;
    case "evidence":
      return m.findEvidence;
    default:
      return assertNever(found);
  }
}

function keyOf(found: Found): string {
  switch (found.kind) {
    case "task":
      return `task ${found.number} ${found.quarter ?? 0}`;
    case "department":
      return `department ${found.id}`;
    case "evidence":
      return `evidence ${found.code} ${found.name}`;
    default:
      return assertNever(found);
  }
}

function Row({ found, text }: { found: Found; text: string }) {
  switch (found.kind) {
    case "task":
      return (
        <span>
          <Passage text={found.title} find={text} />
          {found.passage !== found.title && (
            <span className="find__passage">
              {found.quarter !== null && m.findQuarter(paperQuarter(found.quarter))}
              <Passage text={found.passage} find={text} />
            </span>
          )}
        </span>
      );
    case "department":
      return (
        <span>
          <Passage text={found.name} find={text} />
          <span className="find__passage">{m.departmentTasks(found.tasks.length)}</span>
        </span>
      );
    case "evidence":
      return (
        <span>
          <Passage text={found.code} find={text} />
          <span className="find__passage">
            <Passage text={found.name} find={text} />
          </span>
        </span>
      );
    default:
      return assertNever(found);
  }
}

export function Find({ year, onOpen, onClose }: FindProps) {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<{ text: string; rows: Found[] }>({ text: "", rows: [] });
  const [chosen, setChosen] = useState(0);

  useEffect(() => {
    if (text.trim() === "") return;
    let overtaken = false;
    const timer = window.setTimeout(() => {
      find(year, text.trim())
        .then((rows) => {
          if (overtaken) return;
          setAnswer({ text, rows });
          setChosen(0);
        })
        .catch(() => {
          if (!overtaken) setAnswer({ text, rows: [] });
        });
    }, PAUSE_MS);
    return () => {
      overtaken = true;
      window.clearTimeout(timer);
    };
  }, [text, year]);

  const rows = text.trim() === "" ? [] : answer.rows;
  const move = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (rows.length > 0) setChosen((at) => (at + (event.key === "ArrowDown" ? 1 : rows.length - 1)) % rows.length);
    }
    const row = rows[chosen];
    if (event.key === "Enter" && row !== undefined) {
      event.preventDefault();
      onOpen(row);
    }
  };

  return (
    <Dialog title={m.findTitle} width={620} top={64} onClose={onClose}>
      <Input
        className="find__box"
        prefix={<SearchOutlined />}
        placeholder={m.findPlaceholder}
        aria-label={m.findTitle}
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls="found"
        aria-activedescendant={rows.length > 0 ? `found-${chosen}` : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={move}
        data-testid="find-text"
      />
      {rows.length > 0 ? (
        <div className="find__list" id="found" role="listbox" aria-label={m.findTitle}>
          {rows.map((row, index) => (
            <button
              type="button"
              key={keyOf(row)}
              id={`found-${index}`}
              role="option"
              aria-selected={index === chosen}
              tabIndex={-1}
              className="find__row"
              ref={index === chosen ? (node) => node?.scrollIntoView({ block: "nearest" }) : null}
              onMouseMove={() => setChosen(index)}
              onClick={() => onOpen(row)}
            >
              <span className="find__kind">{kindWord(row)}</span>
              <Row found={row} text={text.trim()} />
            </button>
          ))}
        </div>
      ) : (
        <p className="find__note" role="status">
          {text.trim() !== "" && answer.text === text ? m.findNothing(text.trim()) : m.findBefore}
        </p>
      )}
    </Dialog>
  );
}
