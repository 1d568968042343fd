//! 督办通知单: which supervision items have a slip, and with whom to talk.

use super::{Asked, Composed};
use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use domain::chase::{Instruction, Stage, SupervisionItem};
use domain::period::Round;
use report::{Audience, SlipOptions};

impl Desk {
    /// The slip of one item, also of one that was struck off; without a number those of every open item that was assigned
    /// by the as-of date, and drafts for the slow tasks that none of them is about.
    pub(super) fn compose_slips(
        &self,
        round: Round,
        number: Option<u32>,
        query: &Asked<'_>,
    ) -> Outcome<Composed> {
        let register = self.register(Some(round.year))?;
        let making = self.making(&register, round, query)?;
        let mut items: Vec<SupervisionItem> = self.all_of(register.plan_id)?;
        match number {
            Some(number) => items.retain(|item| item.number == number),
            None => items.retain(|item| {
                let assigned = item.steps.first().is_none_or(|step| step.on <= making.as_of);
                assigned && item.stage() != Some(Stage::Closed)
            }),
        }
        if let Some(number) = number.filter(|_| items.is_empty()) {
            return Err(Refused::UnknownSupervision { text: number.to_string(), year: round.year });
        }
        items.sort_by_key(|item| item.number);
        let contact = match making.audience {
            Audience::Internal => self.author()?.name,
            Audience::Public => String::new(),
        };
        let day = making.as_of;
        let instructions: Vec<Instruction> = self.all_of(register.plan_id)?;
        let options = SlipOptions { round, items, instructions, drafts: number.is_none(), contact, making };
        let report = report::slips(&register, &options);
        let report = report.ok_or_else(|| Refused::NoSlips { round: round.to_string() })?;
        Ok(Composed::new(report, day, Vec::new()))
    }
}
