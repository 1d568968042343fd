// An open store in its frame: keeps where the window is, the board that most screens look at, and hands both to the screen.
import { Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { assertNever } from "../components/assertNever";
import { finishAll } from "../components/closing";
import { inDialog, inTextBox } from "../components/keyboard";
import { useLoaded } from "../components/loaded";
import { NoPlan } from "../components/NoPlan";
import { Notice, Reading, RefusalNotice } from "../components/Notice";
import type { Opened } from "../components/tasks";
import { EVERYTHING } from "../features/register/filter";
import type { Board, EntryKey, Frame, Hit, Reminder, Start } from "../ipc/bindings";
import { useShellEvent } from "../ipc/events";
import { board as readBoard, frame as readFrame, lock, removeSample, undo } from "../ipc/commands";
import { asRefusal } from "../ipc/refusal";
import { frameMessages as m } from "../messages/frame";
import { restoreMessages } from "../messages/restore";
import { ANYWHERE, textOfAt } from "../features/feedback/stand";
import { Lock } from "./Lock";
import { useIdle } from "./idle";
import { Find } from "./Find";
import { Help } from "./Help";
import { Navigation } from "./Navigation";
import { Reminders } from "./Reminders";
import { StatusLine } from "./StatusLine";
import { TopBar } from "./TopBar";
import { WhoRecords } from "./WhoRecords";
import { type Location, type Place, hashOf, locationOf, placeOf } from "./place";
import { type DrawnScreen, SCREENS, drawingOf, isDrawn } from "./screens";
import { shortcutOf } from "./shortcuts";
import "./frame.css";

// What is shown first is fetched beside the start itself; the rest when it is opened.
void import("../features/overview/Overview");
const PlanScreen = lazy(() => import("../features/plan/PlanScreen").then((module) => ({ default: module.PlanScreen })));
const Register = lazy(() => import("../features/register/Register").then((module) => ({ default: module.Register })));
const EntryScreen = lazy(() => import("../features/entry/EntryScreen").then((module) => ({ default: module.EntryScreen })));
const SettingsScreen = lazy(() => import("../features/settings/SettingsScreen").then((module) => ({ default: module.SettingsScreen })));

interface OfficeProps {
  frame: Frame;
  onFrame: (frame: Frame) => void;
  /** Another store was opened, or none is open any more. */
  onStart: (start: Start, said?: string) => void;
  /** What has just been done to come here; `null`: nothing to say. */
  said: string | null;
}

/** The address, corrected to what the store holds: an unknown year is replaced by the newest. */
function settle(hash: string, frame: Frame): Location {
  const known = locationOf(hash);
  const newest = frame.years[0] ?? null;
  const year = known !== null && known.year !== null && frame.years.includes(known.year) ? known.year : newest;
  return { year, quarter: known?.quarter ?? frame.quarter, place: known?.place ?? placeOf("overview") };
}

const ADDRESS_PAUSE_MS = 300;

type Go = (location: Location, how?: "push" | "replace") => void;

function useLocation(frame: Frame): [Location, Go] {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const changed = () => setHash(window.location.hash);
    window.addEventListener("hashchange", changed);
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  const writing = useRef(0);
  useEffect(() => () => window.clearTimeout(writing.current), []);
  const go = useCallback<Go>((next, how = "push") => {
    const written = hashOf(next);
    setHash(written);
    window.clearTimeout(writing.current);
    if (how === "push") window.location.hash = written;
    // WebKit refuses more than a hundred rewritten addresses in ten seconds; a held key is faster.
    else writing.current = window.setTimeout(() => window.history.replaceState(null, "", written), ADDRESS_PAUSE_MS);
  }, []);
  const location = useMemo(() => settle(hash, frame), [hash, frame]);
  return [location, go];
}

async function boardOf(year: number | null, quarter: number): Promise<Board | null> {
  return year === null ? null : readBoard({ year, quarter, as_of: null });
}

export function Office({ frame, said, onFrame, onStart }: OfficeProps) {
  const [location, go] = useLocation(frame);
  const { year, quarter, place } = location;
  const { state: board, reload: reloadBoard } = useLoaded(`${year} ${quarter}`, () => boardOf(year, quarter));
  const [over, setOver] = useState<"find" | "help" | "who" | null>(null);
  const [status, setStatus] = useState("");
  const [own, setOwn] = useState<readonly string[]>([]);
  const [done, setDone] = useState(said);
  const [read, setRead] = useState<readonly string[]>([]);
  const unread = [...new Set([...frame.notices, ...own])].filter((notice) => !read.includes(notice));
  // On the screen that it leads to, what it says stands in the list itself.
  const isHere = (one: Reminder) => one.screen === place.screen && one.year === year && one.quarter === quarter;
  const reminders = frame.reminders.filter((one) => !read.includes(one.text) && !isHere(one));

  /** Says something above the screen until it is read; again, if it happens again. */
  const say = useCallback((words: string) => {
    setOwn((before) => [...before, words]);
    setRead((before) => before.filter((notice) => notice !== words));
  }, []);
  const show = useCallback(
    (next: Place) => {
      // What was done belongs to the screen on which it was done.
      if (next.screen !== place.screen) {
        setDone(null);
        setStatus("");
      }
      go({ year, quarter, place: next });
    },
    [go, year, quarter, place.screen],
  );
  const changed = useCallback(() => {
    reloadBoard();
    readFrame()
      .then(onFrame)
      .catch(() => undefined); // the frame shows what it last knew; the screen itself has said what went wrong
  }, [reloadBoard, onFrame]);

  const locked = frame.guard.locked;
  useIdle(locked ? 0 : frame.guard.idle_minutes, () => {
    // What is being typed is kept first; what could not be kept stands below the lock as it was.
    finishAll()
      .then(() => lock())
      .then((next) => {
        setOver(null);
        onFrame(next);
      })
      .catch((error: unknown) => say(asRefusal(error).text));
  });
  // What was undone may be on the screen: it reads anew.
  const [undone, setUndone] = useState(0);
  const undoLast = useCallback(() => {
    if (frame.undo === null) return;
    undo(frame.undo.revision)
      .then((words) => {
        setDone(words);
        setUndone((before) => before + 1);
        changed();
      })
      .catch((error: unknown) => say(asRefusal(error).text));
  }, [frame.undo, changed, say]);
  // 填报 takes back its own steps first, and its own submissions.
  const undoesItself = place.screen === "entry" || (place.screen === "register" && place.open !== null);

  useEffect(() => {
    const strike = (event: KeyboardEvent) => {
      if (locked) return;
      const shortcut = shortcutOf(event);
      if (shortcut === null) return;
      if (shortcut.kind === "undo" && (undoesItself || inTextBox(event.target) || inDialog(event.target))) return;
      event.preventDefault();
      switch (shortcut.kind) {
        case "screen":
          setOver(null);
          show(placeOf(shortcut.screen));
          break;
        case "back":
          window.history.back();
          break;
        case "find":
        case "help":
          // Before somebody has taken the chair, or without a year, there is nothing to look in.
          if (frame.person !== null && (shortcut.kind === "help" || year !== null)) setOver(shortcut.kind);
          break;
        case "undo":
          undoLast();
          break;
        default:
          assertNever(shortcut);
      }
    };
    window.addEventListener("keydown", strike);
    return () => window.removeEventListener("keydown", strike);
  }, [show, frame.person, year, locked, undoLast, undoesItself]);

  useShellEvent("files-dropped", () => {
    const taken = place.screen === "plan" || place.screen === "feedback" || place.screen === "entry" || (place.screen === "register" && place.open !== null);
    // A dialog of another screen may take them too.
    if (taken || over !== null || document.querySelector("[data-takes-files]") !== null) return;
    say(m.dropElsewhere);
  });

  const openFound = ({ to }: Hit) => {
    setOver(null);
    switch (to.place) {
      case "task":
        show({ screen: "register", filter: EVERYTHING, open: { task: to.number, quarter: to.quarter ?? quarter, department: null } });
        break;
      case "department":
        show({ screen: "register", filter: { ...EVERYTHING, department: to.id }, open: null });
        break;
      case "entry":
        // The round in which it was written is the one to look at it in.
        go({ year, quarter: to.key.round, place: { screen: "entry", open: { task: to.key.task, quarter: to.key.quarter, department: to.key.department } } });
        break;
      case "feedback":
        show({ screen: "feedback", at: to.id });
        break;
      case "plan":
      case "settings":
        show(placeOf(to.place));
        break;
      case "issued":
        show(placeOf("printed"));
        break;
      case "nowhere":
        break;
      default:
        assertNever(to);
    }
  };

  const openEntry = (key: EntryKey | null) =>
    go({ year: key?.year ?? year, quarter: key?.round ?? quarter, place: { screen: "entry", open: key === null ? null : { task: key.task, quarter: key.quarter, department: key.department } } });

  const leaveSample = () => {
    removeSample()
      .then((next) => onStart(next))
      .catch((error: unknown) => say(asRefusal(error).text));
  };

  const entry = (loaded: Board, open: Opened | null, beside: boolean, onOpen: (next: Opened) => void, onClose?: () => void) => (
    <EntryScreen
      key={`${loaded.year} ${loaded.quarter}`}
      board={loaded}
      office={frame.office}
      open={open}
      beside={beside}
      onOpen={onOpen}
      onChanged={changed}
      onLost={say}
      onStatus={setStatus}
      {...(onClose !== undefined && { onClose })}
    />
  );

  const drawn = (loaded: Board, name: DrawnScreen, at: string | null) => {
    const Drawing = drawingOf(name);
    return (
      <Drawing
        board={loaded}
        frame={frame}
        at={at}
        onAt={(next) => show({ screen: name, at: next })}
        onOpen={(open) => show({ screen: "entry", open })}
        onEntry={openEntry}
        onReview={(next) => show({ screen: "review", at: next })}
        onList={(filter) => show({ screen: "register", filter: { ...EVERYTHING, ...filter }, open: null })}
        onFeedback={(filter) => show({ screen: "feedback", at: textOfAt({ ...ANYWHERE, ...filter }) })}
        onChanged={changed}
        onStatus={setStatus}
      />
    );
  };

  const follow = ({ screen: name, at, year: of, quarter: round }: Reminder) => {
    const known = SCREENS.find((each) => each === name);
    if (known !== undefined) go({ year: of, quarter: round, place: isDrawn(known) ? { screen: known, at } : placeOf(known) });
  };

  const screen = () => {
    if (place.screen === "settings") return <SettingsScreen onRestored={(next) => onStart({ phase: "ready", frame: next }, restoreMessages.restored)} onChanged={changed} />;
    if (place.screen === "plan") {
      return <PlanScreen year={year} at={place.at} onAt={(at) => show({ screen: "plan", at })} onImported={(next) => { onFrame(next); reloadBoard(); }} onChanged={changed} />;
    }
    if (board.phase === "reading") return <Reading />;
    if (board.phase === "refused") {
      return (
        <div className="frame__notices">
          <RefusalNotice refusal={board.refusal} onRetry={reloadBoard} />
        </div>
      );
    }
    const loaded = board.value;
    if (loaded === null) return <NoPlan onPlan={() => show(placeOf("plan"))} />;
    switch (place.screen) {
      case "register": {
        const opened = place.open;
        const openBeside = (open: Opened | null) => show({ ...place, open });
        return (
          <Register
            board={loaded}
            filter={place.filter}
            open={opened}
            onFilter={(filter) => go({ year, quarter, place: { ...place, filter } }, "replace")}
            onOpen={openBeside}
            beside={opened !== null ? entry(loaded, opened, true, openBeside, () => openBeside(null)) : null}
          />
        );
      }
      case "entry":
        return entry(loaded, place.open, false, (open) => show({ screen: "entry", open }));
      default:
        return drawn(loaded, place.screen, place.at);
    }
  };

  return (
    <div className="frame" data-sample={frame.sample || undefined}>
      <Navigation screen={place.screen} onScreen={(next) => show(placeOf(next))} onHelp={() => setOver("help")} />
      <TopBar
        frame={frame}
        year={year}
        quarter={quarter}
        onYear={(next) => go({ ...location, year: next, place: placeOf(place.screen) })}
        onQuarter={(next) => go({ ...location, quarter: next, place: place.screen === "entry" ? { screen: "entry", open: place.open === null ? null : { ...place.open, quarter: next } } : place })}
        onFind={() => setOver("find")}
        onWho={() => setOver("who")}
        onRemoveSample={leaveSample}
      />
      <main className="frame__main">
        {(unread.length > 0 || reminders.length > 0 || done !== null) && (
          <div className="frame__notices">
            {done !== null && (
              <Notice tone="done" onClose={() => setDone(null)} testId="frame-message">
                {done}
              </Notice>
            )}
            <Reminders reminders={reminders} onFollow={follow} onRead={(texts) => setRead((before) => [...before, ...texts])} />
            {unread.map((notice) => (
              <Notice key={notice} tone="warn" onClose={() => setRead((before) => [...before, notice])}>
                {notice}
              </Notice>
            ))}
          </div>
        )}
        <div className="frame__screen" key={undone}>
          <Suspense fallback={<Reading />}>{screen()}</Suspense>
        </div>
      </main>
      <StatusLine frame={frame} status={status} onUndo={undoLast} />
      {over === "find" && year !== null && <Find year={year} onOpen={openFound} onClose={() => setOver(null)} />}
      {over === "help" && <Help onClose={() => setOver(null)} />}
      {locked && <Lock frame={frame} onUnlocked={onFrame} />}
      {!locked && (frame.person === null || over === "who") && (
        <WhoRecords
          frame={frame}
          onTaken={(next) => {
            onFrame(next);
            setOver(null);
          }}
          {...(frame.person !== null && { onClose: () => setOver(null) })}
        />
      )}
    </div>
  );
}
