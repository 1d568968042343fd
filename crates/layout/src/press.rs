//! The page in making and the structure tree: the only place where pages and nodes get their numbers.
//!
//! Left to others: what stands on the page (`flow`, `table_flow`) and around the type area (`running`).

use std::ops::ControlFlow;

use crate::Length;
use crate::block::{AnchorId, OutlineLabel, Paragraph, ParagraphRole, SourceId, Span};
use crate::error::LayoutError;
use crate::font::Metrics;
use crate::links::Links;
use crate::page::{
    AnchorPlace, Artifact, Belongs, Mark, Node, NodeId, OutlineEntry, Page, Placed, Rect, Role, Rule, Sink,
    Tint,
};
use crate::running;
use crate::sheet::Sheet;

const FORM: Belongs = Belongs::Artifact(Artifact::Layout);

/// Makes pages one after another and hands each out when it is finished.
pub(crate) struct Press<'a> {
    sink: &'a mut dyn Sink,
    pub(crate) metrics: &'a dyn Metrics,
    next_node: u32,
    next_index: u32,
    next_number: u32,
    /// The sheet and number of the page in making.
    open: Option<(&'a Sheet, u32)>,
    /// Its marks by kind, so that tints lie under rules and rules under text; emptied with each page.
    fills: Vec<Placed>,
    /// Pictures and pages of other files.
    pub(crate) pictures: Vec<Placed>,
    rules: Vec<Placed>,
    /// The text runs of the page in making.
    pub(crate) texts: Vec<Placed>,
    /// The outline's entries of the page in making: a group is drawn after its rows and yet leads them.
    outlines: Vec<OutlineEntry>,
    links: Links,
}

/// The nodes of a paragraph: its own, and one for each link in it.
#[derive(Clone, Debug)]
pub(crate) struct ParagraphNodes {
    node: NodeId,
    /// One for each span; none at all where no span is a link.
    links: Vec<Option<NodeId>>,
}

impl ParagraphNodes {
    /// To what a span's text belongs.
    fn of_span(&self, span: u16) -> Belongs {
        Belongs::Node(self.links.get(usize::from(span)).copied().flatten().unwrap_or(self.node))
    }
}

/// To what drawn lines belong.
#[derive(Clone, Copy)]
pub(crate) enum Owner<'n> {
    /// To the paragraph and its links.
    Content(&'n ParagraphNodes),
    /// To nothing: the page is why they are there.
    Repetition,
}

impl Owner<'_> {
    pub(crate) fn of_span(self, span: u16) -> Belongs {
        match self {
            Self::Content(nodes) => nodes.of_span(span),
            Self::Repetition => Belongs::Artifact(Artifact::Pagination),
        }
    }
}

impl<'a> Press<'a> {
    pub(crate) fn new(sink: &'a mut dyn Sink, metrics: &'a dyn Metrics) -> Self {
        let (fills, pictures, rules, texts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (outlines, links) = (Vec::new(), Links::default());
        Self {
            sink,
            metrics,
            next_node: 0,
            next_index: 0,
            next_number: 1,
            open: None,
            fills,
            pictures,
            rules,
            texts,
            outlines,
            links,
        }
    }

    /// The next page gets this number.
    pub(crate) fn number_from(&mut self, number: u32) {
        self.next_number = number;
    }

    /// A new node of the tree.
    pub(crate) fn node(&mut self, parent: Option<NodeId>, role: Role, source: Option<SourceId>) -> NodeId {
        let id = NodeId(self.next_node);
        self.next_node += 1;
        self.sink.node(id, Node { parent, role, source });
        id
    }

    /// The nodes of a paragraph.
    pub(crate) fn paragraph_nodes(&mut self, parent: NodeId, paragraph: &Paragraph) -> ParagraphNodes {
        let role = match paragraph.role {
            ParagraphRole::Title => Role::Title,
            ParagraphRole::Heading(level) => Role::Heading(level),
            ParagraphRole::Body => Role::Paragraph,
        };
        let node = self.node(Some(parent), role, paragraph.source);
        let mut links = Vec::new();
        if paragraph.spans.iter().any(|span| span.link.is_some()) {
            for stretch in paragraph.spans.chunk_by(|a, b| a.link == b.link) {
                let link = stretch[0].link.map(|to| self.link_node(node, to, stretch, paragraph.source));
                links.extend(stretch.iter().map(|_| link));
            }
        }
        ParagraphNodes { node, links }
    }

    fn link_node(
        &mut self,
        parent: NodeId,
        to: AnchorId,
        spans: &[Span],
        source: Option<SourceId>,
    ) -> NodeId {
        let node = self.node(Some(parent), Role::Link, source);
        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
        self.links.add(node, to, &text);
        node
    }

    /// Begins a page; returns its type area.
    pub(crate) fn begin(&mut self, sheet: &'a Sheet) -> Rect {
        let number = self.next_number;
        self.open = Some((sheet, number));
        self.next_number += 1;
        self.next_index += 1;
        sheet.type_area(number)
    }

    /// Finishes the page and hands it out.
    pub(crate) fn finish(&mut self) -> Result<(), LayoutError> {
        let Some((sheet, number)) = self.open.take() else { return Ok(()) };
        running::draw(sheet, number, self.metrics, &mut self.rules, &mut self.texts)?;
        let (width, height) = sheet.page_size();
        let links = self.links.on_page(&self.texts);
        let kinds = [&mut self.fills, &mut self.pictures, &mut self.rules, &mut self.texts];
        let mut placed = Vec::with_capacity(kinds.iter().map(|kind| kind.len()).sum());
        for kind in kinds {
            placed.append(kind);
        }
        self.outlines.sort_by_key(|entry| (entry.y, entry.level));
        self.outlines.drain(..).for_each(|entry| self.sink.outline(entry));
        let (index, label) = (self.next_index - 1, number.to_string());
        match self.sink.page(Page { index, number, label, width, height, placed, links }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(LayoutError::Stopped),
        }
    }

    /// What leads to a paragraph leads to this height of the page in making.
    pub(crate) fn leads(&mut self, paragraph: &Paragraph, y: Length) {
        if let Some(OutlineLabel { level, title }) = &paragraph.outline {
            let page = self.next_index.saturating_sub(1);
            self.outlines.push(OutlineEntry { level: *level, title: title.clone(), page, y });
        }
        self.anchor(paragraph.anchor, y);
    }

    /// A place of the page in making that links lead to.
    pub(crate) fn anchor(&mut self, anchor: Option<AnchorId>, y: Length) {
        if let Some(anchor) = anchor {
            self.sink.anchor(anchor, AnchorPlace { page: self.next_index.saturating_sub(1), y });
        }
    }

    /// Draws a line of the form; one without width is none.
    pub(crate) fn rule(&mut self, rule: Rule) {
        if rule.stroke.width > Length::ZERO {
            self.rules.push(Placed { belongs: FORM, source: None, mark: Mark::Rule(rule) });
        }
    }

    /// Tints a rectangle.
    pub(crate) fn fill(&mut self, rect: Rect, tint: Tint, source: Option<SourceId>) {
        self.fills.push(Placed { belongs: FORM, source, mark: Mark::Fill(rect, tint) });
    }
}
