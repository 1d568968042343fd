//! Wire types: what crosses to the screen and, as `--json`, to programs. Glossary names in snake_case.
//!
//! The screen's types are generated into `ui/src/ipc/bindings.ts` (see [`bindings`]). Dates are YYYY-MM-DD, times are
//! RFC 3339 in UTC, amounts are decimal strings, ids are opaque hexadecimal strings. No path ever crosses.

pub mod bin;
pub mod board;
pub mod breakdown;
pub mod change;
pub mod chase;
pub mod command_line;
pub mod comment;
pub mod entry;
pub mod feedback;
pub mod find;
pub mod indicator;
pub mod issue;
pub mod paper;
pub mod printed;
pub mod review;
pub mod settings;
pub mod start;
pub mod status;
pub mod submission;
pub mod work;

mod bindings;
pub use bindings::bindings;
