//! A preset's file: read entry by entry, so that what is wrong is named with its file, its column and what would be right.
//!
//! Left to others: the words for it (`app::refusal`).

use super::{ColumnPreset, Content, Edges, Grouping, Milestones, PresetColumn, Word};
use crate::wide;
use std::fmt;
use toml::{Table, Value};

/// The presets that come with the program.
pub(super) const FILES: [(&str, &str); 4] = [
    ("compare.toml", include_str!("../../presets/compare.toml")),
    ("rounds.toml", include_str!("../../presets/rounds.toml")),
    ("leaders.toml", include_str!("../../presets/leaders.toml")),
    ("months.toml", include_str!("../../presets/months.toml")),
];
/// Narrower, not every line has a lawful end.
const HALF_CHARACTERS_MIN: usize = 4;
/// Without these a table does not say what was promised, what was done and where it stands.
const NEEDED: [Content; 4] = [Content::Task, Content::Milestone, Content::Deed, Content::State];

/// What is wrong with a preset's file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongPreset {
    /// The file's name.
    pub file: String,
    /// `None`: of the preset as a whole.
    pub column: Option<ColumnPlace>,
    /// What.
    pub fault: PresetFault,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnPlace {
    /// From 1.
    pub number: usize,
    /// Its title; empty where it has none.
    pub head: String,
}

/// What can be wrong with a preset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PresetFault {
    /// The line (from 1) cannot be read.
    Unreadable(usize),
    /// There is no such entry.
    Missing(&'static str),
    /// An entry that means nothing.
    Unknown(String),
    /// Not a text, or an empty one.
    NotText(&'static str),
    /// Not a whole number of half characters.
    NotNumber(&'static str),
    /// Not a list of columns.
    NotColumns,
    /// A word outside of its closed list.
    NotInList {
        /// The entry.
        entry: &'static str,
        /// The word.
        found: String,
        /// The list.
        known: Vec<&'static str>,
    },
    /// A key that the command line cannot take.
    BadKey(String),
    /// Fewer half characters than a column must have.
    TooNarrow {
        /// Its own.
        found: usize,
        /// The least.
        least: usize,
    },
    /// The content of an earlier column.
    Twice(&'static str),
    /// No column shows this.
    Lacks(&'static str),
    /// The columns are wider than the type area, by so many half characters.
    TooWide(usize),
    /// The columns leave so many half characters of the type area empty.
    NotFilled(usize),
}

impl fmt::Display for WrongPreset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?} {:?}", self.file, self.column, self.fault)
    }
}

impl std::error::Error for WrongPreset {}

/// The entries of a file or of one column, taken out one by one: what is left over means nothing.
struct Entries(Table);

impl ColumnPreset {
    /// Reads a preset's file.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(file: &str, text: &str) -> Result<Self, WrongPreset> {
        let of_all = |fault| WrongPreset { file: file.to_owned(), column: None, fault };
        let table: Table = text.parse().map_err(|error: toml::de::Error| {
            let start = error.span().map_or(0, |span| span.start);
            let lines = text.bytes().take(start).filter(|byte| *byte == b'\n').count();
            of_all(PresetFault::Unreadable(lines + 1))
        })?;
        let mut entries = Entries(table);
        let columns = entries.columns().map_err(of_all)?;
        let read = |(at, entries): (usize, Entries)| {
            let head = entries.0.get("head").and_then(Value::as_str).unwrap_or_default().to_owned();
            let place = ColumnPlace { number: at + 1, head };
            column(entries).map_err(|fault| WrongPreset { column: Some(place), ..of_all(fault) })
        };
        let columns: Vec<_> = columns.into_iter().enumerate().map(read).collect::<Result<_, _>>()?;
        let preset = preset(entries, columns).map_err(of_all)?;
        for (at, column) in preset.columns.iter().enumerate() {
            if preset.columns[..at].iter().any(|earlier| earlier.content == column.content) {
                let place = ColumnPlace { number: at + 1, head: column.head.clone() };
                let fault = PresetFault::Twice(column.content.word());
                return Err(WrongPreset { column: Some(place), ..of_all(fault) });
            }
        }
        check(&preset).map_err(of_all)?;
        Ok(preset)
    }
}

