//! What a document is made of, to choose from, and which stage of the pass works for what.

use bitflags::bitflags;

bitflags! {
    /// Layers of a [`Document`](crate::Document), each named as its field; a set of them says what
    /// an [`Extractor`](crate::Extractor) gives.
    ///
    /// ```
    /// use vanban::Layers;
    ///
    /// let layers = Layers::NUMBERS | Layers::DATES;
    /// assert!(layers.contains(Layers::DATES) && !layers.contains(Layers::BODIES));
    /// let names: Vec<_> = layers.iter_names().map(|(name, _)| name).collect();
    /// assert_eq!(names, ["NUMBERS", "DATES"]);
    /// ```
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct Layers: u32 {
        /// What the page itself is.
        const IDENTITY = 1 << 0;
        /// The frame above an official text.
        const HEADER = 1 << 1;
        /// The frame below it.
        const CLOSING = 1 << 2;
        /// Its units.
        const OUTLINE = 1 << 3;
        /// Document numbers.
        const NUMBERS = 1 << 4;
        /// Date expressions.
        const DATES = 1 << 5;
        /// Bodies and office holders.
        const BODIES = 1 << 6;
        /// References to points, clauses and articles.
        const PROVISIONS = 1 << 7;
        /// Citations of other documents.
        const CITATIONS = 1 << 8;
        /// References without a full number.
        const REFERENCES = 1 << 9;
        /// Every document that is mentioned.
        const DOCUMENTS = 1 << 10;
        /// What documents and bodies do to documents.
        const RELATIONS = 1 << 11;
        /// What the document does to the units of others.
        const AMENDMENTS = 1 << 12;
        /// Entry into force and its end.
        const EFFECTIVITY = 1 << 13;
        /// Abbreviations that the text defines.
        const ABBREVIATIONS = 1 << 14;
        /// Enumerations.
        const TASK_LISTS = 1 << 15;
        /// Who is to do what.
        const ASSIGNMENTS = 1 << 16;
        /// Page furniture.
        const FURNITURE = 1 << 17;
        /// What the caller's patterns match.
        const PATTERNS = 1 << 18;
        /// What was repaired in the source.
        const REPAIRS = 1 << 19;
        /// The documents of a file that holds several.
        const PARTS = 1 << 20;
    }
}

/// All of them.
impl Default for Layers {
    fn default() -> Self {
        Layers::all()
    }
}

// The stages of the pass, the last one first: each serves its own layers and the stages that build on it.

/// Lists and assignments take the deadlines among the dates.
pub(crate) const WORKED: Layers = Layers::TASK_LISTS.union(Layers::ASSIGNMENTS);

/// Relations leave out what is said of force.
pub(crate) const IN_FORCE: Layers = Layers::EFFECTIVITY.union(Layers::RELATIONS);

/// Provisions with the document that they are in.
pub(crate) const ATTRIBUTED: Layers = Layers::PROVISIONS
    .union(Layers::AMENDMENTS)
    .union(WORKED)
    .union(IN_FORCE);

/// References; a page without a header is known by what it announces and refers to.
pub(crate) const REFERRING: Layers = Layers::REFERENCES
    .union(Layers::IDENTITY)
    .union(Layers::DOCUMENTS)
    .union(ATTRIBUTED);

/// References, lists and assignments in new wording belong to the document that is amended.
pub(crate) const AMENDING: Layers = REFERRING;

/// What the page is; its short references count as mentions of it. In a file with several documents it
/// says whose a unit is.
pub(crate) const IDENTIFIED: Layers = REFERRING.union(Layers::OUTLINE).union(Layers::PARTS);

/// Citations, and the provisions among them. A date in one is a date of issue, and no deadline; an annex
/// is attached to the document that its note cites.
pub(crate) const CITING: Layers = Layers::CITATIONS
    .union(Layers::OUTLINE)
    .union(Layers::DATES)
    .union(REFERRING);

/// Header, units and closing.
pub(crate) const FRAMED: Layers = Layers::HEADER.union(Layers::CLOSING).union(STAFFED);

/// Bodies, which the day of the page judges: that stands in its header or among its dates.
pub(crate) const STAFFED: Layers = Layers::BODIES.union(IDENTIFIED).union(CITING);

/// Abbreviations, with which bodies are named.
pub(crate) const SHORTENED: Layers = Layers::ABBREVIATIONS.union(STAFFED);

/// Dates as they are written.
pub(crate) const DATED: Layers = STAFFED;

/// Numbers, which win over dates and bodies.
pub(crate) const NUMBERED: Layers = Layers::NUMBERS.union(STAFFED);
