//! A paragraph with its runs: measures, typeface and text in Word's words.
//!
//! Every property is written out in full sets; what a style says already is left out again, so that who changes the style
//! changes the text.

use layout::Length;
use layout::block::{Alignment, Paragraph, ParagraphRole, ParagraphStyle, Span};
use layout::page::{Stroke, Tint};

use super::styles::{Style, Styles};
use super::table::border;
use crate::measure::{colour, half_points, twips, twips_below};
use crate::text::{Piece, pieces};
use crate::typeface::typeface;
use crate::xml::{Element, Xml};

/// What stands around a paragraph and changes how it is written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Around {
    /// It begins a page.
    pub(crate) page_break: bool,
    /// It stands with what follows, whatever its style says.
    pub(crate) keep_with_next: bool,
    /// Room above, beside its own.
    pub(crate) space: Length,
    /// A line under it, over the width of the type area.
    pub(crate) rule: Option<Stroke>,
    /// It closes a section with this sheet.
    pub(crate) section: Option<Element>,
    /// It stands in a table.
    pub(crate) in_table: bool,
}

/// Writes the paragraph.
pub(crate) fn write(xml: &mut Xml, paragraph: &Paragraph, around: Around, styles: &Styles) {
    let style = styles.of_paragraph(paragraph, around.in_table);
    let mut measures = paragraph.style;
    measures.keep_with_next |= around.keep_with_next;
    measures.space_before += around.space;
    let own = properties(&measures, paragraph.spans.first(), outline_level(paragraph));
    xml.element("w:p", &[], |xml| {
        let mut all = vec![Element::val("w:pStyle", style.id)];
        all.extend(style.beyond(own));
        insert_ordered(&mut all, around.page_break.then(|| Element::new("w:pageBreakBefore")));
        all.extend(around.section);
        xml.put(&Element::new("w:pPr").around(all));
        paragraph.spans.iter().for_each(|span| run(xml, span, style));
    });
}

/// Page breaks stand before the measures (the schema's order).
fn insert_ordered(all: &mut Vec<Element>, page_break: Option<Element>) {
    let before =
        |element: &Element| ["w:pStyle", "w:keepNext", "w:keepLines"].iter().any(|name| element.is(name));
    if let Some(element) = page_break {
        let at = all.iter().position(|element| !before(element)).unwrap_or(all.len());
        all.insert(at, element);
    }
}

/// An empty paragraph of a cell: of the table's text, without taking more room than a line of it.
pub(crate) fn write_empty(xml: &mut Xml, keep_with_next: bool, styles: &Styles) {
    let mut all = vec![Element::val("w:pStyle", styles.table_text().id)];
    all.extend(keep_with_next.then(|| Element::switch("w:keepNext", true)));
    xml.element("w:p", &[], |xml| xml.put(&Element::new("w:pPr").around(all)));
}

/// A paragraph that only takes this much room: between tables, or to close a section.
pub(crate) fn write_gap(xml: &mut Xml, height: Length, around: Around) {
    let height = twips(height).max(20);
    let mut all = Vec::new();
    all.extend(around.keep_with_next.then(|| Element::switch("w:keepNext", true)));
    all.extend(around.page_break.then(|| Element::new("w:pageBreakBefore")));
    all.extend(around.rule.map(|stroke| Element::new("w:pBdr").around(vec![border("w:bottom", stroke)])));
    all.push(spacing(0, 0, height));
    all.push(indents(Length::ZERO, Length::ZERO, Length::ZERO, 1));
    all.push(Element::new("w:rPr").around(vec![Element::val("w:sz", 2)]));
    all.extend(around.section);
    xml.element("w:p", &[], |xml| xml.put(&Element::new("w:pPr").around(all)));
}

