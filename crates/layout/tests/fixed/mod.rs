//! A typeface of fixed widths for tests: Han and full-width marks 1 em, all else half an em.

#![allow(dead_code, reason = "each test takes what it needs")]

use layout::Length;
use layout::block::{Block, Manuscript, Paragraph, ParagraphStyle, Section, SourceId};
use layout::font::{FaceId, FontRole, Glyph, Metrics};
use layout::page::{Artifact, Belongs, Document, Mark, Page, Placed, Stroke, TextRun};
use layout::sheet::{Margins, Sheet};
use layout::table::{Cell, Column, ColumnPart, TableLook};

/// Faces are numbered like their roles; U+9FFC, U+9FFD and U+9FFF are in no face, U+9FFE only in the fallback 9.
pub(crate) struct Fixed {
    /// Width of everything that is not full width, in 1/1000 em.
    pub(crate) narrow: u16,
}

/// Half an em.
pub(crate) const HALF: Fixed = Fixed { narrow: 500 };

impl Metrics for Fixed {
    fn glyph(&self, role: FontRole, c: char) -> Option<Glyph> {
        let advance = match c {
            '\u{9FFC}' | '\u{9FFD}' | '\u{9FFF}' => return None,
            '\u{9FFE}' => return Some(Glyph { face: FaceId(9), advance: 1000 }),
            '\u{300}'..='\u{36F}' => 0,
            '\0'..='\u{2FF}' => self.narrow,
            _ => 1000,
        };
        Some(Glyph { face: FaceId(role as u16), advance })
    }
}

/// The size of all test text.
pub(crate) const SIZE: Length = Length(10_000);
/// Its line pitch.
pub(crate) const PITCH: Length = Length(14_000);

/// A sheet whose type area is that many characters wide and lines high, without page number.
pub(crate) fn sheet(characters: i32, lines: i32) -> Sheet {
    let margin = Length(20_000);
    Sheet {
        width: SIZE * characters + margin * 2,
        height: PITCH * lines + margin * 2,
        margins: Margins { top: margin, bottom: margin, binding: margin, outer: margin },
        page_number: None,
        ..Sheet::official()
    }
}

/// A paragraph of a cell with a source.
pub(crate) fn text(text: &str, source: u32) -> Paragraph {
    Paragraph::new(text, FontRole::Song, SIZE, ParagraphStyle::cell(PITCH)).from_source(SourceId(source))
}

/// A cell of one paragraph.
pub(crate) fn cell(content: &str, source: u32) -> Cell {
    Cell::new(vec![text(content, source)])
}

/// A column whose text is that many characters wide.
pub(crate) fn column(title: &str, characters: i32, part: ColumnPart) -> Column {
    Column { width: SIZE * characters + LOOK.padding_x * 2, part, title: cell(title, 0) }
}

/// Half a point around, two points beside.
pub(crate) const LOOK: TableLook = TableLook {
    padding_x: Length(2_000),
    padding_y: Length(500),
    frame: Stroke::solid(Length(1_000)),
    grid: Stroke::solid(Length(500)),
    under_head: None,
    head_fill: None,
};

/// One section.
pub(crate) fn manuscript(sheet: Sheet, blocks: Vec<Block>) -> Manuscript {
    Manuscript { sections: vec![Section { sheet, first_number: None, blocks }] }
}

/// Lays out one section.
pub(crate) fn lay_out(sheet: Sheet, blocks: Vec<Block>) -> Document {
    layout::document(&manuscript(sheet, blocks), &HALF).expect("lays out")
}

/// The text runs of a page.
pub(crate) fn runs(page: &Page) -> impl Iterator<Item = (&Placed, &TextRun)> {
    page.placed.iter().filter_map(|placed| match &placed.mark {
        Mark::Text(run) => Some((placed, run)),
        _ => None,
    })
}

/// The content (no artifacts) printed from a source, page after page.
pub(crate) fn content(pages: &[Page], source: u32) -> String {
    let of = |placed: &Placed| {
        matches!(placed.belongs, Belongs::Node(_)) && placed.source == Some(SourceId(source))
    };
    pages.iter().flat_map(runs).filter(|(placed, _)| of(placed)).map(|(_, run)| run.text.as_str()).collect()
}

/// What of a source is repeated on a page.
pub(crate) fn repeated(page: &Page, source: u32) -> String {
    let of = |placed: &Placed| {
        placed.belongs == Belongs::Artifact(Artifact::Pagination) && placed.source == Some(SourceId(source))
    };
    runs(page).filter(|(placed, _)| of(placed)).map(|(_, run)| run.text.as_str()).collect()
}

/// The lines of a document's text: runs on one baseline, page after page.
pub(crate) fn lines(document: &Document) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for page in &document.pages {
        let mut last = None;
        for (_, run) in runs(page) {
            if last == Some(run.baseline) {
                if let Some(line) = lines.last_mut() {
                    line.push_str(&run.text);
                }
            } else {
                lines.push(run.text.clone());
            }
            last = Some(run.baseline);
        }
    }
    lines
}
