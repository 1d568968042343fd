//! The counts of a round, for the report and for programs.

use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::feedback::{FeedbackCountOf, FeedbackCountView, FeedbackCountsView};
use domain::feedback::{Channel, FeedbackCount, FeedbackCounts, FeedbackKind, counts_in_words};
use domain::period::Round;

impl Desk {
    /// What came in within a round's quarter and what became of it.
    ///
    /// # Errors
    /// No such round; no date.
    pub fn feedback_counts(&self, round: &str, as_of: Option<&str>) -> Outcome<FeedbackCountsView> {
        let round: Round = round
            .parse()
            .map_err(|_| Refused::UnknownRound { text: round.to_owned(), year: self.today().year() })?;
        let as_of = view::day(as_of.unwrap_or_default())?.unwrap_or(self.today());
        let counts = FeedbackCounts::of(&self.feedback_then(as_of)?, round, as_of);
        let of = |code: &str, word: &str, count| FeedbackCountOf {
            code: code.to_owned(),
            word: word.to_owned(),
            counts: count_view(count),
        };
        Ok(FeedbackCountsView {
            round: round.to_string(),
            as_of: as_of.to_string(),
            total: count_view(counts.total),
            kinds: FeedbackKind::ALL
                .map(|one| of(one.code(), one.word(), counts.by_kind[one as usize]))
                .into(),
            channels: Channel::ALL
                .map(|one| of(one.code(), one.word(), counts.by_channel[one as usize]))
                .into(),
            sentence: counts_in_words(&counts, round),
        })
    }

    /// What of the year's list came in within a round's quarter, as it stands today, like the list.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) fn feedback_in_round(&self, round: Round) -> Outcome<FeedbackCountView> {
        let counts = FeedbackCounts::of(&self.feedback_of(Some(round.year))?, round, self.today());
        Ok(count_view(counts.total))
    }
}

fn count_view(count: FeedbackCount) -> FeedbackCountView {
    let FeedbackCount { received, closed, answered, open, overdue } = count;
    FeedbackCountView { received, closed, answered, open, overdue }
}
