//! What stands around the type area: running lines and the page number, in parts of their own.
//!
//! The number of a landscape page stands where upright pages have it, turned with the sheet: in a table of one cell that
//! has its place on the page and whose text runs downwards.

use layout::Length;
use layout::block::Span;
use layout::page::Stroke;
use layout::sheet::{Orientation, PageNumber, RunningLine, Sheet};

use super::NAMESPACES;
use super::paragraph::{run_properties, spacing};
use super::section::Edges;
use super::table::border;
use crate::measure::twips;
use crate::text::{Piece, pieces};
use crate::xml::{Element, Xml};

/// A part of header or footer.
#[derive(Debug)]
pub(crate) struct Part {
    /// What the section calls it.
    pub(crate) id: String,
    /// `header` or `footer`.
    pub(crate) kind: &'static str,
    /// Its file.
    pub(crate) name: String,
    /// Its XML.
    pub(crate) text: String,
}

/// All such parts of a file.
#[derive(Debug, Default)]
pub(crate) struct Runnings {
    /// In the order of the sections.
    pub(crate) parts: Vec<Part>,
}

impl Runnings {
    /// Adds a part and returns its id.
    pub(crate) fn add(&mut self, kind: &'static str, write: impl FnOnce(&mut Xml)) -> String {
        let number = self.parts.len() + 1;
        let id = format!("r{kind}{number}");
        let mut xml = Xml::file();
        let root = if kind == "header" { "w:hdr" } else { "w:ftr" };
        xml.element(root, &NAMESPACES, write);
        let name = format!("{kind}{number}.xml");
        self.parts.push(Part { id: id.clone(), kind, name, text: xml.finish() });
        id
    }
}

/// The running lines in their order from the top, each with the top of its line from the type area's edge.
fn in_order(lines: &[RunningLine], outward: i32) -> Vec<(&RunningLine, Length)> {
    let top = |line: &RunningLine| line.distance * outward - size_of(line).thousandths(880);
    let mut lines: Vec<_> = lines.iter().map(|line| (line, top(line))).collect();
    lines.sort_by_key(|(_, top)| *top);
    lines
}

/// The largest type of a line: its height.
fn size_of(line: &RunningLine) -> Length {
    let spans = line.left.iter().chain(&line.center).chain(&line.right);
    spans.map(|span| span.size).max().unwrap_or(Length::pt(10.5))
}

/// From the page's upper edge to the first running line.
pub(crate) fn head_distance(sheet: &Sheet, edges: &Edges) -> Length {
    let first = in_order(&sheet.header, -1).first().map(|(_, top)| *top);
    (edges.top + first.unwrap_or(Length::pt(-21.0))).max(Length::ZERO)
}

/// From the lower end of the last thing under the type area to the page's lower edge.
pub(crate) fn foot_distance(sheet: &Sheet, edges: &Edges) -> Length {
    let lines = in_order(&sheet.footer, 1).into_iter().map(|(line, top)| top + size_of(line));
    let number = sheet.page_number.filter(|_| sheet.orientation == Orientation::Portrait);
    let number = number.map(|number| number.distance + number.size);
    (edges.bottom - lines.chain(number).max().unwrap_or(Length::pt(21.0))).max(Length::ZERO)
}

/// The header of every page of the section.
pub(crate) fn page_head(xml: &mut Xml, sheet: &Sheet) {
    let mut from: Option<Length> = None;
    for (line, top) in in_order(&sheet.header, -1) {
        let before = from.map_or(Length::ZERO, |from| (top - from).max(Length::ZERO));
        running_line(xml, line, sheet, before, "w:bottom");
        from = Some(top + size_of(line));
    }
    if sheet.header.is_empty() {
        empty(xml, "Header");
    }
}

/// The footer of odd or even pages.
pub(crate) fn page_foot(xml: &mut Xml, sheet: &Sheet, even: bool) {
    let portrait = sheet.orientation == Orientation::Portrait;
    let number = sheet.page_number.as_ref();
    if let Some(number) = number.filter(|_| !portrait) {
        turned_number(xml, number, sheet, even);
    }
    let mut from: Option<Length> = None;
    let before =
        |from: Option<Length>, top: Length| from.map_or(Length::ZERO, |from| (top - from).max(Length::ZERO));
    let lines = in_order(&sheet.footer, 1);
    let mut number = number.filter(|_| portrait);
    for (line, top) in &lines {
        if let Some(number) = number.take_if(|number| number.distance < *top) {
            upright_number(xml, number, even, before(from, number.distance));
            from = Some(number.distance + number.size);
        }
        running_line(xml, line, sheet, before(from, *top), "w:top");
        from = Some(*top + size_of(line));
    }
    if let Some(number) = number {
        upright_number(xml, number, even, before(from, number.distance));
    } else if lines.is_empty() {
        empty(xml, "Footer");
    }
}

/// A part must hold a paragraph.
fn empty(xml: &mut Xml, style: &str) {
    xml.element("w:p", &[], |xml| {
        xml.put(&Element::new("w:pPr").around(vec![Element::val("w:pStyle", style)]));
    });
}

