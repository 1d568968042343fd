//! The window's manners on the system: one window a store, its size and place kept, drawn where drivers are weak.

use std::env;
use std::path::Path;
use tauri::{AppHandle, Builder, Manager, Wry};
use tauri_plugin_window_state::StateFlags;

/// WebKitGTK's drawing by shared GPU buffers: blank windows in virtual machines and with some drivers.
const GPU_BUFFERS_OFF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Must run before the first thread and the first window: WebKit reads the variable when it starts.
///
/// Who has set the variable to anything, to `0` too, is obeyed.
pub(crate) fn before_start() {
    if cfg!(target_os = "linux") && env::var_os(GPU_BUFFERS_OFF).is_none() {
        restart_with(GPU_BUFFERS_OFF, "1");
    }
}

/// Becomes the same program with one more variable. Setting it in place is `unsafe`, which this project forbids;
/// where the system cannot replace the program the window is opened without it.
#[cfg(unix)]
fn restart_with(variable: &str, value: &str) {
    use std::os::unix::process::CommandExt;
    if let Ok(program) = env::current_exe() {
        let error =
            std::process::Command::new(program).args(env::args_os().skip(1)).env(variable, value).exec();
        eprintln!("{variable} could not be set: {error}");
    }
}

#[cfg(not(unix))]
fn restart_with(_variable: &str, _value: &str) {}

/// The plugins; none of them may be called by the page.
pub(crate) fn plugins(builder: Builder<Wry>) -> Builder<Wry> {
    // Hidden windows and missing frames are no wish of the user's: only size, place and maximised are kept.
    let kept = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    builder
        .plugin(one_window())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(kept).build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
}

/// A second start for the same store shows the window that is open; another store (BPS_HOME, BPS_STORE) has its own.
fn one_window() -> tauri::plugin::TauriPlugin<Wry> {
    let builder = tauri_plugin_single_instance::Builder::new().callback(|app, _arguments, _folder| show(app));
    match env::var_os("BPS_STORE").or_else(|| env::var_os("BPS_HOME")).filter(|place| !place.is_empty()) {
        Some(place) => builder.dbus_id(bus_name(Path::new(&place))).build(),
        None => builder.build(),
    }
}

/// A name on the session bus of its own for each place.
fn bus_name(place: &Path) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    std::path::absolute(place).unwrap_or_else(|_| place.to_path_buf()).hash(&mut hasher);
    format!("cn.baipishu.duban.s{:016x}", hasher.finish())
}

fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        // A window manager may refuse; there is nothing to mend then.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_has_its_own_name_and_keeps_it() {
        let one = bus_name(Path::new("one"));
        assert_eq!(one, bus_name(Path::new("one")));
        assert_ne!(one, bus_name(Path::new("two")));
    }
}
