//! A paragraph set into lines of one width, and its lines drawn as text runs.
//!
//! Here slack is spread between Han characters or taken from marks, in whole thousandths of a point that add up.
//! Left to others: on which page a line lands.

use crate::Length;
use crate::block::{Alignment, Paragraph, SourceId};
use crate::break_lines::{Line, break_lines};
use crate::character::Blank;
use crate::error::{LayoutError, Place};
use crate::fair_lines::{Measure, fair_lines};
use crate::font::{FontRole, Metrics};
use crate::measured::Measured;
use crate::opportunities::opportunities;
use crate::page::{Mark, Placed, TextRun, Turn};
use crate::press::Owner;
use crate::shape::{Shape, shape};

/// A paragraph with its lines.
pub(crate) struct SetParagraph<'a> {
    /// Where it came from.
    pub(crate) paragraph: &'a Paragraph,
    shapes: Vec<Shape>,
    lines: Vec<Line>,
    width: Length,
    /// From a line's top to its baseline.
    baseline: Length,
}

impl<'a> SetParagraph<'a> {
    /// Sets a paragraph into lines of that width.
    pub(crate) fn new(
        paragraph: &'a Paragraph,
        width: Length,
        metrics: &dyn Metrics,
    ) -> Result<Self, LayoutError> {
        let style = &paragraph.style;
        let width = width - style.indent_left - style.indent_right;
        let (mut text, mut shapes) = (String::new(), Vec::new());
        shape(paragraph, metrics, &mut text, &mut shapes)?;
        let narrowest = width.min(width - style.indent_first);
        if let Some(wide) = shapes.iter().find(|shape| shape.advance > narrowest) {
            let offset = text[..wide.byte as usize].chars().count();
            return Err(LayoutError::NoRoom { place: Place::within(paragraph.source, &text, offset) });
        }
        let opportunities = opportunities(&text, &shapes);
        let measured = Measured::new(&shapes);
        let first = width - style.indent_first;
        let mut lines = break_lines(&measured, &opportunities, first, width);
        let measure = Measure { alignment: style.alignment, first, width };
        fair_lines(&mut lines, &text, &measured, &opportunities, measure);
        Ok(Self { paragraph, shapes, lines, width, baseline: baseline(paragraph, metrics) })
    }

    /// How many lines it has; at least one.
    pub(crate) fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// Distance from line to line.
    pub(crate) fn pitch(&self) -> Length {
        self.paragraph.style.line_pitch
    }

    /// Width of its widest line, set as it comes.
    pub(crate) fn ink_width(&self) -> Length {
        self.lines.iter().map(|line| line.natural).max().unwrap_or_default()
    }

    /// From a line's top to its baseline.
    pub(crate) fn baseline(&self) -> Length {
        self.baseline
    }

    /// Height of that many lines.
    pub(crate) fn height_of(&self, lines: usize) -> Length {
        self.pitch() * lines as i32
    }

    /// Height without the room before and after.
    pub(crate) fn height(&self) -> Length {
        self.height_of(self.lines.len())
    }

    /// Draws the lines `from..to`, the first with its top at `y`; `x` is the left edge of the column.
    pub(crate) fn draw(
        &self,
        from: usize,
        to: usize,
        x: Length,
        y: Length,
        owner: Owner<'_>,
        out: &mut Vec<Placed>,
    ) {
        for index in from..to {
            let baseline = y + self.pitch() * (index - from) as i32 + self.baseline;
            self.draw_line(index, x, baseline, owner, out);
        }
    }

    fn draw_line(&self, index: usize, x: Length, baseline: Length, owner: Owner<'_>, out: &mut Vec<Placed>) {
        let line = self.lines[index];
        let style = &self.paragraph.style;
        let indent = if index == 0 { style.indent_first } else { Length::ZERO };
        let room = self.width - indent;
        let shapes = &self.shapes[line.start as usize..line.ink_end as usize];
        let hanging = &self.shapes[line.ink_end as usize..line.end as usize];
        let slack = room - line.natural;
        let mut fitted = Fitted::natural(shapes);
        let mut start = x + style.indent_left + indent;
        if slack < Length::ZERO {
            fitted.squeeze(shapes, -slack);
        } else {
            match style.alignment {
                Alignment::Left => {}
                Alignment::Center => start += slack / 2,
                Alignment::Right => start += slack,
                Alignment::Justified if line.last => {}
                Alignment::Justified => fitted.spread(shapes, slack),
            }
        }
        let drawing = Drawing { spans: self.paragraph, source: self.paragraph.source, owner, baseline };
        drawing.runs(shapes, hanging, &fitted, start, out);
    }
}

/// From a line's top to its baseline: the largest type's em box stands in the middle of the pitch.
fn baseline(paragraph: &Paragraph, metrics: &dyn Metrics) -> Length {
    let largest = paragraph.spans.iter().max_by_key(|span| span.size);
    let (role, size) = largest.map_or((FontRole::Song, Length::ZERO), |span| (span.role, span.size));
    let heights = metrics.heights(role);
    let (ascent, descent) = (i32::from(heights.ascent), i32::from(heights.descent));
    let above = paragraph.style.line_pitch - size.thousandths(ascent + descent);
    above / 2 + size.thousandths(ascent)
}

/// What each shape of a line loses at its left and gains after it.
struct Fitted {
    /// Taken from the left blank half of each shape.
    left: Vec<Length>,
    /// Room after each shape: its gap, plus what is spread, less what is squeezed from its right half.
    after: Vec<Length>,
}

