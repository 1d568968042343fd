//! Printing: register → report → layout → PDF, the same for window and command line.
//!
//! [`Desk::compose`] makes the report model of any document that is asked for; a file of any format is made from that
//! model. Each document has its own module.

mod annual;
mod bulletin;
mod columns;
pub mod evidence_book;
mod onepage;
pub(crate) mod press;
mod quarter;
mod slips;
mod submission;
mod task_page;
mod whitepaper;

use crate::content;
use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::printed::{
    AudienceCode, DocumentQuery, Gap, OutlineItem, PrintedReport, ReportQuery, SheetRun,
};
use crate::wire::work::Watch;
use domain::period::Round;
use domain::register::Register;
use domain::submission::SubmissionSheet;
use evidence_book::thumbnails::Thumbnails;
use jiff::civil::Date;
use press::{Pressed, Pressing};
use report::{Audience, Edition, Making, Report};
use std::ops::Deref;

/// The program that makes the files, with its version.
pub(crate) fn program() -> String {
    format!("白皮书督办 {}", env!("CARGO_PKG_VERSION"))
}

/// What is asked for, and the stage of its life in which it is made.
#[derive(Debug, Clone)]
pub(crate) struct Asked<'q> {
    /// What window or command line ask for.
    pub(crate) query: &'q ReportQuery,
    /// 送审稿, or issued under a number.
    pub(crate) edition: Edition,
    /// For a file that people go on writing, which nobody can be held to.
    pub(crate) is_working: bool,
}

impl<'q> Asked<'q> {
    /// 送审稿, as it is printed.
    pub(crate) fn draft(query: &'q ReportQuery) -> Self {
        Self { query, edition: Edition::Draft, is_working: false }
    }
}

impl Deref for Asked<'_> {
    type Target = ReportQuery;

    fn deref(&self) -> &ReportQuery {
        self.query
    }
}

/// A document before it has pages.
#[derive(Debug, Clone)]
pub struct Composed {
    /// What is printed.
    pub report: Report,
    /// The day of its content: the file's dates.
    pub day: Date,
    /// What is missing before it can be handed in.
    pub gaps: Vec<Gap>,
    /// What happened after the as-of date and is left out, in words; mostly nothing.
    pub later: String,
    /// The 季度报送表 that it is, if it is one.
    pub sheet: Option<SubmissionSheet>,
    /// Its photos, where it shows any.
    pub(crate) shown: Option<Thumbnails>,
}

/// A finished document.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// As in the document information.
    pub title: String,
    /// A suggestion, with its extension.
    pub file_name: String,
    /// How many pages.
    pub pages: u32,
    /// How large they are; empty for a file that was kept.
    pub sheets: Vec<SheetRun>,
    /// What stands where.
    pub outline: Vec<OutlineItem>,
    /// What is missing before it can be handed in.
    pub gaps: Vec<Gap>,
    /// What happened after the as-of date and is left out, in words; mostly nothing.
    pub later: String,
    /// The 季度报送表 that it is, if it is one.
    pub sheet: Option<SubmissionSheet>,
}

impl Composed {
    /// A document of text and tables that has no life of its own.
    pub(crate) fn new(report: Report, day: Date, gaps: Vec<Gap>) -> Self {
        Self { report, day, gaps, later: String::new(), sheet: None, shown: None }
    }
}

impl Printed {
    fn new(bytes: Vec<u8>, report: &Report, pressed: Pressed, gaps: Vec<Gap>) -> Self {
        let Pressed { pages, sheets, outline } = pressed;
        let file_name = format!("{}.pdf", report.front.file_name);
        Self {
            bytes,
            title: report.front.title.clone(),
            file_name,
            pages,
            sheets,
            outline,
            gaps,
            later: String::new(),
            sheet: None,
        }
    }

    /// What the screen needs to know of it; the token is the caller's.
    #[must_use]
    pub fn to_wire(&self, token: String) -> PrintedReport {
        PrintedReport {
            token,
            title: self.title.clone(),
            file_name: self.file_name.clone(),
            pages: self.pages,
            sheets: self.sheets.clone(),
            outline: self.outline.clone(),
            gaps: self.gaps.clone(),
            later: self.later.clone(),
        }
    }
}

