//! header, closing
use crate::span::Passage;
/// h
#[derive(Debug)]
pub struct Header<'t> {
    /// k
    pub kind: Option<Passage<'t>>,
}
/// c
#[derive(Debug)]
pub struct Closing<'t> {
    /// k
    pub kind: Option<Passage<'t>>,
}
/// h
pub fn header(_text: &str) -> Option<Header<'_>> {
    None
}
/// c
pub fn closing(_text: &str) -> Option<Closing<'_>> {
    None
}
