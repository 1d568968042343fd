//! The styles by which Word edits the file: 正文, 标题, 标题 1 to 6, the text of tables, header and footer.
//!
//! Their measures are those of the first paragraph of their kind in the manuscript, so that what an officer adds looks like
//! what stands there.

use layout::Length;
use layout::block::{Block, Manuscript, Paragraph, ParagraphRole, ParagraphStyle};
use layout::font::{FontRole, size};
use layout::sheet::{OFFICIAL_PITCH, OFFICIAL_TRACKING};
use layout::table::Table;

use super::NAMESPACES;
use super::paragraph::{properties, run_properties};
use crate::typeface::typeface;
use crate::xml::{Element, Xml};

/// A style of paragraphs.
#[derive(Debug)]
pub(crate) struct Style {
    /// The name that paragraphs call it by.
    pub(crate) id: &'static str,
    /// The name that Word knows it by; its own ones are shown in the reader's language.
    name: &'static str,
    paragraph: Vec<Element>,
    run: Vec<Element>,
}

/// All styles of a file.
#[derive(Debug)]
pub(crate) struct Styles {
    all: Vec<Style>,
}

/// Id and Word's name of each style; the order of `Kind`.
const NAMES: [(&str, &str); 11] = [
    ("Normal", "Normal"),
    ("Title", "Title"),
    ("Heading1", "heading 1"),
    ("Heading2", "heading 2"),
    ("Heading3", "heading 3"),
    ("Heading4", "heading 4"),
    ("Heading5", "heading 5"),
    ("Heading6", "heading 6"),
    ("TableText", "表格文字"),
    ("Header", "header"),
    ("Footer", "footer"),
];
const TITLE: usize = 1;
const TABLE_TEXT: usize = 8;

impl Styles {
    /// The styles of a manuscript.
    pub(crate) fn of(manuscript: &Manuscript) -> Self {
        let mut first: [Option<&Paragraph>; NAMES.len()] = [None; NAMES.len()];
        for section in &manuscript.sections {
            section.blocks.iter().for_each(|block| find(block, &mut first));
        }
        let style = |(at, (id, name)): (usize, (&'static str, &'static str))| {
            let standard = standard(at);
            let found = first[at].filter(|paragraph| !paragraph.spans.is_empty()).unwrap_or(&standard);
            let level = (TITLE + 1..TABLE_TEXT).contains(&at).then(|| (at - TITLE) as u8);
            let mut paragraph = properties(&found.style, found.spans.first(), level);
            if at == TABLE_TEXT {
                // No line of a parted cell stands alone; running text fills its lines a page.
                paragraph.insert(2, Element::switch("w:widowControl", true));
            }
            Style { id, name, paragraph, run: found.spans.first().map(run_properties).unwrap_or_default() }
        };
        Self { all: NAMES.into_iter().enumerate().map(style).collect() }
    }

    /// The style of a paragraph.
    pub(crate) fn of_paragraph(&self, paragraph: &Paragraph, in_table: bool) -> &Style {
        &self.all[kind(paragraph, in_table)]
    }

    /// The style of cells.
    pub(crate) fn table_text(&self) -> &Style {
        &self.all[TABLE_TEXT]
    }

    /// The part.
    pub(crate) fn part(&self) -> String {
        let mut xml = Xml::file();
        xml.element("w:styles", &NAMESPACES, |xml| {
            xml.put(&defaults());
            self.all.iter().enumerate().for_each(|(at, style)| xml.put(&style.element(at)));
            xml.put(&table_normal());
        });
        xml.finish()
    }
}

impl Style {
    /// Of a paragraph's properties those that the style does not say.
    pub(crate) fn beyond(&self, own: Vec<Element>) -> Vec<Element> {
        own.into_iter().filter(|element| !self.paragraph.contains(element)).collect()
    }

    /// Of a run's properties those that the style does not say.
    pub(crate) fn run_beyond(&self, own: Vec<Element>) -> Vec<Element> {
        own.into_iter().filter(|element| !self.run.contains(element)).collect()
    }

    fn element(&self, at: usize) -> Element {
        let kind = Element::new("w:style").with("w:type", "paragraph");
        let kind = if at == 0 { kind.with("w:default", 1) } else { kind };
        let kind = if at == TABLE_TEXT { kind.with("w:customStyle", 1) } else { kind };
        let mut inside = vec![Element::val("w:name", self.name)];
        if at > 0 {
            inside.push(Element::val("w:basedOn", NAMES[0].0));
        }
        if (TITLE..TABLE_TEXT).contains(&at) {
            inside.push(Element::val("w:next", NAMES[0].0));
        }
        inside.push(Element::new("w:qFormat"));
        inside.push(Element::new("w:pPr").around(self.paragraph.clone()));
        inside.push(Element::new("w:rPr").around(self.run.clone()));
        kind.with("w:styleId", self.id).around(inside)
    }
}

