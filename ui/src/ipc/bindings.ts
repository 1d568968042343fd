// Generated from crates/app/src/wire by `cargo xtask bindings`; do not edit. One file: it is compared as a whole.

export type Start = { "phase": "first" } | { "phase": "ready", 
/**
 * What the frame shows.
 */
frame: Frame, } | { "phase": "refused", 
/**
 * Why and what to do next.
 */
refusal: Refusal, };

export type Frame = { 
/**
 * Whether this is the sample year, marked 示例.
 */
sample: boolean, 
/**
 * This office.
 */
office: OfficeView, 
/**
 * Who records now; `null`: the window asks 现在由谁填报？
 */
person: PersonView | null, 
/**
 * People to choose from: who works here today.
 */
persons: Array<PersonLine>, 
/**
 * What who records may do, and whether he has to prove who he is.
 */
guard: Guard, 
/**
 * The years with a plan, newest first; empty: 导入白皮书.
 */
years: Array<number>, 
/**
 * The round that is being worked on, 1 to 4; what the window chooses at first.
 */
quarter: number, 
/**
 * Attachments in the store.
 */
attachments: number, 
/**
 * Notices that stand until they are read (a copied folder, a missing backup), a sentence each.
 */
notices: Array<string>, 
/**
 * What is due soon or overdue, each with its list.
 */
reminders: Array<Reminder>, 
/**
 * 最近一次异盘备份：12天前.
 */
backup_words: string, 
/**
 * What Ctrl+Z takes back outside a form; `null`: nothing.
 */
undo: UndoOffer | null, 
/**
 * Whether nothing was wrong at the last check (校验); a store that was never checked passed the quick one at its start.
 */
sound: boolean, };

export type Guard = { 
/**
 * Whether roles were granted here: each action then needs its role.
 */
guarded: boolean, 
/**
 * The roles of who records.
 */
roles: Array<RoleCode>, 
/**
 * Whether he has a PIN and has not given it yet: the window is covered.
 */
locked: boolean, 
/**
 * After so many idle minutes the window is covered; 0: never, or he has no PIN.
 */
idle_minutes: number, };

export type UndoOffer = { 
/**
 * What was done: 作出认定，（五）完善…，第一季度目标.
 */
words: string, 
/**
 * What names it when it is to be undone.
 */
revision: string, };

export type Reminder = { 
/**
 * In words.
 */
text: string, 
/**
 * The screen with its list: `chase`, `feedback`.
 */
screen: string, 
/**
 * What of it is open, in its own words; `null`: its beginning.
 */
at: string | null, 
/**
 * The year that it is about.
 */
year: number, 
/**
 * The round that it is about, 1 to 4.
 */
quarter: number, };

export type Beginning = { 
/**
 * 区督查室.
 */
office: string, 
/**
 * The department's name for a department's office; `null`: the supervision office.
 */
department: string | null, 
/**
 * Own name.
 */
person: string, 
/**
 * Title; may be empty.
 */
title: string, };

export type Refusal = { 
/**
 * For programs and screens that tell cases apart.
 */
code: string, 
/**
 * What happened, to what, and what to do next.
 */
text: string, 
/**
 * Further lines (differences, choices).
 */
lines: Array<string>, };

export type Settings = { 
/**
 * This office.
 */
office: OfficeView, 
/**
 * The people known here, those who have left among them.
 */
persons: Array<PersonLine>, 
/**
 * Every department with its names.
 */
departments: Array<DepartmentView>, 
/**
 * The store.
 */
store: StoreView, 
/**
 * Days after a quarter's end.
 */
due_days_after_quarter: number, 
/**
 * Workdays after hand-out.
 */
due_workdays_after_handout: number, 
/**
 * Days for answering public feedback.
 */
feedback_days: number, 
/**
 * So many workdays before its day what falls due is told when the window opens.
 */
reminder_workdays: number, 
/**
 * Thresholds and words of the year lights.
 */
lights: LightChoice, 
/**
 * The workday calendar in its text form: 休 2013-02-09..2013-02-15, 班 2013-02-16.
 */
calendar: string, 
/**
 * After so many minutes without a key or a click the window asks for the PIN again; 0: never.
 */
idle_minutes: number, 
/**
 * Whether a recovery sheet was made, so that one can be used and made anew.
 */
recovery: boolean, 
/**
 * About this program.
 */
about: About, };

export type LightChoice = { 
/**
 * Up to so many tenths of a percentage point behind is 按序时.
 */
on_track: number, 
/**
 * Up to so many is 较慢, more is 滞后.
 */
slow: number, 
/**
 * schedule, green_yellow_red or blue_yellow_red; `null` for words of one's own.
 */
preset: string | null, 
/**
 * The words for 全年完成, 按序时, 较慢, 滞后.
 */
words: Array<string>, };

export type OfficeView = { 
/**
 * 区督查室.
 */
name: string, 
/**
 * The department's id that it writes for; `null`: the supervision office, which may write for any.
 */
department: string | null, 
/**
 * The department's current name; for showing only.
 */
department_name: string | null, };

export type PersonView = { 
/**
 * 李某.
 */
name: string, 
/**
 * 主任科员; may be empty.
 */
title: string, };

export type PersonLine = { 
/**
 * 李某.
 */
name: string, 
/**
 * 主任科员; may be empty.
 */
title: string, 
/**
 * The first day; `null`: since always.
 */
from: string | null, 
/**
 * The last day; `null`: still.
 */
until: string | null, 
/**
 * Whether he works here today.
 */
works: boolean, 
/**
 * What he may do.
 */
roles: Array<RoleCode>, 
/**
 * Whether he has a PIN.
 */
pin: boolean, };

export type RoleCode = "reporter" | "reviewer" | "supervisor" | "administrator";

export type RecoverySheet = { 
/**
 * Eight groups of four.
 */
code: string, 
/**
 * The sheet to print; `null`: it could not be set, the code is to be written down.
 */
sheet: PrintedReport | null, };

export type PinSet = { 
/**
 * As it is now.
 */
settings: Settings, 
/**
 * The new recovery code, if one was made.
 */
recovery: RecoverySheet | null, };

export type HandedOver = { 
/**
 * As it is now.
 */
settings: Settings, 
/**
 * The sheet to print.
 */
sheet: PrintedReport, };

export type DepartmentView = { 
/**
 * Opaque.
 */
id: string, 
/**
 * Its names.
 */
names: Array<DepartmentNameView>, 
/**
 * Its tasks in the chosen year.
 */
tasks: Array<number>, };

export type DepartmentNameView = { 
/**
 * 简称.
 */
short: string, 
/**
 * 全称; may be empty.
 */
full: string, 
/**
 * The first day; `null`: since always.
 */
from: string | null, 
/**
 * The last day; `null`: still.
 */
until: string | null, 
/**
 * On what the renaming rests; may be empty.
 */
basis: string, };

export type StoreView = { 
/**
 * Where it lies, for people to read; never sent back.
 */
place: string, 
/**
 * Bytes of the database.
 */
database_size: number, 
/**
 * Attachments.
 */
attachments: number, 
/**
 * Bytes of the attachments.
 */
attachments_size: number, 
/**
 * Revisions.
 */
revisions: number, 
/**
 * The newest rotated backup of the database.
 */
last_backup: string | null, 
/**
 * The newest full backup to another place (异盘备份).
 */
last_full_backup: string | null, };

export type About = { 
/**
 * 0.1.0.
 */
version: string, 
/**
 * Names, licences and sources of the fonts in use.
 */
fonts: Array<string>, };

export type CheckReport = { 
/**
 * Whether nothing is wrong.
 */
ok: boolean, 
/**
 * What is wrong.
 */
findings: Array<CheckFinding>, };

export type CheckFinding = { 
/**
 * A code: database, revision, signature, attachment_missing, attachment_damaged, projection …
 */
what: string, 
/**
 * What it is about.
 */
object: string, 
/**
 * What happened and what to do next, in words.
 */
text: string, };

export type FullBackup = { 
/**
 * The file's own name.
 */
file_name: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Whether it is encrypted with a passphrase.
 */
encrypted: boolean, };

export type BoardQuery = { 
/**
 * The plan's year.
 */
year: number, 
/**
 * The round's quarter, 1 to 4.
 */
quarter: number, 
/**
 * 数据截至; `null`: the round's due date, or today if that is earlier.
 */
as_of: string | null, };

export type Board = { 
/**
 * The plan's year.
 */
year: number, 
/**
 * The round's quarter, 1 to 4.
 */
quarter: number, 
/**
 * The paper's title as printed (full-width punctuation).
 */
title: string, 
/**
 * 数据截至.
 */
as_of: string, 
/**
 * When the round falls due.
 */
due: string, 
/**
 * The milestones of the round's quarter: how many, and how many in each state; the counts add up to the total.
 */
counts: Counts, 
/**
 * The same as one sentence.
 */
sentence: string, 
/**
 * The table's column heads as printed.
 */
columns: Array<string>, 
/**
 * 总体目标 in printed order.
 */
goals: Array<BoardGoal>, 
/**
 * Departments that have not reported on a milestone of the round that is due, with their tasks.
 */
silent: Array<SilentDepartment>, 
/**
 * Drafts that were not submitted, newest first.
 */
drafts: Array<OpenDraft>, 
/**
 * Public feedback of the year that waits.
 */
feedback: FeedbackWaiting, 
/**
 * Public feedback that came in within the round's quarter, as it stands today.
 */
feedback_in_round: FeedbackCountView, 
/**
 * The four lights in the office's words, best first.
 */
lights: Array<LightWord>, 
/**
 * What waits in review, over the whole year.
 */
reviews: ReviewCounts, };

