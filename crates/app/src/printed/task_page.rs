//! 任务专页: one task with all that the store knows about it, photos of its evidence small.

use super::evidence_book::thumbnails::Thumbnails;
use super::{Asked, Composed, quarter};
use crate::desk::{Desk, day_in_china};
use crate::entry::submissions;
use crate::named::task_named;
use crate::refusal::{Outcome, Refused};
use domain::period::{Quarter, Round};
use domain::plan::Task;
use domain::register::Register;
use domain::review::{Decision, Review};
use ledger::natural;
use report::{
    Audience, Found, HandedIn, QuarterOptions, Returned, Style, TaskPageOptions, TaskRecord, task_page,
};

impl Desk {
    /// The model of one task's page, with the pictures that it shows.
    pub(super) fn compose_task_page(
        &self,
        round: Round,
        number: u32,
        asked: &Asked<'_>,
    ) -> Outcome<Composed> {
        let register = self.register(Some(round.year))?;
        let task = task_named(&register, &number.to_string())?;
        let making = self.making(&register, round, asked)?;
        let options = TaskPageOptions { round, task: number, making };
        let (record, public);
        let told = match options.making.audience {
            Audience::Internal => {
                record = self.task_record(&register, task)?;
                &register
            }
            Audience::Public => {
                record = TaskRecord::default();
                public = register.for_the_public();
                &public
            }
        };
        let shown = Thumbnails::of(self, told, task, round, TaskPageOptions::photo_frame())?;
        let report = task_page(&register, &record, shown.items(), &options).ok_or(Refused::Gone)?;
        let day = options.making.as_of;
        let table =
            QuarterOptions { round, style: Style::Original, department: None, making: options.making };
        let asked_for = Quarter::ALL.into_iter().filter(|quarter| *quarter <= round.quarter);
        let mut gaps: Vec<_> = asked_for.flat_map(|one| quarter::gaps(&register, &table, one)).collect();
        gaps.retain(|gap| gap.key.as_ref().is_some_and(|key| key.task == number));
        Ok(Composed { shown: Some(shown), ..Composed::new(report, day, gaps) })
    }

    /// Who wrote what and when, what was sent back, what leaders wrote, what was assigned.
    fn task_record(&self, register: &Register, task: &Task) -> Outcome<TaskRecord> {
        let plan = register.plan_id;
        let entries = Quarter::ALL.into_iter().flat_map(|quarter| register.entries(task.number, quarter));
        let mut handed_in = Vec::new();
        let mut returned = Vec::new();
        let reviews = self.store().all::<Review>(Some(plan))?;
        for entry in entries {
            let object = natural::progress(&entry.key);
            let revisions = self.store().history(object)?;
            let standing = submissions(&revisions);
            handed_in.extend(standing.iter().enumerate().map(|(at, revision)| HandedIn {
                key: entry.key,
                on: day_in_china(revision.header.wall_ms),
                by: revision.header.author.name.clone(),
                corrects: at > 0,
                on_behalf: revision.header.on_behalf.is_some(),
            }));
            let in_force = standing.last().map(|revision| revision.rid.0);
            let own = reviews.iter().filter(|review| review.value.key == entry.key);
            for review in own.filter(|review| review.value.decision == Decision::Returned) {
                let Review { reason, returned_to, place, quote, revision, .. } = review.value.clone();
                returned.push(Returned {
                    key: entry.key,
                    on: day_in_china(review.header.wall_ms),
                    by: review.header.author.name.clone(),
                    to: returned_to,
                    reason,
                    place: place.map(|place| place.word()).unwrap_or_default(),
                    quote,
                    answered: in_force.is_some_and(|rid| rid != revision),
                });
            }
        }
        returned.sort_by_key(|one| one.on);
        let findings = self.store().findings(plan)?.into_iter();
        let found = findings.filter(|one| one.value.task == task.number).map(|one| Found {
            quarter: one.value.quarter,
            round: one.value.round,
            on: day_in_china(one.header.wall_ms),
            by: one.header.author.name,
        });
        let mut record = TaskRecord {
            handed_in,
            returned,
            found: found.collect(),
            instructions: self.all_of(plan)?,
            items: self.all_of(plan)?,
        };
        record.instructions.retain(|one| one.task == task.number);
        record.items.retain(|one| one.task == task.number);
        Ok(record)
    }
}
