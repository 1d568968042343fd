//! What the office chose for judging: thresholds and local words of the year lights, and the workday calendar.
//!
//! Kept among the settings' choices by name; what is not chosen is the default. The calendars that are shipped stand in
//! `seeds/workdays.txt`; a year that the office entered takes the place of the shipped one.

use crate::desk::Desk;
use crate::named::{round_named, task_named};
use crate::refusal::{Outcome, Refused};
use crate::wire::settings::LightChoice;
use crate::wire::status::TaskStatus;
use domain::action::Action;
use domain::calendar::{CalendarProblemKind, WorkCalendar};
use domain::light::{Light, Override, Preset, Rules, TaskOverride, Thresholds};
use domain::period::DueRule;
use ledger::{ObjectType, Record};
use store::Change;

const SHIPPED: &str = include_str!("../../../seeds/workdays.txt");
const ON_TRACK: &str = "light.on_track";
const SLOW: &str = "light.slow";
const WORDS: [&str; 4] = ["light.word.done", "light.word.on_track", "light.word.slow", "light.word.behind"];
const CALENDAR: &str = "workdays";
/// A longer word does not fit the column of states.
const WORD_CHARS_MAX: usize = 6;

/// What an office chose, as read from its settings.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chosen {
    pub(crate) due_rule: DueRule,
    choices: Vec<(String, String)>,
}

impl Chosen {
    fn choice(&self, name: &str) -> Option<&str> {
        self.choices.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Thresholds and words of the lights.
    pub(crate) fn light_rules(&self) -> Rules {
        let default = Rules::default();
        let tenths =
            |name, otherwise| self.choice(name).and_then(|text| text.parse().ok()).unwrap_or(otherwise);
        let on_track = tenths(ON_TRACK, default.thresholds.on_track);
        let slow = tenths(SLOW, default.thresholds.slow).max(on_track);
        let mut at = WORDS.into_iter();
        let words = default.words.map(|word| {
            let chosen = at.next().and_then(|name| self.choice(name)).filter(|chosen| !chosen.is_empty());
            chosen.map_or(word, str::to_owned)
        });
        Rules { thresholds: Thresholds { on_track, slow }, words }
    }

    /// The shipped calendar under the office's own.
    pub(crate) fn calendar(&self) -> WorkCalendar {
        shipped_calendar().overlaid(&self.own_calendar())
    }

    fn own_calendar(&self) -> WorkCalendar {
        self.choice(CALENDAR).and_then(|text| WorkCalendar::read(text).ok()).unwrap_or_default()
    }
}

fn shipped_calendar() -> WorkCalendar {
    // A test holds the shipped text against its reader.
    WorkCalendar::read(SHIPPED).unwrap_or_default()
}

impl Desk {
    /// What this office chose.
    pub(crate) fn chosen(&self) -> Outcome<Chosen> {
        let settings = self.store().settings()?.map(|settings| settings.value);
        Ok(settings.map_or_else(Chosen::default, |settings| Chosen {
            due_rule: settings.due_rule,
            choices: settings.choices,
        }))
    }

    /// Thresholds and words of the lights, for 设置.
    pub(crate) fn light_choice(&self) -> Outcome<LightChoice> {
        let rules = self.chosen()?.light_rules();
        Ok(LightChoice {
            on_track: rules.thresholds.on_track,
            slow: rules.thresholds.slow,
            preset: rules.preset().map(|preset| preset.code().to_owned()),
            words: rules.words.to_vec(),
        })
    }

    /// Sets thresholds and words of the lights; a preset's words go before those that are given.
    ///
    /// # Errors
    /// Not allowed to this person; 较慢 ends before it begins; not four words; an empty or an overlong word.
    pub fn set_lights(&self, choice: &LightChoice) -> Outcome<()> {
        self.require(Action::Administer)?;
        if choice.slow < choice.on_track || choice.slow > 1_000 {
            return Err(Refused::ThresholdsCrossed);
        }
        let preset = match choice.preset.as_deref() {
            Some(code) => Some(code.parse::<Preset>().map_err(|_| Refused::LightWords)?),
            None => None,
        };
        let words: Vec<String> = match preset {
            Some(preset) => preset.words().map(str::to_owned).to_vec(),
            None => choice.words.iter().map(|word| word.trim().to_owned()).collect(),
        };
        let fits = |word: &String| (1..=WORD_CHARS_MAX).contains(&word.chars().count());
        let distinct: std::collections::BTreeSet<_> = words.iter().collect();
        if words.len() != Light::ALL.len() || !words.iter().all(fits) || distinct.len() != words.len() {
            return Err(Refused::LightWords);
        }
        let mut chosen = vec![(ON_TRACK, choice.on_track.to_string()), (SLOW, choice.slow.to_string())];
        chosen.extend(WORDS.into_iter().zip(words));
        self.set_choices(chosen)
    }

