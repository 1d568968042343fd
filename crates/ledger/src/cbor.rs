//! Deterministic CBOR: definite lengths, shortest integers, arrays in a fixed order.
//!
//! Every noun writes and reads its fields by hand through [`Field`]. A reader never trusts a claimed length for
//! memory, and whoever decodes a whole message encodes it again and compares, so that one value has one spelling.

use minicbor::{Decoder, Encoder};

/// Bytes that are not the one spelling of what they should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodecError {
    /// Not CBOR, cut short, or of another shape than the schema says.
    Malformed,
    /// A value outside its closed list or range.
    OutOfRange,
    /// Readable, but spelled otherwise than this codec spells it, or followed by more bytes.
    NotCanonical,
    /// An object type or schema that this version does not know.
    Unknown,
}

impl std::fmt::Display for CodecError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Malformed => "malformed bytes",
            Self::OutOfRange => "a value out of range",
            Self::NotCanonical => "bytes not in their one spelling",
            Self::Unknown => "an unknown object type or schema",
        })
    }
}

impl std::error::Error for CodecError {}

impl From<minicbor::decode::Error> for CodecError {
    fn from(_: minicbor::decode::Error) -> Self {
        Self::Malformed
    }
}

/// Collects bytes. Writing into memory cannot fail, so the encoder's results are dropped here and nowhere else.
pub(crate) struct Writer(Encoder<Vec<u8>>);

impl Writer {
    pub(crate) fn array(&mut self, length: usize) {
        let _ = self.0.array(length as u64);
    }

    pub(crate) fn number(&mut self, number: i64) {
        let _ = self.0.i64(number);
    }

    pub(crate) fn text(&mut self, text: &str) {
        let _ = self.0.str(text);
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        let _ = self.0.bytes(bytes);
    }

    pub(crate) fn truth(&mut self, truth: bool) {
        let _ = self.0.bool(truth);
    }

    pub(crate) fn nothing(&mut self) {
        let _ = self.0.null();
    }
}

/// Reads bytes in the order in which they were written.
pub(crate) struct Reader<'b>(Decoder<'b>);

impl<'b> Reader<'b> {
    /// Reads an array's head, which must have exactly this length.
    pub(crate) fn array(&mut self, length: u64) -> Result<(), CodecError> {
        if self.0.array()? == Some(length) { Ok(()) } else { Err(CodecError::Malformed) }
    }

    /// Reads an array's head, which must have one of these two lengths, and gives it.
    pub(crate) fn array_of(&mut self, short: u64, long: u64) -> Result<u64, CodecError> {
        self.0.array()?.filter(|length| *length == short || *length == long).ok_or(CodecError::Malformed)
    }

    pub(crate) fn number(&mut self) -> Result<i64, CodecError> {
        Ok(self.0.i64()?)
    }

    pub(crate) fn text(&mut self) -> Result<&'b str, CodecError> {
        Ok(self.0.str()?)
    }

    pub(crate) fn bytes(&mut self) -> Result<&'b [u8], CodecError> {
        Ok(self.0.bytes()?)
    }
}

/// A value that has one spelling.
pub(crate) trait Field: Sized {
    fn put(&self, w: &mut Writer);
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError>;
}

/// The bytes of a message.
pub(crate) fn encode(put: impl FnOnce(&mut Writer)) -> Vec<u8> {
    let mut writer = Writer(Encoder::new(Vec::new()));
    put(&mut writer);
    writer.0.into_writer()
}

/// Reads a whole message: nothing may follow, and written again it must be the same bytes.
pub(crate) fn decode<T>(
    bytes: &[u8],
    get: impl FnOnce(&mut Reader<'_>) -> Result<T, CodecError>,
    again: impl FnOnce(&T) -> Vec<u8>,
) -> Result<T, CodecError> {
    let mut reader = Reader(Decoder::new(bytes));
    let value = get(&mut reader)?;
    if reader.0.position() == bytes.len() && again(&value) == bytes {
        Ok(value)
    } else {
        Err(CodecError::NotCanonical)
    }
}

impl Field for String {
    fn put(&self, w: &mut Writer) {
        w.text(self);
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        r.text().map(str::to_owned)
    }
}

impl Field for bool {
    fn put(&self, w: &mut Writer) {
        w.truth(*self);
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        Ok(r.0.bool()?)
    }
}

impl Field for i64 {
    fn put(&self, w: &mut Writer) {
        w.number(*self);
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        r.number()
    }
}

macro_rules! small_number {
    ($($kind:ty),*) => {$(
        impl Field for $kind {
            fn put(&self, w: &mut Writer) {
                w.number(i64::from(*self));
            }
            fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
                Self::try_from(r.number()?).map_err(|_| CodecError::OutOfRange)
            }
        }
    )*};
}
small_number!(u8, u16, i16, u32, i32);

/// Sizes and sequence numbers: what does not fit the file system's own 63 bits is no size.
impl Field for u64 {
    fn put(&self, w: &mut Writer) {
        w.number(i64::try_from(*self).unwrap_or(i64::MAX));
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        Self::try_from(r.number()?).map_err(|_| CodecError::OutOfRange)
    }
}

impl<const N: usize> Field for [u8; N] {
    fn put(&self, w: &mut Writer) {
        w.bytes(self);
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        r.bytes()?.try_into().map_err(|_| CodecError::Malformed)
    }
}

impl<T: Field> Field for Option<T> {
    fn put(&self, w: &mut Writer) {
        match self {
            Some(value) => value.put(w),
            None => w.nothing(),
        }
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        if r.0.datatype()? == minicbor::data::Type::Null {
            r.0.null()?;
            return Ok(None);
        }
        T::get(r).map(Some)
    }
}

impl<T: Field> Field for Vec<T> {
    fn put(&self, w: &mut Writer) {
        w.array(self.len());
        for value in self {
            value.put(w);
        }
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        let length = r.0.array()?.ok_or(CodecError::NotCanonical)?;
        let mut values = Self::new();
        for _ in 0..length {
            values.push(T::get(r)?);
        }
        Ok(values)
    }
}

impl<A: Field, B: Field> Field for (A, B) {
    fn put(&self, w: &mut Writer) {
        w.array(2);
        self.0.put(w);
        self.1.put(w);
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        r.array(2)?;
        Ok((A::get(r)?, B::get(r)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Vec<Option<u32>>, CodecError> {
        decode(bytes, Field::get, |value: &Vec<Option<u32>>| encode(|w| value.put(w)))
    }

    #[test]
    fn only_the_one_spelling_is_read() {
        let good = encode(|w| vec![Some(5_u32), None, Some(300)].put(w));
        assert_eq!(read(&good), Ok(vec![Some(5), None, Some(300)]));
        for (bytes, refused) in [
            (&[0x81_u8, 0x18, 0x05][..], CodecError::NotCanonical), // 5 in two bytes
            (&[0x9F, 0x05, 0xFF], CodecError::NotCanonical),        // indefinite length
            (&[0x81, 0x05, 0x05], CodecError::NotCanonical),        // more behind
            (&[0x82, 0x05], CodecError::Malformed),                 // cut short
            (&[0x81, 0x20], CodecError::OutOfRange),                // -1
            (&[0x81, 0x61, 0x61], CodecError::Malformed),           // text
            (&[0x9B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], CodecError::Malformed), // a bomb
        ] {
            assert_eq!(read(bytes), Err(refused), "{bytes:?}");
        }
    }
}
