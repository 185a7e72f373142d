//! The words that give a duty, and what kind of duty each gives; the table is `task_cues.tsv`.

use std::sync::LazyLock;

use crate::reading::{Phrases, Place, Reading};
use crate::tables::{TASK_CUES, VOCABULARY};

/// What a cue says of the body before it or behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// It leads: *chủ trì*, *là cơ quan đầu mối*.
    Lead,
    /// It works with those behind the cue: *phối hợp*.
    Cooperate,
    /// It answers for it: *có trách nhiệm*.
    Responsible,
    /// What it does is its office: *theo chức năng, nhiệm vụ được giao*.
    Office,
    /// Those behind the cue are to do it, the one before it says so: *giao*, *yêu cầu*.
    Order,
    /// Somebody would like it to be done: *kiến nghị*, *mong*.
    Wish,
    /// The heading is of those who carry the document out: *Tổ chức thực hiện*.
    Section,
    /// The heading is of the duties of those behind it: *Trách nhiệm của*.
    Duties,
    /// The heading is of rights: *Quyền của*.
    Rights,
    /// A lead-in after which everybody named is to do something: *kết luận như sau:*.
    Verdict,
}

impl Cue {
    fn named(name: &str) -> Option<Cue> {
        Some(match name {
            "lead" => Cue::Lead,
            "cooperate" => Cue::Cooperate,
            "responsible" => Cue::Responsible,
            "office" => Cue::Office,
            "order" => Cue::Order,
            "wish" => Cue::Wish,
            "section" => Cue::Section,
            "duties" => Cue::Duties,
            "rights" => Cue::Rights,
            "verdict" => Cue::Verdict,
            _ => return None,
        })
    }
}

/// The cues.
pub(super) static CUES: LazyLock<Phrases<Cue>> = LazyLock::new(|| {
    let rows = TASK_CUES.rows();
    let rows = rows.filter_map(|[cue, words]| Some((words, Cue::named(cue)?)));
    Phrases::new(&VOCABULARY, rows)
});

/// Every cue of a text and the word that it begins with, in order.
pub(super) struct Cues(Vec<(usize, Cue)>);

impl Cues {
    pub(super) fn of(reading: &Reading<'_>) -> Cues {
        let cue = |place: Place<'_, '_>| Some((place.index(), *place.phrase(&CUES)?.0));
        Cues(reading.starts_of(&CUES).filter_map(cue).collect())
    }

    /// Those that begin among words `from..to`.
    pub(super) fn within(&self, from: usize, to: usize) -> &[(usize, Cue)] {
        let rest = &self.0[self.0.partition_point(|&(start, _)| start < from)..];
        &rest[..rest.partition_point(|&(start, _)| start < to)]
    }
}

/// Whether words of duty stand at `place`, which end a name.
pub(super) fn is_cue(place: Place<'_, '_>) -> bool {
    let cue = place.phrase(&CUES).map(|(cue, _)| *cue);
    matches!(
        cue,
        Some(Cue::Lead | Cue::Cooperate | Cue::Responsible | Cue::Office)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(TASK_CUES.rows().count(), CUES.values().len());
    }
}
