//! The numbers that are asked of a milestone, and what the year comes to with them.

use super::Register;
use super::year::value_of;
use crate::amount::Amount;
use crate::indicator::{Indicator, IndicatorKind, Origin};
use crate::period::{Quarter, Round};
use crate::plan::Task;
use crate::progress::{ProgressKey, Value};

/// What the year comes to beside one department's number for one milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearBeside {
    /// What the others' numbers and the other quarters' come to; `None`: nobody has stated any.
    pub amount: Option<Amount>,
    /// Whether the department's own number counts: not where the lead has stated one, nor for a level of which a later
    /// quarter knows more.
    pub own_counts: bool,
}

impl Register {
    /// The indicators that a milestone is to be answered with a number for, in order of the text: what is promised for its
    /// quarter, suggestions and mere totals left out.
    pub fn asked_numbers(&self, task: u32, quarter: Quarter) -> impl Iterator<Item = &Indicator> {
        self.indicators_of(task).filter(move |indicator| {
            let target = indicator.target(quarter);
            indicator.kind != IndicatorKind::Population
                && target.is_some_and(|target| target.origin != Origin::Suggested)
        })
    }

    /// The asked indicator that a stated number answers.
    #[must_use]
    pub fn answered_by(
        &self,
        task: u32,
        quarter: Quarter,
        values: &[Value],
        value: &Value,
    ) -> Option<&Indicator> {
        self.asked_numbers(task, quarter).find(|indicator| value_of(values, indicator) == Some(value))
    }

    /// What was reached of an indicator in the year as a round sees it: what is added up is added up over the quarters, of a
    /// level the newest quarter's number holds; `None`: no number was stated.
    #[must_use]
    pub fn reached(&self, task: &Task, indicator: &Indicator, until: Round) -> Option<Amount> {
        let mut stated =
            Quarter::ALL.into_iter().filter_map(|quarter| self.reported(task, indicator, quarter, until));
        match indicator.kind {
            IndicatorKind::Level => stated.next_back(),
            _ => stated.reduce(Amount::plus),
        }
    }

    /// The same without the number of one department for one milestone, so that a form can say what the year comes to while
    /// it is typed.
    #[must_use]
    pub fn year_beside(&self, task: &Task, indicator: &Indicator, own: &ProgressKey) -> YearBeside {
        let level = indicator.kind == IndicatorKind::Level;
        let mut beside = YearBeside { amount: None, own_counts: true };
        for quarter in Quarter::ALL {
            let stated = if quarter == own.quarter {
                let (others, by_lead) = self.stated_by_others(task, indicator, own);
                beside.own_counts = !by_lead;
                others.filter(|_| by_lead || !level)
            } else {
                self.reported(task, indicator, quarter, own.round)
            };
            let Some(stated) = stated else { continue };
            beside.own_counts &= !level || quarter <= own.quarter;
            beside.amount = match beside.amount {
                Some(before) if !level => Some(before.plus(stated)),
                _ => Some(stated),
            };
        }
        beside
    }

    /// The other departments' number for the milestone, and whether it is the lead's alone.
    fn stated_by_others(
        &self,
        task: &Task,
        indicator: &Indicator,
        own: &ProgressKey,
    ) -> (Option<Amount>, bool) {
        let lead = self.lead(task.number, own.round);
        let stated = self.stated(task.number, indicator, own.quarter, own.round);
        let others = || stated.iter().filter(|one| one.department != own.department);
        let by_lead = others().rfind(|one| one.by_lead);
        match by_lead {
            Some(one) => (Some(one.amount), true),
            None if lead == Some(own.department) => (None, false),
            None => (others().map(|one| one.amount).reduce(Amount::plus), false),
        }
    }
}
