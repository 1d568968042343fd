//! 年度完成情况: the draft of the next paper's section on this year.

use super::{Asked, Composed, quarter};
use crate::desk::Desk;
use crate::refusal::Outcome;
use domain::period::Quarter;
use report::{QuarterOptions, Style};

impl Desk {
    /// The model of a year's text, as its last round sees it.
    pub(super) fn compose_annual(&self, year: i16, query: &Asked<'_>) -> Outcome<Composed> {
        let register = self.register(Some(year))?;
        let round = register.round(Quarter::Fourth);
        let making = self.making(&register, round, query)?;
        let report = report::annual(&register, &making);
        // What is missing is the same in any style.
        let table = QuarterOptions { round, style: Style::Original, department: None, making };
        let gaps = Quarter::ALL.into_iter().flat_map(|one| quarter::gaps(&register, &table, one));
        Ok(Composed::new(report, table.making.as_of, gaps.collect()))
    }
}
