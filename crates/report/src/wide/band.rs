//! The bands of a task: 目标 with the year's light, then its milestones, each with what was done and where it stands.

use super::{Rows, aligned};
use crate::columns::{Content, Milestones, PresetColumn};
use crate::deed;
use crate::passage::Passage;
use crate::source::{Source, SourceTable};
use crate::style::{self, cell_span};
use crate::task_line::{MilestoneLine, Showing, TaskLine, Viewpoint};
use crate::wording;
use domain::change::ChangeKind;
use domain::claim::Claim;
use domain::light::YearLight;
use domain::period::Quarter;
use domain::state::QuarterState;
use layout::Length;
use layout::block::{SourceId, Span};
use layout::font::{FontRole, size};
use layout::page::{Stroke, Tint};
use layout::table::{Band, Cell, ColumnPart};

/// A thin line between what stands under one task.
fn between_bands() -> Option<Stroke> {
    Some(Stroke { tint: Tint::grey(140), ..Stroke::solid(Length::pt(0.35)) })
}

fn one(spans: Vec<Span>, column: &PresetColumn, source: SourceId) -> Cell {
    Cell::new(vec![aligned(spans, column.alignment).from_source(source)])
}

impl<'a> Rows<'a> {
    /// 目标 with the year's light, this quarter's milestone, what earlier quarters left, what was stated early; the whole
    /// year's milestones stand in their order.
    pub(super) fn bands(&self, line: &TaskLine<'_>, sources: &mut SourceTable) -> Vec<Band> {
        let mut bands = vec![self.objective_band(line, sources)];
        let round = self.viewpoint.round;
        let shown = |milestone: &MilestoneLine<'_>| self.preset.showing(milestone, round).is_some();
        let shown: Vec<_> = line.milestones.iter().flatten().filter(|one| shown(one)).collect();
        let own = |milestone: &&MilestoneLine<'_>| milestone.quarter == round.quarter;
        let nothing_promised = !shown.iter().any(own);
        if self.preset.milestones == Milestones::Year {
            let before = shown.iter().filter(|milestone| milestone.quarter < round.quarter).count();
            bands.extend(shown.iter().map(|milestone| self.milestone_band(milestone, line, sources)));
            if nothing_promised {
                bands.insert(before + 1, self.no_milestone_band(line, round.quarter, sources));
            }
            return bands;
        }
        for milestone in shown.iter().copied().filter(own) {
            bands.push(self.milestone_band(milestone, line, sources));
        }
        if nothing_promised {
            bands.push(self.no_milestone_band(line, round.quarter, sources));
        }
        for milestone in shown.into_iter().filter(|milestone| !own(milestone)) {
            bands.push(self.milestone_band(milestone, line, sources));
        }
        bands
    }

    fn flow(&self) -> impl Iterator<Item = &PresetColumn> {
        self.preset.of_part(ColumnPart::Flow)
    }

    fn objective_band(&self, line: &TaskLine<'_>, sources: &mut SourceTable) -> Band {
        let source = sources.add(Source::Objective(line.task.number));
        let reason = |light: &YearLight| cell_span(&wording::year_light(&light.reason), FontRole::Kai);
        let cell = |column: &PresetColumn| match column.content {
            Content::Milestone => {
                let promise = line.task.objective.as_ref().map(|objective| {
                    let text = format!("{}{objective}", wording::OBJECTIVE_LABEL);
                    let spans = vec![cell_span(&text, FontRole::Fangsong)];
                    aligned(spans, column.alignment).from_source(source)
                });
                Cell::new(promise.into_iter().collect())
            }
            Content::Limit => {
                let end = self.viewpoint.register.round(Quarter::Fourth);
                let words = wording::month_end(end, end.year);
                one(vec![style::dated(&words, FontRole::Fangsong)], column, source)
            }
            Content::Deed => one(vec![reason(&line.light)], column, source),
            Content::LastDeed => {
                let spans = line.last.as_ref().map(|last| {
                    let light = &last.light;
                    let mark = cell_span(&light.light.mark().to_string(), FontRole::Song);
                    let word = cell_span(&wording::in_brackets(&light.word), FontRole::Kai);
                    vec![mark, style::unbroken(word), reason(light)]
                });
                let none = || vec![cell_span(wording::NO_LAST_ROUND, FontRole::Kai)];
                one(spans.unwrap_or_else(none), column, source)
            }
            Content::State => {
                let mark = cell_span(&line.light.light.mark().to_string(), FontRole::Song);
                let word = cell_span(&line.light.word, FontRole::Kai);
                state_cell((Some(mark), word), Vec::new(), column, source)
            }
            _ => Cell::default(),
        };
        Band {
            cells: self.flow().map(cell).collect(),
            splits: false,
            // Alone at the foot of a page it would say nothing of the round.
            keep_with_next: true,
            rule_above: None,
        }
    }

