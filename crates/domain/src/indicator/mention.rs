//! Mentions: each number of a text that counts something, with what it counts as far as its own clause tells.
//!
//! A number that only names or dates something (1号路, 2013年) is no mention; what numbers of several quarters have to do
//! with each other is `bind`'s.

use super::clause::{self, Clause};
use super::figure::{Figure, Step};
use super::measure;
use super::name::{self, Phrase, is_blank};
use super::number;
use super::operator;
use super::stage::{self, Stage};
use super::{Bound, Part};
use std::ops::Range;

/// One number that counts something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// Which text it stands in.
    pub(super) part: Part,
    /// From noun to measure word, in bytes of that text.
    pub(super) span: Range<usize>,
    /// Number and measure word alone.
    pub(super) figure: Range<usize>,
    /// What is counted; empty where the clause does not say it.
    pub(super) name: String,
    /// Whether the name is another number's of the same clause (培训班3期、200人次).
    pub(super) is_name_shared: bool,
    /// Who or which works the item is about; empty where it does not say so.
    pub(super) subject: String,
    /// The clause around it, without its digits, for telling what belongs together.
    pub(super) context: String,
    /// How the item around it begins; tells apart what its clause calls by the same name.
    pub(super) item: String,
    pub(super) bound: Bound,
    /// Empty where the text leaves the measure word off (1000以上).
    pub(super) unit: String,
    /// Which one of a row: 第二批.
    pub(super) ordinal: Option<u32>,
    /// Whether it is of works begun or works done, where the words around it say so.
    pub(super) stage: Option<Stage>,
    /// 累计, 达到: the number is a level that is reached.
    pub(super) says_level: bool,
    /// 由12个增加到15个: the whole stock, of which quarters add a part.
    pub(super) is_stock: bool,
    /// 对十件…进行分解: they are there and are dealt with.
    pub(super) is_handled: bool,
}

/// An upper limit (不超过5%): it is promised, but no bound of ours says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Limit {
    pub(super) part: Part,
    pub(super) span: Range<usize>,
}

/// What a text counts.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) mentions: Vec<Mention>,
    pub(super) limits: Vec<Limit>,
}

