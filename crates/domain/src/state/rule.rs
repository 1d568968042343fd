//! The rule that tells where a milestone stands, with its reason in words.
//!
//! A finding goes before what the departments state, unless a later round reopens the question; one department, or the
//! confirmed lead, speaks for all. Left to others: the words (`state`), what is asked for again (`register`).

use super::{Case, QuarterState, Responsible, Standing, Statement, Timeliness};
use crate::claim::Claim;
use crate::period::{Round, date_in_words};
use crate::progress::Progress;
use jiff::civil::Date;

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
        let done_on = done_on(state, &latest);
        return Standing { state, judged: true, without_evidence, reason, done_on };
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
    let state = state_of(claim, round, case.promised);
    Standing { state, judged: false, without_evidence, reason, done_on: done_on(state, &latest) }
}

/// The last day on which a department stated what finishes the milestone; `None` while it is open or a day is unknown.
fn done_on(state: QuarterState, latest: &[(Responsible<'_>, Statement<'_>)]) -> Option<Date> {
    let done = latest.iter().map(|(_, statement)| statement);
    let done = done.filter(|statement| statement.progress.claim == Some(Claim::Done));
    let last = done.max_by_key(|statement| (statement.round, statement.on))?;
    last.on.filter(|_| matches!(state, QuarterState::Done(_)))
}

fn silent(case: &Case<'_>) -> Standing {
    let (state, reason) = if case.as_of < case.due {
        (QuarterState::NotDue, format!("{}到期", date_in_words(case.due)))
    } else {
        let names: Vec<_> = case.departments.iter().map(|department| department.name).collect();
        let who = if names.is_empty() { "责任部门".to_owned() } else { names.join("、") };
        (QuarterState::Unreported, format!("应于{}前报，{who}未报", date_in_words(case.due)))
    };
    Standing { state, judged: false, without_evidence: false, reason, done_on: None }
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
    use crate::id::ObjectId;
    use crate::state::Finding;
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
                on: None,
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
