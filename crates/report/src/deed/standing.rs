//! Where a milestone stands, in spans: mark, word, the day of what came late, ◇无佐证.

use crate::style::{self, cell_span, unbroken};
use crate::task_line::{MilestoneLine, Viewpoint};
use crate::wording;
use domain::state::{QuarterState, Standing, Timeliness, WITHOUT_EVIDENCE};
use layout::block::Span;
use layout::font::FontRole;

/// The mark of a state, as bold as its word: a thin ✓ or × would not survive a photocopy; `None` for 未报.
pub(crate) fn mark_span(state: QuarterState) -> Option<Span> {
    state.mark().map(|mark| cell_span(&mark.to_string(), FontRole::Hei))
}

/// ◇无佐证, where it applies.
pub(crate) fn without_evidence_spans(standing: &Standing) -> Vec<Span> {
    if !standing.without_evidence {
        return Vec::new();
    }
    let (mark, word) = WITHOUT_EVIDENCE;
    vec![cell_span(&mark.to_string(), FontRole::Song), unbroken(cell_span(word, FontRole::Kai))]
}

/// The day on which it was finished, for what was finished late.
pub(crate) fn late_on(standing: &Standing, viewpoint: Viewpoint<'_>) -> Option<String> {
    let late = standing.state == QuarterState::Done(Timeliness::Late);
    let day = standing.done_on.filter(|_| late)?;
    Some(wording::stated_on(day, viewpoint.register.plan.year))
}

/// The mark, 【the word】 in bold, （◇无佐证） and the day of what was finished late.
pub(crate) fn state_spans(milestone: &MilestoneLine<'_>, viewpoint: Viewpoint<'_>) -> Vec<Span> {
    let standing = &milestone.standing;
    let word = cell_span(&wording::in_brackets(standing.word()), FontRole::Hei);
    let mut spans: Vec<Span> = mark_span(standing.state).into_iter().collect();
    spans.push(unbroken(word));
    let late = late_on(standing, viewpoint).map(|day| style::dated(&day, FontRole::Kai));
    let without = without_evidence_spans(standing);
    let notes: Vec<Vec<Span>> = [late.into_iter().collect(), without]
        .into_iter()
        .filter(|note: &Vec<Span>| !note.is_empty())
        .collect();
    for (at, note) in notes.iter().enumerate() {
        spans.push(cell_span(if at == 0 { "（" } else { "，" }, FontRole::Kai));
        spans.extend(note.iter().cloned());
    }
    if !notes.is_empty() {
        spans.push(cell_span("）", FontRole::Kai));
    }
    spans
}
