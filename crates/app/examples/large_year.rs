//! How long screens take over a large year: `large_year screens|finding PAPER ENTRIES`, for `cargo xtask bench`; and a large
//! year to print: `large_year report PAPER FOLDER`, a store in FOLDER with an entry of 500 characters for each task.
//!
//! Writes the paper and so many entries into a store of its own, half of them reviewed, every tenth corrected, then asks
//! as the screens do, the answer's JSON among it. Prints for each question its name and the milliseconds of the first time
//! and of the middle one of several. What limits hold and how it reads is `xtask`'s.

use app::desk::{Desk, Opening};
use app::refusal::{Outcome, Refused};
use app::wire::board::BoardQuery;
use app::wire::review::ReviewQuery;
use app::wire::start::Beginning;
use domain::claim::Claim;
use domain::evidence::{Evidence, EvidenceForm};
use domain::id::ObjectId;
use domain::period::{Quarter, Round};
use domain::progress::{Progress, ProgressKey};
use domain::review::{Decision, Review};
use ledger::{Author, ProgressRecord, Record};
use serde::Serialize;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use store::{NewRevision, OpenOptions, Operation, Store, StoreKind};

/// 2013-08-01: two rounds are due.
const NOW: i64 = 1_375_315_200_000;
/// Characters of an entry that is printed.
const REPORTED: usize = 500;
/// How many entries are written at once.
const BATCH: u32 = 1_000;
const RUNS: usize = 7;
/// One character to several words; what nearly all texts hold, few, one, and none; what none holds although thousands hold
/// every pair of its characters.
const WANTED: [&str; 12] = [
    "推",
    "完成",
    "填报",
    "教育局 推 进",
    "第1234次",
    "鼟",
    "12",
    "推进完成建设",
    "推进建设",
    "年度目标推进年度目标",
    "次 场 人 中 心",
    "一二",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [questions, paper, entries] = arguments.as_slice() else {
        return Err("large_year screens|finding PAPER ENTRIES, large_year report PAPER FOLDER".into());
    };
    if questions == "report" {
        let opening = opening(Path::new(entries));
        import(&opening, &fs_err::read(paper)?)?;
        return Ok(write(&opening, &Entries { count: None, with_files: false, characters: REPORTED })?);
    }
    let folder = tempfile::tempdir()?;
    let opening = opening(folder.path());
    let year = import(&opening, &fs_err::read(paper)?)?;
    let with_files = questions == "screens";
    write(&opening, &Entries { count: Some(entries.parse()?), with_files, characters: 0 })?;
    let desk = Desk::open(opening)?;
    match questions.as_str() {
        "screens" => ask_screens(&desk, year)?,
        "finding" => ask_finding(&desk, year)?,
        other => return Err(format!("{other}: neither screens nor finding").into()),
    }
    desk.close()?;
    Ok(())
}

fn opening(folder: &Path) -> Opening {
    Opening {
        store: folder.join("store"),
        state: folder.join("state"),
        fonts: folder.join("fonts"),
        holder: "bench".to_owned(),
        by: Some("李某".to_owned()),
        kind: StoreKind::Real,
        clock: Arc::new(|| NOW),
    }
}

/// Puts the paper in force and says for which year.
fn import(opening: &Opening, paper: &[u8]) -> Outcome<i16> {
    let mut desk = Desk::open(opening.clone())?;
    desk.begin(&Beginning {
        office: "区督查室".to_owned(),
        department: None,
        person: "李某".to_owned(),
        title: String::new(),
    })?;
    let year = desk.import_paper("paper.txt", paper)?.year;
    desk.close()?;
    Ok(year)
}

/// What is written.
struct Entries {
    /// How many; one for each task, for the first quarter, if `None`.
    count: Option<u32>,
    /// A photo with each.
    with_files: bool,
    /// The least length of each text.
    characters: usize,
}

/// Straight into the store: a year's entries one by one through their use case would take an hour.
fn write(opening: &Opening, wanted: &Entries) -> Outcome<()> {
    let options = OpenOptions {
        state_dir: opening.state.clone(),
        now_ms: NOW,
        holder: opening.holder.clone(),
        kind: opening.kind,
    };
    let store = Store::open(&opening.store, &options)?;
    let plan = store.plans()?.into_iter().next().ok_or(Refused::NoPlan)?;
    let tasks = u32::try_from(plan.value.plan.tasks().count()).unwrap_or(u32::MAX);
    let entries = wanted.count.unwrap_or(tasks);
    for from in (0..entries).step_by(BATCH as usize) {
        let batch = from..(from + BATCH).min(entries);
        let records = batch
            .clone()
            .map(|number| {
                let key = key(plan.object, &plan.value, number);
                let evidence = if wanted.with_files { vec![photo(&store, number)?] } else { Vec::new() };
                Ok(ProgressRecord { key, progress: progress(number, wanted.characters, evidence) })
            })
            .collect::<Outcome<Vec<_>>>()?;
        let submitted = records.iter().cloned().map(|one| Record::Progress(one).into()).collect();
        let rids = store.commit(&operation("progress.submit", "李某"), submitted)?;
        let mut later: Vec<NewRevision> = Vec::new();
        for ((number, record), rid) in batch.zip(records).zip(rids) {
            if number % 10 == 3 {
                let progress =
                    Progress { text: format!("更正：{}", record.progress.text), ..record.progress };
                later.push(Record::Progress(ProgressRecord { progress, ..record }).into());
            } else if number.is_multiple_of(2) {
                later.push(Record::Review(accepted(record.key, rid.0)).into());
            }
        }
        store.commit(&operation("progress.correct", "王某"), later)?;
    }
    store.exit(NOW)?;
    Ok(())
}

