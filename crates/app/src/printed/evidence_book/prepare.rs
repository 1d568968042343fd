//! From evidence to items of the book: photos reduced on several threads, attached PDF files looked into one by one.

use super::meter::Meter;
use super::original::Original;
use super::photo_cache::{Photo, PhotoCache, is_photo};
use super::pieces::Piece;
use crate::desk::Desk;
use crate::refusal::Outcome;
use domain::evidence::EvidenceForm;
use layout::figure::{Extent, FileId, ImageId, Pixels};
use pdf::ForeignFault;
use report::{BookForm, BookItem, NotPrinted, wording::evidence_book as words};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;

/// A photo in work takes up to a hundred megabytes: more threads would take more than the book may.
const THREADS_MAX: usize = 3;
/// An attached PDF file is held in memory while its pages are written.
pub(super) const FILE_BYTES_MAX: u64 = 100 << 20;
/// What a page takes beside its picture.
const PAGE_BYTES: u64 = 4 << 10;

/// Items with what each adds to its volume, and whose bytes they show.
#[derive(Debug, Clone)]
pub(super) struct Prepared {
    pub(super) items: Vec<BookItem>,
    /// Bytes, by item.
    pub(super) weights: Vec<u64>,
    /// By `ImageId`.
    pub(super) photos: Vec<Original>,
    /// By `FileId`.
    pub(super) files: Vec<Original>,
}

/// Stored files, each once, in the order in which they are met.
#[derive(Default)]
struct Originals {
    known: BTreeMap<[u8; 32], usize>,
    list: Vec<Original>,
}

impl Originals {
    fn add(&mut self, desk: &Desk, form: &EvidenceForm) {
        let EvidenceForm::File { sha256, size, name, .. } = form else { return };
        self.known.entry(*sha256).or_insert_with(|| {
            let path = desk.store().attachment_path(sha256);
            self.list.push(Original { sha256: *sha256, size: *size, name: name.clone(), path });
            self.list.len() - 1
        });
    }

    fn bytes(&self) -> u64 {
        self.list.iter().map(|original| original.size).sum()
    }
}

/// The stored files that a book shows.
pub(super) struct Wanted {
    photos: Originals,
    files: Originals,
}

