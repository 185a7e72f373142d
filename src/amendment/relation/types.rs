//! What a relation is.

use crate::carry::placeless;
use crate::date::CivilDate;
use crate::document_id::DocumentId;
use crate::named::named;
use crate::provision::Targets;

/// One thing that a document or a body does to a document.
///
/// The span of the find is the verb.
///
/// Serde writes the ends by their names, and under `source_ids` and `target_ids` which documents they
/// are, where the names leave that open.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Relation {
    /// What is done.
    pub relation: RelationKind,
    /// Who does it: documents, or bodies.
    pub source: Vec<Node>,
    /// To what: documents; bodies for [`AtProposalOf`](RelationKind::AtProposalOf).
    pub target: Vec<Node>,
    /// The provisions of the target that are meant: *bãi bỏ khoản 2 Điều 32 của Nghị định số …*.
    /// Empty when the whole of it is.
    pub provisions: Targets,
    /// The provisions of the target that it leaves as they are: *bãi bỏ Thông tư số …, trừ Điều 5*.
    pub except: Targets,
    /// Whether it is only intended, asked for or drafted: *dự kiến thay thế*, *đề nghị bãi bỏ*.
    pub proposed: bool,
    /// The day from which on what changes or ends the force of the target does so, as the page says it: the day on
    /// which the target expires, else that on which the source enters into force. `None` where it does not say.
    pub day: Option<CivilDate>,
}

/// An end of a [`Relation`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Node {
    /// A document.
    Document(DocumentId),
    /// The document that the page is, where nobody can say which: *Thông tư này thay thế …* on a page
    /// without its number. Serde writes `"self"`.
    Itself,
    /// A document that is known by nothing but the words of the text: a scheme, rules.
    Unnumbered(String),
    /// A body, by its full name.
    Body(String),
}

impl Node {
    /// Which document it is, where it is one with an identity.
    pub fn id(&self) -> Option<&DocumentId> {
        match self {
            Node::Document(id) => Some(id),
            Node::Itself | Node::Unnumbered(_) | Node::Body(_) => None,
        }
    }
}

impl std::fmt::Display for Node {
    /// The name of the document or the body, or the words; `self` for the page.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Node::Document(id) => f.write_str(&id.name()),
            Node::Itself => f.write_str(ITSELF),
            Node::Unnumbered(words) | Node::Body(words) => f.write_str(words),
        }
    }
}

/// How the page is called among documents.
pub(super) const ITSELF: &str = "self";

placeless!(Relation);

/// What one document does to another.
///
/// The force of the target ends by [`Replaces`](Self::Replaces), [`Repeals`](Self::Repeals),
/// [`Withdraws`](Self::Withdraws) and [`Expires`](Self::Expires), from the [day](Relation::day) on that the page tells.
///
/// The names are those that the ELI ontology (European Legislation Identifier) has for
/// them where it has one: `eli:amends`, `eli:repeals`, `eli:based_on`, `eli:consolidates`,
/// `eli:corrects`; *implements* is `eli:implements`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum RelationKind {
    /// *ban hành, ký, thông qua*: a body issues a document.
    Issues,
    /// *ban hành*: a decision puts a rule or plan into force.
    Promulgates,
    /// *ban hành kèm theo*: a rule or plan comes with its decision.
    AttachedTo,
    /// *phê duyệt*
    Approves,
    /// *thực hiện, triển khai, thi hành*
    Implements,
    /// *căn cứ*
    BasedOn,
    /// *theo đề nghị của*: a document is issued at the proposal of a body.
    AtProposalOf,
    /// *quy định chi tiết*
    Details,
    /// *hướng dẫn*
    Guides,
    /// *sửa đổi, bổ sung*; also where single words are exchanged (*thay thế cụm từ*).
    Amends,
    /// *thay thế*
    Replaces,
    /// *bãi bỏ, hủy bỏ*
    Repeals,
    /// *thu hồi*
    Withdraws,
    /// *hết hiệu lực*: the document at hand ends the force of another.
    Expires,
    /// *đình chỉ, ngưng hiệu lực*
    Suspends,
    /// *đính chính*
    Corrects,
    /// *hợp nhất*
    Consolidates,
    /// *kéo dài hiệu lực*
    Extends,
    /// *quy định tại, nêu tại, viện dẫn, dẫn chiếu*
    RefersTo,
    /// *trả lời, phúc đáp*: a letter answers another.
    RespondsTo,
}

impl RelationKind {
    /// Whether its verb ends or changes the force of a document, or answers it: the subject may stand
    /// far in front of it, or be the document at hand.
    pub(super) fn is_far_reaching(self) -> bool {
        self.may_be_intended() || matches!(self, RelationKind::Expires | RelationKind::RespondsTo)
    }

    /// Whether it changes or ends the force of a document from a day on.
    pub(in crate::amendment) fn is_of_force(self) -> bool {
        self.ends_force() || self == RelationKind::Amends
    }

    /// Whether it ends the force of a document or of some of its provisions.
    pub(in crate::amendment) fn ends_force(self) -> bool {
        matches!(
            self,
            RelationKind::Replaces
                | RelationKind::Repeals
                | RelationKind::Withdraws
                | RelationKind::Expires
        )
    }

    /// What is done to a document where only some of it is meant, and the text leaves open what: who repeals
    /// or replaces some of its articles changes it.
    pub(super) fn of_some(self) -> RelationKind {
        match self {
            RelationKind::Replaces | RelationKind::Repeals => RelationKind::Amends,
            whole => whole,
        }
    }

    /// Whether it is told of when somebody intends it, asks for it or drafts it.
    pub(super) fn may_be_intended(self) -> bool {
        self.needs_rank()
            || matches!(
                self,
                RelationKind::Corrects | RelationKind::Consolidates | RelationKind::Extends
            )
    }

    /// Whether no document can do it to one above it; a letter corrects a circular.
    pub(super) fn needs_rank(self) -> bool {
        matches!(
            self,
            RelationKind::Amends
                | RelationKind::Replaces
                | RelationKind::Repeals
                | RelationKind::Withdraws
                | RelationKind::Suspends
        )
    }
}

named!(RelationKind, "a relation" {
    Issues = "issues",
    Promulgates = "promulgates",
    AttachedTo = "attached_to",
    Approves = "approves",
    Implements = "implements",
    BasedOn = "based_on",
    AtProposalOf = "at_proposal_of",
    Details = "details",
    Guides = "guides",
    Amends = "amends",
    Replaces = "replaces",
    Repeals = "repeals",
    Withdraws = "withdraws",
    Expires = "expires",
    Suspends = "suspends",
    Corrects = "corrects",
    Consolidates = "consolidates",
    Extends = "extends",
    RefersTo = "refers_to",
    RespondsTo = "responds_to",
});
