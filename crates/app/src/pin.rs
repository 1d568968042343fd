//! PINs, the idle lock and the recovery code: who claims to sit here proves it.
//!
//! A PIN keeps colleagues from the wrong chair; against somebody who holds the store's files it is no defence (ADR 0007).
//! Hashes lie in the store beside the ledger and never leave in a package; each change and each wrong attempt is a row
//! of the audit, from which the delays are counted, so that closing the program shortens none.

use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use crate::roles::{found, guard};
use crate::wire::settings::PersonView;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::action::Action;
use domain::id::ObjectId;
use domain::pin;
use ledger::Person;

/// The owner of the recovery code's hash, and the first word of its rows in the audit.
const RECOVERY: &str = "recovery";

/// The choice among the settings.
const IDLE_MINUTES: &str = "idle_minutes";
const IDLE_MINUTES_DEFAULT: u32 = 10;

/// What hashing a PIN costs whoever guesses; it stands in each hash, so that changing it leaves the old ones readable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PinCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

impl PinCost {
    /// About 50 ms and 19 MiB on an old office PC (OWASP's second choice for Argon2id).
    pub const OFFICE: Self = Self { memory_kib: 19 * 1024, passes: 2 };
    /// For tests: the least that Argon2 takes.
    pub const LEAST: Self = Self { memory_kib: 8, passes: 1 };

    fn hash(self, secret: &str) -> Outcome<String> {
        let failed = |_| Refused::PinNotHashed;
        let params = Params::new(self.memory_kib, self.passes, 1, None).map_err(|_| Refused::PinNotHashed)?;
        let salt = SaltString::encode_b64(&store::random::<16>()?).map_err(failed)?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        Ok(argon.hash_password(secret.as_bytes(), &salt).map_err(failed)?.to_string())
    }
}

fn fits(secret: &str, hash: &str) -> bool {
    let verify = |hash| Argon2::default().verify_password(secret.as_bytes(), &hash);
    PasswordHash::new(hash).is_ok_and(|hash| verify(hash).is_ok())
}

/// The owner of a person's hash, and the first words of its rows in the audit.
fn owner(person: ObjectId) -> String {
    format!("pin:{person}")
}

impl Desk {
    /// Hashes from now on at this cost.
    pub fn hash_pins_at(&mut self, cost: PinCost) {
        self.pin_cost = cost;
    }

    /// After so many minutes without a key or a click the PIN is asked for again; 0: never.
    pub(crate) fn idle_minutes(&self) -> Outcome<u32> {
        let chosen = self.choice(IDLE_MINUTES)?.and_then(|chosen| chosen.parse().ok());
        Ok(chosen.unwrap_or(IDLE_MINUTES_DEFAULT))
    }

    /// Sets it; at most a working day.
    ///
    /// # Errors
    /// Not allowed.
    pub fn set_idle_minutes(&self, minutes: u32) -> Outcome<()> {
        self.require(Action::Administer)?;
        self.set_choice(IDLE_MINUTES, minutes.min(480).to_string())
    }

    /// Whether a recovery code was made.
    pub(crate) fn has_recovery(&self) -> Outcome<bool> {
        Ok(self.store().secret(RECOVERY)?.is_some())
    }

    /// Whether the person has a PIN.
    pub(crate) fn has_pin(&self, person: ObjectId) -> Outcome<bool> {
        Ok(self.store().secret(&owner(person))?.is_some())
    }

    /// Who comes back begins without his old PIN.
    pub(crate) fn forget_pin(&self, person: ObjectId) -> Outcome<()> {
        if self.has_pin(person)? {
            let owner = owner(person);
            let by = self.author()?.name;
            self.store().set_secret(&owner, None, self.now(), &by, &format!("{owner} taken away"))?;
        }
        Ok(())
    }

