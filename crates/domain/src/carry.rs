//! 结转: what is open after the fourth quarter and cited in the next year's plan by year, number and wording.

use crate::id::ObjectId;
use crate::period::Quarter;
use crate::plan::Plan;
use crate::register::Register;
use crate::state::Standing;
use jiff::civil::Date;

/// What a later plan makes of an open milestone of an earlier one, confirmed by the officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarryOver {
    /// The later plan's id.
    pub plan: ObjectId,
    /// Its task that takes the milestone up; `None`: it was decided that none does.
    pub task: Option<u32>,
    /// The earlier plan's id.
    pub from_plan: ObjectId,
    /// The earlier task's number as published.
    pub from_task: u32,
    /// The quarter that was promised.
    pub from_quarter: Quarter,
    /// Anything to note; may be empty.
    pub remark: String,
}

/// A milestone that is open when its year is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenMilestone {
    /// The task's number as published.
    pub task: u32,
    /// The quarter that was promised.
    pub quarter: Quarter,
    /// Where it stands.
    pub standing: Standing,
}

impl OpenMilestone {
    /// 结转自2013年(八)一季度：“完成路基施工的20%”（部分完成）: by year, number and wording as published.
    #[must_use]
    pub fn in_words(&self, plan: &Plan) -> String {
        let task = plan.task(self.task);
        format!(
            "结转自{}年{}{}：“{}”（{}）",
            plan.year,
            task.map_or("", |task| task.number_text.as_str()),
            self.quarter.word(),
            task.and_then(|task| task.milestone(self.quarter)).unwrap_or_default().trim_end_matches('。'),
            self.standing.word()
        )
    }
}

/// The milestones that are open as the fourth quarter's round sees them, in printed order.
#[must_use]
pub fn open_milestones(register: &Register, as_of: Date) -> Vec<OpenMilestone> {
    let last = register.round(Quarter::Fourth);
    let of_task = register.plan.tasks().flat_map(|task| Quarter::ALL.map(|quarter| (task, quarter)));
    of_task
        .filter_map(|(task, quarter)| {
            let standing = register.standing(task, quarter, last, as_of)?;
            standing.open.then_some(OpenMilestone { task: task.number, quarter, standing })
        })
        .collect()
}
