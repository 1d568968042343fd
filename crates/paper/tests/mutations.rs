//! The 2013 paper written otherwise is the same paper; the 2013 paper damaged at random loses no character and never
//! panics; time grows with the text.
#![allow(clippy::unwrap_used, reason = "tests")]

mod covering;

use covering::holds;
use paper::{Encoding, Writing, differences};
use std::time::{Duration, Instant};

const SEED: &str = include_str!("../../../seeds/whitepaper-2013.txt");
const OTHERS: [&[u8]; 6] = [
    include_bytes!("../../../tests/fixtures/papers/nanhu-2024.txt"),
    include_bytes!("../../../tests/fixtures/papers/east-2019-utf16.txt"),
    include_bytes!("../../../tests/fixtures/papers/west-2021-one-line.txt"),
    include_bytes!("../../../tests/fixtures/papers/qingxi-2019.txt"),
    include_bytes!("../../../tests/fixtures/papers/tongshan-2022.txt"),
    include_bytes!("../../../tests/fixtures/papers/broken.txt"),
];

/// The seed written otherwise is the same paper without problems.
fn same(change: impl Fn(&str) -> String) {
    let text = change(SEED);
    let reading = paper::read(text.as_bytes()).unwrap();
    holds(text.as_bytes(), &reading);
    assert_eq!(reading.problems, []);
    assert_eq!(differences(&paper::read(SEED.as_bytes()).unwrap().plan, &reading.plan), []);
}

fn full_width(text: &str, marks: &str) -> String {
    let widen = |c: char| char::from_u32(u32::from(c) + 0xFEE0).unwrap();
    text.chars().map(|c| if marks.contains(c) { widen(c) } else { c }).collect()
}

#[test]
fn in_every_writing() {
    let seed = paper::read(SEED.as_bytes()).unwrap();
    for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030] {
        for line_break in ["\n", "\r\n", "\r"] {
            for byte_order_mark in [false, true] {
                let writing = Writing { encoding, byte_order_mark };
                let bytes = writing.encode(&SEED.replace('\n', line_break));
                let reading = paper::read(&bytes).unwrap();
                assert_eq!(reading.writing, writing);
                assert_eq!(reading.plan, seed.plan, "{writing:?} {line_break:?}");
                assert_eq!(reading.problems, []);
                holds(&bytes, &reading);
            }
        }
    }
}

#[test]
fn in_every_width() {
    same(|seed| full_width(seed, "():;,|"));
    same(|seed| full_width(seed, "()"));
    same(|seed| full_width(seed, "0123456789"));
    same(|seed| seed.replace(' ', "\u{3000}"));
}

