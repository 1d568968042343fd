//! Entries reviewed: what is accepted, returned, refused, and what stays visible.

#![allow(clippy::unwrap_used, reason = "tests")]

use app::named::NamedEntry;
use app::wire::board::BoardQuery;
use app::wire::entry::{ClaimCode, EntryBoxes, EntryKey};
use app::wire::review::{
    DecisionCode, FindingChoice, ReturnBoxes, ReviewLine, ReviewQuery, ReviewTarget, StageCode,
};
use app::wire::settings::PersonView;

mod scene;
use scene::Scene;

impl Scene {
    fn key(&self, task: u32, quarter: u8, department: &str) -> EntryKey {
        let named = NamedEntry {
            task: task.to_string(),
            quarter: quarter.to_string(),
            department: department.to_owned(),
            ..NamedEntry::default()
        };
        self.desk.entry_key(&named).unwrap()
    }

    /// Submits and gives the revision.
    fn submit(&self, key: &EntryKey, text: &str) -> String {
        let boxes = EntryBoxes {
            claim: Some(ClaimCode::Done),
            text: text.to_owned(),
            on_behalf: Some("电话：王某".to_owned()),
            ..EntryBoxes::default()
        };
        self.desk.submit_entry(key, &boxes).unwrap().form.submitted.unwrap().revision
    }

    fn lines(&self, query: ReviewQuery) -> Vec<ReviewLine> {
        self.desk.review_queue(&ReviewQuery { year: 2013, ..query }).unwrap().lines
    }

    fn stage(&self, key: &EntryKey) -> StageCode {
        self.lines(ReviewQuery::default()).into_iter().find(|line| line.key == *key).unwrap().stage
    }

    fn counted(&self) -> (u32, u32) {
        let query = BoardQuery { year: 2013, quarter: 1, as_of: None };
        let reviews = self.desk.board(&query).unwrap().reviews;
        (reviews.waiting, reviews.returned)
    }
}

fn target(key: &EntryKey, revision: Option<&str>) -> ReviewTarget {
    ReviewTarget { key: key.clone(), revision: revision.map(str::to_owned) }
}

fn returned(reason: &str) -> ReturnBoxes {
    ReturnBoxes { reason: reason.to_owned(), ..ReturnBoxes::default() }
}

#[test]
fn a_decision_holds_for_one_revision_and_stays_visible_after_a_correction() {
    let scene = Scene::of(None);
    let key = scene.key(5, 1, "文体局");
    let first = scene.submit(&key, "演出12场");
    assert_eq!((scene.stage(&key), scene.counted()), (StageCode::Waiting, (1, 0)));
    let boxes =
        ReturnBoxes {
            place: Some("text".to_owned()), quote: "12场".to_owned(), ..returned("台账只有10场")
        };
    let form = scene.desk.return_entry(&target(&key, Some(&first)), &boxes).unwrap().form;
    let [shown] = form.reviews.as_slice() else { panic!("{:?}", form.reviews) };
    assert!(shown.current);
    assert_eq!((shown.returned_to.as_str(), shown.reason.as_str()), ("文体局", "台账只有10场"));
    assert_eq!((shown.place_word.as_str(), shown.quote.as_str()), ("进展", "12场"));
    assert_eq!((scene.stage(&key), scene.counted()), (StageCode::Returned, (0, 1)));

    let second = scene.submit(&key, "演出10场");
    assert_eq!((scene.stage(&key), scene.counted()), (StageCode::Waiting, (1, 0)));
    // The revision that was read is no longer in force.
    let stale = scene.desk.accept_entry(&target(&key, Some(&first)), None).unwrap_err();
    assert!(stale.text().contains("已有更正"), "{}", stale.text());
    assert_eq!(scene.stage(&key), StageCode::Waiting, "refused: nothing is written");
    let unknown = scene.desk.accept_entry(&target(&key, Some("00000000")), None).unwrap_err();
    assert!(unknown.text().contains("00000000"));

    let form = scene.desk.accept_entry(&target(&key, Some(&second[..8])), None).unwrap().form;
    let seen: Vec<_> = form.reviews.iter().map(|one| (one.decision, one.current)).collect();
    assert_eq!(seen, [(DecisionCode::Accepted, true), (DecisionCode::Returned, false)]);
    assert_eq!((form.reviews[0].revision.as_str(), form.reviews[1].revision.as_str()), (&*second, &*first));
    assert_eq!((scene.stage(&key), scene.counted()), (StageCode::Accepted, (0, 0)));
    assert!(form.finding.is_none());
}

