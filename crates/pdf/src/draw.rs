//! The display list: what one page's marks become as drawing operators, with marked content for the structure tree.
//!
//! Takes positions as the layout gives them and turns y round. Left to others: fonts' bytes and all that lies outside
//! the pages' content streams.

use layout::Length;
use layout::font::FaceId;
use layout::page::{Artifact, Belongs, Mark, NodeId, Page, Placed, Rect, Rule, TextRun, Tint, Turn};
use printpdf::{
    Color, CurTransMat, DictItem, FontId, Greyscale, Line, LineDashPattern, LinePoint, Op, PaintMode,
    PdfFontHandle, PdfPage, Point, Pt, Rgb, TextItem, TextMatrix, XObjectId, XObjectTransform,
};

use crate::PdfError;
use crate::figure::{DrawnFigure, figure, foreign_name, image_name};
use crate::font::FontLibrary;

/// A glyph this much off its place stays there: 1/200 pt is under 2 µm, and a kerning number costs eight bytes.
const SLACK_THOUSANDTHS: i32 = 5;

/// A page as operators, and what its marked contents belong to.
pub(crate) struct DrawnPage {
    pub(crate) page: PdfPage,
    /// The node of each marked content, by its number (MCID) on the page.
    pub(crate) contents: Vec<NodeId>,
    /// What the page calls by name, and what is said of it.
    pub(crate) figures: Vec<DrawnFigure>,
    /// The sheet stands upright and the viewer turns it: so a landscape page leaves every printer with its head at
    /// the sheet's left edge.
    pub(crate) turned: bool,
}

/// The name by which content streams call a face.
pub(crate) fn font_id(face: FaceId) -> FontId {
    FontId(format!("Face{}", face.0))
}

/// Draws one page.
///
/// # Errors
/// A face that is not there, or a run whose offsets do not fit its text.
pub(crate) fn page(page: &Page, fonts: &FontLibrary) -> Result<DrawnPage, PdfError> {
    let turned = page.width > page.height;
    let mut pen = Pen { height: page.height, page: page.index + 1, ..Pen::new(fonts) };
    if turned {
        let matrix = CurTransMat::Raw([0.0, 1.0, -1.0, 0.0, points(page.height), 0.0]);
        pen.ops.push(Op::SetTransformationMatrix { matrix });
    }
    for placed in &page.placed {
        pen.place(placed)?;
        pen.figures.extend(figure(page, placed));
    }
    pen.close();
    let (width, height) = if turned { (page.height, page.width) } else { (page.width, page.height) };
    let sheet = printpdf::Rect {
        x: Pt(0.0),
        y: Pt(0.0),
        width: Pt(points(width)),
        height: Pt(points(height)),
        mode: None,
        winding_order: None,
    };
    let page = PdfPage { media_box: sheet.clone(), trim_box: sheet.clone(), crop_box: sheet, ops: pen.ops };
    Ok(DrawnPage { page, contents: pen.contents, figures: pen.figures, turned })
}

/// Draws marks one after another and says only what changes between them.
struct Pen<'a> {
    fonts: &'a FontLibrary,
    ops: Vec<Op>,
    contents: Vec<NodeId>,
    figures: Vec<DrawnFigure>,
    height: Length,
    /// From 1, for errors.
    page: u32,
    /// What the open marked content belongs to.
    open: Option<Belongs>,
    in_text: bool,
    fill: Option<Tint>,
    stroke: Option<layout::page::Stroke>,
    font: Option<(FaceId, Length)>,
}

impl<'a> Pen<'a> {
    fn new(fonts: &'a FontLibrary) -> Self {
        Self {
            fonts,
            ops: Vec::new(),
            contents: Vec::new(),
            figures: Vec::new(),
            height: Length::ZERO,
            page: 1,
            open: None,
            in_text: false,
            fill: None,
            stroke: None,
            font: None,
        }
    }

    fn place(&mut self, placed: &Placed) -> Result<(), PdfError> {
        if self.open != Some(placed.belongs) {
            self.close();
            self.open(placed.belongs);
        }
        match &placed.mark {
            Mark::Text(run) => self.text(run)?,
            Mark::Rule(rule) => self.rule(rule),
            Mark::Fill(rect, tint) => self.fill(*rect, *tint),
            Mark::Image(placed) => self.drawing(image_name(placed.image), placed.rect),
            Mark::Foreign(placed) => self.drawing(foreign_name(placed.file, placed.page), placed.rect),
        }
        Ok(())
    }

    fn open(&mut self, belongs: Belongs) {
        let (tag, key, value) = match belongs {
            Belongs::Node(node) => {
                let number = self.contents.len();
                self.contents.push(node);
                // The real tag stands in the structure tree; here any will do.
                ("P", "MCID", DictItem::Int(i64::try_from(number).unwrap_or(i64::MAX)))
            }
            Belongs::Artifact(Artifact::Pagination) => {
                ("Artifact", "Type", DictItem::Name(b"Pagination".to_vec()))
            }
            Belongs::Artifact(Artifact::Layout) => ("Artifact", "Type", DictItem::Name(b"Layout".to_vec())),
        };
        let properties = DictItem::Dict { map: [(key.to_owned(), value)].into() };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
        self.open = Some(belongs);
    }

