//! From the domain's values to wire types and back: codes, marks, words, print text. No decisions.

use crate::entry::{self, Countable};
use crate::refusal::{Outcome, Refused};
use crate::wire::board::{BoardDepartment, BoardLight, LightCode, LightSet, StandingView, StateCode};
use crate::wire::entry::{BoxEvidence, BoxValue, ClaimCode, EntryBoxes};
use domain::claim::Claim;
use domain::evidence::{self, Evidence, EvidenceForm, PaperEvidence};
use domain::flag::Flag;
use domain::id::ObjectId;
use domain::light::{Light, Rules, YearLight};
use domain::period::{Quarter, Round};
use domain::plan::Task;
use domain::progress::Progress;
use domain::register::Register;
use domain::state::{QuarterState, Standing};
use jiff::civil::Date;
use layout::punctuation::full_width;
use std::collections::HashMap;

/// Print text of an optional source text.
pub(crate) fn print_text(text: Option<&str>) -> Option<String> {
    text.map(full_width)
}

pub(crate) fn state_code(state: QuarterState) -> StateCode {
    match state {
        QuarterState::NotDue => StateCode::NotDue,
        QuarterState::Unreported => StateCode::Unreported,
        QuarterState::ConditionNotMet => StateCode::ConditionNotMet,
        QuarterState::Adjusted => StateCode::Adjusted,
        QuarterState::Done(_) => StateCode::Done,
        QuarterState::Partial => StateCode::Partial,
        QuarterState::NotDone => StateCode::NotDone,
    }
}

pub(crate) fn standing(standing: &Standing) -> StandingView {
    StandingView {
        state: state_code(standing.state),
        mark: standing.state.mark().map(String::from),
        word: standing.word().to_owned(),
        judged: standing.judged,
        without_evidence: standing.without_evidence,
        reason: full_width(&standing.reason),
    }
}

pub(crate) fn light_code(light: Light) -> LightCode {
    match light {
        Light::Done => LightCode::Done,
        Light::OnTrack => LightCode::OnTrack,
        Light::Slow => LightCode::Slow,
        Light::Behind => LightCode::Behind,
    }
}

pub(crate) fn light(light: &YearLight, rules: &Rules) -> BoardLight {
    BoardLight {
        light: light_code(light.light),
        mark: light.light.mark().to_string(),
        word: light.word.clone(),
        reason: full_width(&light.reason),
        set: light.overridden.as_ref().map(|set| LightSet {
            by: set.by.clone(),
            reason: full_width(&set.reason),
            computed: rules.word(light.computed).to_owned(),
        }),
    }
}

/// What should be looked at, as sentences.
pub(crate) fn flags(flags: Vec<Flag>) -> Vec<String> {
    flags.into_iter().map(|flag| flag.words).collect()
}

pub(crate) fn departments(register: &Register, task: &Task, round: Round) -> Vec<BoardDepartment> {
    let lead = register.lead(task.number, round);
    register
        .responsible_in(task, round)
        .into_iter()
        .map(|one| BoardDepartment {
            id: one.id.to_string(),
            name: one.name.to_owned(),
            lead: Some(one.id) == lead,
        })
        .collect()
}

pub(crate) fn claim_code(claim: Claim) -> ClaimCode {
    match claim {
        Claim::Done => ClaimCode::Done,
        Claim::Partial => ClaimCode::Partial,
        Claim::NotDone => ClaimCode::NotDone,
        Claim::ConditionNotMet => ClaimCode::ConditionNotMet,
    }
}

pub(crate) fn claim(code: ClaimCode) -> Claim {
    match code {
        ClaimCode::Done => Claim::Done,
        ClaimCode::Partial => Claim::Partial,
        ClaimCode::NotDone => Claim::NotDone,
        ClaimCode::ConditionNotMet => Claim::ConditionNotMet,
    }
}

/// 2013-05-31 as a day; blanks are none.
pub(crate) fn day(text: &str) -> Outcome<Option<Date>> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Refused::NotADate(text.to_owned()))
}

pub(crate) fn quarter(number: u8) -> Outcome<Quarter> {
    Quarter::from_number(number).ok_or_else(|| Refused::UnknownQuarter(number.to_string()))
}

pub(crate) fn id(text: &str) -> Outcome<ObjectId> {
    text.parse().map_err(|_| Refused::UnknownDepartment { name: text.to_owned(), known: Vec::new() })
}

/// A submitted or drafted progress as boxes; `codes` gives evidence its printed code.
pub(crate) fn boxes(progress: &Progress, code: impl Fn(u32) -> String) -> EntryBoxes {
    EntryBoxes {
        claim: progress.claim.map(claim_code),
        text: progress.text.clone(),
        cause: progress.cause.clone(),
        measure: progress.measure.clone(),
        next_step: progress.next_step.clone(),
        due: progress.due.map(|day| day.to_string()),
        person: progress.person.clone(),
        items: progress.items.iter().map(|item| item.map(claim_code)).collect(),
        values: progress
            .values
            .iter()
            .map(|value| BoxValue { name: value.name.clone(), amount: value.amount.to_string() })
            .collect(),
        evidence: progress.evidence.iter().map(|one| box_evidence(one, &code)).collect(),
        on_behalf: progress.on_behalf.clone(),
    }
}

