//! Why a table has no such columns (栏目), and their Chinese.

use report::{PresetFault, WrongPreset};

/// Why columns cannot be had.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the sentences below describe them")]
pub enum ColumnsRefusal {
    /// With every key and name that there is.
    #[error("no columns {text}")]
    Unknown { text: String, known: Vec<(String, String)> },
    #[error("columns of another style")]
    OfWideOnly,
    #[error(transparent)]
    Wrong(Box<WrongPreset>),
}

impl From<WrongPreset> for ColumnsRefusal {
    fn from(wrong: WrongPreset) -> Self {
        Self::Wrong(Box::new(wrong))
    }
}

impl ColumnsRefusal {
    pub(super) fn text(&self) -> String {
        match self {
            Self::Unknown { text, known } => {
                let known: Vec<_> = known.iter().map(|(key, name)| format!("{key} {name}")).collect();
                format!("没有名为“{text}”的栏目。可用的有：{}。", known.join("、"))
            }
            Self::OfWideOnly => {
                "没有生成：只有对照版式可以选栏目。请加上 --style wide，或去掉 --columns。".into()
            }
            Self::Wrong(wrong) => wrong_text(wrong),
        }
    }
}

/// The file, the column, what is wrong with it and what would be right.
fn wrong_text(wrong: &WrongPreset) -> String {
    let file = format!("栏目文件“{}”", wrong.file);
    let place = match &wrong.column {
        None => file,
        Some(place) if place.head.is_empty() => format!("{file}第{}栏", place.number),
        Some(place) => format!("{file}第{}栏“{}”", place.number, place.head),
    };
    let fault = match &wrong.fault {
        PresetFault::Unreadable(line) => {
            format!("第{line}行读不懂。请按 TOML 的写法改好这一行，文字两边用英文双引号")
        }
        PresetFault::Missing(entry) => format!("没有写 {entry}。请补上"),
        PresetFault::Unknown(entry) => format!("写了不认识的 {entry}。请去掉或改正名称"),
        PresetFault::NotText(entry) => format!("的 {entry} 应是一段文字，不能空着。请改正"),
        PresetFault::NotNumber(entry) => format!("的 {entry} 应是一个整数（半字的个数）。请改正"),
        PresetFault::NotColumns => "的 columns 应是各栏的列表。请逐栏写成一行".into(),
        PresetFault::NotInList { entry, found, known } => {
            format!("的 {entry} 不能是“{found}”。请写其中之一：{}", known.join("、"))
        }
        PresetFault::BadKey(key) => {
            format!("的 key 不能是“{key}”：只能用小写英文字母、数字和连字符。请改正")
        }
        PresetFault::TooNarrow { found, least } => {
            format!("只有{found}个半字宽，排不下文字。请改为{least}个半字以上")
        }
        PresetFault::Twice(content) => format!("与前面的栏重复：都是“{content}”。请留一栏"),
        PresetFault::Lacks(content) => format!("没有“{content}”这一栏。请补上"),
        PresetFault::TooWide(excess) => {
            format!("各栏合计超出版心{excess}个半字。请把有的栏改窄，合计减少{excess}")
        }
        PresetFault::NotFilled(left) => {
            format!("各栏合计比版心少{left}个半字。请把有的栏改宽，合计增加{left}")
        }
    };
    format!("{place}{fault}。")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use report::ColumnPreset;

    const RIGHT: &str = include_str!("../../../report/presets/compare.toml");

    #[test]
    fn a_wrong_file_is_named_with_its_column_and_its_fault() {
        assert!(ColumnPreset::read("我区.toml", RIGHT).is_ok());
        let check = |from: &str, to: &str, expected: &str| {
            let text = RIGHT.replacen(from, to, 1);
            assert_ne!(text, RIGHT, "{from}");
            let wrong = ColumnPreset::read("我区.toml", &text).unwrap_err();
            let said = ColumnsRefusal::from(wrong).text();
            let said = said.strip_prefix("栏目文件“我区.toml”").unwrap();
            assert_eq!(said, expected);
        };
        check(
            "key = \"compare\"",
            "key = compare",
            "第3行读不懂。请按 TOML 的写法改好这一行\u{FF0C}文字两边用英文双引号。",
        );
        check("key = \"compare\"", "", "没有写 key。请补上。");
        check(
            "\"compare\"",
            "\"对照\"",
            "的 key 不能是“对照”\u{FF1A}只能用小写英文字母、数字和连字符。请改正。",
        );
        check("name = \"对照\"", "name = \" \"", "的 name 应是一段文字\u{FF0C}不能空着。请改正。");
        check("hint =", "colour = 1\nhint =", "写了不认识的 colour。请去掉或改正名称。");
        check(
            "grouped_by = \"总体目标\"",
            "grouped_by = \"部门\"",
            "的 grouped_by 不能是“部门”。请写其中之一\u{FF1A}总体目标、分管领导、无。",
        );
        check("grouped_by = \"总体目标\"", "grouped_by = \"分管领导\"", "没有“分管领导”这一栏。请补上。");
        check(
            "half_characters = 41",
            "half_characters = 45",
            "各栏合计超出版心4个半字。请把有的栏改窄\u{FF0C}合计减少4。",
        );
        check(
            "half_characters = 41",
            "half_characters = 40",
            "各栏合计比版心少1个半字。请把有的栏改宽\u{FF0C}合计增加1。",
        );
        check(
            "half_characters = 8",
            "half_characters = 3",
            "第1栏“序号”只有3个半字宽\u{FF0C}排不下文字。请改为4个半字以上。",
        );
        check(
            "half_characters = 8",
            "half_characters = \"8\"",
            "第1栏“序号”的 half_characters 应是一个整数\u{FF08}半字的个数\u{FF09}。请改正。",
        );
        check(
            "half_characters = 8",
            "half_characters = -8",
            "第1栏“序号”的 half_characters 应是一个整数\u{FF08}半字的个数\u{FF09}。请改正。",
        );
        check(
            "\"工作任务\", head = \"工作任务\"",
            "\"任务\", head = \"工作\"",
            "第3栏“工作”的 content 不能是“任务”。请写其中之一\u{FF1A}序号、总体目标、分管领导、工作任务、目标及进度、完成时限、上期完成情况、本期完成情况、状态、责任部门。",
        );
        check(
            "content = \"序号\", head = \"序号\"",
            "content = \"状态\", head = \"\"",
            "第1栏的 head 应是一段文字\u{FF0C}不能空着。请改正。",
        );
        check(
            "content = \"序号\"",
            "content = \"状态\"",
            "第6栏“状态”与前面的栏重复\u{FF1A}都是“状态”。请留一栏。",
        );
        check(
            "alignment = \"左\"",
            "alignment = \"右\"",
            "第3栏“工作任务”的 alignment 不能是“右”。请写其中之一\u{FF1A}居中、左、两端。",
        );
        check("content = \"状态\"", "content = \"完成时限\"", "没有“状态”这一栏。请补上。");
    }
}