    /// The years that the calendar knows, and its text: the office's own, else the shipped one.
    pub(crate) fn calendar_text(&self) -> Outcome<String> {
        Ok(self.chosen()?.calendar().text())
    }

    /// Sets the workday calendar from its text form; an empty text takes the shipped one again.
    ///
    /// # Errors
    /// Not allowed to this person; a line that is not understood.
    pub fn set_calendar(&self, text: &str) -> Outcome<()> {
        self.require(Action::Administer)?;
        let calendar = WorkCalendar::read(text).map_err(|problems| {
            let first = problems.into_iter().next();
            first.map_or(Refused::Gone, |first| Refused::CalendarLine {
                line: first.line,
                text: first.text,
                why: problem_word(first.kind),
            })
        })?;
        self.set_choices(vec![(CALENDAR, calendar.text())])
    }

    /// Sets a task's year light for one round against the arithmetic (人工调整); `None` takes it back. The task as it
    /// then stands.
    ///
    /// # Errors
    /// Not allowed to this person; no such plan, round, task or light; no reason.
    pub fn override_light(
        &self,
        period: &str,
        task: &str,
        light: Option<&str>,
        reason: &str,
    ) -> Outcome<TaskStatus> {
        self.only_supervision()?;
        self.require(Action::Find)?;
        let register = self.register(self.year_or_round(None, Some(period))?)?;
        let round = round_named(&register, Some(period))?.ok_or(Refused::NoPlan)?;
        let task = task_named(&register, task)?.number;
        let change = match light {
            Some(light) => {
                let reason = reason.trim();
                if reason.is_empty() {
                    return Err(Refused::ReasonMissing);
                }
                let rules = &register.light_rules;
                let light = light
                    .parse()
                    .ok()
                    .or_else(|| Light::ALL.into_iter().find(|known| rules.word(*known) == light.trim()));
                let light = light.ok_or_else(|| Refused::UnknownLight { known: rules.words.to_vec() })?;
                let decision = Override { light, reason: reason.to_owned(), by: self.author()?.name };
                Change::Record(Record::LightOverride(TaskOverride {
                    plan: register.plan_id,
                    task,
                    round,
                    decision,
                }))
            }
            None => Change::Withdraw(
                ObjectType::LightOverride,
                ledger::natural::light_override(register.plan_id, task, round),
            ),
        };
        self.commit_changes("light.override", None, vec![change])?;
        let tasks = self.status(period, None)?.tasks;
        tasks.into_iter().find(|one| one.number == task).ok_or(Refused::Gone)
    }
}

fn problem_word(kind: CalendarProblemKind) -> &'static str {
    match kind {
        CalendarProblemKind::Head => "每行以“休”或“班”开头",
        CalendarProblemKind::Days => "日期要写成 2013-02-09 或 2013-02-09..2013-02-15",
        CalendarProblemKind::Span => "起止日期颠倒，或一行超过一个月",
        CalendarProblemKind::Both => "同一天既写了“休”又写了“班”",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_shipped_calendar_is_read_and_every_exchange_is_a_weekend() {
        assert!(WorkCalendar::read(SHIPPED).is_ok());
        let calendar = shipped_calendar();
        for year in [2013, 2014, 2024, 2025, 2026] {
            assert!(calendar.knows(year), "{year}");
        }
        let weekend = |day: &jiff::civil::Date| day.weekday().to_monday_one_offset() > 5;
        assert!(calendar.extra_workdays().iter().all(weekend));
        assert_eq!(calendar.extra_workdays().len(), 12 + 5 + 8 + 5 + 6);
        // 2013: 17 April and five workdays; handed out before 1 May the days off do not count.
        assert_eq!(calendar.workdays_after(date(2013, 4, 17), 5), date(2013, 4, 24));
        assert_eq!(calendar.workdays_after(date(2013, 4, 25), 5), date(2013, 5, 3));
        let own = Chosen { choices: vec![(CALENDAR.into(), "休 2013-04-18".into())], ..Chosen::default() };
        assert_eq!(own.calendar().workdays_after(date(2013, 4, 17), 5), date(2013, 4, 25));
    }
}
