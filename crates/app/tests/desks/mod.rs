//! A supervision office with the 2013 paper in force, whose clock the test sets.

#![allow(dead_code, clippy::unwrap_used, reason = "shared by several test files")]

use app::desk::{Desk, Opening};
use app::wire::start::Beginning;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::StoreKind;
use tempfile::TempDir;

pub(crate) const PAPER: &[u8] = include_bytes!("../../../../seeds/whitepaper-2013.txt");

pub(crate) struct Bureau {
    pub(crate) desk: Desk,
    clock: Arc<AtomicI64>,
    _folder: TempDir,
}

/// Ten in the morning in China.
fn morning(day: &str) -> i64 {
    day.parse::<jiff::civil::Date>()
        .unwrap()
        .at(2, 0, 0, 0)
        .to_zoned(jiff::tz::TimeZone::UTC)
        .unwrap()
        .timestamp()
        .as_millisecond()
}

impl Bureau {
    /// Opened in the morning of that day.
    pub(crate) fn on(day: &str) -> Self {
        Self::disturbed(day, || ())
    }

    /// The same, where somebody else does this each time the clock is looked at.
    pub(crate) fn disturbed(day: &str, disturb: impl Fn() + Send + Sync + 'static) -> Self {
        let (folder, clock) = (TempDir::new().unwrap(), Arc::new(AtomicI64::new(morning(day))));
        let time = Arc::clone(&clock);
        let opening = Opening {
            store: folder.path().join("store"),
            state: folder.path().join("state"),
            fonts: std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts"),
            holder: "测试".to_owned(),
            by: None,
            kind: StoreKind::Real,
            clock: Arc::new(move || {
                disturb();
                time.fetch_add(1000, Ordering::Relaxed)
            }),
        };
        let mut desk = Desk::open(opening).unwrap();
        desk.begin(&Beginning {
            office: "区督查室".to_owned(),
            department: None,
            person: "李某".to_owned(),
            title: String::new(),
        })
        .unwrap();
        desk.import_paper("paper.txt", PAPER).unwrap();
        Self { desk, clock, _folder: folder }
    }

    pub(crate) fn store_folder(&self) -> std::path::PathBuf {
        self._folder.path().join("store")
    }

    pub(crate) fn go_to(&self, day: &str) {
        self.clock.store(morning(day), Ordering::Relaxed);
    }
}
