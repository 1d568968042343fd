//! A long document is written while it is laid out: the same bytes on any number of cores as from pages that are held.
//! (How little memory that takes is measured by `cargo xtask bench report`: what the system counts is too rough for a test.)

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a fault must stop the test")]

mod setting;

use layout::LayoutError;
use layout::font::{FontRole, size};
use layout::page::{Belongs, Document, Mark, Node, NodeId, Page, Role, Sink};
use pdf::{FontLibrary, NoSupply, PdfError};
use setting::{Setting, fonts, info};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

/// What the other process does; the variables stand only in its environment.
const MODE: &str = "PDF_TEST_PARTS";
const SAID: &str = "PDF_TEST_FOLDER";
/// More parts than two cores draw at a time, the last not whole.
const PAGES: u32 = 700;
const LINES: u32 = 30;
/// Every page has characters that none before it has.
const FIRST: u32 = 0x4E00;

/// One page of lines, on which the first character of each is the page's own.
fn page(fonts: &FontLibrary, index: u32) -> Page {
    let mut setting = Setting::new(fonts);
    let own = char::from_u32(FIRST + index).unwrap();
    for _ in 0..LINES {
        let text = format!("{own}{}", "\u{516C}\u{5171}\u{670D}\u{52A1}\u{767D}\u{76AE}\u{4E66}".repeat(4));
        setting.line(Role::Paragraph, FontRole::Song, size::FIVE, &text);
        setting.y -= setting::LINE / 2;
    }
    let mut page = setting.document.pages.remove(0);
    (page.index, page.number, page.label) = (index, index + 1, (index + 1).to_string());
    for (line, placed) in (1..).zip(&mut page.placed) {
        placed.belongs = Belongs::Node(NodeId(index * LINES + line));
    }
    page
}

/// Hands out that many pages as a layout would: each is made when it is asked for.
fn lay_out(fonts: &FontLibrary, pages: u32, sink: &mut dyn Sink) -> Result<(), LayoutError> {
    sink.node(NodeId(0), Node { parent: None, role: Role::Document, source: None });
    for index in 0..pages {
        for line in 1..=LINES {
            let node = Node { parent: Some(NodeId(0)), role: Role::Paragraph, source: None };
            sink.node(NodeId(index * LINES + line), node);
        }
        if sink.page(page(fonts, index)).is_break() {
            return Err(LayoutError::Stopped);
        }
    }
    Ok(())
}

/// Writes to a file, while it is laid out or after.
fn write(mode: &str, folder: &Path) {
    let fonts = fonts();
    let mut out = fs_err::File::create(folder.join(mode)).unwrap();
    let mut laid_out = Document::default();
    if mode == "held" {
        lay_out(&fonts, PAGES, &mut laid_out).unwrap();
        pdf::write_to(&laid_out, &info(), &fonts, &NoSupply, &mut out).unwrap();
    } else {
        let mut pages = |sink: &mut dyn Sink| lay_out(&fonts, PAGES, sink);
        pdf::write_laid_out(&mut pages, &info(), &fonts, &NoSupply, &mut out).unwrap();
    }
}

#[test]
fn the_number_of_cores_changes_no_byte() {
    if let (Some(mode), Some(folder)) = (std::env::var_os(MODE), std::env::var_os(SAID)) {
        return write(mode.to_str().unwrap(), Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let program = std::env::current_exe().unwrap();
    let made = |mode: &str, mut command: Command| {
        command.args(["--exact", "the_number_of_cores_changes_no_byte"]);
        command.env(MODE, mode).env(SAID, folder.path());
        assert!(command.output().unwrap().status.success(), "{mode}");
        fs_err::read(folder.path().join(mode)).unwrap()
    };
    let mut one_core = Command::new("taskset");
    one_core.args(["-c", "0"]).arg(&program);
    let alone = made("alone", one_core);
    let streamed = made("streamed", Command::new(&program));
    let held = made("held", Command::new(&program));
    assert!(!streamed.is_empty());
    assert!(streamed == alone, "another number of cores, other bytes");
    assert!(streamed == held, "laid out before, other bytes");
    // Nothing is lost at the seams of the parts.
    let text = Command::new("pdftotext").arg(folder.path().join("streamed")).arg("-").output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    for index in 0..PAGES {
        let own = char::from_u32(FIRST + index).unwrap();
        let times = text.chars().filter(|c| *c == own).count();
        assert!(times >= LINES as usize, "{own} of page {index} stands there {times} times");
    }
    let checked = Command::new("qpdf").arg("--check").arg(folder.path().join("streamed")).output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
}

#[test]
fn a_fault_ends_the_layout_and_is_the_reason() {
    let fonts = fonts();
    let write = |spoilt: Option<u32>| {
        let mut handed_out = 0;
        let mut pages = |sink: &mut dyn Sink| {
            let mut spoil = Spoil { sink, spoilt, handed_out: &mut handed_out };
            lay_out(&fonts, 200, &mut spoil)
        };
        let written = pdf::write_laid_out(&mut pages, &info(), &fonts, &NoSupply, &mut std::io::sink());
        (written, handed_out)
    };
    let (written, pages) = write(None);
    assert!(written.is_ok());
    assert_eq!(pages, 200);
    let (written, pages) = write(Some(70));
    let Err(PdfError::MissingGlyph { page, .. }) = written else { panic!("{written:?}") };
    assert_eq!((page, pages), (71, 71));
    // One that shows only when the page is drawn, on another thread.
    let (written, pages) = write(Some(1_000_070));
    assert!(matches!(written, Err(PdfError::OffsetCount { .. })), "{written:?}");
    assert!(pages > 70);
}

/// Spoils one page on its way; from a million on its offsets, else its text.
struct Spoil<'a> {
    sink: &'a mut dyn Sink,
    spoilt: Option<u32>,
    handed_out: &'a mut u32,
}

impl Sink for Spoil<'_> {
    fn node(&mut self, id: NodeId, node: Node) {
        self.sink.node(id, node);
    }

    fn outline(&mut self, entry: layout::page::OutlineEntry) {
        self.sink.outline(entry);
    }

    fn page(&mut self, mut page: Page) -> ControlFlow<()> {
        *self.handed_out += 1;
        let spoilt = self.spoilt.filter(|spoilt| spoilt % 1_000_000 == page.index);
        if let (Some(spoilt), Mark::Text(run)) = (spoilt, &mut page.placed[0].mark) {
            if spoilt < 1_000_000 {
                run.text = format!("\u{1F600}{}", run.text.chars().skip(1).collect::<String>());
            } else {
                run.offsets.truncate(2);
            }
        }
        self.sink.page(page)
    }
}
