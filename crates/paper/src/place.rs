//! Places: where in a plan a piece of text stands.

use domain::period::Quarter;
use domain::plan::{Plan, Task};

/// One text of a plan; all numbers are indexes from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the plan's own")]
pub enum Place {
    RecordLabel(usize),
    RecordValue(usize),
    Preface(usize),
    SectionNumber(usize),
    SectionTitle(usize),
    Paragraph { section: usize, paragraph: usize },
    Column(usize),
    GoalName(usize),
    Task { goal: usize, task: usize, text: TaskText },
}

/// One text of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the plan's own")]
pub enum TaskText {
    Number,
    Title,
    Objective,
    Milestone(Quarter),
    /// Its index from 0.
    Department(usize),
}

impl Place {
    /// The text that stands there; `None` where the plan has no such place.
    #[must_use]
    pub fn text(self, plan: &Plan) -> Option<&str> {
        match self {
            Self::RecordLabel(n) => plan.record.get(n).map(|field| field.label.as_str()),
            Self::RecordValue(n) => plan.record.get(n).map(|field| field.value.as_str()),
            Self::Preface(n) => plan.preface.get(n).map(String::as_str),
            Self::SectionNumber(n) => plan.sections.get(n).map(|section| section.number_text.as_str()),
            Self::SectionTitle(n) => plan.sections.get(n).map(|section| section.title.as_str()),
            Self::Paragraph { section, paragraph } => {
                plan.sections.get(section)?.paragraphs.get(paragraph).map(String::as_str)
            }
            Self::Column(n) => plan.columns.get(n).map(String::as_str),
            Self::GoalName(n) => plan.goals.get(n).map(|goal| goal.name.as_str()),
            Self::Task { goal, task, text } => text.of(plan.goals.get(goal)?.tasks.get(task)?),
        }
    }
}

impl TaskText {
    fn of(self, task: &Task) -> Option<&str> {
        match self {
            Self::Number => Some(&task.number_text),
            Self::Title => Some(&task.title),
            Self::Objective => task.objective.as_deref(),
            Self::Milestone(quarter) => task.milestone(quarter),
            Self::Department(n) => task.departments.get(n).map(String::as_str),
        }
    }
}
