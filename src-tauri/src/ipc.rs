//! The commands, an adapter each: `ui/src/ipc/commands.ts` on this side. Nothing is decided here.
//! One file, since the list in `commands` names every one of them once and the two are read side by side.
//!
//! All run beside the window's thread. A refusal crosses as its code, its sentence and its lines.

use crate::closing;
use crate::picker::Kind;
use crate::state::{ReadPaper, Shell};
use app::desk::Desk;
use app::feedback::Letter;
use app::files::Attached;
use app::printed::Printed;
use app::printed::evidence_book::VOLUME_MB;
use app::refusal::{Outcome, Refused};
use app::wire::bin::WithdrawnView;
use app::wire::board::{Board, BoardQuery};
use app::wire::breakdown::{ItemBoxes, ItemsView, SummaryView};
use app::wire::change::{
    CarryList, CarryView, ChangeBoxes, ChangeView, HeldTask, OrganisationBoxes, OrganisationView,
};
use app::wire::chase::{
    Chase, ContactView, InstructionBoxes, InstructionView, RoundView, SealedCopyView, StepBoxes,
    SupervisionBoxes, SupervisionView,
};
use app::wire::comment::{CommentBoxes, CommentView};
use app::wire::entry::{
    AddedFiles, BoxEvidence, ClaimCode, EntryBoxes, EntryForm, EntryKey, PictureView, Submitted,
};
use app::wire::feedback::{
    FeedbackChange, FeedbackList, FeedbackPersonal, FeedbackView, MailPreview, NewFeedback, TaskSuggestion,
};
use app::wire::find::FoundList;
use app::wire::indicator::{CheckedIndicators, IndicatorInput, IndicatorSheet};
use app::wire::issue::{IssueBoxes, IssuedView, SentBoxes, Verified};
use app::wire::paper::{PaperPreview, PlanView};
use app::wire::printed::{BookWritten, ColumnChoice, Format, PrintedReport, ReportQuery};
use app::wire::review::{
    CheckBoxes, FindingChoice, ReturnBoxes, ReviewQuery, ReviewQueue, ReviewTarget, Reviewed, SampleQuery,
    VerificationView,
};
use app::wire::settings::{
    CheckReport, DepartmentNameView, FullBackup, HandedOver, LightChoice, PersonView, PinSet, RecoverySheet,
    RoleCode, Settings,
};
use app::wire::start::{Beginning, Frame, Refusal, Start};
use app::wire::submission::{SubmissionScanned, SubmissionView};
use std::path::{Path, PathBuf};
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{AppHandle, Manager, Runtime, State, Window};
use tauri_plugin_opener::OpenerExt;

type Answer<T> = Result<T, Refusal>;
type Held<'a> = State<'a, Shell>;

const PAPERS: Kind = Kind { label: "白皮书文本", extensions: &["txt"] };
const ANY: Kind = Kind { label: "", extensions: &[] };
const LETTERS: Kind = Kind { label: "邮件", extensions: &["eml"] };
const PDF: Kind = Kind { label: "PDF 文件", extensions: &["pdf"] };
const WORD: Kind = Kind { label: "Word、WPS 文字", extensions: &["docx"] };
const EXCEL: Kind = Kind { label: "Excel、WPS 表格", extensions: &["xlsx"] };
const BACKUPS: Kind = Kind { label: "完整备份", extensions: &["bpsbak"] };

fn answer<T>(outcome: Outcome<T>) -> Answer<T> {
    outcome.map_err(|refused| refused.to_wire())
}

// 开始

#[tauri::command(async)]
pub(crate) fn start(shell: Held<'_>) -> Start {
    shell.start()
}

#[tauri::command(async)]
pub(crate) fn open_sample(shell: Held<'_>) -> Answer<Frame> {
    answer(shell.open_sample())
}

#[tauri::command(async)]
pub(crate) fn remove_sample(shell: Held<'_>) -> Answer<Start> {
    answer(shell.remove_sample())
}

#[tauri::command(async)]
pub(crate) fn begin(shell: Held<'_>, beginning: Beginning) -> Answer<Frame> {
    answer(app::places::store_folder().and_then(|folder| shell.open(&folder))).and_then(|_| {
        answer(shell.change(|desk| {
            desk.begin(&beginning)?;
            desk.remember_person()?;
            desk.frame()
        }))
    })
}

#[tauri::command(async)]
pub(crate) fn take_over(shell: Held<'_>, person: PersonView, pin: Option<String>) -> Answer<Frame> {
    answer(shell.change(|desk| {
        desk.take_over_with_pin(&person, pin.as_deref())?;
        desk.remember_person()?;
        desk.frame()
    }))
}

