//! Indicators of a paper as people read them on a terminal.

use app::wire::command_line::{IndicatorLine, PromisedNumber, RemarkLine};
use app::words::{IndicatorKind, to_chinese};
use std::fmt::Write;

/// A line an indicator, under its task; suggestions in brackets.
pub(crate) fn list(lines: &[IndicatorLine]) -> String {
    if lines.is_empty() {
        return "没有读到指标。".to_owned();
    }
    let mut text = String::new();
    let mut task = 0;
    for line in lines {
        if line.task != task {
            task = line.task;
            let gap = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{gap}（{}）", to_chinese(task));
        }
        let unit = &line.unit;
        let number = |number: &Option<PromisedNumber>| number.as_ref().map(|number| promised(number, unit));
        let suggested = line.suggested.clone().unwrap_or_default();
        let suggested = [suggested.q1, suggested.q2, suggested.q3, suggested.q4];
        let quarters = [&line.q1, &line.q2, &line.q3, &line.q4].map(number);
        let cells: Vec<String> = quarters
            .into_iter()
            .zip(suggested.iter().map(number))
            .map(|(written, suggested)| {
                written.or_else(|| Some(format!("（建议{}）", suggested?))).unwrap_or_else(|| "—".to_owned())
            })
            .collect();
        let annual = number(&line.annual).unwrap_or_else(|| "—".to_owned());
        let derived =
            if line.annual.as_ref().is_some_and(|annual| annual.derived) { "（推导）" } else { "" };
        let kind = line.kind.parse().map_or("", IndicatorKind::word);
        let _ =
            writeln!(text, "  {}　[{kind}]　全年{annual}{derived}　各季 {}", line.name, cells.join(" · "));
    }
    let _ = write!(text, "\n共{}个指标；由程序从文字中读出，请核对。", lines.len());
    text
}

fn promised(number: &PromisedNumber, unit: &str) -> String {
    let shown =
        |number: &Option<serde_json::Number>| number.as_ref().map(ToString::to_string).unwrap_or_default();
    match number.op {
        "range" => format!("{}-{}{unit}", shown(&number.min), shown(&number.max)),
        "ge" => format!("{}{unit}以上", shown(&number.value)),
        "about" => format!("约{}{unit}", shown(&number.value)),
        _ => format!("{}{unit}", shown(&number.value)),
    }
}

/// A line a remark, under its task; how many fit and how many want a look.
pub(crate) fn arithmetic(lines: &[RemarkLine]) -> String {
    let mut text = String::new();
    let mut head = None;
    for line in lines {
        if head != Some(line.task) {
            head = Some(line.task);
            let gap = if text.is_empty() { "" } else { "\n" };
            let task =
                line.task.map_or_else(|| "全文".to_owned(), |task| format!("（{}）", to_chinese(task)));
            let _ = writeln!(text, "{gap}{task}");
        }
        let mark = if line.severity == "fits" { "" } else { "※ " };
        let _ = writeln!(text, "  {mark}{}。", line.sentence);
    }
    let fits = lines.iter().filter(|line| line.severity == "fits").count();
    let _ = write!(text, "\n共{}条：相符{fits}条，请核对{}条（※）。", lines.len(), lines.len() - fits);
    text
}
