//! Chasing (催报与督办): leaders' instructions, what is assigned because of them until it is struck off, sealed copies.
//!
//! Who has not reported is asked of `register`; the printed slip (督办通知单) is `report`'s.

use crate::evidence::Evidence;
use crate::id::ObjectId;
use crate::issue::plain;
use crate::period::{Quarter, Round};
use crate::review::NotInList;
use jiff::civil::Date;
use std::str::FromStr;

/// A leader's written instruction (领导批示).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instruction {
    /// Given once.
    pub id: ObjectId,
    /// The plan's id.
    pub plan: ObjectId,
    /// The task that it is about.
    pub task: u32,
    /// The quarter that it is about; `None`: the task as a whole.
    pub quarter: Option<Quarter>,
    /// The leader, by name and office as written.
    pub leader: String,
    /// The day of the instruction.
    pub on: Date,
    /// Its words.
    pub words: String,
    /// On which paper and page it is written; may be empty.
    pub page: String,
    /// The scan, if there is one.
    pub scan: Vec<Evidence>,
    /// Who is to do it.
    pub department: ObjectId,
    /// Until when; `None` where it names no day.
    pub due: Option<Date>,
}

/// Where a supervision item (督办事项) stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// 交办: handed to the department.
    Assigned,
    /// 签收: the department has it.
    Received,
    /// 反馈: the department answered.
    Answered,
    /// 复核: the supervision office examines the answer.
    Examined,
    /// 销号: struck off; the end.
    Closed,
}

impl Stage {
    /// All in order.
    pub const ALL: [Self; 5] = [Self::Assigned, Self::Received, Self::Answered, Self::Examined, Self::Closed];

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["assigned", "received", "answered", "examined", "closed"][self as usize]
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["交办", "签收", "反馈", "复核", "销号"][self as usize]
    }

    /// What the step is called that reaches it from where the item stood: back from 复核 it is 退回重办.
    #[must_use]
    pub fn word_from(self, from: Option<Self>) -> &'static str {
        if from == Some(Self::Examined) && self == Self::Received { "退回重办" } else { self.word() }
    }

    /// Where it may go from here. An examined answer that does not hold goes back to the department (签收), with words.
    #[must_use]
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Assigned => &[Self::Received],
            Self::Received => &[Self::Answered],
            Self::Answered => &[Self::Examined],
            Self::Examined => &[Self::Closed, Self::Received],
            Self::Closed => &[],
        }
    }
}

impl FromStr for Stage {
    type Err = NotInList;

    fn from_str(text: &str) -> Result<Self, NotInList> {
        Self::ALL.into_iter().find(|one| one.code() == text || one.word() == text).ok_or(NotInList)
    }
}

/// One step of a supervision item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The stage that it reaches.
    pub stage: Stage,
    /// The day.
    pub on: Date,
    /// Who did it, by name.
    pub by: String,
    /// What was said: the answer, the examination's result; may be empty for 签收.
    pub words: String,
    /// What came with it.
    pub files: Vec<Evidence>,
}

/// Something that a department is to do by a day, followed until it is struck off (督办事项).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupervisionItem {
    /// Given once.
    pub id: ObjectId,
    /// The plan's id.
    pub plan: ObjectId,
    /// Its number within the plan's year, from 1: 督办〔2013〕3号.
    pub number: u32,
    /// The task that it is about.
    pub task: u32,
    /// The quarter that it is about; `None`: the task as a whole.
    pub quarter: Option<Quarter>,
    /// The instruction behind it.
    pub instruction: Option<ObjectId>,
    /// What is to be done.
    pub requirement: String,
    /// Who is to do it.
    pub department: ObjectId,
    /// Until when.
    pub due: Date,
    /// Every step, oldest first; the first is [`Stage::Assigned`].
    pub steps: Vec<Step>,
}

/// A step that the item's stage does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAllowed {
    /// Where it stands; `None` before the first step.
    pub from: Option<Stage>,
    /// Where it was to go.
    pub to: Stage,
}

/// What stands before the year in the number of an item.
const SERIES: &str = "督办";

impl SupervisionItem {
    /// 督办〔2013〕3号.
    #[must_use]
    pub fn number_text(&self, year: i16) -> String {
        format!("{SERIES}〔{year}〕{}号", self.number)
    }

