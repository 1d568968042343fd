//! Differences: where two texts of the same paper say different things.
//!
//! Width of punctuation, encoding and line ends make no difference: texts are compared on their NFKC form, each run of
//! blanks as one. Two plans without differences are the same paper.

use domain::period::Quarter;
use domain::plan::{Goal, Plan, RecordField, RecordKind, Section, Task};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// One place where two plans differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where.
    pub place: DifferencePlace,
    /// The old plan's text; `None` where it has none.
    pub old: Option<String>,
    /// The new plan's text; `None` where it has none.
    pub new: Option<String>,
}

/// Where two plans differ, in the paper's own numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "the names are the plan's own; numbers are the paper's, paragraphs count from 1"
)]
pub enum DifferencePlace {
    Year,
    /// Its label without blanks.
    Record(String),
    Preface(usize),
    SectionTitle(u32),
    Paragraph {
        section: u32,
        paragraph: usize,
    },
    /// In which section the table stands.
    TablePlace,
    Column(usize),
    /// The goals in order.
    Goals,
    /// The numbers of the tasks in order.
    TaskOrder,
    /// A whole task that only one of the two has.
    Task(u32),
    TaskNumber(u32),
    TaskGoal(u32),
    TaskTitle(u32),
    Objective(u32),
    Milestone(u32, Quarter),
    Departments(u32),
}

impl fmt::Display for DifferencePlace {
    /// （四）第二季度
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let task = |number: &u32| format!("（{}）", domain::numeral::to_chinese(*number));
        let section = |number: &u32| match number {
            0 => "正文".to_owned(),
            _ => format!("第{}部分", domain::numeral::to_chinese(*number)),
        };
        match self {
            Self::Year => f.write_str("年度"),
            Self::Record(label) if label.is_empty() => f.write_str("公文要素"),
            Self::Record(label) => f.write_str(label),
            Self::Preface(n) => write!(f, "前言第{n}段"),
            Self::SectionTitle(number) => write!(f, "{}标题", section(number)),
            Self::Paragraph { section: number, paragraph } => write!(f, "{}第{paragraph}段", section(number)),
            Self::TablePlace => f.write_str("任务表所在部分"),
            Self::Column(n) => write!(f, "表头第{n}列"),
            Self::Goals => f.write_str("总体目标"),
            Self::TaskOrder => f.write_str("任务顺序"),
            Self::Task(number) => write!(f, "任务{}", task(number)),
            Self::TaskNumber(number) => write!(f, "{}编号", task(number)),
            Self::TaskGoal(number) => write!(f, "{}总体目标", task(number)),
            Self::TaskTitle(number) => write!(f, "{}工作任务", task(number)),
            Self::Objective(number) => write!(f, "{}目标", task(number)),
            Self::Milestone(number, quarter) => write!(f, "{}{}", task(number), quarter.ordinal_word()),
            Self::Departments(number) => write!(f, "{}责任部门", task(number)),
        }
    }
}

/// Lists where the two plans differ, in the paper's order; empty if they are the same paper.
#[must_use]
pub fn differences(old: &Plan, new: &Plan) -> Vec<Difference> {
    let mut found = Comparing::default();
    found.texts(DifferencePlace::Year, Some(&old.year.to_string()), Some(&new.year.to_string()));
    found.records(&old.record, &new.record);
    found.numbered(&old.preface, &new.preface, DifferencePlace::Preface);
    found.sections(&old.sections, &new.sections);
    found.numbered(&old.columns, &new.columns, DifferencePlace::Column);
    found.tasks(old, new);
    found.0
}

/// The text as it is compared: NFKC, runs of blanks as one, none at the ends.
fn key(text: &str) -> String {
    let normal: String = text.nfkc().collect();
    normal.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Debug, Default)]
struct Comparing(Vec<Difference>);

impl Comparing {
    fn texts(&mut self, place: DifferencePlace, old: Option<&str>, new: Option<&str>) {
        if old.map(key) != new.map(key) {
            self.0.push(Difference { place, old: old.map(str::to_owned), new: new.map(str::to_owned) });
        }
    }

    fn lists(&mut self, place: DifferencePlace, old: &[&str], new: &[&str]) {
        if !old.iter().map(|text| key(text)).eq(new.iter().map(|text| key(text))) {
            self.0.push(Difference { place, old: Some(old.join("、")), new: Some(new.join("、")) });
        }
    }

    fn numbered(&mut self, old: &[String], new: &[String], place: impl Fn(usize) -> DifferencePlace) {
        for n in 0..old.len().max(new.len()) {
            self.texts(place(n + 1), old.get(n).map(String::as_str), new.get(n).map(String::as_str));
        }
    }

