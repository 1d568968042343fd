// An invented back end: the 2013 paper, a first quarter in every state, drafts and submissions kept in memory.
import type {
  Board,
  BoardMilestone,
  BoardTask,
  ClaimCode,
  EntryBoxes,
  EntryForm,
  EntryKey,
  Frame,
  IndicatorInput,
  LightCode,
  PersonView,
  PrintedReport,
  ReturnBoxes,
  ReviewQuery,
  Settings,
  StandingView,
  Start,
  StateCode,
  Statement,
} from "../../src/ipc/bindings";
import { carried, merger, planChanges } from "./change";
import { chaseView } from "./chase";
import { feedbackInRound, feedbackLetter, feedbackList, feedbackPersonal, feedbackSuggestions, feedbackView } from "./feedback";
import { found } from "./found";
import { createIndicators } from "./indicators";
import { createReview } from "./review";
import { said } from "./said";
import { departments, goals, lines, type MockTask, plan, numbersOf, runs, tasks } from "./paper";

/** `idle`: nobody is late and nothing waits; `locked`: who records has a PIN and was away. */
export type Scene = "sample" | "first" | "empty" | "ask" | "department" | "idle" | "locked";

const MARKS: Record<StateCode, string | null> = { not_due: "○", unreported: null, condition_not_met: "—", adjusted: "※", done: "✓", partial: "▲", not_done: "×" };
const STATE_WORDS: Record<StateCode, string> = said.states;
const LIGHTS: Record<LightCode, string> = { done: "✓", on_track: "●", slow: "▲", behind: "×" };
const OF_CLAIM: Record<ClaimCode, StateCode> = { done: "done", partial: "partial", not_done: "not_done", condition_not_met: "condition_not_met" };

type Stored = Map<string, { boxes: EntryBoxes; at: string }>;

const textOf = (key: EntryKey) => JSON.stringify([key.task, key.quarter, key.round, key.department]);

function standing(state: StateCode, judged: boolean, without: boolean, reason: string): StandingView {
  const stated = state !== "not_due" && state !== "unreported";
  return { state, mark: MARKS[state], word: (stated && !judged ? said.self : "") + STATE_WORDS[state], judged, without_evidence: without, reason };
}

/** The first quarter of the sample, by task. */
const FIRST: Record<number, [StateCode, boolean, boolean]> = {
  1: ["done", true, false], 2: ["partial", false, true], 3: ["done", true, false], 4: ["done", false, false], 5: ["done", true, false],
  6: ["not_done", true, false], 7: ["done", false, true], 8: ["condition_not_met", true, false], 9: ["done", true, false], 10: ["partial", true, false],
  11: ["partial", false, false], 12: ["partial", false, false], 13: ["not_done", false, true], 14: ["done", true, false], 15: ["done", false, false],
  16: ["partial", true, false], 17: ["partial", false, false], 18: ["done", true, false], 19: ["unreported", false, false], 20: ["unreported", false, false],
};

function emptyBoxes(over: Partial<EntryBoxes>): EntryBoxes {
  return { claim: null, text: "", cause: "", measure: "", next_step: "", due: null, person: "", items: [], values: [], evidence: [], on_behalf: null, ...over };
}

function firstStanding(task: MockTask): StandingView {
  const [state, judged, without] = FIRST[task.number] ?? ["unreported", false, false];
  const reason = said.reasons[state].replace("{}", task.departments[0]?.name ?? "");
  return standing(state, judged, without, reason);
}

const statement = (department: string, round: number, boxes: EntryBoxes, at: string): Statement => ({
  quarter: round,
  department,
  round,
  boxes,
  claim_word: boxes.claim === null ? "" : said.claims[boxes.claim],
  by: said.person,
  at,
  revision: `${department}${round}${at}`,
});

