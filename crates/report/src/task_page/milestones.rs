//! The quarters: what each promises, where it stands and why, the dates given for it, and all that was stated about it.

use super::TaskPage;
use super::form::{self, PITCH, band, heading, label, line, plain, row};
use crate::deed;
use crate::passage::{Passage, sentence};
use crate::source::Source;
use crate::style::{self, CELL, cell_span, paragraph};
use crate::task_line::{MilestoneLine, Said};
use crate::wording::{self, PromiseSeen, task_page as words};
use domain::breakdown::AssignedItem;
use domain::change::PlanChange;
use domain::claim::Claim;
use domain::id::ObjectId;
use domain::period::Quarter;
use layout::block::{Alignment, Block, OutlineLabel, Paragraph, ParagraphStyle, SourceId, Span};
use layout::font::{FontRole, size};
use layout::table::{Band, Row};

/// 【条件未成立】.
const STATE_CHARACTERS_MAX: usize = 7;

impl TaskPage<'_> {
    /// A heading, the table with a row for each quarter, the legend under it.
    pub(super) fn milestones(&mut self) -> Vec<Block> {
        let rows = Quarter::ALL.map(|quarter| self.quarter(quarter)).into();
        let table = form::table(words::COLUMNS_MILESTONES, rows);
        let closing = self.legend();
        vec![heading(words::MILESTONES), Block::Closed { table, rows_kept: 0, closing }]
    }

    fn quarter(&mut self, quarter: Quarter) -> Row {
        let task = self.line.task.number;
        let source = self.sources.add(Source::Milestone { task, quarter });
        let line = self.line;
        match &line.milestones[quarter.index()] {
            Some(milestone) => self.milestone(milestone, source),
            None => {
                let words = form::line(wording::NO_MILESTONE, FontRole::Kai, Alignment::Justified);
                let about = quarter_cell(quarter, Vec::new(), source);
                row(about, vec![band(label(words::PROMISE, &[]), vec![words.from_source(source)])])
            }
        }
    }

    fn milestone(&mut self, milestone: &MilestoneLine<'_>, source: SourceId) -> Row {
        let (task, quarter) = (milestone.task.number, milestone.quarter);
        let standing = &milestone.standing;
        let of_standing = self.sources.add(Source::Standing { task, quarter, round: self.viewpoint.round });
        let promise = self.promise(milestone).into_iter();
        let mut promise: Vec<_> = promise.map(|one| one.from_source(source)).collect();
        let mut reason = sentence(&standing.reason);
        if milestone.goes_forward {
            reason.push_str(&wording::goes_forward(self.year()));
        }
        let reason = vec![line(&reason, FontRole::Kai, Alignment::Justified).from_source(of_standing)];
        let promised = label(words::PROMISE, &[]);
        let reason = (label(words::REASON, &[]), reason);
        let earlier = (label(words::EARLIER_CHANGE, &[]), self.earlier_changes(milestone, source));
        let dates = (label(words::PROMISED, &[]), self.dates(milestone, of_standing));
        let history = self.history(quarter);
        let bands = if earlier.1.is_empty() && dates.1.is_empty() && history.is_empty() {
            // Of what nobody has spoken yet there is one thing to read.
            promise.extend(reason.1);
            vec![band(promised, promise)]
        } else {
            let told = [(promised, promise), reason, earlier, dates].into_iter();
            let told = told.filter(|(_, content)| !content.is_empty());
            told.map(|(label, content)| band(label, content)).chain(history).collect()
        };
        let mut state = Vec::new();
        if let Some(mut mark) = deed::mark_span(standing.state) {
            mark.size = size::SMALL_FOUR;
            state.push(mark);
            state.push(cell_span("\n", FontRole::Hei));
        }
        state.push(cell_span(&wording::state_in_lines(standing.word()), FontRole::Hei));
        let without = deed::without_evidence_spans(standing);
        if !without.is_empty() {
            state.push(cell_span("\n", FontRole::Hei));
            state.extend(without);
        }
        row(quarter_cell(quarter, state, source), bands)
    }

    /// The published words; several items stand each on its own line with what was stated of it.
    fn promise(&self, milestone: &MilestoneLine<'_>) -> Vec<Paragraph> {
        let all = self.viewpoint.register.items(milestone.task, milestone.quarter);
        let published = || vec![line(milestone.promise, FontRole::Fangsong, Alignment::Justified)];
        if all.len() < 2 {
            return published();
        }
        let pieces = pieces(milestone.promise, &all);
        // Items in other words than the paper's stand below it.
        let mut content = if pieces.is_some() { Vec::new() } else { published() };
        for (at, item) in all.iter().enumerate() {
            let text = pieces.as_ref().map_or(item.text.as_str(), |pieces| pieces[at]);
            content.push(self.promised_item(milestone, at, item, text));
        }
        content
    }

    /// 1. …；【已完成】（城管局）.
    fn promised_item(
        &self,
        milestone: &MilestoneLine<'_>,
        at: usize,
        item: &AssignedItem,
        text: &str,
    ) -> Paragraph {
        let mut spans = vec![cell_span(&format!("{}. {text}", at + 1), FontRole::Fangsong)];
        if let Some(department) = item.department {
            let name = self.called(department);
            spans.push(cell_span(&format!("（{name}）"), FontRole::Kai));
        }
        let words = stated_of(milestone, at, item.department);
        spans.extend(words.map(|words| {
            let words = cell_span(&wording::in_brackets(&words), FontRole::Hei);
            // A word stands on one line, names may part.
            if words.text.chars().count() > STATE_CHARACTERS_MAX { words } else { style::whole(words) }
        }));
        let hang = CELL * 5 / 4;
        let style = ParagraphStyle { indent_left: hang, indent_first: -hang, ..ParagraphStyle::cell(PITCH) };
        paragraph(spans, style)
    }

    /// A department's name in a sentence.
    pub(super) fn called(&self, department: ObjectId) -> String {
        let published = self.viewpoint.register.published_name(department);
        self.viewpoint.print_name(Some(department), published)
    }

    /// Decisions that a later one took the place of: the one in force is told with the state.
    fn earlier_changes(&self, milestone: &MilestoneLine<'_>, source: SourceId) -> Vec<Paragraph> {
        let earlier = |change: &&PlanChange| {
            change.task == milestone.task.number
                && change.quarter == milestone.quarter
                && change.from <= self.viewpoint.as_of
                && milestone.change.is_none_or(|in_force| in_force.id != change.id)
        };
        let mut changes: Vec<_> = self.viewpoint.register.changes.iter().filter(earlier).collect();
        changes.sort_by_key(|change| change.from);
        let words = changes.into_iter().map(|change| sentence(&change.in_words(milestone.promise)));
        words.map(|words| line(&words, FontRole::Kai, Alignment::Justified).from_source(source)).collect()
    }

    /// Who promised which days, in order, and which of them passed.
    fn dates(&self, milestone: &MilestoneLine<'_>, source: SourceId) -> Vec<Paragraph> {
        let mut dates = Vec::new();
        for said in milestone.said.iter().filter(|said| !said.promised.is_empty()) {
            let done = said.entry.progress.claim == Some(Claim::Done);
            let done_on = said.entry.claimed_on.filter(|_| done);
            let seen = self.viewpoint.promises;
            let seen = PromiseSeen { as_of: done_on.unwrap_or(seen.as_of), ..seen };
            let mut words = wording::promised_dates(&said.promised, seen);
            words.extend(done_on.map(|on| wording::then_done(on, seen)));
            let name = format!("{}：", said.name);
            let spans = vec![
                cell_span(&name, FontRole::Fangsong),
                style::dated(&sentence(&words), FontRole::Fangsong),
            ];
            dates.push(plain(spans, Alignment::Justified).from_source(source));
        }
        dates
    }

    /// Round after round what was stated, sent back, summed up and found.
    fn history(&mut self, quarter: Quarter) -> Vec<Band> {
        let mut bands = Vec::new();
        for number in Quarter::ALL {
            let round = self.viewpoint.register.round(number);
            if round > self.viewpoint.round {
                break;
            }
            bands.extend(self.statements(quarter, round));
            bands.extend(self.summed_up(quarter, round));
            bands.extend(self.found(quarter, round));
        }
        bands
    }

    fn summed_up(&mut self, quarter: Quarter, round: domain::period::Round) -> Option<Band> {
        let task = self.line.task.number;
        let summary = self.viewpoint.register.summary(task, quarter, round)?;
        let source = self.sources.add(Source::Standing { task, quarter, round });
        let mut passage = Passage::default();
        passage.quote(&summary.text, source);
        let name = words::summed_up_by(&self.called(summary.department));
        Some(band(label(&name, &[words::round(round)]), paragraphs(passage)))
    }

    fn found(&mut self, quarter: Quarter, round: domain::period::Round) -> Option<Band> {
        let task = self.line.task.number;
        let (_, finding) = self.viewpoint.register.findings(task, quarter).find(|(of, _)| *of == round)?;
        let source = self.sources.add(Source::Standing { task, quarter, round });
        let decided = self.record.found.iter().find(|one| (one.quarter, one.round) == (quarter, round));
        let by = decided.map(|one| form::when_and_who(words::decided(one.on, &one.by, self.year())));
        let when = [vec![words::round(round)], by.unwrap_or_default()].concat();
        let mut passage = Passage::default();
        passage.stress(&wording::in_brackets(finding.claim.word()), source);
        passage.quote_sentence(&finding.reason, source);
        Some(band(label(words::FOUND, &when), paragraphs(passage)))
    }
}

