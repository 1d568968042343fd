#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;
use domain::breakdown::AssignedItem;
use domain::change::{ChangeKind, PlanChange};
use domain::chase::{Stage, Step};
use domain::claim::Claim;
use domain::department::DepartmentName;
use domain::evidence::{Evidence, PaperEvidence};
use domain::feedback::{Channel, FeedbackKind, Reply, Sender};
use domain::indicator::{Bound, Indicator, IndicatorKind, Origin, Part, Place, Target};
use domain::issue::{Approval, Correction, DocumentNumber, IssuedDocument, KeptFile, Sent};
use domain::light::{Light, Override};
use domain::organisation::{Move, OrganisationKind};
use domain::period::{DueRule, Quarter, Round};
use domain::plan::{Goal, Plan, RecordField, RecordKind, Section, Task};
use domain::progress::{Progress, ProgressKey, Value};
use domain::review::{Check, Decision, FormBox, Method};
use domain::role::Role;
use domain::round::{Reopening, RoundClosing};
use domain::state::Finding;
use domain::submission::{SignedScan, SubmissionSheet};
use jiff::civil::date;

fn id(number: u8) -> ObjectId {
    ObjectId([number; 16])
}

const ROUND: Round = Round { year: 2013, quarter: Quarter::Second };

fn plan() -> PlanRecord {
    let task = Task {
        number: 12,
        number_text: "\u{FF08}十二\u{FF09}".into(),
        title: "题".into(),
        objective: Some("目标".into()),
        milestones: [Some("一".into()), None, Some(String::new()), Some("四;五".into())],
        departments: vec!["文体局".into(), "城管局".into()],
    };
    let kinds = [
        RecordKind::IndexNo,
        RecordKind::Category,
        RecordKind::Issuer,
        RecordKind::PublishedOn,
        RecordKind::Title,
        RecordKind::DocumentNo,
        RecordKind::SubjectTerms,
        RecordKind::Other,
    ];
    let field = |kind| RecordField { kind, label: format!("{kind:?}"), value: "值".into() };
    PlanRecord {
        plan: Plan {
            year: 2013,
            record: kinds.map(field).to_vec(),
            preface: vec!["前言".into()],
            sections: vec![Section { number: 2, has_table: true, ..Section::default() }],
            columns: vec!["总体目标".into()],
            goals: vec![Goal { name: "民生".into(), tasks: vec![task, Task::default()] }],
        },
        source: SourceFile { name: "白皮书.txt".into(), sha256: [3; 32], size: 1 << 40 },
        departments: vec![("文体局".into(), id(1))],
        split: vec![12],
    }
}

fn progress() -> ProgressRecord {
    let file = EvidenceForm::File {
        sha256: [8; 32],
        size: 200,
        name: "a.jpg".into(),
        media_type: "image/jpeg".into(),
    };
    let paper = EvidenceForm::OnPaper(PaperEvidence {
        name: "批复".into(),
        dated: Some(date(1999, 12, 31)),
        ..PaperEvidence::default()
    });
    ProgressRecord {
        key: ProgressKey { plan: id(1), task: 12, quarter: Quarter::First, round: ROUND, department: id(2) },
        progress: Progress {
            claim: Some(Claim::ConditionNotMet),
            text: "进展\n第二行".into(),
            cause: "因".into(),
            measure: "措".into(),
            next_step: "下".into(),
            due: Some(date(2013, 6, 30)),
            person: "李某".into(),
            items: vec![None, Some(Claim::Done), Some(Claim::Partial), Some(Claim::NotDone)],
            values: vec![Value {
                name: "演出".into(),
                amount: "72.63".parse().unwrap(),
                measure: "场".into(),
            }],
            evidence: vec![
                Evidence { number: Some(1), form: file, personal: true },
                Evidence { number: None, form: paper, personal: false },
            ],
            on_behalf: Some("电话".into()),
        },
    }
}

