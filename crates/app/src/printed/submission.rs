//! 季度报送表: the page of one department's statements of one round, and what is missing on it.

use super::{Asked, Composed};
use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use crate::wire::entry::EntryKey;
use crate::wire::printed::Gap;
use domain::claim::Claim;
use domain::id::ObjectId;
use domain::period::Round;
use domain::register::Register;
use domain::submission;
use jiff::civil::Date;
use report::{SheetCode, SubmissionOptions};

impl Desk {
    /// The model of one department's sheet, and the sheet that it is once it is printed.
    pub(super) fn compose_submission(
        &self,
        round: Round,
        department: ObjectId,
        query: &Asked<'_>,
    ) -> Outcome<Composed> {
        let register = self.register(Some(round.year))?;
        let making = self.making(&register, round, query)?;
        let known = register.department(department).ok_or(Refused::Gone)?;
        if !register.plan.tasks().any(|task| register.has_held(task, department)) {
            let department = known.current_name().to_owned();
            return Err(Refused::NotInPlan { department, year: round.year });
        }
        let sheet = self.sheet_now(&register, round, department, making.as_of)?;
        let code = match sheet.revisions.is_empty() {
            true => SheetCode::NothingStated,
            false if query.is_working => SheetCode::Working,
            false => SheetCode::Of(sheet.code.clone()),
        };
        let day = making.as_of;
        let gaps = gaps(&register, round, department, day);
        let report = report::submission(&register, &SubmissionOptions { round, department, code, making });
        Ok(Composed { sheet: Some(sheet), ..Composed::new(report, day, gaps) })
    }
}

/// What is not stated yet, and what is said to be done without evidence.
fn gaps(register: &Register, round: Round, department: ObjectId, as_of: Date) -> Vec<Gap> {
    let lines = submission::lines(register, round, department, as_of);
    let gaps = lines.iter().filter_map(|line| {
        let what = match line.entry.map(|entry| &entry.progress) {
            None => "未填报",
            Some(progress) if progress.claim == Some(Claim::Done) && progress.evidence.is_empty() => "缺佐证",
            Some(_) => return None,
        };
        let title = crate::paper::numbered_title(line.task);
        let key = EntryKey {
            year: round.year,
            task: line.task.number,
            quarter: line.quarter.number(),
            round: line.entry.map_or(round, |entry| entry.key.round).quarter.number(),
            department: line.entry.map_or(department, |entry| entry.key.department).to_string(),
        };
        let text = format!("{title}　{}目标", line.quarter.ordinal_word());
        Some(Gap { what: what.to_owned(), text, key: Some(key) })
    });
    gaps.collect()
}
