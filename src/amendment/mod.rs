//! What documents do to each other and to their own force: [relations](Relation),
//! [amendments](Amendment) and [effectivity](Effectivity).
//!
//! ```
//! use vanban::amendment::{EffectivityKind, Operation};
//!
//! let page = "THÔNG TƯ\nĐiều 1. Sửa đổi, bổ sung một số điều của Thông tư số 05/2020/TT-BTP\n\
//!             1. Sửa đổi khoản 2 Điều 6 như sau:\n“2. Hồ sơ có 01 bản.”\n\
//!             Điều 2. Thông tư này có hiệu lực từ ngày 01/8/2025.\n";
//! let document = vanban::extract(page);
//! let amendment = &document.amendments[0].value;
//! assert_eq!(amendment.operation, Operation::Replace);
//! assert_eq!(amendment.of.as_ref().unwrap().name(), "05/2020/TT-BTP");
//! assert_eq!(amendment.target.to_string(), "khoản 2 Điều 6");
//! assert_eq!(amendment.new.as_ref().unwrap().text, "2. Hồ sơ có 01 bản.");
//! let force = &document.effectivity[0].value;
//! assert_eq!(force.kind, EffectivityKind::EntersIntoForce);
//! assert_eq!(force.day.unwrap().to_string(), "2025-08-01");
//! ```
//!
//! # Units
//!
//! An amendment does one thing to one unit ([`Target`](crate::provision::Target)) of one document; an instruction that
//! names several is several. [`apply`] writes an act into its base. A relation has all its sources and targets;
//! [`Document::graph`](crate::Document::graph) makes an edge of each pair. Days of force are days of the calendar, and
//! absent where the text leaves them open.
//!
//! # Errors
//!
//! None: what cannot be applied is listed with its [`Reason`]. What is only [proposed](Relation::proposed) is
//! marked.
//!
//! # Sources
//!
//! Luật 64/2025/QH15, Điều 8 (amending, supplementing, replacing, repealing) and Điều 53 to 57 (force); Pháp lệnh
//! 01/2012/UBTVQH13 on consolidated texts.

mod apply;
mod dated;
mod draft;
mod effectivity;
mod graph;
mod instruction;
mod mark;
mod mood;
mod page;
mod relation;
mod statement;
mod throughout;
mod token;
mod types;
mod within;
mod wording;
mod words;

pub use apply::{Amended, AmendedUnit, Reason, Unapplied, apply};
pub(crate) use dated::date;
pub use effectivity::{Effective, Effectivity, EffectivityKind};
pub(crate) use effectivity::{effectivity, listed, settle};
pub use graph::{Edge, edges};
pub(crate) use instruction::amendments;
pub(crate) use page::Page;
pub(crate) use relation::relations;
pub use relation::{Node, Relation, RelationKind};
pub use types::{Amendment, Operation};
