//! The documents for leaders and departments, of the year that `year` plays.

use crate::lines::{golden, pages};
use crate::year::year;
use domain::period::Round;
use domain::register::Register;
use layout::LayoutError;
use report::{Audience, Edition, Making, OnePageOptions, QuarterOptions, Report, Style};

fn making(as_of: &str, audience: Audience) -> Making {
    let (as_of, unit) = (as_of.parse().unwrap(), "区督查室".into());
    Making { as_of, edition: Edition::Draft, audience, sample: true, unit }
}

/// Holds a document against its golden pages: as many as it should have.
fn check(name: &str, report: &Report, pages_expected: usize) {
    let document = pages(report, 500);
    golden(name, report, &document);
    assert_eq!(document.pages.len(), pages_expected, "{name}");
}

fn one_page(register: &Register, round: Round, making: Making) -> Report {
    let table = QuarterOptions { round, style: Style::Wide, department: None, making: making.clone() };
    let table = report::quarter(register, &table);
    let options = OnePageOptions { round, pages: report::task_pages(&table, &pages(&table, 500)), making };
    let fits = |report: &Report| -> Result<bool, LayoutError> { Ok(pages(report, 500).pages.len() == 1) };
    report::one_page(register, &options, fits).unwrap()
}

#[test]
fn the_leaders_sheet() {
    let (register, round) = (year(), "2013Q3".parse().unwrap());
    for (name, audience) in
        [("onepage-2013Q3", Audience::Internal), ("onepage-2013Q3-public", Audience::Public)]
    {
        check(name, &one_page(&register, round, making("2013-10-10", audience)), 1);
    }
}
