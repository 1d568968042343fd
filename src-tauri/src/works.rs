//! Long work: the page hears how far it is, a few times a second, and can stop it.

use app::wire::work::WorkProgress;
use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tauri::{AppHandle, Emitter, Runtime};

/// How often the page hears of one work.
const TOLD_EVERY: Duration = Duration::from_millis(100);

/// All long work of the window. 停止 stops what is under way, and nothing that begins later.
#[derive(Default)]
pub(crate) struct Works {
    /// How often 停止 was asked for.
    stops: AtomicU64,
}

impl Works {
    pub(crate) fn stop(&self) {
        self.stops.fetch_add(1, Ordering::Relaxed);
    }

    /// Watches one work that begins now.
    pub(crate) fn watch<'a, R: Runtime>(
        &'a self,
        app: &'a AppHandle<R>,
    ) -> impl Fn(&WorkProgress) -> bool + 'a {
        let stops = self.stops.load(Ordering::Relaxed);
        let told = Cell::new(None);
        move |progress| {
            if told.get().is_none_or(|told: Instant| told.elapsed() >= TOLD_EVERY) {
                told.set(Some(Instant::now()));
                // A page that is not listening is no reason to stop.
                let _ = app.emit("work-progress", progress);
            }
            self.stops.load(Ordering::Relaxed) == stops
        }
    }
}
