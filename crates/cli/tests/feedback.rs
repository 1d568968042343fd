//! Public feedback on the command line: taken in, answered, closed, opened again; e-mails; nothing personal where it
//! was not asked for.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use expect_test::expect_file;
use office::Office;
use serde_json::{Value, json};

const SECRETS: [&str; 5] = ["王小明", "13812345678", "25228502", "yt8502@126.com", "3栋502"];

/// A complaint by telephone, with everything that is to be masked.
fn called(office: &Office) -> Value {
    let text = "我叫王小明\u{FF0C}住深盐路12号3栋502\u{FF0C}电话13812345678\u{FF0C}邮箱yt8502@126.com\u{3002}泥头车夜间扰民\u{FF0C}已打25228502反映\u{3002}";
    let add =
        ["feedback", "add", "--kind", "complaint", "--channel", "telephone", "--subject", "王小明投诉泥头车"];
    let rest = [
        "--text",
        text,
        "--name",
        "王小明",
        "--contact",
        "13812345678",
        "--task",
        "十七",
        "--received",
        "2013-05-02",
    ];
    office.bps(&[&add[..], &rest, &["--json", "--by", "李某"]].concat()).done().json()
}

/// A letter in GBK with a picture and a program.
fn letter() -> Vec<u8> {
    let mut letter = b"From: =?gb2312?B?zfXQocP3?= <wang@example.com>\r\nDate: Thu, 2 May 2013 23:30:00 +0800\r\n\
        Subject: =?gbk?B?zbbL38TgzbeztQ==?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        .to_vec();
    letter.extend_from_slice(&[0xC4, 0xE0, 0xCD, 0xB7, 0xB3, 0xB5, 0xB6, 0xE0]); // 泥头车多
    letter.extend_from_slice(
        b"\r\n--b\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n\
          --b\r\nContent-Type: application/octet-stream; name=b.exe\r\nContent-Transfer-Encoding: base64\r\n\r\nTVqQAAMAAAAEAAAA\r\n--b--\r\n",
    );
    letter
}

#[track_caller]
fn nothing_personal(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}

fn masked_ids(text: &str) -> String {
    let hidden = |line: &str| match line.split_once("\"id\": ").or_else(|| line.split_once("\"at\": ")) {
        Some((before, _)) => format!("{before}\"…\": \"…\""),
        None => line.to_owned(),
    };
    text.lines().map(|line| hidden(line) + "\n").collect()
}

#[test]
fn what_programs_see_is_masked() {
    let office = Office::with_plan();
    let added = called(&office);
    assert_eq!(
        (&added["line"]["receipt"], &added["line"]["due"]),
        (&json!("意见2013-0001"), &json!("2013-05-09"))
    );
    let list = office.bps(&["feedback", "list", "--as-of", "2013-05-06", "--json"]).done();
    let show = office.bps(&["feedback", "show", "--number", "1", "--json"]).done();
    for said in [added.to_string(), list.out.clone(), show.out.clone()] {
        nothing_personal(&said);
    }
    for command in [&["feedback", "list"][..], &["feedback", "show", "--number", "2013-0001"]] {
        nothing_personal(&office.bps(command).done().out);
    }
    expect_file!["golden/feedback_list.json"].assert_eq(&masked_ids(&list.out));
    let view = show.json();
    assert_eq!(
        view["text"],
        "我叫王**\u{FF0C}住深盐路〔门牌〕\u{FF0C}电话138****5678\u{FF0C}邮箱〔邮箱〕\u{3002}泥头车夜间扰民\u{FF0C}已打〔电话〕反映\u{3002}"
    );
    assert_eq!((&view["line"]["sender"], &view["contact"]), (&json!("王**"), &json!("138****5678")));
    assert_eq!(view["line"]["task"], 17);
    // The control: who asks is given all of it.
    let personal =
        office.bps(&["feedback", "show", "--number", "1", "--with-personal", "--json"]).done().json();
    assert_eq!(
        (&personal["personal"]["name"], &personal["personal"]["contact"]),
        (&json!("王小明"), &json!("13812345678"))
    );
    assert!(SECRETS.iter().all(|secret| personal["personal"]["text"].as_str().unwrap().contains(secret)));
    // Search keeps masked texts: what is hidden is not found, what is shown with a hit is masked.
    let found = office.bps(&["search", "扰民", "--json"]).done();
    assert!(found.out.contains("138****5678") || found.out.contains("夜间扰民"), "{}", found.out);
    nothing_personal(&found.out);
    // A hit opens the piece itself, whatever its task.
    let hits = found.json();
    let hit = hits.as_array().unwrap().iter().find(|hit| hit["kind"] == "feedback").unwrap();
    assert_eq!(hit["to"], json!({ "place": "feedback", "id": view["line"]["id"] }));
    for secret in SECRETS {
        assert!(!office.bps(&["search", secret, "--json"]).done().out.contains("意见2013"), "{secret}");
    }
    office.bps(&["check"]).done();
}

