//! A report that goes to the disk page by page: watched, stopped, and the same as the one in memory.

#![allow(clippy::unwrap_used, reason = "tests")]

use app::desk::{Desk, Opening};
use app::refusal::Refused;
use app::wire::board::BoardQuery;
use app::wire::printed::{DocumentQuery, Format, ReportQuery, StyleCode};
use app::wire::work::{Work, WorkProgress};
use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;
use store::StoreKind;

const OLD: &str = "what stood there";

/// The sample year; 2013-07-01.
fn desk(folder: &Path) -> Desk {
    app::sample::open(Opening {
        store: folder.join("store"),
        state: folder.join("state"),
        fonts: Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts"),
        holder: "测试".to_owned(),
        by: None,
        kind: StoreKind::Real,
        clock: Arc::new(|| 1_372_608_000_000),
    })
    .unwrap()
}

fn query() -> ReportQuery {
    let (department, columns, style) = (None, None, StyleCode::Original);
    ReportQuery::internal(DocumentQuery::Quarter { year: 2013, quarter: 1, department, columns, style })
}

#[test]
fn a_written_report_is_the_one_in_memory_and_whoever_watches_hears_how_far_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let file = folder.path().join("a.pdf");
    fs_err::write(&file, OLD).unwrap();
    let heard = RefCell::new(Vec::<WorkProgress>::new());
    let watch = |progress: &WorkProgress| {
        heard.borrow_mut().push(progress.clone());
        // Until it is whole, what stood there stands there.
        assert_eq!(fs_err::read_to_string(&file).unwrap(), OLD);
        true
    };
    let written = desk.write_report(&query(), Format::Pdf, &file, &watch).unwrap();
    let printed = desk.print(&query()).unwrap();
    assert_eq!(fs_err::read(&file).unwrap(), printed.bytes);
    assert_eq!((written.title, written.pages), (printed.title, Some(printed.pages)));
    assert_eq!(printed.sheets.iter().map(|run| run.count).sum::<u32>(), printed.pages);
    let heard = heard.into_inner();
    // A page at a time, towards the end of the outline.
    assert_eq!(heard.len(), printed.pages as usize);
    assert!(heard.iter().all(|one| one.work == Work::Report && one.total as usize == printed.outline.len()));
    assert!(heard.is_sorted_by_key(|one| one.done));
    assert_eq!(heard.last().map(|one| one.done), heard.last().map(|one| one.total));
}

#[test]
fn a_stopped_report_leaves_the_folder_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let out = folder.path().join("out");
    fs_err::create_dir(&out).unwrap();
    let file = out.join("a.pdf");
    fs_err::write(&file, OLD).unwrap();
    let stop = |after: usize| {
        let pages = RefCell::new(0);
        let watch = move |_: &WorkProgress| {
            *pages.borrow_mut() += 1;
            *pages.borrow() <= after
        };
        desk.write_report(&query(), Format::Pdf, &file, &watch)
    };
    for after in [0, 3] {
        assert!(matches!(stop(after), Err(Refused::ReportStopped)), "{after}");
        assert_eq!(fs_err::read_to_string(&file).unwrap(), OLD);
        assert_eq!(fs_err::read_dir(&out).unwrap().count(), 1);
    }
    // Control: who does not stop has his report.
    stop(usize::MAX).unwrap();
    assert!(fs_err::read(&file).unwrap().starts_with(b"%PDF"));
    assert_eq!(fs_err::read_dir(&out).unwrap().count(), 1);
}

/// No paper tells what is not yet; what is said of a future 签批日期 is said of 数据截至 too.
#[test]
fn a_paper_does_not_tell_a_day_to_come() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let calls = ReportQuery::internal(DocumentQuery::CallList { year: 2013, quarter: 1 });
    for query in [query(), calls] {
        let as_of = |day: &str| desk.print(&ReportQuery { as_of: Some(day.to_owned()), ..query.clone() });
        let refused = as_of("2013-07-02").unwrap_err();
        assert!(matches!(refused, Refused::AsOfLater { .. }), "{refused:?}");
        let words = refused.text();
        assert!(words.contains("2013年7月2日还没有到\u{FF08}今天是2013年7月1日\u{FF09}"), "{words}");
        let file = folder.path().join("late.pdf");
        let late = ReportQuery { as_of: Some("2013-07-02".to_owned()), ..query.clone() };
        assert!(desk.write_report(&late, Format::Pdf, &file, &|_| true).is_err() && !file.exists());
        as_of("2013-07-01").unwrap();
    }
    // A screen may look ahead: who will be late on the due day.
    let board = BoardQuery { year: 2013, quarter: 3, as_of: Some("2013-10-20".to_owned()) };
    assert_eq!(desk.board(&board).unwrap().as_of, "2013-10-20");
}