#[tauri::command(async)]
pub(crate) fn lock(shell: Held<'_>) -> Answer<Frame> {
    answer(shell.change(|desk| {
        desk.lock();
        desk.frame()
    }))
}

#[tauri::command(async)]
pub(crate) fn unlock(shell: Held<'_>, pin: String) -> Answer<Frame> {
    answer(shell.change(|desk| {
        desk.unlock(&pin)?;
        desk.frame()
    }))
}

#[tauri::command(async)]
pub(crate) fn recover_pin(shell: Held<'_>, name: String, code: String, pin: String) -> Answer<RecoverySheet> {
    answer(shell.change(|desk| {
        let next = desk.recover_pin(&name, &code, &pin)?;
        Ok(recovery_sheet(&shell, desk, next))
    }))
}

/// The new code with its sheet; one that cannot be set leaves the code to be written down.
fn recovery_sheet(shell: &Shell, desk: &Desk, code: String) -> RecoverySheet {
    let sheet = desk.print_recovery(&code).ok().map(|printed| keep(shell, printed));
    RecoverySheet { code, sheet }
}

/// Keeps a printed document for opening and saving.
fn keep(shell: &Shell, printed: Printed) -> PrintedReport {
    let mut report = printed.to_wire(String::new());
    report.token = shell.printed.keep(printed);
    report
}

#[tauri::command(async)]
pub(crate) fn frame(shell: Held<'_>) -> Answer<Frame> {
    answer(shell.read(Desk::frame))
}

// 计划

#[tauri::command(async)]
pub(crate) fn pick_paper<R: Runtime>(app: AppHandle<R>, shell: Held<'_>) -> Answer<Option<PaperPreview>> {
    let picked = shell.picker.open_one(&app, &PAPERS);
    answer(picked.map(|path| preview(&shell, &path)).transpose())
}

#[tauri::command(async)]
pub(crate) fn take_paper(shell: Held<'_>, drop: String) -> Answer<PaperPreview> {
    let dropped = shell.drops.get(&drop);
    answer(dropped.and_then(|paths| preview(&shell, paths.first().ok_or(Refused::Gone)?)))
}

fn preview(shell: &Shell, path: &Path) -> Outcome<PaperPreview> {
    let (name, bytes) = (app::files::name(path), app::files::read(path)?);
    let mut preview = shell.read(|desk| desk.preview_paper(&name, &bytes))?;
    preview.token = shell.papers.keep(ReadPaper { name, bytes });
    Ok(preview)
}

#[tauri::command(async)]
pub(crate) fn import_paper(shell: Held<'_>, token: String) -> Answer<Frame> {
    let paper = answer(shell.papers.get(&token))?;
    answer(shell.change(|desk| {
        desk.import_paper(&paper.name, &paper.bytes)?;
        desk.frame()
    }))
}

#[tauri::command(async)]
pub(crate) fn plan(shell: Held<'_>, year: i16) -> Answer<PlanView> {
    answer(shell.read(|desk| desk.plan_view(year)))
}

#[tauri::command(async)]
pub(crate) fn confirm_lead(
    shell: Held<'_>,
    year: i16,
    task: u32,
    department: Option<String>,
    from: Option<String>,
    basis: String,
) -> Answer<PlanView> {
    answer(shell.read(|desk| desk.confirm_lead(year, task, department.as_deref(), from.as_deref(), &basis)))
}

#[tauri::command(async)]
pub(crate) fn set_leader(
    shell: Held<'_>,
    year: i16,
    task: u32,
    leader: String,
    from: Option<String>,
    basis: String,
) -> Answer<PlanView> {
    answer(shell.read(|desk| desk.set_leader(year, task, &leader, from.as_deref(), &basis)))
}

#[tauri::command(async)]
pub(crate) fn indicators(shell: Held<'_>, year: i16) -> Answer<IndicatorSheet> {
    answer(shell.read(|desk| desk.indicators(year)))
}

#[tauri::command(async)]
pub(crate) fn check_indicators(
    shell: Held<'_>,
    year: i16,
    task: u32,
    list: Vec<IndicatorInput>,
) -> Answer<CheckedIndicators> {
    answer(shell.read(|desk| desk.check_indicators(year, task, &list)))
}

#[tauri::command(async)]
pub(crate) fn confirm_indicators(
    shell: Held<'_>,
    year: i16,
    task: u32,
    list: Vec<IndicatorInput>,
) -> Answer<IndicatorSheet> {
    answer(shell.read(|desk| desk.confirm_indicators(year, task, &list)))
}

// 总览, 任务台账

#[tauri::command(async)]
pub(crate) fn board(shell: Held<'_>, query: BoardQuery) -> Answer<Board> {
    answer(shell.read(|desk| desk.board(&query)))
}

