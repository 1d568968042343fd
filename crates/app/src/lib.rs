//! The use cases: what a person can do, the same for window and command line.
//!
//! Here store, exchange, paper, report and pdf meet. One file a noun; wire types in [`wire`]; every refusal and its
//! Chinese in [`refusal`]. Synchronous: the shell decides what runs beside the window. The clock is handed in by
//! [`desk::Opening`]; nothing below this crate reads one.

pub mod backup;
pub mod bin;
pub mod board;
pub mod breakdown;
mod carry;
mod change;
pub mod chase;
pub mod check;
pub mod comment;
pub mod contact;
pub mod content;
mod described;
pub mod desk;
pub mod entry;
pub mod evidence;
pub mod export;
pub mod feedback;
pub mod files;
pub mod find;
pub mod finding;
mod handover;
pub mod indicators;
mod instruction;
pub mod issue;
mod judging;
pub mod leader;
pub mod named;
mod organisation;
pub mod paper;
pub mod persons;
pub mod pin;
pub mod places;
pub mod printed;
pub mod refusal;
mod reminder;
pub mod review;
mod roles;
pub mod round;
pub mod sample;
pub mod settings;
pub mod status;
pub mod submission;
mod supervision;
mod taken_over;
pub mod task;
pub mod today;
pub mod undo;
mod verification;
mod view;
pub mod wire;
pub mod words;
