//! What can be found in a record: its texts, each with its field, and where a hit leads.
//!
//! A new noun is found as soon as its arm in [`Record::findables`] names its texts. Left to others: comparing
//! (`domain::find`), keeping and searching the texts (`store`), labels for people (`app`).

use self::{FindableKind as Kind, TextField as Field};
use super::Record;
use domain::chase::{Instruction, SupervisionItem};
use domain::department::Department;
use domain::evidence::EvidenceForm;
use domain::feedback::{Feedback, mask};
use domain::id::ObjectId;
use domain::issue::IssuedReport;
use domain::numeral;
use domain::period::{Quarter, Round};
use domain::plan::{Plan, Task};
use domain::progress::ProgressKey;

/// A closed list with the code that stands in the store and on the wire.
macro_rules! coded {
    ($(#[$about:meta])* $name:ident { $($case:ident = $code:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the glossary says it")]
        pub enum $name { $($case),+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$case),+];

            /// Its code in the store and on the wire.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$case => $code),+ }
            }

            /// The one with that code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.code() == code)
            }
        }
    };
}

coded! {
    /// What a hit is, in the order in which kinds are listed.
    FindableKind {
        Task = "task",
        Department = "department",
        Progress = "progress",
        Evidence = "evidence",
        Finding = "finding",
        Review = "review",
        Summary = "summary",
        Comment = "comment",
        Leader = "leader",
        Instruction = "instruction",
        SupervisionItem = "supervision_item",
        Feedback = "feedback",
        PlanChange = "plan_change",
        OrganisationChange = "organisation_change",
        Contact = "contact",
        Person = "person",
        Plan = "plan",
        IssuedReport = "issued_report",
    }
}

coded! {
    /// Which of a record's texts a passage is.
    TextField {
        Title = "title",
        Objective = "objective",
        MilestoneFirst = "milestone_1",
        MilestoneSecond = "milestone_2",
        MilestoneThird = "milestone_3",
        MilestoneFourth = "milestone_4",
        Departments = "departments",
        Text = "text",
        Cause = "cause",
        Measure = "measure",
        NextStep = "next_step",
        Answerable = "answerable",
        Source = "source",
        Name = "name",
        FullName = "full_name",
        Code = "code",
        DocumentNo = "document_no",
        KeptAt = "kept_at",
        Keeper = "keeper",
        Reason = "reason",
        Basis = "basis",
        Position = "position",
        Office = "office",
        Answer = "answer",
        Files = "files",
        Approver = "approver",
        Telephone = "telephone",
    }
}

impl TextField {
    /// Whether it is what the thing is called: such hits stand before others.
    #[must_use]
    pub fn is_name(self) -> bool {
        matches!(self, Self::Title | Self::Name | Self::FullName | Self::Code)
    }

    /// The quarter of a milestone's text.
    #[must_use]
    pub fn quarter(self) -> Option<Quarter> {
        MILESTONES.iter().position(|field| *field == self).map(|at| Quarter::ALL[at])
    }
}

const MILESTONES: [TextField; 4] = [
    TextField::MilestoneFirst,
    TextField::MilestoneSecond,
    TextField::MilestoneThird,
    TextField::MilestoneFourth,
];

/// Where a hit leads; what does not apply is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FoundPlace {
    /// The plan's id; `None`: of no year, found in every one.
    pub plan: Option<ObjectId>,
    /// The task's number as published.
    pub task: Option<u32>,
    /// The quarter that was promised.
    pub quarter: Option<Quarter>,
    /// The round in which it was reported or decided.
    pub round: Option<Round>,
    /// The department.
    pub department: Option<ObjectId>,
}

impl FoundPlace {
    fn in_quarter(self, quarter: Option<Quarter>, round: Option<Round>) -> Self {
        Self { quarter, round, ..self }
    }

    fn of(self, department: Option<ObjectId>) -> Self {
        Self { department, ..self }
    }
}

/// A text with its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Which of the record's texts.
    pub field: TextField,
    /// The text as recorded.
    pub text: String,
}

/// One thing in a record that is found by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findable {
    /// What it is.
    pub kind: FindableKind,
    /// Where it leads.
    pub place: FoundPlace,
    /// Its texts, none empty; names first.
    pub passages: Vec<Passage>,
}

impl Findable {
    fn new(kind: FindableKind, place: FoundPlace) -> Self {
        Self { kind, place, passages: Vec::new() }
    }

    fn with(mut self, field: TextField, text: &str) -> Self {
        if !text.trim().is_empty() {
            self.passages.push(Passage { field, text: text.to_owned() });
        }
        self
    }
}

