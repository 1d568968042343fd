//! 校验码: twelve characters that people copy by hand from paper.
//!
//! The alphabet is that of base32 (A to Z, 2 to 7), which has neither 0 nor 1 nor 8: who writes one of these saw O, I or
//! B. L is so like 1 that it is compared with I, too.

use std::fmt;
use std::str::FromStr;

/// How many characters it has.
const LENGTH: usize = 12;

/// A check code, possibly with characters that no code has, as somebody typed it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CheckCode(String);

/// A text that cannot be a check code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotACheckCode {
    /// So many characters instead of twelve.
    Length(usize),
    /// A character that is neither letter nor digit.
    Character(char),
}

/// How a typed code is like a printed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Likeness {
    /// Each character is the same.
    Same,
    /// The same where these were mistaken: as typed, as printed.
    Mistaken(Vec<(char, char)>),
    /// Another code.
    Other,
}

impl CheckCode {
    /// The twelve characters.
    #[must_use]
    pub fn characters(&self) -> &str {
        &self.0
    }

    /// How this code, typed from paper, is like a printed one.
    #[must_use]
    pub fn likeness(&self, printed: &Self) -> Likeness {
        let pairs = self.0.chars().zip(printed.0.chars());
        let mut mistaken: Vec<_> = pairs.clone().filter(|(typed, other)| typed != other).collect();
        if mistaken.is_empty() {
            return Likeness::Same;
        }
        if mistaken.iter().any(|(typed, other)| taken_for(*typed) != taken_for(*other)) {
            return Likeness::Other;
        }
        mistaken.sort_unstable();
        mistaken.dedup();
        Likeness::Mistaken(mistaken)
    }
}

/// One sign for all that are taken for each other.
fn taken_for(c: char) -> char {
    match c {
        '0' => 'O',
        '1' | 'L' => 'I',
        '8' => 'B',
        other => other,
    }
}

/// XXXX-XXXX-XXXX.
impl fmt::Display for CheckCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", &self.0[..4], &self.0[4..8], &self.0[8..])
    }
}

/// Hyphens, blanks, lower case and full-width characters do not count.
impl FromStr for CheckCode {
    type Err = NotACheckCode;

    fn from_str(text: &str) -> Result<Self, NotACheckCode> {
        let mut code = String::new();
        for c in text.chars().map(half_width) {
            match c {
                '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {}
                _ if c.is_whitespace() => {}
                _ if c.is_ascii_alphanumeric() => code.push(c.to_ascii_uppercase()),
                _ => return Err(NotACheckCode::Character(c)),
            }
        }
        if code.len() == LENGTH { Ok(Self(code)) } else { Err(NotACheckCode::Length(code.len())) }
    }
}

fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn what_people_type_is_read() {
        let code: CheckCode = "XJ4B-NP4P-AHH6".parse().unwrap();
        assert_eq!((code.characters(), code.to_string().as_str()), ("XJ4BNP4PAHH6", "XJ4B-NP4P-AHH6"));
        for same in ["xj4bnp4pahh6", " XJ4B NP4P AHH6 ", "XJ4B\u{2014}NP4P\u{FF0D}AHH6", "ＸＪ４Ｂnp4pahh6"]
        {
            assert_eq!(same.parse(), Ok(code.clone()), "{same}");
        }
        assert_eq!("XJ4B-NP4P".parse::<CheckCode>(), Err(NotACheckCode::Length(8)));
        assert_eq!("".parse::<CheckCode>(), Err(NotACheckCode::Length(0)));
        assert_eq!("XJ4B-NP4P-AHH?".parse::<CheckCode>(), Err(NotACheckCode::Character('?')));
    }

    #[test]
    fn mistaken_characters_are_named_and_another_code_is_another() {
        let printed: CheckCode = "OI4B-NL4P-AHH6".parse().unwrap();
        let like = |typed: &str| typed.parse::<CheckCode>().unwrap().likeness(&printed);
        assert_eq!(like("oi4bnl4pahh6"), Likeness::Same);
        let mistaken = [('0', 'O'), ('1', 'I'), ('1', 'L'), ('8', 'B')].to_vec();
        assert_eq!(like("0148-N14P-AHH6"), Likeness::Mistaken(mistaken));
        assert_eq!(like("OI4B-NL4P-AHH7"), Likeness::Other);
    }
}
