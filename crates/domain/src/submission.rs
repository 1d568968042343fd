//! 季度报送表: what one department signs and hands in for one round, and where that paper stands.
//!
//! A sheet is known by its 报送码, which is made of the revisions that it shows: whatever is edited after printing makes
//! another code, so that a signed paper says for itself what was signed. Left to others: the code's making and the
//! store (`app`), the printed page (`report`).

use crate::evidence::Evidence;
use crate::id::ObjectId;
use crate::period::{Quarter, Round};
use crate::plan::Task;
use crate::register::{Entry, Register};
use jiff::civil::Date;

/// A sheet that was printed to be signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmissionSheet {
    /// The plan's id.
    pub plan: ObjectId,
    /// The round.
    pub round: Round,
    /// Whose sheet.
    pub department: ObjectId,
    /// Which printing of the department's sheet of that round, from 1.
    pub number: u32,
    /// 报送码: made of the revisions.
    pub code: String,
    /// The revisions that it shows, sorted.
    pub revisions: Vec<[u8; 32]>,
    /// The day on which it was first printed.
    pub on: Date,
    /// Who printed it, by name.
    pub by: String,
    /// The signed paper, once it came back.
    pub scan: Option<SignedScan>,
}

/// The scan of a signed sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedScan {
    /// The file.
    pub file: Evidence,
    /// The day on which it was taken in.
    pub on: Date,
    /// Who took it in, by name.
    pub by: String,
}

/// Where a department's sheet of a round stands; told from what was printed and what is stated now, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubmissionState {
    /// 草稿: nothing was printed.
    Draft,
    /// 已打印待签: what is stated now was printed, and has not come back.
    Printed,
    /// 已变动: what was printed is not what is stated now, and none of it has come back.
    Changed,
    /// 已提交: what is stated now was signed and came back.
    Submitted,
    /// What was signed and came back is not what is stated now.
    ChangedSince,
}

impl SubmissionState {
    /// All in order.
    pub const ALL: [Self; 5] =
        [Self::Draft, Self::Printed, Self::Changed, Self::Submitted, Self::ChangedSince];

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["draft", "printed", "changed", "submitted", "changed_since"][self as usize]
    }

    /// The word on screen.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["草稿", "已打印待签", "已变动，请重新打印送签", "已提交", "已提交，打印后有变动，请重新打印送签"]
            [self as usize]
    }

    /// Where the sheet stands that shows these revisions now (sorted), after what was printed of the round.
    ///
    /// The sheet of now decides; only where it was never printed do older ones speak, and then a signed one first.
    #[must_use]
    pub fn of(now: &[[u8; 32]], printed: &[SubmissionSheet]) -> Self {
        match current(now, printed) {
            Some(SubmissionSheet { scan: Some(_), .. }) => Self::Submitted,
            Some(_) => Self::Printed,
            None if printed.iter().any(|sheet| sheet.scan.is_some()) => Self::ChangedSince,
            None if printed.is_empty() => Self::Draft,
            None => Self::Changed,
        }
    }
}

/// The printed sheet that shows exactly these revisions.
#[must_use]
pub fn current<'a>(now: &[[u8; 32]], printed: &'a [SubmissionSheet]) -> Option<&'a SubmissionSheet> {
    printed.iter().find(|sheet| sheet.revisions == now)
}

/// One milestone on a sheet.
#[derive(Debug, Clone, Copy)]
pub struct SubmissionLine<'a> {
    /// The task.
    pub task: &'a Task,
    /// The quarter that was promised.
    pub quarter: Quarter,
    /// What the department stated of it for the round; `None`: nothing yet.
    pub entry: Option<&'a Entry>,
}

/// Every milestone that a department's sheet of a round shows, in printed order: what the round asks it for, and what else
/// it stated in the round.
#[must_use]
pub fn lines(
    register: &Register,
    round: Round,
    department: ObjectId,
    as_of: Date,
) -> Vec<SubmissionLine<'_>> {
    let mut lines = Vec::new();
    for task in register.plan.tasks() {
        let answers = register.responsible_in(task, round).iter().any(|one| one.id == department);
        let asked = if answers { register.asked(task, round, as_of) } else { Vec::new() };
        for quarter in Quarter::ALL {
            let entry = stated(register, task.number, quarter, department, round);
            let now = entry.is_some_and(|entry| register.taken_into(entry) == round);
            if asked.contains(&quarter) || now {
                lines.push(SubmissionLine { task, quarter, entry });
            }
        }
    }
    lines
}

/// What a department, or who held its place before, stated of a milestone for a round. Of an earlier quarter's only what
/// was said in this round counts; the round's own may have been reported before.
#[must_use]
pub fn stated(
    register: &Register,
    task: u32,
    quarter: Quarter,
    department: ObjectId,
    round: Round,
) -> Option<&Entry> {
    let line = register.predecessors(task, department, round.last_day());
    let own = register.entries(task, quarter).iter().filter(|entry| line.contains(&entry.key.department));
    own.map(|entry| (register.taken_into(entry), entry))
        .filter(|(taken, _)| *taken == round || quarter == round.quarter && *taken <= round)
        .max_by_key(|(taken, entry)| (*taken, entry.key.department == department))
        .map(|(_, entry)| entry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{EvidenceForm, PaperEvidence};
    use jiff::civil::date;

    fn sheet(revision: u8, signed: bool) -> SubmissionSheet {
        let file =
            Evidence { number: None, form: EvidenceForm::OnPaper(PaperEvidence::default()), personal: false };
        SubmissionSheet {
            plan: ObjectId([1; 16]),
            round: Round { year: 2013, quarter: Quarter::First },
            department: ObjectId([2; 16]),
            number: u32::from(revision),
            code: revision.to_string(),
            revisions: vec![[revision; 32]],
            on: date(2013, 4, 8),
            by: "李某".into(),
            scan: signed.then(|| SignedScan { file, on: date(2013, 4, 9), by: "李某".into() }),
        }
    }

    #[test]
    fn the_sheet_of_now_decides_where_it_stands() {
        let check = |printed: &[SubmissionSheet], expected| {
            assert_eq!(SubmissionState::of(&[[1; 32]], printed), expected);
        };
        check(&[], SubmissionState::Draft);
        check(&[sheet(1, false)], SubmissionState::Printed);
        check(&[sheet(2, false)], SubmissionState::Changed);
        check(&[sheet(1, true)], SubmissionState::Submitted);
        check(&[sheet(2, true)], SubmissionState::ChangedSince);
        check(&[sheet(2, true), sheet(3, false)], SubmissionState::ChangedSince);
        // Printed anew and on its way; taken back to what was signed before.
        check(&[sheet(2, true), sheet(1, false)], SubmissionState::Printed);
        check(&[sheet(2, false), sheet(1, true)], SubmissionState::Submitted);
    }

    #[test]
    fn codes_and_words_are_one_each() {
        let mut seen: Vec<_> = SubmissionState::ALL.iter().flat_map(|one| [one.code(), one.word()]).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 2 * SubmissionState::ALL.len());
    }
}
