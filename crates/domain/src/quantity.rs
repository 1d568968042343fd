//! Written quantities of the plain form: noun, number, measure word (文艺演出10场).
//!
//! Recognised on any paper so that an officer can answer a number with a number. Kinds (sum, level …) and the year's
//! arithmetic are not told here. What is not of the plain form is left alone rather than guessed: a range (2-5个), a
//! list (1、2、4区), an ordinal (第2批), a label (1号路, 5层), an approximation (约10%), a number without its measure
//! word (1000以上), a number that stands before its noun (改造2座公园).

use crate::amount::Amount;
use std::ops::Range;

/// One quantity as written in a milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// What is counted, without leading verbs: 文艺演出.
    pub name: String,
    /// The promised number.
    pub promised: Amount,
    /// 场, 份, 个, 人次, % …
    pub measure: String,
    /// Whether more also keeps the promise (10场以上).
    pub at_least: bool,
    /// Where number and measure word stand in the text, in bytes.
    pub place: Range<usize>,
}

/// Measure words, longer ones first so that 人次 is not read as 人.
const MEASURES: [&str; 64] = [
    "平方公里",
    "平方米",
    "立方米",
    "公里",
    "公顷",
    "公斤",
    "千米",
    "万元",
    "亿元",
    "万人次",
    "万人",
    "人次",
    "户次",
    "场次",
    "班次",
    "课时",
    "小时",
    "个",
    "份",
    "场",
    "次",
    "批",
    "期",
    "家",
    "户",
    "座",
    "台",
    "套",
    "辆",
    "名",
    "人",
    "项",
    "件",
    "条",
    "米",
    "亩",
    "吨",
    "间",
    "所",
    "处",
    "株",
    "棵",
    "册",
    "宗",
    "例",
    "张",
    "块",
    "盏",
    "只",
    "支",
    "篇",
    "部",
    "本",
    "元",
    "棟",
    "栋",
    "幢",
    "口",
    "艘",
    "班",
    "对",
    "%",
    "％",
    "起",
];

/// Verbs that open a promise and are no part of what is counted; stripped again and again from the front.
const VERBS: [&str; 41] = [
    "其中", "累计", "全年", "全区", "年内", "本季", "争取", "力争", "确保", "继续", "组织", "开展", "完成",
    "召开", "举办", "举行", "参加", "参观", "实施", "新增", "新建", "建成", "建设", "改造", "安装", "发放",
    "印发", "编制", "制定", "提供", "培训", "扶持", "资助", "启动", "推进", "落实", "检查", "开办", "放映",
    "播放", "并",
];

/// Words between noun and number that belong to neither.
const LINKS: [&str; 18] = [
    "的",
    "达到",
    "达",
    "完成",
    "为",
    "共计",
    "共",
    "至",
    "到",
    "不少于",
    "不低于",
    "总计",
    "累计",
    "至少",
    "超过",
    "高于",
    "≥",
    "不小于",
];

const AT_LEAST_BEFORE: [&str; 7] = ["不少于", "不低于", "不小于", "至少", "超过", "高于", "≥"];

/// Finds every quantity of the plain form, in order of the text.
#[must_use]
pub fn recognise(text: &str) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while let Some(start) = next_number(text, at) {
        let end = number_end(text, start);
        at = end;
        if let Some(quantity) = plain_form(text, start, end)
            && found.iter().all(|other| other.name != quantity.name)
        {
            at = quantity.place.end;
            found.push(quantity);
        }
    }
    found
}

/// Finds the quantity that a person means: by its name, by the name with its verb, or by an unambiguous ending of it.
#[must_use]
pub fn named<'a>(quantities: &'a [Quantity], name: &str) -> Option<&'a Quantity> {
    let name = name.trim();
    if let Some(exact) = quantities.iter().find(|quantity| quantity.name == name) {
        return Some(exact);
    }
    let bare = strip_verbs(name);
    if bare.is_empty() {
        return None;
    }
    let mut similar =
        quantities.iter().filter(|q| q.name == bare || q.name.ends_with(bare) || bare.ends_with(&q.name));
    similar.next().filter(|_| similar.next().is_none())
}

/// Blanks that some papers put around a number, as 文艺演出 10 场.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{3000}')
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(&c)
}

fn next_number(text: &str, from: usize) -> Option<usize> {
    text[from..].char_indices().find(|&(_, c)| is_digit(c)).map(|(at, _)| from + at)
}

/// Digits with decimal point or thousands commas between digits.
fn number_end(text: &str, start: usize) -> usize {
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
    end
}

