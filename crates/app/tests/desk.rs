//! A desk opened, worked at, closed and opened again; the clock is the test's.

#![allow(clippy::unwrap_used, reason = "tests")]

use app::desk::{Desk, Opening};
use app::entry::Addition;
use app::wire::board::BoardQuery;
use app::wire::entry::{AddedFiles, BoxEvidence, BoxValue, ClaimCode, EntryBoxes, EntryKey, PieceKind};
use app::wire::settings::{DepartmentNameView, DepartmentView, PersonView};
use app::wire::start::Beginning;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::StoreKind;

const PAPER: &[u8] = include_bytes!("../../../seeds/whitepaper-2013.txt");

fn opening(folder: &Path, clock: &Arc<AtomicI64>) -> Opening {
    let clock = Arc::clone(clock);
    Opening {
        store: folder.join("store"),
        state: folder.join("state"),
        fonts: folder.join("fonts"),
        holder: "测试".to_owned(),
        by: None,
        kind: StoreKind::Real,
        // 2013-04-18 02:00 UTC and a second more at each look.
        clock: Arc::new(move || 1_366_250_400_000 + clock.fetch_add(1000, Ordering::Relaxed)),
    }
}

fn beginning(department: Option<&str>) -> Beginning {
    Beginning {
        office: department.unwrap_or("区督查室").to_owned(),
        department: department.map(str::to_owned),
        person: "李某".to_owned(),
        title: String::new(),
    }
}

/// The key of the department of that name in task 5's first quarter.
fn key(desk: &Desk, department: &str) -> EntryKey {
    let query = BoardQuery { year: 2013, quarter: 1, as_of: None };
    let board = desk.board(&query).unwrap();
    let all = board.goals.iter().flat_map(|goal| &goal.tasks).flat_map(|task| &task.departments);
    let id = all.clone().find(|one| one.name == department).unwrap().id.clone();
    EntryKey { year: 2013, task: 5, quarter: 1, round: 1, department: id }
}

fn done(text: &str) -> EntryBoxes {
    EntryBoxes {
        claim: Some(ClaimCode::Done),
        text: text.to_owned(),
        on_behalf: Some("电话：王某".to_owned()),
        ..EntryBoxes::default()
    }
}

#[test]
fn stopped_files_are_named_and_the_whole_ones_kept() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    let paths: Vec<_> = ["a.txt", "b.mp4", "c.txt"].iter().map(|name| folder.path().join(name)).collect();
    for (path, size) in paths.iter().zip([10, 3 << 20, 10]) {
        fs_err::write(path, vec![b'a'; size]).unwrap();
    }
    let total = 20 + (3 << 20);
    let answer = desk.add_files(&paths, &|progress| {
        assert_eq!(progress.total, total);
        progress.name != "b.mp4"
    });
    assert_eq!(answer.added.len(), 1);
    let [refused] = answer.refused.as_slice() else { panic!("{:?}", answer.refused) };
    assert!(refused.contains("b.mp4") && refused.contains("c.txt") && !refused.contains("a.txt"));
    // Control: watched to the end, the same files come in.
    let answer = desk.add_files(&paths, &|_| true);
    assert_eq!((answer.added.len(), answer.refused.len()), (3, 0));
}

#[test]
fn what_was_recorded_is_there_after_closing() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(None)).unwrap();
    desk.import_paper("paper.txt", PAPER).unwrap();
    let key = key(&desk, "文体局");
    desk.submit_entry(&key, &done("演出12场")).unwrap();
    desk.save_draft(&key, &done("演出13场")).unwrap();
    desk.remember_person().unwrap();
    desk.close().unwrap();
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.recall_person().unwrap();
    assert_eq!(desk.frame().unwrap().person.map(|person| person.name).as_deref(), Some("李某"));
    let form = desk.entry_form(&key).unwrap();
    assert_eq!(form.submitted.unwrap().boxes.text, "演出12场");
    assert_eq!(form.draft.unwrap().boxes.text, "演出13场");
    assert!(desk.check().unwrap().ok);
    // Nobody is remembered for the next day.
    clock.fetch_add(86_400_000, Ordering::Relaxed);
    desk.close().unwrap();
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.recall_person().unwrap();
    assert_eq!(desk.frame().unwrap().person.map(|person| person.name), None);
}

