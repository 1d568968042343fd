//! 核查单: a random sample of one round's entries, what was found, and the printed sheet.
//!
//! Entries are counted in the order of [`Desk::entries_in_order`]; the same seed, population and count draw the same.

use crate::desk::{Desk, day_in_china, time_text};
use crate::entry::{Subject, by, wire_key};
use crate::paper::numbered_title;
use crate::printed::Composed;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::entry::EntryKey;
use crate::wire::review::{CheckBoxes, CheckView, MethodCode, SampleQuery, VerificationView};
use domain::action::Action;
use domain::claim::Claim;
use domain::period::{Quarter, Round};
use domain::progress::ProgressKey;
use domain::register::Register;
use domain::review::{Check, Method, Verification, agreement_word, sample};
use jiff::civil::Date;
use ledger::{Record, natural};
use report::VerificationOptions;
use store::Recorded;

impl Desk {
    /// The sheets of a round, in the order in which they were drawn.
    ///
    /// # Errors
    /// No such plan or quarter.
    pub fn verifications(&self, year: i16, round: u8) -> Outcome<Vec<VerificationView>> {
        let register = self.register(Some(year))?;
        let round = view::round(year, view::quarter(round)?);
        let sheets = self.sheets(&register, round)?;
        Ok(sheets.iter().map(|sheet| shown(&register, sheet)).collect())
    }

    /// Draws a sheet; the same once more is the sheet that there is.
    ///
    /// # Errors
    /// No entry to draw from; the seed has drawn another sample in that round; no right to.
    pub fn draw_sample(&self, query: &SampleQuery) -> Outcome<VerificationView> {
        self.require(Action::Review)?;
        self.only_supervision()?;
        let register = self.register(Some(query.year))?;
        let round = view::round(query.year, view::quarter(query.round)?);
        let claim = query.claim.map(view::claim);
        let department = query.department.as_deref().map(view::id).transpose()?;
        let population: Vec<ProgressKey> = self
            .entries_in_order(&register)?
            .into_iter()
            .filter(|entry| entry.value.key.round == round)
            .filter(|entry| claim.is_none_or(|claim| entry.value.progress.claim == Some(claim)))
            .map(|entry| entry.value.key)
            .filter(|key| department.is_none_or(|id| key.department == id))
            .collect();
        let count = usize::try_from(query.count).unwrap_or(usize::MAX);
        if population.is_empty() || count == 0 {
            return Err(Refused::NothingToSample);
        }
        let sheets = self.sheets(&register, round)?;
        let seed = query.seed.unwrap_or_else(|| free_seed(&sheets, self.today()));
        let drawn = sample(seed, population.len(), count).into_iter().map(|place| open(&population[place]));
        let sheet = Verification {
            plan: register.plan_id,
            round,
            seed,
            population: u32::try_from(population.len()).unwrap_or(u32::MAX),
            claim,
            department,
            checks: drawn.collect(),
        };
        if let Some(known) = sheets.iter().find(|known| known.value.seed == seed) {
            return if same_drawing(&known.value, &sheet) {
                Ok(shown(&register, known))
            } else {
                Err(Refused::SeedUsed { seed })
            };
        }
        self.commit("verification.draw", None, vec![Record::Verification(sheet)])?;
        self.sheet(&register, round, seed).map(|sheet| shown(&register, &sheet))
    }

    /// Enters what was found about one drawn entry; boxes that are all empty open it again.
    ///
    /// # Errors
    /// No such sheet; the entry was not drawn; something is missing; no right to.
    pub fn record_check(&self, key: &EntryKey, seed: u32, boxes: &CheckBoxes) -> Outcome<VerificationView> {
        self.require(Action::Review)?;
        self.only_supervision()?;
        let register = self.register(Some(key.year))?;
        let subject = Subject::find(&register, key)?;
        let mut sheet = self.sheet(&register, subject.key.round, seed)?;
        let drawn = sheet.value.checks.iter_mut().find(|check| {
            (check.task, check.quarter, check.department)
                == (subject.key.task, subject.key.quarter, subject.key.department)
        });
        let not_drawn =
            || Refused::NotDrawn { department: subject.department.to_owned(), task: subject.key.task };
        *drawn.ok_or_else(not_drawn)? = checked(&subject.key, boxes)?;
        self.commit("verification.check", None, vec![Record::Verification(sheet.value)])?;
        let sheet = self.sheet(&register, subject.key.round, seed)?;
        Ok(shown(&register, &sheet))
    }

    /// The sheet on paper.
    ///
    /// # Errors
    /// No such sheet; no fonts; a character without a glyph.
    pub(crate) fn compose_verification(&self, year: i16, round: u8, seed: u32) -> Outcome<Composed> {
        let register = self.register(Some(year))?;
        let sheet = self.sheet(&register, view::round(year, view::quarter(round)?), seed)?;
        let options = options(&sheet, self.is_sample(), self.office()?.name);
        let report = report::verification(&register, &sheet.value, &options);
        Ok(Composed::new(report, options.drawn_on, Vec::new()))
    }

    fn sheets(&self, register: &Register, round: Round) -> Outcome<Vec<Recorded<Verification>>> {
        let all = self.store().all::<Verification>(Some(register.plan_id))?;
        let of_round = all.into_iter().filter(|sheet| sheet.value.round == round);
        of_round.map(|sheet| self.as_drawn(sheet)).collect()
    }

