//! What `bps status --json` prints: a round judged, task by task, with counts that close.

use super::submission::SubmissionView;
use serde::Serialize;

/// A round judged.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// 2013Q1.
    pub period: String,
    /// 数据截至.
    pub as_of: String,
    /// The round's due date.
    pub due: String,
    /// open or closed.
    pub round_state: String,
    /// 填报中, 已截止, 已重开.
    pub round_word: String,
    /// Every task in printed order.
    pub tasks: Vec<TaskStatus>,
    /// The round's own milestones.
    pub counts: StatusCounts,
    /// The same by who leads on the round's last day; their totals add up to that of `counts`.
    pub rates: Vec<LeadRate>,
    /// The 季度报送表 that were printed, each with where it stands.
    pub submissions: Vec<SubmissionView>,
    /// What the year leaves to the next (结转); empty until the fourth round is closed.
    pub carried_forward: Vec<String>,
}

/// One task as a round sees it.
#[derive(Debug, Clone, Serialize)]
pub struct TaskStatus {
    /// As published.
    pub number: u32,
    /// Its title without the number.
    pub title: String,
    /// The confirmed lead's published name.
    pub lead: Option<String>,
    /// Published names in printed order.
    pub departments: Vec<String>,
    /// The round's own milestone; `null` where the paper promises nothing for the quarter.
    pub quarter: Option<MilestoneStatus>,
    /// Earlier quarters' milestones that the round asks for again (遗留).
    pub carried_over: Vec<MilestoneStatus>,
    /// The year light.
    pub light: LightStatus,
}

/// One milestone as a round sees it.
#[derive(Debug, Clone, Serialize)]
pub struct MilestoneStatus {
    /// The quarter that was promised.
    pub quarter: u8,
    /// not_due, unreported, condition_not_met, adjusted, done, partial or not_done.
    pub state: String,
    /// `null` for 未报.
    pub mark: Option<String>,
    /// As on screen and paper: 自报 before it while nobody has judged.
    pub word: String,
    /// Why.
    pub reason: String,
    /// Whether the supervision office has decided it.
    pub judged: bool,
    /// ◇ 无佐证.
    pub without_evidence: bool,
    /// What the departments state; stays beside a finding.
    pub claim: Option<String>,
    /// What the supervision office decided last.
    pub finding: Option<String>,
    /// The day on which it was finished, where that is known.
    pub done_on: Option<String>,
    /// The round in which it is due now.
    pub due_in: String,
    /// Whether it is asked for again in later rounds.
    pub open: bool,
    /// What should be looked at; blocks nothing.
    pub flags: Vec<FlagStatus>,
}

/// Something to look at.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "domain::flag describes them")]
pub struct FlagStatus {
    pub kind: String,
    pub words: String,
}

/// A year light.
#[derive(Debug, Clone, Serialize)]
pub struct LightStatus {
    /// done, on_track, slow or behind.
    pub light: String,
    /// ✓ ● ▲ ×.
    pub mark: String,
    /// The office's word for it.
    pub word: String,
    /// Why.
    pub reason: String,
    /// What the arithmetic says; another only where a person has set the light.
    pub computed: String,
    /// Who set it; `null`: nobody.
    pub overridden_by: Option<String>,
}

/// Milestones counted by state; the counts add up to `total`.
#[derive(Debug, Clone, Serialize)]
pub struct StatusCounts {
    /// 一季度节点20项：完成9项，部分完成3项，未报8项.
    pub sentence: String,
    /// All.
    pub total: usize,
    /// Those that occur.
    pub states: Vec<StateTotal>,
    /// How many of them the supervision office has judged.
    pub judged: usize,
    /// How many were stated without evidence.
    pub without_evidence: usize,
}

/// How many milestones stand so.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct StateTotal {
    pub state: String,
    pub word: String,
    pub count: usize,
}

/// One lead's milestones.
#[derive(Debug, Clone, Serialize)]
pub struct LeadRate {
    /// Published name; `null`: tasks of several departments without a confirmed lead.
    pub lead: Option<String>,
    /// Its milestones by state.
    pub counts: StatusCounts,
    /// Those that count for the rate: all but 不计, 已调整 and 未到期.
    pub counted: usize,
    /// How many of these are done.
    pub done: usize,
    /// 完成率, as 66.7%; `null` where nothing counts.
    pub rate: Option<String>,
}