impl Desk {
    /// A finished PDF of whatever is asked for.
    ///
    /// # Errors
    /// As [`Desk::compose`]; no fonts; a character without a glyph.
    pub fn print(&self, query: &ReportQuery) -> Outcome<Printed> {
        self.print_watched(query, &|_| true)
    }

    /// The same for somebody who watches.
    ///
    /// # Errors
    /// As [`Desk::print`]; stopped.
    pub fn print_watched(&self, query: &ReportQuery, watch: &Watch<'_>) -> Outcome<Printed> {
        if matches!(query.of, DocumentQuery::Evidence { .. }) {
            return self.print_evidence_book(&Asked::draft(query));
        }
        let Composed { report, day, gaps, later, sheet, shown } = self.compose(query)?;
        let info = Self::about(&report, day, &[])?;
        let mut bytes = Vec::new();
        let pressing = Pressing { report: &report, info: &info, shown: shown.as_ref(), file: None, watch };
        let pressed = self.press(&pressing, &mut bytes)?;
        Ok(Printed { later, sheet, ..Printed::new(bytes, &report, pressed, gaps) })
    }

    /// Lets a document leave the program: `write` is asked once nothing stands against it, and a 季度报送表 is recorded as
    /// printed once it is written. Looking at pages records nothing.
    ///
    /// # Errors
    /// A sheet that states nothing, or that who works here may not print; what `write` refuses.
    pub fn hand_out<T>(
        &self,
        sheet: Option<&SubmissionSheet>,
        write: impl FnOnce() -> Outcome<T>,
    ) -> Outcome<T> {
        let Some(sheet) = sheet else { return write() };
        self.check_submission_print(sheet)?;
        let written = write()?;
        self.record_submission_print(sheet)?;
        Ok(written)
    }

    /// The model of whatever is asked for.
    ///
    /// # Errors
    /// An unknown round, department, sheet or plan; 数据截至 after today.
    pub fn compose(&self, query: &ReportQuery) -> Outcome<Composed> {
        self.compose_edition(&Asked::draft(query))
    }

    /// The same as a file that people go on writing: a sheet to be signed has no 报送码 there.
    ///
    /// # Errors
    /// As [`Desk::compose`].
    pub(crate) fn compose_working(&self, query: &ReportQuery) -> Outcome<Composed> {
        self.compose_edition(&Asked { is_working: true, ..Asked::draft(query) })
    }

    /// The same in any stage of its life.
    pub(crate) fn compose_edition(&self, query: &Asked<'_>) -> Outcome<Composed> {
        let composed = self.compose_document(query)?;
        Ok(Composed { report: query.edition.staged(composed.report), ..composed })
    }

    /// The document by itself.
    fn compose_document(&self, query: &Asked<'_>) -> Outcome<Composed> {
        let as_of = query.as_of.as_deref();
        match &query.of {
            DocumentQuery::CallList { year, quarter } => {
                let round = view::round(*year, view::quarter(*quarter)?);
                self.compose_call_list(Some(&round.to_string()), as_of)
            }
            DocumentQuery::Whitepaper { year } => self.compose_whitepaper(*year),
            DocumentQuery::Verification { year, round, seed } => {
                self.compose_verification(*year, *round, *seed)
            }
            DocumentQuery::OnePage { year, quarter } => {
                self.compose_one_page(view::round(*year, view::quarter(*quarter)?), query)
            }
            DocumentQuery::Bulletin { year, quarter, addressee, dated } => {
                let round = view::round(*year, view::quarter(*quarter)?);
                self.compose_bulletin(round, [addressee.as_deref(), dated.as_deref()], query)
            }
            DocumentQuery::Slips { year, quarter, number } => {
                self.compose_slips(view::round(*year, view::quarter(*quarter)?), *number, query)
            }
            DocumentQuery::Evidence { .. } => Err(Refused::BookIsPdf),
            DocumentQuery::Task { year, quarter, task } => {
                let round = view::round(*year, view::quarter(*quarter)?);
                self.compose_task_page(round, *task, query)
            }
            DocumentQuery::Annual { year } => self.compose_annual(*year, query),
            DocumentQuery::Submission { year, quarter, department } => {
                let round = view::round(*year, view::quarter(*quarter)?);
                self.compose_submission(round, view::id(department)?, query)
            }
            DocumentQuery::Quarter { year, quarter, department, style, columns } => {
                let style = columns::style(*style, columns.as_deref())?;
                let register = self.register(Some(*year))?;
                let round = view::round(*year, view::quarter(*quarter)?);
                let department = department.as_deref().map(view::id).transpose()?;
                let making = self.making(&register, round, query)?;
                Ok(quarter::compose(&register, round, department, style, making))
            }
        }
    }

