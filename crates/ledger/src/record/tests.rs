#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;
use domain::claim::Claim;
use domain::department::DepartmentName;
use domain::evidence::{Evidence, PaperEvidence};
use domain::period::{DueRule, Quarter, Round};
use domain::plan::{Goal, Plan, RecordField, RecordKind, Section, Task};
use domain::progress::{Progress, ProgressKey, Value};
use domain::state::Finding;
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
        Record::Lead(Lead { plan: id(1), task: 3, department: Some(id(2)), basis: "据".into() }),
        Record::Lead(Lead { plan: id(1), task: 3, department: None, basis: String::new() }),
        Record::Person(person),
        Record::Office(Office { id: id(6), name: "督查室".into(), kind: OfficeKind::Supervision }),
        Record::Office(Office { id: id(6), name: "局".into(), kind: OfficeKind::Department(id(4)) }),
        Record::Settings(settings),
    ]
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
fn attachments_are_the_files_of_a_progress() {
    let named: usize = records().iter().map(|record| record.attachments().count()).sum();
    assert_eq!(named, 1);
    let record = Record::Progress(progress());
    assert_eq!(record.attachments().next(), Some((&[8; 32], 200, "a.jpg", "image/jpeg")));
}
