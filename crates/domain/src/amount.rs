//! Exact decimal amounts, as officers write them: 12, 72.63, 1,200.

use std::fmt;
use std::str::FromStr;

/// A non-negative decimal number with at most four decimals, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount {
    ten_thousandths: i64,
}

/// A text that is no amount: not digits, more than four decimals, or 10^14 and more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnAmount;

impl Amount {
    /// From the stored whole number of ten-thousandths.
    #[must_use]
    pub fn from_ten_thousandths(ten_thousandths: i64) -> Self {
        Self { ten_thousandths: ten_thousandths.max(0) }
    }

    /// The whole number of ten-thousandths, as stored.
    #[must_use]
    pub fn ten_thousandths(self) -> i64 {
        self.ten_thousandths
    }
}

impl FromStr for Amount {
    type Err = NotAnAmount;

    fn from_str(text: &str) -> Result<Self, NotAnAmount> {
        let plain: String = text
            .trim()
            .chars()
            .filter(|c| !matches!(c, ',' | '\u{FF0C}'))
            .map(|c| match c {
                '\u{FF10}'..='\u{FF19}' => {
                    char::from(b'0' + u8::try_from(u32::from(c) - 0xFF10).unwrap_or(0))
                }
                '\u{FF0E}' => '.',
                other => other,
            })
            .collect();
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let fits = !whole.is_empty() && whole.len() <= 14 && decimals.len() <= 4 && !plain.ends_with('.');
        if !fits || !all_digits(whole) || !all_digits(decimals) {
            return Err(NotAnAmount);
        }
        format!("{whole}{decimals:0<4}")
            .parse()
            .map(|ten_thousandths| Self { ten_thousandths })
            .map_err(|_| NotAnAmount)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, decimals) = (self.ten_thousandths / 10_000, self.ten_thousandths % 10_000);
        if decimals == 0 {
            write!(f, "{whole}")
        } else {
            write!(f, "{whole}.{}", format!("{decimals:04}").trim_end_matches('0'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts() {
        for (text, shown) in [
            ("12", Some("12")),
            ("72.630", Some("72.63")),
            ("1,200", Some("1200")),
            ("\u{FF11}\u{FF12}", Some("12")),
            ("0", Some("0")),
            ("-1", None),
            ("1.", None),
            ("", None),
            ("1.23456", None),
            ("十", None),
        ] {
            assert_eq!(text.parse::<Amount>().ok().map(|a| a.to_string()).as_deref(), shown, "{text}");
        }
    }
}
