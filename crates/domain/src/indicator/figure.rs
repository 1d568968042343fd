//! Figures: a number with the operator and measure word around it, or the reason why it counts nothing.
//!
//! Here stands which numbers are left alone: names (1号路), lists (1、2、4区), dates, what was (去年5场), what each gets
//! (每月2场), what only says which ones are meant (1000平方米以上的市场3个).

use super::measure::{self, Measure};
use super::name::is_blank;
use super::number::{self, Number, Script};
use super::operator::{self, Operator};
use super::reader::Reader;
use super::verb;
use super::{Bound, Part};
use crate::amount::Amount;
use std::ops::Range;

/// What makes a clause speak of how things were.
const EARLIER: [&str; 8] = ["去年", "上年", "上一年", "往年", "年初已", "此前", "截至目前", "目前"];

/// A number with its operator and measure word.
pub(super) struct Figure {
    /// The number with its operator and measure word, in bytes.
    pub(super) span: Range<usize>,
    pub(super) bound: Bound,
    pub(super) unit: String,
    /// Which one of a row.
    pub(super) ordinal: Option<u32>,
    /// The byte behind the phrase in front of it, operators left off.
    pub(super) phrase_end: usize,
}

pub(super) enum Step {
    Found(Figure),
    Limit(Range<usize>),
    /// 每季度15场: said of each quarter, in a text of the year.
    EachQuarter(Figure),
    /// Where things stand; goes on from that byte.
    Base(usize),
    /// Goes on from that byte.
    Skip(usize),
}

/// Longest first: what is left of the clause is looked at on its own.
const EACH_QUARTER: [&str; 3] = ["每个季度", "每季度", "每季"];

/// The name without the words that say how often.
pub(super) fn without_each_quarter(name: &str) -> String {
    EACH_QUARTER.iter().fold(name.to_owned(), |name, word| name.replace(word, ""))
}

