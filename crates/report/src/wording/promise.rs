//! The words for the days that departments promise.
//!
//! A day is told the same way on every page: with its year where the page does not speak of one year only, and （已过）
//! where it lies before the as-of date, so that no past day reads as one to come.

use super::day_in_year;
use domain::period::date_in_words;
use jiff::civil::Date;

/// From where promised days are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PromiseSeen {
    /// What lies before this day has passed.
    pub as_of: Date,
    /// The year in which plan and as-of date both lie: its days need not name it. Where they lie in two, every day does.
    pub year: Option<i16>,
}

/// Behind a day that has passed.
const PASSED: &str = "已过";

impl PromiseSeen {
    /// As of a day, on a page about the plan of that year.
    #[must_use]
    pub fn on(as_of: Date, plan_year: i16) -> Self {
        Self { as_of, year: Some(plan_year).filter(|year| as_of.year() == *year) }
    }

    fn passed(self, day: Date) -> Option<&'static str> {
        (day < self.as_of).then_some(PASSED)
    }

    /// 5月31日, 2013年5月31日.
    fn bare(self, day: Date) -> String {
        self.year.map_or_else(|| date_in_words(day), |year| day_in_year(day, year))
    }

    /// 5月31日（已过）.
    fn day(self, day: Date) -> String {
        format!("{}{}", self.bare(day), in_round_brackets(&[self.passed(day).map(str::to_owned)]))
    }
}

/// （已过，第1次顺延）; empty for nothing.
fn in_round_brackets(words: &[Option<String>]) -> String {
    let words: Vec<&str> = words.iter().flatten().map(String::as_str).collect();
    if words.is_empty() { String::new() } else { format!("（{}）", words.join("，")) }
}

/// How often a later day took the place of an earlier one.
fn deferrals(dates: &[Date]) -> usize {
    dates.windows(2).filter(|pair| pair[1] > pair[0]).count()
}

fn nth_deferral(dates: &[Date]) -> Option<String> {
    Some(deferrals(dates)).filter(|times| *times > 0).map(|times| format!("第{times}次顺延"))
}

/// 原承诺5月31日（已过），现承诺6月30日（第1次顺延）: a later day never replaces the first.
///
/// Empty for no day; 预计5月31日完成 for a single one, 预计5月31日完成（已过） once it has passed.
#[must_use]
pub fn promise_in_words(dates: &[Date], seen: PromiseSeen) -> String {
    match dates {
        [] => String::new(),
        [only] => {
            let passed = seen.passed(*only).map(str::to_owned);
            format!("预计{}完成{}", seen.bare(*only), in_round_brackets(&[passed]))
        }
        [first, .., last] => {
            let about_last = [seen.passed(*last).map(str::to_owned), nth_deferral(dates)];
            let (first, last) = (seen.day(*first), seen.bare(*last));
            format!("原承诺{first}，现承诺{last}{}", in_round_brackets(&about_last))
        }
    }
}

/// 原承诺5月31日完成，后改为6月30日（第1次顺延）, for the days that were promised for what is done now.
#[must_use]
pub fn promised_before(dates: &[Date], seen: PromiseSeen) -> String {
    match dates {
        [] => String::new(),
        [only] => format!("原承诺{}完成", seen.bare(*only)),
        [first, .., last] => {
            let (first, last) = (seen.bare(*first), seen.bare(*last));
            format!("原承诺{first}完成，后改为{last}{}", in_round_brackets(&[nth_deferral(dates)]))
        }
    }
}

/// 现承诺 and, on a line of its own, 5月31日（已过）.
#[must_use]
pub fn promised_now(day: Date, seen: PromiseSeen) -> String {
    format!("现承诺\n{}", seen.day(day))
}

