//! The desktop window: starts it, keeps its place, and hands every call of the page to the use cases of `app`.
//!
//! It decides nothing. The page reaches only the commands of [`COMMANDS`]; files, dialogs and viewers are opened from
//! here, never from the page, which holds opaque ids and no path.

mod asked;
mod commands;
mod window;

pub use asked::Asked;
pub use commands::COMMANDS;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// Whatever keeps the window from opening: no display, no web view, a broken configuration.
pub fn run(asked: Asked) -> tauri::Result<()> {
    window::before_start();
    let builder = window::plugins(tauri::Builder::default()).manage(asked);
    builder.run(tauri::generate_context!())
}