fn plain_form(text: &str, start: usize, end: usize) -> Option<Quantity> {
    let promised: Amount = text[start..end].parse().ok()?;
    let rest = text[end..].trim_start_matches(is_blank);
    let measure_start = text.len() - rest.len();
    let measure = MEASURES.iter().find(|measure| rest.starts_with(**measure))?;
    let after = &rest[measure.len()..];
    let at_least_after = ["以上", "及以上"].iter().any(|word| after.starts_with(word));
    let ends_here = after.chars().next().is_none_or(|c| !is_han(c)) || at_least_after;
    if !ends_here {
        return None;
    }
    let before = text[..start].trim_end_matches(is_blank);
    let phrase_start = before.char_indices().rev().take_while(|&(_, c)| belongs_to_phrase(c)).last()?.0;
    let phrase = &before[phrase_start..];
    let at_least_before = AT_LEAST_BEFORE.iter().any(|word| phrase.ends_with(word));
    let noun = strip_verbs(strip_links(phrase));
    let approximate = ["约", "近", "第", "超", "余"].iter().any(|word| phrase.ends_with(word));
    (noun.chars().count() >= 2 && !approximate).then(|| Quantity {
        name: noun.to_owned(),
        promised,
        measure: if *measure == "％" { "%".to_owned() } else { (*measure).to_owned() },
        at_least: at_least_after || at_least_before,
        place: start..measure_start + measure.len(),
    })
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A noun may hold Han, Latin letters, digits (1号路路基施工), quotation marks and brackets.
fn belongs_to_phrase(c: char) -> bool {
    is_han(c)
        || c.is_ascii_alphanumeric()
        || matches!(c, '(' | ')' | '（' | '）' | '“' | '”' | '《' | '》' | '≥')
}

fn strip_links(mut phrase: &str) -> &str {
    while let Some(shorter) = LINKS.iter().find_map(|link| phrase.strip_suffix(link)) {
        phrase = shorter;
    }
    phrase
}

fn strip_verbs(mut phrase: &str) -> &str {
    while let Some(shorter) = VERBS.iter().find_map(|verb| phrase.strip_prefix(verb)) {
        // A verb that is all there is, or all but one character, is the noun itself: 培训5期, 检查站3个.
        if shorter.chars().count() < 2 {
            break;
        }
        phrase = shorter;
    }
    // 盐田高级中学完成主体工程35%: what is counted begins behind the last 完成.
    phrase
        .rsplit_once("完成")
        .map_or(phrase, |(_, noun)| if noun.chars().count() >= 2 { noun } else { phrase })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let found = recognise(text);
        let shown: Vec<_> =
            found.iter().map(|q| (q.name.clone(), q.promised.to_string(), q.measure.clone())).collect();
        let expected: Vec<_> =
            expected.iter().map(|&(n, p, m)| (n.to_owned(), p.to_owned(), m.to_owned())).collect();
        assert_eq!(shown, expected, "{text}");
        for quantity in &found {
            assert!(text[quantity.place.clone()].chars().next().is_some_and(is_digit), "{text}");
        }
    }

    #[test]
    fn plain_forms() {
        check(
            "开展文艺演出10场、文艺展览4场、公益电影25场。",
            &[("文艺演出", "10", "场"), ("文艺展览", "4", "场"), ("公益电影", "25", "场")],
        );
        check("完成游客调查访问样本量3500份,编制调查报告。", &[("游客调查访问样本量", "3500", "份")]);
        check("完成1号路路基施工的20%", &[("1号路路基施工", "20", "%")]);
        check(
            "盐田高级中学项目完成地下室施工,完成主体工程总形象进度35%;",
            &[("主体工程总形象进度", "35", "%")],
        );
        check("完成合同内工程总体形象进度达到60%。", &[("合同内工程总体形象进度", "60", "%")]);
        check("举办培训班\u{FF11}\u{FF12}期\u{FF0C}", &[("培训班", "12", "期")]);
        check("完成公共培训2000人次以上,参加安全实景模拟基地1000以上。", &[("公共培训", "2000", "人次")]);
        check("新增停车位1,200个", &[("停车位", "1200", "个")]);
        check("举办文艺演出 10 场、讲座\u{A0}4\u{A0}场", &[("文艺演出", "10", "场"), ("讲座", "4", "场")]);
        check("停车泊位500个,其中公共泊位200个", &[("停车泊位", "500", "个"), ("公共泊位", "200", "个")]);
        check("满意率≥90%;文艺演出累计40场", &[("满意率", "90", "%"), ("文艺演出", "40", "场")]);
    }

    #[test]
    fn what_is_not_of_the_plain_form_is_left_alone() {
        for text in [
            "资助2-5个项目",
            "1、2、4区主体施工",
            "完成主体结构5层楼板面施工",
            "达到约10%小区",
            "完成85%拆迁安置谈判",
            "2013年第一批",
            "召开第一次议政会",
            "改造提升2座公园",
            "",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn more_than_promised() {
        for text in ["公共培训2000人次以上", "满意率≥90%", "满意率超过90%", "公共培训至少2000人次"]
        {
            let found = recognise(text);
            assert!(found.len() == 1 && found.iter().all(|q| q.at_least), "{text}");
        }
        assert!(recognise("文艺演出10场").iter().all(|q| !q.at_least));
    }

    #[test]
    fn names_that_people_type() {
        let quantities = recognise("开展文艺演出10场、文艺展览4场。");
        assert!(named(&quantities, "文艺演出").is_some());
        assert!(named(&quantities, "开展文艺演出").is_some());
        assert!(named(&quantities, "文艺").is_none());
        assert!(named(&quantities, "电影").is_none());
        assert!(named(&quantities, "").is_none());
    }
}
