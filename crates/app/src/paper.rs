//! The published paper: read, shown, put in force.
//!
//! Reading is `paper`'s; here a reading becomes what screens and programs see, and an accepted one becomes the plan of
//! its year together with the departments that it names, in one operation.

mod source;

use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use crate::view::print_text;
use crate::wire::command_line::{PaperGoal, PaperRead, PaperTask};
use crate::wire::indicator::IndicatorSheet;
use crate::wire::paper::{
    PaperDifference, PaperPreview, PaperProblem, PlanCounts, PlanGoal, PlanTask, PlanView, Verdict,
};
use domain::action::Action;
use domain::department::{Department, DepartmentName, Resolution, resolve};
use domain::id::ObjectId;
use domain::numeral::to_chinese;
use domain::period::Quarter;
use domain::plan::{Plan, RecordKind, Task};
use layout::punctuation::full_width;
use ledger::{ObjectType, Office, OfficeKind, PlanRecord, Record, SourceFile};
use paper::{Difference, Reading};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use store::Change;

/// What came of putting a paper in force.
#[derive(Debug, Clone, Serialize)]
pub struct Imported {
    /// The plan's year.
    pub year: i16,
    /// Whether the same paper was in force already.
    pub unchanged: bool,
    /// How much it holds.
    pub counts: PlanCounts,
    /// What was not understood.
    pub problems: Vec<PaperProblem>,
}

/// The departments that a paper names.
pub(crate) struct Published {
    /// Each name with who is meant.
    pub(crate) departments: Vec<(String, ObjectId)>,
    /// What must be recorded for those that nobody knows yet.
    pub(crate) changes: Vec<Change>,
}

/// Reads a paper; nothing is stored.
///
/// # Errors
/// What is no white paper.
pub fn read(bytes: &[u8]) -> Outcome<PaperRead> {
    let Reading { plan, problems, .. } = paper::read(bytes)?;
    let task = |task: &Task| PaperTask {
        number: task.number,
        title: task.title.clone(),
        objective: task.objective.clone(),
        milestones: task.milestones.to_vec(),
        departments: task.departments.clone(),
    };
    Ok(PaperRead {
        title: plan.title().to_owned(),
        year: Some(plan.year).filter(|year| *year != 0),
        issuer: plan.issuer().to_owned(),
        index_no: plan.record_value(RecordKind::IndexNo).map(str::to_owned),
        published_on: plan.published_on().map(|day| day.to_string()),
        goals: plan
            .goals
            .iter()
            .map(|goal| PaperGoal { name: goal.name.clone(), tasks: goal.tasks.iter().map(task).collect() })
            .collect(),
        problems: problems.iter().map(problem).collect(),
    })
}

fn problem(problem: &paper::Problem) -> PaperProblem {
    PaperProblem {
        line: u32::try_from(problem.line).unwrap_or(u32::MAX),
        text: problem.text.clone(),
        reason: problem.reason.to_string(),
    }
}

/// How much a plan holds.
#[must_use]
pub fn counts(plan: &Plan) -> PlanCounts {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let quarters = || plan.tasks().flat_map(|task| Quarter::ALL.map(|quarter| (task, quarter)));
    PlanCounts {
        goals: count(plan.goals.len()),
        tasks: count(plan.tasks().count()),
        milestones: count(quarters().filter(|(task, quarter)| task.milestone(*quarter).is_some()).count()),
        items: count(quarters().map(|(task, quarter)| task.items(quarter).len()).sum()),
        departments: count(plan.department_names().len()),
    }
}