    fn records(&mut self, old: &[RecordField], new: &[RecordField]) {
        let bare = |label: &str| -> String { label.nfkc().filter(|c| !c.is_whitespace()).collect() };
        // A known kind is the same line however its label is spelt.
        let name = |field: &RecordField| match field.kind {
            RecordKind::Other => (field.kind as u8, bare(&field.label)),
            _ => (field.kind as u8, String::new()),
        };
        for (old, new) in paired(old, new, name) {
            let label = old.or(new).map(|field| bare(&field.label)).unwrap_or_default();
            let place = DifferencePlace::Record(label);
            self.texts(
                place.clone(),
                old.map(|field| field.value.as_str()),
                new.map(|field| field.value.as_str()),
            );
            if let (Some(old), Some(new)) = (old, new)
                && bare(&old.label) != bare(&new.label)
            {
                self.texts(place, Some(&old.label), Some(&new.label));
            }
        }
    }

    fn sections(&mut self, old: &[Section], new: &[Section]) {
        for (old, new) in paired(old, new, |section| section.number) {
            let Some(number) = old.or(new).map(|section| section.number) else { continue };
            let title = |section: &Section| format!("{}{}", section.number_text, section.title);
            let place = DifferencePlace::SectionTitle(number);
            self.texts(place, old.map(title).as_deref(), new.map(title).as_deref());
            let paragraphs = |section: Option<&Section>| {
                section.map(|section| section.paragraphs.clone()).unwrap_or_default()
            };
            let place = |paragraph| DifferencePlace::Paragraph { section: number, paragraph };
            self.numbered(&paragraphs(old), &paragraphs(new), place);
        }
        let with_table = |sections: &[Section]| -> Vec<String> {
            sections
                .iter()
                .filter(|section| section.has_table)
                .map(|section| section.number_text.clone())
                .collect()
        };
        let (old, new) = (with_table(old).join("、"), with_table(new).join("、"));
        self.texts(DifferencePlace::TablePlace, Some(&old), Some(&new));
    }

    fn tasks(&mut self, old: &Plan, new: &Plan) {
        let goals =
            |plan: &'_ Plan| -> Vec<String> { plan.goals.iter().map(|goal| goal.name.clone()).collect() };
        let (old_goals, new_goals) = (goals(old), goals(new));
        self.lists(DifferencePlace::Goals, &refs(&old_goals), &refs(&new_goals));
        let old_tasks: Vec<_> = old.tasks_with_goals().collect();
        let new_tasks: Vec<_> = new.tasks_with_goals().collect();
        let both = paired(&old_tasks, &new_tasks, |(_, task)| task.number);
        for (old, new) in &both {
            match (old, new) {
                (Some(old), Some(new)) => self.task(**old, **new),
                (Some((_, task)), None) => {
                    self.texts(DifferencePlace::Task(task.number), Some(&task.title), None)
                }
                (None, Some((_, task))) => {
                    self.texts(DifferencePlace::Task(task.number), None, Some(&task.title))
                }
                (None, None) => {}
            }
        }
        let numbers = |tasks: &[(&Goal, &Task)]| -> Vec<String> {
            tasks.iter().map(|(_, task)| task.number.to_string()).collect()
        };
        if both.iter().all(|(old, new)| old.is_some() && new.is_some()) {
            self.lists(DifferencePlace::TaskOrder, &refs(&numbers(&old_tasks)), &refs(&numbers(&new_tasks)));
        }
    }

    fn task(&mut self, (old_goal, old): (&Goal, &Task), (new_goal, new): (&Goal, &Task)) {
        let number = old.number;
        self.texts(DifferencePlace::TaskGoal(number), Some(&old_goal.name), Some(&new_goal.name));
        self.texts(DifferencePlace::TaskNumber(number), Some(&old.number_text), Some(&new.number_text));
        self.texts(DifferencePlace::TaskTitle(number), Some(&old.title), Some(&new.title));
        self.texts(DifferencePlace::Objective(number), old.objective.as_deref(), new.objective.as_deref());
        for quarter in Quarter::ALL {
            self.texts(
                DifferencePlace::Milestone(number, quarter),
                old.milestone(quarter),
                new.milestone(quarter),
            );
        }
        self.lists(DifferencePlace::Departments(number), &refs(&old.departments), &refs(&new.departments));
    }
}

