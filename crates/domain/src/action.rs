//! Actions (办理事项): everything that changes something, and which roles may do it. Reading is open to all.

use crate::role::Role;

/// What a person wants to do; one list for window and command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Enters, submits, corrects and takes back progress.
    Report,
    /// Accepts and returns what others submitted.
    Review,
    /// 认定: decides on a milestone, overrides a state.
    Find,
    /// Opens, closes and reopens rounds.
    Rounds,
    /// 领导批示, 督办 items, reminders, sealed copies.
    Chase,
    /// 签发: issues reports under a number, corrects them, records what was sent.
    Issue,
    /// Puts a plan in force, confirms items, indicators and leads, adjusts milestones, renames and merges departments.
    ChangePlan,
    /// Takes in, answers and closes what the public says.
    Feedback,
    /// Persons, roles, PINs, the office, settings, backups.
    Administer,
}

impl Action {
    /// All, for tables and tests.
    pub const ALL: [Self; 9] = [
        Self::Report,
        Self::Review,
        Self::Find,
        Self::Rounds,
        Self::Chase,
        Self::Issue,
        Self::ChangePlan,
        Self::Feedback,
        Self::Administer,
    ];

    /// The roles of which one is needed.
    #[must_use]
    pub fn roles(self) -> &'static [Role] {
        match self {
            Self::Report => &[Role::Reporter],
            Self::Review => &[Role::Reviewer],
            Self::Find | Self::Rounds | Self::Chase | Self::Issue | Self::ChangePlan | Self::Feedback => {
                &[Role::Supervisor]
            }
            Self::Administer => &[Role::Administrator],
        }
    }

    /// The words in a refusal.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Report => "填报进展",
            Self::Review => "审核填报",
            Self::Find => "作出认定",
            Self::Rounds => "开启和关闭报告期",
            Self::Chase => "督办和催报",
            Self::Issue => "签发报告",
            Self::ChangePlan => "改动计划和部门",
            Self::Feedback => "办理公众意见",
            Self::Administer => "管理人员、设置和备份",
        }
    }

    /// Whether somebody with these roles may do it.
    #[must_use]
    pub fn allowed(self, roles: &[Role]) -> bool {
        self.roles().iter().any(|role| roles.contains(role))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_action_by_its_role_and_no_other() {
        let by_role =
            |role| Action::ALL.into_iter().filter(|action| action.allowed(&[role])).collect::<Vec<_>>();
        assert_eq!(by_role(Role::Reporter), [Action::Report]);
        assert_eq!(by_role(Role::Reviewer), [Action::Review]);
        let supervision = [
            Action::Find,
            Action::Rounds,
            Action::Chase,
            Action::Issue,
            Action::ChangePlan,
            Action::Feedback,
        ];
        assert_eq!(by_role(Role::Supervisor), supervision);
        assert_eq!(by_role(Role::Administrator), [Action::Administer]);
        assert!(Action::ALL.into_iter().all(|action| action.allowed(&Role::ALL) && !action.allowed(&[])));
    }
}
