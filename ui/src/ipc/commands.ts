// Every command of the shell, a line each; the shell's side is src-tauri/src/ipc.rs, one adapter a line here.
// Left to others: words (features, messages) and state (app). A refused command rejects with a `Refusal`.

import { invoke } from "@tauri-apps/api/core";
import type {
  CheckedIndicators,
  IndicatorInput,
  IndicatorSheet,
  CarryList,
  CarryView,
  ChangeBoxes,
  ChangeView,
  ColumnChoice,
  Chase,
  ContactView,
  InstructionBoxes,
  IssueBoxes,
  IssuedView,
  SentBoxes,
  Verified,
  InstructionView,
  OrganisationBoxes,
  OrganisationView,
  RoundView,
  SealedCopyView,
  SubmissionScanned,
  SubmissionView,
  StepBoxes,
  SupervisionBoxes,
  SupervisionView,
  AddedFiles,
  Beginning,
  Board,
  BoardQuery,
  BookWritten,
  BoxEvidence,
  CheckBoxes,
  CheckReport,
  ClaimCode,
  CommentBoxes,
  CommentView,
  DepartmentNameView,
  EntryBoxes,
  EntryForm,
  EntryKey,
  FindingChoice,
  FeedbackChange,
  FeedbackList,
  FeedbackPersonal,
  FeedbackView,
  Format,
  FoundList,
  Frame,
  FullBackup,
  ItemBoxes,
  ItemsView,
  LightChoice,
  LightCode,
  MailPreview,
  NewFeedback,
  HandedOver,
  HeldTask,
  PaperPreview,
  PersonView,
  PictureView,
  PinSet,
  PlanView,
  PrintedReport,
  RecoverySheet,
  ReportQuery,
  ReturnBoxes,
  ReviewQuery,
  ReviewQueue,
  ReviewTarget,
  Reviewed,
  SampleQuery,
  RoleCode,
  Settings,
  Start,
  Submitted,
  SummaryView,
  TaskSuggestion,
  VerificationView,
  WithdrawnView,
} from "./bindings";

// 开始
export const start = () => invoke<Start>("start");
export const openSample = () => invoke<Frame>("open_sample");
/** Closes the sample and moves its folder to the trash; the window is at its first start again, or in the real store. */
export const removeSample = () => invoke<Start>("remove_sample");
export const begin = (beginning: Beginning) => invoke<Frame>("begin", { beginning });
/** 现在由谁填报？ Holds for this day. */
export const takeOver = (person: PersonView, pin: string | null) => invoke<Frame>("take_over", { person, pin });
/** Covers the window until the PIN is given; nothing happens where who records has none. */
export const lock = () => invoke<Frame>("lock");
export const unlock = (pin: string) => invoke<Frame>("unlock", { pin });
/** Resets a person's PIN by the recovery sheet, which is used up; resolves to the next one. */
export const recoverPin = (name: string, code: string, pin: string) => invoke<RecoverySheet>("recover_pin", { name, code, pin });
export const frame = () => invoke<Frame>("frame");

// 计划
/** Opens the system's file dialog; `null` when it is closed without a choice. */
export const pickPaper = () => invoke<PaperPreview | null>("pick_paper");
/** Reads the first of the files dropped onto the window (event `files-dropped`). */
export const takePaper = (drop: string) => invoke<PaperPreview>("take_paper", { drop });
/** 启用 */
export const importPaper = (token: string) => invoke<Frame>("import_paper", { token });
export const plan = (year: number) => invoke<PlanView>("plan", { year });
/** 牵头: confirms the lead department of a task with its basis; `department: null` takes it back. */
/** `from: null`: since the plan was published; `department: null`: none leads. */
export const confirmLead = (year: number, task: number, department: string | null, from: string | null, basis: string) =>
  invoke<PlanView>("confirm_lead", { year, task, department, from, basis });
/** 分管领导: who is in charge of a task from a day on; blank: nobody. */
export const setLeader = (year: number, task: number, leader: string, from: string | null, basis: string) =>
  invoke<PlanView>("set_leader", { year, task, leader, from, basis });
/** Sets a task's year light for one round against the arithmetic; `light: null` takes that back. */
export const overrideLight = (year: number, quarter: number, task: number, light: LightCode | null, reason: string) =>
  invoke<null>("override_light", { period: `${year}Q${quarter}`, task, light, reason });
