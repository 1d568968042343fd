//! The register (台账): a plan with everything that has been submitted about it, and the questions asked of the two.
//!
//! Screens and printed pages ask the same questions here, so that a state has one answer. Shapes: progress is sorted by
//! task, quarter, round and department; lookups are by range, linear over a whole report.

use crate::breakdown::{AssignedItem, Summary};
use crate::calendar::WorkCalendar;
use crate::change::{self, PlanChange};
use crate::chase::SupervisionItem;
use crate::department::Department;
use crate::id::ObjectId;
use crate::indicator::Indicator;
use crate::leader::{self, TaskLeader};
use crate::light;
use crate::organisation::OrganisationChange;
use crate::period::{DueRule, Quarter, Round};
use crate::plan::{Plan, Task};
use crate::progress::{Progress, ProgressKey, promised_dates};
use crate::round::{self, RoundClosing, RoundState};
use crate::state::{self, Case, Finding, Responsible, Standing, Statement};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

mod flags;
mod holders;
mod numbers;
mod parts;
mod public;
mod rounds;
mod year;

pub use holders::Holder;
pub use numbers::YearBeside;
pub use parts::RegisterParts;

/// A plan and all that is recorded about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// The plan's id.
    pub plan_id: ObjectId,
    /// The plan.
    pub plan: Plan,
    /// Every department known to the store.
    pub departments: Vec<Department>,
    /// Which department each published name is.
    pub published: HashMap<String, ObjectId>,
    /// When rounds fall due.
    pub due_rule: DueRule,
    /// Which days are worked.
    pub calendar: WorkCalendar,
    /// What counts as slow, and the local words.
    pub light_rules: light::Rules,
    /// What the plan counts, by task.
    pub indicators: Vec<Indicator>,
    /// Decisions that changed milestones.
    pub changes: Vec<PlanChange>,
    /// Organisation changes: who took over whose places.
    pub organisation: Vec<OrganisationChange>,
    /// Closings of rounds.
    pub closings: Vec<RoundClosing>,
    /// Lights that a person set, by task number and round.
    pub overrides: BTreeMap<(u32, Round), light::Override>,
    /// On which day each photo says that it was taken, by the SHA-256 of its file.
    pub photo_days: BTreeMap<[u8; 32], Date>,
    /// Confirmed leads (牵头), by task.
    leads: Vec<TaskLead>,
    /// Who is in charge of each task (分管领导).
    leaders: Vec<TaskLeader>,
    /// Where each task stands in the plan: its goal and its place there.
    places: HashMap<u32, (usize, usize)>,
    /// Which entries each file backs, by its SHA-256.
    backed: HashMap<[u8; 32], Vec<usize>>,
    /// Items that the officer confirmed.
    items: BTreeMap<(u32, Quarter), Vec<AssignedItem>>,
    /// The leads' joined texts, by task, quarter and round.
    summaries: BTreeMap<FindingKey, Summary>,
    /// What has been submitted, sorted by [`Register::new`].
    entries: Vec<Entry>,
    /// What the supervision office has decided, sorted likewise.
    findings: Vec<(FindingKey, Finding)>,
}

/// The confirmation that a department leads a task (牵头) from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskLead {
    /// The task's number as published.
    pub task: u32,
    /// Who leads; `None`: it was decided that nobody does.
    pub department: Option<ObjectId>,
    /// The first day; `None`: since the plan was published.
    pub from: Option<Date>,
}

/// Which milestone a finding decides, and in which round: task number, promised quarter, round.
pub type FindingKey = (u32, Quarter, Round);

/// One submitted progress with what only its history tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is about.
    pub key: ProgressKey,
    /// The statement in force.
    pub progress: Progress,
    /// Every completion date stated in this round's revisions, oldest first.
    pub stated_dates: Vec<Option<Date>>,
    /// The day on which the claim in force was first handed in; a correction that leaves the claim leaves the day.
    pub claimed_on: Option<Date>,
    /// The day on which anything was first handed in under this key; after the round's closing it is 补报. `None`:
    /// unknown, and taken for in time.
    pub handed_in: Option<Date>,
}

