//! Files dropped onto the window: kept here under a token; the page learns their names and where they fell.

use crate::state::Shell;
use serde::Serialize;
use tauri::{DragDropEvent, Emitter, Manager, Window};

#[derive(Clone, Serialize)]
struct Dropped {
    drop: String,
    names: Vec<String>,
    x: f64,
    y: f64,
}

#[derive(Clone, Serialize)]
struct Hover {
    inside: bool,
}

/// Tells the page what is dragged over the window and dropped onto it.
pub(crate) fn hear(window: &Window, event: &DragDropEvent) {
    // A page that is not listening has lost nothing: the files are where they were.
    let _ = match event {
        DragDropEvent::Enter { .. } => window.emit("files-hover", Hover { inside: true }),
        DragDropEvent::Leave => window.emit("files-hover", Hover { inside: false }),
        DragDropEvent::Drop { paths, position } => {
            let place = position.to_logical::<f64>(window.scale_factor().unwrap_or(1.0));
            let names = paths.iter().map(|path| app::files::name(path)).collect();
            let drop = window.state::<Shell>().drops.keep(paths.clone());
            let _ = window.emit("files-hover", Hover { inside: false });
            window.emit("files-dropped", Dropped { drop, names, x: place.x, y: place.y })
        }
        _ => Ok(()),
    };
}
