//! Cells: what a cell's text tells of what it is, and the names in a cell of departments.

use crate::label;
use crate::line::Span;
use crate::mark;

/// No department's name is longer.
const DEPARTMENT_CHARS_MAX: usize = 30;

/// Whether the text is a 目标及进度 cell.
pub(crate) fn begins_with_label(text: &str) -> bool {
    label::at(text, 0, true).is_some() || label::loose_at(text, 0).is_some()
}

/// The names in a cell of departments. Marks inside brackets divide nothing.
pub(crate) fn departments(text: &str, cell: &Span) -> Vec<Span> {
    let slice = &text[cell.clone()];
    let opening = |c: char| mark::half_width(c) == '(';
    let closing = |c: char| mark::half_width(c) == ')';
    let balanced =
        slice.chars().filter(|&c| opening(c)).count() == slice.chars().filter(|&c| closing(c)).count();
    let (mut names, mut start, mut inside) = (Vec::new(), None, false);
    for (offset, c) in slice.char_indices() {
        let at = cell.start + offset;
        inside = balanced && (inside || opening(c)) && !closing(c);
        if !inside && mark::divides_departments(c) {
            names.extend(start.take().map(|start| start..at));
        } else {
            start = start.or(Some(at));
        }
    }
    names.extend(start.map(|start| start..cell.end));
    names
}

/// Whether a bracket after the name says what it does: 教育局(牵头).
pub(crate) fn has_role(name: &str) -> bool {
    let bare = mark::bare(name);
    bare.split_once('(')
        .is_some_and(|(_, said)| ["牵头", "配合", "主办", "协办"].iter().any(|role| said.contains(role)))
}

/// Whether the name is what a narrow column leaves of a longer one on its last line.
pub(crate) fn is_piece_of_a_name(name: &str) -> bool {
    const PIECES: [&str; 9] =
        ["办事处", "分局", "委员会", "管理局", "大队", "执法大队", "办公室", "中心", "管委会"];
    PIECES.contains(&mark::bare(name).as_str())
}

/// What a name is said to do (牵头单位:), its colon included, and the name; the first is empty where nothing is said.
pub(crate) fn role_and_name(text: &str, whole: Span) -> (Span, Span) {
    const ROLES: [&str; 8] = ["牵头", "主办", "协办", "配合", "责任", "主责", "协同", "参与"];
    let slice = &text[whole.clone()];
    // (牵头) after a blank
    if has_role(slice) && slice.starts_with(['(', '\u{FF08}']) && slice.ends_with([')', '\u{FF09}']) {
        return (whole.clone(), whole.end..whole.end);
    }
    let colon = slice.char_indices().find(|&(_, c)| mark::is_colon(c));
    let Some((size, c)) = colon else { return (whole.start..whole.start, whole) };
    let said = mark::bare(&slice[..size]);
    let said = said.trim_end_matches("单位").trim_end_matches("部门");
    if !ROLES.contains(&said) {
        return (whole.start..whole.start, whole);
    }
    let end = whole.start + size + c.len_utf8();
    (whole.start..end, end..whole.end)
}

/// Whether the text may be one department's name.
pub(crate) fn is_department(name: &str) -> bool {
    let chars = name.chars().count();
    let is_sentence = name.contains(|c| mark::is_colon(c) || mark::ends_sentence(c));
    (2..=DEPARTMENT_CHARS_MAX).contains(&chars) && name.chars().any(mark::is_han) && !is_sentence
}

/// Whether a name ends as those of offices do: only a hint where the rules of the table leave doubt.
pub(crate) fn ends_like_an_office(name: &str) -> bool {
    const ENDINGS: &str = "局办委署队处室院司站所会厅部道镇乡区县市府校园行社团联心盟业位组科党厂馆台庭村门)";
    name.chars().next_back().is_some_and(|c| ENDINGS.contains(mark::plain(c)))
}

/// Whether a name ends as few things but offices do: where nothing rules the cells.
pub(crate) fn is_surely_an_office(name: &str) -> bool {
    const ENDINGS: [&str; 27] = [
        "局", "办", "委", "署", "队", "处", "室", "院", "站", "所", "会", "厅", "部", "府", "科", "联",
        "中心", "公司", "集团", "街道", "镇", "乡", "单位", "部门", "学校", "银行", ")",
    ];
    let bare = mark::bare(name);
    ENDINGS.iter().any(|ending| bare.ends_with(ending))
}

/// Whether the text may be a whole cell of departments: only names, each of which could be one.
pub(crate) fn is_departments(text: &str, cell: &Span) -> bool {
    let names = departments(text, cell);
    !names.is_empty() && names.iter().all(|name| is_department(&text[name.clone()]) && name.len() <= 45)
}

/// Whether the text is made of offices' names only.
pub(crate) fn are_surely_offices(text: &str) -> bool {
    let whole = 0..text.len();
    is_departments(text, &whole)
        && departments(text, &whole).into_iter().all(|name| is_surely_an_office(&text[name]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn departments_by_every_mark() {
        for (text, names) in [
            ("教育局", vec!["教育局"]),
            ("城管局 经促局\u{3000}梅沙街道办", vec!["城管局", "经促局", "梅沙街道办"]),
            (
                "城管局\u{3001}经促局\n民政局\tA局\u{FF0C}B局;C局",
                vec!["城管局", "经促局", "民政局", "A局", "B局", "C局"],
            ),
            ("教育局(牵头 主办)\u{3001}民政局", vec!["教育局(牵头 主办)", "民政局"]),
            ("教育局(牵头 民政局", vec!["教育局(牵头", "民政局"]),
            ("", vec![]),
        ] {
            let found: Vec<_> =
                departments(text, &(0..text.len())).into_iter().map(|name| &text[name]).collect();
            assert_eq!(found, names, "{text}");
        }
    }
}