#[test]
fn from_receipt_to_closing_and_again() {
    let office = Office::with_plan();
    called(&office);
    let feedback = |rest: &[&str]| office.bps(&[&["feedback"], rest].concat());
    let overdue = |as_of: &str| feedback(&["list", "--overdue", "--as-of", as_of, "--json"]).done().json();
    assert_eq!(overdue("2013-05-09"), json!([]));
    assert_eq!(overdue("2013-05-11")[0]["due_words"], "已超2天");
    feedback(&["close", "--number", "1"]).refused("写明理由");
    feedback(&["answer", "--number", "1", "--text", " "]).refused("答复要写内容");
    feedback(&["reopen", "--number", "1", "--reason", "再办"]).refused("还没有办结");
    feedback(&["answer", "--number", "2", "--text", "好"]).refused("没有编号为");
    let answered = feedback(&["answer", "--number", "1", "--text", "已与王小明联系", "--json"]).done().json();
    assert_eq!(
        (&answered["line"]["state"], &answered["answer"]["text"]),
        (&json!("answered"), &json!("已与王**联系"))
    );
    feedback(&["answer", "--number", "1", "--text", "已与王小明联系"]).refused("没有新的提交");
    assert_eq!(
        feedback(&["close", "--number", "意见2013-0001", "--json"]).done().json()["line"]["state"],
        "closed"
    );
    feedback(&["answer", "--number", "1", "--text", "又"]).refused("已经办结");
    let again = feedback(&["reopen", "--number", "1", "--reason", "群众再次反映", "--json"]).done().json();
    assert_eq!((&again["line"]["state"], &again["answer"]), (&json!("open"), &Value::Null));
    feedback(&["close", "--number", "1", "--words", "已电话说明"]).done();
    let steps = feedback(&["show", "--number", "1", "--json"]).done().json()["steps"].clone();
    let words: Vec<_> = steps.as_array().unwrap().iter().map(|step| step["word"].as_str().unwrap()).collect();
    assert_eq!(words, ["登记", "答复", "办结", "重新办理", "办结"]);
    let counts = feedback(&["count", "--period", "2013Q2", "--json"]).done().json();
    assert_eq!(
        counts["total"],
        json!({ "received": 1, "closed": 1, "answered": 0, "open": 0, "overdue": 0 })
    );
    assert!(feedback(&["count", "--period", "2013Q1"]).done().out.contains("没有收到公众意见"));
}

#[test]
fn numbers_run_within_the_year_of_receipt() {
    let office = Office::with_plan();
    let add = |received: &str| {
        let add = [
            "feedback",
            "add",
            "--kind",
            "question",
            "--channel",
            "website",
            "--subject",
            "问",
            "--text",
            "文",
        ];
        office.bps(&[&add[..], &["--received", received, "--json"]].concat())
    };
    let receipt =
        |received: &str| add(received).done().json()["line"]["receipt"].as_str().unwrap().to_owned();
    assert_eq!(receipt("2013-05-04"), "意见2013-0001");
    assert_eq!(receipt("2014-01-02"), "意见2014-0001");
    assert_eq!(receipt("2013-06-02"), "意见2013-0002");
    let answer = |number: &str| office.bps(&["feedback", "answer", "--number", number, "--text", "复"]);
    answer("1").refused("2014-0001");
    answer("2014-0001").done();
    answer("2").done();
    add("2999-01-01").refused("还没有到");
    add("昨天").refused("不是日期");
    // Saturday and seven days is a Saturday: Monday.
    let list = office.bps(&["feedback", "list", "--year", "2013", "--json"]).done().json();
    assert_eq!(list[2]["due"], "2013-05-13");
    office.bps(&["feedback", "days", "30"]).done();
    assert_eq!(add("2013-05-02").done().json()["line"]["due"], "2013-06-03"); // the 1st is a Saturday
    let change =
        |rest: &[&str]| office.bps(&[&["feedback", "change", "--number", "2013-0001"], rest].concat());
    change(&["--task", "99"]).refused("没有编号为");
    change(&["--task", "17", "--kind", "complaint"]).done();
    change(&["--task", "17"]).refused("没有新的提交");
}