    fn close(&mut self) {
        self.end_text();
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn end_text(&mut self) {
        if self.in_text {
            self.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
    }

    fn set_fill(&mut self, tint: Tint) {
        if self.fill != Some(tint) {
            self.ops.push(Op::SetFillColor { col: color(tint) });
            self.fill = Some(tint);
        }
    }

    fn text(&mut self, run: &TextRun) -> Result<(), PdfError> {
        if run.text.is_empty() {
            return Ok(());
        }
        self.set_fill(run.tint);
        if !self.in_text {
            self.ops.push(Op::StartTextSection);
            self.in_text = true;
        }
        if self.font != Some((run.face, run.size)) {
            let font = PdfFontHandle::External(font_id(run.face));
            self.ops.push(Op::SetFont { font, size: Pt(points(run.size)) });
            self.font = Some((run.face, run.size));
        }
        let first = run.offsets.first().copied().unwrap_or_default();
        let matrix = match run.turn {
            Turn::Upright => [1.0, 0.0, 0.0, 1.0, points(run.x + first), self.y(run.baseline)],
            Turn::Clockwise => [0.0, -1.0, 1.0, 0.0, points(run.x), self.y(run.baseline + first)],
        };
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw(matrix) });
        let items = self.items(run)?;
        self.ops.push(Op::ShowText { items });
        Ok(())
    }

    /// The run's characters, with a kerning number wherever a glyph must not stand at its neighbour's natural end.
    fn items(&self, run: &TextRun) -> Result<Vec<TextItem>, PdfError> {
        let face =
            self.fonts.face(run.face).ok_or(PdfError::UnknownFace { face: run.face.0, page: self.page })?;
        if run.offsets.len() != run.text.chars().count() {
            return Err(PdfError::OffsetCount { offsets: run.offsets.len(), text: run.text.clone() });
        }
        let mut items = Vec::new();
        let mut piece = String::new();
        // Where the pen stands by itself, in millionths of a point from the origin.
        let size = i64::from(run.size.0.max(1));
        let mut pen = run.offsets.first().map_or(0, |first| i64::from(first.0) * 1000);
        for (character, offset) in run.text.chars().zip(&run.offsets) {
            let off = i64::from(offset.0) * 1000 - pen;
            if off.abs() >= i64::from(SLACK_THOUSANDTHS) * 1000 {
                if !piece.is_empty() {
                    items.push(TextItem::Text(std::mem::take(&mut piece)));
                }
                // Thousandths of an em in tenths: a finer number would move nothing by a printer's dot.
                let tenths = -(off * 10 / size);
                items.push(TextItem::Offset(tenths as f32 / 10.0));
                pen -= tenths * size / 10;
            }
            piece.push(character);
            let advance = face.glyph(character).map_or(0, |glyph| face.advance(glyph));
            pen += i64::from(advance) * size;
        }
        items.push(TextItem::Text(piece));
        Ok(items)
    }

    fn rule(&mut self, rule: &Rule) {
        let stroke = rule.stroke;
        if stroke.width <= Length::ZERO {
            return;
        }
        self.end_text();
        let before = self.stroke.replace(stroke);
        if before.map(|before| before.tint) != Some(stroke.tint) {
            self.ops.push(Op::SetOutlineColor { col: color(stroke.tint) });
        }
        if before.map(|before| before.width) != Some(stroke.width) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(points(stroke.width)) });
        }
        let dash = |stroke: layout::page::Stroke| stroke.dashed.then_some(stroke.width);
        if before.and_then(dash) != dash(stroke) {
            let width = points(stroke.width);
            let dash = if stroke.dashed {
                LineDashPattern::new(0.0, &[width, 2.0 * width])
            } else {
                LineDashPattern::solid()
            };
            self.ops.push(Op::SetLineDashPattern { dash });
        }
        let point = |x: Length, y: f32| LinePoint { p: Point { x: Pt(points(x)), y: Pt(y) }, bezier: false };
        let ends = vec![point(rule.x1, self.y(rule.y1)), point(rule.x2, self.y(rule.y2))];
        self.ops.push(Op::DrawLine { line: Line { points: ends, is_closed: false } });
    }

    fn fill(&mut self, rect: Rect, tint: Tint) {
        self.end_text();
        self.set_fill(tint);
        let rectangle = printpdf::Rect {
            x: Pt(points(rect.x)),
            y: Pt(self.y(rect.bottom())),
            width: Pt(points(rect.width)),
            height: Pt(points(rect.height)),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    /// Calls a drawing that fills a square of one by one.
    fn drawing(&mut self, name: String, rect: Rect) {
        self.end_text();
        let transform = XObjectTransform {
            translate_x: Some(Pt(points(rect.x))),
            translate_y: Some(Pt(self.y(rect.bottom()))),
            scale_x: Some(points(rect.width)),
            scale_y: Some(points(rect.height)),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.ops.push(Op::UseXobject { id: XObjectId(name), transform });
    }

    /// Upwards from the lower edge, as PDF wants it.
    fn y(&self, downwards: Length) -> f32 {
        points(self.height - downwards)
    }
}

/// In points; a sheet's lengths have at most seven digits, which is what a single holds.
pub(crate) fn points(length: Length) -> f32 {
    length.to_pt() as f32
}

fn color(tint: Tint) -> Color {
    let part = |level: u8| (f32::from(level) / 255.0 * 1000.0).round() / 1000.0;
    if tint.red == tint.green && tint.green == tint.blue {
        return Color::Greyscale(Greyscale::new(part(tint.red), None));
    }
    Color::Rgb(Rgb::new(part(tint.red), part(tint.green), part(tint.blue), None))
}