#[test]
fn a_backup_that_fails_is_told_and_keeps_nobody_from_working() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(None)).unwrap();
    desk.backup_of_the_day();
    let told =
        |desk: &Desk| desk.frame().unwrap().notices.iter().any(|notice| notice.contains("自动备份没有做成"));
    assert!(!told(&desk), "the control: it could be made");
    // The next day a file stands where the copies belong.
    clock.fetch_add(86_400_000, Ordering::Relaxed);
    desk.import_paper("paper.txt", PAPER).unwrap();
    clock.fetch_add(2 * 86_400_000, Ordering::Relaxed);
    desk.add_person(&PersonView { name: "王某".to_owned(), title: String::new() }).unwrap();
    fs_err::remove_dir_all(folder.path().join("store/backups")).unwrap();
    fs_err::write(folder.path().join("store/backups"), "x").unwrap();
    desk.backup_of_the_day();
    assert!(told(&desk));
    desk.submit_entry(&key(&desk, "文体局"), &done("演出12场")).unwrap();
}

#[test]
fn a_submission_is_corrected_and_taken_back_and_the_history_keeps_all() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(None)).unwrap();
    desk.import_paper("paper.txt", PAPER).unwrap();
    let key = key(&desk, "文体局");
    desk.submit_entry(&key, &done("一")).unwrap();
    desk.take_over(&PersonView { name: "王某".to_owned(), title: "科长".to_owned() }).unwrap();
    desk.submit_entry(&key, &done("二")).unwrap();
    assert_eq!(
        desk.submit_entry(&key, &done("二")).unwrap_err().text(),
        "内容与已提交的相同，没有新的提交。"
    );
    let form = desk.undo_entry(&key).unwrap().form;
    assert_eq!(form.submitted.unwrap().boxes.text, "一");
    let history: Vec<_> = form.history.iter().map(|line| line.what.as_str()).collect();
    assert_eq!(history, ["撤销", "更正", "提交"]);
    assert!(form.history[1].by.starts_with("王某（科长）"));
    let [change] = form.history[1].changes.as_slice() else { panic!("{:?}", form.history[1].changes) };
    let pieces: Vec<_> = change.pieces.iter().map(|piece| (piece.kind, piece.text.as_str())).collect();
    assert_eq!(change.label, "进展");
    assert_eq!(pieces, [(PieceKind::Deleted, "一"), (PieceKind::Inserted, "二")]);
}

#[test]
fn the_round_before_is_remembered_and_a_code_once_given_stays() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(None)).unwrap();
    desk.import_paper("paper.txt", PAPER).unwrap();
    let first = key(&desk, "文体局");
    let paper = BoxEvidence::OnPaper {
        name: "签到表".to_owned(),
        document_no: String::new(),
        dated: None,
        kept_at: String::new(),
        keeper: String::new(),
        personal: Some(false),
        code: None,
    };
    let boxes = EntryBoxes { evidence: vec![paper], ..done("一季度的话") };
    let code = |form: &app::wire::entry::EntryForm| match &form.submitted.as_ref().unwrap().boxes.evidence[..]
    {
        [BoxEvidence::OnPaper { code, .. }] => code.clone().unwrap(),
        other => panic!("{other:?}"),
    };
    let submitted = desk.submit_entry(&first, &boxes).unwrap();
    assert!(!submitted.message.contains("。。"), "{}", submitted.message);
    let given = code(&submitted.form);
    desk.undo_entry(&first).unwrap();
    assert_eq!(code(&desk.submit_entry(&first, &boxes).unwrap().form), given);
    // The next quarter's promise is another milestone; what was said of the task last is shown beside it all the same.
    let second = EntryKey { quarter: 2, round: 2, ..first.clone() };
    let last = desk.entry_form(&second).unwrap().last_round.unwrap();
    assert_eq!((last.round, last.quarter, last.boxes.text.as_str()), (1, 1, "一季度的话"));
    // What is still open of the first quarter comes before that.
    let again = EntryKey { quarter: 1, round: 2, ..first };
    desk.submit_entry(&second, &done("二季度的话")).unwrap();
    let third = EntryKey { quarter: 1, round: 3, ..again };
    assert_eq!(desk.entry_form(&third).unwrap().last_round.unwrap().boxes.text, "一季度的话");
}

