//! The words on an office's own papers: 工作交接单 and PIN 恢复单.

use crate::handover::HandoverKind;

/// The handover's title.
pub const HANDOVER: &str = "工作交接单";
/// The heads of its tables.
pub const HANDOVER_COLUMNS: [&str; 4] = ["序号", "事项", "状态", "备注"];
/// In place of an empty table.
pub const NONE: &str = "无。";
/// Who signs it.
pub const SIGNATURES: [&str; 3] = ["移交人", "接收人", "监交人"];
/// Before a day that is written in by hand.
pub const SIGNED_ON: &str = "日期";
/// Over the signatures.
pub const HANDED_OVER: &str = "以上事项及相关材料已当面交接清楚。";

/// What is handed over.
#[must_use]
pub fn handover_kind(kind: HandoverKind) -> &'static str {
    match kind {
        HandoverKind::Milestone => "未完成的季度目标",
        HandoverKind::Draft => "未提交的草稿",
        HandoverKind::Returned => "被退回的填报",
        HandoverKind::SupervisionItem => "未销号的督办事项",
        HandoverKind::Instruction => "未交办的领导批示",
        HandoverKind::Feedback => "未办结的公众意见",
        HandoverKind::Package => "未发出的交换包",
    }
}

/// 合计3件：未完成的季度目标2件，未提交的草稿1件，…; the numbers add up to the first.
#[must_use]
pub fn handover_counts(counts: &[(HandoverKind, usize)]) -> String {
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let each: Vec<_> =
        counts.iter().map(|(kind, count)| format!("{}{count}件", handover_kind(*kind))).collect();
    format!("合计{all}件：{}。", each.join("，"))
}

/// The recovery sheet's title.
pub const RECOVERY: &str = "PIN 恢复单";
/// Over the code.
pub const RECOVERY_CODE: &str = "恢复码";
/// What it is for and what to do with it.
pub const RECOVERY_RULES: [&str; 4] = [
    "本单用于忘记 PIN 且没有其他管理人员能够重置时，为一名人员重新设置 PIN。",
    "恢复码只显示和打印这一次，程序中不保存原文。请核对印出的恢复码清晰后，装入信封密封，由负责人保管。",
    "使用时：在锁定画面或“现在由谁填报”中点“忘记 PIN”，选定人员，输入恢复码和新的 PIN；也可在命令行用 bps person recover。",
    "恢复码使用一次即作废，程序随即给出新的恢复单；每次使用都记入操作日志。不要拍照，不要经网络传送。",
];
/// Who sealed it.
pub const SEALED: [&str; 2] = ["封存人", "保管人"];
