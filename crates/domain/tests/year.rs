//! A year played through, from its first January to the next April: what happens, and what is then said.
#![allow(clippy::unwrap_used, reason = "tests")]

mod scene;

use domain::change::ChangeKind;
use domain::claim::Claim::{ConditionNotMet, Done, NotDone, Partial};
use domain::light::{Light, Override};
use domain::period::Quarter;
use domain::register::{Register, RegisterParts};
use scene::{
    FIRST, SECOND, Said, change, closing, day, finding, parts, round, stands, with_file, with_number,
};

/// What happens.
enum Act {
    Say(Said<'static>),
    SayNumber(Said<'static>, &'static str),
    Items(Said<'static>, [Option<domain::claim::Claim>; 2]),
    Find(u32, u8, &'static str, domain::claim::Claim),
    Close(&'static str, &'static str),
    Reopen(&'static str, &'static str),
    Change(u32, u8, &'static str, ChangeKind),
}

fn said(
    on: &'static str,
    by: domain::id::ObjectId,
    (task, quarter, round): (u32, u8, &'static str),
    claim: domain::claim::Claim,
) -> Said<'static> {
    Said { on, by, task, quarter, round, claim }
}

fn act(parts: &mut RegisterParts, act: Act) {
    match act {
        Act::Say(said) => parts.entries.push(said.entry()),
        Act::SayNumber(said, amount) => parts.entries.push(with_number(said.entry(), amount)),
        Act::Items(said, items) => {
            let mut entry = said.entry();
            entry.progress.items = items.into();
            parts.entries.push(entry);
        }
        Act::Find(task, quarter, of, claim) => {
            parts.findings.push(((task, scene::quarter(quarter), round(of)), finding(claim)));
        }
        Act::Close(of, on) => parts.closings.push(closing(of, on, None)),
        Act::Reopen(of, on) => {
            let closing = parts.closings.iter_mut().rfind(|closing| closing.round == round(of)).unwrap();
            closing.reopened = scene::closing(of, on, Some(on)).reopened;
        }
        Act::Change(task, quarter, from, kind) => parts.changes.push(change(task, quarter, from, kind)),
    }
}

/// What is looked at: (task, quarter), the round that looks, the day; the word and a part of the reason.
type Look = ((u32, u8), &'static str, &'static str, &'static str, &'static str);

#[test]
fn from_january_to_the_next_april() {
    use Act::{Change, Close, Find, Items, Reopen, Say, SayNumber};
    let third = round("2013Q3");
    let steps: Vec<(Vec<Act>, Vec<Look>)> = vec![
        // January: nothing is due.
        (
            vec![],
            vec![
                ((1, 1), "2013Q1", "2013-01-15", "未到期", "2013年4月10日到期"),
                ((1, 1), "2013Q1", "2013-04-09", "未到期", ""),
                ((1, 1), "2013Q1", "2013-04-10", "未报", "甲局未报"),
                ((2, 1), "2013Q1", "2013-04-10", "未报", "甲局、乙局未报"),
            ],
        ),
        // The first round: a number that lies short; one department of two; a condition not met.
        (
            vec![
                SayNumber(said("2013-04-08", FIRST, (1, 1, "2013Q1"), Done), "8"),
                Items(said("2013-04-08", FIRST, (2, 1, "2013Q1"), Done), [Some(Done), None]),
                Say(said("2013-04-09", SECOND, (3, 1, "2013Q1"), ConditionNotMet)),
            ],
            vec![
                ((1, 1), "2013Q1", "2013-04-10", "自报完成", "甲局自报已完成"),
                ((2, 1), "2013Q1", "2013-04-10", "自报部分完成", "2项完成1项\u{FF0C}1项未说明"),
                ((3, 1), "2013Q1", "2013-04-10", "自报条件未成立", "等批复"),
                // Done before it is due.
                ((1, 1), "2013Q1", "2013-04-08", "自报完成", ""),
            ],
        ),
        // The supervision office judges; the round closes; what comes later is 补报 in the second.
        (
            vec![
                Find(1, 1, "2013Q1", Partial),
                Find(3, 1, "2013Q1", ConditionNotMet),
                Close("2013Q1", "2013-04-12"),
                Say(said("2013-04-15", SECOND, (2, 1, "2013Q1"), Done)),
            ],
            vec![
                (
                    (1, 1),
                    "2013Q1",
                    "2013-04-20",
                    "部分完成",
                    "督查室认定部分完成\u{FF1A}现场核实\u{FF08}甲局自报已完成\u{FF09}",
                ),
                ((3, 1), "2013Q1", "2013-04-20", "不计", ""),
                ((2, 1), "2013Q1", "2013-04-20", "自报部分完成", "乙局未报"),
                ((2, 1), "2013Q2", "2013-07-10", "自报逾期完成", "乙局自报已完成"),
            ],
        ),
        // Reopened with a reason: the same entry is in time after all.
        (
            vec![Reopen("2013Q1", "2013-04-15")],
            vec![((2, 1), "2013Q1", "2013-04-20", "自报完成", "2项完成2项")],
        ),
        // The second round: 逾期完成, a condition met at last counts from then, a milestone deferred.
        (
            vec![
                SayNumber(said("2013-07-05", FIRST, (1, 1, "2013Q2"), Done), "10"),
                Say(said("2013-07-05", SECOND, (3, 1, "2013Q2"), Done)),
                Find(3, 1, "2013Q2", Done),
                SayNumber(said("2013-07-05", FIRST, (1, 2, "2013Q2"), NotDone), "3"),
                Change(2, 2, "2013-06-03", ChangeKind::Deferred { to: third }),
            ],
            vec![
                ((1, 1), "2013Q2", "2013-07-10", "自报逾期完成", "一季度报告期督查室曾认定部分完成"),
                ((3, 1), "2013Q2", "2013-07-10", "完成", ""),
                ((1, 2), "2013Q2", "2013-07-10", "自报未完成", "等批复"),
                // Due in its new round: neither late nor unreported in its old one.
                ((2, 2), "2013Q2", "2013-07-10", "未到期", "原定二季度\u{FF0C}现定三季度"),
                // As of a day before the decision it was due as published.
                ((2, 2), "2013Q2", "2013-06-02", "未到期", "2013年7月10日到期"),
                // The first round's page stays as it was.
                ((1, 1), "2013Q1", "2013-04-20", "部分完成", ""),
            ],
        ),
        // The third: what was not stated again, what was deferred, what is cancelled.
        (
            vec![
                Say(said("2013-10-05", FIRST, (2, 2, "2013Q3"), Done)),
                Say(said("2013-10-05", SECOND, (2, 2, "2013Q3"), Done)),
                Say(said("2013-10-05", FIRST, (2, 4, "2013Q3"), Done)),
                Say(said("2013-10-05", SECOND, (2, 4, "2013Q3"), Done)),
                Change(2, 3, "2013-09-01", ChangeKind::Cancelled),
            ],
            vec![
                ((1, 2), "2013Q3", "2013-10-10", "自报未完成", "二季度报告期所报\u{FF0C}本期未再报"),
                ((2, 2), "2013Q3", "2013-10-10", "已调整", "甲局自报已完成"),
                ((2, 3), "2013Q3", "2013-10-10", "已调整", "不再要求"),
                ((2, 4), "2013Q3", "2013-10-10", "自报提前完成", ""),
                ((1, 3), "2013Q3", "2013-10-10", "未报", ""),
            ],
        ),
        // The fourth round closes on 15 January; the next April nothing has changed by itself.
        (
            vec![
                SayNumber(said("2014-01-08", FIRST, (1, 4, "2013Q4"), Done), "10"),
                Find(1, 4, "2013Q4", Done),
                SayNumber(said("2014-01-08", FIRST, (1, 2, "2013Q4"), Partial), "6"),
                Close("2013Q4", "2014-01-15"),
            ],
            vec![
                ((1, 4), "2013Q4", "2014-04-10", "完成", ""),
                ((1, 2), "2013Q4", "2014-04-10", "自报部分完成", ""),
                ((1, 3), "2013Q4", "2014-04-10", "未报", ""),
            ],
        ),
    ];
    let mut parts = parts();
    for (at, (acts, looks)) in steps.into_iter().enumerate() {
        acts.into_iter().for_each(|one| act(&mut parts, one));
        let register = Register::new(parts.clone());
        for ((task, of), seen, as_of, word, why) in looks {
            let (found, reason) = stands(&register, task, of, seen, as_of);
            assert_eq!(found, word, "step {at}, task {task} quarter {of}: {reason}");
            assert!(reason.contains(why), "step {at}, task {task} quarter {of}: {reason}");
        }
    }
    year_end(&Register::new(parts));
}

/// What each round asks for, the light, the rate, and what the next year takes over.
fn year_end(register: &Register) {
    let task = |number| register.plan.task(number).unwrap();
    let asked = |number, of: &str, as_of: &str| -> Vec<u8> {
        let asked = register.asked(task(number), round(of), day(as_of));
        asked.into_iter().map(Quarter::number).collect()
    };
    for (number, of, as_of, quarters) in [
        (1, "2013Q2", "2013-07-10", vec![1, 2]),
        (1, "2013Q3", "2013-10-10", vec![2, 3]),
        (1, "2013Q4", "2014-01-10", vec![2, 3, 4]),
        (2, "2013Q2", "2013-07-10", vec![]),
        (2, "2013Q3", "2013-10-10", vec![2]),
        (2, "2013Q4", "2014-01-10", vec![]),
        (3, "2013Q2", "2013-07-10", vec![1]),
        (3, "2013Q3", "2013-10-10", vec![]),
    ] {
        assert_eq!(asked(number, of, as_of), quarters, "task {number} in {of}");
    }
    assert_eq!(register.carried_forward(day("2014-01-15")), []);
    let words: Vec<_> =
        register.carried_forward(day("2014-04-10")).iter().map(|one| one.in_words(&register.plan)).collect();
    assert_eq!(
        words,
        [
            "结转自2013年(一)二季度\u{FF1A}“开展演出10场”\u{FF08}自报部分完成\u{FF09}",
            "结转自2013年(一)三季度\u{FF1A}“开展演出10场”\u{FF08}未报\u{FF09}",
        ]
    );
    let light = |number, of, as_of| register.light(task(number), round(of), day(as_of));
    let last = light(1, "2013Q4", "2014-01-10");
    assert_eq!(
        (last.light, last.reason.as_str()),
        (Light::Behind, "演出26场\u{FF0C}累计65%\u{FF0C}应达100%\u{FF0C}差35个百分点→滞后")
    );
    assert_eq!(light(2, "2013Q4", "2014-01-10").reason, "各季目标均已完成或按决定调整");
    // Seen in April with the number that was stated then.
    assert_eq!(
        light(1, "2013Q1", "2013-04-10").reason,
        "演出8场\u{FF0C}累计20%\u{FF0C}应达25%\u{FF0C}差5个百分点→按序时"
    );
    let rates = register.rates(round("2013Q2"), day("2013-07-10"));
    let rates: Vec<_> =
        rates.iter().map(|rate| (rate.department, rate.tally.total, rate.counted(), rate.done())).collect();
    assert_eq!(rates, [(Some(FIRST), 2, 1, 0)]);
    assert_eq!(
        register.tally(round("2013Q1"), day("2013-04-20")).sentence("一季度节点"),
        "一季度节点3项\u{FF1A}完成1项\u{FF0C}部分完成1项\u{FF0C}不计1项"
    );
}

#[test]
fn claim_and_finding_both_stay() {
    let mut parts = parts();
    act(&mut parts, Act::SayNumber(said("2013-04-08", FIRST, (1, 1, "2013Q1"), Done), "12"));
    act(&mut parts, Act::Find(1, 1, "2013Q1", NotDone));
    let register = Register::new(parts);
    let task = register.plan.task(1).unwrap();
    let standing = register.standing(task, Quarter::First, round("2013Q1"), day("2013-04-10")).unwrap();
    assert_eq!((standing.claim, standing.finding, standing.judged), (Some(Done), Some(NotDone), true));
    // A number that the supervision office does not believe counts as nothing reached.
    let light = register.light(task, round("2013Q1"), day("2013-04-10"));
    assert_eq!(light.light, Light::Behind, "{}", light.reason);
    let words: Vec<_> = register
        .flags(task, Quarter::First, &standing, round("2013Q1"))
        .into_iter()
        .map(|flag| flag.words)
        .collect();
    assert_eq!(words, ["督查室认定未完成\u{FF0C}但所报数量均已达到\u{FF1A}演出12场\u{FF0C}应达10场"]);
}

#[test]
fn an_override_holds_for_its_round_and_keeps_the_arithmetic_in_sight() {
    let mut parts = parts();
    let decision = Override { light: Light::Slow, reason: "场地停用。".into(), by: "陈某".into() };
    parts.overrides.insert((1, round("2013Q1")), decision);
    let register = Register::new(parts);
    let task = register.plan.task(1).unwrap();
    let light = register.light(task, round("2013Q1"), day("2013-04-10"));
    assert_eq!(
        (light.light, light.computed, light.reason.as_str()),
        (
            Light::Slow,
            Light::Behind,
            "陈某人工调整为较慢\u{FF1A}场地停用\u{FF08}测算为滞后\u{FF1A}演出0场\u{FF0C}累计0%\u{FF0C}应达25%\u{FF0C}差25个百分点→滞后\u{FF09}"
        )
    );
    assert_eq!(register.light(task, round("2013Q2"), day("2013-07-10")).overridden, None);
}

#[test]
fn what_is_flagged_and_not_blocked() {
    let mut parts = parts();
    let first = said("2013-04-08", FIRST, (1, 1, "2013Q1"), Done).entry();
    parts.entries.push(with_file(with_number(first, "8"), 7, "a.jpg"));
    parts.entries.push(with_file(said("2013-04-13", SECOND, (2, 1, "2013Q1"), Done).entry(), 7, "b.jpg"));
    parts.closings.push(closing("2013Q1", "2013-04-12", None));
    parts.photo_days.insert([7; 32], day("2012-05-01"));
    let register = Register::new(parts);
    let flags = |task: u32, seen: &str| -> Vec<String> {
        let task = register.plan.task(task).unwrap();
        let standing = register.standing(task, Quarter::First, round(seen), day("2013-07-10")).unwrap();
        let flags = register.flags(task, Quarter::First, &standing, round(seen));
        flags.into_iter().map(|flag| format!("{} {}", flag.kind.code(), flag.words)).collect()
    };
    assert_eq!(
        flags(1, "2013Q1"),
        [
            "number_short 自报已完成\u{FF0C}但演出8场\u{FF0C}应达10场",
            "photo_outside “a.jpg”拍摄于2012年5月1日\u{FF0C}不在所报时段内\u{FF08}2013年1月1日至2013年4月8日\u{FF09}",
            "same_file “a.jpg”与其他节点的佐证是同一文件\u{FF1A}\u{FF08}二\u{FF09}一季度\u{FF08}乙局\u{FF09}",
        ]
    );
    assert!(flags(2, "2013Q1").is_empty());
    let late = flags(2, "2013Q2");
    assert!(late[0].starts_with("after_closing 一季度报告期截止后报来"), "{late:?}");
}
