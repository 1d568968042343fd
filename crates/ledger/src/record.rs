//! Records: the bodies of revisions, one codec a noun, written by hand.
//!
//! A codec never changes once it was shipped; a changed shape is a new schema number beside the old one.

mod chasing;
mod findable;
mod following;
mod indicator;
mod issue;
mod judging;
mod office;
mod plan;
mod progress;
mod word;

pub use findable::{Findable, FindableKind, FoundPlace, Passage, TextField};
pub use following::RoundClosings;
pub use office::{FindingRecord, Lead, Office, OfficeKind, Person, Settings};
pub use plan::{PlanRecord, SourceFile};
pub use progress::ProgressRecord;

use crate::cbor::{self, CodecError, Field, Reader};
use crate::header::{ObjectType, Rid};
use crate::natural;
use domain::breakdown::{MilestoneItems, Summary, TaskIndicators};
use domain::carry::CarryOver;
use domain::change::PlanChange;
use domain::chase::{Instruction, SealedCopy, SupervisionItem};
use domain::comment::Comment;
use domain::contact::Contact;
use domain::department::Department;
use domain::evidence::{Evidence, EvidenceForm};
use domain::feedback::Feedback;
use domain::id::ObjectId;
use domain::issue::IssuedReport;
use domain::leader::TaskLeader;
use domain::light::TaskOverride;
use domain::organisation::OrganisationChange;
use domain::review::{Review, Verification};
use domain::role::Grant;
use domain::submission::SubmissionSheet;

/// Lists every noun once: its name (also its [`ObjectType`]), its body, and how that body names its object.
macro_rules! nouns {
    ($($noun:ident($body:ty) = |$value:ident| $id:expr),+ $(,)?) => {
        /// What a revision makes of its object: the whole of it, never a difference.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the nouns say it")]
        #[expect(clippy::large_enum_variant, reason = "one record at a time")]
        pub enum Record {
            $($noun($body)),+
        }

        impl Record {
            /// Its type.
            #[must_use]
            pub fn object_type(&self) -> ObjectType {
                match self {
                    $(Self::$noun(_) => ObjectType::$noun),+
                }
            }

            /// The object that it describes.
            #[must_use]
            pub fn object_id(&self) -> ObjectId {
                match self {
                    $(Self::$noun($value) => $id),+
                }
            }

            /// The body's bytes in the schema that [`ObjectType::schema`] names.
            #[must_use]
            pub fn encode(&self) -> Vec<u8> {
                cbor::encode(|w| match self {
                    $(Self::$noun(body) => body.put(w)),+
                })
            }

            fn get(object_type: &ObjectType, r: &mut Reader<'_>) -> Result<Self, CodecError> {
                match object_type {
                    $(ObjectType::$noun => Field::get(r).map(Self::$noun),)+
                    ObjectType::Other(_) => Err(CodecError::Unknown),
                }
            }
        }

        $(
            impl Noun for $body {
                const TYPE: ObjectType = ObjectType::$noun;

                fn of(record: Record) -> Option<Self> {
                    if let Record::$noun(body) = record { Some(body) } else { None }
                }
            }
        )+
    };
}

/// A body that is one noun's, for reading all objects of that noun.
pub trait Noun: Sized {
    /// Its type.
    const TYPE: ObjectType;

    /// The body, if the record is of this noun.
    fn of(record: Record) -> Option<Self>;
}

nouns! {
    Plan(PlanRecord) = |plan| plan.object_id(),
    Progress(ProgressRecord) = |progress| progress.object_id(),
    Finding(FindingRecord) = |finding| finding.object_id(),
    Department(Department) = |department| department.id,
    Lead(Lead) = |lead| lead.object_id(),
    Leader(TaskLeader) = |one| natural::leader(one.plan, one.task, one.from),
    Person(Person) = |person| person.id,
    Office(Office) = |office| office.id,
    Settings(Settings) = |settings| settings.id,
    Indicators(TaskIndicators) = |one| natural::indicators(one.plan, one.task),
    Items(MilestoneItems) = |one| natural::items(one.plan, one.task, one.quarter),
    Summary(Summary) = |one| natural::summary(one.plan, one.task, one.quarter, one.round),
    Review(Review) = |review| natural::review(&review.key, &Rid(review.revision)),
    Verification(Verification) = |one| natural::verification(one.plan, one.round, one.seed),
    Comment(Comment) = |comment| comment.id,
    Grant(Grant) = |grant| natural::grant(grant.person),
    Instruction(Instruction) = |instruction| instruction.id,
    SupervisionItem(SupervisionItem) = |item| item.id,
    SealedCopy(SealedCopy) = |copy| natural::sealed_copy(copy.plan, copy.round, copy.department),
    SubmissionSheet(SubmissionSheet) = |sheet| natural::submission_sheet(sheet),
    OrganisationChange(OrganisationChange) = |change| change.id,
    Feedback(Feedback) = |feedback| feedback.id,
    RoundClosings(RoundClosings) = |one| natural::round_closings(one.plan, one.round),
    LightOverride(TaskOverride) = |one| natural::light_override(one.plan, one.task, one.round),
    PlanChange(PlanChange) = |change| change.id,
    Contact(Contact) = |contact| contact.id,
    CarryOver(CarryOver) = |one| natural::carry_over(one.plan, one.from_plan, one.from_task, one.from_quarter),
    IssuedReport(IssuedReport) = |report| report.id,
}

