//! 工作移交: what a person who leaves hands over, printed as 交接单; and his last day.
//!
//! In a department's office everything open of that department is handed over, since its officer answers for all of it;
//! in the supervision office what the person recorded, and what nobody in particular holds. How it is printed stands
//! in `report::handover`, as does the recovery sheet's page.

use crate::desk::Desk;
use crate::paper::numbered_title;
use crate::printed::Printed;
use crate::refusal::{Outcome, Refused};
use crate::roles::found;
use crate::view;
use domain::action::Action;
use domain::chase::{Instruction, Stage, SupervisionItem};
use domain::feedback::Feedback;
use domain::id::ObjectId;
use domain::period::{Quarter, Round};
use domain::register::Register;
use domain::review::{Decision, Review};
use domain::state::QuarterState;
use jiff::civil::Date;
use ledger::{OfficeKind, Person};
use report::{Handover, HandoverKind, HandoverLine, Recovery};
use std::collections::BTreeSet;

impl Desk {
    /// Prints the 交接单 and ends the person on that day; printed again, it changes nothing.
    ///
    /// # Errors
    /// Either name is unknown or the same; the successor has left; he is the last 管理 person; not allowed; no fonts.
    pub fn hand_over(&self, leaving: &str, successor: &str, day: &str) -> Outcome<Printed> {
        self.require(Action::Administer)?;
        let day = view::day(day)?.ok_or(Refused::NameEmpty("交接日期"))?;
        let holders = self.holders()?;
        let to = self.working(&holders, successor)?;
        let known = found(&holders, leaving).filter(|known| known.person.until == Some(day));
        let from = match known {
            Some(again) => &again.person,
            None => self.working(&holders, leaving)?,
        };
        if from.id == to.id {
            return Err(Refused::HandoverToSelf(from.name.clone()));
        }
        // Before anything is written: what cannot be printed is not handed over.
        let sheet = Handover {
            leaving: named(from),
            successor: named(to),
            unit: self.office()?.name,
            day,
            lines: self.open_work(from, day)?,
            sample: self.is_sample(),
        };
        let printed = self.set(&report::handover(&sheet), day, Vec::new())?;
        if known.is_none() {
            self.end(&from.name, day, "person.handover")?;
            let what = format!("handover {} to {} on {day}", from.id, to.id);
            self.store().note(self.now(), &self.author()?.name, &what)?;
        }
        Ok(printed)
    }

    /// The recovery sheet of a code that was just made.
    ///
    /// # Errors
    /// No fonts.
    pub fn print_recovery(&self, code: &str) -> Outcome<Printed> {
        let day = self.today();
        let sheet =
            Recovery { code: code.to_owned(), unit: self.office()?.name, day, sample: self.is_sample() };
        self.set(&report::recovery(&sheet), day, Vec::new())
    }

    /// Everything that is open on that day and falls to this person.
    fn open_work(&self, person: &Person, day: Date) -> Outcome<Vec<HandoverLine>> {
        let own = match self.office()?.kind {
            OfficeKind::Department(own) => Some(own),
            OfficeKind::Supervision => None,
        };
        let mut lines = Vec::new();
        for year in self.years()?.into_iter().rev() {
            let register = self.register(Some(year))?;
            lines.extend(self.open_milestones(&register, own, person, day)?);
            lines.extend(self.returned(&register, own, day)?);
            lines.extend(self.chased(&register, own, day)?);
        }
        lines.extend(self.drafts_left()?);
        lines.extend(self.open_feedback(own)?);
        Ok(lines)
    }

    fn open_milestones(
        &self,
        register: &Register,
        own: Option<ObjectId>,
        person: &Person,
        day: Date,
    ) -> Outcome<Vec<HandoverLine>> {
        let until = round_of(register, day);
        let recorded: BTreeSet<(u32, Quarter)> = self
            .store()
            .progress_of(register.plan_id)?
            .into_iter()
            .filter(|one| one.header.author.name == person.name)
            .map(|one| (one.value.key.task, one.value.key.quarter))
            .collect();
        let mut lines = Vec::new();
        for task in register.plan.tasks() {
            let holders = register.holders(task, day);
            let names: Vec<_> =
                register.responsible_in(task, until).into_iter().map(|one| one.name).collect();
            for quarter in Quarter::ALL {
                let his = match own {
                    Some(own) => holders.iter().any(|one| one.id == own),
                    None => recorded.contains(&(task.number, quarter)),
                };
                let Some(standing) = register.standing(task, quarter, until, day).filter(|_| his) else {
                    continue;
                };
                if matches!(standing.state, QuarterState::Done(_) | QuarterState::Adjusted) {
                    continue;
                }
                lines.push(HandoverLine {
                    kind: HandoverKind::Milestone,
                    what: place(register, task.number, Some(quarter)),
                    state: standing.word().to_owned(),
                    note: names.join("、"),
                });
            }
        }
        Ok(lines)
    }

