//! 佐证材料册: what backs a round's statements, listed by its codes, photos and attached pages behind the list.
//!
//! In: items that are worded and measured already. Each volume has a cover and the whole catalogue; page numbers in the
//! catalogue are known once every volume was laid out, so a volume is made twice: without places, then with them.
//! Left to others: which evidence, its bytes (`app`), how large a volume may be (`app`), pages (`layout`).

mod catalogue;
mod cover;
mod pages;

use crate::Report;
use crate::audience::Audience;
use crate::making::Making;
use crate::source::SourceTable;
use crate::wording::evidence_book as words;
use domain::evidence::PaperEvidence;
use domain::id::ObjectId;
use domain::period::Round;
use domain::register::Register;
use jiff::civil::Date;
use layout::Length;
use layout::block::{AnchorId, Manuscript};
use layout::figure::{Extent, FileId, ImageId, Pixels};
use layout::page::Document;
use layout::punctuation::full_width;
use layout::sheet::{Margins, Sheet};
use std::collections::BTreeMap;
use std::ops::Range;
use words::BookCounts;

/// What is printed beside the items themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookOptions {
    /// The round.
    pub round: Round,
    /// Of one department; `None`: of all.
    pub department: Option<ObjectId>,
    /// Of one task; `None`: of all.
    pub task: Option<u32>,
    /// How many photos stand on a page.
    pub photos: PhotosPerPage,
    /// How many pieces with personal data were left out of the public edition.
    pub left_out: usize,
    /// As of when, in which stage, for whom.
    pub making: Making,
}

/// How many photos stand on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PhotosPerPage {
    /// One under another.
    Two,
    /// Two by two.
    #[default]
    Four,
}

impl PhotosPerPage {
    /// The most room that a photo has.
    #[must_use]
    pub const fn frame(self) -> Extent {
        let width = match self {
            Self::Two => Length::mm(162.0),
            Self::Four => Length::mm(78.0),
        };
        Extent { width, height: Length::mm(86.0) }
    }

    const fn columns(self) -> u16 {
        match self {
            Self::Two => 1,
            Self::Four => 2,
        }
    }
}

/// A piece of evidence as the book has it.
#[derive(Debug, Clone, PartialEq)]
pub struct BookItem {
    /// The task's number.
    pub task: u32,
    /// Its code; `None` before the first submission.
    pub code: Option<String>,
    /// The published name of the department that stated it.
    pub department: String,
    /// The name that people know it by; where it is personal and not printed nobody reads it.
    pub name: String,
    /// Photo, PDF, Word … as the catalogue says it.
    pub kind: &'static str,
    /// What stands in the book.
    pub form: BookForm,
}

/// What of a piece of evidence stands in the book.
#[derive(Debug, Clone, PartialEq)]
pub enum BookForm {
    /// A photo, with the day on which it says it was taken.
    Photo {
        /// Whose bytes.
        image: ImageId,
        /// As large as it is seen.
        pixels: Pixels,
        /// By the photo itself.
        taken: Option<Date>,
    },
    /// An attached PDF file, page by page.
    Pages {
        /// Whose bytes.
        file: FileId,
        /// Each page's size.
        extents: Vec<Extent>,
    },
    /// A file that is in the catalogue only.
    Listed(NotPrinted),
    /// A 备查件.
    OnPaper(PaperEvidence),
}

/// Why a file is in the catalogue only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotPrinted {
    /// Word, Excel, video: nothing that has pages of its own.
    NoPages,
    /// A PDF that needs a password or whose owner restricted it.
    Encrypted,
    /// A PDF or a photo that cannot be read.
    Damaged,
    /// A picture in a format that cannot be shown.
    UnknownPicture,
    /// More bytes, pixels or pages than can be printed.
    TooLarge,
    /// The store's file is gone.
    Missing,
    /// The store's file cannot be read.
    Unreadable,
    /// The store's file is not what was taken in.
    Changed,
    /// It holds personal data.
    Personal,
}

impl NotPrinted {
    /// In words, for the catalogue.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoPages => "不印：这种文件没有版面，见电子原件",
            Self::Encrypted => "不印：PDF已加密或限制使用",
            Self::Damaged => "不印：文件已损坏",
            Self::UnknownPicture => "不印：不能显示这种图片",
            Self::TooLarge => "不印：文件过大或页数过多",
            Self::Missing => "不印：文件不在资料库中，可从备份恢复",
            Self::Unreadable => "不印：文件读不出来，请检查磁盘",
            Self::Changed => "不印：文件已损坏，与登记的校验值不符",
            Self::Personal => "不印",
        }
    }
}

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BookPlace {
    /// From 0.
    pub volume: usize,
    /// As printed.
    pub page: u32,
}