#[test]
fn a_department_answers_until_its_day() {
    let office = Office::with_plan();
    called(&office);
    let change = |rest: &[&str]| office.bps(&[&["feedback", "change", "--number", "1"], rest].concat());
    change(&["--department", "消防局"]).refused("没有名为“消防局”的责任部门");
    let changed = change(&["--department", "城管局", "--due", "2013-05-20", "--json"]).done().json();
    assert_eq!(
        (&changed["line"]["department"], &changed["line"]["due"], &changed["plan_year"]),
        (&json!("城管局"), &json!("2013-05-20"), &json!(2013))
    );
    assert!(office.bps(&["feedback", "show", "--number", "1"]).done().out.contains("办理：城管局"));
    change(&["--due", "2013-05-01"]).refused("早于收到日期2013-05-02");
    assert_eq!(change(&["--department", "0", "--json"]).done().json()["department_id"], Value::Null);
    office.bps(&["feedback", "days", "-1"]).refused("0到365");
    office.bps(&["feedback", "days", "366"]).refused("0到365");
}

/// The clock of an office is today's: what was closed today and opened again was open yesterday.
#[test]
fn counts_of_a_day_look_at_the_history() {
    let office = Office::with_plan();
    called(&office);
    let feedback = |rest: &[&str]| office.bps(&[&["feedback"], rest].concat());
    let count = |as_of: &str| {
        feedback(&["count", "--period", "2013Q2", "--as-of", as_of, "--json"]).done().json()["total"].clone()
    };
    let only = |part: &str| {
        let mut total = json!({ "received": 1, "closed": 0, "answered": 0, "open": 0, "overdue": 0 });
        total[part] = json!(1);
        total
    };
    feedback(&["answer", "--number", "1", "--text", "已查处"]).done();
    feedback(&["close", "--number", "1"]).done();
    assert_eq!(count("2013-05-06"), only("open"));
    assert_eq!(count("2013-05-10"), only("overdue"));
    assert_eq!(count("2999-01-01"), only("closed"));
    feedback(&["reopen", "--number", "1", "--reason", "再次反映"]).done();
    // The day for the new answer is no day of the old one: in May it was late as before.
    assert_eq!(count("2013-05-10"), only("overdue"));
    assert_eq!(count("2999-01-01"), only("overdue"));
}

/// Whatever is handed in, it is taken in whole or refused in words; nothing ends otherwise.
#[test]
fn what_is_hostile_is_refused_in_words() {
    let office = Office::with_plan();
    let add = |rest: &[&str]| office.bps(&[&["feedback", "add"], rest].concat());
    let piece = ["--kind", "question", "--channel", "website", "--subject", "问"];
    let of = |text: &str, rest: &[&str]| add(&[&piece[..], &["--text", text], rest].concat());
    for (kind, channel) in [("praise", "website"), ("question", "fax"), ("", "website")] {
        let said = add(&["--kind", kind, "--channel", channel, "--subject", "问", "--text", "文"]);
        assert_eq!(said.code, 2, "{}", said.err); // the list of what there is, and --help
    }
    of("文", &["--received", "2999-01-01"]).refused("还没有到");
    of("文", &["--received", "2013-02-30"]).refused("不是日期");
    of("文", &["--received", "99999-01-01"]).refused("不是日期");
    of(" \n ", &[]).refused("内容");
    of("文", &["--task", "99"]).refused("没有编号为");
    of("文", &["--task", "-1"]).refused("没有编号为");
    of("文", &["--department", "消防局"]).refused("没有名为");
    of("文", &["--attach", "none.jpg"]).refused("none.jpg");
    let folder = office.path("folder.eml");
    fs_err::create_dir_all(&folder).unwrap();
    let folder = folder.to_str().unwrap();
    add(&["--eml", folder]).refused("文件夹");
    of("文", &["--attach", folder]).refused("文件夹");
    #[cfg(unix)]
    {
        let pipe = office.path("pipe.eml");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        add(&["--eml", pipe.to_str().unwrap()]).refused("pipe.eml");
        of("文", &["--attach", pipe.to_str().unwrap()]).refused("pipe.eml");
    }
    for (name, bytes) in [("a.eml", vec![0; 4096]), ("b.eml", vec![0xFF; 4096]), ("c.eml", Vec::new())] {
        add(&["--eml", &office.file(name, &bytes)]).refused("不是电子邮件");
    }
    for number in ["0", "-1", "99999999999", "2013-", "意见", "2013-0001-1", "x"] {
        let meant = format!("--number={number}");
        office.bps(&["feedback", "show", &meant]).refused("没有编号为");
    }
    assert_eq!(office.bps(&["feedback", "list", "--json"]).done().json(), json!([]), "nothing was taken in");
    // A command line holds 128 kB an argument; what is longer comes as a letter. Both are kept whole.
    let long = "泥".repeat(40_000);
    let taken = of(&long, &["--json"]).done().json();
    assert_eq!(taken["text"].as_str().unwrap().chars().count(), 40_000);
    let mut mail =
        b"From: a@example.com\r\nSubject: long\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n".to_vec();
    mail.extend_from_slice("车\u{0}".repeat(262_144).as_bytes());
    let taken = add(&["--eml", &office.file("long.eml", &mail), "--json"]).done().json();
    assert!(!taken["text"].as_str().unwrap().contains('\u{0}'));
    office.bps(&["check"]).done();
}

