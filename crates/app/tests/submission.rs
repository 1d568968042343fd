//! 季度报送表: printed, changed, come back signed.

#![allow(clippy::unwrap_used, reason = "tests")]

use app::desk::{Desk, Opening};
use app::files::Attached;
use app::printed::Printed;
use app::refusal::{Refused, ScanFault};
use app::wire::entry::{ClaimCode, EntryBoxes, EntryKey};
use app::wire::printed::{DocumentQuery, Format, ReportQuery};
use app::wire::start::Beginning;
use lopdf::{Document, Object, dictionary};
use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::StoreKind;

const PAPER: &[u8] = include_bytes!("../../../seeds/whitepaper-2013.txt");
const ROUND: &str = "2013Q1";

/// A desk with the paper in force, and the key of an entry of 文体局.
fn begun(folder: &Path) -> (Desk, EntryKey) {
    let seconds = AtomicI64::new(0);
    let mut desk = Desk::open(Opening {
        store: folder.join("store"),
        state: folder.join("state"),
        fonts: Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts"),
        holder: "测试".to_owned(),
        by: None,
        kind: StoreKind::Real,
        // 2013-04-18 02:00 UTC and a second more at each look.
        clock: Arc::new(move || 1_366_250_400_000 + seconds.fetch_add(1000, Ordering::Relaxed)),
    })
    .unwrap();
    let beginning = Beginning {
        office: "区督查室".to_owned(),
        department: None,
        person: "李某".to_owned(),
        title: String::new(),
    };
    desk.begin(&beginning).unwrap();
    desk.import_paper("paper.txt", PAPER).unwrap();
    let department = desk.department_asked(2013, "文体局").unwrap();
    (desk, EntryKey { year: 2013, task: 5, quarter: 1, round: 1, department })
}

fn state(desk: &Desk, key: &EntryKey) -> String {
    desk.submission(ROUND, &key.department).unwrap().state
}

fn submit(desk: &Desk, key: &EntryKey, text: &str) {
    let on_behalf = Some("电话".to_owned());
    let boxes = EntryBoxes {
        claim: Some(ClaimCode::Done),
        text: text.to_owned(),
        on_behalf,
        ..EntryBoxes::default()
    };
    desk.submit_entry(key, &boxes).unwrap();
}

/// Looks at the pages.
fn preview(desk: &Desk, key: &EntryKey) -> Printed {
    let EntryKey { year, round: quarter, department, .. } = key.clone();
    desk.print(&ReportQuery::internal(DocumentQuery::Submission { year, quarter, department })).unwrap()
}

/// Prints them; the 报送码 on the paper.
fn print(desk: &Desk, key: &EntryKey) -> String {
    let printed = preview(desk, key);
    desk.hand_out(printed.sheet.as_ref(), || Ok(())).unwrap();
    desk.submission(ROUND, &key.department).unwrap().code.unwrap()
}

fn scan(desk: &Desk, code: &str, bytes: &[u8]) -> Result<String, Refused> {
    let scanned = desk.add_bytes("扫描.pdf", bytes).added;
    desk.bind_scan(code, &scanned, &Attached::default()).map(|one| one.message)
}

/// A PDF of one empty page with that title.
fn scanned(title: &str) -> Vec<u8> {
    let mut file = Document::with_version("1.7");
    let root = file.new_object_id();
    let sheet = vec![0.into(), 0.into(), 595.into(), 842.into()];
    let page = file.add_object(dictionary! { "Type" => "Page", "Parent" => root, "MediaBox" => sheet });
    let pages = dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![Object::Reference(page)] };
    file.objects.insert(root, pages.into());
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    let info = file.add_object(dictionary! { "Title" => Object::string_literal(title) });
    file.trailer.set("Root", catalog);
    file.trailer.set("Info", info);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_sheet_is_a_draft_until_it_is_printed_and_looking_prints_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, key) = begun(folder.path());
    assert_eq!(state(&desk, &key), "draft");
    // Nobody signs what says nothing.
    let empty = preview(&desk, &key);
    assert!(!empty.gaps.is_empty());
    let refused = desk.hand_out(empty.sheet.as_ref(), || -> Result<(), Refused> { panic!("written") });
    assert!(matches!(refused, Err(Refused::NothingToSign { .. })));
    submit(&desk, &key, "一");
    preview(&desk, &key);
    assert_eq!(state(&desk, &key), "draft");
    // What could not be written was not printed.
    let failed = desk.hand_out(preview(&desk, &key).sheet.as_ref(), || Err::<(), _>(Refused::Gone));
    assert!(failed.is_err());
    assert_eq!(state(&desk, &key), "draft");
    print(&desk, &key);
    assert_eq!(state(&desk, &key), "printed");
}

