//! What stands beside a text that goes on upon another page.

mod fixed;

use fixed::{LOOK, cell, column, content, lay_out, repeated, sheet, text};
use layout::block::Block;
use layout::table::{Band, Cell, ColumnPart, Group, Row, Table};

/// A promise beside a deed of three paragraphs of ten lines each, on pages of sixteen lines.
fn pages(promise: Cell) -> layout::page::Document {
    let deed = (0..3).map(|at| text(&"事".repeat(100), 20 + at)).collect();
    let band = Band { cells: vec![promise, Cell::new(deed)], splits: true, ..Band::default() };
    let row = Row { cells: vec![cell("题", 1)], bands: vec![band], ..Row::default() };
    let columns = vec![
        column("任", 4, ColumnPart::Row),
        column("诺", 10, ColumnPart::Flow),
        column("进", 10, ColumnPart::Flow),
    ];
    let groups = vec![Group { cells: Vec::new(), rows: vec![row] }];
    let table = Table { columns, head: true, groups, look: LOOK, source: None };
    lay_out(sheet(30, 16), vec![Block::Table(table)])
}

#[test]
fn a_cell_that_repeats_stands_beside_every_part() {
    let document = pages(cell("承诺", 2).repeated());
    assert_eq!(document.pages.len(), 3);
    let again: Vec<String> = document.pages.iter().map(|page| repeated(page, 2)).collect();
    assert_eq!(
        (content(&document.pages, 2).as_str(), again),
        ("承诺", vec!["".into(), "承诺".into(), "承诺".into()])
    );
    assert_eq!(content(&document.pages, 20), "事".repeat(100), "the deed is printed once");
    // The control: without it the cell is printed once.
    let document = pages(cell("承诺", 2));
    assert!(document.pages.iter().all(|page| repeated(page, 2).is_empty()));
}

#[test]
fn a_paragraph_that_parts_leaves_and_sends_two_lines() {
    let check = |before: usize, lines: usize, expected: [usize; 2]| {
        let mut long = text(&"长".repeat(lines * 10), 2);
        long.style.splits = true;
        let cells = vec![Cell::new(vec![text(&"前".repeat(before * 10), 1), long])];
        let row = Row { bands: vec![Band { cells, splits: true, ..Band::default() }], ..Row::default() };
        let groups = vec![Group { cells: Vec::new(), rows: vec![row] }];
        let columns = vec![column("进", 10, ColumnPart::Flow)];
        let table = Table { columns, head: false, groups, look: LOOK, source: None };
        let document = lay_out(sheet(30, 16), vec![Block::Table(table)]);
        let on = |page: usize| content(&document.pages[page..=page], 2).chars().count() / 10;
        assert_eq!([on(0), on(1)], expected, "{lines} lines after {before}");
    };
    // Fifteen lines fit; of the other ones, as many as there is room for.
    check(5, 14, [10, 4]);
    check(5, 11, [9, 2]);
    check(13, 5, [2, 3]);
    check(14, 5, [0, 5]);
}

#[test]
fn a_cell_goes_on_before_it_repeats() {
    let long = Cell::new(vec![text(&"一".repeat(100), 2), text(&"二".repeat(100), 3)]).repeated();
    let document = pages(long);
    let page = |at: usize| [repeated(&document.pages[at], 2), repeated(&document.pages[at], 3)];
    // Ten lines of it on the first page, ten on the second; no page has room for all twenty: it does not repeat.
    assert_eq!(content(&document.pages[..1], 2), "一".repeat(100));
    assert_eq!(content(&document.pages[1..2], 3), "二".repeat(100));
    assert!((0..3).all(|at| page(at).concat().is_empty()));
}

#[test]
fn a_mark_never_begins_before_what_it_marks_not_even_on_a_page_of_its_row() {
    // A row at the head of a page: a first band, then a promise that may not part beside a deed that may.
    let check = |before: usize, promise: usize, expected: [[usize; 2]; 2]| {
        let mut deed = text(&"事".repeat(100), 3);
        deed.style.splits = true;
        let first = [text(&"前".repeat(before * 10), 1), text("前", 4)].map(|one| Cell::new(vec![one]));
        let second = [text(&"诺".repeat(promise * 10), 2), deed].map(|one| Cell::new(vec![one]));
        let bands = [first, second];
        let bands = bands.map(|cells| Band { cells: cells.into(), splits: true, ..Band::default() });
        let row = Row { bands: bands.into(), ..Row::default() };
        let groups = vec![Group { cells: Vec::new(), rows: vec![row] }];
        let columns = vec![column("诺", 10, ColumnPart::Flow), column("进", 10, ColumnPart::Flow)];
        let table = Table { columns, head: false, groups, look: LOOK, source: None };
        let document = lay_out(sheet(30, 16), vec![Block::Table(table)]);
        let on = |page: usize, source| {
            let page = document.pages.get(page..=page).unwrap_or_default();
            content(page, source).chars().count() / 10
        };
        assert_eq!([0, 1].map(|page| [on(page, 2), on(page, 3)]), expected, "{promise} lines after {before}");
    };
    // Fifteen lines fit: where the promise finds room, the deed begins beside it; else both begin on the next page.
    check(10, 5, [[5, 5], [0, 5]]);
    check(10, 6, [[0, 0], [6, 10]]);
    check(1, 5, [[5, 10], [0, 0]]);
}
