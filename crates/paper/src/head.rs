//! Heads: the names of the table's columns.

use crate::line::Span;
use crate::mark;

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Goal,
    Task,
    Progress,
    Departments,
}

const HEADS: [(Column, &[&str]); 4] = [
    (
        Column::Goal,
        &[
            "总体目标",
            "总目标",
            "目标类别",
            "任务类别",
            "类别",
            "领域",
            "重点领域",
            "工作领域",
            "目标分类",
            "板块",
        ],
    ),
    (
        Column::Task,
        &[
            "工作任务",
            "任务",
            "重点任务",
            "主要任务",
            "具体任务",
            "任务名称",
            "任务内容",
            "工作项目",
            "工作事项",
            "重点工作",
            "重点工作任务",
            "服务事项",
            "公共服务事项",
            "项目名称",
        ],
    ),
    (Column::Progress, &["目标及进度", "目标和进度", "目标与进度", "目标、进度", "目标进度"]),
    (Column::Departments, &["责任部门", "责任单位", "承办部门", "承办单位"]),
];
/// What names the departments' column: 牵头责任单位, 责任部门(单位).
const ANSWERING: [&str; 8] = ["责任", "牵头", "承办", "主办", "落实", "实施", "负责", "完成"];
/// No head is longer.
const HEAD_CHARS_MAX: usize = 12;

/// Which column's head the text is.
pub(crate) fn head(text: &str) -> Option<Column> {
    if text.len() > 60 {
        return None;
    }
    let bare = mark::bare(text);
    if let Some(&(column, _)) = HEADS.iter().find(|(_, words)| words.contains(&bare.as_str())) {
        return Some(column);
    }
    if bare.chars().count() > HEAD_CHARS_MAX || bare.contains([':', '\u{3002}', ';', ',']) {
        return None;
    }
    let name = bare.split_once('(').map_or(bare.as_str(), |(name, _)| name);
    let is_departments = (name.ends_with("部门") || name.ends_with("单位"))
        && ANSWERING.iter().any(|word| name.starts_with(word));
    // 年度目标及进度安排, 工作目标及季度进度
    let is_progress = name.contains("目标") && name.contains("进度") && !name.starts_with("进度");
    match (is_departments, is_progress) {
        (true, _) => Some(Column::Departments),
        (_, true) => Some(Column::Progress),
        _ => None,
    }
}

/// The heads of a text that blanks part, each perhaps with blanks inside; `None` if it is not made of heads only.
pub(crate) fn heads_between_blanks(text: &str, span: &Span) -> Option<Vec<Span>> {
    if span.len() > 200 {
        return None;
    }
    let mut heads: Vec<Span> = Vec::new();
    let mut start = None;
    let mut at = span.start;
    for token in text[span.clone()].split_inclusive(mark::is_blank) {
        let end = at + token.trim_end().len();
        if at < end {
            let first = *start.get_or_insert(at);
            if head(&text[first..end]).is_some() {
                heads.push(first..end);
                start = None;
            }
        }
        at += token.len();
    }
    (start.is_none() && !heads.is_empty()).then_some(heads)
}
