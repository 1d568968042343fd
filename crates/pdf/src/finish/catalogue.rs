//! The catalogue's plain entries: language, tagging, how the file is to be shown and printed.

use lopdf::{Dictionary, Object};

use super::{dictionary, name, text};

/// What does not depend on the document. It prints at its own size, both sides, turned along the long edge.
pub(super) fn base() -> Dictionary {
    let preferences = dictionary([
        ("DisplayDocTitle", Object::Boolean(true)),
        ("PrintScaling", name("None")),
        ("Duplex", name("DuplexFlipLongEdge")),
    ]);
    dictionary([
        ("Type", name("Catalog")),
        ("Lang", text("zh-CN")),
        ("MarkInfo", Object::Dictionary(dictionary([("Marked", Object::Boolean(true))]))),
        ("PageLayout", name("SinglePage")),
        ("ViewerPreferences", Object::Dictionary(preferences)),
    ])
}
