//! 核查单: a random sample of one round's entries on a landscape sheet, with the seed and how it was drawn.
//!
//! What is still open is printed as boxes to tick by hand and room to write; what was entered is printed as entered.

use crate::facsimile::numbered_title;
use crate::front::{self, Front};
use crate::source::{Source, SourceTable};
use crate::style::{self, CELL, cell_span, paragraph};
use crate::{Report, wide, wording};
use domain::evidence;
use domain::id::ObjectId;
use domain::period::{Round, date_in_words};
use domain::plan::Task;
use domain::progress::{Progress, ProgressKey};
use domain::register::Register;
use domain::review::{Check, Method, Verification, agreement_word, sample};
use jiff::civil::Date;
use layout::Length;
use layout::block::{
    Alignment, Block, Manuscript, OutlineLabel, Paragraph, ParagraphRole, ParagraphStyle, Section, Span,
};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::punctuation::full_width;
use layout::sheet::{RunningLine, Sheet};
use layout::table::{Band, Cell, Column, ColumnPart, Group, Row, Table};

const PITCH: Length = Length(14_600);
const PADDING_X: Length = Length(3_600);
const PADDING_Y: Length = Length(2_800);
/// Text widths in half characters; with their padding they fill 257 mm.
const HALF_CHARACTERS: [i32; 7] = [6, 6, 36, 12, 35, 10, 24];
const PARTS: [ColumnPart; 7] = [
    ColumnPart::Row,
    ColumnPart::Row,
    ColumnPart::Flow,
    ColumnPart::Row,
    ColumnPart::Flow,
    ColumnPart::Flow,
    ColumnPart::Flow,
];
/// Room to write by hand.
const HEIGHT_OPEN: Length = Length::mm(24.0);

/// What is printed beside the sheet itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationOptions {
    /// On which day it was drawn.
    pub drawn_on: Date,
    /// By whom.
    pub drawn_by: String,
    /// Whether the store is the sample: marked on every page.
    pub sample: bool,
    /// The office that verifies; may be empty.
    pub unit: String,
}

/// The verification sheet.
#[must_use]
pub fn verification(register: &Register, sheet: &Verification, options: &VerificationOptions) -> Report {
    let mut sources = SourceTable::default();
    let title_source = sources.add(Source::Title);
    let title = wording::verification_title(sheet.round);
    let plan = &register.plan;
    let mut blocks = Vec::new();
    if !plan.title().is_empty() {
        let over = style::centred(plan.title(), FontRole::Kai, size::THREE, Length::pt(24.0));
        blocks.push(Block::Paragraph(over.from_source(title_source)));
    }
    let mut head = style::centred(&title, FontRole::Title, size::TWO, Length::pt(36.0));
    head.role = ParagraphRole::Title;
    head.style.space_after = Length::pt(4.0);
    blocks.push(Block::Paragraph(head.from_source(title_source)));
    let source = sources.add(Source::Summary);
    for text in [sampled_in_words(register, sheet, options), wording::DRAWING.to_owned()] {
        let spans = vec![style::span(&text, FontRole::Fangsong, size::SMALL_FOUR)];
        let told = paragraph(spans, ParagraphStyle::body(size::SMALL_FOUR, Length::pt(20.0)));
        blocks.push(Block::Paragraph(told.from_source(source)));
    }
    blocks.push(Block::Space(Length::pt(8.0)));
    let mut closing = vec![span(wording::VERIFICATION_SIGNATURES)];
    closing.iter_mut().for_each(|span| span.size = size::SMALL_FOUR);
    let mut signatures = paragraph(closing, ParagraphStyle::cell(Length::pt(30.0)));
    signatures.style.space_before = Length::pt(8.0);
    let table = table(register, sheet, &mut sources);
    let closing = vec![Block::Paragraph(signatures.from_source(source))];
    blocks.push(Block::Closed { table, rows_kept: 1, closing });
    let section = Section { sheet: with_running_line(wide::sheet(), options), first_number: None, blocks };
    Report {
        manuscript: Manuscript { sections: vec![section] },
        front: front_of(register, sheet, options, &title),
        sources,
    }
}

