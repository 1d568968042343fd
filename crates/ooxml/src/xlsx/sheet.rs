//! One sheet: rows of text, the table with its merges, the head printed on each page.

use layout::Length;
use layout::block::{Paragraph, Span};
use layout::page::Stroke;
use layout::table::Vertical;
use rust_xlsxwriter::{Format, Worksheet};

use super::plan::{Plan, Text};
use super::{height, look, paper};
use crate::OoxmlError;
use crate::grid::{Grid, Line, Place};
use crate::text::plain;

/// What one cell of Excel's holds, in its units.
const UNITS_MAX: usize = 32_767;
/// The head stays in sight while the text above it is not higher than this.
const FROZEN_MAX: Length = Length(260_000);
/// How much of a text a message shows.
const SHOWN: usize = 12;

/// Writes the sheet.
pub(crate) fn write(worksheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), OoxmlError> {
    worksheet.set_name(&plan.name)?;
    let left_over = paper::set_up(worksheet, plan.section, plan.opens);
    let (type_width, _) = plan.section.sheet.type_size();
    let edges = plan.grid.as_ref().map_or_else(|| vec![Length::ZERO, type_width], |grid| grid.edges.clone());
    for (at, edge) in edges.windows(2).enumerate() {
        worksheet.set_column_width_pixels(column(at)?, pixels(edge[1] - edge[0]))?;
    }
    let width = edges.last().copied().unwrap_or_default();
    let mut writer = Writer { worksheet, row: 0, columns: edges.len().saturating_sub(1), width };
    for line in left_over {
        for spans in [&line.left, &line.center, &line.right].into_iter().filter(|spans| !spans.is_empty()) {
            let mut text = Paragraph::new("", spans[0].role, spans[0].size, plain_style(spans[0].size));
            text.spans.clone_from(spans);
            writer.paragraph(&text)?;
        }
    }
    writer.texts(&plan.above)?;
    if let Some(grid) = &plan.grid {
        writer.table(grid, plan)?;
    }
    writer.texts(&plan.below)
}

fn plain_style(size: Length) -> layout::block::ParagraphStyle {
    layout::block::ParagraphStyle::cell(size.thousandths(1_400))
}

struct Writer<'w> {
    worksheet: &'w mut Worksheet,
    /// The next one.
    row: u32,
    columns: usize,
    width: Length,
}

