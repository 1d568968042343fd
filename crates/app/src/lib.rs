//! app
#![expect(missing_docs)]
pub mod wire;
