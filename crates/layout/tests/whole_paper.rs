//! Every line of the 2013 paper, at every width: marks, breaks and widths hold.

#![allow(clippy::unwrap_used, reason = "a test")]

mod fixed;

use fixed::{PITCH, SIZE, lay_out, runs, sheet};
use layout::Length;
use layout::block::{Block, Paragraph, ParagraphStyle};
use layout::font::FontRole;
use layout::punctuation::full_width;

const PAPER: &str = include_str!("../../../seeds/whitepaper-2013.txt");

const CLOSING: &str = "\u{FF0C}\u{3002}\u{FF1B}\u{FF1A}\u{3001}\u{FF09}\u{300B}\u{201D}\u{FF01}\u{FF1F}%";
const OPENING: &str = "\u{FF08}\u{300A}\u{201C}";

#[test]
fn every_ascii_mark_of_the_paper_is_printed_as_it_should_be() {
    let mut left = Vec::new();
    for line in PAPER.lines() {
        let printed = full_width(line);
        assert_eq!(printed.chars().count(), line.chars().count(), "one character stays one");
        let marks = printed.char_indices().filter(|(_, c)| ",:;()?!".contains(*c));
        left.extend(marks.map(|(at, _)| printed[at..].chars().take(3).collect::<String>()));
    }
    // The time of day and the address keep theirs; all others are full width.
    assert_eq!(left, [":00", "://"]);
    let count = |marks: &str| full_width(PAPER).chars().filter(|&c| marks.contains(c)).count();
    assert_eq!(count("\u{FF08}"), count("\u{FF09}"));
    assert_eq!(
        (count("\u{FF0C}"), count("\u{FF1A}"), count("\u{FF1B}"), count("\u{FF08}")),
        (193, 109, 59, 42)
    );
}

/// The lines of a text in a column of that many characters, each with its right edge from the left of the column.
fn lines(text: &str, characters: i32) -> Vec<(String, Length)> {
    let style = ParagraphStyle { splits: true, ..ParagraphStyle::cell(PITCH) };
    let paragraph = Paragraph::new(text, FontRole::Song, SIZE, style);
    let document = lay_out(sheet(characters, 500), vec![Block::Paragraph(paragraph)]);
    let left = sheet(characters, 500).type_area(1).x;
    let mut lines: Vec<(Length, String, Length)> = Vec::new();
    for (_, run) in document.pages.iter().flat_map(runs) {
        let right = run.x + run.width - left;
        match lines.last_mut() {
            Some((baseline, text, edge)) if *baseline == run.baseline => {
                text.push_str(&run.text);
                *edge = right;
            }
            _ => lines.push((run.baseline, run.text.clone(), right)),
        }
    }
    lines.into_iter().map(|(_, text, right)| (text, right)).collect()
}

#[test]
fn no_line_of_the_paper_begins_or_ends_badly_at_any_width() {
    for line in PAPER.lines().filter(|line| !line.is_empty()) {
        let text = full_width(line);
        for characters in (6..=40).step_by(if text.len() > 600 { 7 } else { 1 }) {
            let lines = lines(&text, characters);
            let joined: String = lines.iter().map(|(line, _)| line.as_str()).collect();
            assert_eq!(joined, text, "nothing is lost");
            for (at, (line, right)) in lines.iter().enumerate() {
                let (first, last) = (line.chars().next().unwrap(), line.trim_end().chars().last().unwrap());
                assert!(at == 0 || !CLOSING.contains(first), "{line} in {characters}");
                assert!(at + 1 == lines.len() || !OPENING.contains(last), "{line} in {characters}");
                assert!(*right <= SIZE * characters, "{line} is too wide for {characters}: {right}");
                let next = lines.get(at + 1).and_then(|(next, _)| next.chars().next());
                let parted = next.is_some_and(|next| last.is_ascii_digit() && next >= '\u{4E00}');
                assert!(!parted, "{line}|{next:?} in {characters}");
            }
        }
    }
}

#[test]
fn justified_lines_end_at_the_edge() {
    let text = full_width(PAPER.lines().nth(9).unwrap());
    let lines = lines(&text, 23);
    let (_, all) = lines.split_last().unwrap();
    assert!(all.len() > 5);
    for (line, right) in all {
        assert_eq!(*right, SIZE * 23, "{line}");
    }
}
