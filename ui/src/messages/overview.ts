// The words of 总览.
import { quarterWord } from "./words";

export const overviewMessages = {
  title: "总览",
  sentence: (quarter: number) => `${quarterWord(quarter)}节点`,
  total: "项",
  colon: "：",
  asOf: (date: string) => `数据截至 ${date}`,
  due: (date: string) => `应报日期 ${date}`,
  columns: { goal: "总体目标", task: "工作任务", light: "全年", departments: "责任部门" },
  openHint: "Enter 打开填报",
  noMilestone: "白皮书没有写这一季度",
  gridLabel: "任务与四个季度的状态",
  todo: "待办",
  todoNone: "没有待办的事。",
  owed: (count: number) => `待填报 ${count} 项`,
  returned: (count: number) => `退回待更正 ${count} 份`,
  waiting: (count: number) => `待审 ${count} 份`,
  drafts: (count: number) => `未提交的草稿 ${count} 份`,
  unjudged: (count: number) => `待认定 ${count} 项`,
  withoutEvidence: (count: number) => `无佐证 ${count} 项`,
  carried: (count: number) => `以前季度遗留 ${count} 项`,
  feedback: {
    overdue: (count: number) => `公众意见逾期 ${count} 件`,
    open: (count: number) => `公众意见待答复 ${count} 件`,
    answered: (count: number) => `公众意见待办结 ${count} 件`,
  },
  silent: "谁没报",
  silentDue: (date: string) => `应于 ${date} 前报`,
  silentNone: "应报的都已报。",
  silentNotDue: "报告期还没有到。",
  silentTasks: (count: number) => `${count} 项`,
} as const;
