//! 任务专页: one task with everything that happened to it, one of which nobody has spoken, and what the public reads.

use crate::archive;
use crate::lines::{golden, lines, pages};
use crate::official::making;
use crate::year::year;
use domain::chase::{Instruction, Stage, Step, SupervisionItem};
use domain::evidence::{Evidence, EvidenceForm, PaperEvidence};
use domain::id::ObjectId;
use domain::period::{Quarter, Round};
use domain::progress::ProgressKey;
use domain::register::{Register, RegisterParts};
use jiff::civil::Date;
use layout::figure::{ImageId, Pixels};
use layout::page::{Document, Mark};
use report::{
    Audience, BookForm, BookItem, Found, HandedIn, NotPrinted, Report, Returned, TaskPageOptions, TaskRecord,
};

/// The year's register, round and day that the pages are made of.
const ROUND: &str = "2013Q4";
const AS_OF: &str = "2014-01-20";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn round(number: u8) -> Round {
    Round { year: 2013, quarter: Quarter::from_number(number).unwrap() }
}

/// Every statement was handed in by 周某 on its day; those of 城改办 were corrected a day later.
fn handed_in(register: &Register, task: u32) -> Vec<HandedIn> {
    let entries = Quarter::ALL.into_iter().flat_map(|quarter| register.entries(task, quarter));
    let own = register.published.get("城改办").copied();
    let lines = entries.flat_map(|entry| {
        let on = entry.handed_in.unwrap();
        let first = HandedIn { key: entry.key, on, by: "周某".into(), corrects: false, on_behalf: false };
        let again = HandedIn { on: on.tomorrow().unwrap(), corrects: true, on_behalf: true, ..first.clone() };
        [Some(first), (Some(entry.key.department) == own).then_some(again)]
    });
    lines.flatten().collect()
}

fn returned(key: ProgressKey) -> Returned {
    Returned {
        key,
        on: day("2013-07-10"),
        by: "陈某".into(),
        to: "城改办".into(),
        reason: "没有写明6户的姓氏和异议".into(),
        place: "进展".into(),
        quote: "径口村完成82%拆迁安置谈判".into(),
        answered: true,
    }
}

/// The task's page of the year with an instruction, an item that went through every stage and one that is overdue.
fn record(register: &Register, task: u32, department: &str) -> TaskRecord {
    let (plan, department) = (register.plan_id, register.published[department]);
    let key = |entry: &domain::register::Entry| entry.key;
    let stated = register.entries(task, Quarter::Second).iter().map(key).find(|key| key.round == round(2));
    let instruction = Instruction {
        id: ObjectId([70; 16]),
        plan,
        task,
        quarter: Some(Quarter::Second),
        leader: "王某\u{FF08}区长\u{FF09}".into(),
        on: day("2013-07-15"),
        words: "请城改办抓紧,每周报一次。".into(),
        page: "季度表第5页".into(),
        scan: vec![file("批示.pdf", false)],
        department,
        due: Some(day("2013-09-30")),
    };
    let step = |stage, on: &str, words: &str, files: Vec<Evidence>| Step {
        stage,
        on: day(on),
        by: "陈某".into(),
        words: words.into(),
        files,
    };
    let first = SupervisionItem {
        id: ObjectId([71; 16]),
        plan,
        number: 1,
        task,
        quarter: Some(Quarter::Second),
        instruction: Some(instruction.id),
        requirement: "逐户列明异议和解决办法,9月底前完成径口村拆迁安置谈判。".into(),
        department,
        due: day("2013-09-30"),
        steps: vec![
            step(Stage::Assigned, "2013-07-16", "", Vec::new()),
            step(Stage::Received, "2013-07-17", "", Vec::new()),
            step(
                Stage::Answered,
                "2013-09-28",
                "已列明,4户仍有异议",
                vec![file("复函.pdf", false), file("名册.xlsx", true)],
            ),
            step(Stage::Examined, "2013-10-08", "谈判未完成,须继续督办", Vec::new()),
            step(Stage::Closed, "2013-10-12", "并入督办〔2013〕2号", Vec::new()),
        ],
    };
    let second = SupervisionItem {
        id: ObjectId([72; 16]),
        number: 2,
        quarter: None,
        instruction: None,
        requirement: "依裁决完成剩余4户".into(),
        due: day("2013-12-31"),
        steps: vec![
            step(Stage::Assigned, "2013-10-12", "", Vec::new()),
            step(Stage::Received, "2013-10-14", "", Vec::new()),
            step(Stage::Answered, "2014-02-10", "已完成", Vec::new()),
        ],
        ..first.clone()
    };
    let later = Instruction { id: ObjectId([73; 16]), on: day("2014-01-21"), ..instruction.clone() };
    let found = register.findings(task, Quarter::First).map(|(of, _)| Found {
        quarter: Quarter::First,
        round: of,
        on: day(if of == round(1) { "2013-04-25" } else { "2014-01-10" }),
        by: "陈某".into(),
    });
    TaskRecord {
        handed_in: handed_in(register, task),
        returned: stated.map(returned).into_iter().collect(),
        found: found.collect(),
        instructions: vec![instruction, later],
        items: vec![first, second],
    }
}

