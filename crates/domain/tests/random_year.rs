//! Random sequences of allowed actions over the rounds of a year: no state that its table forbids, counts that close,
//! and one department's milestones against an oracle that only looks at the newest word.
#![allow(clippy::unwrap_used, reason = "tests")]

mod scene;

use domain::change::ChangeKind;
use domain::claim::Claim;
use domain::light::Light;
use domain::period::{Quarter, Round};
use domain::plan::Task;
use domain::register::{Register, RegisterParts};
use domain::round::{self, RoundClosing};
use domain::state::{QuarterState, Standing, Timeliness};
use domain::tally::Tally;
use jiff::civil::Date;
use scene::{FIRST, SECOND, Said, change, day, finding, parts};

/// A small generator: the same numbers in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn claim(&mut self) -> Claim {
        Claim::ALL[usize::try_from(self.roll(4)).unwrap()]
    }
}

/// The day on which the n-th round is worked on, and the day on which it may be closed.
const WORK: [&str; 4] = ["2013-04-05", "2013-07-05", "2013-10-05", "2014-01-05"];
const CLOSE: [&str; 4] = ["2013-04-12", "2013-07-12", "2013-10-14", "2014-01-14"];
const ROUNDS: [&str; 4] = ["2013Q1", "2013Q2", "2013Q3", "2013Q4"];

/// One round's actions: what the office allows is drawn, nothing else.
fn one_round(dice: &mut Dice, parts: &mut RegisterParts, at: usize) {
    for _ in 0..dice.roll(9) {
        let task = u32::try_from(1 + dice.roll(3)).unwrap();
        let quarter = if task == 3 { 1 } else { u8::try_from(1 + dice.roll(4)).unwrap() };
        let by = match task {
            1 => FIRST,
            3 => SECOND,
            _ => [FIRST, SECOND][usize::try_from(dice.roll(2)).unwrap()],
        };
        let said = Said { on: WORK[at], by, task, quarter, round: ROUNDS[at], claim: dice.claim() };
        let mut entry = said.entry();
        if parts.entries.iter().any(|known| known.key == entry.key) {
            continue;
        }
        if task == 2 && dice.roll(2) == 0 {
            let claims = [dice.claim(), dice.claim()];
            // A submission says 已完成 only where no item says otherwise.
            if said.claim != Claim::Done {
                entry.progress.items = claims.map(Some).into();
            }
        }
        parts.entries.push(entry);
        if dice.roll(3) == 0 {
            let key = (task, scene::quarter(quarter), scene::round(ROUNDS[at]));
            if parts.findings.iter().all(|(known, _)| *known != key) {
                parts.findings.push((key, finding(dice.claim())));
            }
        }
    }
    if dice.roll(6) == 0 {
        let kind = match dice.roll(3) {
            0 => ChangeKind::Cancelled,
            1 => ChangeKind::Reworded { text: "演出8场。".into() },
            _ => ChangeKind::Deferred { to: scene::round("2013Q4") },
        };
        let (task, of) = (1 + u32::try_from(dice.roll(2)).unwrap(), u8::try_from(1 + dice.roll(4)).unwrap());
        // Who decided once does not decide again: then nothing is taken back.
        if parts.changes.iter().all(|known| (known.task, known.quarter.number()) != (task, of)) {
            parts.changes.push(change(task, of, WORK[at], kind));
        }
    }
    if dice.roll(4) > 0 {
        let reopened = (dice.roll(4) == 0).then_some(CLOSE[at]);
        parts.closings.push(scene::closing(ROUNDS[at], CLOSE[at], reopened));
    }
}

/// What must hold of one milestone whatever happened.
fn check_state(standing: &Standing, register: &Register, as_of: Date, until: Round) {
    let stated = standing.claim.is_some() || standing.finding.is_some();
    let due = as_of >= register.due(standing.due_in);
    match standing.state {
        QuarterState::NotDue => assert!(!stated && !due && standing.open),
        QuarterState::Unreported => assert!(!stated && due && standing.open),
        QuarterState::ConditionNotMet => {
            assert_eq!(standing.effective(), Some(Claim::ConditionNotMet));
            assert!(standing.open);
        }
        QuarterState::Adjusted => {
            let done = standing.effective() == Some(Claim::Done);
            assert!(done || standing.open || standing.is_cancelled());
        }
        QuarterState::Done(when) => {
            assert_eq!(standing.effective(), Some(Claim::Done));
            assert!(!standing.open);
            assert!(when != Timeliness::Late || until > standing.due_in);
        }
        QuarterState::Partial => assert_eq!(standing.effective(), Some(Claim::Partial)),
        QuarterState::NotDone => assert_eq!(standing.effective(), Some(Claim::NotDone)),
    }
    assert!(!standing.reason.is_empty());
    assert_eq!(standing.judged, standing.judged && standing.finding.is_some());
    if let Some(items) = standing.items {
        assert_eq!(items.done + items.undone + items.condition_not_met + items.unstated, items.all);
        assert!(standing.claim != Some(Claim::Done) || items.done == items.all, "{standing:?}");
    }
}

