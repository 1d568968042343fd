//! 季度报送表: printed to be signed, changed since, come back signed.
//!
//! The 报送码 is made of the department, the round and the revisions that the sheet shows. Whether a printed sheet still
//! holds is told by making the code again, never stored. What is on a sheet is `domain::submission`'s answer.

use crate::content::check_code;
use crate::desk::Desk;
use crate::evidence::FIRST_BYTES;
use crate::files::{self, Attached};
use crate::instruction::file_boxes;
use crate::refusal::{Outcome, Refused, ScanFault};
use crate::view;
use crate::wire::entry::BoxEvidence;
use crate::wire::submission::{SubmissionScanned, SubmissionView};
use domain::action::Action;
use domain::breakdown::MilestoneItems;
use domain::change::PlanChange;
use domain::chase::SealedCopy;
use domain::department::Department;
use domain::evidence::EvidenceForm;
use domain::id::ObjectId;
use domain::period::{Round, date_in_words};
use domain::register::Register;
use domain::submission::{self, SignedScan, SubmissionSheet, SubmissionState};
use jiff::civil::Date;
use ledger::{OfficeKind, Record, Rid, natural};
use pdf::ForeignFault;
use std::io::Read;
use std::path::Path;

/// A longer file is looked at no further: a scanner makes none.
const SCAN_BYTES_MAX: u64 = 512 << 20;
/// What a scanner makes.
const SCAN_TYPES: [&str; 2] = ["application/pdf", "image/jpeg"];

impl Desk {
    /// The sheet as it would be printed now; without revisions while nothing is stated.
    pub(crate) fn sheet_now(
        &self,
        register: &Register,
        round: Round,
        department: ObjectId,
        as_of: Date,
    ) -> Outcome<SubmissionSheet> {
        let plan = register.plan_id;
        let revisions = self.revisions_on(register, round, department, as_of)?;
        let number = self.printed_sheets(plan, round, department)?.iter().map(|sheet| sheet.number).max();
        Ok(SubmissionSheet {
            plan,
            round,
            department,
            number: number.unwrap_or(0) + 1,
            code: code(plan, round, department, &revisions),
            revisions,
            on: self.today(),
            by: self.author()?.name,
            scan: None,
        })
    }

    /// Every revision that the sheet shows, sorted: statements, the decisions that changed what was promised, and the
    /// items that are answered one by one. Empty while nothing is stated.
    fn revisions_on(
        &self,
        register: &Register,
        round: Round,
        department: ObjectId,
        as_of: Date,
    ) -> Outcome<Vec<[u8; 32]>> {
        let (store, mut shown, mut stated) = (self.store(), Vec::new(), false);
        for line in submission::lines(register, round, department, as_of) {
            if let Some(entry) = line.entry {
                stated = true;
                shown.extend(store.progress(&entry.key)?.map(|one| one.rid.0));
                if !entry.progress.items.is_empty() {
                    let items = natural::items(register.plan_id, line.task.number, line.quarter);
                    shown.extend(store.get::<MilestoneItems>(items)?.map(|one| one.rid.0));
                }
            }
            if let Some(change) = register.change(line.task.number, line.quarter, as_of) {
                shown.extend(store.get::<PlanChange>(change.id)?.map(|one| one.rid.0));
            }
        }
        shown.sort_unstable();
        shown.dedup();
        Ok(if stated { shown } else { Vec::new() })
    }

    /// What was printed of a department's sheet of a round, the first printing first.
    fn printed_sheets(
        &self,
        plan: ObjectId,
        round: Round,
        department: ObjectId,
    ) -> Outcome<Vec<SubmissionSheet>> {
        let mut sheets = self.all_of::<SubmissionSheet>(plan)?;
        sheets.retain(|sheet| sheet.round == round && sheet.department == department);
        sheets.sort_by_key(|sheet| sheet.number);
        Ok(sheets)
    }