export type Counts = { 
/**
 * Milestones of the quarter.
 */
total: number, 
/**
 * In the order of the closed list; states that do not occur are left out.
 */
states: Array<StateCount>, };

export type StateCount = { 
/**
 * The state.
 */
state: StateCode, 
/**
 * Its word, without 自报.
 */
word: string, 
/**
 * How many milestones.
 */
count: number, };

export type StateCode = "not_due" | "unreported" | "condition_not_met" | "adjusted" | "done" | "partial" | "not_done";

export type LightCode = "done" | "on_track" | "slow" | "behind";

export type BoardGoal = { 
/**
 * As printed.
 */
name: string, 
/**
 * In printed order.
 */
tasks: Array<BoardTask>, };

export type BoardTask = { 
/**
 * 12 for （十二）.
 */
number: number, 
/**
 * （十二）.
 */
number_text: string, 
/**
 * Without its number.
 */
title: string, 
/**
 * The yearly sentence.
 */
objective: string | null, 
/**
 * In printed order.
 */
departments: Array<BoardDepartment>, 
/**
 * The four quarters; `null` where the paper promises nothing.
 */
quarters: Array<BoardMilestone | null>, 
/**
 * The year light.
 */
light: BoardLight, };

export type BoardDepartment = { 
/**
 * Opaque.
 */
id: string, 
/**
 * As published.
 */
name: string, 
/**
 * Whether it is the confirmed lead (△).
 */
lead: boolean, };

export type BoardMilestone = { 
/**
 * 1 to 4.
 */
quarter: number, 
/**
 * What is promised.
 */
text: string, 
/**
 * The state.
 */
standing: StandingView, 
/**
 * What should be looked at, a sentence each without its 。; blocks nothing.
 */
flags: Array<string>, };

export type StandingView = { 
/**
 * The state.
 */
state: StateCode, 
/**
 * Its mark; `null` for 未报, which is a bold word.
 */
mark: string | null, 
/**
 * Its word, with 自报 while nobody has judged.
 */
word: string, 
/**
 * Whether the supervision office has decided it.
 */
judged: boolean, 
/**
 * ◇ 无佐证.
 */
without_evidence: boolean, 
/**
 * Why, in words.
 */
reason: string, };

export type BoardLight = { 
/**
 * The light.
 */
light: LightCode, 
/**
 * Its mark.
 */
mark: string, 
/**
 * Its word.
 */
word: string, 
/**
 * Why, in words.
 */
reason: string, 
/**
 * Who set it against the arithmetic, if anybody.
 */
override: LightSet | null, };

export type LightSet = { 
/**
 * Who.
 */
by: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The word that the arithmetic gives.
 */
computed: string, };

export type LightWord = { 
/**
 * The light.
 */
light: LightCode, 
/**
 * The word.
 */
word: string, };

export type ReviewCounts = { 
/**
 * 待审: entries that wait for a decision of who works here.
 */
waiting: number, 
/**
 * 已退回: entries that wait for a new revision.
 */
returned: number, };

export type SilentDepartment = { 
/**
 * Opaque.
 */
id: string, 
/**
 * As published.
 */
name: string, 
/**
 * The tasks whose milestone it has not reported on.
 */
tasks: Array<number>, };

export type OpenDraft = { 
/**
 * What it is about.
 */
key: EntryKey, 
/**
 * （五）完善…
 */
title: string, 
/**
 * The department's published name.
 */
department: string, 
/**
 * When it was last saved.
 */
saved_at: string, };

export type WithdrawnView = { 
/**
 * What it is: 进展填报.
 */
noun: string, 
/**
 * What it is called or about; may be empty.
 */
about: string, 
/**
 * The beginning of its own text; may be empty.
 */
text: string, 
/**
 * Of which year; `null`: of none.
 */
year: number | null, 
/**
 * Who withdrew it.
 */
by: string, 
/**
 * When.
 */
at: string, 
/**
 * What names it when it is to come back.
 */
revision: string, };

export type IndicatorSheet = { 
/**
 * The plan's year.
 */
year: number, 
/**
 * Task by task, in printed order; also tasks that count nothing.
 */
tasks: Array<TaskIndicatorsView>, 
/**
 * The paper as a whole first, then task by task.
 */
remarks: Array<RemarkView>, };

export type CheckedIndicators = { 
/**
 * As they would be confirmed.
 */
indicators: Array<IndicatorView>, 
/**
 * What the arithmetic would say of the task.
 */
remarks: Array<RemarkView>, };

export type ConfirmedBy = { 
/**
 * 李明（主任科员）.
 */
by: string, 
/**
 * The time, in UTC.
 */
at: string, };

export type TaskIndicatorsView = { 
/**
 * The task's number as published.
 */
task: number, 
/**
 * Who confirmed them; `null`: they are as the program read them.
 */
confirmed: ConfirmedBy | null, 
/**
 * In order of the text.
 */
indicators: Array<IndicatorView>, };

export type IndicatorView = { 
/**
 * What is counted.
 */
name: string, 
/**
 * Its measure word.
 */
unit: string, 
/**
 * sum, level, ordinal, range_sum, once, population.
 */
kind: string, 
/**
 * The kind in words.
 */
kind_word: string, 
/**
 * What the year promises.
 */
annual: TargetView | null, 
/**
 * What the four quarters promise.
 */
quarters: Array<TargetView | null>, };

export type TargetView = { 
/**
 * eq, ge, about, range.
 */
op: string, 
/**
 * The number; of a range the lower one.
 */
least: string, 
/**
 * The upper number of a range.
 */
most: string | null, 
/**
 * written, derived, suggested, entered.
 */
origin: string, 
/**
 * Where in the task's texts it stands.
 */
place: PlaceView | null, 
/**
 * Which one of a row.
 */
ordinal: number | null, 
/**
 * The text leaves the measure word off.
 */
unit_missing: boolean, };

export type PlaceView = { 
/**
 * title, objective, or the quarter's number.
 */
part: string, 
/**
 * Its first character, from 0.
 */
start: number, 
/**
 * The character after its last.
 */
end: number, };

export type RemarkView = { 
/**
 * The kind's code.
 */
kind: string, 
/**
 * The kind in words.
 */
word: string, 
/**
 * Whether it says that something fits.
 */
fits: boolean, 
/**
 * Of the paper as a whole where there is none.
 */
task: number | null, 
/**
 * The quarters that it speaks of.
 */
quarters: Array<number>, 
/**
 * Where in the task's texts it lies.
 */
place: PlaceView | null, 
/**
 * What a person reads.
 */
sentence: string, };

export type IndicatorInput = { 
/**
 * What is counted.
 */
name: string, 
/**
 * Its measure word.
 */
unit: string, 
/**
 * The kind's code.
 */
kind: string, 
/**
 * The name under which it was shown before, so that its places in the text stay with it; absent: added.
 */
shown_as: string | null, 
/**
 * What the year promises; absent: what the quarters come to.
 */
annual: TargetInput | null, 
/**
 * What the four quarters promise.
 */
quarters: Array<TargetInput | null>, };

export type TargetInput = { 
/**
 * eq, ge, about, range.
 */
op: string, 
/**
 * The number; of a range the lower one.
 */
least: string, 
/**
 * The upper number of a range.
 */
most: string | null, };

export type FoundList = { 
/**
 * The hits.
 */
hits: Array<Hit>, 
/**
 * Kinds of which there are more than are shown.
 */
more: Array<HitKind>, };

export type Hit = { 
/**
 * What it is.
 */
kind: HitKind, 
/**
 * Of which year; `null`: of none.
 */
year: number | null, 
/**
 * What it is called.
 */
title: Marked, 
/**
 * Where it stands, or its code; may be empty.
 */
context: Marked, 
/**
 * Which of its texts the excerpt is: 目标, 进展, 原因; empty where there is none.
 */
field: string, 
/**
 * The text around what matched; `null` where the title says it all.
 */
excerpt: Marked | null, 
/**
 * Where to go.
 */
to: HitPlace, 
/**
 * The object, opaque.
 */
object: string, 
/**
 * Its place in the revision; with it, unique among the hits.
 */
part: number, 
/**
 * The revision that says so.
 */
revision: string, };

export type HitKind = "task" | "department" | "progress" | "evidence" | "finding" | "review" | "summary" | "comment" | "leader" | "instruction" | "supervision_item" | "feedback" | "plan_change" | "organisation_change" | "contact" | "person" | "plan" | "issued_report";

