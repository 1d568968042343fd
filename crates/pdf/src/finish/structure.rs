//! The structure tree: what is a heading, a table, a cell, for those who do not see the page.
//!
//! Nodes come from the layout in document order. A node's own marked contents may lie on several pages: a cell that
//! was split, or whose paragraph flows on, stays one element. A link stands between the words around it. A long report
//! has half a million elements: each is written as it is made, and its children are held as numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use layout::page::{Node, NodeId, Role};
use lopdf::{Dictionary, Object, ObjectId};

use super::links::Annotation;
use super::{PlacedPage, dictionary, name, text};
use crate::PdfError;
use crate::figure::DrawnFigure;
use crate::serial::Serial;

/// A child of an element.
#[derive(Clone, Copy)]
enum Kid {
    /// That marked content of that page.
    Content {
        page: u32,
        number: u32,
    },
    Element(NodeId),
    /// In the list of annotations.
    Annotation(u32),
}

/// Writes the tree and gives the catalogue's entry.
///
/// # Errors
/// A tree that does not hold together.
pub(super) fn write(
    serial: &mut Serial<'_>,
    tree: &[Node],
    pages: &[PlacedPage],
    links: &[Annotation],
) -> Result<Object, PdfError> {
    let kids = kids(tree, pages, links)?;
    let root = serial.reserve();
    let (first, _) = serial.reserve_many(tree.len());
    let element = |node: NodeId| (first + node.0, 0);
    let figures = figures(pages);
    let mut top = Vec::new();
    let mut levels = HeadingLevels::of(tree);
    let mut rest = kids.as_slice();
    for (index, node) in tree.iter().enumerate() {
        let id = NodeId(index as u32);
        let parent = match node.parent {
            Some(parent) => element(parent),
            None => {
                top.push(Object::Reference(element(id)));
                root
            }
        };
        let mut entry =
            dictionary([("S", name(&kind(node.role, &mut levels))), ("P", Object::Reference(parent))]);
        if let Some(attributes) = attributes(node.role) {
            entry.set("A", Object::Dictionary(attributes));
        }
        if let Some(figure) = figures.get(&id) {
            entry.set("Alt", text(&figure.alternative));
            entry.set("A", Object::Dictionary(layout_attributes(figure)));
        }
        let (own, others) = rest.split_at(rest.partition_point(|(of, _)| *of == id));
        rest = others;
        let mut own: Vec<_> = own.iter().map(|(_, kid)| child(*kid, pages, links, element)).collect();
        if own.len() == 1 {
            entry.set("K", own.swap_remove(0));
        } else if !own.is_empty() {
            entry.set("K", Object::Array(own));
        }
        serial.object(element(id), &Object::Dictionary(entry))?;
    }
    let parent_tree = parent_tree(serial, pages, links, element)?;
    let next = i64::try_from(pages.len() + links.len()).unwrap_or(i64::MAX);
    let tree_root = dictionary([
        ("Type", name("StructTreeRoot")),
        ("K", Object::Array(top)),
        ("ParentTree", Object::Reference(parent_tree)),
        ("ParentTreeNextKey", Object::Integer(next)),
    ]);
    serial.object(root, &Object::Dictionary(tree_root))?;
    Ok(Object::Reference(root))
}

/// What is said of each figure.
fn figures(pages: &[PlacedPage]) -> BTreeMap<NodeId, &DrawnFigure> {
    let figures = pages.iter().flat_map(|page| &page.figures);
    figures.filter_map(|figure| Some((figure.node?, figure))).collect()
}

/// All children, by the node that has them: its own marked contents page by page with the links between them, then the nodes
/// below it; a link's annotations follow its text.
fn kids(tree: &[Node], pages: &[PlacedPage], links: &[Annotation]) -> Result<Vec<(NodeId, Kid)>, PdfError> {
    let contents = pages.iter().map(|page| page.contents.len()).sum::<usize>();
    let mut kids = Vec::with_capacity(contents + tree.len() + links.len() * 2);
    let mut placed = BTreeSet::new();
    for (page, contents) in pages.iter().map(|page| &page.contents).enumerate() {
        for (number, node) in contents.iter().enumerate() {
            let unknown = || PdfError::UnknownNode { node: *node };
            let Node { role, parent, .. } = tree.get(node.0 as usize).ok_or_else(unknown)?;
            if let (Role::Link, Some(parent)) = (role, parent)
                && placed.insert(*node)
            {
                tree.get(parent.0 as usize).ok_or_else(unknown)?;
                kids.push((*parent, Kid::Element(*node)));
            }
            kids.push((*node, Kid::Content { page: page as u32, number: number as u32 }));
        }
    }
    for (index, node) in tree.iter().enumerate() {
        let id = NodeId(index as u32);
        if let Some(parent) = node.parent {
            if parent >= id {
                return Err(PdfError::UnknownNode { node: id });
            }
            // A link with text has its place between the words already.
            if !placed.contains(&id) {
                kids.push((parent, Kid::Element(id)));
            }
        }
    }
    for (index, link) in links.iter().enumerate() {
        tree.get(link.node.0 as usize).ok_or(PdfError::UnknownNode { node: link.node })?;
        kids.push((link.node, Kid::Annotation(index as u32)));
    }
    kids.sort_by_key(|(node, _)| *node);
    Ok(kids)
}

