//! Lines as a careful eye would part them: as many as the greedy ones, so that no height changes.
//!
//! A paragraph set to both edges keeps its lines, but for a last line of one character: the character before comes along.
//! One that stands left or centred (titles, names, narrow columns) is parted between words where it can be, and centred
//! lines are made of one length: GB/T 9704 asks of a title that its lines keep words whole and stand balanced. Left to
//! others: how many lines there are (`break_lines`).

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

use crate::Length;
use crate::block::Alignment;
use crate::break_lines::Line;
use crate::character::{Blank, bars_line_start, blank, is_han};
use crate::measured::Measured;
use crate::opportunities::Opportunity;

/// Longer texts are running text, whose edge nobody reads as a shape.
const LINES_MAX: usize = 12;
/// Costs; one em of slack in a centred line costs a thousand, two cost four thousand.
const INSIDE_WORD: i64 = 6_000;
const SQUEEZED: i64 = 2_000;
const LONELY: i64 = 20_000;
/// A line that begins with 的.
const PARTICLE: i64 = 1_500;

/// A paragraph's column.
#[derive(Clone, Copy)]
pub(crate) struct Measure {
    pub(crate) alignment: Alignment,
    /// Room of the first line.
    pub(crate) first: Length,
    /// Room of every other line.
    pub(crate) width: Length,
}

/// Improves the greedy lines of a text; between forced ends each stretch stands for itself.
pub(crate) fn fair_lines(
    lines: &mut [Line],
    text: &str,
    measured: &Measured<'_>,
    opportunities: &[Opportunity],
    measure: Measure,
) {
    let mut words = None;
    let mut from = 0;
    while from < lines.len() {
        let to = lines[from..].iter().position(|line| line.last).map_or(lines.len(), |at| from + at + 1);
        let stretch = &mut lines[from..to];
        if stretch.len() > 1 {
            let (start, end) = (stretch[0].start as usize, stretch[stretch.len() - 1].end as usize);
            let inner = between(opportunities, start, end);
            let first = if from == 0 { measure.first } else { measure.width };
            if measure.alignment == Alignment::Justified || stretch.len() > LINES_MAX {
                accompany(stretch, measured, inner, measure);
            } else {
                let words = words.get_or_insert_with(|| word_starts(text, measured));
                let parting = Parting { measured, words, measure: Measure { first, ..measure }, start, end };
                parting.apply(stretch, inner);
            }
        }
        from = to;
    }
}

/// The opportunities inside a stretch.
fn between(opportunities: &[Opportunity], start: usize, end: usize) -> &[Opportunity] {
    let from = opportunities.partition_point(|opportunity| opportunity.at <= start);
    let to = opportunities.partition_point(|opportunity| opportunity.at < end);
    &opportunities[from..to.max(from)]
}

/// Whether a line that begins at `start` has one character apart from marks.
fn is_lonely(measured: &Measured<'_>, start: usize, end: usize) -> bool {
    let is_mark = |c: char| blank(c) != Blank::None || bars_line_start(c);
    let ink = &measured.shapes[start..measured.ink_end(start, end)];
    ink.iter().filter(|shape| !is_mark(shape.c)).count() < 2
}

/// Gives a lonely last character company, if the line before is not spread more than the eye forgives.
fn accompany(lines: &mut [Line], measured: &Measured<'_>, inner: &[Opportunity], measure: Measure) {
    let [.., before, last] = lines else { return };
    let (start, end) = (before.start as usize, last.end as usize);
    if !is_lonely(measured, last.start as usize, end) {
        return;
    }
    let moved = inner.iter().rev().find(|at| at.at < last.start as usize && !is_lonely(measured, at.at, end));
    let Some(&Opportunity { at, .. }) = moved.filter(|moved| moved.at > start) else { return };
    let shorter = Line::new(measured, start, at, false);
    let longer = Line::new(measured, at, end, true);
    let inner = &measured.shapes[start..shorter.ink_end as usize - 1];
    let places = inner.iter().filter(|shape| shape.spreads).count() as i32;
    let em = inner.iter().map(|shape| shape.advance).max().unwrap_or_default();
    let spreads = measure.alignment == Alignment::Justified;
    if longer.natural > measure.width || (spreads && measure.width - shorter.natural > em * places / 8) {
        return;
    }
    (*before, *last) = (shorter, longer);
}