/// Words behind which a number is dealt with instead of made.
const HANDLING_BEFORE: [&str; 8] = ["对", "将", "督办", "督查", "跟踪", "落实", "抓好", "分解"];
const HANDLING_BEHIND: [&str; 12] = [
    "进行分解",
    "进行督",
    "进行汇总",
    "进行跟踪",
    "进行通报",
    "进行梳理",
    "进行考核",
    "落实情况",
    "推进情况",
    "完成情况",
    "进展情况",
    "分解",
];
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
    before: Option<&'a Clause>,
    /// Behind the last mention of the clause: where the next one's phrase begins.
    pub(super) from: usize,
    /// What the last mention of the clause counts.
    last_name: Option<String>,
    /// 甲河、乙河分别完成90%和60%: the names that the clause's next numbers get in turn, the last one first.
    in_turn: Vec<String>,
    /// 由12个增加到…: the clause has told where things stand.
    told_base: bool,
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

    fn named_in_turn(&mut self, figure: Figure) -> Vec<Mention> {
        let phrase = &self.text[self.clause.span.start..figure.phrase_end];
        if self.in_turn.is_empty()
            && let Some((list, _)) = phrase.split_once("分别")
        {
            self.in_turn = distributed(list).into_iter().rev().collect();
        }
        let mut mentions = self.mentions(figure);
        if let (Some(name), [mention]) = (self.in_turn.pop(), mentions.as_mut_slice()) {
            mention.name = name;
        }
        mentions
    }

    /// The mention of a figure; several where it is promised of each of a list (新建、改建学校各2所).
    fn mentions(&self, figure: Figure) -> Vec<Mention> {
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
        let is_rate = unit == "%" && !name::ends_with_light_verb(phrase_text);
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

    /// Where the noun phrase behind a measure word may end: at 、 or a conjunction when another number follows.
    fn behind_end(&self, start: usize, has_noun: bool) -> usize {
        let rest = self.rest(start);
        let mut at = start;
        while let Some(next) = number::next(self.clause_text(), at) {
            at = next.span.end;
            let inner = operator::behind(self.rest(next.span.end)).1;
            if measure::measure(self.clause_text(), next.span.end + inner, &next, "").is_none() {
                continue;
            }
            let between = &self.text[start..next.span.start];
            if let Some(cut) = between.find(['、', '和', '及', '与', '并']) {
                return start + cut;
            }
            return if has_noun { start } else { next.span.start };
        }
        start + rest.len()
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

    /// 2300户、7800人脱贫: both count what stands behind the last; 培训班3期、200人次: both what stands before the first.
    fn shared(&self, start: usize) -> Option<String> {
        self.shared_behind(start).or_else(|| {
            let text = self.clause_text();
            if self.from <= self.clause.span.start {
                return None;
            }
            let goes_on = self.told_base || start == self.from || text[..start].ends_with(['、', '和', '及']);
            self.last_name.clone().filter(|_| goes_on)
        })
    }

    /// What stands behind the last of several figures side by side.
    fn shared_behind(&self, start: usize) -> Option<String> {
        let text = self.clause_text();
        let mut at = start;
        // 860户3100人脱贫: side by side without a mark, too.
        while let Some(end) = self.figure_end(at) {
            let rest = text[end..].strip_prefix('、').unwrap_or(&text[end..]);
            let next = text.len() - rest.len();
            if self.figure_end(next).is_none() {
                break;
            }
            at = next;
        }
        if self.figure_end(at).is_some_and(|end| text[end..].starts_with('、')) {
            return None;
        }
        let behind = self.figure_end(at).filter(|_| at > start).map(|end| name::behind(&text[end..]))?;
        Some(behind.to_owned()).filter(|behind| behind.chars().count() >= 2)
    }

    /// Behind the number and measure word that begin there.
    pub(super) fn figure_end(&self, start: usize) -> Option<usize> {
        let number = number::at(self.clause_text(), start)?;
        Some(measure::measure(self.clause_text(), number.span.end, &number, "")?.end)
    }

    /// The name, and whether what stands behind the measure word is part of it.
    fn name(&self, start: usize, phrase: &Phrase<'_>, behind_raw: &str, is_rate: bool) -> (String, bool) {
        let goes_on = name::begins_with_verb(behind_raw) || behind_raw.starts_with(['并', '且', '，', ',']);
        let behind = if goes_on { "" } else { name::behind(behind_raw) };
        if !phrase.noun.is_empty() && (behind.is_empty() || is_rate) {
            return (phrase.noun.to_owned(), false);
        }
        if !phrase.noun.is_empty() {
            return (format!("{}{behind}", phrase.noun), true);
        }
        match behind.chars().count() {
            0 => {}
            // 资助2-5个项目: a bare 项目 says too little.
            1 | 2 => return (format!("{}{behind}", phrase.verbs), true),
            _ => return (behind.to_owned(), true),
        }
        if let Some(shared) = self.shared(start) {
            return (shared, false);
        }
        let said = match phrase.verbs.strip_prefix("其中") {
            // 学校15所，其中新建9所: 新建 is what tells the part.
            Some(verb) if !verb.is_empty() => verb,
            _ => name::bare_verb(phrase.verbs),
        };
        if !said.is_empty() && !is_rate {
            return (said.to_owned(), false);
        }
        let earlier = self.before.map_or("", |before| name::of_clause(&self.text[before.span.clone()]));
        if number::next(earlier, 0).is_none()
            && earlier.chars().count() >= 2
            && !stage::is_preparation(earlier)
        {
            return (earlier.to_owned(), false);
        }
        if !said.is_empty() {
            return (said.to_owned(), false);
        }
        if goes_on {
            return (name::without_openers(name::behind(behind_raw)).to_owned(), true);
        }
        (String::new(), false)
    }
}

fn says_level(before: &str, unit: &str) -> bool {
    let near: String = before.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect();
    ["累计", "突破", "总数达", "达到", "达", "增至", "增加到", "提高到", "提升至", "升至", "降至", "达成"]
        .iter()
        .any(|word| near.ends_with(word))
        || before.contains("累计")
        || unit == "%"
}

fn is_handled(before: &str, behind: &str, named: &str) -> bool {
    HANDLING_BEFORE.iter().any(|word| before.ends_with(word))
        && HANDLING_BEHIND.iter().any(|word| behind.contains(word) || named.contains(word))
}

/// 新建、改建学校 → 新建学校 and 改建学校; 春季、秋季招聘会 → 春季招聘会 and 秋季招聘会.
fn distributed(list: &str) -> Vec<String> {
    let items: Vec<&str> =
        list.split(['、', '和', '及', '与']).map(str::trim).filter(|item| !item.is_empty()).collect();
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return Vec::new() };
    let verbs_only =
        |item: &str| name::without_openers(item).chars().count() <= 2 && name::begins_with_verb(item);
    let tail = if verbs_only(first) {
        name::without_openers(last)
    } else {
        let first = name::without_openers(first);
        let last_of_first = first.chars().next_back();
        let aligned = last.char_indices().nth(first.chars().count().saturating_sub(1));
        match aligned {
            Some((at, c)) if Some(c) == last_of_first => &last[at + c.len_utf8()..],
            _ => "",
        }
    };
    let whole = |item: &&str| {
        if item.ends_with(tail) { (*item).to_owned() } else { format!("{item}{tail}") }
    };
    let named = |name: String| {
        let bare = name::without_openers(&name);
        if verbs_only(first) { name } else { bare.to_owned() }
    };
    items.iter().map(whole).map(named).collect()
}