export type Marked = { 
/**
 * The text as shown.
 */
text: string, 
/**
 * What matched, in order, none touching another.
 */
marks: Array<Mark>, };

export type Mark = { 
/**
 * The first character.
 */
start: number, 
/**
 * One past the last.
 */
end: number, };

export type HitPlace = { "place": "task", 
/**
 * The plan's year.
 */
year: number, 
/**
 * Its number.
 */
number: number, 
/**
 * The quarter that it is about, 1 to 4.
 */
quarter: number | null, } | { "place": "entry", 
/**
 * What it is about.
 */
key: EntryKey, } | { "place": "department", 
/**
 * Opaque.
 */
id: string, } | { "place": "plan", 
/**
 * Its year.
 */
year: number, } | { "place": "feedback", 
/**
 * Opaque.
 */
id: string, } | { "place": "issued" } | { "place": "settings" } | { "place": "nowhere" };

export type EntryKey = { 
/**
 * The plan's year.
 */
year: number, 
/**
 * The task's number.
 */
task: number, 
/**
 * The quarter that was promised, 1 to 4.
 */
quarter: number, 
/**
 * The round's quarter, 1 to 4.
 */
round: number, 
/**
 * The department's id.
 */
department: string, };

export type ClaimCode = "done" | "partial" | "not_done" | "condition_not_met";

export type EntryBoxes = { 
/**
 * 自报.
 */
claim: ClaimCode | null, 
/**
 * 进展.
 */
text: string, 
/**
 * 问题 / 原因.
 */
cause: string, 
/**
 * 措施.
 */
measure: string, 
/**
 * 下一步.
 */
next_step: string, 
/**
 * 预计完成日期.
 */
due: string | null, 
/**
 * 责任人（职务、电话）.
 */
person: string, 
/**
 * The state of each item, in order; as many as the milestone has items, or none.
 */
items: Array<ClaimCode | null>, 
/**
 * Numbers by the indicator's name; as typed, empty for none.
 */
values: Array<BoxValue>, 
/**
 * In the order given.
 */
evidence: Array<BoxEvidence>, 
/**
 * 代录: the source (盖章纸件 / Excel / 电话：姓名、时间); needed when the supervision office enters for a department.
 */
on_behalf: string | null, };

export type BoxValue = { 
/**
 * The indicator's name.
 */
name: string, 
/**
 * As typed.
 */
amount: string, };

export type BoxEvidence = { "form": "file", 
/**
 * The attachment's name in the store: 64 hexadecimal digits.
 */
sha256: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * The file's own name.
 */
name: string, 
/**
 * As sniffed.
 */
media_type: string, 
/**
 * 含个人信息; `null` while nobody has answered.
 */
personal: boolean | null, 
/**
 * Its printed code; `null` until submitted.
 */
code: string | null, } | { "form": "on_paper", 
/**
 * 名称.
 */
name: string, 
/**
 * 文号.
 */
document_no: string, 
/**
 * 日期.
 */
dated: string | null, 
/**
 * 存放单位.
 */
kept_at: string, 
/**
 * 保管人.
 */
keeper: string, 
/**
 * 含个人信息; `null` while nobody has answered.
 */
personal: boolean | null, 
/**
 * Its printed code; `null` until submitted.
 */
code: string | null, };

export type EntryForm = { 
/**
 * What it is about.
 */
key: EntryKey, 
/**
 * The goal's name.
 */
goal: string, 
/**
 * （五）.
 */
number_text: string, 
/**
 * Without its number.
 */
title: string, 
/**
 * The yearly sentence.
 */
objective: string | null, 
/**
 * What is promised for the quarter; `null`: the paper promises nothing.
 */
promise: string | null, 
/**
 * The promise's items in order.
 */
items: Array<string>, 
/**
 * Who answers for each of them.
 */
item_owners: Array<ItemOwner>, 
/**
 * The numbers that are asked, in order of the text; behind them those that were stated and are asked no more.
 */
numbers: Array<NumberView>, 
/**
 * The milestone's state now.
 */
standing: StandingView | null, 
/**
 * What of it should be looked at, a sentence each without its 。; blocks nothing.
 */
flags: Array<string>, 
/**
 * The task's departments.
 */
departments: Array<BoardDepartment>, 
/**
 * The chosen department's published name.
 */
department_name: string, 
/**
 * Whether this office may write here; else why not, in words.
 */
refused: string | null, 
/**
 * Whether writing here is 代录 (the supervision office for a department) and asks for its source.
 */
asks_source: boolean, 
/**
 * When the round falls due.
 */
due: string, 
/**
 * That the round no longer takes in and where a first entry goes (补报); `null` while it does, or for a correction.
 */
late_note: string | null, 
/**
 * Open milestones of earlier quarters of the same task (遗留), 1 to 4.
 */
carried_over: Array<number>, 
/**
 * 原承诺5月31日，现承诺6月30日（第2次顺延）; empty for none.
 */
promised_dates: string, 
/**
 * 计划变更: what a decision makes of the promise, in one sentence; `null`: it stands as published.
 */
change: string | null, 
/**
 * 领导批示 on the task and its 督办事项.
 */
followed: Array<FollowedLine>, 
/**
 * What the same department said before this round, of this milestone or else of the task, if anything.
 */
last_round: Statement | null, 
/**
 * What the other departments of the task submitted in this round.
 */
others: Array<Statement>, 
/**
 * What is in force for this key; `null`: nothing submitted.
 */
submitted: Statement | null, 
/**
 * The autosaved draft; `null`: none.
 */
draft: Draft | null, 
/**
 * Every submission of this key, newest first.
 */
history: Array<HistoryLine>, 
/**
 * The finding of this round, if any.
 */
finding: FindingView | null, 
/**
 * Every decision on a revision of this key, the newest submission first.
 */
reviews: Array<DecisionView>, 
/**
 * To whom what is in force may be returned, the entry's department first; empty where nothing is submitted.
 */
return_to: Array<string>, 
/**
 * The task numbers in printed order, for Alt+↑/↓.
 */
tasks: Array<number>, 
/**
 * Whether the last submission of this key can be undone.
 */
can_undo: boolean, };

export type FollowedLine = { 
/**
 * Opaque.
 */
id: string, 
/**
 * The part of 督办 that shows it: `instructions`, `items`.
 */
part: string, 
/**
 * 王某批示, 督办〔2013〕3号.
 */
head: string, 
/**
 * 批示内容, 督办要求.
 */
words: string, 
/**
 * 未交办, 已交办; 交办, 签收, 反馈, 复核, 销号.
 */
stage_word: string, 
/**
 * Who is to do it.
 */
department: string, 
/**
 * 办结期限; `null` where it names no day.
 */
due: string | null, 
/**
 * Past its day without an answer.
 */
overdue: boolean, };

export type ItemOwner = { 
/**
 * The department's name; `null`: every responsible department.
 */
department: string | null, 
/**
 * Whether it is the form's own to state.
 */
own: boolean, 
/**
 * What the other department says of it in this round; empty while nothing.
 */
stated_word: string, };

export type ItemBoxes = { 
/**
 * Verbatim from the milestone.
 */
text: string, 
/**
 * The department's id; `null`: every responsible department.
 */
department: string | null, };

export type ItemsView = { 
/**
 * The plan's year.
 */
year: number, 
/**
 * The task's number.
 */
task: number, 
/**
 * The quarter that was promised, 1 to 4.
 */
quarter: number, 
/**
 * Verbatim.
 */
promise: string, 
/**
 * Whether they were confirmed; else they are cut from the text.
 */
confirmed: boolean, 
/**
 * Who may answer.
 */
departments: Array<BoardDepartment>, 
/**
 * In order of the text.
 */
items: Array<ItemBoxes>, };

export type SummaryPart = { 
/**
 * Its published name.
 */
department: string, 
/**
 * The word of its claim; empty while it has said nothing.
 */
claim_word: string, 
/**
 * What it says.
 */
text: string, };

export type SummaryView = { 
/**
 * The lead's entry.
 */
key: EntryKey, 
/**
 * （五）完善…
 */
title: string, 
/**
 * The lead's name.
 */
lead: string, 
/**
 * As saved, else the departments' texts joined, the lead's first.
 */
text: string, 
/**
 * Whether it was saved: then it is what the table prints.
 */
saved: boolean, 
/**
 * Who saved it; empty while nobody.
 */
by: string, 
/**
 * When; empty while nobody.
 */
at: string, 
/**
 * Whether a department has said something else since it was saved.
 */
outdated: boolean, 
/**
 * Every responsible department, the lead first.
 */
parts: Array<SummaryPart>, 
/**
 * Why this office may not write it, in words; `null`: it may.
 */
refused: string | null, };

export type NumberPlace = { 
/**
 * The first character.
 */
start: number, 
/**
 * One past the last.
 */
end: number, };

