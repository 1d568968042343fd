//! The form: promise, what was said before, what is in force, the draft, history and finding.

use super::{Right, Subject, history, numbers};
use crate::desk::{Desk, time_text};
use crate::refusal::Outcome;
use crate::review::{ReturnPlaces, decisions};
use crate::round;
use crate::view::{self, print_text};
use crate::wire::entry::{Draft, EntryForm, EntryKey, FindingView, FollowedLine, ItemOwner, Statement};
use domain::breakdown::AssignedItem;
use domain::claim::Claim;
use domain::period::{Quarter, Round};
use domain::progress::ProgressKey;
use domain::register::Register;
use domain::review::Review;
use jiff::civil::Date;
use layout::punctuation::full_width;
use ledger::ProgressRecord;
use report::wording::{PromiseSeen, promise_in_words, promised_before};
use store::Recorded;

pub(super) fn form(desk: &Desk, register: &Register, subject: &Subject<'_>) -> Outcome<EntryForm> {
    let Subject { task, key, department, .. } = *subject;
    let right = desk.right(register, key.task, key.department)?;
    let as_of = register.default_as_of(key.round, desk.today());
    let standing = register.standing(task, key.quarter, key.round, as_of);
    let all = desk.store().progress_of(register.plan_id)?;
    let statement = |recorded: &Recorded<ProgressRecord>| statement(register, recorded);
    let of_milestone =
        || all.iter().filter(|one| one.value.key.task == key.task && one.value.key.quarter == key.quarter);
    let submitted = of_milestone().find(|one| one.value.key == key);
    let own_line = register.predecessors(key.task, key.department, key.round.last_day());
    // The same milestone first: what was promised for it then; else what was said of the task at all.
    let earlier = all
        .iter()
        .filter(|one| one.value.key.task == key.task && own_line.contains(&one.value.key.department))
        .filter(|one| one.value.key.round < key.round)
        .max_by_key(|one| (one.value.key.quarter == key.quarter, one.value.key.round, one.value.key.quarter));
    let others = of_milestone()
        .filter(|one| one.value.key.department != key.department && one.value.key.round == key.round);
    let revisions = desk.store().history(ledger::natural::progress(&key))?;
    let reviews = desk.store().all::<Review>(Some(register.plan_id))?;
    let reviews: Vec<_> = reviews.into_iter().filter(|review| review.value.key == key).collect();
    let code = view::code_of(key.task, key.quarter, department);
    let goal = register.plan.tasks_with_goals().find(|(_, other)| other.number == task.number);
    let (asks_source, refused) = match right {
        Right::Own => (false, None),
        Right::OnBehalf => (true, None),
        Right::Refused(refused) => (false, Some(refused.text())),
    };
    Ok(EntryForm {
        key: wire_key(&key),
        goal: goal.map(|(goal, _)| full_width(&goal.name)).unwrap_or_default(),
        number_text: full_width(&task.number_text),
        title: full_width(&task.title),
        objective: print_text(task.objective.as_deref()),
        promise: print_text(task.milestone(key.quarter)),
        items: subject.items.iter().map(|item| full_width(&item.text)).collect(),
        item_owners: owners(register, subject, &all),
        numbers: numbers::asked(register, subject, submitted.map(|one| &one.value.progress)),
        flags: standing
            .as_ref()
            .map(|standing| view::flags(register.flags_of(task, key.quarter, standing, &key)))
            .unwrap_or_default(),
        standing: standing.as_ref().map(view::standing),
        departments: view::departments(register, task, key.round),
        department_name: department.to_owned(),
        refused,
        asks_source,
        due: register.due(key.round).to_string(),
        late_note: match submitted {
            Some(_) => None,
            None => round::late_note(register, key.round, desk.today()),
        },
        carried_over: register
            .carried_over(task, key.round, as_of)
            .into_iter()
            .map(Quarter::number)
            .collect(),
        promised_dates: {
            let dates = register.promised(key.task, key.quarter, key.department, key.round);
            let done = submitted.is_some_and(|one| one.value.progress.claim == Some(Claim::Done));
            let words = if done { promised_before } else { promise_in_words };
            words(&dates, PromiseSeen::on(as_of, register.plan.year))
        },
        change: change(register, key, as_of),
        followed: followed(desk, register, key.task)?,
        last_round: earlier.map(statement),
        others: others.map(statement).collect(),
        submitted: submitted.map(statement),
        draft: draft(desk, subject, submitted)?,
        can_undo: history::standing(&revisions).is_some(),
        history: history::lines(&revisions, code),
        finding: finding(desk, register, &key)?,
        return_to: match submitted {
            Some(read) => ReturnPlaces::of(desk, register, subject, read)?.names(),
            None => Vec::new(),
        },
        reviews: decisions(&reviews, &revisions, submitted.map(|one| one.rid)),
        tasks: register.plan.tasks().map(|task| task.number).collect(),
    })
}

