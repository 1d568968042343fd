// Invented indicators: the fifth task's three as read, and a suggestion in the first; the sums of what is typed in whole numbers.
import type { CheckedIndicators, IndicatorInput, IndicatorSheet, IndicatorView, PlaceView, RemarkView, TargetInput, TargetView } from "../../src/ipc/bindings";
import { indicatorMessages } from "../../src/messages/indicator";
import { tasks } from "./paper";
import { said } from "./said";

const at = (task: number, quarter: number, text: string): PlaceView | null => {
  const start = Array.from((tasks[task - 1]?.texts[quarter - 1] ?? "").split(text)[0] ?? "").length;
  return tasks[task - 1]?.texts[quarter - 1]?.includes(text) === true ? { part: String(quarter), start, end: start + Array.from(text).length } : null;
};

const target = (least: string, origin: string, place: PlaceView | null = null, op = "eq"): TargetView => ({ op, least, most: null, origin, place, ordinal: null, unit_missing: false });

const sum = (name: string, unit: string, value: string, year: string, op = "eq"): IndicatorView => ({
  name,
  unit,
  kind: "sum",
  kind_word: indicatorMessages.kinds["sum"] ?? "",
  annual: target(year, "derived", null, op),
  quarters: [1, 2, 3, 4].map((quarter) => target(value, "written", at(5, quarter, `${name}${value}${unit}`), op)),
});

const fifth = (): IndicatorView[] => [
  sum(said.indicators.performances, said.indicators.times, "10", "40"),
  sum(said.indicators.shows, said.indicators.times, "4", "16"),
  sum(said.indicators.visits, said.indicators.people, "2000", "8000", "ge"),
];

const suggested = (): IndicatorView => ({ name: said.indicators.survey, unit: said.indicators.copies, kind: "once", kind_word: "", annual: null, quarters: [null, target("1", "suggested", { part: "2", start: 0, end: 6 }), null, null] });

const remark = (over: Partial<RemarkView>): RemarkView => ({ kind: "sum_fits", word: said.indicators.fits, fits: true, task: 5, quarters: [1, 2, 3, 4], place: at(5, 1, `${said.indicators.performances}10${said.indicators.times}`), sentence: `${said.indicators.performances} 10+10+10+10=40 ✓`, ...over });

function viewOf(input: IndicatorInput): IndicatorView {
  const seen = (value: TargetInput | null): TargetView | null => (value === null ? null : { ...target(value.least, "entered", null, value.op), most: value.most });
  const quarters = input.quarters.map(seen);
  const total = quarters.reduce((all, value) => all + Number(value?.least ?? 0), 0);
  return { name: input.name, unit: input.unit, kind: input.kind, kind_word: "", annual: seen(input.annual) ?? target(String(total), "derived"), quarters };
}

export function createIndicators() {
  const sheet: IndicatorSheet = {
    year: 2013,
    tasks: tasks.map(({ number }) => ({ task: number, confirmed: null, indicators: number === 5 ? fifth() : number === 1 ? [suggested()] : [] })),
    remarks: [
      remark({ kind: "record_empty", word: said.indicators.empty, fits: false, task: null, quarters: [], place: null, sentence: said.indicators.emptySentence }),
      remark({}),
      remark({ kind: "no_lead", word: said.indicators.noLead, fits: false, quarters: [], place: null, sentence: said.indicators.noLeadSentence }),
    ],
  };
  return {
    sheet: (): IndicatorSheet => structuredClone(sheet),
    check: (list: IndicatorInput[]): CheckedIndicators => {
      const indicators = list.map(viewOf);
      return { indicators, remarks: indicators.map(({ name, annual }) => remark({ kind: "annual_derived", word: "", fits: false, sentence: `${name} ${annual?.least}` })) };
    },
    confirm: (task: number, list: IndicatorInput[]): IndicatorSheet => {
      const own = sheet.tasks.find((each) => each.task === task);
      if (own !== undefined) {
        own.confirmed = { by: said.person, at: "2013-04-20T02:00:00Z" };
        own.indicators = list.map(viewOf);
      }
      return structuredClone(sheet);
    },
  };
}
