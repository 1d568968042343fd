// The 2013 white paper as the board and the plan show it, from the shared seed; punctuation widened as the back end does.
import seed from "../../../seeds/whitepaper-2013.json";
import source from "../../../seeds/whitepaper-2013.txt?raw";
import type { PlanView, NumberView, SourceLine, SourceRun } from "../../src/ipc/bindings";

const WIDE: Record<string, string> = { ",": "\u{FF0C}", ":": "\u{FF1A}", ";": "\u{FF1B}", "(": "\u{FF08}", ")": "\u{FF09}" };

export const wide = (text: string): string => text.replace(/[,:;()]/g, (mark) => WIDE[mark] ?? mark);

export interface MockTask {
  goal: string;
  number: number;
  number_text: string;
  title: string;
  objective: string;
  texts: string[];
  items: string[][];
  departments: { id: string; name: string }[];
  line: number;
}

const QUARTERS = ["q1", "q2", "q3", "q4"] as const;
const ids = new Map(seed.departments.map(({ name }, index) => [name, `d${String(index + 1).padStart(3, "0")}`]));

export const departmentId = (name: string): string => ids.get(name) ?? name;
export const departments = seed.departments.map(({ name, tasks }) => ({
  id: departmentId(name),
  name,
  tasks: tasks.map((id) => Number(id.slice(1))),
}));

export const tasks: MockTask[] = seed.goals.flatMap((goal) =>
  goal.tasks.map((task) => ({
    goal: goal.name,
    number: task.no,
    number_text: wide(task.no_text),
    title: wide(task.title),
    objective: wide(task.target),
    texts: QUARTERS.map((quarter) => wide(task[quarter])),
    items: QUARTERS.map((quarter) => task.milestones[quarter].map(({ text }) => wide(text))),
    departments: task.departments.map((name) => ({ id: departmentId(name), name })),
    line: task.segments[0]?.lines[0] ?? 1,
  })),
);

export const goals = seed.goals.map((goal) => goal.name);

/** Plain numbers: a noun, a number, a measure word. */
export function numbersOf(text: string): NumberView[] {
  const found: NumberView[] = [];
  for (const match of text.matchAll(/([\u4e00-\u9fff]{2,4}?)(\d+)(\u573a|\u4efd|\u4e2a|\u4eba\u6b21|\u5bb6)/gu)) {
    const [, name = "", promised = "", unit = ""] = match;
    const start = Array.from(text.slice(0, (match.index ?? 0) + name.length)).length;
    found.push({
      name: name.replace(/^\u5f00\u5c55/u, ""),
      unit,
      should: promised,
      least: promised,
      most: null,
      annual: String(Number(promised) * 4),
      beside: null,
      adds: true,
      counts: true,
      places: [{ start, end: start + promised.length + unit.length }],
    });
  }
  return found;
}

export const plan: PlanView = {
  title: seed.metadata.title.value,
  year: 2013,
  issuer: seed.metadata.publisher.value,
  index_no: seed.metadata.index_no.value,
  published_on: "2013-04-17",
  sections: seed.sections.map(({ no_text, title }) => no_text + title),
  counts: { goals: 5, tasks: 20, milestones: 80, items: 133, departments: seed.departments.length },
  goals: goals.map((name) => ({
    name,
    tasks: tasks
      .filter((task) => task.goal === name)
      .map((task) => ({
        number: task.number,
        number_text: task.number_text,
        title: task.title,
        objective: task.objective,
        milestones: task.texts,
        departments: task.departments.map((department) => department.name),
        lead: null,
        leader: null,
        line: task.line,
      })),
  })),
};

export const lines: SourceLine[] = source
  .replace(/\n$/, "")
  .split("\n")
  .map((text, index) => {
    const line = index + 1;
    const head = ["\u603b\u4f53\u76ee\u6807 |", "\u5de5\u4f5c\u4efb\u52a1 |", "\u76ee\u6807\u53ca\u8fdb\u5ea6 |", "\u8d23\u4efb\u90e8\u95e8 | ||"].includes(text.trim());
    const kind = line <= 7 ? "record" : head && line > 22 ? "repeated" : line >= 19 && line <= 117 ? "table" : text === "" ? "blank" : "text";
    const task = tasks.filter((each) => each.line <= line).at(-1)?.number ?? null;
    return { line, text, kind, task: kind === "table" ? task : null } as const;
  });

/** Where the words of the tasks stand in the file: title, objective and quarters one after another, also where two say the same. */
export const runs: SourceRun[] = tasks.flatMap((task) => {
  const own = lines.filter((each) => each.task === task.number);
  let [from, after] = [0, 0];
  return [["title", task.title] as const, ["objective", task.objective] as const, ...task.texts.map((text, index) => [String(index + 1), text] as const)].flatMap(([part, text]) => {
    const begins = (at: number) => wide(own[at]?.text ?? "").indexOf(text, at === from ? after : 0);
    const at = own.findIndex((_, index) => index >= from && begins(index) >= 0);
    const line = own[at];
    if (line === undefined) return [];
    const start = begins(at);
    [from, after] = [at, start + text.length];
    return [{ task: task.number, part, at: 0, line: line.line, start: Array.from(line.text.slice(0, start)).length, count: Array.from(text).length }];
  });
});
