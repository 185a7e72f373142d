//! All that one text yields.

use crate::abbreviation::Abbreviation;
use crate::amendment::{self, Amendment, Edge, Effectivity, Relation};
use crate::body::IssuingBody;
use crate::carry::{Carry, Mover, Owner, carried};
use crate::citation::{Citation, Reference};
use crate::date::DateExpression;
use crate::document_id::DocumentId;
use crate::identity::{Identity, MentionedDocument};
use crate::number::DocumentNumber;
use crate::offsets::{OffsetCounter, Offsets};
use crate::outline::{self, Chunk, Closing, Header, OutlineNode};
use crate::part::Part;
use crate::pattern::PatternMatch;
use crate::provision::Provision;
use crate::span::{Found, Span};
use crate::task::{Assignment, Furniture, TaskList, Tasks};
use crate::text::Repair;

/// What a text says, typed, each value with the place it was read from.
///
/// The finds of one layer do not overlap, but for those that nest or speak of several things: units of the
/// outline and lists lie within each other, and relations, amendments, statements of force, assignments and
/// patterns are placed at the words that tell of them. Between layers: no date and no body lies in a number
/// or across one, no reference across a citation. Otherwise layers lie over each other: a citation covers
/// its number, its date and its issuer, an item whatever it speaks of.
///
/// Every list is in text order, every span in UTF-8 bytes of the source as it was handed in, also
/// where the text had to be repaired before it could be read. Serde writes the fields under their
/// names; spans as `[start, end]`.
///
/// ```
/// let document = vanban::extract("Ngày 27/9/2019, Bộ Chính trị đã ban hành Nghị quyết số 52-NQ/TW.");
/// let citation = &document.citations[0].value;
/// assert_eq!(citation.name(), "52-NQ/TW");
/// assert_eq!(citation.date.as_ref().unwrap().date.to_string(), "2019-09-27");
/// assert_eq!(citation.issuers[0].name, "Bộ Chính trị");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Document<'t> {
    /// The version of the JSON.
    pub schema: Schema,
    /// What spans count: bytes, until [`recount`](Self::recount).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Offsets::is_bytes")
    )]
    pub offsets: Offsets,
    /// What the page itself is: the document of its header, or the one that it announces.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub identity: Option<Identity<'t>>,
    /// The frame above an official text: issuer, number, place and date, kind, subject, basis.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub header: Option<Header<'t>>,
    /// The frame below it: recipients and signature.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub closing: Option<Closing<'t>>,
    /// The documents of a file that holds several, each with its stretch; empty where it holds one.
    /// [`identity`](Self::identity), [`header`](Self::header) and [`closing`](Self::closing) are then
    /// those of the first.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub parts: Vec<Part<'t>>,
    /// Its units, from parts to points; empty for a page that is no official text.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub outline: Vec<Found<'t, OutlineNode<'t>>>,
    /// Document numbers (*số, ký hiệu*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub numbers: Vec<Found<'t, DocumentNumber>>,
    /// Date expressions, recurring and vague ones and impossible dates with their warning included.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub dates: Vec<Found<'t, DateExpression>>,
    /// Bodies and office holders (*cơ quan, chức danh*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub bodies: Vec<Found<'t, IssuingBody>>,
    /// References to points, clauses and articles (*điểm, khoản, Điều*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub provisions: Vec<Found<'t, Provision>>,
    /// Citations of other documents (*viện dẫn*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub citations: Vec<Found<'t, Citation<'t>>>,
    /// References to documents without their full number (*Nghị quyết nêu trên*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub references: Vec<Found<'t, Reference>>,
    /// Every document that is mentioned, with all its mentions: the roll-up of citations and references.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub documents: Vec<MentionedDocument>,
    /// What documents and bodies do to documents.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub relations: Vec<Found<'t, Relation>>,
    /// What the document does to the units of others (*sửa đổi, bổ sung, bãi bỏ*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub amendments: Vec<Found<'t, Amendment<'t>>>,
    /// When documents enter into force and cease to be in force (*hiệu lực*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub effectivity: Vec<Found<'t, Effectivity>>,
    /// Abbreviations that the text defines.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub abbreviations: Vec<Found<'t, Abbreviation<'t>>>,
    /// Enumerations; those inside an item are nested in it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub task_lists: Vec<TaskList<'t>>,
    /// Who is to do what, with whom and by when (*phân công*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub assignments: Vec<Found<'t, Assignment<'t>>>,
    /// Page furniture of news and portal pages, which lists keep clear of (*related links, captions,
    /// counters, bylines*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub furniture: Vec<Found<'t, Furniture>>,
    /// What the caller's [patterns](crate::ExtractorBuilder::pattern) match.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub patterns: Vec<Found<'t, PatternMatch<'t>>>,
    /// What was repaired in the source before it was read.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub repairs: Vec<Repair<'t>>,
}

