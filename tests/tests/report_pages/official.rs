//! The documents for leaders and departments, of the year that `year` plays.

use crate::archive;
use crate::lines::{golden, pages, preset, wide};
use crate::year::year;
use domain::chase::{Instruction, Stage, Step, SupervisionItem};
use domain::id::ObjectId;
use domain::period::Quarter;
use domain::period::Round;
use domain::register::Register;
use layout::LayoutError;
use report::{
    Audience, BulletinOptions, Edition, Issued, Making, OnePageOptions, QuarterOptions, Replaced, Report,
    Seal, SlipOptions,
};

const READERS: [(&str, Audience); 2] = [("", Audience::Internal), ("-public", Audience::Public)];

pub(crate) fn making(as_of: &str, audience: Audience) -> Making {
    let (as_of, unit) = (as_of.parse().unwrap(), "区督查室".into());
    Making { as_of, edition: Edition::Draft, audience, sample: true, unit }
}

/// Holds a document against its golden pages: as many as it should have.
fn check(name: &str, report: &Report, pages_expected: usize) {
    let document = pages(report, 500);
    golden(name, report, &document);
    assert_eq!(document.pages.len(), pages_expected, "{name}");
}

pub(crate) fn one_page(register: &Register, round: Round, making: Making) -> Report {
    let table = QuarterOptions { round, style: wide("compare"), department: None, making: making.clone() };
    let table = report::quarter(register, &table);
    let edition = making.edition.clone();
    let options = OnePageOptions { round, pages: report::task_pages(&table, &pages(&table, 500)), making };
    let fits = |report: &Report| -> Result<bool, LayoutError> {
        Ok(pages(&edition.staged(report.clone()), 500).pages.len() == 1)
    };
    edition.staged(report::one_page(register, &options, fits).unwrap())
}

#[test]
fn the_leaders_sheet() {
    let (register, round) = (year(), "2013Q3".parse().unwrap());
    for (readers, audience) in READERS {
        let report = one_page(&register, round, making("2013-10-10", audience));
        check(&format!("onepage-2013Q3{readers}"), &report, 1);
    }
}

/// The bulletin of the third quarter, signed on a day.
pub(crate) fn bulletin(register: &Register, audience: Audience) -> Report {
    let options = BulletinOptions {
        round: "2013Q3".parse().unwrap(),
        addressee: None,
        dated: Some("2013-10-12".parse().unwrap()),
        columns: preset("compare"),
        making: making("2013-10-10", audience),
    };
    report::bulletin(register, &options)
}

/// 〔2013〕1号 of task 13, because of an instruction, and drafts for whatever else is slow.
fn slips(register: &Register, audience: Audience) -> Report {
    slips_asking(register, audience, "逐户列明异议和解决办法,9月底前完成径口村拆迁安置谈判。")
}

fn slips_asking(register: &Register, audience: Audience, requirement: &str) -> Report {
    let (plan, department) = (register.plan_id, register.published["城改办"]);
    let instruction = Instruction {
        id: ObjectId([70; 16]),
        plan,
        task: 13,
        quarter: None,
        leader: "王某(区长)".into(),
        on: "2013-07-15".parse().unwrap(),
        words: "请抓紧。".into(),
        page: "季度表第5页".into(),
        scan: Vec::new(),
        department,
        due: None,
    };
    let item = SupervisionItem {
        id: ObjectId([71; 16]),
        plan,
        number: 1,
        task: 13,
        quarter: Some(Quarter::Second),
        instruction: Some(instruction.id),
        requirement: requirement.into(),
        department,
        due: "2013-09-30".parse().unwrap(),
        steps: vec![Step {
            stage: Stage::Assigned,
            on: "2013-07-16".parse().unwrap(),
            by: "陈某".into(),
            words: String::new(),
            files: Vec::new(),
        }],
    };
    let options = SlipOptions {
        round: "2013Q3".parse().unwrap(),
        items: vec![item],
        later: Vec::new(),
        instructions: vec![instruction],
        drafts: true,
        contact: "陈某".into(),
        making: making("2013-10-10", audience),
    };
    report::slips(register, &options).unwrap()
}

#[test]
fn the_bulletin_with_its_table() {
    for (readers, audience) in READERS {
        let report = bulletin(&year(), audience);
        golden(&format!("bulletin-2013Q3{readers}"), &report, &pages(&report, 500));
    }
}

#[test]
fn the_slips_each_with_its_receipt() {
    for (readers, audience) in READERS {
        let report = slips(&year(), audience);
        golden(&format!("slips-2013Q3{readers}"), &report, &pages(&report, 500));
    }
}

