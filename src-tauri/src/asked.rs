//! What the command line of the desktop program asks for.
//!
//! `--sample` opens the sample year; without it the window opens the store in use or its first start. Where the store
//! lies is `app::places`' business (BPS_HOME, BPS_STORE).

/// What was asked when the program was started.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// Open the sample year, made on the way where it is missing.
    pub sample: bool,
}

impl Asked {
    /// Reads the arguments; what is not known is left aside, since desktops add arguments of their own.
    pub fn of(arguments: impl IntoIterator<Item = String>) -> Self {
        Self { sample: arguments.into_iter().any(|argument| argument == "--sample") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arguments: &[&str], sample: bool) {
        assert_eq!(Asked::of(arguments.iter().map(ToString::to_string)), Asked { sample });
    }

    #[test]
    fn only_its_own_argument_asks_for_the_sample() {
        check(&[], false);
        check(&["--sample"], true);
        check(&["-psn_0_1", "--sample"], true);
        check(&["--samples"], false);
        check(&["sample"], false);
    }
}
