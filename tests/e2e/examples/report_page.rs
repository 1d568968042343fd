//! How long the first page takes to change after another style is chosen in 报告: the page's own time, from the click until
//! the new report's first page is drawn, on the sample year. `cargo xtask bench window` calls it with our window.

use e2e::{Failure, Machine, Window, click, go};
use std::path::PathBuf;
use std::time::Duration;
use tokio::time::{Instant, sleep};

const TURNS: usize = 15;
const LIMIT_MS: f64 = 300.0;

/// How long a page may take to be drawn at all.
const DRAWN_MAX: Duration = Duration::from_secs(20);

/// From now on a click on an option notes when the pages of another report are there and one of them is drawn.
const LISTEN: &str = "
    window.turned = null;
    const bar = () => document.querySelector(`[data-testid='report-pages']`);
    const drawn = () => document.querySelector(`[data-testid^='page-'][data-drawn]`) !== null;
    window.addEventListener('click', () => {
        if (window.turned !== null) return;
        window.turned = 0;
        const [before, began] = [bar()?.dataset.token, performance.now()];
        const look = () => {
            if (bar()?.dataset.token !== before && drawn()) window.turned = performance.now() - began;
            else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    }, true);
    return null";

/// Milliseconds of the last turn, or null while it lasts; the next click is listened to again.
const TURNED: &str = "if (!(window.turned > 0)) return null;
    const turned = window.turned; window.turned = null; return turned";

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let program = std::env::args_os().nth(1).map(PathBuf::from).ok_or("report_page PROGRAM")?;
    let machine = Machine::empty()?;
    let window = machine.open_program(&program, &["--sample"]).await?;
    window.says("一季度节点").await?;
    go(&window, "#/2013/1/printed").await?;
    window.shown("[data-testid^='page-'][data-drawn]").await?;
    window.resize(1366, 768).await?;
    window.script(LISTEN).await?;
    let mut times = Vec::new();
    for style in ["style-original", "style-wide"].into_iter().cycle().take(TURNS) {
        click(&window, style).await?;
        times.push(turned(&window).await?);
    }
    window.close().await?;
    times.sort_by(f64::total_cmp);
    let (median, slowest) = (times[times.len() / 2], times[times.len() - 1]);
    let kept = if median <= LIMIT_MS { "kept" } else { "MISSED" };
    println!(
        "  another style, first page drawn: {median:.0} ms (limit {LIMIT_MS}: {kept}), slowest {slowest:.0} ms"
    );
    Ok(())
}

async fn turned(window: &Window) -> Result<f64, Failure> {
    let until = Instant::now() + DRAWN_MAX;
    loop {
        if let Some(turned) = window.script(TURNED).await?.as_f64() {
            return Ok(turned);
        }
        if Instant::now() > until {
            return Err("no other page is drawn".into());
        }
        sleep(Duration::from_millis(50)).await;
    }
}
