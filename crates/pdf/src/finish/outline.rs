//! The outline (bookmarks): nested by level, in the order of the places it leads to.

use layout::page::OutlineEntry;
use lopdf::{Dictionary, Object, ObjectId};
use std::io;

use super::{PlacedPage, destination, dictionary, name, text};
use crate::serial::Serial;

/// Writes the outline; `None` if the document has no entry.
pub(super) fn write(
    serial: &mut Serial<'_>,
    entries: &[OutlineEntry],
    pages: &[PlacedPage],
) -> io::Result<Option<Object>> {
    let mut entries: Vec<&OutlineEntry> =
        entries.iter().filter(|entry| (entry.page as usize) < pages.len()).collect();
    // A goal and its first task stand on one line: the goal leads.
    entries.sort_by_key(|entry| (entry.page, entry.y, entry.level));
    if entries.is_empty() {
        return Ok(None);
    }
    let root = serial.reserve();
    let ids: Vec<ObjectId> = entries.iter().map(|_| serial.reserve()).collect();
    let parents = parents(&entries.iter().map(|entry| entry.level).collect::<Vec<_>>());
    let mut children = vec![Vec::new(); entries.len() + 1];
    for (index, parent) in parents.iter().enumerate() {
        children[parent.map_or(0, |parent| parent + 1)].push(index);
    }
    for (index, entry) in entries.iter().enumerate() {
        let target = destination(pages, entry.page, entry.y).unwrap_or(Object::Null);
        let mut item = dictionary([
            ("Title", text(&entry.title)),
            ("Parent", Object::Reference(parents[index].map_or(root, |parent| ids[parent]))),
            ("Dest", target),
        ]);
        let siblings = &children[parents[index].map_or(0, |parent| parent + 1)];
        let place = siblings.binary_search(&index).unwrap_or_default();
        if let Some(before) = place.checked_sub(1) {
            item.set("Prev", Object::Reference(ids[siblings[before]]));
        }
        if let Some(next) = siblings.get(place + 1) {
            item.set("Next", Object::Reference(ids[*next]));
        }
        // Closed below the first level: twenty tasks shall fit a window.
        add_children(&mut item, &children[index + 1], &ids, -1);
        serial.object(ids[index], &Object::Dictionary(item))?;
    }
    let mut outlines = dictionary([("Type", name("Outlines"))]);
    add_children(&mut outlines, &children[0], &ids, 1);
    serial.object(root, &Object::Dictionary(outlines))?;
    Ok(Some(Object::Reference(root)))
}

fn add_children(item: &mut Dictionary, children: &[usize], ids: &[ObjectId], sign: i64) {
    if let (Some(first), Some(last)) = (children.first(), children.last()) {
        item.set("First", Object::Reference(ids[*first]));
        item.set("Last", Object::Reference(ids[*last]));
        item.set("Count", Object::Integer(sign * i64::try_from(children.len()).unwrap_or(i64::MAX)));
    }
}

/// Each entry's parent: the nearest one before it with a lower level.
fn parents(levels: &[u8]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(levels.len());
    for (index, level) in levels.iter().enumerate() {
        while open.last().is_some_and(|last| levels[*last] >= *level) {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(index);
    }
    parents
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_become_parents() {
        let check = |levels: &[u8], expected: &[Option<usize>]| assert_eq!(parents(levels), expected);
        check(&[1, 2, 2, 1, 2], &[None, Some(0), Some(0), None, Some(3)]);
        check(&[1, 3, 2], &[None, Some(0), Some(0)]);
        check(&[2, 1, 1], &[None, None, None]);
    }
}
