//! What the crates of others say of the same things. They stand apart from the crate itself, so that who
//! tries its examples need not build them.
#![cfg(test)]

mod charsets;
#[path = "../../../tests/pages/mod.rs"]
mod pages;
mod schema;
mod unicode;
