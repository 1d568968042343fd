//! What people call things: a task by its number, a quarter by its word, a department by any of its names.

use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use domain::department::{Department, Resolution, resolve};
use domain::id::ObjectId;
use domain::numeral;
use domain::period::Quarter;
use domain::plan::Task;
use domain::register::Register;

impl Desk {
    /// The department that is meant by any of its names.
    pub(crate) fn department_named(&self, register: &Register, name: &str) -> Outcome<ObjectId> {
        match resolve(&register.departments, name) {
            Resolution::One(department) => Ok(department.id),
            Resolution::Unknown => Err(Refused::UnknownDepartment {
                name: name.trim().to_owned(),
                known: register.plan.department_names().into_iter().map(str::to_owned).collect(),
            }),
            Resolution::Ambiguous(meant) => Err(Refused::AmbiguousDepartment {
                name: name.trim().to_owned(),
                distinct: meant.iter().filter_map(|one| distinct_name(register, one)).collect(),
            }),
        }
    }

    /// The same for one task: departments that have merged share a name, and of one task mostly only one is responsible.
    pub(crate) fn department_of_task(
        &self,
        register: &Register,
        task: &Task,
        name: &str,
    ) -> Outcome<ObjectId> {
        let responsible: Vec<_> = register.responsible(task).into_iter().map(|one| one.id).collect();
        let of_task = register.departments.iter().filter(|one| responsible.contains(&one.id));
        match resolve(of_task, name) {
            Resolution::One(department) => Ok(department.id),
            _ => self.department_named(register, name),
        }
    }
}

/// A name that leads to this department alone.
fn distinct_name(register: &Register, department: &Department) -> Option<String> {
    let names = department.names.iter().rev().flat_map(|name| [&name.short, &name.full]);
    let alone = |name: &&String| matches!(resolve(&register.departments, name), Resolution::One(_));
    names.filter(|name| !name.is_empty()).find(alone).cloned()
}

/// The task that is meant by 5, 五, （五） or ５.
pub(crate) fn task_named<'a>(register: &'a Register, text: &str) -> Outcome<&'a Task> {
    let bare = text.trim().trim_matches(['(', ')', '（', '）']);
    numeral::parse(bare).and_then(|number| register.plan.task(number)).ok_or_else(|| {
        let numbers = || register.plan.tasks().map(|task| task.number);
        Refused::UnknownTask {
            text: text.trim().to_owned(),
            first: numbers().min().unwrap_or(0),
            last: numbers().max().unwrap_or(0),
        }
    })
}

/// The quarter that is meant by 1, Q1, 一, 一季度 or 第一季度.
pub(crate) fn quarter_named(text: &str) -> Outcome<Quarter> {
    let bare =
        text.trim().trim_start_matches(['Q', 'q', '第']).trim_end_matches("季度").trim_end_matches('季');
    let number = numeral::parse(bare).and_then(|number| u8::try_from(number).ok());
    number.and_then(Quarter::from_number).ok_or_else(|| Refused::UnknownQuarter(text.trim().to_owned()))
}
