//! Who may do what: the one place where every writing use case asks before it writes.
//!
//! While nobody holds a role the office is unguarded, as for one person alone. Roles are granted in [`crate::persons`].

use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use domain::action::Action;
use domain::role::{Grant, Guard, Role};
use ledger::Person;

/// A person with what he holds.
pub(crate) struct Holder {
    pub(crate) person: Person,
    /// Empty for who has left.
    pub(crate) roles: Vec<Role>,
    /// Whether he works here today.
    pub(crate) works: bool,
}

impl Desk {
    /// Whether who works here may do this.
    ///
    /// # Errors
    /// When the store fails.
    pub fn may(&self, action: Action) -> Outcome<bool> {
        match self.require(action) {
            Ok(()) => Ok(true),
            Err(
                Refused::NotAllowed { .. }
                | Refused::PersonEnded { .. }
                | Refused::PinNeeded(_)
                | Refused::NobodyNamed,
            ) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// The question before each write: `self.require(Action::Review)?`.
    ///
    /// # Errors
    /// [`Refused::NotAllowed`] with who is here, which role is needed and who has it; [`Refused::PersonEnded`].
    pub fn require(&self, action: Action) -> Outcome<()> {
        let holders = self.holders()?;
        let name = self.author()?.name;
        let here = found(&holders, &name);
        if let Some(Holder { person: Person { until: Some(last), .. }, works: false, .. }) = here {
            return Err(Refused::PersonEnded { name, last: last.to_string() });
        }
        if let Some(here) = here
            && self.proven != Some(here.person.id)
            && self.has_pin(here.person.id)?
        {
            return Err(Refused::PinNeeded(name));
        }
        let roles = here.map(|here| here.roles.as_slice()).unwrap_or_default();
        if !guard(&holders).guarded || action.allowed(roles) {
            return Ok(());
        }
        let with = |wanted: &[Role]| {
            let having = |holder: &&Holder| wanted.iter().any(|role| holder.roles.contains(role));
            holders.iter().filter(having).map(|holder| holder.person.name.clone()).collect()
        };
        Err(Refused::NotAllowed {
            action,
            name,
            roles: roles.to_vec(),
            having: with(action.roles()),
            administrators: with(&[Role::Administrator]),
        })
    }

    /// Every person with what he holds today, in the order in which they first came.
    pub(crate) fn holders(&self) -> Outcome<Vec<Holder>> {
        let today = self.today();
        let grants = self.store().all::<Grant>(None)?;
        let persons = self.store().persons()?.into_iter().map(|one| one.value);
        Ok(persons
            .map(|person| {
                let works = person.works_on(today);
                let granted = grants.iter().find(|grant| works && grant.value.person == person.id);
                let roles = granted.map(|grant| grant.value.roles.clone()).unwrap_or_default();
                Holder { person, roles, works }
            })
            .collect())
    }
}

/// The person of that name: of several the one who works here, else the last.
pub(crate) fn found<'a>(holders: &'a [Holder], name: &str) -> Option<&'a Holder> {
    let mut called = holders.iter().rev().filter(|holder| holder.person.name == name.trim());
    called.clone().find(|holder| holder.works).or_else(|| called.next())
}

/// How the office stands.
pub(crate) fn guard(holders: &[Holder]) -> Guard {
    Guard::of(holders.iter().map(|holder| (holder.roles.as_slice(), holder.person.until.is_none())))
}