impl Record {
    /// Everything in it that can be found, in its own order. `published`: the name of the department that the record is
    /// about, as the plan prints it; it is part of an evidence's code.
    #[must_use]
    pub fn findables(&self, published: &str) -> Vec<Findable> {
        let text = |kind, place, field, text: &str| vec![Findable::new(kind, place).with(field, text)];
        match self {
            Self::Plan(record) => {
                let plan = Some(record.object_id());
                let own = paper(&record.plan, FoundPlace { plan, ..FoundPlace::default() });
                record.plan.tasks().map(|one| task(one, plan)).chain([own]).collect()
            }
            Self::Progress(record) => progress(record, published),
            Self::Finding(one) => {
                let place = about(one.plan, Some(one.task)).in_quarter(Some(one.quarter), Some(one.round));
                text(Kind::Finding, place, Field::Reason, &one.finding.reason)
            }
            Self::Review(one) => text(Kind::Review, entry(&one.key), Field::Reason, &one.reason),
            Self::Summary(one) => {
                let place = about(one.plan, Some(one.task)).in_quarter(Some(one.quarter), Some(one.round));
                text(Kind::Summary, place.of(Some(one.department)), Field::Text, &one.text)
            }
            Self::Comment(one) => text(
                Kind::Comment,
                about(one.plan, one.task).in_quarter(one.quarter, None),
                Field::Text,
                &one.text,
            ),
            Self::Leader(one) => {
                let found = Findable::new(Kind::Leader, about(one.plan, Some(one.task)));
                vec![found.with(Field::Name, &one.leader).with(Field::Basis, &one.basis)]
            }
            Self::Instruction(one) => vec![instruction(one)],
            Self::SupervisionItem(one) => vec![supervision_item(one)],
            Self::Feedback(one) => vec![feedback(one)],
            Self::LightOverride(one) => text(
                Kind::Finding,
                about(one.plan, Some(one.task)).in_quarter(None, Some(one.round)),
                Field::Reason,
                &one.decision.reason,
            ),
            Self::PlanChange(one) => {
                let place = about(one.plan, Some(one.task)).in_quarter(Some(one.quarter), None);
                let found = Findable::new(Kind::PlanChange, place).with(Field::Reason, &one.reason);
                vec![found.with(Field::Basis, &one.basis).with(Field::Approver, &one.approver)]
            }
            Self::Department(one) => vec![department(one)],
            Self::Contact(one) => {
                let place = FoundPlace::default().of(Some(one.department));
                let found = Findable::new(Kind::Contact, place).with(Field::Name, &one.name);
                vec![found.with(Field::Telephone, &one.telephone)]
            }
            Self::Person(one) => {
                let found = Findable::new(Kind::Person, FoundPlace::default()).with(Field::Name, &one.name);
                vec![found.with(Field::Position, &one.title).with(Field::Office, &one.office)]
            }
            Self::OrganisationChange(one) => {
                text(Kind::OrganisationChange, FoundPlace::default(), Field::Basis, &one.basis)
            }
            Self::IssuedReport(one) => vec![issued_report(one)],
            Self::Lead(_)
            | Self::Office(_)
            | Self::Settings(_)
            | Self::Indicators(_)
            | Self::Items(_)
            | Self::Verification(_)
            | Self::Grant(_)
            | Self::SealedCopy(_)
            | Self::SubmissionSheet(_)
            | Self::RoundClosings(_)
            | Self::CarryOver(_) => Vec::new(),
        }
    }

    /// The department whose published name [`Record::findables`] asks for, and the plan that publishes it.
    #[must_use]
    pub fn about_department(&self) -> Option<(ObjectId, ObjectId)> {
        match self {
            Self::Progress(record) => Some((record.key.plan, record.key.department)),
            _ => None,
        }
    }
}

/// The paper itself: what stands outside its table.
fn paper(plan: &Plan, place: FoundPlace) -> Findable {
    let sections = plan.sections.iter().flat_map(|section| section.paragraphs.iter());
    let texts = plan.preface.iter().chain(sections);
    texts
        .fold(Findable::new(FindableKind::Plan, place).with(TextField::Title, plan.title()), |found, text| {
            found.with(TextField::Text, text)
        })
}

fn about(plan: ObjectId, task: Option<u32>) -> FoundPlace {
    FoundPlace { plan: Some(plan), task, ..FoundPlace::default() }
}

fn entry(key: &ProgressKey) -> FoundPlace {
    about(key.plan, Some(key.task)).in_quarter(Some(key.quarter), Some(key.round)).of(Some(key.department))
}