/** 指标 and 核算 of a year, confirmed or as read. */
export const indicators = (year: number) => invoke<IndicatorSheet>("indicators", { year });
/** What a list would be once confirmed, and what the arithmetic says of it; nothing is stored. */
export const checkIndicators = (year: number, task: number, list: IndicatorInput[]) =>
  invoke<CheckedIndicators>("check_indicators", { year, task, list });
/** Confirms a task's indicators: the list takes the place of what was read. */
export const confirmIndicators = (year: number, task: number, list: IndicatorInput[]) =>
  invoke<IndicatorSheet>("confirm_indicators", { year, task, list });

// 总览, 任务台账
export const board = (query: BoardQuery) => invoke<Board>("board", { query });
/** Everything recorded now, by any part of its text; `year: null` looks in all. */
export const find = (year: number | null, text: string) => invoke<FoundList>("find", { year, text });

// 填报
export const entryForm = (key: EntryKey) => invoke<EntryForm>("entry_form", { key });
/** Resolves to the time at which the draft was saved. */
export const saveDraft = (key: EntryKey, boxes: EntryBoxes) => invoke<string>("save_draft", { key, boxes });
export const discardDraft = (key: EntryKey) => invoke<EntryForm>("discard_draft", { key });
export const submitEntry = (key: EntryKey, boxes: EntryBoxes) => invoke<Submitted>("submit_entry", { key, boxes });
/** Takes back what the frame offers under that revision, and says what it was. */
export const undo = (revision: string) => invoke<string>("undo", { revision });
/** 回收站 */
export const recycleBin = () => invoke<WithdrawnView[]>("recycle_bin");
export const restoreWithdrawn = (revision: string) => invoke<WithdrawnView[]>("restore_withdrawn", { revision });
export const undoEntry = (key: EntryKey) => invoke<Submitted>("undo_entry", { key });
export const recordFinding = (key: EntryKey, claim: ClaimCode, reason: string) =>
  invoke<EntryForm>("record_finding", { key, claim, reason });

// 事项, 汇总稿
export const milestoneItems = (year: number, task: number, quarter: number) => invoke<ItemsView>("milestone_items", { year, task, quarter });
/** No items at all: they are cut from the text again. */
export const confirmItems = (year: number, task: number, quarter: number, items: ItemBoxes[]) => invoke<ItemsView>("confirm_items", { year, task, quarter, items });
export const summary = (key: EntryKey) => invoke<SummaryView>("summary", { key });
/** An empty text takes the lead's text back. */
export const saveSummary = (key: EntryKey, text: string) => invoke<SummaryView>("save_summary", { key, text });

// 审核
export const reviewQueue = (query: ReviewQuery) => invoke<ReviewQueue>("review_queue", { query });
/** 通过; with a finding (认定) both are one operation. Refused when `target.revision` is no longer in force. */
export const acceptEntry = (target: ReviewTarget, finding: FindingChoice | null) => invoke<Reviewed>("accept_entry", { target, finding });
/** 退回 */
export const returnEntry = (target: ReviewTarget, boxes: ReturnBoxes) => invoke<Reviewed>("return_entry", { target, boxes });
/** 核查单: the sheets of a round. */
export const verifications = (year: number, round: number) => invoke<VerificationView[]>("verifications", { year, round });
export const drawSample = (query: SampleQuery) => invoke<VerificationView>("draw_sample", { query });
export const recordCheck = (key: EntryKey, seed: number, boxes: CheckBoxes) => invoke<VerificationView>("record_check", { key, seed, boxes });

// 批注
export const comments = (year: number) => invoke<CommentView[]>("comments", { year });
export const addComment = (boxes: CommentBoxes) => invoke<CommentView[]>("add_comment", { boxes });
export const withdrawComment = (year: number, id: string) => invoke<CommentView[]>("withdraw_comment", { year, id });

// 佐证
export const pickFiles = () => invoke<AddedFiles>("pick_files");
/** Stores the files dropped onto the window (event `files-dropped`). */
export const takeFiles = (drop: string) => invoke<AddedFiles>("take_files", { drop });
/** Stores what was pasted; the name travels percent-encoded in a header, the bytes as the body. */
export const pasteFile = (name: string, bytes: Uint8Array) =>
  invoke<AddedFiles>("paste_file", bytes, { headers: { name: encodeURIComponent(name) } });
/** What a stored file shows of itself if it is a picture. */
export const picture = (sha256: string) => invoke<PictureView>("picture", { sha256 });
/** Opens a read-only copy in the system's viewer; executables are refused. */
export const openFile = (sha256: string, name: string) => invoke<null>("open_file", { sha256, name });

