//! 佐证材料册: cover, catalogue and pages, of pieces of every kind.

use crate::lines::{golden, pages};
use crate::year::year;
use domain::evidence::PaperEvidence;
use layout::Length;
use layout::figure::{Extent, FileId, ImageId, Pixels};
use report::{Audience, Book, BookForm, BookItem, BookOptions, Edition, Making, NotPrinted, PhotosPerPage};
use std::collections::BTreeMap;

fn item(task: u32, number: u32, name: &str, kind: &'static str, form: BookForm) -> BookItem {
    let task_text = domain::numeral::to_chinese(task);
    BookItem {
        task,
        code: Some(format!("证({task_text})-一季-文体局-{number:02}")),
        department: "文体局".into(),
        name: name.into(),
        kind,
        form,
    }
}

fn photo(at: u32, taken: Option<&str>) -> BookForm {
    let pixels = Pixels { width: 600, height: 450 };
    BookForm::Photo { image: ImageId(at), pixels, taken: taken.map(|day| day.parse().unwrap()) }
}

fn items() -> Vec<BookItem> {
    let upright = Extent { width: Length::mm(210.0), height: Length::mm(297.0) };
    let sideways = Extent { width: upright.height, height: upright.width };
    let paper = PaperEvidence {
        name: "活动台账".into(),
        document_no: "盐文〔2013〕2号".into(),
        dated: Some("2013-03-15".parse().unwrap()),
        kept_at: "文体局档案室".into(),
        keeper: "何某".into(),
    };
    let listed = |task, number, name, kind, why| item(task, number, name, kind, BookForm::Listed(why));
    vec![
        item(5, 1, "社区演出.jpg", "照片", photo(0, Some("2013-03-28"))),
        item(5, 2, "公益电影.jpg", "照片", photo(1, None)),
        item(
            5,
            3,
            "调查报告.pdf",
            "PDF文件",
            BookForm::Pages { file: FileId(0), extents: vec![upright, sideways] },
        ),
        item(5, 4, "活动台账", "备查件", BookForm::OnPaper(paper)),
        listed(5, 5, "签到表.jpg", "照片", NotPrinted::Personal),
        listed(13, 1, "合同.pdf", "PDF文件", NotPrinted::Encrypted),
        listed(13, 2, "台账.xlsx", "Excel表格", NotPrinted::NoPages),
        listed(13, 3, "现场.jpg", "照片", NotPrinted::Damaged),
        item(13, 4, "码头.jpg", "照片", photo(2, Some("2013-04-01"))),
    ]
}

fn options(audience: Audience) -> BookOptions {
    BookOptions {
        round: "2013Q1".parse().unwrap(),
        department: None,
        task: None,
        photos: PhotosPerPage::Four,
        left_out: 2,
        making: Making {
            as_of: "2013-04-24".parse().unwrap(),
            edition: Edition::Draft,
            audience,
            sample: true,
            unit: "区督查室".into(),
        },
    }
}

#[test]
fn one_volume_page_by_page() {
    let (register, items, options) = (year(), items(), options(Audience::Internal));
    let whole = 0..items.len();
    let book =
        Book { register: &register, options: &options, items: &items, volumes: std::slice::from_ref(&whole) };
    let places = book.places(0, &pages(&book.volume(0, &BTreeMap::new()), 500));
    let report = book.volume(0, &places);
    let document = pages(&report, 500);
    golden("evidence-2013Q1", &report, &document);
    // Numbers moved nothing.
    assert_eq!(book.places(0, &document), places);
    assert_eq!(places.len(), 4);
}

#[test]
fn the_second_of_two_volumes_and_what_the_public_reads() {
    let (register, mut items, options) = (year(), items(), options(Audience::Public));
    items.retain(|item| item.form != BookForm::Listed(NotPrinted::Personal));
    let volumes = [0..4, 4..items.len()];
    let book = Book { register: &register, options: &options, items: &items, volumes: &volumes };
    let mut places = BTreeMap::new();
    for at in 0..2 {
        places.extend(book.places(at, &pages(&book.volume(at, &BTreeMap::new()), 500)));
    }
    let report = book.volume(1, &places);
    let document = pages(&report, 500);
    golden("evidence-2013Q1-public", &report, &document);
    assert!(book.shows_foreign(0) && !book.shows_foreign(1));
    // Of its own pieces alone a code leads to the page.
    let links: Vec<_> = document.pages.iter().flat_map(|page| &page.links).map(|link| link.to.0).collect();
    assert!(!links.is_empty() && links.iter().all(|to| *to == 7), "{links:?}");
}
