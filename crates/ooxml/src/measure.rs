//! The model's thousandths of a point in the units of Word.

use layout::Length;
use layout::page::Tint;

/// Twentieths of a point, rounded.
pub(crate) fn twips(length: Length) -> i32 {
    (length.0 + 25).div_euclid(50)
}

/// Twentieths of a point, rounded down: pitches and tracking, so that as many lines and characters fit as were meant.
pub(crate) fn twips_below(length: Length) -> i32 {
    length.0.div_euclid(50)
}

/// Half points, rounded: sizes of type.
pub(crate) fn half_points(length: Length) -> i32 {
    (length.0 + 250).div_euclid(500)
}

/// Eighths of a point, rounded, at least the quarter point that Word draws: thickness of a line.
pub(crate) fn eighths(length: Length) -> i32 {
    ((length.0 * 8 + 500).div_euclid(1000)).max(2)
}

/// English metric units, 12,700 to a point, rounded: sizes of pictures.
pub(crate) fn emu(length: Length) -> i64 {
    (i64::from(length.0) * 127 + 5).div_euclid(10)
}

/// `RRGGBB`.
pub(crate) fn colour(tint: Tint) -> String {
    format!("{:02X}{:02X}{:02X}", tint.red, tint.green, tint.blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_in_words_units() {
        assert_eq!(
            (twips(Length::mm(210.0)), twips(Length::mm(28.0)), twips(Length::pt(-0.207))),
            (11906, 1587, -4)
        );
        // 22 lines of 28.99 pt must not be higher than 225 mm, nor 28 tracked characters wider than 156 mm.
        assert!(22 * twips_below(Length::pt(28.99)) <= twips(Length::mm(225.0)));
        assert!(28 * (320 + twips_below(Length::pt(-0.207))) <= twips(Length::mm(156.0)));
        assert_eq!((half_points(Length::pt(10.5)), half_points(Length::pt(16.0))), (21, 32));
        assert_eq!([0.75, 0.5, 0.35, 0.1].map(|width| eighths(Length::pt(width))), [6, 4, 3, 2]);
        assert_eq!((emu(Length::mm(37.5)), emu(Length(1))), (1_349_997, 13));
        assert_eq!(colour(Tint::rgb(0x1A_00FF)), "1A00FF");
    }
}