/// What was stated of one item, by those whose word counts: who answers for it; for what nobody in particular answers for
/// the lead, else everybody, each by name where they do not all say the same.
fn stated_of(milestone: &MilestoneLine<'_>, at: usize, answering: Option<ObjectId>) -> Option<String> {
    let leads = answering.is_none() && milestone.said.iter().any(|said| said.lead);
    let heard = |said: &&Said<'_>| match answering {
        Some(id) => id == said.entry.key.department,
        None => said.lead || !leads,
    };
    let heard: Vec<_> = milestone.said.iter().filter(heard).collect();
    let alone = leads || answering.is_some() || heard.len() + milestone.silent.len() == 1;
    // Who speaks for all of it and says that it is done need not say it of each; one of several means his part.
    let stated = |said: &&Said<'_>| {
        let progress = &said.entry.progress;
        let whole = progress.claim.filter(|claim| alone && *claim == Claim::Done);
        Some((said.name.clone(), progress.items.get(at).copied().flatten().or(whole)?))
    };
    let stated: Vec<(String, Claim)> = heard.iter().filter_map(stated).collect();
    let (_, first) = stated.first()?;
    let all = alone || milestone.silent.is_empty();
    if all && stated.len() == heard.len() && stated.iter().all(|(_, claim)| claim == first) {
        return Some(first.word().to_owned());
    }
    let of = |claim: Claim| {
        let names: Vec<&str> =
            stated.iter().filter(|(_, own)| *own == claim).map(|(name, _)| name.as_str()).collect();
        (!names.is_empty()).then(|| words::several_state(&names, claim.word()))
    };
    Some(Claim::ALL.into_iter().filter_map(of).collect::<Vec<_>>().join("，"))
}

