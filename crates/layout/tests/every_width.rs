//! Every paragraph of the 2013 paper in every column from 8 to 40 characters, halves among them: what no line may do.
//!
//! The rules are written down here once more, apart from the layout's own tables, so that a gap in those shows. A line
//! counts as too wide also where its characters were pushed over each other to fit. `faults` is held against a breaker
//! that knows no rule: it must find every kind of fault.

#![allow(clippy::unwrap_used, reason = "a test")]

mod fixed;

use std::collections::BTreeSet;

use fixed::{Fixed, HALF, PITCH, SIZE, manuscript, runs, sheet};
use layout::Length;
use layout::block::{Alignment, Block, Paragraph, ParagraphStyle};
use layout::font::FontRole;
use layout::punctuation::full_width;

const PAPER: &str = include_str!("../../../seeds/whitepaper-2013.txt");

/// What the paper does not have and other papers do: dashes, ellipses, signs with numbers, nested marks.
const BESIDES: &[&str] = &[
    "全区推进“三打两建”——打击欺行霸市、打击制假售假、打击商业贿赂——建设社会信用体系……年内完成第3阶段任务的98.5%。",
    "\u{FF08}《办法》\u{300A}细则\u{300B}\u{FF08}试行\u{FF09}\u{FF09}、“‘一站式’服务”等12项制度\u{FF0C}受理1,024件\u{FF0C}办结率99‰\u{FF1B}气温约25℃……",
];

const NO_START: &str = "\u{FF0C}\u{3002}\u{3001}\u{FF1B}\u{FF1A}\u{FF1F}\u{FF01}\u{FF09}\u{300B}\u{3009}\u{3011}\u{201D}\u{2019}\u{2014}\u{2026}\u{B7}%\u{2030}\u{2103}";
const NO_END: &str = "\u{FF08}\u{300A}\u{3008}\u{3010}\u{201C}\u{2018}";
/// Marks of which half is blank: they may be squeezed to half an em.
const HALF_BLANK: &str = "\u{FF0C}\u{3002}\u{3001}\u{FF1B}\u{FF1A}\u{FF1F}\u{FF01}\u{FF09}\u{300B}\u{3009}\u{3011}\u{201D}\u{2019}\u{FF08}\u{300A}\u{3008}\u{3010}\u{201C}\u{2018}";

/// What a line may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// Characters are lost, doubled or changed.
    NotTheText,
    /// It begins with a closing mark or a sign that belongs to what stands before.
    BadStart,
    /// It ends with an opening mark.
    BadEnd,
    /// —— or …… is parted.
    PartedMark,
    /// A number is parted from itself, its measure word, its sign, or 第 from its number.
    PartedNumber,
    /// Ink stands outside the column, or on other ink.
    TooWide,
}

/// A line with the left edge of each of its characters, from the left of the column.
#[derive(Debug, Clone)]
struct Set {
    characters: Vec<char>,
    at: Vec<Length>,
}

/// The least room of a character's ink.
fn ink(c: char, fonts: &Fixed) -> Length {
    match c {
        ' ' => Length::ZERO,
        '\0'..='\u{2FF}' => SIZE.thousandths(i32::from(fonts.narrow)),
        _ if HALF_BLANK.contains(c) => SIZE / 2,
        _ => SIZE,
    }
}

/// Where the ink of a character begins within its em box.
fn ink_from(c: char, room: Length) -> Length {
    let opens = NO_END.contains(c);
    if opens { room / 2 } else { Length::ZERO }
}