    /// That the paper promises nothing for the quarter is said: a reader who counts the tasks would look for it.
    fn no_milestone_band(&self, line: &TaskLine<'_>, quarter: Quarter, sources: &mut SourceTable) -> Band {
        let source = sources.add(Source::Milestone { task: line.task.number, quarter });
        let cell = |column: &PresetColumn| match column.content {
            Content::Milestone => {
                let label = cell_span(&wording::milestone_label(quarter), FontRole::Hei);
                one(vec![label, cell_span(wording::NO_MILESTONE, FontRole::Kai)], column, source)
            }
            _ => Cell::default(),
        };
        Band { cells: self.flow().map(cell).collect(), rule_above: between_bands(), ..Band::default() }
    }

    fn milestone_band(
        &self,
        milestone: &MilestoneLine<'_>,
        line: &TaskLine<'_>,
        sources: &mut SourceTable,
    ) -> Band {
        let source =
            sources.add(Source::Milestone { task: milestone.task.number, quarter: milestone.quarter });
        let mut cells = Vec::new();
        for column in self.flow() {
            // Where a deed goes on upon another page, what was promised and where it stands go with it.
            cells.push(match column.content {
                Content::Milestone => one(promise(milestone), column, source).repeated(),
                Content::Limit => one(limit(milestone, self.viewpoint), column, source).repeated(),
                Content::State => self.milestone_state(milestone, column, sources).repeated(),
                Content::Deed | Content::LastDeed => {
                    let mut passage = Passage::default();
                    if column.content == Content::Deed {
                        self.write_deed(&mut passage, milestone, sources);
                    } else {
                        self.write_last(&mut passage, milestone, line, sources);
                    }
                    let paragraphs = passage.into_paragraphs().into_iter();
                    let set = |(spans, source)| aligned(spans, column.alignment).from_source(source);
                    Cell::new(paragraphs.map(set).collect())
                }
                _ => Cell::default(),
            });
        }
        Band { cells, rule_above: between_bands(), ..Band::default() }
    }

    /// In full what belongs to the round; of what was settled before or is not due yet how it stands.
    fn write_deed(&self, passage: &mut Passage, milestone: &MilestoneLine<'_>, sources: &mut SourceTable) {
        let in_short = matches!(milestone.showing, Showing::Brief | Showing::Promise);
        if in_short && self.preset.milestones == Milestones::Year {
            let (task, quarter) = (milestone.task.number, milestone.quarter);
            let standing = sources.add(Source::Standing { task, quarter, round: self.viewpoint.round });
            // When it is asked for is no news beside its time limit.
            if milestone.standing.state != QuarterState::NotDue {
                passage.quote_sentence(&milestone.standing.reason, standing);
            }
            return;
        }
        deed::write(passage, milestone, self.viewpoint, sources);
    }

