//! The desk: an open store, who works at it, and the questions that every use case asks first.

use crate::pin::PinCost;
use crate::places;
use crate::refusal::{Outcome, Refused};
use crate::view;
use domain::change::PlanChange;
use domain::claim::Claim;
use domain::department::Department;
use domain::id::ObjectId;
use domain::indicator::Indicator;
use domain::light::TaskOverride;
use domain::organisation::OrganisationChange;
use domain::period::Round;
use domain::register::{Entry, Register, RegisterParts, TaskLead};
use domain::round::RoundClosing;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use ledger::{Author, Noun, Office, OfficeKind, PlanRecord, ProgressRecord, Record, Rid, RoundClosings};
use pdf::FontLibrary;
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};
use store::{Change, NewRevision, OpenOptions, Operation, Recorded, Store, StoreError, StoreKind};

/// Who writes where neither a person nor the machine gives a name.
const UNNAMED: &str = "未署名";

/// Gives the time, in milliseconds since 1970.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// What opening a desk needs to know.
#[derive(Clone)]
pub struct Opening {
    /// The store's folder; made when missing or empty.
    pub store: PathBuf,
    /// The user's state folder.
    pub state: PathBuf,
    /// The folder with the fonts.
    pub fonts: PathBuf,
    /// What this program calls itself to another that wants the store: 窗口, 命令行.
    pub holder: String,
    /// Who works here; `None`: the last person who wrote, else the user of the machine.
    pub by: Option<String>,
    /// The kind that a store gets if it is made now.
    pub kind: StoreKind,
    /// The time.
    pub clock: Clock,
}

impl Opening {
    /// With this machine's places and clock.
    ///
    /// # Errors
    /// Where the system names no home folder.
    pub fn of(store: PathBuf, holder: &str) -> Outcome<Self> {
        Ok(Self {
            store,
            state: places::state_folder()?,
            fonts: places::fonts_folder(),
            holder: holder.to_owned(),
            by: None,
            kind: StoreKind::Real,
            clock: Arc::new(|| Timestamp::now().as_millisecond()),
        })
    }
}

/// An open store with who works at it.
pub struct Desk {
    store: Store,
    opening: Opening,
    author: Option<Author>,
    fonts: OnceLock<FontLibrary>,
    /// Who gave his PIN since he sat down.
    pub(crate) proven: Option<ObjectId>,
    pub(crate) pin_cost: PinCost,
    /// What went wrong beside the work, for the frame's notices.
    pub(crate) trouble: Option<String>,
    /// On which day photos say that they were taken, by the SHA-256 of their files.
    pub(crate) photo_days: Mutex<BTreeMap<[u8; 32], Option<Date>>>,
    /// What a plan's text promises, task by task, by the revision that holds the text.
    pub(crate) promised: Mutex<BTreeMap<Rid, Arc<[Vec<Indicator>]>>>,
}

/// The current progress on a plan, by task, quarter and round.
pub(crate) type RecordedProgress = Vec<Recorded<ProgressRecord>>;

impl Desk {
    /// Opens the store, or makes it.
    ///
    /// # Errors
    /// Whatever the store refuses; it is then as it was.
    pub fn open(opening: Opening) -> Outcome<Self> {
        let options = OpenOptions {
            state_dir: opening.state.clone(),
            now_ms: (opening.clock)(),
            holder: opening.holder.clone(),
            kind: opening.kind,
        };
        let store = Store::open(&opening.store, &options).map_err(|refused| match refused {
            StoreError::Io(why) => Refused::StoreFolder { place: opening.store.display().to_string(), why },
            other => other.into(),
        })?;
        let named =
            opening.by.clone().map(|name| Author { name: name.trim().to_owned(), title: String::new() });
        let mut desk = Self {
            store,
            opening,
            author: None,
            fonts: OnceLock::new(),
            proven: None,
            pin_cost: PinCost::OFFICE,
            trouble: None,
            photo_days: Mutex::default(),
            promised: Mutex::default(),
        };
        desk.author = match named {
            Some(author) => Some(desk.with_known_title(author)?),
            None => None,
        };
        Ok(desk)
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) fn opening(&self) -> &Opening {
        &self.opening
    }

    /// Closes the store; the last backup of the day is made if it is due.
    ///
    /// # Errors
    /// When the backup fails; the store is closed all the same.
    pub fn close(self) -> Outcome<()> {
        let now = self.now();
        self.store.exit(now)?;
        Ok(())
    }

