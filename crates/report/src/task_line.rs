//! One task as a report sees it: what was promised, what is stated, where it stands.
//!
//! Asked of the register from one round and one date. Both styles print from this; left to them: the form.

use crate::wording::{self, PromiseSeen};
use domain::change::PlanChange;
use domain::id::ObjectId;
use domain::indicator::Origin;
use domain::light::YearLight;
use domain::period::{Quarter, Round};
use domain::plan::Task;
use domain::register::{Entry, Register};
use domain::state::{Finding, QuarterState, Standing};
use jiff::civil::Date;

/// From where the register is looked at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Viewpoint<'a> {
    pub(crate) register: &'a Register,
    /// The round that is reported; statements of later ones are not seen.
    pub(crate) round: Round,
    /// 数据截至.
    pub(crate) as_of: Date,
    /// How promised days look from here.
    pub(crate) promises: PromiseSeen,
    /// Whether another round stands beside it.
    pub(crate) beside: Beside,
}

/// Which of two rounds that stand side by side a viewpoint is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    /// The only one.
    Alone,
    /// 本期: what the last round said stands in the other column.
    This,
    /// 上期.
    Last,
}

impl Beside {
    /// What its round is called.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Alone | Self::This => "本期",
            Self::Last => "上期",
        }
    }
}

/// One task.
#[derive(Debug)]
pub(crate) struct TaskLine<'a> {
    pub(crate) task: &'a Task,
    /// Print names in published order, △ before the confirmed lead, as they stand in their column.
    pub(crate) departments: Vec<String>,
    pub(crate) milestones: [Option<MilestoneLine<'a>>; 4],
    pub(crate) light: YearLight,
    /// As the last round's report saw it, where that stands beside this one.
    pub(crate) last: Option<Box<TaskLine<'a>>>,
}

/// How much of a milestone is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Showing {
    /// It belongs to the round, or was stated in it: in full.
    Full,
    /// 遗留: an earlier quarter's, open when the round began or open again: in full, and named so.
    CarriedOver,
    /// Settled before: mark and word.
    Brief,
    /// A later quarter's of which nobody has said anything: the promise alone.
    Promise,
}

/// One milestone.
#[derive(Debug)]
pub(crate) struct MilestoneLine<'a> {
    pub(crate) task: &'a Task,
    pub(crate) quarter: Quarter,
    pub(crate) promise: &'a str,
    pub(crate) standing: Standing,
    pub(crate) showing: Showing,
    /// The decision that holds about it on the as-of date (计划变更).
    pub(crate) change: Option<&'a PlanChange>,
    /// 结转: open when the year's last round was closed.
    pub(crate) goes_forward: bool,
    /// For the round's own quarter, after the year's first: each number's name, what the year has come to and what it
    /// promises, with the unit.
    pub(crate) reached: Vec<(String, String, Option<String>)>,
    /// The newest decision that is seen from the round.
    pub(crate) finding: Option<&'a Finding>,
    /// The newest statement of each department, the lead's first.
    pub(crate) said: Vec<Said<'a>>,
    /// Print names of the responsible departments that have stated nothing.
    pub(crate) silent: Vec<String>,
}

/// What one department stated last.
#[derive(Debug)]
pub(crate) struct Said<'a> {
    /// Print name.
    pub(crate) name: String,
    /// The name in the paper, for evidence codes.
    pub(crate) published: String,
    pub(crate) lead: bool,
    /// Whether the paper names it for this task.
    pub(crate) responsible: bool,
    pub(crate) entry: &'a Entry,
    /// The round to which it belongs: a later one than it names where it came after closing (补报).
    pub(crate) round: Round,
    /// Completion dates promised so far, oldest first.
    pub(crate) promised: Vec<Date>,
}

impl TaskLine<'_> {
    /// Its departments in running text: 城管局、经信局（原经促局）.
    pub(crate) fn departments_in_line(&self) -> String {
        self.departments.join("、").replace('\n', "")
    }
}

impl<'a> Viewpoint<'a> {
    /// Looks from one round alone.
    pub(crate) fn new(register: &'a Register, round: Round, as_of: Date) -> Self {
        let promises = PromiseSeen::on(as_of, register.plan.year);
        Self { register, round, as_of, promises, beside: Beside::Alone }
    }

    /// The last round of the year, as of the day on which it was due: as its own report saw things.
    pub(crate) fn last(self) -> Option<Self> {
        let round = self.round.previous()?;
        let as_of = self.register.due(round).min(self.as_of);
        Some(Self { round, as_of, beside: Beside::Last, ..self.promises_of(round) })
    }

    /// With promised days as they looked when that round fell due: what passed or was done since does not count.
    pub(crate) fn promises_of(self, round: Round) -> Self {
        let as_of = self.register.due(round).min(self.as_of);
        Self { promises: PromiseSeen { as_of, ..self.promises }, ..self }
    }

    /// Whether that department holds a place of the task, or ever did.
    pub(crate) fn is_responsible(&self, task: &Task, department: ObjectId) -> bool {
        self.register.has_held(task, department)
    }