/// 5月31日（已过）→7月15日，共顺延1次: every day; of what is done `seen` is of the day on which that was said.
#[must_use]
pub fn promised_dates(dates: &[Date], seen: PromiseSeen) -> String {
    let times = Some(deferrals(dates)).filter(|times| *times > 0);
    let deferred = times.map(|times| format!("，共顺延{times}次")).unwrap_or_default();
    let days: Vec<_> = dates.iter().map(|day| seen.day(*day)).collect();
    format!("{}{deferred}", days.join("→"))
}

/// ，7月10日自报已完成, after the days that were promised for it.
#[must_use]
pub fn then_done(on: Date, seen: PromiseSeen) -> String {
    format!("，{}自报已完成", seen.bare(on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const MAY: Date = date(2013, 5, 31);
    const JUNE: Date = date(2013, 6, 30);
    const JULY: Date = date(2013, 7, 31);

    fn seen(as_of: Date) -> PromiseSeen {
        PromiseSeen::on(as_of, 2013)
    }

    #[test]
    fn deferred_promises() {
        let before_all = seen(date(2013, 5, 31));
        for (dates, words) in [
            (vec![], ""),
            (vec![MAY], "预计5月31日完成"),
            (vec![MAY, JUNE], "原承诺5月31日\u{FF0C}现承诺6月30日\u{FF08}第1次顺延\u{FF09}"),
            (vec![MAY, JUNE, JULY], "原承诺5月31日\u{FF0C}现承诺7月31日\u{FF08}第2次顺延\u{FF09}"),
            (vec![JUNE, MAY], "原承诺6月30日\u{FF0C}现承诺5月31日"),
            (vec![date(2014, 1, 5)], "预计2014年1月5日完成"),
        ] {
            assert_eq!(promise_in_words(&dates, before_all), words);
        }
    }

    #[test]
    fn what_has_passed_says_so_with_the_year_where_the_page_is_of_two() {
        let check = |dates: &[Date], as_of: Date, words: &str| {
            assert_eq!(promise_in_words(dates, seen(as_of)), words);
        };
        let next_year = date(2014, 1, 10);
        check(&[MAY], date(2013, 6, 1), "预计5月31日完成\u{FF08}已过\u{FF09}");
        check(&[date(2013, 12, 20)], next_year, "预计2013年12月20日完成\u{FF08}已过\u{FF09}");
        check(&[date(2014, 3, 31)], next_year, "预计2014年3月31日完成");
        check(
            &[MAY, JULY],
            date(2013, 7, 10),
            "原承诺5月31日\u{FF08}已过\u{FF09}\u{FF0C}现承诺7月31日\u{FF08}第1次顺延\u{FF09}",
        );
        check(
            &[MAY, JUNE],
            date(2013, 7, 10),
            "原承诺5月31日\u{FF08}已过\u{FF09}\u{FF0C}现承诺6月30日\u{FF08}已过\u{FF0C}第1次顺延\u{FF09}",
        );
        // What is done cannot pass any more.
        assert_eq!(promised_before(&[MAY], seen(next_year)), "原承诺2013年5月31日完成");
        // The column of the last round: as it was seen then, on a page of this year.
        let last = PromiseSeen { as_of: date(2013, 10, 10), year: None };
        assert_eq!(promise_in_words(&[date(2013, 12, 20)], last), "预计2013年12月20日完成");
    }

    #[test]
    fn days_are_told_in_order_with_those_that_passed() {
        let mid_july = date(2013, 7, 15);
        let check = |dates: &[Date], as_of: Date, words: &str| {
            assert_eq!(promised_dates(dates, seen(as_of)), words);
        };
        check(&[MAY], MAY, "5月31日");
        check(&[MAY, mid_july], mid_july, "5月31日\u{FF08}已过\u{FF09}→7月15日\u{FF0C}共顺延1次");
        check(&[mid_july, MAY], mid_july, "7月15日→5月31日\u{FF08}已过\u{FF09}");
        assert_eq!(promised_now(MAY, seen(mid_july)), "现承诺\n5月31日\u{FF08}已过\u{FF09}");
    }
}
