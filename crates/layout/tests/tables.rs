//! Random tables over pages: nothing lost, nothing doubled, nothing parted that must not part.

#![allow(clippy::unwrap_used, reason = "a test")]

mod fixed;

use fixed::{LOOK, PITCH, cell, column, content, lay_out, repeated, runs, sheet, text};
use layout::block::{Block, SourceId};
use layout::page::{Belongs, Document, Page, Role};
use layout::table::{Band, Cell, ColumnPart, Group, Row, Table};

/// A small generator of numbers; the same seed gives the same tables everywhere.
struct Dice(u64);

impl Dice {
    /// From 0 to below `sides`.
    fn throw(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(sides)) as u32
    }

    /// A text of up to that many characters, with marks and numbers in it.
    fn words(&mut self, characters: u32) -> String {
        let pieces = [
            "区",
            "政府",
            "工作\u{FF0C}",
            "完成",
            "10场",
            "20%",
            "\u{FF08}单位\u{FF09}",
            "\u{3002}",
            "e通",
            "——",
            "“盐田”",
        ];
        let mut text = String::from("始");
        let length = self.throw(characters) as usize + 1;
        while text.chars().count() < length {
            text.push_str(pieces[self.throw(pieces.len() as u32) as usize]);
        }
        text
    }
}

/// A text with the number that it is printed from.
struct Written {
    source: u32,
    text: String,
}

/// What a table was made of.
#[derive(Default)]
struct Made {
    groups: Vec<Written>,
    titles: Vec<Written>,
    flows: Vec<Written>,
    next: u32,
}

fn write(list: &mut Vec<Written>, next: &mut u32, text: String) -> Cell {
    *next += 1;
    list.push(Written { source: *next, text: text.clone() });
    cell(&text, *next)
}

/// Two groups to five, each of one row to four, each of one band to five in `flows` columns.
fn random_table(dice: &mut Dice, flows: usize, longest: u32) -> (Table, Made) {
    let mut made = Made::default();
    let mut groups = Vec::new();
    for _ in 0..2 + dice.throw(4) {
        let group_text = dice.words(8);
        let group_cell = write(&mut made.groups, &mut made.next, group_text).middle();
        let mut rows = Vec::new();
        for _ in 0..1 + dice.throw(4) {
            let title = dice.words(20);
            let cells = vec![write(&mut made.titles, &mut made.next, title)];
            let mut bands = Vec::new();
            for _ in 0..1 + dice.throw(5) {
                let mut cells = Vec::new();
                for _ in 0..flows {
                    let text = dice.words(longest);
                    let repeats = made.next % 3 == 0;
                    cells.push(Cell { repeats, ..write(&mut made.flows, &mut made.next, text) });
                }
                bands.push(Band { cells, keep_with_next: dice.throw(4) == 0, ..Band::default() });
            }
            rows.push(Row { cells, bands, ..Row::default() });
        }
        groups.push(Group { cells: vec![group_cell], rows });
    }
    let mut columns = vec![column("总", 4, ColumnPart::Group), column("任", 6, ColumnPart::Row)];
    columns.extend((0..flows).map(|_| column("进", 12, ColumnPart::Flow)));
    (Table { columns, head: true, groups, look: LOOK, source: None }, made)
}

/// Pages on which something printed from the source stands, as content or as a repetition.
fn pages_with(document: &Document, source: u32) -> Vec<usize> {
    let has =
        |page: usize| runs(&document.pages[page]).any(|(placed, _)| placed.source == Some(SourceId(source)));
    (0..document.pages.len()).filter(|&page| has(page)).collect()
}