impl Register {
    /// The department that leads a task on a day, also where it took the lead's place over; `None` while none is
    /// confirmed.
    #[must_use]
    pub fn lead_on(&self, task: u32, day: Date) -> Option<ObjectId> {
        let own = of_task(&self.leads, task, |lead| lead.task).iter();
        let held = own.filter(|lead| lead.from.is_none_or(|from| from <= day));
        let confirmed = held.max_by_key(|lead| lead.from).and_then(|lead| lead.department);
        confirmed.map(|id| self.holder(task, id, day))
    }

    /// The department that leads a task as a round sees it: on the round's last day.
    #[must_use]
    pub fn lead(&self, task: u32, round: Round) -> Option<ObjectId> {
        self.lead_on(task, round.last_day())
    }

    /// Who is in charge of a task (分管领导) as a round sees it: on the round's last day; `None` while nobody is known.
    #[must_use]
    pub fn leader(&self, task: u32, round: Round) -> Option<&str> {
        leader::in_charge(&self.leaders, task, round.last_day())
    }

    /// The items of a milestone in order: as confirmed, else cut from its text and nobody's in particular.
    #[must_use]
    pub fn items(&self, task: &Task, quarter: Quarter) -> Vec<AssignedItem> {
        if let Some(confirmed) = self.items.get(&(task.number, quarter)) {
            return confirmed.clone();
        }
        let cut = task.items(quarter).into_iter();
        cut.map(|text| AssignedItem { text: text.to_owned(), department: None }).collect()
    }

    /// What the lead said for all departments about a milestone in a round (汇总稿).
    #[must_use]
    pub fn summary(&self, task: u32, quarter: Quarter, round: Round) -> Option<&Summary> {
        self.summaries.get(&(task, quarter, round))
    }

    /// The indicators of a task.
    pub fn indicators_of(&self, task: u32) -> impl Iterator<Item = &Indicator> {
        of_task(&self.indicators, task, |indicator| indicator.task).iter()
    }

    /// The task of that number.
    #[must_use]
    pub fn task(&self, number: u32) -> Option<&Task> {
        let (goal, place) = self.places.get(&number)?;
        self.plan.goals.get(*goal)?.tasks.get(*place)
    }

    /// The decision about a milestone that holds on a day.
    #[must_use]
    pub fn change(&self, task: u32, quarter: Quarter, day: Date) -> Option<&PlanChange> {
        change::in_force(&self.changes, task, quarter, day)
    }

