// The lock: covers the window until who records gives his PIN. What stands below stays as it is, unseen and out of reach.
import { LockOutlined } from "@ant-design/icons";
import { useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { PinField } from "../components/PinField";
import type { Frame } from "../ipc/bindings";
import { unlock } from "../ipc/commands";
import { personMessages as m } from "../messages/persons";
import { Recover } from "./Recover";
import { WhoRecords } from "./WhoRecords";
import "./Lock.css";

interface LockProps {
  frame: Frame;
  onUnlocked: (frame: Frame) => void;
}

export function Lock({ frame, onUnlocked }: LockProps) {
  const cover = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<"who" | "recover" | null>(null);
  const name = frame.person?.name ?? "";
  // With the cover itself, not a moment later: what is unlocked can be written in at once.
  useLayoutEffect(() => {
    // Dialogs that were open stand beside the frame in the page, so all of the page is put out of reach.
    const below = [...document.body.children].filter((part): part is HTMLElement => part instanceof HTMLElement && part !== cover.current && !part.inert);
    const held = document.activeElement;
    for (const part of below) {
      part.inert = true;
      part.classList.add("below-lock");
    }
    cover.current?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => {
      for (const part of below) {
        part.inert = false;
        part.classList.remove("below-lock");
      }
      if (held instanceof HTMLElement && held.isConnected) held.focus({ preventScroll: true });
    };
  }, []);
  return createPortal(
    <div className="lock" ref={cover} data-testid="lock">
      <section className="lock__box sheet" aria-label={m.lockedTitle}>
        <h1>
          <LockOutlined /> {m.lockedTitle}
        </h1>
        <p className="lock__who">{[frame.office.name, name].filter(Boolean).join(" · ")}</p>
        <PinField label={m.pinOf(name)} onGive={(pin) => unlock(pin).then(onUnlocked)} />
        <p className="lock__quiet">{m.lockedText}</p>
        <p className="lock__ways">
          <button type="button" className="link" onClick={() => setOver("who")} data-testid="lock-other">
            {m.other}
          </button>
          <button type="button" className="link" onClick={() => setOver("recover")} data-testid="lock-forgotten">
            {m.forgotten}
          </button>
        </p>
      </section>
      {over === "who" && <WhoRecords frame={frame} onClose={() => setOver(null)} onTaken={onUnlocked} />}
      {over === "recover" && <Recover persons={frame.persons} name={name} onClose={() => setOver(null)} />}
    </div>,
    document.body,
  );
}