fn check_all(seed: u64, flows: usize, longest: u32, lines: i32) {
    let mut dice = Dice(seed);
    let (table, made) = random_table(&mut dice, flows, longest);
    let document = lay_out(sheet(60, lines), vec![Block::Table(table.clone())]);
    let at = |what: &str| format!("seed {seed}, {flows} flows, {what}");
    for written in made.groups.iter().chain(&made.titles).chain(&made.flows) {
        assert_eq!(
            content(&document.pages, written.source),
            written.text,
            "{}",
            at("nothing is lost or doubled")
        );
    }
    for flow in &made.flows {
        if flow.text.chars().count() < 12 * 6 {
            let has = |page: &&Page| !content(std::slice::from_ref(*page), flow.source).is_empty();
            let pages = document.pages.iter().filter(has).count();
            assert_eq!(pages, 1, "{}", at("no break inside a paragraph"));
        }
    }
    let (mut group, mut title, mut flow) = (0, 0, 0);
    for made_group in &table.groups {
        let mut pages_of_group = Vec::new();
        for row in &made_group.rows {
            let mut pages_of_row = Vec::new();
            for _ in 0..row.bands.len() * flows {
                pages_of_row.extend(pages_with(&document, made.flows[flow].source));
                flow += 1;
            }
            pages_of_row.sort_unstable();
            pages_of_row.dedup();
            let written = &made.titles[title];
            title += 1;
            for (part, &page) in pages_of_row.iter().enumerate() {
                let again = repeated(&document.pages[page], written.source);
                assert_eq!(
                    again == written.text,
                    part > 0,
                    "{} {again:?}",
                    at("titles repeat on continuations")
                );
            }
            pages_of_group.extend(pages_of_row);
        }
        pages_of_group.dedup();
        let written = &made.groups[group];
        group += 1;
        for (part, &page) in pages_of_group.iter().enumerate() {
            let again = repeated(&document.pages[page], written.source);
            assert_eq!(again == written.text, part > 0, "{} {again:?}", at("groups repeat on each page"));
        }
    }
    let area = sheet(60, lines).type_area(1);
    for page in &document.pages {
        let first: String = runs(page).take(2).map(|(_, run)| run.text.as_str()).collect();
        assert_eq!(first, "总任", "{}", at("the head stands on every page"));
        assert!(runs(page).count() > 2 + flows, "{}", at("no head stands alone"));
        let low = runs(page).map(|(_, run)| run.baseline).max().unwrap();
        assert!(low <= area.bottom(), "{}", at("nothing stands below the type area"));
    }
}

#[test]
fn random_tables_of_short_texts() {
    for seed in 0..150 {
        check_all(seed, 1, 60, 24);
        check_all(seed, 2, 60, 24);
    }
}

#[test]
fn random_tables_with_paragraphs_taller_than_a_page() {
    for seed in 0..100 {
        check_all(seed, 1, 400, 12);
        check_all(seed, 3, 400, 12);
    }
}

/// One group of one row.
fn table(cells: Vec<Cell>, group: Vec<Cell>, bands: Vec<Band>) -> Table {
    let mut columns = Vec::new();
    columns.extend(group.iter().map(|_| column("总", 4, ColumnPart::Group)));
    columns.extend(cells.iter().map(|_| column("任", 4, ColumnPart::Row)));
    columns.push(column("进", 10, ColumnPart::Flow));
    let groups = vec![Group { cells: group, rows: vec![Row { cells, bands, ..Row::default() }] }];
    Table { columns, head: true, groups, look: LOOK, source: None }
}

fn band(content: &str, source: u32) -> Band {
    Band { cells: vec![cell(content, source)], ..Band::default() }
}

#[test]
fn a_cell_taller_than_a_page_continues() {
    let long = "长".repeat(4 * 30);
    let check = |table: Table| {
        let document = lay_out(sheet(30, 12), vec![Block::Table(table)]);
        assert_eq!(content(&document.pages, 1), long);
        assert_eq!(content(&document.pages, 2), "短");
        assert_eq!(document.pages.len(), 3);
    };
    check(table(vec![cell(&long, 1)], vec![], vec![band("短", 2)]));
    check(table(vec![cell("短", 2)], vec![cell(&long, 1)], vec![band("短", 3)]));
    check(table(vec![cell("短", 2), cell(&long, 1)], vec![cell("短", 3)], vec![band("短", 4)]));
}

#[test]
fn a_group_at_the_foot_of_a_page_has_room_for_its_cell() {
    // The group's cell needs four lines, its rows one each.
    let rows = (0..9).map(|at| Row { bands: vec![band("行", 100 + at)], ..Row::default() });
    let group = |source: u32, count: usize| Group {
        cells: vec![cell("一二三四五六七八九十一二三四五六", source)],
        rows: rows.clone().take(count).collect(),
    };
    let columns = vec![column("总", 4, ColumnPart::Group), column("进", 10, ColumnPart::Flow)];
    let check = |first: usize, expected: &[usize]| {
        let groups = vec![group(1, first), group(2, 1)];
        let table = Table { columns: columns.clone(), head: true, groups, look: LOOK, source: None };
        let document = lay_out(sheet(30, 14), vec![Block::Table(table)]);
        assert_eq!(pages_with(&document, 2), expected, "after {first} rows");
    };
    check(3, &[0]);
    check(8, &[0]);
    check(9, &[1]);
}

