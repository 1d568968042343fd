//! Names: what is counted, taken from the phrase around a number by leaving off what says only that it is done.
//!
//! Closed lists of general administrative Chinese; no paper's own words.

use super::number::is_digit;
use super::verb::{LIGHT_VERBS, PARTICLES, with_last_opener, without_openers};

/// Words between noun and number that belong to neither.
const LINKS: &str = "的 达到 达 完成 为 共计 共 总计 合计 累计 提高到 提高至 提升到 提升至 增加到 增加至 增至 \
    增长到 增长至 上升到 上升至 降低到 降低至 下降到 下降至 降至 压减至 保持在 稳定在 维持在 \
    力争达到 力争 确保 争取 至 到 在 是 以 有 总数 数量 分别 实现 不断 ：";

/// Whom or where it concerns when nothing else stands before the number: 在全区18个社区.
const SCOPES: &str = "全区 全市 全县 全镇 全街道 全辖区 辖区 辖区内 区内 市内 县内 我区 我市 我县 本区 剩余";

/// Nouns that say nothing without the verb before them: 整治进度.
const TOO_GENERAL: &str = "进度 面积 投资 资金 工程 任务 工作 人数 数量 总量 里程 活动 行动";

/// Words behind what is counted that count nothing themselves.
const TAILS: &str = "的建设任务 的创建工作 的建设工作 的工作 的任务 建设任务 创建工作 工作任务 任务 等";

/// What ends a noun phrase behind a measure word.
const ENDS_PHRASE: &str = "并 且 以提 以满 用于 供 确保 力争 实现 满足 从而 其中 以上 左右 投入使用 参加 参与 上线 \
    完成情况 推进情况 落实情况 进展情况 的推进 进行 开展";

/// The words of a list.
pub(super) fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(' ')
}

/// What the phrase before a number says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Phrase<'a> {
    /// Who does it or which works it is about: 盐田高级中学.
    pub(super) subject: &'a str,
    /// What is counted; empty where only verbs stand there.
    pub(super) noun: &'a str,
    /// The verbs before what is counted: 改造提升.
    pub(super) verbs: &'a str,
}

/// Takes a phrase before a number apart. Words of the operator are no longer in it.
pub(super) fn phrase(text: &str) -> Phrase<'_> {
    let text = without_links(without_time(without_bullet(text.trim_matches(is_blank))));
    let (subject, rest) = split(text);
    let noun = without_openers(rest);
    let noun = noun.strip_prefix('、').map_or(noun, without_openers);
    let noun = if words(TOO_GENERAL).any(|word| word == noun) { with_last_opener(rest, noun) } else { noun };
    let verbs = &rest[..rest.len() - noun.len()];
    let noun = without_links(noun.trim_matches(is_blank));
    let noun = without_year(noun);
    let noun = if words("第一批 第二批 第三批 第四批 首批").any(|row| noun.ends_with(row)) {
        ""
    } else {
        noun
    };
    let is_particle = PARTICLES.iter().any(|(particle, _)| noun.strip_prefix(*particle) == Some(""));
    if words(SCOPES).any(|word| word == noun) || is_particle || noun.chars().count() < 2 && !verbs.is_empty()
    {
        return Phrase { subject, noun: "", verbs: rest };
    }
    Phrase { subject, noun, verbs }
}

/// The noun phrase behind a measure word.
pub(super) fn behind(text: &str) -> &str {
    let text = without_age(without_date(text.trim_matches(is_blank)));
    let end = words(ENDS_PHRASE).filter_map(|word| text.find(word)).min().unwrap_or(text.len());
    let text = text[..end].trim_matches(is_blank);
    let text = text.strip_prefix('的').unwrap_or(text);
    without_tails(text)
}

/// 9月1日开学 without the date.
fn without_date(text: &str) -> &str {
    let digits = |text: &str| text.trim_start_matches(is_digit).len();
    let rest = &text[text.len() - digits(text)..];
    let Some(rest) = rest.strip_prefix('月').filter(|_| digits(text) < text.len()) else { return text };
    let day = &rest[rest.len() - digits(rest)..];
    let rest = day.strip_prefix('日').filter(|_| day.len() < rest.len()).unwrap_or(rest);
    rest.trim_start_matches(['底', '前', '起'])
}

/// 80岁以上老人 without the age.
fn without_age(text: &str) -> &str {
    let is_of_age = |c: char| is_digit(c) || "-—~～至周".contains(c);
    match text.trim_start_matches(is_of_age).strip_prefix('岁') {
        Some(rest) if text.starts_with(is_digit) => {
            let rest = rest.strip_prefix('及').unwrap_or(rest);
            let rest = rest.strip_prefix("以上").or_else(|| rest.strip_prefix("以下")).unwrap_or(rest);
            rest.strip_prefix('的').unwrap_or(rest)
        }
        _ => text,
    }
}

/// What a whole clause without a number is about, for a number that follows alone (…工作，达到约20%).
pub(super) fn of_clause(text: &str) -> &str {
    let Phrase { noun, .. } = phrase(text);
    without_tails(noun.strip_suffix("工作").unwrap_or(noun))
}

