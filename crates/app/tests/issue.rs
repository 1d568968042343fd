//! A report is issued once, kept for ever, told from every forgery, and corrected by another.

#![allow(clippy::unwrap_used, reason = "tests")]

mod desks;

use app::desk::Desk;
use app::files::Attached;
use app::wire::entry::{ClaimCode, EntryBoxes, EntryKey};
use app::wire::issue::{CorrectionBoxes, FileVerdict, IssueBoxes, IssuedView, SentBoxes, Verified};
use app::wire::printed::{DocumentQuery, ReportQuery, StyleCode};
use desks::Bureau;
use lopdf::{Dictionary, Document, Object, Stream};
use std::path::PathBuf;
use tempfile::TempDir;

const DAY: &str = "2013-04-26";

fn query() -> ReportQuery {
    let of = DocumentQuery::Quarter {
        year: 2013,
        quarter: 1,
        department: None,
        style: StyleCode::Original,
        columns: None,
    };
    ReportQuery { as_of: Some("2013-04-24".to_owned()), ..ReportQuery::internal(of) }
}

fn boxes() -> IssueBoxes {
    IssueBoxes {
        query: query(),
        series: None,
        approved_by: "陈区长".to_owned(),
        approved_on: "2013-04-25".to_owned(),
        scan: Vec::new(),
        with_gaps: true,
        corrects: None,
    }
}

fn correction(of: &str) -> IssueBoxes {
    let corrects = CorrectionBoxes {
        of: of.to_owned(),
        replaces: "第2页（五）".to_owned(),
        reason: "场数有误".to_owned(),
        approver: String::new(),
        holders: vec!["区政府办".to_owned()],
    };
    IssueBoxes { corrects: Some(corrects), ..boxes() }
}

fn nothing() -> Attached {
    Attached::default()
}

fn entry(desk: &Desk, text: &str) {
    let board = app::wire::board::BoardQuery { year: 2013, quarter: 1, as_of: None };
    let board = desk.board(&board).unwrap();
    let task = board.goals.iter().flat_map(|goal| &goal.tasks).find(|task| task.number == 5).unwrap();
    let key =
        EntryKey { year: 2013, task: 5, quarter: 1, round: 1, department: task.departments[0].id.clone() };
    let boxes = EntryBoxes {
        claim: Some(ClaimCode::Done),
        text: text.to_owned(),
        on_behalf: Some("电话".to_owned()),
        ..EntryBoxes::default()
    };
    desk.submit_entry(&key, &boxes).unwrap();
}

/// An office that has issued 〔2013〕1号, and a folder for files from outside.
struct Scene {
    bureau: Bureau,
    folder: TempDir,
    issued: IssuedView,
    file: Vec<u8>,
}

impl Scene {
    fn new() -> Self {
        let bureau = Bureau::on(DAY);
        entry(&bureau.desk, "演出十二场");
        let issued = bureau.desk.issue(&boxes(), &nothing()).unwrap();
        let file = bureau.desk.print_issued(&issued.number).unwrap().bytes;
        Self { bureau, folder: TempDir::new().unwrap(), issued, file }
    }

    fn desk(&self) -> &Desk {
        &self.bureau.desk
    }

    fn outside(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs_err::write(&path, bytes).unwrap();
        path
    }

    fn verified(&self, bytes: &[u8]) -> Verified {
        self.desk().verify_file(&self.outside("given.pdf", bytes)).unwrap()
    }

