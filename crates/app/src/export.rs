//! The same document as a file of another format: to print, to go on writing, to calculate with.
//!
//! [`Desk::export`] makes any of them from the one report model, [`Desk::write_report`] puts it on the disk. Left to others: pages (`printed`), bytes (`pdf`, `ooxml`).

use crate::desk::Desk;
use crate::files::{self, Staged};
use crate::printed::press::Pressing;
use crate::printed::{Composed, Printed};
use crate::refusal::{Outcome, Refused};
use crate::wire::printed::{DocumentQuery, Format, ReportQuery};
use crate::wire::work::Watch;
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
    /// What happened after the as-of date and is left out, in words; mostly nothing.
    pub later: String,
    /// The 季度报送表 that it is, where it is one to be signed: a PDF.
    pub sheet: Option<SubmissionSheet>,
}

impl From<Printed> for File {
    fn from(printed: Printed) -> Self {
        let Printed { bytes, title, file_name, pages, later, sheet, .. } = printed;
        Self { bytes, title, file_name, pages: Some(pages), later, sheet }
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

/// A document that was written.
#[derive(Debug, Clone)]
pub struct FileWritten {
    /// As in the document information.
    pub title: String,
    /// How many pages; `None` where the reader's own program breaks them.
    pub pages: Option<u32>,
    /// What happened after the as-of date and is left out, in words; mostly nothing.
    pub later: String,
}

impl Desk {
    /// Writes whatever is asked for to a file of that format, whole or not at all. A PDF goes to the disk page by page.
    ///
    /// # Errors
    /// As [`Desk::export`]; stopped; no room on the disk. An old file of that name is then as it was.
    pub fn write_report(
        &self,
        query: &ReportQuery,
        format: Format,
        path: &Path,
        watch: &Watch<'_>,
    ) -> Outcome<FileWritten> {
        if format != Format::Pdf || matches!(query.of, DocumentQuery::Evidence { .. }) {
            let File { bytes, title, pages, later, sheet, .. } = self.export(query, format)?;
            self.hand_out(sheet.as_ref(), || files::write_whole(path, &bytes))?;
            return Ok(FileWritten { title, pages, later });
        }
        let mut staged = Staged::new(path)?;
        let Composed { report, day, later, sheet, shown, .. } = self.compose(query)?;
        let info = Self::about(&report, day, &[])?;
        let pages = self.hand_out(sheet.as_ref(), || {
            let shown = shown.as_ref();
            let pressing = Pressing { report: &report, info: &info, shown, file: Some(path), watch };
            let pressed = self.press(&pressing, staged.writer())?;
            staged.keep()?;
            Ok(pressed.pages)
        })?;
        Ok(FileWritten { title: report.front.title, pages: Some(pages), later })
    }

    /// Whatever is asked for as a file of that format.
    ///
    /// # Errors
    /// As [`Desk::compose`]; for a PDF as [`Desk::print`], for Excel a cell with more text than one can hold.
    pub fn export(&self, query: &ReportQuery, format: Format) -> Outcome<File> {
        if format == Format::Pdf {
            return Ok(self.print(query)?.into());
        }
        let Composed { report, day, later, shown, .. } = self.compose_working(query)?;
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
            Format::Docx | Format::Pdf => {
                let pictures = shown.map(|shown| shown.pictures()).transpose()?.unwrap_or_default();
                ooxml::docx_with(&report.manuscript, &about, &pictures)?
            }
        };
        let file_name = format!("{}.{}", front.file_name, format.extension());
        Ok(File { bytes, title: front.title, file_name, pages: None, later, sheet: None })
    }
}
