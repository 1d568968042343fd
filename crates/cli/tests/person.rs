//! People, roles and PINs on the command line.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use office::{Office, Said, paper};

/// Runs with these variables set.
fn with(office: &Office, variables: &[(&str, &str)], arguments: &[&str]) -> Said {
    let mut command = office.command("store");
    command.envs(variables.iter().copied()).stdin(std::process::Stdio::null());
    office::said(command.args(arguments).output().unwrap())
}

#[test]
fn roles_and_pins_hold_on_the_command_line() {
    let office = Office::with_plan();
    for name in ["张某", "李某", "王某"] {
        office.bps(&["person", "add", name]).done();
    }
    office.bps(&["person", "grant", "李某", "--roles", "填报"]).refused("首次授权");
    office.bps(&["person", "grant", "张某", "--roles", "管理,审核"]).done();
    office.bps(&["--by", "李某", "person", "grant", "李某", "--roles", "管理"]).refused("请由张某办理");
    office.bps(&["--by", "张某", "person", "grant", "李某", "--roles", "填报"]).done();
    let add = ["--by", "李某", "progress", "add", "--task", "5", "--quarter", "1", "--department", "文体局"];
    let add: Vec<_> = add.into_iter().chain(["--claim", "done", "--text", "演出12场"]).collect();
    office.bps(&["--by", "张某", "paper", "import", &paper()]).refused("需要督查角色");
    // The first PIN of the office brings its recovery sheet.
    let sheet = office.path("sheet.pdf").display().to_string();
    let pin = ["--by", "李某", "person", "pin", "李某", "-o", &sheet, "--json"];
    with(&office, &[], &pin).refused("BPS_NEW_PIN");
    with(&office, &[("BPS_NEW_PIN", "1234")], &pin).refused("连号");
    let set = with(&office, &[("BPS_NEW_PIN", "2580")], &pin).done().json();
    let code = set["recovery_code"].as_str().unwrap().to_owned();
    assert!(fs_err::read(&sheet).unwrap().starts_with(b"%PDF"));
    // Reading asks for none, writing does.
    with(&office, &[], &["--by", "李某", "task", "list"]).done();
    with(&office, &[], &add).refused("需要李某的 PIN");
    with(&office, &[("BPS_PIN", "2581")], &add).refused("不对");
    with(&office, &[("BPS_PIN", "2580")], &add).done();
    // Lost: by the sheet, which is used up.
    let recover = ["person", "recover", "李某", "--json"];
    with(&office, &[("BPS_RECOVERY", "AAAA"), ("BPS_NEW_PIN", "1379")], &recover).refused("恢复码不对");
    let variables = [("BPS_RECOVERY", code.as_str()), ("BPS_NEW_PIN", "1379")];
    let next = with(&office, &variables, &recover).done().json();
    assert_ne!(next["recovery_code"].as_str().unwrap(), code);
    with(&office, &variables, &recover).refused("恢复码不对");
    let listed = office.bps(&["person", "list"]).done().out;
    assert!(listed.contains("李某\u{3000}填报\u{3000}已设 PIN"), "{listed}");
    assert!(listed.contains("张某\u{3000}审核、管理\u{3000}未设 PIN"), "{listed}");
}

#[test]
fn a_handover_prints_and_ends() {
    let office = Office::with_plan();
    office.bps(&["person", "add", "李某"]).done();
    office.bps(&["person", "add", "王某", "--title", "科员"]).done();
    let sheet = office.path("handover.pdf").display().to_string();
    let over =
        ["--by", "张某", "person", "handover", "李某", "--to", "王某", "--on", "2020-01-31", "-o", &sheet];
    let said = office.bps(&over).done();
    assert!(said.out.contains("工作交接单"), "{}", said.out);
    assert!(fs_err::read(&sheet).unwrap().starts_with(b"%PDF"));
    let listed = office.bps(&["person", "list"]).done().out;
    assert!(listed.contains("至2020-01-31"), "{listed}");
    let revisions = |office: &Office| office.bps(&["check", "--json"]).done().out;
    let before = revisions(&office);
    // Printed again: the same, and nobody is ended twice.
    office.bps(&over).done();
    assert_eq!(revisions(&office), before);
    office.bps(&["--by", "李某", "person", "add", "赵某"]).refused("已于2020-01-31结束");
}
