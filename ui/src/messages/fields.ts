// The words of the fields that several screens share: a day, a decision's reason.
export const fieldMessages = {
  day: "年-月-日",
  pick: (label: string) => `${label}：从日历选取`,
  pickHint: "从日历选取",
  wrongDay: (year: number | null) => `没有这一天。请写成 2013-04-07、2013年4月7日${year === null ? "" : "或 4月7日"}`,
  reasonMissing: "写了理由才能继续",
  decideKey: "Ctrl+Enter",
  missing: (boxes: string) => `还缺：${boxes}`,
  deciding: "正在办理…",
} as const;
