//! What a file is, told by its first bytes and not by its name.

/// What is said of bytes that nothing is known about.
const UNKNOWN: &str = "application/octet-stream";

/// The media type of a file by its first bytes (8 KiB are enough), helped by the name's extension only where the bytes
/// are plain text or a container that many formats share.
#[must_use]
pub fn media_type(first_bytes: &[u8], name: &str) -> &'static str {
    if let Some(kind) = infer::get(first_bytes)
        && kind.mime_type() != "application/zip"
    {
        return kind.mime_type();
    }
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    let zipped = first_bytes.starts_with(b"PK");
    match (extension.as_deref(), zipped) {
        (Some("docx"), true) => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (Some("xlsx"), true) => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        (Some("pptx"), true) => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        (_, true) => "application/zip",
        (Some("csv"), _) if is_text(first_bytes) => "text/csv",
        _ if is_text(first_bytes) => "text/plain",
        _ => UNKNOWN,
    }
}

/// Whether opening the file could run it: programs, scripts, shortcuts and installers, by bytes and by name.
#[must_use]
pub fn is_executable(first_bytes: &[u8], name: &str) -> bool {
    const EXTENSIONS: [&str; 27] = [
        "exe", "com", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "wsh", "msi", "msp", "scr",
        "pif", "lnk", "reg", "hta", "cpl", "jar", "sh", "desktop", "appimage", "run", "deb", "rpm", "url",
    ];
    let extension =
        name.trim_end_matches(['.', ' ']).rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    let by_name = extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()));
    by_name || first_bytes.starts_with(b"#!") || infer::is_app(first_bytes)
}

fn is_text(bytes: &[u8]) -> bool {
    !bytes.is_empty()
        && bytes.iter().all(|&byte| byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_decide() {
        for (bytes, name, expected) in [
            (&b"\xFF\xD8\xFF\xE0\0\x10JFIF"[..], "a.txt", "image/jpeg"),
            (b"%PDF-1.7\n", "a.jpg", "application/pdf"),
            (
                b"PK\x03\x04\x14\0\0\0",
                "a.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ),
            (b"PK\x03\x04\x14\0\0\0", "a.zip", "application/zip"),
            ("街道".as_bytes(), "a.txt", "text/plain"),
            (b"", "a.txt", UNKNOWN),
            (b"\x00\x01\x02\x03", "a.dat", UNKNOWN),
        ] {
            assert_eq!(media_type(bytes, name), expected, "{name}");
        }
    }

    #[test]
    fn what_could_run_is_told() {
        assert!(is_executable(b"MZ\x90\0", "photo.jpg"));
        assert!(is_executable(b"#!/bin/sh\n", "notes"));
        assert!(is_executable(b"text", "notes.BAT. "));
        assert!(!is_executable(b"%PDF-1.7", "notes.pdf"));
    }
}
