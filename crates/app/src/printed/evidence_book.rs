//! 佐证材料册: evidence of a round as one file or several volumes, written whole or not at all.
//!
//! Photos and attached files pass through memory one at a time. What cannot be shown is listed with the reason; what
//! fails after it was prepared ends the book, so that no page is missing without a word.

mod meter;
mod original;
mod photo_cache;
mod pieces;
mod prepare;
mod supply;
pub(crate) mod thumbnails;
mod volumes;

use super::press::Pressing;
use super::{Asked, Printed};
use crate::desk::Desk;
use crate::files::{self, Staged};
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::printed::{BookFile, BookWritten, DocumentQuery, ReportQuery};
use crate::wire::work::Watch;
use domain::register::Register;
use jiff::civil::Date;
use layout::figure::Extent;
use layout::punctuation::full_width;
use meter::Meter;
use photo_cache::PhotoCache;
use picture::PixelSize;
use pieces::pieces;
use prepare::{Prepared, Wanted, prepare};
use report::{Audience, Book, BookForm, BookOptions, BookPlace, PhotosPerPage, Report};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use supply::BookSupply;

/// A book with more photos is written to a file and not shown in the window: it would take the window's memory.
pub const SHOWN_PHOTOS_MAX: usize = 50;
/// A volume has at most so many megabytes: what a disc and most mailboxes for large files take.
pub const VOLUME_MB: u32 = 200;
/// What type, catalogue and data take at first guess.
const FRAME_BYTES: u64 = 2_000_000;

/// A book before it has volumes.
struct Made {
    register: Register,
    options: BookOptions,
    prepared: Prepared,
    cache: PhotoCache,
}

impl Desk {
    /// Writes the book into a folder or as a file; several volumes have their numbers in their names.
    ///
    /// # Errors
    /// Another document is asked for; nothing to bind; a name that is no PDF; stopped; no room. No file is then written.
    pub fn write_evidence_book(
        &self,
        query: &ReportQuery,
        target: &Path,
        volume_mb: u32,
        watch: &Watch<'_>,
    ) -> Outcome<BookWritten> {
        check_target(target)?;
        let asked = Asked::draft(query);
        let wanted = self.book_wanted(&asked)?;
        let meter = Meter::new(watch, wanted.files.bytes());
        let made = self.make_book(wanted, &meter)?;
        let bytes_max = u64::from(volume_mb.clamp(1, VOLUME_MB)) * 1_000_000;
        let mut budget = bytes_max.saturating_sub(FRAME_BYTES).max(bytes_max / 4);
        loop {
            let volumes = volumes::split(&made.prepared.weights, budget);
            let book = made.book(&volumes);
            let (staged, written) = self.stage(&made, &book, target, &meter)?;
            let Some(at) = written.files.iter().position(|file| file.bytes > bytes_max) else {
                for file in staged {
                    file.keep()?;
                }
                return Ok(written);
            };
            // Attached files can grow when their pages are taken over: smaller volumes, unless one piece alone is too large.
            let heavy = volumes[at].clone().filter(|item| made.prepared.weights[*item] > 0);
            if let [only] = heavy.collect::<Vec<_>>()[..] {
                let name = made.prepared.items[only].name.clone();
                return Err(Refused::BookPieceTooLarge { name, max: volume_mb });
            }
            budget = budget * 3 / 4;
        }
    }

    /// The book in memory, for the window's pages.
    ///
    /// # Errors
    /// As [`Desk::write_evidence_book`]; too many photos.
    pub(super) fn print_evidence_book(&self, asked: &Asked<'_>) -> Outcome<Printed> {
        let wanted = self.book_wanted(asked)?;
        let photos = wanted.files.photos();
        let bytes = wanted.files.bytes();
        if photos > SHOWN_PHOTOS_MAX || bytes > u64::from(VOLUME_MB) * 1_000_000 {
            return Err(Refused::BookTooLargeToShow { photos });
        }
        let nobody: &Watch<'_> = &|_| true;
        let meter = Meter::new(nobody, bytes);
        let made = self.make_book(wanted, &meter)?;
        let whole = 0..made.prepared.items.len();
        let book = made.book(std::slice::from_ref(&whole));
        let report = book.volume(0, &self.book_places(&book)?);
        let supply = BookSupply::new(&made.prepared, &made.cache, &meter);
        let info = Self::about(&report, made.options.making.as_of, &[])?;
        let mut bytes = Vec::new();
        let pressing = Pressing { report: &report, info: &info, shown: None, file: None, watch: nobody };
        let written = self.press_with(&pressing, &supply, &mut bytes);
        let (pressed, _) = written.map_err(|refused| supply.refusal(refused, &report.front.title))?;
        Ok(Printed::new(bytes, &report, pressed, Vec::new()))
    }

