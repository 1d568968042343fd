//! Pictures in rows over their captions: a table without lines, as who goes on writing would make it.

use std::collections::BTreeMap;

use layout::Length;
use layout::figure::{Extent, Figure, Figures, ImageId};

use super::paragraph::{self, Around};
use super::styles::Styles;
use crate::measure::{emu, twips};
use crate::xml::{Element, Xml};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const IN_WORD: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

/// The pictures that a body shows, numbered as they come: each is in the file once, however often it is shown.
#[derive(Debug, Default)]
pub(crate) struct Media {
    numbers: BTreeMap<ImageId, usize>,
    /// How many drawings there are: each has a number of its own.
    drawn: usize,
}

impl Media {
    /// The pictures with their numbers.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = (ImageId, usize)> {
        self.numbers.iter().map(|(image, number)| (*image, *number))
    }

    fn number(&mut self, image: ImageId) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(image).or_insert(next)
    }
}

/// What the document's part calls a picture.
pub(crate) fn id(number: usize) -> String {
    format!("rpicture{number}")
}

/// Where a picture is, from the document's part.
pub(crate) fn target(number: usize) -> String {
    format!("media/picture{number}.jpeg")
}

/// Writes the rows.
pub(crate) fn write(xml: &mut Xml, figures: &Figures, styles: &Styles, media: &mut Media) {
    let columns = usize::from(figures.columns.max(1));
    let width = twips(figures.frame.width + figures.gap_x);
    xml.element("w:tbl", &[], |xml| {
        xml.put(&properties(figures, width * columns as i32));
        let column = || Element::new("w:gridCol").with("w:w", width);
        xml.put(&Element::new("w:tblGrid").around((0..columns).map(|_| column()).collect()));
        for row in figures.figures.chunks(columns) {
            xml.element("w:tr", &[], |xml| {
                xml.put(&Element::new("w:trPr").around(vec![Element::new("w:cantSplit")]));
                for at in 0..columns {
                    cell(xml, row.get(at), figures, width, styles, media);
                }
            });
        }
    });
}

fn properties(figures: &Figures, width: i32) -> Element {
    let room = |name: &'static str, width: i32| Element::new(name).with("w:w", width).with("w:type", "dxa");
    let side = twips(figures.gap_x) / 2;
    let margins = vec![
        room("w:top", 0),
        room("w:left", side),
        room("w:bottom", twips(figures.gap_y)),
        room("w:right", side),
    ];
    Element::new("w:tblPr").around(vec![
        room("w:tblW", width),
        Element::val("w:jc", "center"),
        Element::new("w:tblLayout").with("w:type", "fixed"),
        Element::new("w:tblCellMar").around(margins),
    ])
}

fn cell(
    xml: &mut Xml,
    figure: Option<&Figure>,
    figures: &Figures,
    width: i32,
    styles: &Styles,
    media: &mut Media,
) {
    xml.element("w:tc", &[], |xml| {
        let own = vec![
            Element::new("w:tcW").with("w:w", width).with("w:type", "dxa"),
            Element::val("w:vAlign", "bottom"),
        ];
        xml.put(&Element::new("w:tcPr").around(own));
        let Some(figure) = figure else { return paragraph::write_empty(xml, false, styles) };
        picture(xml, figure, figures, media);
        for (at, caption) in figure.caption.iter().enumerate() {
            let keep_with_next = at + 1 < figure.caption.len();
            paragraph::write(
                xml,
                caption,
                Around { keep_with_next, in_table: true, ..Around::default() },
                styles,
            );
        }
    });
}

/// A paragraph of one picture, as large as on the printed page.
fn picture(xml: &mut Xml, figure: &Figure, figures: &Figures, media: &mut Media) {
    let number = media.number(figure.image);
    media.drawn += 1;
    let Extent { width, height } = figure.pixels.printed_in(figures.frame);
    let extent = |name| Element::new(name).with("cx", emu(width)).with("cy", emu(height));
    let fill = Element::new("pic:blipFill").around(vec![
        Element::new("a:blip").with("r:embed", id(number)),
        Element::new("a:stretch").around(vec![Element::new("a:fillRect")]),
    ]);
    let place =
        Element::new("a:xfrm").around(vec![Element::new("a:off").with("x", 0).with("y", 0), extent("a:ext")]);
    let shape = Element::new("a:prstGeom").with("prst", "rect").around(vec![Element::new("a:avLst")]);
    let about = [("id", media.drawn.to_string()), ("name", format!("picture{number}.jpeg"))];
    let named =
        |name| about.iter().fold(Element::new(name), |element, (key, value)| element.with(key, value));
    let picture = Element::new("pic:pic").with("xmlns:pic", PICTURE).around(vec![
        Element::new("pic:nvPicPr").around(vec![named("pic:cNvPr"), Element::new("pic:cNvPicPr")]),
        fill,
        Element::new("pic:spPr").around(vec![place, shape]),
    ]);
    let data = Element::new("a:graphicData").with("uri", PICTURE).around(vec![picture]);
    // Readers put room around a picture where nothing says that there is none.
    let alone = ["distT", "distB", "distL", "distR"];
    let inline = alone.iter().fold(Element::new("wp:inline"), |element, side| element.with(side, 0));
    let inline = inline.with("xmlns:wp", IN_WORD).around(vec![
        extent("wp:extent"),
        named("wp:docPr").with("descr", &figure.alternative),
        Element::new("a:graphic").with("xmlns:a", DRAWING).around(vec![data]),
    ]);
    let spacing = Element::new("w:spacing").with("w:before", 0).with("w:after", 0);
    let centred = vec![
        Element::switch("w:keepNext", true),
        // A line as high as what stands in it: an exact one would show a strip of the picture.
        spacing.with("w:line", 240).with("w:lineRule", "auto"),
        paragraph::indents(Length::ZERO, Length::ZERO, Length::ZERO, 1),
        Element::val("w:jc", "center"),
    ];
    xml.element("w:p", &[], |xml| {
        xml.put(&Element::new("w:pPr").around(centred));
        xml.element("w:r", &[], |xml| xml.put(&Element::new("w:drawing").around(vec![inline])));
    });
}