    /// Whether a text means this item: 3, 3号, 〔2013〕3号 or 督办〔2013〕3号, also with the brackets and digits of any keyboard.
    #[must_use]
    pub fn is_meant_by(&self, text: &str, year: i16) -> bool {
        let text = plain(text);
        let text = text.strip_prefix(SERIES).unwrap_or(&text);
        text == self.number.to_string() || text == plain(&format!("〔{year}〕{}号", self.number))
    }

    /// The day on which it was handed to the department.
    #[must_use]
    pub fn assigned_on(&self) -> Option<Date> {
        self.steps.first().map(|step| step.on)
    }

    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        self.steps.last().map(|step| step.stage)
    }

    /// Takes a step.
    ///
    /// # Errors
    /// [`NotAllowed`]; the item is then as it was.
    pub fn take(&mut self, step: Step) -> Result<(), NotAllowed> {
        let from = self.stage();
        let allowed: &[Stage] = from.map_or(&[Stage::Assigned], Stage::next);
        if !allowed.contains(&step.stage) {
            return Err(NotAllowed { from, to: step.stage });
        }
        self.steps.push(step);
        Ok(())
    }

    /// Whether the department is to answer; an answer that was sent back is none.
    #[must_use]
    pub fn awaits_department(&self) -> bool {
        matches!(self.stage(), None | Some(Stage::Assigned | Stage::Received))
    }

    /// Whether it is past its day and the department has not answered; an answer that was sent back is none.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        today > self.due && self.awaits_department()
    }
}

/// That a department's sealed sheet of a round was seen (已见盖章件), apart from what was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedCopy {
    /// The plan's id.
    pub plan: ObjectId,
    /// The round.
    pub round: Round,
    /// Whose sheet.
    pub department: ObjectId,
    /// The day on which it was seen.
    pub on: Date,
    /// Who saw it, by name.
    pub by: String,
    /// Anything to note; may be empty.
    pub remark: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn item() -> SupervisionItem {
        SupervisionItem {
            id: ObjectId([1; 16]),
            plan: ObjectId([2; 16]),
            number: 1,
            task: 5,
            quarter: None,
            instruction: None,
            requirement: "补报".into(),
            department: ObjectId([3; 16]),
            due: date(2013, 5, 1),
            steps: Vec::new(),
        }
    }

    fn step(stage: Stage) -> Step {
        Step { stage, on: date(2013, 4, 1), by: "李某".into(), words: String::new(), files: Vec::new() }
    }

    /// Every sequence of five wanted steps: whatever is taken is a path of the table, and nothing leaves 销号.
    #[test]
    fn no_sequence_leaves_the_table() {
        for code in 0..5_usize.pow(6) {
            let mut item = item();
            let mut rest = code;
            for _ in 0..6 {
                let (before, wanted) = (item.steps.clone(), Stage::ALL[rest % 5]);
                rest /= 5;
                if item.take(step(wanted)).is_err() {
                    assert_eq!(item.steps, before);
                }
            }
            let stages: Vec<_> = item.steps.iter().map(|step| step.stage).collect();
            assert!(stages.first().is_none_or(|first| *first == Stage::Assigned));
            for pair in stages.windows(2) {
                let forward = pair[1] as usize == pair[0] as usize + 1;
                let back = (pair[0], pair[1]) == (Stage::Examined, Stage::Received);
                assert!(forward || back, "{stages:?}");
            }
        }
    }

    #[test]
    fn an_item_is_meant_however_its_number_is_typed() {
        let item = item();
        for text in
            ["1", "1号", "〔2013〕1号", "督办〔2013〕1号", " 督办 [2013] 1 ", "\u{FF11}号", "(２０１３)１"]
        {
            assert!(item.is_meant_by(text, 2013), "{text}");
        }
        for text in ["11", "2", "〔2014〕1号", "督办", "号", ""] {
            assert!(!item.is_meant_by(text, 2013), "{text}");
        }
    }

    #[test]
    fn overdue_until_answered() {
        let mut item = item();
        assert_eq!(item.number_text(2013), "督办〔2013〕1号");
        for stage in [Stage::Assigned, Stage::Received] {
            assert_eq!(item.take(step(stage)), Ok(()));
            assert!(!item.is_overdue(date(2013, 5, 1)));
            assert!(item.is_overdue(date(2013, 5, 2)));
        }
        assert_eq!(item.take(step(Stage::Answered)), Ok(()));
        assert!(!item.is_overdue(date(2013, 5, 2)));
    }
}
