//! What an organisation change says of itself: what happened, and what follows for whom from which round on.

use crate::desk::Desk;
use crate::refusal::Outcome;
use crate::wire::change::{MovedTask, OrganisationView};
use domain::department::Department;
use domain::id::ObjectId;
use domain::numeral::to_chinese;
use domain::organisation::{OrganisationChange, OrganisationKind};
use domain::period::{Quarter, Round, date_in_words};
use jiff::civil::Date;
use std::collections::BTreeMap;

impl Desk {
    pub(super) fn shown(
        &self,
        change: &OrganisationChange,
        departments: &[Department],
    ) -> Outcome<OrganisationView> {
        let eve = change.effective.yesterday().unwrap_or(change.effective);
        let found = |id: &ObjectId| departments.iter().find(|one| one.id == *id);
        let name =
            |id: &ObjectId, day: Date| found(id).map_or_else(String::new, |one| one.name_on(day).to_owned());
        let before: Vec<String> = change.before.iter().map(|id| name(id, eve)).collect();
        let after: Vec<String> = change.after.iter().map(|id| name(id, change.effective)).collect();
        let plans = self.store().plans()?;
        let year =
            |plan: ObjectId| plans.iter().find(|one| one.object == plan).map_or(0, |one| one.value.plan.year);
        let moves = change.moves.iter().map(|one| MovedTask {
            year: year(one.plan),
            task: one.task,
            from: name(&one.from, eve),
            to: name(&one.to, change.effective),
        });
        let moves: Vec<MovedTask> = moves.collect();
        let begins = |id: &&ObjectId| {
            let first = found(id).and_then(|one| one.names.first());
            first.is_some_and(|first| first.from == Some(change.effective))
        };
        // 文化局（全称：某某区文化局）.
        let with_full = |id: &ObjectId| {
            let short = name(id, change.effective);
            let full = found(id).and_then(|one| one.names.first()).map_or("", |first| first.full.as_str());
            if full.is_empty() { short } else { format!("{short}（全称：{full}）") }
        };
        let begun: Vec<String> = change.after.iter().filter(begins).map(with_full).collect();
        Ok(OrganisationView {
            id: change.id.to_string(),
            kind: change.kind.code().to_owned(),
            kind_word: change.kind.word().to_owned(),
            words: words(change, &before, &after),
            consequences: consequences(change, &before, &after, &begun, &moves),
            before,
            after,
            effective: change.effective.to_string(),
            basis: change.basis.clone(),
            moves,
        })
    }
}

/// 2013年9月1日起，卫人局、计生局合并为卫计局（深编〔2013〕7号）。
fn words(change: &OrganisationChange, before: &[String], after: &[String]) -> String {
    let (day, before, after) = (date_in_words(change.effective), before.join("、"), after.join("、"));
    let what = match change.kind {
        OrganisationKind::Renamed => format!("{before}更名为{after}"),
        OrganisationKind::Merged => format!("{before}合并为{after}"),
        OrganisationKind::Split => format!("{before}拆分为{after}"),
        OrganisationKind::Transferred => format!("{before}的{}项任务移交{after}", change.moves.len()),
    };
    format!("{day}起，{what}（{}）。", change.basis)
}

/// A sentence each: who is called how, who begins, who answers for which tasks from which round on, what stays.
fn consequences(
    change: &OrganisationChange,
    before: &[String],
    after: &[String],
    begun: &[String],
    moves: &[MovedTask],
) -> Vec<String> {
    let first = Round::of(change.effective);
    let mut sentences = Vec::new();
    if change.kind == OrganisationKind::Renamed {
        let (old, new) = (before.join("、"), after.join("、"));
        sentences.push("任务、联络员和已报内容都不变；查找和登记时新旧名称都认得。".to_owned());
        sentences.push(format!("从{}起印作“{new}（原{old}）”；以前的报告期仍印“{old}”。", in_words(first)));
        return sentences;
    }
    if !begun.is_empty() {
        sentences.push(format!("新设部门：{}。", begun.join("、")));
    }
    let mut grouped: BTreeMap<(i16, &str, &str), Vec<u32>> = BTreeMap::new();
    for one in moves {
        grouped.entry((one.year, &one.from, &one.to)).or_default().push(one.task);
    }
    for ((year, from, to), tasks) in grouped {
        let tasks: Vec<String> = tasks.into_iter().map(|task| format!("（{}）", to_chinese(task))).collect();
        // Another year's plan begins with its own first round.
        let since = if year > first.year { Round { year, quarter: Quarter::First } } else { first };
        sentences.push(format!(
            "{year}年度任务{}：从{}起由{to}填报；{from}以前所报保留原名，{to}看得到全部记录。",
            tasks.join("、"),
            in_words(since)
        ));
    }
    if moves.is_empty() {
        sentences.push("没有任务因此改由别的部门负责。".to_owned());
    }
    sentences.push("公布的文字和部门名称不改写。".to_owned());
    sentences
}

/// 2013年三季度报告期.
fn in_words(round: Round) -> String {
    format!("{}年{}报告期", round.year, round.quarter.word())
}
