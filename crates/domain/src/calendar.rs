//! The workday calendar (工作日历): Monday to Friday, less the days off, plus the days worked in exchange (调休).
//!
//! Which days those are is data that the State Council publishes each autumn for the next year; an officer can change
//! it. Text form, one span a line: `休 2013-02-09..2013-02-15 春节` or `班 2013-02-16`; what follows the days is for
//! people. Without data every Monday to Friday is a workday.

use jiff::civil::{Date, Weekday};
use std::fmt::Write as _;

/// The longest span that one line may name, in days: more is a slip of the pen.
const SPAN_DAYS_MAX: usize = 31;
/// No walk over workdays goes further than this many days: ten years.
const WALK_DAYS_MAX: i32 = 3_660;

/// Which days are worked, apart from Monday to Friday.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WorkCalendar {
    /// Days off that fall on Monday to Friday or on a weekend, sorted, none twice.
    days_off: Vec<Date>,
    /// Saturdays and Sundays that are worked, sorted, none twice.
    extra_workdays: Vec<Date>,
}

/// A line of the text form that is not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarProblem {
    /// Its number in the text, from 1.
    pub line: usize,
    /// The line.
    pub text: String,
    /// What is wrong with it.
    pub kind: CalendarProblemKind,
}

/// What can be wrong with a line of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CalendarProblemKind {
    /// It begins neither with 休 nor with 班.
    Head,
    /// No day, or no span of days, in the form 2013-02-09..2013-02-15.
    Days,
    /// The span ends before it begins, or is longer than a month.
    Span,
    /// The day is named both as 休 and as 班.
    Both,
}

impl WorkCalendar {
    /// Takes the two lists in any order.
    #[must_use]
    pub fn new(mut days_off: Vec<Date>, mut extra_workdays: Vec<Date>) -> Self {
        days_off.sort_unstable();
        days_off.dedup();
        extra_workdays.sort_unstable();
        extra_workdays.dedup();
        Self { days_off, extra_workdays }
    }

    /// Reads the text form; every line that is not understood is told, and then nothing is taken.
    ///
    /// # Errors
    /// The lines that are not understood, in order.
    pub fn read(text: &str) -> Result<Self, Vec<CalendarProblem>> {
        let (mut days_off, mut extra_workdays, mut problems) = (Vec::new(), Vec::new(), Vec::new());
        for (at, line) in text.lines().enumerate() {
            let bare = line.trim();
            if bare.is_empty() || bare.starts_with('#') {
                continue;
            }
            let read = read_line(bare).and_then(|(off, days)| {
                let (own, other) =
                    if off { (&mut days_off, &extra_workdays) } else { (&mut extra_workdays, &days_off) };
                if days.iter().any(|day| other.contains(day)) {
                    return Err(CalendarProblemKind::Both);
                }
                own.extend(days);
                Ok(())
            });
            if let Err(kind) = read {
                problems.push(CalendarProblem { line: at + 1, text: bare.to_owned(), kind });
            }
        }
        if problems.is_empty() { Ok(Self::new(days_off, extra_workdays)) } else { Err(problems) }
    }

