//! Refusals: every reason for which something is not done, as codes with parameters, and their Chinese, once.
//! One list, so that a match without a rest shows each case beside its code and its sentence.
//!
//! A sentence says what happened, to what, and what to do next. Left to others: problems of a paper (`paper` words
//! them line by line) and printed wording (`report`).

mod beneath;
mod columns;
mod feedback;
mod issue;

pub use columns::ColumnsRefusal;
pub use feedback::FeedbackRefusal;
pub use issue::IssueRefusal;

use crate::wire::start::Refusal;
use beneath::{backup_text, glyphs_text, layout_text, office_text, store_text};
use domain::action::Action;
use domain::claim::Claim;
use domain::numeral;
use domain::organisation::OrganisationKind;
use domain::period::date_in_words;
use domain::pin::PinProblem;
use domain::progress::Missing;
use domain::role::Role;
use jiff::civil::Date;
use std::ops::RangeInclusive;
use std::path::Path;

/// A result of a use case.
pub type Outcome<T> = Result<T, Refused>;

/// Why a scan cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScanFault {
    /// It asks for a password.
    Encrypted,
    /// It is cut off or no such file at all.
    Damaged,
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the sentences below describe them")]
pub enum Refused {
    #[error(transparent)]
    Store(#[from] store::StoreError),
    #[error(transparent)]
    Backup(#[from] exchange::ExchangeError),
    #[error(transparent)]
    Paper(#[from] paper::Refusal),
    #[error(transparent)]
    Feedback(#[from] FeedbackRefusal),
    #[error(transparent)]
    Issue(#[from] IssueRefusal),
    #[error(transparent)]
    Columns(#[from] ColumnsRefusal),
    #[error("another text is in force for {year}")]
    PaperDiffers { year: i16, differences: Vec<String> },
    #[error("the paper lacks its issuer or its year")]
    PaperUnnamed,
    #[error("no plan")]
    NoPlan,
    #[error("no plan for {0}")]
    NoPlanFor(i16),
    #[error("several years have plans")]
    WhichYear(Vec<i16>),
    #[error("unknown task {text}")]
    UnknownTask { text: String, first: u32, last: u32 },
    #[error("unknown quarter {0}")]
    UnknownQuarter(String),
    #[error("unknown round {text}")]
    UnknownRound { text: String, year: i16 },
    #[error("not a date: {0}")]
    NotADate(String),
    #[error("as of {as_of}, after {today}")]
    AsOfLater { as_of: Date, today: Date },
    #[error("{day} is not after {last}")]
    NameNotLater { day: String, last: String },
    #[error("unknown department {name}")]
    UnknownDepartment { name: String, known: Vec<String> },
    #[error("ambiguous department {name}")]
    AmbiguousDepartment { name: String, distinct: Vec<String> },
    #[error("{department} is not responsible for task {task}")]
    NotResponsible { department: String, task: u32, responsible: Vec<String> },
    #[error("{department} handed task {task} on to {successor}")]
    HandedOn { department: String, task: u32, since: String, basis: String, successor: String },
    #[error("task {task} promises nothing for quarter {quarter}")]
    NothingPromised { task: u32, quarter: u8 },
    #[error("unknown value {name}")]
    UnknownValue { name: String, known: Vec<String> },
    #[error("not an amount: {text}")]
    NotAnAmount { name: String, text: String },
    #[error("an indicator's name is missing or stands twice: {0}")]
    IndicatorName(String),
    #[error("not a value: {0}")]
    NotAValue(String),
    #[error("two numbers for {0}")]
    ValueTwice(String),
    #[error("missing boxes")]
    MissingBoxes(Vec<Missing>),
    #[error("the number of item states is wrong")]
    ItemCount { given: usize, items: usize },
    #[error("the evidence does not say whether it holds personal data")]
    PersonalUnanswered(String),
    #[error("the paper evidence has no name")]
    PaperEvidenceUnnamed,
    #[error("this office writes for {own} only")]
    OtherDepartment { own: String, asked: String },
    #[error("only the supervision office may do this")]
    SupervisionOnly,
    #[error("no source for an entry on behalf")]
    SourceMissing,
    #[error("nobody decides on his own department's entry: {department}")]
    OwnDepartment { department: String },
    #[error("{department} has submitted nothing to review")]
    NothingToReview { department: String },
    #[error("several entries could be meant")]
    SeveralEntries { entries: Vec<String> },
    #[error("the entry of {department} is in conflict")]
    ReviewOfConflict { department: String },
    #[error("{department} has submitted a newer revision")]
    NewerRevision { department: String, by: String, at: String },
    #[error("unknown revision {0}")]
    UnknownRevision(String),
    #[error("cannot be returned to {to}")]
    NoReturnTo { to: String, known: Vec<String> },
    #[error("no reason for returning")]
    ReturnReasonMissing,
    #[error("the entry has no box {0}")]
    NoSuchBox(String),
    #[error("the passage is not in the entry: {0}")]
    QuoteNotFound(String),
    #[error("no entry to draw from")]
    NothingToSample,
    #[error("the seed {seed} has drawn another sample")]
    SeedUsed { seed: u32 },
    #[error("nothing to print a slip for in {round}")]
    NoSlips { round: String, as_of: Date, later: String },
    #[error("no evidence to bind in {round}")]
    NoEvidence { round: String },
    #[error("a book of evidence is a PDF file")]
    BookIsPdf,
    #[error("the book was stopped")]
    BookStopped,
    #[error("the report was stopped")]
    ReportStopped,
    #[error("{name} changed while the book was written")]
    BookPieceLost { name: String },
    #[error("{name} alone is larger than {max} MB")]
    BookPieceTooLarge { name: String, max: u32 },
    #[error("a book with {photos} photos is not shown")]
    BookTooLargeToShow { photos: usize },
    #[error("reduced photos cannot be kept: {why}")]
    PhotosNotKept { why: std::io::Error },
    #[error("no verification sheet with seed {seed}")]
    NoSuchSheet { seed: u32, known: Vec<String> },
    #[error("the sheet did not draw the entry of {department}")]
    NotDrawn { department: String, task: u32 },
    #[error("the result of a check is incomplete")]
    CheckIncomplete,
    #[error("the comment is empty")]
    CommentEmpty,
    #[error("no such comment")]
    NoSuchComment,
    #[error("the item is not in the milestone: {0}")]
    ItemNotInText(String),
    #[error("task {0} has no confirmed lead")]
    NoLead(u32),
    #[error("task {0} has one department only")]
    NothingToSumUp(u32),
    #[error("a reason is missing")]
    ReasonMissing,
    #[error("the threshold of slow lies before that of on track, or beyond the whole")]
    ThresholdsCrossed,
    #[error("unknown light")]
    UnknownLight { known: Vec<String> },
    #[error("not four different words of one to six characters")]
    LightWords,
    #[error("reminders {workdays} workdays ahead")]
    ReminderOutOfRange { workdays: i32, allowed: RangeInclusive<u32> },
    #[error("line {line} of the workday calendar is not understood: {text}")]
    CalendarLine { line: usize, text: String, why: &'static str },
    #[error("{round} is closed")]
    RoundClosed { round: String, on: String, by: String },
    #[error("{round} is not due")]
    RoundNotDue { round: String, due: String },
    #[error("{0} is not closed")]
    RoundOpen(String),
    #[error("no reason for reopening {0}")]
    ReopeningReasonMissing(String),
    #[error("{department} is in no task of {year}")]
    NotInPlan { department: String, year: i16 },
    #[error("no sheet {code} was printed")]
    UnknownSheetCode { code: String, known: Vec<String> },
    #[error("{0} is no scan")]
    NoScan(String),
    #[error("{name} cannot be opened: {fault:?}")]
    ScanClosed { name: String, fault: ScanFault },
    #[error("{given} files where one scan is asked for")]
    OneScan { given: usize },
    #[error("the scan of {0} is here already")]
    ScanKnown(String),
    #[error("nothing is stated that could be signed")]
    NothingToSign { department: String, round: String },
    #[error("due {due} before {on}")]
    DueBeforeAssigned { due: String, on: String },
    #[error("unknown instruction {0}")]
    UnknownInstruction(String),
    #[error("unknown supervision item {text}")]
    UnknownSupervision { text: String, year: i16 },
    #[error("unknown stage {0}")]
    UnknownStage(String),
    #[error("{number} cannot go from {from} to {to}")]
    StepNotAllowed { number: String, from: &'static str, to: &'static str, next: Vec<&'static str> },
    #[error("no words for {step} of {number}")]
    StepWordsMissing { number: String, step: &'static str },
    #[error("{number}: {on} before {last}")]
    StepTooEarly { number: String, on: String, last: String },
    #[error("unknown change {0}")]
    UnknownChange(String),
    #[error("the new words of task {task}, quarter {quarter} are the old ones")]
    NotReworded { task: u32, quarter: u8 },
    #[error("{to} is not after {from}")]
    NotLater { to: String, from: &'static str },
    #[error("unknown organisation change {0}")]
    UnknownOrganisation(String),
    #[error("wrong number of departments for {0:?}")]
    OrganisationCount(OrganisationKind),
    #[error("{department} does not hold task {task}")]
    NotItsTask { department: String, task: u32, held: Vec<u32> },
    #[error("{name} is not among the departments after")]
    NotAfter { name: String, after: Vec<String> },
    #[error("not a task and a department: {0}")]
    NotATaskMove(String),
    #[error("tasks of {year} that go nowhere")]
    TasksLeft { year: i16, tasks: Vec<u32> },
    #[error("task {task} of {year} is named twice")]
    TaskTwice { year: i16, task: u32 },
    #[error("task {task} is meant in several years")]
    TaskOfYears { task: u32, years: Vec<i16> },
    #[error("a full name for {0}, which is not new")]
    FullNameOfKnown(String),
    #[error("not a department and its full name: {0}")]
    NotAFullName(String),
    #[error("no task is handed over")]
    NoTaskMoved,
    #[error("task {task}, quarter {quarter} of {year} is not open")]
    NotOpen { task: u32, quarter: u8, year: i16 },
    #[error("nothing to undo")]
    NothingToUndo,
    #[error("unchanged")]
    Unchanged,
    #[error("nobody is named as author")]
    NobodyNamed,
    #[error("{name} holds no role for {action:?}")]
    NotAllowed {
        action: Action,
        name: String,
        roles: Vec<Role>,
        having: Vec<String>,
        administrators: Vec<String>,
    },
    #[error("{name} has left")]
    PersonEnded { name: String, last: String },
    #[error("the PIN of {0} is needed")]
    PinNeeded(String),
    #[error("the PIN of {name} is wrong, {times} times in a row")]
    PinWrong { name: String, times: u32, wait: i64 },
    #[error("{name} waits {wait} s more")]
    PinTooSoon { name: String, wait: i64 },
    #[error("the PIN is not taken: {0:?}")]
    PinNotTaken(PinProblem),
    #[error("only {0} may change this PIN")]
    PinOfAnother(String),
    #[error("the PIN could not be hashed")]
    PinNotHashed,
    #[error("no recovery code was made")]
    NoRecovery,
    #[error("the recovery code is wrong")]
    RecoveryWrong { wait: i64 },
    #[error("nobody is called {name}")]
    UnknownPerson { name: String, known: Vec<String> },
    #[error("{0} is the last administrator")]
    LastAdministrator(String),
    #[error("the first grant, to {0}, names no administrator")]
    FirstGrant(String),
    #[error("{0} cannot hand over to himself")]
    HandoverToSelf(String),
    #[error("{name} begins on {from} only")]
    EndBeforeStart { name: String, from: String },
    #[error("a name is empty")]
    NameEmpty(&'static str),
    #[error("cannot read {name}: {why}")]
    Unreadable { name: String, why: std::io::Error },
    #[error("stopped before {}", .0.join(", "))]
    FilesStopped(Vec<String>),
    #[error("{0} is a folder")]
    IsAFolder(String),
    #[error("{0} is no regular file")]
    NotAFile(String),
    #[error("{0} lies inside a store")]
    InsideAStore(String),
    #[error("the store's folder {place} cannot be used: {why}")]
    StoreFolder { place: String, why: std::io::Error },
    #[error("the stored file {0} is missing")]
    FileMissing(String),
    #[error("the stored file {file} cannot be read: {why}")]
    FileUnreadable { file: String, why: std::io::Error },
    #[error("the stored file {0} is damaged")]
    FileDamaged(String),
    #[error("the system names no home folder")]
    NoHome,
    #[error("the result cannot be printed: {0}")]
    NotPrinted(std::io::Error),
    #[error("the passphrase is no UTF-8")]
    PassphraseUnreadable,
    #[error("cannot write {name}: {why}")]
    Unwritable { name: String, why: std::io::Error },
    #[error("no fonts in {0}")]
    NoFonts(String),
    #[error(transparent)]
    Font(#[from] pdf::FontError),
    #[error(transparent)]
    Layout(#[from] layout::LayoutError),
    #[error(transparent)]
    Pdf(#[from] pdf::PdfError),
    #[error("{name} names no format")]
    UnknownFormat { name: String },
    #[error(transparent)]
    Office(#[from] ooxml::OoxmlError),
    #[error("the store is not empty")]
    StoreNotEmpty,
    #[error("this is no sample")]
    NotTheSample,
    #[error("{0} could be run")]
    Executable(String),
    #[error("no longer at hand")]
    Gone,
    #[error("the sample is damaged: {0}")]
    SampleDamaged(String),
}

impl Refused {
    /// What crosses to the screen and to programs.
    #[must_use]
    pub fn to_wire(&self) -> Refusal {
        Refusal { code: self.code().to_owned(), text: self.text(), lines: self.lines() }
    }

    /// Whether the store is held by a program that calls itself so, or has not said yet what it is.
    #[must_use]
    pub fn is_held_by(&self, holder: &str) -> bool {
        matches!(self, Self::Store(store::StoreError::Held { by }) if by == holder || by.is_empty())
    }

    /// Where screens or programs tell cases apart.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(store::StoreError::Held { .. }) => "held",
            Self::Store(store::StoreError::Stopped)
            | Self::Backup(exchange::ExchangeError::Stopped)
            | Self::BookStopped => "stopped",
            Self::Store(_) => "store",
            Self::Backup(exchange::ExchangeError::PassphraseNeeded) => "passphrase_needed",
            Self::Backup(exchange::ExchangeError::WrongPassphrase) => "wrong_passphrase",
            Self::Backup(_) => "backup",
            Self::Paper(_) | Self::PaperUnnamed => "paper",
            Self::PaperDiffers { .. } => "paper_differs",
            Self::NoPlan | Self::NoPlanFor(_) => "no_plan",
            Self::NoEvidence { .. } => "no_evidence",
            Self::BookTooLargeToShow { .. } => "book_too_large",
            Self::MissingBoxes(_) => "missing_boxes",
            Self::NobodyNamed => "nobody_named",
            Self::RoundNotDue { .. } => "round_not_due",
            Self::Issue(IssueRefusal::Incomplete(_)) => "incomplete",
            Self::SourceMissing => "source_missing",
            Self::NotAllowed { .. } | Self::PersonEnded { .. } => "not_allowed",
            Self::PinNeeded(_) => "pin_needed",
            Self::PinWrong { .. } | Self::PinTooSoon { .. } => "pin_wrong",
            Self::PersonalUnanswered(_) => "personal_unanswered",
            Self::Layout(layout::LayoutError::MissingGlyphs(_))
            | Self::Pdf(pdf::PdfError::MissingGlyph { .. }) => "missing_glyph",
            _ => "refused",
        }
    }

    /// What happened, to what, and what to do next.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Store(error) => store_text(error),
            Self::Backup(error) => backup_text(error),
            Self::Feedback(refusal) => refusal.text(),
            Self::Issue(refusal) => refusal.text(),
            Self::Columns(refusal) => refusal.text(),
            Self::Paper(refusal) => format!("没有读入这个文件：{refusal}。"),
            Self::PaperDiffers { year, differences } => format!(
                "没有启用：{year}年度已有另一文本的白皮书在用，与此文件有{}处不同。已公布的白皮书不会被覆盖，请核对文件。",
                differences.len()
            ),
            Self::PaperUnnamed => {
                "没有启用：文件里没有读到发布机构或年度。请在文件开头补上“发布机构”和含年度的“名称”后再导入。"
                    .into()
            }
            Self::NoPlan => "还没有年度计划。请先导入白皮书。".into(),
            Self::NoPlanFor(year) => {
                format!("没有{year}年度的计划。请先导入该年度的白皮书，或改用已有的年度。")
            }
            Self::WhichYear(years) => {
                let years: Vec<_> = years.iter().map(ToString::to_string).collect();
                format!("有多个年度（{}）。请写明年度，命令行用 --year。", years.join("、"))
            }
            Self::UnknownTask { text, first, last } => {
                format!("没有编号为“{text}”的任务。请使用{first}至{last}之间的编号。")
            }
            Self::UnknownQuarter(text) => format!("没有“{text}”这个季度。请使用1至4。"),
            Self::UnknownRound { text, year } => {
                format!("“{text}”不是{year}年度的报告期。请写成 {year}Q1 至 {year}Q4。")
            }
            Self::AsOfLater { as_of, today } => format!(
                "没有生成：数据截至{}还没有到（今天是{}），那一天的数据还没有。请改为今天或以前的日期。",
                date_in_words(*as_of),
                date_in_words(*today)
            ),
            Self::NotADate(text) => format!("“{text}”不是日期。请写成 2013-05-31 这样。"),
            Self::NameNotLater { day, last } => {
                format!("没有更名：启用日期{day}不晚于现名的启用日期{last}。请改用更晚的日期。")
            }
            Self::UnknownDepartment { name, known } => {
                format!("没有名为“{name}”的责任部门。现有：{}。", shortened(known))
            }
            Self::AmbiguousDepartment { name, distinct } if distinct.is_empty() => {
                format!("“{name}”对应多个部门，不知道指哪一个。请在“设置”中核对各部门的名称。")
            }
            Self::AmbiguousDepartment { name, distinct } => format!(
                "“{name}”对应多个部门，不知道指哪一个。请改用只属于一个部门的名称：{}。",
                shortened(distinct)
            ),
            Self::NotResponsible { department, task, responsible } => format!(
                "{department}不是任务（{}）的责任部门。该任务的责任部门是：{}。",
                numeral::to_chinese(*task),
                responsible.join("、")
            ),
            Self::HandedOn { department, task, since, basis, successor } => format!(
                "{department}已不负责任务（{}）：{since}起由{successor}接手（{basis}）。请由{successor}填报；{department}以前所报都保留。",
                numeral::to_chinese(*task),
            ),
            Self::NothingPromised { task, quarter } => format!(
                "任务（{}）在第{}季度没有目标，不需要填报。请改选其他季度。",
                numeral::to_chinese(*task),
                numeral::to_chinese(u32::from(*quarter))
            ),
            Self::UnknownValue { name, known } if known.is_empty() => {
                format!("没有名为“{name}”的数量：这一季度的目标里没有可填的数量。请把数字写在进展里。")
            }
            Self::UnknownValue { name, known } => {
                format!("没有名为“{name}”的数量。这一季度的目标里可填：{}。", known.join("、"))
            }
            Self::NotAnAmount { name, text } => {
                format!("“{name}”的“{text}”不是数。请只填数字，如 12 或 72.63。")
            }
            Self::IndicatorName(name) if name.is_empty() => {
                "没有确认：有一个指标还没有名称。请写明它数的是什么，如“文艺演出”。".into()
            }
            Self::IndicatorName(name) => {
                format!("没有确认：同一任务里“{name}”出现两次，或不能识别。请改名后再确认。")
            }
            Self::NotAValue(text) => format!("“{text}”没有写成“名称=数”。请写成 文艺演出=12 这样。"),
            Self::ValueTwice(name) => {
                format!("“{name}”写了两个不同的数，没有提交。请只写一个。")
            }
            Self::MissingBoxes(missing) => {
                let boxes: Vec<_> = missing.iter().map(box_word).collect();
                format!("没有提交：还缺{}。请补齐后再提交。", boxes.join("、"))
            }
            Self::ItemCount { given, items } => {
                format!("事项状态有{given}个，而这一季度的目标有{items}个事项。请重新打开这一页后再填。")
            }
            Self::PersonalUnanswered(name) => {
                format!("没有提交：佐证“{name}”是否含个人信息还没有选择。请选择后再提交。")
            }
            Self::PaperEvidenceUnnamed => "备查件没有名称。请填写名称。".into(),
            Self::OtherDepartment { own, asked } => {
                format!("本单位只能填报{own}的进展，不能填报{asked}的。如单位设置有误，请在“设置”中更正。")
            }
            Self::SupervisionOnly => "只有督查室可以这样做。如单位设置有误，请在“设置”中更正。".into(),
            Self::SourceMissing => {
                "没有提交：代录需要写明来源（盖章纸件、Excel，或电话：姓名、时间）。".into()
            }
            Self::OwnDepartment { department } => {
                format!("{department}的填报须由其他单位的人员审核：不得审核本部门的填报。请换人审核。")
            }
            Self::NothingToReview { department } => {
                format!("{department}在这一报告期还没有提交，无法审核。请待其提交后再审核。")
            }
            Self::SeveralEntries { entries } => format!(
                "没有审核：这里有{}份填报：{}。请用 --department 写明部门，用 --round 写明报告期。",
                entries.len(),
                entries.join("、")
            ),
            Self::ReviewOfConflict { department } => {
                format!("{department}的这份填报有两个互相冲突的版本，没有审核。请先处理冲突，再审核。")
            }
            Self::NewerRevision { department, by, at } => format!(
                "没有审核：您看过之后，{department}的填报已有更正（{by}，{at}）。请重新打开，看过最新内容后再审核。"
            ),
            Self::UnknownRevision(text) => {
                format!("这份填报没有修订号以“{text}”开头的版本。请从审核列表中取修订号，至少写前8位。")
            }
            Self::ReturnReasonMissing => {
                "没有退回：退回必须写明理由，填报部门会看到。请写明要改什么。".into()
            }
            Self::NoReturnTo { to, known } => format!(
                "没有退回：“{to}”不是这份填报的责任部门、填报人或联络员。可以退给：{}。请从中选一个。",
                shortened(known)
            ),
            Self::NoSuchBox(place) => {
                format!("这份填报里没有“{place}”这一栏，没有退回。请改指其他栏目，或不指栏目。")
            }
            Self::QuoteNotFound(quote) => {
                format!("所指的栏目里没有“{quote}”这段文字，没有退回。请从填报原文中选取。")
            }
            Self::NothingToSample => {
                "没有抽取：这一报告期没有符合条件的填报，或份数是0。请放宽范围，或等部门提交后再抽。".into()
            }
            Self::SeedUsed { seed } => format!(
                "没有抽取：这一报告期已用种子{seed}抽过一张范围或份数不同的核查单。请换一个种子，或打开已有的核查单。"
            ),
            Self::NoSlips { round, as_of, later } if later.is_empty() => format!(
                "没有印督办通知单：截至{}，{round}报告期没有进展较慢的任务，也没有未销号的督办事项。请换一个报告期，或先在“督办”中交办。",
                date_in_words(*as_of)
            ),
            Self::NoSlips { round, as_of, later } => format!(
                "没有印督办通知单：截至{}，{round}报告期没有进展较慢而未交办的任务，也没有已交办的督办事项。{later}",
                date_in_words(*as_of)
            ),
            Self::NoEvidence { round } => format!(
                "没有印佐证材料册：{round}报告期按所选的部门和任务没有佐证。请换一个范围，或等部门提交佐证后再印。"
            ),
            Self::BookIsPdf => {
                "没有写出：佐证材料册收入照片和附件原页，只能存为 PDF，也不单独签发。请写到一个已有的文件夹，或以 .pdf 作扩展名。".into()
            }
            Self::BookStopped => {
                "已停止，没有写出佐证材料册。已经缩小的照片留着，下次会快些。".into()
            }
            Self::ReportStopped => "已停止，没有写出报告。".into(),
            Self::BookPieceLost { name } => format!(
                "没有写出：“{name}”在写出时读不出来或已改变。请再做一次；仍读不出来的文件会列入目录并写明原因。"
            ),
            Self::BookPieceTooLarge { name, max } => format!(
                "没有写出佐证材料册：“{name}”一件就超过每册{max} MB。请把每册的上限放大（最多200 MB），或把这一件拆小后重新提交。"
            ),
            Self::BookTooLargeToShow { photos } => format!(
                "佐证材料册有{photos}张照片，文件很大，不在窗口中显示。请用“另存 PDF”写出，写好后用系统的阅读器打开。"
            ),
            Self::PhotosNotKept { why } => format!(
                "没有写出：缩小的照片存不进资料库文件夹：{}。请清理磁盘或检查权限后再试；佐证原件没有改动。",
                io_words(why)
            ),
            Self::NoSuchSheet { seed, known } if known.is_empty() => {
                format!("没有种子为{seed}的核查单，这一报告期还没有核查单。请先抽取。")
            }
            Self::NoSuchSheet { seed, known } => {
                format!("没有种子为{seed}的核查单。这一报告期已有的种子：{}。", shortened(known))
            }
            Self::NotDrawn { department, task } => format!(
                "{department}任务（{}）的填报不在这张核查单上，没有登记。请从核查单中选取。",
                numeral::to_chinese(*task)
            ),
            Self::CheckIncomplete => {
                "没有登记核查结果：方式、日期、核查人和是否属实都要填写，不符的还要写明情况。请补齐后再登记。"
                    .into()
            }
            Self::CommentEmpty => "批注是空的，没有保存。请写明内容。".into(),
            Self::NoSuchComment => "这条批注已不在，没有改动。请重新打开这一页。".into(),
            Self::ItemNotInText(text) => {
                format!("没有保存事项：“{text}”不是季度目标的原文。事项须照抄原文的一段，不能改字。")
            }
            Self::NoLead(task) => format!(
                "任务（{}）还没有确认牵头部门，不能写汇总稿。请先在“计划”中确认牵头。",
                numeral::to_chinese(*task)
            ),
            Self::NothingToSumUp(task) => format!(
                "任务（{}）只有一个责任部门，不需要汇总稿：表上印它的填报。",
                numeral::to_chinese(*task)
            ),
            Self::ReasonMissing => "请写明理由；理由会印在报表上。".into(),
            Self::ThresholdsCrossed => {
                "没有保存：“较慢”的界限不能小于“按序时”的界限，也不能超过100个百分点。请改好后再保存。".into()
            }
            Self::UnknownLight { known } => {
                format!("全年进展没有这个词。请写其中之一：{}。", known.join("、"))
            }
            Self::LightWords => {
                "没有保存：全年进展的四个用词各为1至6个字，不能空着，也不能相同。请改好后再保存。".into()
            }
            Self::ReminderOutOfRange { workdays, allowed } => format!(
                "没有保存：到期提醒不能提前{workdays}个工作日。请写{}到{}之间的天数，如5。",
                allowed.start(),
                allowed.end()
            ),
            Self::CalendarLine { line, text, why } => {
                format!("工作日历第{line}行“{text}”读不懂：{why}。没有保存，请改好这一行再保存。")
            }
            Self::RoundClosed { round, on, by } => {
                format!("没有关闭：{round}报告期已由{by}于{on}关闭。需要继续接收时请重开，并写明理由。")
            }
            Self::RoundNotDue { round, due } => {
                format!("没有关闭：{round}报告期{due}才到期。要提前关闭，请写明理由（命令行用 --reason）。")
            }
            Self::RoundOpen(round) => format!("没有重开：{round}报告期没有关闭，仍在接收填报。"),
            Self::ReopeningReasonMissing(round) => {
                format!("没有重开{round}报告期：还缺理由。请写明理由（命令行用 --reason）。")
            }
            Self::NotInPlan { department, year } => {
                format!("{department}在{year}年度的白皮书里没有负责的任务。请核对部门和年度。")
            }
            Self::UnknownSheetCode { code, known } if known.is_empty() => format!(
                "没有收下：没有打印过报送码为“{code}”的季度报送表，也没有待签的。请先打印送签，再收回扫描件。"
            ),
            Self::UnknownSheetCode { code, known } => format!(
                "没有收下：没有打印过报送码为“{code}”的季度报送表。请核对纸上页脚的报送码。待签的有：{}。",
                shortened(known)
            ),
            Self::NoScan(name) => {
                format!("没有收下：“{name}”不是扫描件。请扫描成 PDF 或 JPEG 再拖入。")
            }
            Self::ScanClosed { name, fault: ScanFault::Encrypted } => {
                format!("没有收下：“{name}”有密码保护，打不开。请取消密码、重新保存后再拖入。")
            }
            Self::ScanClosed { name, fault: ScanFault::Damaged } => {
                format!("没有收下：“{name}”已损坏，打不开。请重新扫描，或从原处再复制一次。")
            }
            Self::OneScan { given: 0 } => "没有收下：没有文件。请拖入签字盖章后的扫描件。".into(),
            Self::OneScan { given } => {
                format!("没有收下：一份报送表只对应一个扫描件，这里有{given}个。请扫描成一个 PDF 再拖入。")
            }
            Self::ScanKnown(code) => {
                format!("没有改动：报送码为“{code}”的报送表已收回同一个扫描件。")
            }
            Self::NothingToSign { department, round } => {
                format!("没有打印：{department}{round}还没有填报任何内容，没有可以送签的。请先填报并提交。")
            }
            Self::DueBeforeAssigned { due, on } => {
                format!("没有交办：办结期限{due}早于交办日期{on}。请核对两个日期。")
            }
            Self::UnknownInstruction(text) => {
                format!("没有编号为“{text}”的领导批示。请用 bps instruction list 或“督办”页查看。")
            }
            Self::UnknownSupervision { text, year } => {
                format!(
                    "{year}年度没有“{text}”这个督办事项。请写序号（如 3）或编号（如 督办〔{year}〕3号）。"
                )
            }
            Self::UnknownStage(text) => {
                format!("“{text}”不是督办的环节。环节依次为：交办、签收、反馈、复核、销号。")
            }
            Self::StepNotAllowed { number, from, next, .. } if next.is_empty() => {
                format!("{number}已{from}，不能再改动。需要继续督办时请另行交办。")
            }
            Self::StepNotAllowed { number, from, to, next } => {
                format!("{number}现在是“{from}”，不能直接“{to}”。下一步：{}。", next.join("或"))
            }
            Self::StepWordsMissing { number, step } => {
                format!("没有记入：{number}的“{step}”需要写明内容。请填写后再试（命令行用 --words）。")
            }
            Self::StepTooEarly { number, on, last } => {
                format!("没有记入：{on}早于{number}上一环节的日期{last}。请核对日期。")
            }
            Self::UnknownChange(text) => {
                format!(
                    "“{text}”不是计划变更的种类。请选：调整、取消或延期（命令行用 reworded、cancelled、deferred）。"
                )
            }
            Self::NotReworded { task, quarter } => format!(
                "没有调整：任务（{}）第{}季度的新目标与公布的相同。请写出调整后的目标，或改选取消、延期。",
                numeral::to_chinese(*task),
                numeral::to_chinese(u32::from(*quarter))
            ),
            Self::NotLater { to, from } => {
                format!("没有延期：{to}不晚于原定的{from}。请改选更晚的报告期，如 2013Q4。")
            }
            Self::UnknownOrganisation(text) => format!(
                "“{text}”不是机构变动的种类。请选：更名、合并、拆分或任务移交（命令行用 renamed、merged、split、transferred）。"
            ),
            Self::OrganisationCount(kind) => {
                let needed = match kind {
                    OrganisationKind::Renamed => "一个部门和一个新名称",
                    OrganisationKind::Merged => "合并前的部门和合并后的一个部门",
                    OrganisationKind::Split => "拆分前的一个部门和拆分后的两个以上部门",
                    OrganisationKind::Transferred => "移出任务的一个部门和接手的一个部门",
                };
                format!("没有记入：{}需要写明{needed}。请核对部门。", kind.word())
            }
            Self::NotItsTask { department, task, held } => format!(
                "{department}在那一天不负责任务（{}），不能移交。它负责：{}。",
                numeral::to_chinese(*task),
                task_words(held)
            ),
            Self::NotAfter { name, after } => {
                format!("“{name}”不在变动后的部门之中。变动后的部门是：{}。请核对名称。", after.join("、"))
            }
            Self::NotATaskMove(text) => format!("“{text}”没有写成“编号=部门”。请写成 5=文体局 这样。"),
            Self::TasksLeft { year, tasks } => {
                format!(
                    "没有拆分：{year}年度任务{}还没有写明由谁接手。请逐项写明（命令行用 --task 编号=部门）。",
                    task_words(tasks)
                )
            }
            Self::TaskTwice { year, task } => format!(
                "{year}年度任务（{}）写了两次由谁接手。一项任务只由一个部门接手，请留一个。",
                numeral::to_chinese(*task)
            ),
            Self::TaskOfYears { task, years } => {
                let years: Vec<_> = years.iter().map(ToString::to_string).collect();
                format!(
                    "{}年度都有任务（{}）由这个部门负责，没有写明移交哪一年的。请写明年度（命令行用 --task 年度/编号=部门）。",
                    years.join("、"),
                    numeral::to_chinese(*task)
                )
            }
            Self::FullNameOfKnown(name) => {
                format!("{name}是已有的部门，这里不改它的全称。请去掉这个全称；要改名称，请登记更名。")
            }
            Self::NotAFullName(text) => format!(
                "“{text}”没有写明是哪个部门的全称。变动后不止一个部门时，请写成 文化局=某某区文化局 这样。"
            ),
            Self::NoTaskMoved => {
                "没有移交：没有写明移交哪些任务。请逐项写明（命令行用 --task 编号=部门）。".into()
            }
            Self::NotOpen { task, quarter, year } => format!(
                "{year}年任务（{}）第{}季度的目标没有结转：它已完成、已取消，或白皮书没有列。请用 bps carry list 或“计划”页查看。",
                numeral::to_chinese(*task),
                numeral::to_chinese(u32::from(*quarter))
            ),
            Self::NothingToUndo => "没有可撤销的提交。".into(),
            Self::Unchanged => "内容与已提交的相同，没有新的提交。".into(),
            Self::NobodyNamed => "还不知道由谁填报。请写明姓名。".into(),
            Self::NotAllowed { action, name, roles, having, administrators } => {
                not_allowed_text(*action, (name, roles), having, administrators)
            }
            Self::PersonEnded { name, last } => {
                format!("没有办理：{name}的任期已于{last}结束，不能再办理。请改由在任的人员办理。")
            }
            Self::PinNeeded(name) => {
                format!("没有办理：需要{name}的 PIN。请输入 PIN；命令行用环境变量 BPS_PIN。")
            }
            Self::PinWrong { name, times, wait: 0 } => {
                format!("{name}的 PIN 不对（连续第{times}次）。请重新输入。")
            }
            Self::PinWrong { name, times, wait } => {
                format!("{name}的 PIN 不对（连续第{times}次）。请等{}后再输入。", seconds_words(*wait))
            }
            Self::PinTooSoon { name, wait } => {
                format!("{name}刚才连续输错，这一次没有核对。请等{}后再输入。", seconds_words(*wait))
            }
            Self::PinNotTaken(problem) => {
                let why = match problem {
                    PinProblem::NotDigits => "只能用数字",
                    PinProblem::Length => "要有4至12位数字",
                    PinProblem::AllEqual => "不能每一位都相同",
                    PinProblem::InRow => "不能是 1234 这样的连号",
                };
                format!("没有设置 PIN：{why}。请换一个 PIN。")
            }
            Self::PinOfAnother(name) => format!(
                "没有改动：{name}已有 PIN，在无人担任管理时只能由本人改。请由本人办理；忘记时用恢复单重置。"
            ),
            Self::PinNotHashed => "没有设置 PIN：内存不足。请关闭其他程序后再试。".into(),
            Self::NoRecovery => {
                "还没有恢复单，不能用它重置。恢复单在首次设置 PIN 时生成；请由管理人员重置。".into()
            }
            Self::RecoveryWrong { wait } => {
                let next = match wait {
                    0 => "请对照恢复单重新输入".to_owned(),
                    wait => format!("请等{}后对照恢复单再输入", seconds_words(*wait)),
                };
                format!("没有重置：恢复码不对。{next}。")
            }
            Self::UnknownPerson { name, known } if known.is_empty() => {
                format!("人员中没有“{name}”。请先在“设置”中添加。")
            }
            Self::UnknownPerson { name, known } => format!(
                "人员中没有“{name}”。现有：{}；新来的人员请由管理人员在“设置”中添加。",
                shortened(known)
            ),
            Self::LastAdministrator(name) => {
                format!("没有改动：{name}是最后一名管理人员。请先授权另一人担任管理。")
            }
            Self::FirstGrant(name) => format!(
                "没有授权：首次授权须包含管理角色，否则以后没有人能管理人员。请先授予{name}或另一人管理角色。"
            ),
            Self::HandoverToSelf(name) => {
                format!("没有移交：移交人和接收人都是{name}。请另选接收人。")
            }
            Self::EndBeforeStart { name, from } => {
                format!("没有改动：{name}自{from}起任职，结束日期不能更早。请改用{from}或以后的日期。")
            }
            Self::NameEmpty(what) => format!("{what}是空的。请填写。"),
            Self::Unreadable { name, why } => {
                format!("无法读取“{name}”：{}。请核对文件是否存在、能否打开。", io_words(why))
            }
            Self::FilesStopped(left) => {
                format!("已停止：{}没有添加，已存入的都保留。需要时请重新添加。", shortened(left))
            }
            Self::IsAFolder(name) => format!("“{name}”是文件夹，不是文件。请选择文件。"),
            Self::NotAFile(name) => {
                format!("“{name}”不是普通文件（可能是设备或管道），没有读写。请改用普通文件。")
            }
            Self::InsideAStore(name) => {
                format!("“{name}”在资料库文件夹里，没有写出：里面的文件只由本程序保管。请写到别的文件夹。")
            }
            Self::StoreFolder { place, why } => {
                format!("资料库文件夹“{place}”不能使用：{}。请核对它的位置和权限后再试。", io_words(why))
            }
            Self::FileMissing(file) => {
                format!(
                    "佐证文件{file}不在资料库文件夹中，可能被移走，没有写出备份。请放回原处，或从以前的备份恢复。"
                )
            }
            Self::FileUnreadable { file, why } => {
                format!("佐证文件{file}读不出来：{}，没有写出备份。请检查磁盘和权限。", io_words(why))
            }
            Self::FileDamaged(file) => {
                format!("佐证文件{file}已损坏，与登记的校验值不符，没有写出备份。请从以前的备份恢复。")
            }
            Self::NoHome => {
                "系统没有告知用户文件夹（HOME），不知道资料库在哪里。请用 --store 或环境变量 BPS_STORE 指定。"
                    .into()
            }
            Self::NotPrinted(why) => {
                format!("命令已执行，但结果没有写全：{}。请换一个位置输出后再试。", io_words(why))
            }
            Self::PassphraseUnreadable => {
                "环境变量 BPS_PASSPHRASE 不是 UTF-8 文字，没有备份或恢复。请重新设置密码后再试。".into()
            }
            Self::Unwritable { name, why } => {
                format!("无法写入“{name}”：{}。请换一个位置或关闭占用它的程序后再试。", io_words(why))
            }
            Self::NoFonts(place) => {
                format!(
                    "没有找到打印所用的字体（{place}）。请重新安装本程序，或用环境变量 BPS_FONTS 指定字体所在的文件夹。"
                )
            }
            Self::Font(pdf::FontError::Unreadable { path, source }) => {
                format!("字体文件“{}”读不出来：{}。请重新安装本程序。", file_name(path), io_words(source))
            }
            Self::Font(pdf::FontError::Malformed { path, .. }) => {
                format!("字体文件“{}”已损坏。请重新安装本程序。", file_name(path))
            }
            Self::Layout(error) => layout_text(error),
            Self::Pdf(pdf::PdfError::MissingGlyph { character, page, text, .. }) => {
                glyphs_text(&[(*character, format!("第{page}页“{text}”"), 1)])
            }
            Self::Pdf(error) => format!(
                "没有生成 PDF：程序内部出错（{error}）。已填报的内容不受影响，请把这句话告诉维护人员。"
            ),
            Self::UnknownFormat { name } => format!(
                "没有写出“{name}”：看不出要哪种文件。请用 .pdf（版面固定，用于印发）、.docx（Word、WPS 文字，可修改）或 .xlsx（Excel、WPS 表格）作扩展名。"
            ),
            Self::Office(error) => office_text(error),
            Self::StoreNotEmpty => "这里已有资料库，没有改动。请另选一个空文件夹。".into(),
            Self::NotTheSample => "当前打开的不是示例，没有移除。".into(),
            Self::Executable(name) => {
                format!("“{name}”可能是程序，为安全起见不会打开。文件仍保存在资料库中。")
            }
            Self::Gone => "这份内容已不在内存中。请重新生成或重新选择。".into(),
            Self::SampleDamaged(what) => format!("示例数据有误（{what}）。请重新安装本程序。"),
        }
    }

    /// Further lines: the differences.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        match self {
            Self::PaperDiffers { differences, .. } => differences.clone(),
            Self::Issue(refusal) => refusal.lines(),
            _ => Vec::new(),
        }
    }
}

/// （三）、（五）.
fn task_words(tasks: &[u32]) -> String {
    tasks.iter().map(|task| format!("（{}）", numeral::to_chinese(*task))).collect::<Vec<_>>().join("、")
}

fn shortened(names: &[String]) -> String {
    const SHOWN: usize = 30;
    let shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("、");
    if names.len() > SHOWN { format!("{shown}等{}个", names.len()) } else { shown }
}

fn seconds_words(seconds: i64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds}秒"),
        (minutes, 0) => format!("{minutes}分钟"),
        (minutes, seconds) => format!("{minutes}分{seconds}秒"),
    }
}

fn not_allowed_text(
    action: Action,
    (name, roles): (&str, &[Role]),
    having: &[String],
    administrators: &[String],
) -> String {
    let needed = action.roles().iter().map(|role| role.word()).collect::<Vec<_>>().join("或");
    let held = match roles {
        [] => "没有角色".to_owned(),
        roles => roles.iter().map(|role| role.word()).collect::<Vec<_>>().join("、"),
    };
    let next = match (having, administrators) {
        ([], administrators) => {
            format!("现在没有担任{needed}的人员，请由{}在“设置”中授权", shortened(administrators))
        }
        (having, []) => format!("请由{}办理", shortened(having)),
        (having, administrators) => {
            format!("请由{}办理，或由{}在“设置”中授权", shortened(having), shortened(administrators))
        }
    };
    format!("没有办理：“{}”需要{needed}角色，现在的人员是{name}（{held}）。{next}。", action.word())
}

fn box_word(missing: &Missing) -> String {
    match missing {
        Missing::Claim => "自报".into(),
        Missing::Text => "进展".into(),
        Missing::Cause => "原因".into(),
        Missing::Measure => "措施".into(),
        Missing::Due => "预计完成日期".into(),
        Missing::Person => "责任人".into(),
        Missing::UndoneItems(items) => {
            let items: Vec<_> = items.iter().map(ToString::to_string).collect();
            format!("事项{}的完成（自报为“{}”而这些事项未完成）", items.join("、"), Claim::Done.word())
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What the system said, in words; the system speaks English.
#[must_use]
pub fn io_words(error: &std::io::Error) -> &'static str {
    use std::io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "没有这个文件或文件夹",
        Kind::PermissionDenied => "没有权限",
        Kind::AlreadyExists => "同名的文件已存在",
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => "磁盘空间不足",
        Kind::ReadOnlyFilesystem => "磁盘是只读的",
        Kind::IsADirectory => "这是文件夹",
        Kind::NotADirectory => "路径中有一段不是文件夹",
        Kind::InvalidFilename | Kind::InvalidInput => "名称不可用",
        Kind::ResourceBusy | Kind::ExecutableFileBusy => "正被其他程序占用",
        Kind::UnexpectedEof => "文件不完整",
        _ => "读写出错",
    }
}
