//! A grid as Word's table: the head repeated on each page, cells merged downwards, lines around each cell.

use layout::Length;
use layout::page::Stroke;
use layout::table::Vertical;

use super::paragraph::{self, Around};
use super::styles::Styles;
use crate::grid::{Grid, Place};
use crate::measure::{colour, eighths, twips};
use crate::xml::{Element, Xml};

/// Writes the table.
pub(crate) fn write(xml: &mut Xml, grid: &Grid<'_>, styles: &Styles) {
    let columns: Vec<i32> = grid.edges.windows(2).map(|edges| twips(edges[1]) - twips(edges[0])).collect();
    xml.element("w:tbl", &[], |xml| {
        xml.put(&properties(grid));
        let column = |width: &i32| Element::new("w:gridCol").with("w:w", width);
        xml.put(&Element::new("w:tblGrid").around(columns.iter().map(column).collect()));
        (0..grid.lines.len()).for_each(|at| row(xml, grid, at, &columns, styles));
    });
}

fn properties(grid: &Grid<'_>) -> Element {
    let look = &grid.look;
    let width = |name: &'static str, width: i32| Element::new(name).with("w:w", width).with("w:type", "dxa");
    let borders = vec![
        border("w:top", look.frame),
        border("w:left", look.frame),
        border("w:bottom", look.frame),
        border("w:right", look.frame),
        border("w:insideH", look.grid),
        border("w:insideV", look.grid),
    ];
    let room = |name: &'static str, room: Length| width(name, twips(room));
    let margins = vec![
        room("w:top", look.padding_y),
        room("w:left", look.padding_x),
        room("w:bottom", look.padding_y),
        room("w:right", look.padding_x),
    ];
    Element::new("w:tblPr").around(vec![
        width("w:tblW", twips(grid.width(0, grid.columns()))),
        Element::val("w:jc", "center"),
        Element::new("w:tblBorders").around(borders),
        Element::new("w:tblLayout").with("w:type", "fixed"),
        Element::new("w:tblCellMar").around(margins),
    ])
}

fn row(xml: &mut Xml, grid: &Grid<'_>, at: usize, columns: &[i32], styles: &Styles) {
    let line = &grid.lines[at];
    let mut own = Vec::new();
    own.extend((!line.splits).then(|| Element::new("w:cantSplit")));
    own.extend(
        (line.height_min > Length::ZERO)
            .then(|| Element::val("w:trHeight", twips(line.height_min)).with("w:hRule", "atLeast")),
    );
    own.extend(line.head.then(|| Element::new("w:tblHeader")));
    xml.element("w:tr", &[], |xml| {
        if !own.is_empty() {
            xml.put(&Element::new("w:trPr").around(own));
        }
        for place in &line.cells {
            cell(xml, grid, at, place, columns, styles);
        }
    });
}

fn cell(xml: &mut Xml, grid: &Grid<'_>, at: usize, place: &Place<'_>, columns: &[i32], styles: &Styles) {
    let line = &grid.lines[at];
    let width: i32 = columns[place.column..place.column + place.columns].iter().sum();
    let mut own = vec![Element::new("w:tcW").with("w:w", width).with("w:type", "dxa")];
    own.extend((place.columns > 1).then(|| Element::val("w:gridSpan", place.columns)));
    own.extend(match place.lines {
        0 => Some(Element::new("w:vMerge")),
        1 => None,
        _ => Some(Element::val("w:vMerge", "restart")),
    });
    let borders = borders(grid, at, place);
    own.extend((!borders.is_empty()).then(|| Element::new("w:tcBorders").around(borders)));
    let fill = place.cell.and_then(|cell| cell.fill).or(grid.look.head_fill.filter(|_| line.head));
    own.extend(
        fill.map(|tint| Element::val("w:shd", "clear").with("w:color", "auto").with("w:fill", colour(tint))),
    );
    if line.padding != [grid.look.padding_y; 2] {
        let room = |name, room| Element::new(name).with("w:w", twips(room)).with("w:type", "dxa");
        let margins = vec![room("w:top", line.padding[0]), room("w:bottom", line.padding[1])];
        own.push(Element::new("w:tcMar").around(margins));
    }
    own.push(Element::val(
        "w:vAlign",
        match place.cell.map(|cell| cell.vertical).unwrap_or_default() {
            Vertical::Top => "top",
            Vertical::Middle => "center",
            Vertical::Bottom => "bottom",
        },
    ));
    let keep_with_next = line.keep_with_next;
    xml.element("w:tc", &[], |xml| {
        xml.put(&Element::new("w:tcPr").around(own));
        let paragraphs = place.cell.map_or(&[][..], |cell| &cell.paragraphs);
        for paragraph in paragraphs {
            let around = Around { keep_with_next, in_table: true, ..Around::default() };
            paragraph::write(xml, paragraph, around, styles);
        }
        if paragraphs.is_empty() {
            paragraph::write_empty(xml, keep_with_next, styles);
        }
    });
}

/// The lines around a cell that are not those of its table.
fn borders(grid: &Grid<'_>, at: usize, place: &Place<'_>) -> Vec<Element> {
    let [above, below, left, right] = place.strokes;
    let (first, last) = (at == 0, at + 1 == grid.lines.len());
    let (opens, ends) = (place.column == 0, place.column + place.columns == grid.columns());
    let sides = [
        ("w:top", above, first),
        ("w:left", left, opens),
        ("w:bottom", below, last),
        ("w:right", right, ends),
    ];
    let own = |(name, stroke, outer): (&'static str, Stroke, bool)| {
        let common = if outer { grid.look.frame } else { grid.look.grid };
        (stroke != common).then(|| border(name, stroke))
    };
    sides.into_iter().filter_map(own).collect()
}

/// A line on one side.
pub(crate) fn border(name: &'static str, stroke: Stroke) -> Element {
    if stroke.width <= Length::ZERO {
        return Element::val(name, "nil");
    }
    Element::val(name, if stroke.dashed { "dashed" } else { "single" })
        .with("w:sz", eighths(stroke.width))
        .with("w:space", 0)
        .with("w:color", colour(stroke.tint))
}
