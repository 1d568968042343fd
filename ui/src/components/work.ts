// Long work that is under way: how far it is and how long it may still take.
import { useCallback, useState } from "react";
import type { Work, WorkProgress } from "../ipc/bindings";
import { useShellEvent } from "../ipc/events";

/** What is done sooner is not worth a bar. */
const SHOWN_AFTER_MS = 400;
/** Before that a rate says nothing. */
const ESTIMATED_AFTER_MS = 1500;

export interface WorkNow extends WorkProgress {
  /** 0 to 100, whole. */
  percent: number;
  /** Whole seconds still to go; `null` while that cannot be told. */
  seconds: number | null;
}

/** A work's progress as people are told it. */
export function workNow(progress: WorkProgress, elapsedMs: number): WorkNow {
  const { done, total } = progress;
  const percent = total === 0 ? 0 : Math.min(100, Math.floor((done / total) * 100));
  const seconds = elapsedMs < ESTIMATED_AFTER_MS || done === 0 ? null : Math.ceil(((total - done) / done) * (elapsedMs / 1000));
  return { ...progress, percent, seconds };
}

/** Follows one kind of work; `end` is called when its command has answered. */
export function useWork(work: Work): { now: WorkNow | null; end: () => void } {
  const [state, setState] = useState<{ begun: number; done: number; now: WorkNow | null } | null>(null);
  useShellEvent("work-progress", (progress) => {
    if (progress.work !== work) return;
    const at = performance.now();
    setState((before) => {
      // Less than before: another work of the same kind has begun.
      const begun = before === null || progress.done < before.done ? at : before.begun;
      return { begun, done: progress.done, now: at - begun < SHOWN_AFTER_MS ? null : workNow(progress, at - begun) };
    });
  });
  const end = useCallback(() => setState(null), []);
  return { now: state?.now ?? null, end };
}
