//! 人员: who works here, since when and until when, and what each may do. Persons end and are never deleted.
//!
//! Roles are asked for in [`crate::roles`].

use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use crate::roles::{Holder, found, guard};
use crate::view;
use crate::wire::settings::{PersonLine, PersonView, RoleCode};
use crate::wire::start::Guard;
use domain::action::Action;
use domain::role::{Grant, Role};
use jiff::civil::Date;
use ledger::{Author, Person, Record};

impl Desk {
    /// 现在由谁填报？ In an unguarded office a new name is added to the people.
    ///
    /// # Errors
    /// The name is empty; he has left; the office is guarded and does not know the name.
    pub fn take_over(&mut self, person: &PersonView) -> Outcome<()> {
        self.take_over_with_pin(person, None)
    }

    /// The same for who has proved who he is.
    pub(crate) fn seat(&mut self, person: &PersonView) -> Outcome<()> {
        let author = Author { name: person.name.trim().to_owned(), title: person.title.trim().to_owned() };
        if author.name.is_empty() {
            return Err(Refused::NameEmpty("姓名"));
        }
        let holders = self.holders()?;
        let known = found(&holders, &author.name);
        if let Some(Holder { person: Person { until: Some(last), .. }, works: false, .. }) = known {
            return Err(Refused::PersonEnded { name: author.name, last: last.to_string() });
        }
        match known {
            Some(known) if guard(&holders).guarded => {
                self.work_as(Author { title: known.person.title.clone(), ..author });
                Ok(())
            }
            None if guard(&holders).guarded => Err(unknown(&holders, &author.name)),
            _ => {
                self.work_as(author);
                self.add_person(person)
            }
        }
    }

    /// Adds a person, changes a known one's title, or takes one back who had left; what he held then is not his any more.
    ///
    /// # Errors
    /// The name is empty; not allowed.
    pub fn add_person(&self, person: &PersonView) -> Outcome<()> {
        let (name, title) = (person.name.trim(), person.title.trim());
        if name.is_empty() {
            return Err(Refused::NameEmpty("姓名"));
        }
        let holders = self.holders()?;
        let known = found(&holders, name);
        if known.is_some_and(|known| known.works && known.person.title == title) {
            return Ok(());
        }
        self.require(Action::Administer)?;
        let office = self.office()?.name;
        let returns = known.is_some_and(|known| !known.works);
        let record = Person {
            id: known.map_or_else(|| ledger::natural::person(name, &office), |known| known.person.id),
            name: name.to_owned(),
            title: title.to_owned(),
            office,
            from: if returns { Some(self.today()) } else { known.and_then(|known| known.person.from) },
            until: if returns { None } else { known.and_then(|known| known.person.until) },
        };
        let mut records = Vec::new();
        if returns {
            if self.store().get::<Grant>(ledger::natural::grant(record.id))?.is_some() {
                records.push(Record::Grant(Grant { person: record.id, roles: Vec::new() }));
            }
            self.forget_pin(record.id)?;
        }
        records.push(Record::Person(record));
        self.commit("person.add", None, records)?;
        Ok(())
    }

    /// Gives a person exactly these roles.
    ///
    /// # Errors
    /// Nobody is called so; he has left; the first grant names no 管理 person, or the last one would lose the role.
    pub fn grant_roles(&self, name: &str, roles: &[Role]) -> Outcome<()> {
        self.require(Action::Administer)?;
        let mut holders = self.holders()?;
        let before = guard(&holders);
        let person = self.working(&holders, name)?.clone();
        let roles: Vec<Role> = Role::ALL.into_iter().filter(|role| roles.contains(role)).collect();
        for holder in holders.iter_mut().filter(|holder| holder.person.id == person.id) {
            holder.roles.clone_from(&roles);
        }
        let after = guard(&holders);
        if !before.may_become(after) {
            return Err(if before.guarded {
                Refused::LastAdministrator(person.name)
            } else {
                Refused::FirstGrant(person.name)
            });
        }
        let grant = Record::Grant(Grant { person: person.id, roles });
        self.commit("person.grant", None, vec![grant])?;
        Ok(())
    }

