//! What closes a table stands with its end.

mod fixed;

use fixed::{LOOK, cell, column, content, lay_out, sheet, text};
use layout::Length;
use layout::block::Block;
use layout::page::Document;
use layout::table::{Band, ColumnPart, Group, Row, Table};

/// Rows of so many bands of one line each on pages of ten lines, with a legend of two lines.
fn pages(rows: &[u32], head: bool) -> Document {
    let mut source = 10;
    let mut next = || {
        source += 1;
        source
    };
    let row = |bands: &u32| {
        let band = |_| Band { cells: vec![cell("行", next())], ..Band::default() };
        Row { cells: Vec::new(), bands: (0..*bands).map(band).collect(), ..Row::default() }
    };
    let groups = vec![Group { cells: Vec::new(), rows: rows.iter().map(row).collect() }];
    let table =
        Table { columns: vec![column("进", 10, ColumnPart::Flow)], head, groups, look: LOOK, source: None };
    let legend = vec![
        Block::Space(Length(1_000)),
        Block::Together(vec![Block::Paragraph(text("说明", 1)), Block::Paragraph(text("续", 2))]),
    ];
    lay_out(sheet(30, 10), vec![Block::Closed(table, legend)])
}

#[test]
fn a_legend_is_never_alone() {
    // Bands on each page, the legend under those of the last.
    let check = |rows: &[u32], expected: &[usize]| {
        let document = pages(rows, false);
        let bands: u32 = rows.iter().sum();
        let on = |page: usize| {
            (11..11 + bands).filter(|&s| !content(&document.pages[page..=page], s).is_empty()).count()
        };
        let found: Vec<usize> = (0..document.pages.len()).map(on).collect();
        assert_eq!(found, expected, "{rows:?}");
        let last = document.pages.last().map(std::slice::from_ref).unwrap_or_default();
        assert_eq!(content(last, 1), "说明", "{rows:?}");
        assert_eq!(content(last, 2), "续", "{rows:?}");
    };
    check(&[3], &[3]);
    check(&[7], &[7]);
    // Nine lines would fill the page: what the legend needs goes on with it.
    check(&[9], &[7, 2]);
    check(&[5, 2, 1], &[7, 1]);
    check(&[8, 1], &[8, 1]);
    check(&[1; 9], &[8, 1]);
    check(&[9, 9], &[9, 7, 2]);
}

#[test]
fn what_no_page_can_hold_together_is_parted() {
    let legend = vec![Block::Paragraph(text(&"说".repeat(30 * 9), 1))];
    let band = Band { cells: vec![cell("行", 11)], ..Band::default() };
    let row = Row { bands: vec![band], ..Row::default() };
    let groups = vec![Group { cells: Vec::new(), rows: vec![row] }];
    let table = Table {
        columns: vec![column("进", 10, ColumnPart::Flow)],
        head: true,
        groups,
        look: LOOK,
        source: None,
    };
    let document = lay_out(sheet(30, 10), vec![Block::Closed(table, legend)]);
    assert_eq!(document.pages.len(), 2);
    assert_eq!(content(&document.pages, 1), "说".repeat(270));
}
