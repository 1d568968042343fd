//! Migrations: numbered SQL files, each run once. An older store is brought up behind a checked copy, all of it or
//! nothing; a newer one is refused when it is opened.

use crate::backup;
use crate::error::{Result, StoreError};
use crate::folder::Folder;
use crate::project;
use refinery::Runner;
use refinery::error::Kind;
use rusqlite::Connection;

mod embedded {
    refinery::embed_migrations!("migrations");
}

/// The schema that this version writes: the number of the last migration.
pub(crate) const SCHEMA: u32 = 4;

/// The steps to the newest schema that is known.
pub(crate) struct Migrations {
    newest: u32,
    runner: Runner,
}

impl Migrations {
    /// Those of this version.
    pub(crate) fn shipped() -> Self {
        Self { newest: SCHEMA, runner: embedded::migrations::runner() }
    }

    /// Takes every step that this database has not taken, in one transaction; then writes the projections anew (what an
    /// older version kept without knowing its noun gets its rows now), and with them the number of the schema: as long as
    /// that is an older one, opening comes here again.
    pub(crate) fn run(self, connection: &mut Connection) -> Result<()> {
        let report = self.runner.set_grouped(true).run(connection);
        report.map_err(|error| match error.kind() {
            Kind::Connection(_, why) if is_full(why.as_ref()) => StoreError::NoRoom,
            _ => StoreError::Migration(error.to_string()),
        })?;
        let transaction = connection.transaction()?;
        project::rebuild(&transaction)?;
        transaction.pragma_update(None, "user_version", self.newest)?;
        transaction.commit()?;
        Ok(())
    }

    /// Brings a store of an older version up to the newest, behind a backup.
    pub(crate) fn bring_up(self, folder: &Folder, connection: &mut Connection, now_ms: i64) -> Result<()> {
        let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        match found.cmp(&self.newest) {
            std::cmp::Ordering::Equal => Ok(()),
            std::cmp::Ordering::Greater => Err(StoreError::Newer { found, known: self.newest }),
            std::cmp::Ordering::Less => {
                backup::write(folder, connection, backup::BackupKind::Migration, now_ms)?;
                self.run(connection)
            }
        }
    }
}

