//! Numbers against each other: sums, levels and rows against the year's number.

use super::{Remark, RemarkKind, Severity, quarter_words};
use crate::amount::Amount;
use crate::indicator::{self, Bound, Indicator, IndicatorKind, Origin, Part, Target, derived};
use crate::period::Quarter;
use crate::plan::Task;

/// What one indicator's values say to each other.
pub(super) fn of_indicator(indicator: &Indicator, remarks: &mut Vec<Remark>) {
    units(indicator, remarks);
    match indicator.kind {
        IndicatorKind::Sum | IndicatorKind::RangeSum => sum(indicator, remarks),
        IndicatorKind::Level => level(indicator, remarks),
        IndicatorKind::Ordinal => row(indicator, remarks),
        IndicatorKind::Once => once(indicator, remarks),
        IndicatorKind::Population => {}
    }
    let in_title = indicator.annual.as_ref().and_then(|annual| annual.place.as_ref());
    let has_quarters = indicator.quarters.iter().any(Option::is_some);
    if in_title.is_some_and(|place| place.part == Part::Title) && has_quarters {
        let sentence = format!("“{}”的全年数只写在任务名中，目标栏没有写", indicator.name);
        remarks.push(remark(RemarkKind::AnnualInTitle, Severity::Look, indicator, &[], sentence));
    }
}

/// What a task's numbers say beside each other.
pub(super) fn of_task(task: &Task, own: &[Indicator], remarks: &mut Vec<Remark>) {
    for place in indicator::upper_limits(task) {
        let text = super::phrases::text_of(task, place.part).and_then(|text| text.get(place.span.clone()));
        let sentence = format!("“{}”是上限，没有读作指标，请人工掌握", text.unwrap_or_default());
        let quarters = quarter_of(place.part).into_iter().collect();
        remarks.push(Remark {
            kind: RemarkKind::UpperLimit,
            severity: Severity::Look,
            task: Some(task.number),
            quarters,
            place: Some(place),
            sentence,
        });
    }
    for (at, one) in own.iter().enumerate() {
        for other in &own[at + 1..] {
            same_number(one, other, remarks);
        }
    }
}

/// 30个 and 30%: easily taken for each other.
fn same_number(one: &Indicator, other: &Indicator, remarks: &mut Vec<Remark>) {
    if one.unit == other.unit || (one.unit != "%" && other.unit != "%") {
        return;
    }
    let values = |indicator: &Indicator| -> Vec<Amount> {
        let all = indicator.annual.iter().chain(indicator.quarters.iter().flatten());
        all.filter(|target| target.origin != Origin::Derived).map(|target| target.bound.least()).collect()
    };
    let others = values(other);
    if let Some(amount) = values(one).into_iter().find(|amount| others.contains(amount)) {
        let sentence = format!(
            "{amount}{}（{}）与{amount}{}（{}）数相同而单位不同，是两个指标",
            one.unit, one.name, other.unit, other.name
        );
        remarks.push(remark(RemarkKind::SameNumber, Severity::Look, one, &[], sentence));
    }
}

fn units(indicator: &Indicator, remarks: &mut Vec<Remark>) {
    for (quarter, target) in targets(indicator).filter(|(_, target)| target.unit_missing) {
        let sentence = format!(
            "{}“{}{}”没有写计量单位，其他季度为“{}”",
            quarter.word(),
            indicator.name,
            target.bound,
            indicator.unit
        );
        remarks.push(Remark {
            place: target.place.clone(),
            ..remark(RemarkKind::UnitMissing, Severity::Look, indicator, &[quarter], sentence)
        });
    }
}