    /// Whether a round takes in statements on a day.
    #[must_use]
    pub fn round_state(&self, round: Round, day: Date) -> RoundState<'_> {
        round::state_on(&self.closings, round, day)
    }

    /// When a round falls due.
    #[must_use]
    pub fn due(&self, round: Round) -> Date {
        self.due_rule.due(round, self.plan.published_on(), &self.calendar)
    }

    /// The as-of date where nobody names one: the round's due date, or today if that is earlier.
    #[must_use]
    pub fn default_as_of(&self, round: Round, today: Date) -> Date {
        self.due(round).min(today)
    }

    /// The same for the slips of such items: what was assigned of a round is assigned after its due date, so the newest
    /// assignment if that is later; never later than today.
    #[must_use]
    pub fn default_as_of_slips(&self, round: Round, items: &[SupervisionItem], today: Date) -> Date {
        let newest = items.iter().filter_map(SupervisionItem::assigned_on).max();
        newest.map_or(self.due(round), |newest| newest.max(self.due(round))).min(today)
    }

    /// The round of that quarter in the plan's year.
    #[must_use]
    pub fn round(&self, quarter: Quarter) -> Round {
        Round { year: self.plan.year, quarter }
    }

    /// A task's departments in printed order, by id with their published names; names that lead to none are left out.
    #[must_use]
    pub fn responsible<'a>(&'a self, task: &'a Task) -> Vec<Responsible<'a>> {
        let named = task.departments.iter();
        named.filter_map(|name| self.published.get(name).map(|&id| Responsible { id, name })).collect()
    }

    /// The department of that id.
    #[must_use]
    pub fn department(&self, id: ObjectId) -> Option<&Department> {
        self.departments.iter().find(|department| department.id == id)
    }

    /// Everything submitted on one milestone, by round and department.
    #[must_use]
    pub fn entries(&self, task: u32, quarter: Quarter) -> &[Entry] {
        let from =
            self.entries.partition_point(|entry| (entry.key.task, entry.key.quarter) < (task, quarter));
        let to = self.entries.partition_point(|entry| (entry.key.task, entry.key.quarter) <= (task, quarter));
        &self.entries[from..to]
    }

    /// The newest entry of each department on one milestone as seen from a round, with the round to which it belongs.
    #[must_use]
    pub fn newest(&self, task: u32, quarter: Quarter, until: Round) -> Vec<(Round, &Entry)> {
        let mut newest: Vec<(Round, &Entry)> = Vec::new();
        for entry in self.entries(task, quarter) {
            let round = self.taken_into(entry);
            if round > until {
                continue;
            }
            match newest.iter_mut().find(|(_, other)| other.key.department == entry.key.department) {
                Some(known) if known.0 <= round => *known = (round, entry),
                Some(_) => {}
                None => newest.push((round, entry)),
            }
        }
        newest
    }

    /// The findings on one milestone, by round.
    pub fn findings(&self, task: u32, quarter: Quarter) -> impl Iterator<Item = (Round, &Finding)> {
        let from = self.findings.partition_point(|((t, q, _), _)| (*t, *q) < (task, quarter));
        let own = self.findings[from..].iter().take_while(move |((t, q, _), _)| (*t, *q) == (task, quarter));
        own.map(|((_, _, round), finding)| (*round, finding))
    }

    /// The round to which an entry belongs: its own, or a later one where that was closed before it came (补报).
    #[must_use]
    pub fn taken_into(&self, entry: &Entry) -> Round {
        entry.handed_in.map_or(entry.key.round, |day| round::taken_into(&self.closings, entry.key.round, day))
    }

    /// The completion dates that one department, and whoever held its place before, has promised for one milestone up to
    /// a round, oldest first.
    #[must_use]
    pub fn promised(&self, task: u32, quarter: Quarter, department: ObjectId, until: Round) -> Vec<Date> {
        let own_line = self.predecessors(task, department, until.last_day());
        let own = self
            .entries(task, quarter)
            .iter()
            .filter(|e| own_line.contains(&e.key.department) && e.key.round <= until);
        promised_dates(own.flat_map(|entry| entry.stated_dates.iter().copied()))
    }

    /// Where a milestone stands as seen from a round; `None` where the paper promises nothing for that quarter.
    #[must_use]
    pub fn standing(&self, task: &Task, quarter: Quarter, until: Round, as_of: Date) -> Option<Standing> {
        let published = task.milestone(quarter)?;
        let promised = self.round(quarter);
        let (departments, lead, items) = self.heard(task, quarter, until);
        let change = self.change(task.number, quarter, as_of);
        let due_in = change.map_or(promised, |change| change.due_in(promised));
        let entries = self.entries(task.number, quarter).iter();
        let statements: Vec<_> = entries
            .map(|entry| Statement {
                department: entry.key.department,
                round: self.taken_into(entry),
                progress: &entry.progress,
                on: entry.claimed_on,
            })
            .collect();
        let findings: Vec<_> = self.findings(task.number, quarter).collect();
        Some(state::standing(&Case {
            promised,
            published,
            change,
            due: self.due(due_in),
            as_of,
            until,
            departments: &departments,
            lead,
            statements: &statements,
            findings: &findings,
            items: &items,
        }))
    }

    /// The four standings of a task as seen from a round.
    #[must_use]
    pub fn standings(&self, task: &Task, until: Round, as_of: Date) -> [Option<Standing>; 4] {
        Quarter::ALL.map(|quarter| self.standing(task, quarter, until, as_of))
    }
}

