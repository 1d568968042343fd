//! To whom an entry may go back: the departments that answer for its task, who submitted it, and through whom they are called.

use crate::desk::Desk;
use crate::entry::Subject;
use crate::refusal::{Outcome, Refused};
use domain::contact;
use domain::department::{Resolution, resolve};
use domain::id::ObjectId;
use domain::register::Register;
use ledger::ProgressRecord;
use store::Recorded;

/// Where an entry may go back to.
pub(crate) struct ReturnPlaces<'a> {
    register: &'a Register,
    /// Each with the name that it is called by here; the entry's own comes first.
    departments: Vec<(ObjectId, String)>,
    /// Who submitted the revision, and the departments' contacts of today.
    persons: Vec<String>,
}

impl<'a> ReturnPlaces<'a> {
    pub(crate) fn of(
        desk: &Desk,
        register: &'a Register,
        subject: &Subject<'_>,
        read: &Recorded<ProgressRecord>,
    ) -> Outcome<Self> {
        let mut departments = vec![(subject.key.department, subject.department.to_owned())];
        for holder in register.holders(subject.task, desk.today()) {
            if departments.iter().all(|(known, _)| *known != holder.id) {
                departments.push((holder.id, register.published_name(holder.id).to_owned()));
            }
        }
        let contacts = desk.contacts()?;
        let called = departments.iter().filter_map(|(id, _)| contact::on(&contacts, *id, desk.today()));
        let mut persons = Vec::new();
        for name in std::iter::once(&read.header.author.name).chain(called.map(|one| &one.name)) {
            if !persons.contains(name) {
                persons.push(name.clone());
            }
        }
        Ok(Self { register, departments, persons })
    }

    /// Every name, the entry's own department first.
    pub(crate) fn names(&self) -> Vec<String> {
        self.departments.iter().map(|(_, name)| name).chain(&self.persons).cloned().collect()
    }

    /// The one that is meant, a department by any of its names; the entry's own where none is named.
    ///
    /// # Errors
    /// None of them.
    pub(crate) fn meant(&self, to: &str) -> Outcome<String> {
        let to = to.trim();
        let own = self.departments.first().map(|(_, name)| name);
        let named = self.names().into_iter().find(|name| name == to);
        if let Some(name) = named.or_else(|| own.filter(|_| to.is_empty()).cloned()) {
            return Ok(name);
        }
        let answering = self
            .register
            .departments
            .iter()
            .filter(|one| self.departments.iter().any(|(id, _)| *id == one.id));
        if let Resolution::One(department) = resolve(answering, to)
            && let Some((_, name)) = self.departments.iter().find(|(id, _)| *id == department.id)
        {
            return Ok(name.clone());
        }
        Err(Refused::NoReturnTo { to: to.to_owned(), known: self.names() })
    }
}
