//! 完成情况: what a report says under one milestone.
//!
//! The statements of the departments in their own words, then what belongs to them: items, numbers, cause and measure,
//! the dates promised, who answers, evidence codes. Every word that was recorded is printed. Left to others: the
//! state's word and mark before it (the styles), columns and indents.

mod numbers;
mod standing;

use crate::passage::{Passage, sentence};
use crate::source::{Source, SourceTable};
use crate::style::{JOINER, cell_span, half_widths, whole};
use crate::task_line::{Beside, MilestoneLine, Said, Viewpoint};
use crate::wording::{self, promise_in_words, promised_before};
use domain::breakdown::AssignedItem;
use domain::claim::Claim;
use domain::evidence;
use domain::progress::Progress;
use domain::state::{QuarterState, WITHOUT_EVIDENCE};
use layout::block::{Paragraph, SourceId};
use layout::font::FontRole;
pub(crate) use standing::{late_on, mark_span, state_spans, without_evidence_spans};

/// What a page does not part, in lines: about a fifth and a quarter of what it holds; a page may end that much emptier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Whole {
    /// A paragraph of up to so many lines stands on the page of its evidence.
    pub(crate) with_evidence: usize,
    /// A longer paragraph may part between its lines.
    pub(crate) paragraph: usize,
}

/// On the upright sheet.
pub(crate) const UPRIGHT: Whole = Whole { with_evidence: 10, paragraph: 14 };
/// On the landscape one.
pub(crate) const LANDSCAPE: Whole = Whole { with_evidence: 6, paragraph: 7 };

/// Says where pages may part a deed: evidence stands with the paragraph that it backs, unless that is long; one that would
/// leave more of a page empty may part between its lines.
pub(crate) fn set_apart(deed: &mut [Paragraph], column_half_characters: usize, whole: Whole) {
    for at in 0..deed.len() {
        let lines = lines(&deed[at], column_half_characters);
        let backed = deed.get(at + 1).is_some_and(is_evidence);
        deed[at].style.keep_with_next |= backed && lines <= whole.with_evidence;
        deed[at].style.splits = lines > whole.paragraph;
    }
}

/// About how many lines a paragraph takes in a column.
pub(crate) fn lines(paragraph: &Paragraph, column_half_characters: usize) -> usize {
    half_widths(&paragraph.text()).div_ceil(column_half_characters)
}

fn is_evidence(paragraph: &Paragraph) -> bool {
    let text: String = paragraph.text().chars().filter(|&c| c != JOINER).collect();
    text.starts_with(wording::EVIDENCE) || text.starts_with(WITHOUT_EVIDENCE.0)
}

/// Writes the deed of one milestone into the passage.
pub(crate) fn write(
    passage: &mut Passage,
    milestone: &MilestoneLine<'_>,
    viewpoint: Viewpoint<'_>,
    sources: &mut SourceTable,
) {
    let standing_source = sources.add(Source::Standing {
        task: milestone.task.number,
        quarter: milestone.quarter,
        round: viewpoint.round,
    });
    // While nobody has said anything, the reason tells the change itself.
    let reason_alone = milestone.said.is_empty() && !milestone.standing.judged;
    if let Some(change) = milestone.change.filter(|_| !reason_alone) {
        passage.say(&sentence(&change.in_words(milestone.promise)), standing_source);
        passage.end_paragraph();
    }
    let told = milestone.finding.filter(|finding| milestone.standing.judged && !finding.reason.is_empty());
    if let Some(finding) = told {
        passage.say(wording::FINDING, standing_source);
        passage.quote_sentence(&finding.reason, standing_source);
        passage.end_paragraph();
    }
    if reason_alone {
        passage.say(&sentence(&milestone.standing.reason), standing_source);
        passage.end_paragraph();
    }
    if !milestone.said.is_empty() {
        write_statements(passage, milestone, viewpoint, standing_source, sources);
    }
    if milestone.goes_forward {
        passage.say(&wording::goes_forward(viewpoint.register.plan.year), standing_source);
        passage.end_paragraph();
    }
}

/// What one department stated itself, without its name and word: numbers, cause and measure, dates, evidence.
pub(crate) fn write_own(
    passage: &mut Passage,
    milestone: &MilestoneLine<'_>,
    said: &Said<'_>,
    viewpoint: Viewpoint<'_>,
    source: SourceId,
) {
    let statement = Statement { milestone, said, viewpoint, source };
    statement.write_words(passage);
    statement.write_evidence(passage, false);
    passage.end_paragraph();
    if said.entry.progress.evidence.is_empty() {
        let (mark, word) = WITHOUT_EVIDENCE;
        passage.push(cell_span(&mark.to_string(), FontRole::Song), source);
        passage.say(&sentence(word), source);
    }
}