impl Reader<'_> {
    pub(super) fn figure(&self, number: &Number) -> Step {
        let Range { start, end } = number.span.clone();
        let phrase = self.phrase(start);
        let Some(amount) = number.amount else { return Step::Skip(end) };
        let next = self.rest(end).chars().next();
        let is_latin = |c: char| c.is_ascii_alphabetic();
        let is_unit = measure::measure(self.clause_text(), end, number, phrase).is_some();
        if latin_before(phrase) || (next.is_some_and(is_latin) && !is_unit) {
            return Step::Skip(end);
        }
        if phrase.ends_with('第') {
            return self.ordinal(number);
        }
        if let Some(behind) = self.list_end(end) {
            return Step::Skip(behind);
        }
        let (before, trimmed) = operator::before(phrase);
        if before == Some(Operator::Before) || self.speaks_of_earlier(phrase) {
            let behind =
                measure::measure(self.clause_text(), end, number, phrase).map_or(end, |measure| measure.end);
            return if before == Some(Operator::Before) { Step::Base(behind) } else { Step::Skip(behind) };
        }
        if let Some(range) = self.range(number, amount, trimmed) {
            return if before == Some(Operator::Each) {
                Step::Skip(range.span.end)
            } else {
                Step::Found(range)
            };
        }
        self.single(number, amount, before, trimmed)
    }

    /// One number that is no range and no ordinal.
    fn single(&self, number: &Number, amount: Amount, before: Option<Operator>, phrase: &str) -> Step {
        let Range { start, end } = number.span.clone();
        let (inner, inner_size) = operator::behind(self.rest(end));
        let blank = self.rest(end + inner_size).len()
            - self.rest(end + inner_size).trim_start_matches(is_blank).len();
        let measured = measure::measure(self.clause_text(), end + inner_size + blank, number, phrase)
            .filter(|measure| measure.end <= self.clause.span.end);
        let (measure, unit_end) = match measured {
            Some(Measure { unit, end }) => (unit, end),
            // 1000以上 lacks its measure word; a bare number counts nothing.
            None if inner == Some(Operator::AtLeast)
                && number.script == Script::Arabic
                && self.rest(end + inner_size).chars().next().is_none_or(|c| c == '、') =>
            {
                (String::new(), end + inner_size)
            }
            None => return Step::Skip(end),
        };
        let (outer, outer_size) =
            if inner.is_some() { (None, 0) } else { operator::behind(self.rest(unit_end)) };
        let span = start..unit_end + outer_size;
        if number.script == Script::One && !verb::ends_with_verb(phrase) && before.is_none() {
            return Step::Skip(span.end);
        }
        let operators = [before, inner, outer];
        if operators.contains(&Some(Operator::AtMost)) {
            return Step::Limit(span);
        }
        let is_each = before == Some(Operator::Each) || self.is_for_each(phrase) || is_grant_for_each(phrase);
        let is_yearly = !matches!(self.part, Part::Milestone(_));
        let in_each_quarter = is_yearly && EACH_QUARTER.iter().any(|word| self.told(phrase).contains(word));
        let is_each = is_each || (in_each_quarter && self.is_each_ones(phrase));
        if is_each
            || self.is_difference(phrase, &measure)
            || self.is_qualifier(&span, &measure, outer)
            || self.is_base(span.end)
        {
            return Step::Skip(span.end);
        }
        let Some(amount) = amount.times(self.places(phrase)) else { return Step::Skip(span.end) };
        let bound = if operators.contains(&Some(Operator::AtLeast)) {
            Bound::AtLeast(amount)
        } else if operators.contains(&Some(Operator::About)) {
            Bound::About(amount)
        } else {
            Bound::Exactly(amount)
        };
        // 不少于约 and 约不少于: operators come in any order.
        let mut phrase = phrase;
        while let (Some(_), shorter) = operator::before(phrase) {
            phrase = shorter;
        }
        let phrase_end = self.from.min(start) + phrase.len();
        let figure = Figure { span, bound, unit: measure, ordinal: None, phrase_end };
        if in_each_quarter { Step::EachQuarter(figure) } else { Step::Found(figure) }
    }

    /// 1、2、4区 and 一、二季度: a list of bare numbers names; the byte behind its last number.
    fn list_end(&self, mut end: usize) -> Option<usize> {
        let mut found = None;
        while let Some(rest) = self.rest(end).strip_prefix(['、', '和', '及', '/']) {
            let start = self.clause.span.end - rest.len();
            let next = number::at(self.clause_text(), start)?;
            end = next.span.end;
            found = Some(end);
        }
        found
    }

    /// 2-5个, 5至8场, 3%～5%.
    fn range(&self, number: &Number, least: Amount, phrase: &str) -> Option<Figure> {
        const DASHES: [char; 9] =
            ['-', '\u{2010}', '\u{2013}', '\u{2014}', '\u{2212}', '~', '\u{FF5E}', '\u{301C}', '\u{FF0D}'];
        let text = self.clause_text();
        let own = measure::measure(self.clause_text(), number.span.end, number, phrase);
        let end = own.as_ref().map_or(number.span.end, |own| own.end);
        let rest = &text[end..];
        let behind = rest.trim_start_matches(is_blank);
        let behind = match behind.strip_prefix(['至', '到']) {
            Some(behind) => behind,
            None => behind.strip_prefix(DASHES)?.trim_start_matches(DASHES),
        };
        let start = text.len() - behind.trim_start_matches(is_blank).len();
        let upper = number::at(text, start)?;
        let measure = measure::measure(self.clause_text(), upper.span.end, &upper, phrase)?;
        if own.is_some_and(|own| own.unit != measure.unit) || measure.end > text.len() {
            return None;
        }
        let most = upper.amount.filter(|most| *most > least)?;
        Some(Figure {
            span: number.span.start..measure.end,
            bound: Bound::Between(least, most),
            unit: measure.unit,
            ordinal: None,
            phrase_end: self.from + phrase.len(),
        })
    }

    /// 去年完成5场 and 2012年新增8家 tell of what was.
    fn speaks_of_earlier(&self, phrase: &str) -> bool {
        EARLIER.iter().any(|word| phrase.contains(word))
    }

    /// The clause up to a number, as far as its phrase goes.
    fn told(&self, phrase: &str) -> &str {
        &self.text[self.clause.span.start..self.from.max(self.clause.span.start) + phrase.len()]
    }

    /// 各镇15场 is each town's, 各类活动15场 are all together.
    fn is_each_ones(&self, phrase: &str) -> bool {
        const OF_ALL_KINDS: [char; 6] = ['类', '项', '种', '级', '界', '族'];
        let told = self.told(phrase).rsplit_once('各');
        told.is_some_and(|(_, what)| !what.starts_with(OF_ALL_KINDS))
    }

    /// 每个社区新建1个, 每月2场, 各建1所: so many for each.
    fn is_for_each(&self, phrase: &str) -> bool {
        let clause =
            EACH_QUARTER.iter().fold(self.told(phrase).to_owned(), |text, word| text.replace(word, ""));
        let direct = clause.rsplit_once('各').is_some_and(|(_, verb)| verb::begins_with_verb(verb))
            && self.places(phrase) == 1;
        let begins = clause.rsplit(['、', ' ']).next().unwrap_or_default();
        begins.contains('每') && !begins.contains("每天") && !is_ratio(begins) || direct
    }

    /// 在城东、城西各建设1座: at so many places, each of them named; one where nothing of the kind is said.
    fn places(&self, phrase: &str) -> u32 {
        const UNNAMED: [&str; 8] = ["各", "每", "等", "全部", "所有", "季度", "月", "年"];
        let Some((places, verb)) = self.told(phrase).rsplit_once('各') else { return 1 };
        let places = places.trim_start_matches(is_blank).strip_prefix('在').unwrap_or_default();
        let is_named = !places.is_empty() && !UNNAMED.iter().any(|word| places.contains(word));
        if !is_named || !verb::begins_with_verb(verb) {
            return 1;
        }
        u32::try_from(places.split(['、', '和', '及', '与']).count()).unwrap_or(1)
    }

    /// 较一季度增加40公里: a difference, unless it is a rate.
    fn is_difference(&self, phrase: &str, unit: &str) -> bool {
        let rest = phrase.trim_start_matches(is_blank);
        unit != "%"
            && rest.starts_with(['较', '比'])
            && ["增加", "提高", "增长", "上升", "下降", "减少", "提升", "降低"]
                .iter()
                .any(|word| rest.ends_with(word))
    }

    /// 1000平方米以上的市场3个: the first number only says which ones.
    fn is_qualifier(&self, span: &Range<usize>, unit: &str, outer: Option<Operator>) -> bool {
        let rest = self.rest(span.end);
        let attributive = rest.starts_with('的') || outer == Some(Operator::AtLeast);
        if !measure::is_magnitude(unit) || !attributive {
            return false;
        }
        let Some(next) =
            number::next(self.clause_text(), span.end).filter(|next| next.span.end <= self.clause.span.end)
        else {
            return false;
        };
        let between = &self.text[span.end..next.span.start];
        !between.is_empty()
            && !between.contains(['、', '和', '及', '与'])
            && measure::measure(self.clause_text(), next.span.end, &next, between).is_some()
    }

    /// 在现有5家基础上.
    fn is_base(&self, end: usize) -> bool {
        ["基础上", "的基础上"].iter().any(|word| self.rest(end).starts_with(word))
    }
}

/// 每千名老人床位: a ratio is a level of its own.
pub(super) fn is_ratio(phrase: &str) -> bool {
    ["百", "千", "万", "十万", "百万"].iter().any(|many| phrase.contains(&format!("每{many}")))
}

/// 户均补助: what each gets is a rule, not an output.
fn is_grant_for_each(phrase: &str) -> bool {
    let each = ["户均", "人均", "亩均"].iter().any(|word| phrase.contains(word));
    each && ["补助", "补贴", "奖励", "救助", "奖补"].iter().any(|word| phrase.contains(word))
}

/// PM2.5, G20, A-3: the digits belong to the word.
fn latin_before(phrase: &str) -> bool {
    phrase.trim_end_matches(['-', '.', '_', '/']).chars().next_back().is_some_and(|c| c.is_ascii_alphabetic())
}
