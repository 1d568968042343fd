//! 分管领导: who of the government is in charge of a task, from a day on.
//!
//! Left to others: which department leads it (牵头, [`crate::register::TaskLead`]), what a leader wrote (批示, `chase`).

use crate::id::ObjectId;
use jiff::civil::Date;

/// That a leader is in charge of a task from a day on; an earlier one holds until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskLeader {
    /// The plan's id.
    pub plan: ObjectId,
    /// The task's number as published.
    pub task: u32,
    /// The first day; `None`: since the plan was published.
    pub from: Option<Date>,
    /// Name and office as the government writes them (王某副区长); blank: nobody from that day on.
    pub leader: String,
    /// On what it rests (分工文件); may be blank.
    pub basis: String,
}

/// Who is in charge of a task on a day; `None` while nobody is known.
#[must_use]
pub fn in_charge(leaders: &[TaskLeader], task: u32, day: Date) -> Option<&str> {
    let own = leaders.iter().filter(|one| one.task == task && one.from.is_none_or(|from| from <= day));
    let newest = own.max_by_key(|one| one.from)?;
    Some(newest.leader.trim()).filter(|leader| !leader.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_leader_is_in_charge_from_a_day_on() {
        let one = |task, from, leader: &str| TaskLeader {
            plan: ObjectId([9; 16]),
            task,
            from,
            leader: leader.into(),
            basis: String::new(),
        };
        let leaders = [
            one(1, Some(date(2013, 7, 1)), "李某"),
            one(1, None, " 王某 "),
            one(1, Some(date(2013, 10, 1)), " "),
            one(2, Some(date(2013, 7, 1)), "赵某"),
        ];
        let check = |task, month, expected| {
            assert_eq!(in_charge(&leaders, task, date(2013, month, 1)), expected, "{task} {month}");
        };
        check(1, 6, Some("王某"));
        check(1, 7, Some("李某"));
        check(1, 10, None);
        check(2, 6, None);
        check(2, 8, Some("赵某"));
        check(3, 8, None);
    }
}