export type NumberView = { 
/**
 * 文艺演出.
 */
name: string, 
/**
 * 场.
 */
unit: string, 
/**
 * What the quarter promises, without its unit: 10, 2000以上, 约10, 2-5; empty: nothing any more.
 */
should: string, 
/**
 * The number from which on the promise is kept; `null`: nothing is promised any more.
 */
least: string | null, 
/**
 * The upper number of a range.
 */
most: string | null, 
/**
 * What the year promises, without its unit: 40, 8-20; `null`: nothing.
 */
annual: string | null, 
/**
 * What the year comes to without this number; `null`: nobody has stated any other.
 */
beside: string | null, 
/**
 * Whether this number is added to the year's others; else, as a level, it takes their place.
 */
adds: boolean, 
/**
 * Whether this number counts for the year: not where the lead's does, nor a level that a later quarter has overtaken.
 */
counts: boolean, 
/**
 * Where it stands in the promise's print text.
 */
places: Array<NumberPlace>, };

export type Statement = { 
/**
 * The department's published name.
 */
department: string, 
/**
 * The round's quarter, 1 to 4.
 */
round: number, 
/**
 * The quarter that was promised, 1 to 4.
 */
quarter: number, 
/**
 * What was stated.
 */
boxes: EntryBoxes, 
/**
 * The word of its claim.
 */
claim_word: string, 
/**
 * Who submitted it.
 */
by: string, 
/**
 * When, by that machine's clock.
 */
at: string, 
/**
 * The revision.
 */
revision: string, };

export type Draft = { 
/**
 * What was typed.
 */
boxes: EntryBoxes, 
/**
 * When it was saved.
 */
saved_at: string, 
/**
 * Whether something was submitted since it was begun.
 */
outdated: boolean, };

export type HistoryLine = { 
/**
 * 提交 / 更正 / 撤销.
 */
what: string, 
/**
 * Who.
 */
by: string, 
/**
 * When.
 */
at: string, 
/**
 * What changed against the one before, box by box.
 */
changes: Array<BoxChange>, 
/**
 * The revision.
 */
revision: string, };

export type BoxChange = { 
/**
 * The box: 进展.
 */
label: string, 
/**
 * What stayed, went and came, in order. Kept and deleted pieces are the text before; kept and inserted ones the text
 * after.
 */
pieces: Array<ChangePiece>, };

export type ChangePiece = { 
/**
 * What became of it.
 */
kind: PieceKind, 
/**
 * The characters.
 */
text: string, };

export type PieceKind = "kept" | "deleted" | "inserted";

export type FindingView = { 
/**
 * The decision.
 */
claim: ClaimCode, 
/**
 * Why.
 */
reason: string, 
/**
 * Who.
 */
by: string, 
/**
 * When.
 */
at: string, };

export type Submitted = { 
/**
 * The form as it stands now.
 */
form: EntryForm, 
/**
 * What happens next, in words.
 */
message: string, };

export type AddedFiles = { 
/**
 * The stored files, in the order given.
 */
added: Array<BoxEvidence>, 
/**
 * What could not be stored and why, a sentence each.
 */
refused: Array<string>, };

export type PictureView = { 
/**
 * A small JPEG as a data URL; `null` for what is no picture.
 */
thumbnail: string | null, 
/**
 * The camera's clock, 2013-04-03 15:20.
 */
taken_at: string | null, 
/**
 * Degrees north as a decimal string, negative in the south.
 */
latitude: string | null, 
/**
 * Degrees east as a decimal string, negative in the west.
 */
longitude: string | null, };

export type CommentView = { 
/**
 * Opaque.
 */
id: string, 
/**
 * The task; `null`: the plan as a whole.
 */
task: number | null, 
/**
 * The quarter that was promised, 1 to 4; `null`: the task as a whole.
 */
quarter: number | null, 
/**
 * The entry; `null`: what the paper says.
 */
entry: EntryKey | null, 
/**
 * 白皮书, （五）完善…, …第一季度, …文体局2013年第一季度填报.
 */
about: string, 
/**
 * 人工标注: what only a person can see in the paper.
 */
manual: boolean, 
/**
 * The note.
 */
text: string, 
/**
 * Who.
 */
by: string, 
/**
 * When.
 */
at: string, };

export type CommentBoxes = { 
/**
 * The plan's year.
 */
year: number, 
/**
 * As in [`CommentView`].
 */
task: number | null, 
/**
 * As in [`CommentView`].
 */
quarter: number | null, 
/**
 * As in [`CommentView`]; task and quarter are then the entry's.
 */
entry: EntryKey | null, 
/**
 * As in [`CommentView`]; never of an entry.
 */
manual: boolean, 
/**
 * The note.
 */
text: string, };

export type ReviewQuery = { 
/**
 * The plan's year.
 */
year: number, 
/**
 * Where they stand; `null`: anywhere.
 */
stage: StageCode | null, 
/**
 * The round's quarter, 1 to 4; `null`: every round.
 */
round: number | null, 
/**
 * The department's id; `null`: all.
 */
department: string | null, 
/**
 * What they claim; `null`: anything.
 */
claim: ClaimCode | null, 
/**
 * Only those that nothing backs (◇).
 */
without_evidence: boolean, 
/**
 * Only those entered for a department (代录).
 */
on_behalf: boolean, };

export type StageCode = "waiting" | "recused" | "returned" | "accepted";

export type ReviewQueue = { 
/**
 * How many entries of the other filters stand at each stage, in the order in which they are offered.
 */
stages: Array<StageCount>, 
/**
 * The departments that have an entry, in printed order.
 */
departments: Array<ReviewDepartment>, 
/**
 * By round, task, quarter and printed order of departments.
 */
lines: Array<ReviewLine>, };

export type StageCount = { 
/**
 * The stage.
 */
stage: StageCode, 
/**
 * Its word.
 */
word: string, 
/**
 * How many entries.
 */
count: number, };

export type ReviewDepartment = { 
/**
 * Opaque.
 */
id: string, 
/**
 * As published.
 */
name: string, };

export type ReviewLine = { 
/**
 * The entry.
 */
key: EntryKey, 
/**
 * （五）完善…
 */
title: string, 
/**
 * The department's published name.
 */
department: string, 
/**
 * How many departments answer for the milestone.
 */
departments: number, 
/**
 * 2013Q1.
 */
round: string, 
/**
 * What it claims.
 */
claim: ClaimCode | null, 
/**
 * The word of its claim.
 */
claim_word: string, 
/**
 * ◇ 无佐证.
 */
without_evidence: boolean, 
/**
 * 代录: its source; `null`: the department's own.
 */
on_behalf: string | null, 
/**
 * Who submitted it.
 */
by: string, 
/**
 * When.
 */
at: string, 
/**
 * The revision in force: what is decided on.
 */
revision: string, 
/**
 * Where it stands.
 */
stage: StageCode, 
/**
 * The stage's word.
 */
stage_word: string, 
/**
 * Why this person may not decide, in words; `null`: he may.
 */
refused: string | null, 
/**
 * The last decision on any of its revisions.
 */
decision: DecisionView | null, };

export type DecisionCode = "accepted" | "returned";

export type DecisionView = { 
/**
 * The decision.
 */
decision: DecisionCode, 
/**
 * Its word.
 */
word: string, 
/**
 * Why, in the reviewer's words.
 */
reason: string, 
/**
 * To whom it went back; empty where accepted.
 */
returned_to: string, 
/**
 * The box that it is about: text, item:2; `null`: the whole.
 */
place: string | null, 
/**
 * The box's name.
 */
place_word: string, 
/**
 * The passage within it; may be empty.
 */
quote: string, 
/**
 * Who decided.
 */
by: string, 
/**
 * When.
 */
at: string, 
/**
 * The revision that it is about.
 */
revision: string, 
/**
 * 第2版: which revision of the entry that is, from the first.
 */
revision_word: string, 
/**
 * Whether that revision is still in force.
 */
current: boolean, };

export type ReviewTarget = { 
/**
 * The entry.
 */
key: EntryKey, 
/**
 * The revision that was read, or its first eight characters; `null`: the one in force.
 */
revision: string | null, };

export type FindingChoice = { 
/**
 * The decision; `null`: as the department claims (与自报一致).
 */
claim: ClaimCode | null, 
/**
 * Why; may be empty where it is as claimed.
 */
reason: string, };

export type ReturnBoxes = { 
/**
 * Why; mandatory.
 */
reason: string, 
/**
 * To whom: one of the form's `return_to`, a department by any of its names; empty: the entry's department.
 */
to: string, 
/**
 * The box that it is about: text, item:2; `null`: the whole.
 */
place: string | null, 
/**
 * The passage within it; may be empty.
 */
quote: string, };

export type Reviewed = { 
/**
 * The entry as it stands now.
 */
form: EntryForm, 
/**
 * What was done and what comes next, in words.
 */
message: string, };

export type SampleQuery = { 
/**
 * The plan's year.
 */
year: number, 
/**
 * The round's quarter, 1 to 4.
 */
round: number, 
/**
 * How many entries.
 */
count: number, 
/**
 * The seed; `null`: today's date as a number, or the next that is free.
 */
seed: number | null, 
/**
 * Only entries that claim this; `null`: whatever they claim.
 */
claim: ClaimCode | null, 
/**
 * Only this department's (its id); `null`: all.
 */
department: string | null, };