function report(document: string): PrintedReport {
  const whitepaper = document === "whitepaper";
  return {
    token: whitepaper ? "w" : "q",
    title: whitepaper ? plan.title : said.reportTitle,
    file_name: "report.pdf",
    pages: 6,
    sheets: [{ count: 6, width: 595_276, height: 841_890 }],
    outline: goals.flatMap((name, index) => [
      { level: 1, title: name, page: index + 1 },
      ...tasks.filter((task) => task.goal === name).map((task) => ({ level: 2, title: task.number_text + task.title, page: index + 1 })),
    ]),
    gaps: [19, 20].map((task) => ({ what: STATE_WORDS.unreported, text: `${tasks[task - 1]?.number_text ?? ""}${tasks[task - 1]?.departments[0]?.name ?? ""}`, key: { year: 2013, task, quarter: 1, round: 1, department: tasks[task - 1]?.departments[0]?.id ?? "" } })).concat(
      [2, 7, 13].map((task) => ({ what: said.lacksEvidence, text: `${tasks[task - 1]?.number_text ?? ""}${tasks[task - 1]?.departments[0]?.name ?? ""}`, key: { year: 2013, task, quarter: 1, round: 1, department: tasks[task - 1]?.departments[0]?.id ?? "" } })),
    ),
    later: document === "slips" ? said.later : "",
  };
}

