//! Who may use whom: the edges between our crates are those of docs/ARCHITECTURE.md and no others, and each outside
//! technology is known to one crate.

#![allow(clippy::unwrap_used, reason = "tests")]

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};
use std::collections::{BTreeMap, BTreeSet};

/// Crate → the crates of ours that it may use. A new edge is a decision record.
const MAY_USE: [(&str, &[&str]); 15] = [
    ("domain", &[]),
    ("ledger", &["domain"]),
    ("paper", &["domain"]),
    ("layout", &[]),
    ("report", &["domain", "layout"]),
    ("picture", &[]),
    ("mail", &[]),
    ("store", &["domain", "ledger"]),
    ("exchange", &["domain", "ledger"]),
    ("pdf", &["layout"]),
    ("ooxml", &["layout"]),
    (
        "app",
        &[
            "domain", "paper", "ledger", "picture", "mail", "store", "exchange", "layout", "report", "pdf",
            "ooxml",
        ],
    ),
    ("bps", &["app"]),
    ("baipishu", &["app"]),
    ("xtask", &[]),
];

/// Outside technology → the one crate that knows it.
const KNOWN_TO: [(&str, &str); 19] = [
    ("argon2", "app"),
    ("minicbor", "ledger"),
    ("ed25519-dalek", "ledger"),
    ("encoding_rs", "paper"),
    ("icu_segmenter", "layout"),
    ("image", "picture"),
    ("infer", "picture"),
    ("mail-parser", "mail"),
    ("rusqlite", "store"),
    ("refinery", "store"),
    ("age", "exchange"),
    ("tar", "exchange"),
    ("printpdf", "pdf"),
    ("lopdf", "pdf"),
    ("quick-xml", "ooxml"),
    ("rust_xlsxwriter", "ooxml"),
    ("zip", "ooxml"),
    ("toml", "report"),
    ("tauri", "baipishu"),
];

fn metadata() -> Metadata {
    // What is declared, not what it resolves to: that would fetch the packages of every platform.
    MetadataCommand::new().manifest_path("../Cargo.toml").no_deps().exec().unwrap()
}

/// Package → what it depends on in what is shipped (tests may use more).
fn edges(metadata: &Metadata) -> BTreeMap<String, BTreeSet<String>> {
    let packages = metadata.workspace_packages();
    let names = |package: &cargo_metadata::Package| {
        let shipped =
            package.dependencies.iter().filter(|dependency| dependency.kind == DependencyKind::Normal);
        shipped.map(|dependency| dependency.name.clone()).collect()
    };
    packages.iter().map(|package| (package.name.to_string(), names(package))).collect()
}

/// Every edge that no line of the tables allows.
fn forbidden(edges: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let mut forbidden = Vec::new();
    for (package, uses) in edges {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| name == package) else { continue };
        for used in uses {
            let ours = edges.contains_key(used);
            let elsewhere = KNOWN_TO.iter().any(|(outside, owner)| outside == used && owner != package);
            if (ours && !allowed.contains(&used.as_str())) || elsewhere {
                forbidden.push(format!("{package} -> {used}"));
            }
        }
    }
    forbidden
}

#[test]
fn crates_use_only_what_they_may() {
    let edges = edges(&metadata());
    assert!(MAY_USE.iter().all(|(name, _)| edges.contains_key(*name)), "{:?}", edges.keys());
    assert_eq!(forbidden(&edges), Vec::<String>::new());
}

#[test]
fn a_new_edge_is_seen() {
    let mut edges = edges(&metadata());
    edges.get_mut("domain").unwrap().insert("ledger".to_owned());
    edges.get_mut("report").unwrap().insert("lopdf".to_owned());
    assert_eq!(forbidden(&edges), ["domain -> ledger", "report -> lopdf"]);
}
