//! One department's statement in one round, and what reviews sent back of it.

use super::TaskPage;
use super::form::{self, band, label};
use super::milestones::paragraphs;
use super::record::Returned;
use crate::deed;
use crate::passage::{Passage, sentence};
use crate::source::Source;
use crate::style::{cell_span, whole};
use crate::task_line::Viewpoint;
use crate::wording::{self, task_page as words};
use domain::evidence;
use domain::period::{Quarter, Round};
use domain::register::Entry;
use domain::state::WITHOUT_EVIDENCE;
use layout::block::{AnchorId, SourceId};
use layout::font::FontRole;
use layout::table::Band;

impl TaskPage<'_> {
    /// Every statement on a milestone that belongs to a round, the lead's first, each with its returns.
    pub(super) fn statements(&mut self, quarter: Quarter, round: Round) -> Vec<Band> {
        let register = self.viewpoint.register;
        let task = self.line.task;
        let at = Viewpoint { round, ..self.viewpoint.promises_of(round) };
        let own = register.entries(task.number, quarter).iter();
        let mut own: Vec<&Entry> = own.filter(|entry| register.taken_into(entry) == round).collect();
        let lead = register.lead(task.number, round);
        let responsible = register.responsible_in(task, round);
        own.sort_by_key(|entry| {
            let id = entry.key.department;
            let place = responsible.iter().position(|one| one.id == id).unwrap_or(usize::MAX);
            (Some(id) != lead, place, id, entry.key.round)
        });
        let line = at.task(task);
        let Some(milestone) = &line.milestones[quarter.index()] else { return Vec::new() };
        let mut bands = Vec::new();
        for entry in own {
            let said = at.statement(task, round, entry);
            let source = self.sources.add(Source::Progress(entry.key));
            let mut passage = Passage::default();
            passage.stress(&words::claimed(entry.progress.claim), source);
            deed::write_words(&mut passage, milestone, &said, at, source);
            self.write_codes(&mut passage, entry, source);
            let name = words::lead(&said.name, said.lead, said.responsible);
            let when = [vec![words::round(round)], self.handed_in(entry)].concat();
            bands.push(band(label(&name, &when), paragraphs(passage)));
            bands.extend(self.returns(entry, source));
        }
        bands
    }

    /// Each submission with its day and who made it; the day alone where nobody is named.
    fn handed_in(&self, entry: &Entry) -> Vec<String> {
        let own = self.record.handed_in.iter().filter(|one| one.key == entry.key);
        let named: Vec<String> = own
            .map(|one| words::handed_in(one.on, &one.by, one.corrects, one.on_behalf, self.year()))
            .flat_map(form::when_and_who)
            .collect();
        if !named.is_empty() {
            return named;
        }
        let on_behalf = entry.progress.on_behalf.is_some();
        let day = entry.handed_in.map(|on| words::handed_in(on, "", false, on_behalf, self.year()));
        day.into_iter().flat_map(form::when_and_who).collect()
    }

    fn returns(&self, entry: &Entry, source: SourceId) -> Vec<Band> {
        let seen = |one: &&Returned| one.key == entry.key && one.on <= self.viewpoint.as_of;
        let bands = self.record.returned.iter().filter(seen).map(|one| {
            let mut passage = Passage::default();
            passage.say(&words::returned_to(&one.to), source);
            passage.quote_sentence(&one.reason, source);
            passage.say(&words::pointed_at(&one.place, &one.quote), source);
            passage.say(words::answered(one.answered), source);
            let by = form::when_and_who(words::decided(one.on, &one.by, self.year()));
            band(label(words::RETURNED, &by), paragraphs(passage))
        });
        bands.collect()
    }

    /// 佐证：证（五）-一季-文体局-01、02, each leading to its picture or its line in the list.
    fn write_codes(&self, passage: &mut Passage, entry: &Entry, source: SourceId) {
        let all = &entry.progress.evidence;
        passage.end_paragraph();
        if all.is_empty() {
            let (mark, word) = WITHOUT_EVIDENCE;
            passage.push(cell_span(&mark.to_string(), FontRole::Song), source);
            passage.say(&sentence(word), source);
            return;
        }
        let mut numbers: Vec<u32> =
            all.iter().filter(|one| !one.personal).filter_map(|one| one.number).collect();
        numbers.sort_unstable();
        let department = self.viewpoint.register.published_name(entry.key.department);
        passage.push(whole(cell_span(wording::EVIDENCE, FontRole::Kai)), source);
        for (at, number) in numbers.iter().enumerate() {
            let code = evidence::code(entry.key.task, entry.key.quarter, department, *number);
            let shown = if at == 0 { code.clone() } else { format!("{number:02}") };
            let mut shown = cell_span(&shown, FontRole::Kai);
            shown.link = self.anchor_of(&code);
            if at > 0 {
                passage.say("、", source);
                shown = whole(shown);
            }
            passage.push(shown, source);
        }
        let mut rest = Vec::new();
        let unnumbered = all.iter().filter(|one| !one.personal && one.number.is_none()).count();
        rest.extend((unnumbered > 0).then(|| wording::unnumbered_evidence(unnumbered)));
        let personal = all.iter().filter(|one| one.personal).count();
        rest.extend((personal > 0).then(|| wording::personal_evidence(personal)));
        if !numbers.is_empty() && !rest.is_empty() {
            passage.say("；", source);
        }
        passage.say(&format!("{}。", rest.join("；")), source);
        passage.end_paragraph();
    }

    /// Where a piece of evidence stands.
    fn anchor_of(&self, code: &str) -> Option<AnchorId> {
        let at = self.evidence.iter().position(|item| item.code.as_deref() == Some(code))?;
        u32::try_from(at).ok().map(AnchorId)
    }
}
