//! Pictures and attached pages in words: what each shows and what stands at it.
//!
//! A manuscript carries the measures of pictures, never their bytes. Until a file of these formats is given them too, it
//! says what stands there, so that nothing goes unsaid.

use std::borrow::Cow;

use layout::Length;
use layout::block::{Block, Manuscript, Paragraph, ParagraphStyle, Section};
use layout::font::{FontRole, size};

/// The same manuscript with paragraphs for pictures and attached pages.
pub(crate) fn in_words(manuscript: &Manuscript) -> Cow<'_, Manuscript> {
    let shows = |section: &Section| section.blocks.iter().any(is_shown);
    if !manuscript.sections.iter().any(shows) {
        return Cow::Borrowed(manuscript);
    }
    let section = |section: &Section| Section { blocks: blocks(&section.blocks), ..section.clone() };
    Cow::Owned(Manuscript { sections: manuscript.sections.iter().map(section).collect() })
}

fn is_shown(block: &Block) -> bool {
    match block {
        Block::Figures(_) | Block::Foreign(_) => true,
        Block::Together(blocks) | Block::Closed { closing: blocks, .. } => blocks.iter().any(is_shown),
        Block::Paragraph(_) | Block::Table(_) | Block::PageBreak | Block::Space(_) | Block::Rule(_) => false,
    }
}

fn blocks(given: &[Block]) -> Vec<Block> {
    let mut words = Vec::with_capacity(given.len());
    for block in given {
        match block {
            Block::Figures(figures) => {
                for figure in &figures.figures {
                    words.extend(shown(&figure.alternative, &figure.caption, false));
                }
            }
            Block::Foreign(page) => words.extend(shown(&page.alternative, &page.head, true)),
            Block::Together(inside) => words.push(Block::Together(blocks(inside))),
            Block::Closed { table, rows_kept, closing } => words.push(Block::Closed {
                table: table.clone(),
                rows_kept: *rows_kept,
                closing: blocks(closing),
            }),
            other => words.push(other.clone()),
        }
    }
    words
}

/// What is seen, in brackets, over its caption or under its head.
fn shown(alternative: &str, said: &[Paragraph], head: bool) -> Vec<Block> {
    let style = ParagraphStyle::cell(Length::pt(16.0));
    let seen = Paragraph::new(format!("〔{alternative}〕"), FontRole::Kai, size::FIVE, style);
    let mut words: Vec<Block> = said.iter().cloned().map(Block::Paragraph).collect();
    words.insert(if head { words.len() } else { 0 }, Block::Paragraph(seen));
    words
}
