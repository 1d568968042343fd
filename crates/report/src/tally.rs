//! The counted sentences under the title: how many milestones stand where, so that the counts close.
//!
//! Counted is the printed word, so that every number can be found in the table. Left to others: the wording.

use crate::task_line::{MilestoneLine, Showing, TaskLine};
use crate::wording;
use domain::period::{Quarter, Round};
use domain::state::{QuarterState, Timeliness};

/// Every state in the order in which sentences count.
const STATES: [QuarterState; 9] = [
    QuarterState::Done(Timeliness::Early),
    QuarterState::Done(Timeliness::InTime),
    QuarterState::Done(Timeliness::Late),
    QuarterState::Partial,
    QuarterState::NotDone,
    QuarterState::ConditionNotMet,
    QuarterState::Adjusted,
    QuarterState::Unreported,
    QuarterState::NotDue,
];

/// Milestones counted by their printed word.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    /// In the order of [`STATES`], judged before claimed; without zeros.
    pub(crate) counts: Vec<(&'static str, usize)>,
    pub(crate) total: usize,
    /// How many of them somebody has stated.
    pub(crate) stated: usize,
    /// How many of those without evidence.
    pub(crate) without_evidence: usize,
}

impl Tally {
    /// Counts.
    pub(crate) fn of<'a>(milestones: impl Iterator<Item = &'a MilestoneLine<'a>>) -> Self {
        let words = STATES.iter().flat_map(|state| [state.word(true), state.word(false)]);
        let mut tally = Self { counts: words.map(|word| (word, 0)).collect(), ..Self::default() };
        tally.counts.dedup_by_key(|(word, _)| *word);
        for milestone in milestones {
            let word = milestone.standing.word();
            match tally.counts.iter_mut().find(|(counted, _)| *counted == word) {
                Some((_, count)) => *count += 1,
                None => tally.counts.push((word, 1)),
            }
            tally.total += 1;
            tally.stated += usize::from(!milestone.said.is_empty());
            tally.without_evidence += usize::from(milestone.standing.without_evidence);
        }
        tally.counts.retain(|(_, count)| *count > 0);
        tally
    }
}

/// The sentences: this quarter, the year so far where it is longer, what earlier quarters left, and evidence.
pub(crate) fn sentences<'a>(lines: impl Iterator<Item = &'a TaskLine<'a>> + Clone, round: Round) -> String {
    let milestones = || lines.clone().flat_map(|line| line.milestones.iter().flatten());
    let this = Tally::of(milestones().filter(|milestone| milestone.quarter == round.quarter));
    let what = wording::nodes_of(round.quarter.word());
    let mut text = if this.total == 0 {
        wording::no_nodes(round.quarter.word())
    } else {
        wording::counted(&what, this.total, &this.counts)
    };
    text.push_str(&wording::evidence_count(&what, this.stated, this.without_evidence));
    if round.quarter > Quarter::First {
        let year = Tally::of(milestones().filter(|milestone| milestone.quarter <= round.quarter));
        if year.total > 0 {
            text.push_str(&wording::counted(&wording::nodes_of(round.span_word()), year.total, &year.counts));
        }
    }
    let left: Vec<_> = milestones().filter(|milestone| milestone.showing == Showing::CarriedOver).collect();
    if !left.is_empty() {
        let quarters: Vec<_> = Quarter::ALL
            .into_iter()
            .filter(|q| left.iter().any(|milestone| milestone.quarter == *q))
            .collect();
        let tally = Tally::of(left.iter().copied());
        text.push_str(&wording::counted(&wording::nodes_carried_over(&quarters), tally.total, &tally.counts));
    }
    text
}
