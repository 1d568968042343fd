//! 公开版: every field that is internal holds a sign of its own, and no document for the public prints any of them.
//!
//! The internal edition of the same documents prints them: so the test would see one that came through. A new document is
//! added to [`documents`].

use crate::lines::{lines, pages};
use crate::official::one_page;
use domain::breakdown::Summary;
use domain::change::{ChangeKind, PlanChange};
use domain::chase::{Instruction, Stage, Step, SupervisionItem};
use domain::claim::Claim::{self, Done, NotDone, Partial};
use domain::department::{Department, DepartmentName};
use domain::evidence::{Evidence, EvidenceForm, PaperEvidence};
use domain::id::ObjectId;
use domain::light::{Light, Override};
use domain::period::{Quarter, Round};
use domain::progress::{Progress, ProgressKey};
use domain::register::{Entry, Register, RegisterParts};
use domain::round::{Reopening, RoundClosing};
use domain::state::Finding;
use jiff::civil::date;
use report::{
    Audience, BookForm, BookItem, BulletinOptions, ColumnPreset, Edition, Found, Front, HandedIn, Making,
    NotPrinted, QuarterOptions, Report, Returned, Shown, SlipOptions, Style, TaskPageOptions, TaskRecord,
};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

const PLAN: ObjectId = ObjectId([0; 16]);
const ROUND: Round = Round { year: 2013, quarter: Quarter::First };

/// One sign each, that stands nowhere else and that no line break can part: what it marks, and the sign.
const INTERNAL: [(&str, char); 22] = [
    ("原因", '囧'),
    ("措施", '槑'),
    ("责任人", '烎'),
    ("代录来源", '嘦'),
    ("认定理由", '嫑'),
    ("变更理由", '兲'),
    ("变更批准人", '氽'),
    ("人工调整理由", '奣'),
    ("人工调整人", '炛'),
    ("汇总稿所署姓名", '囍'),
    ("批示", '囨'),
    ("批示领导", '兡'),
    ("联系人", '巼'),
    ("填报人", '圕'),
    ("认定人", '嬲'),
    ("退回理由", '囎'),
    ("退给谁", '孬'),
    ("所指原文", '羴'),
    ("批示出处", '靐'),
    ("督办经办人", '龘'),
    ("督办办理情况", '麤'),
    ("保管人", '氼'),
];
/// What no document prints to anybody yet.
const NEVER: [(&str, char); 4] =
    [("佐证名称", '巭'), ("截止人", '丼'), ("提前截止原因", '孖'), ("重开原因", '喆')];
/// What everybody is told.
const OPEN: [(&str, char); 5] =
    [("进展", '甴'), ("下一步", '曱'), ("变更依据", '冇'), ("变更后", '嗮'), ("督办要求", '嘅')];
const TELEPHONE: &str = "25228502";

fn sign(what: &str) -> String {
    let all = INTERNAL.iter().chain(&NEVER).chain(&OPEN);
    all.filter(|(known, _)| *known == what).map(|(_, sign)| sign.to_string()).collect()
}

/// A statement every field of which holds its sign.
fn stated(claim: Claim) -> Progress {
    let paper =
        PaperEvidence { name: sign("佐证名称"), keeper: sign("保管人"), ..PaperEvidence::default() };
    Progress {
        claim: Some(claim),
        text: format!("{},咨询电话{TELEPHONE}", sign("进展")),
        cause: sign("原因"),
        measure: sign("措施"),
        next_step: format!("{},报名请拨{TELEPHONE}", sign("下一步")),
        due: Some(date(2013, 6, 30)),
        person: format!("{}({TELEPHONE})", sign("责任人")),
        on_behalf: Some(sign("代录来源")),
        evidence: vec![Evidence { number: Some(1), form: EvidenceForm::OnPaper(paper), personal: true }],
        ..Progress::default()
    }
}

fn change(task: u32, kind: ChangeKind) -> PlanChange {
    PlanChange {
        id: ObjectId([task as u8; 16]),
        plan: PLAN,
        task,
        quarter: ROUND.quarter,
        kind,
        from: date(2013, 2, 1),
        reason: sign("变更理由"),
        basis: sign("变更依据"),
        approver: sign("变更批准人"),
    }
}

