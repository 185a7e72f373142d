//! What a provision is.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use smallvec::SmallVec;
use smol_str::SmolStr;

use super::Targets;
use crate::carry::placeless;
use crate::document_id::DocumentId;
#[cfg(feature = "serde")]
use crate::document_id::json::ByName;
use crate::error::ParseError;
use crate::marker::Level;
use crate::named::named;
use crate::span::Found;

/// One unit of a document, given by the labels of its levels: `{"article": "5", "clause": "2"}`.
///
/// Labels are kept as written (`7a`, `01`, `IIA`), ordinals as numbers (*thứ nhất* is `1`). A
/// level that is not named is `None`.
///
/// `Display` writes the units from small to large, as Vietnamese law does, and `FromStr` reads
/// that back:
///
/// ```
/// use vanban::provision::{Level, Target};
///
/// let target: Target = "Điều 5 khoản 2 điểm a".parse()?;
/// assert_eq!(target.get(Level::Point), Some("a"));
/// assert_eq!(target.to_string(), "điểm a khoản 2 Điều 5");
/// # Ok::<(), vanban::ParseError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Target {
    /// Those that are named, the largest first; few units have more than three.
    labels: SmallVec<[(Level, SmolStr); 3]>,
}

impl Target {
    /// The label of `level`.
    pub fn get(&self, level: Level) -> Option<&str> {
        let mut labels = self.labels.iter();
        labels
            .find(|(named, _)| *named == level)
            .map(|(_, label)| label.as_str())
    }

    /// The levels that are named with their labels, the largest first.
    pub(crate) fn labels(&self) -> impl DoubleEndedIterator<Item = (Level, &str)> {
        self.labels
            .iter()
            .map(|(level, label)| (*level, label.as_str()))
    }

    /// Whether it stands in an annex or a form, which are divided like documents of their own.
    pub(crate) fn is_attached(&self) -> bool {
        self.labels
            .first()
            .is_some_and(|(level, _)| *level <= Level::Form)
    }

    /// The same unit, with `label` at `level`.
    ///
    /// ```
    /// use vanban::provision::{Level, Target};
    ///
    /// let target = Target::default().with(Level::Article, "7a")?;
    /// assert_eq!(target.to_string(), "Điều 7a");
    /// assert!(target.with(Level::Clause, "the second").is_err());
    /// # Ok::<(), vanban::ParseError>(())
    /// ```
    ///
    /// # Errors
    /// When `label` is none that a unit of that level has.
    pub fn with(mut self, level: Level, label: &str) -> Result<Self, ParseError> {
        self.set(level, label);
        match self.reads_back() {
            true => Ok(self),
            false => Err(ParseError::new(label, 0, "the label of a unit")),
        }
    }

    /// Whether its written form is that of this unit.
    fn reads_back(&self) -> bool {
        self.to_string().parse().as_ref() == Ok(self)
    }

    pub(crate) fn set(&mut self, level: Level, label: impl Into<SmolStr>) {
        let label = label.into();
        match self
            .labels
            .binary_search_by_key(&level, |(level, _)| *level)
        {
            Ok(there) => self.labels[there].1 = label,
            Err(between) => self.labels.insert(between, (level, label)),
        }
    }
}

/// Level by level: a unit that is no annex stands before all annexes.
impl Ord for Target {
    fn cmp(&self, other: &Self) -> Ordering {
        let labels = |level| (self.get(level), other.get(level));
        let differing = Level::ALL.into_iter().map(labels).find(|(a, b)| a != b);
        differing.map_or(Ordering::Equal, |(a, b)| a.cmp(&b))
    }
}

