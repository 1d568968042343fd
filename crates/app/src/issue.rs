//! 签发: a signed draft becomes a numbered report that is kept for ever; its correction (更正).
//!
//! Content, file and the ids of all revisions that it was made of are frozen in one operation. An issued report is never
//! taken back: another corrects it. Left to others: what its pages print (`report`), listing it and what was sent of it
//! (`kept`), telling a file from it (`verify`).

mod correction;
mod difference;
mod kept;
mod page_order;
mod verify;

use crate::content;
use crate::described::round_words;
use crate::desk::Desk;
use crate::files::{Attached, Staged};
use crate::printed::{Asked, Composed, Printed, program};
use crate::refusal::{IssueRefusal, Outcome, Refused};
use crate::undo;
use crate::view;
use crate::wire::issue::{IssueBoxes, IssuedView};
use crate::wire::printed::ReportQuery;
use domain::action::Action;
use domain::id::ObjectId;
use domain::issue::{Approval, DocumentNumber, IssuedDocument, IssuedReport, KeptFile};
use domain::period::Round;
use domain::register::Register;
use domain::round::standing_closing;
use jiff::civil::Date;
use kept::check_pdf;
use ledger::digest::{hex, sha256};
use ledger::{ObjectType, Record};
use report::{Edition, Issued, Replaced, Seal};
use std::path::Path;

/// What no document prints: notes beside the record, who may do what, and reports themselves.
const NOT_PRINTED: [ObjectType; 3] = [ObjectType::Comment, ObjectType::Grant, ObjectType::IssuedReport];
/// What the frozen list of revisions is called.
const INPUTS_NAME: &str = "revisions.bin";

impl Desk {
    /// Issues a document under the next number of its series: content, file and inputs are kept. `attached` are further
    /// scans of the approval.
    ///
    /// # Errors
    /// Not the supervision office, no right to; a document that is never issued, or was already; no approval, or one of
    /// an impossible day; something missing that was not accepted; a correction that does not say enough, or of another
    /// document; as [`Desk::compose`]. Nothing is recorded then.
    pub fn issue(&self, boxes: &IssueBoxes, attached: &Attached) -> Outcome<IssuedView> {
        self.issue_ready(boxes, attached, &mut |_| Ok(()))
    }

    /// The same, and the file at that place. A number is given for ever, so the file lies whole on the disk before one is
    /// taken; then only its name can be refused.
    ///
    /// # Errors
    /// As [`Desk::issue`]; a place that is no PDF or where nothing can be written. [`IssueRefusal::NotWritten`] alone is
    /// said of a report that is issued.
    pub fn issue_to(&self, boxes: &IssueBoxes, attached: &Attached, path: &Path) -> Outcome<IssuedView> {
        check_pdf(path)?;
        let mut staged = Staged::new(path)?;
        let issued = self.issue_ready(boxes, attached, &mut |bytes| staged.fill(bytes))?;
        match staged.keep() {
            Ok(()) => Ok(issued),
            Err(Refused::Unwritable { name, why }) => {
                Err(IssueRefusal::NotWritten { number: issued.number, name, why }.into())
            }
            Err(other) => Err(other),
        }
    }

