//! What an issued document (已签发) prints beyond its draft: its number, what it replaces, and the seal in its foot.
//!
//! The check code is made of the content, so that it cannot stand in it: it is printed in a running line, which is the
//! page's and not the content's. Left to others: how the code is made (`app`), which revisions were used (`store`).

use crate::Report;
use crate::audience::Audience;
use crate::style::{cell_span, paragraph, span};
use crate::wording;
use domain::period::date_in_words;
use jiff::civil::Date;
use layout::Length;
use layout::block::{Block, ParagraphStyle};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::sheet::RunningLine;

/// From the type area to the foot's baseline: that of the page number of an official sheet.
const FOOT_DISTANCE: Length = Length::mm(11.3);

/// Under which number a document was issued, and who signed it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Issued {
    /// 文号: 〔2013〕3号.
    pub number: String,
    /// 签批人, by name and office as written.
    pub approved_by: String,
    /// 签批日期.
    pub approved_on: Date,
    /// What it takes the place of; `None` for a first issue.
    pub replaces: Option<Replaced>,
}

/// What a corrected document (更正) takes the place of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Replaced {
    /// 文号 of what was wrong.
    pub number: String,
    /// Which page and task of it: 附件第4页（十二）; empty: the whole.
    pub place: String,
    /// Why.
    pub reason: String,
}

/// What the foot of every page of an issued document says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// 校验码: XXXX-XXXX-XXXX.
    pub check_code: String,
    /// 账本头, in hexadecimal digits; the foot shows the first sixteen.
    pub ledger_head: String,
}

impl Issued {
    /// 陈某2013年4月26日签批; the public is not told who.
    pub(crate) fn approval(&self, audience: Audience) -> String {
        let by = if audience == Audience::Public { "" } else { self.approved_by.as_str() };
        format!("{by}{}签批", date_in_words(self.approved_on))
    }
}

impl Replaced {
    /// 本件代替〔2013〕3号附件第4页（十二）。更正原因：……。
    #[must_use]
    pub fn note(&self) -> String {
        let reason = self.reason.trim_end_matches(['。', '.']);
        format!("本件代替{}{}。更正原因：{reason}。", self.number, self.place)
    }
}

impl Seal {
    fn words(&self) -> String {
        let head: String = self.ledger_head.chars().take(16).collect();
        format!("{}{}　{}{head}", wording::CHECK_CODE, self.check_code, wording::LEDGER_HEAD)
    }

    /// As the file's keywords have it: the head in full.
    #[must_use]
    pub fn keywords(&self) -> [String; 2] {
        [
            format!("{}{}", wording::CHECK_CODE, self.check_code),
            format!("{}{}", wording::LEDGER_HEAD, self.ledger_head),
        ]
    }
}

impl Report {
    /// The same with what it replaces at the head of its first page; it is part of the content.
    #[must_use]
    pub fn replacing(mut self, replaced: &Replaced) -> Self {
        let words = span(&replaced.note(), FontRole::Kai, size::SMALL_FOUR);
        let mut note = paragraph(vec![words], ParagraphStyle::body(size::SMALL_FOUR, Length::pt(20.0)));
        note.style.space_after = Length::pt(6.0);
        if let Some(first) = self.manuscript.sections.first_mut() {
            first.blocks.insert(0, Block::Paragraph(note));
        }
        self
    }

    /// The same with the seal in the foot of every page; the content stays what it was.
    #[must_use]
    pub fn sealed(mut self, seal: &Seal) -> Self {
        for section in &mut self.manuscript.sections {
            section.sheet.footer.push(RunningLine {
                left: Vec::new(),
                center: vec![cell_span(&seal.words(), FontRole::Fangsong)],
                right: Vec::new(),
                distance: FOOT_DISTANCE,
                rule: Stroke::NONE,
            });
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Front, Shown, SourceTable};
    use jiff::civil::date;
    use layout::block::{Manuscript, Section};
    use layout::sheet::Sheet;

    fn report() -> Report {
        let section = Section { sheet: Sheet::official(), first_number: None, blocks: Vec::new() };
        Report {
            manuscript: Manuscript { sections: vec![section.clone(), section] },
            front: Front::default(),
            sources: SourceTable::default(),
        }
    }

    fn replaced() -> Replaced {
        Replaced {
            number: "〔2013〕3号".into(),
            place: "附件第4页（十二）".into(),
            reason: "数字有误。".into(),
        }
    }

    #[test]
    fn what_is_replaced_is_content_and_the_seal_is_not() {
        let corrected = report().replacing(&replaced());
        let note = "本件代替〔2013〕3号附件第4页（十二）。更正原因：数字有误。";
        assert_eq!(corrected.content(), [Shown::Text(note.into())]);
        let seal = Seal { check_code: "XJ4B-NP4P-AHH6".into(), ledger_head: "0123456789abcdef".repeat(4) };
        let sealed = corrected.clone().sealed(&seal);
        assert_eq!(sealed.content(), corrected.content());
        for section in &sealed.manuscript.sections {
            let foot: String = section.sheet.footer[0].center.iter().map(|span| span.text.as_str()).collect();
            assert_eq!(foot, "校验码XJ4B-NP4P-AHH6　账本头0123456789abcdef");
        }
        assert!(seal.keywords()[1].ends_with(&seal.ledger_head));
    }

    #[test]
    fn the_approval_names_who_and_when() {
        let issued = Issued {
            number: "〔2013〕5号".into(),
            approved_by: "陈某".into(),
            approved_on: date(2013, 4, 6),
            replaces: Some(replaced()),
        };
        assert_eq!(issued.approval(Audience::Internal), "陈某2013年4月6日签批");
        assert_eq!(issued.approval(Audience::Public), "2013年4月6日签批");
    }
}
