//! The rule that tells where a milestone stands, with its reason in words.
//!
//! A finding goes before what the departments state, unless a later round reopens the question. Left to others: what
//! several statements come to (`verdict`), the words (`state`), what is asked for again (`register`).

use super::verdict::{Verdict, verdict};
use super::{Case, Finding, QuarterState, Standing, Timeliness};
use crate::change::{ChangeKind, PlanChange};
use crate::claim::Claim;
use crate::period::{Round, date_in_words};
use crate::round::next;
use std::cmp::Ordering;

/// Tells where a milestone stands.
#[must_use]
pub fn standing(case: &Case<'_>) -> Standing {
    let stated = verdict(case, case.until);
    let finding = newest_finding(case, case.until);
    let due_in = due_in(case);
    let decided = finding.filter(|(round, _)| stated.as_ref().is_none_or(|stated| stated.round <= *round));
    let mut standing = Standing {
        state: QuarterState::NotDue,
        judged: decided.is_some(),
        without_evidence: stated.as_ref().is_some_and(|stated| {
            stated.latest.iter().all(|(_, statement)| statement.progress.evidence.is_empty())
        }),
        reason: String::new(),
        done_on: None,
        claim: stated.as_ref().map(|stated| stated.claim),
        finding: finding.map(|(_, finding)| finding.claim),
        items: stated.as_ref().and_then(|stated| stated.items),
        due_in,
        open: true,
    };
    match outcome(case, stated.as_ref(), decided, finding) {
        Some((claim, round, reason)) => {
            standing.state = state_of(claim, round, due_in);
            standing.reason = reason;
            standing.open = claim != Claim::Done;
            standing.done_on = stated.filter(|_| claim == Claim::Done).and_then(|stated| done_on(&stated));
        }
        None => (standing.state, standing.reason) = silent(case),
    }
    if let Some(change) = case.change {
        apply(change, case, &mut standing);
    }
    standing
}

/// What was stated or decided, in which round, and why in words; `None` while nothing was.
fn outcome(
    case: &Case<'_>,
    stated: Option<&Verdict<'_>>,
    decided: Option<(Round, &Finding)>,
    finding: Option<(Round, &Finding)>,
) -> Option<(Claim, Round, String)> {
    if let Some((round, finding)) = decided {
        let mut reason = format!("督查室认定{}", finding.claim.word());
        // A public edition does not tell why.
        if !finding.reason.is_empty() {
            reason.push_str(&format!("：{}", finding.reason.trim_end_matches('。')));
        }
        // What was done in time is not late because it was verified later.
        let round = match stated {
            Some(stated) if stated.claim == finding.claim => stated.round,
            Some(stated) => {
                reason.push_str(&format!("（{}）", stated.words));
                round
            }
            None => round,
        };
        return Some((finding.claim, round, reason));
    }
    let stated = stated?;
    let mut reason = stated.words.clone();
    if stated.round < case.until && stated.claim != Claim::Done {
        reason.push_str(&format!("（{}报告期所报，本期未再报）", stated.round.quarter.word()));
    }
    if let Some((round, finding)) = finding {
        let (quarter, word) = (round.quarter.word(), finding.claim.word());
        reason.push_str(&format!("（{quarter}报告期督查室曾认定{word}）"));
    }
    Some((stated.claim, stated.round, reason))
}

/// The round in which a milestone is due: the promised one, or that to which it was deferred; later, where the paper's
/// condition was not met until a round, since it counts from then only.
fn due_in(case: &Case<'_>) -> Round {
    let mut due_in = case.change.map_or(case.promised, |change| change.due_in(case.promised));
    let mut round = due_in;
    while round < case.until {
        let stated = verdict(case, round);
        let claim = match (newest_finding(case, round), &stated) {
            (Some((found, finding)), Some(stated)) if found >= stated.round => Some(finding.claim),
            (Some((_, finding)), None) => Some(finding.claim),
            (_, stated) => stated.as_ref().map(|stated| stated.claim),
        };
        round = next(round);
        if claim == Some(Claim::ConditionNotMet) {
            due_in = round;
        }
    }
    due_in
}

fn newest_finding<'a>(case: &Case<'a>, until: Round) -> Option<(Round, &'a Finding)> {
    case.findings.iter().filter(|(round, _)| *round <= until).max_by_key(|(round, _)| *round).copied()
}

/// The last day on which a department stated what finishes the milestone; `None` where a day is unknown.
fn done_on(stated: &Verdict<'_>) -> Option<jiff::civil::Date> {
    let done = stated.latest.iter().map(|(_, statement)| statement);
    let done = done.filter(|statement| statement.progress.claim == Some(Claim::Done));
    done.max_by_key(|statement| (statement.round, statement.on))?.on
}

