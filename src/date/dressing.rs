//! What the words around a date make of it: the table of dressings, read from the date outwards.
//!
//! In front of a date stands a chain of phrases (*có hiệu lực thi hành | kể | từ ngày …*, *chậm nhất |
//! là | vào ngày …*). Each is a row of `tables/date_dressing.tsv`; the first one that limits the date
//! is its modifier, the first one that names a role gives the role.

use once_cell::sync::Lazy;

use super::expression::{Modifier, Role};
use super::hand::{self, eat_count_back, has_quantity, soft};
use super::lexicon::{AT_LEAST, TOWARDS, UNIT, ids};
use super::period::{Period, Unit};
use crate::reading::{Gap, Phrases, Place};
use crate::tables::{DATE_DRESSING, VOCABULARY};

/// What a phrase beside a date says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Dress {
    pub(super) modifier: Option<Modifier>,
    pub(super) role: Option<Role>,
    pub(super) recurrence: Option<Period>,
    pub(super) sense: Option<Sense>,
}

/// What a word of the clause says about the time in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// Something comes to its end (*hoàn thành*).
    Done,
    /// Something is to be handed in (*gửi*, *trình*).
    Sent,
    /// Something is to be done (*rà soát*, *ban hành*).
    Work,
    /// Somebody must (*phải*, *yêu cầu*).
    Asked,
    /// It lies back (*đã*).
    Past,
    /// It must not be done (*không được*).
    Never,
    /// It is said of a state (*được*, *tăng*), or the date is a condition (*thì*).
    State,
}

impl Dress {
    fn of(row: [&'static str; 6]) -> Dress {
        let [phrases, _, modifier, role, recurrence, _] = row;
        let sense = match role {
            "done" => Some(Sense::Done),
            "sent" => Some(Sense::Sent),
            "work" => Some(Sense::Work),
            "asked" => Some(Sense::Asked),
            "past" => Some(Sense::Past),
            "state" => Some(Sense::State),
            "never" => Some(Sense::Never),
            _ => None,
        };
        let dress = Dress {
            modifier: named(MODIFIERS, modifier),
            role: named(ROLES, role),
            recurrence: recurrence.parse().ok(),
            sense,
        };
        let told = |cell: &str, read: bool| cell.is_empty() || read;
        assert!(
            told(modifier, dress.modifier.is_some())
                && told(role, dress.role.is_some() || sense.is_some())
                && told(recurrence, dress.recurrence.is_some()),
            "date_dressing.tsv: {phrases:?} has a cell that means nothing"
        );
        dress
    }
}

const MODIFIERS: &[(&str, Modifier)] = &[
    ("before", Modifier::Before),
    ("after", Modifier::After),
    ("from", Modifier::From),
    ("by", Modifier::By),
    ("within", Modifier::Within),
    ("end_of", Modifier::EndOf),
    ("about", Modifier::About),
    ("early", Modifier::Early),
    ("mid", Modifier::Mid),
    ("late", Modifier::Late),
];

const ROLES: &[(&str, Role)] = &[
    ("issue", Role::Issue),
    ("effective", Role::Effective),
    ("deadline", Role::Deadline),
    ("period", Role::Period),
    ("event", Role::Event),
    ("signature", Role::Signature),
    ("birth", Role::Birth),
    ("page", Role::Page),
];

fn named<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    let found = names.iter().find(|(known, _)| *known == name);
    found.map(|&(_, value)| value)
}

/// The rows of one side.
fn side(side: &'static str) -> Phrases<Dress> {
    let rows = DATE_DRESSING.rows().filter(|row| row[1] == side);
    let phrases = rows.flat_map(|row| {
        let dress = Dress::of(row);
        row[0].split(';').map(move |phrase| (phrase, dress))
    });
    Phrases::new(&VOCABULARY, phrases)
}

