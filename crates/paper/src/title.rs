//! The title: where it stands, and the year and issuer that it names.

use crate::line::Span;
use crate::mark;
use crate::problem::ProblemReason;
use crate::record;
use crate::sheet::Sheet;
use domain::numeral;
use domain::plan::{Plan, RecordField, RecordKind};

/// No paper's title is longer.
const TITLE_CHARS_MAX: usize = 60;
/// A title is centred on few and short lines.
const LINES_MAX: usize = 3;
const LINE_CHARS_MAX: usize = 30;
/// What may follow the word 白皮书 in a title: nothing, a bracket, or the kind of document.
const AFTER_NAME: [&str; 5] = ["的通知", "的公告", "的通告", "的函", "的报告"];
/// How the names of those end that publish papers.
const ISSUERS: [&str; 5] = ["人民政府", "管理委员会", "管委会", "街道办事处", "镇政府"];

/// Whether the text may be a paper's title.
pub(crate) fn names_a_paper(text: &str) -> bool {
    let bare = mark::bare(text);
    let Some((_, after)) = bare.rsplit_once("白皮书") else { return false };
    let after = after.trim_start_matches(['》', '"', '”']);
    bare.chars().count() <= TITLE_CHARS_MAX
        && !bare.contains(['\u{3002}', ':', ';', ',', '>', '|'])
        && (after.is_empty() || after.starts_with(['(', '〔', '[']) || AFTER_NAME.contains(&after))
}

/// The last line of a headline that begins on that line.
pub(crate) fn headline_end(sheet: &Sheet, first: usize) -> Option<usize> {
    let mut lines = lines_from(sheet, first);
    let (index, line) = lines.next()?;
    if names_a_paper(line) {
        return Some(index);
    }
    if !may_begin_a_title(line) {
        return None;
    }
    for (index, line) in lines {
        if names_a_paper(line) && line.chars().count() <= LINE_CHARS_MAX {
            return Some(index);
        }
        if !may_begin_a_title(line) {
            return None;
        }
    }
    None
}

/// The last line of a title whose first words stand before that line.
pub(crate) fn end_of_rest(sheet: &Sheet, first: usize) -> Option<usize> {
    lines_from(sheet, first).take(LINES_MAX - 1).find(|(_, line)| names_a_paper(line)).map(|(index, _)| index)
}

/// That line and the next ones of the few that a title may take, without empty ones.
fn lines_from<'t>(sheet: &Sheet<'t>, first: usize) -> impl Iterator<Item = (usize, &'t str)> {
    let lines = (first..sheet.lines.count()).take(LINES_MAX * 2);
    let lines: Vec<_> = lines.map(|index| (index, sheet.slice(&sheet.line_trimmed(index)))).collect();
    lines.into_iter().filter(|(_, line)| !line.is_empty()).take(LINES_MAX)
}

/// 深圳市盐田区人民政府, 2013年度: a line that goes on in the next.
fn may_begin_a_title(line: &str) -> bool {
    let bare = mark::bare(line);
    let has_marks = bare.contains(['\u{3002}', '\u{3001}', ':', ';', ',', '>', '|']);
    let is_name = ISSUERS.iter().any(|ending| bare.ends_with(ending)) || year_in(&bare).is_some();
    is_name && !has_marks && bare.chars().count() <= LINE_CHARS_MAX
}

/// Title, year and issuer: what every paper must tell. `title` is where the title stands.
pub(crate) fn require(sheet: &mut Sheet, plan: &mut Plan, title: &Span) {
    if plan.title().is_empty() {
        sheet.remark(title, ProblemReason::NoTitle);
    }
    if plan.issuer().is_empty() {
        let (place, reason) = match issuer_elsewhere(plan) {
            Some(value) => {
                record::supersede_empty(plan, RecordKind::Issuer);
                let label = String::new();
                plan.record.push(RecordField { kind: RecordKind::Issuer, label, value });
                (title, ProblemReason::IssuerElsewhere)
            }
            None => (&(0..0), ProblemReason::NoIssuer),
        };
        sheet.remark(place, reason);
    }
    let (year, reason) = match (year_of_title(plan.title()), year_of_text(plan)) {
        (Some(year), _) => (year, None),
        (None, Some(year)) => (year, Some(ProblemReason::YearNotInTitle)),
        (None, None) => (0, Some(ProblemReason::NoYear)),
    };
    plan.year = year;
    if let Some(reason) = reason {
        sheet.remark(title, reason);
    }
}

/// The issuer as the title names it, or the signature below the preface or the text.
fn issuer_elsewhere(plan: &Plan) -> Option<String> {
    let last = plan.sections.last().map(|section| section.paragraphs.as_slice()).unwrap_or_default();
    let signatures = plan.preface.iter().rev().chain(last.iter().rev()).take(3);
    let mut signed = signatures.filter(|line| issuer_in(line) == Some(line.as_str()));
    issuer_in(plan.title()).map(str::to_owned).or_else(|| signed.next().cloned())
}

/// The publishing government at the start of a title.
fn issuer_in(title: &str) -> Option<&str> {
    let named = title.rsplit_once('《').map_or(title, |(_, named)| named);
    let named = ["关于印发", "关于公布", "关于发布"]
        .iter()
        .find_map(|verb| named.strip_prefix(verb))
        .unwrap_or(named);
    let ends = ISSUERS.iter().filter_map(|ending| Some((named.find(ending)?, ending.len())));
    let (at, size) = ends.min()?;
    let is_name = |c: char| mark::is_han(c) && c != '的' && c != '年';
    let named = &named[..at + size];
    (named.chars().all(is_name) && named[..at].chars().count() >= 2).then_some(named)
}

/// The year in the heading above the table, else where the text names the paper.
fn year_of_text(plan: &Plan) -> Option<i16> {
    let tables = plan.sections.iter().filter(|section| section.has_table);
    let mut headings = tables.filter_map(|section| year_in(&section.title));
    let names_it = |text: &&String| text.contains("白皮书");
    let mut preface = plan.preface.iter().filter(names_it).filter_map(|text| year_in(text));
    headings.next().or_else(|| preface.next())
}

/// The year of a title: 2013年, or four digits alone.
fn year_of_title(title: &str) -> Option<i16> {
    year_in(title).or_else(|| {
        let plain: String = title.chars().map(mark::half_width).collect();
        let numbers = plain.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
        numbers.filter_map(|digits| digits.parse().ok()).find(|year| (1949..=2999).contains(year))
    })
}

/// The first year in a text, 1949 to 2999: 2013年 in digits of either width, or 二〇一三年.
fn year_in(text: &str) -> Option<i16> {
    let (mut year, mut digits) = (0_i16, 0);
    for c in text.chars().filter(|&c| !mark::is_blank(c)) {
        if let Some(digit) = numeral::digit(c) {
            year = if digits < 4 { year * 10 + digit as i16 } else { 0 };
            digits += 1;
        } else if c == '年' && digits == 4 && (1949..=2999).contains(&year) {
            return Some(year);
        } else {
            (year, digits) = (0, 0);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years() {
        for (text, year) in [
            ("盐田区2013年度公共服务白皮书", Some(2013)),
            ("\u{FF12}\u{FF10}\u{FF11}\u{FF13}年白皮书", Some(2013)),
            ("二〇一三年度白皮书", Some(2013)),
            ("二零一三年度白皮书", Some(2013)),
            ("12013年", None),
            ("白皮书2013", None),
            ("", None),
        ] {
            assert_eq!(year_in(text), year, "{text}");
        }
    }
}
