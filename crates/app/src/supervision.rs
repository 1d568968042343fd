//! 督办事项: assigned with a number, followed step by step until it is struck off.
//!
//! Which step may follow which is `domain::chase`'s; here stand who may take it and what it must say.

use crate::desk::Desk;
use crate::files::Attached;
use crate::instruction::{answering_name, department_name, file_boxes, needed, quarter_of, title_of};
use crate::named::task_named;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::chase::{StageView, StepBoxes, StepView, SupervisionBoxes, SupervisionView};
use domain::action::Action;
use domain::chase::{Instruction, Stage, Step, SupervisionItem};
use domain::id::ObjectId;
use domain::period::Quarter;
use domain::register::Register;
use jiff::civil::Date;
use ledger::{OfficeKind, Record};

impl Desk {
    /// 交办: a new item with the year's next number. `attached` are further files.
    ///
    /// # Errors
    /// Not the supervision office; no such task, quarter, department or instruction; no requirement; a due date that is
    /// missing or before the day of assignment; a file that cannot be read. Nothing is recorded then.
    pub fn assign_supervision(
        &self,
        year: Option<i16>,
        boxes: &SupervisionBoxes,
        attached: &Attached,
    ) -> Outcome<SupervisionView> {
        self.require(Action::Chase)?;
        self.only_supervision()?;
        let register = self.register(year)?;
        let task = task_named(&register, &boxes.task)?.number;
        let quarter = quarter_of(boxes.quarter.as_deref())?;
        let department = self.department_meant(&boxes.department)?.id;
        let requirement = needed(&boxes.requirement, "督办要求")?;
        let on = view::day(boxes.on.as_deref().unwrap_or_default())?.unwrap_or_else(|| self.today());
        let due = view::day(&boxes.due)?.ok_or(Refused::NameEmpty("办结期限"))?;
        if due < on {
            return Err(Refused::DueBeforeAssigned { due: due.to_string(), on: on.to_string() });
        }
        let instruction = boxes.instruction.as_deref().map(str::trim).filter(|id| !id.is_empty());
        let instruction = instruction.map(|id| self.instruction_of(&register, id)).transpose()?;
        let number = 1 + self.store().number_max::<SupervisionItem>(&register.plan_id.to_string())?;
        let mut item = SupervisionItem {
            id: ledger::natural::once(self.store().id(), self.now(), &requirement),
            plan: register.plan_id,
            number,
            task,
            quarter,
            instruction,
            requirement,
            department,
            due,
            steps: Vec::new(),
        };
        let by = self.author()?.name;
        let files = self.with_files(&boxes.files, attached)?;
        let step = Step { stage: Stage::Assigned, on, by, words: String::new(), files };
        item.take(step).map_err(|_| Refused::Gone)?;
        let shown = view_of(&register, &item, self.today());
        self.commit("supervision.assign", None, vec![Record::SupervisionItem(item)])?;
        Ok(shown)
    }

    fn instruction_of(&self, register: &Register, id: &str) -> Outcome<ObjectId> {
        let unknown = || Refused::UnknownInstruction(id.to_owned());
        let id = id.parse().map_err(|_| unknown())?;
        let found = self.store().get::<Instruction>(id)?;
        found.filter(|one| one.value.plan == register.plan_id).map(|one| one.value.id).ok_or_else(unknown)
    }

    /// The next step of an item: 签收, 反馈, 复核, 销号, or from 复核 back to 签收. `attached` are further files.
    ///
    /// # Errors
    /// No such item or stage; a step that the item's stage does not allow, or that another office must take; no words
    /// where they are needed; a day before the last step's. The item is then as it was.
    pub fn step_supervision(
        &self,
        year: Option<i16>,
        item: &str,
        boxes: &StepBoxes,
        attached: &Attached,
    ) -> Outcome<SupervisionView> {
        let own = matches!(self.office()?.kind, OfficeKind::Department(_));
        self.require(if own { Action::Report } else { Action::Chase })?;
        let register = self.register(year)?;
        let mut item = self.item_meant(&register, item)?;
        let stage: Stage =
            boxes.stage.trim().parse().map_err(|_| Refused::UnknownStage(boxes.stage.clone()))?;
        self.may_take(&register, &item, stage)?;
        let number = item.number_text(register.plan.year);
        let words = boxes.words.trim().to_owned();
        let goes_back = item.stage() == Some(Stage::Examined) && stage == Stage::Received;
        if words.is_empty() && (goes_back || matches!(stage, Stage::Answered | Stage::Examined)) {
            return Err(Refused::StepWordsMissing { number, step: stage.word_from(item.stage()) });
        }
        let on = view::day(boxes.on.as_deref().unwrap_or_default())?.unwrap_or_else(|| self.today());
        if let Some(last) = item.steps.last().filter(|last| on < last.on) {
            return Err(Refused::StepTooEarly { number, on: on.to_string(), last: last.on.to_string() });
        }
        // A refused step leaves no file behind: it is tried before any is stored.
        let by = boxes.by.as_deref().map(str::trim).filter(|by| !by.is_empty()).map(str::to_owned);
        let by = by.map_or_else(|| self.author().map(|author| author.name), Ok)?;
        let from = item.stage();
        item.take(Step { stage, on, by, words, files: Vec::new() })
            .map_err(|refused| not_allowed(number, from, refused.to))?;
        let files = self.with_files(&boxes.files, attached)?;
        if let Some(last) = item.steps.last_mut() {
            last.files = files;
        }
        let shown = view_of(&register, &item, self.today());
        self.commit("supervision.step", None, vec![Record::SupervisionItem(item)])?;
        Ok(shown)
    }