pub(crate) fn box_evidence(one: &Evidence, code: impl Fn(u32) -> String) -> BoxEvidence {
    let (personal, code) = (Some(one.personal), one.number.map(code));
    match &one.form {
        EvidenceForm::File { sha256, size, name, media_type } => BoxEvidence::File {
            sha256: ledger::digest::hex(sha256),
            size: *size,
            name: name.clone(),
            media_type: media_type.clone(),
            personal,
            code,
        },
        EvidenceForm::OnPaper(paper) => BoxEvidence::OnPaper {
            name: paper.name.clone(),
            document_no: paper.document_no.clone(),
            dated: paper.dated.map(|day| day.to_string()),
            kept_at: paper.kept_at.clone(),
            keeper: paper.keeper.clone(),
            personal,
            code,
        },
    }
}

/// Boxes as a progress. Evidence has no numbers yet: they are given when it is written.
pub(crate) fn progress(boxes: &EntryBoxes, countables: &[Countable]) -> Outcome<Progress> {
    let due = day(boxes.due.as_deref().unwrap_or_default())?;
    let typed = boxes.values.iter().filter(|value| !value.amount.trim().is_empty());
    let values =
        typed.map(|typed| entry::value(countables, &typed.name, &typed.amount)).collect::<Outcome<_>>()?;
    let evidence = boxes.evidence.iter().map(evidence_of).collect::<Outcome<_>>()?;
    let source = boxes.on_behalf.as_deref().map(str::trim).filter(|source| !source.is_empty());
    Ok(Progress {
        claim: boxes.claim.map(claim),
        text: boxes.text.clone(),
        cause: boxes.cause.clone(),
        measure: boxes.measure.clone(),
        next_step: boxes.next_step.clone(),
        due,
        person: boxes.person.clone(),
        items: boxes.items.iter().map(|item| item.map(claim)).collect(),
        values,
        evidence,
        on_behalf: source.map(str::to_owned),
    })
}

pub(crate) fn evidence_of(one: &BoxEvidence) -> Outcome<Evidence> {
    let (form, personal) = match one {
        BoxEvidence::File { sha256, size, name, media_type, personal, .. } => {
            let sha256 = ledger::digest::from_hex(sha256).ok_or(Refused::Gone)?;
            let file = EvidenceForm::File {
                sha256,
                size: *size,
                name: name.clone(),
                media_type: media_type.clone(),
            };
            (file, *personal)
        }
        BoxEvidence::OnPaper { name, document_no, dated, kept_at, keeper, personal, .. } => {
            if name.trim().is_empty() {
                return Err(Refused::PaperEvidenceUnnamed);
            }
            let dated = day(dated.as_deref().unwrap_or_default())?;
            let paper = PaperEvidence {
                name: name.trim().to_owned(),
                document_no: document_no.trim().to_owned(),
                dated,
                kept_at: kept_at.trim().to_owned(),
                keeper: keeper.trim().to_owned(),
            };
            (EvidenceForm::OnPaper(paper), *personal)
        }
    };
    let personal = personal.ok_or_else(|| Refused::PersonalUnanswered(form.name().to_owned()))?;
    Ok(Evidence { number: None, form, personal })
}

/// Whether two forms are the same piece: the same bytes under the same name, or the same paper.
pub(crate) fn same_evidence(one: &EvidenceForm, other: &EvidenceForm) -> bool {
    match (one, other) {
        (
            EvidenceForm::File { sha256: one, name: one_name, .. },
            EvidenceForm::File { sha256: other, name: other_name, .. },
        ) => one == other && one_name == other_name,
        (EvidenceForm::OnPaper(one), EvidenceForm::OnPaper(other)) => {
            one.name == other.name && one.document_no == other.document_no
        }
        _ => false,
    }
}

/// How evidence of one entry is numbered in print: 证(五)-一季-文体局-01.
pub(crate) fn code_of(task: u32, quarter: Quarter, department: &str) -> impl Fn(u32) -> String + '_ {
    move |number| evidence::code(task, quarter, department, number)
}

/// Each department's published name by its id; the present one of a department that the paper does not name.
pub(crate) fn published_names(register: &Register) -> HashMap<ObjectId, &str> {
    let all = register.departments.iter().map(|one| (one.id, one.current_name()));
    all.chain(register.published.iter().map(|(name, id)| (*id, name.as_str()))).collect()
}

/// 2013Q1.
pub(crate) fn round(year: i16, quarter: Quarter) -> Round {
    Round { year, quarter }
}
