//! 督查通报: what the departments are told of a round.

use super::{Asked, Composed, columns, quarter};
use crate::desk::Desk;
use crate::refusal::Outcome;
use crate::view;
use domain::period::Round;
use report::{BulletinOptions, QuarterOptions, Style};

impl Desk {
    /// The model of one round's bulletin; a blank addressee or day is none.
    pub(super) fn compose_bulletin(
        &self,
        round: Round,
        [addressee, dated]: [Option<&str>; 2],
        query: &Asked<'_>,
    ) -> Outcome<Composed> {
        let register = self.register(Some(round.year))?;
        let making = self.making(&register, round, query)?;
        let addressee = addressee.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let dated = view::day(dated.unwrap_or_default())?;
        let columns = columns::preset(None)?;
        let options = BulletinOptions { round, addressee, dated, columns, making };
        let report = report::bulletin(&register, &options);
        // What is missing is the same in any style.
        let table =
            QuarterOptions { round, style: Style::Original, department: None, making: options.making };
        let gaps = quarter::gaps(&register, &table, round.quarter);
        Ok(Composed::new(report, table.making.as_of, gaps))
    }
}
