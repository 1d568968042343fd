//! 设置: office, people, departments, store, backup, check, about.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything that 设置 shows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Settings {
    /// This office.
    pub office: OfficeView,
    /// The people known here, those who have left among them.
    pub persons: Vec<PersonLine>,
    /// Every department with its names.
    pub departments: Vec<DepartmentView>,
    /// The store.
    pub store: StoreView,
    /// Days after a quarter's end.
    pub due_days_after_quarter: i32,
    /// Workdays after hand-out.
    pub due_workdays_after_handout: i32,
    /// Days for answering public feedback.
    pub feedback_days: i32,
    /// So many workdays before its day what falls due is told when the window opens.
    pub reminder_workdays: u32,
    /// Thresholds and words of the year lights.
    pub lights: LightChoice,
    /// The workday calendar in its text form: 休 2013-02-09..2013-02-15, 班 2013-02-16.
    pub calendar: String,
    /// After so many minutes without a key or a click the window asks for the PIN again; 0: never.
    pub idle_minutes: u32,
    /// Whether a recovery sheet was made, so that one can be used and made anew.
    pub recovery: bool,
    /// About this program.
    pub about: About,
}

/// What the office chose for its year lights.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LightChoice {
    /// Up to so many tenths of a percentage point behind is 按序时.
    pub on_track: u16,
    /// Up to so many is 较慢, more is 滞后.
    pub slow: u16,
    /// schedule, green_yellow_red or blue_yellow_red; `null` for words of one's own.
    pub preset: Option<String>,
    /// The words for 全年完成, 按序时, 较慢, 滞后.
    pub words: Vec<String>,
}

/// This office.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OfficeView {
    /// 区督查室.
    pub name: String,
    /// The department's id that it writes for; `null`: the supervision office, which may write for any.
    pub department: Option<String>,
    /// The department's current name; for showing only.
    pub department_name: Option<String>,
}

/// A person.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PersonView {
    /// 李某.
    pub name: String,
    /// 主任科员; may be empty.
    pub title: String,
}

/// What a person may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RoleCode {
    /// 填报
    Reporter,
    /// 审核
    Reviewer,
    /// 督查
    Supervisor,
    /// 管理
    Administrator,
}

/// A person with dates and roles.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonLine {
    /// 李某.
    pub name: String,
    /// 主任科员; may be empty.
    pub title: String,
    /// The first day; `null`: since always.
    pub from: Option<String>,
    /// The last day; `null`: still.
    pub until: Option<String>,
    /// Whether he works here today.
    pub works: bool,
    /// What he may do.
    pub roles: Vec<RoleCode>,
    /// Whether he has a PIN.
    pub pin: bool,
}

/// A recovery code, shown once.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecoverySheet {
    /// Eight groups of four.
    pub code: String,
    /// The sheet to print; `null`: it could not be set, the code is to be written down.
    pub sheet: Option<super::printed::PrintedReport>,
}

/// What came of setting a PIN or a new recovery code.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PinSet {
    /// As it is now.
    pub settings: Settings,
    /// The new recovery code, if one was made.
    pub recovery: Option<RecoverySheet>,
}

/// What came of a handover.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HandedOver {
    /// As it is now.
    pub settings: Settings,
    /// The sheet to print.
    pub sheet: super::printed::PrintedReport,
}

/// A department with its names, oldest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DepartmentView {
    /// Opaque.
    pub id: String,
    /// Its names.
    pub names: Vec<DepartmentNameView>,
    /// Its tasks in the chosen year.
    pub tasks: Vec<u32>,
}

/// One dated name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DepartmentNameView {
    /// 简称.
    pub short: String,
    /// 全称; may be empty.
    pub full: String,
    /// The first day; `null`: since always.
    pub from: Option<String>,
    /// The last day; `null`: still.
    pub until: Option<String>,
    /// On what the renaming rests; may be empty.
    pub basis: String,
}

/// The store.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StoreView {
    /// Where it lies, for people to read; never sent back.
    pub place: String,
    /// Bytes of the database.
    #[ts(type = "number")]
    pub database_size: u64,
    /// Attachments.
    pub attachments: u32,
    /// Bytes of the attachments.
    #[ts(type = "number")]
    pub attachments_size: u64,
    /// Revisions.
    pub revisions: u32,
    /// The newest rotated backup of the database.
    pub last_backup: Option<String>,
    /// The newest full backup to another place (异盘备份).
    pub last_full_backup: Option<String>,
}

/// About this program.
#[derive(Debug, Clone, Serialize, TS)]
pub struct About {
    /// 0.1.0.
    pub version: String,
    /// Names, licences and sources of the fonts in use.
    pub fonts: Vec<String>,
}

/// What a check found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckReport {
    /// Whether nothing is wrong.
    pub ok: bool,
    /// What is wrong.
    pub findings: Vec<CheckFinding>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckFinding {
    /// A code: database, revision, signature, attachment_missing, attachment_damaged, projection …
    pub what: String,
    /// What it is about.
    pub object: String,
    /// What happened and what to do next, in words.
    pub text: String,
}

/// What came of a full backup.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FullBackup {
    /// The file's own name.
    pub file_name: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// Whether it is encrypted with a passphrase.
    pub encrypted: bool,
}