impl Record {
    /// Reads a body back.
    ///
    /// # Errors
    /// [`CodecError::Unknown`] for a type or schema of a newer version, which is kept and not projected; any other
    /// when the bytes are not the one spelling of such a record. An empty body is a withdrawal and no record.
    pub fn decode(object_type: &ObjectType, schema: u16, body: &[u8]) -> Result<Self, CodecError> {
        if schema != object_type.schema() {
            return Err(CodecError::Unknown);
        }
        cbor::decode(body, |r| Self::get(object_type, r), Self::encode)
    }

    /// The plan that it belongs to, for finding all records of a year; `None` for what stands above the years.
    #[must_use]
    pub fn plan(&self) -> Option<ObjectId> {
        match self {
            Self::Plan(plan) => Some(plan.object_id()),
            Self::Progress(one) => Some(one.key.plan),
            Self::Review(one) => Some(one.key.plan),
            Self::Finding(FindingRecord { plan, .. })
            | Self::Lead(Lead { plan, .. })
            | Self::Leader(TaskLeader { plan, .. })
            | Self::Indicators(TaskIndicators { plan, .. })
            | Self::Items(MilestoneItems { plan, .. })
            | Self::Summary(Summary { plan, .. })
            | Self::Verification(Verification { plan, .. })
            | Self::Comment(Comment { plan, .. })
            | Self::Instruction(Instruction { plan, .. })
            | Self::SupervisionItem(SupervisionItem { plan, .. })
            | Self::SealedCopy(SealedCopy { plan, .. })
            | Self::SubmissionSheet(SubmissionSheet { plan, .. })
            | Self::RoundClosings(RoundClosings { plan, .. })
            | Self::LightOverride(TaskOverride { plan, .. })
            | Self::PlanChange(PlanChange { plan, .. })
            | Self::CarryOver(CarryOver { plan, .. })
            | Self::IssuedReport(IssuedReport { plan, .. }) => Some(*plan),
            Self::Feedback(feedback) => feedback.task.map(|(plan, _)| plan),
            Self::Department(_)
            | Self::Person(_)
            | Self::Office(_)
            | Self::Settings(_)
            | Self::Grant(_)
            | Self::OrganisationChange(_)
            | Self::Contact(_) => None,
        }
    }

    /// Everything that may name a file in it.
    fn evidence(&self) -> Vec<&Evidence> {
        match self {
            Self::Progress(record) => record.progress.evidence.iter().collect(),
            Self::Instruction(instruction) => instruction.scan.iter().collect(),
            Self::SupervisionItem(item) => item.steps.iter().flat_map(|step| &step.files).collect(),
            Self::Feedback(feedback) => feedback.files.iter().collect(),
            Self::IssuedReport(report) => report.files().collect(),
            Self::SubmissionSheet(sheet) => sheet.scan.iter().map(|scan| &scan.file).collect(),
            _ => Vec::new(),
        }
    }

    /// The attachments that it names: hash, size, original name, media type.
    pub fn attachments(&self) -> impl Iterator<Item = (&[u8; 32], u64, &str, &str)> {
        let files = self.evidence().into_iter().filter_map(|evidence| match &evidence.form {
            EvidenceForm::File { sha256, size, name, media_type } => {
                Some((sha256, *size, name.as_str(), media_type.as_str()))
            }
            EvidenceForm::OnPaper(_) => None,
        });
        let kept = match self {
            Self::IssuedReport(report) => Some(report.kept()),
            _ => None,
        };
        let kept = kept.into_iter().flatten();
        files.chain(kept.map(|file| (&file.sha256, file.size, file.name.as_str(), file.media_type.as_str())))
    }
}

/// Writes and reads the named fields of a struct in this order.
macro_rules! in_order {
    ($kind:ty { $($field:ident),+ $(,)? }) => {
        impl $crate::cbor::Field for $kind {
            fn put(&self, w: &mut $crate::cbor::Writer) {
                w.array([$(stringify!($field)),+].len());
                $($crate::cbor::Field::put(&self.$field, w);)+
            }
            fn get(r: &mut $crate::cbor::Reader<'_>) -> Result<Self, $crate::cbor::CodecError> {
                r.array([$(stringify!($field)),+].len() as u64)?;
                Ok(Self { $($field: $crate::cbor::Field::get(r)?),+ })
            }
        }
    };
}
pub(crate) use in_order;

/// Writes and reads a closed list by its codes.
macro_rules! by_code {
    ($kind:ty) => {
        impl $crate::cbor::Field for $kind {
            fn put(&self, w: &mut $crate::cbor::Writer) {
                w.text(self.code());
            }
            fn get(r: &mut $crate::cbor::Reader<'_>) -> Result<Self, $crate::cbor::CodecError> {
                r.text()?.parse().map_err(|_| $crate::cbor::CodecError::OutOfRange)
            }
        }
    };
}
pub(crate) use by_code;

#[cfg(test)]
mod tests;