    /// The round that a text like 2013Q1 names, for a query.
    ///
    /// # Errors
    /// No such round; no plan at all.
    pub fn round_asked(&self, text: &str) -> Outcome<Round> {
        let newest = self.years()?.first().copied().ok_or(Refused::NoPlan)?;
        let unknown = |_| Refused::UnknownRound { text: text.trim().to_owned(), year: newest };
        text.trim().parse().map_err(unknown)
    }

    /// The year that is meant where there is only one, for a query.
    ///
    /// # Errors
    /// No plan, or several.
    pub fn year_asked(&self, year: Option<i16>) -> Outcome<i16> {
        self.only_year(year)
    }

    /// The id, for a query, of the department that any of its names means in that year.
    ///
    /// # Errors
    /// No such plan; no department of that name, or several.
    pub fn department_asked(&self, year: i16, name: &str) -> Outcome<String> {
        let register = self.register(Some(year))?;
        Ok(self.department_named(&register, name)?.to_string())
    }

    /// The number, for a query, of the task that a text means in that year.
    ///
    /// # Errors
    /// No such plan or task.
    pub fn task_asked(&self, year: i16, text: &str) -> Outcome<u32> {
        Ok(crate::named::task_named(&self.register(Some(year))?, text)?.number)
    }

    /// With what a round's document is made.
    fn making(&self, register: &Register, round: Round, query: &Asked<'_>) -> Outcome<Making> {
        Ok(Making {
            as_of: self.check_not_ahead(self.as_of(register, round, query.as_of.as_deref())?)?,
            edition: query.edition.clone(),
            audience: match query.audience {
                AudienceCode::Internal => Audience::Internal,
                AudienceCode::Public => Audience::Public,
            },
            sample: self.is_sample(),
            unit: self.office()?.name,
        })
    }

    pub(crate) fn set(&self, report: &Report, day: Date, gaps: Vec<Gap>) -> Outcome<Printed> {
        self.set_with(report, day, gaps, &[])
    }

    /// The same with keywords that are not of its content: a seal's.
    pub(crate) fn set_with(
        &self,
        report: &Report,
        day: Date,
        gaps: Vec<Gap>,
        keywords: &[String],
    ) -> Outcome<Printed> {
        let info = Self::about(report, day, keywords)?;
        let mut bytes = Vec::new();
        let pressing = Pressing { report, info: &info, shown: None, file: None, watch: &|_| true };
        let pressed = self.press(&pressing, &mut bytes)?;
        Ok(Printed::new(bytes, report, pressed, gaps))
    }

    /// What the file says about itself, with the data that it shows.
    pub(crate) fn about(report: &Report, day: Date, keywords: &[String]) -> Outcome<pdf::DocumentInfo> {
        let front = &report.front;
        let number = |value: i8| u8::try_from(value).unwrap_or(1);
        Ok(pdf::DocumentInfo {
            title: front.title.clone(),
            author: front.author.clone(),
            subject: front.subject.clone(),
            keywords: [&front.keywords, keywords].concat(),
            creator: program(),
            created: pdf::Day {
                year: u16::try_from(day.year()).unwrap_or(1),
                month: number(day.month()),
                day: number(day.day()),
            },
            source: Some(content::attachment(report, day).map_err(pdf::PdfError::Output)?),
        })
    }
}