impl Fitted {
    fn natural(shapes: &[Shape]) -> Self {
        let mut after: Vec<Length> = shapes.iter().map(|shape| shape.gap).collect();
        if let Some(last) = after.last_mut() {
            *last = Length::ZERO;
        }
        Self { left: vec![Length::ZERO; shapes.len()], after }
    }

    /// Takes `excess`: first from the mark at the end, then from the gaps, then from all marks alike.
    fn squeeze(&mut self, shapes: &[Shape], excess: Length) {
        let Some(last) = shapes.len().checked_sub(1) else { return };
        let mut rest = excess;
        if shapes[last].blank == Blank::Right {
            let taken = rest.min(shapes[last].give);
            self.after[last] -= taken;
            rest -= taken;
        }
        let taken = shares(rest, shapes[..last].iter().map(|shape| shape.gap));
        for (room, share) in self.after.iter_mut().zip(taken) {
            *room -= share;
            rest -= share;
        }
        // The mark that opens the line gives last, so that lines and first lines begin at one place.
        let gives =
            |at: usize| shapes[at].give > Length::ZERO && !(at == last && shapes[at].blank == Blank::Right);
        let opens = usize::from(shapes[0].blank == Blank::Left);
        for marks in [opens..shapes.len(), 0..opens] {
            let marks: Vec<usize> = marks.filter(|&at| gives(at)).collect();
            let taken = shares(rest, marks.iter().map(|&at| shapes[at].give));
            for (&at, &share) in marks.iter().zip(&taken) {
                rest -= share;
                match shapes[at].blank {
                    Blank::Left => self.left[at] += share,
                    _ => self.after[at] -= share,
                }
            }
        }
    }

    /// Spreads `slack` evenly, unless a place would get more than a quarter of an em: then the line stays ragged.
    fn spread(&mut self, shapes: &[Shape], slack: Length) {
        let inner = &shapes[..shapes.len().saturating_sub(1)];
        let places = inner.iter().filter(|shape| shape.spreads).count() as i32;
        let em = shapes.iter().map(|shape| shape.advance).max().unwrap_or_default();
        if places == 0 || slack / places > em / 4 {
            return;
        }
        let mut done = Length::ZERO;
        let mut place = 0;
        for (at, _) in inner.iter().enumerate().filter(|(_, shape)| shape.spreads) {
            place += 1;
            let upto = slack.part(place, places);
            self.after[at] += upto - done;
            done = upto;
        }
    }
}

/// Shares `wanted` out in proportion to what each can give, never more than that; the shares add up.
fn shares(wanted: Length, gives: impl Iterator<Item = Length> + Clone) -> Vec<Length> {
    let all: Length = gives.clone().sum();
    let wanted = wanted.min(all);
    let (mut given, mut done) = (Length::ZERO, Length::ZERO);
    gives
        .map(|give| {
            given += give;
            let upto = if all == Length::ZERO { Length::ZERO } else { wanted.part(given.0, all.0) };
            let share = upto - done;
            done = upto;
            share
        })
        .collect()
}

/// What all runs of a line share.
struct Drawing<'a> {
    spans: &'a Paragraph,
    source: Option<SourceId>,
    owner: Owner<'a>,
    baseline: Length,
}

impl Drawing<'_> {
    /// One run for each stretch of one span and one face; hanging blanks end the last without taking room.
    fn runs(
        &self,
        shapes: &[Shape],
        hanging: &[Shape],
        fitted: &Fitted,
        start: Length,
        out: &mut Vec<Placed>,
    ) {
        let mut cursor = start;
        let mut run: Option<(Shape, TextRun)> = None;
        for (at, shape) in shapes.iter().enumerate() {
            if !run.as_ref().is_some_and(|(first, _)| first.span == shape.span && first.face == shape.face) {
                self.finish(run.take(), cursor, out);
                run = Some((*shape, self.open(shape, cursor)));
            }
            if let Some((_, run)) = &mut run {
                run.text.push(shape.c);
                run.offsets.push(cursor - run.x - shape.trim_left - fitted.left[at]);
            }
            cursor += shape.advance - fitted.left[at] + fitted.after[at];
        }
        for shape in hanging.iter().filter(|shape| !crate::character::is_line_feed(shape.c)) {
            let same =
                run.as_ref().is_some_and(|(first, _)| first.span == shape.span && first.face == shape.face);
            if !same {
                self.finish(run.take(), cursor, out);
                run = Some((*shape, self.open(shape, cursor)));
            }
            if let Some((_, run)) = &mut run {
                run.text.push(shape.c);
                run.offsets.push(cursor - run.x);
            }
        }
        self.finish(run, cursor, out);
    }

    fn open(&self, shape: &Shape, x: Length) -> TextRun {
        let span = &self.spans.spans[usize::from(shape.span)];
        TextRun {
            x,
            baseline: self.baseline,
            face: shape.face,
            size: span.size,
            text: String::new(),
            offsets: Vec::new(),
            width: Length::ZERO,
            tint: span.tint,
            turn: Turn::Upright,
        }
    }

    fn finish(&self, run: Option<(Shape, TextRun)>, cursor: Length, out: &mut Vec<Placed>) {
        if let Some((first, mut run)) = run {
            run.width = cursor - run.x;
            let belongs = self.owner.of_span(first.span);
            out.push(Placed { belongs, source: self.source, mark: Mark::Text(run) });
        }
    }
}
