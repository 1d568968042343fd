//! Ctrl+K: tasks, departments and evidence by any part of their text.

use crate::desk::Desk;
use crate::entry::wire_key;
use crate::paper::numbered_title;
use crate::refusal::Outcome;
use crate::view;
use crate::wire::board::Found;
use domain::evidence;
use domain::period::Quarter;
use domain::register::Register;
use layout::punctuation::full_width;
use unicode_normalization::UnicodeNormalization;

/// Enough for a list that a person reads.
const FOUND_MAX: usize = 40;
/// Characters shown around what matched.
const AROUND: usize = 18;

impl Desk {
    /// Finds by any part of the text, whatever the width of its punctuation and digits.
    ///
    /// # Errors
    /// No such plan.
    pub fn find(&self, year: i16, text: &str) -> Outcome<Vec<Found>> {
        let wanted = key(text.trim());
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let register = self.register(Some(year))?;
        let mut found = tasks(&register, &wanted);
        found.extend(departments(&register, &wanted));
        found.extend(evidence(&register, &wanted));
        found.truncate(FOUND_MAX);
        Ok(found)
    }
}

/// NFKC, lower case: one character may become several, which is why passages are cut from this form.
fn key(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}

fn passage(text: &str, wanted: &str) -> Option<String> {
    let text = key(text);
    let at = text.find(wanted)?;
    let before: Vec<char> = text[..at].chars().rev().take(AROUND).collect();
    let cut_before = text[..at].chars().count() > AROUND;
    let after: String = text[at..].chars().take(wanted.chars().count() + AROUND).collect();
    let cut_after = text[at..].chars().count() > after.chars().count();
    let before: String = before.into_iter().rev().collect();
    let (open, close) = (if cut_before { "…" } else { "" }, if cut_after { "…" } else { "" });
    Some(full_width(&format!("{open}{before}{after}{close}")))
}

fn tasks(register: &Register, wanted: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for task in register.plan.tasks() {
        let title = numbered_title(task);
        let mut push = |passage: Option<String>, quarter| {
            if let Some(passage) = passage {
                found.push(Found::Task { number: task.number, title: title.clone(), passage, quarter });
            }
        };
        let number = (task.number.to_string() == *wanted).then(|| title.clone());
        push(number.or_else(|| passage(&title, wanted)), None);
        push(task.objective.as_deref().and_then(|text| passage(text, wanted)), None);
        for quarter in Quarter::ALL {
            push(task.milestone(quarter).and_then(|text| passage(text, wanted)), Some(quarter.number()));
        }
    }
    found
}

fn departments(register: &Register, wanted: &str) -> Vec<Found> {
    let of = |name: &str| {
        register
            .plan
            .tasks()
            .filter(|task| task.departments.iter().any(|one| one == name))
            .map(|task| task.number)
            .collect()
    };
    let names = register.plan.department_names().into_iter().filter(|name| key(name).contains(wanted));
    names
        .filter_map(|name| {
            let id = register.published.get(name)?.to_string();
            Some(Found::Department { id, name: name.to_owned(), tasks: of(name) })
        })
        .collect()
}

fn evidence(register: &Register, wanted: &str) -> Vec<Found> {
    let names = view::published_names(register);
    let mut found = Vec::new();
    for task in register.plan.tasks() {
        for quarter in Quarter::ALL {
            for entry in register.entries(task.number, quarter) {
                let department = names.get(&entry.key.department).copied().unwrap_or_default();
                for one in &entry.progress.evidence {
                    let code =
                        one.number.map(|number| evidence::code(task.number, quarter, department, number));
                    let code = code.unwrap_or_default();
                    if key(one.form.name()).contains(wanted) || key(&code).contains(wanted) {
                        found.push(Found::Evidence {
                            code,
                            name: one.form.name().to_owned(),
                            key: wire_key(&entry.key),
                        });
                    }
                }
            }
        }
    }
    found
}
