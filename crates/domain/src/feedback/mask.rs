//! Masking (脱敏): what names a person in a piece of feedback, made unreadable for everywhere outside the file itself.
//!
//! Exactly this: whatever has seven digits or more in a row or in a telephone's or card's groups goes, and every @ with
//! what is joined to it; only an amount stays: at most ten digits that begin with no 0, behind ¥ or before 元, 平方米 and
//! the like, so no mobile, card or identity number. A counted building (新建3栋) stays, a place's (花园3栋, 3栋502) goes.
//! What no shape tells stays: a name in the middle of a sentence, a street without a number, who is meant by what is told.
//! Left to others: the sender's own words, which stand whole in the record (`ledger`), and who may see them (`app`).

mod house;
mod name;
mod number;
mod written;

use super::Sender;

/// What stands for an e-mail address.
const EMAIL: &str = "〔邮箱〕";
/// What stands for a WeChat or QQ account.
const ACCOUNT: &str = "〔账号〕";
/// An account's name is no shorter.
const ACCOUNT_LENGTH_MIN: usize = 5;

/// What a rule found at a place: how many characters it takes, and what stands for them.
type Hidden = (usize, String);

/// The text without the sender's name and without what by its shape is a telephone number, an identity or bank card, an
/// e-mail address, a chat account, a number plate or a house number.
#[must_use]
pub fn mask(text: &str, sender: &Sender) -> String {
    let own: Vec<char> = sender.name.trim().chars().collect();
    hidden_by(text, |chars, at, open| {
        name::own(chars, at, &own)
            .or_else(|| account_or_plate(chars, at, open))
            .or_else(|| house::house(chars, at, open))
            .or_else(|| number::number(chars, at, open))
            .or_else(|| name::introduced(chars, at))
            .or_else(|| name::signed(chars, at))
    })
}

/// The same for what an office wrote of its work: the house numbers of what it built, who signed, and numbers of documents,
/// pages on the web, days and places stay.
#[must_use]
pub fn mask_official(text: &str) -> String {
    hidden_by(text, |chars, at, open| {
        let told = written::told(chars, at).map(|length| (length, chars[at..at + length].iter().collect()));
        told.or_else(|| account_or_plate(chars, at, open))
            .or_else(|| number::number(chars, at, open))
            .or_else(|| name::introduced(chars, at))
    })
}

/// The text with what the rule finds replaced by what stands for it.
fn hidden_by(text: &str, rule: impl Fn(&[char], usize, usize) -> Option<Hidden>) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut masked = String::with_capacity(text.len());
    // What stands before `open` is hidden; a rule that asks what goes before must not take it for shown.
    let (mut at, mut open) = (0, 0);
    while at < chars.len() {
        match rule(&chars, at, open) {
            Some((length, instead)) => {
                masked.push_str(&instead);
                at += length.max(1);
                open = at;
            }
            None => {
                masked.push(chars[at]);
                at += 1;
            }
        }
    }
    masked
}

/// What is a person's by its shape alone and is no number.
fn account_or_plate(chars: &[char], at: usize, open: usize) -> Option<Hidden> {
    email(chars, at, open).or_else(|| account(chars, at)).or_else(|| house::plate(chars, at))
}

/// A name as lists show it: the surname alone.
#[must_use]
pub fn mask_name(name: &str) -> String {
    name::masked(&name.trim().chars().collect::<Vec<_>>())
}

/// A contact as lists show it: masked by its shape, and where none is known hidden whole.
#[must_use]
pub fn mask_contact(sender: &Sender) -> String {
    let contact = sender.contact.trim();
    let masked = mask(contact, sender);
    if masked == contact && !contact.is_empty() { "***".to_owned() } else { masked }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3134F}')
}

fn is_digit(c: char) -> bool {
    c.is_numeric()
}

/// How many characters from `at` on are such.
fn run(chars: &[char], at: usize, such: impl Fn(char) -> bool) -> usize {
    chars[at.min(chars.len())..].iter().take_while(|c| such(**c)).count()
}

fn starts_with(chars: &[char], at: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(n, c)| chars.get(at + n) == Some(&c))
}

/// Every @ goes, with what is joined to it.
fn email(chars: &[char], at: usize, open: usize) -> Option<Hidden> {
    let is_sign = |c: char| matches!(c, '@' | '\u{FF20}' | '\u{FE6B}');
    let is_part = |c: char| (c.is_alphanumeric() && !is_han(c)) || matches!(c, '.' | '_' | '%' | '+' | '-');
    if at > open && is_part(chars[at - 1]) && is_part(chars[at]) {
        return None; // told at the beginning of the run
    }
    let is_blank = |c: char| c == ' ';
    let mut end = at + run(chars, at, is_part);
    end += run(chars, end, is_blank).min(1);
    if !chars.get(end).copied().is_some_and(is_sign) {
        return None;
    }
    while chars.get(end).copied().is_some_and(is_sign) {
        end += 1;
        let blank = run(chars, end, is_blank).min(1);
        end += blank + run(chars, end + blank, is_part);
    }
    Some((end - at, EMAIL.to_owned()))
}

/// 微信号：abc_123, QQ 12345.
fn account(chars: &[char], at: usize) -> Option<Hidden> {
    let word = ["微信", "QQ", "qq", "Qq"].into_iter().find(|word| starts_with(chars, at, word))?;
    let begin = at + word.chars().count();
    let begin = begin + run(chars, begin, |c| matches!(c, '号' | '是' | '为' | ':' | '：' | ' '));
    let length = run(chars, begin, |c| (c.is_alphanumeric() && !is_han(c)) || matches!(c, '-' | '_'));
    if length < ACCOUNT_LENGTH_MIN {
        return None;
    }
    let before: String = chars[at..begin].iter().collect();
    Some((begin + length - at, before + ACCOUNT))
}

#[cfg(test)]
mod tests;
