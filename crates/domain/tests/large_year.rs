//! Asking about every task of a year takes time in proportion to the tasks: nothing looks through all for each.
#![allow(clippy::unwrap_used, reason = "tests")]

use domain::call_list::call_list;
use domain::claim::Claim;
use domain::department::{Department, DepartmentName};
use domain::evidence::{Evidence, EvidenceForm};
use domain::id::ObjectId;
use domain::indicator;
use domain::period::{Quarter, Round};
use domain::plan::{Goal, Plan, Task};
use domain::progress::{Progress, ProgressKey};
use domain::register::{Entry, Register, RegisterParts, TaskLead};
use jiff::civil::date;
use std::hint::black_box;
use std::time::{Duration, Instant};

const PLAN: ObjectId = ObjectId([9; 16]);
const BUREAU: ObjectId = ObjectId([1; 16]);
const SECOND: Round = Round { year: 2013, quarter: Quarter::Second };

/// So many tasks, each with a lead, indicators, and in two quarters an entry with a file.
fn year(tasks: u32) -> Register {
    let task = |number| Task {
        number,
        title: format!("任务{number}"),
        milestones: std::array::from_fn(|_| Some("开展文艺演出10场".into())),
        departments: vec!["文体局".into()],
        ..Task::default()
    };
    let goals = vec![Goal { name: "民生".into(), tasks: (1..=tasks).map(task).collect() }];
    let plan = Plan { year: 2013, goals, ..Plan::default() };
    let indicators = indicator::read(&plan);
    let names = vec![DepartmentName { short: "文体局".into(), ..DepartmentName::default() }];
    Register::new(RegisterParts {
        departments: vec![Department { id: BUREAU, names }],
        leads: (1..=tasks).map(|task| TaskLead { task, department: Some(BUREAU), from: None }).collect(),
        entries: (1..=tasks)
            .flat_map(|task| [Quarter::First, Quarter::Second].map(|quarter| entry(task, quarter)))
            .collect(),
        indicators,
        ..RegisterParts::of(PLAN, plan)
    })
}

fn entry(task: u32, quarter: Quarter) -> Entry {
    let mut sha256 = [quarter.number(); 32];
    sha256[..4].copy_from_slice(&task.to_be_bytes());
    let name = format!("照片{task}.jpg");
    let form = EvidenceForm::File { sha256, size: 1, name, media_type: "image/jpeg".into() };
    let evidence = vec![Evidence { number: Some(1), form, personal: false }];
    Entry {
        key: ProgressKey {
            plan: PLAN,
            task,
            quarter,
            round: Round { quarter, ..SECOND },
            department: BUREAU,
        },
        progress: Progress { claim: Some(Claim::Partial), evidence, ..Progress::default() },
        stated_dates: Vec::new(),
        claimed_on: None,
        handed_in: None,
    }
}

/// What the board, the status and the call list ask; gives the shortest of several times.
fn asked(register: &Register) -> Duration {
    let as_of = date(2013, 7, 31);
    let once = |_| {
        let begun = Instant::now();
        for task in register.plan.tasks() {
            let standings = register.standings(task, SECOND, as_of);
            black_box(register.light_from(task, &standings, SECOND, as_of));
            for quarter in Quarter::ALL {
                let standing = standings[quarter.index()].as_ref().unwrap();
                black_box(register.flags(task, quarter, standing, SECOND));
            }
            assert!(register.task(task.number).is_some());
        }
        assert_eq!(call_list(register, SECOND, as_of, &[]).len(), 1);
        begun.elapsed()
    };
    (0..3).map(once).min().unwrap()
}

/// Eight times the tasks take about eight times as long; were anything looked through for each, it would be up to 64.
#[test]
fn a_larger_year_takes_longer_in_proportion() {
    let (small, large) = (asked(&year(250)), asked(&year(2_000)));
    let growth = large.as_secs_f64() / small.as_secs_f64();
    println!("250 tasks {small:?}, 2000 tasks {large:?}: × {growth:.1}");
    assert!(growth < 16.0, "× {growth:.1}");
}