/// Left, middle and right of one line by tabs.
fn running_line(xml: &mut Xml, line: &RunningLine, sheet: &Sheet, before: Length, side: &'static str) {
    let (width, _) = sheet.type_size();
    let tab = |kind: &str, at: Length| Element::val("w:tab", kind).with("w:pos", twips(at));
    let mut own = vec![Element::val("w:pStyle", if side == "w:bottom" { "Header" } else { "Footer" })];
    if line.rule.width > Length::ZERO {
        own.push(Element::new("w:pBdr").around(vec![border(side, line.rule)]));
    }
    own.push(Element::new("w:tabs").around(vec![tab("center", width / 2), tab("right", width)]));
    own.push(spacing(twips(before), 0, twips(size_of(line))));
    own.push(Element::val("w:jc", "left"));
    xml.element("w:p", &[], |xml| {
        xml.put(&Element::new("w:pPr").around(own));
        let parts = [&line.left, &line.center, &line.right];
        let last = parts.iter().rposition(|spans| !spans.is_empty()).unwrap_or_default();
        for (at, spans) in parts.into_iter().enumerate().take(last + 1) {
            if at > 0 {
                xml.element("w:r", &[], |xml| xml.put(&Element::new("w:tab")));
            }
            spans.iter().for_each(|span| run(xml, span));
        }
    });
}

/// A run with all its properties: a running line's typefaces are its own.
fn run(xml: &mut Xml, span: &Span) {
    xml.element("w:r", &[], |xml| {
        xml.put(&Element::new("w:rPr").around(run_properties(span)));
        for piece in pieces(&span.text) {
            match piece {
                Piece::Text(text) => xml.text_element("w:t", &[("xml:space", "preserve")], text),
                // One line stays one line.
                Piece::LineFeed | Piece::Tab => xml.text_element("w:t", &[("xml:space", "preserve")], " "),
            }
        }
    });
}

/// `— 1 —` at the outer edge, one character in.
fn upright_number(xml: &mut Xml, number: &PageNumber, even: bool, before: Length) {
    let inset = if even { "w:left" } else { "w:right" };
    xml.element("w:p", &[], |xml| {
        xml.put(&Element::new("w:pPr").around(vec![
            Element::val("w:pStyle", "Footer"),
            spacing(twips(before), 0, twips(number.size)),
            Element::new("w:ind").with(inset, twips(number.inset)),
            Element::val("w:jc", if even { "left" } else { "right" }),
        ]));
        field(xml, number);
    });
}

/// The same on a landscape sheet.
fn turned_number(xml: &mut Xml, number: &PageNumber, sheet: &Sheet, even: bool) {
    let edges = Edges::of(sheet);
    let (_, height) = sheet.type_size();
    let side = edges.left - number.distance - number.size;
    let width = |name: &'static str, width: Length| {
        Element::new(name).with("w:w", twips(width)).with("w:type", "dxa")
    };
    let none = ["w:top", "w:left", "w:bottom", "w:right"].map(|side| border(side, Stroke::NONE));
    let zero = ["w:top", "w:left", "w:bottom", "w:right"].map(|side| width(side, Length::ZERO));
    xml.element("w:tbl", &[], |xml| {
        xml.put(&Element::new("w:tblPr").around(vec![
            Element::new("w:tblpPr")
                .with("w:horzAnchor", "page")
                .with("w:vertAnchor", "page")
                .with("w:tblpX", twips(side))
                .with("w:tblpY", twips(edges.top)),
            width("w:tblW", number.size),
            Element::new("w:tblBorders").around(none.to_vec()),
            Element::new("w:tblLayout").with("w:type", "fixed"),
            Element::new("w:tblCellMar").around(zero.to_vec()),
        ]));
        let column = Element::new("w:gridCol").with("w:w", twips(number.size));
        xml.put(&Element::new("w:tblGrid").around(vec![column]));
        xml.element("w:tr", &[], |xml| {
            let height = Element::val("w:trHeight", twips(height)).with("w:hRule", "exact");
            xml.put(&Element::new("w:trPr").around(vec![height]));
            xml.element("w:tc", &[], |xml| {
                let down = Element::val("w:textDirection", "tbRl");
                xml.put(&Element::new("w:tcPr").around(vec![width("w:tcW", number.size), down]));
                upright_number(xml, number, even, Length::ZERO);
            });
        });
    });
}

/// The number between dashes; Word counts.
fn field(xml: &mut Xml, number: &PageNumber) {
    let span = |text: &str| Span::new(text, number.role, number.size);
    let mut own = run_properties(&span(""));
    // A half-width number: its typeface's Latin half.
    own.push(Element::new("w:lang").with("w:val", "en-US").with("w:eastAsia", "zh-CN"));
    run(xml, &span("\u{2014} "));
    let part = |xml: &mut Xml, inside: &dyn Fn(&mut Xml)| {
        xml.element("w:r", &[], |xml| {
            xml.put(&Element::new("w:rPr").around(own.clone()));
            inside(xml);
        });
    };
    let mark = |kind: &'static str| Element::new("w:fldChar").with("w:fldCharType", kind);
    part(xml, &|xml| xml.put(&mark("begin")));
    part(xml, &|xml| xml.text_element("w:instrText", &[("xml:space", "preserve")], " PAGE "));
    part(xml, &|xml| xml.put(&mark("separate")));
    part(xml, &|xml| xml.text_element("w:t", &[], "1"));
    part(xml, &|xml| xml.put(&mark("end")));
    run(xml, &span(" \u{2014}"));
}
