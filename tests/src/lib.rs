//! The test crate: its tests stand in `tests/tests`.
