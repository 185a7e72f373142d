//! Document numbers (*số, ký hiệu*).
//!
//! A number is more than digits: `15/2020/NĐ-CP` says serial, year, kind (*Nghị định*, decree) and
//! issuer (*Chính phủ*, the Government). Twelve [notations](Notation) are in use beside each other,
//! each with its own order of parts and its own signs between them:
//!
//! | written | reads as | source |
//! |---|---|---|
//! | `15/2020/NĐ-CP` | serial/year/kind-issuer | Luật 64/2025/QH15; Nghị định 78/2025/NĐ-CP |
//! | `242/QĐ-TTg`, `4698/BNV-CCVC` | serial/kind-issuer; serial/issuer-unit | Nghị định 30/2020/NĐ-CP, Phụ lục I |
//! | `52-NQ/TW` | serial-kind/issuer | Hướng dẫn 36-HD/VPTW of the Party |
//! | `51/2024/QH15` | serial/year/National Assembly and its term | Luật 64/2025/QH15 |
//!
//! Typists deviate: spaces, line ends, long dashes, a slash too few, `ND-CP` for `NĐ-CP`. Such a
//! number is read all the same, [displayed](DocumentNumber#impl-Display-for-DocumentNumber) in its
//! canonical spelling, and carries a [`NumberWarning`] for each thing that was tolerated.
//!
//! ```
//! use vanban::number::{self, NumberWarning};
//!
//! let mut found = number::find("Căn cứ Nghị định số 15/2020/NĐ- CP; nhà số 12/8 đường Lê Lợi;");
//! let number = found.next().unwrap();
//! assert_eq!((number.text.as_ref(), number.value.to_string().as_str()), ("15/2020/NĐ- CP", "15/2020/NĐ-CP"));
//! assert_eq!((number.value.year(), number.value.kind()), (Some(2020), Some("NĐ")));
//! assert_eq!(number.value.issuers(), ["CP"]);
//! assert_eq!(number.value.warnings(), [NumberWarning::Spaces]);
//! assert!(found.next().is_none());
//! ```
//!
//! # Units
//!
//! The serial is text, as written: `05` and `5` are [equal](DocumentNumber) and shown as they stand. The year has
//! four digits and is never guessed from two. Kind, issuers and units are codes; which body a code stands for is
//! told by [`Registry`](crate::body::Registry).
//!
//! # Errors
//!
//! [`find`] has none: what is no number is passed over. `parse` reads a whole string, and its error names what
//! was expected and the byte:
//!
//! ```
//! let error = "15/2020/XX".parse::<vanban::DocumentNumber>().unwrap_err();
//! assert_eq!(error.to_string(), "expected a code after the year at byte 8, found 'X'");
//! ```

mod codes;
mod court;
mod grammar;
mod label;
mod lex;
mod notation;
mod plan;
mod scan;
mod shared;
mod standard;
mod value;
mod warnings;
mod words;

pub use crate::tables::kinds::{DocumentKind, DocumentSystem};
pub use notation::{Notation, NumberWarning};
pub(crate) use scan::numbers_of;
pub use scan::{Numbers, find};
pub use value::DocumentNumber;
use value::{Codes, Parts};
