//! What a record is, in a few words: for saying what was undone, and for the recycle bin.

use crate::desk::Desk;
use crate::refusal::Outcome;
use domain::chase::SealedCopy;
use domain::numeral::to_chinese;
use domain::period::Round;
use domain::submission::SubmissionSheet;
use layout::punctuation::full_width;
use ledger::{FindableKind, FoundPlace, ObjectType, Record};

/// A record in words.
pub(crate) struct Described {
    /// What it is: 进展填报.
    pub(crate) noun: &'static str,
    /// What it is called or about: （五）完善…，文体局，第一季度; may be empty.
    pub(crate) about: String,
    /// The beginning of its own text; may be empty.
    pub(crate) text: String,
    /// Of which year.
    pub(crate) year: Option<i16>,
}

impl Desk {
    pub(crate) fn described(&self, record: &Record) -> Outcome<Described> {
        let findable = record.findables("").into_iter().next();
        let mut place = findable.as_ref().map(|one| one.place).unwrap_or_default();
        if let Record::Lead(lead) = record {
            place = FoundPlace { task: Some(lead.task), department: lead.department, ..place };
        }
        if let Record::SealedCopy(SealedCopy { round, department, .. })
        | Record::SubmissionSheet(SubmissionSheet { round, department, .. }) = record
        {
            place = FoundPlace { round: Some(*round), department: Some(*department), ..place };
        }
        place.plan = place.plan.or(record.plan());
        let names = self.store().place_names(&place)?;
        let called = match record {
            Record::Plan(plan) => plan.plan.title().to_owned(),
            Record::Office(office) => office.name.clone(),
            _ => findable
                .iter()
                .filter(|one| one.kind != FindableKind::Task)
                .flat_map(|one| &one.passages)
                .find(|passage| passage.field.is_name())
                .map_or_else(String::new, |passage| passage.text.clone()),
        };
        let of_paper = !matches!(record, Record::Plan(_));
        let task = names
            .task_title
            .filter(|_| of_paper)
            .map(|title| full_width(&title).trim_end_matches('。').to_owned());
        let task =
            task.or(place.task.filter(|_| of_paper).map(|number| format!("（{}）", to_chinese(number))));
        let quarter = place.quarter.map(|quarter| format!("{}目标", quarter.ordinal_word()));
        let department = names.department.filter(|_| !matches!(record, Record::Department(_)));
        let round = place.round.map(round_words);
        let about = [Some(called), task, department, quarter, round].into_iter().flatten();
        let about = about.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("，");
        let text = findable
            .iter()
            .filter(|_| of_paper)
            .flat_map(|one| &one.passages)
            .find(|passage| !passage.field.is_name());
        Ok(Described {
            noun: noun(&record.object_type()),
            about,
            text: text.map_or_else(String::new, |passage| passage.text.clone()),
            year: names.year,
        })
    }
}

/// 2013年一季度报告期.
pub(crate) fn round_words(round: Round) -> String {
    format!("{}年{}报告期", round.year, round.quarter.word())
}

/// What kind of thing it is.
fn noun(object_type: &ObjectType) -> &'static str {
    const NOUNS: [(ObjectType, &str); 28] = [
        (ObjectType::Plan, "年度计划"),
        (ObjectType::Progress, "进展填报"),
        (ObjectType::Finding, "认定"),
        (ObjectType::Department, "责任部门"),
        (ObjectType::Lead, "牵头部门"),
        (ObjectType::Leader, "分管领导"),
        (ObjectType::Person, "人员"),
        (ObjectType::Office, "单位"),
        (ObjectType::Settings, "设置"),
        (ObjectType::Indicators, "指标"),
        (ObjectType::Items, "事项"),
        (ObjectType::Summary, "汇总稿"),
        (ObjectType::Review, "审核"),
        (ObjectType::Verification, "核查表"),
        (ObjectType::Comment, "批注"),
        (ObjectType::Grant, "角色"),
        (ObjectType::Instruction, "领导批示"),
        (ObjectType::SupervisionItem, "督办事项"),
        (ObjectType::SealedCopy, "盖章件"),
        (ObjectType::SubmissionSheet, "季度报送表"),
        (ObjectType::OrganisationChange, "机构变动"),
        (ObjectType::Feedback, "公众意见"),
        (ObjectType::RoundClosings, "报告期"),
        (ObjectType::PlanChange, "计划调整"),
        (ObjectType::Contact, "联络员"),
        (ObjectType::CarryOver, "结转"),
        (ObjectType::IssuedReport, "已签发报告"),
        (ObjectType::LightOverride, "年度进展评定"),
    ];
    NOUNS.iter().find(|(known, _)| known == object_type).map_or("记录", |(_, word)| word)
}