#[test]
fn returning_needs_a_reason_and_a_place_that_is_there() {
    let scene = Scene::of(None);
    let key = scene.key(5, 1, "文体局");
    let not_yet = scene.desk.accept_entry(&target(&key, None), None).unwrap_err();
    assert!(not_yet.text().contains("还没有提交"));
    scene.submit(&key, "演出12场");
    let refused =
        |boxes: ReturnBoxes| scene.desk.return_entry(&target(&key, None), &boxes).unwrap_err().text();
    assert!(refused(returned(" ")).contains("必须写明理由"));
    assert!(refused(ReturnBoxes { place: Some("evidence:1".into()), ..returned("x") }).contains("佐证01"));
    assert!(refused(ReturnBoxes { place: Some("盒子".into()), ..returned("x") }).contains("盒子"));
    assert!(refused(ReturnBoxes { quote: "13场".into(), ..returned("x") }).contains("13场"));
    assert_eq!(scene.stage(&key), StageCode::Waiting);
    // The control: to the department, about the whole.
    scene.desk.return_entry(&target(&key, None), &returned("请附台账")).unwrap();
}

#[test]
fn an_entry_goes_back_to_who_answers_for_it_and_to_nobody_else() {
    let scene = Scene::of(None);
    let key = scene.key(5, 1, "文体局");
    assert!(scene.desk.entry_form(&key).unwrap().return_to.is_empty());
    scene.submit(&key, "演出12场");
    scene.desk.set_contact("文体局", "何某", "", None).unwrap();
    let to = |name: &str| ReturnBoxes { to: name.to_owned(), ..returned("请附台账") };
    let sent = |name: &str| scene.desk.return_entry(&target(&key, None), &to(name));
    let known = scene.desk.entry_form(&key).unwrap().return_to;
    assert_eq!(known[0], "文体局");
    assert!(known.contains(&"李某".to_owned()) && known.contains(&"何某".to_owned()), "{known:?}");
    for stranger in ["教育局", "张某", "文体"] {
        let told = sent(stranger).unwrap_err().text();
        assert!(told.contains(stranger) && known.iter().all(|name| told.contains(name)), "{told}");
    }
    assert_eq!(scene.stage(&key), StageCode::Waiting);
    for (name, message) in [
        ("", "已退回文体局\u{FF1A}\u{FF08}五\u{FF09}"),
        ("文体局", "已退回文体局\u{FF1A}\u{FF08}五\u{FF09}"),
        ("何某", "已退回何某\u{FF1A}文体局\u{FF0C}\u{FF08}五\u{FF09}"),
    ] {
        let reviewed = sent(name).unwrap();
        assert!(reviewed.message.starts_with(message), "{}", reviewed.message);
        assert_eq!(reviewed.form.reviews[0].returned_to, if name.is_empty() { "文体局" } else { name });
    }
}