/// A plan in print text; `lines` says where each task begins in the file, `leads` which department leads, `leaders` who is
/// in charge.
pub(crate) fn plan_view(
    plan: &Plan,
    lines: &HashMap<u32, u32>,
    [leads, leaders]: [&BTreeMap<u32, String>; 2],
) -> PlanView {
    let task = |task: &Task| PlanTask {
        number: task.number,
        number_text: full_width(&task.number_text),
        title: full_width(&task.title),
        objective: print_text(task.objective.as_deref()),
        milestones: Quarter::ALL.map(|quarter| print_text(task.milestone(quarter))).to_vec(),
        departments: task.departments.clone(),
        lead: leads.get(&task.number).cloned(),
        leader: leaders.get(&task.number).cloned(),
        line: lines.get(&task.number).copied(),
    };
    PlanView {
        title: full_width(plan.title()),
        year: plan.year,
        issuer: plan.issuer().to_owned(),
        index_no: plan.record_value(RecordKind::IndexNo).map(str::to_owned),
        published_on: plan.published_on().map(|day| day.to_string()),
        sections: plan
            .sections
            .iter()
            .map(|one| format!("{}{}", one.number_text, full_width(&one.title)))
            .collect(),
        counts: counts(plan),
        goals: plan
            .goals
            .iter()
            .map(|goal| PlanGoal {
                name: full_width(&goal.name),
                tasks: goal.tasks.iter().map(task).collect(),
            })
            .collect(),
    }
}

fn difference(difference: &Difference) -> PaperDifference {
    let text = |side: &Option<String>| side.clone().unwrap_or_else(|| "（无）".to_owned());
    PaperDifference {
        place: difference.place.to_string(),
        in_force: text(&difference.old),
        in_file: text(&difference.new),
    }
}

impl Desk {
    /// Reads a paper for the screen and says what putting it in force would do. The token is the caller's.
    ///
    /// # Errors
    /// What is no white paper.
    pub fn preview_paper(&self, file_name: &str, bytes: &[u8]) -> Outcome<PaperPreview> {
        let reading = paper::read(bytes)?;
        let (lines, runs) = source::of(&reading);
        let verdict = match self.in_force(&reading.plan)? {
            None => Verdict::New,
            Some(differences) if differences.is_empty() => Verdict::Same,
            Some(differences) => {
                Verdict::Differs { differences: differences.iter().map(difference).collect() }
            }
        };
        let new = matches!(verdict, Verdict::New);
        let taken_over = if new { self.taken_over(&reading.plan)? } else { None };
        let IndicatorSheet { tasks: indicators, remarks, .. } = crate::indicators::sheet_of(&reading);
        Ok(PaperPreview {
            taken_over,
            token: String::new(),
            file_name: file_name.to_owned(),
            encoding: reading.writing.encoding.to_string(),
            plan: plan_view(&reading.plan, &source::first_lines(&lines), [&BTreeMap::new(); 2]),
            problems: reading.problems.iter().map(problem).collect(),
            indicators,
            remarks,
            lines,
            runs,
            verdict,
        })
    }

    /// Where that paper differs from the plan in force for its year. A store is one government's: another's paper differs
    /// in its issuer, and would else hide the plan of the year with all that was recorded.
    fn in_force(&self, plan: &Plan) -> Outcome<Option<Vec<Difference>>> {
        let plans = self.store().plans()?;
        let of_year = plans.into_iter().rev().find(|stored| stored.value.plan.year == plan.year);
        Ok(of_year.map(|stored| paper::differences(&stored.value.plan, plan)))
    }

    /// Puts a paper in force (启用). The same paper again changes nothing.
    ///
    /// # Errors
    /// What is no white paper, lacks issuer or year, or is another text for a year that has one.
    pub fn import_paper(&mut self, file_name: &str, bytes: &[u8]) -> Outcome<Imported> {
        self.require(Action::ChangePlan)?;
        let reading = paper::read(bytes)?;
        let split = reading.split_tasks().into_iter().collect();
        let Reading { plan, problems, .. } = reading;
        if plan.issuer().trim().is_empty() || plan.year == 0 {
            return Err(Refused::PaperUnnamed);
        }
        let imported = |unchanged| Imported {
            year: plan.year,
            unchanged,
            counts: counts(&plan),
            problems: problems.iter().map(problem).collect(),
        };
        if let Some(differences) = self.in_force(&plan)? {
            if differences.is_empty() {
                return Ok(imported(true));
            }
            let words = differences.iter().map(|one| {
                let PaperDifference { place, in_force, in_file } = difference(one);
                format!("{place}：在用的是“{in_force}”，文件中是“{in_file}”")
            });
            return Err(Refused::PaperDiffers { year: plan.year, differences: words.collect() });
        }
        let done = imported(false);
        let Published { departments, mut changes } = self.departments_of(&plan)?;
        let source = SourceFile {
            name: file_name.to_owned(),
            sha256: ledger::digest::sha256(bytes),
            size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        };
        changes.push(Change::Record(Record::Plan(PlanRecord { plan, source, departments, split })));
        self.backup_before_import()?;
        self.commit_changes("plan.import", None, changes)?;
        Ok(done)
    }

