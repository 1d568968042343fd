//! 领导批示: what a leader wrote, on which task, for whom and until when.

use crate::desk::Desk;
use crate::files::{self, Attached};
use crate::named::{quarter_named, task_named};
use crate::paper::numbered_title;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::chase::{InstructionBoxes, InstructionView};
use crate::wire::entry::BoxEvidence;
use domain::action::Action;
use domain::chase::{Instruction, SupervisionItem};
use domain::evidence::Evidence;
use domain::id::ObjectId;
use domain::period::Quarter;
use domain::register::Register;
use domain::watch::nobody;
use jiff::civil::Date;
use ledger::Record;
use store::Recorded;

impl Desk {
    /// Records an instruction; `attached` are further scans by their paths.
    ///
    /// # Errors
    /// Not the supervision office; no such task, quarter or department; no leader, day or words; a file that cannot be
    /// read. Nothing is recorded then.
    pub fn add_instruction(
        &self,
        year: Option<i16>,
        boxes: &InstructionBoxes,
        attached: &Attached,
    ) -> Outcome<InstructionView> {
        self.require(Action::Chase)?;
        self.only_supervision()?;
        let register = self.register(year)?;
        let task = task_named(&register, &boxes.task)?.number;
        let quarter = quarter_of(boxes.quarter.as_deref())?;
        let department = self.department_meant(&boxes.department)?;
        let leader = needed(&boxes.leader, "批示领导")?;
        let words = needed(&boxes.words, "批示内容")?;
        let on = view::day(&boxes.on)?.ok_or(Refused::NameEmpty("批示日期"))?;
        let due = view::day(boxes.due.as_deref().unwrap_or_default())?;
        let scan = self.with_files(&boxes.scan, attached)?;
        let instruction = Instruction {
            id: ledger::natural::once(self.store().id(), self.now(), &words),
            plan: register.plan_id,
            task,
            quarter,
            leader,
            on,
            words,
            page: boxes.page.trim().to_owned(),
            scan,
            department: department.id,
            due,
        };
        let id = instruction.id;
        self.commit("instruction.add", None, vec![Record::Instruction(instruction)])?;
        let all = self.instructions(Some(register.plan.year), None)?;
        all.into_iter().find(|one| one.id == id.to_string()).ok_or(Refused::Gone)
    }

    /// The instructions of a year, newest first; of one task where it is named.
    ///
    /// # Errors
    /// No such plan or task.
    pub fn instructions(&self, year: Option<i16>, task: Option<&str>) -> Outcome<Vec<InstructionView>> {
        self.instructions_in(&self.register(year)?, task)
    }

    pub(crate) fn instructions_in(
        &self,
        register: &Register,
        task: Option<&str>,
    ) -> Outcome<Vec<InstructionView>> {
        let task = task.map(|task| task_named(register, task)).transpose()?.map(|task| task.number);
        let items = self.store().all::<SupervisionItem>(Some(register.plan_id))?;
        let mut found = self.store().all::<Instruction>(Some(register.plan_id))?;
        found.retain(|one| task.is_none_or(|task| one.value.task == task));
        found.sort_by_key(|one| std::cmp::Reverse(one.value.on));
        Ok(found.iter().map(|one| view_of(register, one, &items, self.today())).collect())
    }

    /// Boxes of files as evidence, and files by their paths stored and added to them.
    pub(crate) fn with_files(&self, boxes: &[BoxEvidence], attached: &Attached) -> Outcome<Vec<Evidence>> {
        let mut files: Vec<Evidence> = boxes.iter().map(view::evidence_of).collect::<Outcome<_>>()?;
        // Every file is looked at before the first is stored: an unknown one refuses the whole.
        for path in &attached.paths {
            files::readable(path)?;
        }
        for path in &attached.paths {
            let form = self.store_file(path, &files::name(path), &nobody)?;
            files.push(Evidence { number: None, form, personal: attached.personal });
        }
        Ok(files)
    }
}

/// What must be written, without blanks around.
pub(crate) fn needed(text: &str, what: &'static str) -> Outcome<String> {
    let text = text.trim();
    if text.is_empty() { Err(Refused::NameEmpty(what)) } else { Ok(text.to_owned()) }
}

/// A quarter as people write it; blanks and nothing are the task as a whole.
pub(crate) fn quarter_of(text: Option<&str>) -> Outcome<Option<Quarter>> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(quarter_named).transpose()
}

/// （五）完善…, by its number.
pub(crate) fn title_of(register: &Register, task: u32) -> String {
    register.plan.task(task).map(numbered_title).unwrap_or_default()
}

/// Evidence without a code, as boxes.
pub(crate) fn file_boxes(files: &[Evidence]) -> Vec<BoxEvidence> {
    files.iter().map(|one| view::box_evidence(one, |number| number.to_string())).collect()
}

/// A department's name of today.
pub(crate) fn department_name(register: &Register, id: ObjectId) -> String {
    register.department(id).map(|one| one.current_name().to_owned()).unwrap_or_default()
}

/// Who answers on that day for what a department was to do of a task: 卫计局（原卫人局） where another took the task over.
pub(crate) fn answering_name(register: &Register, task: u32, asked: ObjectId, day: Date) -> String {
    let now = register.successor(task, asked, day);
    let former = register.handed_on(task, asked, day).and_then(|change| change.effective.yesterday().ok());
    match (register.department(now), register.department(asked), former) {
        (Some(now), Some(asked), Some(eve)) if now.id != asked.id => {
            now.name_with_former(day, asked.name_on(eve))
        }
        _ => department_name(register, asked),
    }
}

fn view_of(
    register: &Register,
    recorded: &Recorded<Instruction>,
    items: &[Recorded<SupervisionItem>],
    today: Date,
) -> InstructionView {
    let one = &recorded.value;
    let following = items.iter().filter(|item| item.value.instruction == Some(one.id));
    InstructionView {
        id: one.id.to_string(),
        task: one.task,
        title: title_of(register, one.task),
        quarter: one.quarter.map(Quarter::number),
        leader: one.leader.clone(),
        on: one.on.to_string(),
        words: one.words.clone(),
        page: one.page.clone(),
        scan: file_boxes(&one.scan),
        department: one.department.to_string(),
        department_name: answering_name(register, one.task, one.department, today),
        due: one.due.map(|day| day.to_string()),
        followed_by: following.map(|item| item.value.number_text(register.plan.year)).collect(),
        by: recorded.header.author.name.clone(),
    }
}
