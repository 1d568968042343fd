//! What an office sets for judging and reminding: lights, workday calendar, how early it is reminded; each is told where
//! it is used, and what is refused leaves everything as it was.

#![allow(clippy::unwrap_used, reason = "tests")]

mod desks;

use app::desk::Desk;
use app::wire::chase::SupervisionBoxes;
use app::wire::entry::{BoxValue, ClaimCode, EntryBoxes, EntryKey};
use app::wire::settings::LightChoice;
use app::wire::status::LightStatus;
use desks::Bureau;
use domain::role::Role;

fn choice(on_track: u16, slow: u16, words: [&str; 4]) -> LightChoice {
    LightChoice { on_track, slow, preset: None, words: words.map(str::to_owned).to_vec() }
}

const OWN: [&str; 4] = ["办结", "正常", "偏慢", "严重滞后"];

/// Past the first round's due date 文体局 has given 8 of 10 performances, of 40 in the year, and all else that was due.
fn behind() -> Bureau {
    let bureau = Bureau::on("2013-04-18");
    let list = bureau.desk.call_list(Some("2013Q1"), None).unwrap();
    let department = list.lines.iter().find(|line| line.name == "文体局").unwrap().department.clone();
    let key = EntryKey { year: 2013, task: 5, quarter: 1, round: 1, department };
    let value = |name: &str, amount: &str| BoxValue { name: name.to_owned(), amount: amount.to_owned() };
    let numbers = bureau.desk.entry_form(&key).unwrap().numbers;
    let amount = |name: &str| match name {
        "文艺演出" => "8",
        "公益电影" => "25",
        _ => "4",
    };
    let boxes = EntryBoxes {
        claim: Some(ClaimCode::Partial),
        text: "演出8场".to_owned(),
        cause: "场地".to_owned(),
        measure: "加场".to_owned(),
        due: Some("2013-05-31".to_owned()),
        person: "王某".to_owned(),
        on_behalf: Some("电话：王某".to_owned()),
        values: numbers.iter().map(|one| value(&one.name, amount(&one.name))).collect(),
        ..EntryBoxes::default()
    };
    bureau.desk.submit_entry(&key, &boxes).unwrap();
    bureau.go_to("2013-04-25");
    bureau
}

fn light(desk: &Desk) -> LightStatus {
    let status = desk.status("2013Q1", None).unwrap();
    status.tasks.into_iter().find(|task| task.number == 5).unwrap().light
}

#[test]
fn thresholds_move_the_lights_and_words_name_them() {
    let bureau = behind();
    let measured = light(&bureau.desk);
    assert_eq!(measured.word, "按序时", "{}", measured.reason);
    bureau.desk.set_lights(&choice(0, 200, OWN)).unwrap();
    let slower = light(&bureau.desk);
    assert_eq!((slower.light.as_str(), slower.word.as_str()), ("slow", "偏慢"), "{}", slower.reason);
    bureau.desk.set_lights(&choice(0, 0, OWN)).unwrap();
    assert_eq!(light(&bureau.desk).word, "严重滞后");
    let kept = bureau.desk.settings().unwrap().lights;
    assert_eq!(
        (kept.on_track, kept.slow, kept.preset, kept.words),
        (0, 0, None, OWN.map(str::to_owned).into())
    );
    // A preset's words go before those that are given.
    let preset = LightChoice { preset: Some("blue_yellow_red".to_owned()), ..choice(50, 200, OWN) };
    bureau.desk.set_lights(&preset).unwrap();
    assert_eq!(light(&bureau.desk).word, "蓝灯");
    assert_eq!(bureau.desk.settings().unwrap().lights.preset.as_deref(), Some("blue_yellow_red"));
}

#[test]
fn lights_that_cross_or_cannot_be_told_apart_are_refused() {
    let bureau = behind();
    let before = (light(&bureau.desk), bureau.desk.settings().unwrap().lights.words);
    let preset = |code: &str| LightChoice { preset: Some(code.to_owned()), ..choice(50, 200, OWN) };
    let three = LightChoice {
        words: OWN[..3].iter().map(|word| (*word).to_owned()).collect(),
        ..choice(50, 200, OWN)
    };
    for (refused, why) in [
        (choice(201, 200, OWN), "不能小于"),
        (choice(50, 1001, OWN), "不能超过100个百分点"),
        (choice(50, 200, ["办结", "正常", " ", "严重滞后"]), "不能空着"),
        (choice(50, 200, ["办结", "正常", "正常", "严重滞后"]), "不能相同"),
        (choice(50, 200, ["办结", "正常", "偏慢", "一二三四五六七"]), "1至6个字"),
        (three, "四个用词"),
        (preset("rainbow"), "四个用词"),
    ] {
        let told = bureau.desk.set_lights(&refused).unwrap_err().text();
        assert!(told.starts_with("没有保存") && told.contains(why), "{told}");
    }
    let after = (light(&bureau.desk), bureau.desk.settings().unwrap().lights.words);
    assert_eq!((after.0.word, after.1), (before.0.word, before.1));
    bureau.desk.set_lights(&choice(200, 200, OWN)).unwrap();
}

fn due(desk: &Desk) -> String {
    desk.call_list(Some("2013Q1"), None).unwrap().due
}

