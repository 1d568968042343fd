//! Compiles the window's configuration and its permissions into the shell.
//!
//! The permission `own-commands` is written from `src/commands.rs` into OUT_DIR, so that no generated file lies in
//! the project; which window has it says `capabilities/main.json`.

#[path = "src/commands.rs"]
#[allow(unreachable_pub, unused_imports, reason = "used in the shell, which shares the file")]
mod commands;

use fs_err as fs;
use std::env;
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    for source in ["src-tauri/build.rs", "src-tauri/src/commands.rs", "src-tauri/capabilities", "ui/dist"] {
        println!("cargo:rerun-if-changed={source}");
    }
    let permissions = PathBuf::from(env::var("OUT_DIR")?).join("own-permissions");
    fs::create_dir_all(&permissions)?;
    fs::write(permissions.join("own-commands.toml"), own_commands())?;
    // The pattern wants 'static; the process ends right after.
    let pattern: &'static str = Box::leak(format!("{}/*.toml", permissions.display()).into_boxed_str());
    let manifest = tauri_build::AppManifest::new().permissions_path_pattern(pattern);
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*.json")
        .app_manifest(manifest);
    tauri_build::try_build(attributes)?;
    Ok(())
}

/// The one permission that allows each of our commands by name.
fn own_commands() -> String {
    let names: Vec<String> = commands::COMMANDS.iter().map(|name| format!("  \"{name}\",\n")).collect();
    format!(
        "[[permission]]\nidentifier = \"own-commands\"\ndescription = \"The shell's own commands.\"\n\
         commands.allow = [\n{}]\n",
        names.concat()
    )
}
