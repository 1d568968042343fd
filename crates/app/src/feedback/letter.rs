//! E-mails (.eml): looked at before anything is recorded, then kept byte for byte beside what was taken out of them.

use super::view::executable;
use crate::desk::Desk;
use crate::evidence::form;
use crate::files;
use crate::paper::numbered_title;
use crate::refusal::{FeedbackRefusal, Outcome};
use crate::wire::feedback::ChannelCode;
use crate::wire::feedback::{FeedbackKindCode, MailFileView, MailPreview, NewFeedback, TaskSuggestion};
use domain::evidence::{Evidence, EvidenceForm};
use domain::feedback::{Feedback, Suggestion, suggest};
use mail::{Mail, MailProblem, NotAMail};
use std::path::Path;

/// An .eml file that was read.
pub struct Letter {
    name: String,
    bytes: Vec<u8>,
    mail: Mail,
}

impl Letter {
    /// Reads an .eml file.
    ///
    /// # Errors
    /// The file cannot be read; it is no mail.
    pub fn open(path: &Path) -> Outcome<Self> {
        files::readable(path)?;
        Self::read(&files::name(path), files::read(path)?)
    }

    /// Reads an .eml file's bytes.
    ///
    /// # Errors
    /// It is no mail.
    pub fn read(name: &str, bytes: Vec<u8>) -> Outcome<Self> {
        let name = name.to_owned();
        match mail::read(&bytes) {
            Ok(mail) => Ok(Self { name, bytes, mail }),
            Err(why) => Err(FeedbackRefusal::NotAMail { name, why: not_a_mail(why) }.into()),
        }
    }

    /// What it says, as it would be recorded; what is typed otherwise goes before it.
    #[must_use]
    pub fn to_new(&self, kind: Option<FeedbackKindCode>) -> NewFeedback {
        let text =
            if self.mail.text.is_empty() { "（邮件没有文字，见附件）" } else { &self.mail.text };
        let subject = if self.mail.subject.is_empty() { "（无主题）" } else { &self.mail.subject };
        NewFeedback {
            plan_year: None,
            kind: kind.unwrap_or_else(|| self.kind()),
            channel: ChannelCode::Email,
            received: self.mail.sent.map(|day| day.to_string()).unwrap_or_default(),
            subject: subject.to_owned(),
            text: text.to_owned(),
            name: self.mail.name.clone(),
            contact: self.mail.address.clone(),
            task: None,
            department: None,
            files: Vec::new(),
        }
    }

    /// What it seems to want, by the word that it uses itself.
    fn kind(&self) -> FeedbackKindCode {
        let says = |words: &[&str]| {
            words.iter().any(|word| self.mail.subject.contains(word) || self.mail.text.contains(word))
        };
        if says(&["投诉", "举报"]) {
            FeedbackKindCode::Complaint
        } else if says(&["建议"]) {
            FeedbackKindCode::Suggestion
        } else {
            FeedbackKindCode::Question
        }
    }
}

impl Desk {
    /// What was read of an e-mail; nothing is stored.
    ///
    /// # Errors
    /// When the store fails.
    pub fn preview_letter(&self, year: Option<i16>, letter: &Letter) -> Outcome<MailPreview> {
        let mail = &letter.mail;
        let known = self.known_letter(letter)?;
        let said = format!("{}\n{}", mail.subject, mail.text);
        let suggestions = year.map(|year| self.suggest_tasks(year, &said)).transpose()?.unwrap_or_default();
        Ok(MailPreview {
            token: String::new(),
            file_name: letter.name.clone(),
            name: mail.name.clone(),
            address: mail.address.clone(),
            subject: mail.subject.clone(),
            sent: mail.sent.map(|day| day.to_string()).unwrap_or_default(),
            text: mail.text.clone(),
            files: mail
                .files
                .iter()
                .map(|file| MailFileView {
                    name: file.name.clone(),
                    size: file.bytes.len() as u64,
                    executable: executable(&file.bytes, &file.name),
                })
                .collect(),
            problems: mail.problems.iter().map(|problem| problem_words(*problem).to_owned()).collect(),
            suggestions,
            known,
        })
    }

    /// Which tasks of a year's plan a text may be about; nothing is chosen.
    ///
    /// # Errors
    /// No such plan.
    pub fn suggest_tasks(&self, year: i16, text: &str) -> Outcome<Vec<TaskSuggestion>> {
        let register = self.register(Some(year))?;
        let titled = |task: u32| register.plan.task(task).map(numbered_title).unwrap_or_default();
        let of =
            |one: Suggestion| TaskSuggestion { task: one.task, title: titled(one.task), words: one.words };
        Ok(suggest(&register.plan, text).into_iter().map(of).collect())
    }

    /// Under which receipt this very file was recorded before.
    fn known_letter(&self, letter: &Letter) -> Outcome<Option<String>> {
        let hash = ledger::digest::sha256(&letter.bytes);
        let holds = |one: &Feedback| {
            one.files
                .iter()
                .any(|file| matches!(&file.form, EvidenceForm::File { sha256, .. } if *sha256 == hash))
        };
        let all = self.store().all::<Feedback>(None)?.into_iter().map(|one| one.value);
        Ok(all.into_iter().find(holds).map(|one| one.receipt()))
    }

    /// Stores the original, byte for byte, and what was attached to it.
    pub(super) fn letter_files(&self, letter: Option<&Letter>) -> Outcome<Vec<Evidence>> {
        let Some(letter) = letter else { return Ok(Vec::new()) };
        if let Some(receipt) = self.known_letter(letter)? {
            return Err(FeedbackRefusal::LetterKnown { name: letter.name.clone(), receipt }.into());
        }
        let attached = letter.mail.files.iter().map(|file| (&file.name, &file.bytes));
        let all = std::iter::once((&letter.name, &letter.bytes)).chain(attached);
        all.map(|(name, bytes)| {
            let stored = self.store().add_attachment_from(&mut &bytes[..], self.now())?;
            Ok(Evidence { number: None, form: form(&stored, name, bytes), personal: true })
        })
        .collect()
    }
}

fn not_a_mail(why: NotAMail) -> &'static str {
    match why {
        NotAMail::NoHeaders => "不是电子邮件（没有发件人、主题等邮件头）",
        NotAMail::TooLarge => "超过50MB",
        NotAMail::TooNested => "邮件套叠层数过多",
    }
}

fn problem_words(problem: MailProblem) -> &'static str {
    match problem {
        MailProblem::NoSender => "邮件没有写发件人，请补上姓名或联系方式。",
        MailProblem::NoSubject => "邮件没有主题，请补上。",
        MailProblem::NoDate => "邮件没有写发送日期，请补上收到日期。",
        MailProblem::NoText => "邮件没有文字，请看附件。",
        MailProblem::EncodingGuessed => "邮件没有写明或写错了文字编码，已按GB18030读取，请核对文字。",
        MailProblem::Unreadable => "有些字读不出来，显示为“�”；原邮件完整保存。",
        MailProblem::Damaged => "邮件的部分内容编码有损坏，已照原样保存。",
        MailProblem::Shortened => "内容过长，只取前面一部分；全文在原邮件中。",
        MailProblem::FilesLeft => "附件超过50件，其余的在原邮件中。",
    }
}
