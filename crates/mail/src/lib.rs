//! E-mails as citizens send them: an .eml file into sender, subject, day, text and files, with what was not understood.
//!
//! The only crate that knows mail-parser. Pure: bytes in, values out; nothing is stored, fetched or opened. A mail is
//! read as data whatever it claims to be: limits hold before it is looked into, and a message within the message stays
//! one file. Left to others: which task it is about, keeping the original, and masking (`app`, `domain`).

mod charset;
mod part;
mod word;

use charset::Decoded;
use jiff::civil::Date;
use mail_parser::{HeaderName, Message, MessageParser, PartType};

/// Larger ones are not looked into.
pub const MAIL_BYTES_MAX: usize = 50 << 20;
/// Files beyond these stay within the original.
pub const FILES_MAX: usize = 50;
/// Characters of the text beyond these stay within the original.
pub const TEXT_CHARS_MAX: usize = 200_000;
/// Characters of a subject, a name or an address.
const LINE_CHARS_MAX: usize = 300;
/// A mail names no more boundaries and messages than this; each could make reading start over.
const NESTED_MAX: usize = 200;

/// What was read of a mail.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mail {
    /// The sender's name; may be empty.
    pub name: String,
    /// The sender's address; may be empty.
    pub address: String,
    /// The subject in one line; may be empty.
    pub subject: String,
    /// The day in China on which it says to have been sent.
    pub sent: Option<Date>,
    /// The plain text, or what the HTML says without its tags.
    pub text: String,
    /// What was attached, in order.
    pub files: Vec<MailFile>,
    /// What was not understood or left aside.
    pub problems: Vec<MailProblem>,
}

/// A file that came with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailFile {
    /// Its own name: data, never a path.
    pub name: String,
    /// Its bytes, decoded.
    pub bytes: Vec<u8>,
}

/// What an officer should know of how a mail was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MailProblem {
    /// It names no sender.
    NoSender,
    /// It has no subject.
    NoSubject,
    /// It has no day that is one.
    NoDate,
    /// It has no text.
    NoText,
    /// It does not say in which encoding it is written, or says a wrong one: taken for GB 18030.
    EncodingGuessed,
    /// Some characters could not be read; they stand as �.
    Unreadable,
    /// Its transfer encoding is damaged in some part; that part was taken as it is.
    Damaged,
    /// A line or the text is longer than is taken over; the rest is in the original.
    Shortened,
    /// It has more files than are taken over; the rest is in the original.
    FilesLeft,
}

/// Why a file is not read as a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAMail {
    /// It has no headers of a mail.
    NoHeaders,
    /// It is larger than [`MAIL_BYTES_MAX`].
    TooLarge,
    /// Messages and parts lie within each other too deep.
    TooNested,
}

/// Reads an .eml file.
///
/// # Errors
/// [`NotAMail`]; whatever else is wrong is among the mail's problems.
pub fn read(bytes: &[u8]) -> Result<Mail, NotAMail> {
    if bytes.len() > MAIL_BYTES_MAX {
        return Err(NotAMail::TooLarge);
    }
    if count(bytes, b"boundary") > NESTED_MAX || count(bytes, b"rfc822") > NESTED_MAX {
        return Err(NotAMail::TooNested);
    }
    // Transfer encodings are decoded by us, part by part: an encoded message is not opened on the way.
    let parser = MessageParser::new()
        .with_mime_headers()
        .header_address(HeaderName::From)
        .header_address(HeaderName::Sender)
        .header_date(HeaderName::Date)
        .ignore_header(HeaderName::ContentTransferEncoding)
        .default_header_ignore();
    // What the parser cannot stand is a file that is no mail; the program goes on.
    let parsed =
        std::panic::catch_unwind(|| parser.parse(bytes)).ok().flatten().ok_or(NotAMail::NoHeaders)?;
    let known =
        [HeaderName::From, HeaderName::Subject, HeaderName::Date, HeaderName::To, HeaderName::Received];
    if !known.iter().any(|name| parsed.headers().iter().any(|header| header.name == *name)) {
        return Err(NotAMail::NoHeaders);
    }
    let mut mail = Mail::default();
    sender(&parsed, bytes, &mut mail);
    subject(&parsed, bytes, &mut mail);
    mail.sent = parsed.date().and_then(day_in_china);
    text(&parsed, bytes, &mut mail);
    files(&parsed, bytes, &mut mail);
    for (missing, problem) in [
        (mail.name.is_empty() && mail.address.is_empty(), MailProblem::NoSender),
        (mail.subject.is_empty(), MailProblem::NoSubject),
        (mail.sent.is_none(), MailProblem::NoDate),
        (mail.text.is_empty(), MailProblem::NoText),
    ] {
        if missing {
            mail.problems.push(problem);
        }
    }
    mail.problems.sort_unstable();
    mail.problems.dedup();
    part::dismantle(parsed);
    Ok(mail)
}

