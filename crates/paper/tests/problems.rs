//! Each fault of a paper alone: what is said of it, at which line. The control is the sound paper, of which nothing is.
#![allow(clippy::unwrap_used, reason = "tests")]

mod covering;

use paper::{ProblemReason as P, Refusal};

const SOUND: &str = "\
索 引 号:1-2
发布机构:甲区人民政府
发布日期:2013-04-17
名 称:甲区2013年度公共服务白皮书
现予公布。
一、任务
总体目标 |
工作任务 |
目标及进度 |
责任部门 | ||
民生保障 |
(一)敬老。 |
目标:办食堂20家。 第一季度:5家。 第二季度:5家。 第三季度:5家。 第四季度:5家。 |
民政局 财政局 | ||
(二)助残。 |
目标:培训300人。 第一季度:50人。 第二季度:100人。 |
残联 教育局 | |||
总体目标 |
工作任务 |
目标及进度 |
责任部门 | ||
民生保障 |
(二)助残。 |
第三季度:100人。 第四季度:50人。 |
残联 教育局 | ||
经济发展 |
(三)修路。 |
目标:修路3公里。 第一季度:3公里。 |
交通局 |
二、监督
电话:12345。";

/// The sound paper with one passage replaced has exactly these problems.
fn check(passage: &str, replacement: &str, expected: &[(usize, &str, P)]) {
    assert!(SOUND.contains(passage), "{passage}");
    let text = SOUND.replacen(passage, replacement, 1);
    let reading = paper::read(text.as_bytes()).unwrap();
    covering::holds(text.as_bytes(), &reading);
    let found: Vec<_> = reading.problems.iter().map(|p| (p.line, p.text.as_str(), p.reason)).collect();
    assert_eq!(found, expected, "{passage:?} -> {replacement:?}");
}

#[test]
fn a_sound_paper_has_none() {
    check("", "", &[]);
}

#[test]
fn in_the_record() {
    check("发布机构:甲区人民政府\n", "", &[(1, "", P::NoIssuer)]);
    check("名 称:甲区2013年度公共服务白皮书\n", "", &[(1, "", P::NoTitle), (1, "", P::NoYear)]);
    check("2013年度公共", "公共", &[(4, "甲区公共服务白皮书", P::NoYear)]);
    check("2013-04-17", "四月", &[(3, "四月", P::NoPublicationDay)]);
    check("发布日期", "一行文字\n发布日期", &[(3, "一行文字", P::RecordLine)]);
    check("发布日期", "发布单位:乙\n发布日期", &[(3, "发布单位:乙", P::RecordAgain)]);
}

#[test]
fn in_the_numbering() {
    check("(三)修路", "(四)修路", &[(27, "(四)修路。", P::NumberGap { expected: 3 })]);
    check("(三)修路", "(二)修路", &[(27, "(二)修路。", P::NumberAgain)]);
    check(
        "(一)敬老",
        "(三)敬老",
        &[
            (12, "(三)敬老。", P::NumberGap { expected: 1 }),
            (15, "(二)助残。", P::NumberGap { expected: 4 }),
            (27, "(三)修路。", P::NumberAgain),
        ],
    );
    check("二、监督", "一、监督", &[(30, "一、监督", P::SectionOrder)]);
    check("(三)修路。", "(三)", &[(27, "(三)", P::NoTaskTitle)]);
}

#[test]
fn in_a_continuation() {
    let again = "||\n民生保障 |\n(二)助残。 |\n第三季度:100人。 第四季度:50人。 |\n残联 教育局 | ||";
    let with = |from: &str, to: &str| again.replacen(from, to, 1);
    check(again, &with("民生保障", "民生"), &[(22, "民生", P::RepetitionDiffers)]);
    check(again, &with("助残", "扶残"), &[(23, "扶残。", P::RepetitionDiffers)]);
    check(again, &with("教育局", "体育局"), &[(25, "体育局", P::RepetitionDiffers)]);
    check(again, &with(" 教育局", ""), &[(25, "残联", P::RepetitionDiffers)]);
    check(again, &with("第三季度:", "第二季度:100人。 第三季度:"), &[]);
    check(again, &with("第三季度:100人", "第二季度:90人"), &[(24, "第二季度:90人。", P::QuarterAgain)]);
    check(again, &with("第三季度", "目标:其他。 第三季度"), &[(24, "目标:其他。", P::ObjectiveAgain)]);
    check(
        "责任部门 | ||\n民生保障 |\n(二)",
        "责任单位 | ||\n民生保障 |\n(二)",
        &[(21, "责任单位", P::HeadDiffers)],
    );
}

#[test]
fn in_a_cell() {
    check("第二季度:5家", "上半年:5家", &[(13, "上半年:5家。", P::UnknownLabel)]);
    check("目标:办", "另外。 目标:办", &[(13, "另外。", P::NoLabel)]);
    check("第二季度:5家。", "第二季度:", &[(13, "第二季度:", P::EmptyLabel)]);
    check(
        "第二季度:5家。 第三季度:5家。",
        "第三季度:5家。 第二季度:5家。",
        &[(13, "第二季度:", P::QuarterOrder)],
    );
    check("第一季度:3公里。", "", &[(27, "(三)修路。", P::NoMilestones)]);
    check("民政局 财政局", "", &[(12, "(一)敬老。", P::NoDepartments)]);
    check("民政局 财政局", "民政局 财政局 民政局", &[(14, "民政局", P::DepartmentAgain)]);
    check("民政局 财政局", "民政局 由财政局负责;配合:教育局", &[(14, "配合:", P::DepartmentRole)]);
    check(
        "3公里",
        "3\u{FFFD}公里",
        &[(28, "目标:修路3\u{FFFD}公里。 第一季度:3公里。 |", P::StrayCharacter)],
    );
    check("修路3公里", "修路3\n0公里", &[(28, "修路3\n0公里。", P::BrokenWord)]);
    check("修路3公里", "修路\n3公里", &[]);
}

