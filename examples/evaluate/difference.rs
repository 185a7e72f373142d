//! What two runs say otherwise, layer by layer.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::finds::{Find, Layer};

/// One line of difference.
#[derive(Clone)]
pub enum Change {
    /// Only the second run has it.
    Gained(Find),
    /// Only the first run has it.
    Lost(Find),
    /// Both have something at this place, and say different things of it.
    Changed(Find, Find),
}

/// What differs in one layer of one document.
pub struct LayerDifference {
    /// The layer's name.
    pub layer: String,
    /// How many finds both runs have.
    pub same: usize,
    /// The rest.
    pub changes: Vec<Change>,
}

impl LayerDifference {
    /// How many were gained, lost and changed.
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for change in &self.changes {
            counts[match change {
                Change::Gained(_) => 0,
                Change::Lost(_) => 1,
                Change::Changed(..) => 2,
            }] += 1;
        }
        counts
    }
}

/// The layers of both documents, those of the old one first. Spans do not count: a find is the same
/// when its text and values are and the order holds.
pub fn difference(old: &[Layer], new: &[Layer]) -> Vec<LayerDifference> {
    let only_new = new
        .iter()
        .filter(|layer| old.iter().all(|other| other.name != layer.name));
    let of = |layers: &[Layer], name: &str| -> Vec<Find> {
        layers
            .iter()
            .find(|layer| layer.name == name)
            .map(|layer| layer.finds.clone())
            .unwrap_or_default()
    };
    old.iter()
        .chain(only_new)
        .map(|layer| layer_difference(&layer.name, &of(old, &layer.name), &of(new, &layer.name)))
        .collect()
}

fn layer_difference(layer: &str, old: &[Find], new: &[Find]) -> LayerDifference {
    let values =
        |finds: &[Find]| -> Vec<String> { finds.iter().map(|find| find.value.clone()).collect() };
    let mut changes = Vec::new();
    let mut same = 0;
    for op in capture_diff_slices(Algorithm::Myers, &values(old), &values(new)) {
        match op {
            DiffOp::Equal { len, .. } => same += len,
            _ => changes.extend(paired(&old[op.old_range()], &new[op.new_range()])),
        }
    }
    LayerDifference {
        layer: layer.to_owned(),
        same,
        changes,
    }
}

/// Pairs what was lost with what was gained of the same text, else at the same place.
fn paired(lost: &[Find], gained: &[Find]) -> Vec<Change> {
    let mut left: Vec<Option<&Find>> = gained.iter().map(Some).collect();
    let mut partners: Vec<Option<&Find>> = vec![None; lost.len()];
    for stand_together in [have_one_text, overlap] {
        for (old, partner) in lost.iter().zip(&mut partners) {
            if partner.is_none() {
                *partner = left
                    .iter_mut()
                    .find(|new| new.is_some_and(|new| stand_together(old, new)))
                    .and_then(Option::take);
            }
        }
    }
    let lost = lost.iter().zip(partners).map(|(old, new)| match new {
        Some(new) => Change::Changed(old.clone(), new.clone()),
        None => Change::Lost(old.clone()),
    });
    let gained = left.into_iter().flatten().cloned().map(Change::Gained);
    lost.chain(gained).collect()
}

fn have_one_text(old: &Find, new: &Find) -> bool {
    old.text().is_some() && old.text() == new.text()
}

fn overlap(old: &Find, new: &Find) -> bool {
    match (old.span(), new.span()) {
        (Some(a), Some(b)) => a.0 < b.1 && b.0 < a.1,
        _ => false,
    }
}
