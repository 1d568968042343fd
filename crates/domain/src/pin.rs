//! PINs and the recovery code as people type them: which are taken, how long a wrong one delays the next.
//!
//! Hashing is left to `app`; nothing here remembers anything.

/// Letters and digits that nobody takes for one another on paper; 32, so that a letter is five bits.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Random bytes of a recovery code: 32 letters of five bits.
pub const RECOVERY_BYTES: usize = 20;
/// Letters in a group of the recovery code.
const GROUP: usize = 4;

/// Why a PIN is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinProblem {
    /// Something else than digits.
    NotDigits,
    /// Less than 4 or more than 12.
    Length,
    /// 0000.
    AllEqual,
    /// 1234, 8765.
    InRow,
}

/// The PIN as it is hashed; full-width digits, as an input method leaves them, are the same digits.
///
/// # Errors
/// Why it is not taken.
pub fn checked(typed: &str) -> Result<String, PinProblem> {
    let pin = plain(typed);
    if !pin.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(PinProblem::NotDigits);
    }
    if !(4..=12).contains(&pin.len()) {
        return Err(PinProblem::Length);
    }
    let all_by =
        |step: i16| pin.as_bytes().windows(2).all(|two| i16::from(two[1]) - i16::from(two[0]) == step);
    if all_by(0) {
        return Err(PinProblem::AllEqual);
    }
    if all_by(1) || all_by(-1) { Err(PinProblem::InRow) } else { Ok(pin) }
}

/// What was typed, without blanks at the ends and with full-width signs as plain ones.
#[must_use]
pub fn plain(typed: &str) -> String {
    let half = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    typed.trim().chars().map(half).collect()
}

/// For how many seconds the next attempt waits after so many wrong ones; it grows and never becomes for ever.
#[must_use]
pub fn delay_seconds(wrong: u32) -> i64 {
    match wrong {
        0..=2 => 0,
        3 => 10,
        4 => 30,
        5 => 60,
        6 => 120,
        7 => 300,
        _ => 900,
    }
}

/// The recovery code as it is printed: eight groups of four.
#[must_use]
pub fn recovery_code(random: &[u8; RECOVERY_BYTES]) -> String {
    let bit = |at: usize| (random[at / 8] >> (7 - at % 8)) & 1;
    let letter = |at: usize| (0..5).fold(0, |letter, of| (letter << 1) | bit(at * 5 + of));
    let letters: Vec<u8> = (0..RECOVERY_BYTES * 8 / 5).map(|at| LETTERS[usize::from(letter(at))]).collect();
    let groups: Vec<_> = letters
        .chunks(GROUP)
        .map(|group| group.iter().copied().map(char::from).collect::<String>())
        .collect();
    groups.join("-")
}

/// A typed recovery code as it is hashed: letters and digits alone, large.
#[must_use]
pub fn recovery_letters(typed: &str) -> String {
    plain(typed).chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_taken_and_not() {
        for (typed, taken) in [
            ("2580", Ok("2580")),
            (" 2580 ", Ok("2580")),
            ("\u{FF12}\u{FF15}\u{FF18}\u{FF10}", Ok("2580")),
            ("258025802580", Ok("258025802580")),
            ("1212", Ok("1212")),
            ("123", Err(PinProblem::Length)),
            ("2580258025802", Err(PinProblem::Length)),
            ("", Err(PinProblem::Length)),
            ("12a4", Err(PinProblem::NotDigits)),
            ("一二三四", Err(PinProblem::NotDigits)),
            ("0000", Err(PinProblem::AllEqual)),
            ("777777", Err(PinProblem::AllEqual)),
            ("1234", Err(PinProblem::InRow)),
            ("456789", Err(PinProblem::InRow)),
            ("8765", Err(PinProblem::InRow)),
        ] {
            assert_eq!(checked(typed), taken.map(str::to_owned), "{typed}");
        }
    }

    #[test]
    fn the_delay_grows_and_ends() {
        let delays: Vec<_> = (0..40).map(delay_seconds).collect();
        assert!(delays.is_sorted());
        assert_eq!((delays[2], delays[3], delays[39]), (0, 10, 900));
    }

    #[test]
    fn a_recovery_code_is_eight_groups_of_four_and_is_read_however_it_is_typed() {
        let code = recovery_code(&std::array::from_fn(|at| at as u8 * 13));
        assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [4; 8]);
        let letters = recovery_letters(&code);
        assert_eq!(letters.len(), 32);
        assert_eq!(recovery_letters(&format!(" {} ", code.to_lowercase().replace('-', " "))), letters);
        // Each of the random bits counts.
        let other = |bit: usize| {
            let mut random = [0; RECOVERY_BYTES];
            random[bit / 8] ^= 1 << (bit % 8);
            recovery_code(&random)
        };
        let codes: std::collections::BTreeSet<_> = (0..160).map(other).collect();
        assert_eq!(codes.len(), 160);
    }
}
