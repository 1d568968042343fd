//! Identity of an object over its whole life: sixteen bytes, written as 32 lower-case hexadecimal digits.
//!
//! How an id is derived from a natural key is the ledger's business; here it is only a value.

use std::fmt;
use std::str::FromStr;

/// The id of one object (a plan, a progress, a department …), the same in every office.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(pub [u8; 16]);

impl fmt::Display for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ObjectId({self})")
    }
}

/// A text that is not 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl FromStr for ObjectId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text.len() != 32 || !text.is_ascii() {
            return Err(NotAnId);
        }
        let mut bytes = [0; 16];
        for (byte, at) in bytes.iter_mut().zip((0..32).step_by(2)) {
            *byte = u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| NotAnId)?;
        }
        Ok(Self(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_back() {
        let id = ObjectId(std::array::from_fn(|at| u8::try_from(at * 17 % 256).unwrap_or(0)));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("zz".parse::<ObjectId>(), Err(NotAnId));
        assert_eq!("é".repeat(16).parse::<ObjectId>(), Err(NotAnId));
    }
}
