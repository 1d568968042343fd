//! Links: whose text they are, where it stands on a page, and whether each leads somewhere.
//!
//! Left to others: where anchors stand (whoever places what has them), what is drawn.

use std::collections::BTreeSet;

use crate::Length;
use crate::block::{AnchorId, Manuscript, Paragraph};
use crate::character::is_invisible;
use crate::error::{LayoutError, Place};
use crate::figure::Figure;
use crate::page::{Belongs, Mark, NodeId, Placed, PlacedLink, Rect, TextRun};
use crate::walk::{self, Visitor};

/// The links of the document so far.
#[derive(Debug, Default)]
pub(crate) struct Links {
    /// By node, which count up.
    links: Vec<(NodeId, AnchorId, String)>,
}

impl Links {
    pub(crate) fn add(&mut self, node: NodeId, to: AnchorId, text: &str) {
        self.links.push((node, to, text.chars().filter(|&c| !is_invisible(c)).collect()));
    }

    /// Where links stand among these marks: a rectangle for each line.
    pub(crate) fn on_page(&self, texts: &[Placed]) -> Vec<PlacedLink> {
        let mut found: Vec<PlacedLink> = Vec::new();
        if self.links.is_empty() {
            return found;
        }
        let mut before: Option<(NodeId, Length)> = None;
        for placed in texts {
            let (Belongs::Node(node), Mark::Text(run)) = (placed.belongs, &placed.mark) else { continue };
            let Ok(at) = self.links.binary_search_by_key(&node, |(node, ..)| *node) else { continue };
            let rect = around(run);
            match found.last_mut() {
                Some(link) if before == Some((node, run.baseline)) => link.rect = link.rect.around(rect),
                _ => {
                    let (_, to, text) = &self.links[at];
                    found.push(PlacedLink { node, to: *to, rect, text: text.clone() });
                }
            }
            before = Some((node, run.baseline));
        }
        found
    }
}

/// The run's em boxes.
fn around(run: &TextRun) -> Rect {
    let ascent = run.size.thousandths(880);
    Rect { x: run.x, y: run.baseline - ascent, width: run.width, height: run.size }
}

/// Refuses a link that leads nowhere and an anchor that two places have.
pub(crate) fn check(manuscript: &Manuscript) -> Result<(), LayoutError> {
    let mut found = Found::default();
    manuscript.sections.iter().for_each(|section| walk::blocks(&section.blocks, &mut found));
    if let Some(anchor) = found.twice {
        return Err(LayoutError::AnchorTwice { anchor });
    }
    let lost = |(to, _): &&(AnchorId, &Paragraph)| !found.anchors.contains(to);
    match found.links.iter().find(lost) {
        Some(&(anchor, paragraph)) => {
            let place = Place::within(paragraph.source, &paragraph.text(), 0);
            Err(LayoutError::UnknownAnchor { anchor, place })
        }
        None => Ok(()),
    }
}

/// What a manuscript's paragraphs and pictures say of links.
#[derive(Default)]
struct Found<'a> {
    anchors: BTreeSet<AnchorId>,
    links: Vec<(AnchorId, &'a Paragraph)>,
    twice: Option<AnchorId>,
}

impl Found<'_> {
    fn anchor(&mut self, anchor: Option<AnchorId>) {
        let known = |anchor: &AnchorId| !self.anchors.insert(*anchor);
        self.twice = self.twice.or(anchor.filter(known));
    }
}

impl<'a> Visitor<'a> for Found<'a> {
    fn paragraph(&mut self, paragraph: &'a Paragraph) {
        self.anchor(paragraph.anchor);
        let links = paragraph.spans.iter().filter_map(|span| span.link);
        self.links.extend(links.map(|to| (to, paragraph)));
    }

    fn figure(&mut self, figure: &'a Figure) {
        self.anchor(figure.anchor);
    }
}