/// The steps from one round's view to the next that the table forbids.
fn check_step(before: &Standing, after: &Standing) {
    use QuarterState::{NotDue, Unreported};
    let silent = |state| matches!(state, NotDue | Unreported);
    // What was once stated is never unstated again, what was due does not become not due without a decision.
    assert!(!silent(after.state) || silent(before.state), "{before:?} → {after:?}");
    assert!(
        (before.state, after.state) != (Unreported, NotDue) || after.due_in > before.due_in,
        "{before:?} → {after:?}"
    );
    // Cancelled stays cancelled, or turns out to have been done.
    assert!(!before.is_cancelled() || after.state == QuarterState::Adjusted, "{before:?} → {after:?}");
    assert!(after.due_in >= before.due_in);
}

/// One department, no items: the newest word counts, a finding before a claim of the same round.
fn oracle(parts: &RegisterParts, quarter: Quarter, until: Round) -> Option<(Claim, bool)> {
    let claims = parts.entries.iter().filter(|entry| entry.key.task == 1 && entry.key.quarter == quarter);
    let claims = claims.map(|entry| (entry.key.round, 0, entry.progress.claim.unwrap()));
    let findings = parts.findings.iter().filter(|((task, of, _), _)| (*task, *of) == (1, quarter));
    let findings = findings.map(|((_, _, round), finding)| (*round, 1, finding.claim));
    let seen = claims.chain(findings).filter(|(round, ..)| *round <= until);
    seen.max_by_key(|(round, order, _)| (*round, *order)).map(|(_, order, claim)| (claim, order == 1))
}

#[test]
fn no_sequence_of_actions_reaches_a_forbidden_state() {
    let mut dice = Dice(20_130_417);
    let mut seen = std::collections::BTreeMap::new();
    for _ in 0..400 {
        let mut parts = parts();
        (0..4).for_each(|at| one_round(&mut dice, &mut parts, at));
        let register = Register::new(parts.clone());
        for task in register.plan.tasks() {
            for quarter in Quarter::ALL {
                check_milestone(&register, task, quarter, &parts, &mut seen);
            }
        }
        check_rounds(&register, &parts.closings);
    }
    for code in ["not_due", "unreported", "condition_not_met", "adjusted", "done", "partial", "not_done"] {
        assert!(seen.get(code).is_some_and(|count| *count > 20), "{code} came up: {seen:?}");
    }
}

fn check_milestone(
    register: &Register,
    task: &Task,
    quarter: Quarter,
    parts: &RegisterParts,
    seen: &mut std::collections::BTreeMap<&'static str, u32>,
) {
    let mut before: Option<Standing> = None;
    for at in 0..4 {
        let (until, as_of) =
            (scene::round(ROUNDS[at]), day(WORK[at]).saturating_add(jiff::Span::new().days(6)));
        let Some(standing) = register.standing(task, quarter, until, as_of) else { continue };
        *seen.entry(standing.state.code()).or_default() += 1;
        check_state(&standing, register, as_of, until);
        if task.number == 1 {
            let expected = oracle(parts, quarter, until);
            let found = standing.effective().map(|claim| (claim, standing.judged));
            assert_eq!(found, expected, "{standing:?}");
        }
        // Cancelled or done: not asked for; otherwise asked for once it is due.
        if let Some(next) =
            ROUNDS.get(at + 1).map(|text| scene::round(text)).filter(|next| next.quarter > quarter)
        {
            let asked = register.carried_over(task, next, as_of).contains(&quarter);
            assert_eq!(asked, standing.open && standing.due_in <= next);
        }
        if let Some(before) = &before {
            check_step(before, &standing);
        }
        before = Some(standing);
    }
}

/// Counts close, a closed round takes nothing in, a finished year is finished.
fn check_rounds(register: &Register, closings: &[RoundClosing]) {
    for at in 0..4 {
        let (of, as_of) = (scene::round(ROUNDS[at]), day(CLOSE[at]));
        let tally = register.tally(of, as_of);
        check_tally(&tally);
        let rates = register.rates(of, as_of);
        assert_eq!(rates.iter().map(|rate| rate.tally.total).sum::<usize>(), tally.total);
        for rate in &rates {
            check_tally(&rate.tally);
            assert!(rate.done() <= rate.counted() && rate.counted() <= rate.tally.total);
        }
        let later = day(CLOSE[at]).saturating_add(jiff::Span::new().days(1));
        let into = round::taken_into(closings, of, later);
        assert!(!round::state_on(closings, into, later).is_closed());
        for task in register.plan.tasks() {
            let (light, standings) = (register.light(task, of, as_of), register.standings(task, of, as_of));
            let closed = standings.iter().flatten().all(|standing| !standing.open);
            assert!(light.light != Light::Done || closed);
            assert!(!light.reason.is_empty());
        }
    }
    let end = day("2014-04-10");
    let forward = register.carried_forward(end);
    if register.round_state(scene::round("2013Q4"), end).is_closed() {
        let last = scene::round("2013Q4");
        let standings = register.plan.tasks().flat_map(|task| register.standings(task, last, end));
        let open = standings.flatten().filter(|standing| standing.open).count();
        assert_eq!(forward.len(), open);
    } else {
        assert_eq!(forward, []);
    }
}

/// The parts add up, in numbers and in the sentence.
fn check_tally(tally: &Tally) {
    assert_eq!(tally.counts.iter().sum::<usize>(), tally.total);
    let sentence = tally.sentence("节点");
    let mut numbers = sentence
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse::<usize>().unwrap());
    assert_eq!(numbers.next(), Some(tally.total), "{sentence}");
    assert_eq!(numbers.sum::<usize>(), tally.total, "{sentence}");
}
