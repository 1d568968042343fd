//! The layout's output: pages of placed marks, the structure tree and the outline.
//!
//! Coordinates run from the upper left corner of the page, x to the right and y downwards. Every placed item says to
//! which node of the structure tree it belongs, or that it is an artifact (repeated head, page number, rule, tint),
//! and from which source it was printed. Left to others: files and drawing.

use std::ops::ControlFlow;

use crate::Length;
use crate::block::SourceId;
use crate::font::FaceId;

/// An RGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tint {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Tint {
    /// Text and rules.
    pub const BLACK: Self = Self::grey(0);

    /// A grey; 0 is black, 255 is white.
    #[must_use]
    pub const fn grey(level: u8) -> Self {
        Self { red: level, green: level, blue: level }
    }

    /// From `0xRRGGBB`.
    #[must_use]
    pub const fn rgb(value: u32) -> Self {
        Self { red: (value >> 16) as u8, green: (value >> 8) as u8, blue: value as u8 }
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stroke {
    /// Thickness; the line is centred on its coordinates. Zero draws none.
    pub width: Length,
    /// Colour.
    pub tint: Tint,
    /// Dashed instead of solid (one width on, two off is up to the drawing).
    pub dashed: bool,
}

impl Stroke {
    /// A solid black line.
    #[must_use]
    pub const fn solid(width: Length) -> Self {
        Self { width, tint: Tint::BLACK, dashed: false }
    }

    /// No line.
    pub const NONE: Self = Self::solid(Length::ZERO);
}

/// A rectangle on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Rect {
    /// Left edge.
    pub x: Length,
    /// Upper edge.
    pub y: Length,
    /// To the right.
    pub width: Length,
    /// Downwards.
    pub height: Length,
}

impl Rect {
    /// Right edge.
    #[must_use]
    pub fn right(&self) -> Length {
        self.x + self.width
    }

    /// Lower edge.
    #[must_use]
    pub fn bottom(&self) -> Length {
        self.y + self.height
    }
}

/// A node of the structure tree; numbers count up from 0 in document order, a parent before its children.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// One node of the structure tree; its children are the nodes that name it, in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// `None` for the document alone.
    pub parent: Option<NodeId>,
    /// What it is.
    pub role: Role,
    /// What it was printed from.
    pub source: Option<SourceId>,
}

/// What a node of the structure tree is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The root.
    Document,
    /// A part with its own sheet.
    Section,
    /// The document's title.
    Title,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph, also in a cell.
    Paragraph,
    /// A table.
    Table,
    /// A row of a table, also the head row.
    TableRow,
    /// The title of a column.
    HeadCell,
    /// A cell; one node also where its text lies on two pages or is printed again.
    Cell {
        /// Rows that it spans.
        rows: u32,
        /// Columns that it spans.
        columns: u32,
    },
}

/// One finished page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// From 0 in the whole document.
    pub index: u32,
    /// The page number printed on it (or that would be).
    pub number: u32,
    /// The page label, as the reader's viewer shows it.
    pub label: String,
    /// Width as it is read.
    pub width: Length,
    /// Height as it is read.
    pub height: Length,
    /// In the order of drawing: fills, then rules, then text; reading order is that of the structure tree.
    pub placed: Vec<Placed>,
}

/// One mark with its belonging.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Node or artifact.
    pub belongs: Belongs,
    /// What it was printed from; also on artifacts that repeat something.
    pub source: Option<SourceId>,
    /// What is drawn.
    pub mark: Mark,
}

/// Whether a mark is content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Belongs {
    /// Content of that node.
    Node(NodeId),
    /// Not content.
    Artifact(Artifact),
}

/// Why a mark is not content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Artifact {
    /// Because of the page: running lines, page numbers, repeated heads, groups and titles.
    Pagination,
    /// Because of the form: rules and tints.
    Layout,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Characters of one face on one line.
    Text(TextRun),
    /// A straight line.
    Rule(Rule),
    /// A filled rectangle.
    Fill(Rect, Tint),
}

/// A straight line, horizontal or vertical.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// From x.
    pub x1: Length,
    /// From y.
    pub y1: Length,
    /// To x.
    pub x2: Length,
    /// To y.
    pub y2: Length,
    /// How it is drawn.
    pub stroke: Stroke,
}

/// Characters of one face and size on one line, each at its own place.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRun {
    /// The run's origin.
    pub x: Length,
    /// The run's origin, on the baseline.
    pub baseline: Length,
    /// The face that has all of its glyphs.
    pub face: FaceId,
    /// Size of type.
    pub size: Length,
    /// The characters.
    pub text: String,
    /// Where each character's glyph begins, along the line from the origin: one for each `char` of `text`. The first may
    /// differ from 0 and a squeezed mark may begin before the end of its neighbour.
    pub offsets: Vec<Length>,
    /// From the origin to where the next run may begin.
    pub width: Length,
    /// Colour.
    pub tint: Tint,
    /// In which direction it is read.
    pub turn: Turn,
}

/// In which direction a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Turn {
    /// To the right.
    #[default]
    Upright,
    /// Turned clockwise by 90 degrees: offsets run downwards from `baseline`, the glyphs' tops face the right.
    Clockwise,
}

/// An entry of the outline with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// 1 is the top level.
    pub level: u8,
    /// As the reader sees it.
    pub title: String,
    /// `Page::index`.
    pub page: u32,
    /// Upper edge of what it leads to.
    pub y: Length,
}

/// Takes the document as it grows, so that nobody must hold all pages at once.
pub trait Sink {
    /// A node; comes before the first page with a mark that belongs to it.
    fn node(&mut self, id: NodeId, node: Node);

    /// An entry of the outline; comes before its page.
    fn outline(&mut self, entry: OutlineEntry);

    /// A finished page; `Break` stops the layout with `LayoutError::Stopped`.
    fn page(&mut self, page: Page) -> ControlFlow<()>;
}

/// The whole document, for those who do hold all pages.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Document {
    /// In order.
    pub pages: Vec<Page>,
    /// The structure tree; a node's id is its place here.
    pub tree: Vec<Node>,
    /// In document order.
    pub outline: Vec<OutlineEntry>,
}

impl Sink for Document {
    fn node(&mut self, _id: NodeId, node: Node) {
        self.tree.push(node);
    }

    fn outline(&mut self, entry: OutlineEntry) {
        self.outline.push(entry);
    }

    fn page(&mut self, page: Page) -> ControlFlow<()> {
        self.pages.push(page);
        ControlFlow::Continue(())
    }
}
