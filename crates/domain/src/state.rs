//! The state of a milestone: a closed list of marks and words, and the rule that gives one with its reason.
//!
//! The first that holds: 未到期, 未报, 不计, 已调整, 完成, 部分完成, 未完成; 无佐证 is a second sign beside any of them. No rule
//! reads the clock: the as-of date is an argument.

use crate::claim::Claim;
use crate::id::ObjectId;
use crate::period::{Round, date_in_words};
use crate::progress::Progress;
use jiff::civil::Date;

/// Where a milestone stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuarterState {
    /// ○ 未到期: its round is not due and nothing has been stated.
    NotDue,
    /// **未报**: due, and no department has stated anything.
    Unreported,
    /// — 不计: the paper's own condition was not met.
    ConditionNotMet,
    /// ※ 已调整: the milestone was changed or cancelled by decision.
    Adjusted,
    /// ✓ 完成.
    Done(Timeliness),
    /// ▲ 部分完成.
    Partial,
    /// × 未完成.
    NotDone,
}

/// When a finished milestone was finished, told by rounds and not by clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Timeliness {
    /// In a round before its own.
    Early,
    /// In its own round.
    InTime,
    /// In a later round.
    Late,
}

impl QuarterState {
    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotDue => "not_due",
            Self::Unreported => "unreported",
            Self::ConditionNotMet => "condition_not_met",
            Self::Adjusted => "adjusted",
            Self::Done(_) => "done",
            Self::Partial => "partial",
            Self::NotDone => "not_done",
        }
    }

    /// The mark; 未报 has none, so that it survives a photocopy as a word.
    #[must_use]
    pub fn mark(self) -> Option<char> {
        match self {
            Self::NotDue => Some('○'),
            Self::Unreported => None,
            Self::ConditionNotMet => Some('—'),
            Self::Adjusted => Some('※'),
            Self::Done(_) => Some('✓'),
            Self::Partial => Some('▲'),
            Self::NotDone => Some('×'),
        }
    }

    /// The word; 自报完成 and so on while the supervision office has not judged.
    #[must_use]
    pub fn word(self, judged: bool) -> &'static str {
        match (self, judged) {
            (Self::NotDue, _) => "未到期",
            (Self::Unreported, _) => "未报",
            (Self::ConditionNotMet, true) => "不计",
            (Self::ConditionNotMet, false) => "自报条件未成立",
            (Self::Adjusted, _) => "已调整",
            (Self::Done(Timeliness::InTime), true) => "完成",
            (Self::Done(Timeliness::InTime), false) => "自报完成",
            (Self::Done(Timeliness::Early), true) => "提前完成",
            (Self::Done(Timeliness::Early), false) => "自报提前完成",
            (Self::Done(Timeliness::Late), true) => "逾期完成",
            (Self::Done(Timeliness::Late), false) => "自报逾期完成",
            (Self::Partial, true) => "部分完成",
            (Self::Partial, false) => "自报部分完成",
            (Self::NotDone, true) => "未完成",
            (Self::NotDone, false) => "自报未完成",
        }
    }

    /// Whether it will be asked for again in the next round.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Done(_) | Self::Adjusted)
    }
}

/// The mark and word of the second sign: no submitted statement is backed by evidence.
pub const WITHOUT_EVIDENCE: (char, &str) = ('◇', "无佐证");

/// What the supervision office decided about a milestone in a round (认定).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The decision.
    pub claim: Claim,
    /// Why; printed.
    pub reason: String,
}

/// A responsible department as it is named in that plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Responsible<'a> {
    /// Its id.
    pub id: ObjectId,
    /// The name for sentences.
    pub name: &'a str,
}

/// One submitted statement.
#[derive(Debug, Clone, Copy)]
pub struct Statement<'a> {
    /// Who stated it.
    pub department: ObjectId,
    /// In which round.
    pub round: Round,
    /// What.
    pub progress: &'a Progress,
}

/// All that the rule needs to know about one milestone.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The year and quarter that were promised.
    pub promised: Round,
    /// When the round of that quarter falls due.
    pub due: Date,
    /// 数据截至.
    pub as_of: Date,
    /// The last round that is looked at; statements of later ones are not seen.
    pub until: Round,
    /// The responsible departments in printed order.
    pub departments: &'a [Responsible<'a>],
    /// The confirmed lead (牵头); `None` while unconfirmed.
    pub lead: Option<ObjectId>,
    /// Every submitted statement on this milestone.
    pub statements: &'a [Statement<'a>],
    /// The findings on this milestone with their rounds.
    pub findings: &'a [(Round, &'a Finding)],
    /// The milestone's items, for 3项完成2项.
    pub items: &'a [&'a str],
}

/// The answer: state, who said so, and why in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The state.
    pub state: QuarterState,
    /// Whether the supervision office has decided it.
    pub judged: bool,
    /// Whether something was stated and nothing backs it.
    pub without_evidence: bool,
    /// A full sentence in Chinese without its closing 。
    pub reason: String,
}

