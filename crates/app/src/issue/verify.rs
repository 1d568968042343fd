//! 核验: whether this store issued a file or a check code, what differs, and whether it was corrected since.
//!
//! A file is first told by its bytes. One of other bytes is held against what was kept: the data inside it and what its
//! pages show, each by itself, so that a page that was forged over untouched data is told as well.

use super::difference;
use crate::content;
use crate::desk::Desk;
use crate::files;
use crate::refusal::{IssueRefusal, Outcome, Refused};
use crate::wire::issue::{Difference, FileVerdict, IssuedView, Verified};
use domain::evidence::{Evidence, EvidenceForm};
use domain::issue::{CheckCode, IssuedReport, Likeness};
use domain::period::date_in_words;
use jiff::civil::Date;
use ledger::digest::Sha256;
use pdf::read::{FILE_BYTES_MAX, PageShown, ReadError, Reading};
use report::wording;
use std::io::Read;
use std::path::Path;
use store::Recorded;

/// What is read of a file at once.
const PIECE: usize = 256 * 1024;

/// A file from outside.
struct Given {
    sha256: [u8; 32],
    /// Its bytes; `None` for one that is too large to be taken apart.
    bytes: Option<Vec<u8>>,
}

/// All issued reports.
type All = [Recorded<IssuedReport>];

impl Desk {
    /// What a file is.
    ///
    /// # Errors
    /// It cannot be read, or what was kept cannot.
    pub fn verify_file(&self, path: &Path) -> Outcome<Verified> {
        let given = given(path)?;
        let all = self.all_issued()?;
        if let Some(known) = self.by_bytes(&given, &all)? {
            return Ok(known);
        }
        let Some(bytes) = &given.bytes else {
            return Ok(plain(FileVerdict::Unknown, TOO_LARGE));
        };
        let reading = match Reading::open(bytes) {
            Ok(reading) => reading,
            Err(why) => return Ok(unreadable(&why)),
        };
        match self.compared(&reading, &all) {
            Ok(outcome) => outcome,
            Err(why) => Ok(unreadable(&why)),
        }
    }

    /// What a check code, copied from paper, is.
    ///
    /// # Errors
    /// It cannot be one.
    pub fn verify_code(&self, text: &str) -> Outcome<Verified> {
        let typed: CheckCode = text.parse().map_err(IssueRefusal::NotACode)?;
        let all = self.all_issued()?;
        let likeness = |one: &Recorded<IssuedReport>| typed.likeness(&one.value.check_code);
        let same = all.iter().find(|one| likeness(one) == Likeness::Same);
        let like = || all.iter().find(|one| likeness(one) != Likeness::Other);
        let Some(found) = same.or_else(like) else {
            let words = format!(
                "没有：这个资料库没有签发过校验码为{typed}的文件。请核对抄写是否有误；送审稿没有校验码，别的单位签发的请向该单位核验。"
            );
            return Ok(plain(FileVerdict::Unknown, &words));
        };
        let mistaken = match likeness(found) {
            Likeness::Mistaken(pairs) => {
                let pairs: Vec<_> =
                    pairs.iter().map(|(typed, printed)| format!("{typed}应为{printed}")).collect();
                format!("（所写的{}，已按页脚的写法认定：{}。）", pairs.join("、"), found.value.check_code)
            }
            Likeness::Same | Likeness::Other => String::new(),
        };
        let proves = "校验码只证明签发过这样一份文件；手中的纸件请与保存的文件逐页核对，电子文件请直接核验。";
        self.told(FileVerdict::Issued, &all, found, &format!("校验码相符。{mistaken}{proves}"), Vec::new())
    }

    /// A file of known bytes: as issued, as sent, or the scan of an approval.
    fn by_bytes(&self, given: &Given, all: &All) -> Outcome<Option<Verified>> {
        for one in all {
            let report = &one.value;
            if report.pdf.sha256 == given.sha256 {
                let words = "真件：文件与签发时保存的逐字节一致。";
                return self.told(FileVerdict::Issued, all, one, words, Vec::new()).map(Some);
            }
            let sent = report.sent.iter().find(|sent| sent.files.iter().any(|file| is(file, given)));
            if let Some(sent) = sent {
                let on = date_in_words(sent.on);
                let words = format!("真件：这是{on}发往{}的扫描件，与发出时保存的逐字节一致。", sent.to);
                return self.told(FileVerdict::Sent, all, one, &words, Vec::new()).map(Some);
            }
            if report.approval.scan.iter().any(|file| is(file, given)) {
                let words = "真件：这是签批的扫描件，与签发时保存的逐字节一致。";
                return self.told(FileVerdict::Approval, all, one, words, Vec::new()).map(Some);
            }
        }
        Ok(None)
    }