impl PartialOrd for Target {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Target {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.labels())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Target {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Target".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let label = |level: Level| {
            let words = schemars::json_schema!({"description": level.term(), "type": "string"});
            (level.to_string(), words.to_value())
        };
        let labels: std::collections::BTreeMap<_, _> = Level::ALL.into_iter().map(label).collect();
        schemars::json_schema!({"type": "object", "properties": labels})
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Target {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let labels = std::collections::BTreeMap::<Level, String>::deserialize(from)?;
        let mut target = Target::default();
        for (level, label) in labels {
            target.set(level, label);
        }
        match target == Target::default() || target.reads_back() {
            true => Ok(target),
            false => Err(serde::de::Error::custom(format_args!(
                "no unit is called {target:?}"
            ))),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut space = "";
        for (level, label) in self.labels().rev() {
            // The last of its kind has no number, and so no "thứ".
            let term = match level {
                Level::Indent if label == "cuối" => "gạch đầu dòng",
                _ => level.term(),
            };
            write!(f, "{space}{term} {label}")?;
            space = " ";
        }
        Ok(())
    }
}

impl FromStr for Target {
    type Err = ParseError;

    /// Reads one unit: `điểm a khoản 2 Điều 5`, in either order and any letter case.
    ///
    /// # Errors
    /// When `s` is no provision, or names more units than one.
    fn from_str(s: &str) -> Result<Self, ParseError> {
        let provision: Provision = s.parse()?;
        let mut targets = provision.targets.iter();
        match (targets.next(), targets.next()) {
            (Some(target), None) if provision.of.is_none() && provision.except.is_empty() => {
                Ok(target)
            }
            _ => Err(ParseError::new(s, 0, "one unit of a document")),
        }
    }
}

/// A reference to units of a document: a pinpoint.
///
/// `Display` writes every target in full, one after the other; `FromStr` reads a whole string
/// with the grammar of [`find`](super::find).
///
/// ```
/// use vanban::provision::Provision;
/// let provision: Provision = "các điểm a, b khoản 2 Điều 5".parse()?;
/// assert_eq!(provision.targets.len(), 2);
/// assert_eq!(provision.to_string(), "điểm a khoản 2 Điều 5, điểm b khoản 2 Điều 5");
/// # Ok::<(), vanban::ParseError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Provision {
    /// The units, lists and ranges written out, in the order of the text. Empty when only
    /// *Điều này* and the like is said.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Targets::is_empty")
    )]
    pub targets: Targets,
    /// What is left out of them: point b in *khoản 1 (trừ điểm b) Điều 9*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Targets::is_empty")
    )]
    pub except: Targets,
    /// The document they belong to, where that is known.
    #[cfg_attr(
        feature = "serde",
        serde(flatten, with = "crate::document_id::json::Of")
    )]
    pub of: Option<ProvisionOf>,
    /// The level that the text calls *này* ("this"): in *khoản 2 Điều này* the article in which
    /// the reference stands, whose own label is not written.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub within: Option<Level>,
    /// What could not be read to the end.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub warnings: Vec<ProvisionWarning>,
}

placeless!(Provision);

impl Provision {
    /// Gives the units the labels of those around them, where they have none of their own.
    pub(crate) fn settle(&mut self, around: &[(Level, &str)]) {
        self.targets.settle(around);
        if self.targets.is_empty() {
            self.targets = Targets::within(around);
        }
        self.except.settle(around);
    }

    /// Leaves `units` out of those named, which are in the same larger ones.
    fn leave_out(&mut self, mut units: Targets) {
        self.targets.lend(&mut units);
        self.except.append(units);
    }
}

/// Makes each of `provisions` whose number is in `left_out`, in order, an exception of the one before it: *Điều 5 của
/// Luật Giá (trừ khoản 2)*.
pub(crate) fn leave_out(provisions: &mut Vec<Found<'_, Provision>>, left_out: &[usize]) {
    if left_out.is_empty() {
        return;
    }
    for &i in left_out {
        let units = std::mem::take(&mut provisions[i].value.targets);
        provisions[i - 1].value.leave_out(units);
    }
    let mut numbers = 0..;
    provisions.retain(|_| {
        let number = numbers.next();
        number.is_none_or(|number| left_out.binary_search(&number).is_err())
    });
}

