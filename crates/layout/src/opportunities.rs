//! Where a line may end: UAX 14 (strict) and what Chinese printing adds to it.
//!
//! Added: digits never part from their measure word, 第 not from its number, —— and …… stay whole, quotation marks
//! belong to what they enclose, web addresses may part behind a point. Left to others: which of the opportunities is taken.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};

use crate::character::{bars_line_end, bars_line_start, doubles, is_blank, is_han, is_line_feed, is_wide};
use crate::shape::Shape;

/// A place where a line may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opportunity {
    /// The shape that would begin the next line.
    pub(crate) at: usize,
    /// Whether the line must end here.
    pub(crate) forced: bool,
}

/// Measure words of more than one character, and what clings to a number like one.
const MEASURES: &[&str] = &[
    "\u{4EBA}\u{6B21}",                 // 人次
    "\u{4E07}\u{5143}",                 // 万元
    "\u{4EBF}\u{5143}",                 // 亿元
    "\u{516C}\u{91CC}",                 // 公里
    "\u{516C}\u{9877}",                 // 公顷
    "\u{516C}\u{65A4}",                 // 公斤
    "\u{5E73}\u{65B9}\u{7C73}",         // 平方米
    "\u{7ACB}\u{65B9}\u{7C73}",         // 立方米
    "\u{5E73}\u{65B9}\u{516C}\u{91CC}", // 平方公里
    "\u{4E2A}\u{6708}",                 // 个月
    "\u{5C0F}\u{65F6}",                 // 小时
    "\u{5206}\u{949F}",                 // 分钟
    "\u{5E74}\u{5EA6}",                 // 年度
    "\u{5B63}\u{5EA6}",                 // 季度
    "\u{5468}\u{5C81}",                 // 周岁
];

/// The opportunities of a paragraph in order; the last is its end.
pub(crate) fn opportunities(text: &str, shapes: &[Shape]) -> Vec<Opportunity> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    let segmenter = LineSegmenter::new_for_non_complex_scripts(options);
    let mut found = Vec::with_capacity(shapes.len());
    let mut bytes = segmenter.segment_str(text).peekable();
    for at in 1..shapes.len() {
        let mut listed = false;
        while let Some(&byte) = bytes.peek() {
            if byte > shapes[at].byte as usize {
                break;
            }
            // Zero is no opportunity; one inside invisible characters counts for the next that is seen.
            listed |= byte > shapes[at - 1].byte as usize;
            bytes.next();
        }
        let forced = is_line_feed(shapes[at - 1].c);
        if forced || may_break(shapes, at, listed) {
            found.push(Opportunity { at, forced });
        }
    }
    found.push(Opportunity { at: shapes.len(), forced: true });
    found
}

/// Whether a line may end before the shape at `at`; `listed` is the opinion of UAX 14.
fn may_break(shapes: &[Shape], at: usize, listed: bool) -> bool {
    let (a, b) = (shapes[at - 1].c, shapes[at].c);
    if is_blank(b) || bars_line_start(b) || bars_line_end(a) || (doubles(a) && a == b) {
        return false;
    }
    if a.is_ascii_digit() && is_han(b) {
        return false;
    }
    if a == '\u{7B2C}' && b.is_ascii_digit() {
        return false; // 第 and its number
    }
    if inside_measure(shapes, at) {
        return false;
    }
    // UAX 14 glues quotation marks on both sides; Chinese ones only enclose.
    let opens = bars_line_end(b) && is_wide(a);
    let closed = bars_line_start(a) && is_wide(a) && is_wide(b);
    listed || opens || closed || inside_address(shapes, at)
}

/// Whether the place lies in a web address behind a point or stroke: a whole address in a narrow line would spread the
/// line before it. Numbers (72.63) and file names are no addresses.
fn inside_address(shapes: &[Shape], at: usize) -> bool {
    if !matches!(shapes[at - 1].c, '.' | '/') || !shapes[at].c.is_ascii_alphanumeric() {
        return false;
    }
    let belongs = |shape: &&Shape| shape.c.is_ascii_graphic();
    let before = shapes[..at].iter().rev().take_while(belongs).count();
    let mut address = shapes[at - before..at].windows(3);
    address.any(|three| three.iter().map(|shape| shape.c).eq("://".chars()))
}

/// Whether the place lies inside a measure word that follows a digit.
fn inside_measure(shapes: &[Shape], at: usize) -> bool {
    if !is_han(shapes[at].c) || !is_han(shapes[at - 1].c) {
        return false;
    }
    (1..=3).filter(|&back| at > back && shapes[at - back - 1].c.is_ascii_digit()).any(|back| {
        MEASURES.iter().any(|measure| {
            measure.chars().count() > back
                && measure.chars().zip(&shapes[at - back..]).filter(|(c, shape)| *c == shape.c).count()
                    == measure.chars().count()
        })
    })
}
