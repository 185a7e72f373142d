//! References (*dẫn chiếu rút gọn*): a document named again without its number, or with a part of it.
//!
//! *Nghị quyết nêu trên*, *Quyết định số 1706*, *hai Nghị quyết này*, *Đề án*. A reference is tied to
//! the citations around it by kind, serial and issuer, and by which of them the text is about. Where two
//! fit it is left open: `resolves_to` is then empty.

mod back;
mod known;
mod reader;
mod serial;
mod titled;
mod types;

pub(super) use known::{compatible, same_kind};
pub(super) use reader::is_one_of_many;
pub(crate) use reader::references;
pub use types::{Anaphor, Reference};
