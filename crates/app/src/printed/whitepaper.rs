//! 白皮书: the year's plan in its original style.

use super::Composed;
use crate::desk::Desk;
use crate::refusal::Outcome;
use jiff::civil::Date;

impl Desk {
    /// The model of the white paper; its day is that of publication.
    pub(super) fn compose_whitepaper(&self, year: i16) -> Outcome<Composed> {
        let plan = self.register(Some(year))?.plan;
        let first_day = Date::new(year, 1, 1).unwrap_or(Date::ZERO);
        let day = plan.published_on().unwrap_or(first_day);
        Ok(Composed::new(report::whitepaper(&plan, self.is_sample()), day, Vec::new()))
    }
}
