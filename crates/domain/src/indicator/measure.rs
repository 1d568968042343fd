//! Measure words: what stands behind a number that counts something, and what behind one that only names something.
//!
//! Closed lists of the language, none of a paper's own words: 场, 人次 and 公里 count; 号, 区, 层, 年 name or date.

use super::name::words;
use super::number::{Number, Script};

/// Measure words, longer ones first so that 人次 is not read as 人. 万 and 亿 come with the number.
const MEASURES: &str = "立方米/秒 平方公里 平方千米 平方米 立方米 延长米 标准箱 千瓦时 公里 公顷 公斤 千米 千瓦 \
    千克 兆瓦 人次 人天 户次 场次 班次 车次 架次 台次 家次 件次 项次 课时 学时 床位 标箱 \
    亩次 美元 港元 个 份 场 次 批 期 家 户 座 台 套 辆 名 人 位 项 件 条 米 亩 吨 间 \
    所 处 株 棵 册 宗 例 张 块 盏 只 支 篇 部 本 元 栋 幢 棟 口 艘 对 起 片 组 队 \
    轮 遍 幅 首 集 档 节 剂 针 头 桶 根 门 副 箱 枚 杆 架 列 扇 眼 股 款 笔 单 公吨 \
    类 种 天 羽 尾 盆 顶 面 双 台套 人份 平方 平米 立方 百分点 个百分点 匹 尊 ㎡ km KM kg t % \u{FF05} \u{2030} 宗次 批次 路";

/// What makes a measure word the beginning of another word: 2个月, 三部门, 四个一批.
const OTHER_WORDS: [(&str, &str); 18] = [
    ("个", "全覆盖 必须 不 百分百 维护 坚持 转变 结合 月 工作日 小时 季度 年 星期 一 学期"),
    ("部", "门 分 委"),
    ("条", "龙"),
    ("名", "单"),
    ("口", "岸"),
    ("次", "产业 方"),
    ("人", "民 大 行道 制"),
    ("家", "庭 园 长 政"),
    ("处", "理 置 罚 于"),
    ("组", "织 团"),
    ("节", "能 约 水 点 日"),
    ("位", "于 置 一体"),
    ("单", "位 元"),
    ("列", "入"),
    ("种", "植 养 子 粮 业"),
    ("面", "积 向 临 貌"),
    ("平方", "分 厘"),
    ("双", "向 创"),
];

/// Measure words that Chinese 一 does not count with; it makes fixed words with them (一户一册, 一张网, 一件事, 一批).
const NEVER_ONE: &str = "户 人 张 件 条 把 对 口 批 期 位 部 起 片 组 门 头 节 股 单 本 册 元 名 米 列";

/// A verb behind 一次: 一次办成 is no count.
const AFTER_ONCE: [&str; 7] = ["性", "办", "告知", "受理", "申请", "登记", "审批"];

/// Within so many characters a second 一 makes a fixed word of both.
const ONE_AGAIN_CHARS: usize = 3;

/// Words of what comes out again and again under a number: behind or before 期 they make it an occasion, else it names a
/// stage (二期工程).
const ISSUES: &str = "培训 班 讲座 课 沙龙 论坛 简报 专栏 刊 节目 活动 通报 公告 学习 报告 讲堂 会 夏令营 \
    信息";

/// The measure word of a number: its unit, and the byte behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Measure {
    /// As people write it: 万人次, %, 个.
    pub(super) unit: String,
    /// The byte behind it.
    pub(super) end: usize,
}

/// The measure word at the byte `at` of the text; `None` where what follows counts nothing. `before` is the phrase in
/// front of the number.
pub(super) fn measure(text: &str, at: usize, number: &Number, before: &str) -> Option<Measure> {
    if number.is_percent {
        return Some(Measure { unit: "%".to_owned(), end: at });
    }
    let rest = &text[at..];
    let word = words(MEASURES).filter(|word| rest.starts_with(*word)).max_by_key(|word| word.len())?;
    let after = &rest[word.len()..];
    let is_other_word = OTHER_WORDS
        .iter()
        .any(|(measure, behind)| *measure == word && words(behind).any(|other| after.starts_with(other)));
    let says = |text: &str| ["视频", "监控", "探头", "摄像", "信号"].iter().any(|word| text.contains(word));
    let counts = match word {
        "期" => is_occasion(before, after, number.script),
        // 证照320类; 二类疫苗 and 五类人员 only name.
        "类" => number.script == Script::Arabic && (after.is_empty() || after.starts_with(['、', '以'])),
        // 优良天数310天; 3天 and 5天内 only say how long.
        "天" => before.contains("天数"),
        "种" | "面" | "双" | "顶" => !is_other_word && number.script == Script::Arabic,
        // 接入视频500路; 3路公交 and 1号路 only name.
        "路" => says(before) || says(after),
        "t" | "km" | "KM" | "kg" => !after.starts_with(|c: char| c.is_ascii_alphabetic()),
        _ => !is_other_word,
    };
    let fits = match number.script {
        Script::Arabic => true,
        Script::Chinese => !["对", "口", "起", "门", "片", "股", "节", "单", "头"].contains(&word),
        Script::One => counts_one(word, before, after),
        Script::Two => false,
    };
    let narrow = match word {
        "\u{FF05}" => "%",
        "㎡" => "平方米",
        "km" | "KM" => "公里",
        "kg" => "公斤",
        "t" => "吨",
        "平方" | "平米" => "平方米",
        "立方" => "立方米",
        "百分点" => "个百分点",
        other => other,
    };
    let ratio = &after[..ratio_end(after)];
    let end = at + word.len() + ratio.len();
    (counts && fits).then(|| Measure { unit: format!("{}{narrow}{ratio}", number.scale), end })
}

