//! An office at work on the paper of 2013; the clock is the test's.

#![allow(clippy::unwrap_used, reason = "tests")]

use app::desk::{Desk, Opening};
use app::wire::start::Beginning;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::StoreKind;
use tempfile::TempDir;

const PAPER: &[u8] = include_bytes!("../../../../seeds/whitepaper-2013.txt");

pub(crate) struct Scene {
    pub(crate) desk: Desk,
    _folder: TempDir,
}

fn opening(folder: &Path) -> Opening {
    let clock = AtomicI64::new(0);
    Opening {
        store: folder.join("store"),
        state: folder.join("state"),
        fonts: folder.join("fonts"),
        holder: "测试".to_owned(),
        by: None,
        kind: StoreKind::Real,
        // 2013-04-18 02:00 UTC and a second more at each look.
        clock: Arc::new(move || 1_366_250_400_000 + clock.fetch_add(1000, Ordering::Relaxed)),
    }
}

impl Scene {
    /// The supervision office, or a department's.
    pub(crate) fn of(department: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Desk::open(opening(folder.path())).unwrap();
        let office = department.unwrap_or("区督查室").to_owned();
        let beginning = Beginning {
            office,
            department: department.map(str::to_owned),
            person: "李某".to_owned(),
            title: String::new(),
        };
        desk.begin(&beginning).unwrap();
        desk.import_paper("paper.txt", PAPER).unwrap();
        Self { desk, _folder: folder }
    }
}
