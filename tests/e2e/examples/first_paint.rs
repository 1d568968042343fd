//! Start to first paint of several programs with a web view, each started in turn on an empty machine: medians and the
//! first one's ratio to the last. `cargo xtask bench` calls it with our window and an empty one.
//!
//! From the start of the process (the kernel's time) to the first paint with content (the web view's time). The
//! driver attaches in between and costs both the same.

use e2e::{Failure, Machine, Window};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::fs;
use tokio::time::{Instant, sleep};

const ROUNDS: usize = 7;

/// How long a window may take to paint.
const PAINTED_MAX: Duration = Duration::from_secs(20);

/// The page's side: when the first paint with content was, in milliseconds since 1970, or null.
const FIRST_PAINT: &str = "const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return paint === undefined ? null : performance.timeOrigin + paint.startTime";

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let programs: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let mut times: Vec<Vec<f64>> = vec![Vec::new(); programs.len()];
    for _ in 0..ROUNDS {
        for (program, times) in programs.iter().zip(&mut times) {
            times.push(first_paint(program).await?);
        }
    }
    let mut medians = Vec::new();
    for (program, times) in programs.iter().zip(&mut times) {
        times.sort_by(f64::total_cmp);
        let median = times[times.len() / 2];
        println!("  {:<10} {median:>6.0} ms", program.file_name().unwrap_or_default().to_string_lossy());
        medians.push(median);
    }
    if let (Some(first), Some(last)) = (medians.first(), medians.last()) {
        let kept = if *first <= 1.3 * last { "kept" } else { "MISSED" };
        println!("  ratio      {:>6.2} (limit 1.30: {kept})", first / last);
    }
    Ok(())
}

/// Milliseconds from the start of the process to its first paint.
async fn first_paint(program: &Path) -> Result<f64, Failure> {
    // Ours sets it by starting itself again; here both have it from the beginning.
    let machine = Machine::empty()?.with("WEBKIT_DISABLE_DMABUF_RENDERER", Path::new("1"));
    let window = machine.open_program(program, &[]).await?;
    let began = started_ms(&window).await?;
    let painted = painted_ms(&window).await?;
    window.close().await?;
    Ok(painted - began)
}

async fn painted_ms(window: &Window) -> Result<f64, Failure> {
    let until = Instant::now() + PAINTED_MAX;
    loop {
        if let Some(painted) = window.script(FIRST_PAINT).await?.as_f64() {
            return Ok(painted);
        }
        if Instant::now() > until {
            return Err("nothing is painted".into());
        }
        sleep(Duration::from_millis(50)).await;
    }
}

/// When the window's process was started, in milliseconds since 1970.
async fn started_ms(window: &Window) -> Result<f64, Failure> {
    // Field 22 after the name in brackets: clock ticks (always 100 a second here) since the machine's start.
    let stat = fs::read_to_string(window.process().told().join("stat")).await?;
    let mut fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: f64 = fields.nth(19).unwrap_or_default().parse()?;
    Ok(machine_started_ms().await? + ticks * 10.0)
}

/// The machine's own start: now less its uptime, since /proc/stat rounds to seconds.
async fn machine_started_ms() -> Result<f64, Failure> {
    let uptime = fs::read_to_string("/proc/uptime").await?;
    let uptime: f64 = uptime.split_whitespace().next().unwrap_or_default().parse()?;
    let now = std::time::UNIX_EPOCH.elapsed()?;
    Ok(now.as_secs_f64() * 1e3 - uptime * 1e3)
}
