#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use crate::period::{Quarter, Round};
use crate::plan::{Goal, Plan, Task};
use jiff::civil::{Weekday, date};

fn feedback() -> Feedback {
    Feedback {
        id: ObjectId([1; 16]),
        year: 2013,
        number: 12,
        kind: FeedbackKind::Complaint,
        channel: Channel::Telephone,
        received: date(2013, 5, 2),
        subject: "泥头车".into(),
        text: "夜间扰民".into(),
        sender: Sender::default(),
        task: None,
        department: None,
        due: date(2013, 5, 9),
        files: Vec::new(),
        answer: None,
        closing: None,
        reopening: None,
    }
}

fn reply(text: &str, on: Date) -> Reply {
    Reply { text: text.into(), on, by: "李某".into() }
}

fn dice(state: &mut u64, n: usize) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap() % n
}

#[test]
fn due_days_skip_days_off() {
    let weekday = |day: Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    assert_eq!(feedback().receipt(), "意见2013-0012");
    assert_eq!(due(date(2013, 5, 2), 7, weekday), date(2013, 5, 9)); // a Thursday
    assert_eq!(due(date(2013, 5, 4), 7, weekday), date(2013, 5, 13)); // Saturday the 11th
    assert_eq!(due(date(2013, 5, 5), 7, weekday), date(2013, 5, 13)); // Sunday the 12th
    assert_eq!(due(date(2013, 5, 2), 7, |_| false), date(2013, 5, 9));
    assert_eq!(due(date(2013, 5, 2), -1, weekday), date(2013, 5, 2));
}

#[test]
fn days_in_words() {
    let mut one = feedback();
    for (as_of, words) in [
        (date(2013, 5, 6), "还有3天"),
        (date(2013, 5, 9), "今天到期"),
        (date(2013, 5, 11), "已超2天"),
        (date(2014, 5, 9), "已超365天"),
    ] {
        assert_eq!(one.due_in_words(as_of), words);
        assert_eq!(one.is_overdue(as_of), as_of > one.due);
    }
    one.give_answer(reply("已查处", date(2013, 5, 10))).unwrap();
    assert_eq!(one.due_in_words(date(2013, 5, 9)), "今天到期"); // as it was that day
    assert_eq!(one.due_in_words(date(2013, 5, 11)), "");
    assert_eq!(one.state(date(2013, 5, 11)), FeedbackState::Answered);
}

/// Every sequence of steps: closed without answer only with words, opened again only with words, refused without change.
#[test]
fn no_sequence_of_steps_reaches_what_must_not_be() {
    let mut state = 3;
    let mut closed = 0;
    for _ in 0..5_000 {
        let mut one = feedback();
        for _ in 0..8 {
            let before = one.clone();
            let words = ["", " ", "已办"][dice(&mut state, 3)];
            let step = reply(words, date(2013, 5, 3));
            let taken = match dice(&mut state, 3) {
                0 => one.give_answer(step),
                1 => one.close(step),
                _ => one.reopen(step, date(2013, 6, 3)),
            };
            if taken.is_err() {
                assert_eq!(one, before);
            }
            let said =
                |reply: &Option<Reply>| reply.as_ref().is_some_and(|reply| !reply.text.trim().is_empty());
            assert!(one.answer.is_none() || said(&one.answer));
            assert!(one.closing.is_none() || said(&one.answer) || said(&one.closing));
            assert!(one.reopening.is_none() || said(&one.reopening));
            closed += usize::from(one.closing.is_some());
        }
    }
    assert!(closed > 1_000);
}

