//! 佐证 files: stored, shown small, opened as a read-only copy.

use crate::desk::Desk;
use crate::files;
use crate::refusal::{Outcome, Refused};
use crate::wire::entry::{AddedFiles, BoxEvidence, PictureView};
use crate::wire::work::{Watch, Work};
use data_encoding::BASE64;
use domain::evidence::EvidenceForm;
use std::io::Read;
use std::path::{Path, PathBuf};
use store::StoreError;

/// What the type is told by.
pub(crate) const FIRST_BYTES: usize = 8 * 1024;
/// Names of 255 bytes are as long as most systems have them.
const STEM_BYTES_MAX: usize = 180;
const EXTENSION_BYTES_MAX: usize = 20;
/// Pictures larger than this are not looked into.
const PICTURE_SOURCE_MAX: u64 = 64 << 20;

impl Desk {
    /// Stores a file and describes it as evidence; streams, whatever its size. `watch` hears its bytes.
    pub(crate) fn store_file(
        &self,
        path: &Path,
        name: &str,
        watch: &domain::watch::Watch<'_>,
    ) -> Outcome<EvidenceForm> {
        let unreadable = |why| Refused::Unreadable { name: name.to_owned(), why };
        let mut first = Vec::with_capacity(FIRST_BYTES);
        let file = files::open_named(path, name)?;
        file.take(FIRST_BYTES as u64).read_to_end(&mut first).map_err(unreadable)?;
        let stored = self.store().add_attachment(path, self.now(), watch)?;
        Ok(form(&stored, name, &first))
    }

    /// Stores files by their paths; what cannot be stored is named, the others are kept. Stopped, it keeps what is
    /// whole and names the rest.
    #[must_use]
    pub fn add_files(&self, paths: &[PathBuf], watch: &Watch<'_>) -> AddedFiles {
        let mut answer = AddedFiles { added: Vec::new(), refused: Vec::new() };
        let size = |path: &PathBuf| fs_err::metadata(path).map_or(0, |found| found.len());
        let (mut before, total) = (0, paths.iter().map(size).sum());
        for (at, path) in paths.iter().enumerate() {
            let name = files::name(path);
            let stored =
                self.store_file(path, &name, &|done| watch(&Work::Files.at(&name, before + done, total)));
            before += size(path);
            match stored {
                Ok(form) => answer.added.push(to_box(form)),
                Err(Refused::Store(StoreError::Stopped)) => {
                    let left = paths[at..].iter().map(|path| files::name(path)).collect();
                    answer.refused.push(Refused::FilesStopped(left).text());
                    break;
                }
                Err(refused) => answer.refused.push(refused.text()),
            }
        }
        answer
    }

    /// Stores what was pasted.
    #[must_use]
    pub fn add_bytes(&self, name: &str, bytes: &[u8]) -> AddedFiles {
        let stored = self.store().add_attachment_from(&mut &bytes[..], self.now()).map_err(Refused::from);
        match stored {
            Ok(stored) => {
                let first = &bytes[..bytes.len().min(FIRST_BYTES)];
                AddedFiles { added: vec![to_box(form(&stored, name, first))], refused: Vec::new() }
            }
            Err(refused) => AddedFiles { added: Vec::new(), refused: vec![refused.text()] },
        }
    }

