//! A white paper of any size: the tasks of 2013 over and over, numbered on, in the form that is published.

use serde_json::Value;

/// The text of a paper of `tasks` tasks, made of what `bps paper read --json` tells of a real one.
///
/// # Errors
/// When that is not a plan with tasks.
pub(crate) fn of(read: &str, tasks: u32) -> Result<String, String> {
    let plan: Value = serde_json::from_str(read).map_err(|error| error.to_string())?;
    let goals = plan["goals"].as_array().ok_or("no goals in what bps has read")?;
    let count: usize = goals.iter().map(|goal| goal["tasks"].as_array().map_or(0, Vec::len)).sum();
    if count == 0 {
        return Err("no tasks in what bps has read".to_owned());
    }
    let mut text = String::from(HEAD);
    let mut number = 0;
    'paper: loop {
        for goal in goals {
            for (place, task) in goal["tasks"].as_array().into_iter().flatten().enumerate() {
                if number == tasks {
                    break 'paper;
                }
                number += 1;
                if place == 0 {
                    text.push_str(&format!("{} |\n", goal["name"].as_str().unwrap_or_default()));
                }
                text.push_str(&row(number, task));
            }
        }
    }
    text.push_str(TAIL);
    Ok(text)
}

const HEAD: &str = "索 引 号:043000-10-2013-006011\n分 类:公共服务白皮书专辑\n发布机构:深圳市盐田区人民政府\n\
    发布日期:2013-04-17 00:00\n名 称:深圳市盐田区人民政府2013年度公共服务白皮书\n文 号:\n主 题 词:\n\
    一、盐田区概况\n盐田区成立于1998年3月。\n二、2012年度白皮书工作任务完成情况\n全部完成。\n\
    三、2013年度白皮书工作任务目标\n总体目标 |\n工作任务 |\n目标及进度 |\n责任部门 | ||\n";

const TAIL: &str = "四、公众参与及监督渠道\n拨打投诉举报电话。\n";

/// Three cells, as a task stands in the published table.
fn row(number: u32, task: &Value) -> String {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut progress = vec![format!("目标:{}", word(&task["objective"]))];
    for (quarter, milestone) in task["milestones"].as_array().into_iter().flatten().enumerate() {
        if let Some(milestone) = milestone.as_str() {
            progress.push(format!("第{}季度:{milestone}", ["一", "二", "三", "四"][quarter % 4]));
        }
    }
    let departments: Vec<String> = task["departments"].as_array().into_iter().flatten().map(word).collect();
    format!(
        "({}){} |\n{} |\n{} | |||\n",
        numeral(number),
        word(&task["title"]),
        progress.join(" "),
        departments.join(" ")
    )
}

/// 1 to 99 999 as it is written: 十, 二十, 一百零一, 二万.
fn numeral(number: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    const PLACES: [(u32, &str); 5] = [(10_000, "万"), (1_000, "千"), (100, "百"), (10, "十"), (1, "")];
    let mut text = String::new();
    let mut gap = false;
    for (value, place) in PLACES {
        let digit = (number / value % 10) as usize;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        // 十二, but 一百一十二.
        if !(value == 10 && digit == 1 && text.is_empty()) {
            text.push_str(DIGITS[digit]);
        }
        text.push_str(place);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_written_as_in_papers() {
        for (number, words) in [
            (1, "一"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (101, "一百零一"),
            (110, "一百一十"),
            (112, "一百一十二"),
            (2_000, "二千"),
            (2_005, "二千零五"),
            (10_010, "一万零一十"),
            (20_000, "二万"),
        ] {
            assert_eq!(numeral(number), words);
        }
    }

    #[test]
    fn tasks_go_on_in_order() -> Result<(), String> {
        let read = r#"{"goals":[{"name":"民生","tasks":[{"title":"一事。","objective":"甲。","milestones":["乙;",null],
            "departments":["教育局","民政局"]}]}]}"#;
        let text = of(read, 2)?;
        assert!(text.contains("民生 |\n(一)一事。 |\n目标:甲。 第一季度:乙; |\n教育局 民政局 | |||\n"));
        assert!(text.contains("(二)一事。"));
        assert!(!text.contains("(三)"));
        Ok(())
    }
}
