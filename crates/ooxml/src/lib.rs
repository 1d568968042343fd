//! The report model as files that an office goes on working in: Word (.docx) and Excel (.xlsx).
//!
//! In: a `Manuscript` and what the file says about itself. Out: bytes, the same for the same input. Word and Excel
//! break lines and pages by themselves, so nothing here knows a page: what the model asks of one (the head row on each,
//! rows that do not part, what stays together) is written as the attribute that asks Word for the same. The table as
//! lines and columns with its merges is in `grid`, for both files. Left to others: what is said (`report`), pages (`layout`).

mod about;
mod docx;
mod error;
mod figures;
mod grid;
mod measure;
mod package;
mod text;
mod typeface;
mod xlsx;
mod xml;

pub use about::About;
pub use docx::{Pictures, docx, docx_with};
pub use error::OoxmlError;
pub use xlsx::xlsx;
