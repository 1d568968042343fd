//! Finding: a text and what is looked for, compared without regard to width, case, kind of punctuation and blanks.
//!
//! Every character is folded by itself to none, one or several characters, and each of these remembers where it came
//! from; so what matched can be marked in the text as it stands. Places count characters. Left to others: where texts
//! are kept and how they are found quickly (`store`), and how a hit is worded (`app`).

use crate::numeral;
use unicode_normalization::UnicodeNormalization;

/// Where something stands in a text, in characters from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A text as it is compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    characters: Vec<char>,
    /// For each of them, which character of the text it came from.
    origins: Vec<usize>,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut folded = Self::default();
        for (origin, c) in text.chars().enumerate() {
            fold(c, |c| {
                folded.characters.push(c);
                folded.origins.push(origin);
            });
        }
        folded
    }

    /// The characters that are compared.
    #[must_use]
    pub fn characters(&self) -> &[char] {
        &self.characters
    }

    fn places<'a>(&'a self, word: &'a [char]) -> impl Iterator<Item = Span> + 'a {
        let windows = self.characters.windows(word.len().max(1)).enumerate();
        windows
            .filter(move |(_, window)| *window == word)
            .map(move |(at, _)| Span { start: self.origins[at], end: self.origins[at + word.len() - 1] + 1 })
    }

    fn contains(&self, word: &[char]) -> bool {
        self.characters.windows(word.len().max(1)).any(|window| window == word)
    }
}

/// A character as what it is compared as.
fn fold(c: char, mut take: impl FnMut(char)) {
    match c {
        // What most texts consist of is itself; looking it up in the tables of Unicode takes most of the time.
        '\u{4E00}'..='\u{9FFF}' | '0'..='9' | 'a'..='z' => take(c),
        _ => std::iter::once(c).nfkd().flat_map(char::to_lowercase).filter_map(plain).for_each(take),
    }
}

/// One spelling for marks that stand for one another; `None` for what is not seen.
fn plain(c: char) -> Option<char> {
    Some(match c {
        _ if c.is_whitespace() || c.is_control() => return None,
        // Joiners, direction marks, the byte order mark, soft hyphens, variation selectors.
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {
            return None;
        }
        '\u{00AD}' | '\u{FE00}'..='\u{FE0F}' => return None,
        '“' | '”' | '„' | '‟' | '«' | '»' | '〝' | '〞' | '「' | '」' | '『' | '』' => '"',
        '‘' | '’' | '‚' | '‛' => '\'',
        '、' => ',',
        '。' => '.',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '〜' => '~',
        '【' | '〔' | '〖' => '[',
        '】' | '〕' | '〗' => ']',
        '《' | '〈' => '<',
        '》' | '〉' => '>',
        '•' | '‧' | '・' => '·',
        other => other,
    })
}

/// What somebody looks for: words between blanks, all of which must occur.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    words: Vec<Vec<char>>,
    number: Option<u32>,
}

impl Wanted {
    /// Reads what was typed; `None` where it says nothing that could be looked for.
    #[must_use]
    pub fn of(typed: &str) -> Option<Self> {
        let mut words: Vec<Vec<char>> = Vec::new();
        for word in typed.split(char::is_whitespace) {
            let word = Folded::of(word).characters;
            if !word.is_empty() && !words.contains(&word) {
                words.push(word);
            }
        }
        let number = task_number(&words);
        (!words.is_empty()).then_some(Self { words, number })
    }

    /// The words, folded; at least one, none empty.
    #[must_use]
    pub fn words(&self) -> &[Vec<char>] {
        &self.words
    }

    /// The task that is meant where a number is all that was typed: 12, 十二, （十二）, 任务12, 第十二项.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        self.number
    }

    /// Whether every word occurs in one or another of these texts.
    #[must_use]
    pub fn occurs_in<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> bool {
        let texts: Vec<Folded> = texts.into_iter().map(Folded::of).collect();
        self.words.iter().all(|word| texts.iter().any(|text| text.contains(word)))
    }

    /// How many of the words occur in this text.
    #[must_use]
    pub fn count_in(&self, text: &str) -> usize {
        let text = Folded::of(text);
        self.words.iter().filter(|word| text.contains(word)).count()
    }

    /// Whether this text is what was typed, and nothing more.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        Folded::of(text).characters == self.words.concat()
    }

    /// Where the words stand in this text: in order, none touching another.
    #[must_use]
    pub fn spans(&self, text: &str) -> Vec<Span> {
        let folded = Folded::of(text);
        let mut spans: Vec<Span> = self.words.iter().flat_map(|word| folded.places(word)).collect();
        spans.sort_unstable_by_key(|span| (span.start, span.end));
        let mut merged: Vec<Span> = Vec::new();
        for span in spans {
            match merged.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => merged.push(span),
            }
        }
        merged
    }
}