/// Every name that it has had, the one that it has now first.
fn department(department: &Department) -> Findable {
    let place = FoundPlace::default().of(Some(department.id));
    let names = department.names.iter().rev();
    let named = names.clone().fold(Findable::new(Kind::Department, place), |found, name| {
        found.with(Field::Name, &name.short).with(Field::FullName, &name.full)
    });
    names.fold(named, |found, name| found.with(Field::Basis, &name.basis))
}

fn instruction(one: &Instruction) -> Findable {
    let place = about(one.plan, Some(one.task)).in_quarter(one.quarter, None).of(Some(one.department));
    let found = Findable::new(Kind::Instruction, place)
        .with(Field::Name, &one.leader)
        .with(Field::Text, &one.words)
        .with(Field::Source, &one.page);
    one.scan.iter().fold(found, |found, scan| found.with(Field::Files, scan.form.name()))
}

fn supervision_item(one: &SupervisionItem) -> Findable {
    let place = about(one.plan, Some(one.task)).in_quarter(one.quarter, None).of(Some(one.department));
    let found = Findable::new(Kind::SupervisionItem, place)
        .with(Field::Code, &format!("督办{}", one.number))
        .with(Field::Text, &one.requirement);
    one.steps.iter().fold(found, |found, step| found.with(Field::Answer, &step.words))
}

/// By its number, its check code, who signed, to whom it was sent and why it was corrected.
fn issued_report(one: &IssuedReport) -> Findable {
    let place = FoundPlace { round: one.document.round, ..about(one.plan, None) };
    let found = Findable::new(Kind::IssuedReport, place)
        .with(Field::Code, &one.number.text())
        .with(Field::Name, &one.document.title)
        .with(Field::Code, &one.check_code.to_string())
        .with(Field::Approver, &one.approval.by);
    let reason = one.corrects.as_ref().map(|correction| correction.reason.as_str()).unwrap_or_default();
    one.sent.iter().fold(found.with(Field::Reason, reason), |found, sent| found.with(Field::Source, &sent.to))
}

/// Who wrote is not looked for, and what is found is masked: personal data stay with the piece itself.
fn feedback(one: &Feedback) -> Findable {
    let (plan, task) = one.task.unzip();
    let place = FoundPlace { plan, task, ..FoundPlace::default() }.of(one.department);
    let masked = |text: &str| mask(text, &one.sender);
    let found = Findable::new(Kind::Feedback, place)
        .with(Field::Name, &masked(&one.subject))
        .with(Field::Code, &one.receipt())
        .with(Field::Text, &masked(&one.text));
    let replies = one.answer.iter().chain(&one.closing);
    replies.fold(found, |found, reply| found.with(Field::Answer, &masked(&reply.text)))
}

fn task(task: &Task, plan: Option<ObjectId>) -> Findable {
    let place = FoundPlace { plan, task: Some(task.number), ..FoundPlace::default() };
    let title = format!("({}){}", numeral::to_chinese(task.number), task.title);
    let found = Findable::new(FindableKind::Task, place)
        .with(TextField::Title, &title)
        .with(TextField::Objective, task.objective.as_deref().unwrap_or_default());
    let quarters = MILESTONES.into_iter().zip(Quarter::ALL);
    let found = quarters.fold(found, |found, (field, quarter)| {
        found.with(field, task.milestone(quarter).unwrap_or_default())
    });
    found.with(TextField::Departments, &task.departments.join(" "))
}

fn progress(record: &super::ProgressRecord, published: &str) -> Vec<Findable> {
    let (key, said) = (&record.key, &record.progress);
    let place = entry(key);
    let text = Findable::new(FindableKind::Progress, place)
        .with(TextField::Text, &said.text)
        .with(TextField::Cause, &said.cause)
        .with(TextField::Measure, &said.measure)
        .with(TextField::NextStep, &said.next_step)
        .with(TextField::Answerable, &said.person)
        .with(TextField::Source, said.on_behalf.as_deref().unwrap_or_default())
        .with(TextField::Departments, published);
    let evidence = said.evidence.iter().map(|one| {
        let code = one.number.map(|number| domain::evidence::code(key.task, key.quarter, published, number));
        let found = Findable::new(FindableKind::Evidence, place)
            .with(TextField::Name, one.form.name())
            .with(TextField::Code, &code.unwrap_or_default());
        match &one.form {
            EvidenceForm::File { .. } => found,
            EvidenceForm::OnPaper(paper) => found
                .with(TextField::DocumentNo, &paper.document_no)
                .with(TextField::KeptAt, &paper.kept_at)
                .with(TextField::Keeper, &paper.keeper),
        }
    });
    std::iter::once(text).chain(evidence).collect()
}