// 公众意见
export const feedbackList = (year: number) => invoke<FeedbackList>("feedback_list", { year });
export const feedback = (id: string) => invoke<FeedbackView>("feedback", { id });
/** What a citizen gave of himself; each look stands in the audit. */
export const showPersonal = (id: string) => invoke<FeedbackPersonal>("show_personal", { id });
/** `letter`: the token of the e-mail that it is recorded from; `null`: none. */
export const addFeedback = (piece: NewFeedback, letter: string | null) => invoke<FeedbackView>("add_feedback", { new: piece, letter });
export const answerFeedback = (id: string, text: string) => invoke<FeedbackView>("answer_feedback", { id, text });
export const closeFeedback = (id: string, words: string) => invoke<FeedbackView>("close_feedback", { id, words });
export const reopenFeedback = (id: string, reason: string) => invoke<FeedbackView>("reopen_feedback", { id, reason });
export const changeFeedback = (id: string, change: FeedbackChange) => invoke<FeedbackView>("change_feedback", { id, change });
/** Which tasks a text may be about; nothing is chosen. */
export const suggestTasks = (year: number, text: string) => invoke<TaskSuggestion[]>("suggest_tasks", { year, text });
/** What is recorded keeps its day. */
export const setFeedbackDays = (days: number) => invoke<Settings>("set_feedback_days", { days });
/** Opens the system's file dialog for an .eml; `null` when it is closed without a choice. Nothing is stored. */
export const pickLetter = (year: number) => invoke<MailPreview | null>("pick_letter", { year });
/** Reads the first of the files dropped onto the window. */
export const takeLetter = (year: number, drop: string) => invoke<MailPreview>("take_letter", { year, drop });
/** Reads an e-mail that was pasted, as a file or as its source; the name travels percent-encoded in a header. */
export const pasteLetter = (year: number, name: string, bytes: Uint8Array) =>
  invoke<MailPreview>("paste_letter", bytes, { headers: { year: String(year), name: encodeURIComponent(name) } });

// 督办
export const chase = (year: number, quarter: number) => invoke<Chase>("chase", { year, quarter });
/** `reason`: needed before the due date. */
export const closeRound = (round: string, reason: string | null) => invoke<RoundView>("close_round", { round, reason });
export const reopenRound = (round: string, reason: string) => invoke<RoundView>("reopen_round", { round, reason });
export const addSealedCopy = (round: string, department: string, on: string | null, remark: string) =>
  invoke<SealedCopyView>("add_sealed_copy", { round, department, on, remark });
/** Where a department's 季度报送表 of a round stands. */
export const submission = (round: string, department: string) => invoke<SubmissionView>("submission", { round, department });
/** Binds the scan of a signed sheet by the 报送码 on it. */
export const bindScan = (code: string, scan: BoxEvidence[]) => invoke<SubmissionScanned>("bind_scan", { code, scan });
export const setContact = (department: string, name: string, telephone: string, from: string | null) =>
  invoke<ContactView>("set_contact", { department, name, telephone, from });
export const addInstruction = (year: number, boxes: InstructionBoxes) => invoke<InstructionView>("add_instruction", { year, boxes });
export const assignSupervision = (year: number, boxes: SupervisionBoxes) => invoke<SupervisionView>("assign_supervision", { year, boxes });
export const stepSupervision = (year: number, item: string, boxes: StepBoxes) => invoke<SupervisionView>("step_supervision", { year, item, boxes });

// 计划变更, 机构变动, 结转
export const changeMilestone = (year: number, boxes: ChangeBoxes) => invoke<ChangeView>("change_milestone", { year, boxes });
export const planChanges = (year: number) => invoke<ChangeView[]>("plan_changes", { year });
export const changeOrganisation = (boxes: OrganisationBoxes) => invoke<OrganisationView>("change_organisation", { boxes });
/** What recording it would say; nothing is recorded. */
export const previewOrganisation = (boxes: OrganisationBoxes) => invoke<OrganisationView>("preview_organisation", { boxes });
export const heldTasks = (department: string, effective: string) => invoke<HeldTask[]>("held_tasks", { department, effective });
export const organisationChanges = () => invoke<OrganisationView[]>("organisation_changes");
export const carryList = (year: number) => invoke<CarryList>("carry_list", { year });
export const confirmCarry = (year: number, task: string, quarter: string, into: string | null, remark: string) =>
  invoke<CarryView>("confirm_carry", { year, task, quarter, into, remark });

