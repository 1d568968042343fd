//! Which characters of a manuscript no face has: all of them, so that one look mends them all.
//!
//! Looked for only after one was met: a manuscript that can be printed is not looked through twice.

use crate::block::{Manuscript, Paragraph, SourceId, Span};
use crate::character::is_invisible;
use crate::error::{LayoutError, Missing, Place};
use crate::font::Metrics;
use crate::shape;
use crate::sheet::Sheet;
use crate::walk::{self, Visitor};

/// The same error with every character that is missing; any other error as it is.
pub(crate) fn complete(error: LayoutError, manuscript: &Manuscript, metrics: &dyn Metrics) -> LayoutError {
    if !matches!(error, LayoutError::MissingGlyphs(_)) {
        return error;
    }
    let mut search = Search { metrics, found: Vec::new() };
    for section in &manuscript.sections {
        search.running_lines(&section.sheet);
        walk::blocks(&section.blocks, &mut search);
    }
    // A page number is not in the manuscript: then the one that was met is all there is.
    if search.found.is_empty() { error } else { LayoutError::MissingGlyphs(search.found) }
}

struct Search<'m> {
    metrics: &'m dyn Metrics,
    /// In the order in which they are met.
    found: Vec<Missing>,
}

impl Search<'_> {
    fn running_lines(&mut self, sheet: &Sheet) {
        for line in sheet.header.iter().chain(&sheet.footer) {
            for spans in [&line.left, &line.center, &line.right] {
                self.look(spans, None);
            }
        }
    }

    fn look(&mut self, spans: &[Span], source: Option<SourceId>) {
        let mut offset = 0;
        for span in spans {
            for c in span.text.chars() {
                offset += 1;
                if is_invisible(c) || shape::glyph(span, c, self.metrics).is_some() {
                    continue;
                }
                match self.found.iter_mut().find(|missing| missing.character == c) {
                    Some(missing) => missing.times += 1,
                    None => {
                        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
                        let place = Place::within(source, &text, offset - 1);
                        self.found.push(Missing { character: c, role: span.role, place, times: 1 });
                    }
                }
            }
        }
    }
}

impl<'a> Visitor<'a> for Search<'_> {
    fn paragraph(&mut self, paragraph: &'a Paragraph) {
        self.look(&paragraph.spans, paragraph.source);
    }
}
