//! Issuing bodies (*cơ quan ban hành*).
//!
//! [`find`] reads names out of running text: those of the [`Registry`] in every spelling in use,
//! and those composed of a head word (*Sở, Cục, Vụ, Ban Thường vụ* …), field words, the body it
//! belongs to, and a place.
//!
//! ```
//! let text = "Theo đề nghị của Sở Tư pháp tỉnh Sơn La, Chủ tịch UBND tỉnh đã ký quyết định.";
//! let bodies: Vec<_> = vanban::body::find(text).collect();
//! assert_eq!(bodies[0].value.name, "Sở Tư pháp tỉnh Sơn La");
//! assert_eq!(bodies[1].text, "Chủ tịch UBND tỉnh");
//! assert_eq!(bodies[1].value.name, "Chủ tịch Ủy ban nhân dân tỉnh Sơn La");
//! assert!(bodies[1].value.derived);
//! ```
//!
//! # Units
//!
//! `name` is the registry's spelling, `text` the page's; `id` is stable and for programs; `code` is what stands in
//! numbers (*BTP*). A [`Body`] of the registry has a first and a last day ([`Body::exists_on`]), because ministries are
//! merged and renamed: which of two bodies a code means may depend on the date ([`Context`]). An office holder
//! (*Bộ trưởng*) is its body's, with the office in `holder`.
//!
//! # Errors
//!
//! [`find`] has none. `parse` reads a whole string as one body, the registry's or a composed one; an abbreviation
//! that several bodies share gives [`Candidates`], never a silent pick.
//!
//! ```
//! use vanban::IssuingBody;
//!
//! assert_eq!("BỘ TƯ PHÁP".parse::<IssuingBody>()?.name, "Bộ Tư pháp");
//! let error = "Sở Lạ".parse::<IssuingBody>().unwrap_err();
//! assert_eq!(error.to_string(), "expected the name of a body at byte 0, found 'S'");
//! # Ok::<(), vanban::ParseError>(())
//! ```
//!
//! # Sources
//!
//! The Government's structure by Luật 63/2025/QH15, provinces by Nghị quyết 202/2025/QH15 with their codes by Quyết định
//! 19/2025/QĐ-TTg; what was before stands in the registry with its years.

mod abbreviations;
mod composed;
mod cues;
mod field;
mod find;
mod finder;
mod generic;
mod grammar;
mod known;
mod lexicon;
mod life;
mod mission;
mod office;
mod place;
mod place_class;
mod proper;
mod read;
mod resolve;
mod row;
mod series;
mod small;
mod small_field;
mod spelling;
mod value;
mod window;

pub use finder::{Finder, find};
pub use value::{BodyWarning, IssuingBody};

pub use crate::tables::bodies::{Body, BodyClass, Candidates, Context, Registry, Setting};
pub use crate::tables::places::Place;
