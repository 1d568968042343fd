//! What a number counts: told by the phrase before it, by what stands behind its measure word, or by a number beside it.

use super::figure::Figure;
use super::measure;
use super::mention::Mention;
use super::name::{self, Phrase};
use super::number;
use super::operator;
use super::reader::Reader;
use super::stage;
use super::verb;

impl Reader<'_> {
    /// The mentions of a figure; 甲河、乙河分别完成90%和60% gives each number its own name.
    pub(super) fn named_in_turn(&mut self, figure: Figure) -> Vec<Mention> {
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

    /// Where the noun phrase behind a measure word may end: at 、 or a conjunction when another number follows.
    pub(super) fn behind_end(&self, start: usize, has_noun: bool) -> usize {
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

    /// The name, and whether what stands behind the measure word is part of it.
    pub(super) fn name(
        &self,
        start: usize,
        phrase: &Phrase<'_>,
        behind_raw: &str,
        is_rate: bool,
    ) -> (String, bool) {
        let goes_on = verb::begins_with_verb(behind_raw) || behind_raw.starts_with(['并', '且', '，', ',']);
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
            _ => verb::bare_verb(phrase.verbs),
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
            return (verb::without_openers(name::behind(behind_raw)).to_owned(), true);
        }
        (String::new(), false)
    }
}

/// 新建、改建学校 → 新建学校 and 改建学校; 春季、秋季招聘会 → 春季招聘会 and 秋季招聘会.
pub(super) fn distributed(list: &str) -> Vec<String> {
    let items: Vec<&str> =
        list.split(['、', '和', '及', '与']).map(str::trim).filter(|item| !item.is_empty()).collect();
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return Vec::new() };
    let verbs_only =
        |item: &str| verb::without_openers(item).chars().count() <= 2 && verb::begins_with_verb(item);
    let tail = if verbs_only(first) {
        verb::without_openers(last)
    } else {
        let first = verb::without_openers(first);
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
        let bare = verb::without_openers(&name);
        if verbs_only(first) { name } else { bare.to_owned() }
    };
    items.iter().map(whole).map(named).collect()
}
