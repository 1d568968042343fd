//! The words of the 佐证材料册.

use domain::evidence::PaperEvidence;
use domain::period::{Round, date_in_words};
use jiff::civil::Date;

/// Over the list of everything.
pub const CATALOGUE: &str = "目录";
/// The heads of the catalogue.
pub const COLUMNS: [&str; 7] = ["工作任务", "编号", "部门", "名称", "种类", "页数", "页码"];
/// In place of a page number.
pub const NO_PAGE: &str = "—";
/// In place of a code, before the first submission has given one.
pub const UNNUMBERED: &str = "未编号";
/// In place of the name of evidence that holds personal data.
pub const PERSONAL: &str = "含个人信息";
/// 种类 of evidence without a file.
pub const ON_PAPER: &str = "备查件";
/// 种类 of photos and scans.
pub const PHOTO: &str = "照片";
/// What a volume with pages of attached files says of itself.
pub const FOREIGN_NOTICE: &str = "本册收入附件原页，不声明符合PDF/A和PDF/UA";

/// 2013年一季度工作佐证材料册.
#[must_use]
pub fn title(round: Round) -> String {
    format!("{}年{}工作佐证材料册", round.year, round.span_word())
}

/// 第1册，共2册.
#[must_use]
pub fn volume(at: usize, count: usize) -> String {
    format!("第{at}册，共{count}册")
}

/// How many of each kind; the parts add up to the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BookCounts {
    /// Photos on its pages.
    pub photos: usize,
    /// PDF files on its pages.
    pub files: usize,
    /// Their pages.
    pub pages: usize,
    /// Other files, which are listed only.
    pub listed: usize,
    /// 备查件.
    pub on_paper: usize,
}

/// 共5件：照片2件，PDF文件1件（3页），只列目录的文件1件，备查件1件.
#[must_use]
pub fn counts(counted: BookCounts) -> String {
    let BookCounts { photos, files, pages, listed, on_paper } = counted;
    let mut parts = Vec::new();
    let mut part = |count: usize, words: String| parts.extend((count > 0).then_some(words));
    part(photos, format!("照片{photos}件"));
    part(files, format!("PDF文件{files}件（{pages}页）"));
    part(listed, format!("只列目录的文件{listed}件"));
    part(on_paper, format!("备查件{on_paper}件"));
    let count = photos + files + listed + on_paper;
    if parts.is_empty() {
        format!("共{count}件。")
    } else {
        format!("共{count}件：{}。", parts.join("，"))
    }
}

/// What a file is, by its media type.
#[must_use]
pub fn kind(media_type: &str) -> &'static str {
    let (family, own) = media_type.split_once('/').unwrap_or((media_type, ""));
    match (family, own) {
        ("image", _) => PHOTO,
        ("video", _) => "视频",
        ("audio", _) => "音频",
        (_, "pdf") => "PDF文件",
        (_, own) if own.ends_with("wordprocessingml.document") || own == "msword" => "Word文档",
        (_, own) if own.ends_with("spreadsheetml.sheet") || own == "vnd.ms-excel" => "Excel表格",
        (_, own) if own.ends_with("presentationml.presentation") || own == "vnd.ms-powerpoint" => "演示文稿",
        (_, "zip" | "gzip" | "x-7z-compressed" | "vnd.rar") => "压缩包",
        ("text", _) => "文本",
        _ => "其他文件",
    }
}

/// Where a paper is kept: 文号深盐府〔2013〕3号；2013年3月1日；存放：区档案室；保管人：王某.
#[must_use]
pub fn kept(paper: &PaperEvidence, with_keeper: bool) -> String {
    let labelled = |label: &str, text: &str| (!text.is_empty()).then(|| format!("{label}：{text}"));
    let keeper = labelled("保管人", &paper.keeper).filter(|_| with_keeper);
    let parts = [
        labelled("文号", &paper.document_no),
        paper.dated.map(|day| format!("日期：{}", date_in_words(day))),
        labelled("存放", &paper.kept_at).or_else(|| Some("未写明存放处".to_owned())),
        keeper,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("；")
}

/// 拍摄于2013年3月28日（照片自带信息）.
#[must_use]
pub fn taken(day: Date) -> String {
    format!("拍摄于{}（照片自带信息）", date_in_words(day))
}

/// Over a page of an attached file: 证（五）-一季-文体局-02　签到表.pdf　第1页，共3页.
#[must_use]
pub fn stamp(code: &str, name: &str, page: usize, pages: usize) -> String {
    format!("{code}　{name}　第{page}页，共{pages}页")
}

/// 第2册第15页, or the page alone where there is one volume.
#[must_use]
pub fn place(volume: usize, volumes: usize, page: u32) -> String {
    if volumes > 1 { format!("第{volume}册\n第{page}页") } else { page.to_string() }
}

/// For those who do not see the photo.
#[must_use]
pub fn photo_alternative(code: &str, name: &str) -> String {
    format!("佐证照片：{code}，{name}")
}

/// For those who do not see the page.
#[must_use]
pub fn page_alternative(code: &str, name: &str, page: usize) -> String {
    format!("附件原页：{code}，{name}，第{page}页")
}

/// What the public edition leaves out.
#[must_use]
pub fn left_out(count: usize) -> String {
    format!("另有含个人信息的{count}件，公开版不列。")
}

/// What the internal edition names by its code alone.
#[must_use]
pub fn personal_listed(count: usize) -> String {
    format!("含个人信息的{count}件只列编号，不印。")
}

/// Where the other volumes stand.
#[must_use]
pub fn of_volumes(at: usize, count: usize) -> String {
    format!("全书{count}册，每册都印全部目录；本册为第{at}册，页码栏注明所在的册和页。")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_add_up() {
        let all = BookCounts { photos: 2, files: 1, pages: 3, listed: 4, on_paper: 1 };
        let said = "共8件：照片2件，PDF文件1件（3页），只列目录的文件4件，备查件1件。";
        assert_eq!(counts(all), said);
        assert_eq!(counts(BookCounts { on_paper: 1, ..BookCounts::default() }), "共1件：备查件1件。");
        assert_eq!(counts(BookCounts::default()), "共0件。");
    }

    #[test]
    fn kinds() {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        let known = [("image/png", "照片"), ("application/pdf", "PDF文件"), (word, "Word文档")];
        for (media_type, expected) in known.into_iter().chain([("video/mp4", "视频"), ("x", "其他文件")])
        {
            assert_eq!(kind(media_type), expected);
        }
    }

    #[test]
    fn the_public_reads_no_keeper() {
        let paper =
            PaperEvidence { kept_at: "区档案室".into(), keeper: "王某".into(), ..Default::default() };
        assert_eq!(kept(&paper, true), "存放：区档案室；保管人：王某");
        assert_eq!(kept(&paper, false), "存放：区档案室");
    }
}
