//! The legend at the end: the marks and words that this report uses, and no others.

use crate::columns::{Content, Milestones};
use crate::passage::sentence;
use crate::quarter::{GoalLines, Style};
use crate::style::{SMALL_PITCH, paragraph, span};
use crate::task_line::{MilestoneLine, Showing, TaskLine};
use crate::wording::{self, legend};
use domain::light::{Light, YearLight};
use domain::period::Round;
use domain::state::{QuarterState, Timeliness, WITHOUT_EVIDENCE};
use layout::Length;
use layout::block::{Block, ParagraphStyle, SourceId, Span};
use layout::font::{FontRole, size};

/// The marks in the order of the legend.
const STATES: [QuarterState; 6] = [
    QuarterState::Done(Timeliness::InTime),
    QuarterState::Partial,
    QuarterState::NotDone,
    QuarterState::ConditionNotMet,
    QuarterState::Adjusted,
    QuarterState::NotDue,
];
const LIGHTS: [Light; 4] = [Light::Done, Light::OnTrack, Light::Slow, Light::Behind];

/// What is printed.
#[derive(Clone, Copy)]
struct Printed<'a> {
    goals: &'a [GoalLines<'a>],
    style: &'a Style,
    round: Round,
}

impl<'a> Printed<'a> {
    fn lines(self) -> impl Iterator<Item = &'a TaskLine<'a>> {
        self.goals.iter().flat_map(|goal| &goal.lines)
    }

    /// How a milestone is shown; `None`: without its state.
    fn showing(self, milestone: &MilestoneLine<'_>) -> Option<Showing> {
        match self.style {
            Style::Original => Some(milestone.showing).filter(|showing| *showing != Showing::Promise),
            Style::Wide(preset) => preset.showing(milestone, self.round),
        }
    }
}

/// Two lines under the table, kept together.
pub(crate) fn blocks(goals: &[GoalLines<'_>], style: &Style, round: Round, source: SourceId) -> Vec<Block> {
    let printed = Printed { goals, style, round };
    let small = |text: &str, role| span(text, role, size::SMALL_FIVE);
    let layout = ParagraphStyle { indent_first: Length::ZERO, ..ParagraphStyle::cell(SMALL_PITCH) };
    let mut marks = vec![small(wording::LEGEND, FontRole::Hei)];
    for (mark, word) in marks_used(printed) {
        if marks.len() > 1 {
            marks.push(small("\u{3000}", FontRole::Fangsong));
        }
        marks.push(small(&mark.to_string(), FontRole::Hei));
        marks.push(small(&word, FontRole::Fangsong));
    }
    let words = words_used(printed);
    let mut blocks = Vec::new();
    if marks.len() > 1 {
        blocks.push(Block::Paragraph(paragraph(marks, layout).from_source(source)));
    }
    if !words.is_empty() {
        let text: Span = small(&sentence(&words.join("；")), FontRole::Fangsong);
        blocks.push(Block::Paragraph(paragraph(vec![text], layout).from_source(source)));
    }
    if blocks.is_empty() {
        return blocks;
    }
    vec![Block::Space(Length::pt(6.0)), Block::Together(blocks)]
}

/// Every milestone whose state is printed: as this round sees it, and as the last one did where that stands beside it.
fn milestones<'a>(printed: Printed<'a>) -> impl Iterator<Item = &'a MilestoneLine<'a>> {
    let own = move |line: &'a TaskLine<'a>| {
        line.milestones.iter().flatten().filter(move |one| printed.showing(one).is_some())
    };
    let last = move |line: &'a TaskLine<'a>| {
        let seen = move |milestone: &MilestoneLine<'_>| {
            line.last.as_ref()?.milestones[milestone.quarter.index()].as_ref()
        };
        own(line).filter_map(seen).filter(told_last)
    };
    printed.lines().flat_map(move |line| own(line).chain(last(line)))
}

/// What was not due in the last round is said in words there.
fn told_last(milestone: &&MilestoneLine<'_>) -> bool {
    milestone.standing.state != QuarterState::NotDue || !milestone.said.is_empty()
}