/// How many bytes /千人 or /日 takes behind a measure word: so many for each of what is behind the stroke.
fn ratio_end(after: &str) -> usize {
    let Some(rest) = after.strip_prefix('/') else { return 0 };
    let each = rest.trim_start_matches(['十', '百', '千', '万', '亿']);
    let per = words(MEASURES).chain(["年", "月", "日", "天", "小时", "秒"]);
    let Some(word) = per.filter(|word| each.starts_with(*word)).max_by_key(|word| word.len()) else {
        return 0;
    };
    after.len() - each.len() + word.len()
}

/// 一座 is one; 统一, 一村一品 and 一次办成 are words.
fn counts_one(measure: &str, before: &str, after: &str) -> bool {
    let is_word = before.ends_with(['统', '同', '唯', '第', '进', '任', '每', '某', '逐', '另', '这', '那'])
        || after.chars().take(ONE_AGAIN_CHARS).any(|c| c == '一');
    let is_once_for_all = measure == "次" && AFTER_ONCE.iter().any(|other| after.starts_with(other));
    !is_word && !is_once_for_all && words(NEVER_ONE).all(|never| never != measure)
}

/// 举办培训班3期 and 三期培训班 are occasions; 二期工程 and 完成轨道二期 are stages.
pub(super) fn is_occasion(before: &str, after: &str, script: Script) -> bool {
    let says_so = |text: &str| words(ISSUES).any(|word| text.contains(word));
    let is_stage =
        ["工程", "项目", "建设", "施工", "规划", "改造", "厂"].iter().any(|word| after.starts_with(word));
    !is_stage && (says_so(before) || says_so(after) || (script == Script::Arabic && after.is_empty()))
}

/// Measure words of size, age and money: before another number's noun they only say which ones are meant
/// (1000平方米以上的市场3个).
pub(super) fn is_magnitude(unit: &str) -> bool {
    ["元", "平方米", "米", "公里", "平方公里", "亩", "吨", "立方米", "千瓦", "%", "美元", "公顷", "人", "名"]
        .iter()
        .any(|word| unit == *word || (*word != "%" && unit.strip_prefix(['万', '亿']) == Some(word)))
}

/// Measure words that different hands use for the same things.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    const ALIKE: [&[&str]; 5] = [
        &["个", "家", "座", "处", "所", "间", "项", "件"],
        &["场", "次", "场次", "期", "批"],
        &["人", "名", "位"],
        &["株", "棵"],
        &["批", "批次"],
    ];
    one == other || ALIKE.iter().any(|words| words.contains(&one) && words.contains(&other))
}

/// A unit without its 万 or 亿, and how many that is.
pub(super) fn unscaled(unit: &str) -> (&str, u32) {
    for (scale, factor) in [("万", 10_000), ("亿", 100_000_000)] {
        if let Some(base) = unit.strip_prefix(scale) {
            return (base, factor);
        }
    }
    (unit, 1)
}

#[cfg(test)]
mod tests {
    use super::super::number;
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let number = number::next(text, 0).expect("a number");
        let found = measure(text, number.span.end, &number, &text[..number.span.start]);
        assert_eq!(found.map(|measure| measure.unit).as_deref(), expected, "{text}");
    }

    #[test]
    fn what_counts() {
        for (text, unit) in [
            ("10场", "场"),
            ("2000人次以上", "人次"),
            ("1.2万人次", "万人次"),
            ("95\u{FF05}", "%"),
            ("两次", "次"),
            ("举办培训班3期", "期"),
            ("举办三期自主创业培训班", "期"),
            ("一座", "座"),
            ("十件民生实事", "件"),
            ("3.5公里", "公里"),
        ] {
            check(text, Some(unit));
        }
    }

    #[test]
    fn what_only_names() {
        for text in [
            "1号路",
            "4区主体施工",
            "5层楼板面",
            "三期建设",
            "二期工程",
            "自行车二期",
            "二次装修",
            "2013年",
            "5个月",
            "三公经费",
            "一岗双责",
            "一站式",
            "一次性",
            "一次办成",
            "五公开",
            "24小时",
            "12345热线",
            "十四五规划",
            "八部门联合",
            "三级联动",
            "四个一批",
            "60岁以上",
            "一户一档",
            "一批项目",
            "3A级景区",
            "二批",
            "三家庭",
            "5G基站",
        ] {
            check(text, None);
        }
    }
}
