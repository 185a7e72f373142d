//! Issuing bodies (*cơ quan ban hành*).

use crate::span::Found;

/// A body that issues documents or is given tasks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct IssuingBody {
    /// Full name in the registry's spelling.
    pub name: String,
    /// Code that stands for it in document numbers.
    pub code: Option<String>,
    /// The province or city it belongs to.
    pub place: Option<String>,
    /// The office named instead of the body: *Bộ trưởng* in *Bộ trưởng Bộ Tư pháp*.
    pub holder: Option<String>,
    /// Whether it names a class of bodies (*các bộ, ngành, địa phương*), not one.
    pub generic: bool,
}

/// Every body of `text`, in order.
pub fn find(_text: &str) -> Vec<Found<'_, IssuingBody>> {
    Vec::new()
}
