//! A round judged: every task with its state, its light, both with reasons, and counts that close.

use crate::desk::Desk;
use crate::named::round_named;
use crate::refusal::{Outcome, Refused};
use crate::round;
use crate::wire::status::{
    FlagStatus, LeadRate, LightStatus, MilestoneStatus, StateTotal, Status, StatusCounts, TaskStatus,
};
use domain::evidence::EvidenceForm;
use domain::light::YearLight;
use domain::period::{Quarter, Round};
use domain::plan::Task;
use domain::register::Register;
use domain::state::Standing;
use domain::tally::{Rate, Tally};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::sync::PoisonError;

/// What a photo says of itself stands at its beginning.
const PHOTO_HEAD_MAX: u64 = 512 * 1024;

impl Desk {
    /// A round as it stands: 2013Q1.
    ///
    /// # Errors
    /// No such plan or round; no date.
    pub fn status(&self, period: &str, as_of: Option<&str>) -> Outcome<Status> {
        let mut register = self.register(self.year_or_round(None, Some(period))?)?;
        let round = round_named(&register, Some(period))?.ok_or(Refused::NoPlan)?;
        let asked = as_of.is_some_and(|day| !day.trim().is_empty());
        let as_of = self.as_of(&register, round, as_of)?;
        register.photo_days = self.photo_days(&register, round);
        // By itself the state is told for the due date, before which hardly a round is closed: whether it still takes in
        // is told as it is.
        let (round_state, round_word) = if asked {
            let state = register.round_state(round, as_of);
            (state.code(), state.word())
        } else {
            round::standing(&register, round)
        };
        let what = format!("{}节点", round.quarter.word());
        let forward = register.carried_forward(as_of);
        Ok(Status {
            period: round.to_string(),
            as_of: as_of.to_string(),
            due: register.due(round).to_string(),
            round_state: round_state.to_owned(),
            round_word: round_word.to_owned(),
            tasks: register.plan.tasks().map(|task| task_status(&register, task, round, as_of)).collect(),
            counts: counts(&register.tally(round, as_of), &what),
            rates: register
                .rates(round, as_of)
                .iter()
                .map(|rate| lead_rate(&register, rate, &what))
                .collect(),
            submissions: self.submissions(&register, round)?,
            carried_forward: forward.iter().map(|open| open.in_words(&register.plan)).collect(),
        })
    }

    /// On which day each photo among the evidence says that it was taken; what cannot be read says nothing.
    pub(crate) fn photo_days(&self, register: &Register, until: Round) -> BTreeMap<[u8; 32], Date> {
        let milestones =
            register.plan.tasks().flat_map(|task| Quarter::ALL.map(|quarter| (task.number, quarter)));
        let entries = milestones.flat_map(|(task, quarter)| register.newest(task, quarter, until));
        let photos: BTreeSet<[u8; 32]> = entries
            .flat_map(|(_, entry)| &entry.progress.evidence)
            .filter_map(|evidence| match &evidence.form {
                EvidenceForm::File { sha256, media_type, .. } => {
                    media_type.starts_with("image/").then_some(*sha256)
                }
                EvidenceForm::OnPaper(_) => None,
            })
            .collect();
        let day = |sha256| Some((sha256, self.photo_day(sha256)?));
        photos.into_iter().filter_map(day).collect()
    }

    /// A file never changes under its name: it is read once while the desk is open.
    fn photo_day(&self, sha256: [u8; 32]) -> Option<Date> {
        let mut known = self.photo_days.lock().unwrap_or_else(PoisonError::into_inner);
        *known.entry(sha256).or_insert_with(|| {
            let mut head = Vec::new();
            let file = self.stored(&ledger::digest::hex(&sha256)).ok()?;
            file.take(PHOTO_HEAD_MAX).read_to_end(&mut head).ok()?;
            Some(picture::taken(&head).at?.date())
        })
    }
}

fn task_status(register: &Register, task: &Task, round: Round, as_of: Date) -> TaskStatus {
    let standings = register.standings(task, round, as_of);
    let milestone = |quarter: Quarter| {
        let standing = standings[quarter.index()].as_ref()?;
        Some(milestone_status(register, task, quarter, standing, round))
    };
    let lead = register.lead(task.number, round).map(|id| register.published_name(id).to_owned());
    TaskStatus {
        number: task.number,
        title: task.title.clone(),
        lead,
        departments: task.departments.clone(),
        quarter: milestone(round.quarter),
        carried_over: register.carried_over(task, round, as_of).into_iter().filter_map(milestone).collect(),
        light: light_status(register.light_from(task, &standings, round, as_of)),
    }
}

fn milestone_status(
    register: &Register,
    task: &Task,
    quarter: Quarter,
    standing: &Standing,
    round: Round,
) -> MilestoneStatus {
    let flags = register.flags(task, quarter, standing, round).into_iter();
    MilestoneStatus {
        quarter: quarter.number(),
        state: standing.state.code().to_owned(),
        mark: standing.state.mark().map(String::from),
        word: standing.word().to_owned(),
        reason: standing.reason.clone(),
        judged: standing.judged,
        without_evidence: standing.without_evidence,
        claim: standing.claim.map(|claim| claim.code().to_owned()),
        finding: standing.finding.map(|finding| finding.code().to_owned()),
        done_on: standing.done_on.map(|day| day.to_string()),
        due_in: standing.due_in.to_string(),
        open: standing.open,
        flags: flags
            .map(|flag| FlagStatus { kind: flag.kind.code().to_owned(), words: flag.words })
            .collect(),
    }
}

fn light_status(light: YearLight) -> LightStatus {
    LightStatus {
        light: light.light.code().to_owned(),
        mark: light.light.mark().to_string(),
        word: light.word,
        reason: light.reason,
        computed: light.computed.code().to_owned(),
        overridden_by: light.overridden.map(|decision| decision.by),
    }
}

fn counts(tally: &Tally, what: &str) -> StatusCounts {
    let state = |(state, count): (domain::state::QuarterState, usize)| StateTotal {
        state: state.code().to_owned(),
        word: state.word(true).to_owned(),
        count,
    };
    StatusCounts {
        sentence: tally.sentence(what),
        total: tally.total,
        states: tally.named().map(state).collect(),
        judged: tally.judged,
        without_evidence: tally.without_evidence,
    }
}

fn lead_rate(register: &Register, rate: &Rate, what: &str) -> LeadRate {
    LeadRate {
        lead: rate.department.map(|id| register.published_name(id).to_owned()),
        counts: counts(&rate.tally, what),
        counted: rate.counted(),
        done: rate.done(),
        rate: rate.share().map(|share| share.in_words()),
    }
}
