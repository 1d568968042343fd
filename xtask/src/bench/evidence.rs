//! 佐证材料册 of many photos: the first run, which reduces them, and a later one, which finds them reduced.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::process::once;
use super::{Bench, limit};
use crate::{build, call};

/// So many files are named to one command.
const AT_ONCE: usize = 100;
/// How many the limits are for.
const LIMITED: usize = 1_000;
/// Seconds of the first and of a later run.
const SECONDS: [u32; 2] = [180, 30];
const MEGABYTES: u32 = 400;

impl Bench<'_> {
    /// A book of so many photos of twelve megapixels, each run a row of a table; limits are told where there are a thousand.
    pub(super) fn evidence(&self, photos: usize) -> Result<(), String> {
        if photos == 0 {
            return Ok(());
        }
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let store = self.store(folder.path(), 20)?;
        let photo = self.photo(folder.path())?;
        self.take_in(&store, &photo, photos)?;
        let megabytes = size(&photo)? / 1e6;
        println!("\nBook of {photos} photos, 12 megapixels and {megabytes:.1} MB each, whole process");
        println!(
            "  {:<10}{:>10}{:>12}{:>10}{:>9}{:>12}",
            "run", "seconds", "peak MB", "files", "MB", "kept MB"
        );
        for (run, seconds) in ["first", "later"].into_iter().zip(SECONDS) {
            let out = folder.path().join(run);
            fs_err::create_dir(&out).map_err(|error| error.to_string())?;
            let mut command = self.bps(&store, &["report", "evidence", "--period", "2013Q1", "-o"]);
            command.arg(&out);
            let Some((time, peak_mb)) = once(command, Duration::MAX)? else { continue };
            let (volumes, book) = contents(&out)?;
            let (reduced, kept) = contents(&store.join("reduced"))?;
            if reduced != photos {
                return Err(format!("{reduced} photos in a book of {photos}"));
            }
            let seconds_found = time.as_secs_f64();
            println!(
                "  {run:<10}{seconds_found:>10.1}{peak_mb:>12}{volumes:>10}{:>9.1}{:>12.1}  {}",
                book / 1e6,
                kept / 1e6,
                if photos == LIMITED {
                    format!(
                        "time {} memory {}",
                        limit(Some(seconds), seconds_found),
                        limit(Some(MEGABYTES), peak_mb as f64)
                    )
                } else {
                    String::new()
                },
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

fn size(file: &Path) -> Result<f64, String> {
    Ok(fs_err::metadata(file).map_err(|error| error.to_string())?.len() as f64)
}

/// How many files are below a folder, and their bytes.
fn contents(folder: &Path) -> Result<(usize, f64), String> {
    let (mut files, mut bytes) = (0, 0.0);
    for entry in fs_err::read_dir(folder).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let (count, more) = if path.is_dir() { contents(&path)? } else { (1, size(&path)?) };
        files += count;
        bytes += more;
    }
    Ok((files, bytes))
}