    /// Whether who works here has a PIN and has not given it since he sat down: the window is then covered.
    ///
    /// # Errors
    /// When the store fails.
    pub fn is_locked(&self) -> Outcome<bool> {
        let Some(author) = self.named_author() else { return Ok(false) };
        let holders = self.holders()?;
        let Some(here) = found(&holders, &author.name) else { return Ok(false) };
        Ok(self.proven != Some(here.person.id) && self.has_pin(here.person.id)?)
    }

    /// Covers the window: who works here gives his PIN again before he writes. Nothing happens where he has none.
    pub fn lock(&mut self) {
        self.proven = None;
    }

    /// 现在由谁填报？ With the PIN where the person has one.
    ///
    /// # Errors
    /// As [`Desk::take_over`]; no PIN, a wrong one, or one too soon after wrong ones.
    pub fn take_over_with_pin(&mut self, person: &PersonView, pin: Option<&str>) -> Outcome<()> {
        let holders = self.holders()?;
        let known = found(&holders, &person.name).filter(|known| known.works).map(|known| known.person.id);
        let proven = match known {
            Some(id) => {
                self.check_pin(id, person.name.trim(), pin)?;
                Some(id)
            }
            None => None,
        };
        // Before: adding a title to the known is the person's own act.
        let before = std::mem::replace(&mut self.proven, proven);
        let seated = self.seat(person);
        if seated.is_err() {
            self.proven = before;
        }
        seated
    }

    /// Who works here gives his PIN: on the lock screen, or to the command line.
    ///
    /// # Errors
    /// As [`Desk::take_over_with_pin`].
    pub fn unlock(&mut self, pin: &str) -> Outcome<()> {
        let name = self.author()?.name;
        let holders = self.holders()?;
        let person = self.working(&holders, &name)?;
        self.check_pin(person.id, &name, Some(pin))?;
        self.proven = Some(person.id);
        Ok(())
    }

    fn check_pin(&self, person: ObjectId, name: &str, given: Option<&str>) -> Outcome<()> {
        let owner = owner(person);
        let Some(hash) = self.store().secret(&owner)? else { return Ok(()) };
        let given = given.map(pin::plain).filter(|given| !given.is_empty());
        let given = given.ok_or_else(|| Refused::PinNeeded(name.to_owned()))?;
        let wrong = self.attempt(&owner, name, fits_lazily(&given, &hash))?;
        wrong.map_or(Ok(()), |(times, wait)| Err(Refused::PinWrong { name: name.to_owned(), times, wait }))
    }

    /// One attempt at a secret: refused unread while an earlier wrong one delays it; else noted. Gives how many were wrong in
    /// a row and the seconds to wait, where this one was wrong too.
    fn attempt(&self, owner: &str, name: &str, right: impl FnOnce() -> bool) -> Outcome<Option<(u32, i64)>> {
        let (earlier, last_ms) = self.wrong_attempts(owner)?;
        let delay = pin::delay_seconds(earlier);
        // A clock that was set back makes nobody wait longer than the delay itself.
        let passed = (self.now() - last_ms).max(0) / 1000;
        if passed < delay {
            return Err(Refused::PinTooSoon { name: name.to_owned(), wait: delay - passed });
        }
        let right = right();
        if !right {
            self.store().note(self.now(), name, &format!("{owner} wrong"))?;
            return Ok(Some((earlier + 1, pin::delay_seconds(earlier + 1))));
        }
        if earlier > 0 {
            self.store().note(self.now(), name, &format!("{owner} right"))?;
        }
        Ok(None)
    }

    /// How many attempts in a row were wrong, and when the last was.
    fn wrong_attempts(&self, owner: &str) -> Outcome<(u32, i64)> {
        let audit = self.store().audit()?;
        let about = audit.iter().rev().filter_map(|row| Some((row, row.what.strip_prefix(owner)?.trim())));
        let wrong: Vec<i64> =
            about.take_while(|(_, what)| *what == "wrong").map(|(row, _)| row.at_ms).collect();
        Ok((u32::try_from(wrong.len()).unwrap_or(u32::MAX), wrong.first().copied().unwrap_or(0)))
    }

