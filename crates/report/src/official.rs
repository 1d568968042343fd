//! The building blocks of a 公文, by the rules of GB/T 9704-2012: title, addressee, levels, signature, attachment.
//!
//! Every line stands on the grid of 22 lines by 28 characters, so what is kept free is counted in lines and characters.
//! Left to others: sheet, type area and page number (`layout::sheet`), what is said (the documents).

use crate::source::{Source, SourceTable};
use crate::style::{self, BODY_CHARACTER, BODY_PITCH, BODY_TRACKING, half_widths, span};
use crate::wording::official;
use domain::numeral::to_chinese;
use domain::period::date_in_words;
use jiff::civil::Date;
use layout::Length;
use layout::block::{Alignment, Block, OutlineLabel, Paragraph, ParagraphRole, ParagraphStyle, Span};
use layout::font::{FontRole, size};
use layout::punctuation::full_width;

/// So many characters of a title stand on one line of the type area.
const TITLE_CHARACTERS_MAX: usize = 20;
/// A date stands so many characters from the right edge, where a seal is put on it.
const DATE_INSET: i32 = 4;

/// An empty line of the grid.
pub(crate) fn blank_lines(count: i32) -> Block {
    Block::Space(BODY_PITCH * count)
}

/// The title of a document: 二号小标宋, centred, its lines ending where a reader pauses; `parts` are never parted.
pub(crate) fn title(parts: &[&str], sources: &mut SourceTable) -> Paragraph {
    let parts: Vec<String> =
        parts.iter().map(|part| full_width(part)).filter(|part| !part.is_empty()).collect();
    let lines = title_lines(&parts, TITLE_CHARACTERS_MAX).join("\n");
    let mut title = style::centred(&lines, FontRole::Title, size::TWO, BODY_PITCH);
    title.role = ParagraphRole::Title;
    title.from_source(sources.add(Source::Title))
}

/// Parts on as few lines as hold them, of all ways the one whose lines are most alike.
fn title_lines(parts: &[String], characters_max: usize) -> Vec<String> {
    let length = |line: &[String]| line.iter().map(|part| half_widths(part).div_ceil(2)).sum::<usize>();
    let breaks = parts.len().saturating_sub(1).min(12);
    let mut best: Option<([usize; 3], Vec<String>)> = None;
    for way in 0_u32..1 << breaks {
        let mut lines = Vec::new();
        let mut from = 0;
        for at in 0..parts.len() {
            if at == parts.len() - 1 || at < breaks && way & (1 << at) != 0 {
                lines.push(&parts[from..=at]);
                from = at + 1;
            }
        }
        let lengths: Vec<usize> = lines.iter().map(|line| length(line)).collect();
        let beyond = lengths.iter().map(|length| length.saturating_sub(characters_max)).sum();
        let longest = lengths.iter().max().copied().unwrap_or_default();
        let shortest = lengths.iter().min().copied().unwrap_or_default();
        let cost = [beyond, lines.len(), longest - shortest];
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, lines.iter().map(|line| line.concat()).collect()));
        }
    }
    best.map(|(_, lines)| lines).unwrap_or_default()
}

/// To whom it goes: 顶格, closed with a colon.
pub(crate) fn addressee(names: &str) -> Paragraph {
    let mut line = style::body(&format!("{}：", names.trim_end_matches(['：', ':'])), FontRole::Fangsong);
    line.style.indent_first = Length::ZERO;
    line
}

/// Running text.
pub(crate) fn text(words: &str) -> Paragraph {
    style::body(words, FontRole::Fangsong)
}

/// 一、总体情况: the first level, 黑体.
pub(crate) fn first_level(number: u32, words: &str) -> Paragraph {
    leveled(style::heading(&format!("{}、{words}", to_chinese(number))), 1)
}

/// （一）滞后的任务: the second level, 楷体.
pub(crate) fn second_level(number: u32, words: &str) -> Paragraph {
    let mut heading = style::body(&format!("（{}）{words}", to_chinese(number)), FontRole::Kai);
    heading.style.keep_with_next = true;
    heading.role = ParagraphRole::Heading(2);
    leveled(heading, 2)
}

/// 1. …: the third level, 仿宋.
pub(crate) fn third_level(number: u32, words: &str) -> Paragraph {
    text(&format!("{number}. {words}"))
}

/// （1）…: the fourth level, 仿宋.
pub(crate) fn fourth_level(number: u32, words: &str) -> Paragraph {
    text(&format!("（{number}）{words}"))
}

/// 一、督办要求。…: a first-level heading that runs into its text.
pub(crate) fn first_level_with(number: u32, words: &str, body: &str) -> Paragraph {
    let mut paragraph = text(body);
    let mut head = span(&format!("{}、{words}。", to_chinese(number)), FontRole::Hei, size::THREE);
    head.tracking = BODY_TRACKING;
    paragraph.spans.insert(0, head);
    paragraph
}

/// （一）尽快补报。…: a second-level heading that runs into its text.
pub(crate) fn second_level_with(number: u32, words: &str, body: &str) -> Paragraph {
    let mut paragraph = text(body);
    let mut head = span(&format!("（{}）{words}。", to_chinese(number)), FontRole::Kai, size::THREE);
    head.tracking = BODY_TRACKING;
    paragraph.spans.insert(0, head);
    paragraph
}