// 报告
/** 栏目: which columns 对照 may have; the first is had where nobody chooses. */
export const columnChoices = () => invoke<ColumnChoice[]>("column_choices");
export const printReport = (query: ReportQuery) => invoke<PrintedReport>("print_report", { query });
export const reportBytes = (token: string) => invoke<ArrayBuffer>("report_bytes", { token });
/** The saved file's name; `null` when the dialog is closed without a choice. */
export const saveReport = (token: string) => invoke<string | null>("save_report", { token });
/** The same document as a file of another format, made when a place for it is chosen. */
export const exportReport = (query: ReportQuery, format: Format, name: string) => invoke<string | null>("export_report", { query, format, name });
/** Writes a 佐证材料册, with progress; `null` when the dialog is closed without a choice. */
export const writeEvidenceBook = (query: ReportQuery) => invoke<BookWritten | null>("write_evidence_book", { query });
export const openReport = (token: string) => invoke<null>("open_report", { token });
/** 签发: numbered and kept for ever; it cannot be taken back. */
export const issueReport = (boxes: IssueBoxes) => invoke<IssuedView>("issue_report", { boxes });
export const issuedReports = (year: number) => invoke<IssuedView[]>("issued_reports", { year });
export const recordSent = (report: string, boxes: SentBoxes) => invoke<IssuedView>("record_sent", { report, boxes });
/** The kept file of an issued report. */
export const printIssued = (report: string) => invoke<PrintedReport>("print_issued", { report });
/** Asks for a file and says what it is; `null` when the dialog is closed without a choice. */
export const verifyReport = () => invoke<Verified | null>("verify_report");
export const verifyCode = (code: string) => invoke<Verified>("verify_code", { code });

// 设置
export const settings = () => invoke<Settings>("settings");
export const renameOffice = (name: string, department: string | null) => invoke<Settings>("rename_office", { name, department });
export const addPerson = (person: PersonView) => invoke<Settings>("add_person", { person });
/** Exactly these roles. */
export const grantRoles = (name: string, roles: RoleCode[]) => invoke<Settings>("grant_roles", { name, roles });
/** One's own, or another's by a 管理 person; with the office's first PIN comes the recovery sheet. */
export const setPin = (name: string, pin: string) => invoke<PinSet>("set_pin", { name, pin });
export const renewRecovery = () => invoke<PinSet>("renew_recovery");
/** `last`: the last day. */
export const endPerson = (name: string, last: string) => invoke<Settings>("end_person", { name, last });
/** 工作移交: prints the 交接单 and ends who leaves on that day. */
export const handOver = (leaving: string, successor: string, day: string) => invoke<HandedOver>("hand_over", { leaving, successor, day });
/** 0: never. */
export const setIdleMinutes = (minutes: number) => invoke<Settings>("set_idle_minutes", { minutes });
export const setDueRule = (daysAfterQuarter: number, workdaysAfterHandout: number) =>
  invoke<Settings>("set_due_rule", { daysAfterQuarter, workdaysAfterHandout });
/** From so many workdays before its day what falls due is told. */
export const setReminderWorkdays = (workdays: number) => invoke<Settings>("set_reminder_workdays", { workdays });
export const setLights = (choice: LightChoice) => invoke<Settings>("set_lights", { choice });
export const setCalendar = (text: string) => invoke<Settings>("set_calendar", { text });
/** Gives a department a new name from a day on; the old one keeps its dates. */
export const renameDepartment = (department: string, name: DepartmentNameView) =>
  invoke<Settings>("rename_department", { department, name });
/** `passphrase: null` leaves the keys out and does not encrypt; resolves to `null` when the dialog is closed. */
export const fullBackup = (passphrase: string | null) => invoke<FullBackup | null>("full_backup", { passphrase });
/** Restores into a new store and opens it; the present store stays where it is. */
export const restoreBackup = (passphrase: string | null) => invoke<Frame | null>("restore_backup", { passphrase });
export const check = () => invoke<CheckReport>("check");
export const showStoreFolder = () => invoke<null>("show_store_folder");

// 停止
/** Stops the long work that is under way; its own call then answers with what was done. */
export const stopWork = () => invoke<null>("stop_work");

// 关闭
/** The answer to the event `closing`: whether all that was typed is kept. If not, the window stays until it is closed again. */
export const closeWindow = (kept: boolean) => invoke<null>("close_window", { kept });

// Events: `files-dropped` carries { drop: string; names: string[]; x: number; y: number } (CSS px of the pointer);
// `files-hover` carries { inside: boolean }; `work-progress` carries a `WorkProgress`;
// `closing` carries nothing.
