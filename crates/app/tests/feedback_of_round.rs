//! What 总览 says of a round's public feedback is what the list of the year shows of that quarter.

#![allow(clippy::unwrap_used, reason = "tests")]

use app::wire::board::BoardQuery;
use app::wire::feedback::{ChannelCode, FeedbackKindCode, NewFeedback};

mod scene;
use scene::Scene;

#[test]
fn the_parts_add_up_and_each_quarter_has_its_own() {
    let scene = Scene::of(None);
    let received = |day: &str| {
        let new = NewFeedback {
            plan_year: Some(2013),
            kind: FeedbackKindCode::Complaint,
            channel: ChannelCode::Telephone,
            received: day.to_owned(),
            subject: "路灯".to_owned(),
            text: "路灯不亮".to_owned(),
            name: String::new(),
            contact: String::new(),
            task: Some(5),
            department: None,
            files: Vec::new(),
        };
        scene.desk.add_feedback(&new, None).unwrap().line.id
    };
    let (closed, answered) = (received("2013-02-04"), received("2013-02-05"));
    received("2013-03-29");
    received("2013-04-01");
    for id in [&closed, &answered] {
        scene.desk.answer_feedback(id, "已修。").unwrap();
    }
    scene.desk.close_feedback(&closed, "").unwrap();
    let of = |quarter| {
        let query = BoardQuery { year: 2013, quarter, as_of: None };
        let counts = scene.desk.board(&query).unwrap().feedback_in_round;
        assert_eq!(counts.closed + counts.answered + counts.open + counts.overdue, counts.received);
        (counts.received, counts.closed, counts.answered)
    };
    assert_eq!([1, 2, 3].map(of), [(3, 1, 1), (1, 0, 0), (0, 0, 0)]);
}
