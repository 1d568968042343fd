//! Printing: register → report → layout → PDF, the same for window and command line.

use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::entry::EntryKey;
use crate::wire::printed::{Gap, OutlineItem, PrintedReport, ReportQuery, StyleCode};
use domain::period::Round;
use domain::register::Register;
use domain::state::QuarterState;
use jiff::civil::Date;
use report::{Edition, QuarterOptions, Report, Style};

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
    /// What stands where.
    pub outline: Vec<OutlineItem>,
    /// What is missing before it can be handed in.
    pub gaps: Vec<Gap>,
}

impl Printed {
    /// What the screen needs to know of it; the token is the caller's.
    #[must_use]
    pub fn to_wire(&self, token: String) -> PrintedReport {
        PrintedReport {
            token,
            title: self.title.clone(),
            file_name: self.file_name.clone(),
            pages: self.pages,
            outline: self.outline.clone(),
            gaps: self.gaps.clone(),
        }
    }
}

impl Desk {
    /// The white paper in its original style.
    ///
    /// # Errors
    /// No such plan; no fonts; a character without a glyph.
    pub fn print_whitepaper(&self, year: Option<i16>) -> Outcome<Printed> {
        let register = self.register(year)?;
        let report = report::whitepaper(&register.plan, self.is_sample());
        let first_day = Date::new(register.plan.year, 1, 1).unwrap_or(Date::ZERO);
        self.set(&report, register.plan.published_on().unwrap_or(first_day), Vec::new())
    }

    /// The quarter's report for a round written as 2013Q1 and a department by any of its names.
    ///
    /// # Errors
    /// An unknown round, department or plan; no fonts; a character without a glyph.
    pub fn print_period(
        &self,
        period: &str,
        department: Option<&str>,
        style: StyleCode,
        as_of: Option<&str>,
    ) -> Outcome<Printed> {
        let newest = self.years()?.first().copied().ok_or(Refused::NoPlan)?;
        let unknown = |_| Refused::UnknownRound { text: period.trim().to_owned(), year: newest };
        let round: Round = period.trim().parse().map_err(unknown)?;
        let register = self.register(Some(round.year))?;
        let department = department.map(|name| self.department_named(&register, name)).transpose()?;
        self.print_round(&register, round, department, style, as_of)
    }

    /// Whatever the screen asks for.
    ///
    /// # Errors
    /// As the two above.
    pub fn print(&self, query: &ReportQuery) -> Outcome<Printed> {
        match query {
            ReportQuery::CallList { year, quarter } => {
                let round = view::round(*year, view::quarter(*quarter)?);
                self.print_call_list(Some(&round.to_string()), None)
            }
            ReportQuery::Whitepaper { year } => self.print_whitepaper(Some(*year)),
            ReportQuery::Verification { year, round, seed } => self.print_verification(*year, *round, *seed),
            ReportQuery::Quarter { year, quarter, department, style, as_of } => {
                let register = self.register(Some(*year))?;
                let round = view::round(*year, view::quarter(*quarter)?);
                let department = department.as_deref().map(view::id).transpose()?;
                self.print_round(&register, round, department, *style, as_of.as_deref())
            }
        }
    }

    fn print_round(
        &self,
        register: &Register,
        round: Round,
        department: Option<domain::id::ObjectId>,
        style: StyleCode,
        as_of: Option<&str>,
    ) -> Outcome<Printed> {
        let as_of = self.as_of(register, round, as_of)?;
        let options = QuarterOptions {
            round,
            as_of,
            style: match style {
                StyleCode::Original => Style::Original,
                StyleCode::Wide => Style::Wide,
            },
            department,
            edition: Edition::Draft,
            sample: self.is_sample(),
            unit: self.office()?.name,
        };
        let gaps = gaps(register, &options);
        self.set(&report::quarter(register, &options), as_of, gaps)
    }

    pub(crate) fn set(&self, report: &Report, day: Date, gaps: Vec<Gap>) -> Outcome<Printed> {
        let fonts = self.fonts()?;
        let document = layout::document(&report.manuscript, fonts)?;
        let front = &report.front;
        let number = |value: i8| u8::try_from(value).unwrap_or(1);
        let info = pdf::DocumentInfo {
            title: front.title.clone(),
            author: front.author.clone(),
            subject: front.subject.clone(),
            keywords: front.keywords.clone(),
            creator: format!("白皮书督办 {}", env!("CARGO_PKG_VERSION")),
            created: pdf::Day {
                year: u16::try_from(day.year()).unwrap_or(1),
                month: number(day.month()),
                day: number(day.day()),
            },
            source: None,
        };
        let outline = document.outline.iter().map(|entry| OutlineItem {
            level: entry.level,
            title: entry.title.clone(),
            page: entry.page + 1,
        });
        Ok(Printed {
            bytes: pdf::write(&document, &info, fonts)?,
            title: front.title.clone(),
            file_name: format!("{}.pdf", front.file_name),
            pages: u32::try_from(document.pages.len()).unwrap_or(u32::MAX),
            outline: outline.collect(),
            gaps,
        })
    }
}

/// What is missing before a quarter's report can be handed in: unreported milestones and claims without evidence.
fn gaps(register: &Register, options: &QuarterOptions) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for task in register.plan.tasks() {
        let responsible = register.responsible_in(task, options.round);
        let quarter = options.round.quarter;
        if options.department.is_some_and(|id| responsible.iter().all(|one| one.id != id)) {
            continue;
        }
        let Some(standing) = register.standing(task, quarter, options.round, options.as_of) else { continue };
        let what = match (standing.state, standing.without_evidence) {
            (QuarterState::Unreported, _) => "未填报",
            (_, true) => "缺佐证",
            _ => continue,
        };
        let stated = register.entries(task.number, quarter);
        let first = responsible.iter().find(|one| stated.iter().all(|entry| entry.key.department != one.id));
        let key = options.department.or(first.or(responsible.first()).map(|one| one.id)).map(|department| {
            EntryKey {
                year: options.round.year,
                task: task.number,
                quarter: quarter.number(),
                round: quarter.number(),
                department: department.to_string(),
            }
        });
        let names: Vec<_> = responsible.iter().map(|one| one.name).collect();
        let text = format!("{}　{}", crate::paper::numbered_title(task), names.join("、"));
        gaps.push(Gap { what: what.to_owned(), text, key });
    }
    gaps
}