fn file(name: &str, personal: bool) -> Evidence {
    let form = EvidenceForm::File { sha256: [1; 32], size: 1, name: name.into(), media_type: String::new() };
    Evidence { number: None, form, personal }
}

/// One item for each code that the task's statements name; the photos among them stand for pictures.
fn evidence(register: &Register, task: u32, photos: &[u32]) -> Vec<BookItem> {
    let mut items: Vec<BookItem> = Vec::new();
    let entries = Quarter::ALL.into_iter().flat_map(|quarter| register.entries(task, quarter));
    for entry in entries {
        let department = register.published_name(entry.key.department);
        for number in entry.progress.evidence.iter().filter_map(|one| one.number) {
            let code = domain::evidence::code(task, entry.key.quarter, department, number);
            let at = items.len() as u32;
            let form = if photos.contains(&at) {
                let pixels = Pixels { width: 300, height: 200 };
                BookForm::Photo { image: ImageId(at), pixels, taken: None }
            } else {
                BookForm::OnPaper(PaperEvidence {
                    name: "会议纪要".into(),
                    keeper: "何某".into(),
                    ..PaperEvidence::default()
                })
            };
            items.push(item(task, Some(code), department, "会议纪要", form));
        }
    }
    items
}

fn item(task: u32, code: Option<String>, department: &str, name: &str, form: BookForm) -> BookItem {
    let kind = if matches!(form, BookForm::OnPaper(_)) { "备查件" } else { "照片" };
    BookItem { task, code, department: department.into(), name: name.into(), kind, form }
}

fn page(
    register: &Register,
    task: u32,
    record: &TaskRecord,
    items: &[BookItem],
    audience: Audience,
) -> Report {
    let round = ROUND.parse().unwrap();
    let options = TaskPageOptions { round, task, making: making(AS_OF, audience) };
    report::task_page(register, record, items, &options).unwrap()
}

/// Task 8: a condition that was not met until the last round; photos, a lost one, one with personal data.
fn waiting(register: &Register, audience: Audience) -> Report {
    let mut items = evidence(register, 8, &[0]);
    let extra = |number: u32, name: &str, form| {
        let code = format!("证(八)-一季-工务局-{number:02}");
        item(8, Some(code), "工务局", name, form)
    };
    let pixels = Pixels { width: 200, height: 300 };
    items.push(extra(3, "路基.jpg", BookForm::Photo { image: ImageId(9), pixels, taken: None }));
    items.push(extra(4, "现场.jpg", BookForm::Listed(NotPrinted::Missing)));
    items.push(extra(5, "签到表.jpg", BookForm::Listed(NotPrinted::Personal)));
    page(register, 8, &record(register, 8, "工务局"), &items, audience)
}

/// Task 13: a date that passed twice, an instruction, two supervision items.
fn slow(register: &Register, audience: Audience) -> Report {
    page(register, 13, &record(register, 13, "城改办"), &[], audience)
}

/// Task 12: three departments and their lead's text; no record of anything else.
fn several(register: &Register) -> Report {
    let record = TaskRecord { handed_in: handed_in(register, 12), ..TaskRecord::default() };
    page(register, 12, &record, &evidence(register, 12, &[0]), Audience::Internal)
}

/// Task 17: two departments that became one in the autumn; nobody leads.
fn merged(register: &Register) -> Report {
    let record = TaskRecord { handed_in: handed_in(register, 17), ..TaskRecord::default() };
    page(register, 17, &record, &evidence(register, 17, &[]), Audience::Internal)
}

/// Task 3: nobody has said anything.
fn silent(register: &Register) -> Report {
    page(register, 3, &TaskRecord::default(), &[], Audience::Internal)
}

fn check(name: &str, report: &Report, pages_max: usize) -> Document {
    let document = pages(report, 500);
    golden(name, report, &document);
    assert!(document.pages.len() <= pages_max, "{name}: {}", document.pages.len());
    document
}

#[test]
fn eventful_tasks_page_by_page() {
    let register = year();
    check("task-13-2013Q4", &slow(&register, Audience::Internal), 3);
    check("task-12-2013Q4", &several(&register), 3);
    check("task-17-2013Q4", &merged(&register), 3);
    check("task-3-2013Q4", &silent(&register), 1);
    let document = check("task-8-2013Q4", &waiting(&register, Audience::Internal), 3);
    let pictures = document.pages.iter().flat_map(|page| &page.placed);
    let pictures = pictures.filter(|placed| matches!(placed.mark, Mark::Image(_)));
    assert_eq!(pictures.count(), 2);
    // Every code of the text leads to its picture or its line.
    let links: Vec<_> = document.pages.iter().flat_map(|page| &page.links).map(|link| link.to.0).collect();
    assert_eq!(links, [0, 1]);
}

