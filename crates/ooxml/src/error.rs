//! Why a manuscript does not become a file.
//!
//! Codes with parameters; their Chinese stands elsewhere.

use thiserror::Error;

/// Why a manuscript does not become a file; never a file with something missing.
#[derive(Debug, Error)]
pub enum OoxmlError {
    /// A row, band or group does not have one cell for each column of its part.
    #[error("{found} cells for {expected} columns")]
    CellCount {
        /// Columns of that part.
        expected: usize,
        /// Cells given.
        found: usize,
    },
    /// A cell holds more than one of Excel's can.
    #[error("{characters} characters in a cell that can hold {max}")]
    CellTooLong {
        /// How many it has, counted as Excel does.
        characters: usize,
        /// How many one can have.
        max: usize,
        /// How it begins.
        text: String,
    },
    /// Excel's file cannot be put together.
    #[error(transparent)]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The package cannot be put together.
    #[error(transparent)]
    Package(#[from] zip::result::ZipError),
}

impl From<std::io::Error> for OoxmlError {
    fn from(error: std::io::Error) -> Self {
        Self::Package(error.into())
    }
}
