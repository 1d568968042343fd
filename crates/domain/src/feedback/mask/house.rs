//! Where somebody lives, as far as it is a number: 深盐路12号3栋502室; and the plate of a car.
//!
//! A street's name stays, its house number goes. 1号路, 5层 and 二期 are none and stay; so does a number of buildings:
//! 新建3栋 counts them, while 花园3栋 and 3栋502 name one.

use super::{Hidden, is_digit, run, starts_with};

const HOUSE: &str = "〔门牌〕";
const PLATE: &str = "〔车牌〕";
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
/// Words that make a number one of a house by themselves.
const PARTS: [&str; 2] = ["号楼", "号院"];
/// Words that do so behind a place or somebody who lives there, or before another part; else they count buildings.
const COUNTED: [&str; 4] = ["栋", "幢", "单元", "弄"];
/// What else buildings are counted in.
const IN_BUILDINGS: [&str; 2] = ["层", "户"];
/// What such a word follows where it names one building: the ends of places' names, and of 我住, 家在.
const PLACES: &str = "路街巷道里弄村区园苑城庭居湾府阁楼邨坊厦邸寓社住在家";
/// What follows a word that counts: 小区3栋楼房, 3栋新楼.
const COUNTED_OF: &str = "楼房住建新旧高危别厂宿";
/// Words that do so only behind another part, or behind A or 502: 3座公厕 are none.
const ROOMS: [&str; 3] = ["座", "室", "房"];
/// Words that do so only behind another part.
const FURTHER: [&str; 5] = ["号", "楼", "层", "户", "门"];
/// What a bare 号 must follow.
const STREETS: &str = "路街巷道里弄村";

/// A house number that begins here: all its parts.
pub(super) fn house(chars: &[char], at: usize, open: usize) -> Option<Hidden> {
    let before = at.checked_sub(1).map(|before| chars[before]);
    if at > open && before.is_some_and(is_label) {
        return None;
    }
    let after_street = before.is_some_and(|c| STREETS.contains(c));
    let after_place = before.is_some_and(|c| PLACES.contains(c));
    let mut end = at;
    // Whether all parts so far may count buildings and what is in them: 3栋, 3栋12层, 3栋200户.
    let mut counts = true;
    loop {
        let label = run(chars, end, is_label);
        let word = end + label;
        let fits =
            |words: &[&'static str]| words.iter().copied().find(|word_of| starts_with(chars, word, word_of));
        let further = end > at;
        let is_room = further
            || (label >= 3 && is_digit(chars[end]))
            || chars[end..word].iter().any(char::is_ascii_alphabetic);
        let part = fits(&PARTS)
            .or_else(|| fits(&COUNTED))
            .or_else(|| fits(if is_room { &ROOMS } else { &[] }))
            .or_else(|| fits(if further || after_street { &FURTHER } else { &[] }));
        match part {
            // 号 is a house's only where nothing like 路 follows it: 深盐路 has a 12号, and 1号路 is a street.
            Some(part) if label > 0 && !(part == "号" && follows_street(chars, word + 1)) => {
                end = word + part.chars().count();
                counts &= if further { IN_BUILDINGS.contains(&part) } else { COUNTED.contains(&part) };
            }
            // 3栋502: the last number needs no word.
            _ if further && (3..=6).contains(&label) => {
                (end, counts) = (word, false);
                break;
            }
            _ => break,
        }
    }
    let of_what = chars.get(end).is_some_and(|c| COUNTED_OF.contains(*c));
    let names = end > at && !(counts && (of_what || !after_place));
    names.then(|| (end - at, HOUSE.to_owned()))
}

fn follows_street(chars: &[char], at: usize) -> bool {
    chars.get(at).is_some_and(|c| STREETS.contains(*c) || *c == '线')
}

/// What numbers a house: 12, A, 3-502, 十二.
fn is_label(c: char) -> bool {
    is_digit(c)
        || c.is_ascii_alphabetic()
        || matches!(c, '-' | '\u{FF0D}' | '#')
        || "一二三四五六七八九十".contains(c)
}

/// 粤B12345.
pub(super) fn plate(chars: &[char], at: usize) -> Option<Hidden> {
    if !PROVINCES.contains(chars[at]) || !chars.get(at + 1).is_some_and(char::is_ascii_uppercase) {
        return None;
    }
    let begin = at + 2 + run(chars, at + 2, |c| matches!(c, '·' | '•' | ' ')).min(1);
    let length = run(chars, begin, |c| c.is_ascii_uppercase() || c.is_ascii_digit());
    (5..=6).contains(&length).then(|| (begin + length - at, PLATE.to_owned()))
}
