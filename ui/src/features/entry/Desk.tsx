// The two panes of 填报: the promise left, the boxes right. Holds what is typed, saves it as a draft, submits and undoes.
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useClosing } from "../../components/closing";
import { useArrival } from "../../components/focus";
import { inDialog, inTextBox, isComposing } from "../../components/keyboard";
import { RefusalNotice, Notice } from "../../components/Notice";
import type { Opened } from "../../components/tasks";
import { clock } from "../../components/time";
import type { EntryBoxes, EntryForm, Refusal } from "../../ipc/bindings";
import { discardDraft, entryForm, saveDraft, submitEntry, undoEntry } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { entryMessages as m } from "../../messages/entry";
import { Boxes } from "./Boxes";
import { DeskFoot } from "./DeskFoot";
import { PromisePane } from "./PromisePane";
import { Returned, returnOf } from "./Returned";
import { createAutosave, type SaveState } from "./autosave";
import { Pointed, boxOfPlace } from "./pointed";
import { createSteps } from "./steps";
import { boxesToSend, type MissingBox, missingBoxes, openingBoxes, sameBoxes, submittedBoxes } from "./boxes";

const PAUSE_MS = 500;
const WAIT_MAX_MS = 3000;

interface DeskProps {
  form: EntryForm;
  supervises: boolean;
  message: string | null;
  onMessageRead: () => void;
  /** A command answered with a form that replaces everything typed here. */
  onAnswered: (form: EntryForm, message: string) => void;
  /** A form that leaves what is typed here as it is (a finding was recorded). */
  onForm: (form: EntryForm) => void;
  onOpen: (open: Opened) => void;
  onLeft: () => void;
  /** What was typed last could not be saved when the desk was left. */
  onLost: (words: string) => void;
  onStatus: (words: string) => void;
}

function statusOf(state: SaveState): string {
  switch (state.phase) {
    case "untouched":
      return "";
    case "changed":
      return m.unsaved;
    case "saving":
      return m.autosaving;
    case "saved":
      return m.autosaved(clock(state.at));
    case "failed":
      return m.saveFailed;
  }
}

/** Brings the first missing box to the eye and the hand. */
function goTo(missing: MissingBox | undefined) {
  if (missing === undefined) return;
  const name = missing.box === "personal" ? `personal-${missing.index}` : missing.box === "value" ? `value-${missing.name}` : missing.box;
  const box = Array.from(document.querySelectorAll<HTMLElement>("[data-box]")).find((each) => each.dataset["box"] === name);
  box?.scrollIntoView({ block: "center" });
  const field = box?.querySelector<HTMLElement>("input, textarea") ?? box?.querySelector<HTMLElement>("button");
  field?.focus({ preventScroll: true });
}

