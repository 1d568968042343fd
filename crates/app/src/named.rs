//! What people call things: a task by its number, a quarter by its word, a department by any of its names.

use crate::desk::Desk;
use crate::entry::{Subject, wire_key};
use crate::refusal::{Outcome, Refused};
use crate::wire::entry::EntryKey;
use domain::department::{Department, Resolution, resolve};
use domain::id::ObjectId;
use domain::numeral;
use domain::period::{Quarter, Round};
use domain::plan::Task;
use domain::progress::ProgressKey;
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
                distinct: meant.iter().filter_map(|one| distinct_name(&register.departments, one)).collect(),
            }),
        }
    }

    /// The department that is meant by its id or any of its names, with or without a plan.
    pub(crate) fn department_meant(&self, text: &str) -> Outcome<Department> {
        let departments = self.departments()?;
        let by_id = text.trim().parse::<ObjectId>().ok();
        if let Some(found) = by_id.and_then(|id| departments.iter().find(|one| one.id == id)) {
            return Ok(found.clone());
        }
        let names = |some: &[&Department]| some.iter().map(|one| one.current_name().to_owned()).collect();
        match resolve(&departments, text) {
            Resolution::One(department) => Ok(department.clone()),
            Resolution::Unknown => Err(Refused::UnknownDepartment {
                name: text.trim().to_owned(),
                known: names(&departments.iter().collect::<Vec<_>>()),
            }),
            Resolution::Ambiguous(meant) => Err(Refused::AmbiguousDepartment {
                name: text.trim().to_owned(),
                distinct: meant.iter().filter_map(|one| distinct_name(&departments, one)).collect(),
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
        let of_task = register.departments.iter().filter(|one| register.has_held(task, one.id));
        match resolve(of_task, name) {
            Resolution::One(department) => Ok(department.id),
            _ => self.department_named(register, name),
        }
    }
}

/// An entry as a command line names it.
#[derive(Debug, Clone, Default)]
pub struct NamedEntry {
    /// The plan's year; `None`: the only one, or the round's.
    pub year: Option<i16>,
    /// 5, 五.
    pub task: String,
    /// The quarter that was promised: 1, 一季度.
    pub quarter: String,
    /// 2013Q1; `None`: the quarter's own.
    pub round: Option<String>,
    /// The department by any of its names.
    pub department: String,
}

impl Desk {
    /// The key of the entry that is meant.
    ///
    /// # Errors
    /// Whatever is unknown.
    pub fn entry_key(&self, named: &NamedEntry) -> Outcome<EntryKey> {
        let register = self.register(self.year_or_round(named.year, named.round.as_deref())?)?;
        let task = task_named(&register, &named.task)?;
        let quarter = quarter_named(&named.quarter)?;
        let round = round_named(&register, named.round.as_deref())?.unwrap_or(register.round(quarter));
        let department = self.department_of_task(&register, task, &named.department)?;
        Ok(wire_key(&Subject::of(&register, task, quarter, round, department)?.key))
    }

    /// The key of the submitted entry that is meant: what is not named is taken from what was submitted, where that is one
    /// entry only. The quarter's own round goes before later ones.
    ///
    /// # Errors
    /// Whatever is unknown; several entries could be meant.
    pub fn submitted_key(&self, named: &NamedEntry) -> Outcome<EntryKey> {
        let register = self.register(self.year_or_round(named.year, named.round.as_deref())?)?;
        let task = task_named(&register, &named.task)?;
        let quarter = quarter_named(&named.quarter)?;
        let round = round_named(&register, named.round.as_deref())?;
        let department = match named.department.trim() {
            "" => None,
            name => Some(self.department_of_task(&register, task, name)?),
        };
        let mut keys: Vec<_> =
            self.entries_in_order(&register)?.into_iter().map(|one| one.value.key).collect();
        keys.retain(|key| {
            key.task == task.number
                && key.quarter == quarter
                && round.is_none_or(|round| key.round == round)
                && department.is_none_or(|department| key.department == department)
        });
        let in_own_round = |key: &ProgressKey| key.round == register.round(quarter);
        if keys.iter().any(in_own_round) {
            keys.retain(in_own_round);
        }
        match keys.as_slice() {
            [key] => Ok(wire_key(key)),
            [] if department.is_some() => self.entry_key(named),
            [] => Err(Refused::NothingToReview { department: task.departments.join("、") }),
            _ => Err(Refused::SeveralEntries {
                entries: keys
                    .iter()
                    .map(|key| format!("{}（{}）", register.published_name(key.department), key.round))
                    .collect(),
            }),
        }
    }

    /// The plan's year as named, else the only one.
    ///
    /// # Errors
    /// No such plan; several years.
    pub fn year_meant(&self, year: Option<i16>) -> Outcome<i16> {
        Ok(self.register(year)?.plan.year)
    }

    /// The year as named, else the one that the round names where it has a plan.
    pub(crate) fn year_or_round(&self, year: Option<i16>, round: Option<&str>) -> Outcome<Option<i16>> {
        let of_round = || round?.trim().parse().ok().map(|round: Round| round.year);
        match (year, of_round()) {
            (None, Some(year)) => Ok(self.years()?.contains(&year).then_some(year)),
            (named, _) => Ok(named),
        }
    }
}

/// 2013Q1 as a round of that plan's year.
pub(crate) fn round_named(register: &Register, text: Option<&str>) -> Outcome<Option<Round>> {
    let Some(text) = text else { return Ok(None) };
    let unknown = || Refused::UnknownRound { text: text.to_owned(), year: register.plan.year };
    let round: Round = text.trim().parse().map_err(|_| unknown())?;
    if round.year == register.plan.year { Ok(Some(round)) } else { Err(unknown()) }
}

/// A name that leads to this department alone.
fn distinct_name(departments: &[Department], department: &Department) -> Option<String> {
    let names = department.names.iter().rev().flat_map(|name| [&name.short, &name.full]);
    let alone = |name: &&String| matches!(resolve(departments, name), Resolution::One(_));
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