    /// What the last round's report said of it: mark, word and statements; nothing where there was none.
    fn write_last(
        &self,
        passage: &mut Passage,
        milestone: &MilestoneLine<'_>,
        line: &TaskLine<'_>,
        sources: &mut SourceTable,
    ) {
        let last = line.last.as_ref().and_then(|last| last.milestones.get(milestone.quarter.index()));
        let Some((last, viewpoint)) = last.and_then(Option::as_ref).zip(self.viewpoint.last()) else {
            return;
        };
        let (task, quarter, round) = (last.task.number, last.quarter, viewpoint.round);
        let source = sources.add(Source::Standing { task, quarter, round });
        if last.standing.state == QuarterState::NotDue && last.said.is_empty() {
            passage.say(wording::NOT_DUE_LAST, source);
            return;
        }
        for span in deed::state_spans(last, viewpoint) {
            passage.push(span, source);
        }
        deed::write(passage, last, viewpoint, sources);
    }

    fn milestone_state(
        &self,
        milestone: &MilestoneLine<'_>,
        column: &PresetColumn,
        sources: &mut SourceTable,
    ) -> Cell {
        let (task, quarter, standing) = (milestone.task.number, milestone.quarter, &milestone.standing);
        let source = sources.add(Source::Standing { task, quarter, round: self.viewpoint.round });
        let late = deed::late_on(standing, self.viewpoint);
        let late = late.map(|day| vec![style::dated(&day, FontRole::Kai)]);
        let notes = late.into_iter().chain([deed::without_evidence_spans(standing)]).collect();
        let word = cell_span(&wording::state_in_lines(standing.word()), FontRole::Hei);
        state_cell((deed::mark_span(standing.state), word), notes, column, source)
    }
}

fn promise(milestone: &MilestoneLine<'_>) -> Vec<Span> {
    let label = if milestone.showing == Showing::CarriedOver {
        wording::carried_over_label(milestone.quarter)
    } else {
        wording::milestone_label(milestone.quarter)
    };
    vec![cell_span(&label, FontRole::Hei), cell_span(milestone.promise, FontRole::Fangsong)]
}

/// The month in which it is due, what a decision made of that, and the latest day that is promised for what is open.
fn limit(milestone: &MilestoneLine<'_>, viewpoint: Viewpoint<'_>) -> Vec<Span> {
    let year = viewpoint.register.plan.year;
    let month = wording::month_end(viewpoint.register.round(milestone.quarter), year);
    let mut lines = vec![style::dated(&month, FontRole::Fangsong)];
    match milestone.change.map(|change| &change.kind) {
        Some(ChangeKind::Deferred { to }) => {
            let words = wording::put_off_to(&wording::month_end(*to, year));
            lines.push(style::dated(&words, FontRole::Kai));
        }
        Some(ChangeKind::Cancelled) => lines.push(cell_span(wording::CANCELLED, FontRole::Kai)),
        Some(ChangeKind::Reworded { .. }) | None => {}
    }
    let open = milestone.said.iter().filter(|said| said.entry.progress.claim != Some(Claim::Done));
    let promised = open.filter_map(|said| said.promised.last()).max();
    if let Some(day) = promised.filter(|_| milestone.standing.open) {
        lines.push(style::dated(&wording::promised_now(*day, viewpoint.promises), FontRole::Kai));
    }
    let mut spans = Vec::new();
    for line in lines {
        if !spans.is_empty() {
            spans.push(cell_span("\n", FontRole::Fangsong));
        }
        spans.push(line);
    }
    spans
}

/// The mark, under it the word, under that the day of what came late and ◇无佐证: one paragraph, so that no page parts
/// them.
fn state_cell(
    (mark, word): (Option<Span>, Span),
    notes: Vec<Vec<Span>>,
    column: &PresetColumn,
    source: SourceId,
) -> Cell {
    let line_feed = || cell_span("\n", FontRole::Hei);
    let mut spans = Vec::new();
    if let Some(mut mark) = mark {
        mark.size = size::SMALL_FOUR;
        spans.extend([mark, line_feed()]);
    }
    spans.push(word);
    for note in notes.into_iter().filter(|note| !note.is_empty()) {
        spans.push(line_feed());
        spans.extend(note);
    }
    one(spans, column, source)
}