fn is_full(error: &(dyn std::error::Error + 'static)) -> bool {
    let code = error.downcast_ref::<rusqlite::Error>().and_then(rusqlite::Error::sqlite_error_code);
    code == Some(rusqlite::ErrorCode::DiskFull)
}

/// Every table, index and trigger with its text; a database of this version has exactly these.
pub(crate) fn schema(connection: &Connection) -> Result<Vec<(String, String, Option<String>)>> {
    let mut statement =
        connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The schema of a database made just now, in memory.
pub(crate) fn schema_expected() -> Result<Vec<(String, String, Option<String>)>> {
    let mut connection = Connection::open_in_memory()?;
    Migrations::shipped().run(&mut connection)?;
    schema(&connection)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    //! A version to come, made up: what is shipped now is its older schema.

    use super::*;
    use crate::{OpenOptions, Operation, Store, StoreKind, check};
    use domain::find::Wanted;
    use domain::role::{Grant, Role};
    use ledger::{Author, Person, Record, natural};
    use refinery::Migration;

    const NOW: i64 = 1_366_416_000_000;

    /// The step after this version's last.
    const NEXT: &str = "ALTER TABLE blob ADD COLUMN seen INTEGER;";

    /// This version's steps and further ones.
    fn to_come(further: &[&str]) -> Migrations {
        let mut steps = embedded::migrations::runner().get_migrations().clone();
        for (at, sql) in (SCHEMA + 1..).zip(further) {
            steps.push(Migration::unapplied(&format!("V{at}__to_come"), sql).unwrap());
        }
        Migrations { newest: SCHEMA + u32::try_from(further.len()).unwrap(), runner: Runner::new(&steps) }
    }

    struct Older {
        root: tempfile::TempDir,
        folder: Folder,
    }

    /// A closed store of this version with something recorded.
    fn older() -> Older {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder { root: root.path().join("store") };
        let older = Older { root, folder };
        let store = older.open("store").unwrap();
        let person = Person {
            id: natural::person("李某", "督查室"),
            name: "李某".into(),
            title: String::new(),
            office: "督查室".into(),
            from: None,
            until: None,
        };
        let operation = Operation {
            name: "person.add".into(),
            author: Author::default(),
            office: "督查室".into(),
            on_behalf: None,
            wall_ms: NOW,
        };
        store.commit(&operation, vec![Record::Person(person).into()]).unwrap();
        drop(store);
        older
    }

    impl Older {
        fn open(&self, name: &str) -> Result<Store> {
            let options = OpenOptions {
                state_dir: self.root.path().join("state"),
                now_ms: NOW,
                holder: "test".into(),
                kind: StoreKind::Real,
            };
            Store::open(&self.root.path().join(name), &options)
        }

        fn database(&self) -> Connection {
            Connection::open(self.folder.database()).unwrap()
        }

        fn copies(&self) -> Vec<std::path::PathBuf> {
            let Ok(entries) = std::fs::read_dir(self.folder.backups()) else { return Vec::new() };
            entries.map(|entry| entry.unwrap().path()).collect()
        }
    }

    fn version(connection: &Connection) -> u32 {
        connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
    }

    #[test]
    fn an_older_store_is_brought_up_behind_a_copy_that_this_version_opens() {
        let older = older();
        let before = older.open("store").unwrap().digest().unwrap();
        to_come(&[NEXT]).bring_up(&older.folder, &mut older.database(), NOW).unwrap();
        assert_eq!(version(&older.database()), SCHEMA + 1);
        assert_eq!(check::digest(&older.database()).unwrap(), before, "and loses nothing");
        let newer = older.open("store");
        assert!(
            matches!(newer, Err(StoreError::Newer { found, known: SCHEMA }) if found > SCHEMA),
            "{newer:?}"
        );
        let [copy] = older.copies().try_into().unwrap();
        assert!(copy.file_name().unwrap().to_str().unwrap().starts_with("migration-"));
        std::fs::create_dir(older.root.path().join("back")).unwrap();
        std::fs::copy(copy, older.root.path().join("back/store.db")).unwrap();
        assert_eq!(older.open("back").unwrap().digest().unwrap(), before);
        // Control: a store that is up to date gets no copy.
        to_come(&[NEXT]).bring_up(&older.folder, &mut older.database(), NOW + 1000).unwrap();
        assert_eq!(older.copies().len(), 1);
    }

    #[test]
    fn nouns_that_an_older_version_did_not_know_are_found_after_its_store_is_brought_up() {
        let older = older();
        let store = older.open("store").unwrap();
        let grant = Grant { person: natural::person("李某", "督查室"), roles: vec![Role::Reviewer] };
        let operation = Operation {
            name: "role.grant".into(),
            author: Author::default(),
            office: "督查室".into(),
            on_behalf: None,
            wall_ms: NOW,
        };
        store.commit(&operation, vec![Record::Grant(grant.clone()).into()]).unwrap();
        let before = store.digest().unwrap();
        drop(store);
        let back_to_the_first = "DROP TABLE cur_about; DROP TABLE cur_number; DROP TABLE secret;
            DROP TABLE fts_word; DROP TABLE fts; DROP TABLE cur_text; DROP TABLE cur_passage; DROP TABLE cur_published;
            DELETE FROM refinery_schema_history WHERE version > 1; PRAGMA user_version = 1;";
        older.database().execute_batch(back_to_the_first).unwrap();
        let store = older.open("store").unwrap();
        assert_eq!(store.all::<Grant>(None).unwrap()[0].value, grant);
        assert_eq!((store.digest().unwrap(), store.check().unwrap()), (before, vec![]));
    }

    #[test]
    fn what_was_written_before_pairs_were_kept_is_found_after_its_store_is_brought_up() {
        let older = older();
        let digest = older.open("store").unwrap().digest().unwrap();
        let back_to_the_third = "DROP TABLE fts_word; DROP TABLE fts;
            CREATE VIRTUAL TABLE fts USING fts5 (
              place, name, text, content = '', contentless_delete = 1, tokenize = 'unicode61'
            );
            CREATE VIRTUAL TABLE fts_word USING fts5vocab (fts, 'col');
            DROP INDEX cur_text_kind;
            INSERT INTO fts (rowid, name) SELECT id, '674e 67d0' FROM cur_text;
            DELETE FROM refinery_schema_history WHERE version > 3; PRAGMA user_version = 3;";
        older.database().execute_batch(back_to_the_third).unwrap();
        let store = older.open("store").unwrap();
        let found = store.find(&Wanted::of("李某").unwrap(), None, 9).unwrap().found;
        assert_eq!(found.len(), 1);
        assert_eq!((store.digest().unwrap(), store.check().unwrap()), (digest, vec![]));
        assert_eq!(older.copies().len(), 1);
    }

    #[test]
    fn a_step_that_fails_leaves_the_database_as_it_was() {
        let older = older();
        let (before, tables) = (older.open("store").unwrap().digest().unwrap(), schema(&older.database()));
        let failed = to_come(&[NEXT, "CREATE TABLE rev (n INTEGER);"]);
        let failed = failed.bring_up(&older.folder, &mut older.database(), NOW);
        assert!(matches!(failed, Err(StoreError::Migration(_))), "{failed:?}");
        assert_eq!(
            (version(&older.database()), schema(&older.database()).unwrap()),
            (SCHEMA, tables.unwrap())
        );
        let store = older.open("store").unwrap();
        assert_eq!((store.digest().unwrap(), store.check().unwrap()), (before, vec![]));
        assert_eq!(older.copies().len(), 1);
    }

    #[test]
    fn a_full_volume_is_told_as_one() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "max_page_count", 2).unwrap();
        let full = Migrations::shipped().run(&mut connection);
        assert!(matches!(full, Err(StoreError::NoRoom)), "{full:?}");
    }

    #[test]
    fn without_a_copy_nothing_is_changed() {
        let older = older();
        std::fs::write(older.folder.backups(), "a file where the copies belong").unwrap();
        let failed = to_come(&[NEXT]).bring_up(&older.folder, &mut older.database(), NOW);
        assert!(matches!(failed, Err(StoreError::Io(_))), "{failed:?}");
        assert_eq!(version(&older.database()), SCHEMA);
        assert!(older.open("store").unwrap().check().unwrap().is_empty());
    }
}
