//! Operations of judging, chasing, changes and feedback, each with what must have been done before it.

#![allow(clippy::unwrap_used, reason = "tests")]

use app::desk::Desk;
use app::files::Attached;
use app::named::NamedEntry;
use app::wire::change::{ChangeBoxes, OrganisationBoxes, TaskMove};
use app::wire::chase::{InstructionBoxes, StepBoxes, SupervisionBoxes};
use app::wire::comment::CommentBoxes;
use app::wire::entry::{ClaimCode, EntryBoxes, EntryKey};
use app::wire::feedback::{ChannelCode, FeedbackChange, FeedbackKindCode, FeedbackView, NewFeedback};
use app::wire::issue::{IssueBoxes, SentBoxes};
use app::wire::printed::{DocumentQuery, ReportQuery};
use app::wire::review::{CheckBoxes, MethodCode, SampleQuery};
use app::wire::settings::PersonView;
use domain::role::Role;

pub(crate) type Do = fn(&mut Desk, &EntryKey);

/// As the cases beside.
pub(crate) const CASES: &[(&str, Do, Do)] = &[
    (
        "items.confirm",
        |_, _| (),
        |desk, _| {
            let mut items = desk.milestone_items(2013, 12, 1).unwrap();
            items.items[0].department = Some(items.departments[0].id.clone());
            desk.confirm_items(2013, 12, 1, &items.items).unwrap();
        },
    ),
    (
        "summary.save",
        |desk, _| {
            let key = of_two(desk);
            desk.confirm_lead(2013, 16, Some(&key.department), None, "分工").unwrap();
            desk.submit_entry(&key, &done("一")).unwrap();
        },
        |desk, _| drop(desk.save_summary(&of_two(desk), "汇总").unwrap()),
    ),
    (
        "light.override",
        |_, _| (),
        |desk, _| drop(desk.override_light("2013Q1", "5", Some("滞后"), "核实").unwrap()),
    ),
    (
        "person.handover",
        |desk, _| {
            desk.grant_roles("李某", &[Role::Administrator, Role::Reporter]).unwrap();
            desk.add_person(&PersonView { name: "王某".to_owned(), title: String::new() }).unwrap();
            desk.add_person(&PersonView { name: "赵某".to_owned(), title: String::new() }).unwrap();
        },
        |desk, _| drop(desk.hand_over("赵某", "王某", "2013-04-17").unwrap()),
    ),
    (
        "organisation.change",
        |_, _| (),
        |desk, _| {
            desk.change_organisation(&OrganisationBoxes {
                kind: "任务移交".to_owned(),
                before: vec!["教育局".to_owned()],
                after: vec!["文体局".to_owned()],
                tasks: vec![TaskMove { year: None, task: "1".to_owned(), to: "文体局".to_owned() }],
                effective: "2013-03-01".to_owned(),
                basis: "文件".to_owned(),
                ..OrganisationBoxes::default()
            })
            .unwrap();
        },
    ),
    (
        "plan_change.add",
        |_, _| (),
        |desk, _| {
            let boxes = ChangeBoxes {
                task: "5".to_owned(),
                quarter: "1".to_owned(),
                kind: "取消".to_owned(),
                reason: "场馆维修".to_owned(),
                basis: "会议纪要".to_owned(),
                approver: "陈某".to_owned(),
                ..ChangeBoxes::default()
            };
            desk.change_milestone(None, &boxes).unwrap();
        },
    ),
    ("carry.confirm", next_year, |desk, _| {
        drop(desk.confirm_carry(2013, "5", "1", Some("5"), "续办").unwrap())
    }),
    ("comment.add", |_, _| (), comment),
    ("comment.withdraw", comment, |desk, _| {
        let id = desk.comments(2013).unwrap().into_iter().find(|one| one.text == "批注").unwrap().id;
        desk.withdraw_comment(2013, &id).unwrap();
    }),
    ("verification.draw", |desk, key| drop(desk.submit_entry(key, &done("一")).unwrap()), draw),
    (
        "verification.check",
        |desk, key| {
            desk.submit_entry(key, &done("一")).unwrap();
            draw(desk, key);
        },
        |desk, key| {
            let boxes = CheckBoxes {
                method: Some(MethodCode::Telephone),
                on: Some("2013-04-18".to_owned()),
                by: "李某".to_owned(),
                agrees: Some(false),
                words: "只有8场".to_owned(),
            };
            desk.record_check(key, 7, &boxes).unwrap();
        },
    ),
    (
        "instruction.add",
        |_, _| (),
        |desk, _| {
            let boxes = InstructionBoxes {
                task: "5".to_owned(),
                leader: "陈区长".to_owned(),
                on: "2013-04-17".to_owned(),
                words: "抓紧".to_owned(),
                department: "文体局".to_owned(),
                ..InstructionBoxes::default()
            };
            desk.add_instruction(None, &boxes, &Attached::default()).unwrap();
        },
    ),
    ("submission.print", |desk, key| drop(desk.submit_entry(key, &done("一")).unwrap()), print_sheet),
    (
        "submission.scan",
        |desk, key| {
            desk.submit_entry(key, &done("一")).unwrap();
            print_sheet(desk, key);
        },
        |desk, key| {
            let sheet = desk.submission("2013Q1", &key.department).unwrap();
            let photo = include_bytes!("../../../../seeds/sample/社区文艺演出（示例）.jpg");
            let scan = desk.add_bytes("扫描.jpg", photo).added;
            desk.bind_scan(&sheet.awaited.unwrap(), &scan, &Attached::default()).unwrap();
        },
    ),
    ("supervision.assign", |_, _| (), assign),
    ("supervision.step", assign, |desk, _| {
        let boxes = StepBoxes { stage: "签收".to_owned(), ..StepBoxes::default() };
        desk.step_supervision(None, "1", &boxes, &Attached::default()).unwrap();
    }),
    (
        "report.sent",
        |desk, _| {
            let query = ReportQuery::internal(DocumentQuery::OnePage { year: 2013, quarter: 1 });
            let boxes = IssueBoxes {
                query: ReportQuery { as_of: Some("2013-04-17".to_owned()), ..query },
                series: None,
                approved_by: "陈区长".to_owned(),
                approved_on: "2013-04-18".to_owned(),
                scan: Vec::new(),
                with_gaps: true,
                corrects: None,
            };
            desk.issue(&boxes, &Attached::default()).unwrap();
        },
        |desk, _| {
            let boxes = SentBoxes { to: "区政府办".to_owned(), ..SentBoxes::default() };
            desk.record_sent("〔2013〕1号", &boxes, &Attached::default()).unwrap();
        },
    ),
    ("feedback.add", |_, _| (), feedback),
    ("feedback.change", feedback, |desk, _| {
        let change = FeedbackChange {
            kind: Some(FeedbackKindCode::Suggestion),
            task: Some(17),
            plan_year: Some(2013),
            ..FeedbackChange::default()
        };
        desk.change_feedback(&piece(desk), &change).unwrap();
    }),
    ("feedback.answer", feedback, |desk, _| drop(desk.answer_feedback(&piece(desk), "已修好").unwrap())),
    ("feedback.close", feedback, |desk, _| drop(desk.close_feedback(&piece(desk), "重复来电").unwrap())),
    (
        "feedback.reopen",
        |desk, key| {
            feedback(desk, key);
            desk.close_feedback(&piece(desk), "重复来电").unwrap();
        },
        |desk, _| drop(desk.reopen_feedback(&piece(desk), "又坏了").unwrap()),
    ),
];