    /// The text form: a line for each run of days, in order; [`WorkCalendar::read`] gives the same calendar back.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines: Vec<(Date, Date, char)> = runs(&self.days_off, '休');
        lines.extend(runs(&self.extra_workdays, '班'));
        lines.sort_unstable();
        let mut text = String::new();
        for (from, to, head) in lines {
            // Writing to a String cannot fail.
            let _ = if from == to {
                writeln!(text, "{head} {from}")
            } else {
                writeln!(text, "{head} {from}..{to}")
            };
        }
        text
    }

    /// Days off, sorted.
    #[must_use]
    pub fn days_off(&self) -> &[Date] {
        &self.days_off
    }

    /// Saturdays and Sundays that are worked, sorted.
    #[must_use]
    pub fn extra_workdays(&self) -> &[Date] {
        &self.extra_workdays
    }

    /// Whether anything is known of that year; where not, each Monday to Friday counts.
    #[must_use]
    pub fn knows(&self, year: i16) -> bool {
        self.days_off.iter().any(|day| day.year() == year)
    }

    /// This calendar with the years that `other` knows taken from `other`.
    #[must_use]
    pub fn overlaid(&self, other: &Self) -> Self {
        let of_own_years = |days: &[Date]| -> Vec<Date> {
            days.iter().filter(|day| !other.knows(day.year())).copied().collect()
        };
        let (mut days_off, mut extra_workdays) =
            (of_own_years(&self.days_off), of_own_years(&self.extra_workdays));
        days_off.extend(&other.days_off);
        extra_workdays.extend(&other.extra_workdays);
        Self::new(days_off, extra_workdays)
    }

    /// Whether that day is worked.
    #[must_use]
    pub fn is_workday(&self, day: Date) -> bool {
        if self.days_off.binary_search(&day).is_ok() {
            return false;
        }
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
            || self.extra_workdays.binary_search(&day).is_ok()
    }

    /// The n-th workday after that day; the day itself for 0.
    #[must_use]
    pub fn workdays_after(&self, day: Date, workdays: i32) -> Date {
        let mut left = workdays.clamp(0, 366);
        let mut day = day;
        for _ in 0..WALK_DAYS_MAX {
            if left == 0 {
                break;
            }
            day = day.saturating_add(jiff::Span::new().days(1));
            left -= i32::from(self.is_workday(day));
        }
        day
    }

    /// How many workdays lie after `from` up to and with `to`; 0 where `to` is not later.
    #[must_use]
    pub fn workdays_between(&self, from: Date, to: Date) -> u32 {
        let mut day = from;
        let mut count = 0;
        for _ in 0..WALK_DAYS_MAX {
            if day >= to {
                break;
            }
            day = day.saturating_add(jiff::Span::new().days(1));
            count += u32::from(self.is_workday(day));
        }
        count
    }
}

/// Whether the line names days off, and which days.
fn read_line(line: &str) -> Result<(bool, Vec<Date>), CalendarProblemKind> {
    let (off, rest) = match (line.strip_prefix('休'), line.strip_prefix('班')) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return Err(CalendarProblemKind::Head),
    };
    let days = rest.split_whitespace().next().ok_or(CalendarProblemKind::Days)?;
    let (from, to) = days.split_once("..").unwrap_or((days, days));
    let day = |text: &str| text.parse::<Date>().map_err(|_| CalendarProblemKind::Days);
    let (from, to) = (day(from)?, day(to)?);
    let span: Vec<_> =
        from.series(jiff::Span::new().days(1)).take(SPAN_DAYS_MAX + 1).take_while(|day| *day <= to).collect();
    if span.is_empty() || span.len() > SPAN_DAYS_MAX {
        return Err(CalendarProblemKind::Span);
    }
    Ok((off, span))
}