export type VerificationView = { 
/**
 * The plan's year.
 */
year: number, 
/**
 * The round's quarter, 1 to 4.
 */
round: number, 
/**
 * What it was drawn with; names the sheet within its round.
 */
seed: number, 
/**
 * From how many entries.
 */
population: number, 
/**
 * 2013年一季度报告期自报“已完成”的填报共20份。…编号依次为3、16、11。
 */
sentence: string, 
/**
 * How the places are drawn.
 */
drawing: string, 
/**
 * Who drew it.
 */
by: string, 
/**
 * When.
 */
at: string, 
/**
 * How many have a result.
 */
checked: number, 
/**
 * How many of those were found otherwise than stated.
 */
disagreeing: number, 
/**
 * What was drawn, in the order drawn.
 */
checks: Array<CheckView>, };

export type CheckView = { 
/**
 * Its place among all, from 1.
 */
place: number, 
/**
 * The entry.
 */
key: EntryKey, 
/**
 * （五）完善…
 */
title: string, 
/**
 * The department's published name.
 */
department: string, 
/**
 * The word of what it claims now.
 */
claim_word: string, 
/**
 * What it says now.
 */
text: string, 
/**
 * What was entered.
 */
boxes: CheckBoxes, 
/**
 * 属实 / 不符; empty while open.
 */
result_word: string, };

export type MethodCode = "papers" | "telephone" | "on_site";

export type CheckBoxes = { 
/**
 * How it was verified.
 */
method: MethodCode | null, 
/**
 * When.
 */
on: string | null, 
/**
 * By whom.
 */
by: string, 
/**
 * Whether what was stated was found to be so.
 */
agrees: boolean | null, 
/**
 * What was found.
 */
words: string, };

export type TakenOver = { 
/**
 * Departments, persons, calendar and settings, 结转: a sentence each.
 */
sentences: Array<string>, 
/**
 * Departments of the paper that are known by name.
 */
known: Array<string>, 
/**
 * Departments that begin with this paper.
 */
new: Array<string>, };

export type PaperPreview = { 
/**
 * Opaque; names the read file for 启用.
 */
token: string, 
/**
 * The file's own name.
 */
file_name: string, 
/**
 * UTF-8, UTF-16, GB18030.
 */
encoding: string, 
/**
 * The file's lines as they are.
 */
lines: Array<SourceLine>, 
/**
 * Where in the lines the words of the tasks stand.
 */
runs: Array<SourceRun>, 
/**
 * The plan.
 */
plan: PlanView, 
/**
 * What was not understood, by line.
 */
problems: Array<PaperProblem>, 
/**
 * 指标 as read, task by task; nothing is confirmed before the paper is in force.
 */
indicators: Array<TaskIndicatorsView>, 
/**
 * 核算: what the paper's own numbers and words say.
 */
remarks: Array<RemarkView>, 
/**
 * What 启用 would do.
 */
verdict: Verdict, 
/**
 * What the new year takes over from what is recorded; `null` where nothing is, or nothing would be put in force.
 */
taken_over: TakenOver | null, };

export type SourceLine = { 
/**
 * From 1.
 */
line: number, 
/**
 * Its text.
 */
text: string, 
/**
 * What it was read as.
 */
kind: LineKind, 
/**
 * The task that it belongs to.
 */
task: number | null, };

export type SourceRun = { 
/**
 * The task's number as published.
 */
task: number, 
/**
 * title, objective, or the quarter's number.
 */
part: string, 
/**
 * Its first character in the task's text, from 0.
 */
at: number, 
/**
 * The line of the file, from 1.
 */
line: number, 
/**
 * Its first character on that line, from 0.
 */
start: number, 
/**
 * How many characters it has.
 */
count: number, };

export type LineKind = "record" | "text" | "table" | "repeated" | "blank" | "problem";

export type PlanView = { 
/**
 * As printed.
 */
title: string, 
/**
 * The year.
 */
year: number, 
/**
 * 发布机构.
 */
issuer: string, 
/**
 * 索引号.
 */
index_no: string | null, 
/**
 * YYYY-MM-DD.
 */
published_on: string | null, 
/**
 * Sections' headings with their numbers.
 */
sections: Array<string>, 
/**
 * Goals, tasks, milestones, items and departments: how many.
 */
counts: PlanCounts, 
/**
 * 总体目标 in printed order.
 */
goals: Array<PlanGoal>, };

export type PlanCounts = { goals: number, tasks: number, milestones: number, items: number, departments: number, };

export type PlanGoal = { 
/**
 * As printed.
 */
name: string, 
/**
 * In printed order.
 */
tasks: Array<PlanTask>, };

export type PlanTask = { 
/**
 * 12 for （十二）.
 */
number: number, 
/**
 * （十二）.
 */
number_text: string, 
/**
 * Without its number.
 */
title: string, 
/**
 * The yearly sentence.
 */
objective: string | null, 
/**
 * Four; `null` where the paper promises nothing.
 */
milestones: Array<string | null>, 
/**
 * In printed order.
 */
departments: Array<string>, 
/**
 * The confirmed lead; `null` while unconfirmed.
 */
lead: string | null, 
/**
 * Who is in charge (分管领导) on the year's last day; `null` while nobody is known.
 */
leader: string | null, 
/**
 * The line of the file where it begins; `null` where the plan comes from the store.
 */
line: number | null, };

export type PaperProblem = { 
/**
 * From 1.
 */
line: number, 
/**
 * The text in question.
 */
text: string, 
/**
 * Why, in words.
 */
reason: string, };

export type Verdict = { "kind": "new" } | { "kind": "same" } | { "kind": "differs", 
/**
 * Where the two differ.
 */
differences: Array<PaperDifference>, };

export type PaperDifference = { 
/**
 * （四）第二季度.
 */
place: string, 
/**
 * In force.
 */
in_force: string, 
/**
 * In the file.
 */
in_file: string, };

export type AudienceCode = "internal" | "public";

export type DocumentQuery = { "document": "call_list", 
/**
 * The plan's year.
 */
year: number, 
/**
 * The round's quarter, 1 to 4.
 */
quarter: number, } | { "document": "whitepaper", 
/**
 * The plan's year.
 */
year: number, } | { "document": "verification", 
/**
 * The plan's year.
 */
year: number, 
/**
 * The round's quarter, 1 to 4.
 */
round: number, 
/**
 * Which of the round's sheets.
 */
seed: number, } | { "document": "submission", 
/**
 * The plan's year.
 */
year: number, 
/**
 * The round's quarter, 1 to 4.
 */
quarter: number, 
/**
 * The department's id.
 */
department: string, } | { "document": "one_page", 
/**
 * The plan's year.
 */
year: number, 
/**
 * The round's quarter, 1 to 4.
 */
quarter: number, } | { "document": "bulletin", 
/**
 * The plan's year.
 */
year: number, 
/**
 * The round's quarter, 1 to 4.
 */
quarter: number, 
/**
 * 主送; `null`: every responsible department by name.
 */
addressee: string | null, 
/**
 * 成文日期; `null`: left open for who signs.
 */
dated: string | null, } | { "document": "slips", 
/**
 * The plan's year.
 */
year: number, 
/**
 * The quarter of the round from which tasks are looked at, 1 to 4.
 */
quarter: number, 
/**
 * Of one supervision item; `null`: of every open one, and a draft for each slow task without.
 */
number: number | null, } | { "document": "evidence", 
/**
 * The plan's year.
 */
year: number, 
/**
 * The round's quarter, 1 to 4.
 */
quarter: number, 
/**
 * The department's id; `null`: all.
 */
department: string | null, 
/**
 * The task's number; `null`: all.
 */
task: number | null, 
/**
 * 2 or 4.
 */
photos_per_page: number, 
/**
 * Whether pieces with personal data are printed too; never in the public edition.
 */
personal: boolean, } | { "document": "task", 
/**
 * The plan's year.
 */
year: number, 
/**
 * The quarter of the round from which the task is looked at, 1 to 4.
 */
quarter: number, 
/**
 * The task's number.
 */
task: number, } | { "document": "annual", 
/**
 * The plan's year.
 */
year: number, } | { "document": "quarter", 
/**
 * The plan's year.
 */
year: number, 
/**
 * The round's quarter, 1 to 4.
 */
quarter: number, 
/**
 * The department's id; `null`: the whole district.
 */
department: string | null, 
/**
 * 原版 or 对照.
 */
style: StyleCode, 
/**
 * Which columns (栏目) 对照 has, by their key; none: those that nobody has to choose.
 */
columns?: string, };

export type ReportQuery = { 
/**
 * Which document.
 */
of: DocumentQuery, 
/**
 * For whom; the documents that never leave the office do not ask.
 */
audience: AudienceCode, 
/**
 * 数据截至; `null`: the round's due date, or today if that is earlier; of slips the newest assignment if that is later.
 */
as_of: string | null, };

export type Format = "pdf" | "docx" | "xlsx";

export type StyleCode = "original" | "wide";