fn task_number(words: &[Vec<char>]) -> Option<u32> {
    let [word] = words else { return None };
    let word: String = word.iter().collect();
    let bare = word.strip_prefix("任务").unwrap_or(&word);
    let bare = bare.strip_prefix('第').and_then(|rest| rest.strip_suffix('项')).unwrap_or(bare);
    let bare = bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(bare);
    numeral::parse(bare)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn width_case_punctuation_and_blanks_do_not_count() {
        for (text, typed) in [
            ("推进\u{FF0C}完成", "进,完"),
            ("推进,完成", "进\u{FF0C}完"),
            ("\u{FF30}\u{FF2D}\u{FF12}.5浓度", "pm2"),
            ("pm2.5", "\u{FF30}\u{FF2D}\u{FF12}"),
            ("「五公开」", "“五公开”"),
            ("《办法》", "〈办法〉"),
            ("文艺\n演 出", "文艺演出"),
            ("50㎡", "50m2"),
            ("第①项", "第1项"),
            ("caf\u{E9}", "CAFE\u{301}"),
            ("上报\u{3002}完", "上报.完"),
        ] {
            assert!(Wanted::of(typed).unwrap().occurs_in([text]), "{typed} in {text}");
        }
        assert!(!Wanted::of("演员").unwrap().occurs_in(["演出人员"]));
        for nothing in ["", " \u{3000}\t", "\u{200B}"] {
            assert_eq!(Wanted::of(nothing), None);
        }
    }

    #[test]
    fn what_is_not_looked_up_would_be_itself() {
        for c in ('\u{4E00}'..='\u{9FFF}').chain('0'..='9').chain('a'..='z') {
            let mut folded = Vec::new();
            fold(c, |c| folded.push(c));
            let looked_up: Vec<char> =
                std::iter::once(c).nfkd().flat_map(char::to_lowercase).filter_map(plain).collect();
            assert_eq!((&folded[..], &looked_up[..]), (&[c][..], &[c][..]));
        }
    }

    #[test]
    fn all_words_must_occur_each_wherever_it_is() {
        let wanted = Wanted::of("文体局 演出\u{3000}演出").unwrap();
        assert_eq!(wanted.words().len(), 2);
        assert!(wanted.occurs_in(["开展演出", "文体局"]));
        assert!(!wanted.occurs_in(["开展演出"]));
        assert_eq!(wanted.count_in("开展演出"), 1);
    }

    #[test]
    fn what_matched_is_marked_in_the_text_as_it_stands() {
        let check = |text: &str, typed: &str, marked: &[&str]| {
            let characters: Vec<char> = text.chars().collect();
            let spans = Wanted::of(typed).unwrap().spans(text);
            let found: Vec<String> =
                spans.iter().map(|span| characters[span.start..span.end].iter().collect()).collect();
            assert_eq!(found, marked, "{typed} in {text}");
        };
        check("开展文艺 演出10场", "艺演", &["艺 演"]);
        check("𠮷野家的\u{FF30}M", "家的pm", &["家的\u{FF30}M"]);
        check("一一一一", "一一", &["一一一一"]);
        check("甲乙丙丁", "乙丙 丙丁", &["乙丙丁"]);
        check("甲乙丙丁", "丁 甲", &["甲", "丁"]);
        check("面积50㎡", "2", &["㎡"]);
    }

    #[test]
    fn a_bare_number_means_a_task() {
        let number = |typed: &str| Wanted::of(typed).unwrap().number();
        for typed in
            ["12", "十二", "(十二)", "\u{FF08}十二\u{FF09}", "\u{FF11}\u{FF12}", "任务12", "第十二项"]
        {
            assert_eq!(number(typed), Some(12), "{typed}");
        }
        for typed in ["12场", "十 二", "(十二", "演出"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }
}
