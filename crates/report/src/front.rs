//! What the file says about itself, and the name it is saved under.
//!
//! Left to others: the form of the metadata and its dates (`pdf`, `app`).

/// Title, author and the like of a printed document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Front {
    /// The title in one line.
    pub title: String,
    /// The office that answers for it.
    pub author: String,
    /// One sentence on what it is, with edition and as-of date.
    pub subject: String,
    /// Words to find it by.
    pub keywords: Vec<String>,
    /// The suggested file name, without its extension and without characters that some system refuses.
    pub file_name: String,
}

/// The text as a file name: characters that Windows refuses and control characters are left out, at most 80 remain.
pub(crate) fn file_name(text: &str) -> String {
    let allowed =
        |c: &char| !c.is_control() && !matches!(c, '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    text.chars().filter(allowed).take(80).collect::<String>().trim_matches([' ', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names() {
        let check = |text: &str, expected: &str| assert_eq!(file_name(text), expected, "{text}");
        check("2013年一季度(城管局)", "2013年一季度(城管局)");
        check("a/b:c\n?", "abc");
        check(" . ", "");
    }
}
