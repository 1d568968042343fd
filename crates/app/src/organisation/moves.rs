//! Which tasks go where: all of a merged department's, and one by one those of a department that is split up or hands some on.

use crate::desk::Desk;
use crate::instruction::title_of;
use crate::named::task_named;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::change::{HeldTask, TaskMove};
use domain::department::Department;
use domain::id::ObjectId;
use domain::organisation::{Move, OrganisationKind};
use domain::register::Register;
use jiff::civil::Date;

impl Desk {
    /// The tasks that a department holds on a day, in every plan that still has a round to report on it; no day: today.
    ///
    /// # Errors
    /// An unknown department, or what is no day.
    pub fn held_tasks(&self, department: &str, effective: &str) -> Outcome<Vec<HeldTask>> {
        let department = self.department_meant(department)?;
        let day = view::day(effective)?.unwrap_or_else(|| self.today());
        let registers = self.open_registers(day)?;
        let tasks = registers.iter().flat_map(|register| {
            let numbers = held(register, &[department.id], day).into_iter().map(|(task, _)| task);
            numbers.map(|task| HeldTask { year: register.plan.year, task, title: title_of(register, task) })
        });
        Ok(tasks.collect())
    }

    /// Which places go where, in every plan that still has a round to report on that day.
    pub(super) fn moves(
        &self,
        kind: OrganisationKind,
        before: &[Department],
        after: &[Department],
        effective: Date,
        typed: &[TaskMove],
    ) -> Outcome<Vec<Move>> {
        if kind == OrganisationKind::Renamed {
            return Ok(Vec::new());
        }
        let registers = self.open_registers(effective)?;
        if kind == OrganisationKind::Merged {
            let (to, from) = (after[0].id, before.iter().map(|one| one.id).collect::<Vec<_>>());
            let all = registers.iter().flat_map(|register| {
                let own = held(register, &from, effective).into_iter();
                own.map(|(task, from)| Move { plan: register.plan_id, task, from, to })
            });
            return Ok(all.filter(|one| one.from != to).collect());
        }
        let mut moves: Vec<Move> = Vec::new();
        for typed in typed {
            let (register, task) = self.meant(&registers, &before[0], effective, typed)?;
            let to =
                after.iter().find(|one| one.is_called(&typed.to) || one.id.to_string() == typed.to.trim());
            let to = to.ok_or_else(|| not_after(&typed.to, after))?.id;
            let one = Move { plan: register.plan_id, task, from: before[0].id, to };
            if moves.iter().any(|other| (other.plan, other.task) == (one.plan, one.task)) {
                return Err(Refused::TaskTwice { year: register.plan.year, task });
            }
            moves.push(one);
        }
        // Who is split up and goes on keeps what is not named; who ends cannot.
        if kind == OrganisationKind::Split && after.iter().all(|one| one.id != before[0].id) {
            for register in &registers {
                let is_named =
                    |task: &u32| moves.iter().any(|one| (one.plan, one.task) == (register.plan_id, *task));
                let own = held(register, &[before[0].id], effective).into_iter().map(|(task, _)| task);
                let left: Vec<u32> = own.filter(|task| !is_named(task)).collect();
                if !left.is_empty() {
                    return Err(Refused::TasksLeft { year: register.plan.year, tasks: left });
                }
            }
        }
        moves.retain(|one| one.from != one.to);
        if kind == OrganisationKind::Transferred && moves.is_empty() {
            return Err(Refused::NoTaskMoved);
        }
        Ok(moves)
    }

    /// The task that is meant, in the only open year in which the department holds one of that number.
    fn meant<'a>(
        &self,
        registers: &'a [Register],
        before: &Department,
        effective: Date,
        typed: &TaskMove,
    ) -> Outcome<(&'a Register, u32)> {
        let (mut found, mut refused) = (Vec::new(), None);
        for register in registers.iter().filter(|one| typed.year.is_none_or(|year| one.plan.year == year)) {
            let own: Vec<u32> =
                held(register, &[before.id], effective).into_iter().map(|(task, _)| task).collect();
            match task_named(register, &typed.task).map(|task| task.number) {
                Ok(task) if own.contains(&task) => found.push((register, task)),
                Ok(task) => {
                    refused.get_or_insert(Refused::NotItsTask {
                        department: before.name_on(effective).to_owned(),
                        task,
                        held: own,
                    });
                }
                Err(unknown) => drop(refused.get_or_insert(unknown)),
            }
        }
        match (found.as_slice(), refused) {
            ([one], _) => Ok(*one),
            ([], Some(refused)) => Err(refused),
            ([], None) => Err(Refused::NoPlanFor(typed.year.unwrap_or(effective.year()))),
            (several, _) => Err(Refused::TaskOfYears {
                task: several[0].1,
                years: several.iter().map(|(register, _)| register.plan.year).collect(),
            }),
        }
    }

    /// The plans that still have a round to report on a day.
    fn open_registers(&self, day: Date) -> Outcome<Vec<Register>> {
        let years = self.years()?.into_iter().filter(|year| *year >= day.year());
        years.map(|year| self.register(Some(year))).collect()
    }
}

/// The tasks of which one of these holds a place on a day, with who it is.
fn held(register: &Register, departments: &[ObjectId], day: Date) -> Vec<(u32, ObjectId)> {
    let tasks = register.plan.tasks();
    let holders =
        tasks.flat_map(|task| register.holders(task, day).into_iter().map(|holder| (task.number, holder.id)));
    holders.filter(|(_, id)| departments.contains(id)).collect()
}

/// Somebody is named who is none of the departments after.
pub(super) fn not_after(name: &str, after: &[Department]) -> Refused {
    Refused::NotAfter {
        name: name.trim().to_owned(),
        after: after.iter().map(|one| one.current_name().to_owned()).collect(),
    }
}