#[test]
fn what_is_taken_back_twice_is_the_submission_before() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(None)).unwrap();
    desk.import_paper("paper.txt", PAPER).unwrap();
    let key = key(&desk, "文体局");
    for text in ["一", "二", "三"] {
        desk.submit_entry(&key, &done(text)).unwrap();
    }
    let undo = |desk: &Desk| {
        let form = desk.undo_entry(&key).map_err(|refused| refused.text())?.form;
        Ok::<_, String>((form.submitted.map(|one| one.boxes.text), form.can_undo))
    };
    assert_eq!(undo(&desk).unwrap(), (Some("二".to_owned()), true));
    desk.submit_entry(&key, &done("四")).unwrap();
    assert_eq!(undo(&desk).unwrap(), (Some("二".to_owned()), true));
    assert_eq!(undo(&desk).unwrap(), (Some("一".to_owned()), true));
    assert_eq!(undo(&desk).unwrap(), (None, false));
    assert_eq!(undo(&desk).unwrap_err(), "没有可撤销的提交。");
    desk.submit_entry(&key, &done("五")).unwrap();
    assert_eq!(undo(&desk).unwrap(), (None, false));
    assert!(desk.check().unwrap().ok);
}

#[test]
fn a_draft_keeps_what_was_typed_and_only_submitting_reads_it() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(None)).unwrap();
    desk.import_paper("paper.txt", PAPER).unwrap();
    let key = key(&desk, "文体局");
    let value = |name: &str, amount: &str| BoxValue { name: name.to_owned(), amount: amount.to_owned() };
    let on_paper = BoxEvidence::OnPaper {
        name: " ".to_owned(),
        document_no: String::new(),
        dated: Some("去年".to_owned()),
        kept_at: String::new(),
        keeper: String::new(),
        personal: None,
        code: None,
    };
    let typed = EntryBoxes {
        due: Some("五月底".to_owned()),
        values: vec![value("文艺演出", "十二场"), value("文艺展览", " 4"), value("别的", "1")],
        items: vec![None; 9],
        evidence: vec![on_paper],
        on_behalf: Some("电话 ".to_owned()),
        ..done(" 演出\n")
    };
    desk.save_draft(&key, &typed).unwrap();
    let kept = |desk: &Desk| desk.entry_form(&key).unwrap().draft.unwrap().boxes;
    assert_eq!(kept(&desk), typed);
    desk.close().unwrap();
    let desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    let board = desk.board(&BoardQuery { year: 2013, quarter: 1, as_of: None }).unwrap();
    assert_eq!(board.drafts.iter().map(|draft| &draft.key).collect::<Vec<_>>(), [&key]);
    assert!(desk.submit_entry(&key, &typed).unwrap_err().text().contains("五月底"));
    assert_eq!(kept(&desk), typed, "and a refused submission leaves it");
}

#[test]
fn the_frame_says_what_the_last_check_found() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(None)).unwrap();
    let AddedFiles { added, .. } = desk.add_bytes("a.txt", b"evidence");
    let [BoxEvidence::File { sha256, .. }] = added.as_slice() else { panic!("{added:?}") };
    let blob = folder.path().join("store/blobs").join(&sha256[..2]).join(sha256);
    assert!(desk.frame().unwrap().sound);
    fs_err::write(&blob, "Evidence").unwrap();
    assert!(!desk.check().unwrap().ok);
    assert!(!desk.frame().unwrap().sound);
    // Also after the next start, until a check finds nothing.
    desk.close().unwrap();
    let desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    assert!(!desk.frame().unwrap().sound);
    fs_err::write(&blob, "evidence").unwrap();
    assert!(desk.check().unwrap().ok);
    assert!(desk.frame().unwrap().sound);
}

#[test]
fn what_comes_by_the_command_line_leaves_what_somebody_types() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(None)).unwrap();
    desk.import_paper("paper.txt", PAPER).unwrap();
    let key = key(&desk, "文体局");
    let typed = done("写到一半");
    desk.save_draft(&key, &typed).unwrap();
    // The second time it changes nothing.
    for _ in 0..2 {
        desk.add_progress(&addition("5", "文体局")).unwrap();
        let draft = desk.entry_form(&key).unwrap().draft.unwrap();
        assert_eq!((draft.boxes, draft.outdated), (typed.clone(), true));
    }
    // Control: the form's own submission ends it.
    assert!(desk.submit_entry(&key, &typed).unwrap().form.draft.is_none());
}

#[test]
fn a_department_writes_only_its_own() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(Some("文体局"))).unwrap();
    desk.import_paper("paper.txt", PAPER).unwrap();
    let own = key(&desk, "文体局");
    desk.submit_entry(&own, &done("演出12场")).unwrap();
    let form = desk.entry_form(&own).unwrap();
    assert_eq!((form.refused, form.asks_source), (None, false));
    assert_eq!(form.submitted.unwrap().boxes.on_behalf, None, "its own entry is no 代录");
    let other = EntryKey { task: 1, ..key(&desk, "教育局") };
    assert!(desk.submit_entry(&other, &done("x")).unwrap_err().text().contains("只能填报文体局的进展"));
    assert!(desk.record_finding(&own, ClaimCode::Done, "x").unwrap_err().text().contains("只有督查室"));
}