#[test]
fn a_day_sees_what_stood_then() {
    let day = |day| date(2013, 5, day);
    let taken = feedback();
    let mut answered = taken.clone();
    answered.give_answer(reply("已查处", day(4))).unwrap();
    let mut closed = answered.clone();
    closed.close(reply("", day(6))).unwrap();
    let mut again = closed.clone();
    again.reopen(reply("再次反映", day(20)), day(27)).unwrap();
    let mut corrected = again.clone();
    corrected.kind = FeedbackKind::Question;
    let mut second = corrected.clone();
    second.give_answer(reply("已复查", day(25))).unwrap();
    let all = [&taken, &answered, &closed, &again, &corrected, &second];
    for (on, state, due) in [
        (3, FeedbackState::Open, day(9)),
        (4, FeedbackState::Answered, day(9)),
        (6, FeedbackState::Closed, day(9)),
        (19, FeedbackState::Closed, day(9)),
        (20, FeedbackState::Open, day(27)),
        (24, FeedbackState::Open, day(27)),
        (26, FeedbackState::Answered, day(27)),
    ] {
        let then = Feedback::as_of(all, day(on)).unwrap();
        assert_eq!((then.state(day(on)), then.due), (state, due), "{on}");
        // What was corrected was so all along.
        assert_eq!(then.kind, FeedbackKind::Question);
    }
    // An answer that is corrected later was an answer before; one that was taken back was none.
    let mut better = answered.clone();
    better.give_answer(reply("更正", day(8))).unwrap();
    let state = |all: &[&Feedback], on| Feedback::as_of(all.iter().copied(), day(on)).unwrap().state(day(on));
    assert_eq!(state(&[&taken, &answered, &better], 5), FeedbackState::Answered);
    assert_eq!(state(&[&taken, &answered, &taken], 5), FeedbackState::Open);
    assert_eq!(Feedback::as_of([], day(5)), None);
}

/// Against counting naively, for random feedback.
#[test]
fn counts_add_up() {
    let mut state = 5;
    for quarter in Quarter::ALL {
        let mut all = Vec::new();
        for _ in 0..400 {
            let mut one = feedback();
            one.kind = FeedbackKind::ALL[dice(&mut state, 3)];
            one.channel = Channel::ALL[dice(&mut state, 3)];
            let month = i8::try_from(1 + dice(&mut state, 12)).unwrap();
            one.received = date(2012 + i16::try_from(dice(&mut state, 3)).unwrap(), month, 15);
            one.due = due(one.received, 7, |_| true);
            if dice(&mut state, 2) == 0 {
                one.give_answer(reply("复", one.received)).unwrap();
            }
            if dice(&mut state, 2) == 0 {
                one.close(reply("结", one.received)).unwrap();
            }
            all.push(one);
        }
        let round = Round { year: 2013, quarter };
        let as_of = round.last_day().saturating_sub(Span::new().days(10));
        let counts = FeedbackCounts::of(&all, round, as_of);
        let sum = |count: &FeedbackCount| count.closed + count.answered + count.open + count.overdue;
        for count in counts.by_kind.iter().chain(&counts.by_channel).chain([&counts.total]) {
            assert_eq!(sum(count), count.received);
        }
        for part in [&counts.by_kind, &counts.by_channel] {
            assert_eq!(part.iter().map(|count| count.received).sum::<u32>(), counts.total.received);
        }
        let first = date(2013, i8::try_from(quarter.index()).unwrap() * 3 + 1, 1);
        let naive = all.iter().filter(|one| one.received >= first && one.received <= as_of).count();
        assert_eq!(usize::try_from(counts.total.received).unwrap(), naive);
        assert!(counts.total.received > 20 && counts.total.overdue > 0 && counts.total.closed > 0);
        // The numbers of the sentence, in order: received; kinds; channels; what became of them.
        let words = counts_in_words(&counts, round);
        let digits: String = words.chars().map(|c| if c.is_ascii_digit() { c } else { ' ' }).collect();
        let numbers: Vec<u32> = digits.split_whitespace().map(|number| number.parse().unwrap()).collect();
        assert_eq!(numbers.len(), 11, "{words}");
        for part in [&numbers[1..4], &numbers[4..7], &numbers[7..]] {
            assert_eq!(part.iter().sum::<u32>(), numbers[0], "{words}");
        }
    }
    let round = Round { year: 2013, quarter: Quarter::First };
    let none = FeedbackCounts::of(&[], round, date(2013, 4, 1));
    assert_eq!(counts_in_words(&none, round), "第一季度没有收到公众意见。");
}

#[test]
fn tasks_are_suggested_by_what_only_they_say() {
    let task = |number, title: &str| Task { number, title: title.into(), ..Task::default() };
    let titles = ["加强泥头车整治力度", "建设社区家园网站", "加强学校建设", "加强公园建设"];
    let tasks = (1..).zip(titles).map(|(number, title)| task(number, title)).collect();
    let plan = Plan { goals: vec![Goal { tasks, ..Goal::default() }], ..Plan::default() };
    let found = suggest(&plan, "请加强整治泥头车\u{FF0C}网站打不开");
    assert_eq!(found[0], Suggestion { task: 1, words: vec!["泥头车".into(), "整治".into()] });
    assert_eq!((found[1].task, found.len()), (2, 2));
    assert_eq!(suggest(&plan, "加强建设"), []);
}
