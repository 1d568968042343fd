//! Items (事项): the deliverables of one milestone, cut at its semicolons.

/// Cuts a milestone's text at ； and ; outside brackets and quotation marks; without the closing 。 and without blanks
/// around.
///
/// Empty pieces are no items. The paper's commas and 、 join parts of one deliverable and do not cut.
#[must_use]
pub fn cut(text: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' | '《' | '“' | '「' => depth += 1,
            ')' | '）' | '》' | '”' | '」' => depth = depth.saturating_sub(1),
            ';' | '；' if depth == 0 => {
                items.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    items.push(&text[start..]);
    items
        .iter()
        .map(|item| item.trim().trim_end_matches('。').trim_end())
        .filter(|item| !item.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts() {
        for (text, items) in [
            ("甲;乙。", vec!["甲", "乙"]),
            ("甲\u{FF1B}乙\u{FF0C}丙。", vec!["甲", "乙\u{FF0C}丙"]),
            ("甲(一;二);乙", vec!["甲(一;二)", "乙"]),
            ("甲。", vec!["甲"]),
            (";;", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(cut(text), items, "{text}");
        }
    }
}
