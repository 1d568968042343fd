//! What stands above the first section, and the sections: titles, issuers, years and days in the ways that papers and
//! the pages that carry them write these.
#![allow(clippy::unwrap_used, reason = "tests")]

mod covering;

use domain::plan::RecordKind;
use paper::ProblemReason as P;

const TITLE: &str = "青溪县人民政府2019年度公共服务白皮书";
const BODY: &str = "\
一、概况
面积312平方公里。
二、2019年度任务
总体目标 |
工作任务 |
目标及进度 |
责任部门 | ||
民生 |
(一)敬老。 |
目标:甲。 第一季度:乙。 |
民政局 | |||
三、监督
电话:12345。
";

fn read(text: &str) -> paper::Reading {
    let reading = paper::read(text.as_bytes()).unwrap();
    covering::holds(text.as_bytes(), &reading);
    reading
}

/// Above the body: title, issuer, day, preface, and what must be looked at.
fn check(front: &str, expected: (&str, &str, Option<&str>), preface: &[&str], problems: &[P]) {
    let reading = read(&format!("{front}{BODY}"));
    let plan = &reading.plan;
    let day = plan.published_on().map(|day| day.to_string());
    assert_eq!((plan.title(), plan.issuer(), day.as_deref()), expected, "{front}");
    assert_eq!(plan.preface, preface, "{front}");
    assert_eq!(plan.year, 2019, "{front}");
    let found: Vec<_> = reading.problems.iter().map(|problem| problem.reason).collect();
    assert_eq!(found, problems, "{front}");
}

const ISSUER: &str = "青溪县人民政府";

#[test]
fn titles() {
    let record = "发布机构:青溪县人民政府\n发布日期:2019-03-20\n";
    let all = (TITLE, ISSUER, Some("2019-03-20"));
    for title in [
        format!("名 称:{TITLE}\n"),
        "名 称:青溪县人民政府\n2019年度公共服务白皮书\n".to_owned(),
        format!("名 称:\n{TITLE}\n"),
        format!("{TITLE}\n"),
        format!("{TITLE}\n名称:{TITLE}\n"),
        "青溪县人民政府\n2019年度公共服务白皮书\n".to_owned(),
        "青溪县人民政府\n\n2019年度\n公共服务白皮书\n".to_owned(),
    ] {
        check(&format!("{record}{title}现予公布。\n"), all, &["现予公布。"], &[]);
        check(&format!("{title}{record}现予公布。\n"), all, &["现予公布。"], &[]);
    }
    // The paper's own name goes before that of the notice that carries it.
    let notice = format!("青溪县人民政府关于印发《{TITLE}》的通知\n各镇:\n现予印发。\n{TITLE}\n");
    let reading = read(&format!("{record}{notice}{BODY}"));
    assert_eq!(reading.plan.title(), TITLE);
    let year = "青溪县人民政府公共服务白皮书\u{FF08}2019\u{FF09}";
    check(&format!("{record}名称:{year}\n"), (year, ISSUER, Some("2019-03-20")), &[], &[]);
}

#[test]
fn issuers() {
    let elsewhere = &[P::IssuerElsewhere];
    check(&format!("{TITLE}\n"), (TITLE, ISSUER, None), &[], elsewhere);
    check(&format!("发布机构:\n名称:{TITLE}\n"), (TITLE, ISSUER, None), &[], elsewhere);
    let other = "2019年度公共服务白皮书";
    let signed = format!("{other}\n现予公布。\n青溪县人民政府\n2019年3月12日\n");
    check(&signed, (other, ISSUER, None), &["现予公布。", "青溪县人民政府", "2019年3月12日"], elsewhere);
    check(&format!("{other}\n"), (other, "", None), &[], &[P::NoIssuer]);
}

#[test]
fn days() {
    let with = |record: &str| format!("发文机关:青溪县人民政府\n标题:{TITLE}\n{record}");
    let day = |day| (TITLE, ISSUER, Some(day));
    check(&with("成文日期:2019年3月12日\n"), day("2019-03-12"), &[], &[P::OtherDay]);
    check(&with("成文日期:2019年3月12日\n发布日期:2019/3/20\n"), day("2019-03-20"), &[], &[]);
    let both = "发布时间:2019-03-20 10:22 来源:县政府办 浏览次数:13\n发布日期:2019年3月20日\n";
    check(&with(both), day("2019-03-20"), &[], &[]);
    check(&with("发布日期:2019-03-20\n发布时间:2019-03-21\n"), day("2019-03-20"), &[], &[P::RecordAgain]);
}

