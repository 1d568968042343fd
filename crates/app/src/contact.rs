//! 联络员: through whom a department is called.

use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::chase::ContactView;
use domain::action::Action;
use domain::contact::Contact;
use ledger::Record;

impl Desk {
    /// Names a department's contact person from a day on; whoever was it before is it until the day before.
    ///
    /// # Errors
    /// Not the supervision office; an unknown or ambiguous department; no name; no date.
    pub fn set_contact(
        &self,
        department: &str,
        name: &str,
        telephone: &str,
        from: Option<&str>,
    ) -> Outcome<ContactView> {
        self.require(Action::Chase)?;
        self.only_supervision()?;
        let department = self.department_meant(department)?;
        let (name, telephone) = (name.trim(), telephone.trim());
        if name.is_empty() {
            return Err(Refused::NameEmpty("联络员姓名"));
        }
        let from = view::day(from.unwrap_or_default())?;
        let begun = from.unwrap_or_else(|| self.today());
        let id = ledger::natural::contact(department.id, name);
        let mut records = Vec::new();
        let mut known_from = None;
        for known in self.contacts()?.into_iter().filter(|known| known.department == department.id) {
            if known.id == id {
                known_from = known.from;
            } else if known.until.is_none_or(|until| until >= begun) {
                let until = begun.yesterday().ok();
                records.push(Record::Contact(Contact { until, ..known }));
            }
        }
        // The first one named holds since always; a change of the telephone alone moves no day.
        let from = from.or(if records.is_empty() { known_from } else { Some(begun) });
        let contact = Contact {
            id,
            department: department.id,
            name: name.to_owned(),
            telephone: telephone.to_owned(),
            from,
            until: None,
        };
        let shown = contact_view(&contact, department.current_name());
        records.push(Record::Contact(contact));
        self.commit("contact.set", None, records)?;
        Ok(shown)
    }

    /// Every contact person, past ones too, by department.
    ///
    /// # Errors
    /// When the store fails.
    pub fn contact_list(&self) -> Outcome<Vec<ContactView>> {
        let (departments, contacts) = (self.departments()?, self.contacts()?);
        let of = |id| contacts.iter().filter(move |contact| contact.department == id);
        let views = departments.iter().flat_map(|department| {
            of(department.id).map(|contact| contact_view(contact, department.current_name()))
        });
        Ok(views.collect())
    }

    pub(crate) fn contacts(&self) -> Outcome<Vec<Contact>> {
        Ok(self.store().all::<Contact>(None)?.into_iter().map(|one| one.value).collect())
    }
}

fn contact_view(contact: &Contact, department_name: &str) -> ContactView {
    ContactView {
        department: contact.department.to_string(),
        department_name: department_name.to_owned(),
        name: contact.name.clone(),
        telephone: contact.telephone.clone(),
        from: contact.from.map(|day| day.to_string()),
        until: contact.until.map(|day| day.to_string()),
    }
}
