// 督办 of the invented back end: some departments silent, an instruction, an item on its way and one that is late.
import type { CallLineView, Chase, InstructionView, SupervisionView } from "../../src/ipc/bindings";
import { departments, tasks } from "./paper";
import { said } from "./said";

const title = (number: number): string => `${tasks[number - 1]?.number_text ?? ""}${tasks[number - 1]?.title ?? ""}`;
const idOf = (name: string): string => departments.find((department) => department.name === name)?.id ?? name;

const line = (name: string, owed: number, stated: number, missing: number[], over: Partial<CallLineView>): CallLineView => ({
  department: idOf(name), name, owed, stated,
  reported: stated === owed ? "all" : stated === 0 ? "nothing" : "some",
  reported_word: stated === owed ? said.chase.all : stated === 0 ? said.chase.nothing : said.chase.some,
  missing: missing.map((task) => ({ task, quarter: 1 })),
  missing_words: missing.map((task) => tasks[task - 1]?.number_text ?? "").join("、"),
  sealed: null, submission: null, contact: "", telephone: "", ...over,
});

const LINES: readonly CallLineView[] = [
  line("监察局", 1, 0, [20], { contact: "陈某某", telephone: "2555xxxx" }),
  line("安监局", 2, 1, [19], { contact: "林某某", telephone: "2522xxxx 转 808" }),
  line("教育局", 1, 1, [], { contact: "张某某", telephone: "25228502" }),
  line("民政局", 2, 2, [], {}),
];

const instruction: InstructionView = {
  id: "i1", task: 13, title: title(13), quarter: null, leader: "王副区长", on: "2013-05-03", words: "请工务局会同城管局于5月底前完成沿线清理，逐日报送进度。", page: "区府办〔2013〕21号 第2页",
  scan: [{ form: "file", sha256: "b".repeat(64), size: 340_000, name: "王副区长批示（扫描件）.pdf", media_type: "application/pdf", personal: false, code: null }], department: idOf("城改办"), department_name: "城改办", due: "2013-05-31", followed_by: ["督办〔2013〕1号"], by: said.person,
};

const item = (number: number, over: Partial<SupervisionView>): SupervisionView => ({
  id: `s${number}`, number, number_text: `督办〔2013〕${number}号`, task: 13, title: title(13), quarter: null, instruction: "i1", requirement: "5月底前完成沿线清理，逐日报送进度。", department: idOf("城改办"), department_name: "城改办",
  due: "2013-05-31", stage: "received", stage_word: "签收", overdue: false,
  next: [{ stage: "answered", word: "反馈" }],
  steps: [
    { stage: "assigned", word: "交办", on: "2013-05-06", by: said.person, words: "", files: [] },
    { stage: "received", word: "签收", on: "2013-05-07", by: "城改办 周某", words: "已转征收科办理。", files: [] },
  ],
  ...over,
});

export const chaseView = (empty: boolean): Chase => ({
  round: { round: "2013Q1", quarter: 1, name: said.chase.name, due: "2013-04-24", state: "open", state_word: said.chase.open, sentence: said.chase.sentence, closings: [] },
  list: {
    round: "2013Q1", due: "2013-04-24", as_of: "2013-04-24", sentence: said.chase.counted, total: LINES.length,
    counts: [], sealed: 0, lines: empty ? LINES.filter(({ reported }) => reported === "all") : [...LINES],
  },
  instructions: empty ? [] : [instruction],
  items: empty ? [] : [item(1, {}), item(2, { task: 7, title: title(7), instruction: null, requirement: "补报垃圾减量分类一季度进展和佐证。", department: idOf("城管局"), department_name: "城管局", due: "2013-04-30", stage: "assigned", stage_word: "交办", overdue: true, next: [{ stage: "received", word: "签收" }, { stage: "answered", word: "反馈" }] })],
});
