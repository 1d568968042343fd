//! Records: the bodies of revisions, one codec a noun, written by hand.
//!
//! A codec never changes once it was shipped; a changed shape is a new schema number beside the old one.

mod office;
mod plan;
mod progress;
mod word;

pub use office::{FindingRecord, Lead, Office, OfficeKind, Person, Settings};
pub use plan::{PlanRecord, SourceFile};
pub use progress::ProgressRecord;

use crate::cbor::{self, CodecError, Field};
use crate::header::ObjectType;
use domain::department::Department;
use domain::evidence::EvidenceForm;
use domain::id::ObjectId;

/// What a revision makes of its object: the whole of it, never a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the nouns say it")]
pub enum Record {
    Plan(PlanRecord),
    Progress(ProgressRecord),
    Finding(FindingRecord),
    Department(Department),
    Lead(Lead),
    Person(Person),
    Office(Office),
    Settings(Settings),
}

impl Record {
    /// Its type.
    #[must_use]
    pub fn object_type(&self) -> ObjectType {
        match self {
            Self::Plan(_) => ObjectType::Plan,
            Self::Progress(_) => ObjectType::Progress,
            Self::Finding(_) => ObjectType::Finding,
            Self::Department(_) => ObjectType::Department,
            Self::Lead(_) => ObjectType::Lead,
            Self::Person(_) => ObjectType::Person,
            Self::Office(_) => ObjectType::Office,
            Self::Settings(_) => ObjectType::Settings,
        }
    }

    /// The object that it describes.
    #[must_use]
    pub fn object_id(&self) -> ObjectId {
        match self {
            Self::Plan(plan) => plan.object_id(),
            Self::Progress(progress) => progress.object_id(),
            Self::Finding(finding) => finding.object_id(),
            Self::Department(department) => department.id,
            Self::Lead(lead) => lead.object_id(),
            Self::Person(person) => person.id,
            Self::Office(office) => office.id,
            Self::Settings(settings) => settings.id,
        }
    }

    /// The body's bytes in the schema that [`ObjectType::schema`] names.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        cbor::encode(|w| match self {
            Self::Plan(plan) => plan.put(w),
            Self::Progress(progress) => progress.put(w),
            Self::Finding(finding) => finding.put(w),
            Self::Department(department) => department.put(w),
            Self::Lead(lead) => lead.put(w),
            Self::Person(person) => person.put(w),
            Self::Office(office) => office.put(w),
            Self::Settings(settings) => settings.put(w),
        })
    }

    /// Reads a body back.
    ///
    /// # Errors
    /// [`CodecError::Unknown`] for a type or schema of a newer version, which is kept and not projected; any other
    /// when the bytes are not the one spelling of such a record. An empty body is a withdrawal and no record.
    pub fn decode(object_type: &ObjectType, schema: u16, body: &[u8]) -> Result<Self, CodecError> {
        if schema != object_type.schema() {
            return Err(CodecError::Unknown);
        }
        cbor::decode(
            body,
            |r| match object_type {
                ObjectType::Plan => Field::get(r).map(Self::Plan),
                ObjectType::Progress => Field::get(r).map(Self::Progress),
                ObjectType::Finding => Field::get(r).map(Self::Finding),
                ObjectType::Department => Field::get(r).map(Self::Department),
                ObjectType::Lead => Field::get(r).map(Self::Lead),
                ObjectType::Person => Field::get(r).map(Self::Person),
                ObjectType::Office => Field::get(r).map(Self::Office),
                ObjectType::Settings => Field::get(r).map(Self::Settings),
                ObjectType::Other(_) => Err(CodecError::Unknown),
            },
            Self::encode,
        )
    }

    /// The attachments that it names: hash, size, original name, media type.
    pub fn attachments(&self) -> impl Iterator<Item = (&[u8; 32], u64, &str, &str)> {
        let evidence = if let Self::Progress(record) = self { &record.progress.evidence[..] } else { &[] };
        evidence.iter().filter_map(|evidence| match &evidence.form {
            EvidenceForm::File { sha256, size, name, media_type } => {
                Some((sha256, *size, name.as_str(), media_type.as_str()))
            }
            EvidenceForm::OnPaper(_) => None,
        })
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

#[cfg(test)]
mod tests;
