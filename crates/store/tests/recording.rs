//! Recording and finding again: current values, history, conflicts, undo, drafts.
#![allow(clippy::unwrap_used, reason = "tests")]

mod scene;

use domain::comment::Comment;
use domain::feedback::{Channel, Feedback, FeedbackKind, Sender};
use domain::id::ObjectId;
use domain::period::Quarter::{First, Second};
use jiff::civil::date;
use ledger::{ObjectType, Office, OfficeKind, Record};
use scene::*;
use store::{Change, DeviceStart, Draft, NewRevision, StoreError, StoreKind};

#[test]
fn what_was_recorded_is_found_after_reopening() {
    let scene = Scene::new();
    let store = scene.open("a");
    assert_eq!((store.device(), store.kind()), (DeviceStart::Made, StoreKind::Real));
    begin(&store, 3);
    submit(&store, progress(2, First, "一"));
    submit(&store, progress(1, Second, "二"));
    let office = Office { id: store.office_id(), name: "督查室".into(), kind: OfficeKind::Supervision };
    store.commit(&operation("office.set"), vec![Record::Office(office.clone()).into()]).unwrap();
    let digest = store.digest().unwrap();
    drop(store);

    let store = scene.open("a");
    assert_eq!((store.device(), store.digest().unwrap()), (DeviceStart::Known, digest));
    assert_eq!(store.plan(plan_id()).unwrap().unwrap().value, plan(3));
    assert_eq!(store.plans().unwrap().len(), 1);
    assert_eq!(store.departments().unwrap()[0].value, department("文体局"));
    assert_eq!(store.office().unwrap().unwrap().value, office);
    let found: Vec<_> = store.progress_of(plan_id()).unwrap().into_iter().map(|one| one.value).collect();
    assert_eq!(found, [progress(1, Second, "二"), progress(2, First, "一")]);
    let one = store.progress(&key(2, First)).unwrap().unwrap();
    assert_eq!((one.header.author.name.as_str(), one.header.wall_ms), ("李某", NOW));
    assert!(store.progress(&key(3, First)).unwrap().is_none());
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_correction_is_the_next_generation_and_the_history_keeps_both() {
    let scene = Scene::new();
    let store = scene.open("a");
    let first = submit(&store, progress(2, First, "一"));
    let second = submit(&store, progress(2, First, "更正"));
    let history = store.history(progress(2, First, "").object_id()).unwrap();
    let told: Vec<_> =
        history.iter().map(|entry| (entry.rid, entry.header.generation, entry.is_head)).collect();
    assert_eq!(told, [(first, 1, false), (second, 2, true)]);
    assert_eq!(history[1].header.parents, [first]);
    assert_eq!(store.progress(&key(2, First)).unwrap().unwrap().value.progress.text, "更正");
    assert_eq!(store.latest(1).unwrap()[0].rid, second);
}

#[test]
fn two_who_wrote_on_the_same_head_are_a_conflict_until_a_person_settles_it() {
    let scene = Scene::new();
    let store = scene.open("a");
    begin(&store, 3);
    let base = submit(&store, progress(2, First, "一"));
    let on_base = |text: &str| {
        let change = Change::Record(Record::Progress(progress(2, First, text)));
        let new = NewRevision { change, parents: Some(vec![base]) };
        store.commit(&operation("progress.submit"), vec![new]).unwrap()[0]
    };
    let mut both = [on_base("甲"), on_base("乙")];
    both.sort_unstable();
    let conflicts = store.conflicts().unwrap();
    assert_eq!(conflicts.iter().map(|conflict| conflict.heads.clone()).collect::<Vec<_>>(), [both]);
    let shown = &store.progress_of(plan_id()).unwrap()[0];
    assert_eq!((shown.rid, &shown.other_heads[..]), (both[0], &both[1..]));
    assert_eq!(store.check().unwrap(), []);
    // Undoing one of two heads would hide the other.
    let undone = store.undo(operation("undo"), vec![both[0]]);
    assert!(matches!(undone, Err(StoreError::NotUndoable(_))));

    let settled = submit(&store, progress(2, First, "甲乙"));
    assert_eq!(store.conflicts().unwrap(), []);
    let now = store.progress(&key(2, First)).unwrap().unwrap();
    assert_eq!((now.rid, now.header.generation, now.header.parents.as_slice()), (settled, 3, &both[..]));

    let strange =
        NewRevision { parents: Some(vec![base]), ..Record::Progress(progress(3, First, "x")).into() };
    let refused = store.commit(&operation("progress.submit"), vec![strange]);
    assert!(matches!(refused, Err(StoreError::UnknownParent(rid)) if rid == base));
    assert!(store.progress(&key(3, First)).unwrap().is_none());
}

#[test]
fn several_steps_are_undone_one_after_the_other() {
    let scene = Scene::new();
    let store = scene.open("a");
    let steps: Vec<_> = ["一", "二", "三"].map(|text| submit(&store, progress(2, First, text))).into();
    let text = || store.progress(&key(2, First)).unwrap().map(|now| now.value.progress.text);
    assert_eq!(store.last_operation("undo").unwrap().unwrap().rids, steps[2..]);
    let refused = store.undo(operation("undo"), vec![steps[1]]);
    assert!(matches!(refused, Err(StoreError::NotUndoable(_))));
    for (step, expected) in [(2, Some("二")), (1, Some("一")), (0, None)] {
        store.undo(operation("undo"), vec![steps[step]]).unwrap();
        assert_eq!(text().as_deref(), expected);
    }
    let history = store.history(progress(2, First, "").object_id()).unwrap();
    assert_eq!(history.len(), 6);
    assert_eq!(history[5].record, None);
    // What was withdrawn can be entered again.
    submit(&store, progress(2, First, "四"));
    assert_eq!(text().as_deref(), Some("四"));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn an_operation_is_undone_as_a_whole() {
    let scene = Scene::new();
    let store = scene.open("a");
    submit(&store, progress(1, First, "早"));
    let both = [progress(1, First, "一"), progress(2, First, "二")];
    let changes = both.map(|record| Record::Progress(record).into()).to_vec();
    let rids = store.commit(&operation("progress.submit"), changes).unwrap();
    let last = store.last_operation("undo").unwrap().unwrap();
    assert_eq!((last.name.as_str(), &last.rids), ("progress.submit", &rids));
    store.undo(operation("undo"), rids).unwrap();
    assert_eq!(store.progress(&key(1, First)).unwrap().unwrap().value.progress.text, "早");
    assert!(store.progress(&key(2, First)).unwrap().is_none());
}

#[test]
fn a_draft_stays_until_its_progress_is_submitted() {
    let scene = Scene::new();
    let store = scene.open("a");
    let object: ObjectId = progress(2, First, "").object_id();
    let draft = |text: &str, at_ms| Draft { object, typed: text.into(), base: None, at_ms };
    store.save_draft(draft("半", NOW)).unwrap();
    store.save_draft(draft("半句", NOW + 1)).unwrap();
    drop(store);
    let store = scene.open("a");
    assert_eq!(store.draft(object).unwrap(), Some(draft("半句", NOW + 1)));
    assert!(store.progress(&key(2, First)).unwrap().is_none());
    let other = progress(1, First, "").object_id();
    let other = Draft { object: other, typed: vec![0, 255], base: None, at_ms: NOW };
    store.save_draft(other.clone()).unwrap();
    submit(&store, progress(2, First, "整句"));
    assert_eq!(store.drafts().unwrap(), std::slice::from_ref(&other));
    store.discard_draft(other.object).unwrap();
    assert_eq!(store.drafts().unwrap(), []);
}

#[test]
fn many_threads_read_and_write_one_store() {
    let scene = Scene::new();
    let store = scene.open("a");
    begin(&store, 9);
    std::thread::scope(|scope| {
        for task in 1..=8 {
            let store = &store;
            scope.spawn(move || {
                for round in 0..10 {
                    submit(store, progress(task, First, &format!("第{round}次")));
                    assert!(store.progress(&key(task, First)).unwrap().is_some());
                }
            });
        }
    });
    assert_eq!(store.progress_of(plan_id()).unwrap().len(), 8);
    assert_eq!(store.conflicts().unwrap(), []);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn dropped_projections_are_rebuilt_equal() {
    let scene = Scene::new();
    let store = scene.open("a");
    begin(&store, 5);
    for task in 1..=5 {
        submit(&store, progress(task, First, "一"));
    }
    let last = submit(&store, progress(5, First, "二"));
    store.undo(operation("undo"), vec![last]).unwrap();
    let digest = store.digest().unwrap();
    drop(store);
    let empty = |scene: &Scene| {
        let connection = rusqlite::Connection::open(scene.dir("a").join("store.db")).unwrap();
        for table in ["cur_head", "cur_plan", "cur_progress", "cur_department", "cur_evidence"] {
            connection.execute(&format!("DELETE FROM {table}"), []).unwrap();
        }
        for table in ["cur_text", "cur_passage", "cur_published"] {
            connection.execute(&format!("DELETE FROM {table}"), []).unwrap();
        }
        connection.execute("INSERT INTO fts (fts) VALUES ('delete-all')", []).unwrap();
    };
    empty(&scene);
    let store = scene.open("a");
    assert_ne!(store.digest().unwrap().projections, digest.projections);
    assert!(!store.check().unwrap().is_empty());
    store.rebuild().unwrap();
    assert_eq!(store.digest().unwrap(), digest);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn nouns_of_judging_are_found_by_plan_and_their_numbers_are_never_given_twice() {
    let scene = Scene::new();
    let store = scene.open("a");
    let plan = plan_id();
    let comment = |id: u8, plan| Comment {
        id: ObjectId([id; 16]),
        plan,
        task: Some(1),
        quarter: None,
        about: None,
        manual: true,
        text: format!("注{id}"),
    };
    let other_plan = ObjectId([8; 16]);
    let comments = [comment(3, plan), comment(1, other_plan), comment(2, plan)];
    for one in &comments {
        store.commit(&operation("comment.add"), vec![Record::Comment(one.clone()).into()]).unwrap();
    }
    let found = |plan| -> Vec<u8> {
        store.all::<Comment>(plan).unwrap().into_iter().map(|one| one.value.id.0[0]).collect()
    };
    assert_eq!((found(Some(plan)), found(None)), (vec![3, 2], vec![3, 1, 2]));
    assert_eq!(store.get::<Comment>(ObjectId([2; 16])).unwrap().unwrap().value, comments[2]);
    assert!(store.get::<Feedback>(ObjectId([2; 16])).unwrap().is_none());

    let feedback = |number| Feedback {
        id: ObjectId([50 + u8::try_from(number).unwrap(); 16]),
        year: 2013,
        number,
        kind: FeedbackKind::Question,
        channel: Channel::Telephone,
        received: date(2013, 5, 2),
        subject: "问".into(),
        text: "何时开园".into(),
        sender: Sender::default(),
        task: Some((plan, 1)),
        department: None,
        due: date(2013, 5, 9),
        files: Vec::new(),
        answer: None,
        closing: None,
        reopening: None,
    };
    for number in [1, 2] {
        store.commit(&operation("feedback.add"), vec![Record::Feedback(feedback(number)).into()]).unwrap();
    }
    let withdrawn = Change::Withdraw(ObjectType::Feedback, feedback(2).id);
    let withdrawn = NewRevision { change: withdrawn, parents: None };
    store.commit(&operation("feedback.withdraw"), vec![withdrawn]).unwrap();
    assert_eq!(store.all::<Feedback>(Some(plan)).unwrap().len(), 1);
    assert_eq!(store.number_max::<Feedback>("2013").unwrap(), 2);
    assert_eq!(store.number_max::<Feedback>("2014").unwrap(), 0);
    let digest = store.digest().unwrap();
    store.rebuild().unwrap();
    assert_eq!((store.digest().unwrap(), store.check().unwrap()), (digest, vec![]));
}

#[test]
fn a_secret_is_set_changed_and_taken_away_each_with_its_row() {
    let scene = Scene::new();
    let store = scene.open("a");
    assert_eq!(store.secret("pin:1").unwrap(), None);
    for hash in [Some("one"), Some("two"), None] {
        store.set_secret("pin:1", hash, NOW, "李某", "PIN").unwrap();
        assert_eq!(store.secret("pin:1").unwrap().as_deref(), hash);
    }
    let rows = store.audit().unwrap().into_iter().filter(|row| row.what == "PIN" && row.who == "李某");
    assert_eq!(rows.count(), 3);
}

#[test]
fn the_last_operation_that_stands_is_the_next_to_take_back() {
    let scene = Scene::new();
    let store = scene.open("a");
    let standing = || {
        store
            .standing_operation(|name| name == "undo")
            .unwrap()
            .map(|(done, header)| (done.rids, header.object))
    };
    assert_eq!(standing(), None);
    let first = submit(&store, progress(1, First, "一"));
    let both = [progress(2, First, "二"), progress(3, First, "三")];
    let changes = both.map(|record| Record::Progress(record).into()).to_vec();
    let both = store.commit(&operation("progress.submit"), changes).unwrap();
    let corrected = submit(&store, progress(1, First, "更正"));
    // Taken back in the order in which it was done, whatever was taken back in between.
    for expected in [vec![corrected], both.clone(), vec![first]] {
        let (rids, _) = standing().unwrap();
        assert_eq!(rids, expected);
        store.undo(operation("undo"), rids).unwrap();
    }
    assert_eq!(standing(), None);
    let again = submit(&store, progress(2, First, "又"));
    assert_eq!(standing().unwrap().0, [again]);
}

#[test]
fn what_was_withdrawn_is_listed_until_it_is_brought_back() {
    let scene = Scene::new();
    let store = scene.open("a");
    let record = progress(2, First, "一");
    let only = submit(&store, record.clone());
    assert_eq!(store.withdrawn().unwrap(), []);
    store.undo(operation("undo"), vec![only]).unwrap();
    let [withdrawn] = store.withdrawn().unwrap().try_into().unwrap();
    assert_eq!(
        (withdrawn.object, &withdrawn.before),
        (record.object_id(), &Record::Progress(record.clone()))
    );
    store.undo(operation("object.restore"), vec![withdrawn.rid]).unwrap();
    assert_eq!(store.withdrawn().unwrap(), []);
    assert_eq!(store.progress(&key(2, First)).unwrap().unwrap().value, record);
    // What was brought back since is not brought back again.
    assert!(matches!(
        store.undo(operation("object.restore"), vec![withdrawn.rid]),
        Err(StoreError::NotUndoable(_))
    ));
}
