//! Starting: which store is open, by whom it is used today, and what the frame shows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the window shows first.
#[expect(clippy::large_enum_variant, reason = "one at a time, and mostly the large one")]
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub enum Start {
    /// No store yet: look at the sample, or begin.
    First,
    /// A store is open.
    Ready {
        /// What the frame shows.
        frame: Frame,
    },
    /// The store cannot be opened.
    Refused {
        /// Why and what to do next.
        refusal: Refusal,
    },
}

/// What stands around every screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Frame {
    /// Whether this is the sample year, marked 示例.
    pub sample: bool,
    /// This office.
    pub office: super::settings::OfficeView,
    /// Who records now; `null`: the window asks 现在由谁填报？
    pub person: Option<super::settings::PersonView>,
    /// People to choose from: who works here today.
    pub persons: Vec<super::settings::PersonLine>,
    /// What who records may do, and whether he has to prove who he is.
    pub guard: Guard,
    /// The years with a plan, newest first; empty: 导入白皮书.
    pub years: Vec<i16>,
    /// The round that is being worked on, 1 to 4; what the window chooses at first.
    pub quarter: u8,
    /// Attachments in the store.
    pub attachments: u32,
    /// Notices that stand until they are read (a copied folder, a missing backup), a sentence each.
    pub notices: Vec<String>,
    /// What is due soon or overdue, each with its list.
    pub reminders: Vec<Reminder>,
    /// 最近一次异盘备份：12天前.
    pub backup_words: String,
    /// What Ctrl+Z takes back outside a form; `null`: nothing.
    pub undo: Option<UndoOffer>,
    /// Whether nothing was wrong at the last check (校验); a store that was never checked passed the quick one at its start.
    pub sound: bool,
}

/// Roles and PIN of who records now.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Guard {
    /// Whether roles were granted here: each action then needs its role.
    pub guarded: bool,
    /// The roles of who records.
    pub roles: Vec<super::settings::RoleCode>,
    /// Whether he has a PIN and has not given it yet: the window is covered.
    pub locked: bool,
    /// After so many idle minutes the window is covered; 0: never, or he has no PIN.
    pub idle_minutes: u32,
}

/// What can be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UndoOffer {
    /// What was done: 作出认定，（五）完善…，第一季度目标.
    pub words: String,
    /// What names it when it is to be undone.
    pub revision: String,
}

/// Something that is due soon or overdue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Reminder {
    /// In words.
    pub text: String,
    /// The screen with its list: `chase`, `feedback`.
    pub screen: String,
    /// What of it is open, in its own words; `null`: its beginning.
    pub at: Option<String>,
    /// The year that it is about.
    pub year: i16,
    /// The round that it is about, 1 to 4.
    pub quarter: u8,
}

/// How an office begins.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Beginning {
    /// 区督查室.
    pub office: String,
    /// The department's name for a department's office; `null`: the supervision office.
    pub department: Option<String>,
    /// Own name.
    pub person: String,
    /// Title; may be empty.
    pub title: String,
}

/// Why something was not done. The words stand in `crate::refusal` only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Refusal {
    /// For programs and screens that tell cases apart.
    pub code: String,
    /// What happened, to what, and what to do next.
    pub text: String,
    /// Further lines (differences, choices).
    pub lines: Vec<String>,
}
