//! Everything that the program writes can be taken back from the window, and is told in words.

#![allow(clippy::unwrap_used, reason = "tests")]

mod deeds;

use app::desk::{Desk, Opening};
use app::undo;
use app::wire::board::BoardQuery;
use app::wire::entry::{ClaimCode, EntryBoxes, EntryKey};
use app::wire::paper::PlanGoal;
use app::wire::review::{ReturnBoxes, ReviewTarget};
use app::wire::settings::{DepartmentNameView, PersonView};
use app::wire::start::Beginning;
use deeds::Do;
use domain::action::Action;
use domain::role::Role;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::StoreKind;

const PAPER: &[u8] = include_bytes!("../../../seeds/whitepaper-2013.txt");

fn desk(folder: &Path, clock: &Arc<AtomicI64>) -> Desk {
    let clock = Arc::clone(clock);
    Desk::open(Opening {
        store: folder.join("store"),
        state: folder.join("state"),
        fonts: Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts"),
        holder: "测试".to_owned(),
        by: None,
        kind: StoreKind::Real,
        // 2013-04-18 02:00 UTC and a second more at each look.
        clock: Arc::new(move || 1_366_250_400_000 + clock.fetch_add(1000, Ordering::Relaxed)),
    })
    .unwrap()
}

fn person(name: &str) -> PersonView {
    PersonView { name: name.to_owned(), title: String::new() }
}

/// A desk with a plan in force, and the key of an entry on it.
fn begun(folder: &Path, clock: &Arc<AtomicI64>) -> (Desk, EntryKey) {
    let mut desk = desk(folder, clock);
    let beginning = Beginning {
        office: "区督查室".to_owned(),
        department: None,
        person: "李某".to_owned(),
        title: String::new(),
    };
    desk.begin(&beginning).unwrap();
    desk.import_paper("paper.txt", PAPER).unwrap();
    let board = desk.board(&BoardQuery { year: 2013, quarter: 1, as_of: None }).unwrap();
    let task = board.goals.iter().flat_map(|goal| &goal.tasks).find(|task| task.number == 5).unwrap();
    let department = task.departments[0].id.clone();
    (desk, EntryKey { year: 2013, task: 5, quarter: 1, round: 1, department })
}

fn done(text: &str) -> EntryBoxes {
    EntryBoxes {
        claim: Some(ClaimCode::Done),
        text: text.to_owned(),
        on_behalf: Some("电话".to_owned()),
        ..EntryBoxes::default()
    }
}

/// What is done before, so that the operation can be done at all; then the operation.
const CASES: &[(&str, Do, Do)] = &[
    ("person.add", |_, _| (), |desk, _| desk.add_person(&person("王某")).unwrap()),
    (
        "person.end",
        |desk, _| desk.add_person(&person("王某")).unwrap(),
        |desk, _| {
            desk.end_person("王某", "2013-04-17").unwrap();
        },
    ),
    (
        "person.grant",
        |desk, _| desk.grant_roles("李某", &[Role::Administrator]).unwrap(),
        |desk, _| {
            desk.grant_roles("李某", &[Role::Reporter, Role::Administrator]).unwrap();
        },
    ),
    ("office.set", |_, _| (), |desk, _| desk.rename_office("区政府督查室", None).unwrap()),
    ("settings.set", |_, _| (), |desk, _| desk.set_due_rule(20, 6).unwrap()),
    (
        "department.rename",
        |_, _| (),
        |desk, key| {
            let name = DepartmentNameView {
                short: "文广局".to_owned(),
                full: String::new(),
                from: Some("2013-10-01".to_owned()),
                until: None,
                basis: "文件".to_owned(),
            };
            desk.rename_department(&key.department, &name).unwrap();
        },
    ),
    (
        "lead.confirm",
        |_, _| (),
        |desk, key| {
            desk.confirm_lead(2013, 5, Some(&key.department), None, "分工").unwrap();
        },
    ),
    ("leader.set", |_, _| (), |desk, _| drop(desk.set_leader(2013, 5, "王某副区长", None, "").unwrap())),
    ("indicators.confirm", |_, _| (), |desk, _| drop(desk.confirm_indicators(2013, 5, &[]).unwrap())),
    ("contact.set", |_, _| (), |desk, _| drop(desk.set_contact("文体局", "赵某", "25xx", None).unwrap())),
    ("progress.submit", |_, _| (), |desk, key| drop(desk.submit_entry(key, &done("一")).unwrap())),
    (
        "progress.correct",
        |desk, key| drop(desk.submit_entry(key, &done("一")).unwrap()),
        |desk, key| {
            desk.submit_entry(key, &done("二")).unwrap();
        },
    ),
    (
        "finding.record",
        |_, _| (),
        |desk, key| {
            desk.record_finding(key, ClaimCode::Partial, "现场核查").unwrap();
        },
    ),
    ("review.accept", others_entry, |desk, key| drop(desk.accept_entry(&target(key), None).unwrap())),
    ("review.return", others_entry, |desk, key| {
        let boxes =
            ReturnBoxes {
                reason: "补佐证".to_owned(), to: String::new(), place: None, quote: String::new()
            };
        desk.return_entry(&target(key), &boxes).unwrap();
    }),
    ("round.close", |_, _| (), |desk, _| drop(desk.close_round("2013Q1", Some("提前")).unwrap())),
    (
        "round.reopen",
        |desk, _| drop(desk.close_round("2013Q1", Some("提前")).unwrap()),
        |desk, _| {
            desk.reopen_round("2013Q1", "补报").unwrap();
        },
    ),
    (
        "sealed_copy.add",
        |_, _| (),
        |desk, _| {
            desk.add_sealed_copy("2013Q1", "文体局", None, "已见").unwrap();
        },
    ),
    (
        "object.restore",
        |desk, key| {
            desk.submit_entry(key, &done("一")).unwrap();
            desk.undo_entry(key).unwrap();
        },
        |desk, _| {
            let revision = desk.recycle_bin().unwrap()[0].revision.clone();
            assert!(desk.restore_withdrawn(&revision).unwrap().is_empty());
        },
    ),
];

