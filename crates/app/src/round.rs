//! 报告期: rounds are closed and reopened, and it is said what happens to what arrives now.
//!
//! What closing means is `domain::round`'s; here stand who may do it and what is refused.

use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use crate::wire::chase::{ClosingView, RoundView};
use domain::action::Action;
use domain::period::{Quarter, Round, date_in_words};
use domain::register::Register;
use domain::round::{self, Reopening, RoundClosing};
use jiff::civil::Date;
use ledger::{Record, RoundClosings};

impl Desk {
    /// The four rounds of a year.
    ///
    /// # Errors
    /// No such plan.
    pub fn rounds(&self, year: Option<i16>) -> Outcome<Vec<RoundView>> {
        let register = self.register(year)?;
        Ok(Quarter::ALL.map(|quarter| self.round_view(&register, quarter)).to_vec())
    }

    pub(crate) fn round_view(&self, register: &Register, quarter: Quarter) -> RoundView {
        view(register, register.round(quarter), self.today())
    }

    /// Closes a round with today: what arrives from tomorrow on is 补报 in the next one.
    ///
    /// # Errors
    /// Not the supervision office; closed already; before its due date without a reason.
    pub fn close_round(&self, round: &str, reason: Option<&str>) -> Outcome<RoundView> {
        self.require(Action::Rounds)?;
        self.only_supervision()?;
        let (register, round) = self.round_meant(round)?;
        if let Some(closing) = round::standing_closing(&register.closings, round) {
            return Err(Refused::RoundClosed {
                round: words(round),
                on: date_in_words(closing.closed_on),
                by: closing.closed_by.clone(),
            });
        }
        let (today, due) = (self.today(), register.due(round));
        let reason = reason.map(str::trim).unwrap_or_default();
        if today < due && reason.is_empty() {
            return Err(Refused::RoundNotDue { round: words(round), due: date_in_words(due) });
        }
        let closing = RoundClosing {
            round,
            closed_on: today,
            closed_by: self.author()?.name,
            early_reason: if today < due { reason.to_owned() } else { String::new() },
            reopened: None,
        };
        self.write_closings(&register, "round.close", round, |closings| closings.push(closing))
    }

    /// Reopens a closed round from today on.
    ///
    /// # Errors
    /// Not the supervision office; not closed; no reason.
    pub fn reopen_round(&self, round: &str, reason: &str) -> Outcome<RoundView> {
        self.require(Action::Rounds)?;
        self.only_supervision()?;
        let (register, round) = self.round_meant(round)?;
        if round::standing_closing(&register.closings, round).is_none() {
            return Err(Refused::RoundOpen(words(round)));
        }
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Refused::ReopeningReasonMissing(words(round)));
        }
        let reopening = Reopening { on: self.today(), by: self.author()?.name, reason };
        self.write_closings(&register, "round.reopen", round, |closings| {
            if let Some(last) = closings.last_mut() {
                last.reopened = Some(reopening);
            }
        })
    }

    fn write_closings(
        &self,
        register: &Register,
        op: &str,
        round: Round,
        change: impl FnOnce(&mut Vec<RoundClosing>),
    ) -> Outcome<RoundView> {
        let own = register.closings.iter().filter(|closing| closing.round == round);
        let mut closings: Vec<_> = own.cloned().collect();
        change(&mut closings);
        let record = RoundClosings { plan: register.plan_id, round, closings };
        self.commit(op, None, vec![Record::RoundClosings(record)])?;
        Ok(view(&self.register(Some(round.year))?, round, self.today()))
    }

    /// The round that is meant by 2013Q1, with the register of its year.
    pub(crate) fn round_meant(&self, text: &str) -> Outcome<(Register, Round)> {
        let newest = self.years()?.first().copied().ok_or(Refused::NoPlan)?;
        let unknown = |_| Refused::UnknownRound { text: text.trim().to_owned(), year: newest };
        let round: Round = text.trim().parse().map_err(unknown)?;
        Ok((self.register(Some(round.year))?, round))
    }
}

/// 2013年一季度.
pub(crate) fn words(round: Round) -> String {
    format!("{}年{}", round.year, round.quarter.word())
}

/// Where a round stands by its last closing, whatever the day: the code and the word.
pub(crate) fn standing(register: &Register, round: Round) -> (&'static str, &'static str) {
    let ever = register.closings.iter().any(|closing| closing.round == round);
    match (round::standing_closing(&register.closings, round), ever) {
        (Some(_), _) => ("closed", "已截止"),
        (None, true) => ("open", "已重开"),
        (None, false) => ("open", "填报中"),
    }
}

/// What an officer is told who enters something for a round that no longer takes in; `None` where it does.
pub(crate) fn late_note(register: &Register, round: Round, today: Date) -> Option<String> {
    let into = round::taken_into(&register.closings, round, today);
    let closing = round::standing_closing(&register.closings, round)?;
    (into != round).then(|| {
        let year = if into.year == round.year { String::new() } else { format!("{}年", into.year) };
        format!(
            "{}报告期已于{}关闭，本次填报记入{year}{}（补报）。",
            round.quarter.word(),
            date_in_words(closing.closed_on),
            into.quarter.word()
        )
    })
}

fn view(register: &Register, round: Round, today: Date) -> RoundView {
    let own: Vec<_> = register.closings.iter().filter(|closing| closing.round == round).collect();
    let standing = round::standing_closing(&register.closings, round);
    let due = register.due(round);
    let (state, state_word) = self::standing(register, round);
    let sentence = match (standing, own.last().and_then(|closing| closing.reopened.as_ref())) {
        (Some(closing), _) => {
            let until = date_in_words(closing.closed_on);
            let next = round::next(round);
            format!("{until}截止，当日所报仍计入；此后所报记入{}（补报）。", words(next))
        }
        (None, Some(reopening)) => {
            let (on, reason) = (date_in_words(reopening.on), reopening.reason.trim_end_matches('。'));
            format!("{on}由{}重开，理由：{reason}。", reopening.by)
        }
        (None, None) if today < due => format!("{}应报。", date_in_words(due)),
        (None, None) => format!("已于{}到期，尚未截止。", date_in_words(due)),
    };
    RoundView {
        round: round.to_string(),
        quarter: round.quarter.number(),
        name: round.quarter.word().to_owned(),
        due: due.to_string(),
        state: state.to_owned(),
        state_word: state_word.to_owned(),
        sentence,
        closings: own.into_iter().map(closing_view).collect(),
    }
}

fn closing_view(closing: &RoundClosing) -> ClosingView {
    let reopened = closing.reopened.as_ref();
    ClosingView {
        closed_on: closing.closed_on.to_string(),
        closed_by: closing.closed_by.clone(),
        early_reason: closing.early_reason.clone(),
        reopened_on: reopened.map(|one| one.on.to_string()),
        reopened_by: reopened.map(|one| one.by.clone()),
        reopened_reason: reopened.map(|one| one.reason.clone()),
    }
}
