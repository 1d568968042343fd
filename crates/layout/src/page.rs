//! The layout's output: pages of placed marks, the structure tree and the outline.
//!
//! Coordinates run from the upper left corner of the page, x to the right and y downwards. Every placed item says to
//! which node of the structure tree it belongs, or that it is an artifact (repeated head, page number, rule, tint),
//! and from which source it was printed. Left to others: files and drawing.

mod mark;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::Length;
use crate::block::{AnchorId, SourceId};
use crate::error::LayoutError;

pub use mark::{Mark, PlacedForeign, PlacedImage, Rect, Rule, Stroke, TextRun, Tint, Turn};

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
    /// Text of a paragraph that leads elsewhere.
    Link,
    /// A picture or a page of another file.
    Figure,
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
    /// In the order of drawing: fills, then pictures, then rules, then text; reading order is that of the structure tree.
    pub placed: Vec<Placed>,
    /// What of it leads elsewhere, in the order of drawing.
    pub links: Vec<PlacedLink>,
}

/// A stretch of one line that leads elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedLink {
    /// The node of its text, of role `Link`.
    pub node: NodeId,
    /// Where it leads.
    pub to: AnchorId,
    /// Around its text.
    pub rect: Rect,
    /// Its text.
    pub text: String,
}

/// Where an anchor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnchorPlace {
    /// `Page::index`.
    pub page: u32,
    /// Its upper edge.
    pub y: Length,
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

    /// A place that links lead to; comes before its page, and after pages whose links lead forward to it. Who asks nothing
    /// of links needs none.
    fn anchor(&mut self, _id: AnchorId, _place: AnchorPlace) {}

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
    /// Where links lead.
    pub anchors: BTreeMap<AnchorId, AnchorPlace>,
}

impl Document {
    /// Hands everything to a sink, as the layout does.
    ///
    /// # Errors
    /// [`LayoutError::Stopped`] where the sink stops it.
    pub fn hand_to(&self, sink: &mut dyn Sink) -> Result<(), LayoutError> {
        for (id, node) in (0..).zip(&self.tree) {
            sink.node(NodeId(id), *node);
        }
        self.outline.iter().for_each(|entry| sink.outline(entry.clone()));
        self.anchors.iter().for_each(|(id, place)| sink.anchor(*id, *place));
        let pages = self.pages.iter();
        let stopped = pages.map(|page| sink.page(page.clone())).any(|answer| answer.is_break());
        if stopped { Err(LayoutError::Stopped) } else { Ok(()) }
    }
}

impl Sink for Document {
    fn node(&mut self, _id: NodeId, node: Node) {
        self.tree.push(node);
    }

    fn outline(&mut self, entry: OutlineEntry) {
        self.outline.push(entry);
    }

    fn anchor(&mut self, id: AnchorId, place: AnchorPlace) {
        self.anchors.insert(id, place);
    }

    fn page(&mut self, page: Page) -> ControlFlow<()> {
        self.pages.push(page);
        ControlFlow::Continue(())
    }
}
