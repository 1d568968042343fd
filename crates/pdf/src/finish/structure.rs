//! The structure tree: what is a heading, a table, a cell, for those who do not see the page.
//!
//! Nodes come from the layout in document order. A node's own marked contents may lie on several pages: a cell that
//! was split, or whose paragraph flows on, stays one element.

use layout::page::{Node, NodeId, Role};
use lopdf::{Dictionary, Object, ObjectId};

use super::{PlacedPage, dictionary, name};
use crate::PdfError;

/// Adds the tree and gives the catalogue's entry.
pub(super) fn add(
    file: &mut lopdf::Document,
    tree: &[Node],
    pages: &[PlacedPage],
) -> Result<Object, PdfError> {
    let root = file.new_object_id();
    let first = file.max_id + 1;
    file.max_id += u32::try_from(tree.len()).unwrap_or(u32::MAX);
    let element = |node: NodeId| (first + node.0, 0);
    let mut kids = kids(tree, pages, element)?;
    let mut top = Vec::new();
    let mut levels = HeadingLevels::of(tree);
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
        let mut kids = std::mem::take(&mut kids[index]);
        if kids.len() == 1 {
            entry.set("K", kids.swap_remove(0));
        } else if !kids.is_empty() {
            entry.set("K", Object::Array(kids));
        }
        file.objects.insert(element(id), Object::Dictionary(entry));
    }
    let parent_tree = file.add_object(parent_tree(pages, element));
    let next = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    let tree_root = dictionary([
        ("Type", name("StructTreeRoot")),
        ("K", Object::Array(top)),
        ("ParentTree", Object::Reference(parent_tree)),
        ("ParentTreeNextKey", Object::Integer(next)),
    ]);
    file.objects.insert(root, Object::Dictionary(tree_root));
    Ok(Object::Reference(root))
}

/// Each node's children: its own marked contents page by page, then the nodes below it.
fn kids(
    tree: &[Node],
    pages: &[PlacedPage],
    element: impl Fn(NodeId) -> ObjectId,
) -> Result<Vec<Vec<Object>>, PdfError> {
    let mut kids = vec![Vec::new(); tree.len()];
    for page in pages {
        for (number, node) in page.contents.iter().enumerate() {
            let list = kids.get_mut(node.0 as usize).ok_or(PdfError::UnknownNode { node: *node })?;
            list.push(Object::Dictionary(dictionary([
                ("Type", name("MCR")),
                ("Pg", Object::Reference(page.id)),
                ("MCID", Object::Integer(number as i64)),
            ])));
        }
    }
    for (index, node) in tree.iter().enumerate() {
        let id = NodeId(index as u32);
        if let Some(parent) = node.parent {
            if parent >= id {
                return Err(PdfError::UnknownNode { node: id });
            }
            kids[parent.0 as usize].push(Object::Reference(element(id)));
        }
    }
    Ok(kids)
}

/// From each page's marked contents back to their elements.
fn parent_tree(pages: &[PlacedPage], element: impl Fn(NodeId) -> ObjectId) -> Dictionary {
    let mut entries = Vec::with_capacity(pages.len() * 2);
    for (index, page) in pages.iter().enumerate() {
        entries.push(Object::Integer(index as i64));
        entries.push(Object::Array(
            page.contents.iter().map(|node| Object::Reference(element(*node))).collect(),
        ));
    }
    dictionary([("Nums", Object::Array(entries))])
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
