//! When and where a photo says it was taken, by its EXIF data: shown to people, never trusted.

use exif::{Exif, Field, In, Rational, Tag, Value};
use jiff::civil::DateTime;
use std::io::Cursor;

/// What a photo says of itself; anybody can change it, and a camera's clock may be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Taken {
    /// The camera's own time, in whatever zone its clock was set to.
    pub at: Option<DateTime>,
    /// Where the camera believed it was.
    pub place: Option<TakenPlace>,
}

/// A place in degrees, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TakenPlace {
    /// -90 to 90, north positive.
    pub latitude: f64,
    /// -180 to 180, east positive.
    pub longitude: f64,
}

/// Reads a picture's EXIF data; what is missing, damaged or impossible is absent.
#[must_use]
pub fn taken(bytes: &[u8]) -> Taken {
    read(bytes).map_or_else(Taken::default, |exif| Taken { at: at(&exif), place: place(&exif) })
}

/// EXIF orientation, 1 (upright) to 8; 1 where the file says nothing.
pub(crate) fn orientation(bytes: &[u8]) -> u32 {
    let field = read(bytes).and_then(|exif| exif.get_field(Tag::Orientation, In::PRIMARY).cloned());
    field.and_then(|field| field.value.get_uint(0)).unwrap_or(1)
}

/// One damaged field is no reason to leave the others unread.
fn read(bytes: &[u8]) -> Option<Exif> {
    let mut reader = exif::Reader::new();
    let read = reader.continue_on_error(true).read_from_container(&mut Cursor::new(bytes));
    read.or_else(|error| error.distill_partial_result(|_| ())).ok()
}

fn at(exif: &Exif) -> Option<DateTime> {
    let field =
        [Tag::DateTimeOriginal, Tag::DateTimeDigitized].into_iter().find_map(|tag| primary(exif, tag))?;
    let Value::Ascii(texts) = &field.value else { return None };
    let read = exif::DateTime::from_ascii(texts.first()?).ok()?;
    // Cameras without a set clock write zeros, which are no day.
    let small = |number: u8| i8::try_from(number).ok();
    let (year, month, day) = (i16::try_from(read.year).ok()?, small(read.month)?, small(read.day)?);
    let (hour, minute, second) = (small(read.hour)?, small(read.minute)?, small(read.second)?);
    DateTime::new(year, month, day, hour, minute, second, 0).ok().filter(|at| at.year() > 0)
}

fn place(exif: &Exif) -> Option<TakenPlace> {
    let latitude = degrees(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, b"S")?;
    let longitude = degrees(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, b"W")?;
    // 0, 0 lies in the sea off Africa: a receiver that had no fix.
    let possible = latitude.abs() <= 90.0 && longitude.abs() <= 180.0 && (latitude, longitude) != (0.0, 0.0);
    possible.then_some(TakenPlace { latitude, longitude })
}

/// Degrees, minutes and seconds as one number, negative where the reference says so.
fn degrees(exif: &Exif, tag: Tag, reference: Tag, negative: &[u8]) -> Option<f64> {
    let Value::Rational(parts) = &primary(exif, tag)?.value else { return None };
    let [degrees, minutes, seconds] = parts.as_slice() else { return None };
    let value = number(*degrees)? + number(*minutes)? / 60.0 + number(*seconds)? / 3600.0;
    let Value::Ascii(side) = &primary(exif, reference)?.value else { return None };
    Some(if side.first()?.starts_with(negative) { -value } else { value })
}

fn number(rational: Rational) -> Option<f64> {
    (rational.denom != 0).then(|| rational.to_f64())
}