fn preset(mut entries: Entries, columns: Vec<PresetColumn>) -> Result<ColumnPreset, PresetFault> {
    let key = entries.text("key")?;
    let lawful = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !key.chars().all(lawful) || key.starts_with('-') {
        return Err(PresetFault::BadKey(key));
    }
    let preset = ColumnPreset {
        key,
        name: entries.text("name")?,
        hint: entries.text("hint")?,
        grouped_by: entries.word::<Grouping>("grouped_by")?,
        milestones: entries.word::<Milestones>("milestones")?,
        columns,
    };
    entries.end()?;
    Ok(preset)
}

fn column(mut entries: Entries) -> Result<PresetColumn, PresetFault> {
    let column = PresetColumn {
        content: entries.word::<Content>("content")?,
        head: entries.text("head")?,
        half_characters: entries.half_characters("half_characters")?,
        least: entries.0.contains_key("least").then(|| entries.half_characters("least")).transpose()?,
        alignment: entries.word::<Edges>("alignment")?.0,
    };
    entries.end()?;
    let found = column.half_characters.min(column.least.unwrap_or(usize::MAX));
    if found < HALF_CHARACTERS_MIN {
        return Err(PresetFault::TooNarrow { found, least: HALF_CHARACTERS_MIN });
    }
    Ok(column)
}

/// What only all columns together can be.
fn check(preset: &ColumnPreset) -> Result<(), PresetFault> {
    let needed = NEEDED.into_iter().chain(preset.grouped_by.content());
    for content in needed {
        if !preset.shows(content) {
            return Err(PresetFault::Lacks(content.word()));
        }
    }
    let room = wide::half_characters(preset.columns.len());
    let sum: usize = preset.columns.iter().map(|column| column.half_characters).sum();
    match sum.cmp(&room) {
        std::cmp::Ordering::Greater => Err(PresetFault::TooWide(sum - room)),
        std::cmp::Ordering::Less => Err(PresetFault::NotFilled(room - sum)),
        std::cmp::Ordering::Equal => Ok(()),
    }
}

impl Entries {
    fn take(&mut self, name: &'static str) -> Result<Value, PresetFault> {
        self.0.remove(name).ok_or(PresetFault::Missing(name))
    }

    fn text(&mut self, name: &'static str) -> Result<String, PresetFault> {
        match self.take(name)? {
            Value::String(text) if !text.trim().is_empty() => Ok(text),
            _ => Err(PresetFault::NotText(name)),
        }
    }

    fn word<W: Word>(&mut self, name: &'static str) -> Result<W, PresetFault> {
        let found = self.text(name)?;
        let known = || W::ALL.iter().map(|one| one.word()).collect();
        let meant = W::ALL.iter().find(|one| one.word() == found).copied();
        meant.ok_or_else(|| PresetFault::NotInList { entry: name, found, known: known() })
    }

    fn half_characters(&mut self, name: &'static str) -> Result<usize, PresetFault> {
        let number = self.take(name)?.as_integer();
        // More would not fit any sheet, and their sum must not overflow.
        let number = number.and_then(|number| u16::try_from(number).ok());
        number.map(usize::from).ok_or(PresetFault::NotNumber(name))
    }

    fn columns(&mut self) -> Result<Vec<Self>, PresetFault> {
        let Value::Array(columns) = self.take("columns")? else { return Err(PresetFault::NotColumns) };
        let entries = |column| match column {
            Value::Table(table) => Ok(Self(table)),
            _ => Err(PresetFault::NotColumns),
        };
        columns.into_iter().map(entries).collect()
    }

    fn end(self) -> Result<(), PresetFault> {
        self.0.into_iter().next().map_or(Ok(()), |(name, _)| Err(PresetFault::Unknown(name)))
    }
}
