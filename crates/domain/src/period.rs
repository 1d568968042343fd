//! Quarters, rounds and their due dates.
//!
//! A milestone belongs to a [`Quarter`]; a progress is reported in a [`Round`] (报告期). The two are different facts:
//! the first quarter's milestone may still be reported on in the third quarter's round.

use crate::calendar::WorkCalendar;
use jiff::civil::{Date, date};
use std::fmt;
use std::str::FromStr;

/// One quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Quarter {
    First,
    Second,
    Third,
    Fourth,
}

impl Quarter {
    /// The four in order.
    pub const ALL: [Self; 4] = [Self::First, Self::Second, Self::Third, Self::Fourth];

    /// 1 to 4; `None` for anything else.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// 1 to 4.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// 0 to 3, for arrays of four.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// 一季度, as sentences say it.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["一季度", "二季度", "三季度", "四季度"][self.index()]
    }

    /// 第一季度, as the paper's table says it.
    #[must_use]
    pub fn ordinal_word(self) -> &'static str {
        ["第一季度", "第二季度", "第三季度", "第四季度"][self.index()]
    }
}

/// One quarter of one year in which departments report; written 2013Q1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Round {
    /// The plan's year, 1949 to 9999.
    pub year: i16,
    /// The quarter in which is reported.
    pub quarter: Quarter,
}

impl Round {
    /// The round in whose quarter a day lies.
    #[must_use]
    pub fn of(day: Date) -> Self {
        let quarter = Quarter::ALL[usize::try_from((day.month() - 1) / 3).unwrap_or(0)];
        Self { year: day.year(), quarter }
    }

    /// The first day of the quarter.
    #[must_use]
    pub fn first_day(self) -> Date {
        date(self.year, [1, 4, 7, 10][self.quarter.index()], 1)
    }

    /// The last day of the quarter.
    #[must_use]
    pub fn last_day(self) -> Date {
        let (month, day) = [(3, 31), (6, 30), (9, 30), (12, 31)][self.quarter.index()];
        date(self.year, month, day)
    }

    /// The round before it in its year; `None` for the year's first.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        let quarter = Quarter::from_number(self.quarter.number() - 1)?;
        Some(Self { quarter, ..self })
    }

    /// 一季度 / 上半年 / 前三季度 / 全年: the span from the year's start, as report titles name it.
    #[must_use]
    pub fn span_word(self) -> &'static str {
        ["一季度", "上半年", "前三季度", "全年"][self.quarter.index()]
    }
}

impl fmt::Display for Round {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Q{}", self.year, self.quarter.number())
    }
}

/// A text that names no round; the form is 2013Q1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotARound;

impl FromStr for Round {
    type Err = NotARound;

    fn from_str(text: &str) -> Result<Self, NotARound> {
        let (year, quarter) = text.split_once(['Q', 'q']).ok_or(NotARound)?;
        let year: i16 = year.parse().map_err(|_| NotARound)?;
        let quarter = quarter.parse().ok().and_then(Quarter::from_number).ok_or(NotARound)?;
        if (1949..=9999).contains(&year) { Ok(Self { year, quarter }) } else { Err(NotARound) }
    }
}

/// When rounds fall due: a setting of the supervision office with a default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueRule {
    /// Days after the quarter's end.
    pub days_after_quarter: i32,
    /// Workdays after the plan was handed out.
    pub workdays_after_handout: i32,
}

impl Default for DueRule {
    fn default() -> Self {
        Self { days_after_quarter: 10, workdays_after_handout: 5 }
    }
}

impl DueRule {
    /// The due date of a round: the later of the days after the quarter and the workdays after hand-out.
    ///
    /// The 2013 paper appeared on 17 April, after its first quarter: that round fell due on 24 April.
    #[must_use]
    pub fn due(self, round: Round, handed_out: Option<Date>, calendar: &WorkCalendar) -> Date {
        let by_quarter = add_days(round.last_day(), self.days_after_quarter);
        let by_handout = handed_out.map(|day| calendar.workdays_after(day, self.workdays_after_handout));
        by_handout.map_or(by_quarter, |day| day.max(by_quarter))
    }
}

fn add_days(day: Date, days: i32) -> Date {
    day.saturating_add(jiff::Span::new().days(days.clamp(0, 3_660)))
}

/// 2013年4月7日, without zero padding (GB/T 9704-2012).
#[must_use]
pub fn date_in_words(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn rounds_as_text() {
        let round: Round = "2013Q1".parse().unwrap();
        assert_eq!((round.year, round.quarter, round.to_string()), (2013, Quarter::First, "2013Q1".into()));
        for text in ["2013", "2013Q5", "2013Q0", "Q1", "13Q1", "2013-1", ""] {
            assert_eq!(text.parse::<Round>(), Err(NotARound), "{text}");
        }
    }

    #[test]
    fn due_dates() {
        let rule = DueRule::default();
        let plain = WorkCalendar::default();
        let due = |text: &str, handed_out| rule.due(text.parse().unwrap(), handed_out, &plain);
        assert_eq!(due("2013Q1", Some(date(2013, 4, 17))), date(2013, 4, 24));
        assert_eq!(due("2013Q2", Some(date(2013, 4, 17))), date(2013, 7, 10));
        assert_eq!(due("2013Q4", None), date(2014, 1, 10));
        // Handed out before a holiday: its days are no workdays.
        let may = WorkCalendar::read("休 2013-04-29..2013-05-01\n班 2013-04-27..2013-04-28").unwrap();
        let handed_out = Some(date(2013, 4, 25));
        assert_eq!(rule.due("2013Q1".parse().unwrap(), handed_out, &may), date(2013, 5, 3));
        assert_eq!(due("2013Q1", handed_out), date(2013, 5, 2));
    }

    #[test]
    fn dates_in_words() {
        assert_eq!(date_in_words(date(2013, 4, 7)), "2013年4月7日");
    }
}