#[test]
fn offices_that_begin_apart_give_a_department_the_same_id() {
    let (one, other, clock) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), Arc::default());
    let mut bureau = Desk::open(opening(one.path(), &clock)).unwrap();
    bureau.begin(&beginning(Some("文体局"))).unwrap();
    bureau.import_paper("paper.txt", PAPER).unwrap();
    let mut supervision = Desk::open(opening(other.path(), &clock)).unwrap();
    supervision.begin(&beginning(None)).unwrap();
    supervision.import_paper("paper.txt", PAPER).unwrap();
    assert_eq!(key(&bureau, "文体局"), key(&supervision, "文体局"));
    assert_eq!(
        bureau.settings().unwrap().departments.len(),
        supervision.settings().unwrap().departments.len()
    );
}

#[test]
fn the_board_counts_close_and_drafts_wait() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(None)).unwrap();
    desk.import_paper("paper.txt", PAPER).unwrap();
    let query = BoardQuery { year: 2013, quarter: 1, as_of: Some("2013-04-24".to_owned()) };
    desk.save_draft(&key(&desk, "文体局"), &EntryBoxes::default()).unwrap();
    desk.submit_entry(&EntryKey { task: 1, ..key(&desk, "教育局") }, &done("x")).unwrap();
    let board = desk.board(&query).unwrap();
    assert_eq!(board.sentence, "一季度节点20项：完成1项，未报19项。");
    assert_eq!(board.counts.states.iter().map(|state| state.count).sum::<u32>(), board.counts.total);
    assert_eq!(board.drafts.len(), 1);
    assert!(board.silent.iter().all(|silent| silent.name != "教育局") && board.silent.len() == 19);
}

fn rename(desk: &Desk, department: &str, short: &str) {
    let settings = desk.settings().unwrap();
    let known = |one: &&DepartmentView| one.names.iter().any(|name| name.short == department);
    let name = DepartmentNameView {
        short: short.to_owned(),
        full: String::new(),
        from: Some("2013-09-01".to_owned()),
        until: None,
        basis: String::new(),
    };
    desk.rename_department(&settings.departments.iter().find(known).unwrap().id, &name).unwrap();
}

fn addition(task: &str, department: &str) -> Addition {
    Addition {
        task: task.to_owned(),
        quarter: "1".to_owned(),
        department: department.to_owned(),
        claim: Some(ClaimCode::Done),
        text: Some("x".to_owned()),
        ..Addition::default()
    }
}

#[test]
fn merged_departments_share_a_name_and_the_next_paper_prints_it() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(None)).unwrap();
    desk.import_paper("paper.txt", PAPER).unwrap();
    rename(&desk, "文体局", "文教局");
    rename(&desk, "教育局", "文教局");
    // Of a task only one of the two is responsible; by itself the name is ambiguous, and their own names are given.
    let added = desk.add_progress(&addition("5", "文教局")).unwrap();
    assert_eq!(added.department, "文体局");
    let refused = desk.department_asked(2013, "文教局").unwrap_err().text();
    assert!(
        refused.contains("对应多个部门") && refused.contains("文体局") && refused.contains("教育局"),
        "{refused}"
    );
    let department = |desk: &Desk, year, task: usize| {
        let board = desk.board(&BoardQuery { year, quarter: 1, as_of: None }).unwrap();
        board.goals.iter().flat_map(|goal| &goal.tasks).nth(task - 1).unwrap().departments[0].id.clone()
    };
    // The next year's paper knows the merged one only: a department of its own, with the earlier ones left as they are.
    let next = String::from_utf8(PAPER.to_vec()).unwrap().replace("2013", "2014");
    let next = next.replace("文体局", "文教局").replace("教育局", "文教局");
    desk.import_paper("2014.txt", next.as_bytes()).unwrap();
    let merged = department(&desk, 2014, 5);
    assert_eq!(merged, department(&desk, 2014, 1));
    assert!(merged != department(&desk, 2013, 5) && merged != department(&desk, 2013, 1));
}

#[test]
fn an_entry_that_is_refused_leaves_no_file_behind() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(Some("文体局"))).unwrap();
    desk.import_paper("paper.txt", PAPER).unwrap();
    let file = folder.path().join("a.txt");
    fs_err::write(&file, "x").unwrap();
    let with_file = |addition| Addition { attach: vec![file.clone()], ..addition };
    let refused = desk.add_progress(&with_file(addition("1", "教育局"))).unwrap_err().text();
    assert!(refused.contains("只能填报文体局的进展"), "{refused}");
    assert_eq!(desk.store_view().unwrap().attachments, 0);
    desk.add_progress(&with_file(addition("5", "文体局"))).unwrap();
    assert_eq!(desk.store_view().unwrap().attachments, 1);
}

