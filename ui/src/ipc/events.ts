// The shell's events, typed; the shapes are told at the end of commands.ts.
import { listen } from "@tauri-apps/api/event";
import { useEffect, useEffectEvent } from "react";
import type { WorkProgress } from "./bindings";

export interface FilesDropped {
  drop: string;
  names: string[];
  x: number;
  y: number;
}
export interface FilesHover {
  inside: boolean;
}

interface Events {
  "files-dropped": FilesDropped;
  "files-hover": FilesHover;
  "work-progress": WorkProgress;
  /** Somebody wants to close the window; answered by `closeWindow`. */
  closing: null;
}

/** Listens while the component stands; the newest handler is always the one that is called. */
export function useShellEvent<Name extends keyof Events>(name: Name, handle: (payload: Events[Name]) => void): void {
  const heard = useEffectEvent(handle);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let gone = false;
    listen<Events[Name]>(name, (event) => heard(event.payload))
      .then((unlisten) => {
        if (gone) unlisten();
        else stop = unlisten;
      })
      .catch(() => undefined); // outside the shell there are no events
    return () => {
      gone = true;
      stop?.();
    };
  }, [name]);
}
