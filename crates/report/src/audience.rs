//! For whom a document is made, and what of the register such a reader is told.
//!
//! Every document asks [`Audience::told`] for its register before it reads anything: what is internal is not there, so
//! that no document has to know what to leave out. Which fields that are, is a rule of the trade
//! ([`Register::for_the_public`]). What a document knows from elsewhere (批示, 联系人) it leaves out itself.

use domain::feedback::mask_official;
use domain::register::Register;
use std::borrow::Cow;

/// Who may read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Audience {
    /// 内部版: everything that the office knows.
    #[default]
    Internal,
    /// 公开版: without internal reasons, telephone numbers and personal data.
    Public,
}

impl Audience {
    /// The register as these readers may know it.
    pub(crate) fn told(self, register: &Register) -> Cow<'_, Register> {
        match self {
            Self::Internal => Cow::Borrowed(register),
            Self::Public => Cow::Owned(register.for_the_public()),
        }
    }

    /// What somebody wrote that stands in no register, as these readers may read it.
    pub(crate) fn words(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Internal => Cow::Borrowed(text),
            Self::Public => Cow::Owned(mask_official(text)),
        }
    }
}
