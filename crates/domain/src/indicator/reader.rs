//! Reading a clause: from number to number, each told apart by `figure` and made a mention of by what `counted` says.
//!
//! Lists of words stand with the nouns that they tell of; here is the walk, and what a clause remembers on it.

use super::Part;
use super::clause::{self, Clause};
use super::counted::distributed;
use super::figure::{Figure, Step};
use super::measure;
use super::mention::{Found, Limit, Mention, is_handled, says_level};
use super::name::{self, is_blank};
use super::number;
use super::operator;
use super::stage::{self, Stage};
use super::verb;
use std::ops::Range;

/// How much of an item's beginning is kept.
const ITEM_CHARS: usize = 12;

/// Everything that one text counts, in its order.
pub(super) fn of(part: Part, text: &str) -> Found {
    let names = clause::names(text);
    let mut found = Found::default();
    let mut last: Option<Clause> = None;
    for clause in clause::clauses(text) {
        let before = last.filter(|last| last.item == clause.item);
        let mut reader = Reader {
            part,
            text,
            names: &names,
            clause: &clause,
            before: before.as_ref(),
            from: clause.span.start,
            last_name: None,
            in_turn: Vec::new(),
            told_base: false,
        };
        reader.read(&mut found);
        last = Some(clause);
    }
    found
}

/// One clause being read.
pub(super) struct Reader<'a> {
    pub(super) part: Part,
    pub(super) text: &'a str,
    names: &'a [Range<usize>],
    pub(super) clause: &'a Clause,
    /// The clause before it in the same item.
    pub(super) before: Option<&'a Clause>,
    /// Behind the last mention of the clause: where the next one's phrase begins.
    pub(super) from: usize,
    /// What the last mention of the clause counts.
    pub(super) last_name: Option<String>,
    /// 甲河、乙河分别完成90%和60%: the names that the clause's next numbers get in turn, the last one first.
    pub(super) in_turn: Vec<String>,
    /// 由12个增加到…: the clause has told where things stand.
    pub(super) told_base: bool,
}

