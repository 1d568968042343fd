//! Ctrl+K and `bps search`: whatever is recorded now, by any part of its text.
//!
//! What is there and how well it fits is the store's to say; here it gets its words: a title, where it stands, the
//! passage around what matched, and where to go.

use crate::described::round_words;
use crate::desk::Desk;
use crate::refusal::Outcome;
use crate::wire::entry::EntryKey;
use crate::wire::find::{FoundList, Hit, HitKind, HitPlace, Mark, Marked};
use domain::find::Wanted;
use layout::punctuation::full_width;
use ledger::{FindableKind as Kind, Passage, TextField as Field};
use store::{Fit, Found};

/// Enough of a kind for a list that a person reads.
const EACH_MAX: usize = 20;
/// Characters before what matched, and in all.
const BEFORE: usize = 18;
const EXCERPT_MAX: usize = 64;

impl Desk {
    /// Finds by any part of the text, from one character on, whatever its width, case, punctuation and blanks; several
    /// words must all occur. `year`: within it, and what belongs to none; `None`: in all.
    ///
    /// # Errors
    /// When the store fails.
    pub fn find(&self, year: Option<i16>, text: &str) -> Outcome<FoundList> {
        let Some(wanted) = Wanted::of(text) else {
            return Ok(FoundList { hits: Vec::new(), more: Vec::new() });
        };
        let plans = year.map(|year| self.store().plan_ids(year)).transpose()?;
        let list = self.store().find(&wanted, plans.as_deref(), EACH_MAX)?;
        Ok(FoundList {
            hits: list.found.iter().map(|found| hit(found, &wanted)).collect(),
            more: list.more.into_iter().map(kind).collect(),
        })
    }
}

fn hit(found: &Found, wanted: &Wanted) -> Hit {
    let passages = &found.findable.passages;
    // What the paper says is shown as it is printed; what people wrote, as they wrote it.
    let of_paper = matches!(found.findable.kind, Kind::Task | Kind::Plan);
    let as_shown = |text: &str| if of_paper { full_width(text) } else { text.to_owned() };
    let text_of = |field| passages.iter().find(|one| one.field == field).map_or("", |one| one.text.as_str());
    let task_title = full_width(found.task_title.as_deref().unwrap_or_default());
    let task_title = task_title.as_str();
    let (title, context, shown): (&str, Vec<String>, &[Field]) = match found.findable.kind {
        Kind::Task | Kind::Plan => (text_of(Field::Title), Vec::new(), &[Field::Title]),
        Kind::Department | Kind::Person => {
            (text_of(Field::Name), vec![text_of(Field::Position).to_owned()], &[Field::Name, Field::Position])
        }
        Kind::Contact => (
            text_of(Field::Name),
            vec![found.department.clone().unwrap_or_default(), text_of(Field::Telephone).to_owned()],
            &[Field::Name, Field::Telephone],
        ),
        Kind::Evidence => {
            (text_of(Field::Name), vec![text_of(Field::Code).to_owned()], &[Field::Name, Field::Code])
        }
        Kind::Feedback => (
            text_of(Field::Name),
            vec![text_of(Field::Code).to_owned(), task_title.to_owned()],
            &[Field::Name, Field::Code],
        ),
        Kind::IssuedReport => (
            text_of(Field::Name),
            vec![text_of(Field::Code).to_owned(), text_of(Field::Approver).to_owned()],
            &[Field::Name, Field::Code, Field::Approver],
        ),
        Kind::Instruction => (
            task_title,
            [vec![text_of(Field::Name).to_owned()], standing_words(found)].concat(),
            &[Field::Name],
        ),
        Kind::Leader => (task_title, vec![text_of(Field::Name).to_owned()], &[Field::Name]),
        Kind::SupervisionItem => (
            task_title,
            [vec![text_of(Field::Code).to_owned()], standing_words(found)].concat(),
            &[Field::Code],
        ),
        Kind::Progress
        | Kind::Finding
        | Kind::Review
        | Kind::Summary
        | Kind::Comment
        | Kind::PlanChange
        | Kind::OrganisationChange => (task_title, standing_words(found), &[Field::Departments]),
    };
    let context = context.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ");
    // A department that has another name now is shown with the one that matched, too.
    let stands_above =
        |one: &Passage| shown.contains(&one.field) && (one.field != Field::Name || one.text == title);
    let best = best_passage(passages.iter().filter(|one| !stands_above(one)), wanted);
    let kind_of = found.findable.kind;
    let in_title = found.fit == Fit::Exact || wanted.occurs_in([title, context.as_str()]);
    let needed = says_more(kind_of) || title.is_empty() || !in_title;
    let best = best.filter(|_| needed);
    Hit {
        kind: kind(kind_of),
        year: found.year,
        title: marked(&as_shown(title), wanted),
        context: marked(&context, wanted),
        field: best.map_or_else(String::new, |one| word(one.field).to_owned()),
        excerpt: best.map(|one| excerpt(&as_shown(&one.text), wanted)),
        to: place(found, best.map(|one| one.field)),
        object: found.object.to_string(),
        revision: found.rid.to_string(),
        part: found.part,
    }
}

