//! Results as people read them on a terminal.

pub(crate) mod indicators;

use app::paper::Imported;
use app::wire::command_line::{PaperRead, ProgressShown, TaskLine, TaskShown};
use app::wire::find::{FoundList, HitKind, Marked};
use app::wire::paper::PaperProblem;
use app::wire::printed::{BookFile, BookWritten};
use app::wire::settings::{CheckReport, FullBackup, StoreView};
use app::words::{Claim, Quarter, to_chinese};
use std::fmt::Write;

/// A written document.
#[derive(serde::Serialize)]
pub(crate) struct Written {
    pub(crate) file: String,
    /// Where the document has pages of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) pages: Option<u32>,
    pub(crate) title: String,
    /// What happened after the as-of date and is left out.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) later: String,
}

impl Written {
    pub(crate) fn words(&self) -> String {
        let pages = self.pages.map(|pages| format!("，共{pages}页")).unwrap_or_default();
        let later = if self.later.is_empty() { String::new() } else { format!("\n注意：{}", self.later) };
        format!("已写出《{}》{pages}：{}{later}", self.title, self.file)
    }
}

/// The volumes of a book, what it holds, and what it only lists.
pub(crate) fn evidence_book(written: &BookWritten) -> String {
    let volume = |file: &BookFile| format!("已写出，共{}页：{}", file.pages, file.file);
    let mut lines: Vec<String> = written.files.iter().map(volume).collect();
    lines.push(written.counts.clone());
    if !written.listed.is_empty() {
        lines.push("只列目录的文件：".to_owned());
        lines.extend(written.listed.iter().map(|listed| format!("  {listed}")));
    }
    lines.join("\n")
}

fn quarter(number: u8) -> &'static str {
    Quarter::from_number(number).map_or("", Quarter::ordinal_word)
}

pub(crate) fn paper(read: &PaperRead) -> String {
    let or_none = |text: &str| if text.is_empty() { "（未读到）".to_owned() } else { text.to_owned() };
    let year = read.year.map_or_else(|| "年度：（未读到）".to_owned(), |year| format!("{year}年度"));
    let mut text = format!("{}\n{year}　发布机构：{}", or_none(&read.title), or_none(&read.issuer));
    if let Some(day) = &read.published_on {
        let _ = write!(text, "　发布日期：{day}");
    }
    for goal in &read.goals {
        let _ = write!(text, "\n\n【{}】", goal.name);
        for task in &goal.tasks {
            let _ = write!(
                text,
                "\n（{}）{}　[{}]",
                to_chinese(task.number),
                task.title,
                task.departments.join("、")
            );
            if let Some(objective) = &task.objective {
                let _ = write!(text, "\n    目标：{objective}");
            }
            for (at, milestone) in (1..).zip(&task.milestones) {
                if let Some(milestone) = milestone {
                    let _ = write!(text, "\n    {}：{milestone}", quarter(at));
                }
            }
        }
    }
    text.push_str("\n\n");
    text.push_str(&problems(&read.problems));
    text
}

fn problems(problems: &[PaperProblem]) -> String {
    if problems.is_empty() {
        return "没有发现问题。".to_owned();
    }
    let lines =
        problems.iter().map(|p| format!("\n  第{}行 “{}”：{}", p.line, p.text, p.reason)).collect::<String>();
    format!("发现{}个问题，请核对：{lines}", problems.len())
}

pub(crate) fn imported(imported: &Imported) -> String {
    let first = if imported.unchanged {
        format!("{}年度的这份白皮书已在用，没有改动。", imported.year)
    } else {
        let c = &imported.counts;
        format!(
            "已启用{}年度白皮书：{}个总体目标，{}项任务，{}个季度目标，{}个事项，{}个部门。",
            imported.year, c.goals, c.tasks, c.milestones, c.items, c.departments
        )
    };
    format!("{first}\n{}", problems(&imported.problems))
}

pub(crate) fn tasks(tasks: &[TaskLine]) -> String {
    let mut text = String::new();
    let several = tasks.iter().any(|task| task.year != tasks[0].year);
    let mut head = (0, "");
    for task in tasks {
        if (task.year, task.goal.as_str()) != head {
            let year = if several { format!("{}年度 ", task.year) } else { String::new() };
            let _ = write!(text, "{}{year}【{}】", if text.is_empty() { "" } else { "\n\n" }, task.goal);
            head = (task.year, &task.goal);
        }
        let states: Vec<_> = task.states.iter().map(|state| state.word.as_str()).collect();
        let _ = write!(
            text,
            "\n（{}）{}　[{}]",
            to_chinese(task.number),
            task.title,
            task.departments.join("、")
        );
        let _ = write!(text, "\n    {}", states.join(" · "));
    }
    if text.is_empty() {
        "还没有任务。请先用 bps paper import 导入白皮书。".to_owned()
    } else {
        text
    }
}

pub(crate) fn task(shown: &TaskShown) -> String {
    let line = &shown.line;
    let mut text = format!(
        "（{}）{}\n{}　责任部门：{}",
        to_chinese(line.number),
        line.title,
        line.goal,
        line.departments.join("、")
    );
    if let Some(objective) = &shown.objective {
        let _ = write!(text, "\n目标：{objective}");
    }
    for (state, milestone) in line.states.iter().zip(&shown.milestones) {
        let Some(milestone) = milestone else { continue };
        let _ =
            write!(text, "\n\n{}：{milestone}\n    {}　{}", quarter(state.quarter), state.word, state.reason);
        for progress in shown.progress.iter().filter(|progress| progress.quarter == state.quarter) {
            text.push_str(&statement(progress));
        }
    }
    text
}

