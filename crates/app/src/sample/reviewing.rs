//! The sample's reviews and notes. The notes (人工标注) are what only a person can see in the paper of 2013.

use super::{damaged, milliseconds};
use crate::desk::Desk;
use crate::named::NamedEntry;
use crate::refusal::Outcome;
use crate::wire::comment::CommentBoxes;
use crate::wire::review::{ReturnBoxes, ReviewTarget};
use ledger::Author;
use serde::Deserialize;
use std::sync::atomic::{AtomicI64, Ordering};

const REVIEWS: &str = include_str!("../../../../seeds/sample-2013-review.json");
/// Who reviews in the sample: its second person, the office's deputy head.
const REVIEWER: usize = 1;

#[derive(Deserialize)]
struct Reviewing {
    reviews: Vec<SampleReview>,
    comments: Vec<SampleComment>,
    comments_at: String,
}

#[derive(Deserialize)]
struct SampleReview {
    task: u32,
    quarter: u8,
    department: String,
    decision: String,
    at: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    to: String,
    r#box: Option<String>,
    #[serde(default)]
    quote: String,
}

#[derive(Deserialize)]
struct SampleComment {
    task: Option<u32>,
    quarter: Option<u8>,
    text: String,
}

fn reviewing() -> Outcome<Reviewing> {
    serde_json::from_str(REVIEWS).map_err(|error| damaged(&error))
}

impl Desk {
    /// Writes the notes on the paper, as whoever works here.
    pub(super) fn note_sample(&self, moment: &AtomicI64) -> Outcome<()> {
        let sample = reviewing()?;
        moment.store(milliseconds(&sample.comments_at)?, Ordering::Relaxed);
        let year = self.only_year(None)?;
        for SampleComment { task, quarter, text } in sample.comments {
            self.add_comment(&CommentBoxes { year, task, quarter, entry: None, manual: true, text })?;
        }
        Ok(())
    }

    /// Decides on entries as the reviewer; every entry of the sample reports its own quarter.
    pub(super) fn review_sample(&mut self, moment: &AtomicI64) -> Outcome<()> {
        let persons = self.store().persons()?;
        let reviewer = &persons.get(REVIEWER).ok_or_else(|| damaged(&"persons"))?.value;
        self.work_as(Author { name: reviewer.name.clone(), title: reviewer.title.clone() });
        for review in reviewing()?.reviews {
            moment.store(milliseconds(&review.at)?, Ordering::Relaxed);
            let key = self.entry_key(&NamedEntry {
                task: review.task.to_string(),
                quarter: review.quarter.to_string(),
                department: review.department,
                ..NamedEntry::default()
            })?;
            let target = ReviewTarget { key, revision: None };
            match review.decision.as_str() {
                "accepted" => self.accept_entry(&target, None)?,
                "returned" => self.return_entry(
                    &target,
                    &ReturnBoxes {
                        reason: review.reason,
                        to: review.to,
                        place: review.r#box,
                        quote: review.quote,
                    },
                )?,
                other => return Err(damaged(&other)),
            };
        }
        Ok(())
    }
}
