//! Our Word and Excel files opened again by others, python-docx, openpyxl and LibreOffice, and compared with the model
//! cell by cell. Set-up brings the readers (`cargo xtask test`).

#![allow(clippy::unwrap_used, reason = "tests")]

mod expected;
mod readers;

use app::desk::{Desk, Opening};
use app::wire::printed::{DocumentQuery, Format, ReportQuery, StyleCode};
use expected::{Shown, cells, pictures, texts};
use layout::block::Manuscript;
use layout::sheet::Orientation;
use readers::{pages, read};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use store::StoreKind;
use tempfile::TempDir;

/// The sample's year, and a place for files.
struct Sample {
    desk: Desk,
    folder: TempDir,
}

impl Sample {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let opening = Opening {
            store: folder.path().join("store"),
            state: folder.path().join("state"),
            fonts: folder.path().join("fonts"),
            holder: "测试".to_owned(),
            by: None,
            kind: StoreKind::Sample,
            // 2013-11-01.
            clock: Arc::new(|| 1_383_264_000_000),
        };
        Self { desk: app::sample::open(opening).unwrap(), folder }
    }

    /// The model, and the file of that format.
    fn file(&self, of: DocumentQuery, format: Format) -> (app::printed::Composed, PathBuf) {
        let query = ReportQuery::internal(of);
        let file = self.desk.export(&query, format).unwrap();
        assert_eq!(file.bytes, self.desk.export(&query, format).unwrap().bytes, "the same bytes");
        let path = self.folder.path().join(format!("a.{}", format.extension()));
        fs_err::write(&path, file.bytes).unwrap();
        (self.desk.compose(&query).unwrap(), path)
    }
}

fn quarter(style: StyleCode) -> DocumentQuery {
    DocumentQuery::Quarter { year: 2013, quarter: 1, department: None, style, columns: None }
}

/// The documents that are opened again.
fn documents() -> [DocumentQuery; 4] {
    [
        quarter(StyleCode::Original),
        quarter(StyleCode::Wide),
        DocumentQuery::Whitepaper { year: 2013 },
        DocumentQuery::Task { year: 2013, quarter: 1, task: 5 },
    ]
}

/// The cells that a reader saw in a table, without those that are empty.
fn seen(table: &Value) -> Vec<(usize, usize, usize, String)> {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let cells = table["cells"].as_array().unwrap().iter();
    let cells = cells.map(|cell| {
        (number(&cell[0]), number(&cell[1]), number(&cell[2]), cell[4].as_str().unwrap().to_owned())
    });
    cells.filter(|(.., text)| !text.is_empty()).collect()
}

/// The pictures that a reader saw, each with the bytes of a photo behind it.
fn seen_pictures(word: &Value) -> Vec<Shown> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let shown = |one: &Value| {
        assert_eq!(one["kind"], "image/jpeg");
        let [width, height] = [&one["size"][0], &one["size"][1]].map(|side| side.as_u64().unwrap());
        // No larger than its frame, which is 37.5 mm wide: 36,000 units to a millimetre.
        assert!((1..=1_350_000).contains(&width), "{one}");
        Shown {
            alternative: text(&one["alternative"]),
            caption: one["caption"].as_array().unwrap().iter().map(text).collect(),
            proportion: width * 1000 / height,
        }
    };
    word["pictures"].as_array().unwrap().iter().map(shown).collect()
}

fn landscape(manuscript: &Manuscript) -> Vec<bool> {
    let is = |section: &layout::block::Section| section.sheet.orientation == Orientation::Landscape;
    manuscript.sections.iter().map(is).collect()
}

#[test]
fn word_shows_every_cell_of_the_model_once() {
    let sample = Sample::new();
    let mut photos = 0;
    for of in documents() {
        let (composed, path) = sample.file(of, Format::Docx);
        let (report, word) = (&composed.report, read(&path));
        let tables = expected::tables(&report.manuscript);
        assert_eq!(word["tables"].as_array().unwrap().len(), tables.len());
        for (table, shown) in tables.iter().zip(word["tables"].as_array().unwrap()) {
            assert_eq!(seen(shown), cells(table));
            assert_eq!(shown["heads"], json!(usize::from(table[0].head)));
            assert_eq!(shown["whole"], json!(expected::whole(table)));
        }
        assert_eq!(word["paragraphs"], json!(texts(&report.manuscript)));
        assert_eq!(seen_pictures(&word), pictures(&report.manuscript));
        photos += pictures(&report.manuscript).len();
        let turned: Vec<_> = word["sections"]
            .as_array()
            .unwrap()
            .iter()
            .map(|section| (section["orientation"] == "LANDSCAPE", section["size"].clone()))
            .collect();
        let upright = |landscape| if landscape { json!([16838, 11906]) } else { json!([11906, 16838]) };
        let expected: Vec<_> =
            landscape(&report.manuscript).into_iter().map(|turn| (turn, upright(turn))).collect();
        assert_eq!(turned, expected);
        assert_eq!((&word["mirrored"], &word["even_and_odd"]), (&json!(true), &json!(true)));
        let front = &report.front;
        assert_eq!(word["properties"][0], json!(front.title));
        assert_eq!(word["properties"][1], json!(front.author));
        assert_eq!(word["properties"][4], json!("zh-CN"));
        assert_eq!(word["properties"][5], json!(format!("{}T00:00:00+00:00", composed.day)));
    }
    assert_eq!(photos, 2, "the task's page shows its photos");
}

