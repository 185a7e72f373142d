//! What is said about the force of a document.

use crate::carry::{Carrier, Carry, carried};
use crate::date::{Anchor, CivilDate, Offset};
use crate::named::named;
use crate::provision::{ProvisionOf, Targets};
use crate::span::Span;

/// What a text says about the force of a document (Luật 64/2025/QH15, Điều 53 to 57).
///
/// The span of the find is the verb: *có hiệu lực thi hành*, *hết hiệu lực*.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Effectivity {
    /// What happens.
    pub kind: EffectivityKind,
    /// To which document; serde writes `"self"` or its name.
    #[cfg_attr(
        feature = "serde",
        serde(flatten, with = "crate::document_id::json::Of")
    )]
    pub of: ProvisionOf,
    /// To which of its provisions; empty for the whole of it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Targets::is_empty")
    )]
    pub provisions: Targets,
    /// From when on; `None` when the text does not say.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub from: Option<Effective>,
    /// The day from which it holds, as far as it can be said: the date, the day of signing where
    /// that is known, so many days after it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub day: Option<CivilDate>,
    /// The last day on which it holds: *đến hết ngày 31/12/2027*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub until: Option<CivilDate>,
    /// The provisions for which something else holds: *trừ quy định tại khoản 2 Điều này*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Targets::is_empty")
    )]
    pub except: Targets,
}

/// What happens to the force of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum EffectivityKind {
    /// *có hiệu lực*
    EntersIntoForce,
    /// *có hiệu lực trở về trước*
    Retroactive,
    /// *áp dụng từ ngày*, *thực hiện từ ngày*
    Applies,
    /// *tiếp tục có hiệu lực*, *kéo dài hiệu lực*: it stays in force, perhaps longer than it was to
    Continues,
    /// *hết hiệu lực*, *chấm dứt hiệu lực*
    Expires,
    /// *ngưng hiệu lực*, *tạm dừng áp dụng*
    Suspended,
}

named!(EffectivityKind, "a kind of effectivity" {
    EntersIntoForce = "enters_into_force",
    Retroactive = "retroactive",
    Applies = "applies",
    Continues = "continues",
    Expires = "expires",
    Suspended = "suspended",
});

/// The time from which on something holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Effective {
    /// A date: *từ ngày 01 tháng 7 năm 2025*.
    Date {
        /// The date in EDTF (ISO 8601-2).
        edtf: String,
        /// Its place in the text.
        span: Span,
    },
    /// So long after an event: *sau 45 ngày, kể từ ngày ký*.
    Offset {
        /// How long after what.
        offset: Offset,
        /// Its place in the text.
        span: Span,
    },
    /// The day of an event: *kể từ ngày ký*.
    Event {
        /// The event.
        anchor: Anchor,
        /// Its place in the text.
        span: Span,
    },
    /// When another document enters into force: *kể từ ngày Nghị định này có hiệu lực*.
    With {
        /// That document.
        #[cfg_attr(
            feature = "serde",
            serde(flatten, with = "crate::document_id::json::Cited")
        )]
        document: ProvisionOf,
    },
}

carried!(Effectivity { from } keeps { kind, of, provisions, day, until, except });

impl<'from, 'to> Carry<'from, 'to> for Effective {
    type There = Effective;

    fn carry(mut self, by: &mut impl Carrier<'from, 'to>) -> Effective {
        if let Effective::Date { span, .. }
        | Effective::Offset { span, .. }
        | Effective::Event { span, .. } = &mut self
        {
            *span = by.span(*span);
        }
        self
    }
}
