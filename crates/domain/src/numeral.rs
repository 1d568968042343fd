//! Chinese numerals as papers number their tasks: 一 … 二十 … 九万九千九百九十九.

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const PLACES: [(u32, char); 4] = [(1000, '千'), (100, '百'), (10, '十'), (1, '\0')];

/// Writes `number` (1 to 99,999) the way a paper numbers its tasks: 12 is 十二, 20 is 二十, 105 is 一百零五.
#[must_use]
pub fn to_chinese(number: u32) -> String {
    let mut text = String::new();
    if number >= 10_000 {
        below_ten_thousand(number / 10_000, &mut text);
        text.push('万');
        let rest = number % 10_000;
        if rest > 0 && rest < 1_000 {
            text.push(DIGITS[0]);
        }
        below_ten_thousand(rest, &mut text);
    } else if number == 0 {
        text.push(DIGITS[0]);
    } else {
        below_ten_thousand(number, &mut text);
    }
    // 一十二 is said 十二 at the very start only.
    text.strip_prefix("一十").map_or(text.clone(), |rest| format!("十{rest}"))
}

fn below_ten_thousand(number: u32, text: &mut String) {
    let mut gap = false;
    let mut begun = false;
    for (place, name) in PLACES {
        let digit = number / place % 10;
        if digit == 0 {
            gap = begun;
            continue;
        }
        if gap {
            text.push(DIGITS[0]);
            gap = false;
        }
        begun = true;
        text.push(DIGITS[digit as usize]);
        if name != '\0' {
            text.push(name);
        }
    }
}

/// Reads a numeral of the same form; also 〇, 两, 廿 and Arabic digits of either width; `None` for anything else.
#[must_use]
pub fn parse(text: &str) -> Option<u32> {
    if text.is_empty() || text.chars().count() > 12 {
        return None;
    }
    if let Some(number) = parse_arabic(text) {
        return Some(number);
    }
    let (mut total, mut section, mut digit) = (0_u32, 0_u32, None::<u32>);
    for c in text.chars() {
        match c {
            '万' if total == 0 => {
                total = (section + digit.take().unwrap_or(0)).checked_mul(10_000)?;
                section = 0;
            }
            '千' | '百' | '十' => {
                let place = match c {
                    '千' => 1_000,
                    '百' => 100,
                    _ => 10,
                };
                section = section.checked_add(digit.take().unwrap_or(1) * place)?;
            }
            '廿' => section = section.checked_add(20)?,
            '零' | '〇' => {}
            '两' => digit = Some(2),
            _ => {
                let value = u32::try_from(DIGITS.iter().position(|&d| d == c)?).ok()?;
                if digit.replace(value).is_some() {
                    return None;
                }
            }
        }
    }
    total.checked_add(section + digit.unwrap_or(0)).filter(|&number| number > 0)
}

fn parse_arabic(text: &str) -> Option<u32> {
    by_digits(text, arabic_digit).filter(|&number| number > 0)
}

/// An Arabic digit of either width.
#[must_use]
pub fn arabic_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '\u{FF10}'..='\u{FF19}' => Some(u32::from(c) - 0xFF10),
        _ => None,
    }
}

/// One digit as years are written: Arabic of either width, or Chinese (二〇一三); zero is also written 零, ○ or O.
#[must_use]
pub fn digit(c: char) -> Option<u32> {
    let chinese = || u32::try_from(DIGITS.iter().position(|&digit| digit == c)?).ok();
    match c {
        '〇' | '零' | '\u{25CB}' | '\u{25EF}' | 'O' | 'o' | '\u{FF2F}' => Some(0),
        _ => arabic_digit(c).or_else(chinese),
    }
}

/// A number as a row of digits; `None` for another character, for none at all, and beyond 32 bits.
pub(crate) fn by_digits(text: &str, digit: impl Fn(char) -> Option<u32>) -> Option<u32> {
    let mut digits = text.chars().map(digit).peekable();
    digits.peek()?;
    digits.try_fold(0_u32, |number, digit| number.checked_mul(10)?.checked_add(digit?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_numerals() {
        for (number, text) in [
            (1, "一"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (21, "二十一"),
            (100, "一百"),
            (105, "一百零五"),
            (110, "一百一十"),
            (1_001, "一千零一"),
            (2_000, "二千"),
            (10_010, "一万零一十"),
            (20_000, "二万"),
        ] {
            assert_eq!(to_chinese(number), text);
            assert_eq!(parse(text), Some(number), "{text}");
        }
    }

    #[test]
    fn every_number_comes_back() {
        assert!((1..=99_999).all(|number| parse(&to_chinese(number)) == Some(number)));
    }

    #[test]
    fn other_forms_and_no_numerals() {
        for (text, number) in [
            ("12", Some(12)),
            ("\u{FF11}\u{FF12}", Some(12)),
            ("廿一", Some(21)),
            ("〇", None),
            ("甲", None),
            ("", None),
            ("一二", None),
        ] {
            assert_eq!(parse(text), number, "{text}");
        }
    }
}