/// A passage as paragraphs of a cell.
pub(super) fn paragraphs(passage: Passage) -> Vec<Paragraph> {
    let paragraphs = passage.into_paragraphs().into_iter();
    paragraphs.map(|(spans, source)| plain(spans, Alignment::Justified).from_source(source)).collect()
}

/// The quarter's word, under it mark and word of its state.
fn quarter_cell(quarter: Quarter, state: Vec<Span>, source: SourceId) -> Vec<Paragraph> {
    let mut name = line(quarter.word(), FontRole::Hei, Alignment::Center).from_source(source);
    name.outline = Some(OutlineLabel { level: 3, title: quarter.word().to_owned() });
    let state = (!state.is_empty()).then(|| plain(state, Alignment::Center).from_source(source));
    [name].into_iter().chain(state).collect()
}

/// The published text cut where its items begin, so that every mark of it is printed; `None` where the items are in other
/// words, or leave some of it out.
fn pieces<'t>(text: &'t str, items: &[AssignedItem]) -> Option<Vec<&'t str>> {
    let mut starts = Vec::with_capacity(items.len());
    let mut from = 0;
    for item in items {
        let at = from + text.get(from..)?.find(item.text.trim())?;
        let between = text[from..at].trim_matches(|c: char| c.is_whitespace() || "；;。".contains(c));
        if !between.is_empty() {
            return None;
        }
        starts.push(at);
        from = at + item.text.trim().len();
    }
    let rest = text[from..].trim_matches(|c: char| c.is_whitespace() || "；;。".contains(c));
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    rest.is_empty().then(|| starts.iter().zip(ends).map(|(from, to)| text[*from..to].trim()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_cut_without_losing_a_mark() {
        let check = |text: &str, items: &[&str], expected: Option<&[&str]>| {
            let items: Vec<_> = items
                .iter()
                .map(|text| AssignedItem { text: (*text).to_owned(), department: None })
                .collect();
            assert_eq!(pieces(text, &items).as_deref(), expected, "{text}");
        };
        check("甲\u{FF1B}乙。", &["甲", "乙"], Some(&["甲\u{FF1B}", "乙。"]));
        check("甲甲\u{FF1B} 甲", &["甲甲", "甲"], Some(&["甲甲\u{FF1B}", "甲"]));
        check("甲\u{FF1B}乙\u{FF1B}丙。", &["甲", "丙"], None);
        check("甲\u{FF1B}乙。", &["乙", "甲"], None);
        check("甲\u{FF1B}乙\u{FF0C}丙。", &["甲", "乙"], None);
    }
}