    /// A department takes what it was given and answers; all else is the supervision office's, which also enters for it.
    fn may_take(&self, register: &Register, item: &SupervisionItem, stage: Stage) -> Outcome<()> {
        let OfficeKind::Department(own) = self.office()?.kind else { return Ok(()) };
        if own != register.successor(item.task, item.department, self.today()) {
            return Err(Refused::OtherDepartment {
                own: department_name(register, own),
                asked: answering_name(register, item.task, item.department, self.today()),
            });
        }
        let own_step =
            item.stage() != Some(Stage::Examined) && matches!(stage, Stage::Received | Stage::Answered);
        if own_step { Ok(()) } else { Err(Refused::SupervisionOnly) }
    }

    /// The items of a year, by number; of one task where it is named, only those not struck off where `open`.
    ///
    /// # Errors
    /// No such plan or task.
    pub fn supervision_items(
        &self,
        year: Option<i16>,
        task: Option<&str>,
        open: bool,
    ) -> Outcome<Vec<SupervisionView>> {
        self.supervision_items_in(&self.register(year)?, task, open)
    }

    pub(crate) fn supervision_items_in(
        &self,
        register: &Register,
        task: Option<&str>,
        open: bool,
    ) -> Outcome<Vec<SupervisionView>> {
        let task = task.map(|task| task_named(register, task)).transpose()?.map(|task| task.number);
        let mut items = self.store().all::<SupervisionItem>(Some(register.plan_id))?;
        items.retain(|one| task.is_none_or(|task| one.value.task == task));
        items.retain(|one| !open || one.value.stage() != Some(Stage::Closed));
        items.sort_by_key(|one| one.value.number);
        Ok(items.iter().map(|one| view_of(register, &one.value, self.today())).collect())
    }

    /// The number, for a query, of the item that a text means in that year.
    ///
    /// # Errors
    /// No such plan or item.
    pub fn supervision_asked(&self, year: i16, text: &str) -> Outcome<u32> {
        Ok(self.item_meant(&self.register(Some(year))?, text)?.number)
    }

    /// The item that is meant by 3, 督办〔2013〕3号 or its id.
    fn item_meant(&self, register: &Register, text: &str) -> Outcome<SupervisionItem> {
        let text = text.trim();
        let items = self.store().all::<SupervisionItem>(Some(register.plan_id))?;
        let year = register.plan.year;
        let meant = |item: &SupervisionItem| item.is_meant_by(text, year) || item.id.to_string() == text;
        let found = items.into_iter().map(|one| one.value).find(meant);
        found.ok_or_else(|| Refused::UnknownSupervision { text: text.to_owned(), year })
    }
}

fn not_allowed(number: String, from: Option<Stage>, to: Stage) -> Refused {
    let next = from.map_or(&[Stage::Assigned][..], Stage::next);
    Refused::StepNotAllowed {
        number,
        from: from.map_or("", Stage::word),
        to: to.word(),
        next: next.iter().map(|stage| stage.word_from(from)).collect(),
    }
}

fn view_of(register: &Register, item: &SupervisionItem, today: Date) -> SupervisionView {
    let stage = item.stage().unwrap_or(Stage::Assigned);
    let mut before = None;
    let steps = item.steps.iter().map(|step| {
        let word = step.stage.word_from(before);
        before = Some(step.stage);
        StepView {
            stage: step.stage.code().to_owned(),
            word: word.to_owned(),
            on: step.on.to_string(),
            by: step.by.clone(),
            words: step.words.clone(),
            files: file_boxes(&step.files),
        }
    });
    let steps = steps.collect();
    let next = stage.next().iter().map(|next| StageView {
        stage: next.code().to_owned(),
        word: next.word_from(Some(stage)).to_owned(),
    });
    SupervisionView {
        id: item.id.to_string(),
        number: item.number,
        number_text: item.number_text(register.plan.year),
        task: item.task,
        title: title_of(register, item.task),
        quarter: item.quarter.map(Quarter::number),
        instruction: item.instruction.map(|id| id.to_string()),
        requirement: item.requirement.clone(),
        department: item.department.to_string(),
        department_name: answering_name(register, item.task, item.department, today),
        due: item.due.to_string(),
        stage: stage.code().to_owned(),
        stage_word: stage.word().to_owned(),
        overdue: item.is_overdue(today),
        next: next.collect(),
        steps,
    }
}
