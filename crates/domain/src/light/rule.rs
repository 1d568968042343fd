//! A task's light: its indicators' arithmetic, and linear progress (序时) for the milestones without a number.
//!
//! The worst of them is the task's. What was found 未完成 against the claim counts as nothing reached, whatever number was
//! reported with it. Left to others: what a milestone's state is (`state`), which numbers were reported (`register`).

use super::measure::{Measured, Reading, Share, light_of, measure, points};
use super::{Light, Rules, YearLight};
use crate::claim::Claim;
use crate::period::Quarter;
use crate::state::{QuarterState, Standing};

/// One milestone as the light sees it.
#[derive(Debug, Clone, Copy)]
pub struct QuarterFact<'a> {
    /// Where it stands.
    pub standing: &'a Standing,
    /// Whether it is due by now: its round is seen, and the as-of date has reached that round's due date.
    pub due: bool,
    /// Whether it counts in this year: not cancelled, not deferred into another year, not 不计.
    pub counted: bool,
    /// Whether a number is promised that can be measured.
    pub has_number: bool,
}

/// Tells a task's light from its milestones (`None` where the paper promises nothing) and its indicators' readings.
#[must_use]
pub fn light(rules: &Rules, facts: &[Option<QuarterFact<'_>>; 4], readings: &[Reading<'_>]) -> YearLight {
    let measured: Vec<Measured> = readings.iter().filter_map(|reading| measure(reading, rules)).collect();
    let (light, reason) = told(rules, facts, &measured);
    YearLight { light, word: rules.word(light).to_owned(), reason, computed: light, overridden: None }
}

