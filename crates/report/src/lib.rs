//! The printed documents: a plan and what was recorded about it become a manuscript for the layout.
//!
//! In: `domain` values and options. Out: a [`Report`] (blocks, what the file says about itself, where each paragraph
//! came from). All printed wording stands in [`wording`]. Left to others: line and page breaks (`layout`), bytes (`pdf`),
//! reading stores and the clock (`app`). Pure: the same values give the same manuscript.

mod annual;
mod audience;
mod bulletin;
mod call_list;
mod columns;
mod content;
mod deed;
mod evidence_book;
mod facsimile;
mod front;
mod handover;
mod issued;
mod legend;
mod making;
mod official;
mod onepage;
mod original;
mod passage;
mod quarter;
mod recovery;
mod slips;
mod slow;
mod source;
mod style;
mod submission;
mod tally;
mod task_line;
mod task_page;
mod verification;
mod whitepaper;
mod wide;
pub mod wording;

pub use annual::annual;
pub use audience::Audience;
pub use bulletin::{BulletinOptions, bulletin};
pub use call_list::{CallListOptions, CallRow, call_list};
pub use columns::{
    ColumnPlace, ColumnPreset, Content, Grouping, Milestones, PresetColumn, PresetFault, WrongPreset,
};
pub use content::Shown;
pub use evidence_book::{Book, BookForm, BookItem, BookOptions, BookPlace, NotPrinted, PhotosPerPage};
pub use front::Front;
pub use handover::{Handover, HandoverKind, HandoverLine, handover};
pub use issued::{Issued, Replaced, Seal};
pub use making::{Edition, Making};
pub use onepage::{OnePageOptions, one_page, task_pages};
pub use quarter::{QuarterOptions, Style, quarter};
pub use recovery::{Recovery, recovery};
pub use slips::{SlipOptions, slips};
pub use source::{Source, SourceTable};
pub use submission::{SheetCode, SubmissionOptions, submission};
pub use task_page::{Found, HandedIn, Returned, TaskPageOptions, TaskRecord, task_page};
pub use verification::{VerificationOptions, sampled_in_words, verification};
pub use whitepaper::whitepaper;

/// A document ready for the layout.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What is printed.
    pub manuscript: layout::block::Manuscript,
    /// What the file says about itself.
    pub front: Front,
    /// What each `SourceId` of the manuscript stands for.
    pub sources: SourceTable,
}
