//! The Excel file: one sheet a table, the text around it in rows of its own.
//!
//! What stands on which sheet is in `plan`, the writing of one in `sheet`, how high its rows must be in `height`, looks in
//! `look`, what paper it is printed on in `paper`.

mod height;
mod look;
mod paper;
mod plan;
mod sheet;

use layout::block::Manuscript;
use rust_xlsxwriter::{DocProperties, Workbook};

use crate::text::plain;
use crate::{About, OoxmlError, Pictures, figures, package};

/// The manuscript as an Excel file.
///
/// # Errors
/// [`OoxmlError::CellCount`]; [`OoxmlError::CellTooLong`]: nothing is cut off to make it fit.
pub fn xlsx(manuscript: &Manuscript, about: &About) -> Result<Vec<u8>, OoxmlError> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title(plain(&about.title))
        .set_subject(plain(&about.subject))
        .set_author(plain(&about.author))
        .set_keywords(plain(&about.keywords()))
        .set_comment(plain(&about.program))
        .set_creation_datetime(&about.day);
    workbook.set_properties(&properties);
    for plan in plan::sheets(&figures::in_words(manuscript, &Pictures::new()))? {
        sheet::write(workbook.add_worksheet(), &plan)?;
    }
    package::dated(workbook.save_to_buffer()?, about.day)
}
