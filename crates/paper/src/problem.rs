//! Problems: what in a paper was not understood, or contradicts itself. Nothing is dropped: the text is in the problem
//! or in the plan.

use std::fmt;

/// One place of the paper that a person must look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file, from 1.
    pub line: usize,
    /// The text that it is about, as in the file; empty where something is missing.
    pub text: String,
    /// What is the matter.
    pub reason: ProblemReason,
}

/// What may be the matter with a place of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the sentences below say it")]
pub enum ProblemReason {
    NoTitle,
    NoYear,
    YearNotInTitle,
    NoIssuer,
    IssuerElsewhere,
    NoPublicationDay,
    OtherDay,
    RecordAgain,
    RecordLine,
    SectionOrder,
    NoHead,
    HeadDiffers,
    UnknownHead,
    PageMark,
    NoGoal,
    GoalAgain,
    GoalOverLines,
    StrayLine,
    ExtraCell,
    NoTask,
    NumberGap {
        /// The number that should have come.
        expected: u32,
    },
    NumberAgain,
    NoTaskTitle,
    RepetitionDiffers,
    NoLabel,
    NoColon,
    QuarterInside,
    UnknownLabel,
    EmptyLabel,
    QuarterAgain,
    QuarterOrder,
    ObjectiveAgain,
    NoProgress,
    NoMilestones,
    NoDepartments,
    DepartmentAgain,
    OddDepartment,
    DepartmentMarks,
    DepartmentRole,
    StrayCharacter,
    BrokenWord,
    NotUnderstood,
}

impl fmt::Display for ProblemReason {
    /// The sentence that a person reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoTitle => "没有读到白皮书的名称",
            Self::NoYear => {
                "没有读到年度：名称里应有“2013年度”或“2013年”这样的字样；请在文件里补上后重新导入"
            }
            Self::YearNotInTitle => "名称里没有年度，年度取自正文，请核对",
            Self::NoIssuer => "没有读到发布机构；请在文件开头补上一行“发布机构：……”后重新导入",
            Self::IssuerElsewhere => "没有“发布机构”这一行，发布机构取自名称或落款，请核对",
            Self::NoPublicationDay => "发布日期不是可识别的日期，日期未读入，原文保留",
            Self::OtherDay => "没有“发布日期”这一行，以这个日期代替，请核对",
            Self::RecordAgain => "公文要素重复出现且内容不同，以前一处为准",
            Self::RecordLine => "公文要素之间的这一行不能识别，未读入",
            Self::SectionOrder => "部分的序号没有递增，已照原文读入，请核对",
            Self::NoHead => {
                "任务表没有表头（总体目标、工作任务、目标及进度、责任部门），已按内容读入，请核对"
            }
            Self::HeadDiffers => "重复的表头与首次出现的表头不一致，以首次的为准",
            Self::UnknownHead => "表头中的这一列不是总体目标、工作任务、目标及进度、责任部门之一，未读入",
            Self::PageMark => "页码或“续表”字样，未读入",
            Self::NoGoal => "工作任务前没有总体目标，请核对",
            Self::GoalAgain => "总体目标不连续地重复出现，已作为另一项读入，请核对",
            Self::GoalOverLines => "总体目标分成了几行，已连为一项，请核对",
            Self::StrayLine => "表格中间多出来的一行，未读入",
            Self::ExtraCell => "多出来的单元格，未读入；如是任务内容，请核对任务编号和竖线",
            Self::NoTask => "没有编号的工作任务与这一格对应，未读入；请核对任务编号",
            Self::NumberGap { expected } => {
                return write!(f, "任务编号不连续，按顺序此处应为{expected}，已按原编号读入，请核对");
            }
            Self::NumberAgain => "任务编号重复，已作为另一项任务读入，请核对",
            Self::NoTaskTitle => "工作任务只有编号，没有名称，请核对",
            Self::RepetitionDiffers => "续行重复的内容与前文不一致，以前文为准",
            Self::NoLabel => "目标及进度中这段文字前没有“目标”或“第几季度”，未读入",
            Self::NoColon => "季度后面没有冒号，已作为该季度的进度读入，请核对",
            Self::QuarterInside => "这段文字里另有一处季度字样，没有作为季度标签，请核对",
            Self::UnknownLabel => "不是“目标”或四个季度之一的时间标签，连同后面的内容未读入",
            Self::EmptyLabel => "这个标签后面没有内容",
            Self::QuarterAgain => "同一季度出现两次且内容不同，以前一处为准",
            Self::QuarterOrder => "季度没有按先后顺序排列，请核对",
            Self::ObjectiveAgain => "目标出现两次且内容不同，以前一处为准",
            Self::NoProgress => "这项任务的这一行没有目标及进度，请核对",
            Self::NoMilestones => "这项任务没有任何季度的进度，请核对",
            Self::NoDepartments => "这项任务的这一行没有责任部门，请核对",
            Self::DepartmentAgain => "同一任务的责任部门重复，只读入一次",
            Self::OddDepartment => "已作为责任部门读入，但不像部门名称，请核对",
            Self::DepartmentMarks => "责任部门一栏里没有文字的符号，未读入",
            Self::DepartmentRole => "责任部门前的分工说明，未读入；部门已按先后顺序读入，请核对",
            Self::StrayCharacter => "这一行有不能显示或已损坏的字符，请核对",
            Self::BrokenWord => "换行处两侧的数字或字母已直接相连，请核对",
            Self::NotUnderstood => "不能识别的内容，未读入",
        })
    }
}
