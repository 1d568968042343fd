//! The papers under `tests/fixtures/papers`: what is read from each, as readable text, and that no character is lost.
#![allow(clippy::unwrap_used, reason = "tests")]

mod covering;

use covering::holds;
use domain::period::Quarter;
use expect_test::expect_file;
use paper::{PartKind, Reading};
use std::fmt::Write as _;

/// The reading as text: the plan in the paper's order, then the problems.
fn shown(reading: &Reading) -> String {
    let mut out = String::new();
    let plan = &reading.plan;
    writeln!(out, "{} mark={} year={}", reading.writing.encoding, reading.writing.byte_order_mark, plan.year)
        .unwrap();
    writeln!(out, "title={} issuer={} published_on={:?}", plan.title(), plan.issuer(), plan.published_on())
        .unwrap();
    for field in &plan.record {
        writeln!(out, "record {:?} [{}] [{}]", field.kind, field.label, field.value).unwrap();
    }
    for paragraph in &plan.preface {
        writeln!(out, "preface [{paragraph}]").unwrap();
    }
    for section in &plan.sections {
        let table = if section.has_table { " (table)" } else { "" };
        writeln!(out, "section {} [{}] [{}]{table}", section.number, section.number_text, section.title)
            .unwrap();
        for paragraph in &section.paragraphs {
            writeln!(out, "  [{paragraph}]").unwrap();
        }
    }
    writeln!(out, "columns {:?}", plan.columns).unwrap();
    for goal in &plan.goals {
        writeln!(out, "goal [{}]", goal.name).unwrap();
        for task in &goal.tasks {
            writeln!(out, "  task {} [{}] [{}]", task.number, task.number_text, task.title).unwrap();
            writeln!(out, "    objective {:?}", task.objective).unwrap();
            for quarter in Quarter::ALL {
                writeln!(out, "    Q{} {:?}", quarter.number(), task.milestone(quarter)).unwrap();
            }
            writeln!(out, "    departments {:?}", task.departments).unwrap();
        }
    }
    let count =
        |wanted: fn(&PartKind) -> bool| reading.parts.iter().filter(|part| wanted(&part.kind)).count();
    let heads = count(|kind| matches!(kind, PartKind::RepeatedHead { .. }));
    let repetitions = count(|kind| matches!(kind, PartKind::Repetition { .. }));
    writeln!(out, "repeated heads {heads}, repetitions {repetitions}").unwrap();
    for problem in &reading.problems {
        writeln!(out, "line {}: {} [{}]", problem.line, problem.reason, problem.text.escape_debug()).unwrap();
    }
    out
}

fn check(bytes: &[u8], expected: expect_test::ExpectFile) {
    let reading = paper::read(bytes).unwrap();
    holds(bytes, &reading);
    expected.assert_eq(&shown(&reading));
}

macro_rules! paper {
    ($name:ident, $file:literal) => {
        #[test]
        fn $name() {
            check(
                include_bytes!(concat!("../../../tests/fixtures/papers/", $file, ".txt")),
                expect_file![concat!("../../../tests/fixtures/papers/", $file, ".reading.txt")],
            );
        }
    };
}

paper!(another_district_full_width_in_gb18030, "nanhu-2024");
paper!(tabs_in_utf_16, "east-2019-utf16");
paper!(a_row_on_a_line, "west-2021-one-line");
paper!(blanks_and_lines_below_a_web_page, "qingxi-2019");
paper!(a_spreadsheet_with_merged_cells_in_unmarked_utf_16, "tongshan-2022");
paper!(every_problem, "broken");

#[test]
fn the_2013_paper_is_covered() {
    let bytes = include_bytes!("../../../seeds/whitepaper-2013.txt");
    holds(bytes, &paper::read(bytes).unwrap());
}
