//! Exact decimal amounts, as officers write them: 12, 72.63, 1,200.

use std::fmt;
use std::str::FromStr;

/// A non-negative decimal number with at most four decimals, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount {
    ten_thousandths: i64,
}

/// A text that is no amount: not digits, commas elsewhere than before each three digits, more than four decimals, or
/// 10^14 and more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnAmount;

impl Amount {
    /// From the stored whole number of ten-thousandths.
    #[must_use]
    pub fn from_ten_thousandths(ten_thousandths: i64) -> Self {
        Self { ten_thousandths: ten_thousandths.max(0) }
    }

    /// Nothing at all.
    pub const ZERO: Self = Self { ten_thousandths: 0 };

    /// A whole number.
    #[must_use]
    pub fn whole(number: u32) -> Self {
        Self { ten_thousandths: i64::from(number) * 10_000 }
    }

    /// The sum; the largest amount there is where it would be more.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { ten_thousandths: self.ten_thousandths.saturating_add(other.ten_thousandths) }
    }

    /// How far two amounts lie apart.
    #[must_use]
    pub fn difference(self, other: Self) -> Self {
        Self { ten_thousandths: (self.ten_thousandths - other.ten_thousandths).abs() }
    }

    /// So many times the amount, as 1.2 times 10,000 is 12,000; `None` where that is too much.
    #[must_use]
    pub fn times(self, factor: u32) -> Option<Self> {
        let ten_thousandths = self.ten_thousandths.checked_mul(i64::from(factor))?;
        Some(Self { ten_thousandths })
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
            .map(|c| match c {
                '\u{FF0C}' => ',',
                '\u{FF10}'..='\u{FF19}' => {
                    char::from(b'0' + u8::try_from(u32::from(c) - 0xFF10).unwrap_or(0))
                }
                '\u{FF0E}' => '.',
                other => other,
            })
            .collect();
        let (grouped, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let whole = &ungrouped(grouped).ok_or(NotAnAmount)?;
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

/// 1,200 without its comma; `None` for 1,2: nobody knows whether that is 12, 1.2 or two numbers.
fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split(',');
    let first = groups.next().unwrap_or_default();
    let fits = groups.clone().next().is_none() || (1..=3).contains(&first.len());
    (fits && groups.all(|group| group.len() == 3)).then(|| text.replace(',', ""))
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
            ("1\u{FF0C}234\u{FF0C}567.5", Some("1234567.5")),
            ("1,2", None),
            ("1200,", None),
            (",200", None),
            ("1234,567", None),
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
