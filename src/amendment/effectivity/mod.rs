//! When documents enter into force and when they cease to be in force (*hiệu lực*).

mod entered;
mod listed;
mod next;
mod reader;
mod row;
mod settle;
mod statement;
mod subject;
mod time;
mod types;
mod words;

pub(crate) use listed::listed;
pub(crate) use reader::effectivity;
pub(crate) use settle::settle;
pub use types::{Effective, Effectivity, EffectivityKind};