#[test]
fn a_finding_is_written_with_the_acceptance() {
    let scene = Scene::of(None);
    let key = scene.key(5, 1, "文体局");
    scene.submit(&key, "演出12场");
    let other = |reason: &str| FindingChoice { claim: Some(ClaimCode::Partial), reason: reason.to_owned() };
    let unexplained = scene.desk.accept_entry(&target(&key, None), Some(&other(""))).unwrap_err();
    assert!(unexplained.text().contains("理由"));
    assert_eq!(scene.stage(&key), StageCode::Waiting, "neither is written");
    let same = FindingChoice { claim: None, reason: String::new() };
    let form = scene.desk.accept_entry(&target(&key, None), Some(&same)).unwrap().form;
    let finding = form.finding.unwrap();
    assert_eq!(finding.claim, ClaimCode::Done);
    assert_eq!(finding.reason, "经审核\u{FF0C}与自报一致。");
    assert!(form.standing.unwrap().judged);
    let form = scene.desk.accept_entry(&target(&key, None), Some(&other("少2场"))).unwrap().form;
    assert_eq!(form.finding.unwrap().reason, "少2场");
    assert!(scene.desk.check().unwrap().ok);
}

#[test]
fn nobody_decides_on_his_own_departments_entry() {
    let mut scene = Scene::of(None);
    // The supervision office is itself named in the paper.
    let own = scene.key(19, 1, "督查室");
    scene.submit(&own, "已分办");
    assert_eq!((scene.stage(&own), scene.counted()), (StageCode::Recused, (0, 0)));
    let refused = scene.desk.accept_entry(&target(&own, None), None).unwrap_err();
    assert!(refused.text().contains("不得审核本部门的填报"), "{}", refused.text());
    let refused = scene.desk.return_entry(&target(&own, None), &returned("x")).unwrap_err();
    assert!(refused.text().contains("不得审核本部门的填报"));

    // A bureau's own store reviews nothing, neither its own.
    let bureau = Scene::of(Some("文体局"));
    let key = bureau.key(5, 1, "文体局");
    bureau.submit(&key, "演出12场");
    assert_eq!(bureau.stage(&key), StageCode::Recused);
    assert!(bureau.desk.accept_entry(&target(&key, None), None).is_err());

    // The control: others' entries, by anybody of the office.
    scene.desk.take_over(&PersonView { name: "王某".to_owned(), title: String::new() }).unwrap();
    let other = scene.key(5, 1, "文体局");
    scene.submit(&other, "演出12场");
    assert_eq!(scene.stage(&other), StageCode::Waiting);
    scene.desk.accept_entry(&target(&other, None), None).unwrap();
}

#[test]
fn the_queue_is_filtered_and_its_stages_add_up() {
    let scene = Scene::of(None);
    let keys = [scene.key(5, 1, "文体局"), scene.key(1, 1, "教育局"), scene.key(1, 2, "教育局")];
    for key in &keys {
        scene.submit(key, "做完了");
    }
    scene.desk.accept_entry(&target(&keys[0], None), None).unwrap();
    let all = scene.lines(ReviewQuery::default());
    let order: Vec<_> = all.iter().map(|line| (line.round.as_str(), line.key.task)).collect();
    assert_eq!(order, [("2013Q1", 1), ("2013Q1", 5), ("2013Q2", 1)]);
    let count = |query: ReviewQuery| scene.lines(query).len();
    assert_eq!(count(ReviewQuery { stage: Some(StageCode::Waiting), ..ReviewQuery::default() }), 2);
    assert_eq!(count(ReviewQuery { round: Some(2), ..ReviewQuery::default() }), 1);
    assert_eq!(count(ReviewQuery { claim: Some(ClaimCode::Partial), ..ReviewQuery::default() }), 0);
    assert_eq!(count(ReviewQuery { without_evidence: true, ..ReviewQuery::default() }), 3);
    assert_eq!(count(ReviewQuery { on_behalf: true, ..ReviewQuery::default() }), 3);
    let department = Some(keys[0].department.clone());
    let query =
        ReviewQuery { year: 2013, department, stage: Some(StageCode::Waiting), ..ReviewQuery::default() };
    let queue = scene.desk.review_queue(&query).unwrap();
    assert_eq!(queue.lines.len(), 0);
    // The counts are those of the other filters, whatever stage is looked at.
    assert_eq!(queue.stages.iter().map(|stage| stage.count).collect::<Vec<_>>(), [0, 0, 0, 1]);
    let names: Vec<_> = queue.departments.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["教育局", "文体局"]);
}