    /// Which evidence and how, before any file is read.
    fn book_wanted<'q>(&self, asked: &Asked<'q>) -> Outcome<BookWanted> {
        let DocumentQuery::Evidence { year, quarter, department, task, photos_per_page, personal } =
            &asked.of
        else {
            return Err(Refused::BookIsPdf);
        };
        let register = self.register(Some(*year))?;
        let round = view::round(*year, view::quarter(*quarter)?);
        let making = self.making(&register, round, asked)?;
        let department = department.as_deref().map(view::id).transpose()?;
        if let Some(number) = task {
            crate::named::task_named(&register, &number.to_string())?;
        }
        let mut options = BookOptions {
            round,
            department,
            task: *task,
            photos: if *photos_per_page == 2 { PhotosPerPage::Two } else { PhotosPerPage::Four },
            left_out: 0,
            making,
        };
        let is_public = options.making.audience == Audience::Public;
        let register = if is_public { register.for_the_public() } else { register };
        let with_personal = *personal && !is_public;
        let found = self.book_pieces(&register, &options);
        if found.is_empty() {
            return Err(Refused::NoEvidence { round: round.to_string() });
        }
        options.left_out = found.iter().filter(|piece| is_public && piece.evidence.personal).count();
        let files = Wanted::of(self, &found, with_personal);
        Ok(BookWanted { register, options, files, with_personal })
    }

    fn book_pieces<'r>(&self, register: &'r Register, options: &BookOptions) -> Vec<pieces::Piece<'r>> {
        let BookOptions { round, department, task, ref making, .. } = *options;
        pieces(register, &pieces::Wanted { round, as_of: making.as_of, department, task })
    }

    fn make_book(&self, wanted: BookWanted, meter: &Meter<'_>) -> Outcome<Made> {
        let BookWanted { register, options, files, with_personal } = wanted;
        let within = pixels(options.photos.frame());
        let cache = PhotoCache::new(self.store().reduced_folder(), within);
        let mut found = self.book_pieces(&register, &options);
        if options.making.audience == Audience::Public {
            found.retain(|piece| !piece.evidence.personal);
        }
        let prepared = prepare(&found, files, with_personal, &cache, meter)?;
        Ok(Made { register, options, prepared, cache })
    }

    /// Where everything stands: numbers change no line of the catalogue, so the second look agrees with the first.
    fn book_places(&self, book: &Book<'_>) -> Outcome<BTreeMap<usize, BookPlace>> {
        let mut places = BTreeMap::new();
        loop {
            let mut found = BTreeMap::new();
            for at in 0..book.volumes.len() {
                let document = layout::document(&book.volume(at, &places).manuscript, self.fonts()?)?;
                found.extend(book.places(at, &document));
            }
            if found == places {
                return Ok(places);
            }
            places = found;
        }
    }

    /// Every volume as a finished file that has not its name yet.
    fn stage(
        &self,
        made: &Made,
        book: &Book<'_>,
        target: &Path,
        meter: &Meter<'_>,
    ) -> Outcome<(Vec<Staged>, BookWritten)> {
        meter.begin_writing();
        let places = self.book_places(book)?;
        let day: Date = made.options.making.as_of;
        let mut staged = Vec::with_capacity(book.volumes.len());
        let mut written = made.told();
        for at in 0..book.volumes.len() {
            let report = book.volume(at, &places);
            let path = volume_path(target, &report, at, book.volumes.len());
            let name = path.display().to_string();
            let mut file = Staged::new(&path)?;
            let supply = BookSupply::new(&made.prepared, &made.cache, meter);
            let info = Self::about(&report, day, &[])?;
            let mut out = std::io::BufWriter::new(file.writer());
            let pressing =
                Pressing { report: &report, info: &info, shown: None, file: Some(&path), watch: &|_| true };
            let pressed = self.press_with(&pressing, &supply, &mut out);
            let (pressed, bytes) = pressed.map_err(|refused| supply.refusal(refused, &name))?;
            out.flush().map_err(|why| Refused::Unwritable { name, why })?;
            drop(out);
            staged.push(file);
            written.title.clone_from(&report.front.title);
            written.files.push(BookFile { file: path.display().to_string(), pages: pressed.pages, bytes });
        }
        Ok((staged, written))
    }
}

/// What is asked for, looked up.
struct BookWanted {
    register: Register,
    options: BookOptions,
    files: Wanted,
    with_personal: bool,
}

impl Made {
    fn book<'a>(&'a self, volumes: &'a [std::ops::Range<usize>]) -> Book<'a> {
        Book { register: &self.register, options: &self.options, items: &self.prepared.items, volumes }
    }

    /// What is said of the book, without its files.
    fn told(&self) -> BookWritten {
        let listed = self.prepared.items.iter().filter_map(|item| match item.form {
            BookForm::Listed(why) => {
                let code = item.code.as_deref().unwrap_or(report::wording::evidence_book::UNNUMBERED);
                let code = full_width(code);
                Some(format!("{code}　{}　{}", item.shown_name(), why.words()))
            }
            BookForm::Photo { .. } | BookForm::Pages { .. } | BookForm::OnPaper(_) => None,
        });
        BookWritten {
            title: String::new(),
            counts: report::wording::evidence_book::counts(self.book(&[]).counts()),
            files: Vec::new(),
            listed: listed.collect(),
        }
    }
}

/// As many pixels as the place of a photo shows.
fn pixels(frame: Extent) -> PixelSize {
    let side = |length: layout::Length| {
        let micrometres = i64::from(length.0) * 25_400 / 72_000;
        picture::print_pixels(u32::try_from(micrometres).unwrap_or_default())
    };
    PixelSize { width: side(frame.width), height: side(frame.height) }
}

/// A folder, or the name of a PDF file.
fn check_target(target: &Path) -> Outcome<()> {
    if target.is_dir() {
        return files::target(&target.join("x.pdf")).map(drop);
    }
    files::target(target)?;
    let is_pdf = target.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
    if is_pdf { Ok(()) } else { Err(Refused::BookIsPdf) }
}

fn volume_path(target: &Path, report: &Report, at: usize, volumes: usize) -> PathBuf {
    if target.is_dir() {
        return target.join(format!("{}.pdf", report.front.file_name));
    }
    if volumes == 1 {
        return target.to_owned();
    }
    let stem = target.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let volume = report::wording::evidence_book::volume(at + 1, volumes);
    target.with_file_name(format!("{stem}（{volume}）.pdf"))
}
