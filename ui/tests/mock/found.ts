// What the invented back end finds: in titles, objectives and promises, and departments by their names.
import type { FoundList, Hit, Marked } from "../../src/ipc/bindings";
import { feedbackList } from "./feedback";
import { departments, tasks } from "./paper";

function marked(text: string, wanted: string): Marked {
  const start = Array.from(text.slice(0, Math.max(0, text.indexOf(wanted)))).length;
  return { text, marks: text.includes(wanted) ? [{ start, end: start + Array.from(wanted).length }] : [] };
}

export function found(wanted: string): FoundList {
  const of = (part: number) => ({ year: 2013, object: "o", revision: "r", part, context: marked("", wanted) });
  const hits: Hit[] = [];
  for (const { number, number_text, title, objective, texts } of tasks) {
    const quarter = texts.findIndex((text) => text.includes(wanted));
    const whole = marked(number_text + title, wanted);
    if (whole.marks.length === 0 && quarter < 0 && !objective.includes(wanted)) continue;
    const excerpt = whole.marks.length > 0 ? null : marked(quarter < 0 ? objective : (texts[quarter] ?? ""), wanted);
    hits.push({ ...of(number), kind: "task", title: whole, field: excerpt === null ? "" : String(quarter + 1), excerpt, to: { place: "task", year: 2013, number, quarter: quarter < 0 ? null : quarter + 1 } });
  }
  for (const { id, name } of departments.filter((each) => each.name.includes(wanted))) {
    hits.push({ ...of(100 + hits.length), kind: "department", title: marked(name, wanted), field: "", excerpt: null, to: { place: "department", id } });
  }
  for (const { id, subject, receipt } of feedbackList(false).lines.filter((line) => line.subject.includes(wanted))) {
    hits.push({ ...of(200 + hits.length), kind: "feedback", title: marked(subject, wanted), context: marked(receipt, wanted), field: "", excerpt: null, to: { place: "feedback", id } });
  }
  return { hits, more: hits.length > 12 ? ["task"] : [] };
}