    /// Looks at one task.
    pub(crate) fn task(&self, task: &'a Task) -> TaskLine<'a> {
        let lead = self.register.lead(task.number, self.round);
        let left_open = self.register.carried_over(task, self.round, self.as_of);
        let standings = self.register.standings(task, self.round, self.as_of);
        let mut quarters = Quarter::ALL.into_iter();
        let last = self.last().filter(|_| self.beside == Beside::This);
        let departments = self.departments(task).into_iter().map(|(id, name)| {
            let name = wording::department_in_lines(&name);
            if id.is_some() && id == lead { format!("{}{name}", wording::LEAD) } else { name }
        });
        TaskLine {
            task,
            departments: departments.collect(),
            light: self.register.light_from(task, &standings, self.round, self.as_of),
            last: last.map(|last| Box::new(last.task(task))),
            milestones: standings.map(|standing| {
                let quarter = quarters.next()?;
                self.milestone(task, quarter, standing?, &left_open)
            }),
        }
    }

    /// Who holds the task's places in the round, under names that lead back to the published ones; names that lead to no
    /// department as published.
    fn departments(&self, task: &Task) -> Vec<(Option<ObjectId>, String)> {
        let holders = self.register.holders(task, self.round.last_day());
        let mut shown: Vec<(Option<ObjectId>, String)> = Vec::new();
        for published in &task.departments {
            let holder = holders.iter().find(|holder| holder.places.contains(&published.as_str()));
            let Some(holder) = holder else {
                shown.push((None, published.clone()));
                continue;
            };
            if shown.iter().all(|(known, _)| *known != Some(holder.id)) {
                shown.push((Some(holder.id), self.print_name(Some(holder.id), &holder.places.join("、"))));
            }
        }
        shown
    }

    /// The name of a department on this page.
    pub(crate) fn print_name(&self, id: Option<ObjectId>, published: &str) -> String {
        wording::department_name(id.and_then(|id| self.register.department(id)), self.as_of, published)
    }

    fn milestone(
        &self,
        task: &'a Task,
        quarter: Quarter,
        standing: Standing,
        left_open: &[Quarter],
    ) -> Option<MilestoneLine<'a>> {
        let promise = task.milestone(quarter)?;
        let said = self.said(task, quarter);
        let finding =
            self.register.findings(task.number, quarter).filter(|(round, _)| *round <= self.round).last();
        let change = self.register.change(task.number, quarter, self.as_of);
        // What was decided since the last report is told in full, once.
        let changed_now = change.is_some_and(|change| change.from >= self.round.first_day());
        let stated_now = changed_now
            || said.iter().any(|said| said.round == self.round)
            || finding.is_some_and(|(round, _)| round == self.round);
        let silent = self
            .register
            .responsible_in(task, self.round)
            .into_iter()
            .filter(|department| {
                let line = self.register.predecessors(task.number, department.id, self.round.last_day());
                said.iter().all(|said| !line.contains(&said.entry.key.department))
            })
            .map(|department| self.print_name(Some(department.id), department.name))
            .collect();
        let showing = if quarter == self.round.quarter {
            Showing::Full
        } else if quarter < self.round.quarter
            && standing.state != QuarterState::NotDue
            && (left_open.contains(&quarter) || standing.open)
        {
            Showing::CarriedOver
        } else if stated_now {
            Showing::Full
        } else if quarter > self.round.quarter && said.is_empty() && finding.is_none() {
            Showing::Promise
        } else {
            Showing::Brief
        };
        let finding = finding.map(|(_, finding)| finding);
        let goes_forward = self.round.quarter == Quarter::Fourth
            && standing.open
            && self.register.round_state(self.round, self.as_of).is_closed();
        let reached = self.reached(task, quarter);
        Some(MilestoneLine {
            task,
            quarter,
            promise,
            standing,
            showing,
            change,
            goes_forward,
            reached,
            finding,
            said,
            silent,
        })
    }

    fn reached(&self, task: &Task, quarter: Quarter) -> Vec<(String, String, Option<String>)> {
        if quarter != self.round.quarter || quarter == Quarter::First {
            return Vec::new();
        }
        let asked = self.register.asked_numbers(task.number, quarter);
        let line = asked.filter_map(|indicator| {
            let amount = self.register.reached(task, indicator, self.round)?;
            let annual = indicator.annual.as_ref().filter(|annual| annual.origin != Origin::Suggested);
            let annual = annual.map(|annual| annual.bound.in_words(&indicator.unit));
            Some((indicator.name.clone(), format!("{amount}{}", indicator.unit), annual))
        });
        line.collect()
    }

    /// The newest statement of each department; departments in printed order behind the lead, others last.
    fn said(&self, task: &'a Task, quarter: Quarter) -> Vec<Said<'a>> {
        let lead = self.register.lead(task.number, self.round);
        let responsible = self.register.responsible_in(task, self.round);
        let mut newest = self.register.newest(task.number, quarter, self.round);
        let place = |id: ObjectId| responsible.iter().position(|department| department.id == id);
        newest.sort_by_key(|(_, entry)| {
            let id = entry.key.department;
            (Some(id) != lead, place(id).unwrap_or(usize::MAX), id)
        });
        newest.into_iter().map(|(round, entry)| self.statement(task, round, entry)).collect()
    }

    /// One statement, which belongs to that round, as it is seen from here.
    pub(crate) fn statement(&self, task: &Task, round: Round, entry: &'a Entry) -> Said<'a> {
        let id = entry.key.department;
        let responsible = self.register.responsible_in(task, self.round);
        let place = responsible.iter().find(|department| department.id == id);
        let known = self.register.department(id);
        let published = match place {
            Some(department) => department.name.to_owned(),
            None => known.map_or_else(String::new, |department| department.name_on(self.as_of).to_owned()),
        };
        Said {
            name: self.print_name(Some(id), &published),
            published,
            lead: Some(id) == self.register.lead(task.number, self.round),
            responsible: self.register.has_held(task, id),
            entry,
            round,
            promised: self.register.promised(task.number, entry.key.quarter, id, self.round),
        }
    }
}