/// What is shown of everything that these cases change.
pub(crate) fn shown(desk: &Desk) -> String {
    let (all_year, feedback) = (Some(2013), desk.feedback_list(None, None).unwrap());
    let settings = desk.settings().unwrap();
    let pieces: Vec<_> = feedback
        .lines
        .iter()
        .map(|line| FeedbackView { steps: Vec::new(), ..desk.feedback(&line.id).unwrap() })
        .collect();
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        desk.status("2013Q1", None).unwrap(),
        desk.milestone_items(2013, 12, 1).unwrap(),
        desk.summary(&of_two(desk)).ok(),
        desk.comments(2013).unwrap(),
        desk.verifications(2013, 1).unwrap(),
        desk.plan_changes(all_year).unwrap(),
        desk.organisation_changes().unwrap(),
        desk.carry_list(2013).unwrap(),
        desk.instructions(all_year, None).unwrap(),
        desk.supervision_items(all_year, None, false).unwrap(),
        (feedback, pieces, settings.persons, settings.departments, desk.issued_reports(None).unwrap()),
        desk.feedback_counts("2013Q2", None).unwrap(),
    )
}

/// An entry on a task of two departments, of which one leads.
fn of_two(desk: &Desk) -> EntryKey {
    let named = NamedEntry {
        year: Some(2013),
        task: "16".to_owned(),
        quarter: "1".to_owned(),
        department: "社工委".to_owned(),
        ..NamedEntry::default()
    };
    desk.entry_key(&named).unwrap()
}