#[test]
fn two_at_once_never_share_a_number() {
    let office = Office::with_plan();
    let add = |text: String| {
        let piece =
            ["feedback", "add", "--kind", "question", "--channel", "website", "--subject", "问", "--text"];
        office.bps(&[&piece[..], &[&text]].concat())
    };
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..4).map(|n| scope.spawn(move || add(format!("文{n}")))).collect();
        for one in all {
            let ran = one.join().unwrap();
            // Whoever comes while another writes is told so; nobody is given a number twice.
            if ran.code != 0 {
                assert!(ran.err.contains('。'), "{}", ran.err);
            }
        }
    });
    let list = office.bps(&["feedback", "list", "--json"]).done().json();
    let receipts: Vec<_> =
        list.as_array().unwrap().iter().map(|line| line["receipt"].as_str().unwrap()).collect();
    let different: std::collections::BTreeSet<_> = receipts.iter().collect();
    assert!(!receipts.is_empty() && different.len() == receipts.len(), "{receipts:?}");
    office.bps(&["check"]).done();
}

#[test]
fn a_letter_is_kept_byte_for_byte_with_what_it_says() {
    let office = Office::with_plan();
    let file = office.file("王小明13812345678.eml", &letter());
    let added = office.bps(&["feedback", "add", "--eml", &file, "--json"]).done();
    nothing_personal(&added.out);
    let view = added.json();
    assert_eq!((&view["line"]["channel"], &view["line"]["kind"]), (&json!("email"), &json!("complaint")));
    assert_eq!((&view["line"]["received"], &view["text"]), (&json!("2013-05-02"), &json!("泥头车多")));
    let files: Vec<_> =
        view["files"].as_array().unwrap().iter().map(|file| (&file["name"], &file["executable"])).collect();
    assert_eq!(files[0], (&json!("王**138****5678.eml"), &json!(false)));
    assert_eq!(files[1..], [(&json!("a.png"), &json!(false)), (&json!("b.exe"), &json!(true))]);
    let personal =
        office.bps(&["feedback", "show", "--number", "1", "--with-personal", "--json"]).done().json();
    assert_eq!(personal["personal"]["name"], "王小明");
    let sha256 = personal["personal"]["files"][0]["sha256"].as_str().unwrap();
    let kept = office.path("store/blobs").join(&sha256[..2]).join(sha256);
    assert_eq!(fs_err::read(kept).unwrap(), letter());
    office.bps(&["feedback", "add", "--eml", &file]).refused("已登记为意见2013-0001");
    let other = office.file("b.eml", "关于放假的通知".as_bytes());
    office.bps(&["feedback", "add", "--eml", &other]).refused("不是电子邮件");
    office.bps(&["feedback", "add", "--eml", "none.eml"]).refused("none.eml");
    office.bps(&["check"]).done();
}
