//! The legend under the quarters: the words that this page uses and that need one.

use super::TaskPage;
use crate::passage::sentence;
use crate::source::Source;
use crate::style::{SMALL_PITCH, paragraph, span};
use crate::wording::{self, legend, task_page as words};
use domain::state::{QuarterState, Timeliness};
use layout::Length;
use layout::block::{Block, ParagraphStyle};
use layout::font::{FontRole, size};

impl TaskPage<'_> {
    /// One paragraph, or nothing.
    pub(super) fn legend(&mut self) -> Vec<Block> {
        let milestones = || self.line.milestones.iter().flatten();
        let state = |wanted: QuarterState| milestones().any(|one| one.standing.state == wanted);
        let said = || milestones().flat_map(|one| &one.said);
        let missed = said().flat_map(|said| &said.promised).any(|day| *day < self.viewpoint.as_of);
        let rules = [
            (milestones().any(|one| one.standing.word().starts_with("自报")), legend::CLAIMED),
            (state(QuarterState::Unreported), legend::UNREPORTED),
            (state(QuarterState::ConditionNotMet), legend::CONDITION_NOT_MET),
            (state(QuarterState::Adjusted), legend::ADJUSTED),
            (said().any(|said| said.entry.key.round < said.round), legend::AFTER_CLOSING),
            (state(QuarterState::Done(Timeliness::Early)), legend::EARLY),
            (state(QuarterState::Done(Timeliness::Late)), legend::LATE),
            (missed, words::MISSED),
            (said().any(|said| !said.entry.progress.evidence.is_empty()), legend::EVIDENCE),
        ];
        let used: Vec<_> = rules.into_iter().filter_map(|(used, words)| used.then_some(words)).collect();
        if used.is_empty() {
            return Vec::new();
        }
        let source = self.sources.add(Source::Legend);
        let small = |text: &str, role| span(text, role, size::SMALL_FIVE);
        let spans = vec![
            small(wording::LEGEND, FontRole::Hei),
            small(&sentence(&used.join("；")), FontRole::Fangsong),
        ];
        let legend = paragraph(spans, ParagraphStyle::cell(SMALL_PITCH)).from_source(source);
        vec![Block::Space(Length::pt(4.0)), Block::Paragraph(legend)]
    }
}
