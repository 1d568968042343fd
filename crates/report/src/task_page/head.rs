//! The head: which task, who answers for it, what the year promises and what it came to.

use super::TaskPage;
use super::form::{self, PADDING_X, column, line, look, plain, table_width, width};
use crate::facsimile::numbered_title;
use crate::passage::sentence;
use crate::source::Source;
use crate::style::{self, CELL, cell_span};
use crate::wording::{self, task_page as words};
use domain::indicator::{Indicator, IndicatorKind, Origin, Target};
use domain::period::Quarter;
use layout::Length;
use layout::block::{Alignment, Block, OutlineLabel, Paragraph, ParagraphRole, SourceId, Span};
use layout::font::{FontRole, size};
use layout::punctuation::full_width;
use layout::table::{Band, Cell, ColumnPart, Group, Row, Table};

/// Text widths of the numbers' table in half characters; the first column takes what is left.
const LABEL: i32 = 5;
const QUARTER: i32 = 9;
const YEAR: i32 = 10;

impl TaskPage<'_> {
    /// Title, the task in a few rows, its numbers.
    pub(super) fn head(&mut self) -> Vec<Block> {
        let mut blocks = self.title();
        blocks.push(Block::Table(self.facts()));
        let numbers = self.numbers();
        if !numbers.is_empty() {
            blocks.push(Block::Space(Length::pt(8.0)));
            blocks.push(Block::Table(numbers_table(numbers)));
        }
        blocks
    }

    fn title(&mut self) -> Vec<Block> {
        let task = self.line.task;
        let source = self.sources.add(Source::Title);
        let mut blocks = Vec::new();
        let paper = self.viewpoint.register.plan.title();
        if !paper.is_empty() {
            let over = style::centred(paper, FontRole::Kai, size::FOUR, Length::pt(22.0));
            blocks.push(Block::Paragraph(over.from_source(source)));
        }
        let mut title =
            style::centred(&words::title(self.options.round), FontRole::Title, size::TWO, Length::pt(34.0));
        title.role = ParagraphRole::Title;
        blocks.push(Block::Paragraph(title.from_source(source)));
        let named = numbered_title(task);
        let named = named.trim_end_matches('。');
        let mut about = style::centred(named, FontRole::Hei, size::THREE, Length::pt(24.0));
        about.style.space_after = Length::pt(8.0);
        about.outline = Some(OutlineLabel { level: 1, title: full_width(named) });
        let source = self.sources.add(Source::Task(task.number));
        blocks.push(Block::Paragraph(about.from_source(source)));
        blocks
    }

    /// A row each for goal, departments, objective and light.
    fn facts(&mut self) -> Table {
        let task = self.line.task;
        let of_task = self.sources.add(Source::Task(task.number));
        let goals = self.viewpoint.register.plan.tasks_with_goals();
        let goal = goals.into_iter().find(|(_, one)| one.number == task.number).map(|(goal, _)| &goal.name);
        let text = |words: &str| vec![cell_span(words, FontRole::Fangsong)];
        let mut rows = Vec::new();
        if let Some(goal) = goal {
            rows.push(fact(words::GOAL, text(goal), of_task));
        }
        rows.push(fact(words::DEPARTMENTS, text(&self.departments()), of_task));
        if let Some(leader) = self.viewpoint.register.leader(task.number, self.options.round) {
            rows.push(fact(words::LEADER, text(leader), of_task));
        }
        let objective = self.sources.add(Source::Objective(task.number));
        if let Some(words) = &task.objective {
            rows.push(fact(words::OBJECTIVE, text(words), objective));
        }
        let light = &self.line.light;
        let state = format!("{}{}", light.light.mark(), light.word);
        let mut spans = vec![cell_span(&state, FontRole::Hei)];
        spans.push(cell_span("\u{3000}", FontRole::Hei));
        spans.push(cell_span(&sentence(&light.reason), FontRole::Fangsong));
        rows.push(fact(words::YEAR_LIGHT, spans, objective));
        let overrides = self.earlier_overrides();
        if !overrides.is_empty() {
            rows.push(fact(words::OVERRIDES, text(&sentence(&overrides.join("；"))), objective));
        }
        let label = width(form::HALF_CHARACTERS[0]);
        let columns =
            vec![column(label, ColumnPart::Flow, ""), column(table_width() - label, ColumnPart::Flow, "")];
        Table {
            columns,
            head: false,
            groups: vec![Group { cells: Vec::new(), rows }],
            look: look(),
            source: None,
        }
    }

    /// △城管局（牵头）、经信局（原经促局）: a reader of one sheet is not sent to a legend.
    fn departments(&self) -> String {
        let names = self.line.departments.iter().map(|name| {
            let name = name.replace('\n', "");
            if name.starts_with(wording::LEAD) { words::lead(&name, true, true) } else { name }
        });
        names.collect::<Vec<_>>().join("、")
    }

    /// What people set in earlier rounds; the light's own reason tells what holds now.
    fn earlier_overrides(&self) -> Vec<String> {
        let register = self.viewpoint.register;
        let own = register
            .overrides
            .iter()
            .filter(|((task, round), _)| *task == self.line.task.number && *round < self.viewpoint.round);
        let words = own.map(|((_, round), decision)| {
            let reason = decision.reason.trim().trim_end_matches('。');
            words::overridden(*round, &decision.by, register.light_rules.word(decision.light), reason)
        });
        words.collect()
    }

    /// A row for each thing that is counted: what is promised and what was stated, quarter by quarter and over the year.
    fn numbers(&mut self) -> Vec<Row> {
        let (register, task) = (self.viewpoint.register, self.line.task);
        let counted = |indicator: &&Indicator| indicator.kind != IndicatorKind::Population;
        let indicators = register.indicators_of(task.number).filter(counted);
        let indicators: Vec<Indicator> = indicators.filter_map(Indicator::without_suggestions).collect();
        let source = self.sources.add(Source::Objective(task.number));
        let row = |indicator: &Indicator| {
            let quarters = Quarter::ALL.into_iter();
            let should = quarters.clone().map(|quarter| promised(indicator.target(quarter)));
            let should = should.chain([promised(indicator.annual.as_ref())]);
            let stated = quarters.map(|quarter| {
                register.reported(task, indicator, quarter, self.viewpoint.round).map(|one| one.to_string())
            });
            let stated = stated
                .chain([register.reached(task, indicator, self.viewpoint.round).map(|one| one.to_string())]);
            let name = wording::value(&indicator.name, "", &format!("（{}）", indicator.unit), None);
            let bands = [
                numbers_band(words::SHOULD_AND_IS[0], should, FontRole::Fangsong, source),
                numbers_band(words::SHOULD_AND_IS[1], stated, FontRole::Hei, source),
            ];
            let name = line(&name, FontRole::Fangsong, Alignment::Left).from_source(source);
            Row { cells: vec![Cell::new(vec![name]).middle()], bands: bands.into(), ..Row::default() }
        };
        indicators.iter().map(row).collect()
    }
}

