//! Encryption by a passphrase (age, scrypt), and files that appear whole or not at all.

use crate::error::{ExchangeError, Result, stopped};
use age::secrecy::SecretString;
use domain::watch::Watch;
use fs_err as fs;
use ledger::digest::Sha256;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

/// scrypt's N is two to this: 128 MB and under a second on an old PC.
const WORK_FACTOR: u8 = 17;
/// What a file may ask for at most, so that it cannot hold the machine.
const WORK_FACTOR_MAX: u8 = 20;

/// The first bytes of every age file.
const AGE_HEAD: &[u8] = b"age-encryption.org/v1\n";

/// Passes on what is written, hashing it.
struct Hashing<W> {
    inner: W,
    hash: Sha256,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Writes a file under another name, encrypted where there is a passphrase, reads it back from the disk and only then
/// gives it its name. Gives its size in bytes; `watch` hears of the reading back.
pub(crate) fn write(
    target: &Path,
    passphrase: Option<&str>,
    watch: &Watch<'_>,
    fill: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> Result<u64> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = tempfile::Builder::new().prefix(".bps-").tempfile_in(folder)?;
    let written = fill_file(file.as_file_mut(), passphrase, fill)?;
    file.as_file().sync_all()?;
    let (size, read_back) = hash_file(file.path(), watch)?;
    if read_back != written {
        return Err(ExchangeError::NotWrittenAsMeant(target.to_owned()));
    }
    file.persist(target).map_err(|error| error.error)?;
    sync(folder)?;
    Ok(size)
}

/// Fills the file and gives the hash of what went into it.
fn fill_file(
    file: &mut std::fs::File,
    passphrase: Option<&str>,
    fill: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> Result<[u8; 32]> {
    let mut out = Hashing { inner: BufWriter::new(file), hash: Sha256::default() };
    match passphrase {
        None => fill(&mut out)?,
        Some(passphrase) => {
            let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
            recipient.set_work_factor(WORK_FACTOR);
            let recipients = std::iter::once(&recipient as &dyn age::Recipient);
            let encryptor = age::Encryptor::with_recipients(recipients)
                .map_err(|error| io::Error::other(error.to_string()))?;
            let mut sealed = encryptor.wrap_output(&mut out)?;
            fill(&mut sealed)?;
            sealed.finish()?;
        }
    }
    out.flush()?;
    Ok(out.hash.finish())
}

fn hash_file(path: &Path, watch: &Watch<'_>) -> Result<(u64, [u8; 32])> {
    let mut source = Measured::new(fs::File::open(path)?, watch);
    io::copy(&mut source, &mut io::sink())?;
    Ok(source.measure())
}

/// Passes on what is read, hashing and counting it.
pub(crate) struct Measured<'a, R> {
    inner: R,
    hash: Sha256,
    size: u64,
    watch: &'a Watch<'a>,
}

impl<'a, R: Read> Measured<'a, R> {
    pub(crate) fn new(inner: R, watch: &'a Watch<'a>) -> Self {
        Self { inner, hash: Sha256::default(), size: 0, watch }
    }

    /// Size in bytes and SHA-256 of what was read.
    pub(crate) fn measure(self) -> (u64, [u8; 32]) {
        (self.size, self.hash.finish())
    }
}

impl<R: Read> Read for Measured<'_, R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.hash.update(&bytes[..read]);
        self.size += read as u64;
        if (self.watch)(self.size) { Ok(read) } else { Err(stopped()) }
    }
}

/// Makes a rename in this folder durable.
pub(crate) fn sync(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Whether the file begins as age files do.
pub(crate) fn is_sealed(path: &Path) -> Result<bool> {
    let mut head = Vec::new();
    fs::File::open(path)?.take(AGE_HEAD.len() as u64).read_to_end(&mut head)?;
    Ok(head == AGE_HEAD)
}

/// Opens a file for reading, decrypting where it is encrypted.
pub(crate) fn open(path: &Path, passphrase: Option<&str>) -> Result<Box<dyn Read>> {
    let sealed = is_sealed(path)?;
    let file = BufReader::new(fs::File::open(path)?);
    if !sealed {
        return Ok(Box::new(file));
    }
    let passphrase = passphrase.ok_or(ExchangeError::PassphraseNeeded)?;
    let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    identity.set_max_work_factor(WORK_FACTOR_MAX);
    let damaged = |error: age::DecryptError| match error {
        age::DecryptError::DecryptionFailed | age::DecryptError::NoMatchingKeys => {
            ExchangeError::WrongPassphrase
        }
        age::DecryptError::KeyDecryptionFailed => ExchangeError::WrongPassphrase,
        age::DecryptError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => error.into(),
        _ => ExchangeError::Damaged("head".to_owned()),
    };
    let decryptor = age::Decryptor::new_buffered(file).map_err(damaged)?;
    let identities = std::iter::once(&identity as &dyn age::Identity);
    Ok(Box::new(decryptor.decrypt(identities).map_err(damaged)?))
}