#[test]
fn other_records() {
    let front = format!(
        "当前位置\u{FF1A}首页 > 政务公开 > 白皮书\n{}\n| 索引号 | QX-1 | 主题分类 | 民生 |\n| 发文机关 | 青溪县人民政府 | 发文字号 | 青政发1号 |\n公开范围:全社会\n废止日期:\n标题:{TITLE}\n",
        "为方便公众查阅".repeat(12),
    );
    let reading = read(&format!("{front}{BODY}"));
    let value = |kind| reading.plan.record_value(kind).unwrap_or_default();
    assert_eq!(value(RecordKind::IndexNo), "QX-1");
    assert_eq!(value(RecordKind::Category), "民生");
    assert_eq!(value(RecordKind::DocumentNo), "青政发1号");
    assert_eq!((reading.plan.issuer(), reading.plan.title()), (ISSUER, TITLE));
    assert_eq!(reading.plan.preface, [""; 0]);
    let found: Vec<_> = reading.problems.iter().map(|problem| (problem.line, problem.reason)).collect();
    assert_eq!(found, [(2, P::RecordLine)]);
}

#[test]
fn sections() {
    let front = format!("发布机构:青溪县人民政府\n名称:{TITLE}\n");
    let check = |body: &str| {
        let reading = read(&format!("{front}{body}"));
        let numbers: Vec<_> = reading.plan.sections.iter().map(|section| section.number).collect();
        let paragraphs: Vec<_> =
            reading.plan.sections.iter().map(|section| section.paragraphs.join("/")).collect();
        assert_eq!(numbers, [1, 2, 3], "{body}");
        assert_eq!(paragraphs, ["面积312平方公里。", "", "电话:12345。"], "{body}");
        reading
    };
    let renumbered = |one: fn(&str) -> String| {
        ["一", "二", "三"].iter().fold(BODY.to_owned(), |text, n| text.replace(&format!("{n}、"), &one(n)))
    };
    assert_eq!(check(&renumbered(|n| format!("{n}."))).problems, []);
    assert_eq!(check(&renumbered(|n| format!("第{n}部分 "))).problems, []);
    let contents = "目录\n一、概况\u{2026}\u{2026}\u{2026}1\n二、2019年度任务......2\n三、监督\t12\n";
    let reading = check(&format!("{contents}{BODY}"));
    assert_eq!((reading.problems.len(), reading.plan.preface.len()), (0, 4));
    // Page numbers are no paragraphs.
    let reading = check(&format!("\u{2014} 1 \u{2014}\n{BODY}- 2 -\n"));
    let found: Vec<_> = reading.problems.iter().map(|problem| problem.reason).collect();
    assert_eq!(found, [P::PageMark; 2]);
}

#[test]
fn traditional_characters() {
    let text = "發佈機構\u{FF1A}海州市雲臺區人民政府\n發佈日期\u{FF1A}2019-03-20\n名稱\u{FF1A}海州市雲臺區2019年度公共服務白皮書\n一、任務\n總體目標 |\n工作任務 |\n目標及進度 |\n責任部門 | ||\n民生 |\n\u{FF08}一\u{FF09}敬老。 |\n目標\u{FF1A}甲。 第一季度\u{FF1A}乙。 |\n教育處 財政辦 | |||\n";
    let reading = read(text);
    assert_eq!(reading.problems, []);
    let plan = &reading.plan;
    assert_eq!(plan.issuer(), "海州市雲臺區人民政府");
    assert_eq!(plan.columns, ["總體目標", "工作任務", "目標及進度", "責任部門"]);
    let task = plan.tasks().next().unwrap();
    assert_eq!(task.objective.as_deref(), Some("甲。"));
    assert_eq!(task.departments, ["教育處", "財政辦"]);
}

#[test]
fn characters_without_width() {
    let text = format!("\u{FEFF}发布机构:青溪县人民政府\n名称:{TITLE}\n{BODY}");
    let text = text.replace("第一", "\u{200B}第一").replace("民政局", "民政局\u{200B}");
    let reading = read(&text);
    let found: Vec<_> = reading.problems.iter().map(|problem| problem.reason).collect();
    assert_eq!(found, [P::StrayCharacter; 2]);
    let task = reading.plan.tasks().next().unwrap();
    assert_eq!(task.milestones[0].as_deref(), Some("乙。"));
    assert_eq!(task.departments, ["民政局"]);
}
