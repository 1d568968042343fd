//! The catalogue: every piece of evidence by task, with the page where it stands or why it stands on none.

use super::{Book, BookForm, BookItem, BookPlace, NotPrinted};
use crate::style::{self, CELL, cell_span, paragraph, span, whole};
use crate::wording::evidence_book as words;
use layout::Length;
use layout::block::{
    Alignment, AnchorId, Block, OutlineLabel, Paragraph, ParagraphRole, ParagraphStyle, Span,
};
use layout::font::{FontRole, size};
use layout::table::{Band, Cell, Column, ColumnPart, Group, Row, Table};
use std::collections::BTreeMap;

const PITCH: Length = Length(15_000);
const PADDING: Length = Length(3_000);
/// Text widths in half characters; with their padding they fill 162 mm. Where there are volumes, the last column holds two lines.
const HALF_CHARACTERS: [i32; 7] = [12, 14, 8, 27, 8, 4, 6];
const HALF_CHARACTERS_VOLUMES: [i32; 7] = [12, 14, 8, 25, 8, 4, 8];
const PARTS: [ColumnPart; 7] = [
    ColumnPart::Group,
    ColumnPart::Flow,
    ColumnPart::Flow,
    ColumnPart::Flow,
    ColumnPart::Flow,
    ColumnPart::Flow,
    ColumnPart::Flow,
];

impl Book<'_> {
    /// Its heading, the table, and in words what it does not print.
    pub(super) fn catalogue(&self, at: usize, places: &BTreeMap<usize, BookPlace>) -> Vec<Block> {
        let mut heading = style::centred(words::CATALOGUE, FontRole::Title, size::TWO, Length::pt(36.0));
        heading.role = ParagraphRole::Heading(1);
        heading.outline = Some(OutlineLabel { level: 1, title: words::CATALOGUE.to_owned() });
        heading.style.space_after = Length::pt(6.0);
        let mut blocks = vec![Block::Paragraph(heading)];
        if !self.items.is_empty() {
            blocks.push(Block::Table(self.table(at, places)));
        }
        let mut notes = Vec::new();
        if self.volumes.len() > 1 {
            notes.push(words::of_volumes(at + 1, self.volumes.len()));
        }
        if self.is_public() && self.options.left_out > 0 {
            notes.push(words::left_out(self.options.left_out));
        }
        let personal = |item: &&BookItem| item.form == BookForm::Listed(NotPrinted::Personal);
        let personal = self.items.iter().filter(personal).count();
        if personal > 0 {
            notes.push(words::personal_listed(personal));
        }
        if self.shows_foreign(at) {
            notes.push(format!("{}。", words::FOREIGN_NOTICE));
        }
        blocks.push(Block::Space(Length::pt(6.0)));
        blocks.extend(notes.iter().map(|note| {
            let spans = vec![span(note, FontRole::Kai, CELL)];
            Block::Paragraph(style::small_body(spans, PITCH))
        }));
        blocks
    }

    fn table(&self, at: usize, places: &BTreeMap<usize, BookPlace>) -> Table {
        let widths = if self.volumes.len() > 1 { HALF_CHARACTERS_VOLUMES } else { HALF_CHARACTERS };
        let columns = widths.iter().zip(PARTS).zip(words::COLUMNS).map(|((halves, part), title)| {
            let title = vec![line(cell_span(title, FontRole::Hei), Alignment::Center)];
            Column { width: CELL * *halves / 2 + PADDING * 2, part, title: Cell::new(title).middle() }
        });
        let mut groups: Vec<(u32, Group)> = Vec::new();
        for (index, item) in self.items.iter().enumerate() {
            let row = self.row(index, item, at, places.get(&index));
            match groups.last_mut() {
                Some((task, group)) if *task == item.task => group.rows.push(row),
                _ => {
                    let title =
                        line(cell_span(&self.task_title(item.task), FontRole::Fangsong), Alignment::Left);
                    groups.push((item.task, Group { cells: vec![Cell::new(vec![title])], rows: vec![row] }));
                }
            }
        }
        let look = style::ruled(PADDING, Length(2_400));
        let groups = groups.into_iter().map(|(_, group)| group).collect();
        Table { columns: columns.collect(), head: true, groups, look, source: None }
    }

    fn row(&self, index: usize, item: &BookItem, at: usize, place: Option<&BookPlace>) -> Row {
        let is_here = item.is_printed() && self.volumes.get(at).is_some_and(|own| own.contains(&index));
        let anchor = u32::try_from(index).ok().map(AnchorId).filter(|_| is_here);
        let mut code = cell_span(&item.printed_code(), FontRole::Fangsong);
        code.link = anchor;
        let mut name = vec![line(cell_span(&item.printed_name(), FontRole::Fangsong), Alignment::Left)];
        let remark = match &item.form {
            BookForm::Listed(why) => Some(why.words().to_owned()),
            BookForm::OnPaper(paper) => Some(words::kept(paper, !self.is_public())),
            BookForm::Photo { .. } | BookForm::Pages { .. } => None,
        };
        name.extend(remark.map(|remark| line(cell_span(&remark, FontRole::Kai), Alignment::Left)));
        let pages = match &item.form {
            BookForm::Pages { extents, .. } => extents.len().to_string(),
            BookForm::Photo { .. } => "1".to_owned(),
            BookForm::Listed(_) | BookForm::OnPaper(_) => words::NO_PAGE.to_owned(),
        };
        let volumes = self.volumes.len();
        let page = if item.is_printed() {
            // As long as any that comes in its place, so that nothing moves when it is known.
            place.map_or_else(
                || words::place(volumes, volumes, 9999),
                |place| words::place(place.volume + 1, volumes, place.page),
            )
        } else {
            words::NO_PAGE.to_owned()
        };
        let middle = |text: &str| {
            let lines =
                text.lines().map(|text| line(whole(cell_span(text, FontRole::Fangsong)), Alignment::Center));
            Cell::new(lines.collect())
        };
        let cells = vec![
            Cell::new(vec![line(code, Alignment::Left)]),
            Cell::new(vec![line(cell_span(&item.department, FontRole::Fangsong), Alignment::Left)]),
            Cell::new(name),
            Cell::new(vec![line(cell_span(item.kind, FontRole::Fangsong), Alignment::Center)]),
            middle(&pages),
            middle(&page),
        ];
        Row { bands: vec![Band { cells, ..Band::default() }], ..Row::default() }
    }
}

fn line(text: Span, alignment: Alignment) -> Paragraph {
    paragraph(vec![text], ParagraphStyle::cell(PITCH).aligned(alignment))
}