/// For each shape whether a word begins there; only Chinese words are known.
fn word_starts(text: &str, measured: &Measured<'_>) -> Vec<bool> {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let mut starts = segmenter.segment_str(text).peekable();
    let shapes = measured.shapes.iter().map(|shape| {
        let mut begins = false;
        while starts.next_if(|&start| start <= shape.byte as usize).is_some() {
            begins = true;
        }
        begins
    });
    shapes.collect()
}

/// One stretch that is to be parted into a given number of lines.
struct Parting<'a> {
    measured: &'a Measured<'a>,
    words: &'a [bool],
    measure: Measure,
    start: usize,
    end: usize,
}

impl Parting<'_> {
    /// Puts the cheapest parting into as many lines in the place of `lines`; without one they stay.
    fn apply(&self, lines: &mut [Line], inner: &[Opportunity]) {
        let places: Vec<usize> = inner.iter().map(|opportunity| opportunity.at).chain([self.end]).collect();
        // Broken inside a word that is longer than a line: there is no choice.
        if lines.iter().any(|line| places.binary_search(&(line.end as usize)).is_err()) {
            return;
        }
        // For each place the cheapest way there in as many lines as the round says, and the place before.
        let mut rounds: Vec<Vec<Option<(i64, usize)>>> = Vec::with_capacity(lines.len());
        for round in 0..lines.len() {
            let way = |to: usize| {
                let from = |before: usize| match rounds.last() {
                    None => Some((self.line(self.start, places[to], true)?, 0)),
                    Some(ways) => {
                        let cost = ways[before]?.0 + self.line(places[before], places[to], false)?;
                        Some((cost, before))
                    }
                };
                let candidates = if round == 0 { 0..1 } else { 0..to };
                // Of two equal ones the fuller upper line.
                candidates.filter_map(from).min_by_key(|&(cost, before)| (cost, std::cmp::Reverse(before)))
            };
            let ways = (0..places.len()).map(way).collect();
            rounds.push(ways);
        }
        let mut ends = Vec::with_capacity(lines.len());
        let mut at = places.len() - 1;
        for ways in rounds.iter().rev() {
            let Some((_, before)) = ways[at] else { return };
            ends.push(places[at]);
            at = before;
        }
        let mut start = self.start;
        for (line, &end) in lines.iter_mut().zip(ends.iter().rev()) {
            *line = Line::new(self.measured, start, end, end == self.end && line.last);
            start = end;
        }
    }

    /// What a line costs; `None` if it has no room.
    fn line(&self, start: usize, end: usize, first: bool) -> Option<i64> {
        let room = if first { self.measure.first } else { self.measure.width };
        let ink_end = self.measured.ink_end(start, end);
        let natural = self.measured.natural(start, ink_end);
        let freely =
            natural - self.measured.end_give(start, ink_end) - self.measured.gaps(start, ink_end) <= room;
        if !freely && natural - self.measured.give(start, ink_end) > room {
            return None;
        }
        let em = self.measured.shapes[start..ink_end].iter().map(|shape| shape.advance).max();
        let em = i64::from(em.unwrap_or(room).0.max(1));
        let slack = i64::from((room - natural).max(Length::ZERO).0) * 1000 / em;
        let last = end == self.end;
        let ragged = match self.measure.alignment {
            Alignment::Center => slack * slack / 1000,
            _ if last => 0,
            _ => slack * slack / 2000,
        };
        let squeezed = if freely { 0 } else { SQUEEZED };
        let lonely = if last && is_lonely(self.measured, start, end) { LONELY } else { 0 };
        Some(ragged + squeezed + lonely + self.break_before(start))
    }

    /// What it costs that a line begins there.
    fn break_before(&self, start: usize) -> i64 {
        let shapes = self.measured.shapes;
        if start == self.start {
            return 0;
        }
        let inside = !self.words[start] && is_han(shapes[start].c) && is_han(shapes[start - 1].c);
        let particle = shapes[start].c == '\u{7684}';
        i64::from(inside) * INSIDE_WORD + i64::from(particle) * PARTICLE
    }
}
