//! Tasks as the command line lists and shows them.

use crate::desk::Desk;
use crate::named::task_named;
use crate::refusal::Outcome;
use crate::view;
use crate::wire::command_line::{
    EvidenceShown, ProgressShown, QuarterStateLine, TaskLine, TaskShown, ValueShown,
};
use domain::evidence::{self, EvidenceForm};
use domain::id::ObjectId;
use domain::period::{Quarter, Round};
use domain::plan::{Goal, Task};
use domain::progress::{Progress, ProgressKey};
use domain::register::Register;
use jiff::civil::Date;
use ledger::Rid;
use std::collections::HashMap;

/// What the state is where the paper promises nothing for a quarter.
const NOT_PROMISED: (&str, &str, &str) = ("not_promised", "无目标", "白皮书没有这一季度的目标");

impl Desk {
    /// Every task of a year with its four states; of every year, the newest first, where none is named.
    ///
    /// # Errors
    /// No such plan; no date.
    pub fn task_list(&self, year: Option<i16>, as_of: Option<&str>) -> Outcome<Vec<TaskLine>> {
        view::day(as_of.unwrap_or_default())?;
        let years = year.map_or_else(|| self.years(), |year| Ok(vec![year]))?;
        let mut lines = Vec::new();
        for year in years {
            let register = self.register(Some(year))?;
            let (until, as_of) = self.viewpoint(&register, as_of)?;
            let tasks = register.plan.tasks_with_goals();
            lines.extend(tasks.map(|(goal, task)| line(&register, goal, task, until, as_of)));
        }
        Ok(lines)
    }

    /// One task with everything submitted about it.
    ///
    /// # Errors
    /// As [`Desk::task_list`]; no such task.
    pub fn task_show(&self, year: Option<i16>, task: &str, as_of: Option<&str>) -> Outcome<TaskShown> {
        let register = self.register(year)?;
        let number = task_named(&register, task)?.number;
        let (until, as_of) = self.viewpoint(&register, as_of)?;
        let found = register.plan.tasks_with_goals().find(|(_, task)| task.number == number);
        let (goal, task) = found.ok_or_else(|| crate::refusal::Refused::NoPlanFor(register.plan.year))?;
        let revisions: HashMap<ObjectId, Rid> = self
            .store()
            .progress_of(register.plan_id)?
            .into_iter()
            .map(|one| (one.object, one.rid))
            .collect();
        let mut progress = Vec::new();
        for quarter in Quarter::ALL {
            for entry in register.entries(task.number, quarter) {
                let rid = revisions.get(&ledger::natural::progress(&entry.key));
                progress.push(shown(&register, task, &entry.key, &entry.progress, rid));
            }
        }
        Ok(TaskShown {
            line: line(&register, goal, task, until, as_of),
            objective: task.objective.clone(),
            milestones: task.milestones.to_vec(),
            progress,
        })
    }

    /// Lists look at the whole year, as of the day asked for or today.
    fn viewpoint(&self, register: &Register, as_of: Option<&str>) -> Outcome<(Round, Date)> {
        let until = register.round(Quarter::Fourth);
        Ok((until, view::day(as_of.unwrap_or_default())?.unwrap_or_else(|| self.today())))
    }
}

fn line(register: &Register, goal: &Goal, task: &Task, until: Round, as_of: Date) -> TaskLine {
    let standings = register.standings(task, until, as_of);
    let state = |quarter: Quarter| match &standings[quarter.index()] {
        Some(standing) => QuarterStateLine {
            quarter: quarter.number(),
            state: standing.state.code().to_owned(),
            word: standing.word().to_owned(),
            reason: standing.reason.clone(),
        },
        None => QuarterStateLine {
            quarter: quarter.number(),
            state: NOT_PROMISED.0.to_owned(),
            word: NOT_PROMISED.1.to_owned(),
            reason: NOT_PROMISED.2.to_owned(),
        },
    };
    TaskLine {
        year: register.plan.year,
        number: task.number,
        title: task.title.clone(),
        goal: goal.name.clone(),
        departments: task.departments.clone(),
        states: Quarter::ALL.map(state).to_vec(),
    }
}

/// A submitted progress as programs see it.
pub(crate) fn shown(
    register: &Register,
    task: &Task,
    key: &ProgressKey,
    progress: &Progress,
    rid: Option<&Rid>,
) -> ProgressShown {
    let names = view::published_names(register);
    let department = names.get(&key.department).copied().unwrap_or_default();
    let promised = |value: &domain::progress::Value| {
        let asked = register.answered_by(task.number, key.quarter, &progress.values, value)?;
        Some(asked.target(key.quarter)?.bound.to_string())
    };
    let value = |value: &domain::progress::Value| ValueShown {
        name: value.name.clone(),
        amount: value.amount.to_string(),
        measure: value.measure.clone(),
        promised: promised(value),
    };
    let evidence = |one: &domain::evidence::Evidence| {
        let (sha256, size) = match &one.form {
            EvidenceForm::File { sha256, size, .. } => (Some(ledger::digest::hex(sha256)), Some(*size)),
            EvidenceForm::OnPaper(_) => (None, None),
        };
        let code = one.number.map(|number| evidence::code(key.task, key.quarter, department, number));
        EvidenceShown { code, name: one.form.name().to_owned(), sha256, size }
    };
    ProgressShown {
        department: department.to_owned(),
        quarter: key.quarter.number(),
        round: key.round.to_string(),
        claim: progress.claim.map(|claim| claim.code().to_owned()).unwrap_or_default(),
        text: progress.text.clone(),
        cause: progress.cause.clone(),
        measure: progress.measure.clone(),
        due: progress.due.map(|day| day.to_string()),
        person: progress.person.clone(),
        values: progress.values.iter().map(value).collect(),
        evidence: progress.evidence.iter().map(evidence).collect(),
        revision: rid.map(ToString::to_string).unwrap_or_default(),
        late_note: None,
    }
}
