//! Column presets (栏目): which columns the wide table has, how wide they are and what groups the rows.
//!
//! A preset is data: a file of `presets/`, read and checked by `read`. It selects; how each content looks, where pages part
//! and what is printed again is the one table's (`wide`). Left to others: words for what is wrong with a file (`app`).

mod read;

use crate::task_line::{MilestoneLine, Showing};
use crate::wide;
use domain::period::Round;
use layout::Length;
use layout::block::Alignment;
use layout::table::ColumnPart;
pub use read::{ColumnPlace, PresetFault, WrongPreset};

/// A choice of columns for the wide table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnPreset {
    /// Its name on the command line.
    pub key: String,
    /// Its name on screen and paper.
    pub name: String,
    /// One line for who chooses.
    pub hint: String,
    /// What spans the rows.
    pub grouped_by: Grouping,
    /// Which milestones stand under a task.
    pub milestones: Milestones,
    /// Left to right; together as wide as the type area.
    pub columns: Vec<PresetColumn>,
}

/// One column of a preset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresetColumn {
    /// What it shows.
    pub content: Content,
    /// Its title.
    pub head: String,
    /// Width of its text, in half characters.
    pub half_characters: usize,
    /// As narrow it may become to give room to long deeds; `None`: it does not yield.
    pub least: Option<usize>,
    /// Between which edges its lines stand.
    pub alignment: Alignment,
}

/// A word of a closed list, as preset files write it.
pub(crate) trait Word: Copy + 'static {
    const ALL: &'static [Self];

    fn word(self) -> &'static str;
}

/// Makes a closed list with its words.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $one:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($(#[$of])* $one),+
        }

        impl Word for $name {
            const ALL: &'static [Self] = &[$(Self::$one),+];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$one => $word),+
                }
            }
        }
    };
}

words! {
    /// What a column shows.
    Content {
        /// The task's number as published.
        Number = "序号",
        /// The goal under which the paper has the task.
        Goal = "总体目标",
        /// The leader in charge of the task; 未定 while none is known.
        Leader = "分管领导",
        /// The task's title.
        Task = "工作任务",
        /// 目标, then what is promised for each quarter.
        Milestone = "目标及进度",
        /// By when: the month in which the quarter ends, and the day that is promised now.
        Limit = "完成时限",
        /// What the last round's report said.
        LastDeed = "上期完成情况",
        /// What is said now.
        Deed = "本期完成情况",
        /// Mark and word.
        State = "状态",
        /// Who answers for it.
        Departments = "责任部门",
    }
}

words! {
    /// What spans the rows.
    Grouping {
        /// The paper's goals.
        Goal = "总体目标",
        /// The leaders in charge, in the order of their first tasks.
        Leader = "分管领导",
        /// Nothing: the tasks in published order.
        Nothing = "无",
    }
}

words! {
    /// Which milestones stand under a task.
    Milestones {
        /// The round's own, what earlier quarters left, what was stated early.
        Round = "本期和遗留",
        /// Those, and the last round's own.
        BothRounds = "本期、上期和遗留",
        /// All of them, in the order of the year.
        Year = "全年",
    }
}

/// How the words for alignments read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Edges(pub(crate) Alignment);

impl Word for Edges {
    const ALL: &'static [Self] =
        &[Self(Alignment::Center), Self(Alignment::Left), Self(Alignment::Justified)];

    fn word(self) -> &'static str {
        match self.0 {
            Alignment::Center => "居中",
            Alignment::Left => "左",
            Alignment::Justified => "两端",
            Alignment::Right => "右",
        }
    }
}

impl Content {
    /// The word in a preset's file.
    #[must_use]
    pub fn word(self) -> &'static str {
        Word::word(self)
    }
}

impl Grouping {
    /// The column that spans the rows.
    pub(crate) fn content(self) -> Option<Content> {
        match self {
            Self::Goal => Some(Content::Goal),
            Self::Leader => Some(Content::Leader),
            Self::Nothing => None,
        }
    }
}

impl PresetColumn {
    /// From rule to rule.
    pub(crate) fn width(&self) -> Length {
        wide::column_width(self.half_characters)
    }
}

impl ColumnPreset {
    /// Every preset that comes with the program; the first is chosen where nobody chooses.
    ///
    /// # Errors
    /// A file that is wrong.
    pub fn shipped() -> Result<Vec<Self>, WrongPreset> {
        read::FILES.iter().map(|(file, text)| Self::read(file, text)).collect()
    }

    /// Whether a column shows that.
    #[must_use]
    pub fn shows(&self, content: Content) -> bool {
        self.columns.iter().any(|column| column.content == content)
    }

    /// Which cells stand in a column.
    pub(crate) fn part(&self, content: Content) -> ColumnPart {
        match content {
            _ if self.grouped_by.content() == Some(content) => ColumnPart::Group,
            Content::Number | Content::Goal | Content::Leader | Content::Task | Content::Departments => {
                ColumnPart::Row
            }
            Content::Milestone | Content::Limit | Content::LastDeed | Content::Deed | Content::State => {
                ColumnPart::Flow
            }
        }
    }

    /// The columns of that part, left to right.
    pub(crate) fn of_part(&self, part: ColumnPart) -> impl Iterator<Item = &PresetColumn> {
        self.columns.iter().filter(move |column| self.part(column.content) == part)
    }

    /// How a milestone is shown that a round sees so; `None`: not at all.
    pub(crate) fn showing(&self, milestone: &MilestoneLine<'_>, round: Round) -> Option<Showing> {
        let told = |last: Round| {
            last.quarter == milestone.quarter || milestone.said.iter().any(|said| said.round == last)
        };
        let last = round.previous().is_some_and(told);
        let shown = match milestone.showing {
            Showing::Full | Showing::CarriedOver => true,
            Showing::Brief if self.milestones == Milestones::BothRounds => last,
            Showing::Brief | Showing::Promise => self.milestones == Milestones::Year,
        };
        shown.then_some(milestone.showing)
    }
}
