//! What the statements of several departments on several items come to: one claim, with the sentence for it.
//!
//! Whose word counts: each department's on the items that it answers for; the confirmed lead's, or the only one's, for
//! items that nobody in particular answers for; without a lead everybody's. What holds only on a condition that was not
//! met does not count against what was done, and does not make the milestone done either.

use super::{Case, ItemCount, Responsible, Statement};
use crate::claim::Claim;
use crate::id::ObjectId;
use crate::period::Round;

/// What is stated about a milestone as seen from a round.
#[derive(Debug, Clone)]
pub(super) struct Verdict<'a> {
    /// The newest statement of each responsible department, the lead's first.
    pub(super) latest: Vec<(Responsible<'a>, Statement<'a>)>,
    /// What they come to.
    pub(super) claim: Claim,
    /// The newest round in which any of them was stated.
    pub(super) round: Round,
    /// Who said what, and how many items are done.
    pub(super) words: String,
    pub(super) items: Option<ItemCount>,
}

/// What the departments have stated up to a round; `None` while none has.
pub(super) fn verdict<'a>(case: &Case<'a>, until: Round) -> Option<Verdict<'a>> {
    let latest = latest_statements(case, until);
    let round = latest.iter().map(|(_, statement)| statement.round).max()?;
    let voices = voices(case, &latest);
    let claims: Vec<Option<Claim>> = voices
        .iter()
        .map(|voice| statement_of(&latest, voice.id).map(|s| claim_of(case, voice.id, s)))
        .collect();
    let items = item_claims(case, &voices, &latest);
    let mut words = match (voices.as_slice(), claims.as_slice()) {
        ([only], [Some(claim)]) => format!("{}自报{}", only.name, claim.word()),
        _ => said_by(&voices, &claims),
    };
    let counted = items.as_ref().map(|items| {
        words.push(if voices.len() > 1 { '；' } else { '，' });
        items_in_words(case, items, &mut words)
    });
    if let ([only], [Some(claim)]) = (voices.as_slice(), claims.as_slice())
        && claim.needs_account()
        && let Some(cause) =
            statement_of(&latest, only.id).map(|s| s.progress.cause.trim().trim_end_matches('。'))
        && !cause.is_empty()
    {
        words.push_str(&format!("，原因：{cause}"));
    }
    Some(Verdict { claim: combined(&claims), round, words, items: counted, latest })
}

/// The newest statement of each responsible department, in printed order; lead first where one is confirmed.
fn latest_statements<'a>(case: &Case<'a>, until: Round) -> Vec<(Responsible<'a>, Statement<'a>)> {
    let newest = |department: &Responsible<'a>| {
        let own = case.statements.iter().filter(|s| s.department == department.id && s.round <= until);
        own.max_by_key(|statement| statement.round).map(|statement| (*department, *statement))
    };
    let mut latest: Vec<_> = case.departments.iter().filter_map(newest).collect();
    latest.sort_by_key(|(department, _)| Some(department.id) != case.lead);
    latest
}

fn statement_of<'a>(latest: &[(Responsible<'a>, Statement<'a>)], id: ObjectId) -> Option<Statement<'a>> {
    latest.iter().find(|(department, _)| department.id == id).map(|(_, statement)| *statement)
}

/// The department that answers for an item; `None` where nobody in particular does, or who did is no longer responsible.
fn answering(case: &Case<'_>, item: usize) -> Option<ObjectId> {
    let named = case.items.get(item)?.department?;
    case.departments.iter().any(|department| department.id == named).then_some(named)
}

/// The departments whose statements are needed, the lead first.
fn voices<'a>(case: &Case<'a>, latest: &[(Responsible<'a>, Statement<'a>)]) -> Vec<Responsible<'a>> {
    let answering: Vec<Option<ObjectId>> = (0..case.items.len()).map(|item| answering(case, item)).collect();
    let assigned = answering.iter().any(Option::is_some);
    let unassigned = !assigned || answering.iter().any(Option::is_none);
    let lead = case.lead.filter(|lead| case.departments.iter().any(|department| department.id == *lead));
    let lead_stated = lead.is_some_and(|lead| statement_of(latest, lead).is_some());
    // While the lead of a whole milestone is silent, what the others said is shown.
    let lead_speaks = lead.is_some() && (assigned || lead_stated);
    let needed = |department: &&Responsible<'a>| {
        let id = Some(department.id);
        let speaks_for_all = if lead_speaks { lead == id } else { true };
        answering.contains(&id) || (unassigned && speaks_for_all) || (lead_stated && lead == id)
    };
    let mut voices: Vec<_> = case.departments.iter().filter(needed).copied().collect();
    voices.sort_by_key(|department| Some(department.id) != case.lead);
    voices
}

/// A department's own claim; 已完成 is not taken while one of its items is stated not to be done.
fn claim_of(case: &Case<'_>, department: ObjectId, statement: Statement<'_>) -> Claim {
    let claim = statement.progress.claim.unwrap_or(Claim::NotDone);
    let own = |item: usize| answering(case, item).is_none_or(|answering| answering == department);
    let mut stated = statement.progress.items.iter().take(case.items.len()).enumerate();
    let undone = stated.any(|(item, stated)| own(item) && stated.is_some_and(|stated| stated != Claim::Done));
    if claim == Claim::Done && undone { Claim::Partial } else { claim }
}

