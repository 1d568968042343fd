//! The indicator that a person means when typing a number for it.

use super::read::without_verbs;

/// Finds the name that a person means: the very one, else the only one that is it without its verb (开展文艺演出), ends
/// with it, or is its ending.
#[must_use]
pub fn named<'a>(names: &[&'a str], typed: &str) -> Option<&'a str> {
    let typed = typed.trim();
    if let Some(exact) = names.iter().find(|name| **name == typed) {
        return Some(exact);
    }
    let bare = without_verbs(typed);
    if bare.is_empty() {
        return None;
    }
    let mut similar = names.iter().filter(|name| name.ends_with(bare) || bare.ends_with(**name));
    similar.next().filter(|_| similar.next().is_none()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_people_type() {
        let names = ["文艺演出", "文艺展览", "1号路路基施工"];
        for (typed, meant) in [
            ("文艺演出", Some("文艺演出")),
            (" 文艺演出 ", Some("文艺演出")),
            ("开展文艺演出", Some("文艺演出")),
            ("展览", Some("文艺展览")),
            ("路基施工", Some("1号路路基施工")),
            ("文艺", None),
            ("电影", None),
            ("", None),
        ] {
            assert_eq!(named(&names, typed), meant, "{typed}");
        }
        // Two that end alike are told apart by whoever types.
        assert_eq!(named(&["甲街道巡查", "乙街道巡查"], "街道巡查"), None);
    }
}
