//! WebKitWebDriver itself: started on a free port, ended with its owner.

use crate::Failure;
use std::collections::HashMap;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};

/// How long the driver may take to listen.
const LISTENING_MAX: Duration = Duration::from_secs(20);

/// A running driver; killed when dropped.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts it; the windows that it opens inherit `variables`.
    pub(crate) async fn start(variables: &HashMap<String, PathBuf>) -> Result<Self, Failure> {
        // Free at this moment; the driver takes it at once, and each test has its own.
        let port = TcpListener::bind(("127.0.0.1", 0)).await?.local_addr()?.port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg("--host=127.0.0.1").arg(format!("--port={port}"));
        command.envs(variables).env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true);
        let process = command.spawn().map_err(|error| format!("WebKitWebDriver does not start: {error}"))?;
        let mut driver = Self { process, port };
        driver.listening().await?;
        Ok(driver)
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends it and waits until it is gone.
    pub(crate) async fn end(mut self) -> Result<(), Failure> {
        self.process.kill().await?;
        Ok(())
    }

    async fn listening(&mut self) -> Result<(), Failure> {
        let until = Instant::now() + LISTENING_MAX;
        while TcpStream::connect(("127.0.0.1", self.port)).await.is_err() {
            if let Some(status) = self.process.try_wait()? {
                return Err(format!("WebKitWebDriver ended at once: {status}").into());
            }
            if Instant::now() > until {
                return Err("WebKitWebDriver does not listen".into());
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }
}
