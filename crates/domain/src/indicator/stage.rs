//! Stages: whether a number is of works that begin or of works that are done, as the words around it say.
//!
//! Numbers of two stages are never values of one indicator: 开工15个 and 完工6个.

use super::name::words;

/// Words of works that are under way; none says that anything is there yet.
const BEGUN: &str = "开工 动工 启动 进场 选址 封顶 立项 招标 设计 摸底 前期 申报";

/// Words of works that are there.
const DONE: &str = "完工 竣工 投用 投入使用 交付 验收 开放 开学 启用 投运 通车";

/// What such a number may be called by where nothing else names it (累计完成6个).
const DONE_BARE: &str = "完成 建成 完工 竣工 交付 投用";

/// How far the works are that a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// 开工, 主体封顶: under way.
    Begun,
    /// 完工, 投入使用: there.
    Done,
}

/// What the words around a number say; `None` where they say nothing, or both.
pub(super) fn of(text: &str) -> Option<Stage> {
    let says = |list| words(list).any(|word| text.contains(word));
    match (says(BEGUN), says(DONE)) {
        (true, false) => Some(Stage::Begun),
        (false, true) => Some(Stage::Done),
        _ => None,
    }
}

/// The word of being done in verbs that stand alone before a number.
pub(super) fn done_word(verbs: &str) -> Option<&'static str> {
    words(DONE_BARE).find(|word| verbs.ends_with(word))
}

/// Whether a phrase is about getting ready and so names nothing that a later number counts (完成前期工作，开工30公里).
pub(super) fn is_preparation(phrase: &str) -> bool {
    words("前期 方案 招标 设计 选址 摸底 论证 立项 可研 勘察").any(|word| phrase.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages() {
        assert_eq!(of("2所学校主体结构封顶"), Some(Stage::Begun));
        assert_eq!(of("3所学校竣工"), Some(Stage::Done));
        assert_eq!(of("新建学校5所"), None);
        assert_eq!(of("开工并竣工3所"), None);
        assert_eq!(done_word("累计完成"), Some("完成"));
    }
}
