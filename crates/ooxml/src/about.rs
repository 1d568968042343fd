//! What a file says about itself.

use jiff::civil::Date;

/// Title, author and the like; the day is the content's, never the day of making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The title in one line.
    pub title: String,
    /// The office that answers for it.
    pub author: String,
    /// One sentence on what it is.
    pub subject: String,
    /// Words to find it by.
    pub keywords: Vec<String>,
    /// The program that wrote the file.
    pub program: String,
    /// The day of its content: every time that the file names.
    pub day: Date,
}

impl About {
    /// The start of the day as the file's properties write it.
    pub(crate) fn timestamp(&self) -> String {
        format!("{:04}-{:02}-{:02}T00:00:00Z", self.day.year(), self.day.month(), self.day.day())
    }

    /// The words to find it by in one text.
    pub(crate) fn keywords(&self) -> String {
        self.keywords.join("，")
    }
}
