//! What stands around the type area: running lines and the page number.
//!
//! All of it is a pagination artifact. Left to others: the type area.

use crate::Length;
use crate::block::{Alignment, Paragraph, ParagraphStyle, Span};
use crate::error::LayoutError;
use crate::font::Metrics;
use crate::page::{Artifact, Belongs, Mark, Placed, Rect, Rule, Stroke, Turn};
use crate::set::SetParagraph;
use crate::sheet::{Orientation, PageNumber, RunningLine, Sheet};

const BELONGS: Belongs = Belongs::Artifact(Artifact::Pagination);

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
        running_line(line, &area, area.y - line.distance, metrics, texts)?;
        rule(line.rule, &area, area.y - line.distance / 2, rules);
    }
    for line in &sheet.footer {
        running_line(line, &area, area.bottom() + line.distance, metrics, texts)?;
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
        rules.push(Placed { belongs: BELONGS, source: None, mark: Mark::Rule(rule) });
    }
}

fn running_line(
    line: &RunningLine,
    area: &Rect,
    baseline: Length,
    metrics: &dyn Metrics,
    texts: &mut Vec<Placed>,
) -> Result<(), LayoutError> {
    let parts =
        [(&line.left, Alignment::Left), (&line.center, Alignment::Center), (&line.right, Alignment::Right)];
    for (spans, alignment) in parts {
        if !spans.is_empty() {
            on_baseline(spans.clone(), alignment, area, baseline, metrics, texts)?;
        }
    }
    Ok(())
}

/// Sets spans on one baseline between the edges of `area`; a text too long for it goes on below.
fn on_baseline(
    spans: Vec<Span>,
    alignment: Alignment,
    area: &Rect,
    baseline: Length,
    metrics: &dyn Metrics,
    texts: &mut Vec<Placed>,
) -> Result<(), LayoutError> {
    let pitch = spans.iter().map(|span| span.size).max().unwrap_or_default();
    let style = ParagraphStyle::cell(pitch).aligned(alignment);
    let mut paragraph = Paragraph::new("", crate::font::FontRole::Song, pitch, style);
    paragraph.spans = spans;
    let set = SetParagraph::new(&paragraph, area.width, metrics)?;
    set.draw(0, set.line_count(), area.x, baseline - set.baseline(), BELONGS, texts);
    Ok(())
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
    on_baseline(vec![Span::new(text, style.role, style.size)], alignment, &inner, baseline, metrics, texts)?;
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