    /// A PDF of other bytes, held against the report that it claims to be. The outer result tells whether it can be read.
    fn compared(&self, reading: &Reading, all: &All) -> Result<Outcome<Verified>, ReadError> {
        let carried = reading.attachments(content::FILE_NAME)?;
        let pages = reading.pages()?;
        let Some(one) = claimed(&carried, &pages, all) else {
            return Ok(Ok(stranger(&carried)));
        };
        let kept = |file| self.kept_bytes(file);
        let (content, file) = match (kept(&one.value.content), kept(&one.value.pdf)) {
            (Ok(content), Ok(file)) => (content, file),
            (Err(why), _) | (_, Err(why)) => return Ok(Err(why)),
        };
        let issued_pages = match Reading::open(&file).and_then(|reading| reading.pages()) {
            Ok(pages) => pages,
            Err(_) => return Ok(Err(Refused::FileDamaged(one.value.pdf.name.clone()))),
        };
        let foreign = carried.iter().find(|carried| **carried != content);
        let mut differences =
            foreign.map(|found| difference::of_content(&content, found)).unwrap_or_default();
        let pages_differ = difference::of_pages(&issued_pages, &pages);
        let verdict = match (foreign, pages_differ.is_empty()) {
            (Some(_), _) => FileVerdict::ContentChanged,
            (None, false) => FileVerdict::PagesChanged,
            (None, true) if issued_pages == pages => FileVerdict::SavedAgain,
            (None, true) => FileVerdict::DrawnOtherwise,
        };
        let words = words(verdict, carried.is_empty(), pages_differ.is_empty());
        differences.extend(pages_differ);
        Ok(self.told(verdict, all, one, &words, differences))
    }

    /// What is told of a known report: what the file is, the report, and whether it still stands.
    fn told(
        &self,
        verdict: FileVerdict,
        all: &All,
        one: &Recorded<IssuedReport>,
        words: &str,
        differences: Vec<Difference>,
    ) -> Outcome<Verified> {
        let report = self.view_of(&one.value, all)?;
        let genuine = matches!(verdict, FileVerdict::Issued | FileVerdict::Sent | FileVerdict::Approval);
        let corrected = corrected_words(&one.value, &report, all);
        let text = format!("{words}{}{corrected}", issue_words(&one.value));
        Ok(Verified { verdict, genuine, text, report: Some(report), differences })
    }
}

const TOO_LARGE: &str =
    "不是：文件太大，不是这个资料库签发或发出的文件。请确认拿到的是原文件；纸件请按页脚的校验码核验。";

fn plain(verdict: FileVerdict, text: &str) -> Verified {
    Verified { verdict, genuine: false, text: text.to_owned(), report: None, differences: Vec::new() }
}

fn unreadable(why: &ReadError) -> Verified {
    match why {
        ReadError::NotAPdf => plain(
            FileVerdict::NotAPdf,
            "不是：这不是 PDF 文件，也不是保存过的扫描件。请选择收到的 PDF 原文件；纸件请按页脚的校验码核验。",
        ),
        ReadError::Encrypted => plain(
            FileVerdict::Unreadable,
            "不是：这个 PDF 设了密码，签发的文件没有密码。请向发来的单位索取原文件，或按页脚的校验码核验。",
        ),
        ReadError::TooLarge => plain(FileVerdict::Unreadable, TOO_LARGE),
        ReadError::Damaged(_) => plain(
            FileVerdict::Unreadable,
            "不是：这个 PDF 已损坏，读不出来，与签发的文件不符。请重新取得原文件再核验，或按页脚的校验码核验。",
        ),
    }
}

fn words(verdict: FileVerdict, data_gone: bool, pages_same: bool) -> String {
    let data = if data_gone { "所附数据已被去掉，" } else { "所附数据与签发时一致，" };
    match verdict {
        FileVerdict::ContentChanged if pages_same => {
            "不是原件：页面文字与签发时一致，但文件所附的数据被改动，列在下面。".to_owned()
        }
        FileVerdict::ContentChanged => "不是原件：内容与签发时不同，列在下面。".to_owned(),
        FileVerdict::PagesChanged => format!("不是原件：{data}但页面被改动，列在下面。请勿采用。"),
        FileVerdict::DrawnOtherwise => format!(
            "不是原件：{data}页面文字也一致，但页面的画法变了，可能有图形或批注盖住原文。请与保存的文件逐页核对。"
        ),
        _ => format!(
            "不是原件，但内容未变：{data}各页与签发时一致，只是文件被另存过。需要原件时请用保存的文件。"
        ),
    }
}