#[tauri::command(async)]
pub(crate) fn find(shell: Held<'_>, year: Option<i16>, text: String) -> Answer<FoundList> {
    answer(shell.read(|desk| desk.find(year, &text)))
}

// 填报

#[tauri::command(async)]
pub(crate) fn entry_form(shell: Held<'_>, key: EntryKey) -> Answer<EntryForm> {
    answer(shell.read(|desk| desk.entry_form(&key)))
}

#[tauri::command(async)]
pub(crate) fn save_draft(shell: Held<'_>, key: EntryKey, boxes: EntryBoxes) -> Answer<String> {
    answer(shell.read(|desk| desk.save_draft(&key, &boxes)))
}

#[tauri::command(async)]
pub(crate) fn discard_draft(shell: Held<'_>, key: EntryKey) -> Answer<EntryForm> {
    answer(shell.read(|desk| desk.discard_draft(&key)))
}

#[tauri::command(async)]
pub(crate) fn submit_entry(shell: Held<'_>, key: EntryKey, boxes: EntryBoxes) -> Answer<Submitted> {
    answer(shell.read(|desk| desk.submit_entry(&key, &boxes)))
}

#[tauri::command(async)]
pub(crate) fn undo_entry(shell: Held<'_>, key: EntryKey) -> Answer<Submitted> {
    answer(shell.read(|desk| desk.undo_entry(&key)))
}

// 撤销, 回收站

#[tauri::command(async)]
pub(crate) fn undo(shell: Held<'_>, revision: String) -> Answer<String> {
    answer(shell.read(|desk| desk.undo(&revision)))
}

#[tauri::command(async)]
pub(crate) fn recycle_bin(shell: Held<'_>) -> Answer<Vec<WithdrawnView>> {
    answer(shell.read(Desk::recycle_bin))
}

#[tauri::command(async)]
pub(crate) fn restore_withdrawn(shell: Held<'_>, revision: String) -> Answer<Vec<WithdrawnView>> {
    answer(shell.read(|desk| desk.restore_withdrawn(&revision)))
}

#[tauri::command(async)]
pub(crate) fn record_finding(
    shell: Held<'_>,
    key: EntryKey,
    claim: ClaimCode,
    reason: String,
) -> Answer<EntryForm> {
    answer(shell.read(|desk| desk.record_finding(&key, claim, &reason)))
}

// 事项, 汇总稿

#[tauri::command(async)]
pub(crate) fn milestone_items(shell: Held<'_>, year: i16, task: u32, quarter: u8) -> Answer<ItemsView> {
    answer(shell.read(|desk| desk.milestone_items(year, task, quarter)))
}

#[tauri::command(async)]
pub(crate) fn confirm_items(
    shell: Held<'_>,
    year: i16,
    task: u32,
    quarter: u8,
    items: Vec<ItemBoxes>,
) -> Answer<ItemsView> {
    answer(shell.read(|desk| desk.confirm_items(year, task, quarter, &items)))
}

#[tauri::command(async)]
pub(crate) fn summary(shell: Held<'_>, key: EntryKey) -> Answer<SummaryView> {
    answer(shell.read(|desk| desk.summary(&key)))
}

#[tauri::command(async)]
pub(crate) fn save_summary(shell: Held<'_>, key: EntryKey, text: String) -> Answer<SummaryView> {
    answer(shell.read(|desk| desk.save_summary(&key, &text)))
}

// 审核

#[tauri::command(async)]
pub(crate) fn review_queue(shell: Held<'_>, query: ReviewQuery) -> Answer<ReviewQueue> {
    answer(shell.read(|desk| desk.review_queue(&query)))
}

#[tauri::command(async)]
pub(crate) fn accept_entry(
    shell: Held<'_>,
    target: ReviewTarget,
    finding: Option<FindingChoice>,
) -> Answer<Reviewed> {
    answer(shell.read(|desk| desk.accept_entry(&target, finding.as_ref())))
}

#[tauri::command(async)]
pub(crate) fn return_entry(shell: Held<'_>, target: ReviewTarget, boxes: ReturnBoxes) -> Answer<Reviewed> {
    answer(shell.read(|desk| desk.return_entry(&target, &boxes)))
}

#[tauri::command(async)]
pub(crate) fn verifications(shell: Held<'_>, year: i16, round: u8) -> Answer<Vec<VerificationView>> {
    answer(shell.read(|desk| desk.verifications(year, round)))
}

#[tauri::command(async)]
pub(crate) fn draw_sample(shell: Held<'_>, query: SampleQuery) -> Answer<VerificationView> {
    answer(shell.read(|desk| desk.draw_sample(&query)))
}

#[tauri::command(async)]
pub(crate) fn record_check(
    shell: Held<'_>,
    key: EntryKey,
    seed: u32,
    boxes: CheckBoxes,
) -> Answer<VerificationView> {
    answer(shell.read(|desk| desk.record_check(&key, seed, &boxes)))
}

