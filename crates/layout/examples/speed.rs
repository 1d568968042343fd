//! How long the layout takes, and that it grows with the text alone: `cargo run --release -p layout --example speed`.
//!
//! Prints one line for each size of table. A typeface of fixed widths, so that only the layout is measured.

use std::ops::ControlFlow;
use std::time::Instant;

use layout::Length;
use layout::block::{Alignment, Block, Manuscript, Paragraph, ParagraphStyle, Section};
use layout::font::{FaceId, FontRole, Glyph, Metrics, size};
use layout::page::{Node, NodeId, OutlineEntry, Page, Sink, Stroke};
use layout::sheet::Sheet;
use layout::table::{Band, Cell, Column, ColumnPart, Group, Row, Table, TableLook};

struct Fixed;

impl Metrics for Fixed {
    fn glyph(&self, _role: FontRole, c: char) -> Option<Glyph> {
        Some(Glyph { face: FaceId(0), advance: if c < '\u{2000}' { 500 } else { 1000 } })
    }
}

/// Counts and forgets.
#[derive(Default)]
struct Counter {
    pages: usize,
    marks: usize,
}

impl Sink for Counter {
    fn node(&mut self, _id: NodeId, _node: Node) {}

    fn outline(&mut self, _entry: OutlineEntry) {}

    fn page(&mut self, page: Page) -> ControlFlow<()> {
        self.pages += 1;
        self.marks += page.placed.len();
        ControlFlow::Continue(())
    }
}

fn cell(text: &str) -> Cell {
    let style = ParagraphStyle::cell(Length::pt(13.5));
    Cell::new(vec![Paragraph::new(text, FontRole::Song, size::FIVE, style)])
}

fn aligned(text: &str, alignment: Alignment) -> Cell {
    let mut cell = cell(text);
    cell.paragraphs[0].style.alignment = alignment;
    cell
}

fn table(rows: usize) -> Table {
    let line =
        "\u{7B2C}\u{4E00}\u{5B63}\u{5EA6}\u{FF1A}\u{5F00}\u{5C55}\u{6587}\u{827A}\u{6F14}\u{51FA}10\u{573A}\
                \u{3001}\u{6587}\u{827A}\u{5C55}\u{89C8}4\u{573A}\u{FF0C}\u{5B8C}\u{6210}20%\u{3002}"
            .repeat(3);
    let band = || Band { cells: vec![cell(&line)], ..Band::default() };
    let row = || Row {
        cells: vec![aligned(&line[..60], Alignment::Left), aligned(&line[..9], Alignment::Center)],
        bands: (0..5).map(|_| band()).collect(),
        ..Row::default()
    };
    let column = |characters: i32, part| Column {
        width: size::FIVE * characters + Length::pt(8.0),
        part,
        title: cell(&line[..12]),
    };
    let group = |_| Group { cells: vec![cell(&line[..12])], rows: (0..4).map(|_| row()).collect() };
    Table {
        columns: vec![
            column(4, ColumnPart::Group),
            column(6, ColumnPart::Row),
            column(23, ColumnPart::Flow),
            column(6, ColumnPart::Row),
        ],
        head: true,
        groups: (0..rows / 4).map(group).collect(),
        look: TableLook {
            padding_x: Length::pt(4.0),
            padding_y: Length::pt(2.0),
            frame: Stroke::solid(Length::pt(1.0)),
            grid: Stroke::solid(Length::pt(0.5)),
            under_head: None,
            head_fill: None,
        },
        source: None,
    }
}

fn main() -> Result<(), layout::LayoutError> {
    for rows in [20, 200, 2_000, 20_000] {
        let blocks = vec![Block::Table(table(rows))];
        let manuscript =
            Manuscript { sections: vec![Section { sheet: Sheet::official(), first_number: None, blocks }] };
        let mut counter = Counter::default();
        let start = Instant::now();
        layout::lay_out(&manuscript, &Fixed, &mut counter)?;
        let spent = start.elapsed();
        println!(
            "{rows} rows: {} pages, {} marks in {:.3} s",
            counter.pages,
            counter.marks,
            spent.as_secs_f64()
        );
    }
    Ok(())
}
