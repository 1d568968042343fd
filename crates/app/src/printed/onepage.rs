//! 一页纸: the leader's sheet, which names the pages of the quarter's report that is made with it.

use super::{Asked, Composed, columns, quarter};
use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use domain::period::Round;
use report::{OnePageOptions, Style};

impl Desk {
    /// The model of one round's sheet: as full as one page can be.
    pub(super) fn compose_one_page(&self, round: Round, query: &Asked<'_>) -> Outcome<Composed> {
        let register = self.register(Some(round.year))?;
        let making = self.making(&register, round, query)?;
        let fonts = self.fonts()?;
        let table =
            quarter::compose(&register, round, None, Style::Wide(columns::preset(None)?), making.clone());
        let pages = report::task_pages(&table.report, &layout::document(&table.report.manuscript, fonts)?);
        let options = OnePageOptions { round, pages, making };
        let fits = |report: &report::Report| -> Outcome<bool> {
            let staged = query.edition.staged(report.clone());
            Ok(layout::document(&staged.manuscript, fonts).map_err(Refused::from)?.pages.len() == 1)
        };
        let report = report::one_page(&register, &options, fits)?;
        Ok(Composed::new(report, table.day, table.gaps))
    }
}
