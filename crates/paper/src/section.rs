//! Sections: the headings 一、 二、 … of the paper's text.

use crate::line::{Span, trimmed};
use crate::mark;
use crate::place::Place;
use crate::problem::ProblemReason;
use crate::sheet::Sheet;
use domain::numeral;
use domain::plan::{Plan, Section};

/// A longer line is a paragraph that begins with a number.
const HEADING_CHARS_MAX: usize = 50;

/// A section's heading as found on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) number: u32,
    /// 一、
    pub(crate) number_text: Span,
    pub(crate) title: Span,
}

/// The heading on that line: a Chinese number, 、 and a title that is no sentence; no cell of a table.
pub(crate) fn heading(sheet: &Sheet, index: usize) -> Option<Heading> {
    let line = sheet.line_trimmed(index);
    let text = sheet.slice(&line);
    let (number, size) = number_of(text)?;
    let title = trimmed(sheet.text, line.start + size..line.end);
    let words = sheet.slice(&title);
    let is_sentence = words.ends_with(mark::ends_sentence) || words.chars().nth(HEADING_CHARS_MAX).is_some();
    let is_heading = !words.is_empty()
        && !is_sentence
        && !is_in_contents(words)
        && !words.contains(|c| mark::is_bar(c) || c == '\t');
    is_heading.then(|| Heading { number, number_text: line.start..line.start + size, title })
}

/// The number before a heading and its size in bytes: 一、 一. 第一部分 第一章.
fn number_of(text: &str) -> Option<(u32, usize)> {
    if let Some(start) = mark::word_end(text, 0, "第") {
        return ["部分", "章", "篇"].iter().find_map(|unit| {
            let at = text.char_indices().take(8).find(|&(at, _)| text[at..].starts_with(unit))?.0;
            let number = text.get(start..at).filter(|number| number.chars().all(mark::is_han))?;
            let end = at + unit.len();
            let is_parted = text[end..]
                .starts_with(|c| mark::is_blank(c) || mark::is_colon(c) || mark::is_enumeration_comma(c));
            let part = text[end..].chars().next().map_or(0, char::len_utf8);
            is_parted.then_some((numeral::parse(number)?, end + part))
        });
    }
    let is_point = |c: char| mark::is_enumeration_comma(c) || mark::half_width(c) == '.';
    let (comma, c) = text.char_indices().take(8).find(|&(_, c)| is_point(c))?;
    let number_text = text[..comma].trim_end();
    if number_text.is_empty() || !number_text.chars().all(mark::is_han) {
        return None;
    }
    Some((numeral::parse(number_text)?, comma + c.len_utf8()))
}

/// 概况………1: a line of a table of contents.
fn is_in_contents(words: &str) -> bool {
    let digits = words.trim_end_matches(|c| mark::half_width(c).is_ascii_digit());
    let leader = digits.trim_end();
    digits.len() < words.len()
        && (leader.ends_with(['\u{2026}', '.', '\u{B7}', '\u{FF0E}']) || digits.ends_with('\t'))
}

/// Opens the section of that heading.
pub(crate) fn open(sheet: &mut Sheet, plan: &mut Plan, heading: &Heading) {
    let n = plan.sections.len();
    if last_number(plan) >= heading.number {
        sheet.remark(&(heading.number_text.start..heading.title.end), ProblemReason::SectionOrder);
    }
    let number_text = sheet.field(&heading.number_text, Place::SectionNumber(n));
    let title = sheet.field(&heading.title, Place::SectionTitle(n));
    plan.sections.push(Section { number: heading.number, number_text, title, ..Section::default() });
}

/// The number of the last section; 0 before the first.
pub(crate) fn last_number(plan: &Plan) -> u32 {
    plan.sections.last().map_or(0, |section| section.number)
}

/// Adds a paragraph to the last section.
pub(crate) fn paragraph(sheet: &mut Sheet, plan: &mut Plan, span: &Span) {
    let Some(section) = plan.sections.len().checked_sub(1) else { return };
    let paragraphs = &mut plan.sections[section].paragraphs;
    let text = sheet.field(span, Place::Paragraph { section, paragraph: paragraphs.len() });
    paragraphs.push(text);
}

/// Says that the table stands in the last section; a paper without headings gets one section without number or title.
pub(crate) fn holds_table(plan: &mut Plan) {
    if plan.sections.is_empty() {
        plan.sections.push(Section::default());
    }
    if let Some(section) = plan.sections.last_mut() {
        section.has_table = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings() {
        for (line, expected) in [
            ("三、2013年度白皮书工作任务目标", Some((3, "2013年度白皮书工作任务目标"))),
            ("\u{3000}十一、 附则 ", Some((11, "附则"))),
            ("三. 任务", Some((3, "任务"))),
            ("第三部分 任务", Some((3, "任务"))),
            ("第三部分任务", None),
            ("三、任务\u{2026}\u{2026}12", None),
            ("三、完成任务。", None),
            ("一、民生保障 |", None),
            ("一、民生保障\t(一)敬老", None),
            ("第一、努力", None),
            ("1、努力", None),
            ("教育局、民政局", None),
            ("三、", None),
            ("", None),
        ] {
            let sheet = Sheet::of(line);
            let found = heading(&sheet, 0).map(|heading| (heading.number, sheet.slice(&heading.title)));
            assert_eq!(found, expected, "{line}");
        }
    }
}
