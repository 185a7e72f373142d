//! The tables: kinds of documents, bodies, places. Read once, looked up by every recogniser.

pub(crate) mod bodies;
pub(crate) mod kinds;
pub(crate) mod places;
