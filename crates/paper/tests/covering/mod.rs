//! What must hold of every reading: each character in exactly one part, the bytes come back, nothing lost or invented.

use domain::plan::RecordKind;
use paper::{Part, PartKind, Place, ProblemReason, Reading, TaskText};
use std::collections::HashMap;

/// Checks a reading against the bytes that it was read from.
pub(crate) fn holds(bytes: &[u8], reading: &Reading) {
    let text = paper::rebuilt(&reading.plan, &reading.problems, &reading.parts)
        .expect("parts without gap or overlap");
    assert!(reading.writing.encode(&text) == bytes, "the bytes come back");
    assert!(reading.parts.iter().all(|part| part.start < part.end), "no empty part");
    separators_hold_no_text(reading);
    lines_are_right(reading, &text);
    problems_are_in_order(reading);
    every_text_of_the_plan_is_in_the_file(reading);
}

fn separators_hold_no_text(reading: &Reading) {
    const MARKS: &str = "|\u{FF5C}\u{2502}\u{2503}:\u{FF1A}\u{2236}\u{FE30}\u{FE55},\u{FF0C};\u{FF1B}\u{3001}\u{FE51}\u{FF64}-=+_\u{2014}/\u{FF0F}\"()\u{FF08}\u{FF09}";
    const LABELS: &str = "年度全工作总總目标標第一二三四季续續表上前月末底完成进度Qq0123456789\u{FF11}\u{FF12}\u{FF13}\u{FF14}【】[]()\u{FF08}\u{FF09}-\u{2014}.";
    for part in &reading.parts {
        if let PartKind::Separator(text) = &part.kind {
            let is_mark = |c: char| {
                c.is_whitespace()
                    || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
                    || MARKS.contains(c)
                    || matches!(c, '\u{2500}'..='\u{257F}')
            };
            let words = text.trim_matches(is_mark);
            assert!(words.chars().all(|c| LABELS.contains(c) || is_mark(c)), "separator {text:?}");
            assert!(words.chars().count() <= 20, "separator {text:?}");
        }
    }
}

fn lines_are_right(reading: &Reading, text: &str) {
    let (mut line, mut at, mut last) = (1, 0, ' ');
    let mut chars = text.chars();
    for part in &reading.parts {
        while at < part.start {
            let c = chars.next().unwrap();
            line += usize::from(c == '\r' || (c == '\n' && last != '\r'));
            (at, last) = (at + 1, c);
        }
        // A part may begin between CR and LF only as a separator, which never happens: both are one break.
        assert_eq!(part.line, line, "{part:?}");
    }
}

fn problems_are_in_order(reading: &Reading) {
    assert!(reading.problems.is_sorted_by_key(|problem| problem.line));
    for part in &reading.parts {
        if let PartKind::Problem(index) = part.kind {
            let problem = &reading.problems[index];
            assert_eq!(problem.text.chars().count(), part.end - part.start);
            assert_eq!(problem.line, part.line);
        }
    }
}

/// The field parts of each place, put together, are its whole text; and each text of the plan has such parts.
fn every_text_of_the_plan_is_in_the_file(reading: &Reading) {
    let mut found: HashMap<Place, String> = HashMap::new();
    for part in &reading.parts {
        if let PartKind::Field { place, from } = part.kind {
            let text = found.entry(place).or_default();
            assert_eq!(text.len(), from, "{part:?}");
            text.push_str(text_of(part, reading));
        }
    }
    for place in places(reading) {
        let text = place.text(&reading.plan).unwrap();
        if is_told_elsewhere(place, reading) {
            continue;
        }
        assert_eq!(found.remove(&place).unwrap_or_default(), text, "{place:?}");
    }
    assert!(found.is_empty(), "{found:?}");
}

/// An issuer that no line of the record names is taken from a text that stands elsewhere, which a problem says.
fn is_told_elsewhere(place: Place, reading: &Reading) -> bool {
    let Place::RecordValue(n) = place else { return false };
    let field = &reading.plan.record[n];
    let is_said = || reading.problems.iter().any(|problem| problem.reason == ProblemReason::IssuerElsewhere);
    field.kind == RecordKind::Issuer && field.label.is_empty() && is_said()
}

fn text_of<'a>(part: &'a Part, reading: &'a Reading) -> &'a str {
    part.text(&reading.plan, &reading.problems).unwrap()
}

fn places(reading: &Reading) -> Vec<Place> {
    let plan = &reading.plan;
    let mut places = Vec::new();
    places.extend((0..plan.record.len()).flat_map(|n| [Place::RecordLabel(n), Place::RecordValue(n)]));
    places.extend((0..plan.preface.len()).map(Place::Preface));
    for (section, contents) in plan.sections.iter().enumerate() {
        places.extend([Place::SectionNumber(section), Place::SectionTitle(section)]);
        places
            .extend((0..contents.paragraphs.len()).map(|paragraph| Place::Paragraph { section, paragraph }));
    }
    places.extend((0..plan.columns.len()).map(Place::Column));
    for (goal, contents) in plan.goals.iter().enumerate() {
        places.push(Place::GoalName(goal));
        for (task, contents) in contents.tasks.iter().enumerate() {
            let mut texts = vec![TaskText::Number, TaskText::Title];
            texts.extend(contents.objective.as_ref().map(|_| TaskText::Objective));
            let quarters = domain::period::Quarter::ALL.into_iter();
            texts.extend(
                quarters.filter(|&quarter| contents.milestone(quarter).is_some()).map(TaskText::Milestone),
            );
            texts.extend((0..contents.departments.len()).map(TaskText::Department));
            places.extend(texts.into_iter().map(|text| Place::Task { goal, task, text }));
        }
    }
    places
}
