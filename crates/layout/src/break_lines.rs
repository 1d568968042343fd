//! Which opportunities become line ends.
//!
//! Greedy and linear. A line is filled; a mark at its end takes half its width and the gaps between Han and Latin close if
//! that helps; where a rule would push a
//! whole character out to the next line, the line's marks are squeezed to draw it in instead. A word longer than a line is
//! broken anywhere rather than lost. Left to others: what a careful eye would still move (`fair_lines`), setting the line to
//! its width (`set`).

use crate::Length;
use crate::measured::Measured;
use crate::opportunities::Opportunity;

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

impl Line {
    /// The line of the shapes `start..end`.
    pub(crate) fn new(measured: &Measured<'_>, start: usize, end: usize, last: bool) -> Self {
        let ink_end = measured.ink_end(start, end);
        let natural = measured.natural(start, ink_end);
        Self { start: start as u32, ink_end: ink_end as u32, end: end as u32, natural, last }
    }
}

/// Breaks a paragraph; the first line has `first` room, the others `width`. Without shapes there is one empty line.
pub(crate) fn break_lines(
    measured: &Measured<'_>,
    opportunities: &[Opportunity],
    first: Length,
    width: Length,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut next = 0;
    loop {
        let room = if lines.is_empty() { first } else { width };
        let (end, forced) = line_end(measured, &opportunities[next..], start, room, width);
        lines.push(Line::new(measured, start, end, forced));
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
