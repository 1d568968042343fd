//! The desktop window: starts it, keeps its place, and hands every call of the page to the use cases of `app`.
//!
//! It decides nothing. The page reaches only the commands of [`COMMANDS`]; files, dialogs and viewers are opened from
//! here, never from the page, which holds opaque ids and no path.

mod asked;
mod commands;
mod drops;
mod ipc;
mod picker;
mod state;
mod window;

pub use asked::Asked;
pub use commands::COMMANDS;

use tauri::{Manager, RunEvent};

/// Opens the window and stays until it is closed.
///
/// # Errors
/// Whatever keeps the window from opening: no display, no web view, a broken configuration.
pub fn run(asked: Asked) -> tauri::Result<()> {
    window::before_start();
    let builder = window::plugins(tauri::Builder::default()).manage(state::Shell::new(asked));
    let app = builder
        .on_window_event(drops::hear)
        .invoke_handler(tauri::generate_handler![
            ipc::start,
            ipc::open_sample,
            ipc::remove_sample,
            ipc::begin,
            ipc::take_over,
            ipc::frame,
            ipc::pick_paper,
            ipc::take_paper,
            ipc::import_paper,
            ipc::plan,
            ipc::confirm_lead,
            ipc::board,
            ipc::find,
            ipc::entry_form,
            ipc::save_draft,
            ipc::discard_draft,
            ipc::submit_entry,
            ipc::undo_entry,
            ipc::record_finding,
            ipc::pick_files,
            ipc::take_files,
            ipc::paste_file,
            ipc::thumbnail,
            ipc::open_file,
            ipc::print_report,
            ipc::report_bytes,
            ipc::save_report,
            ipc::open_report,
            ipc::settings,
            ipc::rename_office,
            ipc::add_person,
            ipc::set_due_rule,
            ipc::rename_department,
            ipc::full_backup,
            ipc::restore_backup,
            ipc::check,
            ipc::show_store_folder,
        ])
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
