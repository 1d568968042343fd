//! Who answers for a task's places in a round, after departments were renamed, merged, split or gave tasks away.
//!
//! The paper names places; an organisation change hands a place on. Earlier statements stay the predecessor's and go on
//! counting until the successor has spoken on the milestone itself.

use super::Register;
use crate::breakdown::AssignedItem;
use crate::id::ObjectId;
use crate::organisation::{OrganisationChange, holder_on};
use crate::period::{Quarter, Round};
use crate::plan::Task;
use crate::state::Responsible;
use jiff::civil::Date;

/// A department that answers for one or several of a task's places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder<'a> {
    /// Its id.
    pub id: ObjectId,
    /// The published names of the places that it holds, in printed order.
    pub places: Vec<&'a str>,
}

impl Register {
    /// The departments that answer for a task in a round, by its last day: in printed order, none twice. A successor is
    /// called by its own name.
    #[must_use]
    pub fn responsible_in<'a>(&'a self, task: &'a Task, round: Round) -> Vec<Responsible<'a>> {
        let holders = self.holders(task, round.last_day());
        holders.into_iter().map(|holder| self.called(holder.id, holder.places[0], round.last_day())).collect()
    }

    /// Who holds a task's places on a day, in printed order.
    #[must_use]
    pub fn holders<'a>(&'a self, task: &'a Task, day: Date) -> Vec<Holder<'a>> {
        let mut holders: Vec<Holder<'a>> = Vec::new();
        for place in self.responsible(task) {
            let id = self.holder(task.number, place.id, day);
            match holders.iter_mut().find(|known| known.id == id) {
                Some(known) => known.places.push(place.name),
                None => holders.push(Holder { id, places: vec![place.name] }),
            }
        }
        holders
    }

    /// Everybody who held, up to a day, what a department holds on it: itself last. The successor sees their history.
    #[must_use]
    pub fn predecessors(&self, task: u32, department: ObjectId, day: Date) -> Vec<ObjectId> {
        let published = self.task(task).map(|task| self.responsible(task)).unwrap_or_default();
        let mut all = Vec::new();
        for place in published.iter().filter(|place| self.holder(task, place.id, day) == department) {
            all.extend(self.chain(task, place.id, day));
        }
        all.retain(|one| *one != department);
        all.push(department);
        all
    }

    /// Who answers on a day for what a department held of a task: the holder of the first place that it had, itself where
    /// it still holds one or never did.
    #[must_use]
    pub fn successor(&self, task: u32, department: ObjectId, day: Date) -> ObjectId {
        let published = self.task(task).map(|task| self.responsible(task)).unwrap_or_default();
        let mut held = Vec::new();
        for place in published {
            if self.chain(task, place.id, day).contains(&department) {
                held.push(self.holder(task, place.id, day));
            }
        }
        if held.contains(&department) { department } else { held.first().copied().unwrap_or(department) }
    }

    /// The last change by which a department gave its place of a task away, up to a day.
    #[must_use]
    pub fn handed_on(&self, task: u32, department: ObjectId, day: Date) -> Option<&OrganisationChange> {
        let plan = self.plan_id;
        let gives = |change: &&OrganisationChange| {
            change.effective <= day
                && change.moves.iter().any(|one| (one.plan, one.task, one.from) == (plan, task, department))
        };
        self.organisation.iter().filter(gives).max_by_key(|change| change.effective)
    }

    /// Whether a department ever held a place of a task.
    #[must_use]
    pub fn has_held(&self, task: &Task, department: ObjectId) -> bool {
        self.responsible(task)
            .iter()
            .any(|place| self.chain(task.number, place.id, Date::MAX).contains(&department))
    }

    pub(super) fn holder(&self, task: u32, published: ObjectId, day: Date) -> ObjectId {
        holder_on(&self.organisation, self.plan_id, task, published, day)
    }

    /// The holders of a place one after another, up to a day.
    fn chain(&self, task: u32, published: ObjectId, day: Date) -> Vec<ObjectId> {
        let mut days: Vec<Date> = self.organisation.iter().map(|change| change.effective).collect();
        days.retain(|effective| *effective <= day);
        days.sort_unstable();
        let mut chain = vec![published];
        for day in days {
            let holder = self.holder(task, published, day);
            if chain.last() != Some(&holder) {
                chain.push(holder);
            }
        }
        chain
    }

