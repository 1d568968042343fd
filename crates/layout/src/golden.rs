//! A page as readable lines, for golden files.
//!
//! One line a mark: what it belongs to, where it stands, what it is. Left to others: comparing.

use std::fmt::Write;

use crate::page::{Artifact, Belongs, Document, Mark, NodeId, Page, Placed, Rect, Role, Turn};

/// The page as lines of placed items, in the order of drawing, then its links.
#[must_use]
pub fn page_as_lines(page: &Page) -> String {
    let mut out = format!("page {} {}x{}\n", page.label, page.width, page.height);
    for placed in &page.placed {
        let _ = writeln!(out, "{} {}", belonging(placed), mark(&placed.mark));
    }
    for link in &page.links {
        let (NodeId(node), to) = (link.node, link.to.0);
        let _ = writeln!(out, "n{node} link {} to a{to} {:?}", extent(&link.rect), link.text);
    }
    out
}

/// The structure tree, the outline and the anchors as indented lines.
#[must_use]
pub fn tree_as_lines(document: &Document) -> String {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); document.tree.len()];
    let mut roots = Vec::new();
    for (at, node) in document.tree.iter().enumerate() {
        match node.parent {
            Some(NodeId(parent)) => children[parent as usize].push(at),
            None => roots.push(at),
        }
    }
    let mut out = String::new();
    let mut open: Vec<(usize, usize)> = roots.into_iter().rev().map(|at| (at, 0)).collect();
    while let Some((at, depth)) = open.pop() {
        let source = document.tree[at].source.map_or(String::new(), |source| format!(" s{}", source.0));
        let _ =
            writeln!(out, "{:depth$}n{at} {}{source}", "", role(document.tree[at].role), depth = depth * 2);
        open.extend(children[at].iter().rev().map(|&child| (child, depth + 1)));
    }
    for entry in &document.outline {
        let _ = writeln!(out, "outline {} {:?} page {} y {}", entry.level, entry.title, entry.page, entry.y);
    }
    for (anchor, place) in &document.anchors {
        let _ = writeln!(out, "anchor a{} page {} y {}", anchor.0, place.page, place.y);
    }
    out
}

fn role(role: Role) -> String {
    match role {
        Role::Heading(level) => format!("Heading {level}"),
        Role::Cell { rows: 1, columns: 1 } => "Cell".to_owned(),
        Role::Cell { rows, columns } => format!("Cell {rows}x{columns}"),
        other => format!("{other:?}"),
    }
}

fn belonging(placed: &Placed) -> String {
    let belongs = match placed.belongs {
        Belongs::Node(NodeId(node)) => format!("n{node}"),
        Belongs::Artifact(Artifact::Pagination) => "pagination".to_owned(),
        Belongs::Artifact(Artifact::Layout) => "layout".to_owned(),
    };
    placed.source.map_or(belongs.clone(), |source| format!("{belongs} s{}", source.0))
}

fn mark(mark: &Mark) -> String {
    match mark {
        Mark::Text(run) => {
            let turn = if run.turn == Turn::Clockwise { " turned" } else { "" };
            let (x, y, width) = (run.x, run.baseline, run.width);
            format!("text {x} {y} w{width} f{} {}{turn} {:?}", run.face.0, run.size, run.text)
        }
        Mark::Rule(rule) => {
            let dashed = if rule.stroke.dashed { " dashed" } else { "" };
            format!("rule {} {} - {} {} {}{dashed}", rule.x1, rule.y1, rule.x2, rule.y2, rule.stroke.width)
        }
        Mark::Fill(rect, tint) => {
            format!("fill {} #{:02x}{:02x}{:02x}", extent(rect), tint.red, tint.green, tint.blue)
        }
        Mark::Image(image) => {
            format!("image {} i{} {:?}", extent(&image.rect), image.image.0, image.alternative)
        }
        Mark::Foreign(foreign) => {
            let (file, page) = (foreign.file.0, foreign.page);
            format!("foreign {} file{file} page{page} {:?}", extent(&foreign.rect), foreign.alternative)
        }
    }
}

fn extent(rect: &Rect) -> String {
    format!("{} {} {}x{}", rect.x, rect.y, rect.width, rect.height)
}