fn sum(indicator: &Indicator, remarks: &mut Vec<Remark>) {
    let Some(total) = total(indicator) else { return };
    let quarters = quarters(indicator);
    let said = quarter_words(&quarters);
    let Indicator { name, unit, .. } = indicator;
    let Some(annual) = written(indicator) else {
        return derived_only(indicator, &format!("{said}合计{}", shown(total, unit)), remarks);
    };
    let (least, most) = (total.least(), total.most());
    let (kind, severity, sentence) = match () {
        () if least == annual.least() && most == annual.most() => {
            let sentence = format!(
                "{name}：{said}合计{total}=年度{annual} ✓",
                total = bare(total),
                annual = bare(annual)
            );
            (RemarkKind::SumFits, Severity::Fits, sentence)
        }
        () if least <= annual.least() && annual.most() <= most => {
            let sentence = format!("{name}：{said}合计{}，年度{}在其中 ✓", bare(total), bare(annual));
            (RemarkKind::SumFits, Severity::Fits, sentence)
        }
        () if most < annual.least() => {
            let missing = annual.least().difference(most);
            let sentence =
                format!("{name}：{said}合计{}，比年度{}少{missing}{unit}", bare(total), bare(annual));
            (RemarkKind::SumDiffers, Severity::Look, sentence)
        }
        () => {
            let more = least.difference(annual.most());
            let sentence = format!("{name}：{said}合计{}，比年度{}多{more}{unit}", bare(total), bare(annual));
            (RemarkKind::SumDiffers, Severity::Look, sentence)
        }
    };
    remarks.push(remark(kind, severity, indicator, &quarters, sentence));
}

fn level(indicator: &Indicator, remarks: &mut Vec<Remark>) {
    let values: Vec<(Quarter, &Target)> = targets(indicator).collect();
    let Indicator { name, unit, .. } = indicator;
    for pair in values.windows(2) {
        let [(before, earlier), (after, later)] = pair else { continue };
        if later.bound.most() < earlier.bound.least() {
            let sentence = format!(
                "{name}：{}{}低于{}{}，累计水平不应下降",
                after.word(),
                shown(later.bound, unit),
                before.word(),
                shown(earlier.bound, unit)
            );
            remarks.push(remark(
                RemarkKind::LevelFalls,
                Severity::Look,
                indicator,
                &[*before, *after],
                sentence,
            ));
        }
    }
    let Some((quarter, last)) = values.last() else { return };
    let Some(annual) = written(indicator) else {
        let how = format!("取{}的{}", quarter.word(), shown(last.bound, unit));
        return derived_only(indicator, &how, remarks);
    };
    let gap = last.bound.most().difference(annual.least());
    let points = if unit == "%" { "个百分点" } else { unit };
    let (kind, severity, sentence) = if last.bound.least() == annual.least() {
        let sentence =
            format!("{name}：{}{}=年度{} ✓", quarter.word(), shown(last.bound, unit), shown(annual, unit));
        (RemarkKind::LevelFits, Severity::Fits, sentence)
    } else {
        let than = if last.bound.least() < annual.least() { "低" } else { "高" };
        let sentence = format!(
            "{name}：最后一季（{}）为{}，比年度{}{than}{gap}{points}",
            quarter.word(),
            shown(last.bound, unit),
            shown(annual, unit)
        );
        (RemarkKind::LevelDiffers, Severity::Look, sentence)
    };
    remarks.push(remark(kind, severity, indicator, &[*quarter], sentence));
}

fn row(indicator: &Indicator, remarks: &mut Vec<Remark>) {
    let Some(total) = total(indicator) else { return };
    let own = quarters(indicator);
    let said = quarter_words(&own);
    let Indicator { name, unit, .. } = indicator;
    match written(indicator) {
        Some(annual) if annual.least() == total.least() => {
            let sentence = format!("{name}：{said}共{}=年度{} ✓", shown(total, unit), shown(annual, unit));
            remarks.push(remark(RemarkKind::OrdinalsFit, Severity::Fits, indicator, &own, sentence));
        }
        Some(annual) => {
            let sentence = format!("{name}：{said}共{}，年度为{}", shown(total, unit), shown(annual, unit));
            remarks.push(remark(RemarkKind::OrdinalsDiffer, Severity::Look, indicator, &own, sentence));
        }
        None => derived_only(indicator, &format!("{said}共{}", shown(total, unit)), remarks),
    }
    let mut expected = Amount::ZERO;
    for (quarter, target) in targets(indicator) {
        expected = expected.plus(target.bound.least());
        let Some(ordinal) = target.ordinal else { continue };
        if Amount::whole(ordinal) != expected {
            let sentence = format!(
                "{name}：{}写第{ordinal}{unit}，按前面各季数到这里应为第{expected}{unit}",
                quarter.word()
            );
            remarks.push(remark(RemarkKind::OrdinalsSkip, Severity::Look, indicator, &[quarter], sentence));
            expected = Amount::whole(ordinal);
        }
    }
    let (Some(first), Some(last)) = (own.first(), own.last()) else { return };
    let skipped: Vec<Quarter> = Quarter::ALL
        .into_iter()
        .filter(|quarter| first < quarter && quarter < last && !own.contains(quarter))
        .collect();
    if own.len() > 2 && !skipped.is_empty() {
        let sentence = format!("{name}：分布在{said}，{}没有安排", quarter_words(&skipped));
        remarks.push(remark(RemarkKind::QuarterSkipped, Severity::Look, indicator, &skipped, sentence));
    }
}

