//! 机构变动: 更名, 合并, 拆分, 任务移交. Published names stay; who takes tasks over answers from the day on.
//!
//! Who holds which place then is `domain::register`'s; here departments begin and get their names.
//! Which tasks go where stands in [`moves`], what a change says of itself in [`said`].

mod moves;
mod said;

use crate::desk::Desk;
use crate::instruction::needed;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::change::{FullName, OrganisationBoxes, OrganisationView};
use domain::action::Action;
use domain::department::{Department, DepartmentName};
use domain::organisation::{OrganisationChange, OrganisationKind};
use jiff::civil::Date;
use ledger::Record;

impl Desk {
    /// Records what happened to departments from a day on.
    ///
    /// # Errors
    /// Not the supervision office; an unknown kind, department or task; too few or too many departments for the kind; a
    /// full name of one that is not new; a task that the department does not hold, that is named twice, or one of a split
    /// that goes nowhere; no day or basis.
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
        let name = |short: String| DepartmentName {
            full: full_of(boxes, &short),
            short,
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
        names_begun(boxes, &after, &known)?;
        let moves = self.moves(kind, &before, &after, effective, &boxes.tasks)?;
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
}

/// What was typed as the full name of a department after.
fn full_of(boxes: &OrganisationBoxes, short: &str) -> String {
    let is_only = boxes.after.len() == 1;
    let own = |typed: &&FullName| typed.of.trim() == short || (is_only && typed.of.trim().is_empty());
    boxes.full.iter().find(own).map(|typed| typed.full.trim().to_owned()).unwrap_or_default()
}

/// Full names are given to departments after, and only to those that begin or are called otherwise.
fn names_begun(boxes: &OrganisationBoxes, after: &[Department], known: &[Department]) -> Outcome<()> {
    for typed in boxes.full.iter().filter(|typed| !typed.full.trim().is_empty()) {
        let of = typed.of.trim();
        let meant = match after {
            [only] if of.is_empty() => Some(only),
            _ => after.iter().find(|one| one.is_called(of)),
        };
        let meant = meant.ok_or_else(|| moves::not_after(of, after))?;
        if known.contains(meant) {
            return Err(Refused::FullNameOfKnown(meant.current_name().to_owned()));
        }
    }
    Ok(())
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
