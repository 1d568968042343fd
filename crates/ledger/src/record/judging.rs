//! The bodies of judging: confirmed items, the lead's text, reviews, verification sheets, comments, roles.

use super::{by_code, in_order};
use crate::cbor::{CodecError, Field, Reader, Writer};
use domain::breakdown::{AssignedItem, MilestoneItems, Summary};
use domain::comment::Comment;
use domain::review::{Check, Decision, FormBox, Method, Review, Verification};
use domain::role::{Grant, Role};

in_order!(AssignedItem { text, department });
in_order!(MilestoneItems { plan, task, quarter, items });
in_order!(Summary { plan, task, quarter, round, department, text });
in_order!(Review { key, revision, decision, reason, returned_to, place, quote });
in_order!(Verification { plan, round, seed, population, claim, department, checks });
in_order!(Check { task, quarter, department, method, on, by, agrees, words });
in_order!(Comment { id, plan, task, quarter, about, manual, text });
in_order!(Grant { person, roles });
by_code!(Decision);
by_code!(Method);
by_code!(Role);

/// By its code, of which each box has one spelling; written by its word it would be read as another text.
impl Field for FormBox {
    fn put(&self, w: &mut Writer) {
        w.text(&self.code());
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        r.text()?.parse().map_err(|_| CodecError::OutOfRange)
    }
}
