//! What a careless or unlucky caller does: wrong places, odd names, full disks, two years, odd bytes.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use office::{Office, paper, said};
use serde_json::{Value, json};

const ENTRY: [&str; 10] =
    ["progress", "add", "--task", "5", "--quarter", "1", "--department", "文体局", "--claim", "done"];

fn entry<'a>(rest: &[&'a str]) -> Vec<&'a str> {
    ENTRY.iter().chain(rest).copied().collect()
}

fn values(office: &Office) -> Value {
    office.bps(&["task", "show", "5", "--json"]).done().json()["progress"][0]["values"].clone()
}

#[test]
fn several_years_in_one_store() {
    let office = Office::with_plan();
    let next = fs_err::read_to_string(paper()).unwrap().replace("2013", "2014");
    let next = office.file("2014.txt", next.as_bytes());
    office.bps(&["paper", "import", &next]).done();
    // Every line names its year, so the list needs none.
    let listed = office.bps(&["task", "list", "--json"]).done().json();
    let years: Vec<_> =
        listed.as_array().unwrap().iter().map(|task| task["year"].as_i64().unwrap()).collect();
    assert_eq!(years, [[2014; 20], [2013; 20]].concat());
    assert!(office.bps(&["task", "list"]).done().out.starts_with("2014年度 【"));
    assert_eq!(office.bps(&["task", "list", "--year", "2013", "--json"]).done().json()[0]["year"], 2013);
    // A round names its year; what names none is asked for it.
    office.bps(&entry(&["--text", "一", "--round", "2014Q1"])).done();
    office.bps(&entry(&["--text", "一"])).refused("--year");
    office.bps(&["task", "show", "5"]).refused("--year");
    office
        .bps(&entry(&["--text", "一", "--year", "2013", "--round", "2014Q1"]))
        .refused("不是2013年度的报告期");
    let shown =
        |year| office.bps(&["task", "show", "5", "--year", year, "--json"]).done().json()["progress"].clone();
    assert_eq!((shown("2013"), shown("2014").as_array().unwrap().len()), (json!([]), 1));
}

#[test]
fn before_any_paper_the_reason_is_that_there_is_none() {
    let office = Office::new();
    let file = office.path("a.pdf").display().to_string();
    office.bps(&["report", "quarter", "--period", "x", "-o", &file]).refused("还没有年度计划");
    assert_eq!(office.bps(&["task", "list", "--json"]).done().json(), json!([]));
}

#[test]
fn numbers_are_taken_as_written_or_refused() {
    let office = Office::with_plan();
    let told = |value: &str| office.bps(&entry(&["--text", "x", "--value", value]));
    for (value, amount) in
        [("文艺演出=１，２００", "1200"), ("文艺演出＝72.63场", "72.63"), ("文艺演出 = 0", "0")]
    {
        told(value).done();
        assert_eq!(values(&office)[0]["amount"], amount, "{value}");
    }
    for value in [
        "文艺演出=1,2",
        "文艺演出=-5",
        "文艺演出=一万",
        "文艺演出=1e3",
        "文艺演出=",
        "文艺演出=99999999999999999",
    ] {
        told(value).refused("不是数");
    }
    let twice = ["--text", "x", "--value", "文艺演出=1", "--value", "文艺演出=2"];
    office.bps(&entry(&twice)).refused("两个不同的数");
    assert_eq!(values(&office)[0]["amount"], "0");
}

#[test]
fn texts_may_begin_with_a_dash() {
    let office = Office::with_plan();
    office.bps(&entry(&["--text", "- 演出12场"])).done();
    assert_eq!(
        office.bps(&["task", "show", "5", "--json"]).done().json()["progress"][0]["text"],
        "- 演出12场"
    );
    office.bps(&["task", "list", "--as-of", "2013-02-30"]).refused("2013-02-30");
    office.bps(&entry(&["--text", "x", "--as-of", "tomorrow"])).refused("不是日期");
    let negative = ["progress", "add", "--task", "5", "--quarter", "-1", "--department", "文体局"];
    office.bps(&negative).refused("没有“-1”这个季度");
}

