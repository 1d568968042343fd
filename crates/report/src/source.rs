//! Where a printed paragraph came from, so that a place on the page leads back to the screen.
//!
//! The layout carries the bare number; this is the list that gives it its meaning.

use domain::period::{Quarter, Round};
use domain::progress::ProgressKey;
use layout::block::SourceId;

/// What a paragraph, row or table was printed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// The document's title.
    Title,
    /// A field of the document record, from 0.
    Record(usize),
    /// A paragraph of the preface, from 0.
    Preface(usize),
    /// The heading of a section, by its number in the paper.
    SectionHeading(u32),
    /// A paragraph of a section.
    SectionParagraph {
        /// The section's number in the paper.
        section: u32,
        /// From 0.
        paragraph: usize,
    },
    /// A 总体目标, from 0 in printed order.
    Goal(usize),
    /// A task's title and departments, by its number.
    Task(u32),
    /// A task's yearly sentence, by the task's number.
    Objective(u32),
    /// What a task promises for a quarter.
    Milestone {
        /// The task's number.
        task: u32,
        /// The promised quarter.
        quarter: Quarter,
    },
    /// The state of a milestone as seen from a round.
    Standing {
        /// The task's number.
        task: u32,
        /// The promised quarter.
        quarter: Quarter,
        /// The round that is reported.
        round: Round,
    },
    /// What one department stated in one round.
    Progress(ProgressKey),
    /// The counted sentences under the title.
    Summary,
    /// The explanation of marks and words at the end.
    Legend,
}

/// Every source of a manuscript; the `SourceId` is its place here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceTable {
    sources: Vec<Source>,
}

impl SourceTable {
    /// Gives a source its number.
    pub(crate) fn add(&mut self, source: Source) -> SourceId {
        let id = SourceId(u32::try_from(self.sources.len()).unwrap_or(u32::MAX));
        self.sources.push(source);
        id
    }

    /// What the number stands for; `None` for a number of another manuscript.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<Source> {
        self.sources.get(usize::try_from(id.0).ok()?).copied()
    }

    /// Every source in the order of the manuscript.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, Source)> {
        (0..).map(SourceId).zip(self.sources.iter().copied())
    }
}