/// The 2013 paper in its first quarter: task 2 told by the office, 3 judged, 5 reworded, 6 put off, 9 set by hand, 12 summed up.
fn register() -> Register {
    let plan = crate::plan();
    let named = |name: &str| vec![DepartmentName { short: name.into(), ..DepartmentName::default() }];
    let departments: Vec<_> = (1..)
        .zip(plan.department_names())
        .map(|(id, name)| Department { id: ObjectId([id; 16]), names: named(name) })
        .collect();
    let id = |name: &str| departments.iter().find(|one| one.is_called(name)).unwrap().id;
    let entry = |task, by: &str, progress: Progress| {
        let key = ProgressKey { plan: PLAN, task, quarter: ROUND.quarter, round: ROUND, department: id(by) };
        let on = Some(date(2013, 4, 20));
        Entry { key, stated_dates: vec![progress.due], progress, claimed_on: on, handed_in: on }
    };
    let entries = vec![
        entry(2, "民政局", stated(Partial)),
        entry(3, "卫人局", stated(Done)),
        entry(5, "文体局", stated(NotDone)),
        entry(12, "城管局", stated(Done)),
        entry(12, "经促局", stated(Partial)),
    ];
    let summary = Summary {
        plan: PLAN,
        task: 12,
        quarter: ROUND.quarter,
        round: ROUND,
        department: id("城管局"),
        text: format!("{}联系人\u{FF1A}王{}", sign("进展"), sign("汇总稿所署姓名")),
    };
    let why =
        Override { light: Light::Slow, reason: sign("人工调整理由"), by: sign("人工调整人") };
    let closing = RoundClosing {
        round: ROUND,
        closed_on: date(2013, 4, 24),
        closed_by: sign("截止人"),
        early_reason: sign("提前截止原因"),
        reopened: Some(Reopening {
            on: date(2013, 4, 25), by: sign("截止人"), reason: sign("重开原因")
        }),
    };
    Register::new(RegisterParts {
        entries,
        summaries: vec![summary],
        findings: vec![((3, ROUND.quarter, ROUND), Finding { claim: NotDone, reason: sign("认定理由") })],
        changes: vec![
            change(5, ChangeKind::Reworded { text: sign("变更后") }),
            change(6, ChangeKind::Cancelled),
        ],
        overrides: [((9, ROUND), why)].into(),
        closings: vec![closing],
        departments,
        ..RegisterParts::of(PLAN, plan)
    })
}

/// Every document that can be made for the public.
fn documents(register: &Register, audience: Audience) -> Vec<(String, Report)> {
    let unit = "区督查室".into();
    let making = Making { as_of: date(2013, 4, 24), edition: Edition::Draft, audience, sample: false, unit };
    let mut documents = vec![("一页纸".to_owned(), one_page(register, ROUND, making.clone()))];
    let department = register.departments.iter().find(|one| one.is_called("民政局")).unwrap().id;
    let presets = ColumnPreset::shipped().unwrap();
    let landscape = presets.iter().map(|preset| (preset.name.as_str(), Style::Wide(preset.clone())));
    for (name, style) in landscape.chain([("原版", Style::Original)]) {
        for department in [None, Some(department)] {
            let name = format!("季度进展情况表 {name} {}", department.is_some());
            let options =
                QuarterOptions { round: ROUND, style: style.clone(), department, making: making.clone() };
            documents.push((name, report::quarter(register, &options)));
        }
    }
    let (round, columns) = (ROUND, presets[0].clone());
    let bulletin = BulletinOptions { round, addressee: None, dated: None, columns, making: making.clone() };
    documents.push(("督查通报".to_owned(), report::bulletin(register, &bulletin)));
    documents.push(("年度完成情况".to_owned(), report::annual(register, &making)));
    for task in [2, 3, 5, 12] {
        documents.push((format!("任务专页 {task}"), task_page(register, task, making.clone())));
    }
    documents.push(("督办通知单".to_owned(), slips(register, making)));
    documents
}

/// The page of a task with everything beside its register: who wrote and decided, what was sent back, 批示, 督办.
fn task_page(register: &Register, task: u32, making: Making) -> Report {
    let on = date(2013, 4, 20);
    let keys = register.entries(task, ROUND.quarter).iter().map(|entry| entry.key);
    let handed_in =
        keys.clone().map(|key| HandedIn { key, on, by: sign("填报人"), corrects: false, on_behalf: true });
    let returned = keys.map(|key| Returned {
        key,
        on,
        by: sign("认定人"),
        to: sign("退给谁"),
        reason: sign("退回理由"),
        place: "进展".into(),
        quote: sign("所指原文"),
        answered: false,
    });
    let SlipOptions { items, instructions, .. } = slip_options(register, making.clone());
    let step = Step {
        stage: Stage::Assigned,
        on,
        by: sign("督办经办人"),
        words: sign("督办办理情况"),
        files: Vec::new(),
    };
    let record = TaskRecord {
        handed_in: handed_in.collect(),
        returned: returned.collect(),
        found: vec![Found { quarter: ROUND.quarter, round: ROUND, on, by: sign("认定人") }],
        instructions: instructions
            .into_iter()
            .map(|one| Instruction { task, page: sign("批示出处"), ..one })
            .collect(),
        items: items
            .into_iter()
            .map(|one| SupervisionItem { task, steps: vec![step.clone()], ..one })
            .collect(),
    };
    let paper = PaperEvidence { keeper: sign("保管人"), ..PaperEvidence::default() };
    let evidence = [
        (sign("佐证名称"), BookForm::Listed(NotPrinted::Personal)),
        ("台账".to_owned(), BookForm::OnPaper(paper)),
    ];
    let evidence = evidence.map(|(name, form)| BookItem {
        task,
        code: None,
        department: String::new(),
        name,
        kind: "备查件",
        form,
    });
    let options = TaskPageOptions { round: ROUND, task, making };
    report::task_page(register, &record, &evidence, &options).unwrap()
}

