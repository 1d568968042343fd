//! Whether a round (报告期) is open or closed, and into which round goes what arrives after closing.
//!
//! Closing ends the taking-in, not the milestone: what is open is asked for again in the next round (遗留). What arrives
//! after closing is 补报 and belongs to the next round; a correction (更正) stays in its round. When a round falls due
//! is `period`'s.

use crate::period::{Quarter, Round};
use jiff::civil::Date;

/// One closing of a round, with the reopening that ended it. A round that was closed twice has two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundClosing {
    /// Which round.
    pub round: Round,
    /// The last day on which something was taken in.
    pub closed_on: Date,
    /// Who closed it.
    pub closed_by: String,
    /// Why it was closed before its due date; empty where it was not.
    pub early_reason: String,
    /// What ended the closing; `None` while it holds.
    pub reopened: Option<Reopening>,
}

/// Why a closed round takes in again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    /// From which day.
    pub on: Date,
    /// Who decided it.
    pub by: String,
    /// Why; never empty.
    pub reason: String,
}

/// Whether a round takes in statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundState<'a> {
    /// It does; `reopened` where it was closed before.
    Open {
        /// The reopening that holds.
        reopened: Option<&'a Reopening>,
    },
    /// It does not, since the day after this one.
    Closed(&'a RoundClosing),
}

impl RoundState<'_> {
    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::Closed(_) => "closed",
        }
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Open { reopened: None } => "填报中",
            Self::Open { reopened: Some(_) } => "已重开",
            Self::Closed(_) => "已截止",
        }
    }

    /// Whether it is closed.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Closed(_))
    }
}

/// The state of a round on a day: on the day of closing it still takes in.
#[must_use]
pub fn state_on(closings: &[RoundClosing], round: Round, day: Date) -> RoundState<'_> {
    let begun = closings.iter().filter(|closing| closing.round == round && closing.closed_on < day);
    let Some(last) = begun.max_by_key(|closing| closing.closed_on) else {
        return RoundState::Open { reopened: None };
    };
    match &last.reopened {
        Some(reopening) if reopening.on <= day => RoundState::Open { reopened: Some(reopening) },
        _ => RoundState::Closed(last),
    }
}

/// The closing of a round that nothing has ended; on its own day the round still takes in.
#[must_use]
pub fn standing_closing(closings: &[RoundClosing], round: Round) -> Option<&RoundClosing> {
    let own = closings.iter().filter(|closing| closing.round == round);
    own.max_by_key(|closing| closing.closed_on).filter(|closing| closing.reopened.is_none())
}

/// The round to which a statement belongs that was handed in on that day for `round`: that one, or the first later one
/// that still takes in (补报).
#[must_use]
pub fn taken_into(closings: &[RoundClosing], round: Round, day: Date) -> Round {
    let mut round = round;
    while state_on(closings, round, day).is_closed() {
        round = next(round);
    }
    round
}

/// The round after.
#[must_use]
pub fn next(round: Round) -> Round {
    match Quarter::from_number(round.quarter.number() + 1) {
        Some(quarter) => Round { quarter, ..round },
        None => Round { year: round.year.saturating_add(1), quarter: Quarter::First },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn open_closed_reopened_closed_again() {
        let (first, second): (Round, Round) = ("2013Q1".parse().unwrap(), "2013Q2".parse().unwrap());
        let closing = |closed_on, reopened| RoundClosing {
            round: first,
            closed_on,
            closed_by: "陈某".into(),
            early_reason: String::new(),
            reopened,
        };
        let reopening = Reopening { on: date(2013, 5, 2), by: "陈某".into(), reason: "漏报".into() };
        let closings = [closing(date(2013, 4, 26), Some(reopening)), closing(date(2013, 5, 3), None)];
        for (day, word, into) in [
            (date(2013, 4, 26), "填报中", first),
            (date(2013, 4, 27), "已截止", second),
            (date(2013, 5, 1), "已截止", second),
            (date(2013, 5, 2), "已重开", first),
            (date(2013, 5, 3), "已重开", first),
            (date(2013, 5, 4), "已截止", second),
        ] {
            assert_eq!(state_on(&closings, first, day).word(), word, "{day}");
            assert_eq!(taken_into(&closings, first, day), into, "{day}");
            assert_eq!(state_on(&closings, second, day).code(), "open");
        }
        assert_eq!(standing_closing(&closings, first), closings.last());
        assert_eq!(standing_closing(&closings[..1], first), None);
        assert_eq!(standing_closing(&closings, second), None);
    }

    #[test]
    fn after_the_fourth_comes_the_next_year() {
        assert_eq!(next("2013Q4".parse().unwrap()), "2014Q1".parse().unwrap());
    }
}