/// Seed, population and drawn places: with [`wording::DRAWING`] enough to draw the same again.
#[must_use]
pub fn sampled_in_words(register: &Register, sheet: &Verification, options: &VerificationOptions) -> String {
    let department = sheet.department.map(|id| name_of(register, id, sheet.round));
    let places: Vec<_> = places(sheet).map(|place| place.to_string()).collect();
    let population = wording::population(sheet.round, sheet.claim, department.as_deref(), sheet.population);
    let drawn = wording::drawn(sheet.seed, &places, options.drawn_on, &options.drawn_by);
    format!("{population}{drawn}")
}

/// The drawn places, from 1, in the order drawn.
fn places(sheet: &Verification) -> impl Iterator<Item = usize> {
    let population = usize::try_from(sheet.population).unwrap_or(usize::MAX);
    sample(sheet.seed, population, sheet.checks.len()).into_iter().map(|place| place + 1)
}

fn name_of(register: &Register, id: ObjectId, round: Round) -> String {
    let known = register.department(id);
    known.map_or(wording::UNKNOWN_DEPARTMENT, |one| one.name_on(round.last_day())).to_owned()
}

fn span(text: &str) -> Span {
    cell_span(text, FontRole::Fangsong)
}

fn plain(spans: Vec<Span>) -> Paragraph {
    paragraph(spans, ParagraphStyle::cell(PITCH))
}

fn centred(spans: Vec<Span>) -> Paragraph {
    paragraph(spans, ParagraphStyle::cell(PITCH).aligned(Alignment::Center))
}

fn table(register: &Register, sheet: &Verification, sources: &mut SourceTable) -> Table {
    let titles = wording::COLUMNS_VERIFICATION;
    let columns = PARTS.iter().zip(HALF_CHARACTERS).zip(titles).map(|((part, halves), title)| Column {
        width: CELL * halves / 2 + PADDING_X * 2,
        part: *part,
        title: Cell::new(vec![centred(vec![cell_span(title, FontRole::Hei)])]).middle(),
    });
    let look = style::ruled(PADDING_X, PADDING_Y);
    let rows = sheet.checks.iter().zip(places(sheet)).enumerate();
    let rows = rows.map(|(at, (check, place))| row(register, sheet, check, (at + 1, place), sources));
    let groups = vec![Group { cells: Vec::new(), rows: rows.collect() }];
    Table { columns: columns.collect(), head: true, groups, look, source: None }
}

/// `numbers`: which of the drawn it is, and its place among all.
fn row(
    register: &Register,
    sheet: &Verification,
    check: &Check,
    numbers: (usize, usize),
    sources: &mut SourceTable,
) -> Row {
    let key = ProgressKey {
        plan: sheet.plan,
        task: check.task,
        quarter: check.quarter,
        round: sheet.round,
        department: check.department,
    };
    let task = register.plan.task(check.task);
    let entries = register.entries(check.task, check.quarter);
    let progress = entries.iter().find(|entry| entry.key == key).map(|entry| &entry.progress);
    let (of_task, stated) = (sources.add(Source::Task(check.task)), sources.add(Source::Progress(key)));
    let mut promise = Vec::new();
    if let Some(task) = task {
        let title = numbered_title(task);
        let mut head = plain(vec![span(&title)]).from_source(of_task);
        head.outline = Some(OutlineLabel { level: 1, title: full_width(&title) });
        promise.push(head);
    }
    if let Some(text) = task.and_then(|task| task.milestone(check.quarter)) {
        let label = cell_span(&wording::milestone_label(check.quarter), FontRole::Hei);
        let quarter = sources.add(Source::Milestone { task: check.task, quarter: check.quarter });
        promise.push(plain(vec![label, span(text)]).from_source(quarter));
    }
    let name = published(register, task, check.department, sheet.round);
    let said = progress.map_or_else(
        || vec![plain(vec![span(wording::ENTRY_WITHDRAWN)]).from_source(stated)],
        |progress| statement(progress, &key, &name).into_iter().map(|one| one.from_source(stated)).collect(),
    );
    let number =
        |number: usize| Cell::new(vec![centred(vec![span(&number.to_string())]).from_source(of_task)]);
    let band = Band {
        cells: [promise, said, method(check), result(check)].map(Cell::new).into(),
        splits: true,
        ..Band::default()
    };
    Row {
        cells: vec![
            number(numbers.0),
            number(numbers.1),
            Cell::new(vec![centred(vec![span(&name)]).from_source(of_task)]),
        ],
        bands: vec![band],
        height_min: if check.agrees.is_none() { HEIGHT_OPEN } else { Length::ZERO },
        source: Some(of_task),
    }
}

