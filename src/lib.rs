//! Reads Vietnamese legal and administrative text (*văn bản*) into typed structs.

pub mod body;
pub mod date;
mod error;
pub mod number;
pub mod outline;
pub(crate) mod registry;
mod span;
pub mod task;
pub mod text;

pub use body::IssuingBody;
pub use date::DateExpression;
pub use error::ParseError;
pub use number::DocumentNumber;
pub use span::{Found, Passage, Span};
pub use text::{Text, normalize};
