//! Numbers that belong to one person: telephones, identity cards, bank cards, and any run of seven digits or more that is
//! no amount.

use super::{Hidden, is_digit, run, starts_with};

/// Runs of digits this long are hidden whatever they are.
const RUN_MIN: usize = 7;
/// So many groups are read as one number.
const GROUPS_MAX: usize = 20;

/// An amount has no more digits before its point: a mobile number has eleven.
const AMOUNT_MAX: usize = 10;
/// What only an amount has before or behind it. 人, 户 and 号 are missing on purpose: a telephone's sentence may go on so.
const CURRENCIES: [&str; 3] = ["¥", "￥", "人民币"];
const UNITS: [&str; 10] = ["元", "万元", "亿元", "余元", "多元", "平方", "立方", "公里", "吨", "人次"];

/// Behind these a number is one to call, whatever follows it: 电话25228502元月起.
const CALLED_BY: &str = "话拨打号机线";

const TELEPHONE: &str = "〔电话〕";
const IDENTITY: &str = "〔证件号〕";
const CARD: &str = "〔卡号〕";
const OTHER: &str = "〔号码〕";

/// A number that begins here, or the bracket or plus sign that belongs to it; digits before `open` are hidden already.
pub(super) fn number(chars: &[char], at: usize, open: usize) -> Option<Hidden> {
    let begin = at + 1;
    let belongs = match chars.get(at)? {
        '(' | '\u{FF08}' => |c: &[char]| c.iter().any(|c| matches!(c, ')' | '\u{FF09}')),
        '+' | '\u{FF0B}' => |c: &[char]| c.starts_with(&['8', '6']),
        _ => return digits(chars, at, open),
    };
    let (length, instead) = digits(chars, begin, open)?;
    belongs(&chars[begin..begin + length]).then_some((length + 1, instead))
}

/// A number whose first digit is here.
fn digits(chars: &[char], at: usize, open: usize) -> Option<Hidden> {
    if at > open && is_digit(chars[at - 1]) {
        return None;
    }
    let spoken = run(chars, at, |c| "〇零一二三四五六七八九幺".contains(c));
    if spoken >= RUN_MIN {
        return Some((spoken, OTHER.to_owned()));
    }
    if let Some(length) = amount(chars, at, open) {
        // Told whole, so that no later rule begins within it.
        return Some((length, chars[at..at + length].iter().collect()));
    }
    let groups = groups(chars, at);
    for count in (1..=groups.len()).rev() {
        let (_, end) = groups[count - 1];
        let lengths: Vec<usize> = groups[..count].iter().map(|(from, to)| to - from).collect();
        let digits: String =
            groups[..count].iter().flat_map(|(from, to)| &chars[*from..*to]).map(|c| plain(*c)).collect();
        let ends_in_x = chars.get(end).is_some_and(|c| matches!(c, 'x' | 'X' | 'Ｘ' | 'ｘ'));
        if let Some(instead) = what(&digits, &lengths, ends_in_x) {
            let extra = usize::from(ends_in_x && digits.len() == 17);
            return Some((end + extra - at, instead));
        }
    }
    None
}

/// How long an amount is that begins here and would be taken for a number of a person: 1200000元, ￥2500000.00.
fn amount(chars: &[char], at: usize, open: usize) -> Option<usize> {
    let digits = run(chars, at, |c| c.is_ascii_digit());
    let before = at.checked_sub(1).map(|before| chars[before]);
    // What is joined to something before it, or was hidden in part, is no amount; nor is what one calls.
    let joined =
        (at == open && at > 0) || before.is_some_and(|c| matches!(c, '-' | '.' | ')' | '+' | '/' | '_'));
    if joined || is_called(chars, at) || !(RUN_MIN..=AMOUNT_MAX).contains(&digits) || chars[at] == '0' {
        return None;
    }
    let mut end = at + digits;
    let cents = if chars.get(end) == Some(&'.') { run(chars, end + 1, |c| c.is_ascii_digit()) } else { 0 };
    if matches!(cents, 1 | 2) && digits + cents <= AMOUNT_MAX {
        end += 1 + cents;
    }
    let unit = end + run(chars, end, |c| c == ' ').min(1);
    let counted =
        UNITS.iter().any(|word| starts_with(chars, unit, word)) && !starts_with(chars, unit, "元旦");
    let follows = |word: &&str| {
        at.checked_sub(word.chars().count()).is_some_and(|begin| starts_with(chars, begin, word))
    };
    let ends = !chars.get(end).is_some_and(|c| is_digit(*c) || c.is_ascii_punctuation() || *c == ' ');
    (counted || ends && CURRENCIES.iter().any(follows)).then_some(end - at)
}