/// Every fault of these lines of a text in a column.
fn faults(lines: &[Set], text: &str, width: Length, fonts: &Fixed) -> BTreeSet<Fault> {
    let mut found = BTreeSet::new();
    let joined: String = lines.iter().flat_map(|line| &line.characters).collect();
    if joined != text {
        found.insert(Fault::NotTheText);
    }
    for line in lines {
        let mut free = Length::ZERO;
        for (&c, &at) in line.characters.iter().zip(&line.at) {
            let from = at + ink_from(c, SIZE);
            if from < free || (c != ' ' && from + ink(c, fonts) > width) {
                found.insert(Fault::TooWide);
            }
            free = from + ink(c, fonts);
        }
    }
    for pair in lines.windows(2) {
        let ink = |c: &&char| **c != ' ';
        let last = *pair[0].characters.iter().rfind(ink).unwrap();
        let first = pair[1].characters[0];
        if NO_START.contains(first) {
            found.insert(Fault::BadStart);
        }
        if NO_END.contains(last) {
            found.insert(Fault::BadEnd);
        }
        if last == first && "\u{2014}\u{2026}".contains(first) {
            found.insert(Fault::PartedMark);
        }
        let spaced = pair[0].characters.last() == Some(&' ');
        let clings = first.is_ascii_digit() || "%\u{2030}\u{2103}".contains(first) || first >= '\u{3400}';
        let number = last.is_ascii_digit() && clings && !HALF_BLANK.contains(first);
        if (number && !spaced && !has_no_room(pair, width, fonts))
            || (last == '\u{7B2C}' && first.is_ascii_digit())
        {
            found.insert(Fault::PartedNumber);
        }
    }
    found
}

/// Whether the word that two lines part is wider than the column (043000-10-2013-006011 in eight characters): it has to
/// be parted somewhere.
fn has_no_room(pair: &[Set], width: Length, fonts: &Fixed) -> bool {
    let word = |c: &&char| c.is_ascii_graphic();
    let before = pair[0].characters.iter().rev().take_while(word).count();
    let after = pair[1].characters.iter().take_while(word).count();
    ink('0', fonts) * (before + after) as i32 > width
}