fn primary(exif: &Exif, tag: Tag) -> Option<&Field> {
    exif.get_field(tag, In::PRIMARY)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use exif::experimental::Writer;
    use jiff::civil::date;

    /// A JPEG file that holds nothing but these fields.
    fn photo(fields: &[Field]) -> Vec<u8> {
        let mut writer = Writer::new();
        fields.iter().for_each(|field| writer.push_field(field));
        let mut tiff = Cursor::new(Vec::new());
        writer.write(&mut tiff, false).unwrap();
        jpeg(tiff.get_ref())
    }

    fn jpeg(tiff: &[u8]) -> Vec<u8> {
        let exif = [b"Exif\0\0", tiff].concat();
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, 0xD8, 0xFF, 0xE1], &length[..], &exif, &[0xFF, 0xD9]].concat()
    }

    fn text(tag: Tag, text: &str) -> Field {
        Field { tag, ifd_num: In::PRIMARY, value: Value::Ascii(vec![text.as_bytes().to_vec()]) }
    }

    fn angle(tag: Tag, parts: [(u32, u32); 3]) -> Field {
        let value = Value::Rational(parts.map(|(num, denom)| Rational { num, denom }).to_vec());
        Field { tag, ifd_num: In::PRIMARY, value }
    }

    #[test]
    fn time_and_place_are_read() {
        let read = taken(&photo(&[
            text(Tag::DateTimeOriginal, "2013:04:03 15:20:11"),
            text(Tag::GPSLatitudeRef, "N"),
            angle(Tag::GPSLatitude, [(22, 1), (35, 1), (60, 2)]),
            text(Tag::GPSLongitudeRef, "W"),
            angle(Tag::GPSLongitude, [(114, 1), (0, 1), (0, 1)]),
        ]));
        assert_eq!(read.at, Some(date(2013, 4, 3).at(15, 20, 11, 0)));
        let place = read.place.unwrap();
        assert!((place.latitude - 22.591_667).abs() < 1e-5);
        assert!((place.longitude + 114.0).abs() < 1e-9);
    }

    /// Some programs leave out the four zeros behind the inner lists, so that what follows reads as a place.
    #[test]
    fn lists_without_their_end_are_read_as_far_as_they_go() {
        let tiff = b"MM\0*\0\0\0\x08\0\x03\x01\x0F\0\x02\0\0\0\x02X\0\0\0\x87i\
            \0\x04\0\0\0\x01\0\0\0\x32\x88%\0\x04\0\0\0\x01\0\0\0T\0\0\
            \0\0\0\x01\x90\x03\0\x02\0\0\0\x14\0\0\0@2013:04:\
            03\x2015:20:11\0\0\x04\0\x01\0\x02\0\0\0\x02N\0\
            \0\0\0\x02\0\x05\0\0\0\x03\0\0\0\x86\0\x03\0\x02\0\0\0\x02E\0\
            \0\0\0\x04\0\x05\0\0\0\x03\0\0\0\x9E\0\0\0\x16\0\0\0\x01\0\0\
            \0#\0\0\0\x01\0\0\0\x1E\0\0\0\x01\0\0\0r\0\0\0\x01\0\0\
            \0\x10\0\0\0\x01\0\0\0\0\0\0\0\x01";
        let read = taken(&jpeg(tiff));
        assert_eq!(read.at, Some(date(2013, 4, 3).at(15, 20, 11, 0)));
        assert!((read.place.unwrap().longitude - 114.266_667).abs() < 1e-5);
    }

    #[test]
    fn what_is_impossible_is_absent() {
        for fields in [
            vec![text(Tag::DateTimeOriginal, "0000:00:00 00:00:00")],
            vec![text(Tag::DateTimeOriginal, "2013:13:03 15:20:11")],
            vec![text(Tag::DateTimeOriginal, "2013:02:30 15:20:11")],
            vec![text(Tag::DateTimeOriginal, "yesterday")],
            vec![text(Tag::GPSLatitudeRef, "N"), angle(Tag::GPSLatitude, [(22, 0), (0, 1), (0, 1)])],
            vec![
                text(Tag::GPSLatitudeRef, "N"),
                angle(Tag::GPSLatitude, [(0, 1); 3]),
                text(Tag::GPSLongitudeRef, "E"),
                angle(Tag::GPSLongitude, [(0, 1); 3]),
            ],
        ] {
            assert_eq!(taken(&photo(&fields)), Taken::default(), "{fields:?}");
        }
        assert_eq!(taken(b"no picture"), Taken::default());
    }
}
