//! The licences of everything that goes into the program: one text file, each licence's text once.
//!
//! Taken from what cargo and npm have on this machine; a package without a licence file is named with what it declares.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::project::Project;
use crate::{build, call};

/// Licences that may go into a program under GPL-3.0-or-later.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// A package and what it says of its licence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    name: String,
    version: String,
    licence: String,
    texts: Vec<String>,
}

/// Writes the file.
///
/// # Errors
/// What cargo says, or a file that cannot be read or written.
pub(crate) fn write(project: &Project, to: &Path) -> Result<(), String> {
    let mut parts = crates(project)?;
    parts.extend(screens(project)?);
    parts.sort();
    parts.dedup();
    fs_err::write(to, text(&parts)).map_err(|error| error.to_string())?;
    println!("  {} packages: {}", parts.len(), project.shortened(to).display());
    Ok(())
}

/// Refuses packages whose licence may not go into our programs.
///
/// # Errors
/// Their names and licences, or what cargo says.
pub(crate) fn check(project: &Project) -> Result<(), String> {
    let mut parts = crates(project)?;
    parts.extend(screens(project)?);
    let refused: Vec<String> = parts
        .iter()
        .filter(|part| !is_allowed(&part.licence))
        .map(|part| format!("{} {}: {}", part.name, part.version, part.licence))
        .collect();
    println!("  {} packages", parts.len());
    if refused.is_empty() { Ok(()) } else { Err(format!("not allowed:\n  {}", refused.join("\n  "))) }
}

/// Whether one of the choices that an SPDX expression offers is allowed in all its parts.
fn is_allowed(expression: &str) -> bool {
    // Cargo's old form of OR.
    let expression = expression.replace('/', " OR ");
    let expression = expression.trim();
    // OR binds loosest, so it is taken apart first.
    let choices = split(expression, " OR ");
    if choices.len() > 1 {
        return choices.into_iter().any(is_allowed);
    }
    let parts = split(expression, " AND ");
    if parts.len() > 1 {
        return parts.into_iter().all(is_allowed);
    }
    match expression.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => is_allowed(inner),
        None => ALLOWED.contains(&expression),
    }
}

/// The parts of an expression between `word`s that stand outside brackets.
fn split<'a>(expression: &'a str, word: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_i32, 0);
    for (place, character) in expression.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 && place >= start && expression[place..].starts_with(word) => {
                parts.push(expression[start..place].trim());
                start = place + word.len();
            }
            _ => {}
        }
    }
    parts.push(expression[start..].trim());
    parts
}

/// The file's text: the packages, then the licence texts, each followed by whom it belongs to.
fn text(parts: &[Part]) -> String {
    let mut page = String::from("Third-party software in 白皮书督办 (baipishu, bps)\n\n");
    let mut owners: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for part in parts {
        let name = format!("{} {}", part.name, part.version);
        let mark = if part.texts.is_empty() { " (the package carries no licence file)" } else { "" };
        page.push_str(&format!("{name}: {}{mark}\n", part.licence));
        for text in &part.texts {
            owners.entry(text).or_default().push(name.clone());
        }
    }
    for (text, names) in owners {
        page.push_str(&format!("\n{}\n{}\n\n{}\n", "=".repeat(100), names.join(", "), text.trim_end()));
    }
    page
}

/// Every crate from a registry that is linked into our two programs on this system.
fn crates(project: &Project) -> Result<Vec<Part>, String> {
    let host = host(project)?;
    let mut command = build::cargo(project, "metadata");
    command.args(["--format-version", "1", "--features", "custom-protocol", "--filter-platform", &host]);
    let printed = call::heard(&mut command)?;
    let metadata: Value = serde_json::from_str(&printed).map_err(|error| error.to_string())?;
    let linked = linked(&metadata);
    let mut parts = Vec::new();
    for package in list(&metadata["packages"]) {
        if package["source"].is_null() || !linked.contains(word(&package["id"])) {
            continue;
        }
        let folder =
            Path::new(word(&package["manifest_path"])).parent().unwrap_or(Path::new("")).to_path_buf();
        let licence = match word(&package["license"]) {
            "" => "see its licence file".to_owned(),
            licence => licence.to_owned(),
        };
        let (name, version) = (word(&package["name"]).to_owned(), word(&package["version"]).to_owned());
        parts.push(Part { name, version, licence, texts: texts(&folder)? });
    }
    Ok(parts)
}

