//! What kind of character this is, for breaking, squeezing and spreading.
//!
//! Only what Chinese setting needs beyond UAX 14. Left to others: where lines break (`opportunities`, `break_lines`).

/// Han characters, also 〇.
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Characters that stand on the Han grid: Han, kana, full-width marks and forms.
pub(crate) const fn is_wide(c: char) -> bool {
    is_han(c)
        || matches!(c,
            '\u{3001}'..='\u{30FF}' | '\u{3105}'..='\u{312F}' | '\u{31C0}'..='\u{32FF}' | '\u{FE30}'..='\u{FE4F}'
            | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{2014}' | '\u{2026}' | '\u{2460}'..='\u{24FF}'
            | '\u{201C}' | '\u{201D}' | '\u{2018}' | '\u{2019}')
}

/// Letters and digits that get a little room beside Han, with the signs that cling to digits.
pub(crate) fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '%' | '\u{2030}' | '\u{2103}')
        || ((c as u32) < 0x2000 && c.is_alphanumeric() && !is_wide(c))
}

/// Which half of a full-width mark is blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Blank {
    /// The left half: opening marks.
    Left,
    /// The right half: closing marks, stops.
    Right,
    /// Neither.
    None,
}

/// The blank half of a full-width mark; whether the glyph really is full width is known to the font alone.
pub(crate) const fn blank(c: char) -> Blank {
    match c {
        '\u{FF08}' | '\u{300A}' | '\u{3008}' | '\u{3010}' | '\u{300C}' | '\u{300E}' | '\u{3014}'
        | '\u{3016}' | '\u{FF3B}' | '\u{FF5B}' | '\u{201C}' | '\u{2018}' => Blank::Left,
        '\u{FF09}' | '\u{300B}' | '\u{3009}' | '\u{3011}' | '\u{300D}' | '\u{300F}' | '\u{3015}'
        | '\u{3017}' | '\u{FF3D}' | '\u{FF5D}' | '\u{201D}' | '\u{2019}' | '\u{FF0C}' | '\u{3002}'
        | '\u{3001}' | '\u{FF1B}' | '\u{FF1A}' | '\u{FF01}' | '\u{FF1F}' => Blank::Right,
        _ => Blank::None,
    }
}

/// Whether no line may begin with it.
pub(crate) fn bars_line_start(c: char) -> bool {
    blank(c) == Blank::Right
        || matches!(
            c,
            '%' | '\u{FF05}'
                | '\u{2030}'
                | '\u{2103}'
                | '\u{B0}'
                | '\u{B7}'
                | '\u{30FB}'
                | '\u{2026}'
                | '\u{FF5E}'
                | '\u{2014}'
                | ','
                | '.'
                | ';'
                | ':'
                | '!'
                | '?'
                | ')'
                | ']'
                | '}'
        )
}

/// Whether no line may end with it.
pub(crate) fn bars_line_end(c: char) -> bool {
    blank(c) == Blank::Left || matches!(c, '(' | '[' | '{' | '\u{FFE5}' | '\u{A5}' | '$' | '\u{2116}')
}

/// Two of these make one mark (—— and ……) and never part.
pub(crate) const fn doubles(c: char) -> bool {
    matches!(c, '\u{2014}' | '\u{2026}')
}

/// Blanks that hang over the end of a line.
pub(crate) const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// Characters without ink or room of their own: control and format characters, byte order marks, variation selectors.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\r' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}' | '\u{AD}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}')
}

/// Forced line breaks.
pub(crate) const fn is_line_feed(c: char) -> bool {
    matches!(c, '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
