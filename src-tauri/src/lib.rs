//! The desktop window: starts it, keeps its place, and hands every call of the page to the use cases of `app`.
//!
//! It decides nothing. The page reaches only the commands of [`COMMANDS`]; files, dialogs and viewers are opened from
//! here, never from the page, which holds opaque ids and no path.

/// The handler of the listed commands.
macro_rules! handler {
    ($($command:ident),* $(,)?) => { tauri::generate_handler![$(crate::ipc::$command),*] };
}

mod asked;
mod closing;
mod commands;
mod drops;
mod ipc;
mod picker;
mod state;
mod window;
mod works;

#[cfg(all(test, feature = "mock"))]
mod tests;

pub use asked::Asked;
pub use commands::COMMANDS;

use tauri::{Manager, RunEvent, WindowEvent};

/// Opens the window and stays until it is closed.
///
/// # Errors
/// Whatever keeps the window from opening: no display, no web view, a broken configuration.
pub fn run(asked: Asked) -> tauri::Result<()> {
    window::before_start();
    let builder = window::plugins(tauri::Builder::default()).manage(state::Shell::new(asked));
    let app = builder
        .on_window_event(|window, event| match event {
            WindowEvent::DragDrop(event) => drops::hear(window, event),
            WindowEvent::CloseRequested { api, .. } => closing::asked(window, api),
            _ => {}
        })
        .invoke_handler(commands::for_each_command!(handler))
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            // The backup on exit; its failure is told at the next start by the age of the newest one.
            if let Err(refused) = app.state::<state::Shell>().close() {
                eprintln!("{}", refused.text());
            }
        }
    });
    Ok(())
}