#[test]
fn the_official_sheet_and_its_running_lines_are_words_own() {
    let sample = Sample::new();
    let (_, path) = sample.file(DocumentQuery::Whitepaper { year: 2013 }, Format::Docx);
    let word = read(&path);
    // 37, 35, 28 and 26 mm in twips; 28 is the inner edge on odd and even pages.
    assert_eq!(word["sections"][0]["margins"], json!([2098, 1984, 1587, 1474]));
    assert_eq!(word["sections"][0]["header"], json!(["\t\t【示例】"]));
    assert_eq!(word["sections"][0]["header"], word["sections"][0]["even_header"]);
    let headings = word["headings"].as_array().unwrap();
    assert!(headings.contains(&json!("一、盐田区概况")), "{headings:?}");
}

#[test]
fn excel_shows_every_cell_of_the_model_once() {
    let sample = Sample::new();
    for of in documents() {
        let (composed, path) = sample.file(of, Format::Xlsx);
        let report = &composed.report;
        let excel = read(&path);
        let sheets = excel["sheets"].as_array().unwrap();
        let mut shown: Vec<String> = Vec::new();
        for sheet in sheets {
            // A width of one page is what is meant where none is said.
            assert_eq!((&sheet["paper"], &sheet["fit"]), (&json!(9), &json!([null, 0, true])));
            let texts = sheet["cells"].as_array().unwrap().iter();
            shown.extend(texts.map(|cell| cell[4].as_str().unwrap().to_owned()));
            assert!(sheet["cells"].as_array().unwrap().iter().all(|cell| cell[5] != "f"), "no formula");
            assert!(sheet["footer"].as_str().unwrap().ends_with("\u{2014} &P \u{2014}"), "{sheet}");
        }
        shown.sort();
        let mut all = texts(&report.manuscript);
        all.extend(pictures(&report.manuscript).into_iter().flat_map(Shown::in_words));
        for table in expected::tables(&report.manuscript) {
            all.extend(cells(&table).into_iter().map(|(.., text)| text));
        }
        all.sort();
        assert_eq!(shown, all);
        assert_eq!(excel["properties"][0], json!(report.front.title));
    }
}

#[test]
fn excel_merges_what_spans_and_prints_the_head_on_each_page() {
    let sample = Sample::new();
    let (composed, path) = sample.file(quarter(StyleCode::Wide), Format::Xlsx);
    let excel = read(&path);
    let sheet = &excel["sheets"][0];
    assert_eq!(sheet["orientation"], "landscape");
    let table = &expected::tables(&composed.report.manuscript)[0];
    let shown = sheet["cells"].as_array().unwrap();
    let head = shown.iter().find(|cell| cell[4] == "序号").unwrap()[0].as_u64().unwrap();
    assert_eq!(sheet["print_titles"], json!(format!("${head}:${head}")));
    assert_eq!(sheet["frozen"], json!(format!("A{}", head + 1)));
    assert_eq!(sheet["filter"], Value::Null);
    for (_, column, lines, text) in cells(table).into_iter().filter(|(_, _, lines, _)| *lines > 1) {
        let same = |cell: &&Value| cell[1] == json!(column + 1) && cell[4] == text.as_str();
        let rows: Vec<_> = shown.iter().filter(same).map(|cell| cell[2].as_u64().unwrap()).collect();
        assert!(rows.iter().any(|rows| *rows >= lines as u64), "{text} covers {rows:?} of {lines}");
    }
}

#[test]
fn libreoffice_prints_both_with_the_head_and_the_number_on_each_page() {
    let sample = Sample::new();
    for style in [StyleCode::Original, StyleCode::Wide] {
        for format in [Format::Docx, Format::Xlsx] {
            let (_, path) = sample.file(quarter(style), format);
            let pages = pages(&path);
            assert!(pages.len() > 5, "{}", pages.len());
            for (at, page) in pages.iter().enumerate() {
                let squeezed: String = page.chars().filter(|c| !c.is_whitespace()).collect();
                let number = format!("\u{2014}{}\u{2014}", at + 1);
                // A turned number comes out in pieces.
                let digits = squeezed.contains(&(at + 1).to_string());
                let numbered = squeezed.contains(&number)
                    || (style == StyleCode::Wide && format == Format::Docx && digits);
                assert!(numbered, "page {}: {page}", at + 1);
                // Below the last row only the legend may stand alone: LibreOffice keeps whole tables or none with what follows.
                let legend = at + 1 == pages.len() && squeezed.contains("说明");
                assert!(legend || squeezed.contains("目标及进度"), "page {}: {page}", at + 1);
            }
        }
    }
}