export type PrintedReport = { 
/**
 * Opaque; names it for its bytes, saving and opening.
 */
token: string, 
/**
 * As in the document information.
 */
title: string, 
/**
 * A suggestion.
 */
file_name: string, 
/**
 * How many pages.
 */
pages: number, 
/**
 * How large they are, so that a screen knows their places before it draws one; the counts add up to `pages`. Empty for a
 * file that was kept: it tells by itself.
 */
sheets: Array<SheetRun>, 
/**
 * What stands where.
 */
outline: Array<OutlineItem>, 
/**
 * What is missing before it can be handed in, each with where to mend it.
 */
gaps: Array<Gap>, 
/**
 * What happened after the as-of date and is left out, in words; mostly nothing.
 */
later: string, };

export type BookWritten = { 
/**
 * As in the document information of the last volume.
 */
title: string, 
/**
 * How many pieces of each kind, in words.
 */
counts: string, 
/**
 * Its volumes.
 */
files: Array<BookFile>, 
/**
 * Every file that stands in the catalogue only: code, name and reason.
 */
listed: Array<string>, };

export type BookFile = { 
/**
 * Where it was written.
 */
file: string, 
/**
 * How many pages.
 */
pages: number, 
/**
 * Its size.
 */
bytes: number, };

export type SheetRun = { 
/**
 * How many.
 */
count: number, 
/**
 * As it is read, in thousandths of a point.
 */
width: number, 
/**
 * Likewise.
 */
height: number, };

export type ColumnChoice = { 
/**
 * What a query says; `null`: the columns that nobody has to choose.
 */
key: string | null, 
/**
 * As it is called.
 */
name: string, 
/**
 * One line for who chooses.
 */
hint: string, };

export type OutlineItem = { 
/**
 * 1 is the top.
 */
level: number, 
/**
 * As printed.
 */
title: string, 
/**
 * From 1.
 */
page: number, };

export type Gap = { 
/**
 * 未填报, 缺佐证.
 */
what: string, 
/**
 * In words.
 */
text: string, 
/**
 * The entry to open; `null` where none can be named.
 */
key: EntryKey | null, };

export type IssueBoxes = { 
/**
 * Which document, for whom, as of when.
 */
query: ReportQuery, 
/**
 * 机关代字 before the year; `null`: as last time.
 */
series: string | null, 
/**
 * 签批人, by name and office.
 */
approved_by: string, 
/**
 * 签批日期.
 */
approved_on: string, 
/**
 * The signed sheet, scanned.
 */
scan: Array<BoxEvidence>, 
/**
 * Whether it is issued although something is missing.
 */
with_gaps: boolean, 
/**
 * What it corrects.
 */
corrects: CorrectionBoxes | null, };

export type CorrectionBoxes = { 
/**
 * The wrong one's 文号 or id.
 */
of: string, 
/**
 * Which page and task: 附件第4页（十二）; empty: the whole.
 */
replaces: string, 
/**
 * What was wrong.
 */
reason: string, 
/**
 * Who let it be corrected; empty: who signed.
 */
approver: string, 
/**
 * Who had the wrong one; empty: to whom it was sent.
 */
holders: Array<string>, };

export type SentBoxes = { 
/**
 * The day; `null`: today.
 */
on: string | null, 
/**
 * To whom.
 */
to: string, 
/**
 * The stamped scan that was sent; empty: the file as issued.
 */
files: Array<BoxEvidence>, };

export type IssuedView = { 
/**
 * Opaque.
 */
id: string, 
/**
 * 文号.
 */
number: string, 
/**
 * The plan's year.
 */
year: number, 
/**
 * Its title.
 */
title: string, 
/**
 * 2013Q1; `null`: of no round.
 */
round: string | null, 
/**
 * 数据截至.
 */
as_of: string, 
/**
 * The day of issue.
 */
issued_on: string, 
/**
 * Who issued it.
 */
issued_by: string, 
/**
 * 签批人.
 */
approved_by: string, 
/**
 * 签批日期.
 */
approved_on: string, 
/**
 * The scan of the approval.
 */
scan: Array<BoxEvidence>, 
/**
 * 校验码.
 */
check_code: string, 
/**
 * 账本头, in full.
 */
ledger_head: string, 
/**
 * SHA-256 of the file.
 */
sha256: string, 
/**
 * The file's bytes.
 */
size: number, 
/**
 * What the file is called.
 */
file_name: string, 
/**
 * What was missing when it was issued all the same.
 */
gaps: Array<string>, 
/**
 * What it corrects.
 */
corrects: CorrectsView | null, 
/**
 * 已更正，见〔2013〕5号; `null` where it stands.
 */
corrected: string | null, 
/**
 * What was sent, oldest first.
 */
sent: Array<SentView>, };

export type CorrectsView = { 
/**
 * The wrong one's 文号.
 */
number: string, 
/**
 * Which page and task; empty: the whole.
 */
replaces: string, 
/**
 * What was wrong.
 */
reason: string, 
/**
 * Who let it be corrected.
 */
approver: string, 
/**
 * Who had the wrong one.
 */
holders: Array<string>, };

export type SentView = { 
/**
 * The day.
 */
on: string, 
/**
 * To whom.
 */
to: string, 
/**
 * The stamped scan; empty: the file as issued.
 */
files: Array<BoxEvidence>, };

export type Verified = { 
/**
 * What it is.
 */
verdict: FileVerdict, 
/**
 * Whether this store issued or sent exactly this.
 */
genuine: boolean, 
/**
 * In words: what it is, by whom and when it was issued, what to do.
 */
text: string, 
/**
 * Which report is meant, where one is known.
 */
report: IssuedView | null, 
/**
 * Where it differs from what was issued.
 */
differences: Array<Difference>, };

export type FileVerdict = "issued" | "sent" | "approval" | "saved_again" | "drawn_otherwise" | "pages_changed" | "content_changed" | "draft" | "unknown" | "not_a_pdf" | "unreadable";

export type Difference = { 
/**
 * Where: a page, a paragraph, a task.
 */
place: string, 
/**
 * Which column; empty outside tables.
 */
column: string, 
/**
 * As issued; empty: not there.
 */
issued: string, 
/**
 * As in the file; empty: not there.
 */
found: string, };

export type ChangeBoxes = { 
/**
 * The task's number as people write it: 5, 五.
 */
task: string, 
/**
 * The quarter whose milestone it changes, as people write it.
 */
quarter: string, 
/**
 * `reworded` 调整, `cancelled` 取消, `deferred` 延期, or their words.
 */
kind: string, 
/**
 * 调整: what is promised now.
 */
text: string, 
/**
 * 延期: the round in which it is due now, 2013Q3.
 */
to: string, 
/**
 * 起始日期; empty: today.
 */
from: string, 
/**
 * 理由.
 */
reason: string, 
/**
 * 文件名称、文号.
 */
basis: string, 
/**
 * 批准人.
 */
approver: string, };

export type ChangeView = { 
/**
 * Opaque.
 */
id: string, 
/**
 * The task's number.
 */
task: number, 
/**
 * （五）完善…
 */
title: string, 
/**
 * 1 to 4.
 */
quarter: number, 
/**
 * `reworded`, `cancelled`, `deferred`.
 */
kind: string, 
/**
 * 调整, 取消, 延期.
 */
kind_word: string, 
/**
 * What the paper promises; it is never touched.
 */
published: string, 
/**
 * What it was, what it is, and on what that rests, in one sentence.
 */
words: string, 
/**
 * The first day on which it holds.
 */
from: string, 
/**
 * 理由.
 */
reason: string, 
/**
 * 文件名称、文号.
 */
basis: string, 
/**
 * 批准人.
 */
approver: string, 
/**
 * Who recorded it.
 */
by: string, };

export type OrganisationBoxes = { 
/**
 * `renamed` 更名, `merged` 合并, `split` 拆分, `transferred` 任务移交, or their words.
 */
kind: string, 
/**
 * Departments before: ids or any of their names.
 */
before: Array<string>, 
/**
 * Departments after: ids or names; a name that nobody has is a new department.
 */
after: Array<string>, 
/**
 * 全称 of those that are new or called otherwise; may be left out.
 */
full: Array<FullName>, 
/**
 * 拆分, 任务移交: which task goes to whom.
 */
tasks: Array<TaskMove>, 
/**
 * 起始日期.
 */
effective: string, 
/**
 * 文件名称、文号.
 */
basis: string, };

export type FullName = { 
/**
 * Its 简称 among the departments after; empty: the only one.
 */
of: string, 
/**
 * 全称.
 */
full: string, };

export type HeldTask = { 
/**
 * The plan's year.
 */
year: number, 
/**
 * The task's number.
 */
task: number, 
/**
 * （五）完善…
 */
title: string, };

export type TaskMove = { 
/**
 * The plan's year; absent: the only open year in which the department holds a task of that number.
 */
year: number | null, 
/**
 * The task's number as people write it.
 */
task: string, 
/**
 * Who takes it over: one of the departments after.
 */
to: string, };