/// The same without its evidence.
pub(crate) fn write_words(
    passage: &mut Passage,
    milestone: &MilestoneLine<'_>,
    said: &Said<'_>,
    viewpoint: Viewpoint<'_>,
    source: SourceId,
) {
    Statement { milestone, said, viewpoint, source }.write_words(passage);
}

/// Who has said what, the lead's joined text in place of the single ones where there is one, and what the year comes to.
fn write_statements(
    passage: &mut Passage,
    milestone: &MilestoneLine<'_>,
    viewpoint: Viewpoint<'_>,
    standing_source: SourceId,
    sources: &mut SourceTable,
) {
    let several = milestone.said.len() + milestone.silent.len() > 1;
    if several {
        let silent: Vec<_> = milestone.silent.iter().map(String::as_str).collect();
        let all = silent.len() + milestone.said.iter().filter(|said| said.responsible).count();
        passage.say(&wording::coverage(all, &silent), standing_source);
        passage.end_paragraph();
    }
    let summary = viewpoint.register.summary(milestone.task.number, milestone.quarter, viewpoint.round);
    let summary = summary.filter(|_| several);
    if let Some(summary) = summary {
        passage.quote(&summary.text, standing_source);
        let known = viewpoint.register.department(summary.department);
        let name = known.map_or(wording::UNKNOWN_DEPARTMENT, |one| one.name_on(viewpoint.as_of));
        passage.say(&wording::summed_up_by(name), standing_source);
        passage.end_paragraph();
        let together = numbers::together(milestone, viewpoint);
        if !together.is_empty() {
            passage.say(&sentence(&together.join("，")), standing_source);
            passage.end_paragraph();
        }
    }
    for said in &milestone.said {
        let statement =
            Statement { milestone, said, viewpoint, source: sources.add(Source::Progress(said.entry.key)) };
        if summary.is_some() {
            statement.write_beside_summary(passage);
        } else {
            statement.write(passage, several);
        }
    }
    if summary.is_none() {
        let shared = numbers::shared(milestone, viewpoint);
        if !shared.is_empty() {
            passage.say(&wording::together(&shared), standing_source);
            passage.end_paragraph();
        }
    }
    let reached: Vec<String> = milestone
        .reached
        .iter()
        .map(|(name, amount, year)| wording::reached(name, amount, year.as_deref()))
        .collect();
    if !reached.is_empty() {
        passage.say(&wording::reached_so_far(&reached), standing_source);
        passage.end_paragraph();
    }
}

/// One department's statement on its way to paper.
struct Statement<'a> {
    milestone: &'a MilestoneLine<'a>,
    said: &'a Said<'a>,
    viewpoint: Viewpoint<'a>,
    source: SourceId,
}

