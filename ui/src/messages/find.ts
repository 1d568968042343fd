// The words of Ctrl+K.
import type { HitKind } from "../ipc/bindings";

const kinds: Record<HitKind, string> = {
  task: "任务",
  department: "部门",
  progress: "填报",
  evidence: "佐证",
  finding: "认定",
  review: "审核",
  summary: "汇总稿",
  comment: "批注",
  leader: "分管领导",
  instruction: "领导批示",
  supervision_item: "督办",
  feedback: "公众意见",
  plan_change: "计划调整",
  contact: "联络员",
  organisation_change: "机构变动",
  person: "人员",
  plan: "白皮书",
  issued_report: "已签发报告",
};

export const findMessages = {
  title: "查找",
  placeholder: "任务编号、原文词句、部门、佐证编号或文件名；几个词用空格隔开",
  nothing: (text: string) => `没有找到“${text}”。可以换一个词，或只写其中两三个字；几个词要都出现才算。`,
  before: "写一个字就开始找；↑ ↓ 选择，Enter 打开，Esc 关闭。",
  field: (field: string) => `${field}：`,
  more: (shown: number) => `只列出前 ${shown} 条，再写几个字可缩小范围`,
  kinds,
} as const;
