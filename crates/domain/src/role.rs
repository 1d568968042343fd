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