/// The version of the JSON that this crate writes; it reads no other.
///
/// A number, `2`. It changes when a key changes its name, its type or its meaning, not when one is
/// added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Schema;

impl Schema {
    /// The number.
    pub const VERSION: u32 = 2;
}

#[cfg(feature = "serde")]
impl serde::Serialize for Schema {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u32(Self::VERSION)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Schema {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match u32::deserialize(from)? {
            Self::VERSION => Ok(Schema),
            other => Err(serde::de::Error::custom(format_args!(
                "this is schema {other}, only schema {} is read",
                Self::VERSION
            ))),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Schema {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Schema".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "const": Self::VERSION })
    }
}

impl<'t> Document<'t> {
    /// The same document with words of its own, to be kept when the source is gone.
    ///
    /// ```
    /// fn read(path: &str) -> std::io::Result<vanban::Document<'static>> {
    ///     let page = std::fs::read_to_string(path)?;
    ///     Ok(vanban::extract(&page).into_owned())
    /// }
    /// # assert!(read("/no/such/file").is_err());
    /// ```
    pub fn into_owned(self) -> Document<'static> {
        self.carry(&mut Owner)
    }

    /// The same document with every offset counted in `unit`: what a program in Python
    /// ([`Offsets::Chars`]) or JavaScript ([`Offsets::Utf16`]) slices with. In time linear in source
    /// and document.
    ///
    /// `source` is the text that the document was extracted from. A document that counts in
    /// something else than bytes already stays as it is.
    ///
    /// ```
    /// use vanban::Offsets;
    ///
    /// let source = "Căn cứ Nghị định số 15/2020/NĐ-CP";
    /// let document = vanban::extract(source).recount(source, Offsets::Chars);
    /// assert_eq!(document.numbers[0].span.to_string(), "20..33");
    /// ```
    #[must_use]
    pub fn recount(self, source: &str, unit: Offsets) -> Self {
        if !self.offsets.is_bytes() || unit.is_bytes() {
            return self;
        }
        let counter = OffsetCounter::new(source, unit);
        let mut document = self.relocate(|span| counter.span(span));
        document.offsets = unit;
        document
    }

    /// The same document with every span put through `there`; words stay. For a text that was taken out
    /// of another one, such as a page of HTML, and spans that are to point into that.
    ///
    /// ```
    /// let html = "<p>Nghị quyết số 52-NQ/TW</p>";
    /// let text = &html[3..html.len() - 4];
    /// let document = vanban::extract(text)
    ///     .relocate(|span| (span.start() + 3, span.end() + 3).try_into().unwrap());
    /// assert_eq!(document.numbers[0].span.of(html), "52-NQ/TW");
    /// ```
    #[must_use]
    pub fn relocate(self, there: impl FnMut(Span) -> Span) -> Self {
        self.carry(&mut Mover(there))
    }

    /// Which document the page is, where it is one with a number; one that it only announces is under
    /// [`identity`](field@Self::identity).
    pub fn identity(&self) -> Option<&DocumentId> {
        let identity = self.identity.as_ref();
        identity
            .filter(|identity| !identity.announced)
            .map(|identity| &identity.id)
    }

    /// Every mention of a document, citations and references in one row, in text order, with the
    /// document meant. A mention of several documents comes once for each; the page itself is among the
    /// documents where it names itself (*Thông tư này*).
    ///
    /// ```
    /// let document = vanban::extract("Nghị định số 168/2024/NĐ-CP tăng mức phạt. Nghị định 168 được nhắc nhiều.");
    /// let mentions: Vec<_> = document.mentions().map(|(span, id)| (span.start(), id.name())).collect();
    /// assert_eq!(mentions, [(0, "168/2024/NĐ-CP".to_owned()), (56, "168/2024/NĐ-CP".to_owned())]);
    /// ```
    pub fn mentions(&self) -> impl Iterator<Item = (Span, &DocumentId)> {
        let documents = self.documents.iter();
        let mut row: Vec<(Span, &DocumentId)> = documents
            .flat_map(|document| document.mentions.iter().map(|span| (*span, &document.id)))
            .collect();
        row.sort_by_key(|(span, _)| *span);
        row.into_iter()
    }

