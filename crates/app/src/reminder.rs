//! What is due soon or overdue, told in the frame when the window opens, each with its list.

use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use crate::wire::start::Reminder;
use domain::action::Action;
use domain::call_list::{Reported, call_list};
use domain::chase::SupervisionItem;
use domain::feedback::Feedback;
use domain::period::{Quarter, date_in_words};
use domain::register::Register;
use domain::round;
use jiff::civil::Date;
use ledger::OfficeKind;
use std::ops::RangeInclusive;

/// The choice among the settings: what falls due within so many workdays is told.
const WORKDAYS_CHOICE: &str = "reminder_workdays";
const WORKDAYS_DEFAULT: u32 = 5;
/// With none nothing would be told before its day; with more than a month of workdays everything always would.
const WORKDAYS_ALLOWED: RangeInclusive<u32> = 1..=30;

impl Desk {
    /// So many workdays before its day what falls due is told.
    ///
    /// # Errors
    /// When the store fails.
    pub fn reminder_workdays(&self) -> Outcome<u32> {
        let chosen = self.choice(WORKDAYS_CHOICE)?.and_then(|chosen| chosen.parse().ok());
        Ok(chosen.unwrap_or(WORKDAYS_DEFAULT))
    }

    /// Sets from how many workdays before its day what falls due is told.
    ///
    /// # Errors
    /// Who works here may not; less than a day, or more than thirty.
    pub fn set_reminder_workdays(&self, workdays: i32) -> Outcome<()> {
        self.require(Action::Administer)?;
        let allowed = u32::try_from(workdays).ok().filter(|days| WORKDAYS_ALLOWED.contains(days));
        let days = allowed.ok_or(Refused::ReminderOutOfRange { workdays, allowed: WORKDAYS_ALLOWED })?;
        self.set_choice(WORKDAYS_CHOICE, days.to_string())
    }

    /// The supervision office's reminders for the newest year; in the sample as of its own round.
    pub(crate) fn reminders(&self, year: Option<i16>, current: Quarter) -> Outcome<Vec<Reminder>> {
        let Some(year) = year else { return Ok(Vec::new()) };
        if self.office()?.kind != OfficeKind::Supervision {
            return Ok(Vec::new());
        }
        let register = self.register(Some(year))?;
        let today = self.today();
        let today =
            if self.is_sample() { register.default_as_of(register.round(current), today) } else { today };
        let ahead = self.reminder_workdays()?;
        let mut reminders = rounds(&register, today, ahead);
        let items = self.store().all::<SupervisionItem>(Some(register.plan_id))?;
        let open = items.iter().map(|one| &one.value).filter(|item| item.awaits_department());
        let days: Vec<Date> = open.map(|item| item.due).collect();
        reminders.extend(counted(&register, today, ahead, &days, "督办事项").map(|text| Reminder {
            text,
            screen: "chase".to_owned(),
            at: Some("items".to_owned()),
            year,
            quarter: current.number(),
        }));
        let feedback = self.store().all::<Feedback>(None)?;
        let open =
            feedback.iter().map(|one| &one.value).filter(|one| one.year == year && one.answer.is_none());
        let days: Vec<Date> = open.map(|one| one.due).collect();
        reminders.extend(counted(&register, today, ahead, &days, "公众意见").map(|text| Reminder {
            text,
            screen: "feedback".to_owned(),
            at: None,
            year,
            quarter: current.number(),
        }));
        Ok(reminders)
    }
}

/// Rounds that take in and are due, or soon will be, while departments are silent.
fn rounds(register: &Register, today: Date, ahead: u32) -> Vec<Reminder> {
    let open = |quarter: &Quarter| {
        let of = register.round(*quarter);
        of.last_day() < today && round::standing_closing(&register.closings, of).is_none()
    };
    let text = |quarter: Quarter| {
        let of = register.round(quarter);
        let lines = call_list(register, of, today, &[]);
        let silent = lines.iter().filter(|line| line.reported() != Reported::All).count();
        let due = register.due(of);
        let left = register.calendar.workdays_between(today, due);
        let (name, day) = (quarter.word(), date_in_words(due));
        match (silent, due <= today) {
            (0, _) => None,
            (_, true) => Some(format!("{name}报告期已于{day}到期，{silent}个部门还没有报齐。")),
            (_, false) if left <= ahead => {
                Some(format!("{name}报告期{day}到期，还有{left}个工作日，{silent}个部门还没有报齐。"))
            }
            _ => None,
        }
    };
    let due = Quarter::ALL.into_iter().filter(open).filter_map(|quarter| Some((quarter, text(quarter)?)));
    due.map(|(quarter, text)| Reminder {
        text,
        screen: "chase".to_owned(),
        at: None,
        year: register.plan.year,
        quarter: quarter.number(),
    })
    .collect()
}

/// 督办事项：2件逾期，1件在5个工作日内到期。
fn counted(register: &Register, today: Date, ahead: u32, due: &[Date], what: &str) -> Option<String> {
    let late = due.iter().filter(|day| **day < today).count();
    let soon = due
        .iter()
        .filter(|day| **day >= today && register.calendar.workdays_between(today, **day) <= ahead)
        .count();
    let parts = [
        (late > 0).then(|| format!("{late}件逾期")),
        (soon > 0).then(|| format!("{soon}件在{ahead}个工作日内到期")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{what}：{}。", parts.join("，")))
}
