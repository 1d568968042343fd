//! The cover: title, of whom, which volume, how many pieces, by whom and as of when.

use super::Book;
use crate::official;
use crate::source::{Source, SourceTable};
use crate::style::{self, BODY_PITCH};
use crate::wording::evidence_book as words;
use domain::period::date_in_words;
use layout::block::{Block, OutlineLabel, Section};
use layout::font::{FontRole, size};
use layout::sheet::Sheet;

impl Book<'_> {
    /// A page of its own, counted and not numbered.
    pub(super) fn cover(&self, at: usize, sources: &mut SourceTable) -> Section {
        let mut title = official::title(&[&words::title(self.options.round)], sources);
        title.outline = Some(OutlineLabel { level: 1, title: title.text().replace('\n', "") });
        let line = |text: &str, role| Block::Paragraph(style::centred(text, role, size::THREE, BODY_PITCH));
        let mut blocks = vec![official::blank_lines(4), Block::Paragraph(title), official::blank_lines(1)];
        if let Some(id) = self.options.department {
            blocks.push(line(self.register.published_name(id), FontRole::Kai));
        }
        if let Some(task) = self.options.task {
            blocks.push(line(&self.task_title(task), FontRole::Kai));
        }
        if self.volumes.len() > 1 {
            blocks.push(line(&words::volume(at + 1, self.volumes.len()), FontRole::Hei));
        }
        blocks.push(official::blank_lines(3));
        let counts = words::counts(self.counts());
        let source = sources.add(Source::Summary);
        blocks.push(Block::Paragraph(official::text(&counts).from_source(source)));
        blocks.push(official::blank_lines(4));
        if !self.options.making.unit.is_empty() {
            blocks.push(line(&self.options.making.unit, FontRole::Fangsong));
        }
        blocks.push(line(&date_in_words(self.options.making.as_of), FontRole::Fangsong));
        let mut sheet = self.options.making.on_sheet(Sheet::official());
        sheet.page_number = None;
        Section { sheet, first_number: Some(1), blocks }
    }
}
