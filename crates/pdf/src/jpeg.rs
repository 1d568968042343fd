//! What must be known of a JPEG to show it as it is: its frame header, read without decoding.

/// Width, height and colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) width: u16,
    pub(crate) height: u16,
    pub(crate) grey: bool,
}

/// Reads the frame header.
///
/// # Errors
/// What is wrong, in a few words: no JPEG, cut off before the header, or colours that the file's sRGB does not cover.
pub(crate) fn frame(bytes: &[u8]) -> Result<Frame, &'static str> {
    const CUT: &str = "the JPEG is cut off";
    if !bytes.starts_with(&[0xFF, 0xD8]) {
        return Err("no JPEG");
    }
    let mut at = 2;
    loop {
        let &[mark, kind, high, low] =
            bytes.get(at..at + 4).and_then(|four| four.first_chunk()).ok_or(CUT)?;
        if mark != 0xFF {
            return Err("no segment where the JPEG should have one");
        }
        match kind {
            // A filler.
            0xFF => at += 1,
            // Frame headers; C4, C8 and CC are something else.
            0xC0..=0xCF if !matches!(kind, 0xC4 | 0xC8 | 0xCC) => {
                let &[precision, h1, h0, w1, w0, parts] =
                    bytes.get(at + 4..at + 10).and_then(|six| six.first_chunk()).ok_or(CUT)?;
                let (width, height) = (u16::from_be_bytes([w1, w0]), u16::from_be_bytes([h1, h0]));
                return match (kind, precision, parts) {
                    _ if width == 0 || height == 0 => Err("the JPEG has no pixels"),
                    (0xC0..=0xC2, 8, 1) => Ok(Frame { width, height, grey: true }),
                    (0xC0..=0xC2, 8, 3) => Ok(Frame { width, height, grey: false }),
                    (0xC0..=0xC2, 8, _) => Err("the JPEG is neither grey nor RGB"),
                    _ => Err("a kind of JPEG that readers of PDF do not know"),
                };
            }
            // Image data or the end, and no frame.
            0xD9 | 0xDA => return Err("the JPEG has no frame header"),
            0x01 | 0xD0..=0xD8 => at += 2,
            _ => at += 2 + usize::from(u16::from_be_bytes([high, low])).max(2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_is_found_behind_other_segments() {
        let head = |kind: u8, parts: u8| {
            let app = [0xFF, 0xE1, 0, 4, 0xFF, 0xC0];
            [&[0xFF, 0xD8][..], &app, &[0xFF, 0xFF, kind, 0, 17, 8, 1, 0, 2, 3, parts], &[0; 9]].concat()
        };
        let frame_of = |grey| Ok(Frame { width: 0x203, height: 0x100, grey });
        assert_eq!(frame(&head(0xC0, 3)), frame_of(false));
        assert_eq!(frame(&head(0xC2, 1)), frame_of(true));
        assert!(frame(&head(0xC0, 4)).is_err());
        assert!(frame(&head(0xC3, 3)).is_err());
        assert!(frame(&head(0xDA, 3)).is_err());
        assert!(frame(&head(0xC0, 3)[..14]).is_err());
        assert!(frame(b"\x89PNG\r\n").is_err());
        assert!(frame(&[]).is_err());
    }
}