#[test]
fn a_calendar_moves_due_dates_and_an_empty_one_takes_the_shipped_again() {
    let bureau = Bureau::on("2013-04-18");
    assert_eq!(due(&bureau.desk), "2013-04-24");
    let shipped = bureau.desk.settings().unwrap().calendar;
    assert!(shipped.contains("休 2013-02-09..2013-02-15"), "{shipped}");
    bureau.desk.set_calendar("# 本区\n休 2013-04-22..2013-04-23\n班 2013-04-20\n").unwrap();
    assert_eq!(due(&bureau.desk), "2013-04-25");
    let own = bureau.desk.settings().unwrap().calendar;
    // The office's own year takes the place of the shipped one; other years stay.
    assert!(own.contains("班 2013-04-20\n休 2013-04-22..2013-04-23") && own.contains("2014-"), "{own}");
    assert!(!own.contains("2013-02"), "{own}");
    // What is shown can be saved as it is.
    bureau.desk.set_calendar(&own).unwrap();
    assert_eq!(bureau.desk.settings().unwrap().calendar, own);
    bureau.desk.set_calendar(" \n").unwrap();
    assert_eq!(
        (due(&bureau.desk), bureau.desk.settings().unwrap().calendar),
        ("2013-04-24".to_owned(), shipped)
    );
}

#[test]
fn a_calendar_line_that_is_not_understood_is_named_and_nothing_is_kept() {
    let bureau = Bureau::on("2013-04-18");
    let shipped = bureau.desk.settings().unwrap().calendar;
    for (wrong, why) in [
        ("放假 2013-04-22", "以“休”或“班”开头"),
        ("休 4月22日", "2013-02-09..2013-02-15"),
        ("休 2013-04-23..2013-04-22", "起止日期颠倒"),
        ("班 2013-04-19", "既写了“休”又写了“班”"),
    ] {
        let told = bureau.desk.set_calendar(&format!("休 2013-04-19\n{wrong}")).unwrap_err().text();
        assert!(told.contains("第2行") && told.contains(wrong) && told.contains(why), "{told}");
    }
    assert_eq!(
        (due(&bureau.desk), bureau.desk.settings().unwrap().calendar),
        ("2013-04-24".to_owned(), shipped)
    );
}

fn reminders(bureau: &Bureau, day: &str) -> Vec<String> {
    bureau.go_to(day);
    bureau.desk.frame().unwrap().reminders.into_iter().map(|one| one.text).collect()
}

#[test]
fn reminders_begin_as_many_workdays_ahead_as_the_office_chose() {
    let bureau = Bureau::on("2013-04-08");
    assert_eq!(bureau.desk.settings().unwrap().reminder_workdays, 5);
    // The first round is due on Wednesday 24 April.
    assert!(reminders(&bureau, "2013-04-16").is_empty());
    let told = reminders(&bureau, "2013-04-17");
    assert!(told[0].contains("还有5个工作日"), "{told:?}");
    bureau.desk.set_reminder_workdays(1).unwrap();
    assert!(reminders(&bureau, "2013-04-22").is_empty());
    let told = reminders(&bureau, "2013-04-23");
    assert!(told[0].contains("还有1个工作日"), "{told:?}");
    bureau.desk.set_reminder_workdays(10).unwrap();
    assert_eq!(bureau.desk.settings().unwrap().reminder_workdays, 10);
    bureau.go_to("2013-04-10");
    let item = SupervisionBoxes {
        task: "5".to_owned(),
        requirement: "补足展览".to_owned(),
        department: "文体局".to_owned(),
        due: "2013-04-24".to_owned(),
        ..SupervisionBoxes::default()
    };
    bureau.desk.assign_supervision(None, &item, &app::files::Attached::default()).unwrap();
    let told = reminders(&bureau, "2013-04-10");
    assert!(told[0].contains("还有10个工作日"), "{told:?}");
    assert_eq!(told[1], "督办事项\u{FF1A}1件在10个工作日内到期。");
    assert!(reminders(&bureau, "2013-04-09").is_empty());
}

#[test]
fn how_early_reminders_begin_has_its_limits_and_is_set_by_administrators() {
    let mut bureau = Bureau::on("2013-04-18");
    for wrong in [-1, 0, 31, i32::MAX] {
        let told = bureau.desk.set_reminder_workdays(wrong).unwrap_err().text();
        assert!(told.contains(&wrong.to_string()) && told.contains("1到30"), "{told}");
    }
    assert_eq!(bureau.desk.settings().unwrap().reminder_workdays, 5);
    bureau.desk.set_reminder_workdays(30).unwrap();
    bureau
        .desk
        .add_person(&app::wire::settings::PersonView { name: "王某".into(), title: String::new() })
        .unwrap();
    bureau.desk.grant_roles("李某", &[Role::Administrator]).unwrap();
    bureau.desk.grant_roles("王某", &[Role::Reporter]).unwrap();
    bureau.desk.work_as(ledger::Author { name: "王某".to_owned(), title: String::new() });
    assert_eq!(bureau.desk.set_reminder_workdays(7).unwrap_err().code(), "not_allowed");
    assert_eq!(bureau.desk.set_calendar("").unwrap_err().code(), "not_allowed");
    assert_eq!(bureau.desk.set_lights(&choice(50, 200, OWN)).unwrap_err().code(), "not_allowed");
    assert_eq!(bureau.desk.settings().unwrap().reminder_workdays, 30);
}
