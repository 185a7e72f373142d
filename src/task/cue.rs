//! The words that give a duty, and what kind of duty each gives; the table is `task_cues.tsv`.

use once_cell::sync::Lazy;

use super::words::Class;
use crate::reading::{Gap, Phrases, Place, Reading};
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
    /// The same, but to say so is as often a duty of one's own: *chỉ đạo*, *đôn đốc*.
    Direct,
    /// Somebody would like it to be done: *kiến nghị*, *mong*.
    Wish,
    /// The heading is of those who carry the document out: *Tổ chức thực hiện*.
    Section,
    /// The heading is of the duties of those behind it: *Trách nhiệm của*.
    Duties,
    /// The same, where what stands above it makes duties of what stands below: *Đối với*.
    Toward,
    /// The heading is of rights: *Quyền của*.
    Rights,
    /// A lead-in after which everybody named is to do something: *kết luận như sau:*.
    Verdict,
}

impl Cue {
    /// Whether those behind it are to do something.
    pub(super) fn is_order(self) -> bool {
        matches!(self, Cue::Order | Cue::Direct)
    }

    fn named(name: &str) -> Option<Cue> {
        Some(match name {
            "lead" => Cue::Lead,
            "cooperate" => Cue::Cooperate,
            "responsible" => Cue::Responsible,
            "office" => Cue::Office,
            "order" => Cue::Order,
            "direct" => Cue::Direct,
            "wish" => Cue::Wish,
            "section" => Cue::Section,
            "duties" => Cue::Duties,
            "toward" => Cue::Toward,
            "rights" => Cue::Rights,
            "verdict" => Cue::Verdict,
            _ => return None,
        })
    }
}

/// The cues.
pub(super) static CUES: Lazy<Phrases<Cue>> = Lazy::new(|| {
    let rows = TASK_CUES.rows();
    let rows = rows.filter_map(|[cue, words]| Some((words, Cue::named(cue)?)));
    Phrases::new(&VOCABULARY, rows)
});

/// Every cue of a text and the word that it begins with, in order. Orders and wishes stand in rows of their own
/// too: a clause asks for the next one again behind each of its duties.
pub(super) struct Cues {
    all: Vec<(usize, Cue)>,
    orders: Vec<(usize, Cue)>,
    wishes: Vec<(usize, Cue)>,
}

impl Cues {
    pub(super) fn of(reading: &Reading<'_>) -> Cues {
        let cue = |place: Place<'_, '_>| Some((place.index(), *place.phrase(&CUES)?.0));
        let all: Vec<_> = reading.starts_of(&CUES).filter_map(cue).collect();
        let of = |is: fn(Cue) -> bool| all.iter().copied().filter(|&(_, cue)| is(cue)).collect();
        Cues {
            orders: of(Cue::is_order),
            wishes: of(|cue| cue == Cue::Wish),
            all,
        }
    }

    /// Those that begin among words `from..to`.
    pub(super) fn within(&self, from: usize, to: usize) -> &[(usize, Cue)] {
        among(&self.all, from, to)
    }

    /// The orders that begin there.
    pub(super) fn orders_within(&self, from: usize, to: usize) -> &[(usize, Cue)] {
        among(&self.orders, from, to)
    }

    /// The wishes that begin there.
    pub(super) fn wishes_within(&self, from: usize, to: usize) -> &[(usize, Cue)] {
        among(&self.wishes, from, to)
    }
}

fn among(row: &[(usize, Cue)], from: usize, to: usize) -> &[(usize, Cue)] {
    let rest = &row[row.partition_point(|&(start, _)| start < from)..];
    &rest[..rest.partition_point(|&(start, _)| start < to)]
}

/// The place behind the words that go on *theo chức năng*: *, nhiệm vụ được giao*.
pub(super) fn behind_remit<'r, 't>(place: Place<'r, 't>) -> Place<'r, 't> {
    let mut at = place;
    while at.gap() != Gap::LineEnd {
        let and = at.reading().slice(at.index()) == "và";
        let next = if and { at.next() } else { at };
        match Class::Remit.at(next) {
            Some(behind) => at = behind,
            None => break,
        }
    }
    at
}

/// Whether an order stands right before `place`: *giao*, *yêu cầu*.
pub(super) fn is_ordered(place: Place<'_, '_>) -> bool {
    let order = place.phrase_before(&CUES);
    place.gap() == Gap::Space && order.is_some_and(|(cue, _)| cue.is_order())
}

/// Whether *phối hợp với* stands right before `place`.
pub(super) fn is_joined(place: Place<'_, '_>) -> bool {
    let with = match place.reading().slice(place.back().index()) {
        "với" | "cùng" => place.back(),
        _ => place,
    };
    let cue = with.phrase_before(&CUES);
    place.gap() == Gap::Space && matches!(cue, Some((Cue::Cooperate, _)))
}

/// The place behind the words that say that each of those before them does it: *mỗi đơn vị*, *, từng sở*.
pub(super) fn behind_each<'r, 't>(place: Place<'r, 't>) -> Option<Place<'r, 't>> {
    let noun = Class::Each.at(place)?;
    if !matches!(place.gap(), Gap::Space | Gap::Comma) {
        return None;
    }
    let kinds = [Class::Head, Class::Member, Class::ShortHead];
    let kind = kinds.into_iter().find_map(|class| class.at(noun))?;
    (Class::Level.at(noun).is_none() && kind.gap() == Gap::Space).then_some(kind)
}

/// Whether words of duty stand at `place`, which end a name.
pub(super) fn is_cue(place: Place<'_, '_>) -> bool {
    // *cơ quan ký hợp đồng chủ trì …*
    if place.reading().slice(place.index()) == "đồng" && Class::Compound.before(place).is_some()
    {
        return false;
    }
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
