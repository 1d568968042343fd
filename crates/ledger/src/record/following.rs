//! The bodies of what follows a plan through its year: closings of rounds, decided changes, who is in charge, contact
//! persons, what is carried over.

use super::{by_code, in_order};
use crate::cbor::{CodecError, Field, Reader, Writer};
use domain::carry::CarryOver;
use domain::change::{ChangeKind, PlanChange};
use domain::contact::Contact;
use domain::id::ObjectId;
use domain::leader::TaskLeader;
use domain::light::{Light, Override, TaskOverride};
use domain::period::Round;
use domain::round::{Reopening, RoundClosing};

/// Every closing of one round of a plan, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundClosings {
    /// The plan's id.
    pub plan: ObjectId,
    /// The round.
    pub round: Round,
    /// Oldest first; each of that round.
    pub closings: Vec<RoundClosing>,
}

in_order!(RoundClosings { plan, round, closings });
in_order!(RoundClosing { round, closed_on, closed_by, early_reason, reopened });
in_order!(Reopening { on, by, reason });
in_order!(TaskOverride { plan, task, round, decision });
in_order!(Override { light, reason, by });
in_order!(TaskLeader { plan, task, from, leader, basis });
by_code!(Light);
in_order!(PlanChange { id, plan, task, quarter, kind, from, reason, basis, approver });
in_order!(Contact { id, department, name, telephone, from, until });
in_order!(CarryOver { plan, task, from_plan, from_task, from_quarter, remark });

/// The code, then the new words or the new round; for 取消 null.
impl Field for ChangeKind {
    fn put(&self, w: &mut Writer) {
        w.array(2);
        w.text(self.code());
        match self {
            Self::Reworded { text } => text.put(w),
            Self::Cancelled => None::<String>.put(w),
            Self::Deferred { to } => to.put(w),
        }
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        r.array(2)?;
        match r.text()? {
            "reworded" => Field::get(r).map(|text| Self::Reworded { text }),
            "cancelled" => match Option::<String>::get(r)? {
                None => Ok(Self::Cancelled),
                Some(_) => Err(CodecError::OutOfRange),
            },
            "deferred" => Field::get(r).map(|to| Self::Deferred { to }),
            _ => Err(CodecError::OutOfRange),
        }
    }
}
