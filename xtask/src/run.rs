//! `cargo xtask run`: from a fresh checkout to the window with the sample year, or its two PDFs where no display is.

use std::env;
use std::process::Command;
use std::time::Instant;

use clap::Args;

use crate::project::{Profile, Project};
use crate::system::Need;
use crate::{build, call, fonts, screens, system};

/// What `run` may be told.
#[derive(Args)]
pub(crate) struct Wishes {
    /// Open no window: write the sample year's white paper and first quarter's report as PDF into out/
    #[arg(long)]
    headless: bool,
}

/// Installs what is missing, builds, and shows the sample year.
///
/// # Errors
/// The step that failed, in a sentence.
pub(crate) fn run(project: &Project, wishes: &Wishes) -> Result<(), String> {
    let began = Instant::now();
    let headless = wishes.headless || !has_display();
    println!("[1/5] System packages 系统软件包");
    system::ready(Need::Window)?;
    println!("[2/5] Fonts 字体");
    fonts::fetch(&project.root)?;
    println!("[3/5] Screens 界面");
    screens::packages(project)?;
    screens::page(project)?;
    println!("[4/5] Programs 程序 (the first time this takes minutes)");
    if headless {
        let bps = build::bps(project, Profile::Debug)?;
        println!("[5/5] The sample year on paper 打印示例年度 ({})", why(wishes));
        print_sample(project, Command::new(bps))?;
        println!("ready in {:.1} s", began.elapsed().as_secs_f32());
        return Ok(());
    }
    let window = build::window(project)?;
    println!("ready in {:.1} s", began.elapsed().as_secs_f32());
    println!("[5/5] The window with the sample year 打开示例年度 (close it to end)");
    call::shown(Command::new(window).arg("--sample").env("BPS_FONTS", project.root.join("fonts")))
}

/// Whether a window can be shown here.
fn has_display() -> bool {
    cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn why(wishes: &Wishes) -> &'static str {
    if wishes.headless { "asked for with --headless" } else { "no DISPLAY and no WAYLAND_DISPLAY here" }
}

/// Writes both PDFs from a sample store that vanishes again.
fn print_sample(project: &Project, bps: Command) -> Result<(), String> {
    let out = project.root.join("out");
    fs_err::create_dir_all(&out).map_err(|error| error.to_string())?;
    let work = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    let store = work.path().join("store");
    let program = bps.get_program().to_owned();
    let call = |arguments: &[&str], pdf: Option<&str>| {
        let mut command = Command::new(&program);
        command.arg("--store").arg(&store).args(arguments);
        command.env("BPS_FONTS", project.root.join("fonts")).env("BPS_STATE", work.path().join("state"));
        if let Some(pdf) = pdf {
            command.arg("-o").arg(out.join(pdf));
        }
        call::shown(&mut command)
    };
    call(&["sample"], None)?;
    call(&["report", "whitepaper"], Some("whitepaper-2013.pdf"))?;
    call(&["report", "quarter", "--period", "2013Q1"], Some("quarter-2013Q1.pdf"))?;
    println!("White paper 白皮书:              {}", out.join("whitepaper-2013.pdf").display());
    println!("Quarter's report 季度进展情况表: {}", out.join("quarter-2013Q1.pdf").display());
    Ok(())
}