    /// Issues; `ready` is handed the file's bytes before anything of it is kept, and may still refuse.
    fn issue_ready(
        &self,
        boxes: &IssueBoxes,
        attached: &Attached,
        ready: &mut dyn FnMut(&[u8]) -> Outcome<()>,
    ) -> Outcome<IssuedView> {
        self.require(Action::Issue)?;
        self.only_supervision()?;
        let (year, quarter) = boxes.query.of.reported().ok_or(IssueRefusal::NeverIssued)?;
        let register = self.register(Some(year))?;
        let round = view::round(year, view::quarter(quarter)?);
        let query = self.query_of_day(&register, round, &boxes.query)?;
        let (by, on) = self.approval(boxes, query.as_of.as_deref())?;
        let corrects = boxes.corrects.as_ref();
        let corrects = corrects.map(|boxes| self.correction(boxes, &by)).transpose()?;
        let document = asked(&query);
        if corrects.is_none() {
            self.not_issued_yet(&document, query.as_of.as_deref())?;
        }
        let number = self.next_number(boxes.series.as_deref(), on.year())?;
        let replaces = corrects.as_ref().map(|(wrong, correction)| Replaced {
            number: wrong.number.text(),
            place: correction.replaces.clone(),
            reason: correction.reason.clone(),
        });
        let issued = Issued { number: number.text(), approved_by: by.clone(), approved_on: on, replaces };
        let edition = Edition::Issued(issued);
        let composed = self.compose_edition(&Asked { edition, ..Asked::draft(&query) })?;
        if let Some((wrong, _)) = &corrects {
            correction::check_same(wrong, &document, &composed.report.front.title)?;
        }
        let gaps = gaps(&register, round, &composed);
        if !(gaps.is_empty() || boxes.with_gaps) {
            return Err(IssueRefusal::Incomplete(gaps).into());
        }
        let made = self.make_sealed(register.plan_id, &composed)?;
        ready(&made.pdf.bytes)?;
        let scan = self.with_files(&boxes.scan, attached)?;
        let frozen = self.freeze(&made)?;
        let report = IssuedReport {
            id: ledger::natural::once(self.store().id(), self.now(), &number.text()),
            plan: register.plan_id,
            document: IssuedDocument {
                title: composed.report.front.title,
                round: Some(round),
                asked: document,
            },
            number,
            as_of: view::day(query.as_of.as_deref().unwrap_or_default())?.unwrap_or(composed.day),
            issued_on: self.today(),
            issued_by: self.author()?.name,
            approval: Approval { by, on, scan },
            check_code: frozen.check_code,
            inputs: frozen.inputs,
            content: frozen.content,
            pdf: frozen.pdf,
            program: program(),
            fonts: self.fonts()?.fingerprint(),
            gaps,
            corrects: corrects.map(|(_, correction)| correction),
            sent: Vec::new(),
        };
        let id = report.id;
        self.commit(undo::ISSUE, None, vec![Record::IssuedReport(report)])?;
        self.issued_view(id)
    }

    /// The query with its day said: an issued report must not depend on the day on which it is looked at.
    fn query_of_day(&self, register: &Register, round: Round, query: &ReportQuery) -> Outcome<ReportQuery> {
        let as_of = self.as_of(register, round, query.as_of.as_deref())?;
        if as_of > self.today() {
            return Err(IssueRefusal::AsOfLater { as_of, today: self.today() }.into());
        }
        Ok(ReportQuery { as_of: Some(as_of.to_string()), ..query.clone() })
    }

    /// Who signed and when: not before the day that the content tells, not after today.
    fn approval(&self, boxes: &IssueBoxes, as_of: Option<&str>) -> Outcome<(String, Date)> {
        let by = boxes.approved_by.trim().to_owned();
        let on = view::day(&boxes.approved_on)?.filter(|_| !by.is_empty());
        let on = on.ok_or(IssueRefusal::NotApproved)?;
        let as_of = view::day(as_of.unwrap_or_default())?.unwrap_or(on);
        if on < as_of {
            return Err(IssueRefusal::ApprovedBefore { on, as_of }.into());
        }
        if on > self.today() {
            return Err(IssueRefusal::ApprovedLater { on, today: self.today() }.into());
        }
        Ok((by, on))
    }

    /// The same document as of the same day is issued once; what was wrong in it is corrected.
    fn not_issued_yet(&self, document: &[(String, String)], as_of: Option<&str>) -> Outcome<()> {
        let same = |report: &IssuedReport| {
            report.document.asked == document && Some(report.as_of.to_string().as_str()) == as_of
        };
        match self.all_issued()?.into_iter().map(|one| one.value).find(same) {
            Some(report) => Err(IssueRefusal::AlreadyIssued(report.number.text()).into()),
            None => Ok(()),
        }
    }

    /// The next number that was never given; its series is the last one's where none is said.
    fn next_number(&self, series: Option<&str>, year: i16) -> Outcome<DocumentNumber> {
        let series = match series {
            Some(series) => series.trim().to_owned(),
            None => self.all_issued()?.pop().map(|one| one.value.number.series).unwrap_or_default(),
        };
        let mut number = DocumentNumber { series, year, number: 0 };
        number.number = 1 + self.store().number_max::<IssuedReport>(&number.scope())?;
        Ok(number)
    }

    /// The file with its seal, and what the seal is made of; nothing is kept yet.
    fn make_sealed(&self, plan: ObjectId, composed: &Composed) -> Outcome<Sealed> {
        let rids = self.store().revisions_about(plan, &NOT_PRINTED)?;
        let inputs: Vec<u8> = rids.into_iter().flat_map(|rid| rid.0).collect();
        let content = content::json(&composed.report, composed.day);
        let seal = Seal { check_code: content::check_code(&content), ledger_head: hex(&sha256(&inputs)) };
        Ok(Sealed { pdf: self.set_sealed(composed, &seal)?, inputs, content })
    }

