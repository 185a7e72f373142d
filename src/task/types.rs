//! What is found: lists, their items, and assignments.

use std::borrow::Cow;

use smol_str::SmolStr;

use crate::carry::{Carrier, Carry, carried, placeless};
use crate::date::DateExpression;
use crate::marker::ListStyle;
use crate::named::named;
use crate::provision::ProvisionOf;
use crate::span::{Found, Passage, Span};

/// An enumeration: its announcement and its items.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TaskList<'t> {
    /// From the start of the lead-in, or of the first marker without one, to the end of the
    /// last item.
    pub span: Span,
    /// The sentence that announces the list, its colon included.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub lead_in: Option<Passage<'t>>,
    /// How many items the text says there are: 7 for *07 nhóm nhiệm vụ, giải pháp chủ yếu*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub declared_count: Option<u32>,
    /// The words that say so.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub declared_in: Option<Passage<'t>>,
    /// What its items are marked with.
    pub style: ListStyle,
    /// The items, in order.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub items: Vec<Task<'t>>,
    /// The document that it is a part of: the page's own, the one that an annex belongs to, the
    /// one that is amended where it stands in new wording. `None` where the page is no document, or
    /// does not tell which. Serde writes `"self"` or its name, and beside it which document that is,
    /// where the name leaves it open.
    #[cfg_attr(
        feature = "serde",
        serde(flatten, with = "crate::document_id::json::Of")
    )]
    pub of: Option<ProvisionOf>,
    /// The [path](crate::outline::OutlineNode::path) of the unit that it stands in: `II/5/2`; of a unit
    /// in new wording, its label. Empty outside the outline.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub unit: SmolStr,
    /// What is odd about it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub warnings: Vec<ListWarning>,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Task<'t> {
    /// From its marker to the end of its words and of the lists within it; the sign that closes
    /// the item is left out.
    pub span: Span,
    /// The marker as written: `1.`, `(1)`, `Thứ nhất,`; `None` for bare paragraphs.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub marker: Option<Cow<'t, str>>,
    /// Its own words, without the marker and without the `;`, `,`, `.` or `./.` that closes
    /// them. With lists within it they go up to the first marker of the first of these: the
    /// lead-in of that list is a part of them, colon and all; with labels that tell of it below it (*- Đơn
    /// vị chủ trì: …*) up to these. A running head or a mark of emphasis in the midst of them is left
    /// out.
    pub text: Cow<'t, str>,
    /// Where these words stand.
    pub words: Span,
    /// The markers from the outermost list to this item, without their signs and joined by full
    /// stops: `III.2.b`. An item without a number of its own has its place in its list: `2.b.1` for
    /// the first dash below `b)`.
    pub path: SmolStr,
    /// Who is to do it: by its own words, else by the heading or the lead-in above it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub leads: Vec<String>,
    /// Who is to help.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub partners: Vec<String>,
    /// When it is to be done, by its own words; what comes back has its recurrence.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub deadlines: Vec<Found<'t, DateExpression>>,
    /// Where its deadline stands when it is not among its words, a cell of a table, until the
    /// deadlines are read.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(super) due: Option<Span>,
    /// The lists within it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub lists: Vec<TaskList<'t>>,
}

/// What is odd about a list. Nothing of it keeps the list from being reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ListWarning {
    /// Markers are missing before the one at `at`; `d)` followed by `e)` is such a gap.
    Gap {
        /// The marker behind the gap.
        at: Span,
        /// How many are missing.
        missing: u32,
    },
    /// The marker at `at` repeats the one before it.
    Repeat {
        /// The second of the two.
        at: Span,
    },
    /// The marker at `at` is a letter outside the official order (f, j, w, z).
    ForeignLetter {
        /// That marker.
        at: Span,
    },
    /// The list begins anew right behind another one with the same markers.
    Restart,
    /// The list does not begin with the first marker.
    LateStart,
    /// There are not as many items as the lead-in says.
    CountMismatch {
        /// What the lead-in says.
        declared: u32,
        /// How many there are.
        found: u32,
    },
}

impl<'from, 'to> Carry<'from, 'to> for ListWarning {
    type There = ListWarning;

    fn carry(mut self, by: &mut impl Carrier<'from, 'to>) -> ListWarning {
        if let Self::Gap { at, .. } | Self::Repeat { at } | Self::ForeignLetter { at } = &mut self {
            *at = by.span(*at);
        }
        self
    }
}

// Lists are nested at most `tree::MAX_DEPTH` deep, so the recursion is bounded.
carried!(TaskList<'_> { span, lead_in, declared_in, items, warnings } keeps { declared_count, style, of, unit });

impl<'from, 'to> Carry<'from, 'to> for Task<'from> {
    type There = Task<'to>;

    fn carry(self, by: &mut impl Carrier<'from, 'to>) -> Task<'to> {
        let start = self.span.start;
        let marker = self.marker.map(|marker| {
            let place = by.span(Span::new(start, start + marker.len()));
            by.own_words(marker, place)
        });
        let words = by.span(self.words);
        Task {
            span: by.span(self.span),
            marker,
            words,
            text: by.own_words(self.text, words),
            path: self.path,
            leads: self.leads,
            partners: self.partners,
            deadlines: self.deadlines.carry(by),
            due: self.due.carry(by),
            lists: self.lists.carry(by),
        }
    }
}

