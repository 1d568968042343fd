//! A signed revision: made from header, body and key; accepted only when every byte fits.

use crate::cbor::CodecError;
use crate::digest;
use crate::header::{Header, Rid};
use crate::key::{DeviceKey, is_signed};

/// A revision with the exact bytes that were signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// SHA-256 of `header_bytes`.
    pub rid: Rid,
    /// What the bytes say.
    pub header: Header,
    /// The signed bytes.
    pub header_bytes: Vec<u8>,
    /// The encoded record; empty for a withdrawal.
    pub body: Vec<u8>,
    /// Ed25519 over `header_bytes`.
    pub signature: [u8; 64],
}

/// Why bytes are no revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The header cannot be read.
    Header(CodecError),
    /// The header is not the one that the id names.
    Id,
    /// The body is not the one that the header names.
    Body,
    /// The named device did not sign this header.
    Signature,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Header(why) => write!(f, "unreadable header: {why}"),
            Self::Id => f.write_str("the header is not the one that its id names"),
            Self::Body => f.write_str("the body is not the one that was signed"),
            Self::Signature => f.write_str("the signature does not fit"),
        }
    }
}

impl std::error::Error for Refused {}

impl Signed {
    /// Signs: device, body hash and body size of the header are set here, its parents sorted.
    #[must_use]
    pub fn new(mut header: Header, body: Vec<u8>, key: &DeviceKey) -> Self {
        header.device = key.public();
        header.body_sha256 = digest::sha256(&body);
        header.body_size = body.len() as u64;
        header.parents.sort_unstable();
        header.parents.dedup();
        let header_bytes = header.encode();
        let signature = key.sign(&header_bytes);
        Self { rid: Header::rid(&header_bytes), header, header_bytes, body, signature }
    }

    /// Accepts stored or received bytes.
    ///
    /// # Errors
    /// When any byte of the three differs from what was signed.
    pub fn verified(header_bytes: Vec<u8>, body: Vec<u8>, signature: [u8; 64]) -> Result<Self, Refused> {
        let revision = Self::unverified(header_bytes, body, signature)?;
        if is_signed(&revision.header.device, &revision.header_bytes, &revision.signature) {
            Ok(revision)
        } else {
            Err(Refused::Signature)
        }
    }

    /// Reads header and body and holds them against each other, without the cost of the signature.
    ///
    /// # Errors
    /// When the header is unreadable or the body is another one.
    pub fn unverified(header_bytes: Vec<u8>, body: Vec<u8>, signature: [u8; 64]) -> Result<Self, Refused> {
        let rid = Header::rid(&header_bytes);
        let header = Self::read(rid, &header_bytes, &body)?;
        Ok(Self { rid, header, header_bytes, body, signature })
    }

    /// Reads a stored header, holding id, header and body against each other: what every reader of a store does.
    ///
    /// # Errors
    /// When the three do not belong together.
    pub fn read(rid: Rid, header_bytes: &[u8], body: &[u8]) -> Result<Header, Refused> {
        if Header::rid(header_bytes) != rid {
            return Err(Refused::Id);
        }
        let header = Header::decode(header_bytes).map_err(Refused::Header)?;
        if header.body_size != body.len() as u64 || header.body_sha256 != digest::sha256(body) {
            return Err(Refused::Body);
        }
        Ok(header)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::header::{Author, ObjectType, SUITE};
    use domain::id::ObjectId;

    fn signed() -> Signed {
        let header = Header {
            suite: SUITE,
            schema: 1,
            object_type: ObjectType::Progress,
            object: ObjectId([7; 16]),
            op: "progress.submit".into(),
            generation: 3,
            parents: vec![Rid([9; 32]), Rid([2; 32])],
            device: [0; 32],
            seq: 41,
            wall_ms: 1_366_700_000_000,
            author: Author { name: "李某".into(), title: "科员".into() },
            office: "督查室".into(),
            on_behalf: Some("文体局".into()),
            body_sha256: [0; 32],
            body_size: 0,
        };
        Signed::new(header, b"the body".to_vec(), &DeviceKey::from_seeds(&[5; 32], [6; 32]))
    }

    #[test]
    fn every_flipped_bit_is_refused_and_the_untouched_one_is_not() {
        let good = signed();
        let read = |header: &[u8], body: &[u8], signature: &[u8]| {
            Signed::verified(header.to_vec(), body.to_vec(), signature.try_into().unwrap())
        };
        // Control.
        let again = read(&good.header_bytes, &good.body, &good.signature).unwrap();
        assert_eq!(again, good);
        assert_eq!(again.header.parents, [Rid([2; 32]), Rid([9; 32])]);
        let parts = [good.header_bytes.clone(), good.body.clone(), good.signature.to_vec()];
        for part in 0..3 {
            for at in 0..parts[part].len() {
                for bit in 0..8 {
                    let mut bad = parts.clone();
                    bad[part][at] ^= 1 << bit;
                    assert!(read(&bad[0], &bad[1], &bad[2]).is_err(), "part {part} byte {at} bit {bit}");
                }
            }
        }
        assert!(read(&good.header_bytes, b"", &good.signature).is_err());
    }

    #[test]
    fn a_header_with_a_false_beginning_is_refused() {
        let good = signed().header;
        let check = |change: fn(&mut Header), expected: Result<(), CodecError>| {
            let mut header = good.clone();
            change(&mut header);
            assert_eq!(Header::decode(&header.encode()).map(|_| ()), expected);
        };
        check(|_| (), Ok(()));
        check(|header| header.suite = 2, Err(CodecError::Unknown));
        check(|header| header.parents.reverse(), Err(CodecError::OutOfRange));
        check(|header| header.parents[1] = header.parents[0], Err(CodecError::OutOfRange));
        check(|header| header.parents.clear(), Err(CodecError::OutOfRange));
        check(|header| header.generation = 1, Err(CodecError::OutOfRange));
        check(|header| header.object_type = ObjectType::Other("weather".into()), Ok(()));
    }
}