    /// Keeps the file with its content and the ids of what it was made of.
    fn freeze(&self, made: &Sealed) -> Outcome<Frozen> {
        let Sealed { inputs, content, pdf } = made;
        Ok(Frozen {
            check_code: content::code_of(content).ok_or(Refused::Gone)?,
            inputs: self.keep_bytes(INPUTS_NAME, "application/octet-stream", inputs)?,
            content: self.keep_bytes(content::FILE_NAME, "application/json", content)?,
            pdf: self.keep_bytes(&pdf.file_name, "application/pdf", &pdf.bytes)?,
        })
    }

    fn set_sealed(&self, composed: &Composed, seal: &Seal) -> Outcome<Printed> {
        let sealed = composed.report.clone().sealed(seal);
        self.set_with(&sealed, composed.day, composed.gaps.clone(), &seal.keywords())
    }

    fn keep_bytes(&self, name: &str, media_type: &str, bytes: &[u8]) -> Outcome<KeptFile> {
        let kept = self.store().add_attachment_from(&mut &bytes[..], self.now())?;
        Ok(KeptFile {
            sha256: kept.sha256,
            size: kept.size,
            name: name.to_owned(),
            media_type: media_type.to_owned(),
        })
    }

    /// Makes an issued report's file anew from what is recorded now. `None`: something was recorded since, or the program
    /// or the fonts are others; the kept file is the record then.
    ///
    /// # Errors
    /// No such report; as [`Desk::compose`].
    pub fn make_issued_again(&self, report: &str) -> Outcome<Option<Vec<u8>>> {
        let report = self.issued_meant(report)?;
        let rids = self.store().revisions_about(report.plan, &NOT_PRINTED)?;
        let inputs: Vec<u8> = rids.into_iter().flat_map(|rid| rid.0).collect();
        let same_makers = report.program == program() && report.fonts == self.fonts()?.fingerprint();
        if sha256(&inputs) != report.ledger_head() || !same_makers {
            return Ok(None);
        }
        let wrong = report.corrects.as_ref().map(|one| self.store().get::<IssuedReport>(one.of));
        let wrong = wrong.transpose()?.flatten();
        let replaces = report.corrects.as_ref().zip(wrong).map(|(correction, wrong)| Replaced {
            number: wrong.value.number.text(),
            place: correction.replaces.clone(),
            reason: correction.reason.clone(),
        });
        let edition = Edition::Issued(Issued {
            number: report.number.text(),
            approved_by: report.approval.by.clone(),
            approved_on: report.approval.on,
            replaces,
        });
        let Some(query) = query_again(&report) else { return Ok(None) };
        let composed = self.compose_edition(&Asked { edition, ..Asked::draft(&query) })?;
        let seal =
            Seal { check_code: report.check_code.to_string(), ledger_head: hex(&report.ledger_head()) };
        Ok(Some(self.set_sealed(&composed, &seal)?.bytes))
    }
}

/// A report as it will be kept.
struct Sealed {
    /// The ids of all revisions that it was made of.
    inputs: Vec<u8>,
    /// As JSON.
    content: Vec<u8>,
    pdf: Printed,
}

/// What is kept of a report.
struct Frozen {
    check_code: domain::issue::CheckCode,
    inputs: KeptFile,
    content: KeptFile,
    pdf: KeptFile,
}

/// What is missing, in words: the round still takes in, milestones without an entry, claims without evidence.
fn gaps(register: &Register, round: Round, composed: &Composed) -> Vec<String> {
    let open = standing_closing(&register.closings, round).is_none();
    let open = open.then(|| format!("{}还没有关闭，填报仍可能变动", round_words(round)));
    let missing = composed.gaps.iter().map(|gap| format!("{}：{}", gap.what, gap.text));
    open.into_iter().chain(missing).collect()
}

/// A query as named values, each in the spelling of JSON.
fn asked(query: &ReportQuery) -> Vec<(String, String)> {
    let of = serde_json::to_value(&query.of).unwrap_or_default();
    let audience = serde_json::to_value(query.audience).unwrap_or_default();
    let of = of.as_object().cloned().unwrap_or_default();
    let named = of.into_iter().map(|(name, value)| (name, value.to_string()));
    named.chain([("audience".to_owned(), audience.to_string())]).collect()
}

/// The query that such values came from; `None` where a newer program asked.
fn query_again(report: &IssuedReport) -> Option<ReportQuery> {
    let mut of = serde_json::Map::new();
    for (name, value) in &report.document.asked {
        of.insert(name.clone(), serde_json::from_str(value).ok()?);
    }
    let audience = serde_json::from_value(of.remove("audience")?).ok()?;
    let of = serde_json::from_value(serde_json::Value::Object(of)).ok()?;
    Some(ReportQuery { of, audience, as_of: Some(report.as_of.to_string()) })
}
