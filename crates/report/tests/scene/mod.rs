//! A small plan with what is stated about it, and what of a report can be read back.

#![allow(clippy::unwrap_used, reason = "tests")]
#![allow(dead_code, reason = "each test file uses a part")]

use domain::claim::Claim;
use domain::department::{Department, DepartmentName};
use domain::evidence::{Evidence, EvidenceForm, PaperEvidence};
use domain::id::ObjectId;
use domain::period::{Quarter, Round};
use domain::plan::{Goal, Plan, RecordField, RecordKind, Task};
use domain::progress::{Progress, ProgressKey};
use domain::register::{Entry, FindingKey, Register, RegisterParts, TaskLead};
use domain::state::Finding;
use jiff::civil::Date;
use layout::block::{Block, Paragraph};
use layout::font::{FaceId, FontRole, Glyph, Metrics};
use report::{Audience, ColumnPreset, Edition, Making, QuarterOptions, Report, Source, Style};
use std::collections::BTreeMap;

/// Every glyph: full width for Han and marks, half for the rest.
pub(crate) struct Em;

impl Metrics for Em {
    fn glyph(&self, role: FontRole, character: char) -> Option<Glyph> {
        let face = FaceId(FontRole::ALL.iter().position(|known| *known == role).unwrap() as u16);
        Some(Glyph { face, advance: if character.is_ascii() { 500 } else { 1000 } })
    }
}

pub(crate) fn round(text: &str) -> Round {
    text.parse().unwrap()
}

pub(crate) fn department(name: &str) -> ObjectId {
    let sum = name.chars().fold(0_u8, |sum, c| sum.wrapping_mul(31).wrapping_add(c as u32 as u8));
    ObjectId([sum; 16])
}

pub(crate) fn department_named(name: &str) -> Department {
    let names = vec![DepartmentName { short: name.into(), ..DepartmentName::default() }];
    Department { id: department(name), names }
}

pub(crate) fn task(number: u32, departments: &[&str]) -> Task {
    let numeral = domain::numeral::to_chinese(number);
    Task {
        number,
        number_text: format!("({numeral})"),
        title: format!("任务{numeral}"),
        objective: Some(format!("全年目标{numeral}。")),
        milestones: Quarter::ALL
            .map(|quarter| Some(format!("开展{}活动10场以上;编制{numeral}报告。", quarter.word()))),
        departments: departments.iter().map(|name| (*name).to_owned()).collect(),
    }
}

pub(crate) fn plan(goals: Vec<Goal>) -> Plan {
    let field = |kind, value: &str| RecordField { kind, label: "名 称".into(), value: value.into() };
    let record = vec![
        field(RecordKind::Title, "某区人民政府2013年度公共服务白皮书"),
        field(RecordKind::Issuer, "某区人民政府"),
        field(RecordKind::PublishedOn, "2013-04-17 00:00"),
    ];
    Plan { year: 2013, record, goals, ..Plan::default() }
}

pub(crate) fn goal(name: &str, tasks: Vec<Task>) -> Goal {
    Goal { name: name.into(), tasks }
}

/// What is stated: task, promised quarter, round, department, statement.
pub(crate) type Stated<'a> = (u32, Quarter, &'a str, &'a str, Progress);

pub(crate) fn register(
    plan: Plan,
    stated: Vec<Stated<'_>>,
    findings: Vec<(FindingKey, Finding)>,
) -> Register {
    register_with(plan, stated, findings, BTreeMap::new())
}

pub(crate) fn register_with(
    plan: Plan,
    stated: Vec<Stated<'_>>,
    findings: Vec<(FindingKey, Finding)>,
    leads: BTreeMap<u32, ObjectId>,
) -> Register {
    Register::new(parts_with(plan, stated, findings, leads))
}

/// What such a register is made of.
pub(crate) fn parts_with(
    plan: Plan,
    stated: Vec<Stated<'_>>,
    findings: Vec<(FindingKey, Finding)>,
    leads: BTreeMap<u32, ObjectId>,
) -> RegisterParts {
    let departments = plan.department_names().into_iter().map(department_named).collect();
    let plan_id = ObjectId([200; 16]);
    let entries = stated.into_iter().map(|(task, quarter, in_round, by, progress)| Entry {
        key: ProgressKey { plan: plan_id, task, quarter, round: round(in_round), department: department(by) },
        stated_dates: vec![progress.due],
        claimed_on: Some(eighth_after(round(in_round))),
        handed_in: Some(eighth_after(round(in_round))),
        progress,
    });
    let lead = |(task, id)| TaskLead { task, department: Some(id), from: None };
    RegisterParts {
        entries: entries.collect(),
        indicators: domain::indicator::read(&plan),
        departments,
        leads: leads.into_iter().map(lead).collect(),
        findings,
        ..RegisterParts::of(plan_id, plan)
    }
}