fn records() -> Vec<Record> {
    let name = DepartmentName {
        short: "卫人局".into(),
        until: Some(date(2013, 8, 31)),
        ..DepartmentName::default()
    };
    let person = Person {
        id: id(5),
        name: "李".into(),
        title: "员".into(),
        office: "室".into(),
        from: None,
        until: None,
    };
    let settings =
        Settings { id: id(8), due_rule: DueRule::default(), choices: vec![("a".into(), "b".into())] };
    let finding = Finding { claim: Claim::Partial, reason: "由".into() };
    vec![
        Record::Plan(plan()),
        Record::Plan(PlanRecord { split: Vec::new(), ..plan() }),
        Record::Progress(progress()),
        Record::Progress(ProgressRecord { key: progress().key, progress: Progress::default() }),
        Record::Finding(FindingRecord {
            plan: id(1),
            task: 3,
            quarter: Quarter::Fourth,
            round: ROUND,
            finding,
        }),
        Record::Department(Department { id: id(4), names: vec![name] }),
        Record::Lead(Lead {
            plan: id(1),
            task: 3,
            from: Some(date(2013, 7, 1)),
            department: Some(id(2)),
            basis: "据".into(),
        }),
        Record::Lead(Lead { plan: id(1), task: 3, from: None, department: None, basis: String::new() }),
        Record::Person(person),
        Record::Office(Office { id: id(6), name: "督查室".into(), kind: OfficeKind::Supervision }),
        Record::Office(Office { id: id(6), name: "局".into(), kind: OfficeKind::Department(id(4)) }),
        Record::Settings(settings),
    ]
    .into_iter()
    .chain(judging())
    .chain(chasing())
    .chain(following())
    .chain(issued())
    .collect()
}

fn target(bound: Bound, part: Part) -> Target {
    Target {
        bound,
        origin: Origin::Written,
        place: Some(Place { part, span: 3..18 }),
        ordinal: Some(2),
        unit_missing: true,
    }
}

fn judging() -> Vec<Record> {
    let amount = |text: &str| text.parse().unwrap();
    let indicator = |kind| Indicator {
        task: 5,
        name: "演出".into(),
        unit: "场".into(),
        kind,
        annual: Some(Target {
            origin: Origin::Derived,
            place: None,
            ..target(Bound::AtLeast(amount("40")), Part::Title)
        }),
        quarters: [
            Some(target(Bound::Exactly(amount("10")), Part::Objective)),
            Some(Target { origin: Origin::Suggested, ..target(Bound::About(amount("9.5")), Part::Title) }),
            Some(Target {
                origin: Origin::Entered,
                ..target(Bound::Between(amount("2"), amount("5")), Part::Milestone(Quarter::Third))
            }),
            None,
        ],
    };
    let item = |department| AssignedItem { text: "事项".into(), department };
    let review = |decision, place| Review {
        key: progress().key,
        revision: [7; 32],
        decision,
        reason: "由".into(),
        returned_to: "文体局".into(),
        place,
        quote: "原句".into(),
    };
    let check = |method, agrees| Check {
        task: 5,
        quarter: Quarter::First,
        department: id(2),
        method,
        on: Some(date(2013, 5, 2)),
        by: "李某".into(),
        agrees,
        words: "属实".into(),
    };
    let checks = Method::ALL.map(|method| check(Some(method), Some(true)));
    let checks = checks.into_iter().chain([check(None, None), check(None, Some(false))]).collect();
    let comment = Comment {
        id: id(9),
        plan: id(1),
        task: Some(5),
        quarter: None,
        about: Some(id(3)),
        manual: true,
        text: "注".into(),
    };
    vec![
        Record::Indicators(TaskIndicators {
            plan: id(1),
            task: 5,
            indicators: IndicatorKind::ALL.map(indicator).to_vec(),
        }),
        Record::Items(MilestoneItems {
            plan: id(1),
            task: 5,
            quarter: Quarter::First,
            items: vec![item(Some(id(2))), item(None)],
        }),
        Record::Summary(Summary {
            plan: id(1),
            task: 5,
            quarter: Quarter::First,
            round: ROUND,
            department: id(2),
            text: "汇总".into(),
        }),
        Record::Review(review(Decision::Accepted, None)),
        Record::Review(review(Decision::Returned, Some(FormBox::Evidence(3)))),
        Record::Verification(Verification {
            plan: id(1),
            round: ROUND,
            seed: u32::MAX,
            population: 80,
            claim: Some(Claim::Done),
            department: Some(id(2)),
            checks,
        }),
        Record::Comment(Comment {
            task: None,
            quarter: Some(Quarter::Second),
            about: None,
            ..comment.clone()
        }),
        Record::Comment(comment),
        Record::Grant(Grant { person: id(5), roles: Role::ALL.to_vec() }),
    ]
}