    /// Returned and not corrected since.
    fn returned(&self, register: &Register, own: Option<ObjectId>, day: Date) -> Outcome<Vec<HandoverLine>> {
        let heads = self.store().progress_of(register.plan_id)?;
        let reviews = self.store().all::<Review>(Some(register.plan_id))?.into_iter();
        let standing = reviews.map(|one| one.value).filter(|review| {
            review.decision == Decision::Returned
                && own
                    .is_none_or(|own| own == register.successor(review.key.task, review.key.department, day))
                && heads.iter().any(|head| head.value.key == review.key && head.rid.0 == review.revision)
        });
        let line = |review: Review| HandoverLine {
            kind: HandoverKind::Returned,
            what: place(register, review.key.task, Some(review.key.quarter)),
            state: format!("退回{}", review.returned_to),
            note: format!("{}：{}", department(register, review.key.department), review.reason),
        };
        Ok(standing.map(line).collect())
    }

    /// Open 督办 items, and 领导批示 of which none was made.
    fn chased(&self, register: &Register, own: Option<ObjectId>, day: Date) -> Outcome<Vec<HandoverLine>> {
        let mine =
            |task: u32, asked: ObjectId| own.is_none_or(|own| own == register.successor(task, asked, day));
        let items = self.store().all::<SupervisionItem>(Some(register.plan_id))?;
        let instructions = self.store().all::<Instruction>(Some(register.plan_id))?;
        let made: BTreeSet<ObjectId> = items.iter().filter_map(|item| item.value.instruction).collect();
        let mut lines = Vec::new();
        for item in items.into_iter().map(|one| one.value).filter(|item| mine(item.task, item.department)) {
            let Some(stage) = item.stage().filter(|stage| *stage != Stage::Closed) else { continue };
            let overdue = if item.is_overdue(day) { "，已逾期" } else { "" };
            lines.push(HandoverLine {
                kind: HandoverKind::SupervisionItem,
                what: format!("{}：{}", place(register, item.task, item.quarter), item.requirement),
                state: format!("{}{overdue}", stage.word()),
                note: format!("{}，限{}", department(register, item.department), item.due),
            });
        }
        let waiting = instructions.into_iter().map(|one| one.value).filter(|one| !made.contains(&one.id));
        for one in waiting.filter(|one| mine(one.task, one.department)) {
            let due = one.due.map(|due| format!("，限{due}")).unwrap_or_default();
            lines.push(HandoverLine {
                kind: HandoverKind::Instruction,
                what: format!("{}：{}", place(register, one.task, one.quarter), one.words),
                state: "未交办".to_owned(),
                note: format!("{}，{}{due}", one.leader, department(register, one.department)),
            });
        }
        Ok(lines)
    }

    fn drafts_left(&self) -> Outcome<Vec<HandoverLine>> {
        let mut lines = Vec::new();
        for draft in self.kept_drafts()? {
            let register = self.register(Some(draft.key.year))?;
            lines.push(HandoverLine {
                kind: HandoverKind::Draft,
                what: place(&register, draft.key.task, Quarter::from_number(draft.key.quarter)),
                state: "未提交".to_owned(),
                note: format!(
                    "{}，{}保存",
                    department(&register, view::id(&draft.key.department)?),
                    crate::desk::day_in_china(draft.at_ms)
                ),
            });
        }
        Ok(lines)
    }

    /// By receipt number; who wrote stays in the store.
    fn open_feedback(&self, own: Option<ObjectId>) -> Outcome<Vec<HandoverLine>> {
        let open = self
            .store()
            .all::<Feedback>(None)?
            .into_iter()
            .map(|one| one.value)
            .filter(|one| one.closing.is_none() && own.is_none_or(|own| one.department == Some(own)));
        let line = |one: Feedback| HandoverLine {
            kind: HandoverKind::Feedback,
            what: format!("{}（{}）：{}", one.receipt(), one.kind.word(), one.subject),
            state: if one.answer.is_some() { "已答复，未办结" } else { "未答复" }.to_owned(),
            note: format!("限{}", one.due),
        };
        Ok(open.map(line).collect())
    }
}

/// 李某（主任科员）.
fn named(person: &Person) -> String {
    if person.title.is_empty() {
        person.name.clone()
    } else {
        format!("{}（{}）", person.name, person.title)
    }
}

fn department(register: &Register, id: ObjectId) -> &str {
    register.department(id).map_or("", |department| department.current_name())
}

/// 2013年（五）… 一季度.
fn place(register: &Register, number: u32, quarter: Option<Quarter>) -> String {
    let title = register.plan.task(number).map(numbered_title).unwrap_or_default();
    let quarter = quarter.map(|quarter| format!(" {}", quarter.ordinal_word())).unwrap_or_default();
    format!("{}年{}{quarter}", register.plan.year, title.trim_end_matches('。'))
}

/// The last round that has begun by then.
fn round_of(register: &Register, day: Date) -> Round {
    let begun = |quarter: &Quarter| {
        let month = i8::try_from(quarter.number()).unwrap_or(1) * 3 - 2;
        Date::new(register.plan.year, month, 1).is_ok_and(|first| first <= day)
    };
    let last = Quarter::ALL.into_iter().rev().find(begun);
    register.round(last.unwrap_or(Quarter::First))
}
