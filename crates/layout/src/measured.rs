//! How wide any stretch of a paragraph would be as a line of its own.
//!
//! Left to others: where lines end (`break_lines`, `fair_lines`).

use crate::Length;
use crate::character::{Blank, bars_line_end, bars_line_start, is_blank, is_line_feed};
use crate::shape::Shape;

/// Sums over the shapes, so that any stretch is measured at once; 64 bits wide, since a paragraph may be longer than a
/// `Length` can hold.
pub(crate) struct Measured<'a> {
    pub(crate) shapes: &'a [Shape],
    /// Advances and gaps before each shape.
    widths: Vec<i64>,
    /// Gaps before each shape.
    gaps: Vec<i64>,
    /// What marks and gaps before each shape can give.
    gives: Vec<i64>,
}

impl<'a> Measured<'a> {
    /// Adds up the shapes.
    pub(crate) fn new(shapes: &'a [Shape]) -> Self {
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
    pub(crate) fn natural(&self, start: usize, end: usize) -> Length {
        self.between(&self.widths, start, end)
    }

    /// The gaps of that line.
    pub(crate) fn gaps(&self, start: usize, end: usize) -> Length {
        self.between(&self.gaps, start, end)
    }

    /// What that line can give.
    pub(crate) fn give(&self, start: usize, end: usize) -> Length {
        self.between(&self.gives, start, end)
    }

    /// What the mark at the end of that line can give.
    pub(crate) fn end_give(&self, start: usize, end: usize) -> Length {
        match self.shapes[start..end].last() {
            Some(shape) if shape.blank == Blank::Right => shape.give,
            _ => Length::ZERO,
        }
    }

    /// `end` without hanging blanks and line feed.
    pub(crate) fn ink_end(&self, start: usize, mut end: usize) -> usize {
        let hangs = |c: char| is_blank(c) || is_line_feed(c);
        while end > start && hangs(self.shapes[end - 1].c) {
            end -= 1;
        }
        end
    }

    /// A break inside a word: as far as there is room, at least one character, rather not at a barred place.
    pub(crate) fn anywhere(&self, start: usize, room: Length, limit: usize) -> usize {
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
