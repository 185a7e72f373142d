//! Many units in little room: lists and ranges are kept as such.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use smallvec::{SmallVec, smallvec};
use smol_str::{SmolStr, format_smolstr};

use super::Target;
use crate::marker::{Level, letter, to_roman};

/// The units that a provision names, in the order of the text.
///
/// Lists and ranges are kept as the text has them and written out when they are asked for, at most
/// [`MOST`](Targets::MOST) units: *điểm a đến y khoản 1 đến 20 Điều 3* names 460.
///
/// ```
/// use vanban::provision::Level;
///
/// let found = vanban::provision::find("theo khoản 1 đến khoản 3 Điều 5").next().unwrap();
/// let targets = found.value.targets.to_vec();
/// let clauses: Vec<_> = targets.iter().map(|target| target.get(Level::Clause)).collect();
/// assert_eq!(clauses, [Some("1"), Some("2"), Some("3")]);
/// assert_eq!(found.value.targets.to_string(), "khoản 1 Điều 5, khoản 2 Điều 5, khoản 3 Điều 5");
/// ```
#[derive(Clone, Default)]
pub struct Targets {
    parts: Parts,
}

/// One is nearly all that a provision has.
pub(super) type Parts = SmallVec<[Product; 1]>;

/// Every combination of the labels of some levels, which stand in their order, the largest first.
pub(super) type Product = SmallVec<[(Level, Labels); 3]>;

/// Labels of one level.
#[derive(Clone, Debug, Default)]
pub(super) enum Labels {
    #[default]
    None,
    One(Labelled),
    /// Shared, for *khoản 1, khoản 2, khoản 3 các Điều 5, 7 và 9* names the articles three times.
    Many(Arc<[Labelled]>),
}

/// A label, or the labels between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Labelled {
    One(SmolStr),
    Between(Run),
}

impl Labels {
    pub(super) fn as_slice(&self) -> &[Labelled] {
        match self {
            Labels::None => &[],
            Labels::One(label) => std::slice::from_ref(label),
            Labels::Many(labels) => labels,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Labels::None)
    }

    fn count(&self) -> usize {
        self.as_slice().iter().map(Labelled::len).sum()
    }
}

impl FromIterator<Labelled> for Labels {
    fn from_iter<I: IntoIterator<Item = Labelled>>(labels: I) -> Self {
        let mut labels = labels.into_iter();
        match (labels.next(), labels.next()) {
            (None, _) => Labels::None,
            (Some(only), None) => Labels::One(only),
            (Some(first), Some(second)) => {
                Labels::Many([first, second].into_iter().chain(labels).collect())
            }
        }
    }
}

/// The labels from number `first` to number `last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) numerals: Numerals,
    pub(super) first: u32,
    pub(super) last: u32,
}

/// How the numbers of a run are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numerals {
    /// Digits, so many at least: `01`.
    Arabic(u8),
    Roman,
    Letters,
}

impl Run {
    fn len(self) -> usize {
        (self.last + 1).saturating_sub(self.first) as usize
    }

    fn labels(self) -> impl Iterator<Item = SmolStr> {
        (self.first..=self.last).map(move |n| match self.numerals {
            Numerals::Arabic(width) => format_smolstr!("{n:0width$}", width = usize::from(width)),
            Numerals::Roman => to_roman(n).into(),
            Numerals::Letters => letter(n).into_iter().collect(),
        })
    }
}

impl Labelled {
    fn len(&self) -> usize {
        match self {
            Labelled::One(_) => 1,
            Labelled::Between(run) => run.len(),
        }
    }
}

fn labelled((level, label): (Level, &str)) -> (Level, Labels) {
    (level, Labels::One(Labelled::One(label.into())))
}

fn written(labels: &Labels) -> SmallVec<[SmolStr; 1]> {
    let mut written = SmallVec::new();
    for label in labels.as_slice() {
        match label {
            Labelled::One(label) => written.push(label.clone()),
            Labelled::Between(run) => written.extend(run.labels().take(Targets::MOST)),
        }
        if written.len() >= Targets::MOST {
            break;
        }
    }
    written
}

impl Targets {
    /// More units than these are not given: lists multiply, and JSON has each by itself.
    pub const MOST: usize = 500;

    pub(super) fn new(parts: Parts) -> Self {
        Targets { parts }
    }