    /// Whether the sheet may be printed to be signed by who works here.
    pub(crate) fn check_submission_print(&self, sheet: &SubmissionSheet) -> Outcome<()> {
        self.require(Action::Report)?;
        self.own_sheet(sheet.department)?;
        if sheet.revisions.is_empty() {
            let department = self.department_meant(&sheet.department.to_string())?.current_name().to_owned();
            return Err(Refused::NothingToSign { department, round: crate::round::words(sheet.round) });
        }
        Ok(())
    }

    /// A bureau prints and takes back its own sheets only; the supervision office those of all.
    fn own_sheet(&self, asked: ObjectId) -> Outcome<()> {
        let OfficeKind::Department(own) = self.office()?.kind else { return Ok(()) };
        if own == asked {
            return Ok(());
        }
        let departments = self.departments()?;
        let name = |id| {
            let found = departments.iter().find(|one| one.id == id);
            found.map_or_else(String::new, |one| one.current_name().to_owned())
        };
        Err(Refused::OtherDepartment { own: name(own), asked: name(asked) })
    }

    /// Records that it was printed; the same sheet once.
    pub(crate) fn record_submission_print(&self, sheet: &SubmissionSheet) -> Outcome<()> {
        if self.store().get::<SubmissionSheet>(natural::submission_sheet(sheet))?.is_none() {
            self.commit("submission.print", None, vec![Record::SubmissionSheet(sheet.clone())])?;
        }
        Ok(())
    }

    /// Where a department's sheet of a round stands.
    ///
    /// # Errors
    /// An unknown round or department.
    pub fn submission(&self, round: &str, department: &str) -> Outcome<SubmissionView> {
        let (register, round) = self.round_meant(round)?;
        let department = self.department_meant(department)?;
        self.submission_of(&register, round, &department)
    }

    /// Every sheet of a round that was printed, by department in the order of their first printing.
    pub(crate) fn submissions(&self, register: &Register, round: Round) -> Outcome<Vec<SubmissionView>> {
        let mut printed: Vec<ObjectId> = Vec::new();
        for sheet in self.all_of::<SubmissionSheet>(register.plan_id)? {
            if sheet.round == round && !printed.contains(&sheet.department) {
                printed.push(sheet.department);
            }
        }
        let known = printed.into_iter().filter_map(|id| register.department(id));
        known.map(|department| self.submission_of(register, round, department)).collect()
    }

    fn submission_of(
        &self,
        register: &Register,
        round: Round,
        department: &Department,
    ) -> Outcome<SubmissionView> {
        let printed = self.printed_sheets(register.plan_id, round, department.id)?;
        let as_of = register.default_as_of(round, self.today());
        let now = self.revisions_on(register, round, department.id, as_of)?;
        let state = SubmissionState::of(&now, &printed);
        let code = (!now.is_empty()).then(|| code(register.plan_id, round, department.id, &now));
        let signed = |sheet: &&SubmissionSheet| sheet.scan.is_some();
        // What a reader asks of: the sheet of now, else the signed one, else the last.
        let told = submission::current(&now, &printed)
            .or_else(|| printed.iter().rev().find(signed))
            .or(printed.last());
        let words = match told {
            None => format!("{}：还没有打印送签。", state.word()),
            Some(sheet) => {
                format!("{}：{}{}", state.word(), history(sheet), self.changed_words(&sheet.revisions, &now)?)
            }
        };
        let scan = printed.iter().rev().find_map(|sheet| sheet.scan.as_ref());
        Ok(SubmissionView {
            department: department.id.to_string(),
            name: department.name_on(as_of).to_owned(),
            state: state.code().to_owned(),
            word: state.word().to_owned(),
            words,
            code,
            awaited: printed.last().filter(|sheet| sheet.scan.is_none()).map(|sheet| sheet.code.clone()),
            scan: scan.and_then(|scan| file_boxes(std::slice::from_ref(&scan.file)).pop()),
        })
    }

