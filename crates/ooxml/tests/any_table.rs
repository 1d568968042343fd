//! Any table, with any text: the files are well-formed, merges are consistent, every text is there once.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::io::{Cursor, Read};

use layout::Length;
use layout::block::{Block, Manuscript, Paragraph, ParagraphStyle, Section};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::sheet::Sheet;
use layout::table::{Band, Cell, Column, ColumnPart, Group, Row, Table, TableLook};
use ooxml::{About, OoxmlError};
use quick_xml::events::Event;
use zip::ZipArchive;

/// Texts that have broken such files before.
const ODD: [&str; 9] = [
    "&<>\"'",
    "\u{0}\u{1}\u{B}\u{1B}控制\u{7F}\u{FFFE}",
    "表情\u{1F469}\u{200D}\u{1F4BB}\u{FE0F}",
    "\u{2CB31}\u{4DAE}\u{3659}",
    "左\t右\n下",
    "=1+1",
    "@SUM(A1)",
    "]]>--<!--",
    "-5",
];

/// Numbers that look drawn, the same in every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    /// Each cell has a number that no other text contains.
    fn cell(&mut self, number: &mut usize) -> Cell {
        *number += 1;
        let style = ParagraphStyle::cell(Length::pt(14.0));
        let text = format!("〔{number}〕{}", ODD[self.below(ODD.len())]);
        Cell::new(vec![Paragraph::new(text, FontRole::Fangsong, size::FIVE, style)])
    }

    fn cells(&mut self, count: usize, number: &mut usize) -> Vec<Cell> {
        (0..count).map(|_| self.cell(number)).collect()
    }

    /// A table and how many cells it has.
    fn table(&mut self) -> (Table, usize) {
        let mut number = 0;
        let parts: Vec<ColumnPart> = (0..1 + self.below(6))
            .map(|_| [ColumnPart::Group, ColumnPart::Row, ColumnPart::Flow][self.below(3)])
            .collect();
        let count = |part| parts.iter().filter(|known| **known == part).count();
        let (groups, rows, flows) =
            (count(ColumnPart::Group), count(ColumnPart::Row), count(ColumnPart::Flow));
        let columns = parts.iter().map(|part| Column {
            width: Length::pt(40.0) + Length(self.below(60_000) as i32),
            part: *part,
            title: Cell::default(),
        });
        let columns = columns.collect();
        let head = self.below(2) == 0;
        let mut given = Vec::new();
        for _ in 0..1 + self.below(3) {
            let cells = self.cells(groups, &mut number);
            let mut inside = Vec::new();
            for _ in 0..1 + self.below(3) {
                let cells = self.cells(rows, &mut number);
                // Without flow columns bands have nothing to part.
                let bands = if flows == 0 { 1 } else { self.below(4) };
                let bands = (0..bands).map(|_| Band {
                    cells: self.cells(flows, &mut number),
                    splits: self.below(2) == 0,
                    keep_with_next: self.below(2) == 0,
                    rule_above: (self.below(2) == 0).then_some(Stroke::solid(Length::pt(0.35))),
                });
                let bands = bands.collect();
                inside.push(Row { cells, bands, ..Row::default() });
            }
            given.push(Group { cells, rows: inside });
        }
        let stroke = Stroke::solid(Length::pt(0.5));
        let look = TableLook {
            padding_x: Length::pt(4.0),
            padding_y: Length::pt(3.0),
            frame: stroke,
            grid: stroke,
            under_head: None,
            head_fill: None,
        };
        (Table { columns, head, groups: given, look, source: None }, number)
    }
}

fn manuscript(blocks: Vec<Block>) -> Manuscript {
    Manuscript { sections: vec![Section { sheet: Sheet::official(), first_number: None, blocks }] }
}

fn about() -> About {
    About {
        title: "任意<表>&\u{1}".to_owned(),
        author: String::new(),
        subject: String::new(),
        keywords: vec!["甲".to_owned()],
        program: "测试".to_owned(),
        day: jiff::civil::date(2013, 4, 24),
    }
}