// 批注

#[tauri::command(async)]
pub(crate) fn comments(shell: Held<'_>, year: i16) -> Answer<Vec<CommentView>> {
    answer(shell.read(|desk| desk.comments(year)))
}

#[tauri::command(async)]
pub(crate) fn add_comment(shell: Held<'_>, boxes: CommentBoxes) -> Answer<Vec<CommentView>> {
    answer(shell.read(|desk| desk.add_comment(&boxes)))
}

#[tauri::command(async)]
pub(crate) fn withdraw_comment(shell: Held<'_>, year: i16, id: String) -> Answer<Vec<CommentView>> {
    answer(shell.read(|desk| desk.withdraw_comment(year, &id)))
}

// 佐证

#[tauri::command(async)]
pub(crate) fn pick_files<R: Runtime>(app: AppHandle<R>, shell: Held<'_>) -> Answer<AddedFiles> {
    let picked = shell.picker.open_several(&app, &ANY);
    answer(add(&app, &shell, &picked))
}

#[tauri::command(async)]
pub(crate) fn take_files<R: Runtime>(app: AppHandle<R>, shell: Held<'_>, drop: String) -> Answer<AddedFiles> {
    let dropped = answer(shell.drops.get(&drop))?;
    answer(add(&app, &shell, &dropped))
}

fn add<R: Runtime>(app: &AppHandle<R>, shell: &Shell, paths: &[PathBuf]) -> Outcome<AddedFiles> {
    shell.read(|desk| Ok(desk.add_files(paths, &shell.works.watch(app))))
}

#[tauri::command(async)]
pub(crate) fn paste_file(shell: Held<'_>, request: Request<'_>) -> Answer<AddedFiles> {
    let encoded = request.headers().get("name").and_then(|name| name.to_str().ok()).unwrap_or_default();
    let name = percent_encoding::percent_decode_str(encoded).decode_utf8_lossy().into_owned();
    let InvokeBody::Raw(bytes) = request.body() else { return answer(Err(Refused::Gone)) };
    answer(shell.read(|desk| Ok(desk.add_bytes(&name, bytes))))
}

#[tauri::command(async)]
pub(crate) fn picture(shell: Held<'_>, sha256: String) -> Answer<PictureView> {
    answer(shell.read(|desk| desk.picture(&sha256)))
}

#[tauri::command(async)]
pub(crate) fn open_file<R: Runtime>(
    app: AppHandle<R>,
    shell: Held<'_>,
    sha256: String,
    name: String,
) -> Answer<()> {
    answer(viewing_folder(&app).and_then(|folder| {
        let copy = shell.read(|desk| desk.copy_to_view(&sha256, &name, &folder))?;
        open_in_viewer(&app, &copy)
    }))
}

// 公众意见

#[tauri::command(async)]
pub(crate) fn feedback_list(shell: Held<'_>, year: i16) -> Answer<FeedbackList> {
    answer(shell.read(|desk| desk.feedback_list(Some(year), None)))
}

#[tauri::command(async)]
pub(crate) fn feedback(shell: Held<'_>, id: String) -> Answer<FeedbackView> {
    answer(shell.read(|desk| desk.feedback(&id)))
}

#[tauri::command(async)]
pub(crate) fn show_personal(shell: Held<'_>, id: String) -> Answer<FeedbackPersonal> {
    answer(shell.read(|desk| desk.show_personal(&id)))
}

/// Alone: two at once would ask for the same number.
#[tauri::command(async)]
pub(crate) fn add_feedback(
    shell: Held<'_>,
    new: NewFeedback,
    letter: Option<String>,
) -> Answer<FeedbackView> {
    let letter = answer(letter.map(|token| shell.letters.get(&token)).transpose())?;
    answer(shell.change(|desk| desk.add_feedback(&new, letter.as_deref())))
}

#[tauri::command(async)]
pub(crate) fn answer_feedback(shell: Held<'_>, id: String, text: String) -> Answer<FeedbackView> {
    answer(shell.read(|desk| desk.answer_feedback(&id, &text)))
}

#[tauri::command(async)]
pub(crate) fn close_feedback(shell: Held<'_>, id: String, words: String) -> Answer<FeedbackView> {
    answer(shell.read(|desk| desk.close_feedback(&id, &words)))
}

#[tauri::command(async)]
pub(crate) fn reopen_feedback(shell: Held<'_>, id: String, reason: String) -> Answer<FeedbackView> {
    answer(shell.read(|desk| desk.reopen_feedback(&id, &reason)))
}

#[tauri::command(async)]
pub(crate) fn change_feedback(shell: Held<'_>, id: String, change: FeedbackChange) -> Answer<FeedbackView> {
    answer(shell.read(|desk| desk.change_feedback(&id, &change)))
}