#[test]
fn the_public_reads_promises_and_statements_only() {
    let register = year();
    let report = waiting(&register, Audience::Public);
    check("task-8-2013Q4-public", &report, 3);
    let told = [&report, &slow(&register, Audience::Public)]
        .map(|report| lines(report, &pages(report, 500).pages))
        .concat();
    let office = [&waiting(&register, Audience::Internal), &slow(&register, Audience::Internal)]
        .map(|report| lines(report, &pages(report, 500).pages))
        .concat();
    for word in [
        "周某",
        "陈某",
        "王某",
        "李某",
        "25228502",
        "批示",
        "督办",
        "退回",
        "原因\u{FF1A}",
        "责任人\u{FF1A}",
        "保管人",
        "异议",
    ] {
        assert!(office.contains(word), "{word}");
        assert!(!told.contains(word), "{word}");
    }
    assert!(told.contains("燃气站拆除完毕") && told.contains("公开版不列"));
}

#[test]
fn names_and_days_are_never_torn() {
    let register = year();
    let mut handed_in = handed_in(&register, 13);
    let on = day("2026-11-23");
    let names = ["张填报", "欧阳文静", "阿不都热合曼江"];
    for (one, by) in handed_in.iter_mut().zip(names) {
        *one = HandedIn { on, by: by.into(), corrects: true, on_behalf: true, ..one.clone() };
    }
    assert!(handed_in.len() > names.len(), "the others stay as short as they are");
    let mut record = record(&register, 13, "城改办");
    record.handed_in = handed_in;
    record.found.iter_mut().for_each(|one| *one = Found { on, by: "上官认定人".into(), ..one.clone() });
    record.returned.iter_mut().for_each(|one| {
        *one = Returned { on: day("2014-01-19"), by: "慕容退回人".into(), ..one.clone() };
    });
    let report = page(&register, 13, &record, &[], Audience::Internal);
    let document = pages(&report, 500);
    let runs = document.pages.iter().flat_map(|page| &page.placed).filter_map(|placed| match &placed.mark {
        Mark::Text(run) => Some(run.text.as_str()),
        _ => None,
    });
    let runs: Vec<&str> = runs.collect();
    let stands = |words: &str| runs.iter().filter(|run| run.contains(words)).count();
    for words in ["张填报代录更正", "欧阳文静代录更正", "阿不都热合曼江", "慕容退回人"]
    {
        assert_eq!(stands(words), 1, "{words} in {runs:?}");
    }
    assert_eq!(stands("2026年11月23日"), names.len() + record.found.len(), "{runs:?}");
    assert_eq!(stands("上官认定人"), record.found.len());
    // What is short enough stays on one line.
    let short = several(&register);
    let text = lines(&short, &pages(&short, 500).pages);
    assert!(text.contains("| 10月9日周某填报"), "{text}");
}

#[test]
fn a_task_that_the_plan_has_not_has_no_page() {
    let round = ROUND.parse().unwrap();
    let options = TaskPageOptions { round, task: 1, making: making(AS_OF, Audience::Internal) };
    assert_eq!(report::task_page(&year(), &TaskRecord::default(), &[], &options), None);
}

#[test]
fn a_quarter_for_which_nothing_is_promised_says_so() {
    let mut plan = year().plan;
    let task = plan.goals.iter_mut().flat_map(|goal| &mut goal.tasks).find(|task| task.number == 3).unwrap();
    task.milestones[1] = None;
    let register = Register::new(RegisterParts::of(ObjectId([0; 16]), plan));
    let report = silent(&register);
    let text = lines(&report, &pages(&report, 500).pages);
    assert_eq!(text.matches("白皮书未列本季度目标。").count(), 1, "{text}");
    assert_eq!(text.matches("| 未报").count(), 3, "{text}");
    // A department that the store does not know is called as the paper calls it.
    assert!(text.contains("卫人局"), "{text}");
}

#[test]
fn what_happened_after_the_day_is_counted_and_not_told() {
    let register = year();
    let report = slow(&register, Audience::Internal);
    let text = lines(&report, &pages(&report, 500).pages);
    assert!(text.contains("数据截至日以后另有领导批示1件、督办进展1件\u{FF0C}未列入。"), "{text}");
    assert!(!text.contains("2014年2月10日"), "{text}");
}

#[test]
fn pages_with_pictures_keep_the_standards_of_archive_and_accessibility() {
    let register = year();
    archive::keeps_both(&[
        ("waiting", waiting(&register, Audience::Internal)),
        ("slow", slow(&register, Audience::Internal)),
        ("public", waiting(&register, Audience::Public)),
        ("silent", silent(&register)),
    ]);
}
