//! The one thread that writes: takes jobs in order and answers after COMMIT.

use crate::device::StartCount;
use crate::error::{Result, StoreError};
use ledger::DeviceKey;
use rusqlite::{Connection, params};
use std::sync::mpsc::{Sender, channel, sync_channel};
use std::thread::JoinHandle;

/// What the writing thread holds: the connection and the key to sign with.
pub(crate) struct Pen {
    pub(crate) connection: Connection,
    pub(crate) key: DeviceKey,
    start_count: StartCount,
    started: bool,
}

impl Pen {
    pub(crate) fn new(connection: Connection, key: DeviceKey, start_count: StartCount) -> Self {
        Self { connection, key, start_count, started: false }
    }

    /// Changes the counter in both places before the first write of this run; the database first.
    fn start(&mut self) -> Result<()> {
        if self.started {
            return Ok(());
        }
        let starts: u64 = self.connection.query_row(
            "UPDATE store SET writing_starts = writing_starts + 1 WHERE device = ?1 RETURNING writing_starts",
            params![self.key.public()],
            |row| row.get(0),
        )?;
        if let Err(error) = self.start_count.write(starts) {
            // Counted in one place only, again and again, it would look like a copied folder.
            self.connection.execute("UPDATE store SET writing_starts = ?1 - 1", [starts])?;
            return Err(error);
        }
        self.started = true;
        Ok(())
    }
}

type Job = Box<dyn FnOnce(&mut Pen) + Send>;

/// The handle of the writing thread; dropping it waits until every job is done.
pub(crate) struct Writer {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(crate) fn start(mut pen: Pen) -> Result<Self> {
        let (jobs, inbox) = channel::<Job>();
        let thread = std::thread::Builder::new().name("store writer".to_owned()).spawn(move || {
            for job in inbox {
                job(&mut pen);
            }
        })?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Runs a job on the writing thread and waits for its answer.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Pen) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.run(move |pen| {
            pen.start()?;
            job(pen)
        })
    }

    /// The same for what leaves no trace of its own, such as a trial that is rolled back.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Pen) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, waiting) = sync_channel(1);
        let job: Job = Box::new(move |pen| {
            let _ = answer.send(job(pen));
        });
        let jobs = self.jobs.as_ref().ok_or(StoreError::WriterEnded)?;
        jobs.send(job).map_err(|_| StoreError::WriterEnded)?;
        waiting.recv().map_err(|_| StoreError::WriterEnded)?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