/// Tasks first, then quarters, then rounds, then departments: no key twice.
fn key(plan: ObjectId, record: &ledger::PlanRecord, number: u32) -> ProgressKey {
    let tasks = u32::try_from(record.plan.tasks().count()).unwrap_or(u32::MAX);
    let (task, number) = (number % tasks, number / tasks);
    let (quarter, number) = (number as usize % 4, number / 4);
    let (later, number) = (number as usize % 4, number as usize / 4);
    let own = record.plan.tasks().nth(task as usize).map_or(&[][..], |task| &task.departments);
    let place = |name: &String| record.departments.iter().position(|(known, _)| known == name);
    let department = (own.first().and_then(place).unwrap_or_default() + number) % record.departments.len();
    ProgressKey {
        plan,
        task: task + 1,
        quarter: Quarter::ALL[quarter],
        round: Round { year: record.plan.year, quarter: Quarter::ALL[(quarter + later) % 4] },
        department: record.departments[department].1,
    }
}

fn progress(number: u32, characters: usize, evidence: Vec<Evidence>) -> Progress {
    const WORDS: [&str; 12] = [
        "推进",
        "完成",
        "建设",
        "改造",
        "社区服务中心",
        "项目",
        "年度目标",
        "组织培训",
        "活动",
        "演出10场",
        "惠及群众",
        "验收",
    ];
    let words: String = (0..10).map(|at| WORDS[(number as usize * 7 + at * at + at) % WORDS.len()]).collect();
    Progress {
        claim: Some(if number.is_multiple_of(3) { Claim::Partial } else { Claim::Done }),
        text: format!("第{number}次填报，{words}。{}", further(number as usize, characters)),
        evidence,
        ..Progress::default()
    }
}

/// Further sentences, so that a text has at least so many characters.
fn further(number: usize, characters: usize) -> String {
    const SENTENCES: [&str; 4] = [
        "组织现场查看2次，协调解决用地、管线迁改等问题；",
        "完成投资1,250万元，占年度计划的48.6%，进度符合要求。",
        "召开推进会3场，参加126人次，形成《会议纪要》并督促落实；",
        "下一步将加强质量和安全管理，确保按期完成。",
    ];
    let mut text = String::new();
    let mut length = 0;
    for sentence in SENTENCES.iter().cycle().skip(number) {
        if length >= characters {
            break;
        }
        text.push_str(sentence);
        length += sentence.chars().count();
    }
    text
}

/// A file that calls itself a photo and is none, as small as it can be and like no other.
fn photo(store: &Store, number: u32) -> Outcome<Evidence> {
    let kept = store.add_attachment_from(&mut format!("photo {number}").as_bytes(), NOW)?;
    Ok(Evidence {
        number: Some(1),
        form: EvidenceForm::File {
            sha256: kept.sha256,
            size: kept.size,
            name: format!("现场照片{number}.jpg"),
            media_type: "image/jpeg".to_owned(),
        },
        personal: false,
    })
}

fn accepted(key: ProgressKey, revision: [u8; 32]) -> Review {
    Review {
        key,
        revision,
        decision: Decision::Accepted,
        reason: String::new(),
        returned_to: String::new(),
        place: None,
        quote: String::new(),
    }
}

fn operation(name: &str, by: &str) -> Operation {
    Operation {
        name: name.to_owned(),
        author: Author { name: by.to_owned(), title: String::new() },
        office: "区督查室".to_owned(),
        on_behalf: None,
        wall_ms: NOW,
    }
}

fn ask_screens(desk: &Desk, year: i16) -> Outcome<()> {
    let round = format!("{year}Q2");
    let board = BoardQuery { year, quarter: 2, as_of: None };
    let queue = ReviewQuery { year, ..ReviewQuery::default() };
    ask("board", || desk.board(&board))?;
    ask("status", || desk.status(&round, None))?;
    ask("review queue", || desk.review_queue(&queue))?;
    ask("chase", || desk.chase(year, 2))?;
    ask("call list", || desk.call_list(Some(&round), None))?;
    Ok(())
}

fn ask_finding(desk: &Desk, year: i16) -> Outcome<()> {
    for text in WANTED {
        ask(text, || desk.find(Some(year), text))?;
    }
    Ok(())
}

fn ask<T: Serialize>(name: &str, question: impl Fn() -> Outcome<T>) -> Outcome<()> {
    let once = || {
        let began = Instant::now();
        let answer =
            serde_json::to_string(&question()?).map_err(|why| Refused::SampleDamaged(why.to_string()))?;
        std::hint::black_box(answer);
        Ok::<_, Refused>(began.elapsed())
    };
    let first = once()?;
    let mut times = (0..RUNS).map(|_| once()).collect::<Outcome<Vec<_>>>()?;
    times.sort();
    let milliseconds = |time: std::time::Duration| format!("{:.1}", time.as_secs_f64() * 1e3);
    println!("{name}\t{}\t{}", milliseconds(first), milliseconds(times[RUNS / 2]));
    Ok(())
}
