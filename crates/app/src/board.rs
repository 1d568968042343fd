//! The board: every task of a year with states and lights, and who has not reported.

use crate::desk::{Desk, time_text};
use crate::entry::Subject;
use crate::paper::numbered_title;
use crate::refusal::Outcome;
use crate::view::{self, print_text};
use crate::wire::board::{
    Board, BoardGoal, BoardMilestone, BoardQuery, BoardTask, Counts, LightWord, OpenDraft, SilentDepartment,
    StateCount,
};
use domain::call_list::call_list;
use domain::light::Light;
use domain::period::{Quarter, Round};
use domain::plan::Task;
use domain::register::Register;
use domain::state::{QuarterState, Standing};
use domain::tally::STATES;
use jiff::civil::Date;
use layout::punctuation::full_width;

impl Desk {
    /// A year as seen from a round.
    ///
    /// # Errors
    /// No such plan; no such quarter; no date.
    pub fn board(&self, query: &BoardQuery) -> Outcome<Board> {
        let (mut register, progress) = self.register_and_progress(Some(query.year))?;
        let round = view::round(query.year, view::quarter(query.quarter)?);
        register.photo_days = self.photo_days(&register, round);
        let as_of = self.as_of(&register, round, query.as_of.as_deref())?;
        let standings: Vec<_> =
            register.plan.tasks().map(|task| register.standings(task, round, as_of)).collect();
        let counts = counts(&standings, round.quarter);
        let mut of_task = standings.iter();
        let goals = register.plan.goals.iter().map(|goal| BoardGoal {
            name: full_width(&goal.name),
            tasks: goal
                .tasks
                .iter()
                .zip(of_task.by_ref())
                .map(|(task, standings)| board_task(&register, task, standings, round, as_of))
                .collect(),
        });
        Ok(Board {
            year: query.year,
            quarter: query.quarter,
            title: full_width(register.plan.title()),
            as_of: as_of.to_string(),
            due: register.due(round).to_string(),
            sentence: sentence(&counts, round.quarter),
            counts,
            columns: register.plan.columns.clone(),
            goals: goals.collect(),
            silent: silent(&register, round, as_of),
            drafts: self.open_drafts(&register)?,
            feedback: self.feedback_waiting(query.year)?,
            feedback_in_round: self.feedback_in_round(round)?,
            lights: Light::ALL.map(|light| light_word(&register, light)).into(),
            reviews: crate::review::counts(self, &register, &progress)?,
        })
    }

    fn open_drafts(&self, register: &Register) -> Outcome<Vec<OpenDraft>> {
        let names = view::published_names(register);
        let open = self.kept_drafts()?.into_iter().filter_map(|draft| {
            // Of this plan: the key leads to the same object.
            let subject = Subject::find(register, &draft.key).ok()?;
            (ledger::natural::progress(&subject.key) == draft.object).then_some(())?;
            Some(OpenDraft {
                key: draft.key,
                title: numbered_title(subject.task),
                department: (*names.get(&subject.key.department)?).to_owned(),
                saved_at: time_text(draft.at_ms),
            })
        });
        Ok(open.collect())
    }
}

fn light_word(register: &Register, light: Light) -> LightWord {
    LightWord { light: view::light_code(light), word: register.light_rules.word(light).to_owned() }
}

fn board_task(
    register: &Register,
    task: &Task,
    standings: &[Option<Standing>; 4],
    round: Round,
    as_of: Date,
) -> BoardTask {
    let milestone = |quarter: Quarter| {
        let standing = standings[quarter.index()].as_ref()?;
        Some(BoardMilestone {
            quarter: quarter.number(),
            text: print_text(task.milestone(quarter))?,
            standing: view::standing(standing),
            flags: view::flags(register.flags(task, quarter, standing, round)),
        })
    };
    BoardTask {
        number: task.number,
        number_text: full_width(&task.number_text),
        title: full_width(&task.title),
        objective: print_text(task.objective.as_deref()),
        departments: view::departments(register, task, round),
        quarters: Quarter::ALL.map(milestone).into(),
        light: view::light(&register.light_from(task, standings, round, as_of), &register.light_rules),
    }
}

fn counts(standings: &[[Option<Standing>; 4]], quarter: Quarter) -> Counts {
    let named: Vec<_> = standings.iter().filter_map(|four| four[quarter.index()].as_ref()).collect();
    let of = |state: QuarterState| {
        let same =
            named.iter().filter(|standing| view::state_code(standing.state) == view::state_code(state));
        u32::try_from(same.count()).unwrap_or(u32::MAX)
    };
    let states = STATES.into_iter().map(|state| StateCount {
        state: view::state_code(state),
        word: state.word(true).to_owned(),
        count: of(state),
    });
    Counts {
        total: u32::try_from(named.len()).unwrap_or(u32::MAX),
        states: states.filter(|count| count.count > 0).collect(),
    }
}

/// 一季度节点20项：完成9项…; its counts add up to its total.
fn sentence(counts: &Counts, quarter: Quarter) -> String {
    let states: Vec<_> =
        counts.states.iter().map(|count| format!("{}{}项", count.word, count.count)).collect();
    let head = format!("{}节点{}项", quarter.word(), counts.total);
    if states.is_empty() { format!("{head}。") } else { format!("{head}：{}。", states.join("，")) }
}

/// Departments that owe a due round a statement, with the tasks that wait for it.
fn silent(register: &Register, round: Round, as_of: Date) -> Vec<SilentDepartment> {
    let owing = call_list(register, round, as_of, &[]).into_iter();
    let names = view::published_names(register);
    owing
        .filter(|line| line.is_due && !line.missing.is_empty())
        .map(|line| {
            let mut tasks: Vec<u32> = line.missing.iter().map(|(task, _)| *task).collect();
            tasks.dedup();
            let name = names.get(&line.department).copied().unwrap_or_default().to_owned();
            SilentDepartment { id: line.department.to_string(), name, tasks }
        })
        .collect()
}
