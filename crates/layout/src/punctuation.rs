//! Print text from source text: full-width punctuation where a neighbour is Chinese.
//!
//! Web sites fold `，` to `,`; the store keeps what it read, paper shows what belongs there. One character stays one
//! character, so that places in the source text and in the print text are the same. Left to others: comparing texts.

use crate::character::{is_han, is_wide};

/// The text as it is printed: `, : ; ? ! ( )` become full width beside Chinese, brackets as a pair.
///
/// Untouched stay times (00:00), numbers (1,000), addresses (a:b@c, http://), texts without a Han character.
#[must_use]
pub fn full_width(source: &str) -> String {
    if !source.chars().any(is_han) {
        return source.to_owned();
    }
    let mut text: Vec<char> = source.chars().collect();
    widen_brackets(&mut text);
    for at in 0..text.len() {
        let wide = match text[at] {
            ',' => '\u{FF0C}',
            ':' => '\u{FF1A}',
            ';' => '\u{FF1B}',
            '?' => '\u{FF1F}',
            '!' => '\u{FF01}',
            _ => continue,
        };
        // What a percentage closes is a Chinese clause; 1,000 and a,b stay.
        let closes_clause = at > 0 && matches!(text[at - 1], '%' | '\u{2030}' | '\u{2103}');
        if has_chinese_neighbour(&text, at, at) || closes_clause {
            text[at] = wide;
        }
    }
    text.into_iter().collect()
}

/// Whether the character before `from` or after `to` is Chinese.
fn has_chinese_neighbour(text: &[char], from: usize, to: usize) -> bool {
    (from > 0 && is_wide(text[from - 1])) || text.get(to + 1).is_some_and(|&c| is_wide(c))
}

/// Widens a pair if it stands beside Chinese or begins or ends with it; one half of a mixed pair follows the other.
fn widen_brackets(text: &mut [char]) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..text.len() {
        match text[at] {
            '(' | '\u{FF08}' => open.push(at),
            ')' | '\u{FF09}' => {
                let Some(from) = open.pop() else {
                    if text[at] == ')' && has_chinese_neighbour(text, at, at) {
                        text[at] = '\u{FF09}';
                    }
                    continue;
                };
                let mixed = text[from] == '\u{FF08}' || text[at] == '\u{FF09}';
                let inside = has_chinese_inside(text, from, at);
                if mixed || inside || has_chinese_neighbour(text, from, at) {
                    text[from] = '\u{FF08}';
                    text[at] = '\u{FF09}';
                }
            }
            _ => {}
        }
    }
    for at in open {
        if text[at] == '(' && has_chinese_neighbour(text, at, at) {
            text[at] = '\u{FF08}';
        }
    }
}

/// Whether the bracketed text begins or ends with Chinese.
fn has_chinese_inside(text: &[char], from: usize, to: usize) -> bool {
    to > from + 1 && (is_wide(text[from + 1]) || is_wide(text[to - 1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_follow_their_neighbours() {
        let check = |source: &str, expected: &str| assert_eq!(full_width(source), expected, "{source}");
        check("目标:推进,完成;召开", "目标\u{FF1A}推进\u{FF0C}完成\u{FF1B}召开");
        check("是否?好!", "是否\u{FF1F}好\u{FF01}");
        check("发布日期:2013-04-17 00:00", "发布日期\u{FF1A}2013-04-17 00:00");
        check("增长20%;完成", "增长20%\u{FF1B}完成");
        check("增幅为3.5%,PM2.5浓度", "增幅为3.5%\u{FF0C}PM2.5浓度");
        check("资助2-5个,共1,000元", "资助2-5个\u{FF0C}共1,000元");
        check("施工,3区", "施工\u{FF0C}3区");
        check("“五公开”,2013年", "“五公开”\u{FF0C}2013年");
        check("至yt8502@126.com。", "至yt8502@126.com。");
        check("a,b:c; no Han (here)!", "a,b:c; no Han (here)!");
        check("比例3:1中标", "比例3:1中标");
    }

    #[test]
    fn brackets_are_widened_as_a_pair() {
        let check = |source: &str, expected: &str| assert_eq!(full_width(source), expected, "{source}");
        check("孕(早)期", "孕\u{FF08}早\u{FF09}期");
        check("(一)登录", "\u{FF08}一\u{FF09}登录");
        check("办法(修订)》", "办法\u{FF08}修订\u{FF09}》");
        check("网站(http://www.a.cn)。", "网站\u{FF08}http://www.a.cn\u{FF09}。");
        check("小区(单位);完成", "小区\u{FF08}单位\u{FF09}\u{FF1B}完成");
        check("(1)中文 f(x) 结束", "\u{FF08}1\u{FF09}中文 f(x) 结束");
        check("中(a(b)c)", "中\u{FF08}a(b)c\u{FF09}");
        check("\u{FF08}一)二", "\u{FF08}一\u{FF09}二");
        check("1)完成(未", "1\u{FF09}完成\u{FF08}未");
    }
}
