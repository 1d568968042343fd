//! 机构变动: 更名, 合并, 拆分, 任务移交. Published names stay; who takes tasks over answers from the day on.
//!
//! Who holds which place then is `domain::register`'s; here it is decided which tasks move, and new departments begin.
//! What a change says of itself stands in [`said`].

mod said;

use crate::desk::Desk;
use crate::instruction::needed;
use crate::named::task_named;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::change::{OrganisationBoxes, OrganisationView};
use domain::action::Action;
use domain::department::{Department, DepartmentName};
use domain::id::ObjectId;
use domain::organisation::{Move, OrganisationChange, OrganisationKind};
use domain::register::Register;
use jiff::civil::Date;
use ledger::Record;

impl Desk {
    /// Records what happened to departments from a day on.
    ///
    /// # Errors
    /// Not the supervision office; an unknown kind, department or task; too few or too many departments for the kind; a
    /// task that the department does not hold, or one of a split that goes nowhere; no day or basis.
    pub fn change_organisation(&self, boxes: &OrganisationBoxes) -> Outcome<OrganisationView> {
        let (change, begun) = self.decide(boxes)?;
        let records = begun.into_iter().map(Record::Department);
        let records = records.chain([Record::OrganisationChange(change.clone())]).collect();
        self.commit("organisation.change", None, records)?;
        self.shown(&change, &self.departments()?)
    }

    /// What recording it would say; nothing is recorded.
    ///
    /// # Errors
    /// As [`Desk::change_organisation`].
    pub fn preview_organisation(&self, boxes: &OrganisationBoxes) -> Outcome<OrganisationView> {
        let (change, begun) = self.decide(boxes)?;
        let mut departments = self.departments()?;
        departments.retain(|known| begun.iter().all(|one| one.id != known.id));
        departments.extend(begun);
        self.shown(&change, &departments)
    }

    /// The change, and the departments that begin or are called otherwise with it.
    fn decide(&self, boxes: &OrganisationBoxes) -> Outcome<(OrganisationChange, Vec<Department>)> {
        self.require(Action::ChangePlan)?;
        self.only_supervision()?;
        let kind: OrganisationKind =
            boxes.kind.trim().parse().map_err(|_| Refused::UnknownOrganisation(boxes.kind.clone()))?;
        let effective = view::day(&boxes.effective)?.ok_or(Refused::NameEmpty("起始日期"))?;
        let basis = needed(&boxes.basis, "文件名称和文号")?;
        let before: Vec<Department> =
            boxes.before.iter().map(|name| self.department_meant(name)).collect::<Outcome<_>>()?;
        let wanted = match kind {
            OrganisationKind::Renamed => before.len() == 1 && boxes.after.len() == 1,
            OrganisationKind::Merged => !before.is_empty() && boxes.after.len() == 1,
            OrganisationKind::Split => before.len() == 1 && boxes.after.len() >= 2,
            OrganisationKind::Transferred => before.len() == 1 && boxes.after.len() == 1,
        };
        if !wanted {
            return Err(Refused::OrganisationCount(kind));
        }
        let full = boxes.full.trim().to_owned();
        let name = |short| DepartmentName {
            short,
            full: full.clone(),
            from: Some(effective),
            until: None,
            basis: basis.clone(),
        };
        let after: Vec<Department> = if kind == OrganisationKind::Renamed {
            vec![renamed(&before[0], name(needed(&boxes.after[0], "新名称")?), effective)?]
        } else {
            boxes.after.iter().map(|typed| self.after(typed, &name)).collect::<Outcome<_>>()?
        };
        let known = self.departments()?;
        let moves = self.moves(kind, &before, &after, effective, boxes)?;
        let change = OrganisationChange {
            id: ledger::natural::once(self.store().id(), self.now(), &basis),
            kind,
            before: before.iter().map(|one| one.id).collect(),
            after: after.iter().map(|one| one.id).collect(),
            moves,
            effective,
            basis,
        };
        let begun = after.into_iter().filter(|one| !known.contains(one)).collect();
        Ok((change, begun))
    }