/// Sorted days as runs of consecutive ones.
fn runs(days: &[Date], head: char) -> Vec<(Date, Date, char)> {
    let mut runs: Vec<(Date, Date, char)> = Vec::new();
    for &day in days {
        match runs.last_mut() {
            Some((_, to, _)) if to.tomorrow().ok() == Some(day) => *to = day,
            _ => runs.push((day, day, head)),
        }
    }
    // A run longer than a line may name is told in several.
    runs.into_iter()
        .flat_map(|(from, to, head)| {
            let step = i32::try_from(SPAN_DAYS_MAX).unwrap_or(1);
            let starts = from.series(jiff::Span::new().days(step)).take_while(move |start| *start <= to);
            starts.map(move |start| {
                (start, start.saturating_add(jiff::Span::new().days(step - 1)).min(to), head)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use jiff::civil::date;

    const SPRING: &str = "# 春节\n休 2013-02-09..2013-02-15 春节\n班 2013-02-16\n班 2013-02-17\n";

    #[test]
    fn weekends_holidays_and_days_worked_in_exchange() {
        let calendar = WorkCalendar::read(SPRING).unwrap();
        for (day, worked) in [
            (date(2013, 2, 8), true),
            (date(2013, 2, 9), false),
            (date(2013, 2, 13), false),
            (date(2013, 2, 16), true),
            (date(2013, 2, 17), true),
            (date(2013, 2, 18), true),
            (date(2013, 2, 23), false),
        ] {
            assert_eq!(calendar.is_workday(day), worked, "{day}");
        }
        // Thursday, Friday; the holiday; Saturday and Sunday that are worked; Monday.
        assert_eq!(calendar.workdays_after(date(2013, 2, 7), 4), date(2013, 2, 18));
        assert_eq!(WorkCalendar::default().workdays_after(date(2013, 2, 7), 4), date(2013, 2, 13));
        assert_eq!(calendar.workdays_after(date(2013, 2, 9), 0), date(2013, 2, 9));
        assert_eq!(calendar.workdays_between(date(2013, 2, 7), date(2013, 2, 18)), 4);
        assert_eq!(calendar.workdays_between(date(2013, 2, 18), date(2013, 2, 7)), 0);
    }

    #[test]
    fn the_text_form_comes_back_and_tells_what_is_wrong() {
        let calendar = WorkCalendar::read(SPRING).unwrap();
        assert_eq!(calendar.text(), "休 2013-02-09..2013-02-15\n班 2013-02-16..2013-02-17\n");
        assert_eq!(WorkCalendar::read(&calendar.text()).unwrap(), calendar);
        let kinds = |text: &str| -> Vec<_> {
            let problems = WorkCalendar::read(text).err().unwrap_or_default();
            problems.into_iter().map(|problem| (problem.line, problem.kind)).collect()
        };
        use CalendarProblemKind::{Both, Days, Head, Span};
        assert_eq!(
            kinds("假 2013-01-01\n休 2013-13-01\n休\n休 2013-02-02..2013-02-01\n休 2013-01-01..2014-01-01"),
            [(1, Head), (2, Days), (3, Days), (4, Span), (5, Span)]
        );
        assert_eq!(kinds("休 2013-05-01..2013-05-03\n班 2013-05-02"), [(2, Both)]);
        // A run longer than one line may name.
        let days: Vec<_> = date(2013, 1, 1).series(jiff::Span::new().days(1)).take(80).collect();
        let long = WorkCalendar::new(days, Vec::new());
        assert_eq!(WorkCalendar::read(&long.text()).unwrap(), long);
    }

    #[test]
    fn a_year_that_is_set_anew_takes_the_place_of_the_known_one() {
        let known = WorkCalendar::read("休 2013-01-01\n休 2014-01-01\n班 2014-01-26").unwrap();
        let own = WorkCalendar::read("休 2014-01-02").unwrap();
        assert_eq!(known.overlaid(&own).text(), "休 2013-01-01\n休 2014-01-02\n");
        assert!(known.knows(2014) && !known.knows(2015));
    }

    /// Against counting one by one, for random calendars.
    #[test]
    fn workdays_after_and_between_agree() {
        let mut state = 7_u64;
        let mut dice = |n: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        };
        for _ in 0..300 {
            let some = |dice: &mut dyn FnMut(u64) -> u64| -> Vec<Date> {
                (0..12)
                    .map(|_| {
                        date(2013, 1 + i8::try_from(dice(3)).unwrap(), 1 + i8::try_from(dice(28)).unwrap())
                    })
                    .collect()
            };
            let calendar = WorkCalendar::new(some(&mut dice), some(&mut dice));
            let from = date(2013, 1, 1 + i8::try_from(dice(31)).unwrap());
            let n = i32::try_from(dice(30)).unwrap();
            let to = calendar.workdays_after(from, n);
            assert_eq!(i64::from(calendar.workdays_between(from, to)), i64::from(n));
            assert!(n == 0 || calendar.is_workday(to), "{from} {n} {to}");
        }
    }
}