#[test]
fn a_known_file_can_be_marked_as_personal_later() {
    let office = Office::with_plan();
    let file = office.file("名单.txt", b"names");
    office.bps(&entry(&["--text", "x", "--attach", &file])).done();
    let again = office.bps(&entry(&["--attach", &file, "--personal", "--json"])).done().json();
    assert_eq!(again["evidence"].as_array().unwrap().len(), 1);
    let revision = again["revision"].clone();
    // Nothing is left to change, whether asked again with the mark or without.
    for rest in [&["--attach", file.as_str(), "--personal", "--json"][..], &["--attach", &file, "--json"]] {
        assert_eq!(office.bps(&entry(rest)).done().json()["revision"], revision);
    }
    let history = office.bps(&entry(&["--text", "y", "--json"])).done().json();
    assert_ne!(history["revision"], revision, "the control: a real change is one");
}

#[test]
fn output_goes_to_files_outside_the_store_only() {
    let office = Office::with_plan();
    let database = fs_err::read(office.path("store/store.db")).unwrap();
    let folder = office.home.path().display().to_string();
    for command in [&["backup", "-o"][..], &["report", "whitepaper", "-o"]] {
        let refused = |file: &str, words: &str| {
            let arguments: Vec<_> = command.iter().copied().chain([file]).collect();
            office.bps(&arguments).refused(words);
        };
        refused(&folder, &folder);
        refused(&format!("{folder}/none/a.pdf"), "none/a.pdf");
        refused(&format!("{folder}/store/store.db"), "在资料库文件夹里");
        #[cfg(unix)]
        refused("/dev/null", "不是普通文件");
    }
    for name in ["a", "a.doc", "a.pdf.txt", ".docx"] {
        let file = office.path(name).display().to_string();
        office.bps(&["report", "whitepaper", "-o", &file]).refused(".xlsx\u{FF08}Excel");
        assert!(!office.path(name).exists(), "{name}");
    }
    assert_eq!(fs_err::read(office.path("store/store.db")).unwrap(), database);
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_no_evidence() {
    let office = Office::with_plan();
    office.bps(&entry(&["--text", "x", "--attach", "/dev/zero"])).refused("不是普通文件");
    office.bps(&["restore", "/dev/zero"]).refused("不是普通文件");
    office.bps(&["check"]).done();
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_no_success() {
    let office = Office::with_plan();
    let full = || fs_err::OpenOptions::new().write(true).open("/dev/full").unwrap().into_parts().0;
    for arguments in [&["task", "list"][..], &["task", "list", "--json"], &["--help"]] {
        let run = office.command("store").args(arguments).stdout(full()).output().unwrap();
        assert_eq!(said(run).refused("没有写全").code, 1, "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn bytes_that_are_no_text() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let office = Office::with_plan();
    let odd = OsStr::from_bytes(b"\xff\xfe");
    let run = office.command("store").args(entry(&["--text"])).arg(odd).output().unwrap();
    assert_eq!(said(run).code, 2);
    // A passphrase that cannot be read is not taken for none.
    let backup = office.path("a.bpsbak");
    let run = office.command("store").env("BPS_PASSPHRASE", odd).args(["backup", "-o"]).arg(&backup).output();
    said(run.unwrap()).refused("BPS_PASSPHRASE");
    assert!(!backup.exists());
    // A file's name is data: kept, shown harmlessly.
    let file = office.home.path().join(OsStr::from_bytes(b"a\n\x1b[31m\xe2\x80\xaeb\xff.txt"));
    fs_err::write(&file, "x").unwrap();
    let run = office.command("store").args(entry(&["--text", "x", "--attach"])).arg(&file).output().unwrap();
    let told = said(run).done();
    assert!(told.out.contains("a\u{FFFD}\u{FFFD}[31m\u{FFFD}b\u{FFFD}.txt"), "{:?}", told.out);
    let shown = office.bps(&["task", "show", "5", "--json"]).done().json();
    assert_eq!(shown["progress"][0]["evidence"][0]["name"], "a\n\u{1b}[31m\u{202E}b\u{FFFD}.txt");
}

#[test]
fn a_missing_file_is_called_by_its_name() {
    let office = Office::with_plan();
    let file = office.file("签到表.txt", b"names");
    let added = office.bps(&entry(&["--text", "x", "--attach", &file, "--json"])).done().json();
    let hash = added["evidence"][0]["sha256"].as_str().unwrap();
    let blob = office.path("store/blobs").join(&hash[..2]).join(hash);
    let backup = office.path("a.bpsbak").display().to_string();
    let told = |words: &str| {
        let checked = office.bps(&["check"]);
        assert_eq!(checked.code, 1);
        assert!(checked.out.contains(&format!("佐证文件“签到表.txt”{words}")), "{}", checked.out);
        office.bps(&["backup", "-o", &backup]).refused(&format!("佐证文件“签到表.txt”{words}"));
        assert!(!office.path("a.bpsbak").exists());
    };
    fs_err::remove_file(&blob).unwrap();
    told("不在资料库文件夹中");
    fs_err::create_dir(&blob).unwrap();
    told("读不出来");
    fs_err::remove_dir(&blob).unwrap();
    fs_err::write(&blob, "other").unwrap();
    office.bps(&["backup", "-o", &backup]).refused("“签到表.txt”已损坏");
    fs_err::write(&blob, "names").unwrap();
    office.bps(&["check"]).done();
}

#[test]
fn a_copied_folder_is_told_beside_the_result() {
    let office = Office::with_plan();
    let run = office
        .command("store")
        .env("BPS_STATE", office.path("elsewhere"))
        .args(["task", "list", "--json"])
        .output();
    let told = said(run.unwrap()).done();
    assert!(told.err.contains("复制"), "{}", told.err);
    assert_eq!(told.json().as_array().unwrap().len(), 20);
    // An empty variable names nothing: the store of the user's own folder is meant.
    let mut command = office.command("store");
    command.env("BPS_STORE", "").env("BPS_HOME", office.path("home")).args(["task", "list", "--json"]);
    assert_eq!(said(command.output().unwrap()).done().json(), json!([]));
    assert!(office.path("home/store/store.db").exists());
}

#[cfg(unix)]
#[test]
fn a_restored_folder_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::with_plan();
    let backup = office.path("a.bpsbak").display().to_string();
    office.bps(&["backup", "-o", &backup]).done();
    office.bps_in("other", &["restore", &backup]).done();
    assert_eq!(fs_err::metadata(office.path("other")).unwrap().permissions().mode() & 0o777, 0o700);
}

#[cfg(unix)]
#[test]
fn a_backup_that_is_broken_off_leaves_nothing() {
    use std::process::{Command, Stdio};
    let office = Office::with_plan();
    let large = office.path("录像.mp4");
    fs_err::File::create(&large).unwrap().set_len(96 << 20).unwrap();
    office.bps(&entry(&["--text", "x", "--attach", &large.display().to_string()])).done();
    let folder = office.path("stick");
    fs_err::create_dir(&folder).unwrap();
    let files = || fs_err::read_dir(&folder).unwrap().count();
    let mut backup = office.command("store");
    backup.args(["backup", "-o"]).arg(folder.join("a.bpsbak")).stdout(Stdio::piped()).stderr(Stdio::piped());
    let running = backup.spawn().unwrap();
    while files() == 0 {
        std::thread::yield_now();
    }
    assert!(
        Command::new("sh").args(["-c", &format!("kill -INT {}", running.id())]).status().unwrap().success()
    );
    said(running.wait_with_output().unwrap()).refused("已停止");
    assert_eq!(files(), 0);
    // Control: left alone it is made.
    said(backup.output().unwrap()).done();
    assert_eq!(files(), 1);
}

#[test]
fn commands_that_run_at_once_follow_one_another() {
    let office = Office::with_plan();
    let mut running: Vec<_> = (0..8)
        .map(|at| {
            let mut command = office.command("store");
            command.args(entry(&["--text"])).arg(at.to_string()).stderr(std::process::Stdio::piped());
            command.stdout(std::process::Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for one in running.drain(..) {
        said(one.wait_with_output().unwrap()).done();
    }
    office.bps(&["check"]).done();
    // The window keeps the store, and that is said.
    let lock = fs_err::OpenOptions::new().write(true).open(office.path("store/lock")).unwrap();
    lock.file().lock().unwrap();
    fs_err::write(office.path("store/lock"), "窗口").unwrap();
    office.bps(&["task", "list"]).refused("资料库正被窗口使用");
    drop(lock);
    office.bps(&["task", "list"]).done();
}

#[test]
fn a_paper_without_its_year_says_so() {
    let office = Office::new();
    let text = fs_err::read_to_string(paper()).unwrap().replace("2013", "");
    let file = office.file("a.txt", text.as_bytes());
    assert_eq!(office.bps(&["paper", "read", &file, "--json"]).done().json()["year"], Value::Null);
    assert!(office.bps(&["paper", "read", &file]).done().out.contains("年度：（未读到）"));
    office.bps(&["paper", "import", &file]).refused("没有读到发布机构或年度");
}

#[cfg(target_os = "linux")]
#[test]
fn a_limit_on_files_is_a_reason_and_no_end() {
    let office = Office::with_plan();
    let large = office.path("large.bin");
    fs_err::write(&large, vec![b'x'; 300_000]).unwrap();
    let backup = office.path("whole.bpsbak").display().to_string();
    office.bps(&["backup", "-o", &backup]).done();
    let folder = office.path("out");
    fs_err::create_dir(&folder).unwrap();
    let limited = |store: &str, arguments: &[&str]| {
        // 100 blocks of 512 or 1024 bytes.
        let bps = office.command(store);
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", "ulimit -f 100; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_bps")]).args(arguments);
        shell.envs(bps.get_envs().filter_map(|(name, value)| Some((name, value?))));
        said(shell.output().unwrap())
    };
    let out = |name: &str| folder.join(name).display().to_string();
    let attached = entry(&["--text", "x", "--attach", large.to_str().unwrap()]);
    for arguments in [
        &["backup", "-o", &out("a.bpsbak")][..],
        &["report", "quarter", "--period", "2013Q1", "-o", &out("a.pdf")],
        &attached,
    ] {
        limited("store", arguments).refused("。");
    }
    // The file is called what it was called, not what the program would have called it.
    let report = ["report", "quarter", "--period", "2013Q1", "-o", &out("a.pdf")];
    limited("store", &report).refused(&format!("无法写入“{}”\u{FF1A}磁盘空间不足", out("a.pdf")));
    limited("other", &["restore", &backup]).refused("磁盘空间不足");
    assert_eq!(fs_err::read_dir(&folder).unwrap().count(), 0);
    assert!(!office.path("other").exists());
    // Control: without the limit all is as it was.
    assert_eq!(office.bps(&["task", "show", "5", "--json"]).done().json()["progress"], json!([]));
    office.bps(&["check"]).done();
    office.bps(&attached).done();
}

#[test]
fn another_governments_paper_does_not_take_the_years_place() {
    let office = Office::with_plan();
    office.bps(&entry(&["--text", "演出"])).done();
    let shown = office.bps(&["task", "show", "5", "--json"]).done().json();
    let text = fs_err::read_to_string(paper()).unwrap();
    for other in ["深圳市福田区", "深圳市盐田新区", "北京市东城区"] {
        let file = office.file("other.txt", text.replace("深圳市盐田区", other).as_bytes());
        let refused = office.bps(&["paper", "import", &file]).refused("已有另一文本");
        assert!(
            refused
                .err
                .contains(&format!("发布机构：在用的是“深圳市盐田区人民政府”，文件中是“{other}人民政府”"))
        );
    }
    assert_eq!(office.bps(&["task", "show", "5", "--json"]).done().json(), shown);
}
