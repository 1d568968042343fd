//! 机构变动: 更名, 合并, 拆分, 任务移交. Published names stay; who takes tasks over answers from the day on.
//!
//! Who holds which place then is `domain::register`'s; here it is decided which tasks move, and new departments begin.

use crate::desk::Desk;
use crate::instruction::needed;
use crate::named::task_named;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::change::{MovedTask, OrganisationBoxes, OrganisationView};
use domain::action::Action;
use domain::department::{Department, DepartmentName};
use domain::id::ObjectId;
use domain::organisation::{Move, OrganisationChange, OrganisationKind};
use domain::period::date_in_words;
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
        let mut records = Vec::new();
        let after: Vec<Department> = if kind == OrganisationKind::Renamed {
            vec![renamed(&before[0], needed(&boxes.after[0], "新名称")?, effective, &basis)?]
        } else {
            boxes.after.iter().map(|name| self.after(name, effective, &basis)).collect::<Outcome<_>>()?
        };
        let known = self.departments()?;
        for department in after.iter().filter(|one| !known.contains(one)) {
            records.push(Record::Department(department.clone()));
        }
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
        records.push(Record::OrganisationChange(change.clone()));
        self.commit("organisation.change", None, records)?;
        self.organisation_view(&change)
    }

    /// Every organisation change, in the order in which they hold.
    ///
    /// # Errors
    /// When the store fails.
    pub fn organisation_changes(&self) -> Outcome<Vec<OrganisationView>> {
        let mut changes: Vec<OrganisationChange> =
            self.store().all(None)?.into_iter().map(|one| one.value).collect();
        changes.sort_by_key(|one| one.effective);
        changes.iter().map(|one| self.organisation_view(one)).collect()
    }

    /// A department after the change: a known one by any name, else a new one from that day on.
    fn after(&self, name: &str, effective: Date, basis: &str) -> Outcome<Department> {
        match self.department_meant(name) {
            Err(Refused::UnknownDepartment { .. }) => {
                let short = needed(name, "部门名称")?;
                let newest = self.years()?.first().copied();
                let issuer = match newest {
                    Some(year) => self.register(Some(year))?.plan.issuer().to_owned(),
                    None => String::new(),
                };
                let id = ledger::natural::department(&issuer, &short);
                let name = DepartmentName {
                    short,
                    from: Some(effective),
                    basis: basis.to_owned(),
                    ..DepartmentName::default()
                };
                Ok(Department { id, names: vec![name] })
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

    fn organisation_view(&self, change: &OrganisationChange) -> Outcome<OrganisationView> {
        let departments = self.departments()?;
        let eve = change.effective.yesterday().unwrap_or(change.effective);
        let name = |id: &ObjectId, day: Date| {
            departments
                .iter()
                .find(|one| one.id == *id)
                .map(|one| one.name_on(day).to_owned())
                .unwrap_or_default()
        };
        let before: Vec<String> = change.before.iter().map(|id| name(id, eve)).collect();
        let after: Vec<String> = change.after.iter().map(|id| name(id, change.effective)).collect();
        let plans = self.store().plans()?;
        let year =
            |plan: ObjectId| plans.iter().find(|one| one.object == plan).map_or(0, |one| one.value.plan.year);
        let moves = change.moves.iter().map(|one| MovedTask {
            year: year(one.plan),
            task: one.task,
            from: name(&one.from, eve),
            to: name(&one.to, change.effective),
        });
        Ok(OrganisationView {
            id: change.id.to_string(),
            kind: change.kind.code().to_owned(),
            kind_word: change.kind.word().to_owned(),
            words: words(change, &before, &after),
            before,
            after,
            effective: change.effective.to_string(),
            basis: change.basis.clone(),
            moves: moves.collect(),
        })
    }
}

/// 2013年9月1日起，卫人局、计生局合并为卫计局（深编〔2013〕7号）。
fn words(change: &OrganisationChange, before: &[String], after: &[String]) -> String {
    let (day, before, after) = (date_in_words(change.effective), before.join("、"), after.join("、"));
    let what = match change.kind {
        OrganisationKind::Renamed => format!("{before}更名为{after}"),
        OrganisationKind::Merged => format!("{before}合并为{after}"),
        OrganisationKind::Split => format!("{before}拆分为{after}"),
        OrganisationKind::Transferred => format!("{before}的{}项任务移交{after}", change.moves.len()),
    };
    format!("{day}起，{what}（{}）。", change.basis)
}

/// The same department under another name from that day on.
fn renamed(department: &Department, short: String, from: Date, basis: &str) -> Outcome<Department> {
    let mut renamed = department.clone();
    if let Some(last) = renamed.names.last_mut() {
        if let Some(known) = last.from.filter(|known| *known >= from) {
            return Err(Refused::NameNotLater { day: from.to_string(), last: known.to_string() });
        }
        last.until = from.yesterday().ok();
    }
    let basis = basis.to_owned();
    renamed.names.push(DepartmentName { short, from: Some(from), basis, ..DepartmentName::default() });
    Ok(renamed)
}
