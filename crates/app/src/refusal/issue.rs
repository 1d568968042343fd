//! Why a report is not issued, or what was sent of it not recorded.

use super::io_words;
use domain::issue::NotACheckCode;
use domain::period::date_in_words;
use jiff::civil::Date;

/// A refusal of 签发.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the sentences below describe them")]
pub enum IssueRefusal {
    #[error("this document is never issued")]
    NeverIssued,
    #[error("nobody approved it")]
    NotApproved,
    #[error("approved on {on}, before {as_of}")]
    ApprovedBefore { on: Date, as_of: Date },
    #[error("approved on {on}, after {today}")]
    ApprovedLater { on: Date, today: Date },
    #[error("as of {as_of}, after {today}")]
    AsOfLater { as_of: Date, today: Date },
    #[error("something is missing")]
    Incomplete(Vec<String>),
    #[error("issued already as {0}")]
    AlreadyIssued(String),
    #[error("no issued report {text}")]
    Unknown { text: String, known: Vec<String> },
    #[error("{number} is corrected by {by} already")]
    AlreadyCorrected { number: String, by: String },
    #[error("{given} cannot correct {number}, {corrected}")]
    CorrectsAnother { given: String, number: String, corrected: String },
    #[error("nobody is named who had {0}")]
    HoldersMissing(String),
    #[error("{number}: sent on {on}")]
    SentWhen { number: String, on: Date, issued_on: Date, today: Date },
    #[error("no check code: {0:?}")]
    NotACode(NotACheckCode),
    #[error("{0} is no name of a PDF file")]
    PdfOnly(String),
    #[error("{number} is issued, and not written to {name}: {why}")]
    NotWritten { number: String, name: String, why: std::io::Error },
    #[error("{0} is issued and stays")]
    Stays(String),
}

impl IssueRefusal {
    /// What happened, to what, and what to do next.
    #[must_use]
    pub fn text(&self) -> String {
        let day = |day: &Date| date_in_words(*day);
        match self {
            Self::NeverIssued => {
                "没有签发：这种文件不编文号，不经签发。请直接打印，或改选季度进展情况表等报送领导的文件。"
                    .into()
            }
            Self::NotApproved => {
                "没有签发：还没有签批。请先印送审稿送领导签批，再写明签批人和签批日期。".into()
            }
            Self::ApprovedBefore { on, as_of } => format!(
                "没有签发：签批日期{}早于数据截至日{}，所签的不会是这些数据。请核对签批日期，或改数据截至日期。",
                day(on),
                day(as_of)
            ),
            Self::ApprovedLater { on, today } => {
                format!(
                    "没有签发：签批日期{}还没有到（今天是{}）。请改为实际签批的日期。",
                    day(on),
                    day(today)
                )
            }
            Self::AsOfLater { as_of, today } => {
                format!(
                    "没有签发：数据截至{}还没有到（今天是{}）。请改为今天或以前的日期。",
                    day(as_of),
                    day(today)
                )
            }
            Self::Incomplete(gaps) => format!(
                "没有签发：还有{}处不齐，列在下面。请补齐后再签发；确需缺项签发的，请明确选择（命令行用 --with-gaps），所缺各项会记入签发记录。",
                gaps.len()
            ),
            Self::AlreadyIssued(number) => {
                format!(
                    "没有签发：同一文件、同一数据截至日已以{number}签发。内容有误的，请作为{number}的更正签发。"
                )
            }
            Self::Unknown { text, known } if known.is_empty() => {
                format!("没有文号为“{text}”的已签发报告：这个资料库还没有签发过报告。")
            }
            Self::Unknown { text, known } => {
                format!("没有文号为“{text}”的已签发报告。已签发的有：{}。", known.join("、"))
            }
            Self::AlreadyCorrected { number, by } => {
                format!("没有签发：{number}已由{by}更正。再有错误，请作为{by}的更正签发。")
            }
            Self::CorrectsAnother { given, number, corrected } => format!(
                "没有签发：要签发的是“{given}”，要更正的{number}是“{corrected}”，不是同一份文件。更正件须与原件同一种文件、同一报告期、同一部门。请核对文号；要更正{number}，请改签发“{corrected}”。"
            ),
            Self::HoldersMissing(number) => {
                format!("没有签发：没有写明{number}的原件发往何处。请写明哪些单位持有，以便收回或告知。")
            }
            Self::SentWhen { number, on, issued_on, today } => format!(
                "没有记入：{number}于{}签发，发出日期{}不在签发当日至今天（{}）之间。请改为实际发出的日期。",
                day(issued_on),
                day(on),
                day(today)
            ),
            Self::NotACode(NotACheckCode::Length(length)) => format!(
                "这不是校验码：校验码有12个字母和数字（如 XJ4B-NP4P-AHH6），写了{length}个。请照页脚“校验码”后面的抄写。"
            ),
            Self::NotACode(NotACheckCode::Character(c)) => format!(
                "这不是校验码：校验码只有字母和数字（如 XJ4B-NP4P-AHH6），没有“{c}”。请照页脚“校验码”后面的抄写。"
            ),
            Self::PdfOnly(name) => format!(
                "没有办理：签发的报告只有 PDF 一种，不能写成“{name}”。请用 .pdf 作扩展名；要修改的文稿请写出送审稿（.docx、.xlsx）。"
            ),
            Self::NotWritten { number, name, why } => format!(
                "已签发{number}，但没有写到“{name}”：{}。文件已长期保存，不必重新签发：请用 bps report issued {number} -o 文件 取出。",
                io_words(why)
            ),
            Self::Stays(number) => {
                format!("没有撤销：{number}已经签发，编号和文件长期保存。有误的，请签发更正件代替它。")
            }
        }
    }

    /// What the sentence speaks of, one a line.
    pub(super) fn lines(&self) -> Vec<String> {
        match self {
            Self::Incomplete(gaps) => gaps.clone(),
            _ => Vec::new(),
        }
    }
}
