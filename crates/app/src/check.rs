//! The health check: what the store found wrong, in words.

use crate::desk::{Desk, Opening};
use crate::refusal::{Outcome, Refused};
use crate::wire::settings::{CheckFinding, CheckReport};
use ledger::digest;
use store::{AuditEntry, Fault, FaultKind, StoreError};

/// What the audit calls a check, and one that found nothing.
const CHECK: &str = "check: ";
const SOUND: &str = "check: sound";

/// Checks the store in a folder; one that is too damaged to be opened is a finding and no refusal.
///
/// # Errors
/// The store is held, no store, of a newer version, or lies where no store may lie.
pub fn check(opening: Opening) -> Outcome<CheckReport> {
    let place = opening.store.display().to_string();
    match Desk::open(opening).and_then(|desk| desk.check()) {
        Err(Refused::Store(
            damage @ (StoreError::Damaged(_)
            | StoreError::DamagedRevision { .. }
            | StoreError::UnreadableBody { .. }),
        )) => {
            let what = FaultKind::Database.code().to_owned();
            let finding = CheckFinding { what, object: place, text: Refused::Store(damage).text() };
            Ok(CheckReport { ok: false, findings: vec![finding] })
        }
        other => other,
    }
}

impl Desk {
    /// Checks every revision, signature, attachment and projection.
    ///
    /// # Errors
    /// Only when checking itself is impossible.
    pub fn check(&self) -> Outcome<CheckReport> {
        let faults = self.store().check()?;
        let finding = |fault: &Fault| {
            let file = digest::from_hex(&fault.object).map(|hash| self.file_words(&hash)).unwrap_or_default();
            let (what, object) = (fault.kind.code().to_owned(), fault.object.clone());
            CheckFinding { what, object, text: words(fault, &file) }
        };
        let report = CheckReport { ok: faults.is_empty(), findings: faults.iter().map(finding).collect() };
        let who = self.author().map(|author| author.name).unwrap_or_default();
        let what = if report.ok { SOUND.to_owned() } else { format!("{CHECK}{} findings", faults.len()) };
        // What was found is told in any case; a database that takes no note of it is no reason to keep it back.
        let _ = self.store().note(self.now(), &who, &what);
        Ok(report)
    }

    /// Whether nothing was wrong at the last check; a store that was never checked has passed SQLite's own when it was
    /// opened.
    pub(crate) fn sound(audit: &[AuditEntry]) -> bool {
        audit.iter().rev().find(|entry| entry.what.starts_with(CHECK)).is_none_or(|last| last.what == SOUND)
    }

    /// “签到表.pdf”: a stored file by the names that entries give it; by its first digits where none does.
    pub(crate) fn file_words(&self, sha256: &[u8; 32]) -> String {
        match self.store().attachment_names(sha256).unwrap_or_default() {
            names if names.is_empty() => format!("{}…", &digest::hex(sha256)[..12]),
            names => names.iter().map(|name| format!("“{name}”")).collect(),
        }
    }
}

/// `file`: how a person knows the file, where the fault is one's.
fn words(fault: &Fault, file: &str) -> String {
    let short: String = fault.object.chars().take(12).collect();
    let from_backup = "请从备份恢复，并保留这份资料库供核查";
    match fault.kind {
        FaultKind::Database => format!("资料库的数据库结构已损坏。{from_backup}。"),
        FaultKind::Header | FaultKind::Body | FaultKind::Signature | FaultKind::Columns => {
            format!("记录 {short} 与其签名不符，可能被改动或已损坏。{from_backup}。")
        }
        FaultKind::Unreadable => format!("记录 {short} 的内容读不出来。{from_backup}。"),
        FaultKind::Parent | FaultKind::Generation | FaultKind::Edges => {
            format!("记录 {short} 的先后关系不完整，可能有记录丢失。{from_backup}。")
        }
        FaultKind::Projection => {
            format!(
                "派生数据（{}）与记录不一致。记录本身没有问题；请重新打开程序后再校验，仍不一致时从备份恢复。",
                fault.object
            )
        }
        FaultKind::AttachmentMissing => format!("佐证文件{file}不在资料库文件夹中。请从备份恢复。"),
        FaultKind::AttachmentDamaged => {
            format!("佐证文件{file}的内容与登记的校验值不符，已损坏或被改动。请从备份恢复。")
        }
        FaultKind::AttachmentUnreadable => {
            format!("佐证文件{file}读不出来，可能没有权限或磁盘有坏处。请检查磁盘，或从备份恢复。")
        }
        FaultKind::AttachmentUnknown => format!("记录 {short} 所引用的佐证与登记的不一致。{from_backup}。"),
        FaultKind::Audit => {
            format!("操作日志第 {} 条与前后不衔接，可能被改动。{from_backup}。", fault.object)
        }
    }
}
