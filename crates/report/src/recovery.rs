//! PIN 恢复单: the recovery code for a sealed envelope, on one page.

use crate::Report;
use crate::front::{self, Front};
use crate::handover::{report, signatures, text};
use crate::style;
use crate::wording::office;
use domain::period::date_in_words;
use jiff::civil::Date;
use layout::Length;
use layout::block::{Block, ParagraphRole, Span};
use layout::font::{FontRole, size};

/// Groups of the code on one line.
const GROUPS_A_LINE: usize = 4;

/// A recovery sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    /// Groups of letters with hyphens between them.
    pub code: String,
    /// Whose store it opens.
    pub unit: String,
    /// When it was made; an older sheet no longer fits.
    pub day: Date,
    /// Whether the store is the sample.
    pub sample: bool,
}

/// The sheet.
#[must_use]
pub fn recovery(recovery: &Recovery) -> Report {
    let day = date_in_words(recovery.day);
    let mut title = style::centred(office::RECOVERY, FontRole::Title, size::TWO, Length::pt(36.0));
    title.role = ParagraphRole::Title;
    title.style.space_after = Length::pt(8.0);
    let facts = format!("单位：{}　生成日期：{day}（以最后生成的一张为准）", recovery.unit);
    let mut label = style::centred(office::RECOVERY_CODE, FontRole::Hei, size::FOUR, Length::pt(24.0));
    label.style.space_before = Length::pt(20.0);
    let mut blocks = vec![
        Block::Paragraph(title),
        Block::Paragraph(text(&facts, FontRole::Fangsong)),
        Block::Paragraph(label),
    ];
    let groups: Vec<_> = recovery.code.split('-').collect();
    for line in groups.chunks(GROUPS_A_LINE) {
        // Not by `full_width`: what is typed in again is plain letters.
        let mut paragraph = style::centred("", FontRole::Song, size::TWO, Length::pt(40.0));
        paragraph.spans = vec![Span::new(line.join("  "), FontRole::Song, size::TWO)];
        blocks.push(Block::Paragraph(paragraph));
    }
    for (at, rule) in (1..).zip(office::RECOVERY_RULES) {
        let mut rule = text(&format!("{at}．{rule}"), FontRole::Fangsong);
        rule.style.space_before = Length::pt(if at == 1 { 20.0 } else { 4.0 });
        blocks.push(Block::Paragraph(rule));
    }
    blocks.push(Block::Space(Length::pt(20.0)));
    blocks.push(Block::Table(signatures(&office::SEALED)));
    let front = Front {
        title: office::RECOVERY.to_owned(),
        author: recovery.unit.clone(),
        subject: format!("{}的 PIN 恢复码，{day}", recovery.unit),
        keywords: vec![office::RECOVERY.to_owned()],
        file_name: front::file_name(&format!("{}{}", office::RECOVERY, recovery.day)),
    };
    report(blocks, front, recovery.sample)
}