/// One claim for several; `None` stands for who has said nothing.
fn combined(claims: &[Option<Claim>]) -> Claim {
    let silent = claims.contains(&None);
    let conditional = claims.contains(&Some(Claim::ConditionNotMet));
    let counted: Vec<_> =
        claims.iter().flatten().copied().filter(|claim| *claim != Claim::ConditionNotMet).collect();
    if counted.is_empty() {
        return Claim::ConditionNotMet;
    }
    let all = |claim: Claim| counted.iter().all(|counted| *counted == claim);
    match (silent, conditional) {
        (false, false) if all(Claim::Done) => Claim::Done,
        (false, true) if all(Claim::Done) => Claim::ConditionNotMet,
        _ if all(Claim::NotDone) => Claim::NotDone,
        _ => Claim::Partial,
    }
}

/// 2家责任部门1家已报：城管局自报已完成，经促局未报.
fn said_by(voices: &[Responsible<'_>], claims: &[Option<Claim>]) -> String {
    let both = || voices.iter().zip(claims);
    let mut said: Vec<String> = both()
        .filter_map(|(voice, claim)| claim.map(|claim| format!("{}自报{}", voice.name, claim.word())))
        .collect();
    let stated = said.len();
    let silent: Vec<_> = both().filter(|(_, claim)| claim.is_none()).map(|(voice, _)| voice.name).collect();
    if !silent.is_empty() {
        said.push(format!("{}未报", silent.join("、")));
    }
    format!("{}家责任部门{stated}家已报：{}", voices.len(), said.join("，"))
}

/// Where each item stands and who answers for it; `None` where the items say no more than the claims.
fn item_claims<'a>(
    case: &Case<'a>,
    voices: &[Responsible<'a>],
    latest: &[(Responsible<'a>, Statement<'a>)],
) -> Option<Vec<Option<Claim>>> {
    let assigned = (0..case.items.len()).any(|item| answering(case, item).is_some());
    let of_voices = || latest.iter().filter(|(one, _)| voices.iter().any(|voice| voice.id == one.id));
    let stated_undone = of_voices().any(|(_, statement)| {
        let items = statement.progress.items.iter().take(case.items.len());
        items.flatten().any(|claim| *claim != Claim::Done)
    });
    if !(stated_undone || assigned && case.items.len() > 1) {
        return None;
    }
    let of_item = |item: usize| match answering(case, item) {
        Some(id) => statement_of(latest, id).and_then(|statement| on_item(statement, item)),
        // Of several that answer together the one that is furthest behind tells.
        None => of_voices()
            .filter_map(|(_, statement)| on_item(*statement, item))
            .max_by_key(|claim| behind(*claim)),
    };
    Some((0..case.items.len()).map(of_item).collect())
}

/// What one statement says of one item: in its own box, else by its claim where that leaves no doubt.
fn on_item(statement: Statement<'_>, item: usize) -> Option<Claim> {
    let own_box = statement.progress.items.get(item).copied().flatten();
    own_box.or(statement.progress.claim.filter(|claim| *claim != Claim::Partial))
}

fn behind(claim: Claim) -> u8 {
    match claim {
        Claim::Done => 0,
        Claim::ConditionNotMet => 1,
        Claim::Partial => 2,
        Claim::NotDone => 3,
    }
}

/// 3项完成1项，未完成：编制报告（经促局），1项未说明.
fn items_in_words(case: &Case<'_>, items: &[Option<Claim>], words: &mut String) -> ItemCount {
    let named = |wanted: fn(Claim) -> bool| -> Vec<String> {
        let of_kind = items.iter().enumerate().filter(|(_, claim)| claim.is_some_and(wanted));
        of_kind.map(|(item, _)| item_with_department(case, item)).collect()
    };
    let undone = named(|claim| matches!(claim, Claim::NotDone | Claim::Partial));
    let conditional = named(|claim| claim == Claim::ConditionNotMet);
    let done = items.iter().filter(|claim| **claim == Some(Claim::Done)).count();
    let unstated = items.iter().filter(|claim| claim.is_none()).count();
    words.push_str(&format!("{}项完成{done}项", items.len()));
    for (label, named) in [("未完成", &undone), ("条件未成立", &conditional)] {
        if !named.is_empty() {
            words.push_str(&format!("，{label}：{}", named.join("；")));
        }
    }
    if unstated > 0 {
        words.push_str(&format!("，{unstated}项未说明"));
    }
    ItemCount { all: items.len(), done, undone: undone.len(), condition_not_met: conditional.len(), unstated }
}

/// 编制报告（经促局）.
fn item_with_department(case: &Case<'_>, item: usize) -> String {
    let text = case.items.get(item).map_or("", |item| item.text.as_str());
    let id = answering(case, item);
    match case.departments.iter().find(|department| Some(department.id) == id) {
        Some(department) if case.departments.len() > 1 => format!("{text}（{}）", department.name),
        _ => text.to_owned(),
    }
}
