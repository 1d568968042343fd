//! The printed pages of an office's own papers, 工作交接单 and PIN 恢复单, as lines.
//!
//! Golden pages are text (`UPDATE_EXPECT=1` writes them anew); `BAIPISHU_PAGES=folder` has PDF files written.

#![allow(clippy::unwrap_used, reason = "tests")]

mod look;

use expect_test::expect_file;
use jiff::civil::date;
use layout::font::{FaceId, FontRole, Glyph, Metrics};
use layout::page::Mark;
use report::{Handover, HandoverKind, HandoverLine, Recovery, Report};

/// Han and marks full width, everything else half.
struct Em;

impl Metrics for Em {
    fn glyph(&self, role: FontRole, character: char) -> Option<Glyph> {
        let face = FaceId(FontRole::ALL.iter().position(|known| *known == role).unwrap() as u16);
        Some(Glyph { face, advance: if character.is_ascii() { 500 } else { 1000 } })
    }
}

/// Every placed text with its place in whole points.
fn lines(report: &Report) -> String {
    let document = layout::document(&report.manuscript, &Em).unwrap();
    let mut lines = String::new();
    for page in &document.pages {
        lines.push_str(&format!("page {}\n", page.number));
        for placed in &page.placed {
            let Mark::Text(run) = &placed.mark else { continue };
            lines.push_str(&format!("{:4} {}\n", run.baseline.0 / 1000, run.text));
        }
    }
    lines
}

fn golden(name: &str, report: &Report) {
    look::at(report, name);
    expect_file![format!("../golden/{name}.txt")].assert_eq(&lines(report));
}

fn line(kind: HandoverKind, number: usize) -> HandoverLine {
    HandoverLine {
        kind,
        what: format!("2013年（五）完善“普惠型”公共文化服务体系 第{number}项"),
        state: "部分完成".to_owned(),
        note: "文体局、各街道办".to_owned(),
    }
}

fn handover(lines: Vec<HandoverLine>) -> Handover {
    Handover {
        leaving: "李某（科员）".to_owned(),
        successor: "王某".to_owned(),
        unit: "区督查室".to_owned(),
        day: date(2013, 12, 31),
        lines,
        sample: true,
    }
}

#[test]
fn a_handover() {
    let two = [HandoverKind::Milestone, HandoverKind::Milestone, HandoverKind::Draft];
    let sheet = handover(two.into_iter().zip(1..).map(|(kind, number)| line(kind, number)).collect());
    golden("handover", &report::handover(&sheet));
}

#[test]
fn the_counts_add_up_and_nothing_is_lost() {
    for count in [0, 1, 40, 300] {
        let kinds = HandoverKind::ALL.into_iter().cycle().zip(0..count);
        let sheet = handover(kinds.map(|(kind, number)| line(kind, number)).collect());
        let text: String =
            lines(&report::handover(&sheet)).lines().map(|line| line.get(5..).unwrap_or("")).collect();
        let numbers = |text: &str| -> Vec<usize> {
            text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
        };
        let sentence = text.split_once("合计").unwrap().1.split_once('\u{3002}').unwrap().0;
        let [all, each @ ..] = &numbers(sentence)[..] else { panic!("{sentence}") };
        assert_eq!((*all, each.len(), each.iter().sum::<usize>()), (count, 7, count), "{sentence}");
        assert_eq!(text.matches("监交人").count(), 1);
    }
}

#[test]
fn nobody_signs_a_page_on_which_nothing_stands() {
    let mut went_on = 0;
    for count in 0..40 {
        // What is listed last is a table of packages, or the line that there are none.
        for kind in [HandoverKind::Package, HandoverKind::Milestone] {
            let sheet = handover((1..=count).map(|number| line(kind, number)).collect());
            let printed = lines(&report::handover(&sheet));
            let mut pages = printed.split("page ").skip(1).filter(|page| page.contains("监交人"));
            let signed = pages.next().unwrap();
            assert!(pages.next().is_none() && signed.contains("移交人"), "{printed}");
            went_on += usize::from(!signed.contains("工作交接单"));
            let stands = |words: &str| assert!(signed.contains(words), "{count}: {words} not on {signed}");
            if kind == HandoverKind::Milestone || count == 0 {
                stands("未发出的交换包");
                stands("无\u{3002}");
            }
            if kind == HandoverKind::Package {
                (1..=count).rev().take(2).for_each(|number| stands(&format!("第{number}项")));
            }
        }
    }
    assert!(went_on > 20, "{went_on}");
}

#[test]
fn a_recovery_sheet() {
    let sheet = Recovery {
        code: "2345-6789-ABCD-EFGH-JKLM-NPQR-STUV-WXYZ".to_owned(),
        unit: "区督查室".to_owned(),
        day: date(2013, 4, 18),
        sample: false,
    };
    golden("recovery", &report::recovery(&sheet));
}