/// How often a word stands in the bytes, whatever its case; no further than is too often.
fn count(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|window| window.eq_ignore_ascii_case(word)).take(NESTED_MAX + 1).count()
}

fn sender(parsed: &Message<'_>, bytes: &[u8], mail: &mut Mail) {
    let named = [HeaderName::From, HeaderName::Sender].into_iter().find_map(|name| {
        let header = parsed.headers().iter().find(|header| header.name == name)?;
        let first = header.value.as_address()?.first()?;
        Some((part::raw_header(bytes, header), first))
    });
    let Some((raw, first)) = named else { return };
    let name = first.name.as_deref().unwrap_or_default();
    let name = if name.contains(char::REPLACEMENT_CHARACTER) {
        // A character was cut in two, or never encoded: read again from the bytes.
        let whole = take(word::decode(raw), mail);
        whole.split('<').next().unwrap_or_default().trim_matches(['"', ' ']).to_owned()
    } else {
        name.to_owned()
    };
    mail.name = line(&name, mail);
    mail.address = line(first.address.as_deref().unwrap_or_default(), mail);
}

fn subject(parsed: &Message<'_>, bytes: &[u8], mail: &mut Mail) {
    let header = parsed.headers().iter().find(|header| header.name == HeaderName::Subject);
    let Some(header) = header else { return };
    let subject = take(word::decode(part::raw_header(bytes, header)), mail);
    mail.subject = line(&subject, mail);
}

/// The day in China of a time with its zone.
fn day_in_china(time: &mail_parser::DateTime) -> Option<Date> {
    const DAY: i64 = 86_400;
    if !time.is_valid() {
        return None;
    }
    let days = (time.to_timestamp() + 8 * 3_600).div_euclid(DAY);
    jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

fn text(parsed: &Message<'_>, bytes: &[u8], mail: &mut Mail) {
    let mut whole = String::new();
    for id in &parsed.text_body {
        let Some(found) = parsed.parts.get(*id as usize) else { continue };
        let is_html = match found.body {
            PartType::Text(_) => false,
            PartType::Html(_) => true,
            _ => continue,
        };
        let said = take(part::text(bytes, found), mail);
        let said = if is_html { part::without_tags(&said) } else { said };
        let said = said.replace("\r\n", "\n").replace('\r', "\n");
        if !said.trim().is_empty() {
            whole.push_str(if whole.is_empty() { "" } else { "\n\n" });
            whole.push_str(said.trim());
        }
    }
    mail.text = cut(&whole, TEXT_CHARS_MAX, mail);
}

fn files(parsed: &Message<'_>, bytes: &[u8], mail: &mut Mail) {
    for id in &parsed.attachments {
        let Some(found) = parsed.parts.get(*id as usize) else { continue };
        if mail.files.len() == FILES_MAX {
            mail.problems.push(MailProblem::FilesLeft);
            return;
        }
        let (content, whole) = part::content(bytes, found);
        if !whole {
            mail.problems.push(MailProblem::Damaged);
        }
        let name = line(&part::name(found), mail);
        let name = if name.is_empty() {
            let ending = if matches!(found.body, PartType::Message(_)) { ".eml" } else { "" };
            format!("附件{}{ending}", mail.files.len() + 1)
        } else {
            name
        };
        mail.files.push(MailFile { name, bytes: content.into_owned() });
    }
}

/// The text, with what was told of it put among the problems.
fn take(decoded: Decoded, mail: &mut Mail) -> String {
    let told = [
        (decoded.guessed, MailProblem::EncodingGuessed),
        (decoded.damaged, MailProblem::Damaged),
        (decoded.text.contains(char::REPLACEMENT_CHARACTER), MailProblem::Unreadable),
    ];
    mail.problems.extend(told.into_iter().filter(|(is, _)| *is).map(|(_, problem)| problem));
    decoded.text
}

fn line(text: &str, mail: &mut Mail) -> String {
    let words: Vec<_> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    cut(&words.join(" "), LINE_CHARS_MAX, mail)
}

fn cut(text: &str, chars_max: usize, mail: &mut Mail) -> String {
    match text.char_indices().nth(chars_max) {
        None => text.to_owned(),
        Some((end, _)) => {
            mail.problems.push(MailProblem::Shortened);
            text[..end].to_owned()
        }
    }
}
