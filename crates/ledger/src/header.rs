//! The header of a revision: what is hashed to its id and signed.

use crate::cbor::{self, CodecError, Field, Reader, Writer};
use crate::digest;
use crate::key::DevicePublic;
use domain::id::ObjectId;
use std::fmt;
use std::str::FromStr;

/// SHA-256 and Ed25519; another number would mean other algorithms (SM3, SM2).
pub const SUITE: u8 = 1;

/// The id of a revision: SHA-256 of its header's bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rid(pub [u8; 32]);

impl fmt::Display for Rid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&digest::hex(&self.0))
    }
}

impl fmt::Debug for Rid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rid({})", digest::hex(&self.0[..6]))
    }
}

/// A text that is not 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotARid;

impl FromStr for Rid {
    type Err = NotARid;

    fn from_str(text: &str) -> Result<Self, NotARid> {
        digest::from_hex(text).map(Self).ok_or(NotARid)
    }
}

/// Lists every object type once with its word in the bytes.
macro_rules! object_types {
    ($($name:ident = $code:literal),+ $(,)?) => {
        /// What kind of object a revision changes.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the nouns say it")]
        pub enum ObjectType {
            $($name,)+
            /// Of a newer version: kept, verified and passed on, not projected.
            Other(String),
        }

        impl ObjectType {
            /// Those that this version knows.
            pub const KNOWN: &'static [Self] = &[$(Self::$name),+];

            /// The word in the bytes.
            #[must_use]
            pub fn code(&self) -> &str {
                match self {
                    $(Self::$name => $code,)+
                    Self::Other(code) => code,
                }
            }
        }
    };
}

object_types! {
    Plan = "plan",
    Progress = "progress",
    Finding = "finding",
    Department = "department",
    Lead = "lead",
    Leader = "leader",
    Person = "person",
    Office = "office",
    Settings = "settings",
    Indicators = "indicators",
    Items = "items",
    Summary = "summary",
    Review = "review",
    Verification = "verification",
    Comment = "comment",
    Grant = "grant",
    Instruction = "instruction",
    SupervisionItem = "supervision_item",
    SealedCopy = "sealed_copy",
    SubmissionSheet = "submission_sheet",
    OrganisationChange = "organisation_change",
    Feedback = "feedback",
    RoundClosings = "round_closings",
    LightOverride = "light_override",
    PlanChange = "plan_change",
    Contact = "contact",
    CarryOver = "carry_over",
    IssuedReport = "issued_report",
}

impl ObjectType {
    /// The type of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        let known = Self::KNOWN.iter().find(|known| known.code() == code);
        known.cloned().unwrap_or_else(|| Self::Other(code.to_owned()))
    }

    /// The schema of this type's body that this version writes; 0 for an unknown type.
    #[must_use]
    pub fn schema(&self) -> u16 {
        if matches!(self, Self::Other(_)) { 0 } else { 1 }
    }
}

/// Who wrote a revision, by name and title as of then.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Author {
    /// 姓名.
    pub name: String,
    /// 职务; may be empty.
    pub title: String,
}

/// All that a revision says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Which algorithms; [`SUITE`].
    pub suite: u8,
    /// The schema of the body within its type.
    pub schema: u16,
    /// What kind of object.
    pub object_type: ObjectType,
    /// Which object.
    pub object: ObjectId,
    /// The named operation, e.g. `progress.submit`.
    pub op: String,
    /// One more than the greatest of the parents; 1 without parents.
    pub generation: u64,
    /// The heads that it was written upon, sorted, none twice.
    pub parents: Vec<Rid>,
    /// The device that signs.
    pub device: DevicePublic,
    /// The device's running number. A restore may make it repeat; nothing relies on it being unique.
    pub seq: u64,
    /// Milliseconds since 1970-01-01T00:00Z by the device's clock: shown, never decides.
    pub wall_ms: i64,
    /// The person.
    pub author: Author,
    /// The name of the office (or its department) where it was written, as of then.
    pub office: String,
    /// 代录: the department for which it was written, by its name as of then.
    pub on_behalf: Option<String>,
    /// SHA-256 of the body.
    pub body_sha256: [u8; 32],
    /// Bytes of the body; stays when the body is emptied by order.
    pub body_size: u64,
}

/// Fields of the array; a new field is a new suite or object type, never a silent addition.
const FIELDS: u64 = 16;

impl Header {
    /// The exact bytes that are hashed and signed.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        cbor::encode(|w| self.put(w))
    }

    /// Reads the bytes back.
    ///
    /// # Errors
    /// When they are not the one spelling of a header of this suite, or its parents are unsorted or doubled.
    pub fn decode(bytes: &[u8]) -> Result<Self, CodecError> {
        let header = cbor::decode(bytes, Self::get, Self::encode)?;
        if header.suite != SUITE {
            return Err(CodecError::Unknown);
        }
        let sorted = header.parents.windows(2).all(|pair| pair[0] < pair[1]);
        let begins = header.parents.is_empty() == (header.generation == 1);
        if sorted && begins && header.generation > 0 { Ok(header) } else { Err(CodecError::OutOfRange) }
    }

    /// The id that these bytes have.
    #[must_use]
    pub fn rid(bytes: &[u8]) -> Rid {
        Rid(digest::sha256(bytes))
    }
}

impl Field for Rid {
    fn put(&self, w: &mut Writer) {
        self.0.put(w);
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        Field::get(r).map(Self)
    }
}

impl Field for ObjectId {
    fn put(&self, w: &mut Writer) {
        self.0.put(w);
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        Field::get(r).map(Self)
    }
}

impl Field for Header {
    fn put(&self, w: &mut Writer) {
        w.array(FIELDS as usize);
        self.suite.put(w);
        self.schema.put(w);
        w.text(self.object_type.code());
        self.object.put(w);
        self.op.put(w);
        self.generation.put(w);
        self.parents.put(w);
        self.device.put(w);
        self.seq.put(w);
        self.wall_ms.put(w);
        self.author.name.put(w);
        self.author.title.put(w);
        self.office.put(w);
        self.on_behalf.put(w);
        self.body_sha256.put(w);
        self.body_size.put(w);
    }

    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        r.array(FIELDS)?;
        Ok(Self {
            suite: Field::get(r)?,
            schema: Field::get(r)?,
            object_type: ObjectType::from_code(r.text()?),
            object: Field::get(r)?,
            op: Field::get(r)?,
            generation: Field::get(r)?,
            parents: Field::get(r)?,
            device: Field::get(r)?,
            seq: Field::get(r)?,
            wall_ms: Field::get(r)?,
            author: Author { name: Field::get(r)?, title: Field::get(r)? },
            office: Field::get(r)?,
            on_behalf: Field::get(r)?,
            body_sha256: Field::get(r)?,
            body_size: Field::get(r)?,
        })
    }
}