#[tauri::command(async)]
pub(crate) fn suggest_tasks(shell: Held<'_>, year: i16, text: String) -> Answer<Vec<TaskSuggestion>> {
    answer(shell.read(|desk| desk.suggest_tasks(year, &text)))
}

#[tauri::command(async)]
pub(crate) fn set_feedback_days(shell: Held<'_>, days: i32) -> Answer<Settings> {
    changed(&shell, |desk| desk.set_feedback_days(days))
}

#[tauri::command(async)]
pub(crate) fn pick_letter<R: Runtime>(
    app: AppHandle<R>,
    shell: Held<'_>,
    year: i16,
) -> Answer<Option<MailPreview>> {
    let picked = shell.picker.open_one(&app, &LETTERS);
    answer(picked.map(|path| letter(&shell, year, &path)).transpose())
}

#[tauri::command(async)]
pub(crate) fn take_letter(shell: Held<'_>, year: i16, drop: String) -> Answer<MailPreview> {
    let dropped = shell.drops.get(&drop);
    answer(dropped.and_then(|paths| letter(&shell, year, paths.first().ok_or(Refused::Gone)?)))
}

#[tauri::command(async)]
pub(crate) fn paste_letter(shell: Held<'_>, request: Request<'_>) -> Answer<MailPreview> {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let name = percent_encoding::percent_decode_str(header("name")).decode_utf8_lossy().into_owned();
    let (Ok(year), InvokeBody::Raw(bytes)) = (header("year").parse(), request.body()) else {
        return answer(Err(Refused::Gone));
    };
    answer(Letter::read(&name, bytes.clone()).and_then(|read| keep_letter(&shell, year, read)))
}

fn letter(shell: &Shell, year: i16, path: &Path) -> Outcome<MailPreview> {
    keep_letter(shell, year, Letter::open(path)?)
}

fn keep_letter(shell: &Shell, year: i16, letter: Letter) -> Outcome<MailPreview> {
    let mut preview = shell.read(|desk| desk.preview_letter(Some(year), &letter))?;
    preview.token = shell.letters.keep(letter);
    Ok(preview)
}

// 督办

#[tauri::command(async)]
pub(crate) fn chase(shell: Held<'_>, year: i16, quarter: u8) -> Answer<Chase> {
    answer(shell.read(|desk| desk.chase(year, quarter)))
}

#[tauri::command(async)]
pub(crate) fn close_round(shell: Held<'_>, round: String, reason: Option<String>) -> Answer<RoundView> {
    answer(shell.read(|desk| desk.close_round(&round, reason.as_deref())))
}

#[tauri::command(async)]
pub(crate) fn reopen_round(shell: Held<'_>, round: String, reason: String) -> Answer<RoundView> {
    answer(shell.read(|desk| desk.reopen_round(&round, &reason)))
}

#[tauri::command(async)]
pub(crate) fn add_sealed_copy(
    shell: Held<'_>,
    round: String,
    department: String,
    on: Option<String>,
    remark: String,
) -> Answer<SealedCopyView> {
    answer(shell.read(|desk| desk.add_sealed_copy(&round, &department, on.as_deref(), &remark)))
}

#[tauri::command(async)]
pub(crate) fn submission(shell: Held<'_>, round: String, department: String) -> Answer<SubmissionView> {
    answer(shell.read(|desk| desk.submission(&round, &department)))
}

#[tauri::command(async)]
pub(crate) fn bind_scan(shell: Held<'_>, code: String, scan: Vec<BoxEvidence>) -> Answer<SubmissionScanned> {
    answer(shell.read(|desk| desk.bind_scan(&code, &scan, &Attached::default())))
}

#[tauri::command(async)]
pub(crate) fn set_contact(
    shell: Held<'_>,
    department: String,
    name: String,
    telephone: String,
    from: Option<String>,
) -> Answer<ContactView> {
    answer(shell.read(|desk| desk.set_contact(&department, &name, &telephone, from.as_deref())))
}

#[tauri::command(async)]
pub(crate) fn add_instruction(
    shell: Held<'_>,
    year: i16,
    boxes: InstructionBoxes,
) -> Answer<InstructionView> {
    answer(shell.read(|desk| desk.add_instruction(Some(year), &boxes, &Attached::default())))
}

#[tauri::command(async)]
pub(crate) fn assign_supervision(
    shell: Held<'_>,
    year: i16,
    boxes: SupervisionBoxes,
) -> Answer<SupervisionView> {
    answer(shell.read(|desk| desk.assign_supervision(Some(year), &boxes, &Attached::default())))
}

