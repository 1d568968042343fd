//! Running lines: their parts never touch, however long an office's name is.

#![allow(clippy::unwrap_used, reason = "a test")]

mod fixed;

use fixed::{SIZE, lay_out, runs, sheet, text};
use layout::Length;
use layout::block::{Block, Span};
use layout::font::FontRole;
use layout::page::{Artifact, Belongs, Stroke, TextRun};
use layout::sheet::{RunningLine, Sheet};

/// The running texts of a page that is forty characters wide, with a middle of that many.
fn running(middle: usize, footer: bool) -> Vec<TextRun> {
    let span = |text: String| vec![Span::new(text, FontRole::Song, SIZE)];
    let line = RunningLine {
        left: span("左".repeat(4)),
        center: span("中".repeat(middle)),
        right: span("右".repeat(10)),
        distance: SIZE,
        rule: Stroke::NONE,
    };
    let mut sheet: Sheet = sheet(40, 10);
    if footer {
        sheet.footer.push(line)
    } else {
        sheet.header.push(line)
    }
    let document = lay_out(sheet, vec![Block::Paragraph(text("文", 1))]);
    let artifact = |belongs| belongs == Belongs::Artifact(Artifact::Pagination);
    runs(&document.pages[0])
        .filter(|(placed, _)| artifact(placed.belongs))
        .map(|(_, run)| run.clone())
        .collect()
}

#[test]
fn the_parts_of_a_running_line_never_touch() {
    // In the middle of the line, then aside where the right part leaves no room for that, then on lines of its own.
    let check = |middle: usize, lines: usize, left_edge: Option<i32>| {
        for footer in [false, true] {
            let runs = running(middle, footer);
            let of = |c: char| runs.iter().filter(move |run| run.text.starts_with(c)).collect::<Vec<_>>();
            let (left, middles, right) = (of('左'), of('中'), of('右'));
            assert_eq!(middles.len(), lines, "{middle}");
            assert_eq!(middles.iter().map(|run| run.text.chars().count()).sum::<usize>(), middle);
            if let Some(edge) = left_edge {
                assert_eq!((middles[0].x - left[0].x, middles[0].baseline), (SIZE * edge, left[0].baseline));
                assert!(middles[0].x >= left[0].x + left[0].width + SIZE);
                assert!(middles[0].x + middles[0].width + SIZE <= right[0].x);
            } else {
                let away = |run: &&TextRun| {
                    if footer { run.baseline - left[0].baseline } else { left[0].baseline - run.baseline }
                };
                assert!(middles.iter().all(|run| away(run) >= SIZE), "away from the text");
                assert!(middles.windows(2).all(|two| two[1].baseline - two[0].baseline > Length::ZERO));
            }
        }
    };
    check(10, 1, Some(15));
    check(18, 1, Some(11));
    check(20, 1, Some(7));
    check(24, 1, Some(5));
    check(25, 1, None);
    check(70, 2, None);
}
