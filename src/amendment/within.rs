//! Units within units: what one leaves out, the unit around it or beside it says.

use crate::provision::{Level, Target};

/// The article of a unit; no unit at all where it names none.
pub(super) fn article(unit: &Target) -> Target {
    let mut article = Target::default();
    if let Some(label) = unit.get(Level::Article) {
        article.set(Level::Article, label);
    }
    article
}

/// The level of the unit itself.
pub(super) fn lowest(target: &Target) -> Option<Level> {
    let named = |level: &Level| target.get(*level).is_some();
    Level::ALL.into_iter().rev().find(named)
}

/// Gives `target` the larger units that `from` has and that it leaves out itself.
pub(super) fn complete(target: &mut Target, from: &Target) {
    let Some(top) = Level::ALL
        .into_iter()
        .find(|&level| target.get(level).is_some())
    else {
        return;
    };
    if top <= Level::Article {
        return;
    }
    for level in Level::ALL {
        if level < top
            && level != Level::Form
            && let Some(label) = from.get(level)
        {
            target.set(level, label);
        }
    }
}

/// Gives a section or the like the chapter or the annex that `from`, the unit around it or beside it, names: *Bổ sung Mục 3
/// vào sau Mục 2 Chương V*, *Bổ sung Mục 3 vào Chương III*.
pub(super) fn enclose(target: &mut Target, from: &Target) {
    let named = |level: &Level| target.get(*level).is_some();
    let Some(top) = Level::ALL.into_iter().find(named) else {
        return;
    };
    if top >= Level::Article {
        return;
    }
    for level in Level::ALL.into_iter().filter(|&level| level < top) {
        if let Some(label) = from.get(level) {
            target.set(level, label);
        }
    }
}

/// The unit around all of `targets`, which may be the only one itself.
pub(super) fn common<'u>(mut targets: impl Iterator<Item = &'u Target>) -> Option<Target> {
    let mut common = targets.next()?.clone();
    for target in targets {
        let mut shared = Target::default();
        for level in Level::ALL {
            match (common.get(level), target.get(level)) {
                (None, None) => {}
                (Some(one), Some(other)) if one == other => shared.set(level, one),
                _ => break,
            }
        }
        common = shared;
    }
    (common != Target::default()).then_some(common)
}