fn once(indicator: &Indicator, remarks: &mut Vec<Remark>) {
    let (Some(annual), Some((quarter, target))) = (written(indicator), targets(indicator).next()) else {
        return;
    };
    if target.bound.least() == annual.least() {
        let sentence = format!(
            "{}：{}{}=年度{} ✓",
            indicator.name,
            quarter.word(),
            shown(target.bound, &indicator.unit),
            shown(annual, &indicator.unit)
        );
        remarks.push(remark(RemarkKind::SumFits, Severity::Fits, indicator, &[quarter], sentence));
    }
}

fn derived_only(indicator: &Indicator, how: &str, remarks: &mut Vec<Remark>) {
    let Some(bound) = indicator.annual.as_ref().map(|annual| annual.bound).or_else(|| total(indicator))
    else {
        return;
    };
    let sentence =
        format!("{}：目标没有写全年数；{how}，全年{}为推导", indicator.name, shown(bound, &indicator.unit));
    remarks.push(remark(
        RemarkKind::AnnualDerived,
        Severity::Look,
        indicator,
        &quarters(indicator),
        sentence,
    ));
}

fn total(indicator: &Indicator) -> Option<Bound> {
    derived(
        indicator.kind,
        &indicator.quarters.each_ref().map(|target| target.as_ref().map(|target| target.bound)),
    )
}

/// What the year promises, unless it only follows from the quarters.
fn written(indicator: &Indicator) -> Option<Bound> {
    indicator.annual.as_ref().filter(|annual| annual.origin != Origin::Derived).map(|annual| annual.bound)
}

fn targets(indicator: &Indicator) -> impl Iterator<Item = (Quarter, &Target)> {
    Quarter::ALL.into_iter().filter_map(|quarter| Some((quarter, indicator.target(quarter)?)))
}

fn quarters(indicator: &Indicator) -> Vec<Quarter> {
    targets(indicator).map(|(quarter, _)| quarter).collect()
}

fn quarter_of(part: Part) -> Option<Quarter> {
    match part {
        Part::Milestone(quarter) => Some(quarter),
        Part::Title | Part::Objective => None,
    }
}

/// The number alone, as sums say it: 15000, 4-10.
fn bare(bound: Bound) -> String {
    match bound {
        Bound::Between(least, most) => format!("{least}-{most}"),
        other => other.least().to_string(),
    }
}

/// 约10%, 2000人次以上, 2-5个.
fn shown(bound: Bound, unit: &str) -> String {
    match bound {
        Bound::AtLeast(amount) => format!("{amount}{unit}以上"),
        other => format!("{other}{unit}"),
    }
}

fn remark(
    kind: RemarkKind,
    severity: Severity,
    indicator: &Indicator,
    quarters: &[Quarter],
    sentence: String,
) -> Remark {
    let annual = indicator.annual.as_ref().and_then(|annual| annual.place.clone());
    let first = indicator.quarters.iter().flatten().find_map(|target| target.place.clone());
    Remark {
        kind,
        severity,
        task: Some(indicator.task),
        quarters: quarters.to_vec(),
        place: annual.or(first),
        sentence,
    }
}
