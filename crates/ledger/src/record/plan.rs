//! The body of a plan: the whole paper as read, and the file that it was read from.

use super::in_order;
use crate::cbor::{CodecError, Field, Reader, Writer};
use crate::natural;
use domain::id::ObjectId;
use domain::plan::{Goal, Plan, RecordField, RecordKind, Section, Task};

/// A plan in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRecord {
    /// The paper as read, verbatim.
    pub plan: Plan,
    /// The file that it was read from.
    pub source: SourceFile,
    /// Which department each printed name meant when the plan was put in force, in order of first mention. A name may
    /// later belong to another department; the published paper keeps its own.
    pub departments: Vec<(String, ObjectId)>,
    /// Tasks whose row went on over a page break in that file; the plan itself no longer shows it.
    pub split: Vec<u32>,
}

/// The file that a plan was read from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceFile {
    /// The file's own name; data, never a path.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Bytes.
    pub size: u64,
}

impl PlanRecord {
    /// The plan's id: by issuer and year.
    #[must_use]
    pub fn object_id(&self) -> ObjectId {
        natural::plan(self.plan.issuer(), self.plan.year)
    }
}

/// The split tasks follow only where there are any: a paper that has none is written as it was before they were kept.
impl Field for PlanRecord {
    fn put(&self, w: &mut Writer) {
        w.array(if self.split.is_empty() { 3 } else { 4 });
        self.plan.put(w);
        self.source.put(w);
        self.departments.put(w);
        if !self.split.is_empty() {
            self.split.put(w);
        }
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        let has_split = r.array_of(3, 4)? == 4;
        Ok(Self {
            plan: Field::get(r)?,
            source: Field::get(r)?,
            departments: Field::get(r)?,
            split: if has_split { Field::get(r)? } else { Vec::new() },
        })
    }
}

in_order!(SourceFile { name, sha256, size });
in_order!(Plan { year, record, preface, sections, columns, goals });
in_order!(RecordField { kind, label, value });
in_order!(Section { number, number_text, title, paragraphs, has_table });
in_order!(Goal { name, tasks });
in_order!(Task { number, number_text, title, objective, milestones, departments });

const RECORD_KINDS: [(RecordKind, &str); 8] = [
    (RecordKind::IndexNo, "index_no"),
    (RecordKind::Category, "category"),
    (RecordKind::Issuer, "issuer"),
    (RecordKind::PublishedOn, "published_on"),
    (RecordKind::Title, "title"),
    (RecordKind::DocumentNo, "document_no"),
    (RecordKind::SubjectTerms, "subject_terms"),
    (RecordKind::Other, "other"),
];

impl Field for RecordKind {
    fn put(&self, w: &mut Writer) {
        w.text(RECORD_KINDS.iter().find(|(kind, _)| kind == self).map_or("other", |(_, code)| code));
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        let text = r.text()?;
        RECORD_KINDS
            .iter()
            .find(|(_, code)| *code == text)
            .map(|(kind, _)| *kind)
            .ok_or(CodecError::OutOfRange)
    }
}

impl Field for [Option<String>; 4] {
    fn put(&self, w: &mut Writer) {
        w.array(4);
        self.iter().for_each(|milestone| milestone.put(w));
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        r.array(4)?;
        Ok([Field::get(r)?, Field::get(r)?, Field::get(r)?, Field::get(r)?])
    }
}
