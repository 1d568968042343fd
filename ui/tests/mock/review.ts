// 审核 of the invented back end: the first quarter's entries, some decided on; decisions hold until the page is left.
import type { ClaimCode, CommentView, DecisionView, EntryKey, ReviewLine, ReviewQuery, ReviewQueue, StageCode, VerificationView } from "../../src/ipc/bindings";
import { said } from "./said";
import { departments, tasks } from "./paper";

const STAGES: readonly StageCode[] = ["waiting", "recused", "returned", "accepted"];

export function createReview(claimOf: (task: number) => ClaimCode | null) {
  const decided = new Map<string, DecisionView>();
  const decide = (key: EntryKey, over: Partial<DecisionView>) =>
    decided.set(JSON.stringify([key.task, key.department]), {
      decision: "accepted", word: said.review.accepted, reason: "", returned_to: "", place: null, place_word: "", quote: "",
      by: said.person, at: "2013-04-24T03:00:00Z", revision: `r${key.task}`, revision_word: said.review.version, current: true, ...over,
    });
  const decisionOf = (key: EntryKey) => decided.get(JSON.stringify([key.task, key.department])) ?? null;

  function line(number: number): ReviewLine | null {
    const task = tasks[number - 1];
    const department = task?.departments[0];
    const claim = claimOf(number);
    if (task === undefined || department === undefined || claim === null) return null;
    const key: EntryKey = { year: 2013, task: number, quarter: 1, round: 1, department: department.id };
    const decision = decisionOf(key);
    const recused = department.name === said.review.own;
    const stage: StageCode = decision === null ? (recused ? "recused" : "waiting") : decision.decision;
    return {
      key, title: task.number_text + task.title, department: department.name, departments: task.departments.length, round: "2013Q1",
      claim, claim_word: said.claims[claim], without_evidence: number === 2 || number === 13, on_behalf: number === 10 ? said.source : null,
      by: said.person, at: "2013-04-22T02:32:00Z", revision: `r${number}`, stage, stage_word: said.review.stages[stage],
      refused: recused ? said.review.refused : null, decision,
    };
  }
  const all = () => tasks.flatMap(({ number }) => line(number) ?? []);

  const returnedKey = line(7)?.key;
  if (returnedKey !== undefined) decide(returnedKey, { decision: "returned", word: said.review.returned, reason: said.review.reason, returned_to: line(7)?.department ?? "", place: "text", place_word: said.review.place, quote: said.progress.slice(0, 8) });
  for (const number of [1, 3, 5]) {
    const key = line(number)?.key;
    if (key !== undefined) decide(key, {});
  }

  return {
    decisionOf,
    counts: () => ({ waiting: all().filter(({ stage }) => stage === "waiting").length, returned: all().filter(({ stage }) => stage === "returned").length }),
    accept: (key: EntryKey) => decide(key, {}),
    giveBack: (key: EntryKey, reason: string) => decide(key, { decision: "returned", word: said.review.returned, reason, returned_to: departments.find(({ id }) => id === key.department)?.name ?? "" }),
    queue: (query: ReviewQuery): ReviewQueue => {
      const lines = all().filter((each) => (query.department === null || each.key.department === query.department) && (query.claim === null || each.claim === query.claim) && (!query.without_evidence || each.without_evidence) && (!query.on_behalf || each.on_behalf !== null) && (query.round === null || query.round === 1));
      return {
        stages: STAGES.map((stage) => ({ stage, word: said.review.stages[stage], count: lines.filter((each) => each.stage === stage).length })),
        departments: departments.map(({ id, name }) => ({ id, name })),
        lines: lines.filter(({ stage }) => query.stage === null || stage === query.stage),
      };
    },
    comments: (): CommentView[] => [{ id: "c1", task: 12, quarter: 4, entry: null, about: "", manual: true, text: said.review.note, by: said.person, at: "2013-04-17T02:30:00Z" }],
    sheets: (): VerificationView[] => {
      const drawn = all().slice(0, 3);
      return [
        {
          year: 2013, round: 1, seed: 20130424, population: 20, sentence: said.review.sentence, drawing: said.review.drawing, by: said.person, at: "2013-04-24T03:00:00Z", checked: 1, disagreeing: 1,
          checks: drawn.map((each, index) => ({
            place: index * 7 + 3, key: each.key, title: each.title, department: each.department, claim_word: each.claim_word, text: said.progress,
            boxes: index === 0 ? { method: "on_site", on: "2013-05-02", by: said.person, agrees: false, words: said.review.found } : { method: null, on: null, by: "", agrees: null, words: "" },
            result_word: index === 0 ? said.review.disagrees : "",
          })),
        },
      ];
    },
  };
}
