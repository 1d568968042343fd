//! What closes a table stands with its end.

mod fixed;

use fixed::{LOOK, cell, column, content, lay_out, sheet, text};
use layout::Length;
use layout::block::Block;
use layout::table::{Band, ColumnPart, Group, Row, Table};

/// A table of rows of so many bands of one line each, closed by a legend of two lines.
fn closed(rows: &[u32], head: bool, rows_kept: usize) -> Block {
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
    Block::Closed { table, rows_kept, closing: legend }
}

/// Bands on each page of pages of ten lines; the legend of two lines stands under those of the last.
#[track_caller]
fn check(rows: &[u32], (head, rows_kept): (bool, usize), expected: &[usize]) {
    let document = lay_out(sheet(30, 10), vec![closed(rows, head, rows_kept)]);
    let bands: u32 = rows.iter().sum();
    let on = |page: usize| {
        (11..11 + bands).filter(|&s| !content(&document.pages[page..=page], s).is_empty()).count()
    };
    let found: Vec<usize> = (0..document.pages.len()).map(on).collect();
    assert_eq!(found, expected, "{rows:?}");
    let last = document.pages.last().map(std::slice::from_ref).unwrap_or_default();
    assert_eq!(content(last, 1), "说明", "{rows:?}");
    assert_eq!(content(last, 2), "续", "{rows:?}");
}

#[test]
fn a_legend_is_never_alone() {
    let check = |rows: &[u32], expected: &[usize]| check(rows, (false, 0), expected);
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
fn signatures_stand_with_the_last_rows() {
    let check = |rows: &[u32], expected: &[usize]| check(rows, (false, 2), expected);
    check(&[1; 7], &[7]);
    // One row too many for the page: not it alone goes on with the signatures.
    check(&[1; 8], &[6, 2]);
    check(&[1; 9], &[7, 2]);
    check(&[1; 10], &[8, 2]);
    check(&[1; 19], &[9, 8, 2]);
    // A kept row is not parted.
    check(&[2, 4, 3], &[2, 7]);
    check(&[3, 3, 2], &[3, 5]);
    // Two rows that no page holds with the signatures: as many as it holds.
    check(&[5, 4], &[5, 4]);
    check(&[9], &[7, 2]);
}

#[test]
fn a_head_is_not_left_behind_when_its_rows_go_on() {
    // Lines before the table, its rows, how many are kept: whether it begins on the first page.
    let check = |before: usize, rows: &[u32], rows_kept: usize, begins: bool| {
        let lines = (0..before).map(|_| Block::Paragraph(text("前", 5)));
        let document = lay_out(sheet(30, 10), lines.chain([closed(rows, true, rows_kept)]).collect());
        let head = |page: usize| content(&document.pages[page..=page], 0);
        assert_eq!(head(0).is_empty(), !begins, "{before} {rows:?} {rows_kept}");
        assert_eq!(content(&document.pages, 0), "进");
        assert_eq!(document.pages.len(), if begins { 1 } else { 2 });
    };
    check(5, &[1], 0, true);
    check(6, &[1], 0, false);
    check(6, &[1], 1, false);
    check(4, &[1, 1], 2, true);
    check(5, &[1, 1], 2, false);
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
    let document = lay_out(sheet(30, 10), vec![Block::Closed { table, rows_kept: 0, closing: legend }]);
    assert_eq!(document.pages.len(), 2);
    assert_eq!(content(&document.pages, 1), "说".repeat(270));
}
