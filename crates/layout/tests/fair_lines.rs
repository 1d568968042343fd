//! Lines that keep words whole, stand balanced and leave no character alone; never more of them than the greedy ones.

#![allow(clippy::unwrap_used, reason = "a test")]

mod fixed;

use fixed::{PITCH, SIZE, lay_out, lines, sheet};
use layout::block::{Alignment, Block, Paragraph, ParagraphStyle};
use layout::font::FontRole;

/// The lines of a text in a column of that many characters.
fn broken(text: &str, characters: i32, alignment: Alignment) -> Vec<String> {
    let style = ParagraphStyle { splits: true, ..ParagraphStyle::cell(PITCH).aligned(alignment) };
    let paragraph = Paragraph::new(text, FontRole::Song, SIZE, style);
    lines(&lay_out(sheet(characters, 60), vec![Block::Paragraph(paragraph)]))
}

#[test]
fn a_last_character_is_given_company() {
    let check = |text: &str, characters: i32, expected: &[&str]| {
        assert_eq!(broken(text, characters, Alignment::Justified), expected, "{text}");
    };
    check("进行评审并深化设计方案。", 10, &["进行评审并深化设计", "方案。"]);
    // The control: two characters are company enough.
    check("进行评审并深化了设计方案。", 10, &["进行评审并深化了设计", "方案。"]);
    // In a narrow column the line before would fall apart.
    check("评审并深化。", 4, &["评审并深", "化。"]);
    // Each line of the writer's own is looked at for itself.
    check(
        "进行评审并深化设计方案。\n进行评审并深化设计方案。",
        10,
        &["进行评审并深化设计", "方案。", "进行评审并深化设计", "方案。"],
    );
}

#[test]
fn what_stands_left_parts_between_words() {
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(broken(text, 6, Alignment::Left), expected, "{text}");
        let greedy = text.chars().count().div_ceil(6);
        assert!(expected.len() >= greedy);
    };
    check(
        "\u{FF08}四\u{FF09}加快和谐劳动关系城区建设\u{FF0C}促进更高质量的就业。",
        &["\u{FF08}四\u{FF09}加快", "和谐劳动关系", "城区建设\u{FF0C}", "促进更高质量", "的就业。"],
    );
    check("一二三", &["一二三"]);
}

#[test]
fn what_stands_centred_is_balanced() {
    let check = |text: &str, characters: i32, expected: &[&str]| {
        assert_eq!(broken(text, characters, Alignment::Center), expected, "{text}");
    };
    check("市交委盐田执法大队", 6, &["市交委盐田", "执法大队"]);
    check("民生保障", 4, &["民生保障"]);
    check(
        "关于印发深圳市盐田区基本公共服务均等化与政务公开工作白皮书的通知",
        20,
        &["关于印发深圳市盐田区基本公共服务", "均等化与政务公开工作白皮书的通知"],
    );
    // A word longer than a line leaves no choice.
    check("见abcdefghijklmnop", 4, &["见abcde", "fghijklm", "nop"]);
}

#[test]
fn whatever_is_moved_the_rules_hold() {
    let pieces = [
        "区",
        "政府",
        "工作\u{FF0C}",
        "完成",
        "10场",
        "20%",
        "\u{FF08}单位\u{FF09}",
        "。",
        "e通",
        "——",
        "“盐田”",
        "的",
        "\u{300A}办法\u{300B}",
        "2013年",
        "\n",
    ];
    let mut seed = 7_u64;
    let mut throw = |sides: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % sides
    };
    for round in 0..600 {
        let text: String = (0..3 + throw(20)).map(|_| pieces[throw(pieces.len())]).collect();
        let text = text.trim_matches('\n').to_owned();
        let characters = 4 + throw(9) as i32;
        let count = broken(&text, characters, Alignment::Justified).len();
        for alignment in [Alignment::Left, Alignment::Center, Alignment::Justified] {
            let lines = broken(&text, characters, alignment);
            let at = format!("round {round}, {alignment:?}, {characters}: {lines:?}");
            assert_eq!((lines.concat(), lines.len()), (text.replace('\n', ""), count), "{at}");
            for line in &lines {
                let (first, last) = (line.chars().next().unwrap(), line.chars().last().unwrap());
                let opens = |c: char| "\u{FF08}“\u{300A}".contains(c);
                let closes = |c: char| "\u{FF09}”\u{300B}\u{FF0C}。%".contains(c);
                let whole_text = |c: char| text.starts_with(c) || text.contains(&format!("\n{c}"));
                assert!(!closes(first) || whole_text(first), "{at}");
                assert!(!opens(last), "{at}");
                let halves: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
                let marks = line.chars().filter(|&c| opens(c) || closes(c)).count();
                assert!(halves <= characters as usize * 2 + marks, "{at}");
            }
        }
    }
}
