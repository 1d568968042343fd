//! Words against each other: the same works called differently in two quarters, and works that the title starts late.
//!
//! Both are for a person to look at. So little is taken for a drift that two different things are hardly ever one: between
//! quarters only, with nearly all characters the same, and never where one quarter uses both names.

use super::{Remark, RemarkKind, Severity, quarter_words};
use crate::indicator::{Part, Place, clauses, without_verbs};
use crate::period::Quarter;
use crate::plan::Task;
use std::ops::Range;

/// What kind of a place something is: where only this differs, the place is most likely the same.
const PLACES: &str = "站点所室处厅店亭库园馆院区带廊社";
/// Numbers, sides and ages tell things apart.
const TELLING: &str =
    "零一二三四五六七八九十百千万两首半甲乙丙丁东西南北中上下前后左右内外新老旧大小高低初男女春夏秋冬";
/// So many characters before and behind the difference are the same.
const AROUND_REPLACED: (usize, usize) = (4, 0);
const AROUND_DROPPED: (usize, usize) = (2, 4);
const DROPPED_CHARS_MAX: usize = 2;

const STARTING: [&str; 4] = ["启动", "开工", "动工", "开建"];
const WORKS: [&str; 6] = ["建设", "工程", "项目", "工作", "施工", "改造"];
/// A works' name is found again by its end: 盐田中央公园 is 中央公园 in a quarter.
const NAME_CHARS: usize = 4;
const NAME_CHARS_MIN: usize = 3;

/// What a task's words say to each other.
pub(super) fn of_task(task: &Task, remarks: &mut Vec<Remark>) {
    names_differ(task, remarks);
    starts_late(task, remarks);
}

/// A name that a quarter uses.
struct Named<'a> {
    quarter: Quarter,
    name: &'a str,
    span: Range<usize>,
}

/// The runs of Chinese characters and brackets of every quarter, without the verbs that open them.
fn named(task: &Task) -> Vec<Named<'_>> {
    let is_apart = |c: char| !matches!(c, '\u{4E00}'..='\u{9FFF}' | '(' | ')' | '（' | '）');
    let mut all = Vec::new();
    for quarter in Quarter::ALL {
        let Some(text) = task.milestone(quarter) else { continue };
        for clause in clauses(text) {
            let mut at = clause.start;
            for piece in text[clause].split_inclusive(is_apart) {
                let run = piece.trim_end_matches(is_apart);
                let (name, end) = (without_verbs(run), at + run.len());
                all.push(Named { quarter, name, span: end - name.len()..end });
                at += piece.len();
            }
        }
    }
    all
}

/// 处理站 in one quarter and 处理点 in another; 垃圾分类小区 and 垃圾减量分类小区.
fn names_differ(task: &Task, remarks: &mut Vec<Remark>) {
    let named = named(task);
    let uses = |quarter: Quarter, name: &str| {
        named.iter().any(|other| other.quarter == quarter && other.name.contains(name))
    };
    let mut told: Vec<(&str, &str)> = Vec::new();
    for (at, one) in named.iter().enumerate() {
        for other in named[at + 1..].iter().filter(|other| other.quarter != one.quarter) {
            let is_both = uses(one.quarter, other.name) || uses(other.quarter, one.name);
            if is_both || told.contains(&(one.name, other.name)) || !is_drift(one.name, other.name) {
                continue;
            }
            told.push((one.name, other.name));
            let sentence = format!(
                "{}写“{}”，{}写“{}”，是不是同一件事请核对",
                one.quarter.word(),
                one.name,
                other.quarter.word(),
                other.name
            );
            let place = Place { part: Part::Milestone(other.quarter), span: other.span.clone() };
            let quarters = vec![one.quarter, other.quarter];
            remarks.push(look(RemarkKind::NamesDiffer, task, quarters, place, sentence));
        }
    }
}

/// Whether two names are one but for a kind of place, or for a word that one leaves out.
fn is_drift(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = a.len().min(b.len()) - start;
    let end = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(x, y)| x == y).count();
    let (left, right) = (&a[start..a.len() - end], &b[start..b.len() - end]);
    let is_around = |(before, behind): (usize, usize)| start >= before && end >= behind;
    match (left, right) {
        ([left], [right]) => is_around(AROUND_REPLACED) && PLACES.contains(*left) && PLACES.contains(*right),
        ([], word) | (word, []) => {
            let text: String = word.iter().collect();
            is_around(AROUND_DROPPED)
                && (1..=DROPPED_CHARS_MAX).contains(&word.len())
                && !word.iter().any(|c| TELLING.contains(*c))
                && !without_verbs(&text).is_empty()
        }
        _ => false,
    }
}