fn leveled(mut heading: Paragraph, level: u8) -> Paragraph {
    heading.outline = Some(OutlineLabel { level, title: heading.text() });
    heading
}

/// 附件：…, a line below the text, two characters in; a long name goes on under its own first character.
pub(crate) fn enclosure(name: &str) -> Vec<Block> {
    let label = official::ATTACHMENT_LABEL;
    let mut line = text(&format!("{label}{name}"));
    let label = BODY_CHARACTER * label.chars().count() as i32;
    line.style.indent_left = BODY_CHARACTER * 2 + label;
    line.style.indent_first = -label;
    line.style.keep_with_next = true;
    vec![blank_lines(1), Block::Paragraph(line)]
}

/// Unit and date: the date four characters from the right edge, the unit centred over it, lines left free above for the seal.
/// Nobody draws a seal; without a day the place for it stays open.
pub(crate) fn signature(unit: &str, dated: Option<Date>, year: i16, lines_above: i32) -> Vec<Block> {
    let date = dated.map_or_else(|| official::undated(year), date_in_words);
    let width = |words: &str| BODY_CHARACTER * half_widths(words) as i32 / 2;
    let inset = BODY_CHARACTER * DATE_INSET;
    let over = (inset + (width(&date) - width(unit)) / 2).max(Length::ZERO);
    let line = |words: &str, indent_right: Length| {
        let style = ParagraphStyle { indent_right, ..ParagraphStyle::cell(BODY_PITCH) };
        let mut text: Span = span(words, FontRole::Fangsong, size::THREE);
        text.tracking = BODY_TRACKING;
        let style = ParagraphStyle { gap_han_latin: 0, ..style.aligned(Alignment::Right) };
        Block::Paragraph(style::paragraph(vec![text], style))
    };
    let mut signed = vec![blank_lines(lines_above)];
    if !unit.is_empty() {
        signed.push(line(unit, over));
    }
    signed.push(line(&date, inset));
    signed
}

/// Puts what closes a document under its text: a page never holds the signature alone.
pub(crate) fn close(blocks: &mut Vec<Block>, closing: Vec<Block>) {
    if let Some(Block::Paragraph(last)) = blocks.last_mut() {
        last.style.keep_with_next = true;
    }
    blocks.push(Block::Together(closing));
}

/// So many lines of the grid does running text take; what is held over to the next line counted in.
pub(crate) fn text_lines(paragraph: &Paragraph) -> i32 {
    const LINE: usize = 28 * 2;
    const INDENT: usize = 2 * 2;
    let half = half_widths(&paragraph.text()) + INDENT;
    // A line may end a character early, where a mark may not begin the next.
    let held_over = half / LINE;
    i32::try_from((half + held_over).div_ceil(LINE)).unwrap_or(i32::MAX)
}

/// Sets the text closer, as GB/T 9704-2012 allows where what closes a document would stand alone; its title stays.
pub(crate) fn set_closer(blocks: &mut [Block], pitch: Length) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph)
                if paragraph.role != ParagraphRole::Title && paragraph.style.line_pitch == BODY_PITCH =>
            {
                paragraph.style.line_pitch = pitch;
            }
            Block::Space(room) if *room == BODY_PITCH => *room = pitch,
            Block::Together(inner) => set_closer(inner, pitch),
            _ => {}
        }
    }
}

/// The head of an attachment, which begins a page: its label on the first line, its title on the third.
pub(crate) fn attachment(name: &str, sources: &mut SourceTable) -> Vec<Block> {
    let mut label = style::body(official::ATTACHMENT, FontRole::Hei);
    label.style.indent_first = Length::ZERO;
    label.style.keep_with_next = true;
    label.role = ParagraphRole::Heading(1);
    label.outline = Some(OutlineLabel { level: 1, title: official::attachment_in_outline(name) });
    let mut title = style::centred(name, FontRole::Title, size::TWO, BODY_PITCH);
    title.role = ParagraphRole::Heading(2);
    title.style.space_after = BODY_PITCH / 2;
    let source = sources.add(Source::Title);
    vec![
        Block::Paragraph(label.from_source(source)),
        blank_lines(1),
        Block::Paragraph(title.from_source(source)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_break_between_their_parts_into_lines_of_like_length() {
        let check = |parts: &[&str], expected: &[&str]| {
            let parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
            assert_eq!(title_lines(&parts, 10), expected);
        };
        check(&["督办通知单"], &["督办通知单"]);
        check(
            &["区督查室", "关于", "上半年", "任务落实", "的通报"],
            &["区督查室关于上半年", "任务落实的通报"],
        );
        check(&["甲甲甲甲甲甲", "乙乙乙乙乙乙", "丙丙"], &["甲甲甲甲甲甲", "乙乙乙乙乙乙丙丙"]);
        // A part that is too long is left to the layout.
        check(&["甲甲甲甲甲甲甲甲甲甲甲甲", "乙"], &["甲甲甲甲甲甲甲甲甲甲甲甲", "乙"]);
        check(&[], &[]);
    }
}