pub(crate) fn found(list: &FoundList) -> String {
    let mut text = String::new();
    for hit in &list.hits {
        let year = hit.year.map(|year| format!("{year}年度 ")).unwrap_or_default();
        let title = marked(&hit.title);
        let _ =
            write!(text, "{}〔{}〕{year}{title}", if text.is_empty() { "" } else { "\n" }, kind(hit.kind));
        if !hit.context.text.is_empty() {
            let _ = write!(text, "{}{}", if title.is_empty() { "" } else { "　" }, marked(&hit.context));
        }
        if let Some(excerpt) = &hit.excerpt {
            let _ = write!(text, "\n    {}：{}", hit.field, marked(excerpt));
        }
    }
    if text.is_empty() {
        return "没有找到。可以换一个词，或只写其中两三个字。".to_owned();
    }
    if !list.more.is_empty() {
        let kinds: Vec<_> = list.more.iter().map(|one| kind(*one)).collect();
        let _ = write!(text, "\n{}还有更多没有列出，请再写几个字。", kinds.join("、"));
    }
    text
}

/// What matched stands between 【 and 】.
fn marked(marked: &Marked) -> String {
    let mut text = String::new();
    for (at, c) in (0..).zip(marked.text.chars()) {
        if marked.marks.iter().any(|mark| mark.start == at) {
            text.push('【');
        }
        text.push(c);
        if marked.marks.iter().any(|mark| mark.end == at + 1) {
            text.push('】');
        }
    }
    text
}

fn kind(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Task => "任务",
        HitKind::Department => "部门",
        HitKind::Progress => "填报",
        HitKind::Evidence => "佐证",
        HitKind::Finding => "认定",
        HitKind::Review => "审核",
        HitKind::Summary => "汇总稿",
        HitKind::Comment => "批注",
        HitKind::Leader => "分管领导",
        HitKind::Instruction => "领导批示",
        HitKind::SupervisionItem => "督办",
        HitKind::Feedback => "公众意见",
        HitKind::PlanChange => "计划调整",
        HitKind::Contact => "联络员",
        HitKind::OrganisationChange => "机构变动",
        HitKind::Person => "人员",
        HitKind::Plan => "白皮书",
        HitKind::IssuedReport => "已签发报告",
    }
}

fn statement(progress: &ProgressShown) -> String {
    let word = progress.claim.parse::<Claim>().map_or("", Claim::word);
    let mut text =
        format!("\n    {}（{}）自报{word}：{}", progress.department, progress.round, progress.text);
    let boxes = [("原因", &progress.cause), ("措施", &progress.measure), ("责任人", &progress.person)];
    for (label, content) in boxes.into_iter().filter(|(_, content)| !content.is_empty()) {
        let _ = write!(text, "\n        {label}：{content}");
    }
    if let Some(due) = &progress.due {
        let _ = write!(text, "\n        预计完成日期：{due}");
    }
    for value in &progress.values {
        let _ = write!(text, "\n        {} {}{}", value.name, value.amount, value.measure);
    }
    for evidence in &progress.evidence {
        let _ = write!(
            text,
            "\n        {} {}",
            evidence.code.as_deref().unwrap_or("（未编号）"),
            one_line(&evidence.name)
        );
    }
    text
}

/// A name as one line, whatever its file is called.
fn one_line(name: &str) -> String {
    name.replace(char::is_control, "\u{FFFD}")
}

pub(crate) fn added(progress: &ProgressShown) -> String {
    let late = progress.late_note.as_ref().map(|late| format!("\n{late}")).unwrap_or_default();
    format!("已提交。{}{late}", statement(progress))
}

pub(crate) fn leader_set(task: u32, leader: &str) -> String {
    let number = to_chinese(task);
    match leader.trim() {
        "" => format!("已登记：任务（{number}）不再由人分管。"),
        leader => format!("已登记：任务（{number}）由{leader}分管。"),
    }
}

pub(crate) fn backup(made: &FullBackup) -> String {
    let kind = if made.encrypted {
        "已加密，含密钥；恢复时需要密码"
    } else {
        "未加密，不含密钥；请妥善保管（设 BPS_PASSPHRASE 可加密）"
    };
    format!("已备份到“{}”（{} 字节，{kind}）。", made.file_name, made.size)
}

pub(crate) fn restored(store: &StoreView) -> String {
    format!(
        "已恢复到“{}”：{}条记录，{}件附件。本机已启用新的设备密钥。",
        store.place, store.revisions, store.attachments
    )
}

pub(crate) fn check(report: &CheckReport) -> String {
    if report.ok {
        return "校验正常：记录、签名、附件和派生数据均一致。".to_owned();
    }
    let lines = report.findings.iter().map(|found| format!("\n  {}", found.text)).collect::<String>();
    format!("校验发现{}个问题：{lines}", report.findings.len())
}

pub(crate) fn sample() -> String {
    "已建立示例年度（2013年，带“示例”标记）。".to_owned()
}