fn done(text: &str) -> EntryBoxes {
    let on_behalf = Some("电话".to_owned());
    EntryBoxes { claim: Some(ClaimCode::Done), text: text.to_owned(), on_behalf, ..EntryBoxes::default() }
}

fn next_year(desk: &mut Desk, _: &EntryKey) {
    let paper = String::from_utf8(super::PAPER.to_vec()).unwrap().replace("2013年度", "2014年度");
    desk.import_paper("2014.txt", paper.replace("2013-04-17", "2014-04-17").as_bytes()).unwrap();
}

fn comment(desk: &mut Desk, _: &EntryKey) {
    let boxes = CommentBoxes {
        year: 2013,
        task: Some(5),
        quarter: Some(1),
        entry: None,
        manual: false,
        text: "批注".to_owned(),
    };
    desk.add_comment(&boxes).unwrap();
}

fn draw(desk: &mut Desk, _: &EntryKey) {
    let query = SampleQuery { year: 2013, round: 1, count: 1, seed: Some(7), claim: None, department: None };
    desk.draw_sample(&query).unwrap();
}

fn assign(desk: &mut Desk, _: &EntryKey) {
    let boxes = SupervisionBoxes {
        task: "5".to_owned(),
        requirement: "尽快办理".to_owned(),
        department: "文体局".to_owned(),
        due: "2013-05-31".to_owned(),
        ..SupervisionBoxes::default()
    };
    desk.assign_supervision(None, &boxes, &Attached::default()).unwrap();
}

fn print_sheet(desk: &mut Desk, key: &EntryKey) {
    let EntryKey { year, round: quarter, department, .. } = key.clone();
    let query = ReportQuery::internal(DocumentQuery::Submission { year, quarter, department });
    let printed = desk.print(&query).unwrap();
    desk.hand_out(printed.sheet.as_ref(), || Ok(())).unwrap();
}

fn feedback(desk: &mut Desk, _: &EntryKey) {
    let new = NewFeedback {
        plan_year: Some(2013),
        kind: FeedbackKindCode::Complaint,
        channel: ChannelCode::Telephone,
        received: "2013-04-17".to_owned(),
        subject: "路灯".to_owned(),
        text: "路灯不亮".to_owned(),
        name: "赵某".to_owned(),
        contact: "13812345678".to_owned(),
        task: Some(5),
        department: None,
        files: Vec::new(),
    };
    desk.add_feedback(&new, None).unwrap();
}

fn piece(desk: &Desk) -> String {
    desk.feedback_named("1", None).unwrap()
}
