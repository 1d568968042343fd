//! The data that a printed file carries inside it: exactly what its edition shows, and the check code made of it.
//!
//! The check code is made of the file's bytes as they stand, so that anybody can make it again: take the attachment out,
//! `sha256sum`, the first 60 bits in base32.

use data_encoding::BASE32_NOPAD;
use domain::issue::CheckCode;
use jiff::civil::Date;
use ledger::digest::sha256;
use report::{Report, Shown};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::io::{self, Write};

/// The attachment's name.
pub const FILE_NAME: &str = "content.json";

/// What a report shows, as it is carried inside the file.
#[derive(Debug, Serialize)]
struct Content<'a> {
    title: &'a str,
    subject: &'a str,
    author: &'a str,
    keywords: &'a [String],
    day: String,
    shows: Vec<Item<'a>>,
}

/// One thing that it shows.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Item<'a> {
    Text(&'a str),
    Table { table: Vec<Line<'a>> },
    Plain { table: Vec<&'a [String]> },
}

/// One line of a table, each cell under its column's title.
#[derive(Debug)]
struct Line<'a> {
    columns: &'a [String],
    cells: &'a [String],
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.cells.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(column, cell)?;
        }
        map.end()
    }
}

impl<'a> Item<'a> {
    fn of(shown: &'a Shown) -> Self {
        match shown {
            Shown::Text(text) => Self::Text(text),
            // A cell could not be told by its title: the titles are the first line.
            Shown::Table { columns, lines } if repeat(columns) => {
                Self::Plain { table: std::iter::once(columns).chain(lines).map(Vec::as_slice).collect() }
            }
            Shown::Table { columns, lines } if columns.is_empty() => {
                Self::Plain { table: lines.iter().map(Vec::as_slice).collect() }
            }
            Shown::Table { columns, lines } => {
                Self::Table { table: lines.iter().map(|cells| Line { columns, cells }).collect() }
            }
        }
    }
}

fn repeat(titles: &[String]) -> bool {
    titles.iter().enumerate().any(|(at, title)| titles[..at].contains(title))
}

/// The content of a report with the day of its content, as JSON in UTF-8: the same report gives the same bytes.
#[must_use]
pub fn json(report: &Report, day: Date) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Texts and lists of texts have no value that JSON cannot hold, and memory takes every byte.
    let _ = write(report, day, &mut bytes);
    bytes
}

/// The same as the file that a PDF carries inside it.
pub(crate) fn attachment(report: &Report, day: Date) -> io::Result<pdf::Attachment> {
    let words = [FILE_NAME, "application/json", "本文件所载内容的数据（UTF-8）"];
    pdf::Attachment::new(words, |out| write(report, day, out))
}

fn write(report: &Report, day: Date, out: &mut dyn Write) -> io::Result<()> {
    let shown = report.content();
    let content = Content {
        title: &report.front.title,
        subject: &report.front.subject,
        author: &report.front.author,
        keywords: &report.front.keywords,
        day: day.to_string(),
        shows: shown.iter().map(Item::of).collect(),
    };
    Ok(serde_json::to_writer(out, &content)?)
}

/// The check code of a content, as a value.
pub(crate) fn code_of(content: &[u8]) -> Option<CheckCode> {
    check_code(content).parse().ok()
}

/// 校验码: the first 12 base32 characters (60 bits) of the SHA-256 over those bytes, in groups of four.
#[must_use]
pub fn check_code(content: &[u8]) -> String {
    let code = BASE32_NOPAD.encode(&sha256(content)[..8]);
    [&code[..4], &code[4..8], &code[8..12]].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_under_their_titles_unless_titles_repeat() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let check = |columns: &[&str], expected: &str| {
            let shown = Shown::Table { columns: words(columns), lines: vec![words(&["1", "2"])] };
            assert_eq!(serde_json::to_string(&Item::of(&shown)).ok().as_deref(), Some(expected));
        };
        check(&["a", "b"], r#"{"table":[{"a":"1","b":"2"}]}"#);
        check(&["a", "a"], r#"{"table":[["a","a"],["1","2"]]}"#);
        check(&[], r#"{"table":[["1","2"]]}"#);
    }

    #[test]
    fn the_code_is_that_of_sha256sum_and_base32() {
        // printf abc | sha256sum → ba7816bf8f01cfea…; base32 of the first eight bytes → XJ4BNP4PAHH6U…
        assert_eq!(check_code(b"abc"), "XJ4B-NP4P-AHH6");
        assert_ne!(check_code(b"abd"), check_code(b"abc"));
    }
}