/// Which report a file claims to be: by the data inside it, else by its own number, else by the code on its pages.
fn claimed<'a>(carried: &[Vec<u8>], pages: &[PageShown], all: &'a All) -> Option<&'a Recorded<IssuedReport>> {
    let codes: Vec<_> = carried.iter().filter_map(|bytes| content::code_of(bytes)).collect();
    let numbers: Vec<_> = carried.iter().flat_map(|bytes| keywords(bytes)).collect();
    let by_data = all.iter().find(|one| codes.contains(&one.value.check_code));
    let by_number = || all.iter().find(|one| numbers.contains(&one.value.number.text()));
    let by_page = || {
        let printed: Vec<_> = pages.iter().filter_map(code_on).collect();
        all.iter().find(|one| printed.contains(&one.value.check_code))
    };
    by_data.or_else(by_number).or_else(by_page)
}

/// The check code in a page's foot.
fn code_on(page: &PageShown) -> Option<CheckCode> {
    let text: String = page.text.chars().filter(|c| !c.is_whitespace()).collect();
    let (_, after) = text.rsplit_once(wording::CHECK_CODE)?;
    // Four, a hyphen, four, a hyphen, four.
    after.chars().take(14).collect::<String>().parse().ok()
}

fn keywords(content: &[u8]) -> Vec<String> {
    let content: serde_json::Value = serde_json::from_slice(content).unwrap_or_default();
    let words = content["keywords"].as_array().cloned().unwrap_or_default();
    words.iter().filter_map(|word| word.as_str().map(str::to_owned)).collect()
}

/// A file that claims to be nothing that was issued here.
fn stranger(carried: &[Vec<u8>]) -> Verified {
    let draft = carried.iter().flat_map(|bytes| keywords(bytes)).any(|word| word == wording::DRAFT);
    if draft {
        return plain(
            FileVerdict::Draft,
            "不是：这是送审稿，没有签批，没有编号和校验码。正式文件以签发的为准。",
        );
    }
    let words = if carried.is_empty() {
        "不是：这个资料库没有签发过这份文件，里面没有本系统的数据，页面上也没有签发过的校验码。如是扫描件，请按页脚的校验码核验。"
    } else {
        "不是：这个资料库没有签发过这份文件，里面的数据与签发过的都不相符。别的单位签发的，请向该单位核验。"
    };
    plain(FileVerdict::Unknown, words)
}

/// 〔2013〕3号…，李某2013年4月26日签发，陈某2013年4月26日签批，数据截至2013年4月24日。
fn issue_words(report: &IssuedReport) -> String {
    let day = |day: Date| date_in_words(day);
    format!(
        "所核验的是{}《{}》：{}{}签发，{}{}签批，{}。",
        report.number.text(),
        report.document.title,
        report.issued_by,
        day(report.issued_on),
        report.approval.by,
        day(report.approval.on),
        wording::as_of(report.as_of),
    )
}

fn corrected_words(report: &IssuedReport, view: &IssuedView, all: &All) -> String {
    let Some(corrected) = &view.corrected else { return String::new() };
    let corrects = all.iter().filter_map(|one| one.value.corrects.as_ref());
    let reason =
        corrects.filter(|correction| correction.of == report.id).map(|one| one.reason.as_str()).next_back();
    let reason = reason.map(|reason| format!("（更正原因：{}）", reason.trim_end_matches('。')));
    format!("注意：{corrected}{}，请以更正件为准。", reason.unwrap_or_default())
}

fn is(file: &Evidence, given: &Given) -> bool {
    matches!(&file.form, EvidenceForm::File { sha256, .. } if *sha256 == given.sha256)
}

/// Hashes a file whole and keeps its bytes as long as it may be taken apart.
fn given(path: &Path) -> Outcome<Given> {
    let name = path.display().to_string();
    let mut file = files::open_named(path, &name)?;
    let (mut hash, mut piece) = (Sha256::default(), vec![0; PIECE]);
    let mut bytes = Some(Vec::new());
    loop {
        let read = match file.read(&mut piece) {
            Ok(0) => return Ok(Given { sha256: hash.finish(), bytes }),
            Ok(read) => read,
            Err(why) if why.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(why) => return Err(Refused::Unreadable { name, why }),
        };
        hash.update(&piece[..read]);
        if let Some(kept) = &mut bytes {
            kept.extend_from_slice(&piece[..read]);
        }
        bytes = bytes.filter(|kept| kept.len() <= FILE_BYTES_MAX);
    }
}