fn chasing() -> Vec<Record> {
    let evidence = progress().progress.evidence;
    let instruction = Instruction {
        id: id(10),
        plan: id(1),
        task: 5,
        quarter: Some(Quarter::First),
        leader: "区长".into(),
        on: date(2013, 5, 2),
        words: "抓紧".into(),
        page: "第3页".into(),
        scan: evidence.clone(),
        department: id(2),
        due: Some(date(2013, 5, 31)),
    };
    let step = |stage| Step {
        stage,
        on: date(2013, 5, 2),
        by: "李某".into(),
        words: "已办".into(),
        files: evidence.clone(),
    };
    let item = SupervisionItem {
        id: id(11),
        plan: id(1),
        number: 3,
        task: 5,
        quarter: None,
        instruction: Some(id(10)),
        requirement: "补报".into(),
        department: id(2),
        due: date(2013, 5, 31),
        steps: Stage::ALL.map(step).to_vec(),
    };
    let change = |kind| OrganisationChange {
        id: id(12),
        kind,
        before: vec![id(2)],
        after: vec![id(3), id(4)],
        moves: vec![Move { plan: id(1), task: 5, from: id(2), to: id(3) }],
        effective: date(2013, 9, 1),
        basis: "据".into(),
    };
    let reply = Reply { text: "复".into(), on: date(2013, 5, 9), by: "李某".into() };
    let feedback = |(kind, channel)| Feedback {
        id: id(13),
        year: 2013,
        number: 12,
        kind,
        channel,
        received: date(2013, 5, 2),
        subject: "题".into(),
        text: "文".into(),
        sender: Sender { name: "王某".into(), contact: "25228502".into() },
        task: Some((id(1), 5)),
        department: Some(id(2)),
        due: date(2013, 5, 9),
        files: evidence.clone(),
        answer: Some(reply.clone()),
        closing: None,
        reopening: Some(reply.clone()),
    };
    let kinds = FeedbackKind::ALL.into_iter().zip(Channel::ALL);
    let copy = SealedCopy {
        plan: id(1),
        round: ROUND,
        department: id(2),
        on: date(2013, 5, 2),
        by: "李某".into(),
        remark: "注".into(),
    };
    let sheet = |scan| {
        Record::SubmissionSheet(SubmissionSheet {
            plan: id(1),
            round: ROUND,
            department: id(2),
            number: 2,
            code: "XJ4B-NP4P-AHH6".into(),
            revisions: vec![[7; 32], [8; 32]],
            on: date(2013, 4, 8),
            by: "李某".into(),
            scan,
        })
    };
    let scan = SignedScan { file: evidence[0].clone(), on: date(2013, 4, 9), by: "王某".into() };
    let fixed = [
        Record::Instruction(instruction),
        Record::SupervisionItem(item),
        Record::SealedCopy(copy),
        sheet(None),
        sheet(Some(scan)),
    ];
    let changes = OrganisationKind::ALL.map(|kind| Record::OrganisationChange(change(kind)));
    fixed.into_iter().chain(changes).chain(kinds.map(|kind| Record::Feedback(feedback(kind)))).collect()
}

fn following() -> Vec<Record> {
    let closing = |reopened| RoundClosing {
        round: ROUND,
        closed_on: date(2013, 7, 12),
        closed_by: "李某".into(),
        early_reason: "早".into(),
        reopened,
    };
    let reopening = Reopening { on: date(2013, 7, 15), by: "李某".into(), reason: "漏报".into() };
    let change = |kind| {
        Record::PlanChange(PlanChange {
            id: id(14),
            plan: id(1),
            task: 5,
            quarter: Quarter::Second,
            kind,
            from: date(2013, 6, 3),
            reason: "由".into(),
            basis: "据".into(),
            approver: "王某".into(),
        })
    };
    let carry = |task| {
        Record::CarryOver(CarryOver {
            plan: id(15),
            task,
            from_plan: id(1),
            from_task: 5,
            from_quarter: Quarter::Fourth,
            remark: "注".into(),
        })
    };
    vec![
        Record::RoundClosings(RoundClosings {
            plan: id(1),
            round: ROUND,
            closings: vec![closing(Some(reopening)), closing(None)],
        }),
        change(ChangeKind::Reworded { text: "改".into() }),
        Record::LightOverride(TaskOverride {
            plan: id(1),
            task: 5,
            round: ROUND,
            decision: Override { light: Light::Slow, reason: "场地停用".into(), by: "陈某".into() },
        }),
        change(ChangeKind::Cancelled),
        change(ChangeKind::Deferred { to: ROUND }),
        Record::Leader(TaskLeader {
            plan: id(1),
            task: 3,
            from: Some(date(2013, 7, 1)),
            leader: "王某副区长".into(),
            basis: "据".into(),
        }),
        Record::Leader(TaskLeader {
            plan: id(1),
            task: 3,
            from: None,
            leader: String::new(),
            basis: String::new(),
        }),
        Record::Contact(Contact {
            id: id(16),
            department: id(2),
            name: "王某".into(),
            telephone: "25228502".into(),
            from: Some(date(2013, 1, 1)),
            until: None,
        }),
        carry(Some(4)),
        carry(None),
    ]
}