#[tauri::command(async)]
pub(crate) fn step_supervision(
    shell: Held<'_>,
    year: i16,
    item: String,
    boxes: StepBoxes,
) -> Answer<SupervisionView> {
    answer(shell.read(|desk| desk.step_supervision(Some(year), &item, &boxes, &Attached::default())))
}

// 计划变更, 机构变动, 结转

#[tauri::command(async)]
pub(crate) fn change_milestone(shell: Held<'_>, year: i16, boxes: ChangeBoxes) -> Answer<ChangeView> {
    answer(shell.read(|desk| desk.change_milestone(Some(year), &boxes)))
}

#[tauri::command(async)]
pub(crate) fn plan_changes(shell: Held<'_>, year: i16) -> Answer<Vec<ChangeView>> {
    answer(shell.read(|desk| desk.plan_changes(Some(year))))
}

#[tauri::command(async)]
pub(crate) fn change_organisation(shell: Held<'_>, boxes: OrganisationBoxes) -> Answer<OrganisationView> {
    answer(shell.read(|desk| desk.change_organisation(&boxes)))
}

#[tauri::command(async)]
pub(crate) fn preview_organisation(shell: Held<'_>, boxes: OrganisationBoxes) -> Answer<OrganisationView> {
    answer(shell.read(|desk| desk.preview_organisation(&boxes)))
}

#[tauri::command(async)]
pub(crate) fn organisation_changes(shell: Held<'_>) -> Answer<Vec<OrganisationView>> {
    answer(shell.read(Desk::organisation_changes))
}

#[tauri::command(async)]
pub(crate) fn held_tasks(shell: Held<'_>, department: String, effective: String) -> Answer<Vec<HeldTask>> {
    answer(shell.read(|desk| desk.held_tasks(&department, &effective)))
}

#[tauri::command(async)]
pub(crate) fn carry_list(shell: Held<'_>, year: i16) -> Answer<CarryList> {
    answer(shell.read(|desk| desk.carry_list(year)))
}

#[tauri::command(async)]
pub(crate) fn confirm_carry(
    shell: Held<'_>,
    year: i16,
    task: String,
    quarter: String,
    into: Option<String>,
    remark: String,
) -> Answer<CarryView> {
    answer(shell.read(|desk| desk.confirm_carry(year, &task, &quarter, into.as_deref(), &remark)))
}

// 报告

#[tauri::command(async)]
pub(crate) fn column_choices() -> Answer<Vec<ColumnChoice>> {
    answer(Desk::column_choices())
}

#[tauri::command(async)]
pub(crate) fn print_report<R: Runtime>(
    app: AppHandle<R>,
    shell: Held<'_>,
    query: ReportQuery,
) -> Answer<PrintedReport> {
    let watch = shell.works.watch(&app);
    let printed = answer(shell.read(|desk| desk.print_watched(&query, &watch)))?;
    Ok(keep(&shell, printed))
}

#[tauri::command(async)]
pub(crate) fn report_bytes(shell: Held<'_>, token: String) -> Answer<Response> {
    let printed = answer(shell.printed.get(&token))?;
    Ok(Response::new(printed.bytes.clone()))
}

#[tauri::command(async)]
pub(crate) fn save_report<R: Runtime>(
    app: AppHandle<R>,
    shell: Held<'_>,
    token: String,
) -> Answer<Option<String>> {
    let printed = answer(shell.printed.get(&token))?;
    let Some(path) = shell.picker.save(&app, &PDF, &printed.file_name) else { return Ok(None) };
    let write = || app::files::write_whole(&path, &printed.bytes).map(|()| Some(app::files::name(&path)));
    answer(shell.read(|desk| desk.hand_out(printed.sheet.as_ref(), write)))
}

/// Asks where to, then makes the file: what is not saved costs nothing.
#[tauri::command(async)]
pub(crate) fn export_report<R: Runtime>(
    app: AppHandle<R>,
    shell: Held<'_>,
    query: ReportQuery,
    format: Format,
    name: String,
) -> Answer<Option<String>> {
    let kind = match format {
        Format::Pdf => &PDF,
        Format::Docx => &WORD,
        Format::Xlsx => &EXCEL,
    };
    let suggestion = std::path::Path::new(&name).with_extension(format.extension());
    let Some(path) = shell.picker.save(&app, kind, &suggestion.to_string_lossy()) else { return Ok(None) };
    let watch = shell.works.watch(&app);
    answer(shell.read(|desk| desk.write_report(&query, format, &path, &watch)))?;
    Ok(Some(app::files::name(&path)))
}

