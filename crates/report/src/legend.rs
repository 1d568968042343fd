//! The legend at the end: the marks and words that this report uses, and no others.

use crate::passage::sentence;
use crate::quarter::{GoalLines, Style};
use crate::style::{SMALL_PITCH, paragraph, span};
use crate::task_line::{MilestoneLine, Showing};
use crate::wording::{self, legend};
use domain::light::{Light, YearLight};
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

/// Two lines under the table, kept together.
pub(crate) fn blocks(goals: &[GoalLines<'_>], style: Style, source: SourceId) -> Vec<Block> {
    let small = |text: &str, role| span(text, role, size::SMALL_FIVE);
    let layout = ParagraphStyle { indent_first: Length::ZERO, ..ParagraphStyle::cell(SMALL_PITCH) };
    let mut marks = vec![small(wording::LEGEND, FontRole::Hei)];
    for (mark, word) in marks_used(goals, style) {
        if marks.len() > 1 {
            marks.push(small("\u{3000}", FontRole::Fangsong));
        }
        marks.push(small(&mark.to_string(), FontRole::Hei));
        marks.push(small(&word, FontRole::Fangsong));
    }
    let words = words_used(goals, style);
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

/// Every milestone whose state is printed.
fn milestones<'a>(goals: &'a [GoalLines<'a>], style: Style) -> impl Iterator<Item = &'a MilestoneLine<'a>> {
    let lines = goals.iter().flat_map(|goal| &goal.lines);
    let printed = move |milestone: &&MilestoneLine<'_>| match milestone.showing {
        Showing::Full | Showing::CarriedOver => true,
        Showing::Brief => style == Style::Original,
        Showing::Promise => false,
    };
    lines.flat_map(|line| line.milestones.iter().flatten()).filter(printed)
}

/// Every milestone of which is printed what was said.
fn told<'a>(goals: &'a [GoalLines<'a>], style: Style) -> impl Iterator<Item = &'a MilestoneLine<'a>> {
    milestones(goals, style).filter(|milestone| milestone.showing != Showing::Brief)
}

/// Every year light that is printed: the original style prints those that a person set.
fn lights<'a>(goals: &'a [GoalLines<'a>], style: Style) -> impl Iterator<Item = &'a YearLight> {
    let lights = goals.iter().flat_map(|goal| &goal.lines).map(|line| &line.light);
    lights.filter(move |light| style == Style::Wide || light.overridden.is_some())
}

/// The marks with their words; the year lights too where they are printed, a mark of both with both words.
fn marks_used(goals: &[GoalLines<'_>], style: Style) -> Vec<(char, String)> {
    let same = |a: QuarterState, b: QuarterState| a.code() == b.code();
    let mut used: Vec<(char, String)> = Vec::new();
    for state in STATES {
        if let Some(mark) = state.mark()
            && milestones(goals, style).any(|milestone| same(milestone.standing.state, state))
        {
            used.push((mark, state.word(true).to_owned()));
        }
    }
    for light in LIGHTS {
        let mut lights = lights(goals, style);
        let Some(YearLight { word: local, .. }) = lights.find(|found| found.light == light) else { continue };
        match used.iter_mut().find(|(mark, _)| *mark == light.mark()) {
            Some((_, word)) => word.push_str(&format!("、{local}")),
            None => used.push((light.mark(), local.clone())),
        }
    }
    if milestones(goals, style).any(|milestone| milestone.standing.without_evidence) {
        used.push((WITHOUT_EVIDENCE.0, WITHOUT_EVIDENCE.1.to_owned()));
    }
    used
}

/// The words that need one.
fn words_used(goals: &[GoalLines<'_>], style: Style) -> Vec<&'static str> {
    let any = |test: &dyn Fn(&MilestoneLine<'_>) -> bool| milestones(goals, style).any(test);
    let state = |wanted: QuarterState| any(&|milestone| milestone.standing.state == wanted);
    let lead = goals
        .iter()
        .flat_map(|goal| &goal.lines)
        .any(|line| line.departments.iter().any(|name| name.starts_with(wording::LEAD)));
    let mut said = told(goals, style).flat_map(|milestone| &milestone.said);
    let late = said.any(|said| said.entry.key.round < said.round);
    let mut said = told(goals, style).flat_map(|milestone| &milestone.said);
    let evidence = said.any(|said| !said.entry.progress.evidence.is_empty());
    let rules: [(bool, &str); 11] = [
        (any(&|milestone| milestone.standing.word().starts_with("自报")), legend::CLAIMED),
        (state(QuarterState::Unreported), legend::UNREPORTED),
        (state(QuarterState::ConditionNotMet), legend::CONDITION_NOT_MET),
        (state(QuarterState::Adjusted), legend::ADJUSTED),
        (late, legend::AFTER_CLOSING),
        (state(QuarterState::Done(Timeliness::Early)), legend::EARLY),
        (state(QuarterState::Done(Timeliness::Late)), legend::LATE),
        (any(&|milestone| milestone.showing == Showing::CarriedOver), legend::CARRIED_OVER),
        (style == Style::Wide, legend::LIGHT),
        (evidence, legend::EVIDENCE),
        (lead, legend::LEAD),
    ];
    rules.into_iter().filter_map(|(used, text)| used.then_some(text)).collect()
}
