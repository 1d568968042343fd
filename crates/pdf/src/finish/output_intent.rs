//! What the file's colours mean: an sRGB profile, made here so that no foreign file has to be carried.
//!
//! Version 4 of the ICC format: three primaries, one parametric curve that they share, and the two texts it demands.

use std::io;

use lopdf::{Object, Stream};

use super::{dictionary, name, text};
use crate::serial::Serial;

/// Adds the output intent and gives the catalogue's entry.
pub(super) fn add(serial: &mut Serial<'_>) -> io::Result<Object> {
    let mut stream = Stream::new(dictionary([("N", Object::Integer(3))]), profile());
    // A stream that will not be compressed is as good.
    let _ = stream.compress();
    let profile = serial.add(stream)?;
    let intent = serial.add(dictionary([
        ("Type", name("OutputIntent")),
        ("S", name("GTS_PDFA1")),
        ("OutputConditionIdentifier", text("sRGB IEC61966-2.1")),
        ("Info", text("sRGB IEC61966-2.1")),
        ("RegistryName", text("http://www.color.org")),
        ("DestOutputProfile", Object::Reference(profile)),
    ]))?;
    Ok(Object::Array(vec![Object::Reference(intent)]))
}

/// The profile's bytes: a header of 128, the table of tags, the tags.
fn profile() -> Vec<u8> {
    let xyz = |x, y, z| element(*b"XYZ ", &[fixed(x), fixed(y), fixed(z)].concat());
    // IEC 61966-2-1: ((x + 0.055) / 1.055) ^ 2.4 from 0.04045 on, x / 12.92 below.
    let curve = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045].map(fixed).concat();
    let curve = element(*b"para", &[[0, 3, 0, 0].as_slice(), &curve].concat());
    // Bradford adaptation from D65 to the D50 that all profiles speak in.
    let adaptation = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168];
    let tags: [([u8; 4], Vec<u8>); 10] = [
        (*b"desc", unicode("sRGB")),
        (*b"cprt", unicode("No copyright, use freely")),
        (*b"wtpt", xyz(0.9642, 1.0, 0.8249)),
        (*b"chad", element(*b"sf32", &adaptation.map(fixed).concat())),
        (*b"rXYZ", xyz(0.43607, 0.22249, 0.01392)),
        (*b"gXYZ", xyz(0.38515, 0.71687, 0.09708)),
        (*b"bXYZ", xyz(0.14307, 0.06061, 0.71410)),
        (*b"rTRC", curve.clone()),
        (*b"gTRC", curve.clone()),
        (*b"bTRC", curve),
    ];
    let mut table = big_endian(tags.len()).to_vec();
    let mut body: Vec<u8> = Vec::new();
    let body_start = 128 + 4 + 12 * tags.len();
    for (signature, bytes) in &tags {
        table.extend([*signature, big_endian(body_start + body.len()), big_endian(bytes.len())].concat());
        body.extend(bytes);
    }
    let mut profile = header(body_start + body.len());
    profile.extend(table);
    profile.extend(body);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = vec![0; 128];
    let mut put = |offset: usize, bytes: &[u8]| header[offset..offset + bytes.len()].copy_from_slice(bytes);
    put(0, &big_endian(size));
    put(8, &[4, 0x20, 0, 0]);
    put(12, b"mntrRGB XYZ ");
    // A date is demanded; that of the profile, not of the file.
    put(24, &[0x07, 0xDD, 0, 1, 0, 1]);
    put(36, b"acsp");
    put(68, &[fixed(0.9642), fixed(1.0), fixed(0.8249)].concat());
    header
}

/// A tag's element: type, four zeros, content, filled up to a multiple of four.
fn element(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut bytes = [kind.as_slice(), &[0; 4], content].concat();
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

/// A text in one language.
fn unicode(text: &str) -> Vec<u8> {
    let words: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let head = [big_endian(1), big_endian(12), *b"enUS", big_endian(words.len()), big_endian(28)].concat();
    element(*b"mluc", &[head, words].concat())
}

/// A signed number with 16 bits behind the point.
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65_536.0).round() as i32).to_be_bytes()
}

fn big_endian(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_is_as_long_as_it_says_and_its_tags_lie_inside() {
        let profile = profile();
        let number = |offset: usize| {
            profile[offset..offset + 4].iter().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte))
        };
        assert_eq!(number(0), profile.len());
        assert!(profile.len() < 700, "{}", profile.len());
        for tag in 0..number(128) {
            let entry = 132 + 12 * tag;
            let (offset, length) = (number(entry + 4), number(entry + 8));
            assert!(offset % 4 == 0 && offset + length <= profile.len(), "tag {tag}");
        }
    }
}