/// Kinds whose title is their task's and which nothing beside it names: without their own words nobody could tell them apart.
fn says_more(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Task
            | Kind::Plan
            | Kind::Department
            | Kind::Contact
            | Kind::Person
            | Kind::Evidence
            | Kind::Leader
            | Kind::IssuedReport
    )
}

/// The passage with the most of the words, the first of several.
fn best_passage<'a>(passages: impl Iterator<Item = &'a Passage>, wanted: &Wanted) -> Option<&'a Passage> {
    let mut best: Option<(usize, &Passage)> = None;
    for passage in passages {
        let count = wanted.count_in(&passage.text);
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, passage));
        }
    }
    best.map(|(_, passage)| passage)
}

/// 文体局 · 第一季度目标 · 2013年二季度报告期.
fn standing_words(found: &Found) -> Vec<String> {
    let place = &found.findable.place;
    vec![
        found.department.clone().unwrap_or_default(),
        place.quarter.map(|quarter| format!("{}目标", quarter.ordinal_word())).unwrap_or_default(),
        place.round.map(round_words).unwrap_or_default(),
    ]
}

fn place(found: &Found, field: Option<Field>) -> HitPlace {
    let place = &found.findable.place;
    match (found.findable.kind, found.year, place.task) {
        (Kind::Department | Kind::Contact, ..) => match place.department {
            Some(id) => HitPlace::Department { id: id.to_string() },
            None => HitPlace::Nowhere,
        },
        (Kind::Person | Kind::OrganisationChange, ..) => HitPlace::Settings,
        (Kind::IssuedReport, ..) => HitPlace::Issued,
        (Kind::Feedback, ..) => HitPlace::Feedback { id: found.object.to_string() },
        (Kind::Plan, Some(year), _) => HitPlace::Plan { year },
        (_, Some(year), Some(task)) => match (place.quarter, place.round, place.department) {
            (Some(quarter), Some(round), Some(department)) => HitPlace::Entry {
                key: EntryKey {
                    year,
                    task,
                    quarter: quarter.number(),
                    round: round.quarter.number(),
                    department: department.to_string(),
                },
            },
            (quarter, ..) => HitPlace::Task {
                year,
                number: task,
                quarter: quarter.or(field.and_then(Field::quarter)).map(|quarter| quarter.number()),
            },
        },
        _ => HitPlace::Nowhere,
    }
}

fn marked(text: &str, wanted: &Wanted) -> Marked {
    // One character stays one: places are the same, and a name is one line whatever it holds.
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let spans = wanted.spans(&text).into_iter();
    let marks = spans.map(|span| Mark { start: number(span.start), end: number(span.end) }).collect();
    Marked { text, marks }
}

