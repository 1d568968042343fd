//! Numbers as they stand in a text: 2000 · 1,200 · 3.5 · ２０ · 三十 · 1.2万 · 百分之九十五.
//!
//! Only the number itself; what is counted, and whether anything is, is `mention`'s.

use crate::amount::Amount;
use crate::numeral;
use std::ops::Range;

/// One number of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// Bytes of the text, with 百分之 before and 万 after it.
    pub(super) span: Range<usize>,
    /// Its value without `scale`; `None` for digits that make no number (1,2 or 七八).
    pub(super) amount: Option<Amount>,
    /// 万 or 亿 behind Arabic digits: they belong to the measure word as people write it (1.2万人次).
    pub(super) scale: &'static str,
    /// 百分之….
    pub(super) is_percent: bool,
    /// How it is written.
    pub(super) script: Script,
}

/// Which digits a number is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// 12, １２.
    Arabic,
    /// 十二.
    Chinese,
    /// 一 alone: an article as often as a number.
    One,
    /// 二 alone: which one, never how many; that is 两.
    Two,
}

const PER_CENT: &str = "百分之";
const WHOLE: &str = "百分之百";

pub(super) fn is_digit(c: char) -> bool {
    numeral::arabic_digit(c).is_some()
}

/// What a Chinese number begins with; 百场 and 万人 are words.
fn begins_chinese(c: char) -> bool {
    "一二两三四五六七八九十廿".contains(c)
}

fn continues_chinese(c: char) -> bool {
    begins_chinese(c) || "零〇百千万".contains(c)
}

/// The first number at or after the byte `from`.
pub(super) fn next(text: &str, from: usize) -> Option<Number> {
    let rest = &text[from..];
    let digits = rest.char_indices().find(|&(_, c)| is_digit(c) || begins_chinese(c));
    // 百分之百 has no digit of its own.
    let whole = rest.find(WHOLE).filter(|&at| digits.is_none_or(|(digit, _)| at < digit));
    if let Some(at) = whole {
        return Some(Number {
            span: from + at..from + at + WHOLE.len(),
            amount: Some(Amount::whole(100)),
            scale: "",
            is_percent: true,
            script: Script::Chinese,
        });
    }
    let (at, c) = digits?;
    let mut number = if is_digit(c) { arabic(text, from + at) } else { chinese(text, from + at) };
    if rest[..at].ends_with(PER_CENT) {
        number.span.start -= PER_CENT.len();
        number.is_percent = true;
        number.script = Script::Chinese;
    }
    Some(number)
}

/// The number that begins exactly at `start`.
pub(super) fn at(text: &str, start: usize) -> Option<Number> {
    next(text, start).filter(|number| number.span.start == start)
}

/// Digits with a decimal point or thousands commas between digits, and 万, 千 or 亿 behind them.
fn arabic(text: &str, start: usize) -> Number {
    let mut end = start;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins =
            matches!(c, '.' | ',' | '\u{FF0E}') && chars.peek().is_some_and(|&(_, next)| is_digit(next));
        if !is_digit(c) && !joins {
            break;
        }
        end = start + at + c.len_utf8();
    }
    let mut amount: Option<Amount> = text[start..end].parse().ok();
    let rest = &text[end..];
    let mut scale = "";
    for (word, factor) in [("百万", 1_000_000), ("千万", 10_000_000), ("千", 1_000), ("百", 100)] {
        if rest.starts_with(word) && !["千米", "千克", "千瓦"].iter().any(|unit| rest.starts_with(unit))
        {
            amount = amount.and_then(|amount| amount.times(factor));
            return Number {
                span: start..end + word.len(),
                amount,
                scale,
                is_percent: false,
                script: Script::Arabic,
            };
        }
    }
    for word in ["万", "亿"] {
        if rest.starts_with(word) {
            scale = word;
            end += word.len();
        }
    }
    Number { span: start..end, amount, scale, is_percent: false, script: Script::Arabic }
}

fn chinese(text: &str, start: usize) -> Number {
    let length =
        text[start..].chars().take_while(|&c| continues_chinese(c)).map(char::len_utf8).sum::<usize>();
    let span = start..start + length;
    let script = match &text[span.clone()] {
        "一" => Script::One,
        "二" => Script::Two,
        _ => Script::Chinese,
    };
    let amount = numeral::parse(&text[span.clone()]).map(Amount::whole);
    Number { span, amount, scale: "", is_percent: false, script }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(number) = next(text, from) {
            from = number.span.end;
            let amount = number.amount.map_or("?".to_owned(), |amount| amount.to_string());
            let percent = if number.is_percent { "%" } else { "" };
            found.push(format!("{amount}{}{percent}", number.scale));
        }
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers() {
        check("培训2000人次,参加1,200人", &["2000", "1200"]);
        check("体检1.2万人次", &["1.2万"]);
        check("\u{FF12}\u{FF10}场", &["20"]);
        check("三十二场、两次、十件", &["32", "2", "10"]);
        check("三万人次", &["30000"]);
        check("百分之九十五和百分之百以及百分之80", &["95%", "100%", "80%"]);
        check("投资3千万元", &["30000000"]);
        check("5千米", &["5"]);
        check("七八家", &["?"]);
        check("百场演出", &[]);
    }
}