export function Desk({ form, supervises, message, onMessageRead, onAnswered, onForm, onOpen, onLeft, onLost, onStatus }: DeskProps) {
  const [boxes, setBoxes] = useState<EntryBoxes>(() => openingBoxes(form));
  const [saving, setSaving] = useState<SaveState>(() => (form.draft === null ? { phase: "untouched" } : { phase: "saved", at: form.draft.saved_at }));
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  /** How many files are still being stored; what is submitted meanwhile would go without them. */
  const [storing, setStoring] = useState(0);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  /** The window was to close and what was typed could not be kept. */
  const [unsaved, setUnsaved] = useState(false);
  const held = useRef(boxes);
  const touched = useRef(false);
  const [steps] = useState(() => createSteps<EntryBoxes>());
  const { key } = form;
  const round = useRef<HTMLDivElement>(null);
  useArrival(round);

  const autosave = useMemo(
    () => createAutosave<EntryBoxes>({ pauseMs: PAUSE_MS, waitMaxMs: WAIT_MAX_MS, save: (value) => saveDraft(key, value), report: setSaving }),
    [key],
  );
  useEffect(() => onStatus(statusOf(saving)), [saving, onStatus]);
  useEffect(() => () => onStatus(""), [onStatus]);
  useClosing(async () => {
    const failure = await autosave.flush();
    setUnsaved(failure !== null);
    return failure === null;
  });
  const about = form.number_text + form.title;
  useEffect(() => {
    const left = () => void autosave.flush();
    window.addEventListener("blur", left);
    document.addEventListener("visibilitychange", left);
    return () => {
      window.removeEventListener("blur", left);
      document.removeEventListener("visibilitychange", left);
      void autosave.flush().then((failure) => {
        if (failure !== null) onLost(m.lost(about, asRefusal(failure.thrown).text));
        if (touched.current) onLeft();
      });
    };
  }, [autosave, onLeft, onLost, about]);

  /** The one way in which boxes change; also for what arrives later, such as stored files. */
  const put = useCallback(
    (next: EntryBoxes) => {
      held.current = next;
      touched.current = true;
      setBoxes(next);
      autosave.change(boxesToSend(form, next));
    },
    [autosave, form],
  );
  const change = useCallback(
    (alter: (before: EntryBoxes) => EntryBoxes) => {
      steps.note(held.current, performance.now());
      put(alter(held.current));
    },
    [steps, put],
  );

  const unchanged = form.submitted !== null && sameBoxes(boxes, submittedBoxes(form));
  const missing = asked ? missingBoxes(form, boxes) : [];
  const fail = (error: unknown) => {
    setRefusal(asRefusal(error));
    setBusy(false);
  };
  const submit = () => {
    if (busy || unchanged || storing > 0 || form.refused !== null) return;
    const lacking = missingBoxes(form, held.current);
    setAsked(true);
    setRefusal(null);
    if (lacking.length > 0) {
      // After the messages have taken their place.
      requestAnimationFrame(() => goTo(lacking[0]));
      return;
    }
    setBusy(true);
    autosave
      .flush()
      .then(() => submitEntry(key, boxesToSend(form, held.current)))
      .then((submitted) => {
        autosave.drop();
        touched.current = false;
        onAnswered(submitted.form, submitted.message);
      })
      .catch(fail);
  };
  const undo = () => {
    if (busy || storing > 0 || !form.can_undo) return;
    setBusy(true);
    autosave.drop();
    // Undoing takes back the submission, not the work: what was submitted is a draft again.
    const written = boxesToSend(form, held.current);
    undoEntry(key)
      .then(async ({ form: next, message: said }) => {
        const kept = await saveDraft(key, written)
          .then(() => entryForm(key))
          .catch(() => null); // undone all the same, and the history has it
        onAnswered(kept ?? next, kept === null ? said : said + m.undoneKept);
      })
      .catch(fail);
  };
  /** The last step in the boxes; when there is none, the submission itself. */
  const takeBack = () => {
    const before = steps.back();
    if (before !== null) put(before);
    else if (unchanged) undo();
  };
  const discard = () => {
    autosave.drop();
    setBusy(true);
    discardDraft(key)
      .then((next) => onAnswered(next, m.discarded))
      .catch(fail);
  };

  const strike = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || isComposing(event) || inDialog(event.target)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      submit();
    }
    // In a box of text Ctrl+Z takes back typing, which is the box's own business.
    if (event.key.toLowerCase() === "z" && !inTextBox(event.target)) {
      event.preventDefault();
      takeBack();
    }
  });
  useEffect(() => {
    const struck = (event: KeyboardEvent) => strike(event);
    window.addEventListener("keydown", struck);
    return () => window.removeEventListener("keydown", struck);
  }, []);

  const returned = returnOf(form);
  const box = boxOfPlace(returned?.place ?? null);
  const pointed = useMemo(() => (box === null ? null : { box, quote: returned?.quote ?? "" }), [box, returned?.quote]);

  return (
    <div className="desk">
      <div className="desk__promise">
        <PromisePane form={form} supervises={supervises} onForm={onForm} onOpen={onOpen} />
      </div>
      <div ref={round} tabIndex={-1} className="desk__round" onBlur={() => void autosave.flush()}>
        <div className="desk__boxes">
          {message !== null && (
            <Notice tone="done" onClose={onMessageRead} testId="entry-message">
              {message}
            </Notice>
          )}
          {form.refused !== null && <Notice tone="warn">{form.refused}</Notice>}
          {form.late_note !== null && <Notice tone="warn" testId="entry-late">{form.late_note}</Notice>}
          {form.draft?.outdated === true && <Notice tone="warn">{m.outdated}</Notice>}
          {unsaved && (
            <Notice tone="late" onClose={() => setUnsaved(false)}>
              {m.unsavedAtClosing}
            </Notice>
          )}
          {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
          {returned !== null && <Returned returned={returned} />}
          <Pointed value={pointed}>
            <Boxes form={form} boxes={boxes} missing={missing} disabled={form.refused !== null || busy} onChange={change} onStoring={setStoring} />
          </Pointed>
        </div>
        <DeskFoot
          form={form}
          saving={saving}
          missing={missing.length}
          unchanged={unchanged}
          busy={busy}
          storing={storing > 0}
          onSubmit={submit}
          onUndo={undo}
          onDiscard={discard}
        />
      </div>
    </div>
  );
}
