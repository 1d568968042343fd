//! The quarter's report in the white paper's own form (原版): its four columns, 完成情况 under each milestone.
//!
//! Left to others: columns and sheet (`facsimile`), the deed's text (`deed`), the title block (`quarter`).

use crate::deed;
use crate::facsimile;
use crate::passage::Passage;
use crate::quarter::GoalLines;
use crate::source::{Source, SourceTable};
use crate::style::{CELL, cell_span};
use crate::task_line::{MilestoneLine, Showing, TaskLine, Viewpoint};
use crate::wording;
use layout::font::FontRole;
use layout::table::{Band, Group, Table};

/// The white paper's table with 完成情况 under its milestones.
pub(crate) fn table(goals: &[GoalLines<'_>], viewpoint: Viewpoint<'_>, sources: &mut SourceTable) -> Table {
    let groups = goals.iter().map(|goal| Group {
        cells: vec![facsimile::goal_cell(goal.goal, goal.place, 1, sources)],
        rows: goal
            .lines
            .iter()
            .map(|line| {
                let bands = bands(line, viewpoint, sources);
                facsimile::row(line.task, line.departments.iter().map(String::as_str), bands, 2, sources)
            })
            .collect(),
    });
    let groups = groups.collect();
    facsimile::table(&viewpoint.register.plan, groups)
}

fn bands(line: &TaskLine<'_>, viewpoint: Viewpoint<'_>, sources: &mut SourceTable) -> Vec<Band> {
    let mut bands = Vec::new();
    if let Some(objective) = &line.task.objective {
        let source = sources.add(Source::Objective(line.task.number));
        let text = format!("{}{objective}", wording::OBJECTIVE_LABEL);
        let paragraph = facsimile::flow(vec![cell_span(&text, FontRole::Fangsong)]);
        // Alone at the foot of a page it would say nothing of the round.
        bands.push(Band { keep_with_next: true, ..facsimile::band(vec![paragraph.from_source(source)]) });
    }
    // This style prints no lights; one that a person set against the arithmetic is said, with its reason.
    if line.light.overridden.is_some() {
        let source = sources.add(Source::Objective(line.task.number));
        let text = format!("{}{}", line.light.light.mark(), wording::year_light(&line.light.reason));
        let paragraph = facsimile::flow(vec![cell_span(&text, FontRole::Kai)]);
        bands.push(facsimile::band(vec![paragraph.from_source(source)]));
    }
    for milestone in line.milestones.iter().flatten() {
        milestone_bands(milestone, viewpoint, sources, &mut bands);
    }
    bands
}

/// The promise, then the deed a paragraph a band, so that pages part between paragraphs; the promise stays with the
/// deed's opening.
fn milestone_bands(
    milestone: &MilestoneLine<'_>,
    viewpoint: Viewpoint<'_>,
    sources: &mut SourceTable,
    bands: &mut Vec<Band>,
) {
    let own = milestone.quarter == viewpoint.round.quarter;
    let label_role = if own { FontRole::Hei } else { FontRole::Fangsong };
    let mut promise = facsimile::flow(vec![
        cell_span(&wording::milestone_label(milestone.quarter), label_role),
        cell_span(milestone.promise, FontRole::Fangsong),
    ]);
    promise.source =
        Some(sources.add(Source::Milestone { task: milestone.task.number, quarter: milestone.quarter }));
    let in_full = matches!(milestone.showing, Showing::Full | Showing::CarriedOver);
    if milestone.showing == Showing::Brief {
        promise.spans.extend(deed::state_spans(milestone, viewpoint));
    }
    bands.push(Band { keep_with_next: in_full, ..facsimile::band(vec![promise]) });
    if !in_full {
        return;
    }
    let mut passage = Passage::default();
    let standing =
        Source::Standing { task: milestone.task.number, quarter: milestone.quarter, round: viewpoint.round };
    let source = sources.add(standing);
    if milestone.showing == Showing::CarriedOver {
        passage.stress(&wording::carried_over_label(milestone.quarter), source);
    }
    for span in deed::state_spans(milestone, viewpoint) {
        passage.push(span, source);
    }
    deed::write(&mut passage, milestone, viewpoint, sources);
    let flow = |(spans, source)| {
        let mut paragraph = facsimile::flow(spans).from_source(source);
        paragraph.style.indent_left = CELL;
        paragraph
    };
    let mut deed: Vec<_> = passage.into_paragraphs().into_iter().map(flow).collect();
    deed::set_apart(&mut deed, facsimile::FLOW_HALF_CHARACTERS, deed::UPRIGHT);
    bands.extend(deed.into_iter().map(|paragraph| Band {
        keep_with_next: paragraph.style.keep_with_next,
        splits: paragraph.style.splits,
        ..facsimile::band(vec![paragraph])
    }));
}