/// Operations of a store's first minutes, done before there is a plan.
const AT_FIRST: &[&str] = &["plan.import", "department.add"];

fn others_entry(desk: &mut Desk, key: &EntryKey) {
    desk.submit_entry(key, &done("一")).unwrap();
    desk.take_over(&person("王某")).unwrap();
}

fn target(key: &EntryKey) -> ReviewTarget {
    ReviewTarget { key: key.clone(), revision: None }
}

/// What is shown of everything that the cases change.
fn leaders(goal: PlanGoal) -> Vec<Option<String>> {
    goal.tasks.into_iter().map(|task| task.leader).collect()
}

fn shown(desk: &mut Desk, key: &EntryKey) -> String {
    let here = desk.named_author().cloned().unwrap();
    desk.work_as(ledger::Author { name: "王某".to_owned(), title: String::new() });
    let other = desk.may(Action::Report).unwrap();
    desk.work_as(here);
    let form = desk.entry_form(key).unwrap();
    let settings = desk.settings().unwrap();
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        desk.plan_view(2013).ok().map(|plan| plan.goals.into_iter().map(leaders).collect::<Vec<_>>()),
        form.submitted.map(|one| one.boxes),
        form.finding.map(|one| one.reason),
        desk.indicators(2013).unwrap().tasks[4],
        settings.office,
        settings.persons,
        settings.departments,
        (settings.due_days_after_quarter, settings.due_workdays_after_handout),
        desk.rounds(Some(2013)).unwrap(),
        desk.contact_list().unwrap(),
        desk.board(&BoardQuery { year: 2013, quarter: 1, as_of: None }).unwrap(),
        (
            desk.call_list(Some("2013Q1"), None).unwrap(),
            Action::ALL.map(|action| desk.may(action).unwrap()),
            other,
        ),
    )
}

#[test]
fn every_operation_is_taken_back_and_told() {
    CASES.iter().for_each(|case| taken_back(case, shown));
}

#[test]
fn what_is_judged_chased_changed_and_answered_is_taken_back_and_told() {
    deeds::CASES.iter().for_each(|case| taken_back(case, |desk, _| deeds::shown(desk)));
}

/// Brackets and quotation marks that two places put around the same words.
const DOUBLED: [&str; 7] = [
    "\u{FF08}\u{FF08}",
    "\u{FF09}\u{FF09}",
    "\u{300C}\u{300C}",
    "\u{300D}\u{300D}",
    "\u{201C}\u{201C}",
    "\u{201D}\u{201D}",
    "\u{FF0C}\u{FF0C}",
];

fn taken_back((name, before, operation): &(&str, Do, Do), shown: fn(&mut Desk, &EntryKey) -> String) {
    let words = undo::deeds().find(|(known, _)| known == name).unwrap().1;
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let (mut desk, key) = begun(folder.path(), &clock);
    before(&mut desk, &key);
    let (was, offered) = (shown(&mut desk, &key), desk.undo_offer().unwrap());
    operation(&mut desk, &key);
    assert!(shown(&mut desk, &key) != was, "{name}: nothing to take back");
    let offer = desk.undo_offer().unwrap().unwrap();
    assert!(offer.words.starts_with(words), "{name}: {offer:?}");
    let told = desk.undo(&offer.revision).unwrap();
    assert!(told.starts_with("已撤销") && told.contains(&offer.words), "{told}");
    assert!(!DOUBLED.iter().any(|pair| told.contains(pair)), "{name}: {told}");
    assert!(shown(&mut desk, &key) == was, "{name}: not as before");
    assert_eq!(desk.undo_offer().unwrap(), offered, "{name}: the one before is next");
    let again = desk.undo(&offer.revision).unwrap_err().text();
    // What was issued before it stays, and says so.
    let issued = *name == "report.sent" && again.contains("已经签发");
    assert!(issued || again == "没有可撤销的提交。", "{name}: {again}");
    assert!(desk.check().unwrap().ok, "{name}");
}

