//! The evidence: photos small under their codes, everything else in a list. The text's codes lead here.

use super::TaskPage;
use super::form::{column, heading, line, look, sentence, table_width, width};
use crate::TaskPageOptions;
use crate::evidence_book::{BookForm, BookItem, NotPrinted};
use crate::source::Source;
use crate::style::{paragraph, span};
use crate::wording::{evidence_book as book, task_page as words};
use layout::Length;
use layout::block::{Alignment, AnchorId, Block, Paragraph, ParagraphStyle, SourceId};
use layout::figure::{Figure, Figures, ImageId, Pixels};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::table::{Band, Cell, ColumnPart, Group, Row, Table};

/// Text widths of the list in half characters; the last column takes what is left.
const HALF_CHARACTERS: [i32; 3] = [25, 20, 9];
const CAPTION_PITCH: Length = Length(11_500);
const COLUMNS: u16 = 4;

impl TaskPage<'_> {
    /// A heading, how much there is, the pictures, the list.
    pub(super) fn evidence(&mut self) -> Vec<Block> {
        let source = self.sources.add(Source::Task(self.line.task.number));
        let left_out = if self.left_out > 0 { book::left_out(self.left_out) } else { String::new() };
        let mut photos = Vec::new();
        let mut listed = Vec::new();
        for (at, item) in self.evidence.iter().enumerate() {
            let anchor = AnchorId(u32::try_from(at).unwrap_or(u32::MAX));
            match item.form {
                BookForm::Photo { image, pixels, .. } => {
                    photos.push(figure(item, image, pixels, anchor, source));
                }
                BookForm::Pages { .. } | BookForm::Listed(_) | BookForm::OnPaper(_) => {
                    listed.push(self.list_row(item, anchor, source));
                }
            }
        }
        let counted = if self.evidence.is_empty() {
            words::NO_EVIDENCE.to_owned()
        } else {
            words::counted(photos.len(), listed.len())
        };
        let mut counted = sentence(&format!("{counted}{left_out}")).from_source(source);
        counted.style.space_after = Length::pt(4.0);
        counted.style.keep_with_next = !self.evidence.is_empty();
        let mut blocks = vec![heading(words::EVIDENCE), Block::Paragraph(counted)];
        if !photos.is_empty() {
            blocks.push(Block::Figures(figures(photos)));
        }
        if !listed.is_empty() {
            if blocks.len() > 2 {
                blocks.push(Block::Space(Length::pt(8.0)));
            }
            blocks.push(Block::Table(list(listed)));
        }
        blocks
    }

    fn list_row(&self, item: &BookItem, anchor: AnchorId, source: SourceId) -> Row {
        let cell =
            |text: &str, role, alignment| Cell::new(vec![line(text, role, alignment).from_source(source)]);
        let code = line(&item.printed_code(), FontRole::Fangsong, Alignment::Left);
        let remark = match &item.form {
            BookForm::Listed(NotPrinted::NoPages) | BookForm::Photo { .. } | BookForm::Pages { .. } => {
                words::ORIGINAL_FILE.to_owned()
            }
            BookForm::Listed(NotPrinted::Personal) => words::PERSONAL.to_owned(),
            BookForm::Listed(why) => why.words().to_owned(),
            BookForm::OnPaper(paper) => book::kept(paper, !self.is_public()),
        };
        let cells = vec![
            Cell::new(vec![code.from_source(source).anchored(anchor)]),
            cell(&item.printed_name(), FontRole::Fangsong, Alignment::Left),
            cell(item.kind, FontRole::Fangsong, Alignment::Center),
            cell(&remark, FontRole::Kai, Alignment::Left),
        ];
        Row { bands: vec![Band { cells, ..Band::default() }], ..Row::default() }
    }
}

fn figures(figures: Vec<Figure>) -> Figures {
    Figures {
        columns: COLUMNS,
        frame: TaskPageOptions::photo_frame(),
        gap_x: Length::mm(4.0),
        gap_y: Length::pt(8.0),
        row_height_min: Length::ZERO,
        border: Stroke::solid(Length::pt(0.35)),
        figures,
    }
}

fn figure(item: &BookItem, image: ImageId, pixels: Pixels, anchor: AnchorId, source: SourceId) -> Figure {
    let (code, name) = (item.printed_code(), item.printed_name());
    let caption = |words: &str, role| -> Paragraph {
        let style = ParagraphStyle::cell(CAPTION_PITCH).aligned(Alignment::Center);
        paragraph(vec![span(words, role, size::SMALL_FIVE)], style).from_source(source)
    };
    let mut first = caption(&code, FontRole::Hei);
    first.style.space_before = Length::pt(2.0);
    Figure {
        image,
        pixels,
        alternative: book::photo_alternative(&code, &name),
        caption: vec![first, caption(&name, FontRole::Fangsong)],
        source: Some(source),
        anchor: Some(anchor),
    }
}

fn list(rows: Vec<Row>) -> Table {
    let mut widths = [HALF_CHARACTERS[0], HALF_CHARACTERS[1], HALF_CHARACTERS[2], 0].map(width);
    widths[3] = table_width() - widths[..3].iter().copied().sum::<Length>();
    let columns = widths.into_iter().zip(words::COLUMNS_EVIDENCE);
    let columns = columns.map(|(width, title)| column(width, ColumnPart::Flow, title)).collect();
    Table { columns, head: true, groups: vec![Group { cells: Vec::new(), rows }], look: look(), source: None }
}
