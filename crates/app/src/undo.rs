//! Undo: whoever works here takes back what he did last today, whatever it was, and is told what that was.
//!
//! Each operation is taken back as a whole by new revisions; nothing leaves the history. Only the last one that stands is
//! offered, and only to who did it: what another did since is never undone by the way. An entry's own submissions can be
//! taken back one by one as well, by [`Desk::undo_entry`].

use crate::desk::{Desk, day_in_china};
use crate::refusal::{IssueRefusal, Outcome, Refused};
use crate::roles::guard;
use crate::wire::start::UndoOffer;
use domain::action::Action;
use ledger::{Record, Rid};
use store::OperationDone;

/// Every operation that this program writes: its name, what was done in words, and who may.
const DEEDS: &[(&str, &str, Action)] = &[
    ("progress.submit", "提交", Action::Report),
    ("progress.correct", "更正", Action::Report),
    ("finding.record", "作出认定", Action::Find),
    ("lead.confirm", "确认牵头", Action::ChangePlan),
    ("leader.set", "登记分管领导", Action::ChangePlan),
    ("plan.import", "启用白皮书", Action::ChangePlan),
    ("department.add", "增加部门", Action::Administer),
    ("department.rename", "部门更名", Action::ChangePlan),
    ("contact.set", "设定联络员", Action::Chase),
    ("office.set", "设定单位", Action::Administer),
    ("settings.set", "改动设置", Action::Administer),
    ("person.add", "增加人员", Action::Administer),
    ("person.end", "登记离任", Action::Administer),
    ("person.grant", "设定角色", Action::Administer),
    ("review.accept", "审核通过", Action::Review),
    ("review.return", "审核退回", Action::Review),
    ("round.close", "关闭报告期", Action::Rounds),
    ("round.reopen", "重开报告期", Action::Rounds),
    ("sealed_copy.add", "登记盖章件", Action::Chase),
    ("submission.print", "打印季度报送表", Action::Report),
    ("submission.scan", "收回季度报送表", Action::Report),
    ("items.confirm", "确认事项", Action::ChangePlan),
    ("indicators.confirm", "确认指标", Action::ChangePlan),
    ("summary.save", "写汇总稿", Action::Report),
    ("light.override", "人工调整全年进展", Action::Find),
    ("person.handover", "工作移交", Action::Administer),
    ("organisation.change", "登记机构变动", Action::ChangePlan),
    ("plan_change.add", "调整季度目标", Action::ChangePlan),
    ("carry.confirm", "确认结转", Action::ChangePlan),
    ("comment.add", "批注", Action::Review),
    ("comment.withdraw", "撤回批注", Action::Review),
    ("verification.draw", "抽取核查样本", Action::Review),
    ("verification.check", "登记核查结果", Action::Review),
    ("instruction.add", "登记领导批示", Action::Chase),
    ("supervision.assign", "交办督办事项", Action::Chase),
    ("supervision.step", "办理督办事项", Action::Chase),
    ("feedback.add", "登记公众意见", Action::Feedback),
    ("feedback.change", "改动公众意见", Action::Feedback),
    ("feedback.answer", "答复公众意见", Action::Feedback),
    ("feedback.close", "办结公众意见", Action::Feedback),
    ("feedback.reopen", "重开公众意见", Action::Feedback),
    ("report.sent", "登记发出", Action::Issue),
    (RESTORE, "从回收站恢复", Action::Report),
];

/// What stays for good, and what is done instead: nothing before it is taken back either, since it is made of that.
const LASTING: &[(&str, &str)] = &[(ISSUE, "签发报告")];

/// What issues a report.
pub(crate) const ISSUE: &str = "report.issue";

/// What takes back any operation as a whole.
const UNDO: &str = "operation.undo";
/// What brings back from the recycle bin.
pub(crate) const RESTORE: &str = "object.restore";

/// Every operation's name with what it does in words.
pub fn deeds() -> impl Iterator<Item = (&'static str, &'static str)> {
    DEEDS.iter().map(|(name, word, _)| (*name, *word))
}

/// Every operation that is never taken back, with what it does in words.
pub fn lasting() -> impl Iterator<Item = (&'static str, &'static str)> {
    LASTING.iter().copied()
}

/// Whether an operation of that name takes others back.
#[must_use]
pub fn is_undo(op: &str) -> bool {
    op.ends_with(".undo")
}

struct Deed {
    done: OperationDone,
    word: &'static str,
    action: Action,
}

impl Desk {
    /// What can be undone now; `None`: nothing, or another did it, or not today.
    ///
    /// # Errors
    /// When the store fails.
    pub fn undo_offer(&self) -> Outcome<Option<UndoOffer>> {
        let Some(deed) = self.last_deed()? else { return Ok(None) };
        let Some(last) = deed.done.rids.last() else { return Ok(None) };
        Ok(Some(UndoOffer { words: self.words_of(&deed)?, revision: last.to_string() }))
    }

    /// Undoes what was offered under that revision and says what it was.
    ///
    /// # Errors
    /// Something else is the last now; who works here may not do this; nobody would be left with 管理.
    pub fn undo(&self, revision: &str) -> Outcome<String> {
        let Some(deed) = self.last_deed()? else { return Err(self.why_not()?) };
        let meant: Rid = revision.parse().map_err(|_| Refused::NothingToUndo)?;
        if deed.done.rids.last() != Some(&meant) {
            return Err(Refused::NothingToUndo);
        }
        self.require(deed.action)?;
        let words = self.words_of(&deed)?;
        let before = guard(&self.holders()?);
        let undone = self.store().undo(self.operation(UNDO, None)?, deed.done.rids)?;
        if !before.may_become(guard(&self.holders()?)) {
            self.store().undo(self.operation(UNDO, None)?, undone)?;
            return Err(Refused::LastAdministrator(self.author()?.name));
        }
        Ok(format!("已撤销：{words}。原来的内容保留在历史中。"))
    }

    /// Why nothing can be undone.
    fn why_not(&self) -> Outcome<Refused> {
        let standing = self.store().standing_operation(is_undo)?;
        let Some((done, _)) = standing.filter(|(done, _)| done.name == ISSUE) else {
            return Ok(Refused::NothingToUndo);
        };
        let record = done.rids.last().map(|rid| self.store().record(*rid)).transpose()?.flatten();
        Ok(match record {
            Some(Record::IssuedReport(report)) => IssueRefusal::Stays(report.number.text()).into(),
            _ => Refused::NothingToUndo,
        })
    }

    fn last_deed(&self) -> Outcome<Option<Deed>> {
        let Some((done, header)) = self.store().standing_operation(is_undo)? else { return Ok(None) };
        let known = DEEDS.iter().find(|(name, ..)| *name == done.name);
        let own = header.author.name == self.author()?.name && day_in_china(header.wall_ms) == self.today();
        Ok(known.filter(|_| own).map(|(_, word, action)| Deed { done, word, action: *action }))
    }

    /// 作出认定，（五）完善…，第一季度目标: no brackets around, a task's number brings its own.
    fn words_of(&self, deed: &Deed) -> Outcome<String> {
        let Some(last) = deed.done.rids.last() else { return Ok(deed.word.to_owned()) };
        let about = match self.store().record(*last)? {
            Some(record) => self.described(&record)?.about,
            None => String::new(),
        };
        Ok(if about.is_empty() { deed.word.to_owned() } else { format!("{}，{about}", deed.word) })
    }
}
