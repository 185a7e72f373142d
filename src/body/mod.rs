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
mod office;
mod place;
mod place_class;
mod read;
mod resolve;
mod row;
mod series;
mod value;
mod window;

pub use finder::{Finder, find};
pub use value::{BodyWarning, IssuingBody};

pub use crate::tables::bodies::{Body, BodyClass, Candidates, Context, Registry, Setting};
pub use crate::tables::places::Place;
