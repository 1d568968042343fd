//! Operators: the words around a number that say whether it is promised exactly, at least, about, or at most.

use super::name::is_blank;

/// What a word beside a number makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    /// 不少于, 以上, ≥.
    AtLeast,
    /// 约, 近, 左右, 余.
    About,
    /// 不超过, 以内: an upper limit, which no bound of ours says.
    AtMost,
    /// 从, 由, 较: where things stand before, not what is promised.
    Before,
    /// 每, 人均: so many for each, however many there are.
    Each,
}

const BEFORE: [(&str, Operator); 56] = [
    ("不少于", Operator::AtLeast),
    ("不低于", Operator::AtLeast),
    ("不小于", Operator::AtLeast),
    ("不下于", Operator::AtLeast),
    ("至少", Operator::AtLeast),
    ("超过", Operator::AtLeast),
    ("突破", Operator::AtLeast),
    ("高于", Operator::AtLeast),
    ("大于", Operator::AtLeast),
    ("多于", Operator::AtLeast),
    ("逾", Operator::AtLeast),
    ("超", Operator::AtLeast),
    ("≥", Operator::AtLeast),
    (">=", Operator::AtLeast),
    ("\u{2267}", Operator::AtLeast),
    ("大约", Operator::About),
    ("约", Operator::About),
    ("将近", Operator::About),
    ("接近", Operator::About),
    ("近", Operator::About),
    ("不超过", Operator::AtMost),
    ("不高于", Operator::AtMost),
    ("不大于", Operator::AtMost),
    ("不多于", Operator::AtMost),
    ("低于", Operator::AtMost),
    ("少于", Operator::AtMost),
    ("小于", Operator::AtMost),
    ("最多", Operator::AtMost),
    ("至多", Operator::AtMost),
    ("最高", Operator::AtMost),
    ("控制在", Operator::AtMost),
    ("≤", Operator::AtMost),
    ("<", Operator::AtMost),
    ("从", Operator::Before),
    ("由", Operator::Before),
    ("原有", Operator::Before),
    ("现有", Operator::Before),
    ("已有", Operator::Before),
    ("已建成", Operator::Before),
    ("已完成", Operator::Before),
    ("排名前", Operator::Before),
    ("前", Operator::Before),
    ("最近", Operator::Before),
    ("上述", Operator::Before),
    ("这", Operator::Before),
    ("该", Operator::Before),
    ("每", Operator::Each),
    ("人均", Operator::Each),
    ("户均", Operator::Each),
    ("平均", Operator::Each),
    ("月均", Operator::Each),
    ("日均", Operator::Each),
    ("每月", Operator::Each),
    ("每周", Operator::Each),
    ("每年", Operator::Each),
    ("每天", Operator::Each),
];

/// Words that end in an operator's character and are none: 预约, 签约, 附近.
const NO_OPERATOR: [&str; 36] = [
    "预约", "签约", "节约", "公约", "合约", "契约", "制约", "违约", "条约", "租约", "履约", "特约", "邀约",
    "相约", "失约", "婚约", "和约", "简约", "续约", "集约", "誓约", "解约", "毁约", "守约", "约约", "附近",
    "邻近", "靠近", "临近", "远近", "亲近", "就近", "赶超", "高超", "理由", "自由",
];

/// The operator at the end of the phrase before a number, and the phrase without it.
pub(super) fn before(phrase: &str) -> (Option<Operator>, &str) {
    let phrase = phrase.trim_end_matches(is_blank);
    if NO_OPERATOR.iter().any(|word| phrase.ends_with(word)) {
        return (None, phrase);
    }
    BEFORE
        .iter()
        .filter_map(|&(word, operator)| phrase.strip_suffix(word).map(|rest| (Some(operator), rest)))
        .min_by_key(|(_, rest)| rest.len())
        .unwrap_or((None, phrase))
}

/// The operator right behind a number or its measure word, and how many bytes it takes.
pub(super) fn behind(text: &str) -> (Option<Operator>, usize) {
    const BEHIND: [(&str, Operator); 12] = [
        ("及以上", Operator::AtLeast),
        ("(含)以上", Operator::AtLeast),
        ("以上", Operator::AtLeast),
        ("之上", Operator::AtLeast),
        ("左右", Operator::About),
        ("上下", Operator::About),
        ("及以下", Operator::AtMost),
        ("以下", Operator::AtMost),
        ("之内", Operator::AtMost),
        ("以内", Operator::AtMost),
        ("余", Operator::About),
        ("多", Operator::About),
    ];
    BEHIND
        .iter()
        .find(|(word, _)| text.starts_with(word))
        .map_or((None, 0), |&(word, operator)| (Some(operator), word.len()))
}
