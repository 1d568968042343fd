//! The nouns and rules of the white paper: plan, period, progress, state.
//!
//! Pure: no I/O, no clock, no serialisation. Dates and ids are arguments. The closed lists of words for state stand
//! here once ([`claim`], [`state`]) and serve screen and print alike; sentences of the printed page stand in `report`,
//! messages of errors in `app`.

pub mod action;
pub mod amount;
pub mod arithmetic;
pub mod breakdown;
pub mod calendar;
pub mod call_list;
pub mod carry;
pub mod change;
pub mod chase;
pub mod claim;
pub mod comment;
pub mod contact;
pub mod department;
pub mod evidence;
pub mod feedback;
pub mod find;
pub mod flag;
pub mod id;
pub mod indicator;
pub mod issue;
pub mod item;
pub mod leader;
pub mod light;
pub mod numeral;
pub mod organisation;
pub mod period;
pub mod pin;
pub mod plan;
pub mod progress;
pub mod register;
pub mod review;
pub mod role;
pub mod round;
pub mod state;
pub mod submission;
pub mod tally;
pub mod watch;
