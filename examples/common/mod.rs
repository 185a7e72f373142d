//! What `batch` and `highlight` share: reading a page in any format, and the values of a document.

pub mod docx;
pub mod failure;
pub mod html;
pub mod layout;
pub mod lists;
pub mod names;
pub mod numbering;
pub mod places;
pub mod source;
pub mod values;
pub mod xml;
