//! 季度报送表: what one department states for one round, to be signed and sealed.
//!
//! Promise and deed stand side by side; under the last of them, on the same page, those who answer for it sign. The place
//! of the seal stays empty. Every page carries the 报送码 of the revisions that it shows. Which milestones it shows is
//! `domain::submission`'s answer.

use crate::deed;
use crate::facsimile::numbered_title;
use crate::front::{self, Front};
use crate::making::Making;
use crate::passage::Passage;
use crate::source::{Source, SourceTable};
use crate::style::{self, CELL, cell_span, paragraph, small_body};
use crate::task_line::Viewpoint;
use crate::wording::{self, submission as words};
use crate::{Report, handover};
use domain::claim::Claim;
use domain::id::ObjectId;
use domain::period::Round;
use domain::register::Register;
use domain::submission::{SubmissionLine, lines};
use layout::Length;
use layout::block::{
    Alignment, Block, Manuscript, OutlineLabel, Paragraph, ParagraphRole, ParagraphStyle, Section, Span,
};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::punctuation::full_width;
use layout::sheet::{Margins, PageNumber, RunningLine, Sheet};
use layout::table::{Band, Cell, Column, ColumnPart, Group, Row, Table, TableLook};

const PITCH: Length = Length(15_000);
const TEXT_PITCH: Length = Length(20_000);
const PADDING_X: Length = Length(3_600);
const PADDING_Y: Length = Length(3_000);
/// Text widths in half characters; with their padding they fill 162 mm.
const HALF_CHARACTERS: [i32; 4] = [16, 22, 10, 33];
const DEED_HALF_CHARACTERS: usize = 33;
const PARTS: [ColumnPart; 4] = [ColumnPart::Row, ColumnPart::Flow, ColumnPart::Flow, ColumnPart::Flow];
/// A longer statement may be parted by a page.
const LINES_WHOLE_MAX: usize = 12;
const SIGNATURE_HALF_CHARACTERS: [i32; 4] = [10, 31, 10, 30];
/// Room for a signature by hand.
const SIGNATURE_HEIGHT: Length = Length(36_000);
/// From the left edge to where unit and seal stand.
const SEAL_INDENT: Length = Length::mm(92.0);
/// Room for the seal.
const SEAL_ROOM: Length = Length::mm(26.0);

/// By what a sheet that was signed is known again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetCode {
    /// The 报送码.
    Of(String),
    /// Nothing is stated that could be signed.
    NothingStated,
    /// A file that people go on writing: what is signed of it would not be what is recorded.
    Working,
}

impl SheetCode {
    fn printed(&self) -> Option<&str> {
        match self {
            Self::Of(code) => Some(code),
            Self::NothingStated | Self::Working => None,
        }
    }
}

/// What is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmissionOptions {
    /// The round.
    pub round: Round,
    /// Whose sheet.
    pub department: ObjectId,
    /// 报送码 of what is shown.
    pub code: SheetCode,
    /// As of when; the sheet never leaves the offices, so its readers are not asked for.
    pub making: Making,
}

/// The sheet.
#[must_use]
pub fn submission(register: &Register, options: &SubmissionOptions) -> Report {
    let SubmissionOptions { round, department, code, making } = options;
    let viewpoint = Viewpoint::new(register, *round, making.as_of);
    let known = register.department(*department);
    let name = known.map_or(wording::UNKNOWN_DEPARTMENT, |one| one.name_on(making.as_of)).to_owned();
    let shown = lines(register, *round, *department, making.as_of);
    let mut sources = SourceTable::default();
    let title_text = words::title(&name, *round);
    let mut title = style::centred(&title_text, FontRole::Title, size::TWO, Length::pt(36.0));
    title.role = ParagraphRole::Title;
    title.style.space_after = Length::pt(4.0);
    let stated = shown.iter().filter(|line| line.entry.is_some()).count();
    let facts = words::facts(*round, register.due(*round), shown.len(), stated);
    let mut facts = small_body(vec![style::span(&facts, FontRole::Fangsong, size::SMALL_FOUR)], TEXT_PITCH);
    facts.style.keep_with_next = true;
    facts.style.space_after = Length::pt(6.0);
    let mut blocks = vec![
        Block::Paragraph(title.from_source(sources.add(Source::Title))),
        Block::Paragraph(facts.from_source(sources.add(Source::Summary))),
    ];
    let closing = vec![Block::Together(signatures(&name))];
    if shown.is_empty() {
        let spans = vec![style::span(words::NOTHING_ASKED, FontRole::Fangsong, size::SMALL_FOUR)];
        blocks.push(Block::Paragraph(small_body(spans, TEXT_PITCH)));
        blocks.extend(closing);
    } else {
        let table = table(&shown, viewpoint, &mut sources);
        blocks.push(Block::Closed { table, rows_kept: 1, closing });
    }
    let section = Section { sheet: sheet(making, code), first_number: None, blocks };
    let mark = if making.sample { wording::SAMPLE } else { "" };
    let as_of = wording::as_of(making.as_of);
    let front = Front {
        author: full_width(&name),
        subject: format!("{mark}{title_text}（{}，{as_of}）", words::code(code)),
        keywords: [words::SUBMISSION.to_owned(), name, round.to_string(), as_of]
            .into_iter()
            .chain(code.printed().map(str::to_owned))
            .collect(),
        file_name: front::file_name(&format!("{mark}{title_text}")),
        title: title_text,
    };
    Report { manuscript: Manuscript { sections: vec![section] }, front, sources }
}

