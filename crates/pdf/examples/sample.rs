//! Writes the tests' sample, or a long document of `tasks` tasks, and says how long it took:
//! `cargo run --release -p pdf --example sample -- out.pdf [tasks]`.

#![allow(clippy::unwrap_used, reason = "a fault shall stop the measurement")]

#[path = "../tests/setting/mod.rs"]
mod setting;

use std::time::Instant;

use layout::Length;
use layout::font::{FontRole, Metrics as _};
use layout::page::Role;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(out), tasks) = (arguments.next(), arguments.next()) else {
        eprintln!("sample <out.pdf> [tasks]");
        return;
    };
    let start = Instant::now();
    let fonts = setting::fonts();
    let opened = start.elapsed();
    let document = match tasks {
        Some(tasks) => long(&fonts, tasks.parse().unwrap()),
        None => setting::sample(&fonts),
    };
    let set = start.elapsed();
    let bytes = pdf::write(&document, &setting::info(), &fonts).unwrap();
    let written = start.elapsed();
    println!(
        "{} pages, {} bytes: fonts {opened:?}, setting {:?}, writing {:?}",
        document.pages.len(),
        bytes.len(),
        set - opened,
        written - set
    );
    fs_err::write(out, bytes).unwrap();
}

/// Pages as full as a real table's: a row of five paragraphs in four cells for each task, three tasks a page.
fn long(fonts: &pdf::FontLibrary, tasks: usize) -> layout::page::Document {
    let words: Vec<char> = ('\u{4E00}'..'\u{5400}')
        .filter(|word| fonts.glyph(FontRole::Fangsong, *word).is_some_and(|glyph| glyph.face.0 == 0))
        .collect();
    let mut setting = setting::Setting::new(fonts);
    for task in 0..tasks {
        if task > 0 && task % 3 == 0 {
            setting.page(Length::mm(210.0), Length::mm(297.0));
        }
        setting.bookmark(1, &format!("\u{4EFB}\u{52A1}{task}"));
        let rows: Vec<String> = (0..12)
            .map(|row| {
                (0..23).map(|column| words[(task * 31 + row * 7 + column * column) % words.len()]).collect()
            })
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        setting.line(Role::Heading(1), FontRole::Hei, Length::pt(12.0), "\u{4EFB}\u{52A1}");
        setting.table(
            ["\u{603B}\u{4F53}\u{76EE}\u{6807}", "\u{5DE5}\u{4F5C}\u{4EFB}\u{52A1}"],
            "\u{76EE}\u{6807}",
            &rows,
        );
    }
    setting.document
}
