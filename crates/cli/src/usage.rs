//! Wrong usage, said in Chinese; the grammar library speaks English only.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;

/// The sentence for a command line that was not understood.
pub(crate) fn in_chinese(error: &clap::Error) -> String {
    let context = |kind| error.get(kind).map(words).unwrap_or_default();
    let argument = plain(&context(ContextKind::InvalidArg));
    let value = context(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "没有写明命令".to_owned()
        }
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令", context(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => format!("不认识“{argument}”"),
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 后面缺少内容"),
        ErrorKind::InvalidValue => {
            let choices = context(ContextKind::ValidValue);
            format!("{argument} 不能是“{value}”，可用：{choices}")
        }
        ErrorKind::ValueValidation => {
            // Ours are Chinese; the library's own are about numbers.
            let why = error.source().map(ToString::to_string).filter(|why| !why.is_ascii());
            let why = why.unwrap_or_else(|| "不是有效的数".to_owned());
            format!("{argument} 的内容“{value}”{why}")
        }
        ErrorKind::ArgumentConflict => format!("{argument} 只能写一次，或与另一选项不能同用"),
        ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::NoEquals => {
            format!("{argument} 的内容个数不对")
        }
        ErrorKind::InvalidUtf8 => "命令行中有不是 UTF-8 的文字".to_owned(),
        _ => "命令行不能识别".to_owned(),
    };
    format!("{what}。\n加 --help 可查看用法。")
}

/// The help with the words that the grammar library adds by itself.
pub(crate) fn help(text: &str) -> String {
    const OWN: [(&str, &str); 7] = [
        ("[OPTIONS]", "[选项]"),
        ("<COMMAND>", "<命令>"),
        ("\nOptions:\n", "\n选项:\n"),
        ("\nArguments:\n", "\n内容:\n"),
        ("Possible values:", "可用："),
        ("[possible values: ", "[可用："),
        ("[default: ", "[不写时："),
    ];
    OWN.iter().fold(text.to_owned(), |text, (theirs, ours)| text.replace(theirs, ours))
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(many) => many.join("、"),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// `--task <编号>` as a person reads it: --task; `<文件|--code <校验码>>`, of which one is needed: 文件 或 --code.
fn plain(argument: &str) -> String {
    argument.split('、').map(one_of).collect::<Vec<_>>().join("、")
}

fn one_of(argument: &str) -> String {
    let alternatives = argument.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    match alternatives.filter(|rest| rest.contains('|')) {
        Some(alternatives) => alternatives.split('|').map(option).collect::<Vec<_>>().join(" 或 "),
        None => option(argument).to_owned(),
    }
}

/// Without what stands after it.
fn option(argument: &str) -> &str {
    argument.split(" <").next().unwrap_or(argument)
}
