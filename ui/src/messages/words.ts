// Words that every screen shares: quarters, the four claims, common actions.
// Left to others: state words and marks, which come with their standing from the back end.
import type { ClaimCode, LineKind } from "../ipc/bindings";

const ORDINALS = ["一", "二", "三", "四"] as const;

/** 一季度: as the round is named. */
export const quarterWord = (quarter: number): string => `${ORDINALS[quarter - 1] ?? String(quarter)}季度`;

/** 第一季度: as the paper names it. */
export const paperQuarter = (quarter: number): string => `第${quarterWord(quarter)}`;

/** For the kit's date fields. */
export const QUARTER_FORMAT = "YYYY年第Q季度";

export const CLAIM_WORDS: Record<ClaimCode, string> = {
  done: "已完成",
  partial: "部分完成",
  not_done: "未完成",
  condition_not_met: "条件未成立",
};

export const LINE_WORDS: Record<LineKind, string> = {
  record: "公文信息",
  text: "正文",
  table: "表格",
  repeated: "重复表头",
  blank: "空行",
  problem: "未能读懂",
};

export const words = {
  app: "白皮书督办",
  year: (year: number) => `${year}年度`,
  objective: "目标",
  lead: "△",
  leadHint: "牵头部门",
  withoutEvidence: "无佐证",
  withoutEvidenceMark: "◇",
  fullYear: "全年",
  loading: "正在读取…",
  retry: "再试一次",
  cancel: "取消",
  close: "关闭",
  save: "保存",
  gotIt: "知道了",
  comma: "、",
  /** On a button that asks more before anything is done. */
  asks: (word: string) => `${word}…`,
  fullStop: "。",
  flags: "提示",
  work: {
    percent: (percent: number) => `${percent}%`,
    left: (percent: number, seconds: number) => `${percent}%，约还需 ${seconds < 90 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分钟`}`,
    stop: "停止",
    stopping: "正在停止…",
  },
  noPlan: {
    title: "还没有年度计划",
    text: "先把这一年的白皮书读进来，核对无误后启用；\n任务、季度目标和责任部门就都在这里。",
    go: "导入白皮书",
  },
  noConnection: "程序内部没有应答，请关闭窗口后重新打开。",
  unexpected: (text: string) => `没有做成：${text}`,
  dateInText: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
} as const;
