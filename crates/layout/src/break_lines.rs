//! Which opportunities become line ends.
//!
//! Greedy and linear. A line is filled; a mark at its end takes half its width and the gaps between Han and Latin close if
//! that helps; where a rule would push a
//! whole character out to the next line, the line's marks are squeezed to draw it in instead. A word longer than a line is
//! broken anywhere rather than lost. Left to others: setting the line to its width (`set`).

use crate::Length;
use crate::character::{Blank, bars_line_end, bars_line_start, is_blank};
use crate::opportunities::Opportunity;
use crate::shape::Shape;

/// One line of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its first shape.
    pub(crate) start: u32,
    /// After its last shape with ink.
    pub(crate) ink_end: u32,
    /// After its last shape, hanging blanks and line feed included.
    pub(crate) end: u32,
    /// Natural width up to `ink_end`.
    pub(crate) natural: Length,
    /// Ends a paragraph or was ended by force: it is not spread.
    pub(crate) last: bool,
}

/// Breaks a paragraph; the first line has `first` room, the others `width`. Without shapes there is one empty line.
pub(crate) fn break_lines(
    shapes: &[Shape],
    opportunities: &[Opportunity],
    first: Length,
    width: Length,
) -> Vec<Line> {
    let measured = Measured::new(shapes);
    let mut lines = Vec::new();
    let mut start = 0;
    let mut next = 0;
    loop {
        let room = if lines.is_empty() { first } else { width };
        let (end, forced) = line_end(&measured, &opportunities[next..], start, room, width);
        let ink_end = measured.ink_end(start, end);
        lines.push(Line {
            start: start as u32,
            ink_end: ink_end as u32,
            end: end as u32,
            natural: measured.natural(start, ink_end),
            last: forced,
        });
        start = end;
        while next < opportunities.len() && opportunities[next].at <= start {
            next += 1;
        }
        if next == opportunities.len() {
            return lines;
        }
    }
}

/// Where the line that begins at `start` ends, and whether by force.
fn line_end(
    measured: &Measured<'_>,
    opportunities: &[Opportunity],
    start: usize,
    room: Length,
    width: Length,
) -> (usize, bool) {
    let mut fitting: Option<usize> = None;
    for opportunity in opportunities {
        let end = opportunity.at;
        let ink_end = measured.ink_end(start, end);
        let natural = measured.natural(start, ink_end);
        if natural - measured.end_give(start, ink_end) - measured.gaps(start, ink_end) <= room {
            if opportunity.forced {
                return (end, true);
            }
            fitting = Some(end);
            continue;
        }
        let squeezed = natural - measured.give(start, ink_end);
        let draws_in = match fitting {
            None => true,
            // Less than one character's room is left over: that is no push-out, only a remainder.
            Some(fit) => {
                room - measured.natural(start, measured.ink_end(start, fit)) >= measured.shapes[fit].advance
            }
        };
        if draws_in && squeezed <= room {
            return (end, opportunity.forced);
        }
        return match fitting {
            // The next word does not fit a line of its own either: it begins here.
            Some(fit) if measured.natural(fit, ink_end) - measured.give(fit, ink_end) <= width => {
                (fit, false)
            }
            _ => (measured.anywhere(start, room, ink_end), false),
        };
    }
    (measured.shapes.len(), true)
}

/// Sums over the shapes, so that any stretch is measured at once; 64 bits wide, since a paragraph may be longer than a
/// `Length` can hold.
struct Measured<'a> {
    shapes: &'a [Shape],
    /// Advances and gaps before each shape.
    widths: Vec<i64>,
    /// Gaps before each shape.
    gaps: Vec<i64>,
    /// What marks and gaps before each shape can give.
    gives: Vec<i64>,
}

impl<'a> Measured<'a> {
    fn new(shapes: &'a [Shape]) -> Self {
        let mut widths = Vec::with_capacity(shapes.len() + 1);
        let mut gaps = Vec::with_capacity(shapes.len() + 1);
        let mut gives = Vec::with_capacity(shapes.len() + 1);
        let (mut width, mut gap, mut give) = (0_i64, 0_i64, 0_i64);
        for shape in shapes {
            widths.push(width);
            gaps.push(gap);
            gives.push(give);
            gap += i64::from(shape.gap.0);
            width += i64::from(shape.advance.0 + shape.gap.0);
            give += i64::from(shape.give.0 + shape.gap.0);
        }
        widths.push(width);
        gaps.push(gap);
        gives.push(give);
        Self { shapes, widths, gaps, gives }
    }

    /// The gap that `end` cuts off.
    fn cut(&self, start: usize, end: usize) -> i64 {
        if end > start { i64::from(self.shapes[end - 1].gap.0) } else { 0 }
    }

    /// A sum over `start..end` as a line of its own; one beyond any line is cut to what a length holds.
    fn between(&self, sums: &[i64], start: usize, end: usize) -> Length {
        let sum = sums[end] - sums[start] - self.cut(start, end);
        Length(sum.min(i64::from(i32::MAX / 2)) as i32)
    }

    /// Width of `start..end` as a line of its own.
    fn natural(&self, start: usize, end: usize) -> Length {
        self.between(&self.widths, start, end)
    }

    /// The gaps of that line.
    fn gaps(&self, start: usize, end: usize) -> Length {
        self.between(&self.gaps, start, end)
    }

    /// What that line can give.
    fn give(&self, start: usize, end: usize) -> Length {
        self.between(&self.gives, start, end)
    }

    /// What the mark at the end of that line can give.
    fn end_give(&self, start: usize, end: usize) -> Length {
        match self.shapes[start..end].last() {
            Some(shape) if shape.blank == Blank::Right => shape.give,
            _ => Length::ZERO,
        }
    }

    /// `end` without hanging blanks and line feed.
    fn ink_end(&self, start: usize, mut end: usize) -> usize {
        let hangs = |c: char| is_blank(c) || crate::character::is_line_feed(c);
        while end > start && hangs(self.shapes[end - 1].c) {
            end -= 1;
        }
        end
    }

    /// A break inside a word: as far as there is room, at least one character, rather not at a barred place.
    fn anywhere(&self, start: usize, room: Length, limit: usize) -> usize {
        let mut end = start + 1;
        while end < limit && self.natural(start, end + 1) <= room {
            end += 1;
        }
        let bad = |end: usize| {
            let next = &self.shapes[end.min(self.shapes.len() - 1)];
            next.advance == Length::ZERO || bars_line_start(next.c) || bars_line_end(self.shapes[end - 1].c)
        };
        let good = (start + 1..=end).rev().take(4).find(|&end| !bad(end));
        let whole = |mut end: usize| {
            // A combining mark stays with its letter at any price.
            while end < limit && self.shapes[end].advance == Length::ZERO {
                end += 1;
            }
            end
        };
        good.unwrap_or_else(|| whole(end))
    }
}