/// What stands around the first mark, cut at both ends where it is long; what matches across a cut stays marked.
fn excerpt(text: &str, wanted: &Wanted) -> Marked {
    let whole = marked(text, wanted);
    let characters: Vec<char> = whole.text.chars().collect();
    let first = whole.marks.first().map_or(0, |mark| mark.start as usize);
    let from = if characters.len() <= EXCERPT_MAX { 0 } else { first.saturating_sub(BEFORE) };
    let to = characters.len().min(from + EXCERPT_MAX);
    let (open, close) = (if from > 0 { "…" } else { "" }, if to < characters.len() { "…" } else { "" });
    let cut: String = characters[from..to].iter().collect();
    let shift = |at: u32| {
        let within = (at as usize).clamp(from, to) - from + open.chars().count();
        u32::try_from(within).unwrap_or(u32::MAX)
    };
    let marks = whole.marks.iter().map(|mark| Mark { start: shift(mark.start), end: shift(mark.end) });
    Marked {
        text: format!("{open}{cut}{close}"),
        marks: marks.filter(|mark| mark.start < mark.end).collect(),
    }
}

fn kind(kind: Kind) -> HitKind {
    match kind {
        Kind::Task => HitKind::Task,
        Kind::Department => HitKind::Department,
        Kind::Progress => HitKind::Progress,
        Kind::Evidence => HitKind::Evidence,
        Kind::Finding => HitKind::Finding,
        Kind::Review => HitKind::Review,
        Kind::Summary => HitKind::Summary,
        Kind::Comment => HitKind::Comment,
        Kind::Leader => HitKind::Leader,
        Kind::Instruction => HitKind::Instruction,
        Kind::SupervisionItem => HitKind::SupervisionItem,
        Kind::Feedback => HitKind::Feedback,
        Kind::PlanChange => HitKind::PlanChange,
        Kind::Contact => HitKind::Contact,
        Kind::OrganisationChange => HitKind::OrganisationChange,
        Kind::Person => HitKind::Person,
        Kind::Plan => HitKind::Plan,
        Kind::IssuedReport => HitKind::IssuedReport,
    }
}

/// A text's name on screen and terminal.
fn word(field: Field) -> &'static str {
    match field {
        Field::Title => "标题",
        Field::Objective => "目标",
        Field::MilestoneFirst => "第一季度",
        Field::MilestoneSecond => "第二季度",
        Field::MilestoneThird => "第三季度",
        Field::MilestoneFourth => "第四季度",
        Field::Departments => "责任部门",
        Field::Text => "正文",
        Field::Cause => "原因",
        Field::Measure => "措施",
        Field::NextStep => "下一步",
        Field::Answerable => "责任人",
        Field::Source => "来源",
        Field::Name => "名称",
        Field::FullName => "全称",
        Field::Code => "编号",
        Field::DocumentNo => "文号",
        Field::KeptAt => "存放单位",
        Field::Keeper => "保管人",
        Field::Reason => "理由",
        Field::Basis => "依据",
        Field::Position => "职务",
        Field::Office => "单位",
        Field::Answer => "答复",
        Field::Files => "附件",
        Field::Approver => "批准人",
        Field::Telephone => "电话",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn an_excerpt_shows_what_matched_and_says_where_it_was_cut() {
        let check = |text: &str, typed: &str, expected: &str| {
            let shown = excerpt(text, &Wanted::of(typed).unwrap());
            let mut words = String::new();
            for (at, c) in (0..).zip(shown.text.chars().chain([' '])) {
                words.push_str(if shown.marks.iter().any(|mark| mark.end == at) { "]" } else { "" });
                words.push_str(if shown.marks.iter().any(|mark| mark.start == at) { "[" } else { "" });
                words.push(c);
            }
            assert_eq!(words.trim_end(), expected);
        };
        check("开展演出10场", "演出", "开展[演出]10场");
        check("甲\n乙", "甲 乙", "[甲] [乙]");
        let (before, after) = ("前".repeat(30), "后".repeat(80));
        check(
            &format!("{before}演出{after}"),
            "演 出",
            &format!("…{}[演出]{}…", "前".repeat(18), "后".repeat(44)),
        );
        check(&format!("演出{after}"), "演出", &format!("[演出]{}…", "后".repeat(62)));
        check(&"演".repeat(80), "演", &format!("[{}]…", "演".repeat(64)));
    }
}