export type OrganisationView = { 
/**
 * Opaque.
 */
id: string, 
/**
 * Its code.
 */
kind: string, 
/**
 * 更名, 合并, 拆分, 任务移交.
 */
kind_word: string, 
/**
 * Names of the day before.
 */
before: Array<string>, 
/**
 * Names from that day on.
 */
after: Array<string>, 
/**
 * What happened, in one sentence.
 */
words: string, 
/**
 * What follows from it, a sentence each.
 */
consequences: Array<string>, 
/**
 * The first day.
 */
effective: string, 
/**
 * 文件名称、文号.
 */
basis: string, 
/**
 * Which task goes where.
 */
moves: Array<MovedTask>, };

export type MovedTask = { 
/**
 * The plan's year.
 */
year: number, 
/**
 * The task's number.
 */
task: number, 
/**
 * Who had it.
 */
from: string, 
/**
 * Who has it.
 */
to: string, };

export type CarryList = { 
/**
 * The year that leaves it.
 */
year: number, 
/**
 * That it may still change, since the fourth round takes in, in words; `null` once it is closed.
 */
provisional: string | null, 
/**
 * The open milestones, in printed order.
 */
lines: Array<CarryView>, };

export type CarryView = { 
/**
 * The earlier year.
 */
year: number, 
/**
 * The milestone in the earlier plan.
 */
milestone: MilestoneRef, 
/**
 * （八）加强… of the earlier plan.
 */
title: string, 
/**
 * As published.
 */
published: string, 
/**
 * 部分完成.
 */
state_word: string, 
/**
 * By year, number and wording, in one sentence.
 */
words: string, 
/**
 * The later year, where there is a plan for it.
 */
into_year: number | null, 
/**
 * The later plan's task that the officer confirmed; `null`: none or not yet decided.
 */
into_task: number | null, 
/**
 * Its number and title.
 */
into_title: string, 
/**
 * Whether the officer has decided.
 */
decided: boolean, 
/**
 * What he noted.
 */
remark: string, 
/**
 * A task of the later plan that reads alike, to be confirmed; `null`: none does.
 */
suggested: number | null, };

export type Chase = { 
/**
 * The round that is looked at.
 */
round: RoundView, 
/**
 * 谁没报.
 */
list: CallList, 
/**
 * 领导批示 of the year, newest first.
 */
instructions: Array<InstructionView>, 
/**
 * 督办事项 of the year, by number.
 */
items: Array<SupervisionView>, };

export type RoundView = { 
/**
 * 2013Q1.
 */
round: string, 
/**
 * 1 to 4.
 */
quarter: number, 
/**
 * 一季度.
 */
name: string, 
/**
 * 应报日期.
 */
due: string, 
/**
 * `open` or `closed`.
 */
state: string, 
/**
 * 填报中, 已重开, 已截止.
 */
state_word: string, 
/**
 * Where it stands and what happens to what arrives now, in words.
 */
sentence: string, 
/**
 * Every closing, oldest first.
 */
closings: Array<ClosingView>, };

export type ClosingView = { 
/**
 * The last day on which the round took in.
 */
closed_on: string, 
/**
 * Who closed it.
 */
closed_by: string, 
/**
 * Why it was closed before its due date; may be empty.
 */
early_reason: string, 
/**
 * The day from which it took in again; `null` while the closing holds.
 */
reopened_on: string | null, 
/**
 * Who reopened it.
 */
reopened_by: string | null, 
/**
 * Why it was reopened.
 */
reopened_reason: string | null, };

export type CallList = { 
/**
 * 2013Q1.
 */
round: string, 
/**
 * 应报日期.
 */
due: string, 
/**
 * 数据截至.
 */
as_of: string, 
/**
 * How many departments have reported; the counts add up to the total. 已见盖章件 is counted apart.
 */
sentence: string, 
/**
 * Departments that owe the round something.
 */
total: number, 
/**
 * Of them: reported all, a part, nothing, nothing while the round is not due.
 */
counts: Array<ReportedCount>, 
/**
 * Of them: whose sealed sheet was seen.
 */
sealed: number, 
/**
 * In the order in which the plan names them.
 */
lines: Array<CallLineView>, };

export type ReportedCount = { 
/**
 * `nothing`, `part`, `all`, `not_due`.
 */
reported: string, 
/**
 * 未报, 部分已报, 已报, 未到期.
 */
word: string, 
/**
 * How many.
 */
count: number, };

export type CallLineView = { 
/**
 * Opaque.
 */
department: string, 
/**
 * Its name of that day, with the published one where it differs: 卫计局（原卫人局）.
 */
name: string, 
/**
 * Milestones on which it has to report.
 */
owed: number, 
/**
 * On how many of them it has.
 */
stated: number, 
/**
 * `nothing`, `part`, `all`, `not_due`.
 */
reported: string, 
/**
 * 未报, 部分已报, 已报, 未到期.
 */
reported_word: string, 
/**
 * The milestones that are missing.
 */
missing: Array<MilestoneRef>, 
/**
 * The same in words: （五）、（七）一季度遗留.
 */
missing_words: string, 
/**
 * Whose sealed sheet was seen; `null`: not yet.
 */
sealed: SealedCopyView | null, 
/**
 * Where its 季度报送表 stands; `null`: nothing was printed (草稿).
 */
submission: SubmissionView | null, 
/**
 * 联络员; empty where nobody is entered.
 */
contact: string, 
/**
 * 电话; may be empty.
 */
telephone: string, };

export type MilestoneRef = { 
/**
 * The task's number.
 */
task: number, 
/**
 * The quarter that was promised, 1 to 4.
 */
quarter: number, };

export type SealedCopyView = { 
/**
 * 2013Q1.
 */
round: string, 
/**
 * The department's name.
 */
department: string, 
/**
 * The day.
 */
on: string, 
/**
 * Who saw it.
 */
by: string, 
/**
 * May be empty.
 */
remark: string, };

export type ContactView = { 
/**
 * The department's id.
 */
department: string, 
/**
 * Its name of today.
 */
department_name: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 电话.
 */
telephone: string, 
/**
 * The first day; `null`: since always.
 */
from: string | null, 
/**
 * The last day; `null`: still.
 */
until: string | null, };

export type InstructionBoxes = { 
/**
 * The task's number as people write it: 5, 五.
 */
task: string, 
/**
 * The quarter that it is about, as people write it; `null`: the task as a whole.
 */
quarter: string | null, 
/**
 * 领导: name and office as written.
 */
leader: string, 
/**
 * 批示日期.
 */
on: string, 
/**
 * 批示内容.
 */
words: string, 
/**
 * On which paper and page; may be empty.
 */
page: string, 
/**
 * The scan.
 */
scan: Array<BoxEvidence>, 
/**
 * Who is to do it: a department's id or any of its names.
 */
department: string, 
/**
 * Until when; `null` where it names no day.
 */
due: string | null, };

export type InstructionView = { 
/**
 * Opaque.
 */
id: string, 
/**
 * The task's number.
 */
task: number, 
/**
 * （五）完善…
 */
title: string, 
/**
 * 1 to 4; `null`: the task as a whole.
 */
quarter: number | null, 
/**
 * 领导.
 */
leader: string, 
/**
 * 批示日期.
 */
on: string, 
/**
 * 批示内容.
 */
words: string, 
/**
 * May be empty.
 */
page: string, 
/**
 * The scan.
 */
scan: Array<BoxEvidence>, 
/**
 * The department's id.
 */
department: string, 
/**
 * Its name of today.
 */
department_name: string, 
/**
 * 办结期限; `null` where it names no day.
 */
due: string | null, 
/**
 * The supervision items that follow it: 督办〔2013〕3号.
 */
followed_by: Array<string>, 
/**
 * Who recorded it.
 */
by: string, };

export type SupervisionBoxes = { 
/**
 * The task's number as people write it.
 */
task: string, 
/**
 * The quarter that it is about; `null`: the task as a whole.
 */
quarter: string | null, 
/**
 * The instruction behind it, by its id; `null`: none.
 */
instruction: string | null, 
/**
 * 督办要求.
 */
requirement: string, 
/**
 * Who is to do it: a department's id or any of its names.
 */
department: string, 
/**
 * 办结期限.
 */
due: string, 
/**
 * 交办日期; `null`: today.
 */
on: string | null, 
/**
 * What goes with it.
 */
files: Array<BoxEvidence>, };

export type StepBoxes = { 
/**
 * `received`, `answered`, `examined`, `closed`, or their words.
 */
stage: string, 
/**
 * The day; `null`: today.
 */
on: string | null, 
/**
 * Who did it; `null`: who works here.
 */
by: string | null, 
/**
 * 反馈内容, 复核意见; may be empty for 签收.
 */
words: string, 
/**
 * What came with it.
 */
files: Array<BoxEvidence>, };

