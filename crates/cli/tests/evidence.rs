//! 佐证材料册 from a terminal, read back with poppler.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use office::{Office, files};
use std::path::{Path, PathBuf};
use std::process::Command;

fn sample() -> Office {
    let office = Office::new();
    office.bps(&["sample"]).done();
    office
}

/// The pages of a file as text without blanks.
fn pages(file: &Path) -> Vec<String> {
    let output = Command::new("pdftotext").arg("-raw").arg(file).arg("-").output().expect("poppler-utils");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let pages = text.trim_end_matches('\u{C}').split('\u{C}');
    pages.map(|page| page.chars().filter(|c| !c.is_whitespace()).collect()).collect()
}

fn book(office: &Office, name: &str, rest: &[&str]) -> (String, Vec<String>) {
    let path = office.path(name);
    let file = path.display().to_string();
    let said =
        office.bps(&[&["report", "evidence", "--period", "2013Q1", "-o", &file], rest].concat()).done();
    (said.out, pages(&path))
}

const PHOTO: &str = "证\u{FF08}五\u{FF09}-一季-文体局-02";
const SCAN: &str = "证\u{FF08}九\u{FF09}-一季-经促局-01";

/// The page on which a piece stands under its code; the catalogue names it too.
fn stands_on(pages: &[String], code: &str, heading: &str) -> usize {
    pages.iter().rposition(|page| page.contains(code) && !page.contains(heading)).unwrap() + 1
}

#[test]
fn the_catalogue_names_the_page_on_which_each_piece_stands() {
    let office = sample();
    let (said, pages) = book(&office, "a.pdf", &[]);
    assert!(said.contains("共32件\u{FF1A}照片7件\u{FF0C}PDF文件1件\u{FF08}1页\u{FF09}\u{FF0C}只列目录的文件5件\u{FF0C}备查件19件。"), "{said}");
    let catalogue =
        pages.iter().filter(|page| page.contains("工作任务编号部门")).cloned().collect::<String>();
    for (code, name, kind) in [
        (PHOTO, "广场公益电影\u{FF08}示例\u{FF09}.jpg", "照片"),
        (SCAN, "第一季度游客需求调查报告节选\u{FF08}示例\u{FF09}.pdf", "PDF文件"),
    ] {
        let row = catalogue.split(name).nth(1).unwrap();
        let page = stands_on(&pages, code, "工作任务编号部门");
        assert!(row.starts_with(&format!("{kind}1{page}")), "{row} {page}");
    }
    // Papers and where they are kept; personal pieces by their codes alone.
    assert!(catalogue.contains("存放\u{FF1A}教育局办公室\u{FF1B}保管人\u{FF1A}陈某"));
    assert!(catalogue.contains("含个人信息的5件只列编号") && !catalogue.contains("签到表"));
    assert!(catalogue.contains("不声明符合PDF/A和PDF/UA"));
    let (_, with_personal) = book(&office, "b.pdf", &["--personal"]);
    assert!(with_personal.concat().contains("签到表"));
}

#[test]
fn the_public_edition_counts_what_it_leaves_out() {
    let (_, pages) = book(&sample(), "a.pdf", &["--edition", "public", "--personal"]);
    let text = pages.concat();
    assert!(text.contains("另有含个人信息的5件\u{FF0C}公开版不列。"));
    assert!(!text.contains("签到表") && !text.contains("保管人") && text.contains("存放\u{FF1A}"));
}

