//! The model's text as a file that people edit holds it: without what only guides our own line breaking or what XML bars.

/// A piece of text between control characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Characters.
    Text(&'a str),
    /// A forced line break.
    LineFeed,
    /// A tab.
    Tab,
}

/// Text, tabs and line breaks in order; characters without ink that XML or editing has no use for are left out.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    text.split_inclusive(is_cut).flat_map(|part| {
        let (before, cut) = match part.char_indices().next_back() {
            Some((at, last)) if is_cut(last) => (&part[..at], Some(last)),
            _ => (part, None),
        };
        let text = Some(before).filter(|text| !text.is_empty()).map(Piece::Text);
        let cut = cut.and_then(|c| match c {
            '\t' => Some(Piece::Tab),
            c if is_line_feed(c) => Some(Piece::LineFeed),
            _ => None,
        });
        text.into_iter().chain(cut)
    })
}

/// The same with line feeds and tabs as characters.
pub(crate) fn plain(text: &str) -> String {
    pieces(text).fold(String::new(), |mut plain, piece| {
        plain.push_str(match piece {
            Piece::Text(text) => text,
            Piece::LineFeed => "\n",
            Piece::Tab => "\t",
        });
        plain
    })
}

/// The characters that the layout takes for forced line breaks.
const fn is_line_feed(c: char) -> bool {
    matches!(c, '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Where the text is cut: line breaks, tabs, and what is left out.
const fn is_cut(c: char) -> bool {
    c == '\t' || is_line_feed(c) || is_dropped(c)
}

/// Control characters and noncharacters, which XML bars; the joiner and the byte order mark, which only hold lines together
/// here and would stand in the way of who searches and edits.
const fn is_dropped(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\r' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}'
        | '\u{2060}' | '\u{FEFF}' | '\u{FDD0}'..='\u{FDEF}')
        || (c as u32) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_and_what_is_left_out() {
        let check = |text: &str, expected: &str| assert_eq!(plain(text), expected, "{text:?}");
        check("a\tb\nc\u{2028}d", "a\tb\nc\nd");
        check("\u{2060}未\u{2060}完\u{2060}成\u{0}\u{1B}\r\n", "未完成\n");
        check(
            "<&>\u{20BB7}\u{1F469}\u{200D}\u{1F4BB}\u{FE0F}",
            "<&>\u{20BB7}\u{1F469}\u{200D}\u{1F4BB}\u{FE0F}",
        );
        check("\u{FFFE}a\u{1FFFF}\u{FFFD}", "a\u{FFFD}");
        check("", "");
    }
}
