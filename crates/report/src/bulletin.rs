//! 督查通报: to the departments, how the quarter's tasks stand, who is slow and who has not reported, by name.
//!
//! The quarter's table follows as its attachment, its pages numbered on. Left to others: the shape of a 公文
//! (`official`), which tasks are slow (`slow`), the table (`wide`).

use crate::columns::ColumnPreset;
use crate::making::Making;
use crate::passage::sentence;
use crate::quarter::{GoalLines, Style, goal_lines};
use crate::slow::{Account, SlowTask, accounts, slow_tasks};
use crate::source::{Source, SourceTable};
use crate::tally::{self, Sentences};
use crate::task_line::{MilestoneLine, Showing, Viewpoint};
use crate::wording::official::bulletin as words;
use crate::{Report, facsimile, legend, official, wide, wording};
use domain::call_list::{CallLine, Reported, call_list};
use domain::id::ObjectId;
use domain::light::Light;
use domain::period::{Quarter, Round};
use domain::register::Register;
use jiff::civil::Date;
use layout::block::{Block, Manuscript, Section};
use layout::punctuation::full_width;
use layout::sheet::Sheet;

/// What is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulletinOptions {
    /// The round that is reported.
    pub round: Round,
    /// 主送; `None`: every responsible department by name.
    pub addressee: Option<String>,
    /// 成文日期; `None`: the day of signing, left open on a draft.
    pub dated: Option<Date>,
    /// The columns of the attached table.
    pub columns: ColumnPreset,
    /// As of when, in which stage, for whom.
    pub making: Making,
}

/// The bulletin with its attachment.
#[must_use]
pub fn bulletin(register: &Register, options: &BulletinOptions) -> Report {
    let BulletinOptions { round, making, .. } = options;
    let register = &*making.audience.told(register);
    let style = Style::Wide(options.columns.clone());
    let viewpoint = style.viewpoint(Viewpoint::new(register, *round, making.as_of));
    let goals = goal_lines(viewpoint, None);
    let mut sources = SourceTable::default();
    let issuer = if making.unit.is_empty() { register.plan.issuer() } else { &making.unit };
    let parts = words::title(issuer, *round);
    let title = official::title(&parts.each_ref().map(String::as_str), &mut sources);
    let addressee = options.addressee.clone().unwrap_or_else(|| every_department(viewpoint));
    let text = Text { viewpoint, options, goals: &goals };
    let mut blocks = vec![Block::Paragraph(title), official::blank_lines(1)];
    if !addressee.is_empty() {
        blocks.push(Block::Paragraph(official::addressee(&addressee)));
    }
    let opening = words::opening(&full_width(register.plan.title()), *round, making.as_of);
    blocks.push(Block::Paragraph(official::text(&opening)));
    text.overall(&mut blocks, &mut sources);
    text.slow(&mut blocks, &mut sources);
    text.silent(&mut blocks);
    text.next_steps(&mut blocks);
    let table = wording::quarter_title(*round);
    let mut closing = if goals.is_empty() { Vec::new() } else { official::enclosure(&table) };
    // Nobody signs before the day of the content.
    let year = making.as_of.year();
    closing.extend(official::signature(issuer, options.dated.or(making.signed_on()), year, 2));
    official::close(&mut blocks, closing);
    let on = |sheet: Sheet, blocks| Section { sheet: making.on_sheet(sheet), first_number: None, blocks };
    let mut sections = vec![on(Sheet::official(), blocks)];
    if !goals.is_empty() {
        let mut blocks = official::attachment(&table, &mut sources);
        let rows = wide::table(&goals, viewpoint, &options.columns, &mut sources);
        let closing = legend::blocks(&goals, &style, *round, sources.add(Source::Legend));
        blocks.push(Block::Closed { table: rows, rows_kept: 0, closing });
        sections.push(on(wide::sheet(), blocks));
    }
    let front = making.front(&register.plan, Some(*round), &parts.concat(), &[]);
    Report { manuscript: Manuscript { sections }, front, sources }
}

