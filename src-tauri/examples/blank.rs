//! An empty window with the same web view as ours: the floor that `cargo xtask bench` measures our start against.

use tauri::http::Response;
use tauri::{App, WebviewUrl, WebviewWindowBuilder};

/// One word, since a page without any never counts as painted.
const PAGE: &str = "<!doctype html><title>blank</title><p>blank";

fn main() -> tauri::Result<()> {
    let mut context = tauri::generate_context!();
    context.config_mut().app.windows.clear();
    tauri::Builder::default()
        .register_uri_scheme_protocol("blank", |_, _| {
            let mut page = Response::new(PAGE.as_bytes());
            page.headers_mut().insert("content-type", tauri::http::HeaderValue::from_static("text/html"));
            page
        })
        .setup(|app| open(app).map_err(Into::into))
        .run(context)
}

fn open(app: &App) -> tauri::Result<()> {
    let page = "blank://localhost/".parse().map_err(|_| tauri::Error::InvalidWebviewUrl("no address"))?;
    WebviewWindowBuilder::new(app, "main", WebviewUrl::CustomProtocol(page))
        .inner_size(1366.0, 768.0)
        .build()?;
    Ok(())
}
