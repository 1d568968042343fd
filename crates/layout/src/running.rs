//! What stands around the type area: running lines and the page number.
//!
//! All of it is a pagination artifact. Left to others: the type area.

use crate::Length;
use crate::block::{Alignment, Paragraph, ParagraphStyle, Span};
use crate::error::LayoutError;
use crate::font::Metrics;
use crate::page::{Artifact, Belongs, Mark, Placed, Rect, Rule, Stroke, Turn};
use crate::press::Owner;
use crate::set::SetParagraph;
use crate::sheet::{Orientation, PageNumber, RunningLine, Sheet};

/// Draws header, footer and page number of the page with that number.
pub(crate) fn draw(
    sheet: &Sheet,
    number: u32,
    metrics: &dyn Metrics,
    rules: &mut Vec<Placed>,
    texts: &mut Vec<Placed>,
) -> Result<(), LayoutError> {
    let area = sheet.type_area(number);
    for line in &sheet.header {
        running_line(line, &area, (area.y - line.distance, -1), metrics, texts)?;
        rule(line.rule, &area, area.y - line.distance / 2, rules);
    }
    for line in &sheet.footer {
        running_line(line, &area, (area.bottom() + line.distance, 1), metrics, texts)?;
        rule(line.rule, &area, area.bottom() + line.distance / 2, rules);
    }
    match &sheet.page_number {
        Some(style) => page_number(style, sheet, number, metrics, texts),
        None => Ok(()),
    }
}

fn rule(stroke: Stroke, area: &Rect, y: Length, rules: &mut Vec<Placed>) {
    if stroke.width > Length::ZERO {
        let rule = Rule { x1: area.x, y1: y, x2: area.right(), y2: y, stroke };
        rules.push(Placed {
            belongs: Belongs::Artifact(Artifact::Pagination),
            source: None,
            mark: Mark::Rule(rule),
        });
    }
}

/// Draws the three parts on one baseline without letting them touch: a middle that has no room in the middle moves aside,
/// one that has none between the others takes lines of its own on their far side from the text.
fn running_line(
    line: &RunningLine,
    area: &Rect,
    (baseline, outward): (Length, i32),
    metrics: &dyn Metrics,
    texts: &mut Vec<Placed>,
) -> Result<(), LayoutError> {
    let [left, center, right] =
        [(&line.left, Alignment::Left), (&line.center, Alignment::Center), (&line.right, Alignment::Right)]
            .map(|(spans, alignment)| paragraph(spans.clone(), alignment));
    let set = |paragraph| SetParagraph::new(paragraph, area.width, metrics);
    let (left, middle, right) = (set(&left)?, set(&center)?, set(&right)?);
    draw_from(&left, area.x, baseline, texts);
    let gap = center.style.line_pitch;
    let beside = |part: &SetParagraph<'_>| part.ink_width() + gap;
    let free = area.width - beside(&left) - beside(&right);
    if middle.line_count() == 1 && middle.ink_width() <= free {
        let centred = (area.width - middle.ink_width()) / 2 >= beside(&left).max(beside(&right));
        let between = SetParagraph::new(&center, if centred { area.width } else { free }, metrics)?;
        draw_from(&between, if centred { area.x } else { area.x + beside(&left) }, baseline, texts);
    } else {
        let pitch = gap * 3 / 2;
        let first = if outward < 0 { -(middle.line_count() as i32) } else { 1 };
        for at in 0..middle.line_count() {
            let y = baseline + pitch * (first + at as i32) - middle.baseline();
            middle.draw(at, at + 1, area.x, y, Owner::Repetition, texts);
        }
    }
    draw_from(&right, area.x, baseline, texts);
    Ok(())
}

/// A paragraph of running text.
fn paragraph(spans: Vec<Span>, alignment: Alignment) -> Paragraph {
    let pitch = spans.iter().map(|span| span.size).max().unwrap_or_default();
    let style = ParagraphStyle::cell(pitch).aligned(alignment);
    let mut paragraph = Paragraph::new("", crate::font::FontRole::Song, pitch, style);
    paragraph.spans = spans;
    paragraph
}

/// Draws a set text, its first line on that baseline.
fn draw_from(set: &SetParagraph<'_>, x: Length, baseline: Length, texts: &mut Vec<Placed>) {
    set.draw(0, set.line_count(), x, baseline - set.baseline(), Owner::Repetition, texts);
}

/// `— 1 —`: the outer end of the line, one character in; on a landscape sheet where the upright sheet has it.
fn page_number(
    style: &PageNumber,
    sheet: &Sheet,
    number: u32,
    metrics: &dyn Metrics,
    texts: &mut Vec<Placed>,
) -> Result<(), LayoutError> {
    let area = sheet.upright_area(number);
    let heights = metrics.heights(style.role);
    let baseline = area.bottom() + style.distance + style.size.thousandths(i32::from(heights.ascent));
    let alignment = if number % 2 == 1 { Alignment::Right } else { Alignment::Left };
    let inner = Rect { x: area.x + style.inset, width: area.width - style.inset * 2, ..area };
    let text = format!("\u{2014} {number} \u{2014}");
    let from = texts.len();
    let number = paragraph(vec![Span::new(text, style.role, style.size)], alignment);
    draw_from(&SetParagraph::new(&number, inner.width, metrics)?, inner.x, baseline, texts);
    if sheet.orientation == Orientation::Landscape {
        for placed in &mut texts[from..] {
            if let Mark::Text(run) = &mut placed.mark {
                (run.x, run.baseline) = (sheet.height - run.baseline, run.x);
                run.turn = Turn::Clockwise;
            }
        }
    }
    Ok(())
}