impl Reader<'_> {
    fn read(&mut self, found: &mut Found) {
        let end = self.clause.span.end;
        let clause = &self.text[..end];
        let mut at = self.clause.span.start;
        while let Some(start) = self.next_start(at) {
            if let Some(name) = self.names.iter().find(|name| name.contains(&start)) {
                at = name.end;
                continue;
            }
            let step = match number::at(clause, start) {
                Some(number) => self.figure(&number),
                None => self.first_of_all(start),
            };
            match step {
                Step::Skip(next) => at = next.max(start + 1),
                Step::Base(next) => {
                    self.told_base = true;
                    let (_, phrase) = operator::before(&self.text[self.from.min(start)..start]);
                    self.last_name =
                        Some(name::phrase(phrase).noun.to_owned()).filter(|name| !name.is_empty());
                    self.from = next.min(end);
                    at = next;
                }
                Step::Limit(span) => {
                    at = span.end;
                    found.limits.push(Limit { part: self.part, span: self.clause.span.start..span.end });
                }
                Step::EachQuarter(figure) => {
                    at = figure.span.end;
                    found.each_quarter.extend(self.mentions(figure));
                }
                Step::Found(figure) => {
                    at = figure.span.end;
                    let mentions = self.named_in_turn(figure);
                    at = mentions.last().map_or(at, |mention| at.max(mention.span.end));
                    self.from = at;
                    self.last_name = mentions.last().map(|mention| mention.name.clone());
                    let mentions = mentions.into_iter().map(|mention| self.as_done(&found.mentions, mention));
                    let fresh = mentions.filter(|mention| !self.is_said_again(&found.mentions, mention));
                    found.mentions.extend(fresh.collect::<Vec<_>>());
                }
            }
            while !self.text.is_char_boundary(at) {
                at += 1;
            }
            if at >= end {
                break;
            }
        }
    }

    /// The next number, or 首 (首个, 首批).
    fn next_start(&self, at: usize) -> Option<usize> {
        let rest = self.clause_text();
        let number = number::next(rest, at).map(|number| number.span.start);
        let first = rest[at..].find('首').map(|first| at + first);
        number.into_iter().chain(first).min()
    }

    /// The text up to the clause's end, so that bytes count from the text's start.
    pub(super) fn clause_text(&self) -> &str {
        &self.text[..self.clause.span.end]
    }

    pub(super) fn rest(&self, at: usize) -> &str {
        &self.text[at..self.clause.span.end]
    }

    pub(super) fn phrase(&self, end: usize) -> &str {
        &self.text[self.from.min(end)..end]
    }

    /// The mention of a figure by its own words; several where it is promised of each of a list (新建、改建学校各2所).
    pub(super) fn mentions(&self, figure: Figure) -> Vec<Mention> {
        let Figure { span, bound, unit, ordinal, phrase_end } = figure;
        let phrase_text = &self.text[self.from.min(phrase_end)..phrase_end];
        let listed =
            phrase_text.trim_end_matches(is_blank).strip_suffix('各').map(distributed).unwrap_or_default();
        let soft = phrase_text.trim_start_matches(is_blank);
        let soft = if self.from > self.clause.span.start {
            soft.trim_start_matches(['、', '和', '及', '与', '并', '或', '以'])
        } else {
            soft
        };
        let phrase = name::phrase(soft);
        let behind_end = self.behind_end(span.end, !phrase.noun.is_empty());
        let behind_raw = &self.text[span.end..behind_end];
        let is_rate = unit == "%" && !verb::ends_with_light_verb(phrase_text);
        let (name, uses_behind) = self.name(span.start, &phrase, behind_raw, is_rate);
        let item = &self.text[self.clause.item.clone()];
        let subject = match phrase.subject {
            "" if self.before.is_some() => name::subject_of(item),
            subject => subject,
        };
        let start = if phrase.noun.is_empty() {
            span.start
        } else {
            self.text[..phrase_end].rfind(phrase.noun).unwrap_or(span.start)
        };
        let end = if uses_behind { behind_end } else { span.end };
        let context: String =
            self.text[self.clause.span.clone()].chars().filter(|c| !number::is_digit(*c)).collect();
        let before = &self.text[self.clause.span.start..phrase_end];
        let figure_start = span.start;
        let one = Mention {
            part: self.part,
            span: start..end,
            figure: span,
            is_name_shared: self.from > self.clause.span.start && self.last_name.as_ref() == Some(&name),
            name,
            subject: subject.to_owned(),
            context,
            item: item.trim_start_matches(is_blank).chars().take(ITEM_CHARS).collect(),
            bound,
            stage: stage::of(&self.text[self.from.min(phrase_end)..self.own_end(figure_start)]),
            says_level: says_level(&self.text[self.clause.span.start..figure_start], &unit),
            is_stock: self.told_base && unit != "%",
            is_handled: is_handled(before, self.rest(end.min(self.clause.span.end)), behind_raw),
            unit,
            ordinal,
        };
        if listed.len() < 2 {
            return vec![one];
        }
        listed.into_iter().map(|name| Mention { name, ..one.clone() }).collect()
    }

    /// 2.4万人，力争达到2.6万人: what the promise was said about already, without a name of its own.
    fn is_said_again(&self, earlier: &[Mention], mention: &Mention) -> bool {
        let is_yearly = !matches!(self.part, Part::Milestone(_));
        let base = |mention: &Mention| measure::unscaled(&mention.unit).0.to_owned();
        mention.name.is_empty()
            && earlier.iter().any(|other| {
                base(other) == base(mention) && (is_yearly || self.clause.item.contains(&other.figure.start))
            })
    }

    /// Where the words about the figure at `start` end: before the next number that counts something.
    fn own_end(&self, start: usize) -> usize {
        let text = self.clause_text();
        let mut at = self.figure_end(start).unwrap_or(start);
        while let Some(next) = number::next(text, at) {
            if self.figure_end(next.span.start).is_some() {
                return next.span.start;
            }
            at = next.span.end;
        }
        text.len()
    }

    /// 开工15个，累计完成6个: the second number, without a name of its own, is of the same things done.
    fn as_done(&self, earlier: &[Mention], mention: Mention) -> Mention {
        let verbs = self.text[self.clause.span.start..mention.figure.start].trim_end_matches(is_blank);
        let same_item = |other: &&Mention| self.clause.item.contains(&other.figure.start);
        let begun = earlier
            .iter()
            .rev()
            .filter(|other| other.part == self.part)
            .find(same_item)
            .filter(|other| other.stage == Some(Stage::Begun) && other.unit == mention.unit);
        match (begun, stage::done_word(verbs)) {
            (Some(begun), Some(word)) if mention.name.is_empty() || mention.name == word => {
                Mention { name: format!("{}{word}", begun.name), stage: Some(Stage::Done), ..mention }
            }
            _ => mention,
        }
    }

    /// Behind the number and measure word that begin there.
    pub(super) fn figure_end(&self, start: usize) -> Option<usize> {
        let number = number::at(self.clause_text(), start)?;
        Some(measure::measure(self.clause_text(), number.span.end, &number, "")?.end)
    }
}