/// A4 with 162 x 241 mm for the text; the code stands where no page number does.
fn sheet(making: &Making, code: &SheetCode) -> Sheet {
    let margins = Margins {
        top: Length::mm(28.0),
        bottom: Length::mm(28.0),
        binding: Length::mm(26.0),
        outer: Length::mm(22.0),
    };
    let mut sheet = Sheet::official().with_margins(margins);
    let mark = making.sample.then(|| Span::new(wording::SAMPLE, FontRole::Hei, CELL));
    sheet.header.push(RunningLine {
        left: mark.into_iter().collect(),
        center: Vec::new(),
        right: vec![cell_span(&wording::as_of(making.as_of), FontRole::Fangsong)],
        distance: Length::mm(4.0),
        rule: Stroke::NONE,
    });
    sheet.footer.push(RunningLine {
        left: Vec::new(),
        center: vec![cell_span(&words::code(code), FontRole::Hei)],
        right: Vec::new(),
        distance: PageNumber::OFFICIAL.distance + CELL,
        rule: Stroke::NONE,
    });
    sheet
}

fn column(half_characters: i32, part: ColumnPart, title: &str) -> Column {
    Column {
        width: CELL * half_characters / 2 + PADDING_X * 2,
        part,
        title: cell(title, FontRole::Hei, Alignment::Center).middle(),
    }
}

fn cell(words: &str, role: FontRole, alignment: Alignment) -> Cell {
    if words.is_empty() {
        return Cell::default();
    }
    Cell::new(vec![plain(vec![cell_span(words, role)], alignment)])
}

fn plain(spans: Vec<Span>, alignment: Alignment) -> Paragraph {
    paragraph(spans, ParagraphStyle::cell(PITCH).aligned(alignment))
}

fn look() -> TableLook {
    style::ruled(PADDING_X, PADDING_Y)
}