#[test]
fn a_plan_put_in_force_is_taken_back_with_its_departments() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let (desk, _) = begun(folder.path(), &clock);
    let offer = desk.undo_offer().unwrap().unwrap();
    assert!(
        offer.words.starts_with("启用白皮书") && offer.words.contains("2013年度公共服务白皮书"),
        "{offer:?}"
    );
    desk.undo(&offer.revision).unwrap();
    assert!(desk.frame().unwrap().years.is_empty());
    assert!(desk.settings().unwrap().departments.is_empty());
}

#[test]
fn undoing_never_leaves_the_office_without_who_grants_roles() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let (desk, key) = begun(folder.path(), &clock);
    desk.grant_roles("李某", &[Role::Administrator]).unwrap();
    let offer = desk.undo_offer().unwrap().unwrap();
    assert!(desk.undo(&offer.revision).is_err());
    assert!(desk.may(Action::Administer).unwrap() && !desk.may(Action::Report).unwrap());
    assert!(desk.submit_entry(&key, &done("一")).is_err());
}

#[test]
fn nobody_undoes_what_another_did_or_what_was_done_another_day() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let (mut desk, key) = begun(folder.path(), &clock);
    desk.submit_entry(&key, &done("一")).unwrap();
    let own = desk.undo_offer().unwrap().unwrap();
    desk.work_as(ledger::Author { name: "王某".to_owned(), title: String::new() });
    assert_eq!(desk.undo_offer().unwrap(), None);
    assert!(desk.undo(&own.revision).is_err());
    desk.work_as(ledger::Author { name: "李某".to_owned(), title: String::new() });
    assert_eq!(desk.undo_offer().unwrap().as_ref(), Some(&own), "the control");
    clock.fetch_add(86_400_000, Ordering::Relaxed);
    assert_eq!(desk.undo_offer().unwrap(), None);
}

#[test]
fn what_was_withdrawn_is_listed_with_what_who_and_when_and_comes_back() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let (desk, key) = begun(folder.path(), &clock);
    assert!(desk.recycle_bin().unwrap().is_empty());
    desk.submit_entry(&key, &done("演出12场")).unwrap();
    desk.undo_entry(&key).unwrap();
    let [lying] = desk.recycle_bin().unwrap().try_into().unwrap();
    assert_eq!((lying.noun.as_str(), lying.text.as_str(), lying.year), ("进展填报", "演出12场", Some(2013)));
    assert!(lying.about.contains("普惠型") && lying.about.contains("文体局"), "{}", lying.about);
    assert!(lying.by.starts_with("李某") && lying.at.starts_with("2013-04-18"));
    assert!(desk.restore_withdrawn(&lying.revision).unwrap().is_empty());
    let form = desk.entry_form(&key).unwrap();
    assert_eq!(form.submitted.unwrap().boxes.text, "演出12场");
    let history: Vec<_> = form.history.iter().map(|line| line.what.as_str()).collect();
    assert_eq!(history, ["恢复", "撤销", "提交"]);
    assert!(desk.restore_withdrawn(&lying.revision).is_err());
}

/// The names of operations as they stand in the sources: a string of two words with a point between, after what writes.
fn written() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs_err::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = fs_err::read_to_string(&path).unwrap();
            // Tests of the sources name files.
            let source = source.split("#[cfg(test)]").next().unwrap();
            for text in source.split('"').skip(1).step_by(2) {
                let parts: Vec<_> = text.split('.').collect();
                let word = |part: &&str| {
                    !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '_')
                };
                let file = ["db", "pdf", "txt", "exe", "docx", "json", "bin"].contains(parts.last().unwrap());
                if parts.len() == 2 && parts.iter().all(word) && !file {
                    found.insert(text.to_owned());
                }
            }
        }
    }
    // Names of settings look alike.
    found.retain(|name| {
        !app::undo::is_undo(name) && !["light.on_track", "light.slow"].contains(&name.as_str())
    });
    found
}

#[test]
fn no_operation_is_without_words_and_without_a_case_here() {
    let known: BTreeSet<String> = undo::deeds().map(|(name, _)| name.to_owned()).collect();
    let lasting = undo::lasting().map(|(name, _)| name.to_owned());
    let all: BTreeSet<String> = known.iter().cloned().chain(lasting).collect();
    assert_eq!(written(), all, "each operation has its line in app::undo");
    let cases = CASES.iter().chain(deeds::CASES).map(|(name, ..)| *name).chain(AT_FIRST.iter().copied());
    assert_eq!(known, cases.map(str::to_owned).collect());
}