    /// Sets a person's last day; he stays in the history with all that he wrote.
    ///
    /// # Errors
    /// Nobody is called so; he has left already; the day lies before his first; he is the last 管理 person.
    pub fn end_person(&self, name: &str, last: &str) -> Outcome<()> {
        let last = view::day(last)?.ok_or(Refused::NameEmpty("最后一天"))?;
        self.end(name, last, "person.end")
    }

    pub(crate) fn end(&self, name: &str, last: Date, op: &str) -> Outcome<()> {
        self.require(Action::Administer)?;
        let mut holders = self.holders()?;
        let before = guard(&holders);
        let mut person = self.working(&holders, name)?.clone();
        if let Some(from) = person.from.filter(|from| *from > last) {
            return Err(Refused::EndBeforeStart { name: person.name, from: from.to_string() });
        }
        person.until = Some(last);
        for holder in holders.iter_mut().filter(|holder| holder.person.id == person.id) {
            holder.person.until = Some(last);
        }
        if !before.may_become(guard(&holders)) {
            return Err(Refused::LastAdministrator(person.name));
        }
        self.commit(op, None, vec![Record::Person(person)])?;
        Ok(())
    }

    /// Every person as the screens show him.
    pub(crate) fn person_lines(&self) -> Outcome<Vec<PersonLine>> {
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        let line = |holder: Holder| {
            Ok(PersonLine {
                pin: self.has_pin(holder.person.id)?,
                name: holder.person.name,
                title: holder.person.title,
                from: day(holder.person.from),
                until: day(holder.person.until),
                works: holder.works,
                roles: holder.roles.into_iter().map(RoleCode::from).collect(),
            })
        };
        self.holders()?.into_iter().map(line).collect()
    }

    /// The people, for the command line.
    ///
    /// # Errors
    /// When the store fails.
    pub fn persons(&self) -> Outcome<Vec<PersonLine>> {
        self.person_lines()
    }

    pub(crate) fn guard_view(&self) -> Outcome<Guard> {
        let holders = self.holders()?;
        let here = self.named_author().and_then(|author| found(&holders, &author.name));
        let pin = here.map(|here| self.has_pin(here.person.id)).transpose()?.unwrap_or_default();
        Ok(Guard {
            guarded: guard(&holders).guarded,
            roles: here
                .map(|here| here.roles.iter().copied().map(RoleCode::from).collect())
                .unwrap_or_default(),
            locked: self.is_locked()?,
            idle_minutes: if pin { self.idle_minutes()? } else { 0 },
        })
    }

    /// The person of that name who works here.
    pub(crate) fn working<'a>(&self, holders: &'a [Holder], name: &str) -> Outcome<&'a Person> {
        match found(holders, name) {
            Some(Holder { person, works: true, .. }) => Ok(person),
            Some(Holder { person: Person { until: Some(last), .. }, .. }) => {
                Err(Refused::PersonEnded { name: name.trim().to_owned(), last: last.to_string() })
            }
            _ => Err(unknown(holders, name)),
        }
    }
}

fn unknown(holders: &[Holder], name: &str) -> Refused {
    let known = holders.iter().filter(|holder| holder.works).map(|holder| holder.person.name.clone());
    Refused::UnknownPerson { name: name.trim().to_owned(), known: known.collect() }
}

impl From<Role> for RoleCode {
    fn from(role: Role) -> Self {
        match role {
            Role::Reporter => Self::Reporter,
            Role::Reviewer => Self::Reviewer,
            Role::Supervisor => Self::Supervisor,
            Role::Administrator => Self::Administrator,
        }
    }
}

impl From<RoleCode> for Role {
    fn from(code: RoleCode) -> Self {
        match code {
            RoleCode::Reporter => Self::Reporter,
            RoleCode::Reviewer => Self::Reviewer,
            RoleCode::Supervisor => Self::Supervisor,
            RoleCode::Administrator => Self::Administrator,
        }
    }
}
