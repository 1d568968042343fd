//! Parts: what each character of the file became. Together they are the file: put side by side, with the texts taken
//! from the plan, they give it back.

use crate::place::Place;
use crate::problem::Problem;
use domain::plan::Plan;

/// A run of characters that became one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Its first character, counted from the file's first, from 0; a byte order mark is no character.
    pub start: usize,
    /// The character after its last.
    pub end: usize,
    /// What it became.
    pub kind: PartKind,
}

/// What a run of characters became.
///
/// A text that is broken over lines in the file is one text in the plan and several parts: `from` is where in the
/// plan's text (in bytes) the part begins.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "`from` is told above")]
pub enum PartKind {
    /// A text of the plan, or a piece of one.
    Field { place: Place, from: usize },
    /// Blanks, line breaks, rules and labels between texts, as in the file.
    Separator(Box<str>),
    /// The table's head printed again on a later page.
    RepeatedHead { column: usize, from: usize },
    /// A goal, title or department printed again because a task goes on after a page break.
    Repetition { place: Place, from: usize },
    /// Not in the plan; the index of the problem that holds the text.
    Problem(usize),
}

impl Part {
    /// The characters of this part, from the plan or the problems; `None` if they do not hold it.
    #[must_use]
    pub fn text<'a>(&'a self, plan: &'a Plan, problems: &'a [Problem]) -> Option<&'a str> {
        let (whole, from) = match &self.kind {
            PartKind::Field { place, from } | PartKind::Repetition { place, from } => {
                (place.text(plan)?, *from)
            }
            PartKind::RepeatedHead { column, from } => (Place::Column(*column).text(plan)?, *from),
            PartKind::Separator(text) => (text.as_ref(), 0),
            PartKind::Problem(index) => (problems.get(*index)?.text.as_str(), 0),
        };
        let rest = whole.get(from..)?;
        let size = self.end.checked_sub(self.start)?;
        match rest.char_indices().nth(size) {
            Some((end, _)) => rest.get(..end),
            None if rest.chars().count() == size => Some(rest),
            None => None,
        }
    }
}

/// The file's text put together again from its parts; `None` if they leave a gap, overlap, or name a text that the
/// plan does not hold.
#[must_use]
pub fn rebuilt(plan: &Plan, problems: &[Problem], parts: &[Part]) -> Option<String> {
    let mut text = String::new();
    let mut at = 0;
    for part in parts {
        if part.start != at {
            return None;
        }
        text.push_str(part.text(plan, problems)?);
        at = part.end;
    }
    Some(text)
}
