//! The 2013 paper against the shared reading of it: `seeds/whitepaper-2013.txt` read by `paper` says what
//! `seeds/whitepaper-2013.json` says, under the mapping target → objective, no → number, q1…q4 → milestones, its
//! "milestones" → items, publisher → issuer, published_at → published_on.
#![allow(clippy::unwrap_used, reason = "tests")]

use domain::period::Quarter;
use domain::plan::{Plan, RecordKind};
use paper::{Part, PartKind, Place, Reading, TaskText};
use serde_json::Value;

const TEXT: &[u8] = include_bytes!("../../seeds/whitepaper-2013.txt");
const SHARED: &str = include_str!("../../seeds/whitepaper-2013.json");

fn reading() -> Reading {
    paper::read(TEXT).unwrap()
}

fn shared() -> Value {
    serde_json::from_str(SHARED).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(text).collect()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    value[name].as_array().unwrap()
}

/// The line of the first part that became that place.
fn line_of(parts: &[Part], wanted: Place) -> Value {
    let part =
        parts.iter().find(|part| matches!(&part.kind, PartKind::Field { place, .. } if *place == wanted));
    part.map(|part| part.line).into()
}

#[test]
fn no_problems_and_its_sizes() {
    let Reading { plan, problems, .. } = reading();
    assert_eq!(problems, []);
    let milestones = plan.tasks().flat_map(|task| task.milestones.iter().flatten()).count();
    let items: usize =
        plan.tasks().flat_map(|task| Quarter::ALL.map(|quarter| task.items(quarter).len())).sum();
    assert_eq!(
        (plan.year, plan.goals.len(), plan.tasks().count(), milestones, items),
        (2013, 5, 20, 80, 133)
    );
    assert_eq!(plan.issuer(), "深圳市盐田区人民政府");
    assert_eq!(plan.published_on().unwrap().to_string(), "2013-04-17");
    assert_eq!(plan.record_value(RecordKind::PublishedOn), Some("2013-04-17 00:00"));
}

#[test]
fn the_record_and_the_preface() {
    let Reading { plan, parts, .. } = reading();
    let shared = shared();
    let kinds = [
        ("index_no", RecordKind::IndexNo),
        ("category", RecordKind::Category),
        ("publisher", RecordKind::Issuer),
        ("published_at", RecordKind::PublishedOn),
        ("title", RecordKind::Title),
        ("doc_no", RecordKind::DocumentNo),
        ("subject_terms", RecordKind::SubjectTerms),
    ];
    assert_eq!(plan.record.len(), kinds.len());
    for (n, (name, kind)) in kinds.into_iter().enumerate() {
        let (field, expected) = (&plan.record[n], &shared["metadata"][name]);
        assert_eq!(
            (field.kind, field.label.as_str(), field.value.as_str()),
            (kind, text(&expected["label_raw"]), text(&expected["value"]))
        );
        assert_eq!(line_of(&parts, Place::RecordLabel(n)), expected["line"], "{name}");
    }
    assert_eq!(plan.preface, [text(&shared["preface"]["text"])]);
    assert_eq!(line_of(&parts, Place::Preface(0)), shared["preface"]["line"]);
}

#[test]
fn the_sections() {
    let Reading { plan, parts, .. } = reading();
    let shared = shared();
    assert_eq!(plan.sections.len(), list(&shared, "sections").len());
    for (n, (section, expected)) in plan.sections.iter().zip(list(&shared, "sections")).enumerate() {
        assert_eq!(Value::from(section.number), expected["no"]);
        assert_eq!(
            (section.number_text.as_str(), section.title.as_str()),
            (text(&expected["no_text"]), text(&expected["title"]))
        );
        assert_eq!(section.has_table, expected.get("table").is_some());
        assert_eq!(line_of(&parts, Place::SectionTitle(n)), expected["line"]);
        let paragraphs = list(expected, "paragraphs");
        assert_eq!(
            section.paragraphs,
            paragraphs.iter().map(|paragraph| text(&paragraph["text"])).collect::<Vec<_>>()
        );
        for (paragraph, expected) in paragraphs.iter().enumerate() {
            assert_eq!(line_of(&parts, Place::Paragraph { section: n, paragraph }), expected["line"]);
        }
    }
}