impl Writer<'_> {
    fn texts(&mut self, texts: &[Text<'_>]) -> Result<(), OoxmlError> {
        for text in texts {
            match text {
                Text::Paragraph(paragraph) => self.paragraph(paragraph)?,
                Text::Space(room) => self.empty(*room, Format::new())?,
                Text::Rule(stroke) => {
                    let none = Stroke::NONE;
                    self.empty(
                        Length::pt(3.0),
                        look::boxed(Format::new(), [none, *stroke, none, none], None),
                    )?;
                }
            }
        }
        Ok(())
    }

    /// A paragraph over the whole width; as many rows as it needs.
    fn paragraph(&mut self, paragraph: &Paragraph) -> Result<(), OoxmlError> {
        let one = std::slice::from_ref(paragraph);
        let style = paragraph.style;
        let indents = style.indent_left + style.indent_right;
        // The first line's indent is not Excel's; the room for it is kept.
        let height = height::text(one, self.width - indents) + style.space_before + style.space_after;
        let rows = height::rows(height);
        let (first, last) = (self.row, self.row + self.heights(&rows)? - 1);
        let format = look::text(one, Vertical::Middle);
        self.put([first, last], [0, self.columns], one, &format)
    }

    /// Empty room with perhaps a line under it.
    fn empty(&mut self, room: Length, format: Format) -> Result<(), OoxmlError> {
        for at in 0..self.columns {
            self.worksheet.write_blank(self.row, column(at)?, &format)?;
        }
        self.heights(&height::rows(room)).map(drop)
    }

    fn table(&mut self, grid: &Grid<'_>, plan: &Plan<'_>) -> Result<(), OoxmlError> {
        let first = self.row;
        let mut starts = Vec::with_capacity(grid.lines.len() + 1);
        for height in height::lines(grid) {
            starts.push(self.row);
            self.heights(&height::rows(height))?;
        }
        starts.push(self.row);
        for (at, line) in grid.lines.iter().enumerate() {
            for place in line.cells.iter().filter(|place| place.lines > 0) {
                let rows = [starts[at], starts[at + place.lines] - 1];
                self.cell(grid, line, place, rows)?;
            }
        }
        if grid.lines.first().is_some_and(|line| line.head) {
            self.head(grid, plan, [first, starts[1] - 1, self.row - 1])?;
        }
        Ok(())
    }

    /// The head is printed on each page and stays in sight; a list without merges can be filtered by it.
    fn head(&mut self, grid: &Grid<'_>, plan: &Plan<'_>, rows: [u32; 3]) -> Result<(), OoxmlError> {
        let [first, head_last, last] = rows;
        self.worksheet.set_repeat_rows(first, head_last)?;
        let above: Length = plan
            .above
            .iter()
            .map(|text| match text {
                Text::Paragraph(paragraph) => height::text(std::slice::from_ref(paragraph), self.width),
                Text::Space(room) => *room,
                Text::Rule(_) => Length::ZERO,
            })
            .sum();
        if above <= FROZEN_MAX {
            self.worksheet.set_freeze_panes(head_last + 1, 0)?;
        }
        let single = |place: &Place<'_>| place.lines == 1 && place.columns == 1;
        let flat = grid.lines.iter().all(|line| line.cells.iter().all(single));
        if flat && last - first + 1 == grid.lines.len() as u32 && last > head_last {
            self.worksheet.autofilter(first, 0, last, column(self.columns - 1)?)?;
        }
        Ok(())
    }

    fn cell(
        &mut self,
        grid: &Grid<'_>,
        line: &Line<'_>,
        place: &Place<'_>,
        rows: [u32; 2],
    ) -> Result<(), OoxmlError> {
        let paragraphs = place.cell.map_or(&[][..], |cell| &cell.paragraphs);
        let vertical = place.cell.map(|cell| cell.vertical).unwrap_or_default();
        let fill = place.cell.and_then(|cell| cell.fill).or(grid.look.head_fill.filter(|_| line.head));
        let format = look::boxed(look::text(paragraphs, vertical), place.strokes, fill);
        self.put(rows, [place.column, place.column + place.columns], paragraphs, &format)
    }

    /// Puts paragraphs into the cells from the first to the last row and of the columns up to the second.
    fn put(
        &mut self,
        [first, last]: [u32; 2],
        [from, to]: [usize; 2],
        paragraphs: &[Paragraph],
        format: &Format,
    ) -> Result<(), OoxmlError> {
        let (left, right) = (column(from)?, column(to - 1)?);
        let runs = runs(paragraphs);
        let text: String = runs.iter().map(|(_, text)| text.as_str()).collect();
        let characters = text.encode_utf16().count();
        if characters > UNITS_MAX {
            let text = text.chars().take(SHOWN).collect();
            return Err(OoxmlError::CellTooLong { characters, max: UNITS_MAX, text });
        }
        // Whoever edits such a text must not find a formula made of it.
        let is_like_formula = text.starts_with(['=', '+', '-', '@', '\t']);
        let format = &if is_like_formula { format.clone().set_quote_prefix() } else { format.clone() };
        if (first, left) != (last, right) {
            self.worksheet.merge_range(first, left, last, right, "", format)?;
        }
        if let Some(number) = number(&text) {
            self.worksheet.write_number_with_format(first, left, number, format)?;
        } else if runs.len() > 1 {
            let fonts: Vec<Format> = runs.iter().map(|(span, _)| look::font(span)).collect();
            let rich: Vec<(&Format, &str)> =
                fonts.iter().zip(&runs).map(|(font, (_, text))| (font, text.as_str())).collect();
            self.worksheet.write_rich_string_with_format(first, left, &rich, format)?;
        } else if text.is_empty() {
            self.worksheet.write_blank(first, left, format)?;
        } else {
            self.worksheet.write_string_with_format(first, left, &text, format)?;
        }
        Ok(())
    }

    /// Sets the heights of the next rows; returns how many.
    fn heights(&mut self, rows: &[Length]) -> Result<u32, OoxmlError> {
        for height in rows {
            self.worksheet.set_row_height_pixels(self.row, pixels(*height).max(1))?;
            self.row += 1;
        }
        Ok(rows.len() as u32)
    }
}

/// The text in runs of equal type; a paragraph ends with a line feed, the last one without.
fn runs(paragraphs: &[Paragraph]) -> Vec<(&Span, String)> {
    let mut runs: Vec<(&Span, String)> = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let mut feed = at > 0;
        for span in &paragraph.spans {
            let mut text = plain(&span.text);
            if std::mem::take(&mut feed) {
                text.insert(0, '\n');
            }
            let same =
                |before: &Span| (before.role, before.size, before.tint) == (span.role, span.size, span.tint);
            match runs.last_mut().filter(|(before, _)| same(before)) {
                Some((_, before)) => before.push_str(&text),
                None if text.is_empty() => {}
                None => runs.push((span, text)),
            }
        }
        if let Some((_, before)) = runs.last_mut().filter(|_| feed) {
            before.push('\n');
        }
    }
    runs
}

/// A text that is a plain number and reads the same as one: no leading zero, no sign of plus, at most 15 digits.
fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "1"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let canonical = (whole == "0" || !whole.starts_with('0')) && !part.ends_with('0') && text != "-0";
    let plain = is_digits(whole) && is_digits(part) && digits.len() <= 15 && canonical;
    // Excel knows no other numbers than these.
    if plain { text.parse().ok() } else { None }
}

/// Pixels of Excel's, 96 to the inch.
fn pixels(length: Length) -> u32 {
    u32::try_from((length.0 + 375) / 750).unwrap_or_default()
}

fn column(at: usize) -> Result<u16, OoxmlError> {
    u16::try_from(at).map_err(|_| rust_xlsxwriter::XlsxError::RowColumnLimitError.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reads_the_same_as_a_number() {
        let check = |text: &str, expected: Option<f64>| assert_eq!(number(text), expected, "{text}");
        check("12", Some(12.0));
        check("-3.5", Some(-3.5));
        check("0.25", Some(0.25));
        check("0", Some(0.0));
        for text in ["", "-", "012", "1.50", "1e5", "+1", "1.", ".5", "-0", "1,000", "3%", "1234567890123456"]
        {
            check(text, None);
        }
    }
}