fn told(rules: &Rules, facts: &[Option<QuarterFact<'_>>; 4], measured: &[Measured]) -> (Light, String) {
    let closed = facts.iter().flatten().all(|fact| !fact.standing.open);
    let named = facts.iter().flatten().count() > 0;
    let short: Vec<&Measured> = measured.iter().filter(|measured| !measured.complete).collect();
    if named && closed && short.is_empty() {
        let adjusted = facts.iter().flatten().any(|fact| fact.standing.state == QuarterState::Adjusted);
        let words =
            if adjusted { "各季目标均已完成或按决定调整" } else { "各季目标均已完成" };
        return (Light::Done, words.to_owned());
    }
    let mut found: Vec<(Light, String)> =
        measured.iter().map(|measured| (measured.light, measured.words.clone())).collect();
    found.extend(linear(rules, facts));
    let Some(worst) = found.iter().map(|(light, _)| *light).max() else {
        return (Light::OnTrack, nothing_open(facts).to_owned());
    };
    let mut why: Vec<String> =
        found.into_iter().filter(|(light, _)| *light == worst).map(|(_, words)| words).collect();
    why.dedup();
    let before = if named && closed { "各季目标均已报完成，但" } else { "" };
    (worst, format!("{before}{}", why.join("；")))
}

/// The milestones without a number: each is an equal part of the year.
fn linear(rules: &Rules, facts: &[Option<QuarterFact<'_>>; 4]) -> Option<(Light, String)> {
    let counted: Vec<(Quarter, &QuarterFact<'_>)> = Quarter::ALL
        .into_iter()
        .zip(facts)
        .filter_map(|(quarter, fact)| Some((quarter, fact.as_ref()?)))
        .filter(|(_, fact)| fact.counted)
        .collect();
    let without: Vec<_> = counted.iter().filter(|(_, fact)| !fact.has_number).collect();
    let all = i128::try_from(counted.len()).ok().filter(|_| !without.is_empty())?;
    // Of equal milestones, each parted by its items: a common denominator keeps it exact.
    let parts: Vec<(Share, bool)> =
        without.iter().map(|(_, fact)| (done_share(fact.standing), fact.due)).collect();
    let whole: i128 = parts.iter().map(|(share, _)| share.whole).product();
    let reached: i128 = parts.iter().map(|(share, _)| share.part * (whole / share.whole)).sum();
    let planned: i128 = parts.iter().filter(|(_, due)| *due).map(|_| whole).sum();
    let share = |part: i128| Share { part, whole: whole * all };
    let behind = share(planned - reached);
    let light = light_of(behind, rules.thresholds);
    let open: Vec<String> = without
        .iter()
        .filter(|(_, fact)| fact.due && fact.standing.open)
        .map(|(quarter, fact)| format!("{}{}", quarter.word(), fact.standing.word()))
        .collect();
    if open.is_empty() {
        return Some((light, nothing_open(facts).to_owned()));
    }
    let mut words = format!(
        "{}，累计{}，按序时应达{}",
        open.join("，"),
        share(reached).in_words(),
        share(planned).in_words()
    );
    if behind.tenths() > 0 {
        words.push_str(&format!("，差{}个百分点", points(behind.tenths())));
    }
    words.push_str(&format!("→{}", rules.word(light)));
    Some((light, words))
}

/// Why nothing is missed.
fn nothing_open(facts: &[Option<QuarterFact<'_>>; 4]) -> &'static str {
    if facts.iter().flatten().any(|fact| fact.due) {
        "到期的季度目标均已完成或不计"
    } else {
        "还没有季度目标到期"
    }
}

/// How much of a milestone is done: all, its done items, half of what is partly done and has no items, nothing.
fn done_share(standing: &Standing) -> Share {
    let whole = |part| Share { part, whole: 1 };
    match standing.effective() {
        Some(Claim::Done) => whole(1),
        Some(Claim::Partial) => match standing.items {
            // Found partly done though every item was stated done: nobody knows how much.
            Some(items) if items.all > items.condition_not_met + items.done => {
                let count = |items: usize| i128::try_from(items).unwrap_or(0);
                Share { part: count(items.done), whole: count(items.all - items.condition_not_met) }
            }
            _ => Share { part: 1, whole: 2 },
        },
        Some(Claim::NotDone | Claim::ConditionNotMet) | None => whole(0),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::state::{ItemCount, Timeliness};

    const DONE: QuarterState = QuarterState::Done(Timeliness::InTime);

    fn standing(state: QuarterState) -> Standing {
        let claim = match state {
            QuarterState::Done(_) => Some(Claim::Done),
            QuarterState::Partial => Some(Claim::Partial),
            QuarterState::NotDone => Some(Claim::NotDone),
            QuarterState::ConditionNotMet => Some(Claim::ConditionNotMet),
            QuarterState::NotDue | QuarterState::Unreported | QuarterState::Adjusted => None,
        };
        Standing {
            state,
            judged: true,
            without_evidence: false,
            reason: String::new(),
            done_on: None,
            claim,
            finding: claim,
            items: None,
            due_in: "2013Q1".parse().unwrap(),
            open: !matches!(state, QuarterState::Done(_) | QuarterState::Adjusted),
        }
    }

    /// Without numbers; the first `due` quarters are due.
    fn check(standings: [Option<Standing>; 4], due: usize, word: &str, why: &str) {
        let mut at = 0;
        let facts = standings.each_ref().map(|standing| {
            at += 1;
            standing.as_ref().map(|standing| QuarterFact {
                standing,
                due: at <= due,
                counted: standing.state != QuarterState::ConditionNotMet,
                has_number: false,
            })
        });
        let light = light(&Rules::default(), &facts, &[]);
        assert_eq!((light.word.as_str(), light.reason.as_str()), (word, why), "{standings:?}");
    }

    #[test]
    fn milestones_without_numbers_count_as_equal_parts() {
        use QuarterState::{Adjusted, ConditionNotMet, NotDone, NotDue, Partial, Unreported};
        let of = |states: [Option<QuarterState>; 4]| states.map(|state| state.map(standing));
        let kept = "到期的季度目标均已完成或不计";
        check(of([Some(DONE); 4]), 4, "全年完成", "各季目标均已完成");
        check(of([Some(DONE), Some(Adjusted), None, None]), 2, "全年完成", "各季目标均已完成或按决定调整");
        check(of([Some(DONE), Some(NotDue), Some(NotDue), None]), 1, "按序时", kept);
        check(of([Some(ConditionNotMet), Some(NotDue), None, None]), 1, "按序时", kept);
        check(of([None; 4]), 1, "按序时", "还没有季度目标到期");
        check(of([Some(Partial), Some(NotDue), None, None]), 0, "按序时", "还没有季度目标到期");
        check(
            of([Some(Partial), Some(NotDue), Some(NotDue), Some(NotDue)]),
            1,
            "较慢",
            "一季度部分完成\u{FF0C}累计12.5%\u{FF0C}按序时应达25%\u{FF0C}差12.5个百分点→较慢",
        );
        check(
            of([Some(DONE), Some(Unreported), Some(NotDue), Some(NotDue)]),
            2,
            "滞后",
            "二季度未报\u{FF0C}累计25%\u{FF0C}按序时应达50%\u{FF0C}差25个百分点→滞后",
        );
        check(
            of([Some(NotDone), Some(Partial), None, None]),
            2,
            "滞后",
            "一季度未完成\u{FF0C}二季度部分完成\u{FF0C}累计25%\u{FF0C}按序时应达100%\u{FF0C}差75个百分点→滞后",
        );
        let nine = ItemCount { all: 10, done: 9, undone: 1, ..ItemCount::default() };
        let mut four = of([Some(Partial), Some(NotDue), Some(NotDue), Some(NotDue)]);
        four[0] = Some(Standing { items: Some(nine), ..standing(Partial) });
        check(
            four,
            1,
            "按序时",
            "一季度部分完成\u{FF0C}累计22.5%\u{FF0C}按序时应达25%\u{FF0C}差2.5个百分点→按序时",
        );
    }
}
