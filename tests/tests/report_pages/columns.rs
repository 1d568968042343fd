//! The column presets of the wide table, page by page, on the year of `year` in its third quarter.

use crate::archive;
use crate::lines::{golden, pages, wide};
use crate::year::{options, year};
use report::{Audience, Report};

fn table(key: &str) -> Report {
    report::quarter(&year(), &options(3, ("2013-10-10", wide(key), None)))
}

/// Without causes, measures, persons, reasons of decisions and telephone numbers; the same states on the same lines.
#[test]
fn what_the_public_reads() {
    let mut options = options(3, ("2013-10-10", wide("compare"), None));
    options.making.audience = Audience::Public;
    let report = report::quarter(&year(), &options);
    golden("year-2013Q3-wide-public", &report, &pages(&report, 500));
}

#[test]
fn the_last_round_beside_this_one() {
    let report = table("rounds");
    golden("columns-2013Q3-rounds", &report, &pages(&report, 500));
    archive::keeps_both(&[("rounds", report)]);
}

#[test]
fn the_tasks_of_each_leader_together() {
    let report = table("leaders");
    golden("columns-2013Q3-leaders", &report, &pages(&report, 500));
}

#[test]
fn every_milestone_with_its_month() {
    let report = table("months");
    golden("columns-2013Q3-months", &report, &pages(&report, 500));
}
