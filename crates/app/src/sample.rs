//! The sample year: the 2013 paper with its first quarter reported, in a store of its own, marked 示例.
//!
//! Its data stands in `seeds/`; every entry goes the way of a real one, by its own person and at its own time.

mod reviewing;

use crate::desk::{Clock, Desk, Opening};
use crate::entry::{Subject, countables, value};
use crate::refusal::{Outcome, Refused};
use crate::view;
use domain::claim::Claim;
use domain::evidence::{Evidence, EvidenceForm, PaperEvidence};
use domain::period::{Quarter, Round};
use domain::progress::Progress;
use domain::register::Register;
use domain::state::Finding;
use jiff::Timestamp;
use ledger::{Author, FindingRecord, Lead, Record};
use serde::Deserialize;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::StoreKind;

const PAPER: &[u8] = include_bytes!("../../../seeds/whitepaper-2013.txt");
const PAPER_NAME: &str = "whitepaper-2013.txt";
const SAMPLE: &str = include_str!("../../../seeds/sample-2013.json");
/// The paper was published on 17 April 2013; it is put in force that morning.
const IMPORTED_AT: &str = "2013-04-17T08:40:00+08:00";

include!(concat!(env!("OUT_DIR"), "/sample_files.rs"));

#[derive(Deserialize)]
struct Sample {
    office: String,
    persons: Vec<SamplePerson>,
    leads: Vec<SampleLead>,
    entries: Vec<SampleEntry>,
    findings: Vec<SampleFinding>,
    drafts: Vec<SampleEntry>,
}

#[derive(Deserialize)]
struct SamplePerson {
    name: String,
    title: String,
}

#[derive(Deserialize)]
struct SampleLead {
    task: u32,
    department: String,
    basis: String,
}

#[derive(Deserialize)]
struct SampleEntry {
    task: u32,
    quarter: u8,
    round: String,
    department: String,
    at: String,
    by: SamplePerson,
    claim: Option<String>,
    text: String,
    cause: String,
    measure: String,
    next_step: String,
    due: Option<String>,
    person: String,
    items: Vec<Option<String>>,
    values: Vec<SampleValue>,
    evidence: Vec<SampleEvidence>,
    on_behalf: Option<String>,
}

#[derive(Deserialize)]
struct SampleValue {
    name: String,
    amount: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum SampleEvidence {
    File {
        file: String,
        personal: bool,
    },
    OnPaper {
        on_paper: String,
        document_no: String,
        dated: Option<String>,
        kept_at: String,
        keeper: String,
        personal: bool,
    },
}

#[derive(Deserialize)]
struct SampleFinding {
    task: u32,
    quarter: u8,
    round: String,
    claim: String,
    reason: String,
    at: String,
    by: SamplePerson,
}

impl Desk {
    /// Makes the sample year in this empty store; the store must have been made as a sample, or be empty.
    ///
    /// # Errors
    /// The store holds something already.
    pub fn make_sample(&mut self) -> Outcome<()> {
        if !self.is_sample() || !self.years()?.is_empty() || !self.store().latest(1)?.is_empty() {
            return Err(Refused::StoreNotEmpty);
        }
        let sample: Sample = serde_json::from_str(SAMPLE).map_err(|error| damaged(&error))?;
        let moment = Arc::new(AtomicI64::new(milliseconds(IMPORTED_AT)?));
        let (clock, author) = (self.replace_clock(stopped(&moment)), self.named_author().cloned());
        let made = self.fill(&sample, &moment);
        self.replace_clock(clock);
        match author {
            Some(author) => self.work_as(author),
            None => self.work_as_nobody(),
        }
        made
    }

    fn fill(&mut self, sample: &Sample, moment: &AtomicI64) -> Outcome<()> {
        let first = sample.persons.first().ok_or_else(|| damaged(&"persons"))?;
        self.work_as(author(first));
        self.import_paper(PAPER_NAME, PAPER)?;
        self.rename_office(&sample.office, None)?;
        for person in &sample.persons {
            self.add_person(&crate::wire::settings::PersonView {
                name: person.name.clone(),
                title: person.title.clone(),
            })?;
        }
        for lead in &sample.leads {
            let register = self.register(None)?;
            let department = self.department_named(&register, &lead.department)?;
            let record = Lead {
                plan: register.plan_id,
                task: lead.task,
                from: None,
                department: Some(department),
                basis: lead.basis.clone(),
            };
            self.commit("lead.confirm", None, vec![Record::Lead(record)])?;
        }
        self.note_sample(moment)?;
        for entry in &sample.entries {
            moment.store(milliseconds(&entry.at)?, Ordering::Relaxed);
            self.work_as(author(&entry.by));
            self.enter(entry)?;
        }
        for finding in &sample.findings {
            moment.store(milliseconds(&finding.at)?, Ordering::Relaxed);
            self.work_as(author(&finding.by));
            self.find_sample(finding)?;
        }
        self.review_sample(moment)?;
        for draft in &sample.drafts {
            moment.store(milliseconds(&draft.at)?, Ordering::Relaxed);
            let register = self.register(None)?;
            let subject = subject(self, &register, draft)?;
            let progress = self.progress_of_sample(&register, draft, &subject)?;
            let code = view::code_of(subject.task.number, subject.key.quarter, subject.department);
            self.keep_draft(&subject.key, &view::boxes(&progress, code))?;
        }
        Ok(())
    }