export type SupervisionView = { 
/**
 * Opaque.
 */
id: string, 
/**
 * 3 of 督办〔2013〕3号.
 */
number: number, 
/**
 * 督办〔2013〕3号.
 */
number_text: string, 
/**
 * The task's number.
 */
task: number, 
/**
 * （五）完善…
 */
title: string, 
/**
 * 1 to 4; `null`: the task as a whole.
 */
quarter: number | null, 
/**
 * The instruction behind it, by its id.
 */
instruction: string | null, 
/**
 * 督办要求.
 */
requirement: string, 
/**
 * The department's id.
 */
department: string, 
/**
 * Its name of today.
 */
department_name: string, 
/**
 * 办结期限.
 */
due: string, 
/**
 * `assigned`, `received`, `answered`, `examined`, `closed`.
 */
stage: string, 
/**
 * 交办, 签收, 反馈, 复核, 销号.
 */
stage_word: string, 
/**
 * Past its day without an answer.
 */
overdue: boolean, 
/**
 * Where it may go from here.
 */
next: Array<StageView>, 
/**
 * Every step, oldest first.
 */
steps: Array<StepView>, };

export type StageView = { 
/**
 * Its code.
 */
stage: string, 
/**
 * Its word; going back from 复核 to 签收 is 退回重办.
 */
word: string, };

export type StepView = { 
/**
 * Its code.
 */
stage: string, 
/**
 * Its word.
 */
word: string, 
/**
 * The day.
 */
on: string, 
/**
 * Who.
 */
by: string, 
/**
 * May be empty.
 */
words: string, 
/**
 * What came with it.
 */
files: Array<BoxEvidence>, };

export type SubmissionView = { 
/**
 * The department's id.
 */
department: string, 
/**
 * Its name.
 */
name: string, 
/**
 * `draft`, `printed`, `changed`, `submitted`, `changed_since`.
 */
state: string, 
/**
 * 草稿, 已打印待签, …
 */
word: string, 
/**
 * The same with codes, days, names and what changed since; a sentence.
 */
words: string, 
/**
 * The 报送码 of what is stated now; `null` while nothing is stated.
 */
code: string | null, 
/**
 * The 报送码 of the last sheet that was printed and has not come back; `null`: none is awaited.
 */
awaited: string | null, 
/**
 * The last scan that came back.
 */
scan: BoxEvidence | null, };

export type SubmissionScanned = { 
/**
 * What happened, in words; also what changed since that paper was printed.
 */
message: string, 
/**
 * Where the sheet stands now.
 */
submission: SubmissionView, };

export type FeedbackKindCode = "question" | "complaint" | "suggestion";

export type ChannelCode = "website" | "email" | "telephone";

export type FeedbackStateCode = "open" | "answered" | "closed";

export type FeedbackLine = { 
/**
 * Opaque.
 */
id: string, 
/**
 * 意见2013-0012.
 */
receipt: string, 
/**
 * The year of its receipt.
 */
year: number, 
/**
 * Its number within the year.
 */
number: number, 
/**
 * What is wanted.
 */
kind: FeedbackKindCode, 
/**
 * Its word.
 */
kind_word: string, 
/**
 * How it came.
 */
channel: ChannelCode, 
/**
 * Its word.
 */
channel_word: string, 
/**
 * When it came.
 */
received: string, 
/**
 * In a line, masked.
 */
subject: string, 
/**
 * Who, masked; empty where nobody is named.
 */
sender: string, 
/**
 * The task that it is about; `null`: none.
 */
task: number | null, 
/**
 * Who is to answer; `null`: the supervision office itself.
 */
department: string | null, 
/**
 * Until when.
 */
due: string, 
/**
 * Days left; negative: days over.
 */
days_left: number, 
/**
 * 还有3天, 已超2天; empty once answered.
 */
due_words: string, 
/**
 * Where it stands.
 */
state: FeedbackStateCode, 
/**
 * Its word.
 */
state_word: string, 
/**
 * Whether its day is past without an answer.
 */
overdue: boolean, };

export type FeedbackList = { 
/**
 * The day for which states are told.
 */
as_of: string, 
/**
 * Newest first.
 */
lines: Array<FeedbackLine>, 
/**
 * The paper's own paragraphs on how the public is heard, as printed; empty where it has none.
 */
ways: Array<string>, 
/**
 * Days for an answer.
 */
days: number, };

export type FeedbackWaiting = { 
/**
 * 待答复, and there is time.
 */
open: number, 
/**
 * 待答复, past their day.
 */
overdue: number, 
/**
 * 已答复, to be closed.
 */
answered: number, };

export type FeedbackCountView = { 
/**
 * All of them.
 */
received: number, 
/**
 * 已办结.
 */
closed: number, 
/**
 * 已答复, not closed.
 */
answered: number, 
/**
 * In time without an answer.
 */
open: number, 
/**
 * Past their day without an answer.
 */
overdue: number, };

export type ReplyView = { 
/**
 * The words, masked; may be empty for a closing.
 */
text: string, 
/**
 * The day.
 */
on: string, 
/**
 * Who.
 */
by: string, };

export type FeedbackFile = { 
/**
 * Its name, masked unless personal data were asked for.
 */
name: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * As sniffed.
 */
media_type: string, 
/**
 * Whether it could be run: it is kept and never opened.
 */
executable: boolean, 
/**
 * What opens it; `null` until personal data are asked for.
 */
sha256: string | null, };

export type FeedbackStep = { 
/**
 * When.
 */
at: string, 
/**
 * Who.
 */
by: string, 
/**
 * 登记, 答复, 办结 …
 */
word: string, };

export type FeedbackView = { 
/**
 * Its line in the list.
 */
line: FeedbackLine, 
/**
 * In full, masked.
 */
text: string, 
/**
 * Telephone, e-mail or address, masked.
 */
contact: string, 
/**
 * The title of its task, with the number.
 */
task_title: string | null, 
/**
 * The year of the plan that its task is of; `null`: no task.
 */
plan_year: number | null, 
/**
 * The id of who is to answer; `null`: the supervision office itself.
 */
department_id: string | null, 
/**
 * What came with it.
 */
files: Array<FeedbackFile>, 
/**
 * What was answered.
 */
answer: ReplyView | null, 
/**
 * How it was closed.
 */
closing: ReplyView | null, 
/**
 * Why it was last opened again.
 */
reopening: ReplyView | null, 
/**
 * Every change, oldest first.
 */
steps: Array<FeedbackStep>, };

export type FeedbackPersonal = { 
/**
 * Name.
 */
name: string, 
/**
 * Telephone, e-mail or address.
 */
contact: string, 
/**
 * In a line.
 */
subject: string, 
/**
 * In full.
 */
text: string, 
/**
 * What was answered.
 */
answer: string | null, 
/**
 * The files, with what opens them.
 */
files: Array<FeedbackFile>, };

export type NewFeedback = { 
/**
 * The plan's year of the task.
 */
plan_year: number | null, 
/**
 * What is wanted.
 */
kind: FeedbackKindCode, 
/**
 * How it came.
 */
channel: ChannelCode, 
/**
 * When it came, as typed; empty: today.
 */
received: string, 
/**
 * In a line.
 */
subject: string, 
/**
 * In full.
 */
text: string, 
/**
 * Who; may be empty.
 */
name: string, 
/**
 * Telephone, e-mail or address; may be empty.
 */
contact: string, 
/**
 * The task that it is about; `null`: none.
 */
task: number | null, 
/**
 * The department that is to answer, by its id or one of its names; `null`: the supervision office.
 */
department: string | null, 
/**
 * Files stored before.
 */
files: Array<BoxEvidence>, };

export type FeedbackChange = { 
/**
 * The plan's year of the task.
 */
plan_year: number | null, 
/**
 * What is wanted.
 */
kind: FeedbackKindCode | null, 
/**
 * The task's number; 0: none.
 */
task: number | null, 
/**
 * The department's id or one of its names; empty: the supervision office.
 */
department: string | null, 
/**
 * The day, as typed.
 */
due: string | null, };

export type TaskSuggestion = { 
/**
 * The task's number.
 */
task: number, 
/**
 * Its title with the number.
 */
title: string, 
/**
 * The words that both have.
 */
words: Array<string>, };

export type MailFileView = { 
/**
 * Its own name.
 */
name: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Whether it could be run: it is kept and never opened.
 */
executable: boolean, };

export type MailPreview = { 
/**
 * What recording it is asked by; the shell fills it in.
 */
token: string, 
/**
 * The file's own name.
 */
file_name: string, 
/**
 * The sender's name; may be empty.
 */
name: string, 
/**
 * The sender's address; may be empty.
 */
address: string, 
/**
 * In a line; may be empty.
 */
subject: string, 
/**
 * The day on which it says to have been sent; empty where it says none.
 */
sent: string, 
/**
 * Its text.
 */
text: string, 
/**
 * What is attached.
 */
files: Array<MailFileView>, 
/**
 * What was not understood, in sentences.
 */
problems: Array<string>, 
/**
 * Tasks that it may be about; nothing is chosen.
 */
suggestions: Array<TaskSuggestion>, 
/**
 * The receipt number under which this very file was recorded before.
 */
known: string | null, };

export type Work = "files" | "backup" | "restore" | "evidence_book" | "report";

export type WorkProgress = { 
/**
 * What is under way.
 */
work: Work, 
/**
 * The file or report that it is about.
 */
name: string, 
/**
 * Bytes done; of a report entries of its outline.
 */
done: number, 
/**
 * As many as there are.
 */
total: number, };
