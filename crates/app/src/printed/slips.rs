//! 督办通知单: which supervision items have a slip, and with whom to talk.

use super::{Asked, Composed};
use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use domain::chase::{Instruction, Stage, SupervisionItem};
use domain::period::Round;
use report::wording::official::slips as words;
use report::{Audience, SlipOptions};

impl Desk {
    /// The slip of one item, also of one that was struck off; without a number those of every open item that was assigned
    /// by the as-of date, and drafts for the slow tasks that no open item is about.
    pub(super) fn compose_slips(
        &self,
        round: Round,
        number: Option<u32>,
        query: &Asked<'_>,
    ) -> Outcome<Composed> {
        let register = self.register(Some(round.year))?;
        let mut items: Vec<SupervisionItem> = self.all_of(register.plan_id)?;
        match number {
            Some(number) => items.retain(|item| item.number == number),
            None => items.retain(|item| item.stage() != Some(Stage::Closed)),
        }
        if let Some(number) = number.filter(|_| items.is_empty()) {
            return Err(Refused::UnknownSupervision { text: number.to_string(), year: round.year });
        }
        items.sort_by_key(|item| item.number);
        let mut making = self.making(&register, round, query)?;
        if query.as_of.as_deref().is_none_or(|asked| asked.trim().is_empty()) {
            making.as_of = register.default_as_of_slips(round, &items, self.today());
        }
        let day = making.as_of;
        let by_then = |item: &SupervisionItem| item.assigned_on().is_none_or(|on| on <= day);
        let (items, later): (Vec<_>, Vec<_>) =
            items.into_iter().partition(|item| number.is_some() || by_then(item));
        let told = words::later(&later, round.year);
        let contact = match making.audience {
            Audience::Internal => self.author()?.name,
            Audience::Public => String::new(),
        };
        let instructions: Vec<Instruction> = self.all_of(register.plan_id)?;
        let options =
            SlipOptions { round, items, later, instructions, drafts: number.is_none(), contact, making };
        let report = report::slips(&register, &options);
        let none = || Refused::NoSlips { round: round.to_string(), as_of: day, later: told.clone() };
        let report = report.ok_or_else(none)?;
        Ok(Composed { later: told, ..Composed::new(report, day, Vec::new()) })
    }
}
