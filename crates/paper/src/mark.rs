//! Marks: the punctuation by which a paper is divided, in every width it is written in.
//!
//! Only tells what a character is. Which mark divides what is told by `record`, `section`, `table` and `cell`.

/// The half-width form of a full-width character; every other character as it is.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// The half-width, simplified form of a character: what words are told by. Of the traditional characters only those of
/// the words by which a paper is divided.
#[rustfmt::skip]
pub(crate) fn plain(c: char) -> char {
    match half_width(c) {
        '佈' => '布', '來' => '来', '內' => '内', '別' => '别', '務' => '务', '區' => '区', '單' => '单',
        '園' => '园', '團' => '团', '場' => '场', '實' => '实', '屬' => '属', '廠' => '厂', '廳' => '厅',
        '時' => '时', '書' => '书', '會' => '会', '業' => '业', '構' => '构', '標' => '标', '機' => '机',
        '牽' => '牵', '發' => '发', '稱' => '称', '範' => '范', '級' => '级', '組' => '组', '縣' => '县',
        '總' => '总', '聯' => '联', '職' => '职', '臺' => '台', '與' => '与', '莊' => '庄', '處' => '处',
        '號' => '号', '訊' => '讯', '詞' => '词', '責' => '责', '資' => '资', '辦' => '办', '進' => '进',
        '鄉' => '乡', '鍵' => '键', '鎮' => '镇', '門' => '门', '開' => '开', '間' => '间', '關' => '关',
        '隊' => '队', '項' => '项', '領' => '领', '頭' => '头', '題' => '题', '類' => '类', '館' => '馆',
        '體' => '体', '點' => '点', '黨' => '党',
        c => c,
    }
}

/// Blanks of every width, none too; tabs, form feeds, line breaks.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// What breaks a line of text, those included that are no end of a line of the file.
pub(crate) fn breaks_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What draws a vertical rule between cells.
pub(crate) fn is_bar(c: char) -> bool {
    matches!(half_width(c), '|' | '\u{2502}' | '\u{2503}')
}

/// What stands after a label.
pub(crate) fn is_colon(c: char) -> bool {
    matches!(half_width(c), ':' | '\u{2236}' | '\u{FE30}' | '\u{FE55}')
}

/// What stands between a section's number and its heading.
pub(crate) fn is_enumeration_comma(c: char) -> bool {
    matches!(c, '\u{3001}' | '\u{FE51}' | '\u{FF64}')
}

/// What stands between two departments.
pub(crate) fn divides_departments(c: char) -> bool {
    is_blank(c) || is_enumeration_comma(c) || matches!(half_width(c), ',' | ';' | '/')
}

/// After which a new sentence, and so a label, may begin.
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(half_width(c), '\u{3002}' | ';')
}

/// What draws a horizontal rule in a table made of characters.
pub(crate) fn draws_rule(c: char) -> bool {
    is_blank(c)
        || is_bar(c)
        || matches!(c, '-' | '=' | '+' | ':' | '_' | '\u{2014}' | '\u{2500}'..='\u{257F}')
}

/// A Han character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}' | '〇')
}

/// A text without its blanks, punctuation half-width, characters simplified: what labels and column heads are told by.
pub(crate) fn bare(text: &str) -> String {
    text.chars().filter(|&c| !is_blank(c)).map(plain).collect()
}

/// The end of `word` in `text` if it begins at `at`, blanks between its characters allowed.
pub(crate) fn word_end(text: &str, at: usize, word: &str) -> Option<usize> {
    let mut rest = text.get(at..)?.char_indices();
    let mut end = at;
    for (n, wanted) in word.chars().enumerate() {
        let (offset, found) = rest.find(|&(_, c)| n == 0 || !is_inner_blank(c))?;
        if plain(found) != wanted {
            return None;
        }
        end = at + offset + found.len_utf8();
    }
    Some(end)
}

/// The end of the colon that stands at `at`, blanks before it allowed.
pub(crate) fn colon_end(text: &str, at: usize) -> Option<usize> {
    let (offset, c) = text.get(at..)?.char_indices().find(|&(_, c)| !is_inner_blank(c))?;
    is_colon(c).then_some(at + offset + c.len_utf8())
}

/// Where a run of blanks that begins at `at` ends, on the same line.
pub(crate) fn blanks_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + rest.len() - rest.trim_start_matches(is_inner_blank).len()
}

fn is_inner_blank(c: char) -> bool {
    is_blank(c) && !breaks_line(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_blanks_inside() {
        for (text, word, end) in [
            ("第一季度:", "第一季度", Some(12)),
            ("第 一 季 度", "第一季度", Some(15)),
            ("第\u{FF11}季度", "第1季度", Some(12)),
            (" 第一", "第一", None),
            ("第\n一", "第一", None),
            ("第", "第一", None),
        ] {
            assert_eq!(word_end(text, 0, word), end, "{text}");
        }
    }

    #[test]
    fn colons() {
        for (text, end) in [("\u{FF1A}", Some(3)), (" :", Some(2)), ("\n:", None), ("a", None), ("", None)] {
            assert_eq!(colon_end(text, 0), end, "{text:?}");
        }
    }
}
