//! 催报: who has not reported, and whose sealed sheet was seen.
//!
//! Who owes a round what is `domain::call_list`'s; instructions and supervision items have files of their own.

use crate::desk::Desk;
use crate::printed::Composed;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::chase::{CallLineView, CallList, Chase, MilestoneRef, ReportedCount, SealedCopyView};
use crate::wire::submission::SubmissionView;
use domain::action::Action;
use domain::call_list::{self, CallLine, Reported};
use domain::chase::SealedCopy;
use domain::contact::{self, Contact};
use domain::id::ObjectId;
use domain::period::{Quarter, Round};
use domain::register::Register;
use jiff::civil::Date;
use layout::punctuation::full_width;
use ledger::Record;

/// A round's call list before it is worded.
pub(crate) struct Calls {
    pub(crate) register: Register,
    pub(crate) round: Round,
    pub(crate) as_of: Date,
    pub(crate) lines: Vec<CallLine>,
    pub(crate) contacts: Vec<Contact>,
    /// The sheets that were printed to be signed.
    submissions: Vec<SubmissionView>,
}

impl Desk {
    /// 谁没报: every department that owes the round something. Without a round: the one that is being worked on.
    ///
    /// # Errors
    /// An unknown round; no such plan; no date.
    pub fn call_list(&self, round: Option<&str>, as_of: Option<&str>) -> Outcome<CallList> {
        Ok(list_view(&self.calls(round, as_of)?))
    }

    pub(crate) fn calls(&self, round: Option<&str>, as_of: Option<&str>) -> Outcome<Calls> {
        let (register, round) = match round {
            Some(round) => self.round_meant(round)?,
            None => {
                let register = self.register(None)?;
                let round = current(&register, self.today());
                (register, round)
            }
        };
        self.calls_of(register, round, as_of)
    }

    fn calls_of(&self, register: Register, round: Round, as_of: Option<&str>) -> Outcome<Calls> {
        let as_of = view::day(as_of.unwrap_or_default())?.unwrap_or_else(|| self.today());
        let sealed = self.store().all::<SealedCopy>(Some(register.plan_id))?;
        let sealed: Vec<_> = sealed.into_iter().map(|one| one.value).collect();
        let lines = call_list::call_list(&register, round, as_of, &sealed);
        let submissions = self.submissions(&register, round)?;
        Ok(Calls { contacts: self.contacts()?, register, round, as_of, lines, submissions })
    }

    /// The call list as a document: those who have not reported all.
    ///
    /// # Errors
    /// As [`Desk::call_list`]; no fonts; a character without a glyph.
    pub(crate) fn compose_call_list(&self, round: Option<&str>, as_of: Option<&str>) -> Outcome<Composed> {
        let calls = self.calls(round, as_of)?;
        self.check_not_ahead(calls.as_of)?;
        let rows = calls.lines.iter().filter(|line| !line.missing.is_empty()).map(|line| {
            let view = line_view(&calls, line);
            report::CallRow {
                reported: format!("{}\n（{}/{}）", view.reported_word, view.stated, view.owed),
                sealed: view.sealed.map_or_else(|| "未见".to_owned(), |copy| copy.on),
                name: view.name,
                missing: view.missing_words,
                contact: view.contact,
                telephone: view.telephone,
            }
        });
        let options = report::CallListOptions {
            round: calls.round,
            due: calls.register.due(calls.round),
            as_of: calls.as_of,
            sentence: sentence(&calls.lines, calls.round),
            unit: self.office()?.name,
            sample: self.is_sample(),
        };
        let report = report::call_list(&rows.collect::<Vec<_>>(), &options);
        Ok(Composed::new(report, calls.as_of, Vec::new()))
    }

    /// Everything that the screen of chasing shows.
    ///
    /// # Errors
    /// No such plan or quarter.
    pub fn chase(&self, year: i16, quarter: u8) -> Outcome<Chase> {
        let quarter = view::quarter(quarter)?;
        let register = self.register(Some(year))?;
        let (round, instructions) =
            (self.round_view(&register, quarter), self.instructions_in(&register, None)?);
        let items = self.supervision_items_in(&register, None, false)?;
        let calls = self.calls_of(register, view::round(year, quarter), None)?;
        Ok(Chase { round, list: list_view(&calls), instructions, items })
    }

