//! The year light of a task: where the whole commitment stands, always with the reason in words.

use crate::period::Quarter;
use crate::state::{QuarterState, Standing};

/// Where a task stands over the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Light {
    /// ✓ 全年完成: every milestone that the paper names is done.
    Done,
    /// ● 按序时: nothing that is due is open.
    OnTrack,
    /// ▲ 较慢: something due is partly done or unreported.
    Slow,
    /// × 滞后: something due is not done, or open since an earlier quarter.
    Behind,
}

impl Light {
    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["done", "on_track", "slow", "behind"][self as usize]
    }

    /// The mark.
    #[must_use]
    pub fn mark(self) -> char {
        ['✓', '●', '▲', '×'][self as usize]
    }

    /// The word.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["全年完成", "按序时", "较慢", "滞后"][self as usize]
    }
}

/// Tells a task's light from its milestones' standings (`None` where the paper promises nothing) and says why.
///
/// `current` is the quarter whose round is being reported: what is open from before it weighs more.
#[must_use]
pub fn light(standings: &[Option<Standing>; 4], current: Quarter) -> (Light, String) {
    let named: Vec<_> =
        Quarter::ALL.into_iter().zip(standings).filter_map(|(q, s)| s.as_ref().map(|s| (q, s))).collect();
    if !named.is_empty() && named.iter().all(|(_, standing)| !standing.state.is_open()) {
        return (Light::Done, "各季目标均已完成".to_owned());
    }
    let weight = |quarter: Quarter, state: QuarterState| match state {
        QuarterState::NotDone => Light::Behind,
        QuarterState::Partial | QuarterState::Unreported if quarter < current => Light::Behind,
        QuarterState::Partial | QuarterState::Unreported => Light::Slow,
        _ => Light::OnTrack,
    };
    let worst = named
        .iter()
        .map(|(quarter, standing)| weight(*quarter, standing.state))
        .max()
        .unwrap_or(Light::OnTrack);
    if worst == Light::OnTrack {
        return (Light::OnTrack, "到期的季度目标均已完成或不计".to_owned());
    }
    let why: Vec<_> = named
        .iter()
        .filter(|(quarter, standing)| weight(*quarter, standing.state) == worst)
        .map(|(quarter, standing)| format!("{}{}", quarter.word(), standing.word()))
        .collect();
    (worst, why.join("，"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Timeliness;

    #[test]
    fn lights() {
        use QuarterState::{ConditionNotMet, Done, NotDone, NotDue, Partial, Unreported};
        let done = Done(Timeliness::InTime);
        let check = |states: [Option<QuarterState>; 4], current, light_word: &str, why: &str| {
            let standing = |state| Standing {
                state,
                judged: true,
                without_evidence: false,
                reason: String::new(),
                done_on: None,
            };
            let (found, reason) = light(&states.map(|state| state.map(standing)), current);
            assert_eq!((found.word(), reason.as_str()), (light_word, why), "{states:?}");
        };
        check([Some(done); 4], Quarter::Fourth, "全年完成", "各季目标均已完成");
        check([Some(done), None, None, None], Quarter::First, "全年完成", "各季目标均已完成");
        check(
            [Some(done), Some(NotDue), Some(NotDue), None],
            Quarter::First,
            "按序时",
            "到期的季度目标均已完成或不计",
        );
        check(
            [Some(ConditionNotMet), Some(NotDue), None, None],
            Quarter::First,
            "按序时",
            "到期的季度目标均已完成或不计",
        );
        check([Some(Partial), Some(NotDue), None, None], Quarter::First, "较慢", "一季度部分完成");
        check([Some(Partial), Some(done), None, None], Quarter::Second, "滞后", "一季度部分完成");
        check([Some(NotDone), Some(Unreported), None, None], Quarter::Second, "滞后", "一季度未完成");
        check([None; 4], Quarter::First, "按序时", "到期的季度目标均已完成或不计");
    }
}