    /// Whether this is the sample year.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        self.store.kind() == StoreKind::Sample
    }

    /// Milliseconds since 1970 by the handed-in clock.
    #[must_use]
    pub fn now(&self) -> i64 {
        (self.opening.clock)()
    }

    /// Today in China.
    #[must_use]
    pub fn today(&self) -> Date {
        day_in_china(self.now())
    }

    /// Who works here from now on.
    pub fn work_as(&mut self, author: Author) {
        self.author = Some(author);
    }

    /// Nobody has said who works here.
    pub(crate) fn work_as_nobody(&mut self) {
        self.author = None;
    }

    /// Puts another clock in place and gives the one before.
    pub(crate) fn replace_clock(&mut self, clock: Clock) -> Clock {
        std::mem::replace(&mut self.opening.clock, clock)
    }

    /// Who works here, if anybody said.
    #[must_use]
    pub fn named_author(&self) -> Option<&Author> {
        self.author.as_ref()
    }

    /// The name of who signs what is written now.
    ///
    /// # Errors
    /// [`Refused::NobodyNamed`].
    pub fn name_here(&self) -> Outcome<String> {
        self.author().map(|author| author.name)
    }

    /// Who signs what is written now.
    ///
    /// # Errors
    /// [`Refused::NobodyNamed`].
    pub(crate) fn author(&self) -> Outcome<Author> {
        if let Some(author) = &self.author {
            return if author.name.is_empty() { Err(Refused::NobodyNamed) } else { Ok(author.clone()) };
        }
        if let Some(last) = self.store.latest(1)?.into_iter().next() {
            return Ok(last.header.author);
        }
        let user = ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
        let name = user.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| UNNAMED.to_owned());
        Ok(Author { name, title: String::new() })
    }

    fn with_known_title(&self, author: Author) -> Outcome<Author> {
        let known = self.store.persons()?.into_iter().rev().find(|person| person.value.name == author.name);
        Ok(Author { title: known.map(|person| person.value.title).unwrap_or_default(), ..author })
    }

    /// This office; the supervision office until something else was set.
    pub(crate) fn office(&self) -> Outcome<Office> {
        let stored = self.store.office()?.map(|office| office.value);
        Ok(stored.unwrap_or_else(|| Office {
            id: self.store.office_id(),
            name: "督查室".to_owned(),
            kind: OfficeKind::Supervision,
        }))
    }

    /// Writes records in one transaction under a named operation.
    pub(crate) fn commit(
        &self,
        op: &str,
        on_behalf: Option<String>,
        records: Vec<Record>,
    ) -> Outcome<Vec<Rid>> {
        self.commit_changes(op, on_behalf, records.into_iter().map(Change::Record).collect())
    }

    /// The same with withdrawals among the changes.
    pub(crate) fn commit_changes(
        &self,
        op: &str,
        on_behalf: Option<String>,
        changes: Vec<Change>,
    ) -> Outcome<Vec<Rid>> {
        let revisions = changes.into_iter().map(|change| NewRevision { change, parents: None }).collect();
        Ok(self.store.commit(&self.operation(op, on_behalf)?, revisions)?)
    }

    pub(crate) fn operation(&self, op: &str, on_behalf: Option<String>) -> Outcome<Operation> {
        Ok(Operation {
            name: op.to_owned(),
            author: self.author()?,
            office: self.office()?.name,
            on_behalf,
            wall_ms: self.now(),
        })
    }

    /// A copy first; where none can be made nothing is imported.
    pub(crate) fn backup_before_import(&self) -> Outcome<()> {
        self.store.backup_now(store::BackupKind::Import, self.now())?;
        Ok(())
    }

    /// The fonts, opened at first need.
    pub(crate) fn fonts(&self) -> Outcome<&FontLibrary> {
        if let Some(fonts) = self.fonts.get() {
            return Ok(fonts);
        }
        let folder = &self.opening.fonts;
        if !folder.is_dir() {
            return Err(Refused::NoFonts(folder.display().to_string()));
        }
        let opened = FontLibrary::open(folder)?;
        Ok(self.fonts.get_or_init(|| opened))
    }

    /// Every department.
    pub(crate) fn departments(&self) -> Outcome<Vec<Department>> {
        Ok(self.store.departments()?.into_iter().map(|one| one.value).collect())
    }

    /// The years with a plan, newest first.
    pub(crate) fn years(&self) -> Outcome<Vec<i16>> {
        Ok(self.store.plan_years()?)
    }

    /// The year that is meant where there is only one.
    pub(crate) fn only_year(&self, year: Option<i16>) -> Outcome<i16> {
        if let Some(year) = year {
            return Ok(year);
        }
        match self.years()?.as_slice() {
            [] => Err(Refused::NoPlan),
            [only] => Ok(*only),
            several => Err(Refused::WhichYear(several.to_vec())),
        }
    }

    /// A year's plan with everything submitted about it.
    pub(crate) fn register(&self, year: Option<i16>) -> Outcome<Register> {
        self.register_and_progress(year).map(|(register, _)| register)
    }

    /// The same with the progress as it is recorded: read once where both are needed.
    pub(crate) fn register_and_progress(&self, year: Option<i16>) -> Outcome<(Register, RecordedProgress)> {
        let plans = self.store.plans()?;
        let year = match (year, plans.as_slice()) {
            (_, []) => return Err(Refused::NoPlan),
            (Some(year), _) => year,
            (None, _) => self.only_year(None)?,
        };
        let plan = plans
            .into_iter()
            .rev()
            .find(|plan| plan.value.plan.year == year)
            .ok_or(Refused::NoPlanFor(year))?;
        self.register_of(plan)
    }

    fn register_of(&self, plan: Recorded<PlanRecord>) -> Outcome<(Register, RecordedProgress)> {
        let id = plan.object;
        let indicators = self.counted_indicators(&plan)?;
        let record = plan.value;
        let mut dates: HashMap<ObjectId, Vec<Option<Date>>> = HashMap::new();
        let mut claims: HashMap<ObjectId, (Option<Claim>, i64)> = HashMap::new();
        let mut handed_in: HashMap<ObjectId, i64> = HashMap::new();
        let progress = self.store.progress_of(id)?;
        // What was promised before, and since when the claim is what it is, stands only in the history; it is read only
        // where something was ever changed.
        if progress.iter().any(|one| one.header.generation > 1) {
            for revision in self.store.progress_histories(id)? {
                if let Some(Record::Progress(earlier)) = revision.record {
                    let claimed = (earlier.progress.claim, revision.header.wall_ms);
                    handed_in.entry(revision.header.object).or_insert(claimed.1);
                    let since = claims.entry(revision.header.object).or_insert(claimed);
                    if since.0 != claimed.0 {
                        *since = claimed;
                    }
                    dates.entry(revision.header.object).or_default().push(earlier.progress.due);
                }
            }
        }
        let entries = progress.iter().map(|one| Entry {
            key: one.value.key,
            stated_dates: dates.remove(&one.object).unwrap_or_else(|| vec![one.value.progress.due]),
            claimed_on: Some(day_in_china(claims.get(&one.object).map_or(one.header.wall_ms, |(_, ms)| *ms))),
            handed_in: Some(day_in_china(handed_in.get(&one.object).copied().unwrap_or(one.header.wall_ms))),
            progress: one.value.progress.clone(),
        });
        let findings = self.store.findings(id)?.into_iter().map(|one| one.value);
        let leads = self.store.leads(id)?.into_iter().map(|lead| TaskLead {
            task: lead.value.task,
            department: lead.value.department,
            from: lead.value.from,
        });
        let chosen = self.chosen()?;
        let register = Register::new(RegisterParts {
            departments: self.departments()?,
            published: Some(record.departments.into_iter().collect()),
            leads: leads.collect(),
            leaders: self.all_of(id)?,
            due_rule: chosen.due_rule,
            calendar: chosen.calendar(),
            light_rules: chosen.light_rules(),
            items: self.all_of(id)?,
            summaries: self.all_of(id)?,
            entries: entries.collect(),
            findings: findings.map(|one| ((one.task, one.quarter, one.round), one.finding)).collect(),
            changes: self.all_of::<PlanChange>(id)?,
            organisation: self
                .store
                .all::<OrganisationChange>(None)?
                .into_iter()
                .map(|one| one.value)
                .collect(),
            closings: self.closings(id)?,
            overrides: self
                .all_of::<TaskOverride>(id)?
                .into_iter()
                .map(|one| ((one.task, one.round), one.decision))
                .collect(),
            indicators,
            ..RegisterParts::of(id, record.plan)
        });
        Ok((register, progress))
    }

    /// Everything of a noun that belongs to a plan.
    pub(crate) fn all_of<N: Noun>(&self, plan: ObjectId) -> Outcome<Vec<N>> {
        Ok(self.store.all::<N>(Some(plan))?.into_iter().map(|one| one.value).collect())
    }

    /// Every closing of every round of a plan.
    pub(crate) fn closings(&self, plan: ObjectId) -> Outcome<Vec<RoundClosing>> {
        Ok(self.all_of::<RoundClosings>(plan)?.into_iter().flat_map(|one| one.closings).collect())
    }

    /// 数据截至: as asked for, else the round's due date, or today if that is earlier.
    pub(crate) fn as_of(&self, register: &Register, round: Round, asked: Option<&str>) -> Outcome<Date> {
        let asked = view::day(asked.unwrap_or_default())?;
        Ok(asked.unwrap_or_else(|| register.default_as_of(round, self.today())))
    }

    /// 数据截至 of what is printed: a screen may look ahead, a paper cannot tell what is not yet.
    pub(crate) fn check_not_ahead(&self, as_of: Date) -> Outcome<Date> {
        let today = self.today();
        if as_of > today { Err(Refused::AsOfLater { as_of, today }) } else { Ok(as_of) }
    }
}

/// The day in China (UTC+8, all year) at that time.
pub(crate) fn day_in_china(ms: i64) -> Date {
    let time = Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH);
    TimeZone::fixed(Offset::constant(8)).to_datetime(time).date()
}

/// RFC 3339 in UTC, to the second.
pub(crate) fn time_text(ms: i64) -> String {
    let time = Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH);
    time.round(jiff::Unit::Second).unwrap_or(time).to_string()
}
