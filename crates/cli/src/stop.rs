//! Signals. Ctrl+C during long work: it ends where nothing is half done, and what was begun is removed; a second one ends the
//! program at once.

use app::wire::work::WorkProgress;
use signal_hook::consts::TERM_SIGNALS;
use signal_hook::flag;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A file that grows over the limit that somebody set (ulimit) is an error like a full disk, and no reason to end half way.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(crate) fn stay_at_file_limits() {
    const SIGXFSZ: i32 = 25;
    // Told or not, the write itself fails as well.
    let _ = flag::register(SIGXFSZ, Arc::default());
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(crate) fn stay_at_file_limits() {}

/// A watcher that goes on until somebody asks the program to end. Where the system refuses to tell, it ends at once as
/// ever.
pub(crate) fn until_asked() -> impl Fn(&WorkProgress) -> bool {
    let asked = Arc::new(AtomicBool::new(false));
    for signal in TERM_SIGNALS {
        // In this order: the first one is noted, a second one finds the note and ends the program.
        let second = flag::register_conditional_shutdown(*signal, 1, Arc::clone(&asked));
        let _ = second.and_then(|_| flag::register(*signal, Arc::clone(&asked)));
    }
    move |_| !asked.load(Ordering::Relaxed)
}
