//! The body of a progress: its key and the statement.

use super::in_order;
use crate::cbor::{CodecError, Field, Reader, Writer};
use crate::natural;
use domain::evidence::{Evidence, EvidenceForm, PaperEvidence};
use domain::id::ObjectId;
use domain::progress::{Progress, ProgressKey, Value};

/// One department's statement with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressRecord {
    /// What it is about.
    pub key: ProgressKey,
    /// The statement.
    pub progress: Progress,
}

impl ProgressRecord {
    /// The progress's id: by its key.
    #[must_use]
    pub fn object_id(&self) -> ObjectId {
        natural::progress(&self.key)
    }
}

in_order!(ProgressRecord { key, progress });
in_order!(ProgressKey { plan, task, quarter, round, department });
in_order!(Progress {
    claim,
    text,
    cause,
    measure,
    next_step,
    due,
    person,
    items,
    values,
    evidence,
    on_behalf,
});
in_order!(Value { name, amount, measure });
in_order!(Evidence { number, form, personal });
in_order!(PaperEvidence { name, document_no, dated, kept_at, keeper });

/// A file is `["file", sha256, size, name, media type]`, a paper `["paper", …]`.
impl Field for EvidenceForm {
    fn put(&self, w: &mut Writer) {
        match self {
            Self::File { sha256, size, name, media_type } => {
                w.array(2);
                w.text("file");
                w.array(4);
                sha256.put(w);
                size.put(w);
                name.put(w);
                media_type.put(w);
            }
            Self::OnPaper(paper) => {
                w.array(2);
                w.text("paper");
                paper.put(w);
            }
        }
    }

    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        r.array(2)?;
        match r.text()? {
            "file" => {
                r.array(4)?;
                Ok(Self::File {
                    sha256: Field::get(r)?,
                    size: Field::get(r)?,
                    name: Field::get(r)?,
                    media_type: Field::get(r)?,
                })
            }
            "paper" => Field::get(r).map(Self::OnPaper),
            _ => Err(CodecError::OutOfRange),
        }
    }
}