/// A task given to somebody: *Cục A chủ trì, phối hợp với Vụ B xây dựng kế hoạch*.
///
/// The span goes from the actor, or from the task where the actor is named above it, to the end of
/// the task.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Assignment<'t> {
    /// Who is to do it, in the order of the text: the registry's spelling of a body that it knows,
    /// else the words of the page with plain spaces (*các bộ, ngành, địa phương*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub leads: Vec<String>,
    /// With whom (*phối hợp với*), named like the leads.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub partners: Vec<String>,
    /// Who says so: *Bộ A* in *Bộ A yêu cầu Cục B …*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub requesters: Vec<String>,
    /// What kind of duty it is.
    pub duty: Duty,
    /// What is to be done, without the words that assign it.
    pub task: Passage<'t>,
    /// By when, and how often: the dates of the task and of the clauses that go on with it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub deadlines: Vec<Found<'t, DateExpression>>,
    /// What is to come out of it, where a label or a column names it (*Sản phẩm*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub product: Option<Passage<'t>>,
    /// The document that it is a part of: the page's own, the one that an annex belongs to, the
    /// one that is amended where it stands in new wording. `None` where the page is no document, or
    /// does not tell which. Serde writes `"self"` or its name, and beside it which document that is,
    /// where the name leaves it open.
    #[cfg_attr(
        feature = "serde",
        serde(flatten, with = "crate::document_id::json::Of")
    )]
    pub of: Option<ProvisionOf>,
    /// The [path](crate::outline::OutlineNode::path) of the unit that it stands in: `II/5/2`; of a unit
    /// in new wording, its label. Empty outside the outline.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub unit: SmolStr,
}

/// What kind of duty an [`Assignment`] gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Duty {
    /// To lead it (*chủ trì*), to be the hub (*đầu mối*), or to be the one under whose name it
    /// stands in a plan, a table, a label (*Đơn vị thực hiện*).
    Lead,
    /// To work with the partners (*phối hợp với*).
    Cooperate,
    /// To answer for it (*có trách nhiệm*, *chịu trách nhiệm*).
    Responsible,
    /// To do it because somebody says so (*giao*, *yêu cầu*, *đề nghị*).
    Ordered,
}

named!(Duty, "a kind of duty" {
    Lead = "lead",
    Cooperate = "cooperate",
    Responsible = "responsible",
    Ordered = "ordered",
});

carried!(Assignment<'_> { task, deadlines, product } keeps { leads, partners, requesters, duty, of, unit });

/// A stretch of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Furniture {
    /// What it is.
    pub kind: FurnitureKind,
}

/// The kinds of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum FurnitureKind {
    /// A block of other articles (*Cùng chuyên mục*, *Tin liên quan*), its header included.
    Related,
    /// A link to another article or to the whole of this one (*Xem thêm: …*).
    ReadMore,
    /// A visitor counter (*Đang online: 3*).
    Counter,
    /// Words of a comment form.
    CommentForm,
    /// The caption of an image.
    Caption,
    /// Author, source or newsroom.
    Byline,
    /// Buttons for sharing, printing, changing the size of letters; tags.
    Share,
    /// Where the page stands in its site (*Trang chủ > …*).
    Breadcrumb,
    /// Links to attached files (*File đính kèm*).
    Attachment,
    /// Left-overs of advertising and tracking (*fbpx*).
    Tracking,
    /// Copyright, licence and address of the site.
    Footer,
    /// The running head of the Official Gazette (*CÔNG BÁO/Số … /Ngày …*).
    RunningHead,
    /// The stamp of an electronic signature (*Ký bởi: … Cơ quan: … Ngày ký: …*).
    SignatureStamp,
    /// A page number on a line of its own.
    PageNumber,
    /// The day (and time) a page was put up, on a line of its own.
    Dateline,
    /// The sign of a news agency before a text (*(PLVN) -*).
    AgencyTag,
    /// A line of a table of contents (*1. Mở đầu ........ 3*), its heading included.
    Contents,
    /// An entry of the menu of a site (*• Trang chủ⏎• Giới thiệu⏎• Liên hệ*).
    Menu,
}

named!(FurnitureKind, "a kind of furniture" {
    Related = "related",
    ReadMore = "read_more",
    Counter = "counter",
    CommentForm = "comment_form",
    Caption = "caption",
    Byline = "byline",
    Share = "share",
    Breadcrumb = "breadcrumb",
    Attachment = "attachment",
    Tracking = "tracking",
    Footer = "footer",
    RunningHead = "running_head",
    SignatureStamp = "signature_stamp",
    PageNumber = "page_number",
    Dateline = "dateline",
    AgencyTag = "agency_tag",
    Contents = "contents",
    Menu = "menu",
});

placeless!(Furniture);
