//! Scans of instructions and files of supervision steps: what they say of personal data, and that a refusal stores nothing.

#![allow(clippy::unwrap_used, reason = "tests")]

mod desks;

use app::files::Attached;
use app::wire::chase::{InstructionBoxes, StepBoxes, SupervisionBoxes};
use app::wire::entry::BoxEvidence;
use desks::Bureau;
use std::path::{Path, PathBuf};

fn instruction(scan: Vec<BoxEvidence>) -> InstructionBoxes {
    InstructionBoxes {
        task: "5".to_owned(),
        leader: "王某".to_owned(),
        on: "2013-05-02".to_owned(),
        words: "抓紧落实".to_owned(),
        department: "文体局".to_owned(),
        scan,
        ..InstructionBoxes::default()
    }
}

fn item(files: Vec<BoxEvidence>) -> SupervisionBoxes {
    SupervisionBoxes {
        task: "5".to_owned(),
        requirement: "补足展览".to_owned(),
        department: "文体局".to_owned(),
        due: "2013-05-31".to_owned(),
        files,
        ..SupervisionBoxes::default()
    }
}

fn received(files: Vec<BoxEvidence>) -> StepBoxes {
    StepBoxes { stage: "received".to_owned(), files, ..StepBoxes::default() }
}

/// A file as the window adds it: stored, and answered for.
fn added(bureau: &Bureau, name: &str, holds: Option<bool>) -> BoxEvidence {
    let mut one = bureau.desk.add_bytes(name, name.as_bytes()).added.remove(0);
    if let BoxEvidence::File { personal, .. } = &mut one {
        *personal = holds;
    }
    one
}

/// Names and answers, and that each file opens as it was stored.
fn told(bureau: &Bureau, folder: &Path, files: &[BoxEvidence]) -> Vec<(String, Option<bool>)> {
    let one = |file: &BoxEvidence| {
        let BoxEvidence::File { sha256, name, personal, .. } = file else { panic!("{file:?}") };
        let copy = bureau.desk.copy_to_view(sha256, name, folder).unwrap();
        assert_eq!(fs_err::read(copy).unwrap(), name.as_bytes());
        (name.clone(), *personal)
    };
    files.iter().map(one).collect()
}

fn attachments(bureau: &Bureau) -> u32 {
    bureau.desk.store_view().unwrap().attachments
}

#[test]
fn files_added_in_dialogs_stand_with_what_they_were_added_to() {
    let (bureau, folder) = (Bureau::on("2013-05-03"), tempfile::tempdir().unwrap());
    let scan = added(&bureau, "批示.pdf", Some(true));
    let made = bureau.desk.add_instruction(None, &instruction(vec![scan]), &Attached::default()).unwrap();
    assert_eq!(told(&bureau, folder.path(), &made.scan), [("批示.pdf".to_owned(), Some(true))]);
    let letter = added(&bureau, "交办函.pdf", Some(false));
    bureau.desk.assign_supervision(None, &item(vec![letter]), &Attached::default()).unwrap();
    let receipt = added(&bureau, "回执.png", Some(false));
    bureau.desk.step_supervision(None, "1", &received(vec![receipt]), &Attached::default()).unwrap();
    let steps = &bureau.desk.supervision_items(None, None, false).unwrap()[0].steps;
    let names: Vec<_> = steps.iter().map(|step| told(&bureau, folder.path(), &step.files)).collect();
    assert_eq!(names[0], [("交办函.pdf".to_owned(), Some(false))]);
    assert_eq!(names[1], [("回执.png".to_owned(), Some(false))]);
}

#[test]
fn without_an_answer_about_personal_data_nothing_is_recorded() {
    let bureau = Bureau::on("2013-05-03");
    let none = Attached::default();
    let mute = || vec![added(&bureau, "批示.pdf", None)];
    let refused = [
        bureau.desk.add_instruction(None, &instruction(mute()), &none).unwrap_err(),
        bureau.desk.assign_supervision(None, &item(mute()), &none).unwrap_err(),
    ];
    bureau.desk.assign_supervision(None, &item(Vec::new()), &none).unwrap();
    let step = bureau.desk.step_supervision(None, "1", &received(mute()), &none).unwrap_err();
    for one in refused.iter().chain([&step]) {
        assert_eq!(one.code(), "personal_unanswered");
        assert!(one.text().contains("批示.pdf") && one.text().contains("个人信息"), "{}", one.text());
    }
    assert!(bureau.desk.instructions(None, None).unwrap().is_empty());
    assert_eq!(bureau.desk.supervision_items(None, None, false).unwrap()[0].stage, "assigned");
}

#[test]
fn files_by_their_paths_take_the_answer_and_a_wrong_one_stores_none() {
    let (bureau, folder) = (Bureau::on("2013-05-03"), tempfile::tempdir().unwrap());
    let good = folder.path().join("批示.txt");
    fs_err::write(&good, "scan").unwrap();
    let with = |paths: Vec<PathBuf>, personal| Attached { paths, personal };
    let wrong = [
        (folder.path().join("没有.pdf"), "没有这个文件"),
        (folder.path().to_owned(), "是文件夹"),
        #[cfg(unix)]
        (PathBuf::from("/dev/null"), "不是普通文件"),
    ];
    let before = attachments(&bureau);
    for (path, why) in wrong {
        let attached = with(vec![good.clone(), path], false);
        for refused in [
            bureau.desk.add_instruction(None, &instruction(Vec::new()), &attached).unwrap_err(),
            bureau.desk.assign_supervision(None, &item(Vec::new()), &attached).unwrap_err(),
        ] {
            assert!(refused.text().contains(why), "{}", refused.text());
        }
    }
    assert_eq!(attachments(&bureau), before);
    let made =
        bureau.desk.add_instruction(None, &instruction(Vec::new()), &with(vec![good.clone()], true)).unwrap();
    assert!(matches!(&made.scan[..], [BoxEvidence::File { personal: Some(true), .. }]));
    let made = bureau.desk.assign_supervision(None, &item(Vec::new()), &with(vec![good], false)).unwrap();
    assert!(matches!(&made.steps[0].files[..], [BoxEvidence::File { personal: Some(false), .. }]));
}