impl Wanted {
    /// Of these pieces; those with personal data only where they are asked for.
    pub(super) fn of(desk: &Desk, pieces: &[Piece<'_>], with_personal: bool) -> Self {
        let (mut photos, mut files) = (Originals::default(), Originals::default());
        for piece in pieces.iter().filter(|piece| with_personal || !piece.evidence.personal) {
            match &piece.evidence.form {
                form if is_photo(form) => photos.add(desk, form),
                form if is_pdf(form) => files.add(desk, form),
                EvidenceForm::File { .. } | EvidenceForm::OnPaper(_) => {}
            }
        }
        Self { photos, files }
    }

    /// The photos of these pieces without personal data, so many of them.
    pub(super) fn photos_of(desk: &Desk, pieces: &[Piece<'_>], photos_max: usize) -> Self {
        let mut photos = Originals::default();
        let open = pieces.iter().filter(|piece| !piece.evidence.personal).map(|piece| &piece.evidence.form);
        for form in open.filter(|form| is_photo(form)).take(photos_max) {
            photos.add(desk, form);
        }
        Self { photos, files: Originals::default() }
    }

    /// Of all of them.
    pub(super) fn bytes(&self) -> u64 {
        self.photos.bytes() + self.files.bytes()
    }

    /// How many photos.
    pub(super) fn photos(&self) -> usize {
        self.photos.list.len()
    }
}

fn is_pdf(form: &EvidenceForm) -> bool {
    matches!(form, EvidenceForm::File { media_type, .. } if media_type == "application/pdf")
}

/// Makes the items of these pieces.
///
/// # Errors
/// Stopped; reduced photos cannot be kept. A file that cannot be shown is an item that says so.
pub(super) fn prepare(
    pieces: &[Piece<'_>],
    wanted: Wanted,
    with_personal: bool,
    cache: &PhotoCache,
    meter: &Meter<'_>,
) -> Outcome<Prepared> {
    let photos = reduce_all(&wanted.photos.list, cache, meter)?;
    let mut files = Vec::with_capacity(wanted.files.list.len());
    for original in &wanted.files.list {
        files.push(inspect(original));
        meter.add(&original.name, original.size)?;
    }
    let mut prepared = Prepared {
        items: Vec::with_capacity(pieces.len()),
        weights: Vec::with_capacity(pieces.len()),
        photos: Vec::new(),
        files: Vec::new(),
    };
    for piece in pieces {
        let form = &piece.evidence.form;
        let (book_form, weight) = match form {
            _ if piece.evidence.personal && !with_personal => (BookForm::Listed(NotPrinted::Personal), 0),
            EvidenceForm::OnPaper(paper) => (BookForm::OnPaper(paper.clone()), 0),
            EvidenceForm::File { sha256, size, .. } => {
                if let Some(&at) = wanted.photos.known.get(sha256) {
                    photo_form(at, &photos[at])
                } else if let Some(&at) = wanted.files.known.get(sha256) {
                    file_form(at, &files[at], *size)
                } else {
                    (BookForm::Listed(NotPrinted::NoPages), 0)
                }
            }
        };
        let kind = match form {
            EvidenceForm::File { media_type, .. } => words::kind(media_type),
            EvidenceForm::OnPaper(_) => words::ON_PAPER,
        };
        prepared.weights.push(weight);
        prepared.items.push(BookItem {
            task: piece.task,
            code: piece.code(),
            department: piece.department.to_owned(),
            name: form.name().to_owned(),
            kind,
            form: book_form,
        });
    }
    prepared.photos = wanted.photos.list;
    prepared.files = wanted.files.list;
    Ok(prepared)
}

fn photo_form(at: usize, photo: &Photo) -> (BookForm, u64) {
    match photo {
        Ok(kept) => {
            let pixels = Pixels { width: kept.size.width, height: kept.size.height };
            let image = ImageId(u32::try_from(at).unwrap_or(u32::MAX));
            (BookForm::Photo { image, pixels, taken: kept.taken }, kept.bytes + PAGE_BYTES)
        }
        Err(why) => (BookForm::Listed(*why), 0),
    }
}

fn file_form(at: usize, extents: &Result<Vec<Extent>, NotPrinted>, size: u64) -> (BookForm, u64) {
    match extents {
        Ok(extents) => {
            let file = FileId(u32::try_from(at).unwrap_or(u32::MAX));
            let weight = size + extents.len() as u64 * PAGE_BYTES;
            (BookForm::Pages { file, extents: extents.clone() }, weight)
        }
        Err(why) => (BookForm::Listed(*why), 0),
    }
}

fn inspect(original: &Original) -> Result<Vec<Extent>, NotPrinted> {
    let bytes = original.read(FILE_BYTES_MAX)?;
    pdf::inspect(&bytes).map_err(|fault| match fault {
        ForeignFault::Encrypted => NotPrinted::Encrypted,
        ForeignFault::TooLarge { .. } | ForeignFault::TooManyPages { .. } => NotPrinted::TooLarge,
        ForeignFault::NotPdf
        | ForeignFault::Damaged { .. }
        | ForeignFault::NoPages
        | ForeignFault::PageAbsent
        | ForeignFault::Changed => NotPrinted::Damaged,
    })
}

/// Every photo reduced and kept, several at the same time.
fn reduce_all(originals: &[Original], cache: &PhotoCache, meter: &Meter<'_>) -> Outcome<Vec<Photo>> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(THREADS_MAX);
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (told, heard) = mpsc::channel();
    let mut photos = vec![Err(NotPrinted::Damaged); originals.len()];
    let mut ended = Ok(());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let told = told.clone();
            let (next, stop) = (&next, &stop);
            scope.spawn(move || {
                while let Some((at, original)) = {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    originals.get(at).map(|original| (at, original))
                } {
                    // A decoder may stumble over a stranger's file that nobody thought of.
                    let made = catch_unwind(AssertUnwindSafe(|| cache.get(original)));
                    let made = made.unwrap_or(Ok(Err(NotPrinted::Damaged)));
                    if stop.load(Ordering::Relaxed) || told.send((at, made)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(told);
        for (at, made) in &heard {
            let original = &originals[at];
            let photo = made.and_then(|photo| meter.add(&original.name, original.size).map(|()| photo));
            match photo {
                Ok(photo) => photos[at] = photo,
                Err(refused) => {
                    ended = Err(refused);
                    stop.store(true, Ordering::Relaxed);
                    break;
                }
            }
        }
    });
    ended.map(|()| photos)
}
