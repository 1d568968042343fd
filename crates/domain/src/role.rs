//! Roles (角色): what a person of this office may do.

use crate::id::ObjectId;
use crate::review::NotInList;
use std::str::FromStr;

/// What a person may do; several may be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 填报: enters and submits progress and evidence.
    Reporter,
    /// 审核: accepts and returns what others submitted.
    Reviewer,
    /// 督查: findings, rounds, chasing, plan changes, public feedback.
    Supervisor,
    /// 管理: persons, roles, PINs, the office, settings, backups.
    Administrator,
}

impl Role {
    /// All in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Reporter, Self::Reviewer, Self::Supervisor, Self::Administrator];

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["reporter", "reviewer", "supervisor", "administrator"][self as usize]
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["填报", "审核", "督查", "管理"][self as usize]
    }
}

impl FromStr for Role {
    type Err = NotInList;

    fn from_str(text: &str) -> Result<Self, NotInList> {
        Self::ALL.into_iter().find(|one| one.code() == text || one.word() == text).ok_or(NotInList)
    }
}

/// The roles that a person holds. Who holds none may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The person's id.
    pub person: ObjectId,
    /// Sorted, none twice.
    pub roles: Vec<Role>,
}

/// What an office's persons hold, as far as the rules about roles see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Guard {
    /// Somebody who has not left holds a role: from then on each action needs its role.
    pub guarded: bool,
    /// Somebody without a last day holds 管理.
    pub administered: bool,
}

impl Guard {
    /// Of the roles of each person who has not left; the flag: he has no last day.
    pub fn of<'a>(persons: impl IntoIterator<Item = (&'a [Role], bool)>) -> Self {
        persons.into_iter().fold(Self::default(), |guard, (roles, stays)| Self {
            guarded: guard.guarded || !roles.is_empty(),
            administered: guard.administered || (stays && roles.contains(&Role::Administrator)),
        })
    }

    /// Whether an office may go from this to that: the first grant names a 管理 person, and the last one stays.
    #[must_use]
    pub fn may_become(self, after: Self) -> bool {
        after.administered || (!self.guarded && !after.guarded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_always_administers() {
        use Role::{Administrator as A, Reporter as R};
        let guard = |persons: &[(&[Role], bool)]| Guard::of(persons.iter().copied());
        let nobody = guard(&[(&[], true)]);
        let (one, two) = (guard(&[(&[A], true), (&[R], true)]), guard(&[(&[A], true), (&[A], false)]));
        for (before, after, may) in [
            (nobody, nobody, true),
            (nobody, one, true),
            // The first grant without 管理.
            (nobody, guard(&[(&[R], true)]), false),
            // The only one loses the role, all roles, or is ended.
            (one, guard(&[(&[R], true), (&[R], true)]), false),
            (one, nobody, false),
            (one, guard(&[(&[A], false), (&[R], true)]), false),
            (one, two, true),
            // Of two, the one with a last day does not count.
            (two, guard(&[(&[], true), (&[A], false)]), false),
        ] {
            assert_eq!(before.may_become(after), may, "{before:?} -> {after:?}");
        }
    }
}
