//! Review (审核): a named person's decision on one exact revision of a progress, and the spot checks behind it.
//!
//! A review never changes what the department stated. Who may review which entry is `app`'s to ask of [`reviewable`];
//! what the supervision office finds (认定) is `state`'s noun.

use crate::claim::Claim;
use crate::id::ObjectId;
use crate::period::{Quarter, Round};
use crate::progress::ProgressKey;
use jiff::civil::Date;
use std::str::FromStr;

mod stage;

pub use stage::{Misplaced, Stage, placed, stage};

/// What a reviewer decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// 通过.
    Accepted,
    /// 退回, with a reason.
    Returned,
}

/// A text that is none of the codes of a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotInList;

impl Decision {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Accepted, Self::Returned];

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["accepted", "returned"][self as usize]
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["通过", "退回"][self as usize]
    }
}

impl FromStr for Decision {
    type Err = NotInList;

    fn from_str(text: &str) -> Result<Self, NotInList> {
        Self::ALL.into_iter().find(|one| one.code() == text || one.word() == text).ok_or(NotInList)
    }
}

/// A box of the entry form that a review or comment is about; written as text, name and number (evidence:3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are the boxes of the form")]
pub enum FormBox {
    Claim,
    Text,
    Cause,
    Measure,
    NextStep,
    Due,
    Person,
    /// The item of that number, from 1.
    Item(u32),
    /// The value of that number, from 1.
    Value(u32),
    /// The evidence of that code number.
    Evidence(u32),
}

const PLAIN_BOXES: [(FormBox, &str, &str); 7] = [
    (FormBox::Claim, "claim", "自报"),
    (FormBox::Text, "text", "进展"),
    (FormBox::Cause, "cause", "原因"),
    (FormBox::Measure, "measure", "措施"),
    (FormBox::NextStep, "next_step", "下一步"),
    (FormBox::Due, "due", "预计完成日期"),
    (FormBox::Person, "person", "责任人"),
];

impl FormBox {
    /// The code on the wire: text, item:2, evidence:3.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Item(number) => format!("item:{number}"),
            Self::Value(number) => format!("value:{number}"),
            Self::Evidence(number) => format!("evidence:{number}"),
            plain => {
                PLAIN_BOXES.iter().find(|(one, ..)| *one == plain).map_or("", |(_, code, _)| code).to_owned()
            }
        }
    }

    /// The name on screen and paper: 进展, 第2项, 佐证03.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Item(number) => format!("第{number}项"),
            Self::Value(number) => format!("第{number}个数"),
            Self::Evidence(number) => format!("佐证{number:02}"),
            plain => {
                PLAIN_BOXES.iter().find(|(one, ..)| *one == plain).map_or("", |(.., word)| word).to_owned()
            }
        }
    }
}

impl FromStr for FormBox {
    type Err = NotInList;

    fn from_str(text: &str) -> Result<Self, NotInList> {
        if let Some((found, ..)) = PLAIN_BOXES.iter().find(|(_, code, word)| *code == text || *word == text) {
            return Ok(*found);
        }
        let (name, number) = text.split_once(':').ok_or(NotInList)?;
        let number = number.parse().ok().filter(|number| *number > 0).ok_or(NotInList)?;
        match name {
            "item" => Ok(Self::Item(number)),
            "value" => Ok(Self::Value(number)),
            "evidence" => Ok(Self::Evidence(number)),
            _ => Err(NotInList),
        }
    }
}

/// A decision on one exact revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Which progress.
    pub key: ProgressKey,
    /// Which revision of it: its id. A later revision is not reviewed by this.
    pub revision: [u8; 32],
    /// The decision.
    pub decision: Decision,
    /// Why; never empty for [`Decision::Returned`].
    pub reason: String,
    /// To whom it goes back: a department or person by name; empty where accepted.
    pub returned_to: String,
    /// The box that it is about; `None`: the whole.
    pub place: Option<FormBox>,
    /// The passage within that box, in its own words; may be empty.
    pub quote: String,
}

/// Whether a person of these offices may decide on an entry of that department: nobody accepts his own department's.
///
/// `office` is where the reviewer belongs; `names` are all names of the entry's department.
#[must_use]
pub fn reviewable<'a>(office: &str, names: impl IntoIterator<Item = &'a str>) -> bool {
    let office = office.trim();
    names.into_iter().all(|name| name.is_empty() || name != office)
}

