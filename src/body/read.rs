//! What the grammar reads, before the rest of the document is asked.

use std::borrow::Cow;
use std::sync::Arc;

use crate::tables::bodies::BodyClass;
use crate::tables::places::Place;

/// Words of a table, or put together from those of the page.
pub(super) type Words = Cow<'static, str>;

/// A level of administration, the smallest first. A city may lie in a province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Commune,
    District,
    City,
    Province,
}

/// What a name leaves to the rest of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// *Văn phòng Bộ*, *Bộ trưởng*: of which ministry.
    Ministry,
    /// *Đảng ủy Tập đoàn*, *Giám đốc Sở*: of which body with that head.
    Bare(&'static str),
    /// *Tỉnh ủy*, *UBND tỉnh*: of which province.
    Province,
    /// *Thành ủy*, *UBND thành phố*: of which city.
    City,
    /// *Huyện ủy*, *Công an huyện*: of which district or commune; how its level is written.
    Local(&'static str),
}

impl Read {
    /// Whether it may be one in a province: it is said to be, or not said where it is.
    pub fn placeable(&self) -> bool {
        self.place.is_some() || self.place_words.is_empty()
    }
}

/// A body that was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Read {
    /// Index of the word after it.
    pub next: usize,
    pub end: usize,
    /// Where the body begins, if an office that the name does not hold stands before it.
    pub begin: usize,
    pub name: Words,
    /// Which row of the registry the name is, where it is one.
    pub known: Option<usize>,
    /// The row that says since when and until when there is the body, or its host.
    pub row: Option<usize>,
    pub code: Option<Words>,
    pub class: BodyClass,
    pub place: Option<Words>,
    pub holder: Option<Words>,
    /// Where the name of the body begins in `name`, behind the office.
    pub host_at: usize,
    /// The term of an assembly: 15 for *Quốc hội khóa XV*.
    pub term: Option<u16>,
    /// *Đảng*, *Nhà nước*, which are adjectives as often.
    pub idea: bool,
    pub parent: Option<Words>,
    pub generic: bool,
    /// Written in capitals throughout, as in a letterhead.
    pub shout: bool,
    pub open: Option<Open>,
    pub level: Option<Level>,
    /// The province or city of `place`.
    pub province: Option<Arc<Place>>,
    /// The district or commune, without the province it lies in.
    pub local: Option<String>,
    /// The words of the place, at the end of the name.
    pub place_words: Words,
    /// Whether part of the name was taken from the bodies beside it.
    pub derived: bool,
    /// Said without its place: in a row it is where the next one is (*HĐND, UBND huyện Mộc Châu*).
    pub placeless: bool,
    /// One of many of its name, and neither its host nor its place says which.
    pub one_of_many: bool,
}
