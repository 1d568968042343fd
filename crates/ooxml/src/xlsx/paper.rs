//! The paper that a sheet is printed on: A4, margins, running lines, page number, as wide as the page.

use layout::Length;
use layout::block::{Section, Span};
use layout::sheet::{Orientation, RunningLine, Sheet};
use rust_xlsxwriter::Worksheet;

use crate::text::plain;
use crate::typeface::typeface;

/// Excel's number for A4.
const A4: u8 = 9;
/// Excel's limit for a header or a footer.
const UNITS_MAX: usize = 255;

/// Sets the sheet up for printing. What Excel's header or footer cannot hold is given back, to be written in rows.
pub(crate) fn set_up<'m>(
    worksheet: &mut Worksheet,
    section: &'m Section,
    opens: bool,
) -> Vec<&'m RunningLine> {
    let sheet = &section.sheet;
    let margins = sheet.margins;
    let inches = |length: Length| length.to_pt() / 72.0;
    let [top, bottom, left, right] = match sheet.orientation {
        Orientation::Portrait => [margins.top, margins.bottom, margins.binding, margins.outer],
        Orientation::Landscape => {
            worksheet.set_landscape();
            // The upright sheet's left edge is read as the top, its foot as the left.
            [margins.binding, margins.outer, margins.bottom, margins.top]
        }
    };
    let outermost =
        |lines: &[RunningLine]| lines.iter().map(|line| line.distance).max().unwrap_or(Length::mm(7.0));
    let room = Length::pt(12.0);
    worksheet
        .set_paper_size(A4)
        .set_margins(
            inches(left),
            inches(right),
            inches(top),
            inches(bottom),
            inches((top - outermost(&sheet.header) - room).max(Length::ZERO)),
            inches((bottom - outermost(&sheet.footer) - room * 2).max(Length::ZERO)),
        )
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true);
    if let Some(number) = section.first_number.filter(|_| opens).and_then(|number| u16::try_from(number).ok())
    {
        worksheet.set_print_first_page_number(number);
    }
    let mut left_over = Vec::new();
    let head = joined(&sheet.header, None);
    if units(&head) <= UNITS_MAX {
        worksheet.set_header(head);
    } else {
        left_over.extend(&sheet.header);
    }
    let foot = joined(&sheet.footer, Some(sheet));
    if units(&foot) <= UNITS_MAX {
        worksheet.set_footer(foot);
    } else {
        worksheet.set_footer(joined(&[], Some(sheet)));
        left_over.extend(&sheet.footer);
    }
    left_over
}

/// Running lines as Excel's codes, and the page number at the right, or in the middle where something stands there.
fn joined(lines: &[RunningLine], number_of: Option<&Sheet>) -> String {
    let part = |spans: fn(&RunningLine) -> &Vec<Span>| {
        let lines = lines.iter().map(spans).filter(|spans| !spans.is_empty());
        lines.map(|spans| spans.iter().map(coded).collect()).collect::<Vec<String>>().join("\n")
    };
    let mut parts = [
        ("&L", part(|line: &RunningLine| &line.left)),
        ("&C", part(|line: &RunningLine| &line.center)),
        ("&R", part(|line: &RunningLine| &line.right)),
    ];
    if let Some(number) = number_of.and_then(|sheet| sheet.page_number) {
        let place = if parts[2].1.is_empty() { 2 } else { 1 };
        let before = if parts[place].1.is_empty() { "" } else { "\n" };
        let text = format!("{before}{}\u{2014} &P \u{2014}", code(&Span::new("", number.role, number.size)));
        parts[place].1.push_str(&text);
    }
    let parts = parts.iter().filter(|(_, text)| !text.is_empty());
    parts.map(|(place, text)| format!("{place}{text}")).collect()
}

/// A span's text after its type.
fn coded(span: &Span) -> String {
    format!("{}{}", code(span), plain(&span.text).replace('&', "&&").replace(['\n', '\t'], " "))
}

/// Size before face: a text that begins with a digit would be read as part of the size.
fn code(span: &Span) -> String {
    format!("&{}&\"{},Regular\"", span.size.0 / 1000, typeface(span.role).name)
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
