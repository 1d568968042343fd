//! Whole pages as readable text: one portrait document over two pages, one landscape sheet.
//!
//! When a change is meant, the test prints the new text: put it into tests/golden.

mod fixed;

use fixed::{LOOK, PITCH, cell, column, lay_out, sheet, text};
use layout::block::{Alignment, Block, OutlineLabel, Paragraph, ParagraphRole, Span};
use layout::font::FontRole;
use layout::page::{Document, Stroke, Tint};
use layout::sheet::{PageNumber, RunningLine, Sheet};
use layout::table::{Band, Cell, ColumnPart, Group, Row, Table, TableLook};
use layout::{Length, page_as_lines, tree_as_lines};

fn check(document: &Document, expected: &str) {
    let pages: String = document.pages.iter().map(page_as_lines).collect();
    let actual = pages + &tree_as_lines(document);
    assert!(actual == expected, "{actual}");
}

fn small(text: &str) -> Vec<Span> {
    vec![Span::new(text, FontRole::Kai, Length::pt(8.0))]
}

fn title() -> Block {
    let mut title = Paragraph { role: ParagraphRole::Title, ..text("进展情况表", 1) };
    title.style.alignment = Alignment::Center;
    title.style.space_after = Length::pt(6.0);
    title.style.keep_with_next = true;
    title.outline = Some(OutlineLabel { level: 1, title: "进展情况表".to_owned() });
    Block::Paragraph(title)
}

#[test]
fn a_row_over_two_pages() {
    let band = |content: &str, source: u32| Band { cells: vec![cell(content, source)], ..Band::default() };
    let row = |title: &str, source: u32, bands: Vec<Band>| Row {
        cells: vec![cell(title, source)],
        bands,
        ..Row::default()
    };
    let bands = vec![
        band("目标\u{FF1A}开展演出10场\u{3002}", 11),
        band("第一季度\u{FF1A}完成2场\u{FF0C}共800人次\u{3002}", 12),
        band("第二季度\u{FF1A}完成3场\u{3002}", 13),
    ];
    let mut marked = row("\u{FF08}二\u{FF09}演出", 21, vec![band("【未完成】", 22)]);
    marked.bands[0].cells[0].fill = Some(Tint::rgb(0x00FF_E0B0));
    let groups = vec![
        Group {
            cells: vec![cell("民生保障", 2).middle()],
            rows: vec![row("\u{FF08}一\u{FF09}演出", 10, bands), marked],
        },
        Group {
            cells: vec![cell("经济", 3).middle()],
            rows: vec![row("\u{FF08}三\u{FF09}减碳", 31, vec![band("目标", 32)])],
        },
    ];
    let columns = vec![
        column("总", 2, ColumnPart::Group),
        column("任务", 5, ColumnPart::Row),
        column("目标及进度", 8, ColumnPart::Flow),
    ];
    let look = TableLook {
        head_fill: Some(Tint::grey(0xEE)),
        under_head: Some(Stroke::solid(Length::pt(0.8))),
        ..LOOK
    };
    let table = Table { columns, head: true, groups, look, source: None };
    let sheet = Sheet {
        header: vec![RunningLine {
            left: small("送审稿"),
            center: Vec::new(),
            right: small("数据截至2013年4月10日"),
            distance: Length::pt(6.0),
            rule: Stroke::solid(Length::pt(0.3)),
        }],
        page_number: Some(PageNumber {
            distance: Length::pt(4.0),
            size: Length::pt(8.0),
            ..PageNumber::OFFICIAL
        }),
        ..sheet(17, 9)
    };
    check(&lay_out(sheet, vec![title(), Block::Table(table)]), include_str!("golden/two_pages.txt"));
}

#[test]
fn a_landscape_sheet_with_bands_on_one_line_of_sight() {
    let band = |promise: &str, deed: &str, source: u32, ruled: bool| Band {
        cells: vec![cell(promise, source), cell(deed, source + 1)],
        rule_above: ruled.then_some(Stroke { dashed: true, ..Stroke::solid(Length::pt(0.3)) }),
        ..Band::default()
    };
    let groups = vec![Group {
        cells: vec![cell("民生", 2).middle()],
        rows: vec![Row {
            cells: vec![cell("1", 3), cell("文体局\n教育局", 4)],
            bands: vec![
                band("演出10场", "演出12场\u{FF0C}超额", 10, false),
                band("展览", "【未完成】", 20, true),
            ],
            ..Row::default()
        }],
    }];
    let columns = vec![
        column("号", 2, ColumnPart::Row),
        column("目标", 2, ColumnPart::Group),
        column("进度", 6, ColumnPart::Flow),
        column("完成情况", 6, ColumnPart::Flow),
        column("部门", 3, ColumnPart::Row),
    ];
    let table = Table { columns, head: true, groups, look: LOOK, source: None };
    let number = PageNumber { distance: Length::pt(4.0), size: Length::pt(8.0), ..PageNumber::OFFICIAL };
    let sheet = Sheet { page_number: Some(number), ..sheet(12, 16) }.landscape();
    let blank = Cell { vertical: layout::table::Vertical::Bottom, ..cell("年  月  日", 40) };
    let form = Table {
        columns: vec![column("", 10, ColumnPart::Flow)],
        head: false,
        groups: vec![Group {
            cells: Vec::new(),
            rows: vec![Row {
                bands: vec![Band { cells: vec![blank], ..Band::default() }],
                height_min: PITCH * 3,
                ..Row::default()
            }],
        }],
        look: LOOK,
        source: None,
    };
    let blocks = vec![Block::Table(table), Block::Space(PITCH), Block::Table(form)];
    check(&lay_out(sheet, blocks), include_str!("golden/landscape.txt"));
}