/// Asks where to, then writes the book; the page hears how far it is. It is told names, never paths.
#[tauri::command(async)]
pub(crate) fn write_evidence_book<R: Runtime>(
    app: AppHandle<R>,
    shell: Held<'_>,
    query: ReportQuery,
) -> Answer<Option<BookWritten>> {
    let Some(path) = shell.picker.save(&app, &PDF, "佐证材料册.pdf") else { return Ok(None) };
    let watch = shell.works.watch(&app);
    let mut written = answer(shell.read(|desk| desk.write_evidence_book(&query, &path, VOLUME_MB, &watch)))?;
    for volume in &mut written.files {
        volume.file = app::files::name(Path::new(&volume.file));
    }
    Ok(Some(written))
}

#[tauri::command(async)]
pub(crate) fn open_report<R: Runtime>(app: AppHandle<R>, shell: Held<'_>, token: String) -> Answer<()> {
    let printed = answer(shell.printed.get(&token))?;
    answer(viewing_folder(&app).and_then(|folder| {
        let path = folder.join(&printed.file_name);
        let write = || app::files::write_whole(&path, &printed.bytes);
        shell.read(|desk| desk.hand_out(printed.sheet.as_ref(), write))?;
        open_in_viewer(&app, &path)
    }))
}

#[tauri::command(async)]
pub(crate) fn issue_report(shell: Held<'_>, boxes: IssueBoxes) -> Answer<IssuedView> {
    answer(shell.read(|desk| desk.issue(&boxes, &Attached::default())))
}

#[tauri::command(async)]
pub(crate) fn issued_reports(shell: Held<'_>, year: i16) -> Answer<Vec<IssuedView>> {
    answer(shell.read(|desk| desk.issued_reports(Some(year))))
}

#[tauri::command(async)]
pub(crate) fn record_sent(shell: Held<'_>, report: String, boxes: SentBoxes) -> Answer<IssuedView> {
    answer(shell.read(|desk| desk.record_sent(&report, &boxes, &Attached::default())))
}

#[tauri::command(async)]
pub(crate) fn print_issued(shell: Held<'_>, report: String) -> Answer<PrintedReport> {
    let printed = answer(shell.read(|desk| desk.print_issued(&report)))?;
    Ok(keep(&shell, printed))
}

#[tauri::command(async)]
pub(crate) fn verify_report<R: Runtime>(app: AppHandle<R>, shell: Held<'_>) -> Answer<Option<Verified>> {
    let Some(path) = shell.picker.open_one(&app, &ANY) else { return Ok(None) };
    answer(shell.read(|desk| desk.verify_file(&path))).map(Some)
}

#[tauri::command(async)]
pub(crate) fn verify_code(shell: Held<'_>, code: String) -> Answer<Verified> {
    answer(shell.read(|desk| desk.verify_code(&code)))
}

/// Copies for the system's viewer; emptied when the program starts.
pub(crate) fn viewing_folder<R: Runtime>(app: &AppHandle<R>) -> Outcome<PathBuf> {
    let unwritable = |why| Refused::Unwritable { name: "临时文件夹".to_owned(), why };
    let cache = app.path().app_cache_dir().map_err(|error| unwritable(std::io::Error::other(error)))?;
    let folder = cache.join("viewing");
    fs_err::create_dir_all(&folder).map_err(unwritable)?;
    Ok(folder)
}

fn open_in_viewer<R: Runtime>(app: &AppHandle<R>, path: &Path) -> Outcome<()> {
    let opened = app.opener().open_path(path.display().to_string(), None::<&str>);
    opened.map_err(|error| Refused::Unreadable {
        name: app::files::name(path),
        why: std::io::Error::other(error),
    })
}

// 设置

#[tauri::command(async)]
pub(crate) fn settings(shell: Held<'_>) -> Answer<Settings> {
    answer(shell.read(Desk::settings))
}

fn changed(shell: &Shell, work: impl FnOnce(&Desk) -> Outcome<()>) -> Answer<Settings> {
    answer(shell.read(|desk| {
        work(desk)?;
        desk.settings()
    }))
}

#[tauri::command(async)]
pub(crate) fn rename_office(shell: Held<'_>, name: String, department: Option<String>) -> Answer<Settings> {
    changed(&shell, |desk| desk.rename_office(&name, department.as_deref()))
}

#[tauri::command(async)]
pub(crate) fn add_person(shell: Held<'_>, person: PersonView) -> Answer<Settings> {
    changed(&shell, |desk| desk.add_person(&person))
}

#[tauri::command(async)]
pub(crate) fn grant_roles(shell: Held<'_>, name: String, roles: Vec<RoleCode>) -> Answer<Settings> {
    let roles: Vec<_> = roles.into_iter().map(Into::into).collect();
    changed(&shell, |desk| desk.grant_roles(&name, &roles))
}

#[tauri::command(async)]
pub(crate) fn set_pin(shell: Held<'_>, name: String, pin: String) -> Answer<PinSet> {
    answer(shell.change(|desk| {
        let code = desk.set_pin(&name, &pin)?;
        let recovery = code.map(|code| recovery_sheet(&shell, desk, code));
        Ok(PinSet { settings: desk.settings()?, recovery })
    }))
}

