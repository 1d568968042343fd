//! 佐证材料册 as it is written to disk: what its files claim, and that nothing is left of a book that was stopped.

#![allow(clippy::unwrap_used, reason = "tests")]

mod verapdf;

use app::desk::{Desk, Opening};
use app::printed::evidence_book::VOLUME_MB;
use app::refusal::{Outcome, Refused};
use app::wire::printed::{AudienceCode, BookWritten, DocumentQuery, ReportQuery};
use app::wire::work::{Watch, WorkProgress};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::StoreKind;
use tempfile::TempDir;

/// The sample year, and a folder to write into.
struct Office {
    desk: Desk,
    folder: TempDir,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let opening = Opening {
            store: folder.path().join("store"),
            state: folder.path().join("state"),
            fonts: Path::new(env!("CARGO_MANIFEST_DIR")).join("../fonts"),
            holder: "测试".to_owned(),
            by: None,
            kind: StoreKind::Sample,
            // 2013-04-24.
            clock: Arc::new(|| 1_366_776_000_000),
        };
        let mut desk = Desk::open(opening).unwrap();
        desk.make_sample().unwrap();
        fs_err::create_dir(folder.path().join("out")).unwrap();
        Self { desk, folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("out").join(name)
    }

    /// The first quarter's book of one task, or of all.
    fn write(&self, task: Option<u32>, name: &str, watch: &Watch<'_>) -> Outcome<BookWritten> {
        let of = DocumentQuery::Evidence {
            year: 2013,
            quarter: 1,
            department: None,
            task,
            photos_per_page: 4,
            personal: false,
        };
        let query = ReportQuery { of, audience: AudienceCode::Internal, as_of: None };
        self.desk.write_evidence_book(&query, &self.path(name), VOLUME_MB, watch)
    }

    /// All that is in the folder, by name.
    fn files(&self) -> Vec<String> {
        let entries = fs_err::read_dir(self.folder.path().join("out")).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// The metadata packet, where a file claims a standard.
fn packet(file: &Path) -> String {
    let file = lopdf::Document::load(file).unwrap();
    let catalogue = file.catalog().unwrap();
    let (_, packet) = file.dereference(catalogue.get(b"Metadata").unwrap()).unwrap();
    String::from_utf8(packet.as_stream().unwrap().content.clone()).unwrap()
}

const CLAIMS: [&str; 3] = ["<pdfaid:part>", "<pdfaid:conformance>", "<pdfuaid:part>"];

const ON: &Watch<'static> = &|_: &WorkProgress| true;

#[test]
fn a_book_of_photos_keeps_both_standards_and_one_with_attached_pages_claims_neither() {
    let office = Office::new();
    // Task 5 has photos and papers; task 9 an attached PDF file.
    let photos = office.write(Some(5), "photos.pdf", ON).unwrap();
    assert!(photos.counts.contains("照片") && !photos.counts.contains("PDF"), "{}", photos.counts);
    verapdf::keep_both(&[office.path("photos.pdf")]);
    let said = packet(&office.path("photos.pdf"));
    for claim in CLAIMS {
        assert!(said.contains(claim), "{claim}: {said}");
    }
    assert!(!said.contains("不声明"), "{said}");
    let pages = office.write(Some(9), "pages.pdf", ON).unwrap();
    assert!(pages.counts.contains("PDF文件1件"), "{}", pages.counts);
    let said = packet(&office.path("pages.pdf"));
    for claim in CLAIMS {
        assert!(!said.contains(claim), "{claim}: {said}");
    }
    // It says so where readers of the metadata look, and in print.
    assert!(said.contains("不声明符合PDF/A和PDF/UA"), "{said}");
    let file = pdf::read::Reading::open(&fs_err::read(office.path("pages.pdf")).unwrap()).unwrap();
    let text: String = file.pages().unwrap().into_iter().map(|page| page.text).collect();
    assert!(text.contains("不声明符合"), "{text}");
}

#[test]
fn a_book_that_is_stopped_leaves_nothing_and_keeps_the_old_one() {
    let office = Office::new();
    let steps = Cell::new(0_usize);
    // The control: nobody stops it, and each photo is told twice, when it is reduced and when it is written.
    let counting = |_: &WorkProgress| {
        steps.set(steps.get() + 1);
        true
    };
    let written = office.write(None, "book.pdf", &counting).unwrap();
    let told = steps.get();
    assert!(told >= 16, "{told}");
    let old = fs_err::read(office.path("book.pdf")).unwrap();
    assert_eq!((written.files.len(), office.files()), (1, vec!["book.pdf".to_owned()]));
    // At its beginning, when all is prepared, within the writing, and at its last piece.
    for last in [1, told / 2, told / 2 + 2, told] {
        let steps = Cell::new(0_usize);
        let stopping = |_: &WorkProgress| {
            steps.set(steps.get() + 1);
            steps.get() < last
        };
        for name in ["book.pdf", "new.pdf"] {
            steps.set(0);
            let stopped = office.write(None, name, &stopping).unwrap_err();
            assert!(matches!(stopped, Refused::BookStopped), "{last}: {stopped}");
            // Nothing is asked after 停止.
            assert_eq!(steps.get(), last);
        }
        assert_eq!(office.files(), ["book.pdf"], "{last}");
        assert!(fs_err::read(office.path("book.pdf")).unwrap() == old, "{last}");
    }
}
