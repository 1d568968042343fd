//! The closed lists of words, for callers that may only know this crate.

pub use domain::claim::Claim;
pub use domain::indicator::IndicatorKind;
pub use domain::numeral::to_chinese;
pub use domain::period::Quarter;
pub use domain::role::Role;
