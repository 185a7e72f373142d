//! Provisions (*điều, khoản, điểm*): the units of a document that a text points to.
//!
//! | written | read |
//! |---|---|
//! | `điểm a, b khoản 2 Điều 5` | 5-2-a, 5-2-b |
//! | `các điểm e, h khoản 3, điểm a khoản 4 Điều 12 của Luật này` | 12-3-e, 12-3-h, 12-4-a, of this document |
//! | `điểm a đến e khoản 1 Điều 9` | six points: the letters are counted a b c d đ e |
//! | `Điều 5, khoản 2, điểm a` | 5-2-a |
//! | `khoản 2 và khoản 3 Điều này` | clauses 2 and 3 of the article in which it stands |
//! | `Điều 5. Phạm vi điều chỉnh`, at the start of a line | nothing: a heading |
//! | `thời điểm`, `tài khoản 112`, `danh mục 1`, `điều này cho thấy` | nothing |
//!
//! A level word and a label are needed. *Đoạn 1*, *câu 2* and *điểm 5* are read only beside a
//! unit that is unmistakable, because they are more often a road, a sentence and a mark.
//!
//! ```
//! let text = "theo điểm a, b khoản 2 Điều 5 của Luật này, trừ khoản 3 Điều 6";
//! let found = vanban::provision::find(text).next().unwrap();
//! let targets: Vec<String> = found.value.targets.iter().map(|target| target.to_string()).collect();
//! assert_eq!(targets, ["điểm a khoản 2 Điều 5", "điểm b khoản 2 Điều 5"]);
//! ```
//!
//! # Units
//!
//! A [`Target`] has a label a level, as text (`7a`, `đ`, `IIA`). Lists and ranges are kept as such and written out when
//! asked for, [`Targets::MOST`] units at most. Letters count in the Vietnamese order, *đ* behind *d*.
//!
//! # Errors
//!
//! [`find`] has none. `parse` reads a whole string:
//!
//! ```
//! let error = "thời điểm".parse::<vanban::Provision>().unwrap_err();
//! assert_eq!(error.to_string(), "expected điểm, khoản, Điều or another level at byte 0, found 't'");
//! ```
//!
//! # Sources
//!
//! How provisions are cited: Nghị định 78/2025/NĐ-CP and, for administrative documents, Nghị định 30/2020/NĐ-CP,
//! Phụ lục I.

mod context;
mod find;
mod grammar;
mod label;
mod resolve;
mod targets;
mod value;
mod words;

pub(crate) use context::document_after;
pub use find::find;
pub(crate) use find::of_reading;
pub use targets::Targets;
pub(crate) use value::leave_out;
pub use value::{Provision, ProvisionOf, ProvisionWarning, Target};
pub(crate) use words::before_except;

pub use crate::marker::Level;