    /// The file taken apart, changed, and put together again.
    fn changed(&self, change: impl FnOnce(&mut Document)) -> Vec<u8> {
        let mut document = Document::load_mem(&self.file).unwrap();
        change(&mut document);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    /// The same with the data inside replaced.
    fn with_content(&self, change: impl FnOnce(String) -> String) -> Vec<u8> {
        self.changed(|document| {
            let streams = document.objects.values_mut().filter_map(|object| object.as_stream_mut().ok());
            let mut embedded = streams.filter(|stream| stream.dict.has_type(b"EmbeddedFile"));
            let content = embedded.next().unwrap();
            let text = String::from_utf8(content.get_plain_content().unwrap()).unwrap();
            content.dict.remove(b"Filter");
            content.set_content(change(text).into_bytes());
        })
    }
}

#[test]
fn an_issued_report_is_numbered_kept_and_says_so_on_every_page() {
    let scene = Scene::new();
    let issued = &scene.issued;
    assert_eq!((issued.number.as_str(), issued.approved_by.as_str()), ("〔2013〕1号", "陈区长"));
    assert_eq!((issued.issued_on.as_str(), issued.issued_by.as_str()), (DAY, "李某"));
    assert!(issued.gaps[0].contains("还没有关闭") && issued.gaps.len() > 2, "{:?}", issued.gaps);
    let reading = pdf::read::Reading::open(&scene.file).unwrap();
    let [content] = reading.attachments("content.json").unwrap().try_into().unwrap();
    assert_eq!(app::content::check_code(&content), issued.check_code);
    let content = String::from_utf8(content).unwrap();
    assert!(content.contains("〔2013〕1号") && !content.contains(&issued.check_code), "made of itself");
    assert!(!content.contains("送审稿") && !content.contains(&issued.ledger_head));
    for page in reading.pages().unwrap() {
        let text: String = page.text.chars().filter(|c| !c.is_whitespace()).collect();
        for words in ["〔2013〕1号", &issued.check_code, &issued.ledger_head[..16]] {
            assert!(text.contains(words), "{words} in {text}");
        }
        assert!(!text.contains("送审稿"));
    }
    let draft = scene.desk().print(&query()).unwrap().bytes;
    let draft = pdf::read::Reading::open(&draft).unwrap().pages().unwrap();
    assert!(draft.iter().all(|page| page.text.contains("送审稿") && !page.text.contains("校验码")));
    assert!(scene.desk().check().unwrap().ok);
}

#[test]
fn the_kept_file_is_the_record_and_is_made_again_as_long_as_nothing_changed() {
    let scene = Scene::new();
    let again = scene.desk().make_issued_again("〔2013〕1号").unwrap();
    assert!(again.as_ref() == Some(&scene.file), "equal bytes");
    entry(scene.desk(), "演出十场");
    assert_eq!(scene.desk().make_issued_again("〔2013〕1号").unwrap(), None, "made of other revisions now");
    assert!(scene.desk().print_issued("(2013)1").unwrap().bytes == scene.file, "kept as it was");
    let verified = scene.verified(&scene.file);
    assert_eq!((verified.verdict, verified.genuine), (FileVerdict::Issued, true));
}

#[test]
fn what_a_careful_clerk_refuses() {
    let bureau = Bureau::on(DAY);
    let refused = |boxes: &IssueBoxes| bureau.desk.issue(boxes, &nothing()).unwrap_err();
    let with = |change: &dyn Fn(&mut IssueBoxes)| {
        let mut boxes = boxes();
        change(&mut boxes);
        refused(&boxes).text()
    };
    assert!(with(&|boxes| boxes.approved_by = " ".to_owned()).contains("还没有签批"));
    assert!(with(&|boxes| boxes.approved_on = String::new()).contains("还没有签批"));
    assert!(with(&|boxes| boxes.approved_on = "2013-04-23".to_owned()).contains("早于数据截至日"));
    assert!(with(&|boxes| boxes.approved_on = "2013-04-27".to_owned()).contains("还没有到"));
    assert!(with(&|boxes| boxes.query.as_of = Some("2013-04-27".to_owned())).contains("还没有到"));
    let calls = DocumentQuery::CallList { year: 2013, quarter: 1 };
    assert!(with(&|boxes| boxes.query.of = calls.clone()).contains("不经签发"));
    assert!(with(&|boxes| boxes.corrects = correction("〔2013〕9号").corrects).contains("还没有签发过"));
    let gaps = refused(&IssueBoxes { with_gaps: false, ..boxes() });
    assert!(gaps.text().contains("--with-gaps") && gaps.lines().len() > 2, "{}", gaps.text());
    assert!(gaps.lines()[0].contains("报告期还没有关闭"), "{:?}", gaps.lines());
    bureau.desk.close_round("2013Q1", None).unwrap();
    let rest = refused(&IssueBoxes { with_gaps: false, ..boxes() }).lines();
    assert_eq!(rest, gaps.lines()[1..], "a closed round is no gap");
    assert_eq!(bureau.desk.issued_reports(None).unwrap(), [], "nothing was recorded");
    // The control: what is complete in its own way is issued.
    assert_eq!(bureau.desk.issue(&boxes(), &nothing()).unwrap().number, "〔2013〕1号");
    assert!(with(&|_| ()).contains("已以〔2013〕1号签发"), "once only");
    let other = IssueBoxes { series: Some("盐督".to_owned()), ..correction("〔2013〕1号") };
    assert_eq!(bureau.desk.issue(&other, &nothing()).unwrap().number, "盐督〔2013〕1号");
    assert!(with(&|boxes| boxes.corrects = correction("〔2013〕1号").corrects).contains("已由盐督"));
}

/// Somebody makes a folder of the file's name while the report is issued: only the last step fails, and that is said.
#[test]
fn what_is_issued_and_not_written_is_said_with_its_number() {
    let folder = TempDir::new().unwrap();
    let (file, place) = (folder.path().join("1.pdf"), folder.path().to_owned());
    let in_the_way = file.clone();
    let bureau = Bureau::disturbed(DAY, move || {
        let begun = fs_err::read_dir(&place).unwrap().next().is_some();
        if begun && !in_the_way.exists() {
            fs_err::create_dir(&in_the_way).unwrap();
        }
    });
    let refused = bureau.desk.issue_to(&boxes(), &nothing(), &file).unwrap_err().text();
    assert!(refused.starts_with("已签发〔2013〕1号\u{FF0C}但没有写到"), "{refused}");
    assert!(refused.contains("1.pdf") && refused.contains("bps report issued 〔2013〕1号 -o"), "{refused}");
    let other = folder.path().join("2.pdf");
    bureau.desk.write_issued("〔2013〕1号", &other).unwrap();
    assert!(bureau.desk.verify_file(&other).unwrap().genuine, "taken out as the sentence says");
    assert_eq!(fs_err::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left");
}

#[test]
fn an_issue_stays_and_what_was_done_before_it_too() {
    let scene = Scene::new();
    assert_eq!(scene.desk().undo_offer().unwrap(), None);
    let why = scene.desk().undo("").unwrap_err().text();
    assert!(why.contains("〔2013〕1号已经签发") && why.contains("更正"), "{why}");
}

#[test]
fn a_changed_byte_alone_is_told_as_saved_anew() {
    let scene = Scene::new();
    assert!(scene.verified(&scene.file).genuine, "the control");
    for bytes in [[&scene.file[..], b"\n"].concat(), scene.changed(|_| ())] {
        let verified = scene.verified(&bytes);
        assert_eq!((verified.verdict, verified.genuine), (FileVerdict::SavedAgain, false));
        assert!(verified.text.contains("只是文件被另存过"), "{}", verified.text);
        assert_eq!(verified.differences, []);
    }
}

#[test]
fn changed_data_are_told_by_task_and_column() {
    let scene = Scene::new();
    let forged = scene.with_content(|text| text.replace("演出十二场", "演出九十场"));
    let verified = scene.verified(&forged);
    assert_eq!((verified.verdict, verified.genuine), (FileVerdict::ContentChanged, false));
    assert_eq!(verified.report.unwrap().number, "〔2013〕1号", "by the number that it names");
    let [difference] = verified.differences.try_into().unwrap();
    assert!(difference.place.contains("（五）"), "{difference:?}");
    assert_eq!(difference.column, "目标及进度");
    assert!(difference.issued.contains("演出十二场") && difference.found.contains("演出九十场"));
    let unreadable = scene.verified(&scene.with_content(|_| "{".to_owned()));
    assert_eq!(unreadable.verdict, FileVerdict::ContentChanged, "found by the code on its pages");
}

/// Swaps the first two glyphs that differ in a run of text of a page.
fn forge_text(document: &mut Document, page: u32) {
    let id = document.get_pages()[&page];
    let mut content = document.get_and_decode_page_content(id).unwrap();
    let run = content.operations.iter_mut().find_map(|operation| {
        let array = operation.operator == "TJ";
        let shows = array || operation.operator == "Tj";
        let operand = operation.operands.first_mut().filter(|_| shows)?;
        match operand {
            Object::Array(parts) => parts.iter_mut().find_map(long_run),
            text => long_run(text),
        }
    });
    let bytes = run.unwrap();
    let at = (2..bytes.len()).step_by(2).find(|at| bytes[*at..at + 2] != bytes[..2]).unwrap();
    let first = bytes[..2].to_vec();
    let other = bytes[at..at + 2].to_vec();
    bytes[..2].copy_from_slice(&other);
    bytes[at..at + 2].copy_from_slice(&first);
    let bytes = content.encode().unwrap();
    document.change_page_content(id, bytes).unwrap();
}

fn long_run(object: &mut Object) -> Option<&mut Vec<u8>> {
    match object {
        Object::String(bytes, _) if bytes.len() >= 4 => Some(bytes),
        _ => None,
    }
}

#[test]
fn a_page_forged_over_untouched_data_is_told() {
    let scene = Scene::new();
    let forged = scene.changed(|document| forge_text(document, 2));
    let verified = scene.verified(&forged);
    assert_eq!((verified.verdict, verified.genuine), (FileVerdict::PagesChanged, false), "{}", verified.text);
    assert!(verified.text.contains("所附数据与签发时一致") && verified.text.contains("页面被改动"));
    assert!(verified.differences.iter().all(|one| one.place == "第2页"), "{:?}", verified.differences);
    assert!(!verified.differences.is_empty());
}

#[test]
fn a_page_that_was_taken_out_is_one_difference() {
    let scene = Scene::new();
    let without = scene.changed(|document| document.delete_pages(&[2]));
    let verified = scene.verified(&without);
    assert_eq!((verified.verdict, verified.genuine), (FileVerdict::PagesChanged, false), "{}", verified.text);
    let places: Vec<&str> = verified.differences.iter().map(|one| one.place.as_str()).collect();
    assert_eq!(places, ["页数", "缺第2页"], "{:?}", verified.differences);
    // A page that was changed as well is told as the page that it was.
    let both = scene.changed(|document| {
        forge_text(document, 4);
        document.delete_pages(&[2]);
    });
    let verified = scene.verified(&both);
    let places: Vec<&str> = verified.differences.iter().map(|one| one.place.as_str()).collect();
    assert_eq!(places[..2], ["页数", "缺第2页"]);
    let changed = "第4页\u{FF08}现为第3页\u{FF09}";
    assert!(places.len() > 2 && places[2..].iter().all(|place| *place == changed), "{places:?}");
}

#[test]
fn what_is_drawn_or_pasted_over_a_page_is_told() {
    let scene = Scene::new();
    let covered = scene.changed(|document| {
        let id = document.get_pages()[&1];
        let mut content = document.get_and_decode_page_content(id).unwrap().encode().unwrap();
        content.extend(b"\nq 1 1 1 rg 100 100 200 200 re f Q");
        document.change_page_content(id, content).unwrap();
    });
    let noted = scene.changed(|document| {
        let id = document.get_pages()[&1];
        let mut note = Dictionary::new();
        note.set("Type", "Annot");
        note.set("Subtype", "FreeText");
        note.set("Rect", vec![100.into(), 100.into(), 300.into(), 300.into()]);
        note.set("Contents", Object::string_literal("changed"));
        let note = document.add_object(note);
        let page = document.get_object_mut(id).unwrap().as_dict_mut().unwrap();
        page.set("Annots", vec![Object::Reference(note)]);
    });
    for bytes in [covered, noted] {
        let verified = scene.verified(&bytes);
        assert_eq!(
            (verified.verdict, verified.genuine),
            (FileVerdict::DrawnOtherwise, false),
            "{}",
            verified.text
        );
        assert!(verified.text.contains("盖住"));
    }
}

#[test]
fn a_file_without_its_data_is_known_by_the_code_on_its_pages() {
    let scene = Scene::new();
    let stripped = scene.changed(|document| {
        let catalog = document.catalog_mut().unwrap();
        catalog.remove(b"Names");
        catalog.remove(b"AF");
    });
    let verified = scene.verified(&stripped);
    assert_eq!((verified.verdict, verified.genuine), (FileVerdict::SavedAgain, false));
    assert!(verified.text.contains("所附数据已被去掉"), "{}", verified.text);
}

#[test]
fn strangers_are_told_apart() {
    let scene = Scene::new();
    let check = |bytes: &[u8], verdict: FileVerdict| {
        let verified = scene.verified(bytes);
        assert_eq!((verified.verdict, verified.genuine), (verdict, false), "{}", verified.text);
        assert!(verified.text.starts_with("不是\u{FF1A}"), "{}", verified.text);
        assert_eq!(verified.report, None);
    };
    check(b"", FileVerdict::NotAPdf);
    check(b"PK\x03\x04 a document of another kind", FileVerdict::NotAPdf);
    check(b"%PDF-1.7\nnothing", FileVerdict::Unreadable);
    check(&scene.file[..scene.file.len() / 2], FileVerdict::Unreadable);
    check(&scene.desk().print(&query()).unwrap().bytes, FileVerdict::Draft);
    let whitepaper = ReportQuery::internal(DocumentQuery::Whitepaper { year: 2013 });
    check(&scene.desk().print(&whitepaper).unwrap().bytes, FileVerdict::Unknown);
    // Another office's report with the same number and the same content, but not ours.
    let other = Bureau::on(DAY);
    other.desk.issue(&boxes(), &nothing()).unwrap();
    let foreign = other.desk.print_issued("〔2013〕1号").unwrap().bytes;
    let verified = scene.verified(&foreign);
    assert!(!verified.genuine && !verified.differences.is_empty(), "{}", verified.text);
    let missing = scene.desk().verify_file(&scene.folder.path().join("none.pdf"));
    assert!(missing.is_err());
}

#[test]
fn what_was_sent_is_kept_and_known_again() {
    let scene = Scene::new();
    let scan = scene.outside("盖章.jpg", b"\xFF\xD8\xFF\xE0 a stamped sheet");
    let before = scene.desk().verify_file(&scan).unwrap();
    assert_eq!(before.verdict, FileVerdict::NotAPdf, "the control");
    let boxes = SentBoxes { to: "区政府办".to_owned(), ..SentBoxes::default() };
    let attached = Attached { paths: vec![scan.clone()], personal: false };
    let sent = scene.desk().record_sent("〔2013〕1号", &boxes, &attached).unwrap().sent;
    assert_eq!((sent.len(), sent[0].to.as_str(), sent[0].files.len()), (1, "区政府办", 1));
    let verified = scene.desk().verify_file(&scan).unwrap();
    assert_eq!((verified.verdict, verified.genuine), (FileVerdict::Sent, true));
    assert!(verified.text.contains("2013年4月26日发往区政府办"), "{}", verified.text);
    assert!(scene.verified(&scene.file).genuine, "the report itself is what it was");
    let early = SentBoxes { on: Some("2013-04-25".to_owned()), ..boxes };
    let refused = scene.desk().record_sent("〔2013〕1号", &early, &nothing()).unwrap_err().text();
    assert!(refused.contains("不在签发当日"), "{refused}");
    let nobody = scene.desk().record_sent("〔2013〕1号", &SentBoxes::default(), &nothing());
    assert!(nobody.unwrap_err().text().contains("发往单位"));
}

#[test]
fn a_correction_takes_the_place_of_what_was_wrong_wherever_it_is_looked_up() {
    let scene = Scene::new();
    entry(scene.desk(), "演出十场");
    let mut boxes = correction("〔2013〕1号");
    boxes.corrects.as_mut().unwrap().holders = Vec::new();
    let nobody = scene.desk().issue(&boxes, &nothing()).unwrap_err().text();
    assert!(nobody.contains("原件发往何处"), "{nobody}");
    let sent = SentBoxes { to: "区政府办".to_owned(), ..SentBoxes::default() };
    scene.desk().record_sent("〔2013〕1号", &sent, &nothing()).unwrap();
    let corrected = scene.desk().issue(&boxes, &nothing()).unwrap();
    let corrects = corrected.corrects.unwrap();
    assert_eq!((corrects.number.as_str(), corrects.holders), ("〔2013〕1号", vec!["区政府办".to_owned()]));
    assert_eq!(corrects.approver, "陈区长");
    let bytes = scene.desk().print_issued("〔2013〕2号").unwrap().bytes;
    let pages = pdf::read::Reading::open(&bytes).unwrap().pages().unwrap();
    let said = |page: usize| {
        pages[page]
            .text
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
            .contains("本件代替〔2013〕1号第2页")
    };
    assert!(said(0) && !said(1));
    let list = scene.desk().issued_reports(Some(2013)).unwrap();
    assert_eq!(list[0].corrected.as_deref(), Some("已更正\u{FF0C}见〔2013〕2号"));
    assert_eq!(list[1].corrected, None);
    let old = scene.verified(&scene.file);
    assert!(old.genuine && old.text.contains("已更正\u{FF0C}见〔2013〕2号") && old.text.contains("场数有误"));
    let by_code = scene.desk().verify_code(&scene.issued.check_code).unwrap();
    assert!(by_code.text.contains("已更正\u{FF0C}见〔2013〕2号"));
    let new = scene.verified(&bytes);
    assert!(new.genuine && !new.text.contains("已更正"), "{}", new.text);
    assert!(scene.desk().make_issued_again("〔2013〕2号").unwrap() == Some(bytes), "equal bytes");
}

/// Holders would be told to put one paper in the place of another.
#[test]
fn only_the_same_document_corrects_a_report() {
    let scene = Scene::new();
    let quarter = |quarter, department, style| DocumentQuery::Quarter {
        year: 2013,
        quarter,
        department,
        style,
        columns: None,
    };
    let issue = |of| {
        let boxes = correction("〔2013〕1号");
        let query = ReportQuery { of, ..boxes.query.clone() };
        scene.desk().issue(&IssueBoxes { query, ..boxes }, &nothing())
    };
    let department = scene.desk().department_asked(2013, "文体局").unwrap();
    for (of, given) in [
        (DocumentQuery::OnePage { year: 2013, quarter: 1 }, "2013年一季度工作进展情况一页纸”"),
        (DocumentQuery::Annual { year: 2013 }, "完成情况”"),
        (quarter(2, None, StyleCode::Original), "2013年上半年工作进展情况表”"),
        (quarter(1, Some(department), StyleCode::Original), "文体局"),
    ] {
        let refused = issue(of).unwrap_err().text();
        let named = refused.contains(given) && refused.contains("要更正的〔2013〕1号是");
        assert!(named && refused.contains("2013年一季度工作进展情况表”"), "{refused}");
    }
    assert_eq!(scene.desk().issued_reports(None).unwrap().len(), 1, "nothing was recorded");
    // The control: the same report in another style.
    assert_eq!(issue(quarter(1, None, StyleCode::Wide)).unwrap().number, "〔2013〕2号");
}

#[test]
fn a_code_is_found_however_it_was_copied() {
    let scene = Scene::new();
    let code = &scene.issued.check_code;
    for typed in [code.clone(), code.to_lowercase(), code.replace('-', ""), format!(" {code} ")] {
        let verified = scene.desk().verify_code(&typed).unwrap();
        assert!(verified.genuine && verified.text.contains("〔2013〕1号"), "{typed}");
        assert!(!verified.text.contains("应为"));
    }
    let other = code.replace(|c: char| c != '-', "Q");
    let verified = scene.desk().verify_code(&other).unwrap();
    assert_eq!((verified.verdict, verified.genuine), (FileVerdict::Unknown, false));
    assert!(scene.desk().verify_code("3REQ").unwrap_err().text().contains("写了4个"));
    assert!(scene.desk().verify_code("3REQ-D3JF-WVJ?").unwrap_err().text().contains("“?”"));
}

#[test]
fn a_damaged_kept_file_is_told_and_not_handed_out() {
    let scene = Scene::new();
    let hash = &scene.issued.sha256;
    let blob = scene.bureau.store_folder().join("blobs").join(&hash[..2]).join(hash);
    fs_err::set_permissions(&blob, writable(&blob)).unwrap();
    fs_err::write(&blob, b"%PDF-1.7").unwrap();
    assert!(scene.desk().print_issued("〔2013〕1号").is_err());
    let file = scene.outside("given.pdf", &[&scene.file[..], b"\n"].concat());
    assert!(scene.desk().verify_file(&file).is_err(), "there is nothing to hold it against");
}

fn writable(path: &std::path::Path) -> std::fs::Permissions {
    let mut permissions = fs_err::metadata(path).unwrap().permissions();
    #[expect(clippy::permissions_set_readonly_false, reason = "a file of this test's own folder")]
    permissions.set_readonly(false);
    permissions
}

/// A stream that unpacks to more than any report, and values that lie in each other without end.
#[test]
fn hostile_files_are_refused_in_time() {
    let scene = Scene::new();
    let bomb = scene.changed(|document| {
        let id = document.get_pages()[&1];
        let mut stream = Stream::new(Dictionary::new(), vec![b' '; 100 << 20]);
        stream.compress().unwrap();
        let content = document.add_object(stream);
        let page = document.get_object_mut(id).unwrap().as_dict_mut().unwrap();
        page.set("Contents", Object::Reference(content));
    });
    assert!(bomb.len() < 4 << 20);
    assert_eq!(scene.verified(&bomb).verdict, FileVerdict::Unreadable);
    let looped = scene.changed(|document| {
        let id = document.get_pages()[&1];
        let page = document.get_object_mut(id).unwrap().as_dict_mut().unwrap();
        page.set("Annots", Object::Reference(id));
        page.set("Parent", Object::Reference(id));
    });
    assert!(!scene.verified(&looped).genuine);
}

/// What was asked for before there were columns to choose reads as it did, and is written as it was.
#[test]
fn columns_are_part_of_what_was_asked_for() {
    let landscape = |columns: Option<&str>| DocumentQuery::Quarter {
        year: 2013,
        quarter: 1,
        department: None,
        style: StyleCode::Wide,
        columns: columns.map(str::to_owned),
    };
    let old = r#"{"document":"quarter","year":2013,"quarter":1,"department":null,"style":"wide"}"#;
    assert_eq!(serde_json::from_str::<DocumentQuery>(old).unwrap(), landscape(None));
    assert_eq!(serde_json::to_string(&landscape(None)).unwrap(), old);

    let bureau = Bureau::on(DAY);
    entry(&bureau.desk, "演出十二场");
    let of = |columns| {
        let query = ReportQuery { of: landscape(columns), ..query() };
        bureau.desk.issue(&IssueBoxes { query, ..boxes() }, &nothing())
    };
    let [plain, months] = [None, Some("months")].map(|columns| of(columns).unwrap());
    assert_ne!(plain.check_code, months.check_code);
    let again = of(Some("months")).unwrap_err().text();
    assert!(again.contains(&months.number), "{again}");
    assert!(of(Some("tongshan")).unwrap_err().text().contains("没有名为“tongshan”的栏目"));
    let kept = bureau.desk.print_issued(&months.number).unwrap();
    let verified = TempDir::new().unwrap();
    let path = verified.path().join("given.pdf");
    fs_err::write(&path, kept.bytes).unwrap();
    assert_eq!(bureau.desk.verify_file(&path).unwrap().verdict, FileVerdict::Issued);
}