impl Standing {
    /// The state's word, 自报 before it while nobody has judged.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.state.word(self.judged)
    }
}

/// Tells where a milestone stands.
#[must_use]
pub fn standing(case: &Case<'_>) -> Standing {
    let latest = latest_statements(case);
    let without_evidence =
        !latest.is_empty() && latest.iter().all(|(_, statement)| statement.progress.evidence.is_empty());
    let finding =
        case.findings.iter().filter(|(round, _)| *round <= case.until).max_by_key(|(round, _)| *round);
    // A statement of a later round than the finding reopens the question.
    let newest = latest.iter().map(|(_, statement)| statement.round).max();
    if let Some((round, finding)) = finding
        && newest.is_none_or(|newest| newest <= *round)
    {
        let state = state_of(finding.claim, *round, case.promised);
        let reason = format!("督查室认定{}：{}", finding.claim.word(), finding.reason.trim_end_matches('。'));
        return Standing { state, judged: true, without_evidence, reason };
    }
    if latest.is_empty() {
        return silent(case);
    }
    let (claim, reason) = joined(case, &latest);
    let round = newest.unwrap_or(case.until);
    let mut reason = reason;
    if round < case.until && state_of(claim, round, case.promised).is_open() {
        reason.push_str(&format!("（{}报告期所报，本期未再报）", round.quarter.word()));
    }
    Standing { state: state_of(claim, round, case.promised), judged: false, without_evidence, reason }
}

fn silent(case: &Case<'_>) -> Standing {
    let (state, reason) = if case.as_of < case.due {
        (QuarterState::NotDue, format!("{}到期", date_in_words(case.due)))
    } else {
        let names: Vec<_> = case.departments.iter().map(|department| department.name).collect();
        let who = if names.is_empty() { "责任部门".to_owned() } else { names.join("、") };
        (QuarterState::Unreported, format!("应于{}前报，{who}未报", date_in_words(case.due)))
    };
    Standing { state, judged: false, without_evidence: false, reason }
}

/// The newest statement of each responsible department, in printed order; lead first where one is confirmed.
fn latest_statements<'a>(case: &Case<'a>) -> Vec<(Responsible<'a>, Statement<'a>)> {
    let mut latest: Vec<_> = case
        .departments
        .iter()
        .filter_map(|department| {
            let of_department =
                case.statements.iter().filter(|s| s.department == department.id && s.round <= case.until);
            of_department.max_by_key(|statement| statement.round).map(|statement| (*department, *statement))
        })
        .collect();
    latest.sort_by_key(|(department, _)| Some(department.id) != case.lead);
    latest
}

/// What the departments' statements come to, and the sentence for it.
fn joined(case: &Case<'_>, latest: &[(Responsible<'_>, Statement<'_>)]) -> (Claim, String) {
    let claim_of = |statement: &Statement<'_>| statement.progress.claim.unwrap_or(Claim::NotDone);
    if let [(department, statement), ..] = latest
        && (Some(department.id) == case.lead || case.departments.len() == 1)
    {
        let claim = claim_of(statement);
        return (claim, one_statement(case, department.name, claim, statement.progress));
    }
    let silent: Vec<_> = case
        .departments
        .iter()
        .filter(|department| latest.iter().all(|(stated, _)| stated.id != department.id))
        .map(|department| department.name)
        .collect();
    let mut claims: Vec<_> = latest.iter().map(|(_, statement)| claim_of(statement)).collect();
    claims.sort_unstable();
    claims.dedup();
    let claim = match claims.as_slice() {
        [only] if silent.is_empty() || *only != Claim::Done => *only,
        // What some could not do because a condition failed does not hold back what the others did.
        [Claim::Done, Claim::ConditionNotMet] if silent.is_empty() => Claim::Done,
        _ => Claim::Partial,
    };
    let stated =
        latest.iter().map(|(department, s)| format!("{}自报{}", department.name, claim_of(s).word()));
    let mut words: Vec<String> = stated.collect();
    if !silent.is_empty() {
        words.push(format!("{}未报", silent.join("、")));
    }
    (claim, format!("{}家责任部门{}家已报：{}", case.departments.len(), latest.len(), words.join("，")))
}

fn one_statement(case: &Case<'_>, name: &str, claim: Claim, progress: &Progress) -> String {
    let mut sentence = format!("{name}自报{}", claim.word());
    let undone: Vec<_> = progress
        .items
        .iter()
        .zip(case.items)
        .filter(|(stated, _)| stated.is_some_and(|stated| stated != Claim::Done))
        .map(|(_, item)| *item)
        .collect();
    if !undone.is_empty() {
        let (all, done) = (case.items.len(), case.items.len() - undone.len());
        sentence.push_str(&format!("，{all}项完成{done}项，未完成：{}", undone.join("；")));
    }
    let cause = progress.cause.trim().trim_end_matches('。');
    if claim.needs_account() && !cause.is_empty() {
        sentence.push_str(&format!("，原因：{cause}"));
    }
    sentence
}