/// The document that a provision belongs to. Serde writes `"self"` or its name, and beside it which
/// document that is, where the name leaves it open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProvisionOf {
    /// The document that speaks: *Luật này*, *Nghị định này*, *Điều này*.
    Itself,
    /// Another one.
    Document(DocumentId),
}

impl ProvisionOf {
    /// Which other document it is; `None` for the one that speaks, which is
    /// [`Document::identity`](crate::Document::identity):
    ///
    /// ```
    /// let page = "BỘ TƯ PHÁP\nSố: 9/2025/TT-BTP\nTHÔNG TƯ\nVề sổ\nĐiều 1. Sổ\nSổ theo khoản 2 Điều 5 Thông tư này.";
    /// let document = vanban::extract(page);
    /// let of = document.provisions[0].value.of.as_ref().unwrap();
    /// let id = of.id().or(document.identity()).unwrap();
    /// assert_eq!(id.name(), "9/2025/TT-BTP");
    /// ```
    pub fn id(&self) -> Option<&DocumentId> {
        match self {
            ProvisionOf::Document(id) => Some(id),
            ProvisionOf::Itself => None,
        }
    }
}

#[cfg(feature = "serde")]
impl ByName for ProvisionOf {
    fn named(&self) -> Option<(String, Option<DocumentId>)> {
        match self {
            ProvisionOf::Itself => Some(("self".to_owned(), None)),
            ProvisionOf::Document(id) => id.named(),
        }
    }

    fn of_name(named: Option<(String, Option<DocumentId>)>) -> Result<Self, ParseError> {
        match named {
            Some((name, None)) if name == "self" => Ok(ProvisionOf::Itself),
            named => DocumentId::of_name(named).map(ProvisionOf::Document),
        }
    }
}

impl fmt::Display for ProvisionOf {
    /// `self`, or the name of the document.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ProvisionOf::Itself => f.write_str("self"),
            ProvisionOf::Document(id) => f.write_str(&id.name()),
        }
    }
}

/// What makes a reading incomplete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ProvisionWarning {
    /// A range whose units between the ends cannot be counted, such as *từ điểm b khoản 1 đến
    /// khoản 3*: only its ends are given.
    OnlyEnds,
    /// A range of more than 200 units: only its ends are given.
    RangeTooLong,
    /// Lists that multiply to more than 500 units: only the first are given.
    TooManyTargets,
}

named!(ProvisionWarning, "a warning about a provision" {
    OnlyEnds = "only_ends",
    RangeTooLong = "range_too_long",
    TooManyTargets = "too_many_targets",
});

/// Writes units one after the other. Behind a comma a higher level would go on with the unit before
/// (*khoản 2, Điều 1*); a semicolon keeps them apart.
fn write_list(
    f: &mut fmt::Formatter<'_>,
    targets: impl Iterator<Item = impl std::borrow::Borrow<Target>>,
) -> fmt::Result {
    let mut before: Option<usize> = None;
    for target in targets {
        let target = target.borrow();
        let mut levels = (0..)
            .zip(Level::ALL)
            .filter(|&(_, level)| target.get(level).is_some());
        let outermost = levels.next().map(|(i, _)| i);
        let innermost = levels.last().map(|(i, _)| i).or(outermost);
        let sign = match (before, innermost) {
            (None, _) => "",
            (Some(before), Some(innermost)) if innermost < before => "; ",
            _ => ", ",
        };
        write!(f, "{sign}{target}")?;
        before = outermost;
    }
    Ok(())
}

impl fmt::Display for Provision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_list(f, self.targets.iter())?;
        if !self.except.is_empty() {
            f.write_str(" trừ ")?;
            write_list(f, self.except.iter())?;
        }
        let space = if self.targets.is_empty() { "" } else { " " };
        match (&self.of, self.within) {
            (_, Some(level)) => write!(f, "{space}{} này", level.term()),
            (Some(ProvisionOf::Itself), None) => write!(f, "{space}văn bản này"),
            (Some(ProvisionOf::Document(id)), None) => write!(f, "{space}văn bản {}", id.name()),
            (None, None) => Ok(()),
        }
    }
}
