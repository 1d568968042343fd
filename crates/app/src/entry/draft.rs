//! Drafts: the boxes exactly as they were typed, however wrong; only submitting reads them.

use super::wire_key;
use crate::desk::Desk;
use crate::refusal::Outcome;
use crate::wire::entry::{EntryBoxes, EntryKey};
use domain::progress::ProgressKey;
use ledger::Rid;
use serde::{Deserialize, Serialize};

/// How a draft is written in the store.
#[derive(Serialize, Deserialize)]
struct Typed {
    key: EntryKey,
    boxes: EntryBoxes,
}

/// A kept draft.
pub(crate) struct Kept {
    pub(crate) key: EntryKey,
    pub(crate) boxes: EntryBoxes,
    pub(crate) base: Option<Rid>,
    pub(crate) at_ms: i64,
    pub(crate) object: domain::id::ObjectId,
}

impl Desk {
    /// Keeps what stands in the form, upon the revision in force.
    pub(crate) fn keep_draft(&self, key: &ProgressKey, boxes: &EntryBoxes) -> Outcome<i64> {
        let at_ms = self.now();
        let base = self.store().progress(key)?.map(|one| one.rid);
        let typed = Typed { key: wire_key(key), boxes: boxes.clone() };
        let typed = serde_json::to_vec(&typed).unwrap_or_default();
        self.store().save_draft(store::Draft {
            object: ledger::natural::progress(key),
            typed,
            base,
            at_ms,
        })?;
        Ok(at_ms)
    }

    /// The draft of this entry.
    pub(crate) fn draft_of(&self, key: &ProgressKey) -> Outcome<Option<Kept>> {
        Ok(self.store().draft(ledger::natural::progress(key))?.and_then(read))
    }

    /// Every draft, the newest first.
    pub(crate) fn kept_drafts(&self) -> Outcome<Vec<Kept>> {
        Ok(self.store().drafts()?.into_iter().filter_map(read).collect())
    }
}

/// A draft in another version's writing is passed over and left where it is.
fn read(draft: store::Draft) -> Option<Kept> {
    let store::Draft { object, typed, base, at_ms } = draft;
    let Typed { key, boxes } = serde_json::from_slice(&typed).ok()?;
    Some(Kept { key, boxes, base, at_ms, object })
}
