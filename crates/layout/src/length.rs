//! A length on paper as a whole number of thousandths of a point.
//!
//! Integer arithmetic, so that the same blocks give the same positions, golden files and bytes on every machine.
//! Left to others: which direction a length runs in (see `page`).

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A length in 1/1000 pt; up to ±2,147 m, far beyond any sheet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Length(pub i32);

impl Length {
    /// No length.
    pub const ZERO: Self = Self(0);

    /// From points; rounded to 1/1000 pt.
    #[must_use]
    pub const fn pt(points: f64) -> Self {
        Self(round(points * 1000.0))
    }

    /// From millimetres; 1 mm = 72/25.4 pt, rounded to 1/1000 pt.
    #[must_use]
    pub const fn mm(millimetres: f64) -> Self {
        Self(round(millimetres * 72_000.0 / 25.4))
    }

    /// In points, for drawing.
    #[must_use]
    pub fn to_pt(self) -> f64 {
        f64::from(self.0) / 1000.0
    }

    /// The part `numerator`/`denominator` of this length, rounded down.
    #[must_use]
    pub(crate) const fn part(self, numerator: i32, denominator: i32) -> Self {
        Self((self.0 as i64 * numerator as i64).div_euclid(denominator as i64) as i32)
    }

    /// The part `thousandths`/1000 of this length, rounded down: an advance in 1/1000 em at this size.
    #[must_use]
    pub const fn thousandths(self, thousandths: i32) -> Self {
        self.part(thousandths, 1000)
    }
}

/// `f64::round` is not const.
const fn round(value: f64) -> i32 {
    if value < 0.0 { (value - 0.5) as i32 } else { (value + 0.5) as i32 }
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl SubAssign for Length {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Neg for Length {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i32> for Length {
    type Output = Self;
    fn mul(self, factor: i32) -> Self {
        Self(self.0 * factor)
    }
}

impl Div<i32> for Length {
    type Output = Self;
    fn div(self, divisor: i32) -> Self {
        Self(self.0.div_euclid(divisor))
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

/// Points with as many decimals as there are: `10.5`, `442.205`.
impl fmt::Display for Length {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, size) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        let text = format!("{sign}{}.{:03}", size / 1000, size % 1000);
        out.pad(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl fmt::Debug for Length {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}pt")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millimetres_points_and_text() {
        let check = |length: Length, thousandths: i32, text: &str| {
            assert_eq!((length.0, length.to_string().as_str()), (thousandths, text));
        };
        check(Length::mm(25.4), 72_000, "72");
        check(Length::mm(156.0), 442_205, "442.205");
        check(Length::pt(-0.207), -207, "-0.207");
        check(Length::pt(10.5).thousandths(500), 5_250, "5.25");
        check(Length::pt(-10.5) / 4, -2_625, "-2.625");
    }
}
