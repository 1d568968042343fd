// An empty screen: what to do, and the button that does it.
import { type ReactNode, useRef } from "react";
import { useArrival } from "./focus";
import "./Empty.css";

export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  const screen = useRef<HTMLDivElement>(null);
  useArrival(screen);
  return (
    <div className="empty" ref={screen} tabIndex={-1}>
      <div className="empty__paper" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
      <h2 className="empty__title">{title}</h2>
      <p className="empty__text">{text}</p>
      {children !== undefined && <div className="empty__actions">{children}</div>}
    </div>
  );
}
