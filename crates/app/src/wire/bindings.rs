//! The screen's types, written from ours: one TypeScript file, committed, compared by a test.

use super::{board, chase, entry, find, paper, printed, review, settings, start, work};
use ts_rs::{Config, TS};

/// The text of `ui/src/ipc/bindings.ts`.
#[must_use]
pub fn bindings() -> String {
    let config = Config::default();
    let mut text = String::from(
        "// Generated from crates/app/src/wire by `cargo xtask bindings`; do not edit. One file: it is compared as a whole.\n",
    );
    macro_rules! declare {
        ($($wire:ty),+ $(,)?) => {
            $(
                text.push_str("\nexport ");
                text.push_str(&<$wire>::decl(&config));
                text.push('\n');
            )+
        };
    }
    declare!(
        start::Start,
        start::Frame,
        start::Beginning,
        start::Refusal,
        settings::Settings,
        settings::OfficeView,
        settings::PersonView,
        settings::DepartmentView,
        settings::DepartmentNameView,
        settings::StoreView,
        settings::About,
        settings::CheckReport,
        settings::CheckFinding,
        settings::FullBackup,
        board::BoardQuery,
        board::Board,
        board::Counts,
        board::StateCount,
        board::StateCode,
        board::LightCode,
        board::BoardGoal,
        board::BoardTask,
        board::BoardDepartment,
        board::BoardMilestone,
        board::StandingView,
        board::BoardLight,
        board::ReviewCounts,
        board::SilentDepartment,
        board::OpenDraft,
        find::FoundList,
        find::Hit,
        find::HitKind,
        find::Marked,
        find::Mark,
        find::HitPlace,
        entry::EntryKey,
        entry::ClaimCode,
        entry::EntryBoxes,
        entry::BoxValue,
        entry::BoxEvidence,
        entry::EntryForm,
        entry::QuantityView,
        entry::Statement,
        entry::Draft,
        entry::HistoryLine,
        entry::FindingView,
        entry::Submitted,
        entry::AddedFiles,
        entry::PictureView,
        review::ReviewQuery,
        review::StageCode,
        review::ReviewQueue,
        review::StageCount,
        review::ReviewDepartment,
        review::ReviewLine,
        review::DecisionCode,
        review::DecisionView,
        review::ReviewTarget,
        review::FindingChoice,
        review::ReturnBoxes,
        review::Reviewed,
        paper::PaperPreview,
        paper::SourceLine,
        paper::LineKind,
        paper::PlanView,
        paper::PlanCounts,
        paper::PlanGoal,
        paper::PlanTask,
        paper::PaperProblem,
        paper::Verdict,
        paper::PaperDifference,
        printed::ReportQuery,
        printed::StyleCode,
        printed::PrintedReport,
        printed::OutlineItem,
        printed::Gap,
        chase::RoundView,
        chase::ClosingView,
        chase::CallList,
        chase::ReportedCount,
        chase::CallLineView,
        chase::MilestoneRef,
        chase::SealedCopyView,
        chase::ContactView,
        chase::InstructionBoxes,
        chase::InstructionView,
        chase::SupervisionBoxes,
        chase::StepBoxes,
        chase::SupervisionView,
        chase::StageView,
        chase::StepView,
        work::Work,
        work::WorkProgress,
    );
    text
}
