//! Opening: refusals first, each leaving the folder as it was; then the lock, the quick check, the device.

use crate::device::{self, DeviceStart, StartCount};
use crate::error::{Result, StoreError};
use crate::folder::{self, Folder, Lock};
use crate::migrate::{Migrations, SCHEMA};
use crate::writer::{Pen, Writer};
use crate::{Store, StoreKind, audit, place};
use domain::id::ObjectId;
use fs_err as fs;
use ledger::DeviceKey;
use rusqlite::{Connection, OpenFlags, params};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

const APPLICATION_ID: u32 = 1_112_560_452;

/// What opening needs from outside.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    /// The user's state folder (BPS_STATE overrides it for the caller), where the second counter is kept.
    pub state_dir: PathBuf,
    /// Milliseconds since 1970 by the caller's clock.
    pub now_ms: i64,
    /// What this process calls itself to others that want the store: window, bps.
    pub holder: String,
    /// Which kind a store gets that is made now; an existing store keeps its own.
    pub kind: StoreKind,
}

/// What the only row of `store` says.
pub(crate) struct Identity {
    pub(crate) id: ObjectId,
    pub(crate) kind: StoreKind,
    device: [u8; 32],
    writing_starts: u64,
}

impl Store {
    /// Opens the store in this folder; an empty or missing folder gets a new one.
    ///
    /// # Errors
    /// `NetworkFolder`, `RemovableDrive`, `NotAStore`, `Held`, `Newer`, `Damaged`: each leaves the database byte for
    /// byte as it was. Others when files cannot be read or written.
    pub fn open(dir: &Path, options: &OpenOptions) -> Result<Self> {
        place::check(dir)?;
        let folder = Folder { root: dir.to_owned() };
        let made = !folder.database().exists();
        if made && !folder.is_free()? {
            return Err(match folder.keys().exists() && folder.blobs().exists() {
                true => StoreError::Damaged(format!("{} is missing", folder.database().display())),
                false => StoreError::NotAStore(dir.to_owned()),
            });
        }
        if !made {
            check_head(&folder)?;
        }
        folder::make(dir)?;
        let lock = Lock::take(&folder, &options.holder)?;
        // Another process may have made it between the first look and the lock.
        let made = !folder.database().exists();
        if made {
            make(&folder, options)?;
        } else {
            quick_check(&folder)?;
        }
        folder.clear_staging()?;
        folder.check_writable()?;
        let mut connection = writing_connection(&folder.database())?;
        Migrations::shipped().bring_up(&folder, &mut connection, options.now_ms)?;
        let (key, start_count, mut device) = device_of(&folder, &connection, options)?;
        if made {
            device = DeviceStart::Made;
        }
        let Identity { id, kind, .. } = identity(&connection)?;
        let pen = Pen::new(connection, key, start_count);
        Ok(Self {
            readers: Mutex::default(),
            writer: Writer::start(pen)?,
            folder,
            id,
            kind,
            device,
            _lock: lock,
        })
    }
}

/// Looks at the first hundred bytes, before SQLite touches anything.
fn check_head(folder: &Folder) -> Result<()> {
    let path = folder.database();
    let mut head = [0; 100];
    let read = fs::File::open(&path)?.read_exact(&mut head);
    if read.is_err() {
        return Err(StoreError::Damaged(format!("{} is shorter than a database", path.display())));
    }
    let number = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    if !head.starts_with(b"SQLite format 3\0") || number(68) != APPLICATION_ID {
        return Err(StoreError::NotAStore(path));
    }
    let found = number(60);
    if found > SCHEMA { Err(StoreError::Newer { found, known: SCHEMA }) } else { Ok(()) }
}

/// SQLite's own check over a connection that cannot write, so that a damaged file stays as it is.
fn quick_check(folder: &Folder) -> Result<()> {
    let path = folder.database();
    let log = fs::metadata(folder.root.join("store.db-wal")).map_or(0, |metadata| metadata.len());
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = if log > 0 {
        // After a crash the newest pages stand in the log, and reading it needs the file beside.
        Connection::open_with_flags(path, flags)?
    } else {
        // Else SQLite would put two files beside one that it may not even be able to read.
        Connection::open_with_flags(immutable_uri(&path), flags | OpenFlags::SQLITE_OPEN_URI)?
    };
    defend(&connection)?;
    first_fault(&connection, "quick_check")?.map_or(Ok(()), |fault| Err(StoreError::Damaged(fault)))
}