pub(crate) fn wire_key(key: &ProgressKey) -> EntryKey {
    EntryKey {
        year: key.round.year,
        task: key.task,
        quarter: key.quarter.number(),
        round: key.round.quarter.number(),
        department: key.department.to_string(),
    }
}

fn statement(register: &Register, recorded: &Recorded<ProgressRecord>) -> Statement {
    let ProgressRecord { key, progress } = &recorded.value;
    let names = view::published_names(register);
    let department = names.get(&key.department).copied().unwrap_or_default();
    Statement {
        department: department.to_owned(),
        round: key.round.quarter.number(),
        quarter: key.quarter.number(),
        boxes: view::boxes(progress, view::code_of(key.task, key.quarter, department)),
        claim_word: progress.claim.map_or("", Claim::word).to_owned(),
        by: history::by(&recorded.header),
        at: time_text(recorded.header.wall_ms),
        revision: recorded.rid.to_string(),
    }
}

/// What a decision makes of the milestone, and on what it rests, in one sentence.
fn change(register: &Register, key: ProgressKey, as_of: Date) -> Option<String> {
    let published = register.plan.task(key.task)?.milestone(key.quarter)?;
    let change = register.change(key.task, key.quarter, as_of)?;
    Some(format!("{}。", full_width(&change.in_words(published))))
}

/// 领导批示 on the task, newest first, then its 督办事项 by number; struck off ones last.
fn followed(desk: &Desk, register: &Register, task: u32) -> Outcome<Vec<FollowedLine>> {
    let (year, task) = (Some(register.plan.year), task.to_string());
    let instructions = desk.instructions(year, Some(&task))?.into_iter().map(|one| FollowedLine {
        id: one.id,
        part: "instructions".to_owned(),
        head: format!("{}批示", one.leader),
        words: one.words,
        stage_word: if one.followed_by.is_empty() { "未交办" } else { "已交办" }.to_owned(),
        department: one.department_name,
        due: one.due,
        overdue: false,
    });
    let mut items = desk.supervision_items(year, Some(&task), false)?;
    items.sort_by_key(|one| one.next.is_empty());
    let items = items.into_iter().map(|one| FollowedLine {
        id: one.id,
        part: "items".to_owned(),
        head: one.number_text,
        words: one.requirement,
        stage_word: one.stage_word,
        department: one.department_name,
        due: Some(one.due),
        overdue: one.overdue,
    });
    Ok(instructions.chain(items).collect())
}

/// Who answers for each item and what they say of it in this round.
fn owners(register: &Register, subject: &Subject<'_>, all: &[Recorded<ProgressRecord>]) -> Vec<ItemOwner> {
    let key = &subject.key;
    let names = register.responsible_in(subject.task, key.round);
    let owner = |(at, item): (usize, &AssignedItem)| {
        let department = item.department.filter(|id| *id != key.department);
        let other = ProgressKey { department: department.unwrap_or(key.department), ..*key };
        let stated = all.iter().find(|one| one.value.key == other);
        let claim = stated.and_then(|one| one.value.progress.items.get(at).copied().flatten());
        ItemOwner {
            department: item
                .department
                .and_then(|id| names.iter().find(|one| one.id == id))
                .map(|one| one.name.to_owned()),
            own: department.is_none(),
            stated_word: department.and(claim).map_or("", Claim::word).to_owned(),
        }
    };
    subject.items.iter().enumerate().map(owner).collect()
}

fn draft(
    desk: &Desk,
    subject: &Subject<'_>,
    submitted: Option<&Recorded<ProgressRecord>>,
) -> Outcome<Option<Draft>> {
    Ok(desk.draft_of(&subject.key)?.map(|draft| Draft {
        boxes: draft.boxes,
        saved_at: time_text(draft.at_ms),
        outdated: draft.base != submitted.map(|one| one.rid),
    }))
}

fn finding(desk: &Desk, register: &Register, key: &ProgressKey) -> Outcome<Option<FindingView>> {
    let findings = desk.store().findings(register.plan_id)?;
    let own = findings.into_iter().find(|one| {
        let found: (u32, Quarter, Round) = (one.value.task, one.value.quarter, one.value.round);
        found == (key.task, key.quarter, key.round)
    });
    Ok(own.map(|one| FindingView {
        claim: view::claim_code(one.value.finding.claim),
        reason: one.value.finding.reason,
        by: history::by(&one.header),
        at: time_text(one.header.wall_ms),
    }))
}
