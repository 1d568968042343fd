//! The counted sentences under the title: how many milestones stand where, so that the counts close.
//!
//! Counted is the printed word, so that every number can be found in the table. Left to others: the wording.

use crate::task_line::{MilestoneLine, Showing, TaskLine};
use crate::wording;
use domain::light::Light;
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

/// The counted sentences, each for itself; each closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentences {
    /// 一季度节点20项：完成9项，…
    pub(crate) quarter: String,
    /// Of those stated, how many nothing backs; empty where nothing was stated.
    pub(crate) evidence: String,
    /// The year so far; empty in its first quarter.
    pub(crate) so_far: String,
    /// What earlier quarters left; empty where nothing.
    pub(crate) carried_over: String,
}

impl Sentences {
    /// Counts.
    pub(crate) fn of<'a>(lines: impl Iterator<Item = &'a TaskLine<'a>> + Clone, round: Round) -> Self {
        let milestones = || lines.clone().flat_map(|line| line.milestones.iter().flatten());
        let this = Tally::of(milestones().filter(|milestone| milestone.quarter == round.quarter));
        let what = wording::nodes_of(round.quarter.word());
        let quarter = if this.total == 0 {
            wording::no_nodes(round.quarter.word())
        } else {
            wording::counted(&what, this.total, &this.counts)
        };
        let year = Tally::of(milestones().filter(|milestone| milestone.quarter <= round.quarter));
        let so_far = if round.quarter > Quarter::First && year.total > 0 {
            wording::counted(&wording::nodes_of(round.span_word()), year.total, &year.counts)
        } else {
            String::new()
        };
        let left: Vec<_> =
            milestones().filter(|milestone| milestone.showing == Showing::CarriedOver).collect();
        let quarters = Quarter::ALL.into_iter().filter(|q| left.iter().any(|one| one.quarter == *q));
        let quarters: Vec<_> = quarters.collect();
        let carried_over = if left.is_empty() {
            String::new()
        } else {
            let tally = Tally::of(left.iter().copied());
            wording::counted(&wording::nodes_carried_over(&quarters), tally.total, &tally.counts)
        };
        let evidence = wording::evidence_count(&what, this.stated, this.without_evidence);
        Self { quarter, evidence, so_far, carried_over }
    }

    /// All in one paragraph.
    pub(crate) fn together(&self) -> String {
        [&self.quarter, &self.evidence, &self.so_far, &self.carried_over].map(String::as_str).concat()
    }
}

/// How many tasks have which light: 工作任务20项：按序时12项，较慢5项，滞后3项。
pub(crate) fn lights<'a>(lines: impl Iterator<Item = &'a TaskLine<'a>> + Clone) -> String {
    let total = lines.clone().count();
    let of = |light| lines.clone().filter(move |line| line.light.light == light);
    let counts = Light::ALL.into_iter().filter_map(|light| {
        let word = of(light).next()?.light.word.as_str();
        Some((word, of(light).count()))
    });
    wording::counted(wording::TASKS, total, &counts.collect::<Vec<_>>())
}