    /// Whether who works here may set this person's PIN, before anybody is asked to think of one.
    ///
    /// # Errors
    /// As [`Desk::set_pin`].
    pub fn may_set_pin_of(&self, name: &str) -> Outcome<()> {
        self.may_set_pin(name).map(drop)
    }

    /// The person, and whether it is his own.
    fn may_set_pin(&self, name: &str) -> Outcome<(Person, bool)> {
        let holders = self.holders()?;
        let person = self.working(&holders, name)?.clone();
        let by = self.author()?.name;
        let own = found(&holders, &by).is_some_and(|here| here.person.id == person.id);
        if own {
            if self.proven != Some(person.id) && self.has_pin(person.id)? {
                return Err(Refused::PinNeeded(by));
            }
        } else {
            self.require(Action::Administer)?;
            if !guard(&holders).guarded && self.has_pin(person.id)? {
                return Err(Refused::PinOfAnother(person.name));
            }
        }
        Ok((person, own))
    }

    /// Sets a person's PIN: his own, or another's by a 管理 person. With the office's first PIN a recovery code is made, given
    /// here once and nowhere kept.
    ///
    /// # Errors
    /// The PIN is not taken; nobody is called so; another's PIN without the role.
    pub fn set_pin(&mut self, name: &str, typed: &str) -> Outcome<Option<String>> {
        let (person, own) = self.may_set_pin(name)?;
        let by = self.author()?.name;
        let pin = pin::checked(typed).map_err(Refused::PinNotTaken)?;
        let owner = owner(person.id);
        let what = format!("{owner} {}", if own { "set" } else { "reset" });
        self.store().set_secret(&owner, Some(&self.pin_cost.hash(&pin)?), self.now(), &by, &what)?;
        if own {
            self.proven = Some(person.id);
        }
        if self.has_recovery()? { Ok(None) } else { self.make_recovery(&by).map(Some) }
    }

    /// Makes a new recovery code where the sheet was lost or has been seen; the old one no longer fits.
    ///
    /// # Errors
    /// Not allowed.
    pub fn renew_recovery(&self) -> Outcome<String> {
        self.require(Action::Administer)?;
        self.make_recovery(&self.author()?.name)
    }

    fn make_recovery(&self, by: &str) -> Outcome<String> {
        let code = pin::recovery_code(&store::random()?);
        let hash = self.pin_cost.hash(&pin::recovery_letters(&code))?;
        self.store().set_secret(RECOVERY, Some(&hash), self.now(), by, &format!("{RECOVERY} made"))?;
        Ok(code)
    }

    /// Resets a person's PIN by the recovery sheet, which is used up; gives the code of the new one. Whoever holds the sheet
    /// needs no role: it is for the office in which nobody can prove his.
    ///
    /// # Errors
    /// The code does not fit, or came too soon after wrong ones; the PIN is not taken; nobody is called so.
    pub fn recover_pin(&mut self, name: &str, code: &str, typed: &str) -> Outcome<String> {
        let holders = self.holders()?;
        let person = self.working(&holders, name)?.clone();
        let pin = pin::checked(typed).map_err(Refused::PinNotTaken)?;
        let Some(hash) = self.store().secret(RECOVERY)? else { return Err(Refused::NoRecovery) };
        let letters = pin::recovery_letters(code);
        if let Some((_, wait)) = self.attempt(RECOVERY, &person.name, fits_lazily(&letters, &hash))? {
            return Err(Refused::RecoveryWrong { wait });
        }
        let (owner, now) = (owner(person.id), self.now());
        let what = format!("{owner} reset by the recovery sheet");
        self.store().set_secret(&owner, Some(&self.pin_cost.hash(&pin)?), now, &person.name, &what)?;
        if self.proven == Some(person.id) {
            self.proven = None;
        }
        self.make_recovery(&person.name)
    }
}

fn fits_lazily<'a>(secret: &'a str, hash: &'a str) -> impl FnOnce() -> bool + 'a {
    move || fits(secret, hash)
}