/// A book: items in volumes.
#[derive(Debug, Clone, Copy)]
pub struct Book<'a> {
    /// For the titles of tasks.
    pub register: &'a Register,
    /// What is printed beside the items.
    pub options: &'a BookOptions,
    /// In the order of the catalogue: by task.
    pub items: &'a [BookItem],
    /// Which items each volume prints; together all of them, one after another.
    pub volumes: &'a [Range<usize>],
}

impl Book<'_> {
    /// One volume, from 0. Items without a place have a dash in the catalogue as wide as any number.
    #[must_use]
    pub fn volume(&self, at: usize, places: &BTreeMap<usize, BookPlace>) -> Report {
        let mut sources = SourceTable::default();
        let printed = self.volumes.get(at).cloned().unwrap_or_default();
        let mut sections =
            vec![self.cover(at, &mut sources), pages::section(self.catalogue(at, places), self.sheet())];
        sections.extend(self.pages_of(printed.clone(), &mut sources));
        let title = words::title(self.options.round);
        let mut front = self.options.making.front(
            &self.register.plan,
            Some(self.options.round),
            &title,
            &self.subjects(),
        );
        if self.volumes.len() > 1 {
            let volume = words::volume(at + 1, self.volumes.len());
            for field in [&mut front.title, &mut front.file_name, &mut front.subject] {
                field.push_str(&format!("（{volume}）"));
            }
        }
        Report { manuscript: Manuscript { sections }, front, sources }
    }

    /// Where this volume's items stand, by its pages.
    #[must_use]
    pub fn places(&self, volume: usize, document: &Document) -> BTreeMap<usize, BookPlace> {
        let place = |(anchor, place): (&AnchorId, &layout::page::AnchorPlace)| {
            let page = document.pages.get(usize::try_from(place.page).ok()?)?.number;
            Some((usize::try_from(anchor.0).ok()?, BookPlace { volume, page }))
        };
        document.anchors.iter().filter_map(place).collect()
    }

    /// Whether a volume shows pages that are not its own.
    #[must_use]
    pub fn shows_foreign(&self, volume: usize) -> bool {
        let printed = self.volumes.get(volume).cloned().unwrap_or_default();
        self.items[printed].iter().any(|item| matches!(item.form, BookForm::Pages { .. }))
    }

    /// How many of each kind.
    #[must_use]
    pub fn counts(&self) -> BookCounts {
        let mut counts = BookCounts::default();
        for item in self.items {
            match &item.form {
                BookForm::Photo { .. } => counts.photos += 1,
                BookForm::Pages { extents, .. } => {
                    counts.files += 1;
                    counts.pages += extents.len();
                }
                BookForm::Listed(_) => counts.listed += 1,
                BookForm::OnPaper(_) => counts.on_paper += 1,
            }
        }
        counts
    }

    fn is_public(&self) -> bool {
        self.options.making.audience == Audience::Public
    }

    /// The department and the task, where the book is of one only.
    fn subjects(&self) -> Vec<&str> {
        let department = self.options.department.map(|id| self.register.published_name(id));
        let task = self.options.task.and_then(|task| self.register.task(task));
        department.into_iter().chain(task.map(|task| task.number_text.as_str())).collect()
    }

    /// （五）办好文化惠民实事, as the paper has it.
    fn task_title(&self, number: u32) -> String {
        let task = self.register.task(number);
        task.map(|task| full_width(&crate::facsimile::numbered_title(task))).unwrap_or_default()
    }

    /// Photos want more room than running text.
    fn sheet(&self) -> Sheet {
        let margins = Margins {
            top: Length::mm(25.0),
            bottom: Length::mm(25.0),
            binding: Length::mm(28.0),
            outer: Length::mm(20.0),
        };
        self.options.making.on_sheet(Sheet::official().with_margins(margins))
    }
}

impl BookItem {
    /// Its code as it is printed.
    pub(crate) fn printed_code(&self) -> String {
        self.code.as_deref().map_or_else(|| words::UNNUMBERED.to_owned(), full_width)
    }

    /// Its name for people; one with personal data that is not shown is not named either.
    #[must_use]
    pub fn shown_name(&self) -> &str {
        if self.form == BookForm::Listed(NotPrinted::Personal) { words::PERSONAL } else { &self.name }
    }

    /// Its name as it is printed.
    pub(crate) fn printed_name(&self) -> String {
        full_width(self.shown_name())
    }

    /// Whether it stands on pages of its own.
    fn is_printed(&self) -> bool {
        matches!(self.form, BookForm::Photo { .. } | BookForm::Pages { .. })
    }
}