fn fact(label: &str, content: Vec<Span>, source: SourceId) -> Row {
    let label = line(label, FontRole::Hei, Alignment::Center);
    let content = plain(content, Alignment::Justified).from_source(source);
    let cells = vec![Cell::new(vec![label]).middle(), Cell::new(vec![content]).middle()];
    Row { bands: vec![Band { cells, ..Band::default() }], ..Row::default() }
}

fn promised(target: Option<&Target>) -> Option<String> {
    target.filter(|target| target.origin != Origin::Suggested).map(|target| target.bound.to_string())
}

fn numbers_band(
    label: &str,
    numbers: impl Iterator<Item = Option<String>>,
    role: FontRole,
    source: SourceId,
) -> Band {
    let cell = |words: &str, role| {
        let number: Paragraph = line(words, role, Alignment::Center).from_source(source);
        Cell::new(vec![number]).middle()
    };
    let number = |number: Option<String>| cell(number.as_deref().unwrap_or(words::NO_NUMBER), role);
    let cells = [cell(label, FontRole::Kai)].into_iter().chain(numbers.map(number)).collect();
    Band { cells, ..Band::default() }
}

fn numbers_table(rows: Vec<Row>) -> Table {
    let mut widths = [0, LABEL, QUARTER, QUARTER, QUARTER, QUARTER, YEAR].map(width);
    let others: Length = widths[1..].iter().copied().sum();
    widths[0] = (table_width() - others).max(CELL + PADDING_X * 2);
    let part = |at: usize| if at == 0 { ColumnPart::Row } else { ColumnPart::Flow };
    let columns = widths.into_iter().zip(words::COLUMNS_NUMBERS).enumerate();
    let columns = columns.map(|(at, (width, title))| column(width, part(at), title)).collect();
    Table { columns, head: true, groups: vec![Group { cells: Vec::new(), rows }], look: look(), source: None }
}
