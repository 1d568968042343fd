//! The body of a task's confirmed indicators.

use super::{by_code, in_order};
use crate::cbor::{CodecError, Field, Reader, Writer};
use domain::breakdown::TaskIndicators;
use domain::indicator::{Bound, Indicator, IndicatorKind, Origin, Part, Place, Target};
use domain::period::Quarter;
use std::ops::Range;

in_order!(TaskIndicators { plan, task, indicators });
in_order!(Indicator { task, name, unit, kind, annual, quarters });
in_order!(Target { bound, origin, place, ordinal, unit_missing });
in_order!(Place { part, span });
by_code!(IndicatorKind);

/// `[op, number, number]`; the second number is null but for a range.
impl Field for Bound {
    fn put(&self, w: &mut Writer) {
        w.array(3);
        w.text(self.op());
        self.least().put(w);
        if let Self::Between(_, most) = self { Some(*most) } else { None }.put(w);
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        r.array(3)?;
        let op = r.text()?;
        match (op, Field::get(r)?, Option::get(r)?) {
            ("eq", amount, None) => Ok(Self::Exactly(amount)),
            ("ge", amount, None) => Ok(Self::AtLeast(amount)),
            ("about", amount, None) => Ok(Self::About(amount)),
            ("range", least, Some(most)) if least <= most => Ok(Self::Between(least, most)),
            _ => Err(CodecError::OutOfRange),
        }
    }
}

const ORIGINS: [(Origin, &str); 4] = [
    (Origin::Written, "written"),
    (Origin::Derived, "derived"),
    (Origin::Suggested, "suggested"),
    (Origin::Entered, "entered"),
];

impl Field for Origin {
    fn put(&self, w: &mut Writer) {
        w.text(ORIGINS.iter().find(|(origin, _)| origin == self).map_or("entered", |(_, code)| code));
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        let text = r.text()?;
        ORIGINS
            .iter()
            .find(|(_, code)| *code == text)
            .map(|(origin, _)| *origin)
            .ok_or(CodecError::OutOfRange)
    }
}

/// A milestone is its quarter's number; the title is -1, the objective 0.
impl Field for Part {
    fn put(&self, w: &mut Writer) {
        w.number(match self {
            Self::Title => -1,
            Self::Objective => 0,
            Self::Milestone(quarter) => i64::from(quarter.number()),
        });
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        match r.number()? {
            -1 => Ok(Self::Title),
            0 => Ok(Self::Objective),
            number => u8::try_from(number)
                .ok()
                .and_then(Quarter::from_number)
                .map(Self::Milestone)
                .ok_or(CodecError::OutOfRange),
        }
    }
}

impl Field for Range<usize> {
    fn put(&self, w: &mut Writer) {
        (self.start as u64, self.end as u64).put(w);
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        let (start, end): (u64, u64) = Field::get(r)?;
        let place = |byte: u64| usize::try_from(byte).map_err(|_| CodecError::OutOfRange);
        Ok(place(start)?..place(end)?)
    }
}

impl Field for [Option<Target>; 4] {
    fn put(&self, w: &mut Writer) {
        w.array(4);
        self.iter().for_each(|target| target.put(w));
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        r.array(4)?;
        Ok([Field::get(r)?, Field::get(r)?, Field::get(r)?, Field::get(r)?])
    }
}
