//! Paragraphs and tables onto pages: pure, knows no PDF and no task.
//!
//! In: a `Manuscript` of `Block`s and the fonts' `Metrics`. Out: `Page`s of placed marks with a structure tree and an
//! outline, handed to a `Sink` one at a time. The same input gives the same output, number for number.

pub mod block;
pub mod error;
pub mod font;
mod length;
pub mod page;
pub mod sheet;
pub mod table;

pub use error::LayoutError;
pub use length::Length;

// Coming next, with these signatures:
//   pub fn lay_out(manuscript: &Manuscript, metrics: &dyn Metrics, sink: &mut dyn Sink) -> Result<(), LayoutError>;
//   pub fn document(manuscript: &Manuscript, metrics: &dyn Metrics) -> Result<Document, LayoutError>;
//   pub fn punctuation::full_width(source_text: &str) -> String;
//   pub fn lines::page_as_lines(page: &Page) -> String;  (golden text)