#[test]
fn a_split_row_is_one_cell_in_the_tree() {
    let bands = (0..5).map(|at| band(&"文".repeat(40), 10 + at)).collect();
    let document =
        lay_out(sheet(30, 12), vec![Block::Table(table(vec![cell("题", 1)], vec![cell("组", 2)], bands))]);
    assert_eq!(document.pages.len(), 3);
    let roles: Vec<Role> = document.tree.iter().map(|node| node.role).collect();
    let one = Role::Cell { rows: 1, columns: 1 };
    let expected = [
        vec![Role::Document, Role::Section, Role::Table, Role::TableRow],
        [Role::HeadCell, Role::Paragraph].repeat(3),
        vec![Role::TableRow, one, Role::Paragraph, one, Role::Paragraph, one],
        vec![Role::Paragraph; 5],
    ];
    assert_eq!(roles, expected.concat());
    // The flow's paragraphs hang under one cell, on whatever page they stand.
    let parents = document.tree[document.tree.len() - 5..].iter().map(|node| node.parent);
    assert_eq!(parents.collect::<std::collections::BTreeSet<_>>().len(), 1);
}

#[test]
fn bands_side_by_side_are_rows_of_the_tree() {
    let (mut two, _) = random_table(&mut Dice(7), 2, 10);
    two.groups.truncate(1);
    let bands: usize = two.groups[0].rows.iter().map(|row| row.bands.len()).sum();
    let document = lay_out(sheet(40, 60), vec![Block::Table(two)]);
    let rows = document.tree.iter().filter(|node| node.role == Role::TableRow).count();
    assert_eq!(rows, 1 + bands);
    let spans = |role: Role| matches!(role, Role::Cell { rows, columns: 1 } if rows as usize == bands);
    assert!(document.tree.iter().any(|node| spans(node.role)), "the group's cell spans all of them");
}

#[test]
fn a_band_that_may_part_parts_between_its_paragraphs() {
    let paragraphs = vec![text(&"甲".repeat(40), 11), text(&"乙".repeat(40), 12)];
    let check = |splits: bool, expected: [Vec<usize>; 2]| {
        let long = Band { cells: vec![Cell::new(paragraphs.clone())], splits, ..Band::default() };
        let bands = vec![band(&"文".repeat(30), 10), long];
        let document = lay_out(sheet(30, 10), vec![Block::Table(table(vec![], vec![], bands))]);
        assert_eq!([pages_with(&document, 11), pages_with(&document, 12)], expected);
    };
    check(true, [vec![0], vec![1]]);
    check(false, [vec![1], vec![1]]);
}

#[test]
fn a_heading_does_not_part_from_its_table() {
    let mut heading = text("题", 1);
    heading.style.keep_with_next = true;
    let check = |before: i32, page: usize| {
        let blocks = vec![
            Block::Space(PITCH * before),
            Block::Paragraph(text("前", 9)),
            Block::Paragraph(heading.clone()),
            Block::Table(table(vec![cell("一二三四五六七八", 2)], vec![], vec![band("短", 3)])),
        ];
        let document = lay_out(sheet(30, 20), blocks);
        assert_eq!(
            (pages_with(&document, 1), pages_with(&document, 2)),
            (vec![page], vec![page]),
            "after {before}"
        );
    };
    check(14, 0);
    check(15, 1);
}

#[test]
fn no_head_stands_alone_under_a_space() {
    let check = |space: i32, pages: &[usize]| {
        let table = table(vec![cell("题", 1)], vec![], vec![band("短", 2)]);
        let blocks = vec![Block::Space(PITCH * space), Block::Table(table)];
        let document = lay_out(sheet(30, 10), blocks);
        assert_eq!((pages_with(&document, 1).as_slice(), pages_with(&document, 0)), (pages, pages.to_vec()));
    };
    check(7, &[0]);
    check(8, &[1]);
}

#[test]
fn rows_that_do_not_match_the_columns_are_refused() {
    let mut wrong = table(vec![cell("题", 1)], vec![], vec![band("短", 2)]);
    wrong.groups[0].rows[0].bands[0].cells.push(cell("多", 3));
    let manuscript = fixed::manuscript(sheet(30, 12), vec![Block::Table(wrong)]);
    let error = layout::document(&manuscript, &fixed::HALF).unwrap_err();
    assert_eq!(error, layout::LayoutError::CellCount { expected: 1, found: 2, source: None });
}

#[test]
fn repeated_marks_are_artifacts_and_content_has_nodes() {
    let (table, made) = random_table(&mut Dice(3), 1, 60);
    let document = lay_out(sheet(40, 14), vec![Block::Table(table)]);
    for page in &document.pages {
        for (placed, _) in runs(page) {
            if let Belongs::Node(node) = placed.belongs {
                let node = document.tree[node.0 as usize];
                assert_eq!((node.role, node.source), (Role::Paragraph, placed.source));
            }
        }
    }
    assert!(made.flows.len() > 10);
}