fn state_of(claim: Claim, stated: Round, promised: Round) -> QuarterState {
    match claim {
        Claim::ConditionNotMet => QuarterState::ConditionNotMet,
        Claim::Partial => QuarterState::Partial,
        Claim::NotDone => QuarterState::NotDone,
        Claim::Done => QuarterState::Done(match stated.cmp(&promised) {
            std::cmp::Ordering::Less => Timeliness::Early,
            std::cmp::Ordering::Equal => Timeliness::InTime,
            std::cmp::Ordering::Greater => Timeliness::Late,
        }),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use jiff::civil::date;

    const A: Responsible<'_> = Responsible { id: ObjectId([1; 16]), name: "甲局" };
    const B: Responsible<'_> = Responsible { id: ObjectId([2; 16]), name: "乙局" };

    fn stated(claim: Claim) -> Progress {
        Progress { claim: Some(claim), text: "x".into(), cause: "等批复".into(), ..Progress::default() }
    }

    /// (department 1 or 2, round, claim) and a finding in round Q1; `until` Q2 of a Q1 milestone.
    fn check(
        statements: &[(u8, &str, Claim)],
        finding: Option<Claim>,
        lead: Option<u8>,
        as_of: Date,
        expected: (&str, &str),
    ) {
        let progress: Vec<_> = statements.iter().map(|(_, _, claim)| stated(*claim)).collect();
        let statements: Vec<_> = statements
            .iter()
            .zip(&progress)
            .map(|((id, round, _), progress)| Statement {
                department: ObjectId([*id; 16]),
                round: round.parse().unwrap(),
                progress,
            })
            .collect();
        let finding = finding.map(|claim| Finding { claim, reason: "现场核实。".into() });
        let findings: Vec<_> = finding.iter().map(|finding| ("2013Q1".parse().unwrap(), finding)).collect();
        let case = Case {
            promised: "2013Q1".parse().unwrap(),
            due: date(2013, 4, 24),
            as_of,
            until: "2013Q2".parse().unwrap(),
            departments: &[A, B],
            lead: lead.map(|id| ObjectId([id; 16])),
            statements: &statements,
            findings: &findings,
            items: &[],
        };
        let standing = standing(&case);
        assert_eq!((standing.word(), standing.reason.as_str()), expected);
    }

    #[test]
    fn the_first_that_holds() {
        use Claim::{ConditionNotMet, Done, NotDone, Partial};
        let (before, on) = (date(2013, 4, 23), date(2013, 4, 24));
        check(&[], None, None, before, ("未到期", "2013年4月24日到期"));
        check(&[], None, None, on, ("未报", "应于2013年4月24日前报\u{FF0C}甲局、乙局未报"));
        check(
            &[(1, "2013Q1", Done)],
            None,
            None,
            on,
            (
                "自报部分完成",
                "2家责任部门1家已报\u{FF1A}甲局自报已完成\u{FF0C}乙局未报\u{FF08}一季度报告期所报\u{FF0C}本期未再报\u{FF09}",
            ),
        );
        check(
            &[(1, "2013Q1", Done), (2, "2013Q1", Done)],
            None,
            None,
            on,
            ("自报完成", "2家责任部门2家已报\u{FF1A}甲局自报已完成\u{FF0C}乙局自报已完成"),
        );
        check(&[(1, "2013Q1", Done)], None, Some(1), on, ("自报完成", "甲局自报已完成"));
        check(
            &[(1, "2013Q1", NotDone), (1, "2013Q2", Done)],
            None,
            Some(1),
            on,
            ("自报逾期完成", "甲局自报已完成"),
        );
        check(
            &[(1, "2013Q2", Partial)],
            None,
            Some(1),
            on,
            ("自报部分完成", "甲局自报部分完成\u{FF0C}原因\u{FF1A}等批复"),
        );
        check(
            &[(1, "2013Q2", ConditionNotMet)],
            None,
            Some(1),
            on,
            ("自报条件未成立", "甲局自报条件未成立\u{FF0C}原因\u{FF1A}等批复"),
        );
        check(
            &[(1, "2013Q1", Done)],
            Some(NotDone),
            Some(1),
            on,
            ("未完成", "督查室认定未完成\u{FF1A}现场核实"),
        );
        check(&[(1, "2013Q2", Done)], Some(NotDone), Some(1), on, ("自报逾期完成", "甲局自报已完成"));
    }

    #[test]
    fn early_and_later_rounds_are_not_seen() {
        let progress = stated(Claim::Done);
        let round = |text: &str| text.parse().unwrap();
        let statements = [Statement { department: A.id, round: round("2013Q2"), progress: &progress }];
        let mut case = Case {
            promised: round("2013Q3"),
            due: date(2013, 10, 10),
            as_of: date(2013, 7, 10),
            until: round("2013Q2"),
            departments: &[A],
            lead: None,
            statements: &statements,
            findings: &[],
            items: &[],
        };
        assert_eq!(standing(&case).state, QuarterState::Done(Timeliness::Early));
        assert!(standing(&case).without_evidence);
        case.until = round("2013Q1");
        assert_eq!(standing(&case).state, QuarterState::NotDue);
    }
}