/// 启动盐田中央公园建设 in the title, and not a word of it before the third quarter.
fn starts_late(task: &Task, remarks: &mut Vec<Remark>) {
    for span in clauses(&task.title) {
        let clause = &task.title[span.clone()];
        let Some(started) = STARTING.iter().find_map(|verb| clause.strip_prefix(verb)) else { continue };
        let started = without_verbs(started).trim_end_matches(['。', '.']);
        let works = WORKS.iter().find_map(|word| started.strip_suffix(word)).unwrap_or(started);
        let chars: Vec<char> = works.chars().collect();
        let name: String = chars[chars.len().saturating_sub(NAME_CHARS)..].iter().collect();
        let is_named = |quarter: &Quarter| task.milestone(*quarter).is_some_and(|text| text.contains(&name));
        let Some(first) = Quarter::ALL.into_iter().find(is_named) else { continue };
        let before: Vec<Quarter> = Quarter::ALL.into_iter().filter(|quarter| *quarter < first).collect();
        let has_texts = before.iter().any(|quarter| task.milestone(*quarter).is_some());
        if chars.len() < NAME_CHARS_MIN || first < Quarter::Third || !has_texts {
            continue;
        }
        let sentence =
            format!("任务名写“{clause}”，{}没有它的安排，{}才写到", quarter_words(&before), first.word());
        let place = Place { part: Part::Title, span };
        remarks.push(look(RemarkKind::LateStart, task, vec![first], place, sentence));
    }
}

fn look(kind: RemarkKind, task: &Task, quarters: Vec<Quarter>, place: Place, sentence: String) -> Remark {
    Remark { kind, severity: Severity::Look, task: Some(task.number), quarters, place: Some(place), sentence }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(title: &str, quarters: [&str; 4]) -> Vec<String> {
        let milestones = quarters.map(|text| Some(text.to_owned()).filter(|text| !text.is_empty()));
        let task = Task { number: 1, title: title.to_owned(), milestones, ..Task::default() };
        let mut remarks = Vec::new();
        of_task(&task, &mut remarks);
        remarks.into_iter().map(|remark| remark.sentence).collect()
    }

    #[test]
    fn the_same_works_under_two_names() {
        let drifts = |first, second| said("甲", [first, second, "", ""]).len();
        for (count, first, second) in [
            (1, "启动餐厨垃圾处理站建设", "完成餐厨垃圾处理点建设"),
            (1, "开展垃圾分类小区创建工作", "开展垃圾减量分类小区创建工作"),
            (0, "启动餐厨垃圾处理站建设", "完成餐厨垃圾处理站建设"),
            // Sides, numbers and pipes of another kind are other things.
            (0, "开展滨河东区管网改造", "开展滨河西区管网改造"),
            (0, "开展老旧小区供水管网改造", "开展老旧小区供气管网改造"),
            (0, "完成社区一期服务中心改造", "完成社区服务中心改造"),
            // A verb more is no other name.
            (0, "老城片区建成微型消防站", "老城片区微型消防站"),
        ] {
            assert_eq!(drifts(first, second), count, "{first} | {second}");
        }
        // A quarter that uses both means two things.
        let both = ["启动餐厨垃圾处理站建设、餐厨垃圾处理点建设", "完成餐厨垃圾处理点建设", "", ""];
        assert!(said("甲", both).is_empty());
    }

    #[test]
    fn works_that_the_title_starts() {
        let title = "加快项目建设\u{FF0C}启动城中央公园建设。";
        let late = said(title, ["摸底", "设计", "中央公园动工", "中央公园完成20%"]);
        assert_eq!(late, ["任务名写“启动城中央公园建设”\u{FF0C}一、二季度没有它的安排\u{FF0C}三季度才写到"]);
        assert!(said(title, ["摸底", "中央公园设计", "中央公园动工", ""]).is_empty());
        assert!(said(title, ["摸底", "设计", "动工", "验收"]).is_empty());
        assert!(said(title, ["", "", "中央公园动工", ""]).is_empty());
    }
}
