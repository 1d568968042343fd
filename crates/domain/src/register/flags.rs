//! What of a milestone's entries should be looked at: numbers against claims, files used twice, photos of another time.

use super::{Entry, Register};
use crate::claim::Claim;
use crate::evidence::EvidenceForm;
use crate::flag::{self, Answer, Flag, FlagKind};
use crate::id::ObjectId;
use crate::indicator::{IndicatorKind, Origin};
use crate::numeral::to_chinese;
use crate::period::{Quarter, Round};
use crate::plan::Task;
use crate::progress::ProgressKey;
use crate::state::Standing;

impl Register {
    /// Every flag of a milestone as a round sees it: its numbers against what holds, then each department's entry.
    #[must_use]
    pub fn flags(&self, task: &Task, quarter: Quarter, standing: &Standing, until: Round) -> Vec<Flag> {
        let mut flags = self.number_flags(task, quarter, standing, until);
        for (_, entry) in self.newest(task.number, quarter, until) {
            flags.extend(self.entry_flags(entry));
        }
        flags
    }

    /// The same for one department's form: what others handed in is theirs to look at.
    #[must_use]
    pub fn flags_of(
        &self,
        task: &Task,
        quarter: Quarter,
        standing: &Standing,
        own: &ProgressKey,
    ) -> Vec<Flag> {
        let mut flags = self.number_flags(task, quarter, standing, own.round);
        let entry = self.entries(task.number, quarter).iter().find(|entry| entry.key == *own);
        flags.extend(entry.into_iter().flat_map(|entry| self.entry_flags(entry)));
        flags
    }

    /// Where claim, or finding, and numbers disagree. Neither overrules the other.
    fn number_flags(&self, task: &Task, quarter: Quarter, standing: &Standing, until: Round) -> Vec<Flag> {
        let Some(claim) = standing.effective() else { return Vec::new() };
        let said = format!("{}{}", if standing.judged { "督查室认定" } else { "自报" }, claim.word());
        let measured = |kind| !matches!(kind, IndicatorKind::Population);
        let numbers: Vec<_> = self
            .indicators_of(task.number)
            .filter(|indicator| measured(indicator.kind))
            .filter_map(|indicator| {
                let target = indicator.target(quarter).filter(|target| target.origin != Origin::Suggested)?;
                let amount = self.reported(task, indicator, quarter, until)?;
                let words = flag::number_in_words(indicator, amount, target.bound);
                Some((flag::answer(amount, target.bound), words))
            })
            .collect();
        let of = |wanted: Answer| {
            let words =
                numbers.iter().filter(|(answer, _)| *answer == wanted).map(|(_, words)| words.as_str());
            words.collect::<Vec<_>>().join("；")
        };
        let (short, above) = (of(Answer::Short), of(Answer::Above));
        let mut flags = Vec::new();
        if claim == Claim::Done && !short.is_empty() {
            flags.push(Flag { kind: FlagKind::NumberShort, words: format!("{said}，但{short}") });
        }
        if claim != Claim::Done && !numbers.is_empty() && short.is_empty() {
            let words = format!("{said}，但所报数量均已达到：{}", of(Answer::Kept));
            flags.push(Flag { kind: FlagKind::NumberReached, words });
        }
        if !above.is_empty() {
            flags.push(Flag {
                kind: FlagKind::NumberAbove, words: format!("所报数量超出区间：{above}")
            });
        }
        flags
    }

    /// What of one entry should be looked at, apart from its numbers.
    #[must_use]
    pub fn entry_flags(&self, entry: &Entry) -> Vec<Flag> {
        let taken_into = self.taken_into(entry);
        let mut flags = Vec::new();
        if taken_into != entry.key.round {
            let (own, other) = (entry.key.round.quarter.word(), taken_into.quarter.word());
            flags.push(Flag {
                kind: FlagKind::AfterClosing,
                words: format!("{own}报告期截止后报来，作为补报计入{other}报告期"),
            });
        }
        let span = flag::photo_span(
            self.round(entry.key.quarter),
            entry.key.round,
            entry.handed_in,
            self.due(entry.key.round),
        );
        for evidence in &entry.progress.evidence {
            let EvidenceForm::File { sha256, name, .. } = &evidence.form else { continue };
            if let Some(taken) = self.photo_days.get(sha256) {
                flags.extend(flag::photo(name, *taken, span));
            }
            let others = self.other_uses(entry, sha256);
            if !others.is_empty() {
                flags.push(Flag {
                    kind: FlagKind::SameFile,
                    words: format!("“{name}”与其他节点的佐证是同一文件：{}", others.join("、")),
                });
            }
        }
        flags
    }

    /// The other milestones that the same file backs: （五）一季度（文体局）.
    fn other_uses(&self, own: &Entry, sha256: &[u8; 32]) -> Vec<String> {
        let backed = self.backed.get(sha256).into_iter().flatten().filter_map(|at| self.entries.get(*at));
        let elsewhere =
            |entry: &&Entry| (entry.key.task, entry.key.quarter) != (own.key.task, own.key.quarter);
        let mut names: Vec<String> = Vec::new();
        for entry in backed.filter(elsewhere) {
            let (task, quarter) = (to_chinese(entry.key.task), entry.key.quarter.word());
            let name = format!("（{task}）{quarter}（{}）", self.published_name(entry.key.department));
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The name under which the paper knows a department; else its present one.
    #[must_use]
    pub fn published_name(&self, id: ObjectId) -> &str {
        let published =
            self.published.iter().filter(|(_, known)| **known == id).map(|(name, _)| name.as_str());
        published
            .min()
            .or_else(|| self.department(id).map(|department| department.current_name()))
            .unwrap_or_default()
    }
}