/// The path as a URI, every byte but the plainest escaped.
fn immutable_uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    if cfg!(windows) {
        uri.push('/');
    }
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                uri.push(char::from(*byte))
            }
            b'\\' if cfg!(windows) => uri.push('/'),
            b':' if cfg!(windows) => uri.push(':'),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri + "?immutable=1"
}

/// What `quick_check` or `integrity_check` says first; `None` for ok.
pub(crate) fn first_fault(connection: &Connection, check: &str) -> Result<Option<String>> {
    let answer: String = connection.query_row(&format!("PRAGMA {check}(1)"), [], |row| row.get(0))?;
    Ok(Some(answer).filter(|answer| answer != "ok"))
}

/// Settings of every connection: nothing in a file from elsewhere is trusted, and no plan depends on what is asked.
pub(crate) fn defend(connection: &Connection) -> Result<()> {
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "busy_timeout", 10_000)?;
    // Else what the index for finding asks of its own tables is planned anew for each word.
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

fn writing_connection(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    defend(&connection)?;
    // FULL: an acknowledged write survives a power cut; with NORMAL a WAL loses the last ones.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// A connection that can only read.
pub(crate) fn reading_connection(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    defend(&connection)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(connection)
}

/// Makes the database under another name and renames it, so that there never is half a store.
fn make(folder: &Folder, options: &OpenOptions) -> Result<()> {
    let path = folder.database_being_made();
    for left in [path.clone(), folder.root.join("store.db.new-journal")] {
        if left.exists() {
            fs::remove_file(left)?;
        }
    }
    let key = device::draw_key()?;
    device::put_key(folder, &key)?;
    let id = ObjectId(device::random()?);
    let mut connection = Connection::open(&path)?;
    Migrations::shipped().run(&mut connection)?;
    connection.execute(
        "INSERT INTO store (only, id, kind, made, device, writing_starts) VALUES (1, ?1, ?2, ?3, ?4, 0)",
        params![id.0, options.kind.code(), options.now_ms, key.public()],
    )?;
    audit::add(&connection, options.now_ms, "", "store made")?;
    connection.close().map_err(|(_, error)| error)?;
    StartCount::new(&options.state_dir, id, &key.public()).write(0)?;
    fs::rename(&path, folder.database())?;
    folder::sync(&folder.root)
}

pub(crate) fn identity(connection: &Connection) -> Result<Identity> {
    let row = connection.query_row("SELECT id, kind, device, writing_starts FROM store", [], |row| {
        Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?, row.get(3)?))
    });
    let (id, kind, device, writing_starts) = row.map_err(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => {
            StoreError::Damaged("the store's own row is missing".to_owned())
        }
        other => other.into(),
    })?;
    let kind = StoreKind::from_code(&kind);
    Ok(Identity { id: ObjectId(id), kind, device, writing_starts })
}

/// The device's key; a new one where the folder turns out to be a copy or has none.
fn device_of(
    folder: &Folder,
    connection: &Connection,
    options: &OpenOptions,
) -> Result<(DeviceKey, StartCount, DeviceStart)> {
    let identity = identity(connection)?;
    let key = device::read_key(folder)?.filter(|key| key.public() == identity.device);
    let (start, known) = match key {
        None => (DeviceStart::WithoutKey, None),
        Some(key) => {
            let count = StartCount::new(&options.state_dir, identity.id, &key.public());
            let noted = count.read()?;
            let start = device::compare(identity.writing_starts, noted);
            if start == DeviceStart::Known && noted != Some(identity.writing_starts) {
                // Made good, so that another crash at the same place is not a second step behind.
                count.write(identity.writing_starts)?;
            }
            (start, Some((key, count)))
        }
    };
    if let (DeviceStart::Known, Some((key, count))) = (start, known) {
        return Ok((key, count, start));
    }
    let key = device::draw_key()?;
    let starts = identity.writing_starts + 1;
    let why = if start == DeviceStart::Copied { "copied folder noticed" } else { "no key of this store" };
    // The key's file last before the commit: a database that takes no writing, or a state folder that cannot be
    // written, leaves the key that is there.
    let change = connection.unchecked_transaction()?;
    change.execute("UPDATE store SET device = ?1, writing_starts = ?2", params![key.public(), starts])?;
    audit::add(&change, options.now_ms, "", &format!("new device key: {why}"))?;
    let count = StartCount::new(&options.state_dir, identity.id, &key.public());
    count.write(starts)?;
    device::put_key(folder, &key)?;
    change.commit()?;
    Ok((key, count, start))
}
