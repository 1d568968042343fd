//! A small plan of 2013 and what happens to it: actions with their days, as the register takes them in.
#![allow(clippy::unwrap_used, reason = "tests")]
#![allow(dead_code, reason = "each test file uses a part")]

use domain::breakdown::{AssignedItem, MilestoneItems};
use domain::change::{ChangeKind, PlanChange};
use domain::claim::Claim;
use domain::department::{Department, DepartmentName};
use domain::evidence::{Evidence, EvidenceForm};
use domain::id::ObjectId;
use domain::indicator::{Bound, Indicator, IndicatorKind, Origin, Target};
use domain::period::{Quarter, Round};
use domain::plan::{Goal, Plan, RecordField, RecordKind, Task};
use domain::progress::{Progress, ProgressKey, Value};
use domain::register::{Entry, Register, RegisterParts, TaskLead};
use domain::round::{Reopening, RoundClosing};
use domain::state::Finding;
use jiff::civil::Date;

pub(crate) const PLAN: ObjectId = ObjectId([9; 16]);
pub(crate) const FIRST: ObjectId = ObjectId([1; 16]);
pub(crate) const SECOND: ObjectId = ObjectId([2; 16]);

pub(crate) fn round(text: &str) -> Round {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn quarter(number: u8) -> Quarter {
    Quarter::from_number(number).unwrap()
}

/// Task 1: 甲局, 10 performances a quarter. Task 2: 甲局 (lead) and 乙局, two items a quarter, the second is 乙局's. Task 3:
/// 乙局, on a condition, only in the first quarter.
pub(crate) fn parts() -> RegisterParts {
    let task = |number: u32, text: &str, quarters: usize, departments: &[&str]| Task {
        number,
        number_text: format!("({})", domain::numeral::to_chinese(number)),
        milestones: [0, 1, 2, 3].map(|at| (at < quarters).then(|| text.to_owned())),
        departments: departments.iter().map(|name| (*name).to_owned()).collect(),
        ..Task::default()
    };
    let tasks = vec![
        task(1, "开展演出10场。", 4, &["甲局"]),
        task(2, "编制方案;组织培训。", 4, &["甲局", "乙局"]),
        task(3, "如拆迁完毕,完成路基。", 1, &["乙局"]),
    ];
    let published =
        RecordField { kind: RecordKind::PublishedOn, label: String::new(), value: "2013-01-10".into() };
    let plan = Plan {
        year: 2013,
        record: vec![published],
        goals: vec![Goal { name: "民生".into(), tasks }],
        ..Plan::default()
    };
    let department = |id, name: &str| Department {
        id,
        names: vec![DepartmentName { short: name.into(), ..DepartmentName::default() }],
    };
    let ten = || Target {
        bound: Bound::Exactly("10".parse().unwrap()),
        origin: Origin::Written,
        place: None,
        ordinal: None,
        unit_missing: false,
    };
    let item = |text: &str, department| AssignedItem { text: text.into(), department };
    let items = Quarter::ALL.map(|quarter| MilestoneItems {
        plan: PLAN,
        task: 2,
        quarter,
        items: vec![item("编制方案", None), item("组织培训", Some(SECOND))],
    });
    RegisterParts {
        departments: vec![department(FIRST, "甲局"), department(SECOND, "乙局")],
        leads: vec![TaskLead { task: 2, department: Some(FIRST), from: None }],
        indicators: vec![Indicator {
            task: 1,
            name: "演出".into(),
            unit: "场".into(),
            kind: IndicatorKind::Sum,
            annual: None,
            quarters: [(); 4].map(|()| Some(ten())),
        }],
        items: items.into(),
        ..RegisterParts::of(PLAN, plan)
    }
}

/// One statement.
pub(crate) struct Said<'a> {
    pub(crate) on: &'a str,
    pub(crate) by: ObjectId,
    pub(crate) task: u32,
    pub(crate) quarter: u8,
    pub(crate) round: &'a str,
    pub(crate) claim: Claim,
}

impl Said<'_> {
    pub(crate) fn entry(&self) -> Entry {
        Entry {
            key: ProgressKey {
                plan: PLAN,
                task: self.task,
                quarter: quarter(self.quarter),
                round: round(self.round),
                department: self.by,
            },
            progress: Progress {
                claim: Some(self.claim),
                text: "所做的事。".into(),
                cause: if self.claim == Claim::Done { String::new() } else { "等批复".into() },
                ..Progress::default()
            },
            stated_dates: Vec::new(),
            claimed_on: Some(day(self.on)),
            handed_in: Some(day(self.on)),
        }
    }
}

pub(crate) fn with_number(mut entry: Entry, amount: &str) -> Entry {
    entry.progress.values =
        vec![Value { name: "演出".into(), amount: amount.parse().unwrap(), measure: "场".into() }];
    entry
}

pub(crate) fn with_file(mut entry: Entry, byte: u8, name: &str) -> Entry {
    let form = EvidenceForm::File {
        sha256: [byte; 32],
        size: 1,
        name: name.into(),
        media_type: "image/jpeg".into(),
    };
    entry.progress.evidence.push(Evidence { number: Some(1), form, personal: false });
    entry
}

pub(crate) fn finding(claim: Claim) -> Finding {
    Finding { claim, reason: "现场核实。".into() }
}

pub(crate) fn closing(of: &str, on: &str, reopened: Option<&str>) -> RoundClosing {
    RoundClosing {
        early_reason: String::new(),
        round: round(of),
        closed_on: day(on),
        closed_by: "陈某".into(),
        reopened: reopened.map(|on| Reopening { on: day(on), by: "陈某".into(), reason: "漏报".into() }),
    }
}

pub(crate) fn change(task: u32, of: u8, from: &str, kind: ChangeKind) -> PlanChange {
    PlanChange {
        id: ObjectId([8; 16]),
        plan: PLAN,
        task,
        quarter: quarter(of),
        kind,
        from: day(from),
        reason: "经费未到".into(),
        basis: "府办〔2013〕12号".into(),
        approver: "王某".into(),
    }
}

/// The word and the reason of one milestone as a round sees it on a day.
pub(crate) fn stands(register: &Register, task: u32, of: u8, seen: &str, as_of: &str) -> (String, String) {
    let found = register.plan.task(task).unwrap();
    let standing = register.standing(found, quarter(of), round(seen), day(as_of)).unwrap();
    (standing.word().to_owned(), standing.reason)
}
