//! 计划变更: milestones adjusted, cancelled or deferred by decision. The published wording is never touched.

use crate::desk::Desk;
use crate::instruction::{needed, title_of};
use crate::named::{quarter_named, task_named};
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::change::{ChangeBoxes, ChangeView};
use domain::action::Action;
use domain::change::{ChangeKind, PlanChange};
use domain::period::{Quarter, Round};
use domain::plan::Task;
use domain::register::Register;
use layout::punctuation::full_width;
use ledger::Record;
use store::Recorded;

impl Desk {
    /// Records a decision about a milestone.
    ///
    /// # Errors
    /// Not the supervision office; no such task or quarter, or nothing promised for it; an unknown kind; no reason, paper
    /// or approver; new words that are none; a round that is not later.
    pub fn change_milestone(&self, year: Option<i16>, boxes: &ChangeBoxes) -> Outcome<ChangeView> {
        self.require(Action::ChangePlan)?;
        self.only_supervision()?;
        let register = self.register(year)?;
        let task = task_named(&register, &boxes.task)?;
        let quarter = quarter_named(&boxes.quarter)?;
        let published = task
            .milestone(quarter)
            .ok_or(Refused::NothingPromised { task: task.number, quarter: quarter.number() })?;
        let kind = kind_of(&register, task, quarter, published, boxes)?;
        if boxes.reason.trim().is_empty() {
            return Err(Refused::ReasonMissing);
        }
        let change = PlanChange {
            id: ledger::natural::once(self.store().id(), self.now(), &boxes.reason),
            plan: register.plan_id,
            task: task.number,
            quarter,
            kind,
            from: view::day(&boxes.from)?.unwrap_or_else(|| self.today()),
            reason: boxes.reason.trim().to_owned(),
            basis: needed(&boxes.basis, "文件名称和文号")?,
            approver: needed(&boxes.approver, "批准人")?,
        };
        let id = change.id.to_string();
        self.commit("plan_change.add", None, vec![Record::PlanChange(change)])?;
        let all = self.plan_changes(Some(register.plan.year))?;
        all.into_iter().find(|one| one.id == id).ok_or(Refused::Gone)
    }

    /// Every decision about a year's milestones, in the order in which they hold.
    ///
    /// # Errors
    /// No such plan.
    pub fn plan_changes(&self, year: Option<i16>) -> Outcome<Vec<ChangeView>> {
        let register = self.register(year)?;
        let mut changes = self.store().all::<PlanChange>(Some(register.plan_id))?;
        changes.sort_by_key(|one| one.value.from);
        Ok(changes.iter().map(|one| view_of(&register, one)).collect())
    }
}

fn kind_of(
    register: &Register,
    task: &Task,
    quarter: Quarter,
    published: &str,
    boxes: &ChangeBoxes,
) -> Outcome<ChangeKind> {
    let bare = |text: &str| text.trim().trim_end_matches('。').to_owned();
    match boxes.kind.trim() {
        "reworded" | "调整" => {
            let text = needed(&boxes.text, "调整后的目标")?;
            if bare(&text) == bare(published) {
                return Err(Refused::NotReworded { task: task.number, quarter: quarter.number() });
            }
            Ok(ChangeKind::Reworded { text })
        }
        "cancelled" | "取消" => Ok(ChangeKind::Cancelled),
        "deferred" | "延期" => {
            let year = register.plan.year;
            let unknown = || Refused::UnknownRound { text: boxes.to.trim().to_owned(), year };
            let to: Round = boxes.to.trim().parse().map_err(|_| unknown())?;
            if to > register.round(quarter) {
                return Ok(ChangeKind::Deferred { to });
            }
            Err(Refused::NotLater { to: crate::round::words(to), from: quarter.word() })
        }
        other => Err(Refused::UnknownChange(other.to_owned())),
    }
}

fn view_of(register: &Register, recorded: &Recorded<PlanChange>) -> ChangeView {
    let change = &recorded.value;
    let published =
        register.plan.task(change.task).and_then(|task| task.milestone(change.quarter)).unwrap_or_default();
    ChangeView {
        id: change.id.to_string(),
        task: change.task,
        title: title_of(register, change.task),
        quarter: change.quarter.number(),
        kind: change.kind.code().to_owned(),
        kind_word: change.kind.word().to_owned(),
        published: full_width(published),
        words: format!("{}。", full_width(&change.in_words(published))),
        from: change.from.to_string(),
        reason: change.reason.clone(),
        basis: change.basis.clone(),
        approver: change.approver.clone(),
        by: recorded.header.author.name.clone(),
    }
}
