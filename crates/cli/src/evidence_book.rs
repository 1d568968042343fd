//! `bps report evidence`: 佐证材料册, written as one PDF file or several volumes.

use crate::grammar::Everywhere;
use crate::named::RoundNamed;
use crate::report::Reader;
use crate::run::{Ran, open, said};
use crate::{stop, text};
use app::printed::evidence_book::VOLUME_MB;
use app::wire::printed::{DocumentQuery, ReportQuery};
use clap::{Args, value_parser};
use std::path::PathBuf;

/// Of what a book of evidence is made, and how large its volumes may be.
#[derive(Debug, Args)]
pub(crate) struct BookNamed {
    #[command(flatten)]
    round: RoundNamed,
    /// 只收一个部门
    #[arg(long, value_name = "名称")]
    department: Option<String>,
    /// 只收一项任务
    #[arg(long, value_name = "编号")]
    task: Option<String>,
    /// 每页照片数：2 或 4
    #[arg(long, value_name = "张数", default_value = "4", hide_default_value = true, value_parser = photos_per_page)]
    photos: u8,
    /// 也印含个人信息的佐证；公开版始终不含
    #[arg(long)]
    personal: bool,
    /// 每册最多多少 MB，1 至 200
    #[arg(long, value_name = "MB", default_value_t = VOLUME_MB, hide_default_value = true, value_parser = value_parser!(u32).range(1..=i64::from(VOLUME_MB)))]
    volume_mb: u32,
    #[command(flatten)]
    reader: Reader,
    /// 写到这个文件夹，或这个 .pdf 文件
    #[arg(short, long, value_name = "文件夹或文件")]
    output: PathBuf,
}

fn photos_per_page(text: &str) -> Result<u8, String> {
    match text {
        "2" => Ok(2),
        "4" => Ok(4),
        _ => Err("每页照片数只能是2或4".to_owned()),
    }
}

pub(crate) fn run(everywhere: &Everywhere, named: &BookNamed) -> Ran {
    let desk = open(everywhere)?;
    let round = desk.round_asked(named.round.text())?;
    let department = named.department.as_deref().map(|name| desk.department_asked(round.year, name));
    let task = named.task.as_deref().map(|task| desk.task_asked(round.year, task));
    let of = DocumentQuery::Evidence {
        year: round.year,
        quarter: round.quarter.number(),
        department: department.transpose()?,
        task: task.transpose()?,
        photos_per_page: named.photos,
        personal: named.personal,
    };
    let query = ReportQuery { of, audience: named.reader.code(), as_of: everywhere.as_of.clone() };
    let watch = stop::until_asked();
    let written = desk.write_evidence_book(&query, &named.output, named.volume_mb, &watch)?;
    said(everywhere.json, &written, || text::evidence_book(&written))
}
