//! Numbering: how a paper writes the numbers of its tasks, and the number at the start of a task's cell.
//!
//! Numbers in brackets are always read. Another numbering is read only in a table that has no bracketed one, since lists
//! inside of a cell are numbered likewise.

use crate::label;
use crate::mark;
use crate::sheet::Sheet;
use domain::numeral;

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numbering {
    /// (一)
    Chinese,
    /// (1)
    Arabic,
    /// ㈠
    EnclosedChinese,
    /// ⑴
    EnclosedArabic,
    /// 1. 1、
    Point,
    /// 一、 一.
    ChinesePoint,
}

impl Numbering {
    /// The bracketed number at the start of a text: how it is written, its value, its size in bytes.
    fn bracketed(text: &str) -> Option<(Self, u32, usize)> {
        let mut chars = text.char_indices();
        let (_, first) = chars.next()?;
        let size = first.len_utf8();
        match first {
            '\u{3220}'..='\u{3229}' => return Some((Self::EnclosedChinese, u32::from(first) - 0x321F, size)),
            '\u{2474}'..='\u{2487}' => return Some((Self::EnclosedArabic, u32::from(first) - 0x2473, size)),
            _ if mark::half_width(first) != '(' => return None,
            _ => {}
        }
        let (close, c) = chars.take(16).find(|&(_, c)| mark::half_width(c) == ')')?;
        let bare = mark::bare(&text[size..close]);
        let numbering =
            if bare.starts_with(|c: char| c.is_ascii_digit()) { Self::Arabic } else { Self::Chinese };
        Some((numbering, numeral::parse(&bare)?, close + c.len_utf8()))
    }

    /// The number before a point or 、.
    fn pointed(text: &str) -> Option<(Self, u32, usize)> {
        let is_point = |c: char| mark::is_enumeration_comma(c) || mark::half_width(c) == '.';
        let (point, c) = text.char_indices().take(6).find(|&(_, c)| is_point(c))?;
        let bare = mark::bare(&text[..point]);
        let after = &text[point + c.len_utf8()..];
        if after.starts_with(|c| mark::half_width(c).is_ascii_digit()) {
            return None;
        }
        let numbering =
            if bare.starts_with(|c: char| c.is_ascii_digit()) { Self::Point } else { Self::ChinesePoint };
        Some((numbering, numeral::parse(&bare)?, point + c.len_utf8()))
    }

    /// The number of a task at the start of a text, and its size in bytes, in a table numbered so.
    pub(crate) fn number(self, text: &str) -> Option<(u32, usize)> {
        let found = match self {
            Self::Point | Self::ChinesePoint => {
                Self::pointed(text).filter(|&(numbering, ..)| numbering == self)
            }
            _ => Self::bracketed(text),
        };
        // (1)第一季度: numbers a list of the quarters.
        found.map(|(_, number, size)| (number, size)).filter(|_| label::at(text, 0, false).is_none())
    }

    /// Whether a text begins with a number written just so: other numbers number a list inside of a cell.
    pub(crate) fn begins(self, text: &str) -> bool {
        let found = match self {
            Self::Point | Self::ChinesePoint => Self::pointed(text),
            _ => Self::bracketed(text),
        };
        found.is_some_and(|(numbering, ..)| numbering == self) && label::at(text, 0, false).is_none()
    }

    /// The numbering of the table that begins on that line: that of the first number that begins a cell. A goal may be
    /// numbered 一、 before a task numbered otherwise.
    pub(crate) fn of_table(sheet: &Sheet, first: usize) -> Self {
        let mut is_after_pointed = false;
        for index in first..sheet.lines.count() {
            let line = sheet.slice(&sheet.line_trimmed(index));
            let pieces = line
                .split(|c| mark::is_bar(c) || c == '\t')
                .map(|piece| piece.trim().trim_start_matches('"'));
            for piece in pieces.filter(|piece| !piece.is_empty()) {
                let mut words = piece.split(mark::is_blank).filter(|word| !word.is_empty()).take(2);
                let found = words.find_map(Self::bracketed).or_else(|| Self::pointed(piece));
                match found {
                    Some((Self::ChinesePoint, ..)) if !is_after_pointed => is_after_pointed = true,
                    Some((numbering, ..)) => return numbering,
                    None if is_after_pointed => return Self::ChinesePoint,
                    None => {}
                }
            }
        }
        Self::Chinese
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bracketed_numbers() {
        for (text, expected) in [
            ("(一)甲", Some((1, 5))),
            ("\u{FF08}二十\u{FF09}甲", Some((20, 12))),
            ("( 12 )", Some((12, 6))),
            ("\u{3221}甲", Some((2, 3))),
            ("\u{247D}", Some((10, 3))),
            ("(甲)乙", None),
            ("(一", None),
            ("一、", None),
            ("", None),
        ] {
            assert_eq!(Numbering::Chinese.number(text), expected, "{text}");
        }
    }

    #[test]
    fn other_numbers() {
        for (numbering, text, expected) in [
            (Numbering::Point, "12.甲", Some((12, 3))),
            (Numbering::Point, "1\u{3001}甲", Some((1, 4))),
            (Numbering::Point, "1.5公里", None),
            (Numbering::Point, "一\u{3001}甲", None),
            (Numbering::ChinesePoint, "十二\u{3001}甲", Some((12, 9))),
            (Numbering::Chinese, "1.甲", None),
        ] {
            assert_eq!(numbering.number(text), expected, "{text}");
        }
    }
}
