//! Codecs of the domain's small values: dates as the number 20130417, closed lists by their code.

use crate::cbor::{CodecError, Field, Reader, Writer};
use domain::amount::Amount;
use domain::claim::Claim;
use domain::period::{DueRule, Quarter, Round};
use jiff::civil::Date;

impl Field for Date {
    fn put(&self, w: &mut Writer) {
        w.number(i64::from(self.year()) * 10_000 + i64::from(self.month()) * 100 + i64::from(self.day()));
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        let number = r.number()?;
        let part = |part: i64| i8::try_from(part).map_err(|_| CodecError::OutOfRange);
        let year = i16::try_from(number.div_euclid(10_000)).map_err(|_| CodecError::OutOfRange)?;
        Self::new(year, part(number.rem_euclid(10_000) / 100)?, part(number.rem_euclid(100))?)
            .map_err(|_| CodecError::OutOfRange)
    }
}

impl Field for Quarter {
    fn put(&self, w: &mut Writer) {
        self.number().put(w);
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        Self::from_number(Field::get(r)?).ok_or(CodecError::OutOfRange)
    }
}

impl Field for Round {
    fn put(&self, w: &mut Writer) {
        (self.year, self.quarter).put(w);
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        let (year, quarter) = Field::get(r)?;
        Ok(Self { year, quarter })
    }
}

impl Field for Claim {
    fn put(&self, w: &mut Writer) {
        w.text(self.code());
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        r.text()?.parse().map_err(|_| CodecError::OutOfRange)
    }
}

impl Field for Amount {
    fn put(&self, w: &mut Writer) {
        w.number(self.ten_thousandths());
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        Ok(Self::from_ten_thousandths(r.number()?))
    }
}

impl Field for DueRule {
    fn put(&self, w: &mut Writer) {
        (self.days_after_quarter, self.workdays_after_handout).put(w);
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        let (days_after_quarter, workdays_after_handout) = Field::get(r)?;
        Ok(Self { days_after_quarter, workdays_after_handout })
    }
}
