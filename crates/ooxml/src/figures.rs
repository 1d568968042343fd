//! Pictures and attached pages in words: what each shows and what stands at it.
//!
//! A manuscript carries the measures of pictures, never their bytes. A file that is not given them says what stands there,
//! so that nothing goes unsaid.

use std::borrow::Cow;

use layout::Length;
use layout::block::{Block, Manuscript, Paragraph, ParagraphStyle, Section};
use layout::figure::Figures;
use layout::font::{FontRole, size};

use crate::Pictures;

/// The same manuscript with paragraphs for attached pages and for rows of pictures that are not all there.
pub(crate) fn in_words<'m>(manuscript: &'m Manuscript, pictures: &Pictures) -> Cow<'m, Manuscript> {
    let lacks = |section: &Section| section.blocks.iter().any(|block| is_lacking(block, pictures));
    if !manuscript.sections.iter().any(lacks) {
        return Cow::Borrowed(manuscript);
    }
    let section =
        |section: &Section| Section { blocks: blocks(&section.blocks, pictures), ..section.clone() };
    Cow::Owned(Manuscript { sections: manuscript.sections.iter().map(section).collect() })
}

/// Whether something in the block has to be told in words.
fn is_lacking(block: &Block, pictures: &Pictures) -> bool {
    match block {
        Block::Figures(figures) => are_lacking(figures, pictures),
        Block::Foreign(_) => true,
        Block::Together(blocks) | Block::Closed { closing: blocks, .. } => {
            blocks.iter().any(|block| is_lacking(block, pictures))
        }
        Block::Paragraph(_) | Block::Table(_) | Block::PageBreak | Block::Space(_) | Block::Rule(_) => false,
    }
}

fn are_lacking(figures: &Figures, pictures: &Pictures) -> bool {
    !figures.figures.iter().all(|figure| pictures.contains_key(&figure.image))
}

fn blocks(given: &[Block], pictures: &Pictures) -> Vec<Block> {
    let mut words = Vec::with_capacity(given.len());
    for block in given {
        match block {
            Block::Figures(figures) if are_lacking(figures, pictures) => {
                for figure in &figures.figures {
                    words.extend(shown(&figure.alternative, &figure.caption, false));
                }
            }
            Block::Foreign(page) => words.extend(shown(&page.alternative, &page.head, true)),
            Block::Together(inside) => words.push(Block::Together(blocks(inside, pictures))),
            Block::Closed { table, rows_kept, closing } => words.push(Block::Closed {
                table: table.clone(),
                rows_kept: *rows_kept,
                closing: blocks(closing, pictures),
            }),
            other => words.push(other.clone()),
        }
    }
    words
}

/// What is seen and where to see it, in brackets, over its caption or under its head.
fn shown(alternative: &str, said: &[Paragraph], head: bool) -> Vec<Block> {
    let style = ParagraphStyle::cell(Length::pt(16.0));
    let seen = Paragraph::new(format!("〔{alternative}：见 PDF 文件〕"), FontRole::Kai, size::FIVE, style);
    let mut words: Vec<Block> = said.iter().cloned().map(Block::Paragraph).collect();
    words.insert(if head { words.len() } else { 0 }, Block::Paragraph(seen));
    words
}