    /// Every organisation change, in the order in which they hold.
    ///
    /// # Errors
    /// When the store fails.
    pub fn organisation_changes(&self) -> Outcome<Vec<OrganisationView>> {
        let mut changes: Vec<OrganisationChange> =
            self.store().all(None)?.into_iter().map(|one| one.value).collect();
        changes.sort_by_key(|one| one.effective);
        let departments = self.departments()?;
        changes.iter().map(|one| self.shown(one, &departments)).collect()
    }

    /// A department after the change: a known one by any name, else a new one under that name.
    fn after(&self, typed: &str, name: &impl Fn(String) -> DepartmentName) -> Outcome<Department> {
        match self.department_meant(typed) {
            Err(Refused::UnknownDepartment { .. }) => {
                let short = needed(typed, "部门名称")?;
                let newest = self.years()?.first().copied();
                let issuer = match newest {
                    Some(year) => self.register(Some(year))?.plan.issuer().to_owned(),
                    None => String::new(),
                };
                let id = ledger::natural::department(&issuer, &short);
                Ok(Department { id, names: vec![name(short)] })
            }
            other => other,
        }
    }

    /// Which places go where, in every plan that still has a round to report on that day.
    fn moves(
        &self,
        kind: OrganisationKind,
        before: &[Department],
        after: &[Department],
        effective: Date,
        boxes: &OrganisationBoxes,
    ) -> Outcome<Vec<Move>> {
        if kind == OrganisationKind::Renamed {
            return Ok(Vec::new());
        }
        let years = self.years()?.into_iter().filter(|year| *year >= effective.year());
        let registers: Vec<Register> = years.map(|year| self.register(Some(year))).collect::<Outcome<_>>()?;
        let held = |register: &Register| -> Vec<(u32, ObjectId)> {
            let tasks = register.plan.tasks();
            let holders = tasks.flat_map(|task| {
                register.holders(task, effective).into_iter().map(|holder| (task.number, holder.id))
            });
            holders.filter(|(_, id)| before.iter().any(|one| one.id == *id)).collect()
        };
        if kind == OrganisationKind::Merged {
            let to = after[0].id;
            let all = registers.iter().flat_map(|register| {
                held(register).into_iter().map(|(task, from)| Move { plan: register.plan_id, task, from, to })
            });
            return Ok(all.filter(|one| one.from != to).collect());
        }
        let from = before[0].id;
        let mut moves = Vec::new();
        for register in &registers {
            let own = held(register);
            for typed in &boxes.tasks {
                let task = task_named(register, &typed.task)?.number;
                if !own.iter().any(|(held, _)| *held == task) {
                    return Err(Refused::NotItsTask {
                        department: before[0].name_on(effective).to_owned(),
                        task,
                        held: own.iter().map(|(task, _)| *task).collect(),
                    });
                }
                let to = after
                    .iter()
                    .find(|one| one.is_called(&typed.to) || one.id.to_string() == typed.to.trim());
                let to = to.ok_or_else(|| Refused::NotAfter {
                    name: typed.to.trim().to_owned(),
                    after: after.iter().map(|one| one.current_name().to_owned()).collect(),
                })?;
                moves.push(Move { plan: register.plan_id, task, from, to: to.id });
            }
            // Who is split up and goes on keeps what is not named; who ends cannot.
            let stays = after.iter().any(|one| one.id == from);
            let missing: Vec<u32> = own
                .iter()
                .map(|(task, _)| *task)
                .filter(|task| !moves.iter().any(|one| one.plan == register.plan_id && one.task == *task))
                .collect();
            if kind == OrganisationKind::Split && !stays && !missing.is_empty() {
                return Err(Refused::TasksLeft(missing));
            }
        }
        moves.retain(|one| one.from != one.to);
        if kind == OrganisationKind::Transferred && moves.is_empty() {
            return Err(Refused::NoTaskMoved);
        }
        Ok(moves)
    }
}

/// The same department under another name from that day on.
fn renamed(department: &Department, name: DepartmentName, from: Date) -> Outcome<Department> {
    let mut renamed = department.clone();
    if let Some(last) = renamed.names.last_mut() {
        if let Some(known) = last.from.filter(|known| *known >= from) {
            return Err(Refused::NameNotLater { day: from.to_string(), last: known.to_string() });
        }
        last.until = from.yesterday().ok();
    }
    renamed.names.push(name);
    Ok(renamed)
}
