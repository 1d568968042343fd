//! Measuring whole processes: time from start to end, and the largest memory they held.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::call;

/// What several runs came to.
pub(crate) struct Measured {
    /// The middle one of the times.
    pub(crate) median: Duration,
    /// The largest resident memory of any run; 0 where the system does not tell.
    pub(crate) peak_mb: u64,
}

/// Runs it once unmeasured, then `runs` times; each run gets its number.
///
/// # Errors
/// When a run fails, with what it said.
pub(crate) fn measure(runs: usize, command: impl Fn(usize) -> Command) -> Result<Measured, String> {
    call::heard(&mut command(0))?;
    let mut times = Vec::new();
    let mut peak_mb = 0;
    for run in 1..=runs {
        let Some((time, run_mb)) = once(command(run), Duration::MAX)? else { continue };
        times.push(time);
        peak_mb = peak_mb.max(run_mb);
    }
    times.sort();
    Ok(Measured { median: times[times.len() / 2], peak_mb })
}

/// Runs it once: how long it took, and the largest memory that it and what it started held together; `None` where it was
/// ended because it took longer than `patience`.
///
/// # Errors
/// When it fails.
pub(crate) fn once(mut command: Command, patience: Duration) -> Result<Option<(Duration, u64)>, String> {
    let began = Instant::now();
    command.stdout(Stdio::null()).stdin(Stdio::null()).stderr(Stdio::null());
    let mut process = command.spawn().map_err(|error| error.to_string())?;
    let mut peak_kb = 0;
    loop {
        // The high-water mark never falls, so the last look before the end is nearly the truth.
        peak_kb = peak_kb.max(high_water_kb(process.id()));
        if let Some(status) = process.try_wait().map_err(|error| error.to_string())? {
            let time = began.elapsed();
            return if status.success() {
                Ok(Some((time, peak_kb / 1024)))
            } else {
                Err(format!("{status}: {command:?}"))
            };
        }
        if began.elapsed() > patience {
            end(process.id());
            process.wait().map_err(|error| error.to_string())?;
            return Ok(None);
        }
        // What is soon over is looked at often.
        let pause = if began.elapsed() < Duration::from_secs(1) { 1 } else { 20 };
        std::thread::sleep(Duration::from_millis(pause));
    }
}

/// Of the process and all that it started.
fn high_water_kb(process: u32) -> u64 {
    let status = fs_err::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let own = line.and_then(|line| line.split_whitespace().next()).and_then(|word| word.parse().ok());
    own.unwrap_or(0) + children(process).into_iter().map(high_water_kb).sum::<u64>()
}

/// A process may be started by any of its parent's threads.
fn children(process: u32) -> Vec<u32> {
    let threads = fs_err::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let listed = threads.filter_map(|thread| fs_err::read_to_string(thread.path().join("children")).ok());
    listed
        .flat_map(|line| line.split_whitespace().filter_map(|word| word.parse().ok()).collect::<Vec<_>>())
        .collect()
}

/// Ends the process and all that it started.
fn end(process: u32) {
    let started = children(process);
    // One that is gone already has ended.
    let _ = Command::new("kill").args(["-KILL", &process.to_string()]).status();
    started.into_iter().for_each(end);
}
