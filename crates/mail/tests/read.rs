//! Mails as Chinese mailers write them: encodings, encoded words, HTML, attachments.

#![allow(clippy::unwrap_used, reason = "tests")]

use data_encoding::BASE64;
use encoding_rs::{BIG5, Encoding, GB18030, GBK};
use jiff::civil::date;
use mail::{Mail, MailProblem, NotAMail, read};

const WORDS: &str = "泥头车夜间扰民";

fn bytes(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    encoding.encode(text).0.into_owned()
}

fn word(charset: &str, bytes: &[u8]) -> String {
    format!("=?{charset}?B?{}?=", BASE64.encode(bytes))
}

/// A mail with these headers and this body.
fn mail(headers: &[&str], body: &[u8]) -> Vec<u8> {
    let mut mail = headers.join("\r\n").into_bytes();
    mail.extend_from_slice(b"\r\n\r\n");
    mail.extend_from_slice(body);
    mail
}

const FROM: &str = "From: =?utf-8?B?546L5bCP5piO?= <wang@example.com>";
const DATE: &str = "Date: Thu, 2 May 2013 23:30:00 +0800";

#[track_caller]
fn text_of(content_type: &str, transfer: &str, body: &[u8]) -> Mail {
    let kind = format!("Content-Type: {content_type}");
    let transfer = format!("Content-Transfer-Encoding: {transfer}");
    read(&mail(&[FROM, DATE, "Subject: a", &kind, &transfer], body)).unwrap()
}

#[test]
fn sender_subject_and_day() {
    let gb = word("gb2312", &bytes(GBK, WORDS));
    let read = read(&mail(&[FROM, DATE, &format!("Subject: {gb}")], b"text")).unwrap();
    assert_eq!((read.name.as_str(), read.address.as_str()), ("王小明", "wang@example.com"));
    assert_eq!((read.subject.as_str(), read.sent), (WORDS, Some(date(2013, 5, 2))));
    assert_eq!((read.text.as_str(), read.problems), ("text", vec![]));
    // 18:30 in Greenwich is the next day in China.
    let late =
        crate::read(&mail(&[FROM, "Date: Thu, 2 May 2013 18:30:00 +0000", "Subject: a"], b"t")).unwrap();
    assert_eq!(late.sent, Some(date(2013, 5, 3)));
}

#[test]
fn a_character_cut_between_two_words_is_whole_again() {
    let whole = bytes(GBK, WORDS);
    let (front, back) = whole.split_at(5);
    let subject = format!("Subject: {}\r\n {}", word("gbk", front), word("gbk", back));
    let from = format!(
        "From: {}\r\n {} <a@b.cn>",
        word("gbk", &bytes(GBK, "王小明")[..3]),
        word("gbk", &bytes(GBK, "王小明")[3..])
    );
    let read = read(&mail(&[&from, DATE, &subject], b"t")).unwrap();
    assert_eq!(
        (read.subject.as_str(), read.name.as_str(), read.address.as_str()),
        (WORDS, "王小明", "a@b.cn")
    );
    assert_eq!(read.problems, []);
}

#[test]
fn encodings_of_the_text() {
    for (charset, encoding) in [("gb2312", GBK), ("GBK", GBK), ("gb18030", GB18030), ("big5", BIG5)] {
        let words = if charset == "big5" { "夜間擾民" } else { WORDS };
        let encoded = bytes(encoding, words);
        let kind = format!("text/plain; charset=\"{charset}\"");
        assert_eq!(text_of(&kind, "8bit", &encoded).text, words, "{charset}");
        assert_eq!(text_of(&kind, "BASE64", BASE64.encode(&encoded).as_bytes()).text, words, "{charset}");
        let quoted: String = encoded.iter().map(|byte| format!("={byte:02X}")).collect();
        let read = text_of(&kind, "quoted-printable", quoted.as_bytes());
        assert_eq!((read.text.as_str(), read.problems), (words, vec![]), "{charset}");
    }
    assert_eq!(text_of("text/plain; charset=utf-8", "8bit", WORDS.as_bytes()).text, WORDS);
}

