//! Where an entry stands in review, and whether what a review points at is there.

use super::{Decision, FormBox, NotInList, Review};
use crate::progress::Progress;
use std::str::FromStr;

/// Where the revision in force of an entry stands in review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// 待审: nobody has decided on exactly this revision.
    Waiting,
    /// 已退回: it waits for a new revision.
    Returned,
    /// 已通过.
    Accepted,
}

impl Stage {
    /// All in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Returned, Self::Accepted];

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["waiting", "returned", "accepted"][self as usize]
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["待审", "已退回", "已通过"][self as usize]
    }
}

impl FromStr for Stage {
    type Err = NotInList;

    fn from_str(text: &str) -> Result<Self, NotInList> {
        Self::ALL.into_iter().find(|one| one.code() == text || one.word() == text).ok_or(NotInList)
    }
}

/// The stage of the revision `head`: a decision on any other revision, also of the same entry, does not count.
#[must_use]
pub fn stage<'a>(head: [u8; 32], reviews: impl IntoIterator<Item = &'a Review>) -> Stage {
    let own = reviews.into_iter().find(|review| review.revision == head);
    own.map_or(Stage::Waiting, |review| match review.decision {
        Decision::Accepted => Stage::Accepted,
        Decision::Returned => Stage::Returned,
    })
}

/// Why a place is none of the entry's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misplaced {
    /// The entry has no such box.
    Box,
    /// The box does not hold these words.
    Quote,
}

/// Whether the entry has that box and the box holds that passage; without a box the passage is looked for in all texts.
///
/// `items` are the milestone's items in order.
///
/// # Errors
/// What is not there.
pub fn placed(
    progress: &Progress,
    items: &[&str],
    place: Option<FormBox>,
    quote: &str,
) -> Result<(), Misplaced> {
    let texts: Vec<String> = match place {
        Some(place) => vec![text_in(progress, items, place).ok_or(Misplaced::Box)?],
        None => [FormBox::Text, FormBox::Cause, FormBox::Measure, FormBox::NextStep, FormBox::Person]
            .into_iter()
            .filter_map(|one| text_in(progress, items, one))
            .collect(),
    };
    if quote.is_empty() || texts.iter().any(|text| text.contains(quote)) {
        Ok(())
    } else {
        Err(Misplaced::Quote)
    }
}

/// What stands in a box; `None` where the entry has no such box.
fn text_in(progress: &Progress, items: &[&str], place: FormBox) -> Option<String> {
    let at = |number: u32| usize::try_from(number).ok()?.checked_sub(1);
    Some(match place {
        FormBox::Claim => progress.claim.map_or("", crate::claim::Claim::word).to_owned(),
        FormBox::Text => progress.text.clone(),
        FormBox::Cause => progress.cause.clone(),
        FormBox::Measure => progress.measure.clone(),
        FormBox::NextStep => progress.next_step.clone(),
        FormBox::Due => progress.due.map(|day| day.to_string()).unwrap_or_default(),
        FormBox::Person => progress.person.clone(),
        FormBox::Item(number) => (*items.get(at(number)?)?).to_owned(),
        FormBox::Value(number) => {
            let value = progress.values.get(at(number)?)?;
            format!("{}{}{}", value.name, value.amount, value.measure)
        }
        FormBox::Evidence(number) => {
            let evidence = progress.evidence.iter().find(|evidence| evidence.number == Some(number))?;
            evidence.form.name().to_owned()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Evidence, EvidenceForm, PaperEvidence};
    use crate::id::ObjectId;
    use crate::period::{Quarter, Round};
    use crate::progress::ProgressKey;

    fn review(revision: u8, decision: Decision) -> Review {
        let key = ProgressKey {
            plan: ObjectId([1; 16]),
            task: 5,
            quarter: Quarter::First,
            round: Round { year: 2013, quarter: Quarter::First },
            department: ObjectId([2; 16]),
        };
        Review {
            key,
            revision: [revision; 32],
            decision,
            reason: "理由".into(),
            returned_to: String::new(),
            place: None,
            quote: String::new(),
        }
    }

    #[test]
    fn a_decision_counts_for_its_own_revision_only() {
        let reviews = [review(1, Decision::Returned), review(2, Decision::Accepted)];
        for (head, expected) in [(1, Stage::Returned), (2, Stage::Accepted), (3, Stage::Waiting)] {
            assert_eq!(stage([head; 32], &reviews), expected, "{head}");
        }
        assert_eq!(stage([1; 32], []), Stage::Waiting);
        for one in Stage::ALL {
            assert_eq!((one.code().parse(), one.word().parse()), (Ok(one), Ok(one)));
        }
    }

    #[test]
    fn a_review_points_at_what_is_there() {
        let paper = PaperEvidence { name: "签到表".into(), ..PaperEvidence::default() };
        let evidence = Evidence { number: Some(3), form: EvidenceForm::OnPaper(paper), personal: false };
        let progress = Progress {
            text: "演出12场".into(),
            cause: "天气".into(),
            evidence: vec![evidence],
            ..Progress::default()
        };
        let check = |place: Option<&str>, quote: &str, expected| {
            let place = place.map(|place| place.parse().unwrap_or(FormBox::Claim));
            assert_eq!(placed(&progress, &["甲", "乙"], place, quote), expected, "{place:?} {quote}");
        };
        check(None, "", Ok(()));
        check(None, "天气", Ok(()));
        check(None, "下雨", Err(Misplaced::Quote));
        check(Some("text"), "12场", Ok(()));
        check(Some("text"), "天气", Err(Misplaced::Quote));
        check(Some("item:2"), "乙", Ok(()));
        check(Some("item:3"), "", Err(Misplaced::Box));
        check(Some("value:1"), "", Err(Misplaced::Box));
        check(Some("evidence:3"), "签到", Ok(()));
        check(Some("evidence:1"), "", Err(Misplaced::Box));
    }
}
