//! The next year's paper is looked at before it is put in force: what goes on, what is new, what is carried over.

#![allow(clippy::unwrap_used, reason = "tests")]

mod desks;

use desks::{Bureau, PAPER};

/// The paper of 2013 as that of another year, in which 文体局 is called otherwise.
fn paper_of(year: &str, department: &str) -> Vec<u8> {
    let text = std::str::from_utf8(PAPER).unwrap();
    text.replace("2013", year).replace("文体局", department).into_bytes()
}

#[test]
fn what_is_taken_over_is_told_before_the_paper_is_put_in_force() {
    let mut bureau = Bureau::on("2014-04-18");
    let same = bureau.desk.preview_paper("p.txt", PAPER).unwrap();
    assert!(same.taken_over.is_none(), "nothing would be put in force");
    let next = paper_of("2014", "文旅局");
    let told = bureau.desk.preview_paper("p.txt", &next).unwrap().taken_over.unwrap();
    assert_eq!(told.new, ["文旅局"]);
    assert!(
        told.known.iter().any(|name| name == "教育局") && !told.known.iter().any(|name| name == "文体局")
    );
    let says = told.sentences.concat();
    for part in ["新增1个\u{FF1A}文旅局", "1名经办人员", "工作日历已有", "暂有80个季度目标"]
    {
        assert!(says.contains(part), "{part} in {says}");
    }
    bureau.desk.close_round("2013Q4", None).unwrap();
    bureau.go_to("2014-04-19");
    let told = bureau.desk.preview_paper("p.txt", &next).unwrap().taken_over.unwrap();
    assert!(told.sentences.concat().contains("2013年度结转80个季度目标"), "{:?}", told.sentences);
    // As told, so it is.
    let before = bureau.desk.settings().unwrap().departments.len();
    bureau.desk.import_paper("p.txt", &next).unwrap();
    assert_eq!(bureau.desk.settings().unwrap().departments.len(), before + 1);
}

#[test]
fn a_renamed_department_is_known_by_its_new_name() {
    let bureau = Bureau::on("2013-12-02");
    let boxes = app::wire::change::OrganisationBoxes {
        kind: "renamed".to_owned(),
        before: vec!["文体局".to_owned()],
        after: vec!["文旅局".to_owned()],
        effective: "2013-12-01".to_owned(),
        basis: "深编〔2013〕9号".to_owned(),
        ..Default::default()
    };
    bureau.desk.change_organisation(&boxes).unwrap();
    let told = bureau.desk.preview_paper("p.txt", &paper_of("2014", "文旅局")).unwrap().taken_over.unwrap();
    assert!(told.new.is_empty(), "{:?}", told.new);
    // Of a year that is not the last one nothing is carried.
    let later = bureau.desk.preview_paper("p.txt", &paper_of("2016", "文旅局")).unwrap().taken_over.unwrap();
    assert!(later.sentences.concat().contains("没有结转"));
}
