//! 设置: office, people, departments with dated names, due rule, the store and the program; and how an office begins.

use crate::desk::{Desk, time_text};
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::settings::{
    About, DepartmentNameView, DepartmentView, OfficeView, PersonView, Settings, StoreView,
};
use crate::wire::start::{Beginning, Frame};
use domain::action::Action;
use domain::department::{Department, DepartmentName};
use domain::id::ObjectId;
use domain::period::{DueRule, Quarter};
use jiff::civil::Date;
use ledger::{Office, OfficeKind, Record};
use store::{AuditEntry, DeviceStart};

/// After this many days without a full backup the frame says so.
const BACKUP_DAYS: i64 = 30;
/// The fonts that are shipped, with their licences.
const FONTS: [&str; 5] = [
    "FandolFang（仿宋正文）：GPL 3，附字体例外",
    "Noto Serif SC 700（标题，代小标宋）：SIL OFL 1.1",
    "Noto Sans SC 700（黑体）：SIL OFL 1.1",
    "LXGW WenKai（楷体）：SIL OFL 1.1",
    "Noto Serif SC 400（宋体、符号与补字）：SIL OFL 1.1",
];
/// What the audit calls a full backup.
pub(crate) const FULL_BACKUP: &str = "full backup";

impl Desk {
    /// Sets up the office and the first person.
    ///
    /// # Errors
    /// A name is empty.
    pub fn begin(&mut self, beginning: &Beginning) -> Outcome<()> {
        let person = PersonView { name: beginning.person.clone(), title: beginning.title.clone() };
        self.take_over(&person)?;
        self.rename_office(&beginning.office, None)?;
        if let Some(name) = beginning.department.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
            let department = self.own_department(name)?;
            self.rename_office(&beginning.office, Some(&department.to_string()))?;
        }
        Ok(())
    }

    /// The department that an office says it is; made where no paper has named it yet.
    fn own_department(&self, name: &str) -> Outcome<ObjectId> {
        if let Some(known) = self.departments()?.into_iter().find(|one| one.is_called(name)) {
            return Ok(known.id);
        }
        let id = ledger::natural::department("", name);
        let names = vec![DepartmentName { short: name.to_owned(), ..DepartmentName::default() }];
        self.commit("department.add", None, vec![Record::Department(Department { id, names })])?;
        Ok(id)
    }

    /// Names the office and says for which department it writes; `None`: it is the supervision office.
    ///
    /// # Errors
    /// The name is empty; no such department.
    pub fn rename_office(&self, name: &str, department: Option<&str>) -> Outcome<()> {
        self.require(Action::Administer)?;
        let name = name.trim();
        if name.is_empty() {
            return Err(Refused::NameEmpty("单位名称"));
        }
        let kind = match department {
            None => OfficeKind::Supervision,
            Some(id) => {
                let id = view::id(id)?;
                self.department(id)?;
                OfficeKind::Department(id)
            }
        };
        let office = Office { id: self.store().office_id(), name: name.to_owned(), kind };
        if self.store().office()?.is_some_and(|known| known.value == office) {
            return Ok(());
        }
        self.commit("office.set", None, vec![Record::Office(office)])?;
        Ok(())
    }

    fn department(&self, id: ObjectId) -> Outcome<Department> {
        let known = self.departments()?.into_iter().find(|one| one.id == id);
        known.ok_or_else(|| Refused::UnknownDepartment { name: id.to_string(), known: Vec::new() })
    }

    /// Sets when rounds fall due.
    ///
    /// # Errors
    /// When the store fails.
    pub fn set_due_rule(&self, days_after_quarter: i32, workdays_after_handout: i32) -> Outcome<()> {
        self.require(Action::Administer)?;
        let due_rule = DueRule {
            days_after_quarter: days_after_quarter.clamp(0, 365),
            workdays_after_handout: workdays_after_handout.clamp(0, 365),
        };
        self.set_settings(|settings| settings.due_rule = due_rule)
    }

    /// Writes the settings with a change.
    pub(crate) fn set_settings(&self, change: impl FnOnce(&mut ledger::Settings)) -> Outcome<()> {
        let known = self.store().settings()?.map(|known| known.value);
        let mut settings = known.unwrap_or_else(|| ledger::Settings {
            id: self.store().settings_id(),
            due_rule: DueRule::default(),
            choices: Vec::new(),
        });
        change(&mut settings);
        self.commit("settings.set", None, vec![Record::Settings(settings)])?;
        Ok(())
    }

    /// A further choice by its name; `None`: at its default.
    pub(crate) fn choice(&self, name: &str) -> Outcome<Option<String>> {
        let choices = self.store().settings()?.map(|known| known.value.choices).unwrap_or_default();
        Ok(choices.into_iter().find(|(known, _)| known == name).map(|(_, value)| value))
    }

    /// Keeps a further choice under its name.
    pub(crate) fn set_choice(&self, name: &str, value: String) -> Outcome<()> {
        self.set_choices(vec![(name, value)])
    }

    /// Keeps several further choices under their names and leaves the others.
    pub(crate) fn set_choices(&self, chosen: Vec<(&str, String)>) -> Outcome<()> {
        self.set_settings(|settings| {
            settings.choices.retain(|(known, _)| chosen.iter().all(|(new, _)| new != known));
            settings.choices.extend(chosen.into_iter().map(|(name, value)| (name.to_owned(), value)));
            settings.choices.sort();
        })
    }

    /// Gives a department a new name from a day on; the name before ends the day before.
    ///
    /// # Errors
    /// No such department; the name is empty; the day is missing or not after the last name's first.
    pub fn rename_department(&self, department: &str, name: &DepartmentNameView) -> Outcome<()> {
        self.require(Action::ChangePlan)?;
        let mut department = self.department(view::id(department)?)?;
        let short = name.short.trim();
        if short.is_empty() {
            return Err(Refused::NameEmpty("部门简称"));
        }
        let from =
            view::day(name.from.as_deref().unwrap_or_default())?.ok_or(Refused::NameEmpty("启用日期"))?;
        if let Some(last) = department.names.last_mut() {
            if let Some(known) = last.from.filter(|known| *known >= from) {
                return Err(Refused::NameNotLater { day: from.to_string(), last: known.to_string() });
            }
            last.until = from.yesterday().ok();
        }
        department.names.push(DepartmentName {
            short: short.to_owned(),
            full: name.full.trim().to_owned(),
            from: Some(from),
            until: view::day(name.until.as_deref().unwrap_or_default())?,
            basis: name.basis.trim().to_owned(),
        });
        self.commit("department.rename", None, vec![Record::Department(department)])?;
        Ok(())
    }

    /// Everything that 设置 shows.
    ///
    /// # Errors
    /// When the store fails.
    pub fn settings(&self) -> Outcome<Settings> {
        let rule = self.store().settings()?.map(|settings| settings.value.due_rule).unwrap_or_default();
        Ok(Settings {
            office: self.office_view()?,
            persons: self.person_lines()?,
            departments: self.department_views()?,
            store: self.store_view()?,
            due_days_after_quarter: rule.days_after_quarter,
            due_workdays_after_handout: rule.workdays_after_handout,
            lights: self.light_choice()?,
            feedback_days: self.feedback_days()?,
            reminder_workdays: self.reminder_workdays()?,
            calendar: self.calendar_text()?,
            idle_minutes: self.idle_minutes()?,
            recovery: self.has_recovery()?,
            about: About {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                fonts: FONTS.map(str::to_owned).to_vec(),
            },
        })
    }

    fn office_view(&self) -> Outcome<OfficeView> {
        let office = self.office()?;
        let (department, department_name) = match office.kind {
            OfficeKind::Supervision => (None, None),
            OfficeKind::Department(id) => {
                (Some(id.to_string()), Some(self.department(id)?.current_name().to_owned()))
            }
        };
        Ok(OfficeView { name: office.name, department, department_name })
    }

    fn department_views(&self) -> Outcome<Vec<DepartmentView>> {
        let newest = self.years()?.first().copied();
        let register = newest.map(|year| self.register(Some(year))).transpose()?;
        let tasks = |id: ObjectId| match &register {
            Some(register) => register
                .plan
                .tasks()
                .filter(|task| register.holders(task, self.today()).iter().any(|one| one.id == id))
                .map(|task| task.number)
                .collect(),
            None => Vec::new(),
        };
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        let view = |one: Department| DepartmentView {
            id: one.id.to_string(),
            tasks: tasks(one.id),
            names: one
                .names
                .into_iter()
                .map(|name| DepartmentNameView {
                    short: name.short,
                    full: name.full,
                    from: day(name.from),
                    until: day(name.until),
                    basis: name.basis,
                })
                .collect(),
        };
        Ok(self.departments()?.into_iter().map(view).collect())
    }

    /// How large the store is and when it was last backed up.
    ///
    /// # Errors
    /// When the store fails.
    pub fn store_view(&self) -> Outcome<StoreView> {
        let size = self.store().size()?;
        Ok(StoreView {
            place: self.store().dir().display().to_string(),
            database_size: size.database_bytes,
            attachments: size.attachments,
            attachments_size: size.attachment_bytes,
            revisions: size.revisions,
            last_backup: self.store().backups()?.first().map(|backup| time_text(backup.at_ms)),
            last_full_backup: last_full_backup(&self.store().audit()?).map(time_text),
        })
    }

    /// What the frame around every screen shows.
    ///
    /// # Errors
    /// When the store fails.
    pub fn frame(&self) -> Outcome<Frame> {
        let years = self.years()?;
        let audit = self.store().audit()?;
        let backup = last_full_backup(&audit);
        let quarter = self.working_quarter(years.first().copied())?;
        Ok(Frame {
            sample: self.is_sample(),
            office: self.office_view()?,
            person: self
                .named_author()
                .map(|author| PersonView { name: author.name.clone(), title: author.title.clone() }),
            persons: self.person_lines()?.into_iter().filter(|person| person.works).collect(),
            guard: self.guard_view()?,
            quarter: quarter.number(),
            years: years.clone(),
            attachments: self.store().size()?.attachments,
            notices: self.notices(backup)?,
            reminders: self.reminders(years.first().copied(), quarter)?,
            backup_words: match backup {
                None => "尚无完整备份".to_owned(),
                Some(at) => match (self.now() - at) / 86_400_000 {
                    0 => "最近一次完整备份：今天".to_owned(),
                    days => format!("最近一次完整备份：{days}天前"),
                },
            },
            undo: self.undo_offer()?,
            sound: Self::sound(&audit),
        })
    }

    /// The newest round in which something was reported; else the one that falls due next.
    fn working_quarter(&self, year: Option<i16>) -> Outcome<Quarter> {
        let Some(year) = year else { return Ok(Quarter::First) };
        let register = self.register(Some(year))?;
        let stated = self
            .store()
            .progress_of(register.plan_id)?
            .into_iter()
            .map(|one| one.value.key.round.quarter)
            .max();
        let today = self.today();
        let next = Quarter::ALL.into_iter().find(|quarter| register.due(register.round(*quarter)) >= today);
        Ok(stated.or(next).unwrap_or(Quarter::First))
    }

    fn notices(&self, backup: Option<i64>) -> Outcome<Vec<String>> {
        let mut notices: Vec<String> = self.trouble.iter().cloned().collect();
        notices.extend(self.device_notice().map(str::to_owned));
        let stale = backup.is_none_or(|at| (self.now() - at) / 86_400_000 > BACKUP_DAYS);
        if stale && !self.is_sample() && self.store().size()?.revisions > 60 {
            notices.push("已有一段时间没有备份到其他磁盘。请在“设置”中做一次完整备份。".to_owned());
        }
        Ok(notices)
    }

    /// What is to be said where this folder is not where, or not what, it was when it was last written; once.
    #[must_use]
    pub fn device_notice(&self) -> Option<&'static str> {
        match self.store().device() {
            DeviceStart::Copied => Some(
                "这份资料库是从别处复制来的，或曾被旧版本替换：已启用新的设备密钥，原有记录不变。请勿同时使用两份。",
            ),
            DeviceStart::WithoutKey => {
                Some("本机没有这份资料库原来的设备密钥（如恢复备份后）：已启用新的设备密钥，原有记录不变。")
            }
            DeviceStart::Made | DeviceStart::Known => None,
        }
    }
}

fn last_full_backup(audit: &[AuditEntry]) -> Option<i64> {
    audit.iter().rev().find(|entry| entry.what.starts_with(FULL_BACKUP)).map(|entry| entry.at_ms)
}