    /// 打印后有变动：（五）…，第一季度目标; empty where nothing changed.
    fn changed_words(&self, printed: &[[u8; 32]], now: &[[u8; 32]]) -> Outcome<String> {
        let only_in = |some: &[[u8; 32]], other: &[[u8; 32]]| -> Vec<Rid> {
            some.iter().filter(|rid| !other.contains(rid)).map(|rid| Rid(*rid)).collect()
        };
        let mut changed = Vec::new();
        for rid in only_in(now, printed).into_iter().chain(only_in(printed, now)) {
            if let Some(record) = self.store().record(rid)? {
                let about = self.described(&record)?.about;
                if !changed.contains(&about) {
                    changed.push(about);
                }
            }
        }
        Ok(if changed.is_empty() {
            String::new()
        } else {
            format!("打印后有变动：{}。", changed.join("；"))
        })
    }

    /// Binds the scan of a signed sheet to what was printed, by its 报送码, and notes that the sealed sheet was seen.
    /// One file, from the window (`boxes`) or by its path. A paper that was signed is a fact: one whose entries have
    /// changed since is taken all the same, and what changed is told.
    ///
    /// # Errors
    /// No sheet of that code was printed; another department's; no file, several, or one that no scanner makes.
    pub fn bind_scan(
        &self,
        code: &str,
        boxes: &[BoxEvidence],
        attached: &Attached,
    ) -> Outcome<SubmissionScanned> {
        self.require(Action::Report)?;
        let sheets = self.store().all::<SubmissionSheet>(None)?;
        let sheets: Vec<_> = sheets.into_iter().map(|one| one.value).collect();
        let Some(mut sheet) = sheets.iter().find(|one| plain(&one.code) == plain(code)).cloned() else {
            let awaited = sheets.iter().filter(|sheet| sheet.scan.is_none());
            let known = awaited.map(|sheet| self.named_code(sheet)).collect::<Outcome<_>>()?;
            return Err(Refused::UnknownSheetCode { code: code.trim().to_owned(), known });
        };
        self.own_sheet(sheet.department)?;
        for path in &attached.paths {
            check_scan(path)?;
        }
        let files = self.with_files(&boxes.iter().map(signed).collect::<Vec<_>>(), attached)?;
        let [file] = files.as_slice() else { return Err(Refused::OneScan { given: files.len() }) };
        let read = match &file.form {
            EvidenceForm::File { sha256, name, .. } => picture::media_type(&self.first_bytes(sha256), name),
            EvidenceForm::OnPaper(_) => "",
        };
        if !SCAN_TYPES.contains(&read) {
            return Err(Refused::NoScan(file.form.name().to_owned()));
        }
        // What came by a path was read before it was stored.
        if let EvidenceForm::File { sha256, name, .. } = &file.form
            && attached.paths.is_empty()
        {
            check_readable(self.store().open_attachment(sha256)?, name)?;
        }
        if sheet.scan.as_ref().is_some_and(|scan| view::same_evidence(&scan.file.form, &file.form)) {
            return Err(Refused::ScanKnown(sheet.code));
        }
        let (on, by) = (self.today(), self.author()?.name);
        sheet.scan = Some(SignedScan { file: file.clone(), on, by: by.clone() });
        let SubmissionSheet { plan, round, department, .. } = sheet;
        let code = sheet.code.clone();
        let mut records = vec![Record::SubmissionSheet(sheet)];
        // What was seen before was seen before.
        if self.store().get::<SealedCopy>(natural::sealed_copy(plan, round, department))?.is_none() {
            let remark = format!("扫描件，报送码：{code}");
            records.push(Record::SealedCopy(SealedCopy { plan, round, department, on, by, remark }));
        }
        self.commit("submission.scan", None, records)?;
        let register = self.register(Some(round.year))?;
        let known = register.department(department).ok_or(Refused::Gone)?;
        let submission = self.submission_of(&register, round, known)?;
        let name = &submission.name;
        let message =
            format!("已收下{name}{}报送表（{code}）。{}", crate::round::words(round), submission.words);
        Ok(SubmissionScanned { message, submission })
    }

