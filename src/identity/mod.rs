//! What the page itself is, and every document that it mentions.

mod author;
mod documents;
mod header;
mod page;
mod types;

pub(crate) use documents::documents;
pub(crate) use header::read;
pub(crate) use page::{announced, attached, authenticated, completed, described, labelled, titled};
pub use types::{Identity, MentionedDocument, Signer};
