//! Other typesetters on the table of our report: what they are given, and how they are called.
//!
//! Typst and WeasyPrint come from PyPI into `tools/rivals` when they are asked for; LibreOffice is a system package. For
//! measuring only: nothing of them is shipped, and no test needs them.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::call;

/// Each with what it stands on.
const PACKAGES: [&str; 14] = [
    "typst==0.15.2",
    "weasyprint==70.0",
    "brotli==1.2.1",
    "cffi==2.1.1",
    "cssselect2==0.10.1",
    "fonttools==4.68.0",
    "pillow==13.0.0",
    "pycparser==3.12",
    "pydyf==0.13.0",
    "pyphen==0.18.1",
    "tinycss2==1.5.1",
    "tinyhtml5==2.1.0",
    "webencodings==0.6.1",
    "zopfli==0.4.3",
];

/// One of them.
pub(super) struct Rival {
    pub(super) name: &'static str,
    /// Where it is to be had.
    pub(super) from: &'static str,
    /// The name of its input.
    pub(super) source: &'static str,
    there: fn(&Path) -> bool,
    /// The input.
    pub(super) write: fn(&Table) -> String,
    /// With the project's root, input and output.
    pub(super) call: fn(&Path, &Path, &Path) -> Command,
}

/// All of them.
pub(super) const RIVALS: [Rival; 3] = [
    Rival {
        name: "Typst",
        from: "cargo xtask bench report --rivals",
        source: "typst.typ",
        there: |root| root.join("tools/rivals/typst").is_dir(),
        write: typst,
        call: |root, source, file| {
            let script =
                "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])";
            let mut command = python(root, script);
            command.arg(source).arg(file).arg(root.join("fonts"));
            command
        },
    },
    Rival {
        name: "WeasyPrint",
        from: "cargo xtask bench report --rivals",
        source: "weasyprint.html",
        there: |root| root.join("tools/rivals/weasyprint").is_dir(),
        write: html,
        call: |root, source, file| {
            let mut command =
                python(root, "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])");
            command.arg(source).arg(file);
            command
        },
    },
    Rival {
        name: "LibreOffice",
        from: "system package libreoffice-writer",
        source: "libreoffice.html",
        there: |_| call::works("soffice", "--version"),
        write: html,
        call: |_, source, file| {
            let mut command = Command::new("soffice");
            let folder = file.parent().unwrap_or(Path::new("."));
            command.arg(format!("-env:UserInstallation=file://{}", folder.join("office").display()));
            command.args(["--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir"]);
            command.arg(folder).arg(source);
            command
        },
    },
];

impl Rival {
    pub(super) fn is_there(&self, root: &Path) -> bool {
        (self.there)(root)
    }
}

/// Brings Typst and WeasyPrint into `root/tools/rivals`.
///
/// # Errors
/// What pip says.
pub(super) fn fetch(root: &Path) -> Result<(), String> {
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "-q", "--disable-pip-version-check", "--root-user-action=ignore"]);
    pip.args(["--no-deps", "--only-binary", ":all:", "--upgrade", "--target"]);
    call::shown(pip.arg(root.join("tools/rivals")).args(PACKAGES))
}

fn python(root: &Path, script: &str) -> Command {
    let mut command = Command::new("python3");
    command.env("PYTHONPATH", root.join("tools/rivals")).args(["-c", script]);
    command
}

/// A report's table as its file carries it.
pub(super) struct Table {
    columns: Vec<String>,
    lines: Vec<Vec<String>>,
}

impl Table {
    /// Takes the data out of a report.
    pub(super) fn of(report: &Path, folder: &Path) -> Result<Self, String> {
        let data = folder.join("content.json");
        call::heard(Command::new("pdfdetach").args(["-save", "1", "-o"]).arg(&data).arg(report))?;
        let text = fs_err::read_to_string(&data).map_err(|error| error.to_string())?;
        let content: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let shown = content["shows"].as_array().into_iter().flatten();
        let table = shown.filter_map(|one| one["table"].as_array()).next().ok_or("no table in the report")?;
        let columns = table.first().and_then(Value::as_object).ok_or("a table without columns")?;
        let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Ok(Self {
            columns: columns.keys().cloned().collect(),
            lines: table
                .iter()
                .map(|line| line.as_object().into_iter().flat_map(|line| line.values().map(words)).collect())
                .collect(),
        })
    }
}

fn typst(table: &Table) -> String {
    let mut text = String::from(
        "#set page(paper: \"a4\", margin: 20mm)\n#set text(font: \"Noto Serif SC\", size: 10.5pt, lang: \"zh\")\n",
    );
    let columns = vec!["1fr"; table.columns.len()].join(", ");
    text.push_str(&format!("#table(columns: ({columns}), table.header("));
    table.columns.iter().for_each(|title| text.push_str(&format!("{},", quoted(title))));
    text.push_str("),\n");
    for line in &table.lines {
        line.iter().for_each(|cell| text.push_str(&format!("{},", quoted(cell))));
        text.push('\n');
    }
    text.push_str(")\n");
    text
}

/// As Typst takes a string.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

fn html(table: &Table) -> String {
    let mut text = String::from(
        "<!doctype html><meta charset=\"utf-8\"><style>@page { size: A4; margin: 20mm } \
         body { font: 10.5pt 'Noto Serif SC', serif } table { border-collapse: collapse; table-layout: fixed; width: 100% } \
         td, th { border: 0.5pt solid; padding: 3pt; white-space: pre-line }</style><table><thead><tr>",
    );
    table.columns.iter().for_each(|title| text.push_str(&format!("<th>{}</th>", escaped(title))));
    text.push_str("</tr></thead><tbody>");
    for line in &table.lines {
        text.push_str("<tr>");
        line.iter().for_each(|cell| text.push_str(&format!("<td>{}</td>", escaped(cell))));
        text.push_str("</tr>\n");
    }
    text.push_str("</tbody></table>");
    text
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_mean_something_to_a_typesetter_stay_words() {
        assert_eq!(quoted("a\"b\\c\nd"), r#""a\"b\\c\nd""#);
        assert_eq!(escaped("<1 & 2>"), "&lt;1 &amp; 2&gt;");
    }
}
