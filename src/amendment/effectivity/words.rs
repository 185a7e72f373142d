//! The words of force; the table is `force_words.tsv`.

use once_cell::sync::Lazy;

use super::types::EffectivityKind::{
    self, Applies, Continues, EntersIntoForce, Expires, Suspended,
};
use crate::date::Anchor;
use crate::reading::Phrases;
use crate::tables::{FORCE_WORDS, VOCABULARY};

/// Where a text may speak of force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trigger {
    /// *hiệu lực*: what happens to it stands in front.
    Force,
    /// *áp dụng từ*: the verb, and the first word of a time.
    Applies,
    /// The whole verb: *kéo dài thời hạn áp dụng*.
    Verb(EffectivityKind),
}

/// What stands behind *hiệu lực*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    /// *có hiệu lực pháp luật* is said of judgments.
    Judgment,
    /// *có hiệu lực thi hành*
    GoesOn,
    /// *có hiệu lực trở về trước*
    Back,
    /// *hết hiệu lực một phần*: of what is not named.
    Part,
}

fn of_role<T>(role: &'static str, value: impl Fn(&'static str) -> T) -> Phrases<T> {
    let rows = FORCE_WORDS.rows_of(role);
    Phrases::new(
        &VOCABULARY,
        rows.map(|[_, phrase, cell]| (phrase, value(cell))),
    )
}

fn kind(name: &str) -> EffectivityKind {
    match name {
        "enters" => EntersIntoForce,
        "applies" => Applies,
        "continues" => Continues,
        "expires" => Expires,
        "suspended" => Suspended,
        other => panic!("force does not {other:?}"),
    }
}

pub(super) static TRIGGERS: Lazy<Phrases<Trigger>> = Lazy::new(|| {
    of_role("trigger", |what| match what {
        "force" => Trigger::Force,
        "led" => Trigger::Applies,
        verb => Trigger::Verb(kind(verb)),
    })
});

/// What stands in front of *hiệu lực*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Before {
    pub(super) kind: EffectivityKind,
    /// The document may stand behind *hiệu lực*.
    pub(super) transitive: bool,
    /// It says something only with a last day: *còn hiệu lực đến hết ngày …*.
    pub(super) until: bool,
}

pub(super) static VERBS: Lazy<Phrases<Before>> = Lazy::new(|| {
    of_role("verb", |cell| {
        let (name, transitive, until) = match cell.split_once(' ') {
            None => (cell, false, false),
            Some((name, "of it")) => (name, true, false),
            Some((name, "until")) => (name, false, true),
            Some((_, other)) => panic!("no verb of force is {other:?}"),
        };
        Before {
            kind: kind(name),
            transitive,
            until,
        }
    })
});

/// The label of a day of force, in front of *hiệu lực:*.
pub(super) static LABELS: Lazy<Phrases<EffectivityKind>> = Lazy::new(|| of_role("label", kind));

pub(super) static BEHIND: Lazy<Phrases<Behind>> = Lazy::new(|| {
    of_role("behind", |what| match what {
        "judgment" => Behind::Judgment,
        "goes_on" => Behind::GoesOn,
        "back" => Behind::Back,
        "part" => Behind::Part,
        other => panic!("nothing behind a verb is {other:?}"),
    })
});

pub(super) static ISSUED: Lazy<Phrases<Anchor>> = Lazy::new(|| {
    of_role("issued", |what| match what {
        "signing" => Anchor::Signing,
        "promulgation" => Anchor::Promulgation,
        "adoption" => Anchor::Adoption,
        "publication" => Anchor::Publication,
        "gazette" => Anchor::Gazette,
        other => panic!("no day is that of {other:?}"),
    })
});

macro_rules! roles {
    ($($name:ident = $role:literal;)*) => {
        $(pub(super) static $name: Lazy<Phrases<()>> =
            Lazy::new(|| of_role($role, |_| ()));)*

        #[cfg(test)]
        const ROLES: &[&str] = &["trigger", "verb", "label", "behind", "issued", $($role),*];
    };
}

roles! {
    SINCE = "since";
    FROM = "from";
    UNTIL = "until";
    DAY = "day";
    OF = "of";
    EXCEPT = "except";
    CONCERNING = "concerning";
    LINK = "link";
    AGAIN = "again";
    PROVIDED = "provided";
    ASIDE = "aside";
    ITS_FORCE = "its_force";
    CARRIED = "carried";
    GOES_ON = "goes_on";
    PRIVATE = "private";
    STAYS = "stays";
    OBJECT = "object";
    BY = "by";
    ALREADY = "already";
    APART = "apart";
    LISTING = "listing";
    REST = "rest";
}

#[test]
fn every_row_has_a_role_that_is_read() {
    for [role, phrase, _] in FORCE_WORDS.rows() {
        assert!(ROLES.contains(&role), "{role}: {phrase}");
    }
    for role in ROLES {
        assert!(FORCE_WORDS.rows().any(|[of, _, _]| of == *role), "{role}");
    }
}
