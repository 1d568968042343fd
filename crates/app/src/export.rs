//! The same document as a file of another format: to print, to go on writing, to calculate with.
//!
//! [`Desk::export`] makes any of them from the one report model. Left to others: pages (`printed`), bytes (`pdf`, `ooxml`).

use crate::desk::Desk;
use crate::files;
use crate::printed::{Composed, Printed};
use crate::refusal::{Outcome, Refused};
use crate::wire::printed::{Format, ReportQuery};
use domain::submission::SubmissionSheet;
use std::path::Path;

/// A document as a file, before it is written.
#[derive(Debug, Clone)]
pub struct File {
    /// All of it.
    pub bytes: Vec<u8>,
    /// As in the document information.
    pub title: String,
    /// A suggestion, with its extension.
    pub file_name: String,
    /// How many pages; `None` where the reader's own program breaks them.
    pub pages: Option<u32>,
    /// The 季度报送表 that it is, where it is one to be signed: a PDF.
    pub sheet: Option<SubmissionSheet>,
}

impl From<Printed> for File {
    fn from(printed: Printed) -> Self {
        let Printed { bytes, title, file_name, pages, sheet, .. } = printed;
        Self { bytes, title, file_name, pages: Some(pages), sheet }
    }
}

impl Format {
    /// The format that a file's name asks for by its extension.
    ///
    /// # Errors
    /// As [`files::write_whole`] where no file could ever be written; [`Refused::UnknownFormat`].
    pub fn of(path: &Path) -> Outcome<Self> {
        files::target(path)?;
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let is_meant = |format: &Self| extension.eq_ignore_ascii_case(format.extension());
        let unknown = || Refused::UnknownFormat { name: files::name(path) };
        Self::ALL.into_iter().find(is_meant).ok_or_else(unknown)
    }
}

impl Desk {
    /// Whatever is asked for as a file of that format.
    ///
    /// # Errors
    /// As [`Desk::compose`]; for a PDF as [`Desk::print`], for Excel a cell with more text than one can hold.
    pub fn export(&self, query: &ReportQuery, format: Format) -> Outcome<File> {
        if format == Format::Pdf {
            return Ok(self.print(query)?.into());
        }
        let Composed { report, day, .. } = self.compose(query)?;
        let front = report.front;
        let about = ooxml::About {
            title: front.title.clone(),
            author: front.author,
            subject: front.subject,
            keywords: front.keywords,
            program: format!("白皮书督办 {}", env!("CARGO_PKG_VERSION")),
            day,
        };
        let bytes = match format {
            Format::Xlsx => ooxml::xlsx(&report.manuscript, &about)?,
            Format::Docx | Format::Pdf => ooxml::docx(&report.manuscript, &about)?,
        };
        let file_name = format!("{}.{}", front.file_name, format.extension());
        Ok(File { bytes, title: front.title, file_name, pages: None, sheet: None })
    }
}
