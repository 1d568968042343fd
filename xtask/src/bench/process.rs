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
        let (time, run_mb) = once(command(run))?;
        times.push(time);
        peak_mb = peak_mb.max(run_mb);
    }
    times.sort();
    Ok(Measured { median: times[times.len() / 2], peak_mb })
}

/// Runs it once: how long it took, and the largest memory it held.
///
/// # Errors
/// When it fails.
pub(crate) fn once(mut command: Command) -> Result<(Duration, u64), String> {
    let began = Instant::now();
    let mut process =
        command.stdout(Stdio::null()).stdin(Stdio::null()).spawn().map_err(|error| error.to_string())?;
    let mut peak_kb = 0;
    loop {
        // The high-water mark never falls, so the last look before the end is nearly the truth.
        peak_kb = peak_kb.max(high_water_kb(process.id()));
        if let Some(status) = process.try_wait().map_err(|error| error.to_string())? {
            let time = began.elapsed();
            return if status.success() {
                Ok((time, peak_kb / 1024))
            } else {
                Err(format!("{status}: {command:?}"))
            };
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn high_water_kb(process: u32) -> u64 {
    let status = fs_err::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()).and_then(|word| word.parse().ok()).unwrap_or(0)
}
