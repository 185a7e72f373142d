//! Document numbers (*số, ký hiệu*).

use crate::span::Found;

/// A document number.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct DocumentNumber {
    /// Serial as written, leading zeros kept.
    pub serial: String,
    /// Letter after the serial: the `a` of `30a/2008/NQ-CP`, or `bis`.
    pub suffix: Option<String>,
    /// Year, where the number carries one.
    pub year: Option<u16>,
    /// Kind code, canonical spelling (`QĐ`, `CTr`).
    pub kind: Option<String>,
    /// Issuer codes, canonical spelling.
    pub issuers: Vec<String>,
    /// Drafting units after the issuer.
    pub units: Vec<String>,
    /// Term of the National Assembly (*khóa*): the 15 of `QH15`.
    pub term: Option<u8>,
}

impl std::str::FromStr for DocumentNumber {
    type Err = crate::ParseError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Err(crate::ParseError::new(s, s.len(), "a document number"))
    }
}

/// Every document number of `text`, in order.
pub fn find(_text: &str) -> Vec<Found<'_, DocumentNumber>> {
    Vec::new()
}