/// The ids that are reached from our programs by ordinary dependencies; what only builds or tests is left out.
fn linked(metadata: &Value) -> BTreeSet<&str> {
    let nodes: HashMap<&str, &Value> =
        list(&metadata["resolve"]["nodes"]).iter().map(|node| (word(&node["id"]), node)).collect();
    let ours = list(&metadata["packages"]).iter().filter(|package| {
        package["source"].is_null() && ["baipishu", "bps"].contains(&word(&package["name"]))
    });
    let mut open: Vec<&str> = ours.map(|package| word(&package["id"])).collect();
    let mut reached = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !reached.insert(id) {
            continue;
        }
        for dependency in nodes.get(id).map_or(&[][..], |node| list(&node["deps"])) {
            if list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()) {
                open.push(word(&dependency["pkg"]));
            }
        }
    }
    reached
}

/// The packages of the lock file that go into the page.
fn screens(project: &Project) -> Result<Vec<Part>, String> {
    let ui = project.ui();
    let lock = fs_err::read_to_string(ui.join("package-lock.json")).map_err(|error| error.to_string())?;
    let lock: Value = serde_json::from_str(&lock).map_err(|error| error.to_string())?;
    let mut parts = Vec::new();
    for (path, package) in lock["packages"].as_object().into_iter().flatten() {
        let folder = ui.join(path);
        let is_shipped = !path.is_empty() && package["dev"] != true && package["devOptional"] != true;
        if !is_shipped || !folder.is_dir() {
            continue;
        }
        let name = path.rsplit("node_modules/").next().unwrap_or(path).to_owned();
        let licence = word(&package["license"]).to_owned();
        parts.push(Part {
            name,
            version: word(&package["version"]).to_owned(),
            licence,
            texts: texts(&folder)?,
        });
    }
    Ok(parts)
}

/// The licence files that lie in a package's folder.
fn texts(folder: &Path) -> Result<Vec<String>, String> {
    let mut texts = BTreeSet::new();
    for entry in fs_err::read_dir(folder).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_file()
            && ["licen", "copying", "notice", "unlicense"].iter().any(|start| name.starts_with(start))
        {
            let bytes = fs_err::read(&path).map_err(|error| error.to_string())?;
            texts.insert(String::from_utf8_lossy(&bytes).replace("\r\n", "\n"));
        }
    }
    Ok(texts.into_iter().collect())
}

fn host(project: &Project) -> Result<String, String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let told = call::heard(Command::new(rustc).arg("-vV").current_dir(&project.root))?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc -vV tells no host".to_owned())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stands_once_with_all_its_owners() {
        let part = |name: &str, texts: &[&str]| Part {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            texts: texts.iter().map(ToString::to_string).collect(),
        };
        let page = text(&[part("one", &["the same"]), part("two", &["the same", "more"]), part("bare", &[])]);
        assert_eq!(page.matches("the same").count(), 1);
        assert!(page.contains("one 1.0.0, two 1.0.0\n\nthe same"));
        assert!(page.contains("bare 1.0.0: MIT (the package carries no licence file)"));
    }

    #[test]
    fn one_choice_must_be_allowed_in_all_its_parts() {
        for (expression, allowed) in [
            ("MIT", true),
            ("GPL-2.0-only", false),
            ("MIT OR GPL-2.0-only", true),
            ("GPL-2.0-only/MIT", true),
            ("MIT AND GPL-2.0-only", false),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("(MIT OR Apache-2.0) AND GPL-2.0-only", false),
            ("GPL-2.0-only OR (MIT AND ISC)", true),
            ("Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT", true),
            ("", false),
        ] {
            assert_eq!(is_allowed(expression), allowed, "{expression}");
        }
    }

    #[test]
    fn only_what_is_linked_counts() {
        let metadata = serde_json::json!({
            "packages": [{ "id": "b", "name": "bps", "source": null }, { "id": "t", "name": "tests", "source": null }],
            "resolve": { "nodes": [
                { "id": "b", "deps": [
                    { "pkg": "used", "dep_kinds": [{ "kind": null }, { "kind": "dev" }] },
                    { "pkg": "tried", "dep_kinds": [{ "kind": "dev" }] },
                    { "pkg": "built", "dep_kinds": [{ "kind": "build" }] },
                ] },
                { "id": "used", "deps": [{ "pkg": "deep", "dep_kinds": [{ "kind": null }] }] },
                { "id": "t", "deps": [{ "pkg": "other", "dep_kinds": [{ "kind": null }] }] },
            ] }
        });
        assert_eq!(linked(&metadata), BTreeSet::from(["b", "used", "deep"]));
    }
}
