//! The plan (年度计划): what one year's published paper commits a government to.
//!
//! Text is verbatim: as published, with the source's own punctuation. Turning it into print is `layout`'s and
//! `report`'s business; reading it from a file is `paper`'s.

use crate::item;
use crate::numeral;
use crate::period::Quarter;
use jiff::civil::Date;

/// One year's published commitments of one government.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// The year that the paper is about, from its title (2013年度).
    pub year: i16,
    /// The document record above the text (索引号 … 主题词), in printed order.
    pub record: Vec<RecordField>,
    /// The paragraphs before the first section.
    pub preface: Vec<String>,
    /// Sections 一、 to 四、 in order; the one that holds the table says so.
    pub sections: Vec<Section>,
    /// The table's column heads as printed, normally 总体目标 · 工作任务 · 目标及进度 · 责任部门.
    pub columns: Vec<String>,
    /// 总体目标 in printed order, each with its tasks.
    pub goals: Vec<Goal>,
}

/// Which line of the document record a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum RecordKind {
    IndexNo,
    Category,
    Issuer,
    PublishedOn,
    Title,
    DocumentNo,
    SubjectTerms,
    Other,
}

/// One line of the document record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordField {
    /// Which it is, told by its label without blanks.
    pub kind: RecordKind,
    /// The label as printed, blanks and all (索 引 号).
    pub label: String,
    /// The value as printed; may be empty.
    pub value: String,
}

/// A section of the paper's text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// 1 for 一、.
    pub number: u32,
    /// As printed: 一、.
    pub number_text: String,
    /// The heading without its number.
    pub title: String,
    /// Its paragraphs in order.
    pub paragraphs: Vec<String>,
    /// Whether the table of goals and tasks stands in this section.
    pub has_table: bool,
}

/// A heading that groups tasks (总体目标).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Goal {
    /// As printed: 民生保障.
    pub name: String,
    /// Its tasks in printed order.
    pub tasks: Vec<Task>,
}

/// A numbered commitment (工作任务).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Task {
    /// 12 for (十二).
    pub number: u32,
    /// As printed: (十二).
    pub number_text: String,
    /// The title without its number.
    pub title: String,
    /// The yearly sentence after 目标; `None` where the paper has none.
    pub objective: Option<String>,
    /// What it promises for each quarter; `None` where the paper says nothing.
    pub milestones: [Option<String>; 4],
    /// 责任部门 by their published names, in printed order.
    pub departments: Vec<String>,
}

impl Plan {
    /// The value of a record field as printed; `None` where the record lacks it or leaves it empty.
    #[must_use]
    pub fn record_value(&self, kind: RecordKind) -> Option<&str> {
        let field = self.record.iter().find(|field| field.kind == kind)?;
        Some(field.value.as_str()).filter(|value| !value.is_empty())
    }

    /// The paper's title; empty where the record lacks it.
    #[must_use]
    pub fn title(&self) -> &str {
        self.record_value(RecordKind::Title).unwrap_or_default()
    }

    /// The publishing government (发布机构); empty where the record lacks it.
    #[must_use]
    pub fn issuer(&self) -> &str {
        self.record_value(RecordKind::Issuer).unwrap_or_default()
    }

    /// The day of publication, read from the first three numbers of 发布日期 (2013-04-17 00:00, 2013年4月17日), in digits
    /// of either width, or as documents wrote it before 2012: 二〇一三年四月十七日.
    #[must_use]
    pub fn published_on(&self) -> Option<Date> {
        let text = self.record_value(RecordKind::PublishedOn)?;
        let mut numbers = text.split(|c| numeral::arabic_digit(c).is_none()).filter(|part| !part.is_empty());
        let Some(year) = numbers.next() else { return written_out(text) };
        day(numeral::parse(year)?, numeral::parse(numbers.next()?)?, numeral::parse(numbers.next()?)?)
    }

    /// All tasks in printed order.
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.goals.iter().flat_map(|goal| &goal.tasks)
    }

    /// All tasks with their goal, in printed order.
    pub fn tasks_with_goals(&self) -> impl Iterator<Item = (&Goal, &Task)> {
        self.goals.iter().flat_map(|goal| goal.tasks.iter().map(move |task| (goal, task)))
    }

    /// The task of that number.
    #[must_use]
    pub fn task(&self, number: u32) -> Option<&Task> {
        self.tasks().find(|task| task.number == number)
    }

    /// Every department's published name once, in order of first mention.
    #[must_use]
    pub fn department_names(&self) -> Vec<&str> {
        let mut seen = std::collections::HashSet::new();
        self.tasks()
            .flat_map(|task| &task.departments)
            .map(String::as_str)
            .filter(|name| seen.insert(*name))
            .collect()
    }
}

impl Task {
    /// What it promises for that quarter.
    #[must_use]
    pub fn milestone(&self, quarter: Quarter) -> Option<&str> {
        self.milestones[quarter.index()].as_deref()
    }

    /// The deliverables (事项) of one quarter's milestone, cut at ；.
    #[must_use]
    pub fn items(&self, quarter: Quarter) -> Vec<&str> {
        self.milestone(quarter).map(item::cut).unwrap_or_default()
    }
}

/// 二〇一三年四月十七日.
fn written_out(text: &str) -> Option<Date> {
    let (year, rest) = text.trim().split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let (of_month, _) = rest.split_once('日')?;
    let year = numeral::by_digits(year.trim(), numeral::digit)?;
    day(year, numeral::parse(month.trim())?, numeral::parse(of_month.trim())?)
}

fn day(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn publication_day_in_both_spellings() {
        for (value, day) in [
            ("2013-04-17 00:00", Some(date(2013, 4, 17))),
            ("2013年4月17日", Some(date(2013, 4, 17))),
            ("\u{FF12}\u{FF10}\u{FF11}\u{FF13}-\u{FF10}\u{FF14}-17", Some(date(2013, 4, 17))),
            ("二〇一三年四月十七日", Some(date(2013, 4, 17))),
            ("二○一三年十二月三十一日", Some(date(2013, 12, 31))),
            ("二零二一年一月二十日印发", Some(date(2021, 1, 20))),
            ("二〇一三年十三月一日", None),
            ("二〇一三年四月", None),
            ("九九九九九九九九九九九九年一月一日", None),
            ("2013年4月", None),
            ("", None),
        ] {
            let record = vec![RecordField {
                kind: RecordKind::PublishedOn,
                label: String::new(),
                value: value.into(),
            }];
            assert_eq!(Plan { record, ..Plan::default() }.published_on(), day, "{value}");
        }
    }
}
