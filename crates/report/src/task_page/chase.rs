//! 领导批示 and 督办事项: what leaders wrote about the task, and what was assigned, step by step with the days it took.

use super::TaskPage;
use super::form::{self, HALF_CHARACTERS, band, heading, label, line, plain, row, sentence};
use crate::passage;
use crate::style::{self, cell_span};
use crate::wording::{self, task_page as words};
use domain::chase::{Instruction, Stage, Step, SupervisionItem};
use domain::evidence::Evidence;
use jiff::civil::Date;
use layout::block::{Alignment, Block};
use layout::font::FontRole;
use layout::table::{Band, Row};

impl TaskPage<'_> {
    /// Both parts, or in words that there is nothing; last what happened after the as-of date.
    pub(super) fn chase(&self) -> Vec<Block> {
        if self.is_public() {
            return Vec::new();
        }
        let as_of = self.viewpoint.as_of;
        let mut instructions: Vec<&Instruction> =
            self.record.instructions.iter().filter(|one| one.on <= as_of).collect();
        instructions.sort_by_key(|one| one.on);
        let mut items: Vec<SupervisionItem> =
            self.record.items.iter().filter_map(|item| seen(item, as_of)).collect();
        items.sort_by_key(|item| item.number);
        let mut blocks = Vec::new();
        if !instructions.is_empty() {
            let rows = instructions.iter().map(|one| self.instruction(one, &items)).collect();
            blocks.push(heading(words::INSTRUCTIONS));
            blocks.push(Block::Table(form::table(words::COLUMNS_INSTRUCTIONS, rows)));
        }
        if !items.is_empty() {
            let rows = items.iter().map(|item| self.item(item)).collect();
            blocks.push(heading(words::SUPERVISION));
            blocks.push(Block::Table(form::table(words::COLUMNS_SUPERVISION, rows)));
        }
        let missing = match (instructions.is_empty(), items.is_empty()) {
            (true, true) => Some(format!("{}和{}", words::INSTRUCTIONS, words::SUPERVISION)),
            (true, false) => Some(words::INSTRUCTIONS.to_owned()),
            (false, true) => Some(words::SUPERVISION.to_owned()),
            (false, false) => None,
        };
        let missing = missing.map(|what| words::nothing_chased(as_of, &what));
        let told: String = missing.into_iter().chain([self.later()]).collect();
        if !told.is_empty() {
            let mut told = sentence(&told);
            told.style.space_before = form::PITCH / 2;
            blocks.push(Block::Paragraph(told));
        }
        blocks
    }

    fn instruction(&self, one: &Instruction, items: &[SupervisionItem]) -> Row {
        let year = self.year();
        let quoted = domain::change::quoted(one.words.trim().trim_end_matches('。'));
        let written = format!("{}{}", words::about(one.quarter), passage::sentence(&quoted));
        let own = items.iter().filter(|item| item.instruction == Some(one.id));
        let own: Vec<String> = own.map(|item| item.number_text(year)).collect();
        let department = self.answering(one.task, one.department);
        let follow = words::follow_up(one.page.trim(), &department, one.due, &names(&one.scan), &own, year);
        let content = vec![
            line(&written, FontRole::Kai, Alignment::Justified),
            line(&follow, FontRole::Fangsong, Alignment::Justified),
        ];
        let mut day = wording::day_in_year(one.on, year);
        if style::half_widths(&day) > usize::try_from(HALF_CHARACTERS[0]).unwrap_or(1) {
            day = day.replace('年', "年\n");
        }
        let day = line(&day, FontRole::Fangsong, Alignment::Center);
        row(vec![day], vec![band(label(&one.leader, &[]), content)])
    }

    fn item(&self, item: &SupervisionItem) -> Row {
        let year = self.year();
        let overdue = item.is_overdue(self.viewpoint.as_of);
        let number = item.number_text(year).replacen('〔', "\n〔", 1).replacen('〕', "〕\n", 1);
        let standing = words::standing(item.stage(), overdue);
        let about = plain(
            vec![cell_span(&format!("{number}\n"), FontRole::Fangsong), cell_span(standing, FontRole::Hei)],
            Alignment::Center,
        );
        let department = self.answering(item.task, item.department);
        let requirement =
            passage::sentence(&format!("{}{}", words::about(item.quarter), item.requirement.trim()));
        let asked = vec![
            line(&requirement, FontRole::Kai, Alignment::Justified),
            line(&words::assigned_to(&department, item.due), FontRole::Fangsong, Alignment::Justified),
        ];
        let mut bands = vec![band(label(words::REQUIREMENT, &[]), asked)];
        let mut before: Option<&Step> = None;
        for step in &item.steps {
            bands.push(step_band(step, before, year));
            before = Some(step);
        }
        bands.extend(self.outcome(item, overdue));
        row(vec![about], bands)
    }

    /// How long it took, or has taken.
    fn outcome(&self, item: &SupervisionItem, overdue: bool) -> Option<Band> {
        let (first, last) = (item.steps.first()?.on, item.steps.last()?);
        let as_of = self.viewpoint.as_of;
        let (name, words) = if last.stage == Stage::Closed {
            let words = words::closed(days(first, last.on), days(item.due, last.on));
            (words::IN_ALL, words)
        } else {
            let overdue = overdue.then(|| days(item.due, as_of));
            (words::UNTIL_NOW, words::still_open(last.stage, days(first, as_of), overdue))
        };
        let content = vec![line(&words, FontRole::Hei, Alignment::Justified)];
        Some(band(vec![line(name, FontRole::Hei, Alignment::Left)], content))
    }

    /// Who answers now for what a department was to do.
    fn answering(&self, task: u32, department: domain::id::ObjectId) -> String {
        let register = self.viewpoint.register;
        self.called(register.successor(task, department, self.viewpoint.as_of))
    }

    fn later(&self) -> String {
        let as_of = self.viewpoint.as_of;
        let record = self.record;
        let steps = record.items.iter().filter_map(|item| Some((seen(item, as_of)?, item)));
        let steps: usize = steps.map(|(seen, item)| item.steps.len() - seen.steps.len()).sum();
        words::later(&[
            (words::RETURNED, record.returned.iter().filter(|one| one.on > as_of).count()),
            (words::INSTRUCTIONS, record.instructions.iter().filter(|one| one.on > as_of).count()),
            (words::SUPERVISION, record.items.iter().filter(|item| seen(item, as_of).is_none()).count()),
            (words::SUPERVISION_STEPS, steps),
        ])
    }
}

