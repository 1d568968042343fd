//! What the store's tests share: a store in a temporary folder and things to record in it.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "tests; each uses its part")]

use domain::claim::Claim;
use domain::department::{Department, DepartmentName};
use domain::evidence::{Evidence, EvidenceForm};
use domain::id::ObjectId;
use domain::period::{Quarter, Round};
use domain::plan::{Goal, Plan, RecordField, RecordKind, Task};
use domain::progress::{Progress, ProgressKey};
use ledger::{Author, PlanRecord, ProgressRecord, Record, SourceFile, natural};
use std::path::PathBuf;
use store::{Attachment, OpenOptions, Operation, Result, Store, StoreKind};

/// 2013-04-20T00:00Z.
pub const NOW: i64 = 1_366_416_000_000;
pub const ROUND: Round = Round { year: 2013, quarter: Quarter::First };

/// A folder for stores and one for the user's state.
pub struct Scene {
    pub root: tempfile::TempDir,
}

impl Scene {
    pub fn new() -> Self {
        Self { root: tempfile::tempdir().unwrap() }
    }

    pub fn dir(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub fn options(&self) -> OpenOptions {
        OpenOptions {
            state_dir: self.dir("state"),
            now_ms: NOW,
            holder: "test".into(),
            kind: StoreKind::Real,
        }
    }

    pub fn try_open(&self, name: &str) -> Result<Store> {
        Store::open(&self.dir(name), &self.options())
    }

    pub fn open(&self, name: &str) -> Store {
        self.try_open(name).unwrap()
    }
}

pub fn operation(name: &str) -> Operation {
    Operation {
        name: name.into(),
        author: Author { name: "李某".into(), title: "科员".into() },
        office: "督查室".into(),
        on_behalf: None,
        wall_ms: NOW,
    }
}

pub fn department(name: &str) -> Department {
    let names = vec![DepartmentName { short: name.into(), ..DepartmentName::default() }];
    Department { id: natural::department("区政府", name), names }
}

pub fn plan(tasks: u32) -> PlanRecord {
    let task = |number| Task {
        number,
        title: format!("任务{number}"),
        milestones: std::array::from_fn(|quarter| Some(format!("节点{quarter}\u{FF1B}开展文艺演出10场"))),
        departments: vec!["文体局".into()],
        ..Task::default()
    };
    let issuer =
        RecordField { kind: RecordKind::Issuer, label: "发布机构".into(), value: "区政府".into() };
    let goals = vec![Goal { name: "民生".into(), tasks: (1..=tasks).map(task).collect() }];
    let plan = Plan { year: 2013, record: vec![issuer], goals, ..Plan::default() };
    PlanRecord {
        plan,
        source: SourceFile::default(),
        departments: vec![("文体局".into(), department("文体局").id)],
        split: Vec::new(),
    }
}

pub fn plan_id() -> ObjectId {
    natural::plan("区政府", 2013)
}

pub fn key(task: u32, quarter: Quarter) -> ProgressKey {
    ProgressKey { plan: plan_id(), task, quarter, round: ROUND, department: department("文体局").id }
}

pub fn progress(task: u32, quarter: Quarter, text: &str) -> ProgressRecord {
    let progress = Progress { claim: Some(Claim::Done), text: text.into(), ..Progress::default() };
    ProgressRecord { key: key(task, quarter), progress }
}

pub fn with_file(mut record: ProgressRecord, file: Attachment, number: u32) -> ProgressRecord {
    record.progress.evidence.push(Evidence {
        number: Some(number),
        form: EvidenceForm::File {
            sha256: file.sha256,
            size: file.size,
            name: "照片.jpg".into(),
            media_type: "image/jpeg".into(),
        },
        personal: false,
    });
    record
}

/// Puts a plan and a department into a store.
pub fn begin(store: &Store, tasks: u32) {
    let records = [Record::Department(department("文体局")), Record::Plan(plan(tasks))];
    store.commit(&operation("plan.import"), records.map(Into::into).to_vec()).unwrap();
}

pub fn submit(store: &Store, record: ProgressRecord) -> ledger::Rid {
    store.commit(&operation("progress.submit"), vec![Record::Progress(record).into()]).unwrap()[0]
}
