//! Where a file differs from what was issued: its data line by line, its pages line by line.
//!
//! Both are lists of lines. Equal lines are found first; what lies between them is paired in order, and of paired lines of
//! a table only the cells that differ are told.

use crate::wire::issue::Difference;
use pdf::read::PageShown;
use serde_json::Value;

/// More lines times lines than this are paired by their places only.
const LCS_CELLS_MAX: usize = 4 << 20;
/// So many differences are told one by one.
const TOLD_MAX: usize = 500;
/// The column by which a line of a table is called.
const TASK_COLUMN: &str = "工作任务";

/// One line of what a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    place: String,
    /// Each text under its column's title; one without a title outside tables.
    cells: Vec<(String, String)>,
}

impl Line {
    fn text(place: String, text: &str) -> Self {
        Self { place, cells: vec![(String::new(), text.to_owned())] }
    }

    fn whole(&self) -> String {
        self.cells.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// Where the data inside differ.
pub(super) fn of_content(issued: &[u8], found: &[u8]) -> Vec<Difference> {
    let Ok(found) = serde_json::from_slice::<Value>(found) else {
        let words = "读不出来的数据".to_owned();
        let place = "所附数据".to_owned();
        return vec![Difference { place, column: String::new(), issued: String::new(), found: words }];
    };
    let issued = serde_json::from_slice::<Value>(issued).unwrap_or_default();
    told(between(&content_lines(&issued), &content_lines(&found)))
}

/// Where the pages differ; blanks and line ends do not count.
pub(super) fn of_pages(issued: &[PageShown], found: &[PageShown]) -> Vec<Difference> {
    let mut all = Vec::new();
    if issued.len() != found.len() {
        all.push(Difference {
            place: "页数".to_owned(),
            column: String::new(),
            issued: format!("{}页", issued.len()),
            found: format!("{}页", found.len()),
        });
    }
    let empty = PageShown { text: String::new(), drawing: [0; 32] };
    for at in 0..issued.len().max(found.len()) {
        let [one, other] = [issued, found].map(|pages| pages.get(at).unwrap_or(&empty));
        if !same_text(one, other) {
            let place = format!("第{}页", at + 1);
            let [one, other] = [one, other].map(|page| page_lines(&place, page));
            all.extend(between(&one, &other));
        }
    }
    told(all)
}

/// Whether two pages say the same, however their lines are cut.
pub(super) fn same_text(one: &PageShown, other: &PageShown) -> bool {
    let plain = |page: &PageShown| page.text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    one.text == other.text || plain(one) == plain(other)
}

fn page_lines(place: &str, page: &PageShown) -> Vec<Line> {
    page.text.lines().map(|line| Line::text(place.to_owned(), line.trim())).collect()
}

fn content_lines(content: &Value) -> Vec<Line> {
    let mut lines = Vec::new();
    for (name, value) in content.as_object().into_iter().flatten() {
        match (name.as_str(), value) {
            ("shows", Value::Array(shown)) => {
                let mut paragraph = 0;
                for one in shown {
                    shown_lines(one, &mut paragraph, &mut lines);
                }
            }
            (name, value) => {
                let word = match name {
                    "title" => "题名",
                    "subject" => "说明",
                    "author" => "作者",
                    "keywords" => "关键词",
                    "day" => "数据日期",
                    other => other,
                };
                let cells = vec![(word.to_owned(), plain(value))];
                lines.push(Line { place: "文件信息".to_owned(), cells });
            }
        }
    }
    lines
}

fn shown_lines(shown: &Value, paragraph: &mut usize, lines: &mut Vec<Line>) {
    let Some(table) = shown.get("table").and_then(Value::as_array) else {
        *paragraph += 1;
        lines.push(Line::text(format!("正文第{paragraph}段"), &plain(shown)));
        return;
    };
    for row in table {
        let cells: Vec<_> = match row {
            Value::Object(cells) => cells.iter().map(|(title, text)| (title.clone(), plain(text))).collect(),
            Value::Array(cells) => {
                cells.iter().enumerate().map(|(at, text)| (format!("第{}栏", at + 1), plain(text))).collect()
            }
            other => vec![(String::new(), plain(other))],
        };
        let task = cells.iter().find(|(title, _)| title == TASK_COLUMN);
        let called = task.or_else(|| cells.iter().find(|(_, text)| !text.is_empty()));
        let place = called.map_or_else(|| "表".to_owned(), |(_, text)| format!("表：{}", first_line(text)));
        lines.push(Line { place, cells });
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().take(40).collect()
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join("，"),
        other => other.to_string(),
    }
}

/// What lies between equal lines, paired in order.
fn between(issued: &[Line], found: &[Line]) -> Vec<Difference> {
    let same = issued.iter().zip(found).take_while(|(one, other)| one == other).count();
    let (issued, found) = (&issued[same..], &found[same..]);
    let tail = issued.iter().rev().zip(found.iter().rev()).take_while(|(one, other)| one == other).count();
    let (issued, found) = (&issued[..issued.len() - tail], &found[..found.len() - tail]);
    let mut all = Vec::new();
    let (mut from, mut to) = (0, 0);
    let ends = [(issued.len(), found.len())];
    for (one, other) in equal_places(issued, found).into_iter().chain(ends) {
        pair(&issued[from..one], &found[to..other], &mut all);
        (from, to) = (one + 1, other + 1);
    }
    all
}

/// The places of the longest list of lines that both have in this order.
fn equal_places(issued: &[Line], found: &[Line]) -> Vec<(usize, usize)> {
    let width = found.len() + 1;
    if issued.len().saturating_mul(width) > LCS_CELLS_MAX {
        return Vec::new();
    }
    // lengths[i * width + j]: of the longest such list of what follows places i and j.
    let mut lengths = vec![0_u32; (issued.len() + 1) * width];
    for one in (0..issued.len()).rev() {
        for other in (0..found.len()).rev() {
            lengths[one * width + other] = if issued[one] == found[other] {
                lengths[(one + 1) * width + other + 1] + 1
            } else {
                lengths[(one + 1) * width + other].max(lengths[one * width + other + 1])
            };
        }
    }
    let (mut one, mut other, mut places) = (0, 0, Vec::new());
    while one < issued.len() && other < found.len() {
        if issued[one] == found[other] {
            places.push((one, other));
            (one, other) = (one + 1, other + 1);
        } else if lengths[(one + 1) * width + other] >= lengths[one * width + other + 1] {
            one += 1;
        } else {
            other += 1;
        }
    }
    places
}

fn pair(issued: &[Line], found: &[Line], all: &mut Vec<Difference>) {
    for at in 0..issued.len().max(found.len()) {
        let whole = |place: &str, issued: String, found: String| Difference {
            place: place.to_owned(),
            column: String::new(),
            issued,
            found,
        };
        match (issued.get(at), found.get(at)) {
            (Some(one), Some(other)) if same_columns(one, other) => {
                let cells = one.cells.iter().zip(&other.cells).filter(|(one, other)| one != other);
                all.extend(cells.map(|((column, issued), (_, found))| Difference {
                    place: one.place.clone(),
                    column: column.clone(),
                    issued: issued.clone(),
                    found: found.clone(),
                }));
            }
            (Some(one), Some(other)) => all.push(whole(&one.place, one.whole(), other.whole())),
            (Some(one), None) => all.push(whole(&one.place, one.whole(), String::new())),
            (None, Some(other)) => all.push(whole(&other.place, String::new(), other.whole())),
            (None, None) => {}
        }
    }
}

fn same_columns(one: &Line, other: &Line) -> bool {
    one.cells.len() == other.cells.len()
        && one.cells.iter().zip(&other.cells).all(|((one, _), (other, _))| one == other)
}

/// At most so many one by one; the rest is counted.
fn told(mut all: Vec<Difference>) -> Vec<Difference> {
    let more = all.len().saturating_sub(TOLD_MAX);
    all.truncate(TOLD_MAX);
    if more > 0 {
        let found = format!("另有{more}处不同");
        let place = "其余".to_owned();
        all.push(Difference { place, column: String::new(), issued: String::new(), found });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(lines: &[(&str, &str)]) -> Vec<u8> {
        let lines: Vec<_> = lines
            .iter()
            .map(|(task, state)| serde_json::json!({ TASK_COLUMN: task, "状态": state }))
            .collect();
        let shows = [serde_json::json!("前言"), serde_json::json!({ "table": lines })];
        serde_json::json!({ "title": "题", "shows": shows }).to_string().into_bytes()
    }

    fn said(found: &[Difference]) -> Vec<[&str; 4]> {
        found.iter().map(|one| [&*one.place, &*one.column, &*one.issued, &*one.found]).collect()
    }

    #[test]
    fn a_changed_cell_is_told_by_task_and_column_and_nothing_else_is() {
        let issued = content(&[("甲", "完成"), ("乙", "未完成"), ("丙", "完成")]);
        assert_eq!(of_content(&issued, &issued), []);
        let found = of_content(&issued, &content(&[("甲", "完成"), ("乙", "完成"), ("丙", "完成")]));
        assert_eq!(said(&found), [["表：乙", "状态", "未完成", "完成"]]);
        let found = of_content(&issued, &content(&[("甲", "完成"), ("丙", "完成")]));
        assert_eq!(said(&found), [["表：乙", "", "乙 未完成", ""]]);
        let found = of_content(
            &issued,
            &content(&[("甲", "完成"), ("乙", "未完成"), ("丁", "未报"), ("丙", "完成")]),
        );
        assert_eq!(said(&found), [["表：丁", "", "", "丁 未报"]]);
        let found = of_content(&issued, b"{");
        assert_eq!(said(&found), [["所附数据", "", "", "读不出来的数据"]]);
    }

    #[test]
    fn pages_are_compared_by_what_they_say() {
        let page = |text: &str| PageShown { text: text.to_owned(), drawing: [1; 32] };
        let issued = [page("一\n二"), page("三")];
        assert_eq!(of_pages(&issued, &[page("一二"), page(" 三 ")]), []);
        let found = of_pages(&issued, &[page("一\n二")]);
        assert_eq!(said(&found), [["页数", "", "2页", "1页"], ["第2页", "", "三", ""]]);
        let found = of_pages(&issued, &[page("一\n四"), page("三")]);
        assert_eq!(said(&found), [["第1页", "", "二", "四"]]);
    }
}
