//! How much feedback came in a round's quarter and what became of it: counts that add up, and their sentence.

use super::{Channel, Feedback, FeedbackKind, FeedbackState};
use crate::period::Round;
use jiff::civil::Date;

/// What became of some pieces of feedback. All but `received` add up to `received`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FeedbackCount {
    /// All of them.
    pub received: u32,
    /// 已办结.
    pub closed: u32,
    /// 已答复, not closed yet.
    pub answered: u32,
    /// Neither, and there is time.
    pub open: u32,
    /// Neither, and its day is past.
    pub overdue: u32,
}

impl FeedbackCount {
    fn add(&mut self, one: &Feedback, as_of: Date) {
        self.received += 1;
        let part = match one.state(as_of) {
            FeedbackState::Closed => &mut self.closed,
            FeedbackState::Answered => &mut self.answered,
            FeedbackState::Open if one.is_overdue(as_of) => &mut self.overdue,
            FeedbackState::Open => &mut self.open,
        };
        *part += 1;
    }
}

/// The counts of a round: together, by kind and by channel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeedbackCounts {
    /// Together.
    pub total: FeedbackCount,
    /// In the order of [`FeedbackKind::ALL`].
    pub by_kind: [FeedbackCount; 3],
    /// In the order of [`Channel::ALL`].
    pub by_channel: [FeedbackCount; 3],
}

impl FeedbackCounts {
    /// Counts what was received within the round's quarter, up to and with the as-of date.
    pub fn of<'a>(feedback: impl IntoIterator<Item = &'a Feedback>, round: Round, as_of: Date) -> Self {
        let mut counts = Self::default();
        for one in feedback.into_iter().filter(|one| one.received <= as_of && is_within(one.received, round))
        {
            counts.total.add(one, as_of);
            counts.by_kind[one.kind as usize].add(one, as_of);
            counts.by_channel[one.channel as usize].add(one, as_of);
        }
        counts
    }
}

fn is_within(day: Date, round: Round) -> bool {
    day.year() == round.year && usize::from((day.month() - 1).unsigned_abs() / 3) == round.quarter.index()
}

/// The report's sentence; every row of numbers in it adds up to the first.
#[must_use]
pub fn counts_in_words(counts: &FeedbackCounts, round: Round) -> String {
    let quarter = round.quarter.ordinal_word();
    let FeedbackCount { received, closed, answered, open, overdue } = counts.total;
    if received == 0 {
        return format!("{quarter}没有收到公众意见。");
    }
    let row = |words: [&str; 3], parts: &[FeedbackCount; 3]| {
        let parts = words.iter().zip(parts).map(|(word, part)| format!("{word}{}件", part.received));
        parts.collect::<Vec<_>>().join("、")
    };
    format!(
        "{quarter}收到公众意见{received}件（{}；{}）：已办结{closed}件，已答复未办结{answered}件，待答复{open}件，逾期未答复{overdue}件。",
        row(FeedbackKind::ALL.map(FeedbackKind::word), &counts.by_kind),
        row(Channel::ALL.map(Channel::word), &counts.by_channel),
    )
}