/// Who or what an item begins with, before its first light verb.
pub(super) fn subject_of(item: &str) -> &str {
    let clause = item.split([',', '\u{FF0C}']).next().unwrap_or_default();
    let clause = without_time(without_bullet(clause.trim_matches(is_blank)));
    let verb = words(LIGHT_VERBS).filter_map(|verb| clause.find(verb)).min().unwrap_or(0);
    let before = &clause[..verb];
    let before = before.strip_suffix("分别").unwrap_or(before);
    let is_one = without_openers(before).len() == before.len() && !before.contains('、');
    if is_one { before } else { "" }
}

pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{3000}' | '\t' | '\n' | '\r')
}

fn split(text: &str) -> (&str, &str) {
    let last = words(LIGHT_VERBS).filter_map(|verb| text.rfind(verb).map(|at| (at, at + verb.len()))).max();
    let first = words(LIGHT_VERBS).filter_map(|verb| text.find(verb)).min().unwrap_or(0);
    let Some((_, end)) = last else { return ("", text) };
    let subject = &text[..first];
    let subject = if without_openers(subject).len() == subject.len() { subject } else { "" };
    let rest = &text[end..];
    match rest.chars().count() {
        // 改造提升 before 完成, or nothing at all: the object follows the number.
        0 => (subject, &text[first..]),
        1 => ("", text),
        _ => (subject, &text[last_start(text, end)..]),
    }
}

/// Where the light verb begins that ends at `end`.
fn last_start(text: &str, end: usize) -> usize {
    words(LIGHT_VERBS).find(|verb| text[..end].ends_with(*verb)).map_or(end, |verb| end - verb.len())
}

fn without_links(mut text: &str) -> &str {
    while let Some(shorter) = words(LINKS).find_map(|link| text.strip_suffix(link)) {
        // 市下达 and 签到 end in no link.
        if ["下达", "传达", "表达", "到达", "发达", "直达", "签到", "报到", "作为", "行为"]
            .iter()
            .any(|word| text.ends_with(word))
        {
            break;
        }
        text = shorter.trim_end_matches(is_blank);
    }
    text
}

fn without_tails(mut text: &str) -> &str {
    while let Some(shorter) = words(TAILS).find_map(|tail| text.strip_suffix(tail)) {
        if shorter.chars().count() < 2 {
            break;
        }
        text = shorter;
    }
    text
}

/// 6月底前完成… without its date.
fn without_time(text: &str) -> &str {
    const ENDS: [&str; 12] = [
        "月底前",
        "月末前",
        "年底前",
        "月底",
        "月末",
        "年底",
        "月份",
        "日前",
        "月前",
        "之前",
        "期间",
        "季度末",
    ];
    let end = ENDS.iter().filter_map(|word| text.find(word).map(|at| at + word.len())).max();
    let text =
        end.map_or(text, |end| text[end..].trim_start_matches([',', '\u{FF0C}', ':', '\u{FF1A}', '前']));
    without_year(text)
}

/// 2013年… and 2013年度… without the year.
fn without_year(text: &str) -> &str {
    let digits = text.trim_start_matches(is_digit);
    match digits.strip_prefix("年度").or_else(|| digits.strip_prefix('年')) {
        Some(rest) if digits.len() < text.len() => rest,
        _ => text,
    }
}

/// 1.交流…, 2、组织… without their number.
fn without_bullet(text: &str) -> &str {
    let digits = text.trim_start_matches(is_digit);
    if digits.len() == text.len() {
        return text;
    }
    digits.strip_prefix(['.', '\u{3001}', '\u{FF0E}', ')', '\u{FF09}']).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, subject: &str, noun: &str) {
        let found = phrase(text);
        assert_eq!((found.subject, found.noun), (subject, noun), "{text}");
    }

    #[test]
    fn phrases() {
        check("开展文艺演出", "", "文艺演出");
        check("完成游客调查访问样本量", "", "游客调查访问样本量");
        check("盐田高级中学项目完成主体工程总形象进度", "盐田高级中学项目", "主体工程总形象进度");
        check("中央公园建设进度完成", "", "中央公园建设进度");
        check("完成1号路路基施工的", "", "1号路路基施工");
        check("径口村完成", "", "径口村");
        check("改造提升", "", "");
        check("资助", "", "");
        check("完成合同内工程总体形象进度达到", "", "合同内工程总体形象进度");
        check("6月底前新建绿道", "", "绿道");
        check("1.交流教师", "", "交流教师");
        check("在全区", "", "");
        check("检查站", "", "检查站");
        check("达到", "", "");
    }

    #[test]
    fn phrases_behind() {
        for (text, noun) in [
            ("试点的创建工作", "试点"),
            ("剩余社区家园网的建设任务", "剩余社区家园网"),
            ("母婴室并开放", "母婴室"),
            ("项目", "项目"),
            ("", ""),
        ] {
            assert_eq!(behind(text), noun, "{text}");
        }
    }
}
