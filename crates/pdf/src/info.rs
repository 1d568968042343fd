//! What a file says about itself: title, author, dates, and the source data that it carries.
//!
//! All of it is handed in. Left to others: the wording, and what a check code is made of.

use std::io::{self, BufWriter, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// Pieces smaller than this are gathered before they are deflated.
const GATHERED: usize = 1 << 16;

/// A calendar day as the file's dates give it; printed as midnight in China.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year, four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// As in the document information dictionary.
    pub(crate) fn to_pdf(self) -> String {
        format!("D:{:04}{:02}{:02}000000+08'00'", self.year, self.month, self.day)
    }

    /// As in XMP.
    pub(crate) fn to_xmp(self) -> String {
        format!("{:04}-{:02}-{:02}T00:00:00+08:00", self.year, self.month, self.day)
    }
}

/// What a file says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentInfo {
    /// The title, shown in the viewer's title bar.
    pub title: String,
    /// The office that answers for it.
    pub author: String,
    /// One sentence on what it is, with the as-of date.
    pub subject: String,
    /// Words to find it by, such as its check code and number.
    pub keywords: Vec<String>,
    /// The program and its version.
    pub creator: String,
    /// The as-of date of the content, for both dates of the file; never the clock's.
    pub created: Day,
    /// The data that exactly this edition shows, carried inside the file.
    pub source: Option<Attachment>,
}

/// A file inside the file, held as it is written: deflated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) description: String,
    pub(crate) deflated: Vec<u8>,
    /// Before it was deflated.
    pub(crate) size: u64,
}

impl Attachment {
    /// A file of that name and media type (`application/json`), with one sentence on what it is; `write` gives its bytes,
    /// piece by piece.
    ///
    /// # Errors
    /// Those of `write`.
    pub fn new(
        [name, media_type, description]: [&str; 3],
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<Self> {
        let deflater = ZlibEncoder::new(Vec::new(), Compression::fast());
        let mut gathered = BufWriter::with_capacity(GATHERED, deflater);
        write(&mut gathered)?;
        let deflater = gathered.into_inner().map_err(io::IntoInnerError::into_error)?;
        let (name, media_type, description) =
            (name.to_owned(), media_type.to_owned(), description.to_owned());
        let size = deflater.total_in();
        Ok(Self { name, media_type, description, deflated: deflater.finish()?, size })
    }
}

impl DocumentInfo {
    /// The keywords as one string, as both kinds of metadata must give it.
    pub(crate) fn keywords_line(&self) -> String {
        self.keywords.join(", ")
    }

    /// The same words without control characters: XMP cannot carry them, and both kinds of metadata must be equal. The file
    /// inside the file, which may be tens of megabytes, is not copied along.
    pub(crate) fn without_controls(&self) -> Self {
        let plain = |text: &str| {
            text.chars()
                .map(|character| if character.is_control() { ' ' } else { character })
                .collect::<String>()
        };
        Self {
            title: plain(&self.title),
            author: plain(&self.author),
            subject: plain(&self.subject),
            keywords: self.keywords.iter().map(|keyword| plain(keyword)).collect(),
            creator: plain(&self.creator),
            created: self.created,
            source: None,
        }
    }
}
