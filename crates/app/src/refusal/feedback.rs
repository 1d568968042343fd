//! Why something is not done with a piece of feedback.

use domain::feedback::NotAllowed;

/// A refusal of 公众意见.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the sentences below describe them")]
pub enum FeedbackRefusal {
    #[error("no feedback {0}")]
    Unknown(String),
    #[error("several feedbacks {text}")]
    Several { text: String, receipts: Vec<String> },
    #[error("{0} has not come yet")]
    NotReceivedYet(String),
    #[error("due {due} before receipt {received}")]
    DueBeforeReceipt { due: String, received: String },
    #[error("{days} days for an answer")]
    DaysOutOfRange { days: i32, most: i32 },
    #[error("{receipt} does not allow it: {why:?}")]
    NotAllowed { receipt: String, why: NotAllowed },
    #[error("{name} is no mail")]
    NotAMail { name: String, why: &'static str },
    #[error("{name} is {receipt} already")]
    LetterKnown { name: String, receipt: String },
}

impl FeedbackRefusal {
    /// What happened, to what, and what to do next.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Unknown(text) => {
                format!("没有编号为“{text}”的公众意见。请核对受理编号，如 12 或 2013-0012。")
            }
            Self::Several { text, receipts } => {
                format!("编号“{text}”在多个年度都有：{}。请写明年度，如 2013-0012。", receipts.join("、"))
            }
            Self::NotReceivedYet(day) => {
                format!("没有登记：收到日期{day}还没有到。请改为实际收到的日期。")
            }
            Self::DueBeforeReceipt { due, received } => {
                format!("没有更改：答复期限{due}早于收到日期{received}。请改为收到当天或以后的日期。")
            }
            Self::DaysOutOfRange { days, most } => {
                format!("没有设置：答复期限不能是{days}天。请写0到{most}之间的天数，如7。")
            }
            Self::NotAllowed { receipt, why: NotAllowed::Closed } => {
                format!("{receipt}已经办结，没有改动。需要再办时，请先写明理由重新办理。")
            }
            Self::NotAllowed { receipt, why: NotAllowed::NotClosed } => {
                format!("{receipt}还没有办结，不需要重新办理。请直接答复或办结。")
            }
            Self::NotAllowed { receipt, why: NotAllowed::WordsMissing } => {
                format!("{receipt}没有改动：答复要写内容，没有答复就办结、重新办理都要写明理由。请补上文字。")
            }
            Self::NotAMail { name, why } => {
                format!("没有读入“{name}”：{why}。请选择从邮箱另存的 .eml 文件，或把内容粘贴到登记表里。")
            }
            Self::LetterKnown { name, receipt } => {
                format!("没有登记：邮件“{name}”已登记为{receipt}。请打开那一件继续办理。")
            }
        }
    }
}