#[tauri::command(async)]
pub(crate) fn renew_recovery(shell: Held<'_>) -> Answer<PinSet> {
    answer(shell.read(|desk| {
        let recovery = Some(recovery_sheet(&shell, desk, desk.renew_recovery()?));
        Ok(PinSet { settings: desk.settings()?, recovery })
    }))
}

#[tauri::command(async)]
pub(crate) fn end_person(shell: Held<'_>, name: String, last: String) -> Answer<Settings> {
    changed(&shell, |desk| desk.end_person(&name, &last))
}

#[tauri::command(async)]
pub(crate) fn hand_over(
    shell: Held<'_>,
    leaving: String,
    successor: String,
    day: String,
) -> Answer<HandedOver> {
    answer(shell.read(|desk| {
        let printed = desk.hand_over(&leaving, &successor, &day)?;
        Ok(HandedOver { settings: desk.settings()?, sheet: keep(&shell, printed) })
    }))
}

#[tauri::command(async)]
pub(crate) fn set_idle_minutes(shell: Held<'_>, minutes: u32) -> Answer<Settings> {
    changed(&shell, |desk| desk.set_idle_minutes(minutes))
}

#[tauri::command(async)]
pub(crate) fn set_reminder_workdays(shell: Held<'_>, workdays: i32) -> Answer<Settings> {
    changed(&shell, |desk| desk.set_reminder_workdays(workdays))
}

#[tauri::command(async)]
pub(crate) fn set_due_rule(
    shell: Held<'_>,
    days_after_quarter: i32,
    workdays_after_handout: i32,
) -> Answer<Settings> {
    changed(&shell, |desk| desk.set_due_rule(days_after_quarter, workdays_after_handout))
}

#[tauri::command(async)]
pub(crate) fn override_light(
    shell: Held<'_>,
    period: String,
    task: u32,
    light: Option<String>,
    reason: String,
) -> Answer<()> {
    answer(
        shell.read(|desk| {
            desk.override_light(&period, &task.to_string(), light.as_deref(), &reason).map(drop)
        }),
    )
}

#[tauri::command(async)]
pub(crate) fn set_lights(shell: Held<'_>, choice: LightChoice) -> Answer<Settings> {
    changed(&shell, |desk| desk.set_lights(&choice))
}

#[tauri::command(async)]
pub(crate) fn set_calendar(shell: Held<'_>, text: String) -> Answer<Settings> {
    changed(&shell, |desk| desk.set_calendar(&text))
}

#[tauri::command(async)]
pub(crate) fn rename_department(
    shell: Held<'_>,
    department: String,
    name: DepartmentNameView,
) -> Answer<Settings> {
    changed(&shell, |desk| desk.rename_department(&department, &name))
}

#[tauri::command(async)]
pub(crate) fn full_backup<R: Runtime>(
    app: AppHandle<R>,
    shell: Held<'_>,
    passphrase: Option<String>,
) -> Answer<Option<FullBackup>> {
    let suggestion = answer(shell.read(|desk| Ok(format!("白皮书督办备份-{}.bpsbak", desk.today()))))?;
    let Some(path) = shell.picker.save(&app, &BACKUPS, &suggestion) else { return Ok(None) };
    answer(
        shell.read(|desk| desk.full_backup(&path, passphrase.as_deref(), &shell.works.watch(&app))).map(Some),
    )
}

#[tauri::command(async)]
pub(crate) fn restore_backup<R: Runtime>(
    app: AppHandle<R>,
    shell: Held<'_>,
    passphrase: Option<String>,
) -> Answer<Option<Frame>> {
    let Some(path) = shell.picker.open_one(&app, &ANY) else { return Ok(None) };
    answer(shell.restore(&path, passphrase.as_deref(), &shell.works.watch(&app)).map(Some))
}

#[tauri::command(async)]
pub(crate) fn check(shell: Held<'_>) -> Answer<CheckReport> {
    answer(shell.read(Desk::check))
}

#[tauri::command(async)]
pub(crate) fn show_store_folder<R: Runtime>(app: AppHandle<R>, shell: Held<'_>) -> Answer<()> {
    answer(shell.read(|desk| Ok(desk.store_folder())).and_then(|folder| open_in_viewer(&app, &folder)))
}

// 停止

#[tauri::command(async)]
pub(crate) fn stop_work(shell: Held<'_>) {
    shell.works.stop();
}

// 关闭

#[tauri::command(async)]
pub(crate) fn close_window<R: Runtime>(window: Window<R>, shell: Held<'_>, kept: bool) {
    if shell.closing.answered(kept) {
        closing::end(&window);
    }
}