/// Every part of a package as text; each is read to its end as XML.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let time = part.last_modified().unwrap();
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (2013, 4, 24, 0));
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let mut reader = quick_xml::Reader::from_str(&text);
        reader.config_mut().check_end_names = true;
        while !matches!(reader.read_event().unwrap(), Event::Eof) {}
        let barred = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        assert!(!text.contains(barred), "{text}");
        parts.push((part.name().unwrap().into_owned(), text));
    }
    parts
}

/// Each row covers the whole grid, each continued cell stands under one of the same columns.
fn merges(document: &str, columns: usize) {
    let mut open = vec![false; columns];
    for row in document.split("<w:tr>").skip(1) {
        let mut at = 0;
        for cell in row.split("<w:tc>").skip(1) {
            let span = cell
                .split_once("<w:gridSpan w:val=\"")
                .map_or(1, |(_, rest)| rest.split('"').next().unwrap().parse().unwrap());
            if cell.contains("<w:vMerge/>") {
                assert!(open[at], "a cell goes on that never began");
            } else {
                open[at] = cell.contains("<w:vMerge w:val=\"restart\"/>");
            }
            at += span;
        }
        assert_eq!(at, columns);
    }
}

#[test]
fn any_table_becomes_both_files() {
    for seed in 0..120 {
        let (table, cells) = Draw(seed).table();
        let columns = table.columns.len();
        let manuscript = manuscript(vec![Block::Table(table)]);
        let word = ooxml::docx(&manuscript, &about()).unwrap();
        assert_eq!(word, ooxml::docx(&manuscript, &about()).unwrap());
        let excel = ooxml::xlsx(&manuscript, &about()).unwrap();
        assert_eq!(excel, ooxml::xlsx(&manuscript, &about()).unwrap());
        let word = parts(&word);
        let document = &word.iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
        merges(document, columns);
        let excel = parts(&excel);
        let strings = excel.iter().find(|(name, _)| name == "xl/sharedStrings.xml");
        let strings = strings.map_or("", |(_, text)| text);
        for number in 1..=cells {
            let label = format!("〔{number}〕");
            assert_eq!(document.matches(&label).count(), 1, "{seed}: {label} in Word");
            assert_eq!(strings.matches(&label).count(), 1, "{seed}: {label} in Excel");
        }
        assert!(excel.iter().all(|(_, text)| !text.contains("<f>")), "{seed}: a formula");
    }
}

#[test]
fn a_text_that_no_cell_holds_is_refused_and_never_cut() {
    let style = ParagraphStyle::cell(Length::pt(14.0));
    let of = |characters: usize| {
        let text = "字".repeat(characters);
        let paragraph = Paragraph::new(text, FontRole::Fangsong, size::FIVE, style);
        manuscript(vec![Block::Paragraph(paragraph)])
    };
    let refused = ooxml::xlsx(&of(32_768), &about());
    let Err(OoxmlError::CellTooLong { characters: 32_768, max: 32_767, text }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(text, "字".repeat(12));
    ooxml::xlsx(&of(32_767), &about()).unwrap();
    // Word has no such limit.
    ooxml::docx(&of(40_000), &about()).unwrap();
}

#[test]
fn rows_without_their_cells_are_refused() {
    let (mut table, _) = Draw(3).table();
    table.groups[0].cells.push(Cell::default());
    for refused in
        [ooxml::docx, ooxml::xlsx].map(|make| make(&manuscript(vec![Block::Table(table.clone())]), &about()))
    {
        assert!(matches!(refused, Err(OoxmlError::CellCount { .. })));
    }
}

#[test]
#[should_panic(expected = "never began")]
fn the_check_of_merges_sees_a_broken_one() {
    merges("<w:tr><w:tc></w:tc></w:tr><w:tr><w:tc><w:vMerge/></w:tc></w:tr>", 1);
}