#[test]
fn the_goals_and_tasks() {
    let Reading { plan, .. } = reading();
    let shared = shared();
    assert_eq!(plan.columns, texts(&shared["table"]["columns"]));
    assert_eq!(plan.goals.len(), list(&shared, "goals").len());
    for (goal, expected) in plan.goals.iter().zip(list(&shared, "goals")) {
        assert_eq!(goal.name, text(&expected["name"]));
        assert_eq!(goal.tasks.len(), list(expected, "tasks").len());
        for (task, expected) in goal.tasks.iter().zip(list(expected, "tasks")) {
            assert_eq!(Value::from(task.number), expected["no"]);
            assert_eq!(task.number_text, text(&expected["no_text"]));
            assert_eq!(task.title, text(&expected["title"]));
            assert_eq!(task.objective.as_deref(), expected["target"].as_str());
            assert_eq!(task.departments, texts(&expected["departments"]));
            for quarter in Quarter::ALL {
                let name = format!("q{}", quarter.number());
                assert_eq!(task.milestone(quarter), expected[&name].as_str());
                let items: Vec<_> =
                    list(&expected["milestones"], &name).iter().map(|item| text(&item["text"])).collect();
                assert_eq!(task.items(quarter), items, "{} {name}", task.number);
            }
        }
    }
}

#[test]
fn the_departments_by_first_mention() {
    let expected = shared();
    let names: Vec<_> =
        list(&expected, "departments").iter().map(|department| text(&department["name"])).collect();
    assert_eq!(reading().plan.department_names(), names);
}

#[test]
fn the_lines_of_the_table() {
    let Reading { plan, parts, .. } = reading();
    let shared = shared();
    let mut places =
        plan.goals.iter().enumerate().flat_map(|(goal, g)| (0..g.tasks.len()).map(move |task| (goal, task)));
    let mut current = (0, 0);
    for (page, expected) in list(&shared["table"], "pages").iter().enumerate() {
        let heads = parts.iter().filter_map(|part| match part.kind {
            PartKind::Field { place: Place::Column(_), .. } if page == 0 => Some(part.line),
            PartKind::RepeatedHead { .. } if page > 0 => Some(part.line),
            _ => None,
        });
        let heads: Vec<_> = heads.skip(page.saturating_sub(1) * 4).take(4).collect();
        let lines: Vec<_> =
            list(expected, "header").iter().map(|cell| cell["line"].as_u64().unwrap() as usize).collect();
        assert_eq!(heads, lines, "page {page}");
        for row in list(expected, "rows") {
            let continued = row["continuation"] == true;
            current = if continued { current } else { places.next().unwrap() };
            let (goal, task) = current;
            let place = |text| Place::Task { goal, task, text };
            let repeated = |part: &&Part| match &part.kind {
                PartKind::Repetition { place: found, .. } => *found == place(TaskText::Title),
                PartKind::Field { place: found, .. } => *found == place(TaskText::Title) && !continued,
                _ => false,
            };
            let title = parts.iter().find(repeated).map(|part| part.line);
            assert_eq!(Value::from(title), row["task_cell"]["line"]);
            let quarter = if continued { Quarter::Third } else { Quarter::First };
            assert_eq!(line_of(&parts, place(TaskText::Milestone(quarter))), row["progress_cell"]["line"]);
        }
    }
    assert_eq!(places.next(), None);
}

#[test]
fn the_bytes_come_back_from_the_parts() {
    let reading = reading();
    let text = paper::rebuilt(&reading.plan, &reading.problems, &reading.parts).unwrap();
    assert_eq!(reading.writing.encode(&text), TEXT);
    // The control: the text is the plan's own, so another plan gives other bytes.
    let mut other = reading.plan.clone();
    other.goals[3].tasks[1].departments[0] = "某某局".into();
    assert_ne!(paper::rebuilt(&other, &reading.problems, &reading.parts).unwrap(), text);
    assert_eq!(paper::rebuilt(&Plan::default(), &reading.problems, &reading.parts), None);
    // What is kept beside the plan is only blanks, breaks, bars and labels.
    let kept = reading.parts.iter().filter_map(|part| match &part.kind {
        PartKind::Separator(text) => Some(text.trim_matches(|c: char| c.is_whitespace() || c == '|')),
        _ => None,
    });
    let kept: std::collections::BTreeSet<_> = kept.collect();
    assert_eq!(
        kept.into_iter().collect::<Vec<_>>(),
        ["", ":", "目标:", "第一季度:", "第三季度:", "第二季度:", "第四季度:"]
    );
}

#[test]
fn what_a_page_break_repeats() {
    let reading = reading();
    let count =
        |wanted: fn(&PartKind) -> bool| reading.parts.iter().filter(|part| wanted(&part.kind)).count();
    assert_eq!(count(|kind| matches!(kind, PartKind::RepeatedHead { .. })), 5 * 4);
    assert_eq!(count(|kind| matches!(kind, PartKind::Problem(_))), 0);
    // The goals at the top of pages 2, 3, 4 and 6 (page 5 begins with a new one); of tasks 4 and 12 the number, the
    // title, and 1 + 3 departments.
    let goals = |kind: &PartKind| matches!(kind, PartKind::Repetition { place: Place::GoalName(_), .. });
    assert_eq!(count(goals), 4);
    assert_eq!(
        count(|kind| matches!(kind, PartKind::Repetition { place: Place::Task { .. }, .. })),
        2 * 2 + 4
    );
}