/// Every department that answers for a task in the round, by its name of the day, in printed order.
fn every_department(viewpoint: Viewpoint<'_>) -> String {
    let mut known: Vec<ObjectId> = Vec::new();
    for task in viewpoint.register.plan.tasks() {
        for one in viewpoint.register.responsible_in(task, viewpoint.round) {
            if !known.contains(&one.id) {
                known.push(one.id);
            }
        }
    }
    let names = known.iter().filter_map(|id| viewpoint.register.department(*id));
    names.map(|one| one.name_on(viewpoint.as_of)).collect::<Vec<_>>().join("、")
}

struct Text<'a> {
    viewpoint: Viewpoint<'a>,
    options: &'a BulletinOptions,
    goals: &'a [GoalLines<'a>],
}

impl Text<'_> {
    /// 一、总体情况: the sentences, each of which closes.
    fn overall(&self, blocks: &mut Vec<Block>, sources: &mut SourceTable) {
        blocks.push(Block::Paragraph(official::first_level(1, words::SECTIONS[0])));
        let lines = self.goals.iter().flat_map(|goal| &goal.lines);
        let said = [Sentences::of(lines.clone(), self.options.round).together(), tally::lights(lines)];
        let source = sources.add(Source::Summary);
        let paragraphs = said.iter().map(|said| official::text(said).from_source(source));
        blocks.extend(paragraphs.map(Block::Paragraph));
    }

    /// 二、进展较慢的工作任务: behind, then slow, each with what is open and why.
    fn slow(&self, blocks: &mut Vec<Block>, sources: &mut SourceTable) {
        blocks.push(Block::Paragraph(official::first_level(2, words::SECTIONS[1])));
        let slow = slow_tasks(self.goals);
        if slow.is_empty() {
            blocks.push(Block::Paragraph(official::text(wording::official::NO_SLOW_TASKS)));
        }
        let lights = [Light::Behind, Light::Slow].into_iter();
        let of = |light| slow.iter().filter(move |task| task.line.light.light == light).collect::<Vec<_>>();
        let lists = lights.map(of).filter(|tasks| !tasks.is_empty());
        for (at, tasks) in (1..).zip(lists) {
            let head = words::tasks_of(&tasks[0].line.light.word, tasks.len());
            blocks.push(Block::Paragraph(official::second_level(at, &head)));
            for (at, task) in (1..).zip(tasks) {
                self.slow_task(at, task, blocks, sources);
            }
        }
    }

    /// 1. （六）…（发改局）：二季度未报。; what several milestones say stands under it, one by one.
    fn slow_task(&self, at: u32, task: &SlowTask<'_>, blocks: &mut Vec<Block>, sources: &mut SourceTable) {
        let line = task.line;
        let source = sources.add(Source::Task(line.task.number));
        let title = full_width(&facsimile::numbered_title(line.task));
        let head = format!("{}（{}）", title.trim_end_matches('。'), line.departments_in_line());
        let told = match task.open.as_slice() {
            [] => sentence(&line.light.reason),
            [only] => self.milestone(only),
            _ => sentence(&task.state_words()),
        };
        let paragraph = official::third_level(at, &format!("{head}：{told}"));
        blocks.push(Block::Paragraph(paragraph.from_source(source)));
        if let [_, _, ..] = task.open.as_slice() {
            let told = task.open.iter().filter(|one| accounts(one).next().is_some());
            for (at, milestone) in (1..).zip(told) {
                let paragraph = official::fourth_level(at, &self.milestone(milestone));
                blocks.push(Block::Paragraph(paragraph.from_source(source)));
            }
        }
    }

    /// 一季度遗留部分完成。原因：…措施：…预计5月31日完成。责任人：…, of each department that says so.
    fn milestone(&self, milestone: &MilestoneLine<'_>) -> String {
        let left = milestone.showing == Showing::CarriedOver;
        let state = wording::state_of(milestone.quarter, left, milestone.standing.word());
        let mut text = sentence(&state);
        let several = milestone.said.len() > 1;
        for said in accounts(milestone) {
            if several {
                text.push_str(&words::says(&said.name));
            }
            let account = Account::of(said, self.viewpoint.promises);
            let mut labelled = |label: &str, words: &str| {
                if !words.is_empty() {
                    text.push_str(&format!("{label}{}", sentence(&full_width(words))));
                }
            };
            labelled(wording::CAUSE, &account.cause);
            labelled(wording::MEASURE, &account.measure);
            labelled("", &account.promise);
            labelled(wording::PERSON, &account.person);
        }
        text
    }

    /// Who owes the round something.
    fn calls(&self) -> Vec<CallLine> {
        call_list(self.viewpoint.register, self.options.round, self.options.making.as_of, &[])
    }

    /// 三、未按时报送的单位: the count, then by name with what is missing.
    fn silent(&self, blocks: &mut Vec<Block>) {
        let (register, round) = (self.viewpoint.register, self.options.round);
        blocks.push(Block::Paragraph(official::first_level(3, words::SECTIONS[2])));
        let due = register.due(round);
        if self.options.making.as_of < due {
            blocks.push(Block::Paragraph(official::text(&words::not_due(round.quarter, due))));
            return;
        }
        let calls = self.calls();
        let of = |reported| calls.iter().filter(move |line| line.reported() == reported);
        if !calls.is_empty() {
            let counts = Reported::ALL.into_iter().rev().map(|one| (one.word(), of(one).count()));
            let counts: Vec<_> = counts.filter(|(_, count)| *count > 0).collect();
            let said = words::reporting(round.quarter, calls.len(), &counts);
            blocks.push(Block::Paragraph(official::text(&said)));
        }
        let lists = [Reported::Nothing, Reported::Part].into_iter();
        let lists =
            lists.map(|one| (one, of(one).collect::<Vec<_>>())).filter(|(_, lines)| !lines.is_empty());
        let mut all = true;
        for (at, (reported, lines)) in (1..).zip(lists) {
            all = false;
            let head = words::departments_of(reported.word(), lines.len());
            blocks.push(Block::Paragraph(official::second_level(at, &head)));
            for (at, line) in (1..).zip(lines) {
                let name = self
                    .viewpoint
                    .print_name(Some(line.department), register.published_name(line.department));
                let missing = wording::milestones(&line.missing, round);
                let said = words::owing(&full_width(&name), line.owed.len(), &missing);
                blocks.push(Block::Paragraph(official::third_level(at, &said)));
            }
        }
        if all {
            blocks.push(Block::Paragraph(official::text(words::ALL_REPORTED)));
        }
    }

    /// 四、下一步工作要求: what follows from the three before.
    fn next_steps(&self, blocks: &mut Vec<Block>) {
        let (register, round) = (self.viewpoint.register, self.options.round);
        blocks.push(Block::Paragraph(official::first_level(4, words::SECTIONS[3])));
        let due = self.options.making.as_of >= register.due(round);
        let silent = due && self.calls().iter().any(|line| !line.missing.is_empty());
        let slow = !slow_tasks(self.goals).is_empty();
        let next = Quarter::from_number(round.quarter.number() + 1);
        let next = next.map(|quarter| (quarter, register.due(Round { quarter, ..round })));
        let steps = [
            silent.then(|| words::REPORT.map(str::to_owned)),
            slow.then(|| words::SPEED_UP.map(str::to_owned)),
            Some(words::next_round(round.year, next)),
        ];
        for (at, [head, body]) in (1..).zip(steps.into_iter().flatten()) {
            blocks.push(Block::Paragraph(official::second_level_with(at, &head, &body)));
        }
    }
}
