//! 季度报送表 of the year that `year` plays: what one department signs.

use crate::lines::{golden, pages, texts};
use crate::official::making;
use crate::year::year;
use layout::page::Page;
use report::{Audience, Report, SheetCode, Source, SubmissionOptions};

const CODE: &str = "XJ4B-NP4P-AHH6";

fn submission(round: &str, department: &str, as_of: &str, code: Option<&str>) -> Report {
    let register = year();
    let department = register.published[department];
    let code = code.map_or(SheetCode::NothingStated, |code| SheetCode::Of(code.to_owned()));
    let making = making(as_of, Audience::Internal);
    report::submission(
        &register,
        &SubmissionOptions { round: round.parse().unwrap(), department, code, making },
    )
}

#[test]
fn a_department_signs_under_what_it_stated() {
    let report = submission("2013Q3", "人力局", "2013-10-10", Some(CODE));
    let document = pages(&report, 500);
    golden("submission-2013Q3", &report, &document);
    let said = |page: &Page, wanted: &str| texts(&report, page).any(|(.., text)| text.contains(wanted));
    for page in &document.pages {
        assert!(said(page, CODE), "page {}", page.number);
    }
    // Signatures stand under a statement, and nobody signs twice.
    let signed: Vec<_> = document.pages.iter().filter(|page| said(page, "\u{FF08}盖章处\u{FF09}")).collect();
    let [last] = signed.as_slice() else { panic!("{} pages with a place for the seal", signed.len()) };
    assert!(texts(&report, last).any(|(of, content, _)| content && matches!(of, Some(Source::Progress(_)))));
}

#[test]
fn what_nobody_stated_is_printed_as_such_and_has_no_code() {
    let report = submission("2013Q1", "城改办", "2013-04-10", None);
    let document = pages(&report, 500);
    golden("submission-2013Q1-unstated", &report, &document);
    let text: String =
        document.pages.iter().flat_map(|page| texts(&report, page)).map(|(.., text)| text).collect();
    assert!(text.contains("未填报") && !text.contains("报送码\u{FF1A}"));
}

#[test]
fn the_sheet_keeps_the_archive_and_the_accessibility_standard() {
    let signed = submission("2013Q3", "人力局", "2013-10-10", Some(CODE));
    let unstated = submission("2013Q1", "城改办", "2013-04-10", None);
    crate::archive::keeps_both(&[("signed", signed), ("unstated", unstated)]);
}
