//! What the tools share: which files they read, how a page comes out of any format, the values of a
//! document, and what is said of it all.

pub mod docx;
pub mod failure;
pub mod files;
pub mod html;
pub mod layout;
pub mod lists;
pub mod names;
pub mod numbering;
pub mod outputs;
pub mod places;
pub mod records;
pub mod say;
pub mod source;
pub mod values;
pub mod xml;