/// One row a task, one band a milestone.
fn table(shown: &[SubmissionLine<'_>], viewpoint: Viewpoint<'_>, sources: &mut SourceTable) -> Table {
    let columns = HALF_CHARACTERS.into_iter().zip(PARTS).zip(words::COLUMNS_SUBMISSION);
    let columns = columns.map(|((halves, part), title)| column(halves, part, title)).collect();
    let rows = shown.chunk_by(|one, next| one.task.number == next.task.number).map(|lines| {
        let task = lines[0].task;
        let source = sources.add(Source::Task(task.number));
        let title = numbered_title(task);
        let mut head =
            plain(vec![cell_span(&title, FontRole::Fangsong)], Alignment::Left).from_source(source);
        head.outline = Some(OutlineLabel { level: 1, title: full_width(&title) });
        let bands = lines.iter().enumerate();
        let bands = bands.map(|(at, line)| Band {
            rule_above: (at > 0).then(|| Stroke::solid(Length::pt(0.35))),
            ..band(line, viewpoint, sources)
        });
        let bands = bands.collect();
        Row { cells: vec![Cell::new(vec![head])], bands, height_min: Length::ZERO, source: Some(source) }
    });
    let group = Group { cells: Vec::new(), rows: rows.collect() };
    Table { columns, head: true, groups: vec![group], look: look(), source: None }
}

fn band(line: &SubmissionLine<'_>, viewpoint: Viewpoint<'_>, sources: &mut SourceTable) -> Band {
    let (task, quarter) = (line.task.number, line.quarter);
    let source = sources.add(Source::Milestone { task, quarter });
    let label = if quarter < viewpoint.round.quarter {
        wording::carried_over_label(quarter)
    } else {
        wording::milestone_label(quarter)
    };
    let promised = line.task.milestone(quarter).unwrap_or_default();
    let spans = vec![cell_span(&label, FontRole::Hei), cell_span(promised, FontRole::Fangsong)];
    let mut promise = vec![plain(spans, Alignment::Justified).from_source(source)];
    let looked_at = viewpoint.task(line.task);
    let milestone = looked_at.milestones[quarter.index()].as_ref();
    if let Some(change) = milestone.and_then(|milestone| milestone.change) {
        let words = change.in_words(promised);
        let spans = vec![cell_span(&crate::passage::sentence(&words), FontRole::Kai)];
        promise.push(plain(spans, Alignment::Justified).from_source(source));
    }
    let entry = line.entry.and_then(|entry| {
        let milestone = milestone?;
        Some((milestone, milestone.said.iter().find(|said| said.entry.key == entry.key)?))
    });
    let (claim, deed) = match entry {
        Some((milestone, said)) => {
            let source = sources.add(Source::Progress(said.entry.key));
            let mut passage = Passage::default();
            deed::write_own(&mut passage, milestone, said, viewpoint, source);
            let deed = passage.into_paragraphs().into_iter();
            let deed: Vec<_> =
                deed.map(|(spans, source)| plain(spans, Alignment::Justified).from_source(source)).collect();
            let claim = said.entry.progress.claim.map_or("", Claim::word);
            (plain(vec![cell_span(claim, FontRole::Hei)], Alignment::Center).from_source(source), deed)
        }
        None => {
            let words = cell_span(words::NOT_STATED, FontRole::Kai);
            (plain(vec![words], Alignment::Center).from_source(source), Vec::new())
        }
    };
    let mut deed = deed;
    deed::set_apart(&mut deed, DEED_HALF_CHARACTERS, deed::UPRIGHT);
    let lines: usize = deed.iter().map(|paragraph| deed::lines(paragraph, DEED_HALF_CHARACTERS)).sum();
    Band {
        cells: vec![Cell::new(promise).repeated(), Cell::new(vec![claim]).repeated(), Cell::new(deed)],
        splits: lines > LINES_WHOLE_MAX,
        ..Band::default()
    }
}

/// Who answers for it, and where the seal goes.
fn signatures(name: &str) -> Vec<Block> {
    let mut attested = handover::text(words::ATTESTED, FontRole::Fangsong);
    attested.style.space_before = Length::pt(12.0);
    attested.style.space_after = Length::pt(4.0);
    let columns = SIGNATURE_HALF_CHARACTERS.map(|halves| column(halves, ColumnPart::Flow, "")).into();
    let row = |cells: [(&str, FontRole); 4]| Row {
        bands: vec![Band {
            cells: cells.map(|(words, role)| cell(words, role, Alignment::Center).middle()).into(),
            ..Band::default()
        }],
        height_min: SIGNATURE_HEIGHT,
        ..Row::default()
    };
    let (label, value) = (FontRole::Hei, FontRole::Fangsong);
    let rows = vec![
        row([(words::UNIT, label), (name, value), (words::REPORTER, label), ("", value)]),
        row([(words::EXAMINER, label), ("", value), (words::HEAD, label), ("", value)]),
    ];
    let group = Group { cells: Vec::new(), rows };
    let signed = Table { columns, head: false, groups: vec![group], look: look(), source: None };
    let beside = |words: &str| {
        let mut line = handover::text(words, FontRole::Fangsong);
        line.style.indent_left = SEAL_INDENT;
        line.style.alignment = Alignment::Center;
        line
    };
    let mut seal = beside(words::SEAL);
    seal.style.space_before = Length::pt(10.0);
    seal.style.space_after = SEAL_ROOM;
    vec![
        Block::Paragraph(attested),
        Block::Table(signed),
        Block::Paragraph(seal),
        Block::Paragraph(beside(words::SIGNING_DAY)),
    ]
}
