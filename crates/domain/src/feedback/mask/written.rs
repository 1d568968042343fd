//! Long numbers in what an office writes that are nobody's: a document's number, an address on the web, a day, a place on the
//! map. Told whole, so that no later rule begins within them.
//!
//! Only for an office's own texts: in a citizen's letter whatever looks like a number of a person is hidden.

use super::number::is_called;
use super::run;

/// No number that is told in digits alone is shorter; what is, stays anyway.
const LONG: usize = 7;
/// Digits of a mobile number; cards have more.
const MOBILE: usize = 11;

/// How many characters from here on are such a number or address.
pub(super) fn told(chars: &[char], at: usize) -> Option<usize> {
    address(chars, at).or_else(|| {
        let begins = at == 0 || !chars[at - 1].is_ascii_digit();
        if !begins || is_called(chars, at) {
            return None;
        }
        document(chars, at).or_else(|| day(chars, at)).or_else(|| place(chars, at))
    })
}

/// 〔2013〕1234567号.
fn document(chars: &[char], at: usize) -> Option<usize> {
    let length = run(chars, at, |c| c.is_ascii_digit());
    let opened = at > 0 && matches!(chars[at - 1], '\u{3015}' | ']' | '\u{FF3D}' | '第');
    (length >= LONG && opened && chars.get(at + length) == Some(&'号')).then_some(length + 1)
}

/// http://www.example.cn/12345678.html, to its end: what could not stand in an address ends it.
fn address(chars: &[char], at: usize) -> Option<usize> {
    let joined = at > 0 && chars[at - 1].is_ascii_alphanumeric();
    let begins = ["http://", "https://", "www."].into_iter().any(|word| super::starts_with(chars, at, word));
    if joined || !begins {
        return None;
    }
    let length = run(chars, at, |c| {
        c.is_ascii_alphanumeric()
            || matches!(c, '/' | '.' | ':' | '-' | '_' | '?' | '=' | '&' | '%' | '#' | '~')
    });
    let told = &chars[at..at + length];
    // What is joined to an @ is somebody's mailbox; so long a number as a mobile's or a card's is somebody's here too.
    let is_somebodys = told.split(|c| !c.is_ascii_digit()).any(|digits| digits.len() >= MOBILE);
    (chars.get(at + length) != Some(&'@') && !is_somebodys).then_some(length)
}

/// 20130417, of these two centuries.
fn day(chars: &[char], at: usize) -> Option<usize> {
    let digits: Vec<u32> = chars[at..].iter().map_while(|c| c.to_digit(10)).collect();
    let &[century, ten, _, _, m, n, d, e] = digits.as_slice() else { return None };
    let (month, day) = (m * 10 + n, d * 10 + e);
    let is_day =
        [(1, 9), (2, 0)].contains(&(century, ten)) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let ends =
        !chars.get(at + 8).is_some_and(|c| matches!(c, '-' | '(' | '\u{FF08}' | ' ') || c.is_numeric());
    (is_day && ends).then_some(8)
}

/// 113.12345678: degrees that a circle has.
fn place(chars: &[char], at: usize) -> Option<usize> {
    let whole = run(chars, at, |c| c.is_ascii_digit());
    let degrees: u32 = chars[at..at + whole].iter().collect::<String>().parse().ok()?;
    let part = run(chars, at + whole + 1, |c| c.is_ascii_digit());
    let end = at + whole + 1 + part;
    let is_place = chars.get(at + whole) == Some(&'.')
        && chars[at] != '0'
        && degrees <= 180
        && (LONG..=10).contains(&part)
        && !chars.get(end).is_some_and(|c| matches!(c, '.' | '-'));
    is_place.then_some(end - at)
}