    /// One entry, as its bureau would have made it: the right to write is the bureau's, not this office's.
    fn enter(&self, entry: &SampleEntry) -> Outcome<()> {
        let register = self.register(None)?;
        let subject = subject(self, &register, entry)?;
        let progress = self.progress_of_sample(&register, entry, &subject)?;
        self.submit_as_department(&subject, progress)
    }

    fn find_sample(&self, finding: &SampleFinding) -> Outcome<()> {
        let register = self.register(None)?;
        let record = FindingRecord {
            plan: register.plan_id,
            task: finding.task,
            quarter: view::quarter(finding.quarter)?,
            round: round(&finding.round)?,
            finding: Finding { claim: claim(&finding.claim)?, reason: finding.reason.clone() },
        };
        self.commit("finding.record", None, vec![Record::Finding(record)])?;
        Ok(())
    }

    fn progress_of_sample(
        &self,
        register: &Register,
        entry: &SampleEntry,
        subject: &Subject<'_>,
    ) -> Outcome<Progress> {
        let key = &subject.key;
        let countables = countables(register, key.task, key.quarter, None);
        let mut evidence = Vec::new();
        for one in &entry.evidence {
            let (form, personal) = self.evidence_of_sample(one)?;
            evidence.push(Evidence { number: None, form, personal });
        }
        let items = entry.items.iter().map(|item| item.as_deref().map(claim).transpose());
        let values = entry.values.iter().map(|one| value(&countables, &one.name, &one.amount));
        Ok(Progress {
            claim: entry.claim.as_deref().map(claim).transpose()?,
            text: entry.text.clone(),
            cause: entry.cause.clone(),
            measure: entry.measure.clone(),
            next_step: entry.next_step.clone(),
            due: view::day(entry.due.as_deref().unwrap_or_default())?,
            person: entry.person.clone(),
            items: items.collect::<Outcome<_>>()?,
            values: values.collect::<Outcome<_>>()?,
            evidence,
            on_behalf: entry.on_behalf.clone(),
        })
    }

    fn evidence_of_sample(&self, one: &SampleEvidence) -> Outcome<(EvidenceForm, bool)> {
        match one {
            SampleEvidence::File { file, personal } => {
                let name = file.rsplit('/').next().unwrap_or(file);
                let found = SAMPLE_FILES.iter().find(|(known, _)| *known == name);
                let (_, bytes) = found.ok_or_else(|| damaged(&file))?;
                let stored = self.store().add_attachment_from(&mut &bytes[..], self.now())?;
                let media_type = picture::media_type(bytes, name).to_owned();
                let form = EvidenceForm::File {
                    sha256: stored.sha256,
                    size: stored.size,
                    name: name.to_owned(),
                    media_type,
                };
                Ok((form, *personal))
            }
            SampleEvidence::OnPaper { on_paper, document_no, dated, kept_at, keeper, personal } => {
                let paper = PaperEvidence {
                    name: on_paper.clone(),
                    document_no: document_no.clone(),
                    dated: view::day(dated.as_deref().unwrap_or_default())?,
                    kept_at: kept_at.clone(),
                    keeper: keeper.clone(),
                };
                Ok((EvidenceForm::OnPaper(paper), *personal))
            }
        }
    }
}

fn subject<'a>(desk: &Desk, register: &'a Register, entry: &SampleEntry) -> Outcome<Subject<'a>> {
    let task = register.plan.task(entry.task).ok_or_else(|| damaged(&entry.task))?;
    let quarter: Quarter = view::quarter(entry.quarter)?;
    Subject::of(
        register,
        task,
        quarter,
        round(&entry.round)?,
        desk.department_named(register, &entry.department)?,
    )
}

/// Opens a sample store; made and filled when the folder is empty.
///
/// # Errors
/// As [`Desk::open`] and [`Desk::make_sample`].
pub fn open(opening: Opening) -> Outcome<Desk> {
    let mut desk = Desk::open(Opening { kind: StoreKind::Sample, ..opening })?;
    if !desk.is_sample() {
        return Err(Refused::StoreNotEmpty);
    }
    if desk.years()?.is_empty() {
        desk.make_sample()?;
    }
    Ok(desk)
}

fn stopped(moment: &Arc<AtomicI64>) -> Clock {
    let moment = Arc::clone(moment);
    Arc::new(move || moment.load(Ordering::Relaxed))
}

fn author(person: &SamplePerson) -> Author {
    Author { name: person.name.clone(), title: person.title.clone() }
}

fn round(text: &str) -> Outcome<Round> {
    text.parse().map_err(|_| damaged(&text))
}

fn claim(code: &str) -> Outcome<Claim> {
    code.parse().map_err(|_| damaged(&code))
}

fn milliseconds(text: &str) -> Outcome<i64> {
    text.parse::<Timestamp>().map(Timestamp::as_millisecond).map_err(|error| damaged(&error))
}

fn damaged(what: &dyn std::fmt::Display) -> Refused {
    Refused::SampleDamaged(what.to_string())
}