    /// Whose word counts on a milestone as seen from a round: of each place the present holder where it has spoken, else
    /// the last before it who has, else the present holder, who is asked.
    fn voices<'a>(
        &'a self,
        task: &'a Task,
        quarter: Quarter,
        until: Round,
    ) -> Vec<(ObjectId, Responsible<'a>)> {
        let day = until.last_day();
        let newest = self.newest(task.number, quarter, until);
        let spoke = |id: &ObjectId| newest.iter().any(|(_, entry)| entry.key.department == *id);
        let places = self.responsible(task).into_iter();
        places
            .map(|place| {
                let chain = self.chain(task.number, place.id, day);
                let present = self.holder(task.number, place.id, day);
                let id = chain.into_iter().rev().find(spoke).unwrap_or(present);
                // What is said today is said of today's name, also where the paper has an older one.
                let name = self.department(id).map_or(place.name, |one| one.name_on(day));
                (place.id, Responsible { id, name })
            })
            .collect()
    }

    /// Whose word counts on a milestone, who of them leads, and the items with those who answer for them now.
    pub(super) fn heard<'a>(
        &'a self,
        task: &'a Task,
        quarter: Quarter,
        until: Round,
    ) -> (Vec<Responsible<'a>>, Option<ObjectId>, Vec<AssignedItem>) {
        let day = until.last_day();
        let places = self.voices(task, quarter, until);
        let lead = self.lead(task.number, until).map(|lead| {
            let led = places.iter().find(|(place, _)| self.holder(task.number, *place, day) == lead);
            led.map_or(lead, |(_, voice)| voice.id)
        });
        let mut items = self.items(task, quarter);
        for item in &mut items {
            item.department = item.department.map(|named| {
                let own =
                    places.iter().find(|(place, _)| self.chain(task.number, *place, day).contains(&named));
                own.map_or(named, |(_, voice)| voice.id)
            });
        }
        let mut voices: Vec<Responsible<'a>> = Vec::new();
        for (_, voice) in places {
            if voices.iter().all(|known| known.id != voice.id) {
                voices.push(voice);
            }
        }
        (voices, lead, items)
    }

    /// The published name for who was published, the own name of that day for who took over.
    fn called<'a>(&'a self, id: ObjectId, published: &'a str, day: Date) -> Responsible<'a> {
        let own = self.published.get(published) == Some(&id);
        let name = self.department(id).filter(|_| !own).map_or(published, |one| one.name_on(day));
        Responsible { id, name }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::claim::Claim;
    use crate::department::{Department, DepartmentName};
    use crate::organisation::{Move, OrganisationKind};
    use crate::plan::{Goal, Plan};
    use crate::progress::{Progress, ProgressKey};
    use crate::register::{Entry, RegisterParts, TaskLead};
    use jiff::civil::date;

    const PLAN: ObjectId = ObjectId([9; 16]);

    fn id(number: u8) -> ObjectId {
        ObjectId([number; 16])
    }

    fn round(text: &str) -> Round {
        text.parse().unwrap()
    }

    /// 卫人局 (1) and 计生局 (2) answer for task 3; on 1 September they become 卫计局 (3).
    fn merged(entries: &[(u8, &str, Claim)], lead: Option<u8>) -> Register {
        let named = |number, name: &str| Department {
            id: id(number),
            names: vec![DepartmentName { short: name.into(), ..DepartmentName::default() }],
        };
        let task = Task {
            number: 3,
            milestones: [Some("甲".into()), None, Some("丙".into()), None],
            departments: vec!["卫人局".into(), "计生局".into()],
            ..Task::default()
        };
        let goals = vec![Goal { name: "民生".into(), tasks: vec![task] }];
        let mut parts = RegisterParts::of(PLAN, Plan { year: 2013, goals, ..Plan::default() });
        parts.departments = vec![named(1, "卫人局"), named(2, "计生局"), named(3, "卫计局")];
        let moved = |from| Move { plan: PLAN, task: 3, from: id(from), to: id(3) };
        parts.organisation = vec![OrganisationChange {
            id: id(90),
            kind: OrganisationKind::Merged,
            before: vec![id(1), id(2)],
            after: vec![id(3)],
            moves: vec![moved(1), moved(2)],
            effective: date(2013, 9, 1),
            basis: "深编〔2013〕7号".into(),
        }];
        parts.leads = lead
            .map(|lead| TaskLead { task: 3, department: Some(id(lead)), from: None })
            .into_iter()
            .collect();
        parts.entries = entries
            .iter()
            .map(|&(by, in_round, claim)| Entry {
                key: ProgressKey {
                    plan: PLAN,
                    task: 3,
                    quarter: Quarter::First,
                    round: round(in_round),
                    department: id(by),
                },
                progress: Progress { claim: Some(claim), ..Progress::default() },
                stated_dates: Vec::new(),
                claimed_on: None,
                handed_in: None,
            })
            .collect();
        Register::new(parts)
    }

    #[test]
    fn a_place_is_held_by_who_holds_it_on_the_rounds_last_day() {
        let register = merged(&[], None);
        let task = register.plan.task(3).unwrap();
        let names = |in_round| -> Vec<&str> {
            register.responsible_in(task, round(in_round)).iter().map(|one| one.name).collect()
        };
        assert_eq!(names("2013Q2"), ["卫人局", "计生局"]);
        assert_eq!(names("2013Q3"), ["卫计局"]);
        assert_eq!(register.holders(task, date(2013, 9, 1))[0].places, ["卫人局", "计生局"]);
        assert_eq!(register.predecessors(3, id(3), date(2013, 9, 30)), [id(1), id(2), id(3)]);
        assert_eq!(register.predecessors(3, id(1), date(2013, 6, 30)), [id(1)]);
        assert!(
            register.has_held(task, id(1))
                && register.has_held(task, id(3))
                && !register.has_held(task, id(4))
        );
    }

    #[test]
    fn earlier_statements_stay_the_predecessors_until_the_successor_speaks() {
        let seen = |entries: &[(u8, &str, Claim)], lead| {
            let register = merged(entries, lead);
            let task = register.plan.task(3).unwrap();
            let standing =
                register.standing(task, Quarter::First, round("2013Q3"), date(2013, 10, 10)).unwrap();
            (standing.claim, standing.reason)
        };
        let before = [(1, "2013Q1", Claim::Done), (2, "2013Q1", Claim::NotDone)];
        let (claim, reason) = seen(&before, None);
        assert_eq!(claim, Some(Claim::Partial));
        assert!(reason.contains("卫人局自报已完成") && reason.contains("计生局自报未完成"), "{reason}");
        let after = [before[0], before[1], (3, "2013Q3", Claim::Done)];
        let (claim, reason) = seen(&after, None);
        assert_eq!(claim, Some(Claim::Done));
        assert!(reason.contains("卫计局自报已完成"), "{reason}");
        // The lead's place, too, is the successor's.
        assert_eq!(seen(&after, Some(2)).0, Some(Claim::Done));
        let register = merged(&after, Some(2));
        assert_eq!(register.lead(3, round("2013Q2")), Some(id(2)));
        assert_eq!(register.lead(3, round("2013Q3")), Some(id(3)));
    }

    /// The merger is in mid-round: what was said of it before counts for who leads on its last day, and only there.
    #[test]
    fn a_round_counts_for_who_leads_on_its_last_day() {
        let rated = |lead, in_round: &str| {
            let register = merged(&[(1, "2013Q1", Claim::Done), (2, "2013Q1", Claim::Done)], lead);
            let round = round(in_round);
            let rates = register.rates(round, date(2013, 10, 31));
            let total: usize = rates.iter().map(|rate| rate.tally.total).sum();
            assert_eq!(total, register.tally(round, date(2013, 10, 31)).total);
            rates.into_iter().map(|rate| rate.department).collect::<Vec<_>>()
        };
        assert_eq!(rated(Some(2), "2013Q1"), [Some(id(2))]);
        assert_eq!(rated(Some(2), "2013Q3"), [Some(id(3))]);
        // Of two departments nobody led; of the one that they have become it is clear.
        assert_eq!(rated(None, "2013Q1"), [None]);
        assert_eq!(rated(None, "2013Q3"), [Some(id(3))]);
    }
}