#[test]
fn a_department_is_renamed_from_a_later_day_only() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(None)).unwrap();
    desk.import_paper("paper.txt", PAPER).unwrap();
    let id = key(&desk, "文体局").department;
    let rename = |day: &str, short: &str| {
        let name = DepartmentNameView {
            short: short.to_owned(),
            full: String::new(),
            from: Some(day.to_owned()),
            until: None,
            basis: String::new(),
        };
        desk.rename_department(&id, &name).map_err(|refused| refused.text())
    };
    rename("2013-09-01", "文化局").unwrap();
    assert!(rename("2013-09-01", "文旅局").unwrap_err().contains("不晚于现名的启用日期2013-09-01"));
    rename("2013-09-02", "文旅局").unwrap();
}

#[test]
fn what_is_recorded_is_found_and_leads_where_it_stands() {
    use app::wire::find::{HitKind, HitPlace, Marked};
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
    desk.begin(&beginning(None)).unwrap();
    assert!(desk.find(Some(2013), "演").unwrap().hits.is_empty());
    desk.import_paper("paper.txt", PAPER).unwrap();
    let key = key(&desk, "文体局");
    desk.submit_entry(&key, &done("社区\u{FF30}\u{FF2D}\u{FF12}.5宣传12场")).unwrap();
    let marked = |marked: &Marked| -> Vec<String> {
        let characters: Vec<char> = marked.text.chars().collect();
        let of = |from: u32, to: u32| characters[from as usize..to as usize].iter().collect();
        marked.marks.iter().map(|mark| of(mark.start, mark.end)).collect()
    };

    let found = desk.find(Some(2013), "pm2.5 社区").unwrap().hits;
    let [hit] = found.as_slice() else { panic!("{found:?}") };
    assert!(matches!(&hit.to, HitPlace::Entry { key: found } if *found == key));
    assert_eq!(marked(hit.excerpt.as_ref().unwrap()), ["社区\u{FF30}\u{FF2D}\u{FF12}.5"]);
    // A number alone is a task; a promise leads to its quarter; a name to the department.
    for typed in ["5", "五", "(五)", "\u{FF08}五\u{FF09}"] {
        let hit = desk.find(Some(2013), typed).unwrap().hits.remove(0);
        assert!(matches!(hit.to, HitPlace::Task { number: 5, quarter: None, .. }), "{typed}: {hit:?}");
    }
    let hit = desk.find(None, "文艺演出10场").unwrap().hits.remove(0);
    assert!(matches!(hit.to, HitPlace::Task { year: 2013, number: 5, quarter: Some(1) }), "{hit:?}");
    let hit = desk.find(Some(2013), "文体局").unwrap().hits.remove(0);
    assert!(matches!(hit.to, HitPlace::Department { id } if id == key.department));
    assert_eq!((hit.kind, marked(&hit.title)), (HitKind::Department, vec!["文体局".to_owned()]));
    // Who is in charge leads to the task; the paper on which it rests is named where that was looked for.
    desk.set_leader(2013, 12, "王某副区长", None, "盐府办〔2013〕3号").unwrap();
    for (typed, shown) in [("王某", None), ("盐府办", Some("盐府办〔2013〕3号"))] {
        let hit = desk.find(Some(2013), typed).unwrap().hits.remove(0);
        assert!(matches!(hit.to, HitPlace::Task { number: 12, quarter: None, .. }), "{hit:?}");
        assert_eq!((hit.kind, hit.context.text.as_str()), (HitKind::Leader, "王某副区长"));
        assert_eq!(hit.excerpt.as_ref().map(|one| one.text.as_str()), shown);
    }
    // Of another year there is nothing; and what was taken back is gone.
    let kinds = |year, typed: &str| -> Vec<HitKind> {
        desk.find(year, typed).unwrap().hits.iter().map(|hit| hit.kind).collect()
    };
    assert_eq!(kinds(Some(2014), "文体局"), [HitKind::Department]);
    desk.undo_entry(&key).unwrap();
    assert_eq!(kinds(None, "pm2.5 社区"), []);
    for nothing in ["", " \u{3000}", "\"\"\"\"", "* OR AND", "绝无此语"] {
        assert_eq!(kinds(None, nothing), [], "{nothing}");
    }
}