#[test]
fn kept_photos_give_the_same_bytes_and_are_made_again_when_they_are_lost() {
    let office = sample();
    let bytes = |name: &str| {
        book(&office, name, &[]);
        fs_err::read(office.path(name)).unwrap()
    };
    let first = bytes("a.pdf");
    let reduced = files(&office.path("store/reduced"));
    assert_eq!(reduced.len(), 7);
    assert!(bytes("b.pdf") == first);
    // One is cut short, one is other than it was, the others are gone.
    let cut = fs_err::read(&reduced[0]).unwrap();
    fs_err::write(&reduced[0], &cut[..cut.len() / 2]).unwrap();
    let mut changed = fs_err::read(&reduced[1]).unwrap();
    let middle = changed.len() / 2;
    changed[middle] ^= 0xFF;
    fs_err::write(&reduced[1], changed).unwrap();
    reduced[2..].iter().for_each(|file| fs_err::remove_file(file).unwrap());
    assert!(bytes("c.pdf") == first);
    assert_eq!(files(&office.path("store/reduced")).len(), 7);
}

#[test]
fn what_is_lost_or_damaged_in_the_store_is_listed_with_the_reason() {
    let office = sample();
    book(&office, "a.pdf", &[]);
    let blobs = files(&office.path("store/blobs"));
    let of = |begins: &[u8]| {
        let found = blobs.iter().filter(|path| fs_err::read(path).unwrap().starts_with(begins));
        found.cloned().collect::<Vec<_>>()
    };
    let (scan, photos) = (of(b"%PDF"), of(b"\xFF\xD8"));
    let mut bytes = fs_err::read(&scan[0]).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xFF;
    fs_err::write(&scan[0], bytes).unwrap();
    fs_err::remove_file(&photos[0]).unwrap();
    let (said, pages) = book(&office, "b.pdf", &[]);
    assert!(said.contains("文件已损坏\u{FF0C}与登记的校验值不符"), "{said}");
    assert!(said.contains("文件不在资料库中"), "{said}");
    let text = pages.concat();
    assert!(text.contains("照片6件") && text.contains("只列目录的文件7件"));
    // No page of another file is left: the book claims both standards again.
    assert!(!text.contains("不声明符合"));
}

#[test]
fn a_large_book_has_volumes_each_with_the_whole_catalogue() {
    let office = sample();
    let folder = office.path("out");
    fs_err::create_dir(&folder).unwrap();
    let place = folder.display().to_string();
    let asked = ["report", "evidence", "--period", "2013Q1", "--volume-mb", "1", "-o"];
    let said = office.bps(&[&asked[..], &[&place]].concat()).done();
    let volumes = files(&folder);
    assert!(volumes.len() > 1, "{}", said.out);
    let printed = |code: &str| {
        let holds = |path: &&PathBuf| {
            let of_pieces = |page: &&String| !page.contains("工作任务编号部门");
            pages(path).iter().filter(of_pieces).any(|page| page.contains(code))
        };
        volumes.iter().filter(holds).count()
    };
    assert_eq!((printed(PHOTO), printed(SCAN)), (1, 1));
    for (at, path) in (1..).zip(&volumes) {
        assert!(fs_err::metadata(path).unwrap().len() <= 1_000_000);
        let text = pages(path).concat();
        let volume = format!("第{at}册\u{FF0C}共{}册", volumes.len());
        assert!(text.contains(&volume) && path.to_string_lossy().contains(&volume), "{volume}");
        assert!(text.contains("广场公益电影") && text.contains("保管人"));
        assert!(text.contains(&format!("本册为第{at}册")));
    }
}

#[test]
fn what_cannot_be_written_is_refused_and_leaves_nothing() {
    let office = sample();
    let at = |name: &str| office.path(name).display().to_string();
    let ask = |rest: &[&str]| office.bps(&[&["report", "evidence", "--period"], rest].concat());
    ask(&["2013Q1", "-o", &at("a.docx")]).refused("只能存为 PDF");
    ask(&["2013Q1", "-o", &at("none/a.pdf")]).refused("没有这个文件或文件夹");
    ask(&["2013Q1", "-o", &at("store")]).refused("资料库");
    ask(&["2013Q1", "--task", "2", "--department", "城改办", "-o", &at("a.pdf")]).refused("没有佐证");
    ask(&["2013Q9", "-o", &at("a.pdf")]).refused("2013Q9");
    ask(&["2013Q1", "--task", "99", "-o", &at("a.pdf")]).refused("99");
    ask(&["2013Q1", "--photos", "3", "-o", &at("a.pdf")]).refused_as(2, "只能是2或4");
    assert!(!office.path("a.pdf").exists());
    let left = files(office.home.path()).into_iter().filter(|path| path.to_string_lossy().contains(".bps-"));
    assert_eq!(left.count(), 0);
}

