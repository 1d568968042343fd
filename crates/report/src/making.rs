//! How a document is made: as of when, in which stage of its life, for whom.
//!
//! Every document that leaves the office takes a [`Making`] beside its own options and prints it the same way: what
//! stands over and under each page, what the file says about itself. Left to others: what the document says.

use crate::Report;
use crate::audience::Audience;
use crate::front::{self, Front};
use crate::issued::Issued;
use crate::style::{CELL, cell_span};
use crate::wording;
use domain::period::Round;
use domain::plan::Plan;
use jiff::civil::Date;
use layout::Length;
use layout::block::Span;
use layout::font::FontRole;
use layout::page::Stroke;
use layout::punctuation::full_width;
use layout::sheet::{RunningLine, Sheet};

/// Where in its life a document is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Edition {
    /// 送审稿: nobody has signed it; every page says so.
    Draft,
    /// 已签发: signed, numbered and kept; every page says under which number.
    Issued(Issued),
}

impl Edition {
    /// A report as this stage prints it: a correction says on its first page what it replaces.
    #[must_use]
    pub fn staged(&self, report: Report) -> Report {
        match self {
            Self::Issued(Issued { replaces: Some(replaced), .. }) => report.replacing(replaced),
            Self::Issued(_) | Self::Draft => report,
        }
    }
}

/// What every document is made with.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Making {
    /// 数据截至.
    pub as_of: Date,
    /// Its stage.
    pub edition: Edition,
    /// Its readers.
    pub audience: Audience,
    /// Whether the store is the sample: marked on every page.
    pub sample: bool,
    /// The office that makes it; may be empty.
    pub unit: String,
}

impl Making {
    /// 送审稿 or the number, and the sample's mark at the left, the office in the middle, 数据截至 at the right of every page's head.
    pub(crate) fn on_sheet(&self, mut sheet: Sheet) -> Sheet {
        let mut left = vec![Span::new(self.standing().join("\u{3000}"), FontRole::Hei, CELL)];
        left.extend(self.sample.then(|| Span::new(wording::SAMPLE, FontRole::Hei, CELL)));
        let center = if self.unit.is_empty() {
            Vec::new()
        } else {
            vec![cell_span(&wording::made_by(&self.unit), FontRole::Fangsong)]
        };
        sheet.header.push(RunningLine {
            left,
            center,
            right: vec![cell_span(&wording::as_of(self.as_of), FontRole::Fangsong)],
            distance: Length::mm(4.0),
            rule: Stroke::NONE,
        });
        sheet
    }

    /// What the file says about itself: `title` as printed, `subjects` (department, task) as further words to find it by.
    pub(crate) fn front(&self, plan: &Plan, round: Option<Round>, title: &str, subjects: &[&str]) -> Front {
        let sample = if self.sample { wording::SAMPLE } else { "" };
        let standing = self.standing().join("，");
        let approval = match &self.edition {
            Edition::Draft => String::new(),
            Edition::Issued(issued) => format!("，{}", issued.approval(self.audience)),
        };
        let mut keywords = vec![full_width(plan.issuer())];
        keywords.push(round.map_or_else(|| plan.year.to_string(), |round| round.to_string()));
        keywords.extend(subjects.iter().map(|word| (*word).to_owned()));
        keywords.extend(self.standing());
        keywords.push(wording::as_of(self.as_of));
        keywords.retain(|word| !word.is_empty());
        let author = if self.unit.is_empty() { plan.issuer() } else { &self.unit };
        Front {
            author: full_width(author),
            subject: format!("{sample}{title}（{standing}{approval}，{}）", wording::as_of(self.as_of)),
            keywords,
            file_name: front::file_name(&format!("{sample}{title}（{standing}）")),
            title: format!("{}　{title}", full_width(plan.title())).trim().to_owned(),
        }
    }

    /// The day on which it was signed: a 公文 bears it as its date.
    pub(crate) fn signed_on(&self) -> Option<Date> {
        match &self.edition {
            Edition::Draft => None,
            Edition::Issued(issued) => Some(issued.approved_on),
        }
    }

    /// 送审稿 or the number, and 公开版 where something is left out.
    fn standing(&self) -> Vec<String> {
        let mut words = vec![match &self.edition {
            Edition::Draft => wording::DRAFT.to_owned(),
            Edition::Issued(issued) => issued.number.clone(),
        }];
        words.extend((self.audience == Audience::Public).then(|| wording::PUBLIC.to_owned()));
        words
    }
}
