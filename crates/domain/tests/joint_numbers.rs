//! A number of several departments: the lead's stands for all, else what is added up is added up.
#![allow(clippy::unwrap_used, reason = "tests")]

mod scene;

use domain::claim::Claim;
use domain::id::ObjectId;
use domain::register::{Register, RegisterParts, TaskLead};
use scene::{FIRST, SECOND, Said, day, parts, quarter, round, with_number};

/// Task 2 is to be answered with a number; 甲局 led until June, 乙局 leads since July, or nobody before it.
fn register(led_first: bool, said: &[(u8, &'static str, ObjectId, &str)]) -> Register {
    let mut parts: RegisterParts = parts();
    parts.indicators[0].task = 2;
    let lead = |department, from| TaskLead { task: 2, department: Some(department), from };
    parts.leads = vec![lead(SECOND, Some(day("2013-07-01")))];
    parts.leads.extend(led_first.then(|| lead(FIRST, None)));
    for &(quarter, in_round, by, amount) in said {
        let said = Said { on: "2013-07-08", by, task: 2, quarter, round: in_round, claim: Claim::Done };
        parts.entries.push(with_number(said.entry(), amount));
    }
    Register::new(parts)
}

#[test]
fn who_leads_later_spoke_for_himself_alone() {
    let second = [(2, "2013Q2", FIRST, "5"), (2, "2013Q2", SECOND, "3")];
    let check = |led_first, said: &[_], of: u8, seen: &str, expected: &str| {
        let register = register(led_first, said);
        let task = register.plan.task(2).unwrap();
        let found = register.reported(task, &register.indicators[0], quarter(of), round(seen));
        assert_eq!(found.unwrap().to_string(), expected, "{led_first} {said:?} from {seen}");
    };
    check(false, &second, 2, "2013Q2", "8");
    // 乙局 leads in the third round: what it said in the second is still its own part.
    check(false, &second, 2, "2013Q3", "8");
    check(true, &second, 2, "2013Q2", "5");
    check(true, &second, 2, "2013Q3", "5");
    // What it says as the lead is the whole, of the earlier quarter too.
    let corrected = [second[0], second[1], (2, "2013Q3", SECOND, "9")];
    check(false, &corrected, 2, "2013Q3", "9");
    check(true, &corrected, 2, "2013Q3", "9");
    let third = [(3, "2013Q3", FIRST, "6"), (3, "2013Q3", SECOND, "10")];
    check(false, &third, 3, "2013Q3", "10");
}