fn refs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// Pairs what has the same name, the second of a name with the second; in the old order, new ones at the end.
fn paired<'a, T, K: std::hash::Hash + Eq + Ord>(
    old: &'a [T],
    new: &'a [T],
    name: impl Fn(&T) -> K,
) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let mut waiting: HashMap<K, std::collections::VecDeque<usize>> = HashMap::new();
    for (n, item) in new.iter().enumerate() {
        waiting.entry(name(item)).or_default().push_back(n);
    }
    let mut left: BTreeMap<usize, &T> = new.iter().enumerate().collect();
    let mut pairs = Vec::new();
    for item in old {
        let partner = waiting.get_mut(&name(item)).and_then(std::collections::VecDeque::pop_front);
        pairs.push((Some(item), partner.and_then(|n| left.remove(&n))));
    }
    pairs.extend(left.into_values().map(|item| (None, Some(item))));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> Plan {
        let task = |number: u32| Task {
            number,
            number_text: format!("({number})"),
            title: format!("任务{number}"),
            objective: Some("目标,甲".into()),
            milestones: [Some("甲;乙".into()), None, Some("丙".into()), None],
            departments: vec!["教育局".into(), "民政局".into()],
        };
        Plan {
            year: 2013,
            record: vec![RecordField {
                kind: RecordKind::Title,
                label: "名 称".into(),
                value: "白皮书(2013年)".into(),
            }],
            preface: vec!["前言".into()],
            sections: vec![Section {
                number: 1,
                number_text: "一、".into(),
                title: "甲".into(),
                paragraphs: vec!["乙".into()],
                has_table: true,
            }],
            columns: vec!["总体目标".into()],
            goals: vec![
                Goal { name: "民生".into(), tasks: vec![task(1), task(2)] },
                Goal { name: "经济".into(), tasks: vec![task(3)] },
            ],
        }
    }

    fn check(change: impl FnOnce(&mut Plan), expected: &[&str]) {
        let mut new = plan();
        change(&mut new);
        let places = |old: &Plan, new: &Plan| {
            differences(old, new).iter().map(|d| d.place.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(places(&plan(), &new), expected);
        assert_eq!(places(&new, &plan()).len(), expected.len());
    }

    #[test]
    fn width_and_blanks_make_no_difference() {
        check(|_| {}, &[]);
        check(
            |plan| {
                plan.record[0].label = "名称".into();
                plan.record[0].value = "白皮书\u{FF08}2013年\u{FF09}".into();
                plan.goals[0].tasks[0].milestones[0] = Some("甲\u{FF1B}乙".into());
                plan.goals[0].tasks[0].number_text = "\u{FF08}1\u{FF09}".into();
            },
            &[],
        );
    }

    #[test]
    fn every_text_makes_a_difference() {
        check(|plan| plan.year = 2014, &["年度"]);
        check(|plan| plan.record[0].value.push('甲'), &["名称"]);
        check(|plan| plan.record.clear(), &["名称"]);
        check(|plan| plan.preface.push("乙".into()), &["前言第2段"]);
        check(|plan| plan.sections[0].title.push('甲'), &["第一部分标题"]);
        check(|plan| plan.sections[0].paragraphs[0].push('甲'), &["第一部分第1段"]);
        check(|plan| plan.sections[0].has_table = false, &["任务表所在部分"]);
        check(|plan| plan.columns[0].push('甲'), &["表头第1列"]);
        check(|plan| plan.goals[1].name.push('甲'), &["总体目标", "\u{FF08}三\u{FF09}总体目标"]);
        check(
            |plan| plan.goals[0].tasks[1].milestones[1] = Some("丁".into()),
            &["\u{FF08}二\u{FF09}第二季度"],
        );
        check(|plan| plan.goals[0].tasks[1].milestones[0] = None, &["\u{FF08}二\u{FF09}第一季度"]);
        check(|plan| plan.goals[0].tasks[0].objective = None, &["\u{FF08}一\u{FF09}目标"]);
        check(|plan| plan.goals[0].tasks[0].title.push('甲'), &["\u{FF08}一\u{FF09}工作任务"]);
        check(|plan| plan.goals[0].tasks[0].number_text = "(一)".into(), &["\u{FF08}一\u{FF09}编号"]);
        check(|plan| plan.goals[0].tasks[0].departments.reverse(), &["\u{FF08}一\u{FF09}责任部门"]);
        check(|plan| plan.goals[0].tasks.reverse(), &["任务顺序"]);
        check(|plan| drop(plan.goals[0].tasks.pop()), &["任务\u{FF08}二\u{FF09}"]);
    }
}
