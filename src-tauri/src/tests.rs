//! The real handler and the real permissions on Tauri's window without a display.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::*;
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody, InvokeResponse};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewWindow};
use tempfile::TempDir;

/// A window over a new store.
struct Scene {
    folder: TempDir,
    app: App<MockRuntime>,
    window: WebviewWindow<MockRuntime>,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut context = tauri::generate_context!();
        context.config_mut().app.windows.clear();
        let app = mock_builder()
            .manage(state::Shell::new(Asked::default()))
            .invoke_handler(commands::for_each_command!(handler))
            .build(context)
            .unwrap();
        app.state::<state::Shell>().open(&folder.path().join("store")).unwrap();
        let window = tauri::WebviewWindowBuilder::new(&app, "main", tauri::WebviewUrl::default());
        let window = window.build().unwrap();
        Self { folder, app, window }
    }

    /// Sends a call and does not wait for its answer.
    fn send(&self, command: &str, arguments: Value, then: impl FnOnce(Value) + Send + 'static) {
        let answered = move |_: tauri::Webview<MockRuntime>, _, response: InvokeResponse, _, _| {
            let InvokeResponse::Ok(body) = response else { return };
            then(body.deserialize().unwrap());
        };
        self.window.as_ref().clone().on_message(Self::request(command, arguments), Box::new(answered));
    }

    /// What the page gets: a value, or what the promise rejects with.
    fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        get_ipc_response(&self.window, Self::request(command, arguments))
            .map(|body| body.deserialize().unwrap())
    }

    fn request(command: &str, arguments: Value) -> InvokeRequest {
        InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().unwrap(),
            body: InvokeBody::Json(arguments),
            headers: tauri::http::HeaderMap::new(),
            invoke_key: INVOKE_KEY.to_owned(),
        }
    }
}

#[test]
fn a_command_answers_and_a_refusal_has_code_and_sentence() {
    let scene = Scene::new();
    let settings = scene.call("settings", json!({})).unwrap();
    assert_eq!(settings["store"]["attachments"], 0);
    let refused = scene.call("plan", json!({ "year": 2013 })).unwrap_err();
    assert_eq!(refused["code"], "no_plan");
    assert!(refused["text"].as_str().unwrap().ends_with('\u{3002}'));
    // Arguments of another shape never reach the use case.
    assert!(scene.call("plan", json!({ "year": "MMXIII" })).is_err());
}

#[test]
fn a_store_that_cannot_be_opened_leaves_the_present_one() {
    let scene = Scene::new();
    let shell = scene.app.state::<state::Shell>();
    let other = scene.folder.path().join("other");
    fs_err::create_dir(&other).unwrap();
    fs_err::write(other.join("store.db"), "no database").unwrap();
    assert!(shell.open(&other).is_err());
    let place = |scene: &Scene| scene.call("settings", json!({})).unwrap()["store"]["place"].clone();
    let before = place(&scene);
    assert!(before.as_str().unwrap().ends_with("store"));
    // Control: one that can be opened takes its place; the same again is no conflict with itself.
    shell.open(&scene.folder.path().join("second")).unwrap();
    shell.open(&scene.folder.path().join("second")).unwrap();
    assert_ne!(place(&scene), before);
}

#[test]
fn what_is_not_listed_is_refused() {
    let scene = Scene::new();
    for command in ["plugin:event|emit", "plugin:opener|open_path", "plugin:dialog|open", "no_such_command"] {
        let refused = scene.call(command, json!({})).unwrap_err();
        let said = refused.as_str().unwrap_or_default();
        assert!(said.contains("not allowed") || said.contains("not found"), "{command}: {refused}");
    }
}

#[test]
fn dropped_files_come_in_by_their_token_alone() {
    let scene = Scene::new();
    let file = scene.folder.path().join("\u{7167}\u{7247}.txt");
    fs_err::write(&file, "text").unwrap();
    let drop = scene.app.state::<state::Shell>().drops.keep(vec![file.clone()]);
    let added = scene.call("take_files", json!({ "drop": drop })).unwrap();
    assert_eq!(added["added"][0]["name"], "\u{7167}\u{7247}.txt");
    assert_eq!(added["refused"], json!([]));
    let by_path = scene.call("take_files", json!({ "drop": file })).unwrap_err();
    assert_eq!(by_path["code"], "refused");
}

/// 停止 ends what is under way and nothing that begins later.
#[test]
fn stopping_holds_for_what_has_begun() {
    let scene = Scene::new();
    let shell = scene.app.state::<state::Shell>();
    let progress = app::wire::work::WorkProgress {
        work: app::wire::work::Work::Files,
        name: String::new(),
        done: 1,
        total: 2,
    };
    let begun = shell.works.watch(scene.app.handle());
    assert!(begun(&progress));
    scene.call("stop_work", json!({})).unwrap();
    assert!(!begun(&progress));
    assert!(shell.works.watch(scene.app.handle())(&progress));
}

/// More long calls than there are threads for calls: 停止 is heard all the same.
#[test]
fn long_work_holds_up_no_other_call() {
    let scene = Scene::new();
    let hole = scene.folder.path().join("hole.mp4");
    fs_err::File::create(&hole).unwrap().set_len(64 << 30).unwrap();
    let calls = std::thread::available_parallelism().unwrap().get() + 2;
    let (said, heard) = std::sync::mpsc::channel();
    for _ in 0..calls {
        let drop = scene.app.state::<state::Shell>().drops.keep(vec![hole.clone()]);
        let said = said.clone();
        scene.send("take_files", json!({ "drop": drop }), move |answer| said.send(answer).unwrap());
    }
    let staging = scene.folder.path().join("store/staging");
    let begun = || fs_err::read_dir(&staging).map_or(0, Iterator::count);
    let patience = std::time::Duration::from_secs(30);
    let until = std::time::Instant::now() + patience;
    while begun() < calls && std::time::Instant::now() < until {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let all = begun();
    scene.app.state::<state::Shell>().works.stop();
    for _ in 0..calls {
        let answer = heard.recv_timeout(patience).unwrap();
        assert_eq!(answer["added"], json!([]));
    }
    assert_eq!(all, calls, "all of them were under way at once");
}

/// A name on one side only would show in the window and nowhere else.
#[test]
fn the_page_calls_the_listed_commands_and_no_others() {
    let page = include_str!("../../ui/src/ipc/commands.ts");
    let mut called: Vec<&str> = page
        .split("invoke<")
        .skip(1)
        .map(|call| call.split_once(">(\"").unwrap().1.split_once('"').unwrap().0)
        .collect();
    called.sort_unstable();
    let mut listed = COMMANDS.to_vec();
    listed.sort_unstable();
    assert_eq!(called, listed);
}