/// The lines of a text as the layout sets them.
fn set(text: &str, width: Length, alignment: Alignment, fonts: &Fixed) -> Vec<Set> {
    let style = ParagraphStyle { splits: true, ..ParagraphStyle::cell(PITCH).aligned(alignment) };
    let paragraph = Paragraph::new(text, FontRole::Song, SIZE, style);
    let mut sheet = sheet(1, 500);
    sheet.width += width - SIZE;
    let left = sheet.type_area(1).x;
    let document = layout::document(&manuscript(sheet, vec![Block::Paragraph(paragraph)]), fonts).unwrap();
    let mut lines: Vec<(Length, Set)> = Vec::new();
    for (_, run) in document.pages.iter().flat_map(runs) {
        if lines.last().is_none_or(|(baseline, _)| *baseline != run.baseline) {
            lines.push((run.baseline, Set { characters: Vec::new(), at: Vec::new() }));
        }
        let (_, line) = lines.last_mut().unwrap();
        line.characters.extend(run.text.chars());
        line.at.extend(run.offsets.iter().map(|&offset| run.x + offset - left));
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Lines cut where the column is full, whatever stands there.
fn cut(text: &str, width: Length, fonts: &Fixed) -> Vec<Set> {
    let mut lines: Vec<Set> = Vec::new();
    let mut free = width;
    for c in text.chars() {
        let room = ink(c, fonts).max(if HALF_BLANK.contains(c) { SIZE } else { Length::ZERO });
        if lines.is_empty() || free + room > width {
            lines.push(Set { characters: Vec::new(), at: Vec::new() });
            free = Length::ZERO;
        }
        let line = lines.last_mut().unwrap();
        line.characters.push(c);
        line.at.push(free);
        free += room;
    }
    lines
}

/// The paper's paragraphs as they are printed, and what it does not have.
fn paragraphs() -> Vec<String> {
    let printed = PAPER.lines().map(str::trim).filter(|line| !line.is_empty()).map(full_width);
    printed.chain(BESIDES.iter().map(|&text| text.to_owned())).collect()
}

/// 8, 8½, 9 … 40 characters.
fn widths() -> impl Iterator<Item = Length> + Clone {
    (16..=80).map(|halves| SIZE * halves / 2)
}

/// Every paragraph in these widths.
fn hold(widths: impl Iterator<Item = Length> + Clone, alignment: Alignment, fonts: &Fixed) {
    for text in paragraphs() {
        for width in widths.clone() {
            let lines = set(&text, width, alignment, fonts);
            let found = faults(&lines, &text, width, fonts);
            let shown = || lines.iter().map(|line| line.characters.iter().collect()).collect::<Vec<String>>();
            assert!(found.is_empty(), "{found:?} in {width}, {alignment:?}: {:#?}", shown());
        }
    }
}

#[test]
fn no_line_of_the_paper_breaks_a_rule() {
    hold(widths(), Alignment::Justified, &HALF);
}

/// Titles and goals stand left and are moved for their words; letters of most faces fill no half. A fifth of the widths.
#[test]
fn nor_does_one_that_stands_left_or_has_letters_that_fill_no_half() {
    hold(widths().step_by(5), Alignment::Left, &HALF);
    hold(widths().step_by(5), Alignment::Justified, &Fixed { narrow: 573 });
}

/// The control: the same texts and columns, cut without rules, show every fault that is looked for.
#[test]
fn cutting_without_rules_is_seen() {
    let mut seen = BTreeSet::new();
    for text in paragraphs() {
        for width in widths() {
            seen.extend(faults(&cut(&text, width, &HALF), &text, width, &HALF));
        }
    }
    let parted = [Fault::BadStart, Fault::BadEnd, Fault::PartedMark, Fault::PartedNumber];
    assert_eq!(seen, BTreeSet::from(parted), "a cut loses nothing and keeps to its column");
}

/// The control of the rest: lines with one thing wrong are told for that thing and no other.
#[test]
fn each_fault_is_seen_for_itself() {
    let line = |text: &str, at: &[i32]| Set {
        characters: text.chars().collect(),
        at: at.iter().map(|&halves| SIZE * halves / 2).collect(),
    };
    let check = |lines: &[Set], text: &str, expected: &[Fault]| {
        let found = faults(lines, text, SIZE * 3, &HALF);
        assert_eq!(found, expected.iter().copied().collect(), "{lines:?}");
    };
    let right = [line("一二三", &[0, 2, 4]), line("四", &[0])];
    check(&right, "一二三四", &[]);
    check(&right, "一二三", &[Fault::NotTheText]);
    check(&right, "一二三四四", &[Fault::NotTheText]);
    check(&[line("一二三四", &[0, 2, 4, 6])], "一二三四", &[Fault::TooWide]);
    check(&[line("一二三四", &[0, 2, 3, 4])], "一二三四", &[Fault::TooWide]);
    // Half a mark is blank: what stands there stands on no ink.
    check(&[line("一\u{FF0C}二\u{3002}", &[0, 2, 3, 5])], "一\u{FF0C}二\u{3002}", &[]);
    check(&[line("一\u{FF08}二", &[0, 1, 3])], "一\u{FF08}二", &[]);
    check(&[line("一\u{FF08}二", &[0, 1, 2])], "一\u{FF08}二", &[Fault::TooWide]);
    check(&[line("一", &[0]), line("\u{3002}", &[0])], "一\u{3002}", &[Fault::BadStart]);
    check(&[line("\u{300A}", &[0]), line("一", &[0])], "\u{300A}一", &[Fault::BadEnd]);
    let dashes = [line("\u{2014}", &[0]), line("\u{2014}", &[0])];
    check(&dashes, "\u{2014}\u{2014}", &[Fault::BadStart, Fault::PartedMark]);
    check(&[line("1", &[0]), line("场", &[0])], "1场", &[Fault::PartedNumber]);
    check(&[line("第", &[0]), line("1", &[0])], "第1", &[Fault::PartedNumber]);
    let long = [line("123456", &[0, 1, 2, 3, 4, 5]), line("7", &[0])];
    check(&long, "1234567", &[]);
    check(&[line("1 ", &[0, 1]), line("场", &[0])], "1 场", &[]);
}