fn issued() -> Vec<Record> {
    let file = |name: &str| KeptFile {
        sha256: [9; 32],
        size: 300,
        name: name.into(),
        media_type: "application/pdf".into(),
    };
    let evidence = progress().progress.evidence;
    let report = |corrects| IssuedReport {
        id: id(17),
        plan: id(1),
        number: DocumentNumber { series: "盐督".into(), year: 2013, number: 3 },
        document: IssuedDocument {
            title: "题".into(),
            round: Some(ROUND),
            asked: vec![("document".into(), "quarter".into())],
        },
        as_of: date(2013, 7, 12),
        issued_on: date(2013, 7, 16),
        issued_by: "李某".into(),
        approval: Approval { by: "陈某".into(), on: date(2013, 7, 15), scan: evidence.clone() },
        check_code: "XJ4B-NP4P-AHH6".parse().unwrap(),
        inputs: file("inputs"),
        content: file("content.json"),
        pdf: file("a.pdf"),
        program: "0.1.0".into(),
        fonts: [4; 32],
        gaps: vec!["缺".into()],
        corrects,
        sent: vec![Sent { on: date(2013, 7, 17), to: "区政府办".into(), files: evidence.clone() }],
    };
    let correction = Correction {
        of: id(16),
        replaces: "附件第4页".into(),
        reason: "由".into(),
        approver: "陈某".into(),
        holders: vec!["区政府办".into()],
    };
    vec![Record::IssuedReport(report(None)), Record::IssuedReport(report(Some(correction)))]
}

#[test]
fn every_type_has_an_example() {
    let mut missing = ObjectType::KNOWN.to_vec();
    missing.retain(|known| records().iter().all(|record| record.object_type() != *known));
    assert_eq!(missing, []);
}

#[test]
fn every_noun_comes_back_and_has_one_spelling() {
    for record in records() {
        let (object_type, bytes) = (record.object_type(), record.encode());
        let schema = object_type.schema();
        let read = |body: &[u8]| Record::decode(&object_type, schema, body);
        assert_eq!(read(&bytes), Ok(record.clone()));
        for cut in 0..bytes.len() {
            assert!(read(&bytes[..cut]).is_err(), "{record:?} cut at {cut}");
        }
        // A changed byte is refused or another value: never the same value in a second spelling.
        for at in 0..bytes.len() {
            for change in [1, 0x20, 0x80] {
                let mut other = bytes.clone();
                other[at] ^= change;
                assert_ne!(read(&other).as_ref(), Ok(&record), "{record:?} byte {at}");
            }
        }
        let longer = [&bytes[..], &[0]].concat();
        assert_eq!(read(&longer), Err(CodecError::NotCanonical));
        assert_eq!(Record::decode(&object_type, schema + 1, &bytes), Err(CodecError::Unknown));
    }
    let unknown = ObjectType::Other("weather".into());
    assert_eq!(Record::decode(&unknown, 0, &[]), Err(CodecError::Unknown));
}

#[test]
fn values_out_of_their_lists_are_refused() {
    let good = Record::Progress(progress()).encode();
    let check = |from: &[u8], to: &[u8]| {
        let at = good.windows(from.len()).position(|window| window == from).unwrap();
        let mut bad = good.clone();
        bad[at..at + from.len()].copy_from_slice(to);
        assert!(Record::decode(&ObjectType::Progress, 1, &bad).is_err(), "{from:?}");
    };
    check(b"\x67partial", b"\x67parties");
    check(b"\x64file", b"\x64fine");
    check(&20_130_630_u32.to_be_bytes(), &20_130_631_u32.to_be_bytes());
    // Text that is no UTF-8.
    check("\u{8FDB}".as_bytes(), &[0xFF, 0xFF, 0xFF]);
}

#[test]
fn attachments_are_the_files_that_a_record_names() {
    let named: usize = records().iter().map(|record| record.attachments().count()).sum();
    // One each of the progress, the instruction and the signed sheet, five steps, three pieces of feedback; of each of two
    // issued reports the scan, what was sent, and three that are kept.
    assert_eq!(named, 21);
    let record = Record::Progress(progress());
    assert_eq!(record.attachments().next(), Some((&[8; 32], 200, "a.jpg", "image/jpeg")));
}