#[test]
fn with_other_labels_and_blanks() {
    for (from, to) in [
        ("第一季度", "第1季度"),
        ("第二季度", "第\u{FF12}季度"),
        ("第三季度", "三季度"),
        ("第四季度", "第 四 季 度"),
        ("目标:", "年度目标\u{FF1A}"),
        ("城管局 经促局 梅沙街道办", "城管局\u{3001}经促局\u{3001}梅沙街道办"),
        ("城管局 经促局 梅沙街道办", "城管局\n经促局\n梅沙街道办"),
        ("城管局 经促局 梅沙街道办", "城管局\u{3001}\n经促局\t梅沙街道办\u{3000}"),
        (" 第", "\n第"),
        (" 第", "\t \u{3000}第"),
        (" 第", "第"),
        ("\n", " \n\n"),
        (" | |||\n", "|\n"),
        (" |\n", "|\n\t"),
    ] {
        same(|seed| seed.replace(from, to));
    }
    // The whole table on one line; a row on a line, closed by a bar or not; tabs; one cell a line.
    let table = |change: fn(&str) -> String| {
        same(|seed| {
            let (before, table) = seed.split_at(seed.find("总体目标 |").unwrap());
            let (table, after) = table.split_at(table.find(" |\n四、").unwrap());
            format!("{before}{}{}", change(table), &after[2..])
        });
    };
    table(|table| format!("{table} |").replace('\n', " "));
    table(|table| format!("{table} |").replace(" |\n", " | "));
    table(|table| table.replace(" |\n", " | ").replace(" | ||\n", "\n").replace(" | |||\n", "\n"));
    table(|table| table.replace(" |\n", "\t").replace(" | ||\n", "\n").replace(" | |||\n", "\n"));
    table(|table| table.replace(" | |||\n", "\n").replace(" | ||\n", "\n").replace(" |\n", "\n"));
    // A section and a head for each goal; goals numbered like sections.
    let text = SEED
        .replacen("三、2013年度白皮书工作任务目标\n", "", 1)
        .replace("经济发展 |\n(六)", "四、经济发展\n(六)")
        .replace(
            "政府建设 |\n",
            "五、政府建设\n总体目标 |\n工作任务 |\n目标及进度 |\n责任部门 | ||\n政府建设 |\n",
        );
    let reading = paper::read(text.as_bytes()).unwrap();
    holds(text.as_bytes(), &reading);
    assert_eq!(reading.plan.tasks().count(), 20);
    assert_eq!(reading.plan.sections.iter().map(|section| section.number).collect::<Vec<_>>(), [1, 2, 5, 4]);
    // Without the last heading, what follows the table is its section's text.
    let text = SEED.replace("四、公众参与及监督渠道\n", "");
    let reading = paper::read(text.as_bytes()).unwrap();
    assert_eq!((reading.problems.len(), reading.plan.sections[2].paragraphs.len()), (0, 4));
}

/// Xorshift: the same numbers for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

fn mutated(text: &str, random: &mut Random) -> String {
    const INSERTED: [&str; 28] = [
        "|",
        " | ||",
        "\u{FF5C}",
        ":",
        "\u{FF1A}",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\u{3000}",
        "(一)",
        "\u{FF08}七\u{FF09}",
        "(",
        ")",
        "第一季度:",
        "第二季度",
        "目标:",
        "总体目标 |\n工作任务 |\n目标及进度 |\n责任部门 | ||\n",
        "四、某部分\n",
        "上半年:",
        "- 3 -\n",
        "---|---\n",
        "\u{FEFF}",
        "\u{0}",
        "\u{1F600}",
        "甲",
        "\u{FFFD}",
        "一、\n",
    ];
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    for _ in 0..=random.below(4) {
        let (a, b) = (random.below(lines.len()), random.below(lines.len()));
        match random.below(7) {
            0 if lines.len() > 1 => drop(lines.remove(a)),
            1 => lines.insert(b, lines[a].clone()),
            2 => lines.swap(a, b),
            3 => lines.truncate(a + 1),
            4 => {
                let at = random.below(lines[a].chars().count());
                lines[a] = lines[a].chars().enumerate().filter(|(n, _)| *n != at).map(|(_, c)| c).collect();
            }
            _ => {
                let at = random.below(lines[a].chars().count() + 1);
                let offset = lines[a].char_indices().nth(at).map_or(lines[a].len(), |(offset, _)| offset);
                lines[a].insert_str(offset, INSERTED[random.below(INSERTED.len())]);
            }
        }
    }
    lines.join("\n")
}

/// Reads it; whatever is read is whole.
fn survives(bytes: &[u8]) -> bool {
    match paper::read(bytes) {
        Ok(reading) => {
            holds(bytes, &reading);
            true
        }
        Err(refusal) => {
            assert!(!refusal.to_string().is_empty());
            false
        }
    }
}