/// How something is verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// 查阅: reading the papers.
    Papers,
    /// 电话.
    Telephone,
    /// 现场.
    OnSite,
}

impl Method {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Papers, Self::Telephone, Self::OnSite];

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["papers", "telephone", "on_site"][self as usize]
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["查阅", "电话", "现场"][self as usize]
    }
}

impl FromStr for Method {
    type Err = NotInList;

    fn from_str(text: &str) -> Result<Self, NotInList> {
        Self::ALL.into_iter().find(|one| one.code() == text || one.word() == text).ok_or(NotInList)
    }
}

/// A verification sheet (核查单): a random sample of one round's entries and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// The plan's id.
    pub plan: ObjectId,
    /// The round whose entries are sampled.
    pub round: Round,
    /// The seed of the sample; printed, so that anybody can draw it again.
    pub seed: u32,
    /// From how many entries was drawn: those of the round by task, quarter and printed order of departments.
    pub population: u32,
    /// Only entries that state this were drawn from; `None`: whatever they state.
    pub claim: Option<Claim>,
    /// Only this department's; `None`: all.
    pub department: Option<ObjectId>,
    /// What was drawn, in the order drawn.
    pub checks: Vec<Check>,
}

/// One drawn entry and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The task's number.
    pub task: u32,
    /// The promised quarter.
    pub quarter: Quarter,
    /// Whose entry.
    pub department: ObjectId,
    /// How it is verified; `None` while open.
    pub method: Option<Method>,
    /// When; `None` while open.
    pub on: Option<Date>,
    /// By whom.
    pub by: String,
    /// Whether what was stated was found to be so; `None` while open.
    pub agrees: Option<bool>,
    /// What was found, in words.
    pub words: String,
}

/// What was found about a statement, in a word.
#[must_use]
pub fn agreement_word(agrees: bool) -> &'static str {
    if agrees { "属实" } else { "不符" }
}

/// Draws `count` of `population` places without repetition: the same for the same three numbers in every version.
///
/// Fisher–Yates over SplitMix64 (Steele, Lea, Flood 2014), so that a printed seed can be checked by hand or script.
#[must_use]
pub fn sample(seed: u32, population: usize, count: usize) -> Vec<usize> {
    let mut state = u64::from(seed);
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    };
    let mut places: Vec<usize> = (0..population).collect();
    let count = count.min(population);
    for at in 0..count {
        let left = (population - at) as u64;
        let drawn = at + usize::try_from(next() % left).unwrap_or(0);
        places.swap(at, drawn);
    }
    places.truncate(count);
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_come_back_from_their_codes() {
        let boxes = PLAIN_BOXES.iter().map(|(one, ..)| *one);
        for one in boxes.chain([FormBox::Item(2), FormBox::Value(1), FormBox::Evidence(12)]) {
            assert_eq!(one.code().parse(), Ok(one));
            assert!(!one.word().is_empty());
        }
        for text in ["", "item", "item:", "item:0", "evidence:x", "box:1"] {
            assert_eq!(text.parse::<FormBox>(), Err(NotInList), "{text}");
        }
    }

    #[test]
    fn nobody_reviews_his_own_department() {
        assert!(reviewable("督查室", ["文体局", ""]));
        assert!(!reviewable(" 文体局 ", ["文体局", "文化体育局"]));
        assert!(!reviewable("文化体育局", ["文体局", "文化体育局"]));
    }

    #[test]
    fn a_sample_is_repeatable_and_without_repetition() {
        // Drawn once and written down: a printed seed must give the same entries for ever.
        assert_eq!(sample(20_130_424, 20, 5), sample(20_130_424, 20, 5));
        assert_ne!(sample(1, 1_000, 5), sample(2, 1_000, 5));
        for (population, count) in [(0, 5), (1, 1), (20, 20), (20, 50), (7, 3)] {
            let mut drawn = sample(9, population, count);
            assert_eq!(drawn.len(), count.min(population));
            drawn.sort_unstable();
            drawn.dedup();
            assert_eq!(drawn.len(), count.min(population));
            assert!(drawn.iter().all(|at| *at < population));
        }
        let mut hits = [0_u32; 10];
        (0..5_000).for_each(|seed| sample(seed, 10, 1).iter().for_each(|at| hits[*at] += 1));
        assert!(hits.iter().all(|hit| (400..600).contains(hit)), "{hits:?}");
    }
}