/// A photo as it is stored whole: of the sample's first one.
fn photo(office: &Office) -> Vec<u8> {
    let blobs = files(&office.path("store/blobs")).into_iter().map(|path| fs_err::read(path).unwrap());
    blobs.into_iter().find(|bytes| bytes.starts_with(b"\xFF\xD8")).unwrap()
}

#[test]
fn a_damaged_photo_among_good_ones_is_listed_with_the_reason() {
    let office = sample();
    let good = photo(&office);
    // It came to the office like this: the store holds what it took in.
    let cut = office.file("cut.jpg", &good[..good.len() / 2]);
    let other = office.file("other.jpg", &[&good[..2], b"\xFF\xFE\x00\x06none", &good[2..]].concat());
    let add = [
        "--by",
        "\u{674E}\u{67D0}",
        "progress",
        "add",
        "--task",
        "5",
        "--quarter",
        "1",
        "--department",
        "文体局",
    ];
    office.bps(&[&add[..], &["--attach", &cut, "--attach", &other]].concat()).done();
    let (said, pages) = book(&office, "a.pdf", &["--task", "5"]);
    let listed: Vec<&str> = said.lines().filter(|line| line.contains(".jpg")).collect();
    assert!(
        matches!(listed[..], [line] if line.contains("cut.jpg") && line.contains("不印\u{FF1A}文件已损坏")),
        "{said}"
    );
    let text = pages.concat();
    assert!(text.contains("cut.jpg") && text.contains("不印\u{FF1A}文件已损坏"), "{text}");
    // The good ones stand on the pages, the one beside it too.
    assert!(
        pages.iter().any(|page| page.contains("other.jpg") && !page.contains("工作任务编号部门")),
        "{text}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_leaves_no_half_file() {
    let office = sample();
    let folder = office.path("out");
    fs_err::create_dir(&folder).unwrap();
    let file = folder.join("a.pdf").display().to_string();
    let asked = ["report", "evidence", "--period", "2013Q1", "-o", &file];
    // No file may be larger than so many blocks of 512 or 1024 bytes.
    let limited = |blocks: &str| {
        let bps = office.command("store");
        let mut shell = Command::new("sh");
        let script = format!("ulimit -f {blocks}; exec \"$@\"");
        shell.args(["-c", &script, "sh", env!("CARGO_BIN_EXE_bps")]).args(asked);
        shell.envs(bps.get_envs().filter_map(|(name, value)| Some((name, value?))));
        office::said(shell.output().unwrap())
    };
    // The reduced photos have no place.
    fs_err::write(office.path("store/reduced"), "no folder").unwrap();
    office.bps(&asked).refused("缩小的照片存不进资料库文件夹\u{FF1A}");
    assert_eq!(fs_err::read_dir(&folder).unwrap().count(), 0);
    fs_err::remove_file(office.path("store/reduced")).unwrap();
    // They are kept now, and the book has no room.
    office.bps(&asked).done();
    let whole = fs_err::read(&file).unwrap();
    fs_err::remove_file(&file).unwrap();
    limited("400").refused("无法写入");
    assert_eq!(fs_err::read_dir(&folder).unwrap().count(), 0);
    // An old file of that name stays as it was.
    fs_err::write(&file, "old").unwrap();
    limited("400").refused("磁盘空间不足");
    assert_eq!(fs_err::read(&file).unwrap(), b"old");
    assert_eq!(files(&folder).len(), 1);
    // Control: without the limit the same book is written.
    office.bps(&asked).done();
    assert!(fs_err::read(&file).unwrap() == whole && whole.len() > 400 * 1024);
}