/// The level that the paragraph has in the outline, from 1.
fn outline_level(paragraph: &Paragraph) -> Option<u8> {
    match (paragraph.role, &paragraph.outline) {
        (ParagraphRole::Heading(level), _) => Some(level),
        (ParagraphRole::Body, Some(label)) => Some(label.level),
        (ParagraphRole::Title, _) | (ParagraphRole::Body, None) => None,
    }
}

/// The whole set of measures, in the schema's order.
pub(crate) fn properties(style: &ParagraphStyle, first: Option<&Span>, outline: Option<u8>) -> Vec<Element> {
    let gap = style.gap_han_latin > 0;
    let character = first.map_or(Length::ZERO, |span| span.size + span.tracking);
    vec![
        Element::switch("w:keepNext", style.keep_with_next),
        Element::switch("w:keepLines", !style.splits),
        Element::switch("w:autoSpaceDE", gap),
        Element::switch("w:autoSpaceDN", gap),
        spacing(twips(style.space_before), twips(style.space_after), twips_below(style.line_pitch)),
        indents(style.indent_first, style.indent_left, style.indent_right, character.0),
        Element::val("w:jc", alignment(style.alignment)),
        // 9 is body text.
        Element::val("w:outlineLvl", outline.map_or(9, |level| level.clamp(1, 9) - 1)),
    ]
}

pub(crate) fn spacing(before: i32, after: i32, line: i32) -> Element {
    let element = Element::new("w:spacing").with("w:before", before).with("w:after", after);
    element.with("w:line", line).with("w:lineRule", "exact")
}

/// Indents in twips, and in characters where they are whole ones, so that they follow the size of type.
pub(crate) fn indents(first: Length, left: Length, right: Length, character: i32) -> Element {
    let characters = |length: Length| {
        let hundredths = if character > 0 { length.0 * 100 / character } else { 0 };
        let whole = (hundredths + 50).div_euclid(100) * 100;
        if (hundredths - whole).abs() <= 2 { whole } else { 0 }
    };
    let (name, in_characters) = if first < Length::ZERO {
        ("w:hanging", "w:hangingChars")
    } else {
        ("w:firstLine", "w:firstLineChars")
    };
    let first = Length(first.0.abs());
    Element::new("w:ind")
        .with("w:leftChars", characters(left))
        .with("w:left", twips(left))
        .with("w:rightChars", characters(right))
        .with("w:right", twips(right))
        .with(in_characters, characters(first))
        .with(name, twips(first))
}

pub(crate) const fn alignment(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Justified => "both",
        Alignment::Left => "left",
        Alignment::Center => "center",
        Alignment::Right => "right",
    }
}

/// The whole set of a run's properties, in the schema's order.
pub(crate) fn run_properties(span: &Span) -> Vec<Element> {
    let face = typeface(span.role).name;
    let size = half_points(span.size);
    let fonts = Element::new("w:rFonts").with("w:ascii", face).with("w:hAnsi", face);
    let fonts = fonts.with("w:eastAsia", face).with("w:cs", face);
    let tint = if span.tint == Tint::BLACK { "auto".to_owned() } else { colour(span.tint) };
    vec![
        // Marks that both scripts have (quotes, dashes) stand as in Chinese.
        fonts.with("w:hint", "eastAsia"),
        Element::val("w:color", tint),
        Element::val("w:spacing", twips_below(span.tracking)),
        Element::val("w:sz", size),
        Element::val("w:szCs", size),
    ]
}

/// Writes a run.
pub(crate) fn run(xml: &mut Xml, span: &Span, style: &Style) {
    let own = style.run_beyond(run_properties(span));
    xml.element("w:r", &[], |xml| {
        if !own.is_empty() {
            xml.put(&Element::new("w:rPr").around(own));
        }
        for piece in pieces(&span.text) {
            match piece {
                Piece::Text(text) => xml.text_element("w:t", &[("xml:space", "preserve")], text),
                Piece::LineFeed => xml.put(&Element::new("w:br")),
                Piece::Tab => xml.put(&Element::new("w:tab")),
            }
        }
    });
}
