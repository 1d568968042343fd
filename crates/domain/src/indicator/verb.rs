//! Verbs: the words of a promise that say only that something is done, and what is left of a phrase without them.
//!
//! Closed lists of general administrative Chinese; no paper's own words.

use super::name::{is_blank, words};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Verbs and adverbs that open a promise and are no part of what is counted; stripped again and again from the front.
const OPENERS: &str = "其中 其余 余下 全部 累计 全年 年内 年度 每季度 每季 本年度 今年 本季度 本季 当季 季内 上半年 下半年 争取 \
    力争 确保 继续 积极 全面 大力 深入 扎实 有序 按时 按期 如期 重点 分期分批 分批 逐步 \
    进一步 持续 加快 着力 认真 共计 总计 合计 预计 计划 组织 开展 完成 实现 召开 举办 举行 \
    举行了 参加 参观 实施 新增 新建 续建 扩建 改建 改扩建 建成 建设 建立 兴建 筹建 创建 创成 \
    打造 改造 提升 升级 更新 修缮 整治 治理 修复 维修 安装 更换 配备 配置 购置 采购 投放 \
    配送 发放 印发 印制 编制 编印 制定 制订 出台 提供 培训 培育 培养 扶持 资助 支持 帮扶 \
    救助 慰问 启动 推进 推动 推广 落实 检查 巡查 抽查 督查 走访 回访 调查 开办 开通 开设 \
    放映 播放 上映 演出 惠及 服务 受理 办理 办结 化解 查处 取缔 拆除 清理 清运 处理 引进 \
    引入 招聘 招引 招募 签约 吸纳 安置 解决 筹集 筹措 争创 争取到 投入 投资 拨付 栽植 种植 \
    补植 栽种 绿化 铺设 敷设 修建 疏浚 淘汰 压减 认定 评选 命名 表彰 开工 竣工 以及 同时";

/// Openers that are no verbs: they never stand for what is counted.
const ADVERBS: &str = "其中 其余 余下 全部 累计 全年 年内 今年 争取 力争 确保 继续 新增 全面 共计 总计 合计 预计 计划 新建 \
    建成 实施";

/// Single characters that open a phrase, each with those that it makes a word with (为民, 新生儿).
pub(super) const PARTICLES: [(char, &str); 14] = [
    ('再', "生"),
    ('另', ""),
    ('新', "品生型区城能材兴闻居四"),
    ('共', "享同建"),
    ('已', ""),
    ('将', "军"),
    ('要', "素点闻"),
    ('并', "购联网"),
    ('在', "线建校编岗"),
    ('对', "外接口象标"),
    ('为', "民老主"),
    ('向', "阳"),
    ('给', "水"),
    ('拟', ""),
];

/// Verbs that stand between who does it and what is counted: 盐田高级中学完成主体工程35%. None occurs inside a noun.
pub(super) const LIGHT_VERBS: &str = "完成 实现 开展 举办 召开 举行 组织 启动 达到";

/// The openers by their first character: most phrases begin with none, and each is asked again and again.
static BY_FIRST: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<&'static str>> = HashMap::new();
    for word in words(OPENERS) {
        by_first.entry(word.chars().next().unwrap_or_default()).or_default().push(word);
    }
    by_first
});

/// Every opener with which a text begins, with what stands behind it.
fn openers_of(text: &str) -> impl Iterator<Item = (&'static str, &str)> {
    let near = text.chars().next().and_then(|first| BY_FIRST.get(&first));
    near.into_iter().flatten().filter_map(move |word| Some((*word, text.strip_prefix(word)?)))
}

/// The verb itself where verbs are all there is: 组织培训3期 counts 培训; 召开2次 does not say what.
pub(super) fn bare_verb(verbs: &str) -> &str {
    let mut text = verbs.trim_matches(is_blank);
    while let Some(shorter) = openers_of(text)
        .map(|(_, shorter)| shorter)
        .filter(|shorter| shorter.chars().count() >= 2)
        .min_by_key(|shorter| shorter.len())
    {
        text = shorter;
    }
    let says_something =
        !words(LIGHT_VERBS).any(|word| word == text) && !words(ADVERBS).any(|word| word == text);
    if says_something { text } else { "" }
}

/// Whether a name is nothing but a verb: 筹建.
pub(super) fn is_verb(name: &str) -> bool {
    words(OPENERS).any(|verb| verb == name)
}

/// Whether a phrase ends with a verb, so that what follows is its object: 新建|一个….
pub(super) fn ends_with_verb(text: &str) -> bool {
    let text = text.trim_end_matches(is_blank);
    words(OPENERS).any(|verb| verb.chars().count() > 1 && text.ends_with(verb))
}

/// Whether a phrase ends with 完成 or the like: its object follows the number (径口村完成|85%拆迁谈判).
pub(super) fn ends_with_light_verb(text: &str) -> bool {
    words(LIGHT_VERBS).any(|verb| verb != "达到" && text.trim_end_matches(is_blank).ends_with(verb))
}

/// Whether a text begins with a verb: it goes on about what was counted before.
pub(super) fn begins_with_verb(text: &str) -> bool {
    // 服务站 and 培训班 are things.
    let makes_a_thing =
        |rest: &str| rest.starts_with(['站', '点', '班', '房', '所', '室', '员', '队', '车', '厅']);
    openers_of(text).any(|(verb, rest)| verb.chars().count() > 1 && !makes_a_thing(rest))
}

/// What stands behind the leading verbs and adverbs; a verb that is all there is, or all but one character, stays
/// (检查站, 培训).
pub(super) fn without_openers(mut text: &str) -> &str {
    text = text.trim_start_matches(is_blank);
    while let Some(shorter) = openers_of(text)
        .map(|(_, shorter)| shorter)
        .min_by_key(|shorter| shorter.len())
        .or_else(|| without_particle(text))
    {
        if shorter.chars().count() == 1 {
            break;
        }
        text = shorter.trim_start_matches(is_blank);
    }
    text
}

/// 整治进度 for 进度 in 全面整治进度.
pub(super) fn with_last_opener<'a>(phrase: &'a str, noun: &str) -> &'a str {
    let before = &phrase[..phrase.len() - noun.len()];
    let opener = words(OPENERS)
        .filter(|word| before.ends_with(word))
        .max_by_key(|word| word.len())
        .unwrap_or_default();
    let is_verb = !opener.is_empty()
        && !words(ADVERBS).any(|word| word == opener)
        && !words(LIGHT_VERBS).any(|word| word == opener);
    if is_verb { &phrase[before.len() - opener.len()..] } else { &phrase[before.len()..] }
}

fn without_particle(text: &str) -> Option<&str> {
    let (particle, bound) = PARTICLES.iter().find(|(particle, _)| text.starts_with(*particle))?;
    let rest = &text[particle.len_utf8()..];
    rest.chars().next().is_some_and(|next| !bound.contains(next)).then_some(rest)
}