fn slips(register: &Register, making: Making) -> Report {
    report::slips(register, &slip_options(register, making)).unwrap()
}

/// A slip on task 2, which a leader asked for.
fn slip_options(register: &Register, making: Making) -> SlipOptions {
    let department = register.departments.iter().find(|one| one.is_called("民政局")).unwrap().id;
    let instruction = Instruction {
        id: ObjectId([200; 16]),
        plan: PLAN,
        task: 2,
        quarter: Some(ROUND.quarter),
        leader: sign("批示领导"),
        on: date(2013, 4, 10),
        words: sign("批示"),
        page: String::new(),
        scan: Vec::new(),
        department,
        due: None,
    };
    let item = SupervisionItem {
        id: ObjectId([201; 16]),
        plan: PLAN,
        number: 1,
        task: 2,
        quarter: Some(ROUND.quarter),
        instruction: Some(instruction.id),
        requirement: format!("{}\u{FF0C}报{TELEPHONE}", sign("督办要求")),
        department,
        due: date(2013, 5, 10),
        steps: Vec::new(),
    };
    SlipOptions {
        round: ROUND,
        items: vec![item],
        later: Vec::new(),
        instructions: vec![instruction],
        drafts: true,
        contact: format!("{}{TELEPHONE}", sign("联系人")),
        making,
    }
}

/// Everything that leaves the office with it: its pages, its data, what the file says about itself.
fn told(report: &Report) -> String {
    let content = report.content().into_iter().map(|shown| match shown {
        Shown::Text(text) => text,
        Shown::Table { columns, lines } => format!("{columns:?}{lines:?}"),
    });
    let content: String = content.collect();
    format!("{}{content}{:?}", lines(report, &pages(report, 500).pages), report.front)
}

/// The text of every part of its Word and its Excel file, also of those that no program shows.
fn office_files(report: &Report) -> [(&'static str, String); 2] {
    let Front { title, author, subject, keywords, .. } = report.front.clone();
    let (program, day) = ("白皮书督办".into(), date(2013, 4, 24));
    let about = ooxml::About { title, author, subject, keywords, program, day };
    let docx = ooxml::docx(&report.manuscript, &about).unwrap();
    let xlsx = ooxml::xlsx(&report.manuscript, &about).unwrap();
    [("docx", docx), ("xlsx", xlsx)].map(|(format, bytes)| (format, text_of_parts(bytes)))
}

/// Without what marks it up, so that a text in several pieces is found too.
fn text_of_parts(package: Vec<u8>) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut text = String::new();
    for at in 0..package.len() {
        let mut part = String::new();
        package.by_index(at).unwrap().read_to_string(&mut part).unwrap();
        let mut marked_up = false;
        text.extend(part.chars().filter(|c| {
            marked_up = *c == '<' || marked_up && *c != '>';
            !marked_up && *c != '>'
        }));
    }
    text
}

#[test]
fn the_public_is_told_nothing_internal() {
    let register = register();
    let public = documents(&register, Audience::Public);
    for (name, report) in &public {
        let [docx, xlsx] = office_files(report);
        for (format, told) in [("pdf", told(report)), docx, xlsx] {
            for (what, sign) in INTERNAL.iter().chain(&NEVER) {
                assert!(!told.contains(*sign), "{name} {format}: {what}");
            }
            assert!(!told.contains(TELEPHONE), "{name} {format}: 电话");
            assert!(told.contains("公开版"), "{name} {format}");
        }
    }
    // What is not internal stays, else a document of empty pages would pass.
    let all: String = public.iter().map(|(_, report)| told(report)).collect();
    for (what, sign) in OPEN {
        assert!(all.contains(sign), "{what}");
    }
}

#[test]
fn the_office_is_told_all_of_it() {
    let register = register();
    let documents = documents(&register, Audience::Internal);
    let all: String = documents.iter().map(|(_, report)| told(report)).collect();
    let files = documents.iter().flat_map(|(_, report)| office_files(report));
    let mut by_format: BTreeMap<&str, String> = [("pdf", all)].into();
    for (format, text) in files {
        by_format.entry(format).or_default().push_str(&text);
    }
    assert_eq!(by_format.len(), 3);
    for (format, all) in by_format {
        for (what, sign) in INTERNAL.iter().chain(&OPEN) {
            assert!(all.contains(*sign), "{format}: {what}");
        }
        assert!(all.contains(TELEPHONE), "{format}");
    }
}

#[test]
fn both_see_the_same_states() {
    let register = register();
    let public = register.for_the_public();
    for task in register.plan.tasks() {
        let seen = |register: &Register| {
            let standings = register.standings(task, ROUND, date(2013, 4, 30));
            let light = register.light_from(task, &standings, ROUND, date(2013, 4, 30));
            let states =
                standings.map(|one| one.map(|one| (one.state, one.judged, one.without_evidence, one.open)));
            (states, light.light, light.word)
        };
        assert_eq!(seen(&register), seen(&public), "{}", task.number);
    }
}
