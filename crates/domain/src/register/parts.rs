//! What a register is made of, and how the parts are put in order.

use super::{Entry, FindingKey, Register, TaskLead};
use crate::breakdown::{MilestoneItems, Summary};
use crate::calendar::WorkCalendar;
use crate::change::PlanChange;
use crate::department::Department;
use crate::evidence::EvidenceForm;
use crate::id::ObjectId;
use crate::indicator::Indicator;
use crate::leader::TaskLeader;
use crate::light;
use crate::organisation::OrganisationChange;
use crate::period::{DueRule, Quarter, Round};
use crate::plan::Plan;
use crate::progress::ProgressKey;
use crate::round::RoundClosing;
use crate::state::Finding;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// What a register is made of: [`RegisterParts::of`] a plan is everything empty; a caller fills in what it has.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of Register describe them")]
pub struct RegisterParts {
    pub plan_id: ObjectId,
    pub plan: Plan,
    pub departments: Vec<Department>,
    /// Which department each published name is; `None`: told by the departments' names.
    pub published: Option<HashMap<String, ObjectId>>,
    pub leads: Vec<TaskLead>,
    pub leaders: Vec<TaskLeader>,
    pub due_rule: DueRule,
    pub calendar: WorkCalendar,
    pub light_rules: light::Rules,
    pub items: Vec<MilestoneItems>,
    pub summaries: Vec<Summary>,
    pub indicators: Vec<Indicator>,
    pub entries: Vec<Entry>,
    pub findings: Vec<(FindingKey, Finding)>,
    pub changes: Vec<PlanChange>,
    pub organisation: Vec<OrganisationChange>,
    pub closings: Vec<RoundClosing>,
    pub overrides: BTreeMap<(u32, Round), light::Override>,
    pub photo_days: BTreeMap<[u8; 32], Date>,
}

impl RegisterParts {
    /// A plan of which nothing is recorded yet.
    #[must_use]
    pub fn of(plan_id: ObjectId, plan: Plan) -> Self {
        Self {
            plan_id,
            plan,
            departments: Vec::new(),
            published: None,
            leads: Vec::new(),
            leaders: Vec::new(),
            due_rule: DueRule::default(),
            calendar: WorkCalendar::default(),
            light_rules: light::Rules::default(),
            items: Vec::new(),
            summaries: Vec::new(),
            indicators: Vec::new(),
            entries: Vec::new(),
            findings: Vec::new(),
            changes: Vec::new(),
            organisation: Vec::new(),
            closings: Vec::new(),
            overrides: BTreeMap::new(),
            photo_days: BTreeMap::new(),
        }
    }
}

impl Register {
    /// Takes the parts and puts them in order.
    #[must_use]
    pub fn new(parts: RegisterParts) -> Self {
        let RegisterParts { plan, departments, mut entries, mut findings, .. } = parts;
        entries.sort_by_key(|entry| sort_key(&entry.key));
        findings.sort_by_key(|(key, _)| *key);
        let (mut leads, mut indicators) = (parts.leads, parts.indicators);
        // Stable: of two of one task the later stays the later.
        leads.sort_by_key(|lead| lead.task);
        indicators.sort_by_key(|indicator| indicator.task);
        let published = parts.published.unwrap_or_else(|| by_name(&plan, &departments));
        let (places, backed) = (places(&plan), backed(&entries));
        Self {
            plan_id: parts.plan_id,
            plan,
            departments,
            published,
            due_rule: parts.due_rule,
            calendar: parts.calendar,
            light_rules: parts.light_rules,
            indicators,
            changes: parts.changes,
            organisation: parts.organisation,
            closings: parts.closings,
            overrides: parts.overrides,
            photo_days: parts.photo_days,
            leads,
            leaders: parts.leaders,
            places,
            backed,
            items: parts.items.into_iter().map(|one| ((one.task, one.quarter), one.items)).collect(),
            summaries: parts
                .summaries
                .into_iter()
                .map(|one| ((one.task, one.quarter, one.round), one))
                .collect(),
            entries,
            findings,
        }
    }
}

/// Which department each published name is, told by the departments' names.
fn by_name(plan: &Plan, departments: &[Department]) -> HashMap<String, ObjectId> {
    let names = departments
        .iter()
        .flat_map(|department| department.names.iter().map(|name| (name.short.as_str(), department.id)));
    let by_name: HashMap<&str, ObjectId> = names.collect();
    let published = plan.department_names().into_iter();
    published.filter_map(|name| by_name.get(name).map(|id| (name.to_owned(), *id))).collect()
}

/// Where each task stands; of two of one number the first, as the plan itself finds them.
fn places(plan: &Plan) -> HashMap<u32, (usize, usize)> {
    let mut places = HashMap::new();
    for (goal, of_goal) in plan.goals.iter().enumerate() {
        for (place, task) in of_goal.tasks.iter().enumerate() {
            places.entry(task.number).or_insert((goal, place));
        }
    }
    places
}

/// Which entries each file backs, each once and in their order.
fn backed(entries: &[Entry]) -> HashMap<[u8; 32], Vec<usize>> {
    let mut backed: HashMap<[u8; 32], Vec<usize>> = HashMap::new();
    for (at, entry) in entries.iter().enumerate() {
        for evidence in &entry.progress.evidence {
            let EvidenceForm::File { sha256, .. } = &evidence.form else { continue };
            let known = backed.entry(*sha256).or_default();
            if known.last() != Some(&at) {
                known.push(at);
            }
        }
    }
    backed
}

fn sort_key(key: &ProgressKey) -> (u32, Quarter, Round, ObjectId) {
    (key.task, key.quarter, key.round, key.department)
}