/// The place in `NAMES` of a paragraph's style.
fn kind(paragraph: &Paragraph, in_table: bool) -> usize {
    match paragraph.role {
        ParagraphRole::Title => TITLE,
        ParagraphRole::Heading(level) => TITLE + usize::from(level.clamp(1, 6)),
        ParagraphRole::Body if in_table => TABLE_TEXT,
        ParagraphRole::Body => 0,
    }
}

/// Takes note of the first paragraph of each kind.
fn find<'m>(block: &'m Block, first: &mut [Option<&'m Paragraph>; NAMES.len()]) {
    match block {
        Block::Paragraph(paragraph) => {
            first[kind(paragraph, false)].get_or_insert(paragraph);
        }
        Block::Table(table) => find_in(table, first),
        Block::Closed { table, closing, .. } => {
            find_in(table, first);
            closing.iter().for_each(|block| find(block, first));
        }
        Block::Together(blocks) => blocks.iter().for_each(|block| find(block, first)),
        Block::PageBreak | Block::Space(_) | Block::Rule(_) | Block::Figures(_) | Block::Foreign(_) => {}
    }
}

fn find_in<'m>(table: &'m Table, first: &mut [Option<&'m Paragraph>; NAMES.len()]) {
    let rows = table.groups.iter().flat_map(|group| &group.rows);
    // The text that flows is what is added to.
    let flows = rows.clone().flat_map(|row| &row.bands).flat_map(|band| &band.cells);
    let cells = flows.chain(rows.flat_map(|row| &row.cells));
    for paragraph in cells.flat_map(|cell| &cell.paragraphs) {
        first[kind(paragraph, true)].get_or_insert(paragraph);
    }
}

/// What a kind looks like where the manuscript has none of it.
fn standard(kind: usize) -> Paragraph {
    let cell = |role, size, pitch: Length| Paragraph::new("", role, size, ParagraphStyle::cell(pitch));
    let body = |role| {
        let character = size::THREE + OFFICIAL_TRACKING;
        let mut body = Paragraph::new("", role, size::THREE, ParagraphStyle::body(character, OFFICIAL_PITCH));
        body.spans[0].tracking = OFFICIAL_TRACKING;
        body
    };
    match kind {
        TITLE => cell(FontRole::Title, size::TWO, Length::pt(34.0)),
        2 => body(FontRole::Hei),
        3 => body(FontRole::Kai),
        TABLE_TEXT => cell(FontRole::Fangsong, size::FIVE, Length::pt(14.0)),
        kind if kind > TABLE_TEXT => cell(FontRole::Song, size::FIVE, Length::pt(14.0)),
        _ => body(FontRole::Fangsong),
    }
}

/// What holds where nothing else is said: Chinese, and its rules for the ends of lines.
fn defaults() -> Element {
    let song = typeface(FontRole::Song).name;
    let fonts = Element::new("w:rFonts").with("w:ascii", song).with("w:hAnsi", song);
    let fonts = fonts.with("w:eastAsia", song).with("w:cs", song).with("w:hint", "eastAsia");
    let language =
        Element::new("w:lang").with("w:val", "en-US").with("w:eastAsia", "zh-CN").with("w:bidi", "ar-SA");
    let run = Element::new("w:rPr").around(vec![fonts, Element::val("w:sz", 21), language]);
    let paragraph = Element::new("w:pPr").around(vec![
        Element::switch("w:widowControl", false),
        Element::switch("w:kinsoku", true),
        Element::switch("w:wordWrap", true),
        Element::switch("w:overflowPunct", true),
    ]);
    Element::new("w:docDefaults").around(vec![
        Element::new("w:rPrDefault").around(vec![run]),
        Element::new("w:pPrDefault").around(vec![paragraph]),
    ])
}

/// The table style that every table needs to stand on.
fn table_normal() -> Element {
    let style =
        Element::new("w:style").with("w:type", "table").with("w:default", 1).with("w:styleId", "TableNormal");
    style.around(vec![
        Element::val("w:name", "Normal Table"),
        Element::val("w:uiPriority", 99),
        Element::new("w:semiHidden"),
        Element::new("w:unhideWhenUsed"),
        Element::new("w:tblPr").around(vec![Element::new("w:tblInd").with("w:w", 0).with("w:type", "dxa")]),
    ])
}
