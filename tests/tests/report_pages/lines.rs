//! Pages as lines of text.

use crate::look;
use expect_test::expect_file;
use layout::font::{FaceId, FontRole, Glyph, Metrics};
use layout::page::{Artifact, Belongs, Document, Mark, Page, Placed};
use report::{ColumnPreset, Report, Source, Style};

/// Han and marks full width, everything else that much of an em (in thousandths).
struct Em {
    latin: u16,
}

impl Metrics for Em {
    fn glyph(&self, role: FontRole, character: char) -> Option<Glyph> {
        let face = FaceId(FontRole::ALL.iter().position(|known| *known == role).unwrap() as u16);
        Some(Glyph { face, advance: if character.is_ascii() { self.latin } else { 1000 } })
    }
}

pub(crate) fn pages(report: &Report, latin: u16) -> Document {
    layout::document(&report.manuscript, &Em { latin }).unwrap()
}

pub(crate) fn source(report: &Report, placed: &Placed) -> Option<Source> {
    placed.source.and_then(|id| report.sources.get(id))
}

/// One line of print: where it comes from, whether it is content, its text.
pub(crate) type Line = (Option<Source>, bool, String);

/// The lines of a page; pieces in several typefaces that stand on one baseline are one line.
pub(crate) fn texts(report: &Report, page: &Page) -> impl Iterator<Item = Line> {
    let mut lines: Vec<((layout::Length, Belongs), Line)> = Vec::new();
    for placed in &page.placed {
        let Mark::Text(run) = &placed.mark else { continue };
        let content = matches!(placed.belongs, Belongs::Node(_));
        assert_ne!(placed.belongs, Belongs::Artifact(Artifact::Layout), "text is never decoration");
        let from = source(report, placed);
        let at = (run.baseline, placed.belongs);
        match lines.last_mut().filter(|(last, _)| content && *last == at) {
            Some((_, (.., text))) => text.push_str(&run.text),
            None => lines.push((at, (from, content, run.text.clone()))),
        }
    }
    lines.into_iter().map(|(_, line)| line)
}

/// The pages as lines.
pub(crate) fn lines(report: &Report, pages: &[Page]) -> String {
    let mut lines = String::new();
    for page in pages {
        lines.push_str(&format!("page {}\n", page.number));
        for (_, content, text) in texts(report, page) {
            lines.push_str(&format!("{} {text}\n", if content { '|' } else { '~' }));
        }
    }
    lines
}

/// The preset of that key.
pub(crate) fn preset(key: &str) -> ColumnPreset {
    ColumnPreset::shipped().unwrap().into_iter().find(|preset| preset.key == key).unwrap()
}

/// 对照 with its columns.
pub(crate) fn wide(key: &str) -> Style {
    Style::Wide(preset(key))
}

/// Holds the pages against the golden file of that name.
pub(crate) fn golden(name: &str, report: &Report, document: &Document) {
    look::at(report, name);
    expect_file![format!("../../golden/{name}.txt")].assert_eq(&lines(report, &document.pages));
}