/// The eighth day after a round.
fn eighth_after(round: Round) -> Date {
    let (year, month) = if round.quarter == Quarter::Fourth {
        (round.year + 1, 1)
    } else {
        (round.year, round.quarter.number() as i8 * 3 + 1)
    };
    Date::constant(year, month, 8)
}

pub(crate) fn stated(claim: Claim, text: &str) -> Progress {
    Progress { claim: Some(claim), text: text.into(), ..Progress::default() }
}

pub(crate) fn not_done(cause: &str, due: Date) -> Progress {
    Progress {
        cause: cause.into(),
        measure: "加派人手".into(),
        due: Some(due),
        person: "李某(科长)".into(),
        ..stated(Claim::NotDone, "尚在办理。")
    }
}

pub(crate) fn evidence(number: u32, personal: bool) -> Evidence {
    let form =
        EvidenceForm::OnPaper(PaperEvidence { name: "会议纪要".into(), ..PaperEvidence::default() });
    Evidence { number: Some(number), form, personal }
}

/// The preset of that key.
pub(crate) fn preset(key: &str) -> ColumnPreset {
    ColumnPreset::shipped().unwrap().into_iter().find(|preset| preset.key == key).unwrap()
}

/// 对照 with the columns that nobody has to choose.
pub(crate) fn wide() -> Style {
    Style::Wide(preset("compare"))
}

/// Every style with every preset, by name.
pub(crate) fn styles() -> Vec<(String, Style)> {
    let presets = ColumnPreset::shipped().unwrap().into_iter();
    let landscape = presets.map(|preset| (preset.name.clone(), Style::Wide(preset)));
    landscape.chain([("原版".to_owned(), Style::Original)]).collect()
}

pub(crate) fn making(as_of: Date) -> Making {
    let audience = Audience::Internal;
    Making { as_of, edition: Edition::Draft, audience, sample: false, unit: "督查室".into() }
}

pub(crate) fn options(in_round: &str, as_of: Date, style: Style) -> QuarterOptions {
    QuarterOptions { round: round(in_round), style, department: None, making: making(as_of) }
}

/// The quarter's report as of its due date.
pub(crate) fn report_of(register: &Register, in_round: &str, style: Style) -> Report {
    report::quarter(register, &options(in_round, register.due(round(in_round)), style))
}

/// Every paragraph in reading order, cells row by row; what the layout joins without a trace is taken out.
pub(crate) fn paragraphs(report: &Report) -> Vec<(Option<Source>, String)> {
    let mut found = Vec::new();
    for section in &report.manuscript.sections {
        section.blocks.iter().for_each(|block| walk(block, report, &mut found));
    }
    found
}

fn walk(block: &Block, report: &Report, found: &mut Vec<(Option<Source>, String)>) {
    let mut take = |paragraph: &Paragraph| {
        let source = paragraph.source.and_then(|source| report.sources.get(source));
        found.push((source, paragraph.text().replace('\u{2060}', "")));
    };
    match block {
        Block::Paragraph(paragraph) => take(paragraph),
        Block::Closed { table, closing, .. } => {
            walk(&Block::Table(table.clone()), report, found);
            closing.iter().for_each(|block| walk(block, report, found));
        }
        Block::Table(table) => {
            for group in &table.groups {
                group.cells.iter().flat_map(|cell| &cell.paragraphs).for_each(&mut take);
                for row in &group.rows {
                    row.cells.iter().flat_map(|cell| &cell.paragraphs).for_each(&mut take);
                    let flow = row.bands.iter().flat_map(|band| &band.cells);
                    flow.flat_map(|cell| &cell.paragraphs).for_each(&mut take);
                }
            }
        }
        Block::Together(blocks) => blocks.iter().for_each(|block| walk(block, report, found)),
        Block::Figures(figures) => {
            figures.figures.iter().flat_map(|figure| &figure.caption).for_each(&mut take);
        }
        Block::Foreign(page) => page.head.iter().for_each(&mut take),
        Block::PageBreak | Block::Rule(_) | Block::Space(_) => {}
    }
}

/// The counted sentences under the title.
pub(crate) fn summary(report: &Report) -> String {
    let is_summary = |(source, _): &&(Option<Source>, String)| *source == Some(Source::Summary);
    paragraphs(report).iter().find(is_summary).map(|(_, text)| text.clone()).unwrap_or_default()
}

/// The whole text, a paragraph a line.
pub(crate) fn text(report: &Report) -> String {
    paragraphs(report).into_iter().map(|(_, text)| text + "\n").collect()
}