    /// 已见盖章件: that a department's sealed sheet of a round was seen; a second time corrects the first.
    ///
    /// # Errors
    /// Not the supervision office; an unknown round or department; a department that answers for nothing; no date.
    pub fn add_sealed_copy(
        &self,
        round: &str,
        department: &str,
        on: Option<&str>,
        remark: &str,
    ) -> Outcome<SealedCopyView> {
        self.require(Action::Chase)?;
        self.only_supervision()?;
        let (register, round) = self.round_meant(round)?;
        let department = self.department_meant(department)?;
        let answers = |task: &domain::plan::Task| register.has_held(task, department.id);
        if !register.plan.tasks().any(answers) {
            return Err(Refused::NotInPlan {
                department: department.current_name().to_owned(),
                year: round.year,
            });
        }
        let copy = SealedCopy {
            plan: register.plan_id,
            round,
            department: department.id,
            on: view::day(on.unwrap_or_default())?.unwrap_or_else(|| self.today()),
            by: self.author()?.name,
            remark: remark.trim().to_owned(),
        };
        let shown = sealed_view(&copy, department.current_name());
        self.commit("sealed_copy.add", None, vec![Record::SealedCopy(copy)])?;
        Ok(shown)
    }
}

/// The round that is worked on: the first that is not closed and has begun to ask; else the first.
fn current(register: &Register, today: Date) -> Round {
    let open = |quarter: &Quarter| {
        let round = register.round(*quarter);
        !register.round_state(round, today).is_closed() && round.last_day() <= today
    };
    register.round(Quarter::ALL.into_iter().find(open).unwrap_or(Quarter::First))
}

/// A department's name on a day with the one under which the plan was published: 卫计局（原卫人局）.
pub(crate) fn name_on(register: &Register, department: ObjectId, day: Date) -> String {
    let Some(found) = register.department(department) else { return String::new() };
    let mut published: Vec<_> =
        register.published.iter().filter(|(_, id)| **id == department).map(|(name, _)| name).collect();
    published.sort_unstable();
    match published.as_slice() {
        [only] => found.name_with_former(day, only),
        _ => found.name_on(day).to_owned(),
    }
}

/// The counts of a list, those that occur, in the order of the closed list.
pub(crate) fn counts(lines: &[CallLine]) -> Vec<(Reported, usize)> {
    let of = |reported| lines.iter().filter(|line| line.reported() == reported).count();
    Reported::ALL.into_iter().map(|one| (one, of(one))).filter(|(_, count)| *count > 0).collect()
}

/// 一季度报告期应报部门24个：未报2个，已报22个；已见盖章件18个。
pub(crate) fn sentence(lines: &[CallLine], round: Round) -> String {
    let head = format!("{}报告期应报部门{}个", round.quarter.word(), lines.len());
    let counts: Vec<_> =
        counts(lines).iter().map(|(one, count)| format!("{}{count}个", one.word())).collect();
    let sealed = lines.iter().filter(|line| line.sealed.is_some()).count();
    let counts = if counts.is_empty() { String::new() } else { format!("：{}", counts.join("，")) };
    format!("{head}{counts}；其中已见盖章件{sealed}个。")
}

fn list_view(calls: &Calls) -> CallList {
    let Calls { register, round, as_of, lines, .. } = calls;
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    CallList {
        round: round.to_string(),
        due: register.due(*round).to_string(),
        as_of: as_of.to_string(),
        sentence: sentence(lines, *round),
        total: count(lines.len()),
        counts: counts(lines)
            .into_iter()
            .map(|(one, number)| ReportedCount {
                reported: one.code().to_owned(),
                word: one.word().to_owned(),
                count: count(number),
            })
            .collect(),
        sealed: count(lines.iter().filter(|line| line.sealed.is_some()).count()),
        lines: lines.iter().map(|line| line_view(calls, line)).collect(),
    }
}

fn line_view(calls: &Calls, line: &CallLine) -> CallLineView {
    let contact = contact::on(&calls.contacts, line.department, calls.as_of);
    let name = name_on(&calls.register, line.department, calls.as_of);
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    CallLineView {
        department: line.department.to_string(),
        owed: count(line.owed.len()),
        stated: count(line.owed.len() - line.missing.len()),
        reported: line.reported().code().to_owned(),
        reported_word: line.reported().word().to_owned(),
        missing: line
            .missing
            .iter()
            .map(|&(task, quarter)| MilestoneRef { task, quarter: quarter.number() })
            .collect(),
        missing_words: report::wording::milestones(&line.missing, line.round),
        sealed: line.sealed.as_ref().map(|copy| sealed_view(copy, &name)),
        submission: calls
            .submissions
            .iter()
            .find(|one| one.department == line.department.to_string())
            .cloned(),
        contact: contact.map(|contact| contact.name.clone()).unwrap_or_default(),
        telephone: contact.map(|contact| contact.telephone.clone()).unwrap_or_default(),
        name: full_width(&name),
    }
}

fn sealed_view(copy: &SealedCopy, department: &str) -> SealedCopyView {
    SealedCopyView {
        round: copy.round.to_string(),
        department: department.to_owned(),
        on: copy.on.to_string(),
        by: copy.by.clone(),
        remark: copy.remark.clone(),
    }
}