export function createBackend(scene: Scene) {
  let begun = scene !== "first";
  let planned = scene !== "empty" && scene !== "first";
  const drafts: Stored = new Map();
  const submitted: Stored = new Map();
  let undoable: Frame["undo"] = scene === "sample" ? { words: said.undoable, revision: "u" } : null;
  let withdrawn = scene === "sample" ? [said.withdrawn] : [];
  let leads: Record<number, string | null> = {};
  let leaders: Record<number, string | null> = {};
  const planInForce = () => ({
    ...plan,
    goals: plan.goals.map((goal) => ({ ...goal, tasks: goal.tasks.map((task) => ({ ...task, lead: leads[task.number] ?? null, leader: leaders[task.number] ?? null })) })),
  });

  const review = createReview((number) => {
    const state = FIRST[number]?.[0];
    return state === "done" || state === "partial" || state === "not_done" || state === "condition_not_met" ? state : null;
  });

  const counted = createIndicators();

  const frame = (): Frame => ({
    sample: scene === "sample",
    office: scene === "department" ? { name: said.office2, department: departments[4]?.id ?? "", department_name: departments[4]?.name ?? "" } : { name: said.office, department: null, department_name: null },
    person: scene === "ask" ? null : { name: said.person, title: said.personTitle },
    persons: said.persons.map((person) => ({ ...person, from: null, until: null, works: true, roles: [], pin: false })),
    guard: { guarded: scene === "locked", roles: [], locked: scene === "locked", idle_minutes: 0 },
    years: planned ? [2013] : [],
    quarter: 1,
    attachments: 12,
    notices: [],
    reminders: [],
    backup_words: said.backup,
    undo: undoable,
    sound: true,
  });


  const overrides = new Map<number, { light: LightCode; reason: string }>();

  function milestoneOf(task: MockTask, quarter: number, round: number): BoardMilestone {
    const given = [...submitted].find(([key]) => key.startsWith(`[${task.number},${quarter},`));
    const text = task.texts[quarter - 1] ?? "";
    if (given !== undefined) {
      const claim = given[1].boxes.claim ?? "done";
      return { quarter, text, flags: [], standing: standing(OF_CLAIM[claim], false, given[1].boxes.evidence.length === 0, said.reasons[OF_CLAIM[claim]].replace("{}", task.departments[0]?.name ?? "")) };
    }
    if (quarter === 1) return { quarter, text, flags: task.number === 5 ? [said.flag] : [], standing: firstStanding(task) };
    return { quarter, text, flags: [], standing: quarter < round ? standing("unreported", false, false, said.reasons.unreported.replace("{}", task.departments[0]?.name ?? "")) : standing("not_due", false, false, said.reasons.not_due) };
  }

  function boardTask(task: MockTask, round: number): BoardTask {
    const quarters = [1, 2, 3, 4].map((quarter) => milestoneOf(task, quarter, round));
    const worst = quarters.map((each) => each.standing.state);
    const computed: LightCode = worst.includes("not_done") ? "behind" : worst.includes("partial") || worst.includes("unreported") ? "slow" : "on_track";
    const set = overrides.get(task.number);
    const light = set?.light ?? computed;
    return {
      number: task.number,
      number_text: task.number_text,
      title: task.title,
      objective: task.objective,
      departments: task.departments.map(({ id, name }) => ({ id, name, lead: leads[task.number] === name })),
      quarters,
      light: {
        light,
        mark: LIGHTS[light],
        word: said.lights[light],
        reason: set?.reason ?? said.lightReasons[light],
        override: set === undefined ? null : { by: said.person, reason: set.reason, computed: said.lights[computed] },
      },
    };
  }

  function board(round: number): Board {
    const rows = tasks.map((task) => boardTask(task, round));
    const states: StateCode[] = ["not_due", "unreported", "condition_not_met", "adjusted", "done", "partial", "not_done"];
    const counts = states
      .map((state) => ({ state, word: STATE_WORDS[state], count: rows.filter((row) => row.quarters[round - 1]?.standing.state === state).length }))
      .filter(({ count }) => count > 0);
    const silent = departments
      .map(({ id, name, tasks: numbers }) => ({ id, name, tasks: numbers.filter((number) => rows[number - 1]?.quarters[round - 1]?.standing.state === "unreported") }))
      .filter((department) => department.tasks.length > 0);
    return {
      year: 2013,
      quarter: round,
      title: plan.title,
      as_of: "2013-04-26",
      due: "2013-04-24",
      counts: { total: 20, states: counts },
      sentence: "",
      columns: said.columns,
      goals: goals.map((name) => ({ name, tasks: rows.filter((row) => tasks[row.number - 1]?.goal === name) })),
      silent,
      lights: (["done", "on_track", "slow", "behind"] as const).map((light) => ({ light, word: said.lights[light] })),
      reviews: review.counts(),
      feedback: { open: 1, overdue: 1, answered: 1 },
      feedback_in_round: feedbackInRound(round),
      drafts: [...drafts].map(([key, { at }]) => {
        const [task, quarter, r, department] = JSON.parse(key) as [number, number, number, string];
        const about = tasks[task - 1];
        return { key: { year: 2013, task, quarter, round: r, department }, title: `${about?.number_text ?? ""}${about?.title ?? ""}`, department: departments.find(({ id }) => id === department)?.name ?? "", saved_at: at };
      }),
    };
  }


  function form(key: EntryKey): EntryForm {
    const task = tasks[key.task - 1];
    if (task === undefined) throw { code: "task_unknown", text: said.noTask, lines: [] };
    const text = task.texts[key.quarter - 1] ?? null;
    const draft = drafts.get(textOf(key));
    const given = submitted.get(textOf(key));
    const name = task.departments.find(({ id }) => id === key.department)?.name ?? "";
    const state = FIRST[key.task]?.[0] ?? "unreported";
    const sample = key.quarter === 1 && key.round === 1 && state !== "unreported" && given === undefined && task.departments[0]?.id === key.department ? statement(name, 1, sampleBoxes(key.task, state), "2013-04-22T02:32:00Z") : null;
    const current = given === undefined ? sample : statement(name, key.round, given.boxes, given.at);
    return {
      key,
      goal: task.goal,
      number_text: task.number_text,
      title: task.title,
      objective: task.objective,
      promise: text,
      items: task.items[key.quarter - 1] ?? [],
      item_owners: (task.items[key.quarter - 1] ?? []).map(() => ({ department: null, own: true, stated_word: "" })),
      numbers: text === null ? [] : numbersOf(text),
      standing: milestoneOf(task, key.quarter, key.round).standing,
      flags: milestoneOf(task, key.quarter, key.round).flags,
      departments: boardTask(task, key.round).departments,
      department_name: name,
      refused: scene === "department" && key.department !== frame().office.department ? said.notYours : null,
      asks_source: scene !== "department",
      late_note: null,
      due: "2013-04-24",
      carried_over: key.round > 1 && (state === "partial" || state === "not_done") ? [1] : [],
      promised_dates: key.round > 1 && state === "not_done" ? said.promisedDates : "",
      change: null,
      followed: key.task === 5 ? [{ id: "i1", part: "items", head: said.itemNumber, words: said.itemWords, stage_word: said.itemStage, department: name, due: "2013-05-20", overdue: true }] : [],
      last_round: key.round > 1 && state !== "unreported" ? statement(name, 1, sampleBoxes(key.task, state), "2013-04-22T02:32:00Z") : null,
      others: task.departments.filter(({ id }) => id !== key.department).slice(0, 2).map((other) => statement(other.name, key.round, emptyBoxes({ claim: "done", text: said.otherText }), "2013-04-21T06:05:00Z")),
      submitted: current,
      draft: draft === undefined ? null : { boxes: draft.boxes, saved_at: draft.at, outdated: false },
      history: current === null ? [] : [
        { what: said.correction, by: said.person, at: current.at, changes: said.changes, revision: "r2" },
        { what: said.submission, by: said.person, at: "2013-04-20T01:10:00Z", changes: [], revision: "r1" },
      ],
      finding: key.round === 1 && FIRST[key.task]?.[1] === true ? { claim: current?.boxes.claim ?? "done", reason: said.findingReason, by: said.person, at: "2013-04-23T03:00:00Z" } : null,
      return_to: current === null ? [] : [...new Set([name, ...task.departments.map((each) => each.name), said.person])],
      reviews: [review.decisionOf(key)].flatMap((decision) => decision ?? []),
      tasks: tasks.map(({ number }) => number),
      can_undo: given !== undefined,
    };
  }

  function sampleBoxes(number: number, state: StateCode): EntryBoxes {
    const task = tasks[number - 1];
    const claim: ClaimCode = state === "partial" || state === "not_done" || state === "condition_not_met" ? state : "done";
    const open = claim !== "done";
    const items = task?.items[0] ?? [];
    return emptyBoxes({
      claim,
      text: said.progress,
      cause: open ? said.cause : "",
      measure: open ? said.measure : "",
      due: open ? "2013-05-31" : null,
      person: open ? said.answerable : "",
      next_step: said.nextStep,
      items: items.length > 1 ? items.map((_, index) => (open && index === items.length - 1 ? "not_done" : "done")) : [],
      values: numbersOf(task?.texts[0] ?? "").map(({ name, should }, index) => ({ name, amount: index === 1 ? "3" : String(Number(should) + 2) })),
      evidence: [
        { form: "file", sha256: "a".repeat(64), size: 2_340_000, name: said.files[0] ?? "", media_type: "image/jpeg", personal: false, code: said.codes[0] ?? null },
        { form: "file", sha256: "b".repeat(64), size: 340_000, name: said.files[1] ?? "", media_type: "application/pdf", personal: null, code: null },
        { form: "on_paper", name: said.files[2] ?? "", document_no: said.documentNo, dated: "2013-03-20", kept_at: said.keptAt, keeper: said.keeper, personal: false, code: said.codes[1] ?? null },
      ],
      on_behalf: said.source,
    });
  }

  const settings = (): Settings => ({
    office: frame().office,
    persons: frame().persons,
    departments: departments.map(({ id, name, tasks: numbers }) => ({
      id,
      names: id === "d003" ? [{ short: name, full: said.oldFull, from: null, until: "2013-09-30", basis: "" }, { short: said.newShort, full: said.newFull, from: "2013-10-01", until: null, basis: said.basis }] : [{ short: name, full: "", from: null, until: null, basis: "" }],
      tasks: numbers,
    })),
    store: { place: said.place, database_size: 1_240_000, attachments: 12, attachments_size: 34_500_000, revisions: 118, last_backup: "2013-04-26T01:00:00Z", last_full_backup: null },
    due_days_after_quarter: 10,
    due_workdays_after_handout: 5,
    feedback_days: 7,
    reminder_workdays: 5,
    lights: { on_track: 50, slow: 200, preset: "schedule", words: said.lightWords },
    calendar: said.calendar,
    idle_minutes: 10,
    recovery: false,
    about: { version: "0.1.0", fonts: said.fonts },
  });


  if (planned && scene === "sample") drafts.set(textOf({ year: 2013, task: 19, quarter: 1, round: 1, department: tasks[18]?.departments[0]?.id ?? "" }), { boxes: emptyBoxes({ claim: "done", text: said.progress }), at: "2013-04-26T02:32:00Z" });

  return async (command: string, payload: unknown): Promise<unknown> => {
    const args = (payload ?? {}) as { target: { key: EntryKey }; key: EntryKey; boxes: EntryBoxes; format: string; query: { quarter: number; of: { document: string } }; person: PersonView; task: number; light: LightCode | null; department: string | null; leader: string; text: string; claim: ClaimCode; reason: string; sha256: string; id: string };
    const now = new Date().toISOString();
    switch (command) {
      case "start": {
        const start: Start = begun ? { phase: "ready", frame: frame() } : { phase: "first" };
        return start;
      }
      case "open_sample":
        begun = true;
        planned = true;
        return { ...frame(), sample: true };
      case "begin":
        begun = true;
        return frame();
      case "remove_sample":
        return { phase: "first" };
      case "take_over":
        return { ...frame(), person: args.person };
      case "frame":
        return frame();
      case "restore_backup":
        begun = true;
        planned = true;
        return frame();
      case "pick_paper":
        return {
          token: "p",
          file_name: "whitepaper-2013.txt",
          encoding: "UTF-8",
          lines,
          plan,
          runs,
          indicators: counted.sheet().tasks,
          remarks: counted.sheet().remarks,
          problems: scene === "empty" ? [] : [{ line: 44, text: lines[43]?.text ?? "", reason: said.problem }],
          verdict: scene === "empty" ? { kind: "new" } : { kind: "same" },
          taken_over: null,
        };
      case "import_paper":
        planned = true;
        return frame();
      case "plan":
        return planInForce();
      case "override_light":
        if (args.light === null) overrides.delete(args.task);
        else overrides.set(args.task, { light: args.light, reason: args.reason });
        return null;
      case "set_leader":
        leaders = { ...leaders, [args.task]: args.leader === "" ? null : args.leader };
        return planInForce();
      case "confirm_lead":
        leads = { ...leads, [args.task]: args.department };
        return planInForce();
      case "indicators":
        return counted.sheet();
      case "check_indicators":
        return counted.check((args as unknown as { list: IndicatorInput[] }).list);
      case "confirm_indicators":
        return counted.confirm(args.task, (args as unknown as { list: IndicatorInput[] }).list);
      case "feedback_list":
        return feedbackList(scene === "department");
      case "feedback":
        return feedbackView(args.id);
      case "suggest_tasks":
        return args.text.includes(said.feedbackWord) ? feedbackSuggestions : [];
      case "pick_letter":
        return feedbackLetter;
      case "show_personal":
        return feedbackPersonal;
      case "plan_changes":
        return scene === "empty" ? [] : planChanges;
      case "held_tasks":
        return tasks.filter((task) => task.departments.some(({ id }) => id === (args as unknown as { department: string }).department)).map((task) => ({ year: 2013, task: task.number, title: task.number_text + task.title }));
      case "organisation_changes":
        return scene === "empty" ? [] : [merger];
      case "preview_organisation":
        return merger;
      case "carry_list":
        return carried;
      case "submission":
        return said.submissionSheet;
      case "chase":
        return chaseView(scene === "idle");
      case "board":
        return board(args.query.quarter);
      case "undo":
        undoable = null;
        return said.undoneLast;
      case "recycle_bin":
        return withdrawn;
      case "restore_withdrawn":
        withdrawn = [];
        return withdrawn;
      case "find":
        return found(args.text);
      case "entry_form":
        return form(args.key);
      case "save_draft":
        drafts.set(textOf(args.key), { boxes: args.boxes, at: now });
        return now;
      case "discard_draft":
        drafts.delete(textOf(args.key));
        return form(args.key);
      case "submit_entry":
        drafts.delete(textOf(args.key));
        submitted.set(textOf(args.key), { boxes: args.boxes, at: now });
        return { form: form(args.key), message: said.submitted };
      case "undo_entry":
        submitted.delete(textOf(args.key));
        return { form: form(args.key), message: said.undone };
      case "record_finding":
        return { ...form(args.key), finding: { claim: args.claim, reason: args.reason, by: said.person, at: now } };
      case "summary":
      case "save_summary":
        return { key: args.key, title: "", lead: departments[0]?.name ?? "", text: said.otherText, saved: false, by: "", at: "", outdated: false, parts: [], refused: null };
      case "milestone_items": {
        const { task, quarter } = args as unknown as { task: number; quarter: number };
        const about = tasks[task - 1];
        return { year: 2013, task, quarter, promise: about?.texts[quarter - 1] ?? "", confirmed: false, departments: about?.departments.map(({ id, name }) => ({ id, name, lead: false })) ?? [], items: (about?.items[quarter - 1] ?? []).map((text) => ({ text, department: null })) };
      }
      case "review_queue":
        return scene === "idle" ? { ...review.queue(args.query as unknown as ReviewQuery), lines: [] } : review.queue(args.query as unknown as ReviewQuery);
      case "accept_entry":
        review.accept(args.target.key);
        return { form: form(args.target.key), message: said.review.done };
      case "return_entry":
        review.giveBack(args.target.key, (args.boxes as unknown as ReturnBoxes).reason);
        return { form: form(args.target.key), message: said.review.done };
      case "comments":
      case "add_comment":
      case "withdraw_comment":
        return review.comments();
      case "column_choices":
        return said.columnChoices;
      case "verifications":
        return review.sheets();
      case "draw_sample":
      case "record_check":
        return review.sheets()[0];
      case "pick_files":
      case "take_files":
        return { added: [{ form: "file", sha256: "c".repeat(64), size: 812_000, name: said.files[3], media_type: "image/png", personal: null, code: null }], refused: [said.refusedFile] };
      case "picture":
        return { thumbnail: args.sha256 === "b".repeat(64) ? null : PICTURE, taken_at: args.sha256 === "b".repeat(64) ? null : "2013-04-03 15:20", latitude: null, longitude: null };
      case "print_report":
        return report(args.query.of.document);
      case "report_bytes":
        return (await fetch("/sample.pdf")).arrayBuffer();
      case "save_report":
        return "report.pdf";
      case "issued_reports":
        return [];
      case "export_report":
        return `report.${args.format}`;
      case "settings":
      case "rename_office":
      case "add_person":
      case "set_due_rule":
      case "set_lights":
      case "set_calendar":
      case "rename_department":
        return settings();
      case "check":
        return { ok: true, findings: [] };
      case "full_backup":
        return { file_name: "backup.bpb", size: 36_000_000, encrypted: false };
      default:
        return null;
    }
  };
}

const PICTURE =
  "data:image/svg+xml," +
  encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="88" height="72"><rect width="88" height="72" fill="#9fb7cf"/><path d="M0 72V48l22-16 18 14 20-24 28 26v24z" fill="#5f7f63"/><circle cx="66" cy="16" r="8" fill="#f2e2a8"/></svg>');
