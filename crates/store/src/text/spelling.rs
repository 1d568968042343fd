//! Texts and questions as the index's words: letters and digits of ASCII only, so that no text is ever syntax.
//!
//! A word's first letter says of what it is: `t`, a character of any passage or a pair of neighbours in one; `n`, the same
//! of a name; `b` and `e`, what a name begins and ends with; `k`, a kind, alone and with a plan. A phrase is the pairs that it
//! is made of: the index proposes whatever has it, and what has all of its pairs elsewhere. The text itself decides.

use super::Fit;
use domain::id::ObjectId;
use ledger::FindableKind;
use std::collections::BTreeSet;
use std::fmt::Write;

/// So many words of a question, and pairs of a word, are asked of the index; the text decides over the rest.
const WORDS_ASKED: usize = 12;
const PAIRS_ASKED: usize = 12;

/// The words of where something stands.
pub(super) fn place(kind: FindableKind, plan: Option<ObjectId>) -> String {
    format!("{} {} ", kind_word(kind), place_word(kind, plan))
}

/// Adds the words of a passage.
pub(super) fn passage(characters: &[char], is_name: bool, words: &mut String) {
    words.reserve(characters.len() * 20);
    let mut add = |letter, run: &[char]| {
        write_run(letter, run, words);
        words.push(' ');
    };
    for run in characters.windows(1).chain(characters.windows(2)) {
        add('t', run);
        if is_name {
            add('n', run);
        }
    }
    if let (true, [first, ..], [.., last]) = (is_name, characters, characters) {
        add('b', &[*first]);
        add('e', &[*last]);
    }
}

/// Asks for a kind, within these plans and what belongs to none; `None`: everywhere.
pub(super) fn asked_place(kind: FindableKind, plans: Option<&[ObjectId]>) -> String {
    let Some(plans) = plans else { return kind_word(kind) };
    let plans = plans.iter().copied().map(Some).chain([None]);
    let words: Vec<String> = plans.map(|plan| place_word(kind, plan)).collect();
    format!("({})", words.join(" OR "))
}

/// Asks for all that fits so well.
pub(super) fn asked_words(fit: Fit, words: &[Vec<char>]) -> String {
    let mut wanted = BTreeSet::new();
    let mut want = |letter, run: &[char]| {
        let mut word = String::new();
        write_run(letter, run, &mut word);
        wanted.insert(word);
    };
    if fit == Fit::Exact {
        let name = words.concat();
        if let ([first, ..], [.., last]) = (&name[..], &name[..]) {
            want('b', &[*first]);
            want('e', &[*last]);
        }
        for run in runs_asked(&name) {
            want('n', run);
        }
    } else {
        let letter = if fit == Fit::Name { 'n' } else { 't' };
        for run in words.iter().take(WORDS_ASKED).flat_map(|word| runs_asked(word)) {
            want(letter, run);
        }
    }
    wanted.into_iter().collect::<Vec<_>>().join(" AND ")
}

/// The pairs of a word, from all over it where it is long; a character that stands alone.
fn runs_asked(word: &[char]) -> impl Iterator<Item = &[char]> {
    let length = word.len().clamp(1, 2);
    let pairs = word.windows(length);
    let step = pairs.len().div_ceil(PAIRS_ASKED).max(1);
    pairs.step_by(step)
}

fn write_run(letter: char, run: &[char], words: &mut String) {
    words.push(letter);
    for (at, c) in run.iter().enumerate() {
        let between = if at > 0 { "x" } else { "" };
        let _ = write!(words, "{between}{:x}", u32::from(*c));
    }
}

fn kind_word(kind: FindableKind) -> String {
    format!("k{}", kind.code().replace('_', ""))
}

fn place_word(kind: FindableKind, plan: Option<ObjectId>) -> String {
    format!("{}p{}", kind_word(kind), plan.map_or_else(|| "none".to_owned(), |plan| plan.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn characters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn a_text_is_its_characters_and_pairs_and_a_name_is_told_apart() {
        let mut words = String::new();
        passage(&characters("文艺a"), false, &mut words);
        assert_eq!(words, "t6587 t827a t61 t6587x827a t827ax61 ");
        words.clear();
        passage(&characters("文a"), true, &mut words);
        assert_eq!(words, "t6587 n6587 t61 n61 t6587x61 n6587x61 b6587 e61 ");
        words.clear();
        passage(&[], true, &mut words);
        assert_eq!(words, "");
    }

    #[test]
    fn a_question_asks_for_its_pairs_and_of_a_long_one_for_some_from_all_over() {
        let words = [characters("文艺文艺"), characters("a")];
        assert_eq!(asked_words(Fit::Text, &words), "t61 AND t6587x827a AND t827ax6587");
        assert_eq!(asked_words(Fit::Name, &words), "n61 AND n6587x827a AND n827ax6587");
        let exact = "b6587 AND e61 AND n6587x827a AND n827ax61 AND n827ax6587";
        assert_eq!(asked_words(Fit::Exact, &words), exact);
        let long: Vec<char> = (0_u8..200).map(char::from).collect();
        let asked = asked_words(Fit::Text, &[long]);
        let asked: Vec<&str> = asked.split(" AND ").collect();
        assert!(asked.len() > PAIRS_ASKED / 2 && asked.len() <= PAIRS_ASKED, "{asked:?}");
        assert!(asked.contains(&"t0x1") && asked.iter().any(|word| word.starts_with("tb")), "{asked:?}");
    }

    #[test]
    fn every_kind_has_a_word_of_its_own_that_is_one() {
        let words: BTreeSet<String> = FindableKind::ALL.iter().map(|kind| kind_word(*kind)).collect();
        assert_eq!(words.len(), FindableKind::ALL.len());
        assert!(words.iter().all(|word| word.chars().all(|c| c.is_ascii_lowercase())), "{words:?}");
    }
}
