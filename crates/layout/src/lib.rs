//! Paragraphs and tables onto pages: pure, knows no PDF and no task.
//!
//! In: a `Manuscript` of `Block`s and the fonts' `Metrics`. Out: `Page`s of placed marks with a structure tree, links and an
//! outline, handed to a `Sink` one at a time. The same input gives the same output, number for number.
//!
//! From text to pages: `shape` (glyphs and room) → `opportunities` (where lines may end) → `break_lines` →
//! `fair_lines` → `set` (lines of one width) → `galley` (a cell that can be cut) → `flow` and `table_flow` (pages) → `press` (pages and tree handed out).

pub mod block;
mod break_lines;
mod character;
pub mod error;
mod fair_lines;
pub mod figure;
mod figure_row;
mod flow;
pub mod font;
mod galley;
mod golden;
mod length;
mod links;
mod measured;
mod missing;
mod opportunities;
pub mod page;
mod press;
pub mod punctuation;
mod running;
mod set;
mod shape;
pub mod sheet;
pub mod table;
mod table_fill;
mod table_flow;
mod table_row;
mod table_rules;
mod walk;

pub use error::LayoutError;
pub use flow::{document, lay_out};
pub use golden::{page_as_lines, tree_as_lines};
pub use length::Length;
