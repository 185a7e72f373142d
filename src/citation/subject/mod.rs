//! What a cited document is about (*trích yếu nội dung*).

mod edge;
mod limit;
mod name;
mod opening;
mod reader;

pub(super) use limit::until;
pub(super) use name::name_behind;
pub(super) use reader::subject;