#[test]
fn an_encoding_that_is_not_named_or_wrong_is_guessed_and_told() {
    for kind in [
        "text/plain",
        "text/plain; charset=us-ascii",
        "text/plain; charset=utf-8",
        "text/plain; charset=x-none",
    ] {
        let read = text_of(kind, "8bit", &bytes(GBK, WORDS));
        assert_eq!(
            (read.text.as_str(), read.problems),
            (WORDS, vec![MailProblem::EncodingGuessed]),
            "{kind}"
        );
        let read = text_of("text/plain", "8bit", WORDS.as_bytes());
        assert_eq!((read.text.as_str(), read.problems), (WORDS, vec![]), "UTF-8 tells itself");
    }
    let mut raw = b"From: a@b.cn\r\nDate: Thu, 2 May 2013 23:30:00 +0800\r\nSubject: ".to_vec();
    raw.extend(bytes(GBK, WORDS));
    raw.extend_from_slice(b"\r\n\r\nt");
    assert_eq!(read(&raw).unwrap().subject, WORDS);
    // One damaged byte of UTF-8 stays one damaged character.
    let mut damaged = WORDS.as_bytes().to_vec();
    damaged[4] = 0xFF;
    let read = text_of("text/plain; charset=utf-8", "8bit", &damaged);
    assert!(read.text.ends_with("夜间扰民"), "{}", read.text);
    assert_eq!(read.problems, [MailProblem::Unreadable]);
}

#[test]
fn html_is_read_without_its_tags_and_plain_text_first() {
    let html = "<html><head><title>x</title><style>p{}</style></head><body><div>泥头车&nbsp;多</div><p>夜间</p>扰民<br>谢谢<script>alert(1)</script></body></html>";
    let read_html = text_of("text/html; charset=utf-8", "8bit", html.as_bytes());
    assert_eq!(read_html.text, "泥头车 多\n夜间\n扰民\n谢谢");
    let both = format!(
        "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{WORDS}\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n--b--\r\n"
    );
    let read = text_of("multipart/alternative; boundary=b", "8bit", both.as_bytes());
    assert_eq!((read.text.as_str(), read.files.len()), (WORDS, 0));
}

#[test]
fn attachments_keep_their_bytes_and_names() {
    let name = word("gb18030", &bytes(GB18030, "现场照片.jpg"));
    let photo = [0xFF, 0xD8, 0xFF, 0x00, 0x0D, 0x0A];
    let body = format!(
        "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{WORDS}\r\n\
         --b\r\nContent-Type: image/jpeg; name=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\r\n{}\r\n\
         --b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename*=utf-8''%E5%B7%A5%E5%85%B7.exe\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n\
         --b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ninner text\r\n\
         --b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"..\\..\\a/b.pdf\"\r\n\r\n%PDF\r\n--b--\r\n",
        BASE64.encode(&photo),
        BASE64.encode(b"MZ\x90\x00"),
    );
    let read = text_of("multipart/mixed; boundary=b", "8bit", body.as_bytes());
    assert_eq!(read.text, WORDS);
    let names: Vec<_> = read.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["现场照片.jpg", "工具.exe", "附件3.eml", "b.pdf"]);
    assert_eq!(
        (read.files[0].bytes.as_slice(), read.files[1].bytes.as_slice()),
        (&photo[..], &b"MZ\x90\x00"[..])
    );
    assert!(read.files[2].bytes.starts_with(b"Subject: inner\r\n\r\ninner text"));
    assert_eq!(read.problems, []);
}

#[test]
fn what_is_missing_is_told() {
    let bare = read(b"Subject:\r\n\r\n").unwrap();
    use MailProblem::{NoDate, NoSender, NoSubject, NoText};
    assert_eq!(bare.problems, [NoSender, NoSubject, NoDate, NoText]);
    for no_mail in [&b""[..], b"\r\n\r\n", "关于放假的通知".as_bytes(), b"%PDF-1.7\n1 0 obj", &[0; 100]]
    {
        assert_eq!(read(no_mail), Err(NotAMail::NoHeaders));
    }
}