    /// The relations as a graph: an edge for each source and target. The nodes are plain names, so
    /// that any graph library or table takes them.
    ///
    /// ```
    /// let text = "Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP, \
    ///             Nghị định số 09/2010/NĐ-CP.";
    /// let document = vanban::extract(text);
    /// // Lines of CSV; for petgraph, `GraphMap::from_edges` takes the triples as they are.
    /// let lines: Vec<String> = document
    ///     .graph()
    ///     .map(|edge| format!("{},{},{}", edge.source, edge.relation, edge.target))
    ///     .collect();
    /// assert_eq!(lines, [
    ///     "30/2020/NĐ-CP,replaces,110/2004/NĐ-CP",
    ///     "30/2020/NĐ-CP,replaces,09/2010/NĐ-CP",
    /// ]);
    /// ```
    ///
    /// Nodes compare by [`DocumentId`], so that the edges of many documents make one graph:
    ///
    /// ```
    /// use std::collections::BTreeSet;
    ///
    /// let mut graph = BTreeSet::new();
    /// for page in [
    ///     "Thông tư số 05/2021/TT-BYT thay thế Thông tư số 7/2010/TT-BYT.",
    ///     "Thông tư số 5/2021/TT-BYT thay thế Thông tư số 07/2010/TT-BYT.",
    /// ] {
    ///     for edge in vanban::extract(page).graph() {
    ///         graph.insert((edge.source.clone(), edge.relation, edge.target.clone()));
    ///     }
    /// }
    /// assert_eq!(graph.len(), 1);
    /// ```
    pub fn graph(&self) -> impl Iterator<Item = Edge<'_>> {
        amendment::edges(&self.relations)
    }

    /// All tasks of the document in one row, by place: the items of its lists, each before those
    /// within it, and what is given to somebody outside of lists; with their path, who is to do
    /// them and by when, and the documents that they cite.
    ///
    /// ```
    /// let document = vanban::extract(
    ///     "II. NHIỆM VỤ\n\
    ///      1. Bộ Tư pháp chủ trì, phối hợp với Bộ Nội vụ thực hiện các việc sau:\n\
    ///      a) Rà soát Nghị định số 15/2020/NĐ-CP;\n\
    ///      b) Báo cáo trước ngày 30/6/2021.\n\
    ///      2. Bộ Y tế chủ trì xây dựng kế hoạch.\n\
    ///      III. TỔ CHỨC THỰC HIỆN",
    /// );
    /// let tasks: Vec<_> = document.tasks().collect();
    /// let paths: Vec<_> = tasks.iter().map(|entry| entry.path()).collect();
    /// assert_eq!(paths, ["II", "II.1", "II.1.a", "II.1.b", "II.2", "III"]);
    /// let (review, report) = (&tasks[2], &tasks[3]);
    /// assert_eq!(review.assignments[0].value.leads, ["Bộ Tư pháp"]);
    /// assert_eq!(review.assignments[0].value.partners, ["Bộ Nội vụ"]);
    /// assert_eq!(review.citations[0].value.name(), "15/2020/NĐ-CP");
    /// assert_eq!(report.leads(), ["Bộ Tư pháp"]);
    /// assert_eq!(report.deadlines()[0].text, "ngày 30/6/2021");
    ///
    /// let document = vanban::extract("Bộ Y tế chủ trì xây dựng kế hoạch.");
    /// let [task] = &document.tasks().collect::<Vec<_>>()[..] else { panic!() };
    /// assert!(task.item.is_none());
    /// assert_eq!((task.leads(), task.text()), (&["Bộ Y tế".to_owned()][..], "xây dựng kế hoạch"));
    /// ```
    pub fn tasks(&self) -> Tasks<'_, 't> {
        Tasks::new(&self.task_lists, &self.assignments, &self.citations)
    }

    /// The document's own units, in text order; those that it quotes are left out.
    pub fn units(&self) -> impl Iterator<Item = &Found<'t, OutlineNode<'t>>> {
        self.outline.iter().filter(|node| !node.value.quoted)
    }

    /// The innermost unit around `span`, be it a quoted one.
    ///
    /// ```
    /// let page = "Điều 1. Phạm vi\n1. Thông tư số 05/2024/TT-BTP áp dụng toàn quốc.\n";
    /// let document = vanban::extract(page);
    /// let number = document.numbers[0].span;
    /// assert_eq!(document.unit_at(number).unwrap().value.path, "1/1");
    /// ```
    pub fn unit_at(&self, span: Span) -> Option<&Found<'t, OutlineNode<'t>>> {
        outline::unit_at(&self.outline, span)
    }

    /// The text cut along its units into pieces of at most `limit` bytes, for search and retrieval;
    /// `source` is the text that was extracted. See [`Chunk`].
    ///
    /// ```
    /// let page = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Áp dụng toàn quốc.\n2. Trừ hải đảo.\n";
    /// let document = vanban::extract(page);
    /// let chunks = document.chunks(page, 1000);
    /// assert_eq!(chunks[0].path, "I/1/1");
    /// assert_eq!(chunks[0].context, "Chương I QUY ĐỊNH CHUNG > Điều 1. Phạm vi");
    /// assert_eq!(chunks[0].text, "Áp dụng toàn quốc.");
    /// assert_eq!(chunks.len(), 2);
    /// ```
    pub fn chunks<'d>(&'d self, source: &'d str, limit: usize) -> Vec<Chunk<'d>> {
        outline::chunks(&self.outline, source, limit)
    }
}

carried!(Document<'_> {
    identity, documents, header, closing, parts, outline, numbers, dates, bodies, provisions, citations, references, relations,
    amendments,
    effectivity, abbreviations, task_lists, assignments, furniture, patterns, repairs
} keeps { schema, offsets });
