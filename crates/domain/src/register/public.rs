//! What of a register may be told to the public (公开版): the same states and numbers, without what is internal.
//!
//! Kept: what the paper promises and what decisions made of it, what was done, what comes next, until when it is promised
//! now. Left out: why something was not done and what is done about it (原因, 措施), who answers for it (责任人), why the office
//! judged or set a light as it did, who approved what and why, where an entry by the office came from, and what evidence
//! with personal data is. Telephone numbers and the like in people's own words are masked. Every struct is taken apart in
//! full, so that a new field does not compile before it is decided whether the public is told.

use super::{Entry, Register};
use crate::breakdown::Summary;
use crate::change::PlanChange;
use crate::evidence::{Evidence, EvidenceForm, PaperEvidence};
use crate::feedback::mask_official;
use crate::light::Override;
use crate::progress::Progress;
use crate::round::{Reopening, RoundClosing};
use crate::state::Finding;

impl Register {
    /// The same register as a public edition may know it: every state, light and number stays what it is.
    #[must_use]
    pub fn for_the_public(&self) -> Self {
        let mut public = self.clone();
        public.entries.iter_mut().for_each(entry);
        public.findings.iter_mut().for_each(|(_, decided)| finding(decided));
        public.summaries.values_mut().for_each(summary);
        public.changes.iter_mut().for_each(change);
        public.closings.iter_mut().for_each(closing);
        public.overrides.values_mut().for_each(decision);
        public
    }
}

fn entry(entry: &mut Entry) {
    let Entry { key: _, progress, stated_dates: _, claimed_on: _, handed_in: _ } = entry;
    let Progress {
        claim: _,
        text,
        cause,
        measure,
        next_step,
        due: _,
        person,
        items: _,
        values: _,
        evidence,
        on_behalf,
    } = progress;
    for told in [text, next_step] {
        *told = mask_official(told);
    }
    for internal in [cause, measure, person] {
        internal.clear();
    }
    if let Some(source) = on_behalf {
        source.clear();
    }
    evidence.iter_mut().for_each(evidence_of);
}

/// A piece with personal data is counted and nothing else; who keeps a paper is nobody's business.
fn evidence_of(evidence: &mut Evidence) {
    let Evidence { number: _, form, personal } = evidence;
    match form {
        EvidenceForm::File { sha256, size, name, media_type } => {
            if *personal {
                (*sha256, *size) = ([0; 32], 0);
                name.clear();
                media_type.clear();
            } else {
                *name = mask_official(name);
            }
        }
        EvidenceForm::OnPaper(paper) => {
            let PaperEvidence { name, document_no, dated, kept_at, keeper } = paper;
            keeper.clear();
            if *personal {
                *dated = None;
                [name, document_no, kept_at].into_iter().for_each(String::clear);
            } else {
                *name = mask_official(name);
            }
        }
    }
}

fn finding(finding: &mut Finding) {
    let Finding { claim: _, reason } = finding;
    reason.clear();
}

fn summary(summary: &mut Summary) {
    let Summary { plan: _, task: _, quarter: _, round: _, department: _, text } = summary;
    *text = mask_official(text);
}

/// What was promised, what is promised instead and the paper on which that rests are for everybody.
fn change(change: &mut PlanChange) {
    let PlanChange { id: _, plan: _, task: _, quarter: _, kind: _, from: _, reason, basis: _, approver } =
        change;
    [reason, approver].into_iter().for_each(String::clear);
}

fn closing(closing: &mut RoundClosing) {
    let RoundClosing { round: _, closed_on: _, closed_by, early_reason, reopened } = closing;
    [closed_by, early_reason].into_iter().for_each(String::clear);
    if let Some(Reopening { on: _, by, reason }) = reopened {
        [by, reason].into_iter().for_each(String::clear);
    }
}

fn decision(decision: &mut Override) {
    let Override { light: _, reason, by } = decision;
    [reason, by].into_iter().for_each(String::clear);
}
