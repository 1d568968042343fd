// The words of 任务台账.
import type { StateCode } from "../ipc/bindings";

export const registerMessages = {
  title: "任务台账",
  goal: "总体目标",
  department: "责任部门",
  mark: "状态",
  all: { goal: "全部目标", department: "全部部门", mark: "全部状态" },
  find: "在表中查找",
  shown: (shown: number, total: number) => (shown === total ? `共 ${total} 项` : `${total} 项中显示 ${shown} 项`),
  clear: "全部显示",
  marks: {
    unreported: "未报",
    not_done: "未完成",
    partial: "部分完成",
    done: "完成",
    condition_not_met: "不计",
    adjusted: "已调整",
    not_due: "未到期",
  } satisfies Record<StateCode, string>,
  cross: { without_evidence: "无佐证", unjudged: "待认定", silent: "有部门没报", carried: "以前季度遗留", flagged: "有提示" },
  markOf: (quarter: string, word: string) => `${quarter}：${word}`,
  objective: "目标：",
  quarter: (word: string) => `${word}：`,
  open: (place: string) => `填报 ${place}`,
  none: "没有符合条件的任务。",
  tableLabel: "工作任务目标",
  besideLabel: "填报",
} as const;