#[test]
fn an_edit_after_printing_asks_for_a_new_print_and_taking_it_back_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, key) = begun(folder.path());
    submit(&desk, &key, "一");
    let first = print(&desk, &key);
    // The same sheet printed again is the same sheet.
    assert_eq!(print(&desk, &key), first);
    submit(&desk, &key, "二");
    let changed = desk.submission(ROUND, &key.department).unwrap();
    assert_eq!(changed.state, "changed");
    assert!(changed.words.contains("打印后有变动\u{FF1A}\u{FF08}五\u{FF09}"), "{}", changed.words);
    assert_ne!(changed.code.as_ref(), Some(&first));
    let list = desk.call_list(Some(ROUND), None).unwrap();
    let line = list.lines.iter().find(|line| line.department == key.department).unwrap();
    assert_eq!(line.submission.as_ref(), Some(&changed));
    assert_ne!(print(&desk, &key), first);
    assert_eq!(state(&desk, &key), "printed");
    // What another department enters changes nothing here.
    let other =
        EntryKey { task: 1, department: desk.department_asked(2013, "教育局").unwrap(), ..key.clone() };
    submit(&desk, &other, "三");
    assert_eq!(state(&desk, &key), "printed");
}

#[test]
fn a_scan_is_bound_by_the_code_and_the_seal_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, key) = begun(folder.path());
    submit(&desk, &key, "一");
    let code = print(&desk, &key);
    let sealed = |desk: &Desk| {
        let list = desk.call_list(Some(ROUND), None).unwrap();
        list.lines.iter().find(|line| line.department == key.department).unwrap().sealed.is_some()
    };
    assert!(!sealed(&desk));
    let unknown = scan(&desk, "AAAA-BBBB-CCCC", &scanned("signed"));
    let Err(Refused::UnknownSheetCode { known, .. }) = unknown else { panic!("{unknown:?}") };
    assert_eq!(known, [format!("文体局2013年一季度 {code}")]);
    assert!(matches!(scan(&desk, &code, b"only text"), Err(Refused::NoScan(_))));
    let none = desk.bind_scan(&code, &[], &Attached::default());
    assert!(matches!(none, Err(Refused::OneScan { given: 0 })));
    // As people type it.
    scan(&desk, &code.to_lowercase().replace('-', " "), &scanned("signed")).unwrap();
    assert_eq!(state(&desk, &key), "submitted");
    assert!(sealed(&desk));
    assert!(matches!(scan(&desk, &code, &scanned("signed")), Err(Refused::ScanKnown(_))));
    submit(&desk, &key, "二");
    assert_eq!(state(&desk, &key), "changed_since");
}

#[test]
fn a_signed_paper_is_kept_though_its_entries_have_changed_since() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, key) = begun(folder.path());
    submit(&desk, &key, "一");
    let code = print(&desk, &key);
    submit(&desk, &key, "二");
    let message = scan(&desk, &code, &scanned("signed")).unwrap();
    assert!(message.contains("打印后有变动") && message.contains("\u{FF08}五\u{FF09}"), "{message}");
    assert_eq!(state(&desk, &key), "changed_since");
    // Printed and signed once more, all is well.
    let again = print(&desk, &key);
    assert_eq!(state(&desk, &key), "printed");
    scan(&desk, &again, &scanned("signed again")).unwrap();
    assert_eq!(state(&desk, &key), "submitted");
}

#[test]
fn a_scan_that_nobody_can_open_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, key) = begun(folder.path());
    submit(&desk, &key, "一");
    let code = print(&desk, &key);
    let whole = scanned("signed");
    let photo = include_bytes!("../../../seeds/sample/社区文艺演出（示例）.jpg");
    let closed = |bytes: &[u8], name: &str| {
        let path = folder.path().join(name);
        fs_err::write(&path, bytes).unwrap();
        let attached = Attached { paths: vec![path], ..Attached::default() };
        match desk.bind_scan(&code, &[], &attached) {
            Err(Refused::ScanClosed { name: said, fault }) if said == name => Some(fault),
            other => other.map(|_| None).unwrap(),
        }
    };
    assert_eq!(closed(&whole[..whole.len() / 2], "half.pdf"), Some(ScanFault::Damaged));
    assert_eq!(closed(&photo[..photo.len() / 2], "half.jpg"), Some(ScanFault::Damaged));
    // Through the window the bytes are stored already.
    let dropped = scan(&desk, &code, &whole[..whole.len() / 2]);
    assert!(matches!(dropped, Err(Refused::ScanClosed { fault: ScanFault::Damaged, .. })), "{dropped:?}");
    assert_eq!(state(&desk, &key), "printed");
    // The same files whole are taken.
    assert_eq!(closed(&whole, "whole.pdf"), None);
    assert_eq!(closed(photo, "whole.jpg"), None);
    assert_eq!(state(&desk, &key), "submitted");
}

#[test]
fn what_people_go_on_writing_has_no_code() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, key) = begun(folder.path());
    submit(&desk, &key, "一");
    let code = print(&desk, &key);
    let EntryKey { year, round: quarter, department, .. } = key.clone();
    let query = ReportQuery::internal(DocumentQuery::Submission { year, quarter, department });
    let all = |format| {
        let file = desk.export(&query, format).unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(file.bytes)).unwrap();
        let mut text = String::new();
        for at in 0..zip.len() {
            zip.by_index(at).unwrap().read_to_string(&mut text).unwrap();
        }
        text
    };
    for text in [Format::Docx, Format::Xlsx].map(all) {
        assert!(!text.contains(&code) && text.contains("送签请打印 PDF"), "{text}");
    }
    // The page that is signed is the one of that code.
    assert_eq!(desk.print(&query).unwrap().sheet.unwrap().code, code);
}