    /// 城管局2013年一季度 XJ4B-NP4P-AHH6.
    fn named_code(&self, sheet: &SubmissionSheet) -> Outcome<String> {
        let departments = self.departments()?;
        let found = departments.iter().find(|one| one.id == sheet.department);
        let name = found.map_or("", |one| one.current_name());
        Ok(format!("{name}{} {}", crate::round::words(sheet.round), sheet.code))
    }
}

/// 第2次打印，2013年4月8日李某，报送码：XJ4B-NP4P-AHH6；4月9日收回签字盖章件。
fn history(sheet: &SubmissionSheet) -> String {
    let SubmissionSheet { number, on, by, code, .. } = sheet;
    let back = sheet
        .scan
        .as_ref()
        .map(|scan| format!("；{}收回签字盖章的扫描件（{}）", date_in_words(scan.on), scan.by));
    format!("{}第{number}次打印（{by}），报送码：{code}{}。", date_in_words(*on), back.unwrap_or_default())
}

/// 报送码 over department, round and revisions: one paper has one code.
fn code(plan: ObjectId, round: Round, department: ObjectId, revisions: &[[u8; 32]]) -> String {
    let mut bytes = Vec::with_capacity(64 + revisions.len() * 32);
    bytes.extend_from_slice(&plan.0);
    bytes.extend_from_slice(&round.year.to_be_bytes());
    bytes.push(round.quarter.number());
    bytes.extend_from_slice(&department.0);
    bytes.extend(revisions.iter().flatten());
    check_code(&bytes)
}

/// A code as people type it: without blanks and lines between its groups, in capitals.
fn plain(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase()
}

/// Signatures are personal data where nobody has answered.
fn signed(scan: &BoxEvidence) -> BoxEvidence {
    let mut scan = scan.clone();
    let (BoxEvidence::File { personal, .. } | BoxEvidence::OnPaper { personal, .. }) = &mut scan;
    personal.get_or_insert(true);
    scan
}

/// Looks at a file before it is stored.
fn check_scan(path: &Path) -> Outcome<()> {
    let name = files::name(path);
    let unreadable = |why| Refused::Unreadable { name: name.clone(), why };
    let mut first = Vec::new();
    let file = files::open_named(path, &name)?;
    file.take(FIRST_BYTES as u64).read_to_end(&mut first).map_err(unreadable)?;
    if !SCAN_TYPES.contains(&picture::media_type(&first, &name)) {
        return Err(Refused::NoScan(name));
    }
    check_readable(files::open_named(path, &name)?, &name)
}

/// A signed paper is kept for the day when somebody asks for it: a file that nobody can open is none.
fn check_readable(file: impl Read, name: &str) -> Outcome<()> {
    let unreadable = |why| Refused::Unreadable { name: name.to_owned(), why };
    let mut bytes = Vec::new();
    file.take(SCAN_BYTES_MAX).read_to_end(&mut bytes).map_err(unreadable)?;
    let fault = if picture::media_type(&bytes, name) == "image/jpeg" {
        picture::thumbnail(&bytes).err().map(|_| ScanFault::Damaged)
    } else {
        match pdf::inspect(&bytes) {
            // What is only too much for a book of evidence can be opened.
            Ok(_) | Err(ForeignFault::TooLarge { .. } | ForeignFault::TooManyPages { .. }) => None,
            Err(ForeignFault::Encrypted) => Some(ScanFault::Encrypted),
            Err(_) => Some(ScanFault::Damaged),
        }
    };
    fault.map_or(Ok(()), |fault| Err(Refused::ScanClosed { name: name.to_owned(), fault }))
}