/// As the paper names it for the task.
fn published(register: &Register, task: Option<&Task>, id: ObjectId, round: Round) -> String {
    let named =
        task.and_then(|task| register.responsible_in(task, round).into_iter().find(|one| one.id == id));
    named.map_or_else(|| name_of(register, id, round), |one| one.name.to_owned())
}

/// What was stated: claim, text, numbers, evidence.
fn statement(progress: &Progress, key: &ProgressKey, name: &str) -> Vec<Paragraph> {
    let claim = progress.claim.map_or("", domain::claim::Claim::word);
    let mut said =
        vec![plain(vec![cell_span(&wording::claimed(claim), FontRole::Hei), span(&progress.text)])];
    let values = progress.values.iter().map(|one| format!("{}{}{}", one.name, one.amount, one.measure));
    let values: Vec<_> = values.collect();
    if !values.is_empty() {
        said.push(plain(vec![span(&format!("{}。", values.join("，")))]));
    }
    // The inspector holds the papers against this list; personal ones are named by their code alone.
    let backing = progress.evidence.iter().map(|one| {
        let code = one.number.map(|number| evidence::code(key.task, key.quarter, name, number));
        let named = if one.personal { wording::PERSONAL } else { one.form.name() };
        format!("{}{named}", code.map(|code| format!("{code} ")).unwrap_or_default())
    });
    let backing: Vec<_> = backing.collect();
    let backing = if backing.is_empty() { wording::NO_EVIDENCE.to_owned() } else { backing.join("；") };
    said.push(plain(vec![cell_span(wording::EVIDENCE, FontRole::Kai), span(&format!("{backing}。"))]));
    said
}

fn method(check: &Check) -> Vec<Paragraph> {
    match check.method {
        Some(method) => vec![centred(vec![span(method.word())])],
        None => Method::ALL.map(|one| centred(vec![span(&wording::to_tick(one.word()))])).into(),
    }
}

fn result(check: &Check) -> Vec<Paragraph> {
    let Some(agrees) = check.agrees else {
        let choices = [true, false].map(|one| wording::to_tick(agreement_word(one))).join("　");
        return vec![plain(vec![span(&choices)]), plain(vec![span(wording::REMARKS)])];
    };
    let mut lines = vec![plain(vec![cell_span(agreement_word(agrees), FontRole::Hei)])];
    if !check.words.is_empty() {
        lines.push(plain(vec![span(&check.words)]));
    }
    let day = check.on.map(date_in_words).unwrap_or_default();
    let signed = [check.by.as_str(), day.as_str()].into_iter().filter(|part| !part.is_empty());
    let signed: Vec<_> = signed.collect();
    if !signed.is_empty() {
        lines.push(plain(vec![cell_span(&signed.join("　"), FontRole::Kai)]));
    }
    lines
}

fn front_of(register: &Register, sheet: &Verification, options: &VerificationOptions, title: &str) -> Front {
    let mark = if options.sample { wording::SAMPLE } else { "" };
    let plan = &register.plan;
    let author = if options.unit.is_empty() { plan.issuer() } else { &options.unit };
    Front {
        title: format!("{}　{title}", full_width(plan.title())).trim().to_owned(),
        author: full_width(author),
        subject: format!("{mark}{title}（{}）", wording::seed(sheet.seed)),
        keywords: vec![full_width(plan.issuer()), sheet.round.to_string(), wording::seed(sheet.seed)],
        file_name: front::file_name(&format!("{mark}{title}（{}）", wording::seed(sheet.seed))),
    }
}

/// The sample's mark at the left, the office in the middle, the seed at the right of every page's head.
fn with_running_line(mut sheet: Sheet, options: &VerificationOptions) -> Sheet {
    let mark = options.sample.then(|| Span::new(wording::SAMPLE, FontRole::Hei, CELL));
    let unit = (!options.unit.is_empty()).then(|| span(&wording::verified_by(&options.unit)));
    sheet.header.push(RunningLine {
        left: mark.into_iter().collect(),
        center: unit.into_iter().collect(),
        right: vec![span(&wording::drawn_on(options.drawn_on))],
        distance: Length::mm(4.0),
        rule: Stroke::NONE,
    });
    sheet
}
