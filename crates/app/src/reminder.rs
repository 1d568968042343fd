//! What is due soon or overdue, told in the frame when the window opens, each with its list.

use crate::desk::Desk;
use crate::refusal::Outcome;
use crate::wire::start::Reminder;
use domain::call_list::{Reported, call_list};
use domain::chase::SupervisionItem;
use domain::feedback::Feedback;
use domain::period::{Quarter, date_in_words};
use domain::register::Register;
use domain::round;
use jiff::civil::Date;
use ledger::OfficeKind;

/// What falls due within so many workdays is told.
const WORKDAYS_AHEAD: u32 = 5;

impl Desk {
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
        let mut reminders = rounds(&register, today);
        let items = self.store().all::<SupervisionItem>(Some(register.plan_id))?;
        let open = items.iter().map(|one| &one.value).filter(|item| item.awaits_department());
        let days: Vec<Date> = open.map(|item| item.due).collect();
        reminders.extend(counted(&register, today, &days, "督办事项").map(|text| Reminder {
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
        reminders.extend(counted(&register, today, &days, "公众意见").map(|text| Reminder {
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
fn rounds(register: &Register, today: Date) -> Vec<Reminder> {
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
            (_, false) if left <= WORKDAYS_AHEAD => {
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
fn counted(register: &Register, today: Date, due: &[Date], what: &str) -> Option<String> {
    let late = due.iter().filter(|day| **day < today).count();
    let soon = due
        .iter()
        .filter(|day| **day >= today && register.calendar.workdays_between(today, **day) <= WORKDAYS_AHEAD)
        .count();
    let parts = [
        (late > 0).then(|| format!("{late}件逾期")),
        (soon > 0).then(|| format!("{soon}件在{WORKDAYS_AHEAD}个工作日内到期")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{what}：{}。", parts.join("，")))
}
