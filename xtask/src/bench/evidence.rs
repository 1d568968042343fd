//! 佐证材料册 of many photos: the first run, which reduces them, and a later one, which finds them reduced.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::process::once;
use super::{Bench, limit, shown};
use crate::{build, call};

/// So many files are named to one command.
const AT_ONCE: usize = 100;
/// For 1,000 photos: seconds of the first and of a later run, megabytes.
const LIMITS: (u32, u32, u32) = (180, 30, 400);

impl Bench<'_> {
    /// A book of so many photos of twelve megapixels; limits are told where it is a thousand.
    pub(super) fn evidence(&self, photos: usize) -> Result<(), String> {
        if photos == 0 {
            return Ok(());
        }
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let store = self.store(folder.path(), 20)?;
        self.take_in(&store, &self.photo(folder.path())?, photos)?;
        println!("\nBook of {photos} photos of 12 megapixels, whole process");
        let told = |number: u32| (photos == 1000).then_some(number);
        for (run, seconds) in [("first run", LIMITS.0), ("later run", LIMITS.1)] {
            let mut command = self.bps(&store, &["report", "evidence", "--period", "2013Q1", "-o"]);
            command.arg(folder.path());
            let Some((time, peak_mb)) = once(command, Duration::MAX)? else { continue };
            println!(
                "  {run}: {} {}, {peak_mb} MB {}",
                shown(time),
                limit(told(seconds), time.as_secs_f64()),
                limit(told(LIMITS.2), peak_mb as f64),
            );
        }
        Ok(())
    }

    /// One photo as a camera would make it.
    fn photo(&self, folder: &Path) -> Result<PathBuf, String> {
        let file = folder.join("photo.jpg");
        let mut made = build::cargo(self.project, "run");
        made.args(["--quiet", "--release", "-p", "picture", "--example", "speed", "--"]);
        call::heard(made.arg(&file))?;
        Ok(file)
    }

    /// Stores the photo so many times, each with a comment of its own: a file of its own with pixels to be reduced.
    fn take_in(&self, store: &Path, photo: &Path, photos: usize) -> Result<(), String> {
        let wrong = |error: std::io::Error| error.to_string();
        let bytes = fs_err::read(photo).map_err(wrong)?;
        let (start, rest) = bytes.split_at(2);
        for from in (0..photos).step_by(AT_ONCE) {
            let folder = tempfile::tempdir().map_err(wrong)?;
            let mut command = self.bps(store, &["--by", "李某", "progress", "add"]);
            command.args(["--task", "1", "--quarter", "1", "--department", "教育局"]);
            command.args(["--claim", "done", "--text", "已完成。"]);
            for at in from..photos.min(from + AT_ONCE) {
                let file = folder.path().join(format!("photo-{at:04}.jpg"));
                // A comment segment of eight bytes.
                let comment = [&[0xFF, 0xFE, 0, 10][..], format!("{at:08}").as_bytes()].concat();
                fs_err::write(&file, [start, &comment, rest].concat()).map_err(wrong)?;
                command.arg("--attach").arg(file);
            }
            call::heard(&mut command)?;
        }
        Ok(())
    }
}
