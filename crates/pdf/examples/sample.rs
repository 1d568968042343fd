//! Writes the tests' sample, or a long document of `tasks` tasks, and says how long it took:
//! `cargo run --release -p pdf --example sample -- out.pdf [tasks]`.

#![allow(clippy::unwrap_used, reason = "a fault shall stop the measurement")]

#[path = "../tests/setting/mod.rs"]
mod setting;

use std::time::Instant;

use layout::Length;
use layout::font::{FontRole, Metrics as _};
use layout::page::{Belongs, Document, NodeId, Role};

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

/// Pages as full as a real table's: three tasks a page, each a row of four cells with five paragraphs in the third.
fn long(fonts: &pdf::FontLibrary, tasks: usize) -> Document {
    let has = |word: &char| fonts.glyph(FontRole::Fangsong, *word).is_some_and(|glyph| glyph.face.0 == 0);
    let words: Vec<char> = ('\u{4E00}'..'\u{5400}').filter(has).collect();
    let text = |seed: usize, length: usize| -> String {
        (0..length).map(|place| words[(seed * 31 + place * place + place * 7) % words.len()]).collect()
    };
    let mut setting = setting::Setting::new(fonts);
    let mut table = setting.node(0, Role::Table);
    let column = |millimetres: f64| setting::LEFT + Length::mm(millimetres);
    for task in 0..tasks {
        if task > 0 && task % 3 == 0 {
            setting.page(Length::mm(210.0), Length::mm(297.0));
        }
        if task % 20 == 0 {
            table = setting.node(0, Role::Table);
        }
        setting.bookmark(1, &text(task, 12));
        let row = setting.node(table, Role::TableRow);
        let top = setting.y;
        for (x, paragraphs, lines, length) in
            [(0.0, 1, 3, 5), (20.0, 1, 6, 7), (45.0, 5, 3, 23), (140.0, 3, 1, 4)]
        {
            let cell = setting.node(row, Role::Cell { rows: 1, columns: 1 });
            setting.y = top;
            for paragraph in 0..paragraphs {
                let node = setting.node(cell, Role::Paragraph);
                for line in 0..lines {
                    setting.y += Length::pt(14.0);
                    let line = text(task * 50 + paragraph * 10 + line, length);
                    let belongs = Belongs::Node(NodeId(node));
                    setting.text(belongs, column(x), FontRole::Fangsong, Length::pt(10.5), &line);
                }
            }
        }
        setting.y = top + Length::pt(225.0);
        for x in [0.0, 20.0, 45.0, 140.0, 160.0] {
            setting.rule(column(x), top, column(x), setting.y);
        }
        setting.rule(column(0.0), setting.y, column(160.0), setting.y);
    }
    setting.document
}