fn silent(case: &Case<'_>) -> (QuarterState, String) {
    if case.as_of < case.due {
        return (QuarterState::NotDue, format!("{}到期", date_in_words(case.due)));
    }
    let names: Vec<_> = case.departments.iter().map(|department| department.name).collect();
    let who = if names.is_empty() { "责任部门".to_owned() } else { names.join("、") };
    (QuarterState::Unreported, format!("应于{}前报，{who}未报", date_in_words(case.due)))
}

/// Puts a decision over what is stated: a cancelled milestone is not asked for, one that was reworded or deferred still
/// is, and shows as 已调整 from its first statement on.
fn apply(change: &PlanChange, case: &Case<'_>, standing: &mut Standing) {
    let cancelled = change.kind == ChangeKind::Cancelled;
    let said_nothing = matches!(standing.state, QuarterState::NotDue | QuarterState::Unreported);
    let waits_for_condition = standing.state == QuarterState::ConditionNotMet;
    if cancelled {
        standing.open = false;
    }
    if cancelled || !(said_nothing || waits_for_condition) {
        standing.state = QuarterState::Adjusted;
    }
    let words = change.in_words(case.published);
    standing.reason =
        if cancelled && said_nothing { words } else { format!("{words}；{}", standing.reason) };
}

fn state_of(claim: Claim, stated: Round, due_in: Round) -> QuarterState {
    match claim {
        Claim::ConditionNotMet => QuarterState::ConditionNotMet,
        Claim::Partial => QuarterState::Partial,
        Claim::NotDone => QuarterState::NotDone,
        Claim::Done => QuarterState::Done(match stated.cmp(&due_in) {
            Ordering::Less => Timeliness::Early,
            Ordering::Equal => Timeliness::InTime,
            Ordering::Greater => Timeliness::Late,
        }),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::id::ObjectId;
    use crate::progress::Progress;
    use crate::state::{Responsible, Statement};
    use jiff::civil::{Date, date};

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
                on: None,
            })
            .collect();
        let finding = finding.map(|claim| Finding { claim, reason: "现场核实。".into() });
        let findings: Vec<_> = finding.iter().map(|finding| ("2013Q1".parse().unwrap(), finding)).collect();
        let case = Case {
            promised: "2013Q1".parse().unwrap(),
            published: "",
            change: None,
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
            ("未完成", "督查室认定未完成\u{FF1A}现场核实\u{FF08}甲局自报已完成\u{FF09}"),
        );
        check(
            &[(1, "2013Q2", Done)],
            Some(NotDone),
            Some(1),
            on,
            ("自报逾期完成", "甲局自报已完成\u{FF08}一季度报告期督查室曾认定未完成\u{FF09}"),
        );
        // What waits for its condition does not hold back the others' work, and does not make it done.
        check(
            &[(1, "2013Q2", Done), (2, "2013Q2", ConditionNotMet)],
            None,
            None,
            on,
            ("自报条件未成立", "2家责任部门2家已报\u{FF1A}甲局自报已完成\u{FF0C}乙局自报条件未成立"),
        );
        // Met later, it counts from then: the second round is in time.
        check(
            &[(1, "2013Q1", ConditionNotMet), (1, "2013Q2", Done)],
            None,
            Some(1),
            on,
            ("自报完成", "甲局自报已完成"),
        );
    }

    #[test]
    fn early_and_later_rounds_are_not_seen() {
        let progress = stated(Claim::Done);
        let round = |text: &str| text.parse().unwrap();
        let day = date(2013, 7, 8);
        let statement = |id: u8, on: Option<Date>| Statement {
            department: ObjectId([id; 16]),
            round: round("2013Q2"),
            progress: &progress,
            on,
        };
        let statements = [statement(1, Some(day))];
        let mut case = Case {
            promised: round("2013Q3"),
            published: "",
            change: None,
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
        assert_eq!(standing(&case).done_on, Some(day));
        // Finished by the later of two; the day of what is still open is nobody's.
        let both = [statement(1, Some(day)), statement(2, Some(date(2013, 7, 9)))];
        let two = Case { promised: round("2013Q1"), departments: &[A, B], statements: &both, ..case };
        assert_eq!(standing(&two).state, QuarterState::Done(Timeliness::Late));
        assert_eq!(standing(&two).done_on, Some(date(2013, 7, 9)));
        assert_eq!(standing(&Case { statements: &both[..1], ..two }).done_on, None);
        case.until = round("2013Q1");
        assert_eq!(standing(&case).state, QuarterState::NotDue);
    }
}
