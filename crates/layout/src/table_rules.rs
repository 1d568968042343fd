//! Rules and tints of a table on one page.
//!
//! Lines of one height are drawn as few long rules; the frame is drawn last, when its height is known. Left to others:
//! text.

use crate::Length;
use crate::flow::Flow;
use crate::page::{Rect, Rule, Stroke, Tint};
use crate::table::ColumnPart;
use crate::table_row::Frame;

/// What a horizontal rule ends; it decides over which columns the rule runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    /// A band: only the flow columns.
    Band,
    /// A row: all but the group's columns.
    Row,
    /// A group or the head: all columns.
    Group,
    /// The page: the frame is drawn there.
    Page,
}

/// What must wait until the page is full.
#[derive(Default)]
pub(crate) struct Form {
    /// Horizontal rules; the one that falls on the table's foot gives way to the frame.
    across: Vec<Rule>,
    edges: Vec<Length>,
}

impl Form {
    pub(crate) fn new(frame: &Frame<'_>) -> Self {
        Self { across: Vec::new(), edges: frame.edges.clone() }
    }

    /// Tints a cell of `column` between two heights of the type area.
    pub(crate) fn tint(
        &self,
        tint: Option<Tint>,
        column: usize,
        (top, bottom): (Length, Length),
        flow: &mut Flow<'_, '_>,
    ) {
        if let Some(tint) = tint {
            let (left, right) = (self.edges[column], self.edges[column + 1]);
            let (x, y) = (flow.area.x + left, flow.area.y + top);
            flow.press.fill(Rect { x, y, width: right - left, height: bottom - top }, tint, None);
        }
    }

    /// A horizontal rule over the columns that the edge concerns.
    pub(crate) fn across(
        &mut self,
        frame: &Frame<'_>,
        edge: Edge,
        y: Length,
        stroke: Stroke,
        flow: &Flow<'_, '_>,
    ) {
        let concerned = |part: ColumnPart| match edge {
            Edge::Band => part == ColumnPart::Flow,
            Edge::Row => part != ColumnPart::Group,
            Edge::Group | Edge::Page => true,
        };
        let y = flow.area.y + y;
        let mut open: Option<Rule> = None;
        for (at, column) in frame.table.columns.iter().enumerate() {
            let (left, right) = (flow.area.x + frame.edges[at], flow.area.x + frame.edges[at + 1]);
            match &mut open {
                Some(rule) if concerned(column.part) => rule.x2 = right,
                Some(rule) => {
                    self.across.push(*rule);
                    open = None;
                }
                None if concerned(column.part) => {
                    open = Some(Rule { x1: left, y1: y, x2: right, y2: y, stroke })
                }
                None => {}
            }
        }
        self.across.extend(open);
    }

    /// Draws everything on the page that ends here.
    pub(crate) fn close(&mut self, frame: &Frame<'_>, top: Length, bottom: Length, flow: &mut Flow<'_, '_>) {
        let look = frame.table.look;
        let (top, bottom) = (flow.area.y + top, flow.area.y + bottom);
        for rule in self.across.drain(..).filter(|rule| rule.y1 != bottom) {
            flow.press.rule(rule);
        }
        let last = frame.edges.len() - 1;
        for (at, &edge) in frame.edges.iter().enumerate() {
            let stroke = if at == 0 || at == last { look.frame } else { look.grid };
            let x = flow.area.x + edge;
            flow.press.rule(Rule { x1: x, y1: top, x2: x, y2: bottom, stroke });
        }
        let (x1, x2) = (flow.area.x + frame.edges[0], flow.area.x + frame.edges[last]);
        for y in [top, bottom] {
            flow.press.rule(Rule { x1, y1: y, x2, y2: y, stroke: look.frame });
        }
    }
}
