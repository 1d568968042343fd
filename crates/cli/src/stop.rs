//! Ctrl+C during long work: it ends where nothing is half done, and what was begun is removed; a second one ends the
//! program at once.

use app::wire::work::WorkProgress;
use signal_hook::consts::TERM_SIGNALS;
use signal_hook::flag;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

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
