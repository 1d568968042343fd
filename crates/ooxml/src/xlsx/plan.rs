//! Which table and which text stand on which sheet.
//!
//! Each table has a sheet, with the text since the table before it above and what ends its section below. A section without
//! a table has a sheet of text. Left to others: writing them.

use layout::Length;
use layout::block::{Block, Manuscript, Paragraph, ParagraphRole, Section};
use layout::page::Stroke;
use layout::table::Table;

use crate::OoxmlError;
use crate::grid::{Grid, continues};
use crate::text::plain;

/// Excel's limit for a sheet's name.
const NAME_MAX: usize = 31;

/// What stands on one sheet.
#[derive(Debug)]
pub(crate) struct Plan<'m> {
    /// The sheet's name, like no other's.
    pub(crate) name: String,
    /// Paper and page number.
    pub(crate) section: &'m Section,
    /// Whether it opens its section, whose first page may have a number of its own.
    pub(crate) opens: bool,
    /// Over the table.
    pub(crate) above: Vec<Text<'m>>,
    /// The table.
    pub(crate) grid: Option<Grid<'m>>,
    /// Under the table.
    pub(crate) below: Vec<Text<'m>>,
}

/// Something that takes rows of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Text<'m> {
    /// A paragraph.
    Paragraph(&'m Paragraph),
    /// Empty room.
    Space(Length),
    /// A line across.
    Rule(Stroke),
}

/// The sheets in order.
///
/// # Errors
/// [`OoxmlError::CellCount`].
pub(crate) fn sheets(manuscript: &Manuscript) -> Result<Vec<Plan<'_>>, OoxmlError> {
    let mut plans: Vec<Plan<'_>> = Vec::new();
    for section in &manuscript.sections {
        let (mut things, from) = (Vec::new(), plans.len());
        section.blocks.iter().for_each(|block| flatten(block, &mut things));
        let mut above = Vec::new();
        for thing in things {
            match thing {
                Thing::Text(text) => above.push(text),
                Thing::Tables(tables) => {
                    let (opens, above) = (plans.len() == from, std::mem::take(&mut above));
                    let grid = Some(Grid::new(&tables)?);
                    let name = name(&above, &plans);
                    plans.push(Plan { name, section, opens, above, grid, below: Vec::new() });
                }
            }
        }
        match plans.get_mut(from..).and_then(<[_]>::last_mut) {
            Some(last) => last.below = above,
            None => {
                let name = name(&above, &plans);
                plans.push(Plan { name, section, opens: true, above, grid: None, below: Vec::new() });
            }
        }
    }
    Ok(plans)
}

enum Thing<'m> {
    Text(Text<'m>),
    /// Tables that are one grid.
    Tables(Vec<&'m Table>),
}

/// Texts and tables in reading order; pages are Excel's business, which fits the width and breaks where a sheet is full.
fn flatten<'m>(block: &'m Block, things: &mut Vec<Thing<'m>>) {
    match block {
        Block::Paragraph(paragraph) => things.push(Thing::Text(Text::Paragraph(paragraph))),
        Block::Space(room) => things.push(Thing::Text(Text::Space(*room))),
        Block::Rule(stroke) => things.push(Thing::Text(Text::Rule(*stroke))),
        // Pictures are words by now.
        Block::PageBreak | Block::Figures(_) | Block::Foreign(_) => {}
        Block::Together(blocks) => blocks.iter().for_each(|block| flatten(block, things)),
        Block::Table(table) => put(table, things),
        Block::Closed { table, closing, .. } => {
            put(table, things);
            closing.iter().for_each(|block| flatten(block, things));
        }
    }
}

fn put<'m>(table: &'m Table, things: &mut Vec<Thing<'m>>) {
    match things.last_mut() {
        Some(Thing::Tables(tables)) if tables.last().is_some_and(|above| continues(above, table)) => {
            tables.push(table);
        }
        _ => things.push(Thing::Tables(vec![table])),
    }
}

/// The heading above the table as a sheet's name, or a number.
fn name(above: &[Text<'_>], plans: &[Plan<'_>]) -> String {
    let heading = above.iter().rev().find_map(|text| match text {
        Text::Paragraph(paragraph) if paragraph.role != ParagraphRole::Body => Some(named(&paragraph.text())),
        _ => None,
    });
    let heading = heading.filter(|name| !name.is_empty()).unwrap_or_else(|| "表".to_owned());
    let taken = |name: &str| plans.iter().any(|plan| plan.name.to_lowercase() == name.to_lowercase());
    if !taken(&heading) && heading != "表" {
        return heading;
    }
    let numbered = |number: usize| {
        let end = number.to_string();
        format!("{}{end}", cut(&heading, NAME_MAX - end.len()))
    };
    (plans.len() + 1..).map(numbered).find(|name| !taken(name)).unwrap_or(heading)
}

/// Without the characters that Excel bars in a sheet's name.
fn named(text: &str) -> String {
    let barred = |c: &char| matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\n' | '\t');
    let name: String = plain(text).chars().filter(|c| !barred(c)).collect();
    cut(name.trim(), NAME_MAX).trim_matches(['\'', ' ']).to_owned()
}

/// So many units of Excel's, whole characters.
fn cut(text: &str, units_max: usize) -> &str {
    let mut units = 0;
    let over = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > units_max
    });
    over.map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_excel_takes() {
        let check = |text: &str, expected: &str| assert_eq!(named(text), expected, "{text}");
        check("2013年一季度\n工作[进展]/情况:表", "2013年一季度工作进展情况表");
        check("'引'", "引");
        check(&"字".repeat(40), &"字".repeat(31));
        // Two units each.
        check(&"\u{20BB7}".repeat(40), &"\u{20BB7}".repeat(15));
        check("[]", "");
    }
}
