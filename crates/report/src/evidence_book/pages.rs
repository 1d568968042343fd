//! The pages behind the catalogue: a task's photos, then its attached PDF files, each under its code.

use super::{Book, BookForm, BookItem};
use crate::source::{Source, SourceTable};
use crate::style::{cell_span, paragraph, span};
use crate::wording::evidence_book as words;
use jiff::civil::Date;
use layout::Length;
use layout::block::{
    Alignment, AnchorId, Block, OutlineLabel, Paragraph, ParagraphRole, ParagraphStyle, Section, SourceId,
    Span,
};
use layout::figure::{Extent, Figure, Figures, ForeignPage, ImageId, Pixels};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::sheet::Sheet;
use std::ops::Range;

const PITCH: Length = Length(14_500);
const HEADING_PITCH: Length = Length(22_000);
/// Two rows fill a page, each under a heading of two lines where it opens a task.
const ROW_HEIGHT: Length = Length(294_000);

/// A photo with where it stands in the list.
struct Photo<'a> {
    anchor: AnchorId,
    item: &'a BookItem,
    image: ImageId,
    pixels: Pixels,
    taken: Option<Date>,
}

impl Book<'_> {
    /// Every item of these that has pages.
    pub(super) fn pages_of(&self, printed: Range<usize>, sources: &mut SourceTable) -> Vec<Section> {
        let mut sections = Vec::new();
        let mut left = printed;
        while let Some(task) = self.items.get(left.start).filter(|_| !left.is_empty()).map(|item| item.task) {
            let own = self.items[left.clone()].iter().take_while(|item| item.task == task).count();
            self.task_pages(left.start..left.start + own, sources, &mut sections);
            left.start += own;
        }
        sections
    }

    /// One task's; photos stand before files, so that they share pages.
    fn task_pages(&self, own: Range<usize>, sources: &mut SourceTable, sections: &mut Vec<Section>) {
        let Some(number) = self.items.get(own.start).map(|item| item.task) else { return };
        let source = sources.add(Source::Task(number));
        let title = self.task_title(number);
        let mut label = Some(OutlineLabel { level: 1, title: title.clone() });
        let mut photos = Vec::new();
        for index in own.clone() {
            let item = &self.items[index];
            if let BookForm::Photo { image, pixels, taken } = item.form {
                photos.push(Photo { anchor: anchor(index), item, image, pixels, taken });
            }
        }
        if !photos.is_empty() {
            let mut heading = small(span(&title, FontRole::Hei, size::FOUR), Alignment::Left);
            heading.style =
                ParagraphStyle { line_pitch: HEADING_PITCH, keep_with_next: true, ..heading.style };
            heading.style.space_after = Length::pt(6.0);
            heading.role = ParagraphRole::Heading(1);
            heading.outline = label.take();
            let figures = photos.iter().map(|photo| figure(photo, source)).collect();
            let blocks =
                [Block::Paragraph(heading.from_source(source)), Block::Figures(self.figures(figures))];
            // Tasks with few photos share a page.
            self.push(blocks, self.sheet(), sections);
        }
        for index in own {
            let item = &self.items[index];
            let BookForm::Pages { file, extents } = &item.form else { continue };
            for (at, &extent) in extents.iter().enumerate() {
                let (code, name) = (item.printed_code(), item.printed_name());
                let mut over = small(cell_span(&title, FontRole::Kai), Alignment::Left);
                over.outline = label.take();
                let stamp = words::stamp(&code, &name, at + 1, extents.len());
                let mut stamp = small(cell_span(&stamp, FontRole::Hei), Alignment::Left);
                stamp.style.space_after = Length::pt(4.0);
                if at == 0 {
                    stamp.anchor = Some(anchor(index));
                    stamp.outline = Some(item_label(&code, &name));
                }
                let page = ForeignPage {
                    file: *file,
                    page: u32::try_from(at).unwrap_or(u32::MAX),
                    extent,
                    head: vec![over.from_source(source), stamp.from_source(source)],
                    alternative: words::page_alternative(&code, &name, at + 1),
                    source: Some(source),
                };
                self.push_page(page, sections);
            }
        }
    }

    /// A page that is read sideways stands on a sheet that is.
    fn push_page(&self, page: ForeignPage, sections: &mut Vec<Section>) {
        let Extent { width, height } = page.extent;
        let upright = self.sheet();
        let sheet = if width > height { upright.landscape() } else { upright };
        self.push([Block::Foreign(page)], sheet, sections);
    }

    /// What stands on sheets alike shares a section.
    fn push(&self, blocks: impl IntoIterator<Item = Block>, sheet: Sheet, sections: &mut Vec<Section>) {
        match sections.last_mut().filter(|last| last.sheet.orientation == sheet.orientation) {
            Some(last) => last.blocks.extend(blocks),
            None => sections.push(section(blocks.into_iter().collect(), sheet)),
        }
    }

    fn figures(&self, figures: Vec<Figure>) -> Figures {
        Figures {
            columns: self.options.photos.columns(),
            frame: self.options.photos.frame(),
            gap_x: Length::mm(6.0),
            gap_y: Length::pt(10.0),
            row_height_min: ROW_HEIGHT,
            border: Stroke::solid(Length::pt(0.5)),
            figures,
        }
    }
}

/// Pages whose numbers run on.
pub(super) fn section(blocks: Vec<Block>, sheet: Sheet) -> Section {
    Section { sheet, first_number: None, blocks }
}

fn figure(photo: &Photo<'_>, source: SourceId) -> Figure {
    let (code, name) = (photo.item.printed_code(), photo.item.printed_name());
    let mut first = small(cell_span(&code, FontRole::Hei), Alignment::Center);
    first.style.space_before = Length::pt(3.0);
    first.outline = Some(item_label(&code, &name));
    let mut caption = vec![first, small(cell_span(&name, FontRole::Fangsong), Alignment::Center)];
    let taken = photo.taken.map(words::taken);
    caption.extend(taken.map(|taken| small(cell_span(&taken, FontRole::Kai), Alignment::Center)));
    Figure {
        image: photo.image,
        pixels: photo.pixels,
        alternative: words::photo_alternative(&code, &name),
        caption: caption.into_iter().map(|line| line.from_source(source)).collect(),
        source: Some(source),
        anchor: Some(photo.anchor),
    }
}

fn small(text: Span, alignment: Alignment) -> Paragraph {
    paragraph(vec![text], ParagraphStyle::cell(PITCH).aligned(alignment))
}

fn item_label(code: &str, name: &str) -> OutlineLabel {
    OutlineLabel { level: 2, title: format!("{code}　{name}") }
}

fn anchor(index: usize) -> AnchorId {
    AnchorId(u32::try_from(index).unwrap_or(u32::MAX))
}