/// An item as it stood on that day; `None` where it was assigned later.
fn seen(item: &SupervisionItem, day: Date) -> Option<SupervisionItem> {
    let mut seen = item.clone();
    seen.steps.retain(|step| step.on <= day);
    (!seen.steps.is_empty()).then_some(seen)
}

/// 反馈　9月28日: what was said, by whom and how long after the step before.
fn step_band(step: &Step, before: Option<&Step>, year: i16) -> Band {
    let days = before.map(|before| days(before.on, step.on));
    let stage = step.stage.word_from(before.map(|before| before.stage));
    let mut day = format!("\u{3000}{}", wording::day_in_year(step.on, year));
    let width = usize::try_from(HALF_CHARACTERS[1]).unwrap_or(1);
    if style::half_widths(stage) + style::half_widths(&day) > width {
        day = day.replace('\u{3000}', "\n");
    }
    let about = vec![cell_span(stage, FontRole::Hei), cell_span(&day, FontRole::Fangsong)];
    let pieces = [
        (words::step(&step.by, days), FontRole::Fangsong),
        (passage::sentence(&step.words), FontRole::Kai),
        (words::files(&names(&step.files)), FontRole::Fangsong),
    ];
    let pieces = pieces.iter().filter(|(words, _)| !words.is_empty());
    let content = pieces.map(|(words, role)| cell_span(words, *role)).collect();
    band(vec![plain(about, Alignment::Left)], vec![plain(content, Alignment::Justified)])
}

fn names(files: &[Evidence]) -> String {
    let open: Vec<&str> = files.iter().filter(|one| !one.personal).map(|one| one.form.name()).collect();
    words::file_names(&open, files.len() - open.len())
}

/// From one day to another.
fn days(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}
