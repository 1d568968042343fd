//! 年度完成情况: what a year's paper came to, by goal, as running text: the draft of the next paper's section two.
//!
//! The deeds are told in the departments' own words, the lead's joined text in place of the single ones, in the order of
//! the quarters; nothing is praised that nobody stated. Left to others: the shape of a 公文 (`official`).

use crate::making::Making;
use crate::passage::sentence;
use crate::quarter::goal_lines;
use crate::source::{Source, SourceTable};
use crate::tally::{self, Tally};
use crate::task_line::{MilestoneLine, TaskLine, Viewpoint};
use crate::wording::official::annual as words;
use crate::{Report, official, slow, wording};
use domain::claim::Claim;
use domain::period::Quarter;
use domain::register::Register;
use domain::state::QuarterState;
use layout::block::{Block, Manuscript, Section};
use layout::punctuation::full_width;
use layout::sheet::Sheet;

/// The year's text.
#[must_use]
pub fn annual(register: &Register, making: &Making) -> Report {
    let register = &*making.audience.told(register);
    let round = register.round(Quarter::Fourth);
    let viewpoint = Viewpoint::new(register, round, making.as_of);
    let goals = goal_lines(viewpoint, None);
    let mut sources = SourceTable::default();
    let parts = words::title(round.year);
    let title = official::title(&parts.each_ref().map(String::as_str), &mut sources);
    let mut blocks = vec![Block::Paragraph(title), official::blank_lines(1)];
    let lines = goals.iter().flat_map(|goal| &goal.lines);
    let all = Tally::of(lines.clone().flat_map(|line| line.milestones.iter().flatten()));
    let mut said = words::opening(round.year, goals.len(), lines.clone().count(), all.total);
    said.push_str(&wording::counted(&words::goal_nodes(round.year), all.total, &all.counts));
    said.push_str(&tally::lights(lines));
    let source = sources.add(Source::Summary);
    blocks.push(Block::Paragraph(official::text(&said).from_source(source)));
    let year = Year { viewpoint };
    for (at, goal) in (1..).zip(&goals) {
        let source = sources.add(Source::Goal(goal.place));
        let name = full_width(&goal.goal.name);
        blocks.push(Block::Paragraph(official::first_level(at, &name).from_source(source)));
        let tally = Tally::of(goal.lines.iter().flat_map(|line| line.milestones.iter().flatten()));
        if tally.total > 0 {
            let said = wording::counted(&words::goal_nodes(round.year), tally.total, &tally.counts);
            blocks.push(Block::Paragraph(official::text(&said).from_source(source)));
        }
        for (at, line) in (1..).zip(&goal.lines) {
            let source = sources.add(Source::Task(line.task.number));
            let title = full_width(&line.task.title);
            let heading = official::second_level(at, title.trim_end_matches('。'));
            blocks.push(Block::Paragraph(heading.from_source(source)));
            let told = year.task(line).into_iter();
            blocks.extend(told.map(|text| Block::Paragraph(official::text(&text).from_source(source))));
        }
    }
    let sheet = making.on_sheet(Sheet::official());
    let front = making.front(&register.plan, None, &parts.concat(), &[]);
    let section = Section { sheet, first_number: None, blocks };
    Report { manuscript: Manuscript { sections: vec![section] }, front, sources }
}

struct Year<'a> {
    viewpoint: Viewpoint<'a>,
}

impl Year<'_> {
    /// The deeds in one paragraph, what is left open in another.
    fn task(&self, line: &TaskLine<'_>) -> Vec<String> {
        let milestones = || line.milestones.iter().flatten();
        let deeds = self.deeds_of(line);
        let reached: Vec<String> = milestones()
            .flat_map(|one| &one.reached)
            .map(|(name, amount, year)| wording::reached(name, amount, year.as_deref()))
            .collect();
        let reached = if reached.is_empty() { String::new() } else { wording::reached_so_far(&reached) };
        let goes_forward = milestones().any(|one| one.goes_forward);
        let milestones: Vec<_> = milestones().collect();
        let alike = |one: &&MilestoneLine<'_>, next: &&MilestoneLine<'_>| {
            self.says_nothing(one) && self.says_nothing(next)
        };
        let mut open: String = milestones.chunk_by(alike).map(|alike| self.open(alike)).collect();
        if goes_forward {
            open.push_str(&wording::goes_forward(self.viewpoint.register.plan.year));
        }
        let mut told = vec![format!("{deeds}{reached}"), open];
        told.retain(|text| !text.is_empty());
        if told.is_empty() { vec![words::NOTHING_SAID.to_owned()] } else { told }
    }

    /// What was stated, each quarter's named where several have something to tell.
    fn deeds_of(&self, line: &TaskLine<'_>) -> String {
        let milestones = line.milestones.iter().flatten();
        let told = milestones.map(|one| (one.quarter, self.deeds(one)));
        let told: Vec<_> = told.filter(|(_, text)| !text.is_empty()).collect();
        match told.as_slice() {
            [(_, only)] => only.clone(),
            several => several.iter().map(|(quarter, text)| words::in_quarter(*quarter, text)).collect(),
        }
    }

    /// What was stated of one milestone; of what is 未完成 there is no deed.
    fn deeds(&self, milestone: &MilestoneLine<'_>) -> String {
        let done = matches!(milestone.standing.effective(), Some(Claim::Done | Claim::Partial));
        if !done {
            return String::new();
        }
        if let Some(summary) = self.summary(milestone) {
            return one_line(&summary);
        }
        let stated = milestone.said.iter().filter(|said| said.entry.progress.claim != Some(Claim::NotDone));
        stated.map(|said| one_line(&said.entry.progress.text)).collect()
    }

    /// The lead's joined text of the newest round.
    fn summary(&self, milestone: &MilestoneLine<'_>) -> Option<String> {
        let register = self.viewpoint.register;
        let rounds = Quarter::ALL.into_iter().rev().map(|quarter| register.round(quarter));
        let mut found =
            rounds.filter_map(|round| register.summary(milestone.task.number, milestone.quarter, round));
        found.next().map(|summary| summary.text.clone())
    }

    /// 四季度目标未完成。原因：…。; empty for what is done. Several are told as one where nobody has
    /// said anything of any.
    fn open(&self, alike: &[&MilestoneLine<'_>]) -> String {
        let [milestone, ..] = alike else { return String::new() };
        let standing = &milestone.standing;
        let mut text = String::new();
        if let Some(change) = milestone.change {
            text.push_str(&sentence(&full_width(&change.in_words(milestone.promise))));
        }
        let told = matches!(
            standing.state,
            QuarterState::Partial
                | QuarterState::NotDone
                | QuarterState::ConditionNotMet
                | QuarterState::Unreported
        );
        if told {
            let quarters: Vec<_> = alike.iter().map(|one| one.quarter).collect();
            text.push_str(&sentence(&words::open(&quarters, standing.word())));
            for said in slow::accounts(milestone) {
                let cause = said.entry.progress.cause.trim();
                if !cause.is_empty() {
                    text.push_str(&format!("{}{}", wording::CAUSE, sentence(&full_width(cause))));
                }
            }
        }
        text
    }

    /// Nobody has reported it, and no decision is told of it.
    fn says_nothing(&self, milestone: &MilestoneLine<'_>) -> bool {
        milestone.standing.state == QuarterState::Unreported && milestone.change.is_none()
    }
}

/// People's lines as sentences of one paragraph.
fn one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| sentence(&full_width(line))).collect()
}