#[test]
fn three_thousand_damaged_papers() {
    let mut random = Random(20_130_417);
    let others = OTHERS.map(|bytes| paper::read(bytes).unwrap().text());
    let mut read = 0;
    for n in 0..3_000 {
        let text = mutated(SEED, &mut random);
        read += usize::from(survives(text.as_bytes()));
        if n % 3 == 0 {
            survives(mutated(&others[n / 3 % others.len()], &mut random).as_bytes());
        }
    }
    println!("seed 20130417: {read} of 3000 damaged papers were read, the others refused");
    assert!(read > 2_000, "most are still papers: {read}");
}

#[test]
fn a_thousand_papers_with_damaged_bytes() {
    let mut random = Random(878);
    for n in 0..1_000 {
        let mut bytes = OTHERS[n % OTHERS.len()].to_vec();
        for _ in 0..=random.below(6) {
            let at = random.below(bytes.len());
            match random.below(3) {
                _ if bytes.is_empty() => break,
                0 => bytes[at] = random.below(256) as u8,
                1 => bytes.truncate(at + 1),
                _ => drop(bytes.remove(at)),
            }
        }
        survives(&bytes);
    }
}

/// A paper of that many tasks.
fn paper_of(tasks: u32) -> String {
    let mut text = "发布机构:甲\n名 称:甲2013年度公共服务白皮书\n一、任务\n总体目标 |\n工作任务 |\n目标及进度 |\n责任部门 | ||\n".to_owned();
    for number in 1..=tasks {
        if number % 50 == 1 {
            text.push_str(&format!("目标{number} |\n"));
        }
        let name = domain::numeral::to_chinese(number);
        text.push_str(&format!("({name})完成第{number}项工作。 |\n目标:全年完成100件。 第一季度:25件;总结。 第二季度:25件。 第三季度:25件。 第四季度:25件。 |\n甲局 乙局 | |||\n"));
    }
    text
}

#[test]
fn time_grows_with_the_text() {
    let time = |tasks| {
        let text = paper_of(tasks);
        let begun = Instant::now();
        let reading = paper::read(text.as_bytes()).unwrap();
        let taken = begun.elapsed();
        assert_eq!((reading.plan.tasks().count(), reading.problems.len()), (tasks as usize, 0));
        (taken, text.len())
    };
    let (small, _) = time(2_000);
    let (large, size) = time(20_000);
    println!("20,000 tasks, {size} bytes: {large:?}; 2,000 tasks: {small:?}");
    // Ten times the text; a quadratic step would take a hundred times as long.
    assert!(large < small * 40 + Duration::from_millis(200), "{small:?} {large:?}");
}

#[test]
fn long_runs_of_one_thing_take_no_longer() {
    // Beside a run of a tenth, not against the clock: a loaded machine slows down both.
    let grows = |head: &str, run: &str, times: usize| {
        let [short, long] = [times / 10, times].map(|times| {
            let text = format!("{head}{}", run.repeat(times));
            let begun = Instant::now();
            survives(text.as_bytes());
            begun.elapsed()
        });
        assert!(long < short * 40 + Duration::from_secs(2), "{run:?}: {short:?} {long:?}");
    };
    for run in [
        "|",
        "\n",
        " ",
        "第",
        "(",
        "一、",
        "第一季度:",
        "1-",
        "局 ",
        "目标:甲\n",
        "总体目标|",
        "(一)甲|\n",
        "索引号:",
        "\"\n",
        "(二)甲\n",
        "教育局\n",
    ] {
        grows(&SEED[..SEED.find("(二)").unwrap()], run, 100_000);
    }
    // Inside of a cell that nothing closes.
    for head in [
        "总体目标 |\n工作任务 |\n目标及进度 |\n责任部门 |\n",
        "总体目标\t工作任务\t目标及进度\t责任部门\n",
        "总体目标 工作任务 目标及进度 责任部门\n",
    ] {
        for run in ["\n", " \n", "甲\n", "\t\n", "\"甲\n", "---\n"] {
            grows(&format!("{head}(一)甲\t目标:甲 |\n第一季度:乙"), run, 10_000);
        }
    }
}