impl Statement<'_> {
    fn progress(&self) -> &Progress {
        &self.said.entry.progress
    }

    fn write(&self, passage: &mut Passage, several: bool) {
        let progress = self.progress();
        let claim = progress.claim.map_or("", Claim::word);
        // One department, not judged: the state's word has said it; 已调整 does not.
        let standing = &self.milestone.standing;
        if several || standing.judged || standing.state == QuarterState::Adjusted {
            let Said { name, lead, responsible, .. } = self.said;
            passage.stress(&wording::stated_by(name, *lead, *responsible, claim), self.source);
        }
        // The column beside says it in full.
        if self.viewpoint.beside == Beside::This && self.said.round < self.viewpoint.round {
            passage.say(wording::stated_last(standing.open), self.source);
            passage.end_paragraph();
            return;
        }
        self.write_words(passage);
        self.write_evidence(passage, several);
        passage.end_paragraph();
    }

    fn write_words(&self, passage: &mut Passage) {
        let progress = self.progress();
        passage.quote(&progress.text, self.source);
        if self.said.round < self.viewpoint.round {
            let again = self.milestone.standing.open.then(|| self.viewpoint.beside.word());
            passage.say(&wording::stated_earlier(self.said.round, again), self.source);
        }
        if self.said.entry.key.round < self.said.round {
            let handed_in = self.said.entry.handed_in;
            let year = self.viewpoint.register.plan.year;
            passage.say(&wording::after_closing(self.said.entry.key.round, handed_in, year), self.source);
        }
        if let Some(source) = &progress.on_behalf {
            passage.say(&wording::on_behalf(source), self.source);
        }
        passage.end_paragraph();
        self.write_items(passage);
        let numbers = numbers::stated(self.progress(), self.milestone, self.viewpoint);
        if !numbers.is_empty() {
            passage.say(&sentence(&numbers.join("，")), self.source);
        }
        passage.end_paragraph();
        self.write_account(passage);
        passage.end_paragraph();
    }

    /// What the lead's text does not replace: a department's own account of what is not done, and its evidence.
    fn write_beside_summary(&self, passage: &mut Passage) {
        let claim = self.progress().claim;
        if claim.is_some_and(Claim::needs_account) {
            let Said { name, lead, responsible, .. } = self.said;
            let word = claim.map_or("", Claim::word);
            passage.stress(&wording::stated_beside(name, *lead, *responsible, word), self.source);
            self.write_items(passage);
            self.write_account(passage);
            passage.end_paragraph();
        }
        self.write_evidence(passage, true);
        passage.end_paragraph();
    }

    /// The department's own items and everybody's; what others answer for stands with them.
    fn write_items(&self, passage: &mut Passage) {
        let all = self.viewpoint.register.items(self.milestone.task, self.milestone.quarter);
        let own = |item: &AssignedItem| item.department.is_none_or(|id| id == self.said.entry.key.department);
        let (promised, stated): (Vec<&str>, Vec<Option<Claim>>) = all
            .iter()
            .enumerate()
            .filter(|(_, item)| own(item))
            .map(|(at, item)| (item.text.as_str(), self.progress().items.get(at).copied().flatten()))
            .unzip();
        if stated.iter().all(|item| item.is_none_or(|item| item == Claim::Done)) {
            return;
        }
        let item = |at: usize| stated.get(at).copied().flatten();
        let of = |wanted: Option<Claim>| (0..promised.len()).filter(|&at| item(at) == wanted).count();
        let undone: Vec<_> = promised
            .iter()
            .enumerate()
            .filter_map(|(at, text)| match item(at)? {
                Claim::Done => None,
                Claim::NotDone => Some(wording::undone_item(text, None)),
                other => Some(wording::undone_item(text, Some(other.word()))),
            })
            .collect();
        passage.say(&wording::items(promised.len(), of(Some(Claim::Done)), &undone, of(None)), self.source);
    }

    fn write_account(&self, passage: &mut Passage) {
        let progress = self.progress();
        let labelled = |passage: &mut Passage, label: &str, text: &str| {
            if !text.trim().is_empty() {
                passage.push(whole(cell_span(label, FontRole::Kai)), self.source);
                passage.quote_sentence(text, self.source);
            }
        };
        labelled(passage, wording::CAUSE, &progress.cause);
        labelled(passage, wording::MEASURE, &progress.measure);
        labelled(passage, wording::NEXT_STEP, &progress.next_step);
        let seen = self.viewpoint.promises;
        let dates = self.said.promised.as_slice();
        let done = progress.claim == Some(Claim::Done);
        let promise = if done { promised_before(dates, seen) } else { promise_in_words(dates, seen) };
        passage.say(&sentence(&promise), self.source);
        labelled(passage, wording::PERSON, &progress.person);
    }

    fn write_evidence(&self, passage: &mut Passage, several: bool) {
        let progress = self.progress();
        if progress.evidence.is_empty() {
            if several && !self.milestone.standing.without_evidence {
                let (mark, word) = WITHOUT_EVIDENCE;
                passage.push(cell_span(&mark.to_string(), FontRole::Song), self.source);
                passage.say(&sentence(word), self.source);
            }
            return;
        }
        let open = || progress.evidence.iter().filter(|evidence| !evidence.personal);
        let mut numbers: Vec<u32> = open().filter_map(|evidence| evidence.number).collect();
        numbers.sort_unstable();
        let mut parts = Vec::new();
        if let Some((first, rest)) = numbers.split_first() {
            let task = self.milestone.task.number;
            let code = evidence::code(task, self.milestone.quarter, &self.said.published, *first);
            parts.push(wording::evidence_codes(code, *first, rest));
        }
        let unnumbered = open().filter(|evidence| evidence.number.is_none()).count();
        if unnumbered > 0 {
            parts.push(wording::unnumbered_evidence(unnumbered));
        }
        let personal = progress.evidence.iter().filter(|evidence| evidence.personal).count();
        if personal > 0 {
            parts.push(wording::personal_evidence(personal));
        }
        passage.push(whole(cell_span(wording::EVIDENCE, FontRole::Kai)), self.source);
        passage.say(&sentence(&parts.join("；")), self.source);
    }
}