    /// The sheet as it is now with the header under which it was drawn: results were entered by others, later.
    fn as_drawn(&self, mut sheet: Recorded<Verification>) -> Outcome<Recorded<Verification>> {
        if let Some(first) = self.store().history(sheet.object)?.into_iter().next() {
            sheet.header = first.header;
        }
        Ok(sheet)
    }

    fn sheet(&self, register: &Register, round: Round, seed: u32) -> Outcome<Recorded<Verification>> {
        let found = self.store().get(natural::verification(register.plan_id, round, seed))?;
        if let Some(found) = found {
            return self.as_drawn(found);
        }
        let known = self.sheets(register, round)?;
        Err(Refused::NoSuchSheet {
            seed,
            known: known.iter().map(|sheet| sheet.value.seed.to_string()).collect(),
        })
    }
}

/// 20130424, or the next that no sheet of the round has.
fn free_seed(sheets: &[Recorded<Verification>], today: Date) -> u32 {
    let number = |part: i8| u32::from(part.unsigned_abs());
    let day =
        u32::from(today.year().unsigned_abs()) * 10_000 + number(today.month()) * 100 + number(today.day());
    (day..).find(|seed| sheets.iter().all(|sheet| sheet.value.seed != *seed)).unwrap_or(day)
}

/// Whether both drew the same from the same; what was found since does not matter.
fn same_drawing(known: &Verification, sheet: &Verification) -> bool {
    let keys = |sheet: &Verification| -> Vec<_> {
        sheet.checks.iter().map(|check| (check.task, check.quarter, check.department)).collect()
    };
    (known.claim, known.department, known.population) == (sheet.claim, sheet.department, sheet.population)
        && keys(known) == keys(sheet)
}

fn open(key: &ProgressKey) -> Check {
    Check {
        task: key.task,
        quarter: key.quarter,
        department: key.department,
        method: None,
        on: None,
        by: String::new(),
        agrees: None,
        words: String::new(),
    }
}

fn checked(key: &ProgressKey, boxes: &CheckBoxes) -> Outcome<Check> {
    let (by, words) = (boxes.by.trim(), boxes.words.trim());
    let on = view::day(boxes.on.as_deref().unwrap_or_default())?;
    let empty = (boxes.method, on, boxes.agrees) == (None, None, None) && words.is_empty();
    if empty {
        return Ok(open(key));
    }
    let complete = boxes.method.is_some() && on.is_some() && !by.is_empty();
    if !complete || boxes.agrees.is_none() || (boxes.agrees == Some(false) && words.is_empty()) {
        return Err(Refused::CheckIncomplete);
    }
    let method = boxes.method.map(|method| match method {
        MethodCode::Papers => Method::Papers,
        MethodCode::Telephone => Method::Telephone,
        MethodCode::OnSite => Method::OnSite,
    });
    Ok(Check { method, on, by: by.to_owned(), agrees: boxes.agrees, words: words.to_owned(), ..open(key) })
}

fn options(sheet: &Recorded<Verification>, sample: bool, unit: String) -> VerificationOptions {
    VerificationOptions {
        drawn_on: day_in_china(sheet.header.wall_ms),
        drawn_by: sheet.header.author.name.clone(),
        sample,
        unit,
    }
}

fn shown(register: &Register, sheet: &Recorded<Verification>) -> VerificationView {
    let Verification { round, seed, population, checks, .. } = &sheet.value;
    let count = |wanted: fn(&Check) -> bool| {
        u32::try_from(checks.iter().filter(|check| wanted(check)).count()).unwrap_or(u32::MAX)
    };
    let places = sample(*seed, usize::try_from(*population).unwrap_or(0), checks.len());
    VerificationView {
        year: round.year,
        round: round.quarter.number(),
        seed: *seed,
        population: *population,
        sentence: report::sampled_in_words(register, &sheet.value, &options(sheet, false, String::new())),
        drawing: report::wording::DRAWING.to_owned(),
        by: by(&sheet.header),
        at: time_text(sheet.header.wall_ms),
        checked: count(|check| check.agrees.is_some()),
        disagreeing: count(|check| check.agrees == Some(false)),
        checks: checks
            .iter()
            .zip(places)
            .map(|(check, place)| check_view(register, *round, check, place))
            .collect(),
    }
}

fn check_view(register: &Register, round: Round, check: &Check, place: usize) -> CheckView {
    let (quarter, department): (Quarter, _) = (check.quarter, check.department);
    let key = ProgressKey { plan: register.plan_id, task: check.task, quarter, round, department };
    let entry = register.entries(check.task, quarter).iter().find(|entry| entry.key == key);
    let name = register.plan.task(check.task).and_then(|task| {
        register.responsible_in(task, round).into_iter().find(|one| one.id == department).map(|one| one.name)
    });
    CheckView {
        place: u32::try_from(place + 1).unwrap_or(u32::MAX),
        key: wire_key(&key),
        title: register.plan.task(check.task).map(numbered_title).unwrap_or_default(),
        department: name.unwrap_or_default().to_owned(),
        claim_word: entry.and_then(|entry| entry.progress.claim).map_or("", Claim::word).to_owned(),
        text: entry.map(|entry| entry.progress.text.clone()).unwrap_or_default(),
        boxes: CheckBoxes {
            method: check.method.map(|method| match method {
                Method::Papers => MethodCode::Papers,
                Method::Telephone => MethodCode::Telephone,
                Method::OnSite => MethodCode::OnSite,
            }),
            on: check.on.map(|day| day.to_string()),
            by: check.by.clone(),
            agrees: check.agrees,
            words: check.words.clone(),
        },
        result_word: check.agrees.map(agreement_word).unwrap_or_default().to_owned(),
    }
}
