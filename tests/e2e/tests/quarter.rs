//! A clerk's first quarter in the real window: begin, import, record with an attachment, print, start again, find it all.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use e2e::{Failure, Machine, Window, by_id, click, go, write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the clerk writes; looked for again on screen, in the store and on paper.
const TEXT: &str = "一季度开展文艺演出12场\u{FF0C}观众3600人次。";

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

async fn begin(window: &Window) -> Result<(), Failure> {
    window.pictures("first").await?;
    click(window, "begin-supervision").await?;
    write(window, "begin-office", "区督查室").await?;
    write(window, "begin-person", "李某").await?;
    click(window, "begin").await
}

#[tokio::test]
async fn a_quarter_from_the_first_start_to_the_second() -> Result<(), Failure> {
    let machine = Machine::empty()?;
    let photo = machine.folder().join("演出照片.txt");
    fs_err::write(&photo, "照片")?;
    let saved = machine.folder().join("一季度.pdf");

    let window = machine.open(&[]).await?;
    begin(&window).await?;
    machine.pick(&project().join("seeds/whitepaper-2013.txt"))?;
    click(&window, "import-paper").await?;
    click(&window, "pick-paper").await.ok();
    by_id(&window, "put-in-force").await?;
    window.pictures("plan-read").await?;
    click(&window, "put-in-force").await?;
    window.says("2013年度").await?;

    record(&machine, &window, &photo).await?;

    click(&window, "nav-printed").await?;
    window.shown("[data-testid='page-1'][data-drawn]").await?;
    window.pictures("report").await?;
    machine.pick(&saved)?;
    click(&window, "report-save").await?;
    by_id(&window, "report-saved").await?;
    assert!(text_of(&saved)?.contains("观众3600人次"));
    held(&machine)?;
    window.close().await?;

    let window = machine.open(&[]).await?;
    window.says("一季度节点").await?;
    window.pictures("overview-after").await?;
    click(&window, "grid-5-1").await?;
    window.says("演出照片.txt").await?;
    window.pictures("entry-after").await?;
    let written = window.script("return document.querySelector(`[data-testid='box-text']`).value").await?;
    assert_eq!(written, TEXT);
    window.close().await
}

async fn record(machine: &Machine, window: &Window, photo: &Path) -> Result<(), Failure> {
    click(window, "nav-overview").await?;
    click(window, "quarter-1").await?;
    click(window, "grid-5-1").await?;
    click(window, "source-paper").await?;
    click(window, "claim-done").await?;
    write(window, "box-text", TEXT).await?;
    write(window, "value-文艺演出", "12").await?;
    machine.pick(photo)?;
    click(window, "pick-files").await?;
    click(window, "personal-0-no").await?;
    window.pictures("entry").await?;
    click(window, "submit").await?;
    by_id(window, "entry-message").await?;
    window.says("证").await?;
    window.pictures("entry-submitted").await
}

/// What poppler reads from the saved report, blanks and line ends left out.
fn text_of(pdf: &Path) -> Result<String, Failure> {
    let output = Command::new("pdftotext").arg(pdf).arg("-").output()?;
    Ok(String::from_utf8(output.stdout)?.split_whitespace().collect())
}

/// While the window holds the store, `bps` says so and ends with 1.
fn held(machine: &Machine) -> Result<(), Failure> {
    let program = PathBuf::from(std::env::var_os("BAIPISHU_BIN").ok_or("BAIPISHU_BIN names no program")?);
    let bps = program.with_file_name("bps");
    let output = Command::new(bps)
        .args(["task", "list"])
        .env("BPS_STORE", machine.folder().join("baipishu/store"))
        .env("BPS_STATE", machine.folder().join("state"))
        .output()?;
    let said = String::from_utf8(output.stderr)?;
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("正被白皮书督办的窗口使用"), "{said}");
    Ok(())
}

/// Every screen of the sample year, as a picture at both sizes; nothing scrolls sideways.
#[tokio::test]
async fn the_sample_on_every_screen() -> Result<(), Failure> {
    let machine = Machine::empty()?;
    let window = machine.open(&["--sample"]).await?;
    window.says("一季度节点 20 项").await?;
    by_id(&window, "sample-mark").await?;
    window.pictures("sample-overview").await?;
    for (screen, shows) in
        [("plan", "（二十）"), ("register", "（二十）"), ("entry", "自报"), ("settings", "单位")]
    {
        click(&window, &format!("nav-{screen}")).await?;
        window.says(shows).await?;
        window.pictures(&format!("sample-{screen}")).await?;
    }
    go(&window, "#/2013/1/printed").await?;
    window.shown("[data-testid='page-1'][data-drawn]").await?;
    window.pictures("sample-printed").await?;
    // One click: the store is closed, its folder goes to the trash, the window is at its first start again.
    let sample = machine.folder().join("baipishu/sample");
    assert!(sample.join("store.db").exists());
    click(&window, "remove-sample").await?;
    by_id(&window, "open-sample").await?;
    assert!(!sample.exists());
    window.close().await
}

/// A file of many gigabytes shows how far it is; stopped, it leaves nothing behind, and the next one comes in.
#[tokio::test]
async fn a_long_file_can_be_stopped() -> Result<(), Failure> {
    let machine = Machine::empty()?;
    let (video, photo) = (machine.folder().join("现场.mp4"), machine.folder().join("签到表.txt"));
    // A hole: nothing on this disk, and long to read.
    fs_err::File::create(&video)?.set_len(64 << 30)?;
    fs_err::write(&photo, "签到")?;
    let window = machine.open(&["--sample"]).await?;
    window.says("一季度节点").await?;
    click(&window, "grid-13-1").await?;
    by_id(&window, "pick-files").await?;
    machine.pick(&video)?;
    click(&window, "pick-files").await?;
    by_id(&window, "work-stop").await?;
    window.says("正在存入“现场.mp4”").await?;
    window
        .script("document.querySelector(`[data-testid='work']`).scrollIntoView({ block: 'center' })")
        .await?;
    window.pictures("entry-storing").await?;
    click(&window, "work-stop").await?;
    window.says("已停止").await?;
    let staging = machine.folder().join("baipishu/sample/staging");
    assert_eq!(fs_err::read_dir(staging)?.count(), 0);
    // Control: what is not stopped comes in.
    machine.pick(&photo)?;
    click(&window, "pick-files").await?;
    window.says("签到表.txt").await?;
    window.close().await
}

/// Whoever closes the window in the middle of a sentence finds it again.
#[tokio::test]
async fn what_was_typed_last_is_there_after_closing() -> Result<(), Failure> {
    let machine = Machine::empty()?;
    let window = machine.open(&["--sample"]).await?;
    window.says("一季度节点").await?;
    click(&window, "grid-20-1").await?;
    write(&window, "box-text", "写到一半").await?;
    window.close_by_frame().await?;
    let window = machine.open(&["--sample"]).await?;
    window.says("一季度节点").await?;
    click(&window, "grid-20-1").await?;
    window.says("已自动保存").await?;
    let written = window.script("return document.querySelector(`[data-testid='box-text']`).value").await?;
    assert_eq!(written, "写到一半");
    window.close().await
}
