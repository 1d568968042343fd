//! Decisions as they are shown: each with the revision that it is about.

use crate::desk::time_text;
use crate::entry::by;
use crate::wire::review::{DecisionCode, DecisionView};
use domain::review::{Decision, Review};
use ledger::Rid;
use store::{HistoryEntry, Recorded};

/// The decisions on one entry, the newest submission first; `revisions`: its history, oldest first.
pub(crate) fn decisions(
    reviews: &[Recorded<Review>],
    revisions: &[HistoryEntry],
    head: Option<Rid>,
) -> Vec<DecisionView> {
    let mut shown: Vec<_> = reviews
        .iter()
        .filter_map(|review| {
            let at = revisions.iter().position(|revision| revision.rid.0 == review.value.revision)?;
            Some((at, decision(review, &format!("第{}版", at + 1), head)))
        })
        .collect();
    shown.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    shown.into_iter().map(|(_, view)| view).collect()
}

pub(super) fn decision(review: &Recorded<Review>, revision_word: &str, head: Option<Rid>) -> DecisionView {
    let Review { decision, reason, returned_to, place, quote, revision, .. } = &review.value;
    DecisionView {
        decision: match decision {
            Decision::Accepted => DecisionCode::Accepted,
            Decision::Returned => DecisionCode::Returned,
        },
        word: decision.word().to_owned(),
        reason: reason.clone(),
        returned_to: returned_to.clone(),
        place: place.map(|place| place.code()),
        place_word: place.map(|place| place.word()).unwrap_or_default(),
        quote: quote.clone(),
        by: by(&review.header),
        at: time_text(review.header.wall_ms),
        revision: Rid(*revision).to_string(),
        revision_word: revision_word.to_owned(),
        current: head == Some(Rid(*revision)),
    }
}