macro_rules! sides {
    ($($(#[$doc:meta])* $name:ident = $side:literal;)*) => {
        $($(#[$doc])* pub(super) static $name: Lazy<Phrases<Dress>> =
            Lazy::new(|| side($side));)*

        #[cfg(test)]
        const SIDES: &[&str] = &[$($side),*];
    };
}

sides! {
    /// Right in front, one behind the other.
    BEFORE = "before";
    /// In front of a colon or in the cell before.
    LABEL = "label";
    /// Parts of a unit, in front and inside the span.
    PART = "part";
    /// Right behind.
    BEHIND = "behind";
    /// Anywhere in the clause.
    CLAUSE = "clause";
    /// What a plan or report covers, anywhere in the clause.
    COVER = "cover";
    /// Behind a limit that is a condition.
    AFTER = "after";
}

/// What stands in front of a date.
#[derive(Clone, Copy, Debug)]
pub(super) struct Front<'r, 't> {
    pub(super) modifier: Option<Modifier>,
    pub(super) role: Option<Role>,
    /// Whether a label says that it may last: *Thời gian thực hiện: …*.
    pub(super) lasts: bool,
    /// Whether anything stands there at all.
    pub(super) dressed: bool,
    /// In front of it all.
    pub(super) before: Place<'r, 't>,
}

/// The longest chain of phrases in front of a date.
const LONGEST_CHAIN: usize = 8;

/// Reads the chain in front of the place where a date begins.
pub(super) fn front<'r, 't>(start: Place<'r, 't>) -> Front<'r, 't> {
    let mut front = Front {
        modifier: None,
        role: None,
        lasts: false,
        dressed: false,
        before: start,
    };
    for _ in 0..LONGEST_CHAIN {
        if front.before.index() == 0 || !soft(front.before) {
            break;
        }
        let Some((dress, before)) = front.before.phrase_before(&BEFORE) else {
            break;
        };
        if dress.modifier == Some(Modifier::Before) && ends_distance(before) {
            break;
        }
        front.before = before;
        front.dressed = true;
        let limited = front.modifier.is_some_and(Modifier::is_limit);
        if front.modifier.is_none() {
            front.modifier = dress.modifier;
        }
        // *văn bản ban hành trước ngày …* says nothing of the day of issue.
        let fits = match dress.role {
            Some(Role::Effective | Role::Deadline) => true,
            _ => !limited,
        };
        if dress.role.is_some() && fits {
            front.role = dress.role;
            break;
        }
    }
    if front.role.is_none() && front.modifier == Some(Modifier::From) {
        front.role = effect_for(front.before);
    }
    if front.role.is_none() {
        let label = label(front.before);
        front.role = label.and_then(|dress| dress.role);
        front.lasts = label.is_some_and(|dress| dress.modifier == Some(Modifier::Within));
    }
    front
}

/// *48 giờ | trước ngày …*, *nửa tháng | trước ngày …*: how long before the day, which then limits nothing
/// itself. What a report covers is no such length (*báo cáo 6 tháng | trước ngày 15/6*), unless it is said to
/// be the least.
fn ends_distance(end: Place<'_, '_>) -> bool {
    let working = soft(end) && end.id_before() == ids().working_b;
    let end = if working { end.back().back() } else { end };
    if end.index() == 0 || !soft(end) {
        return false;
    }
    let unit = end.back();
    let is_short = [ids().hour, ids().minute].contains(&unit.id());
    let known = unit.phrase(&UNIT).map(|(&unit, _)| unit);
    if !is_short && known.is_none() || !has_quantity(unit, 0) {
        return false;
    }
    let covers = !is_short && !matches!(known, Some(Unit::Day | Unit::Week));
    let mut start = unit;
    !covers || eat_count_back(&mut start, 0).is_none() || hand::behind(start, 0, &AT_LEAST)
}

/// How many words the name has at most for which something is in force.
const LONGEST_PARTY: usize = 5;

/// *có hiệu lực đối với Việt Nam | từ …*: the effect, behind it for whom by name. A common noun may have
/// the date for itself (*đối với hợp đồng ký từ …*).
fn effect_for(end: Place<'_, '_>) -> Option<Role> {
    let mut at = end;
    for _ in 0..LONGEST_PARTY {
        if at.index() == 0 || !soft(at) || !at.reading().case(at.index() - 1).is_capital() {
            return None;
        }
        at = at.back();
        if let Some((_, before)) = at.phrase_before(&TOWARDS).filter(|_| soft(at)) {
            let (dress, _) = before.phrase_before(&BEFORE).filter(|_| soft(before))?;
            return dress.role.filter(|&role| role == Role::Effective);
        }
    }
    None
}

/// How many words a label of time has at most: *Thời hạn gửi báo cáo về Bộ: …*.
const LONGEST_LABEL: usize = 7;

/// What a label says: *Ngày ban hành: …*, *| Ngày hiệu lực | …*, *đã có hiệu lực (…)*.
fn label(at: Place<'_, '_>) -> Option<Dress> {
    if at.index() == 0 {
        return None;
    }
    if at.between().trim_start() == "(" {
        let (dress, _) = at.phrase_before(&BEFORE)?;
        return Some(*dress).filter(|dress| dress.role == Some(Role::Effective));
    }
    let colon = at.gap() == Gap::Colon || at.between().trim() == ":";
    let cell = at.between().trim().trim_start_matches(':').trim_start() == "|";
    if !colon && !cell {
        return None;
    }
    // *Hạn cuối đăng ký: …*
    let near = at.phrase_before(&LABEL);
    if let Some((&dress, _)) = near.filter(|(dress, _)| dress.role.is_some()) {
        return Some(dress);
    }
    let mut start = at.back();
    for _ in 0..LONGEST_LABEL {
        if start.index() == 0 || !soft(start) || !colon {
            break;
        }
        start = start.back();
    }
    let (&dress, _) = start.phrase(&LABEL)?;
    Some(dress).filter(|dress| dress.role == Some(Role::Deadline) && colon)
}

/// What stands right behind a date.
pub(super) fn behind<'r, 't>(at: Place<'r, 't>) -> Option<(Dress, Place<'r, 't>)> {
    if !soft(at) && at.gap() != Gap::Comma {
        return None;
    }
    let (&dress, behind) = at.phrase(&BEHIND)?;
    Some((dress, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_side() {
        for row in DATE_DRESSING.rows() {
            assert!(SIDES.contains(&row[1]), "{row:?}");
            assert!(matches!(row[5], "in" | "out"), "{row:?}");
            Dress::of(row);
        }
    }

    #[test]
    #[should_panic(expected = "has a cell that means nothing")]
    fn a_wrong_cell_is_told() {
        Dress::of(["trước", "before", "befor", "", "", "out"]);
    }
}
