//! Departments (责任部门): one id for life, names with dates, since bureaus are renamed and merged.

use crate::id::ObjectId;
use jiff::civil::Date;

/// A department with every name it has had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Its own id; names never identify it.
    pub id: ObjectId,
    /// Its names, oldest first; at least one.
    pub names: Vec<DepartmentName>,
}

/// One name of a department and the days on which it held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DepartmentName {
    /// 简称, as papers print it: 卫人局.
    pub short: String,
    /// 全称; empty where nobody has entered it.
    pub full: String,
    /// The first day of this name; `None`: since always.
    pub from: Option<Date>,
    /// The last day of this name; `None`: still.
    pub until: Option<Date>,
    /// On what the renaming rests (a document's name and number); empty for the first name.
    pub basis: String,
}

impl DepartmentName {
    fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl Department {
    /// The 简称 on that day; the last one where the dates leave a gap.
    #[must_use]
    pub fn name_on(&self, day: Date) -> &str {
        let holding = self.names.iter().rev().find(|name| name.holds_on(day));
        holding.or(self.names.last()).map_or("", |name| name.short.as_str())
    }

    /// The 简称 it has now, which is the last one.
    #[must_use]
    pub fn current_name(&self) -> &str {
        self.names.last().map_or("", |name| name.short.as_str())
    }

    /// The name for a page of that day that must be found in the published paper: 卫计局（原卫人局）, or the bare name
    /// where nothing changed.
    #[must_use]
    pub fn name_with_former(&self, day: Date, published: &str) -> String {
        let name = self.name_on(day);
        if name == published { name.to_owned() } else { format!("{name}（原{published}）") }
    }

    /// Whether any of its names, short or full, is this text (blanks at the ends apart).
    #[must_use]
    pub fn is_called(&self, text: &str) -> bool {
        let text = text.trim();
        !text.is_empty() && self.names.iter().any(|name| name.short == text || name.full == text)
    }
}

/// What a name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution<'a> {
    /// Exactly one department is or was called so.
    One(&'a Department),
    /// None is.
    Unknown,
    /// Several are: the caller must ask.
    Ambiguous(Vec<&'a Department>),
}

/// Finds the department that a person means by any of its names.
pub fn resolve<'a>(departments: impl IntoIterator<Item = &'a Department>, name: &str) -> Resolution<'a> {
    let mut found: Vec<_> = departments.into_iter().filter(|department| department.is_called(name)).collect();
    match (found.len(), found.pop()) {
        (1, Some(one)) => Resolution::One(one),
        (0, _) | (_, None) => Resolution::Unknown,
        (_, Some(last)) => {
            found.push(last);
            Resolution::Ambiguous(found)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn renamed() -> Department {
        let old = DepartmentName {
            short: "卫人局".into(),
            until: Some(date(2013, 8, 31)),
            ..DepartmentName::default()
        };
        let new = DepartmentName {
            short: "卫计局".into(),
            from: Some(date(2013, 9, 1)),
            ..DepartmentName::default()
        };
        Department { id: ObjectId([1; 16]), names: vec![old, new] }
    }

    #[test]
    fn names_by_day() {
        let department = renamed();
        assert_eq!(department.name_on(date(2013, 8, 31)), "卫人局");
        assert_eq!(department.name_on(date(2013, 9, 1)), "卫计局");
        assert_eq!(
            department.name_with_former(date(2013, 10, 1), "卫人局"),
            "卫计局\u{FF08}原卫人局\u{FF09}"
        );
        assert_eq!(department.name_with_former(date(2013, 4, 1), "卫人局"), "卫人局");
    }

    #[test]
    fn any_name_finds_it_and_two_of_one_name_are_ambiguous() {
        let (one, mut other) = (renamed(), renamed());
        other.id = ObjectId([2; 16]);
        assert_eq!(resolve([&one], "卫计局"), Resolution::One(&one));
        assert_eq!(resolve([&one], "教育局"), Resolution::Unknown);
        assert_eq!(resolve([&one], ""), Resolution::Unknown);
        assert!(matches!(resolve([&one, &other], "卫人局"), Resolution::Ambiguous(both) if both.len() == 2));
    }
}
