//! The program's own process: which one it is, and waiting until it is gone. Reads /proc, so Linux only.

use crate::Failure;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::fs;
use tokio::time::{Instant, sleep};

/// How long the program may take to end: its backup on exit, and the web view's own end.
const ENDED_MAX: Duration = Duration::from_secs(30);

/// A running program, told from others of its kind by its machine's folder.
#[derive(Debug, Clone, Copy)]
pub struct Process {
    /// As the system counts them.
    pub id: u32,
}

impl Process {
    /// The process of `program` whose environment names `folder`.
    ///
    /// # Errors
    /// When none runs.
    pub(crate) async fn of(program: &Path, folder: &Path) -> Result<Self, Failure> {
        let program = fs::canonicalize(program).await?;
        let mut processes = fs::read_dir("/proc").await?;
        while let Some(entry) = processes.next_entry().await? {
            if let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok())
                && is_of(&entry.path(), &program, folder).await
            {
                return Ok(Self { id });
            }
        }
        Err(format!("{} does not run in {}", program.display(), folder.display()).into())
    }

    /// Waits until it is gone.
    ///
    /// # Errors
    /// When it does not end in time.
    pub(crate) async fn ended(self) -> Result<(), Failure> {
        let until = Instant::now() + ENDED_MAX;
        while self.runs().await {
            if Instant::now() > until {
                return Err(format!("process {} does not end", self.id).into());
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Where the system tells about it.
    #[must_use]
    pub fn told(self) -> PathBuf {
        PathBuf::from(format!("/proc/{}", self.id))
    }

    /// A process that ended and that nobody has asked about is still listed, without a command line.
    async fn runs(self) -> bool {
        fs::read(self.told().join("cmdline")).await.is_ok_and(|line| !line.is_empty())
    }
}

/// What cannot be read is another's.
async fn is_of(told: &Path, program: &Path, folder: &Path) -> bool {
    let same = fs::read_link(told.join("exe")).await.is_ok_and(|exe| exe == program);
    same && fs::read(told.join("environ"))
        .await
        .is_ok_and(|variables| String::from_utf8_lossy(&variables).contains(&folder.display().to_string()))
}