/// Whether the number here is said to be one to call.
pub(super) fn is_called(chars: &[char], at: usize) -> bool {
    let mut said = chars[..at].iter().rev().skip_while(|c| matches!(c, ':' | '：' | ' '));
    said.next().is_some_and(|c| CALLED_BY.contains(*c))
}

/// An ASCII digit for every sign that is a number.
fn plain(c: char) -> char {
    let value = c.to_digit(10).or_else(|| u32::from(c).checked_sub(0xFF10).filter(|value| *value < 10));
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or('0')
}

/// Groups of digits from here on, at most two separating characters between them: (begin, end).
fn groups(chars: &[char], at: usize) -> Vec<(usize, usize)> {
    let parts = |c: char| {
        matches!(
            c,
            ' ' | '-' | '.' | '(' | ')' | '\u{FF08}' | '\u{FF09}' | '\u{FF0D}' | '·' | '\u{A0}' | '\u{3000}'
        ) || matches!(c, '\u{2010}'..='\u{2015}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
    };
    let mut groups = Vec::new();
    let mut from = at;
    while groups.len() < GROUPS_MAX {
        let length = run(chars, from, is_digit);
        if length == 0 {
            break;
        }
        groups.push((from, from + length));
        let apart = run(chars, from + length, parts);
        if apart == 0 || apart > 2 {
            break;
        }
        from += length + apart;
    }
    groups
}

/// What stands for these digits; `None` where they are no person's number.
fn what(digits: &str, lengths: &[usize], ends_in_x: bool) -> Option<String> {
    let local = digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86")).unwrap_or(digits);
    if is_mobile(local) {
        return Some(format!("{}****{}", &local[..3], &local[7..]));
    }
    if digits.len() == 18 && is_identity(digits) || digits.len() == 17 && ends_in_x {
        return Some(IDENTITY.to_owned());
    }
    if let [length] = lengths {
        return match *length {
            ..RUN_MIN => None,
            7..=8 | 10..=12 => Some(TELEPHONE.to_owned()),
            15 | 18 => Some(IDENTITY.to_owned()),
            16..=19 => Some(CARD.to_owned()),
            _ => Some(OTHER.to_owned()),
        };
    }
    if lengths.iter().any(|length| *length >= RUN_MIN) && lengths[0] >= RUN_MIN {
        return None; // the first group is hidden by itself
    }
    let first = lengths[0];
    let area = digits.starts_with('0') && matches!(first, 3 | 4) && matches!(digits.len() - first, 7 | 8);
    let service = digits.len() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
    let pair = matches!(lengths, [3 | 4, 4]) && !is_years(digits);
    if area || service || pair {
        return Some(TELEPHONE.to_owned());
    }
    let fours = lengths[..lengths.len() - 1].iter().all(|length| *length == 4);
    (fours && matches!(digits.len(), 16..=19)).then(|| CARD.to_owned())
}

fn is_mobile(digits: &str) -> bool {
    digits.len() == 11 && digits.starts_with('1') && !matches!(digits.as_bytes()[1], b'0' | b'1' | b'2')
}

/// The year of birth stands from the seventh digit on.
fn is_identity(digits: &str) -> bool {
    ["18", "19", "20"].contains(&&digits[6..8])
}

/// 2012-2013.
fn is_years(digits: &str) -> bool {
    digits.len() == 8
        && [&digits[..4], &digits[4..]].iter().all(|year| year.starts_with("19") || year.starts_with("20"))
}
