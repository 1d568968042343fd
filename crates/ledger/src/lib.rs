//! The ledger: signed revisions, their bytes, ids, order and merging.
//!
//! Pure: keys, randomness and time are arguments; files and tables are `store`'s, packages are `exchange`'s.
//!
//! A [`Header`] names what is changed, by whom, on which device, after which parents, and holds the body's SHA-256.
//! Its deterministic bytes ([`Header::encode`]) give the revision's id ([`Rid`]) and are what is signed; a body is the
//! encoded [`Record`] of one noun, or empty for a withdrawal. [`order`] tells current heads and conflicts. Wall time is
//! shown and never decides.

mod cbor;
pub mod digest;
mod header;
mod key;
pub mod natural;
pub mod order;
mod record;
mod revision;

pub use cbor::CodecError;
pub use header::{Author, Header, NotARid, ObjectType, Rid, SUITE};
pub use key::{DeviceKey, DevicePublic};
pub use record::{
    Findable, FindableKind, FindingRecord, FoundPlace, Lead, Noun, Office, OfficeKind, Passage, Person,
    PlanRecord, ProgressRecord, Record, RoundClosings, Settings, SourceFile, TextField,
};
pub use revision::{Refused, Signed};