    /// What a stored file shows of itself as a picture; nothing for other files and for very large ones.
    ///
    /// # Errors
    /// The file is not in the store or cannot be read.
    pub fn picture(&self, sha256: &str) -> Outcome<PictureView> {
        let mut file = self.stored(sha256)?;
        let unreadable = |why| Refused::Unreadable { name: sha256.chars().take(12).collect(), why };
        if file.metadata().map_err(unreadable)?.len() > PICTURE_SOURCE_MAX {
            return Ok(PictureView::default());
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(unreadable)?;
        let jpeg = picture::thumbnail(&bytes).ok();
        let taken = picture::taken(&bytes);
        Ok(PictureView {
            thumbnail: jpeg.map(|jpeg| format!("data:image/jpeg;base64,{}", BASE64.encode(&jpeg))),
            taken_at: taken.at.map(|at| at.strftime("%Y-%m-%d %H:%M").to_string()),
            latitude: taken.place.map(|place| format!("{:.4}", place.latitude)),
            longitude: taken.place.map(|place| format!("{:.4}", place.longitude)),
        })
    }

    /// Writes a read-only copy under the evidence's own name into a folder, for the system's viewer; nothing that could
    /// be run.
    ///
    /// # Errors
    /// The file could be run, is not in the store, or the copy cannot be written.
    pub fn copy_to_view(&self, sha256: &str, name: &str, folder: &Path) -> Outcome<PathBuf> {
        let mut file = self.stored(sha256)?;
        let unwritable = |why| Refused::Unwritable { name: name.to_owned(), why };
        let mut first = vec![0; FIRST_BYTES];
        let read = file.read(&mut first).map_err(unwritable)?;
        let name = plain_name(name);
        if picture::is_executable(&first[..read], &name) {
            return Err(Refused::Executable(name));
        }
        // A folder a hash: two files of one name do not meet, and the same one is copied once.
        let folder = folder.join(&sha256[..16.min(sha256.len())]);
        fs_err::create_dir_all(&folder).map_err(unwritable)?;
        let target = folder.join(&name);
        if !target.exists() {
            let mut whole = self.stored(sha256)?;
            let mut copy = tempfile::NamedTempFile::new_in(&folder).map_err(unwritable)?;
            std::io::copy(&mut whole, &mut copy).map_err(unwritable)?;
            let mut permissions = copy.as_file().metadata().map_err(unwritable)?.permissions();
            permissions.set_readonly(true);
            copy.as_file().set_permissions(permissions).map_err(unwritable)?;
            copy.persist(&target).map_err(|error| unwritable(error.error))?;
        }
        Ok(target)
    }

    /// What a stored file's type is told by; nothing where it cannot be read.
    pub(crate) fn first_bytes(&self, sha256: &[u8; 32]) -> Vec<u8> {
        let mut first = Vec::new();
        let file = self.store().open_attachment(sha256);
        let read = file.map(|file| file.take(FIRST_BYTES as u64).read_to_end(&mut first));
        if matches!(read, Ok(Ok(_))) { first } else { Vec::new() }
    }

    pub(crate) fn stored(&self, sha256: &str) -> Outcome<std::fs::File> {
        let hash = ledger::digest::from_hex(sha256).ok_or(Refused::Gone)?;
        Ok(self.store().open_attachment(&hash)?)
    }
}

pub(crate) fn form(stored: &store::Attachment, name: &str, first: &[u8]) -> EvidenceForm {
    let media_type = picture::media_type(first, name).to_owned();
    EvidenceForm::File { sha256: stored.sha256, size: stored.size, name: name.to_owned(), media_type }
}

pub(crate) fn to_box(form: EvidenceForm) -> BoxEvidence {
    match form {
        EvidenceForm::File { sha256, size, name, media_type } => BoxEvidence::File {
            sha256: ledger::digest::hex(&sha256),
            size,
            name,
            media_type,
            personal: None,
            code: None,
        },
        EvidenceForm::OnPaper(paper) => BoxEvidence::OnPaper {
            name: paper.name,
            document_no: paper.document_no,
            dated: paper.dated.map(|day| day.to_string()),
            kept_at: paper.kept_at,
            keeper: paper.keeper,
            personal: None,
            code: None,
        },
    }
}

/// A name as one path component on every system: no separators, control or direction characters, no reserved words.
fn plain_name(name: &str) -> String {
    let bad = |c: char| {
        c.is_control()
            || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    let plain: String = name.chars().map(|c| if bad(c) { '_' } else { c }).collect();
    let plain = plain.trim_matches([' ', '.']);
    // An extension is short; what follows a late point in a sentence is none.
    let (stem, extension) = match plain.rsplit_once('.') {
        Some((stem, extension)) if extension.len() <= EXTENSION_BYTES_MAX => (stem, format!(".{extension}")),
        _ => (plain, String::new()),
    };
    let first = stem.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let numbered = first.len() == 4 && first.ends_with(|c: char| c.is_ascii_digit());
    let reserved = ["CON", "PRN", "AUX", "NUL"].contains(&first.as_str())
        || (numbered && (first.starts_with("COM") || first.starts_with("LPT")));
    let stem = &stem[..stem.floor_char_boundary(STEM_BYTES_MAX)];
    let front = if stem.is_empty() || reserved { "附件" } else { "" };
    format!("{front}{stem}{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_one_harmless_component() {
        for (name, plain) in [
            ("照片.jpg", "照片.jpg"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("a\u{202E}gpj.exe", "a_gpj.exe"),
            ("CON.txt", "附件CON.txt"),
            ("...", "附件"),
            ("a. ", "a"),
            ("com7.tar.gz", "附件com7.tar.gz"),
            ("communication.txt", "communication.txt"),
        ] {
            assert_eq!(plain_name(name), plain, "{name}");
        }
        for long in
            ["😀".repeat(100) + ".jpeg", "x".repeat(300), "a.".to_owned() + &"字".repeat(200), ".".repeat(9)]
        {
            let plain = plain_name(&long);
            assert!((1..=255).contains(&plain.len()), "{plain}");
            assert_eq!(plain.ends_with(".jpeg"), long.ends_with(".jpeg"));
        }
    }
}
