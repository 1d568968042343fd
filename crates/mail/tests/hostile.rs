//! Mails that want to do harm: each is read in little time, or refused; nothing panics or overflows the stack.

#![allow(clippy::unwrap_used, reason = "tests")]

use mail::{FILES_MAX, Mail, MailProblem, NotAMail, read};
use std::time::{Duration, Instant};

const TIME_MAX: Duration = Duration::from_secs(20);

#[track_caller]
fn soon(bytes: &[u8]) -> Result<Mail, NotAMail> {
    let begun = Instant::now();
    let read = read(bytes);
    assert!(begun.elapsed() < TIME_MAX, "{:?}", begun.elapsed());
    read
}

const WHOLE: &str = "From: =?gb2312?B?zfXQocP3?= <a@b.cn>\r\nDate: Thu, 2 May 2013 23:30:00 +0800\r\nSubject: =?gbk?Q?=C4=E3=BA=C3?=\r\n\
    Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=gbk\r\n\r\n<p>a &amp; b</p>\r\n\
    --b\r\nContent-Type: image/png; name=\"=?utf-8?B?5Zu+LnBuZw==?=\"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n\
    --b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ntext\r\n--b--\r\n";

#[test]
fn cut_off_anywhere() {
    let whole = soon(WHOLE.as_bytes()).unwrap();
    assert_eq!((whole.name.as_str(), whole.subject.as_str(), whole.files.len()), ("王小明", "你好", 2));
    for end in 0..WHOLE.len() {
        let _ = soon(&WHOLE.as_bytes()[..end]);
    }
}

#[test]
fn any_byte_may_be_another() {
    for at in 0..WHOLE.len() {
        for byte in [0, b'\n', b'?', b'=', b'"', b'<', 0xFF] {
            let mut bytes = WHOLE.as_bytes().to_vec();
            bytes[at] = byte;
            let _ = soon(&bytes);
        }
    }
}

#[test]
fn a_header_of_a_megabyte_is_shortened() {
    for subject in [
        "a".repeat(1 << 20),
        "=?utf-8?B?".repeat(100_000),
        "=?utf-8?B?YQ==?= ".repeat(60_000),
        "?=".repeat(500_000),
    ] {
        let read =
            soon(format!("From: {subject} <a@b.cn>\r\nSubject: {subject}\r\n\r\ntext").as_bytes()).unwrap();
        assert!(read.subject.chars().count() <= 300);
        assert!(
            read.problems.contains(&MailProblem::Shortened) || read.subject.is_empty(),
            "{:?}",
            read.problems
        );
    }
    let many = "X-A: b\r\n".repeat(200_000);
    assert_eq!(soon(format!("{many}Subject: s\r\n\r\nt").as_bytes()).unwrap().subject, "s");
}

#[test]
fn deep_nesting_is_refused_and_does_not_go_down_the_stack() {
    let messages = format!("Subject: a\r\n{}", "Content-Type: message/rfc822\r\n\r\n".repeat(300_000));
    assert_eq!(soon(messages.as_bytes()), Err(NotAMail::TooNested));
    // Global messages and digests, which are not counted, are taken apart level by level.
    let global = format!("Subject: a\r\n{}", "Content-Type: message/global\r\n\r\n".repeat(300_000));
    assert!(soon(global.as_bytes()).is_ok());
    let mut parts = String::from("Subject: a\r\n");
    for level in 0..100_000 {
        parts.push_str(&format!("Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"));
    }
    assert_eq!(soon(parts.as_bytes()), Err(NotAMail::TooNested));
    let few = parts.splitn(190, "\r\n\r\n").collect::<Vec<_>>()[..180].join("\r\n\r\n");
    assert!(soon(few.as_bytes()).is_ok());
}

#[test]
fn messages_hidden_in_transfer_encodings_stay_closed() {
    let inner = format!("Subject: b\r\n{}", "Content-Type: message/global\r\n\r\n".repeat(100_000));
    let encoded = data_encoding::BASE64_MIME.encode(inner.as_bytes());
    let outer = format!(
        "Subject: a\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n{encoded}"
    );
    let read = soon(outer.as_bytes()).unwrap();
    assert_eq!(read.files.len(), 1);
    assert_eq!(read.files[0].bytes, inner.as_bytes());
}

#[test]
fn ten_thousand_parts() {
    let part = "--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nx\r\n".repeat(10_000);
    let read = soon(
        format!("Subject: a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{part}--b--").as_bytes(),
    );
    let read = read.unwrap();
    assert_eq!(read.files.len(), FILES_MAX);
    assert!(read.problems.contains(&MailProblem::FilesLeft));
}

#[test]
fn a_damaged_transfer_encoding_is_told_and_its_bytes_kept() {
    let read = soon(b"Subject: a\r\nContent-Transfer-Encoding: base64\r\nContent-Type: application/zip\r\n\r\n!!!not base64!!!").unwrap();
    assert_eq!(read.files[0].bytes, b"!!!not base64!!!");
    assert!(read.problems.contains(&MailProblem::Damaged));
    let lying = soon("Subject: a\r\nContent-Type: text/plain; charset=utf-16\r\n\r\n泥头车".as_bytes());
    assert!(lying.is_ok());
}