/// As an element's entry has it.
fn child(
    kid: Kid,
    pages: &[PlacedPage],
    links: &[Annotation],
    element: impl Fn(NodeId) -> ObjectId,
) -> Object {
    match kid {
        Kid::Element(node) => Object::Reference(element(node)),
        Kid::Content { page, number } => Object::Dictionary(dictionary([
            ("Type", name("MCR")),
            ("Pg", Object::Reference(pages[page as usize].id)),
            ("MCID", Object::Integer(i64::from(number))),
        ])),
        Kid::Annotation(index) => {
            let link = &links[index as usize];
            Object::Dictionary(dictionary([
                ("Type", name("OBJR")),
                ("Obj", Object::Reference(link.id)),
                ("Pg", Object::Reference(link.page)),
            ]))
        }
    }
}

/// From each page's marked contents, and from each annotation, back to their elements.
fn parent_tree(
    serial: &mut Serial<'_>,
    pages: &[PlacedPage],
    links: &[Annotation],
    element: impl Fn(NodeId) -> ObjectId,
) -> io::Result<ObjectId> {
    let mut entries = Vec::with_capacity((pages.len() + links.len()) * 2);
    for (index, page) in pages.iter().enumerate() {
        let contents = page.contents.iter().map(|node| Object::Reference(element(*node))).collect::<Vec<_>>();
        entries.extend([Object::Integer(index as i64), Object::Reference(serial.add(contents)?)]);
    }
    for link in links {
        entries.extend([Object::Integer(link.key), Object::Reference(element(link.node))]);
    }
    serial.add(dictionary([("Nums", Object::Array(entries))]))
}

/// The standard structure type of a role.
fn kind(role: Role, levels: &mut HeadingLevels) -> String {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Title => return levels.heading(0),
        Role::Heading(level) => return levels.heading(level),
        Role::Paragraph => "P",
        Role::Table => "Table",
        Role::TableRow => "TR",
        Role::HeadCell => "TH",
        Role::Cell { .. } => "TD",
        Role::Link => "Link",
        Role::Figure => "Figure",
    }
    .to_owned()
}

/// The table attributes of a cell, where they say more than the default.
fn attributes(role: Role) -> Option<Dictionary> {
    let mut attributes = dictionary([("O", name("Table"))]);
    match role {
        Role::HeadCell => attributes.set("Scope", name("Column")),
        Role::Cell { rows, columns } if rows > 1 || columns > 1 => {
            for (key, span) in [("RowSpan", rows), ("ColSpan", columns)] {
                if span > 1 {
                    attributes.set(key, Object::Integer(i64::from(span)));
                }
            }
        }
        _ => return None,
    }
    Some(attributes)
}

/// Where a figure stands and that it stands by itself.
fn layout_attributes(figure: &DrawnFigure) -> Dictionary {
    dictionary([
        ("O", name("Layout")),
        ("Placement", name("Block")),
        ("BBox", Object::Array(figure.corners.map(Object::Real).to_vec())),
    ])
}

/// Headings count from H1 without a gap: the title is H1 where there is one, and no level is skipped on the way down.
struct HeadingLevels {
    /// 1 if the document opens with its title.
    shift: u8,
    before: u8,
}

impl HeadingLevels {
    fn of(tree: &[Node]) -> Self {
        let first = tree.iter().find(|node| matches!(node.role, Role::Title | Role::Heading(_)));
        let opens_with_title = first.is_some_and(|node| node.role == Role::Title);
        Self { shift: u8::from(opens_with_title), before: 0 }
    }

    fn heading(&mut self, level: u8) -> String {
        let wanted = if level == 0 { 1 } else { level.saturating_add(self.shift) };
        self.before = wanted.clamp(1, 6).min(self.before + 1);
        format!("H{}", self.before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_skip_no_level() {
        let check = |levels: &[u8], expected: &[&str]| {
            let role = |level: &u8| if *level == 0 { Role::Title } else { Role::Heading(*level) };
            let tree: Vec<Node> =
                levels.iter().map(|level| Node { parent: None, role: role(level), source: None }).collect();
            let mut counter = HeadingLevels::of(&tree);
            let found: Vec<String> = tree.iter().map(|node| kind(node.role, &mut counter)).collect();
            assert_eq!(found, expected);
        };
        check(&[0, 1, 2, 1], &["H1", "H2", "H3", "H2"]);
        check(&[1, 2, 1], &["H1", "H2", "H1"]);
        check(&[2, 4, 0, 1], &["H1", "H2", "H1", "H1"]);
        check(&[0, 3, 3], &["H1", "H2", "H3"]);
    }
}