#[test]
fn between_the_rows() {
    check("(二)助残", "多余的一行\n(二)助残", &[(15, "多余的一行", P::ExtraCell)]);
    check("经济发展", "多余的一行不属于任何格\n经济发展", &[(26, "多余的一行不属于任何格", P::StrayLine)]);
    check("经济发展", "经济发展\n(共1项)", &[(26, "经济发展\n(共1项)", P::GoalOverLines)]);
    let head = "总体目标 |\n工作任务 |\n目标及进度 |\n责任部门 | ||\n经济发展";
    check("经济发展", &format!("(二)经济发展类\n{head}"), &[(26, "(二)经济发展类", P::StrayLine)]);
    check("经济发展", "经济\n发展", &[(26, "经济\n发展", P::GoalOverLines)]);
    check("经济发展", "- 3 -\n经济发展", &[(26, "- 3 -", P::PageMark)]);
    check(
        "经济发展 |",
        "民生 |\n(三)中间。 |\n第一季度:甲。 |\n教育局 |\n民生保障 |",
        &[(30, "民生保障", P::GoalAgain), (31, "(三)修路。", P::NumberAgain)],
    );
    check(
        "(三)",
        "(三",
        &[
            (26, "经济发展", P::ExtraCell),
            (27, "(三修路。", P::ExtraCell),
            (28, "目标:修路3公里。 第一季度:3公里。", P::ExtraCell),
            (29, "交通局", P::ExtraCell),
        ],
    );
    check("教育局 | |||", "教育局 | 备注 | |||", &[(17, "备注", P::ExtraCell)]);
    let head = "总体目标 |\n工作任务 |\n目标及进度 |\n责任部门 | ||\n";
    check(
        &format!("{head}民生保障 |\n(一)"),
        "(一)",
        &[
            (7, "(一)敬老。 |", P::NoHead),
            (7, "(一)敬老。", P::NoGoal),
            (17, "民生保障", P::RepetitionDiffers),
        ],
    );
}

#[test]
fn in_what_is_missing() {
    check(
        "目标:办食堂20家。 第一季度:5家。 第二季度:5家。 第三季度:5家。 第四季度:5家。 |\n",
        "",
        &[(12, "(一)敬老。", P::NoProgress)],
    );
    check("第三季度:100人。 第四季度:50人。 |\n", "", &[(23, "(二)助残。", P::NoProgress)]);
    check("民政局 财政局 | ||\n", "", &[(12, "(一)敬老。", P::NoDepartments)]);
    check("残联 教育局 | ||\n经济发展", "经济发展", &[(23, "(二)助残。", P::NoDepartments)]);
    check("民政局 财政局", "多余的文字\n民政局 财政局", &[(14, "多余的文字", P::OddDepartment)]);
    check(
        "残联 教育局 | ||\n经济发展",
        "残联 教育局 | ||\n残联 教育局 | ||\n经济发展",
        &[(26, "残联 教育局", P::ExtraCell)],
    );
    check("工作任务 |\n", "工作任务 |\n工作任务 |\n", &[(9, "工作任务", P::HeadDiffers)]);
}

#[test]
fn a_lost_bar_loses_no_task() {
    check("民生保障 |\n(一)", "民生保障\n(一)", &[]);
    check("(一)敬老。 |", "(一)敬老。", &[]);
    check("民政局 财政局 | ||", "民政局 财政局", &[]);
    check("第四季度:50人。 |\n残联", "第四季度:50人。\n残联", &[]);
    check("交通局 |\n", "交通局\n", &[]);
    check("教育局 | |||\n", "教育局\n", &[]);
}

#[test]
fn refusals() {
    let table = &SOUND[SOUND.find("总体目标").unwrap()..];
    for (bytes, expected) in [
        (Vec::new(), "文件是空的"),
        (b" \r\n\t".to_vec(), "文件是空的"),
        (b"%PDF-1.7 ...".to_vec(), "PDF"),
        (b"PK\x03\x04....".to_vec(), "Word"),
        (b"\xD0\xCF\x11\xE0....".to_vec(), "旧版"),
        (format!("<html><body>{table}").into_bytes(), "网页"),
        (b"\x00\x01\x02\x03\x04".to_vec(), "不是文字"),
        ([table.as_bytes(), b"\0"].concat(), "第25行"),
        ("今天天气很好。".into(), "没有找到工作任务表"),
        ("总体目标 |\n工作任务 |\n目标及进度 |\n责任部门 |\n民生保障 |".into(), "第1行有任务表的表头"),
        ("| 事项 | 说明 |\n| (一)甲 | 乙 |".into(), "没有找到工作任务表"),
        (b"\x81".to_vec(), "GB18030"),
        (b"\xB1\xED\n\x80".to_vec(), "第2行\u{FF08}第3字节处\u{FF09}"),
        ([SOUND.as_bytes(), b"\xE4\xB8"].concat(), "第31行\u{FF08}第780字节处\u{FF09}的字节不是有效的UTF-8"),
        (
            [
                b"\xFF\xFE",
                "表格\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().as_slice(),
                b"\x00\xD8a\0",
            ]
            .concat(),
            "第2行\u{FF08}第8字节处\u{FF09}的字节不是有效的UTF-16",
        ),
    ] {
        let refusal = paper::read(&bytes).unwrap_err();
        assert!(refusal.to_string().contains(expected), "{refusal}");
    }
    assert!(paper::read(SOUND.as_bytes()).is_ok());
    assert!(matches!(paper::read(&vec![b'a'; 65 * 1_048_576]), Err(Refusal::TooLarge { .. })));
}
