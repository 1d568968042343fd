//! Contact persons (联络员): whom a department is called through, and from when to when.

use crate::id::ObjectId;
use jiff::civil::Date;

/// One department's contact person over some time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// By department and name.
    pub id: ObjectId,
    /// The department.
    pub department: ObjectId,
    /// 姓名.
    pub name: String,
    /// 电话, as it is dialled; may be empty.
    pub telephone: String,
    /// The first day; `None`: since always.
    pub from: Option<Date>,
    /// The last day; `None`: still.
    pub until: Option<Date>,
}

impl Contact {
    /// Whether the department is called through this person on that day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// Through whom a department is called on a day: of several, the one who began last.
#[must_use]
pub fn on(contacts: &[Contact], department: ObjectId, day: Date) -> Option<&Contact> {
    let own = contacts.iter().filter(|contact| contact.department == department && contact.holds_on(day));
    own.max_by_key(|contact| contact.from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_one_who_began_last_holds() {
        let contact = |name: &str, from, until| Contact {
            id: ObjectId([1; 16]),
            department: ObjectId([2; 16]),
            name: name.to_owned(),
            telephone: String::new(),
            from,
            until,
        };
        let contacts =
            [contact("王某", None, Some(date(2013, 5, 31))), contact("李某", Some(date(2013, 5, 1)), None)];
        let name = |day| on(&contacts, ObjectId([2; 16]), day).map(|contact| contact.name.as_str());
        assert_eq!(name(date(2013, 4, 30)), Some("王某"));
        assert_eq!(name(date(2013, 5, 15)), Some("李某"));
        assert_eq!(name(date(2014, 1, 1)), Some("李某"));
        assert_eq!(on(&contacts, ObjectId([3; 16]), date(2013, 5, 15)), None);
    }
}
