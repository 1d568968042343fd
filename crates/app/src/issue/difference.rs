//! Where a file differs from what was issued: its data line by line, its pages line by line.
//!
//! Both are lists of lines. Equal lines are found first; what lies between them is paired in order, and of paired lines of
//! a table only the cells that differ are told.

use super::page_order::{PagePlace, paired, same_places};
use crate::wire::issue::Difference;
use pdf::read::PageShown;
use serde_json::Value;

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

/// Where the pages differ; blanks and line ends do not count. First what is missing and what was put in, then what differs
/// on pages that pair up.
pub(super) fn of_pages(issued: &[PageShown], found: &[PageShown]) -> Vec<Difference> {
    let whole = |place: &str, issued: String, found: String| Difference {
        place: place.to_owned(),
        column: String::new(),
        issued,
        found,
    };
    let mut all = Vec::new();
    if issued.len() != found.len() {
        all.push(whole("页数", format!("{}页", issued.len()), format!("{}页", found.len())));
    }
    let [issued_lines, found_lines] =
        [issued, found].map(|pages| pages.iter().map(trimmed_lines).collect::<Vec<_>>());
    let places = paired(&issued_lines, &found_lines);
    let moved = moved(&places, issued, found);
    let is_moved = |place: &PagePlace| {
        moved
            .iter()
            .any(|(one, other)| *place == PagePlace::Missing(*one) || *place == PagePlace::Extra(*other))
    };
    let mut changed = Vec::new();
    for place in places.iter().filter(|place| !is_moved(place)) {
        match *place {
            PagePlace::Missing(at) => {
                let begins = begins(&issued_lines, at);
                all.push(whole(&format!("缺第{}页", at + 1), begins, String::new()));
            }
            PagePlace::Extra(at) => {
                let begins = begins(&found_lines, at);
                all.push(whole(&format!("多出第{}页", at + 1), String::new(), begins));
            }
            PagePlace::Both(one, other) if !same_text(&issued[one], &found[other]) => {
                let place = if one == other {
                    format!("第{}页", one + 1)
                } else {
                    format!("第{}页（现为第{}页）", one + 1, other + 1)
                };
                let lines = |lines: &[&str]| {
                    lines.iter().map(|line| Line::text(place.clone(), line)).collect::<Vec<_>>()
                };
                changed.extend(between(&lines(&issued_lines[one]), &lines(&found_lines[other])));
            }
            PagePlace::Both(..) => {}
        }
    }
    let on = |at: usize| format!("第{}页", at + 1);
    all.extend(moved.iter().map(|(one, other)| whole("页的次序", on(*one), on(*other))));
    all.extend(changed);
    told(all)
}

/// Pages that say the same and stand elsewhere among the others.
fn moved(places: &[PagePlace], issued: &[PageShown], found: &[PageShown]) -> Vec<(usize, usize)> {
    let extra = places.iter().filter_map(|place| match place {
        PagePlace::Extra(at) => Some(*at),
        PagePlace::Both(..) | PagePlace::Missing(_) => None,
    });
    let mut extra: Vec<usize> = extra.collect();
    let mut moved = Vec::new();
    for place in places {
        let PagePlace::Missing(one) = *place else { continue };
        if let Some(at) = extra.iter().position(|other| same_text(&issued[one], &found[*other])) {
            moved.push((one, extra.remove(at)));
        }
    }
    moved
}

/// How a page begins: its first line that no other page has.
fn begins(pages: &[Vec<&str>], at: usize) -> String {
    let others = || pages.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, lines)| lines);
    let own = pages[at].iter().find(|line| !line.is_empty() && others().all(|other| other != *line));
    first_line(own.or(pages[at].first()).copied().unwrap_or_default())
}

/// Whether two pages say the same, however their lines are cut.
pub(super) fn same_text(one: &PageShown, other: &PageShown) -> bool {
    let plain = |page: &PageShown| page.text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    one.text == other.text || plain(one) == plain(other)
}

fn trimmed_lines(page: &PageShown) -> Vec<&str> {
    page.text.lines().map(str::trim).collect()
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
    let mut all = Vec::new();
    let (mut from, mut to) = (0, 0);
    let ends = [(issued.len(), found.len())];
    for (one, other) in same_places(issued, found).into_iter().chain(ends) {
        pair(&issued[from..one], &found[to..other], &mut all);
        (from, to) = (one + 1, other + 1);
    }
    all
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
        assert_eq!(said(&found), [["页数", "", "2页", "1页"], ["缺第2页", "", "三", ""]]);
        let found = of_pages(&issued, &[page("一\n二"), page("新\n页"), page("三")]);
        assert_eq!(said(&found), [["页数", "", "2页", "3页"], ["多出第2页", "", "", "新"]]);
        let three = [page("一"), page("二"), page("三")];
        let [one, two, last] = three.clone();
        let found = of_pages(&three, &[two, last, one]);
        assert_eq!(said(&found), [["页的次序", "", "第1页", "第3页"]]);
        let found = of_pages(&issued, &[page("一\n四"), page("三")]);
        assert_eq!(said(&found), [["第1页", "", "二", "四"]]);
    }
}
