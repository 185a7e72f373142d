//! What leads a list of acts in: a verb before a colon.

use super::types::{Node, RelationKind};
use crate::span::Span;

/// A verb before a colon, for the list below it.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    pub(super) verb: Span,
    pub(super) relation: RelationKind,
    pub(super) source: Vec<Node>,
    pub(super) proposed: bool,
    /// How the line begins that it stands in; nothing where that is no item.
    pub(super) around: Option<Sign>,
    /// How the first item begins.
    pub(super) items: Option<Sign>,
    /// Where the list ends at the latest: in its line, or open.
    pub(super) inline: bool,
    /// The act of which the items are provisions: *Bãi bỏ các quy định sau đây của Nghị định số …:*.
    pub(super) act: Option<usize>,
    /// The relation whose provisions the next lines name.
    pub(super) part: Option<Part>,
}

/// An item whose provisions stand on lines of their own: *đ) Các điều của Nghị định số …, bao gồm:*.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// Its place in the row of finds.
    pub(super) relation: usize,
    /// Its label; the lines below it have longer ones (*đ1)*) or another sign.
    pub(super) label: Option<Span>,
}

/// How a line begins, from the outermost on, as levels are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::amendment) enum Sign {
    Digit,
    Letter,
    Other,
}

impl Sign {
    pub(in crate::amendment) fn of(line: &str) -> Sign {
        match line.chars().next() {
            Some(c) if c.is_ascii_digit() => Sign::Digit,
            Some(c) if c.is_alphabetic() => Sign::Letter,
            _ => Sign::Other,
        }
    }
}

impl Lead {
    /// Whether the list is over before a line that begins with `sign`: it is of the level that the
    /// verb stands on, or of one further out that no line before it announces (`nests`).
    pub(super) fn ends_before(&mut self, sign: Sign, nests: bool) -> bool {
        let items = *self.items.get_or_insert(sign);
        let outer = sign < items && !nests;
        items != sign && (self.around == Some(sign) || outer)
    }
}