/// Every milestone of which is printed what was said.
fn told<'a>(printed: Printed<'a>) -> impl Iterator<Item = &'a MilestoneLine<'a>> {
    let in_short = move |milestone: &MilestoneLine<'_>| match printed.style {
        Style::Wide(preset) if preset.milestones == Milestones::BothRounds => false,
        Style::Original | Style::Wide(_) => {
            matches!(milestone.showing, Showing::Brief | Showing::Promise)
        }
    };
    milestones(printed).filter(move |milestone| !in_short(milestone))
}

/// Every year light that is printed: the original style prints those that a person set.
fn lights<'a>(printed: Printed<'a>) -> impl Iterator<Item = &'a YearLight> {
    let both = |line: &'a TaskLine<'a>| {
        [Some(&line.light), line.last.as_ref().map(|last| &last.light)].into_iter().flatten()
    };
    let wide = printed.style != &Style::Original;
    printed.lines().flat_map(both).filter(move |light| wide || light.overridden.is_some())
}

/// The marks with their words; the year lights too where they are printed, a mark of both with both words.
fn marks_used(printed: Printed<'_>) -> Vec<(char, String)> {
    let same = |a: QuarterState, b: QuarterState| a.code() == b.code();
    let mut used: Vec<(char, String)> = Vec::new();
    for state in STATES {
        if let Some(mark) = state.mark()
            && milestones(printed).any(|milestone| same(milestone.standing.state, state))
        {
            used.push((mark, state.word(true).to_owned()));
        }
    }
    for light in LIGHTS {
        let mut lights = lights(printed);
        let Some(YearLight { word: local, .. }) = lights.find(|found| found.light == light) else { continue };
        match used.iter_mut().find(|(mark, _)| *mark == light.mark()) {
            Some((_, word)) => word.push_str(&format!("、{local}")),
            None => used.push((light.mark(), local.clone())),
        }
    }
    if milestones(printed).any(|milestone| milestone.standing.without_evidence) {
        used.push((WITHOUT_EVIDENCE.0, WITHOUT_EVIDENCE.1.to_owned()));
    }
    used
}

/// The words that need one.
fn words_used(printed: Printed<'_>) -> Vec<&'static str> {
    let any = |test: &dyn Fn(&MilestoneLine<'_>) -> bool| milestones(printed).any(test);
    let state = |wanted: QuarterState| any(&|milestone| milestone.standing.state == wanted);
    let lead =
        printed.lines().any(|line| line.departments.iter().any(|name| name.starts_with(wording::LEAD)));
    let mut said = told(printed).flat_map(|milestone| &milestone.said);
    let late = said.any(|said| said.entry.key.round < said.round);
    let mut said = told(printed).flat_map(|milestone| &milestone.said);
    let evidence = said.any(|said| !said.entry.progress.evidence.is_empty());
    let shows = |content| matches!(printed.style, Style::Wide(preset) if preset.shows(content));
    let rules: [(bool, &str); 12] = [
        (any(&|milestone| milestone.standing.word().starts_with("自报")), legend::CLAIMED),
        (state(QuarterState::Unreported), legend::UNREPORTED),
        (state(QuarterState::ConditionNotMet), legend::CONDITION_NOT_MET),
        (state(QuarterState::Adjusted), legend::ADJUSTED),
        (late, legend::AFTER_CLOSING),
        (state(QuarterState::Done(Timeliness::Early)), legend::EARLY),
        (state(QuarterState::Done(Timeliness::Late)), legend::LATE),
        (any(&|milestone| milestone.showing == Showing::CarriedOver), legend::CARRIED_OVER),
        (shows(Content::State), legend::LIGHT),
        (shows(Content::Limit), legend::LIMIT),
        (evidence, legend::EVIDENCE),
        (lead, legend::LEAD),
    ];
    rules.into_iter().filter_map(|(used, text)| used.then_some(text)).collect()
}