/// What of a list sorted by task is one task's.
fn of_task<T>(sorted: &[T], task: u32, task_of: impl Fn(&T) -> u32) -> &[T] {
    let from = sorted.partition_point(|one| task_of(one) < task);
    let to = from + sorted[from..].partition_point(|one| task_of(one) == task);
    &sorted[from..to]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::chase::{Stage, Step};
    use crate::claim::Claim;
    use crate::department::DepartmentName;
    use crate::plan::Goal;
    use crate::state::QuarterState;
    use jiff::civil::date;

    fn register(entries: &[(Quarter, Quarter, Claim)]) -> Register {
        let task = Task {
            number: 1,
            milestones: [Some("甲".into()), Some("乙".into()), None, None],
            departments: vec!["某局".into()],
            ..Task::default()
        };
        let plan = Plan {
            year: 2013,
            goals: vec![Goal { name: "民生".into(), tasks: vec![task] }],
            ..Plan::default()
        };
        let department = ObjectId([7; 16]);
        let names = vec![DepartmentName { short: "某局".into(), ..DepartmentName::default() }];
        let plan_id = ObjectId([9; 16]);
        let entry = |&(quarter, round, claim): &(Quarter, Quarter, Claim)| Entry {
            key: ProgressKey {
                plan: plan_id,
                task: 1,
                quarter,
                round: Round { year: 2013, quarter: round },
                department,
            },
            progress: Progress { claim: Some(claim), ..Progress::default() },
            stated_dates: vec![Some(date(2013, 5, 31))],
            claimed_on: None,
            handed_in: None,
        };
        Register::new(RegisterParts {
            departments: vec![Department { id: department, names }],
            entries: entries.iter().map(entry).collect(),
            ..RegisterParts::of(plan_id, plan)
        })
    }

    #[test]
    fn open_milestones_are_carried_over_until_done() {
        let (first, second, third) = (Quarter::First, Quarter::Second, Quarter::Third);
        let carried = |entries: &[_], round: Quarter| {
            let register = register(entries);
            let task = register.plan.task(1).unwrap();
            register.carried_over(task, register.round(round), date(2013, 10, 10))
        };
        assert_eq!(carried(&[(first, first, Claim::Done)], second), []);
        assert_eq!(carried(&[(first, first, Claim::Partial)], second), [first]);
        // Done in the second quarter's round: still asked for in it, no more in the third's.
        let late =
            [(first, first, Claim::Partial), (first, second, Claim::Done), (second, second, Claim::Done)];
        assert_eq!(carried(&late, second), [first]);
        assert_eq!(carried(&late, third), []);
        assert_eq!(carried(&[], third), [first, second]);
    }

    #[test]
    fn a_quarter_without_a_promise_has_no_standing() {
        let register = register(&[]);
        let task = register.plan.task(1).unwrap();
        let standings = register.standings(task, register.round(Quarter::First), date(2013, 4, 30));
        let states = standings.map(|standing| standing.map(|standing| standing.state));
        assert_eq!(states, [Some(QuarterState::Unreported), Some(QuarterState::NotDue), None, None]);
    }

    #[test]
    fn leads_hold_from_their_day() {
        let (one, other) = (ObjectId([1; 16]), ObjectId([2; 16]));
        let lead = |task, department, from| TaskLead { task, department, from };
        let leads = vec![
            lead(1, Some(other), Some(date(2013, 7, 1))),
            lead(1, Some(one), None),
            lead(1, None, Some(date(2013, 10, 1))),
            lead(2, Some(other), None),
        ];
        let register =
            Register::new(RegisterParts { leads, ..RegisterParts::of(ObjectId([9; 16]), Plan::default()) });
        for (round, led_by) in [("2013Q2", Some(one)), ("2013Q3", Some(other)), ("2013Q4", None)] {
            assert_eq!(register.lead(1, round.parse().unwrap()), led_by, "{round}");
        }
    }

    #[test]
    fn slips_look_from_the_newest_assignment_and_never_from_tomorrow() {
        let register = register(&[]);
        let round = register.round(Quarter::First);
        let due = register.due(round);
        let item = |on: Date| SupervisionItem {
            id: ObjectId([1; 16]),
            plan: register.plan_id,
            number: 1,
            task: 5,
            quarter: None,
            instruction: None,
            requirement: "补报".into(),
            department: ObjectId([3; 16]),
            due,
            steps: vec![Step {
                stage: Stage::Assigned,
                on,
                by: String::new(),
                words: String::new(),
                files: Vec::new(),
            }],
        };
        let year_end = date(2013, 12, 31);
        let (early, late) = (item(date(2013, 3, 1)), item(date(2013, 5, 3)));
        let seen = |items: &[SupervisionItem], today| register.default_as_of_slips(round, items, today);
        assert_eq!(seen(&[], year_end), register.default_as_of(round, year_end));
        assert_eq!(seen(std::slice::from_ref(&early), year_end), due);
        assert_eq!(seen(&[late.clone(), early], year_end), date(2013, 5, 3));
        assert_eq!(seen(&[late], date(2013, 4, 30)), date(2013, 4, 30));
    }

    #[test]
    fn promised_dates_are_kept() {
        let first = Quarter::First;
        let register = register(&[(first, first, Claim::Partial)]);
        let department = register.published["某局"];
        assert_eq!(register.promised(1, first, department, register.round(first)), [date(2013, 5, 31)]);
    }
}
