//! Ordinals: which one of a row (首个, 第一批, 第一、二次), unless the words only name (第一季度, 首届).

use super::Bound;
use super::figure::{Figure, Step};
use super::measure;
use super::number::{self, Number, Script};
use super::reader::Reader;
use super::verb;
use crate::amount::Amount;

impl Reader<'_> {
    /// 首个 is one; 首届 and 首先 are words, and so is 全国首批.
    pub(super) fn first_of_all(&self, start: usize) -> Step {
        const COUNTED: [&str; 12] = ["个", "批", "家", "座", "条", "所", "期", "台", "支", "场", "间", "处"];
        let next = start + '首'.len_utf8();
        let rest = self.rest(next);
        let word = COUNTED.iter().find(|word| rest.starts_with(**word)).copied();
        let phrase = self.phrase(start);
        let once = rest.starts_with('次') && verb::ends_with_verb(phrase);
        let is_rank = ["全国", "全省", "全市", "国内", "省内", "市内", "世界", "全球"]
            .iter()
            .any(|scope| phrase.ends_with(scope));
        let Some(unit) = word.or(once.then_some("次")).filter(|_| !is_rank) else { return Step::Skip(next) };
        // 首批试点20个: what counts is the number behind it.
        if unit == "批"
            && number::next(self.clause_text(), next)
                .is_some_and(|number| self.figure_end(number.span.start).is_some())
        {
            return Step::Skip(next);
        }
        Step::Found(Figure {
            span: start..next + unit.len(),
            bound: Bound::Exactly(Amount::whole(1)),
            unit: unit.to_owned(),
            ordinal: Some(1),
            phrase_end: start,
        })
    }

    /// 第一批, 第一、二次; 第一季度 and 第五届 only name.
    pub(super) fn ordinal(&self, number: &Number) -> Step {
        let phrase_end = number.span.start - '第'.len_utf8();
        const ROWS: [&str; 11] = ["批次", "批", "次", "轮", "场", "期", "个", "座", "家", "所", "处"];
        let whole = |number: &Number| {
            let units = number.amount?.ten_thousandths() / 10_000;
            u32::try_from(units).ok().filter(|ordinal| (1..=100).contains(ordinal))
        };
        let (mut last, mut count) = (number.clone(), 1);
        let mut end = number.span.end;
        loop {
            let rest = self.rest(end);
            let rest = ROWS.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
            let joint = rest.chars().next().filter(|c| "、和至到-～~—".contains(*c));
            let Some(rest) = joint.and_then(|joint| rest.strip_prefix(joint)) else { break };
            let rest = rest.strip_prefix('第').unwrap_or(rest);
            let start = self.clause.span.end - rest.len();
            let Some(next) = number::at(self.clause_text(), start) else { break };
            let between = whole(&next).unwrap_or(0).saturating_sub(whole(&last).unwrap_or(0));
            count += if matches!(joint, Some('、' | '和')) { 1 } else { between };
            end = next.span.end;
            last = next;
        }
        let rest = self.rest(end);
        let word = ROWS.into_iter().find(|word| rest.starts_with(word));
        let unit = word.filter(|word| {
            *word != "期"
                || measure::is_occasion(self.phrase(phrase_end), &rest[word.len()..], Script::Chinese)
        });
        let (Some(unit), Some(ordinal)) = (unit, whole(&last)) else { return Step::Skip(end) };
        let behind = &rest[unit.len()..];
        // 公布第一批120项: what counts is the number behind it.
        if self.figure_end(end + unit.len()).is_some() {
            return Step::Skip(end + unit.len());
        }
        // 第七次全国人口普查 is a name.
        if [
            "全国",
            "全省",
            "全市",
            "国际",
            "世界",
            "产业",
            "方",
            "五年",
            "百年",
            "月",
            "季度",
            "工作日",
            "阶段",
        ]
        .iter()
        .any(|scope| behind.starts_with(scope))
        {
            return Step::Skip(end);
        }
        Step::Found(Figure {
            span: phrase_end..end + unit.len(),
            bound: Bound::Exactly(Amount::whole(count)),
            unit: unit.to_owned(),
            ordinal: Some(ordinal),
            phrase_end,
        })
    }
}
