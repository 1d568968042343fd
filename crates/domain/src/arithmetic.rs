//! The plan's own arithmetic (核算), said in words before the year starts.
//!
//! Each remark is a fact that follows from the published text by a general rule: a sum that fits, a level that falls, two
//! quarters with the same words. Nothing is repaired, no vague word is interpreted, no rule knows a paper's own words.
//! What only a person can see is the officer's to note.

use crate::indicator::{Indicator, IndicatorKind, Place};
use crate::period::Quarter;
use crate::plan::Plan;
use std::collections::BTreeSet;

mod document;
mod numbers;
mod phrases;
mod titles;
mod wording;

/// What a remark is about: a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the words say it")]
pub enum RemarkKind {
    SumFits,
    SumDiffers,
    LevelFits,
    LevelDiffers,
    LevelFalls,
    OrdinalsFit,
    OrdinalsDiffer,
    OrdinalsSkip,
    QuarterSkipped,
    AnnualDerived,
    AnnualInTitle,
    TitleNumber,
    UnitMissing,
    UpperLimit,
    SameNumber,
    IdenticalQuarters,
    RepeatedPhrase,
    BaseChanges,
    EarlierYear,
    NamesDiffer,
    LateStart,
    SplitOverPages,
    NoLead,
    RecordEmpty,
    PublishedLate,
    HalfWidth,
}

impl RemarkKind {
    /// The code on the wire and the words on screen.
    const WORDS: [(Self, &'static str, &'static str); 26] = [
        (Self::SumFits, "sum_fits", "合计相符"),
        (Self::SumDiffers, "sum_differs", "合计不符"),
        (Self::LevelFits, "level_fits", "累计相符"),
        (Self::LevelDiffers, "level_differs", "累计不符"),
        (Self::LevelFalls, "level_falls", "累计下降"),
        (Self::OrdinalsFit, "ordinals_fit", "次序相符"),
        (Self::OrdinalsDiffer, "ordinals_differ", "次数不符"),
        (Self::OrdinalsSkip, "ordinals_skip", "次序不连续"),
        (Self::QuarterSkipped, "quarter_skipped", "中间一季没有安排"),
        (Self::AnnualDerived, "annual_derived", "没有全年数"),
        (Self::AnnualInTitle, "annual_in_title", "全年数只在任务名"),
        (Self::TitleNumber, "title_number", "任务名中的数"),
        (Self::UnitMissing, "unit_missing", "缺计量单位"),
        (Self::UpperLimit, "upper_limit", "上限"),
        (Self::SameNumber, "same_number", "数相同、单位不同"),
        (Self::IdenticalQuarters, "identical_quarters", "两季逐字相同"),
        (Self::RepeatedPhrase, "repeated_phrase", "语句重复"),
        (Self::BaseChanges, "base_changes", "口径变化"),
        (Self::EarlierYear, "earlier_year", "所指为以前年度"),
        (Self::NamesDiffer, "names_differ", "名称前后不一"),
        (Self::LateStart, "late_start", "启动较晚"),
        (Self::SplitOverPages, "split_over_pages", "跨页"),
        (Self::NoLead, "no_lead", "牵头未确认"),
        (Self::RecordEmpty, "record_empty", "公文要素为空"),
        (Self::PublishedLate, "published_late", "发布晚于季末"),
        (Self::HalfWidth, "half_width", "半角标点"),
    ];

    fn line(self) -> (&'static str, &'static str) {
        let line = Self::WORDS.iter().find(|(kind, ..)| *kind == self);
        line.map_or(("", ""), |(_, code, word)| (code, word))
    }

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.line().0
    }

    /// The word on screen.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.line().1
    }
}

/// Whether a remark says that something fits, or asks for a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// ✓.
    Fits,
    /// A person should look at it.
    Look,
}

/// One thing that the plan's own words and numbers say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub kind: RemarkKind,
    /// Whether it fits.
    pub severity: Severity,
    /// The task's number as published; `None`: the paper as a whole.
    pub task: Option<u32>,
    /// The quarters that it speaks of, in order.
    pub quarters: Vec<Quarter>,
    /// Where in the task's texts it lies, where it lies anywhere.
    pub place: Option<Place>,
    /// The sentence that a person reads, without its full stop.
    pub sentence: String,
}

/// What the plan itself does not hold.
#[derive(Debug, Clone, Default)]
pub struct Circumstances {
    /// Tasks whose row goes on over a page break, from the paper's reading.
    pub split: BTreeSet<u32>,
    /// Tasks whose lead is confirmed.
    pub led: BTreeSet<u32>,
}

/// Everything that the plan's arithmetic says: the paper as a whole first, then task by task.
///
/// Suggested values take no part: only what is written, derived or entered by an officer.
#[must_use]
pub fn remarks(plan: &Plan, indicators: &[Indicator], circumstances: &Circumstances) -> Vec<Remark> {
    let mut remarks = document::of_paper(plan);
    for task in plan.tasks() {
        let own: Vec<Indicator> = indicators
            .iter()
            .filter(|indicator| indicator.task == task.number)
            .filter_map(Indicator::without_suggestions)
            .collect();
        for indicator in &own {
            let mut said = Vec::new();
            numbers::of_indicator(indicator, &mut said);
            // A level ends the year at its last value; that nothing says so is worth a look only where nothing else counts.
            let is_natural_end = indicator.kind == IndicatorKind::Level && own.len() > 1;
            said.retain(|remark| remark.kind != RemarkKind::AnnualDerived || !is_natural_end);
            remarks.extend(said);
        }
        numbers::of_task(task, &own, &mut remarks);
        titles::of_task(task, &own, &mut remarks);
        phrases::of_task(plan, task, &own, &mut remarks);
        wording::of_task(task, &mut remarks);
        document::of_task(task, circumstances, &mut remarks);
    }
    remarks
}

/// 一、二季度; 四季 where all four are meant.
fn quarter_words(quarters: &[Quarter]) -> String {
    if quarters.len() == Quarter::ALL.len() {
        return "四季".to_owned();
    }
    let numbers: Vec<String> =
        quarters.iter().map(|quarter| quarter.word().trim_end_matches("季度").to_owned()).collect();
    format!("{}季度", numbers.join("、"))
}
