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
    let (comma, c) = text.char_indices().take(8).find(|&(_, c)| mark::is_enumeration_comma(c))?;
    let number_text = text[..comma].trim_end();
    if number_text.is_empty() || !number_text.chars().all(mark::is_han) {
        return None;
    }
    let number = numeral::parse(number_text)?;
    let title = trimmed(sheet.text, line.start + comma + c.len_utf8()..line.end);
    let words = sheet.slice(&title);
    let is_sentence = words.ends_with(mark::ends_sentence) || words.chars().nth(HEADING_CHARS_MAX).is_some();
    let is_heading = !words.is_empty() && !is_sentence && !words.contains(|c| mark::is_bar(c) || c == '\t');
    is_heading.then(|| Heading { number, number_text: line.start..line.start + comma + c.len_utf8(), title })
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
