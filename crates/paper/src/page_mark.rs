//! Page marks: what printing leaves on lines of their own between the lines of a text.

use crate::mark;

/// No paper has a page number of more digits; four are a year.
const DIGITS_MAX: usize = 3;
/// What is printed above a table that goes on from the page before.
const CONTINUED: [&str; 8] =
    ["续表", "(续表)", "续上表", "(续上表)", "接上页", "(接上页)", "接下页", "(接下页)"];

/// — 3 —, 第3页共9页 or 续表 on a line of its own.
pub(crate) fn is_page_mark(line: &str) -> bool {
    if line.len() > 60 {
        return false;
    }
    let bare = mark::bare(line).replace('續', "续");
    if CONTINUED.contains(&bare.as_str()) {
        return true;
    }
    let mut numbers =
        bare.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).peekable();
    numbers.peek().is_some()
        && numbers.all(|digits| digits.len() <= DIGITS_MAX)
        && bare.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(
                    c,
                    '-' | '/'
                        | '第'
                        | '页'
                        | '頁'
                        | '共'
                        | '\u{2014}'
                        | '\u{2013}'
                        | '\u{2015}'
                        | '\u{2500}'
                        | '\u{B7}'
                        | '~'
                )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_marks() {
        for (line, is) in [
            ("\u{2014} 3 \u{2014}", true),
            ("第3页 共9页", true),
            ("- 1 -", true),
            ("续 表", true),
            ("2013", false),
            ("3月", false),
            ("教育局", false),
            ("", false),
        ] {
            assert_eq!(is_page_mark(line), is, "{line}");
        }
    }
}