    /// Whom a paper means by its names.
    pub(crate) fn departments_of(&self, plan: &Plan) -> Outcome<Published> {
        let known = self.departments()?;
        let mut changes = Vec::new();
        let mut published = Vec::new();
        for name in plan.department_names() {
            // Who is called so on the day of the paper goes before who was.
            let on = plan.published_on().unwrap_or_else(|| self.today());
            let so_called = known.iter().filter(|one| one.name_on(on) == name);
            let found = match resolve(so_called, name) {
                Resolution::One(department) => Resolution::One(department),
                _ => resolve(&known, name),
            };
            let id = match found {
                Resolution::One(department) if department.id == ledger::natural::department("", name) => {
                    let id = ledger::natural::department(plan.issuer(), name);
                    changes.extend(self.adopted(department, id)?);
                    id
                }
                Resolution::One(department) => department.id,
                // Merged departments share a name: the only one that is called so now, else the one that this paper's
                // issuer names so, which is a new one where none was published under that name.
                Resolution::Ambiguous(meant) => {
                    let own = ledger::natural::department(plan.issuer(), name);
                    let mut so_now = meant.iter().filter(|one| one.current_name() == name);
                    match (so_now.next(), so_now.next()) {
                        (Some(only), None) => only.id,
                        _ if known.iter().any(|one| one.id == own) => own,
                        _ => {
                            changes.push(Change::Record(Record::Department(named_first(own, name))));
                            own
                        }
                    }
                }
                Resolution::Unknown => {
                    let id = ledger::natural::department(plan.issuer(), name);
                    changes.push(Change::Record(Record::Department(named_first(id, name))));
                    id
                }
            };
            published.push((name.to_owned(), id));
        }
        Ok(Published { departments: published, changes })
    }

    /// A department that an office named before any paper did gets the id that every other office gives it.
    fn adopted(&self, provisional: &Department, id: ObjectId) -> Outcome<Vec<Change>> {
        let department = Department { id, names: provisional.names.clone() };
        let mut changes = vec![
            Change::Withdraw(ObjectType::Department, provisional.id),
            Change::Record(Record::Department(department)),
        ];
        let office = self.office()?;
        if office.kind == OfficeKind::Department(provisional.id) {
            changes
                .push(Change::Record(Record::Office(Office { kind: OfficeKind::Department(id), ..office })));
        }
        Ok(changes)
    }

    /// A year's plan as it is in force.
    ///
    /// # Errors
    /// No plan for that year.
    pub fn plan_view(&self, year: i16) -> Outcome<PlanView> {
        let register = self.register(Some(year))?;
        let names = crate::view::published_names(&register);
        let until = register.round(domain::period::Quarter::Fourth);
        let led =
            |task: &Task| Some((task.number, (*names.get(&register.lead(task.number, until)?)?).to_owned()));
        let leads = register.plan.tasks().filter_map(led).collect();
        let in_charge = |task: &Task| Some((task.number, register.leader(task.number, until)?.to_owned()));
        let leaders = register.plan.tasks().filter_map(in_charge).collect();
        Ok(plan_view(&register.plan, &HashMap::new(), [&leads, &leaders]))
    }
}

/// A department under the name by which a paper first names it.
fn named_first(id: ObjectId, name: &str) -> Department {
    Department { id, names: vec![DepartmentName { short: name.to_owned(), ..DepartmentName::default() }] }
}

/// （五）完善…, as lists name a task.
pub(crate) fn numbered_title(task: &Task) -> String {
    format!("（{}）{}", to_chinese(task.number), full_width(&task.title))
}
