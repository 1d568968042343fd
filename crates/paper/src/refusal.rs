//! Refusals: why a file is no white paper at all. Nothing is read from such a file.

use crate::encoding::Encoding;
use std::fmt;

/// Why a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing in it, or nothing but blanks.
    Empty,
    /// More bytes than any paper has.
    TooLarge {
        /// The file's size in bytes.
        size_bytes: usize,
    },
    /// Another kind of file, told by its first bytes.
    OtherFormat(Format),
    /// Bytes that are no text.
    Binary {
        /// The line of the first such byte, from 1.
        line: usize,
        /// Its place in the file in bytes, from 0.
        byte: usize,
    },
    /// Text with bytes that its encoding does not know.
    Undecodable {
        /// The encoding that the rest of the file is in.
        encoding: Encoding,
        /// The line of the first such byte, from 1.
        line: usize,
        /// Its place in the file in bytes, from 0.
        byte: usize,
    },
    /// Text without any table of tasks.
    NoTable,
    /// A table's head without any numbered task.
    NoTask {
        /// The line of the head, from 1.
        line: usize,
    },
}

/// Kinds of files that people take for the paper's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Format {
    Pdf,
    /// docx, xlsx, zip
    Zip,
    /// doc, xls, wps
    OldOffice,
    Rtf,
    Html,
    Picture,
    OtherArchive,
}

impl Format {
    /// The kind of file that begins with these bytes; `None` for what may be text.
    pub(crate) fn told_by(bytes: &[u8]) -> Option<Self> {
        const FIRST_BYTES: [(&[u8], Format); 12] = [
            (b"%PDF", Format::Pdf),
            (b"PK\x03\x04", Format::Zip),
            (b"PK\x05\x06", Format::Zip),
            (b"\xD0\xCF\x11\xE0", Format::OldOffice),
            (b"{\\rtf", Format::Rtf),
            (b"\x89PNG", Format::Picture),
            (b"\xFF\xD8\xFF", Format::Picture),
            (b"GIF8", Format::Picture),
            (b"II*\0", Format::Picture),
            (b"Rar!", Format::OtherArchive),
            (b"7z\xBC\xAF", Format::OtherArchive),
            (b"\x1F\x8B", Format::OtherArchive),
        ];
        let first = FIRST_BYTES.iter().find(|(first, _)| bytes.starts_with(first));
        first.map(|&(_, format)| format)
    }

    /// Whether the text is the source of a web page.
    pub(crate) fn is_html(text: &str) -> bool {
        let opening: String = text.trim_start().chars().take(64).collect::<String>().to_ascii_lowercase();
        ["<!doctype html", "<html", "<head", "<body", "<table", "<?xml"]
            .iter()
            .any(|tag| opening.starts_with(tag))
    }

    fn words(self) -> &'static str {
        match self {
            Self::Pdf => "PDF 文件",
            Self::Zip => "Word、Excel 文件或压缩包",
            Self::OldOffice => "旧版 Word、Excel 或 WPS 文件",
            Self::Rtf => "RTF 文件",
            Self::Html => "网页文件",
            Self::Picture => "图片",
            Self::OtherArchive => "压缩包",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("文件是空的；请选择白皮书的文本文件"),
            Self::TooLarge { size_bytes } => {
                write!(
                    f,
                    "文件过大（{} MB），不像是白皮书；请确认选对了文件",
                    size_bytes / 1_048_576
                )
            }
            Self::OtherFormat(format) => {
                write!(f, "这是{}，不是纯文本；请另存为纯文本（.txt）后再导入", format.words())
            }
            Self::Binary { line, byte } => {
                write!(f, "第{line}行（第{byte}字节处）不是文字，这不是纯文本文件；请另存为纯文本（.txt）后再导入")
            }
            Self::Undecodable { encoding, line, byte } => {
                write!(
                    f,
                    "第{line}行（第{byte}字节处）的字节不是有效的{encoding}文字，文件可能已损坏；请重新下载或另存后再导入"
                )
            }
            Self::NoTable => f.write_str(
                "没有找到工作任务表（总体目标、工作任务、目标及进度、责任部门），不是白皮书；请确认选对了文件",
            ),
            Self::NoTask { line } => write!(
                f,
                "第{line}行有任务表的表头，但表中没有读到带编号的工作任务，如“（一）……”；请核对表格内容后再导入"
            ),
        }
    }
}

impl std::error::Error for Refusal {}