    /// The one unit that has these labels.
    pub(super) fn within(around: &[(Level, &str)]) -> Self {
        let mut part: Product = around.iter().map(|&unit| labelled(unit)).collect();
        part.sort_by_key(|&(level, _)| level);
        Targets::new(smallvec![part])
    }

    /// Puts the units into those of `around` that are larger than they are.
    pub(super) fn settle(&mut self, around: &[(Level, &str)]) {
        for part in &mut self.parts {
            let Some(&(largest, _)) = part.first() else {
                continue;
            };
            let larger = around.iter().filter(|&&(level, _)| level < largest);
            part.extend(larger.map(|&unit| labelled(unit)));
            part.sort_by_key(|&(level, _)| level);
        }
    }

    /// Puts `units` into what the last of these name of larger ones.
    pub(super) fn lend(&self, units: &mut Targets) {
        let Some(around) = self.parts.last() else {
            return;
        };
        for part in &mut units.parts {
            let Some(&(largest, _)) = part.first() else {
                continue;
            };
            let larger = around.iter().filter(|&&(level, _)| level < largest);
            part.extend(larger.cloned());
            part.sort_by_key(|&(level, _)| level);
        }
    }

    /// Adds the units of `more` behind these.
    pub(crate) fn append(&mut self, more: Targets) {
        self.parts.extend(more.parts);
    }

    /// How many units the text names, be they more than are given.
    pub(super) fn named(&self) -> usize {
        let product = |part: &Product| {
            let labels = part.iter().map(|(_, labels)| labels.count());
            labels.fold(1, usize::saturating_mul)
        };
        self.parts
            .iter()
            .map(product)
            .fold(0, usize::saturating_add)
    }

    /// How many units are given.
    pub fn len(&self) -> usize {
        self.named().min(Targets::MOST)
    }

    /// Whether no unit is named: only *Điều này* and the like is said.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Every unit, the last level changing first.
    pub fn iter(&self) -> impl Iterator<Item = Target> + '_ {
        self.parts.iter().flat_map(units).take(Targets::MOST)
    }

    /// Every unit.
    pub fn to_vec(&self) -> Vec<Target> {
        self.iter().collect()
    }
}

/// Every combination of the labels of `part`.
fn units(part: &Product) -> impl Iterator<Item = Target> + '_ {
    let labels: SmallVec<[_; 3]> = part.iter().map(|(_, labels)| written(labels)).collect();
    let count = labels
        .iter()
        .map(SmallVec::len)
        .fold(1, usize::saturating_mul)
        .min(Targets::MOST);
    (0..count).map(move |mut number| {
        let mut target = Target::default();
        for ((level, _), labels) in part.iter().zip(&labels).rev() {
            let label = labels[number % labels.len()].clone();
            number /= labels.len();
            target.set(*level, label);
        }
        target
    })
}

impl IntoIterator for &Targets {
    type Item = Target;
    type IntoIter = std::vec::IntoIter<Target>;

    fn into_iter(self) -> Self::IntoIter {
        self.to_vec().into_iter()
    }
}

impl IntoIterator for Targets {
    type Item = Target;
    type IntoIter = std::vec::IntoIter<Target>;

    fn into_iter(self) -> Self::IntoIter {
        self.to_vec().into_iter()
    }
}

impl FromIterator<Target> for Targets {
    fn from_iter<I: IntoIterator<Item = Target>>(units: I) -> Self {
        let part = |unit: Target| unit.labels().map(labelled).collect();
        Targets::new(units.into_iter().map(part).collect())
    }
}

impl From<Vec<Target>> for Targets {
    fn from(units: Vec<Target>) -> Self {
        units.into_iter().collect()
    }
}

impl PartialEq for Targets {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Targets {}

impl Hash for Targets {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.iter().for_each(|unit| unit.hash(state));
    }
}

/// Every unit as it is written, with commas between them: `khoản 2 Điều 4, Điều 7`.
impl fmt::Display for Targets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, target) in self.iter().enumerate() {
            let comma = if i > 0 { ", " } else { "" };
            write!(f, "{comma}{target}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Targets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Targets {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        Vec::<Target>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<Target>::json_schema(generator)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Targets {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Targets {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Target>::deserialize(deserializer).map(Targets::from)
    }
}