#[test]
fn a_long_slip_gives_way_so_that_its_receipt_stands_on_its_page() {
    // How many pages the first slip has, and the distance of its second line of text from its first.
    let set = |characters: usize| {
        let sentence = "逐户列明异议和解决办法,每周报送进展,月底前完成谈判。";
        let requirement: String = sentence.chars().cycle().take(characters).collect();
        let report = slips_asking(&year(), Audience::Internal, &requirement);
        let document = pages(&report, 500);
        let next = document.pages.iter().skip(1).position(|page| page.number == 1).unwrap() + 1;
        let mut lines: Vec<_> = document.pages[0]
            .placed
            .iter()
            .filter_map(|placed| match &placed.mark {
                layout::page::Mark::Text(run) if run.text.chars().count() > 20 => Some(run.baseline.0),
                _ => None,
            })
            .collect();
        lines.sort_unstable();
        lines.dedup();
        (next, lines[1] - lines[0])
    };
    // 22 lines on 225 mm.
    let usual = 28_990;
    assert_eq!(set(10), (1, usual));
    let mut last = usual;
    for characters in [60, 90, 120] {
        let (pages, pitch) = set(characters);
        assert!(pages == 1 && (24_000..=last).contains(&pitch), "{characters}: {pages} pages, {pitch}");
        last = pitch;
    }
    // The control: it did give way; and what no distance makes fit is not squeezed in vain.
    assert!(last < 28_000, "{last}");
    assert_eq!(set(600), (2, usual));
}

#[test]
fn the_years_text() {
    for (readers, audience) in READERS {
        let report = report::annual(&year(), &making("2014-01-20", audience));
        golden(&format!("annual-2013{readers}"), &report, &pages(&report, 500));
    }
}

/// What the public is not told: reasons, measures, who answers and how he is reached, what a leader wrote.
#[test]
fn the_public_reads_no_reasons_names_and_numbers() {
    let register = year();
    let making = |audience| making("2014-01-20", audience);
    let texts = |report: &Report| {
        let shown = report.content().into_iter().map(|shown| match shown {
            report::Shown::Text(text) => text,
            report::Shown::Table { .. } => String::new(),
        });
        shown.collect::<String>()
    };
    let written = |audience| {
        let round = "2013Q3".parse().unwrap();
        [
            texts(&one_page(&register, round, making(audience))),
            texts(&bulletin(&register, audience)),
            texts(&slips(&register, audience)),
            texts(&report::annual(&register, &making(audience))),
        ]
        .concat()
    };
    let (internal, public) = (written(Audience::Internal), written(Audience::Public));
    for word in ["补偿标准", "裁决", "李某", "25228502", "批示\u{FF1A}“", "王某", "联系人", "原因\u{FF1A}"]
    {
        assert!(internal.contains(word), "{word}");
        assert!(!public.contains(word), "{word} in {public}");
    }
}

#[test]
fn nothing_slow_and_nothing_assigned_gives_no_slips() {
    let register = year();
    let plan = domain::plan::Plan { goals: Vec::new(), ..register.plan.clone() };
    let empty = domain::register::RegisterParts::of(register.plan_id, plan);
    let options = SlipOptions {
        round: "2013Q3".parse().unwrap(),
        items: Vec::new(),
        later: Vec::new(),
        instructions: Vec::new(),
        drafts: true,
        contact: String::new(),
        making: making("2013-10-10", Audience::Internal),
    };
    assert_eq!(report::slips(&Register::new(empty), &options), None);
}

/// The leader's sheet, issued in place of another: its number over every page, what it replaces, the seal in its foot.
fn corrected(register: &Register) -> Report {
    let replaced = Replaced {
        number: "〔2013〕3号".into(),
        place: "第1页（十二）".into(),
        reason: "演出场数误写为12场\u{FF0C}应为10场".into(),
    };
    let edition = Edition::Issued(Issued {
        number: "〔2013〕5号".into(),
        approved_by: "陈区长".into(),
        approved_on: "2013-10-14".parse().unwrap(),
        replaces: Some(replaced),
    });
    let making = Making { edition, ..making("2013-10-10", Audience::Internal) };
    let seal = Seal { check_code: "XJ4B-NP4P-AHH6".into(), ledger_head: "0123456789abcdef".repeat(4) };
    one_page(register, "2013Q3".parse().unwrap(), making).sealed(&seal)
}

#[test]
fn the_leaders_sheet_issued_in_place_of_another() {
    check("onepage-2013Q3-corrected", &corrected(&year()), 1);
}

#[test]
fn each_keeps_the_standards_of_archive_and_accessibility() {
    let register = year();
    let making = making("2014-01-20", Audience::Internal);
    archive::keeps_both(&[
        ("onepage", one_page(&register, "2013Q3".parse().unwrap(), making.clone())),
        ("bulletin", bulletin(&register, Audience::Internal)),
        ("slips", slips(&register, Audience::Public)),
        ("annual", report::annual(&register, &making)),
        ("corrected", corrected(&register)),
    ]);
}
