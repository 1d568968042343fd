//! The real window, held by WebDriver: started on a store of its own, looked at, closed, started again.
//!
//! [`Machine`] is an empty computer: folders for store, settings and temporary files that vanish with it. [`Machine::open`]
//! starts the program there and gives the [`Window`]. Which program: BAIPISHU_BIN; `cargo xtask test --only window` sets
//! it, with a display and a session bus. WebKitGTK only, so Linux only. What the tests look for is theirs.

mod driver;
mod machine;
mod page;
mod process;
mod rules;
mod window;

pub use machine::Machine;
pub use page::{by_id, choose, click, go, gone, write};
pub use process::Process;
pub use window::{SIZES, Window};

/// A failure, told in a sentence.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;
