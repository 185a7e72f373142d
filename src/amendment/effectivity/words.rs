//! The words of force; the table is `force_words.tsv`.

use std::sync::LazyLock;

use super::types::EffectivityKind::{self, EntersIntoForce, Expires, Suspended};
use crate::reading::Phrases;
use crate::tables::{FORCE_WORDS, VOCABULARY};

/// Where a text may speak of force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trigger {
    /// *hiệu lực*
    Force,
    /// *áp dụng từ*
    Applies,
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
}

fn of_role<T>(role: &'static str, value: impl Fn(&'static str) -> T) -> Phrases<T> {
    let rows = FORCE_WORDS.rows_of(role);
    Phrases::new(
        &VOCABULARY,
        rows.map(|[_, phrase, cell]| (phrase, value(cell))),
    )
}

pub(super) static TRIGGERS: LazyLock<Phrases<Trigger>> = LazyLock::new(|| {
    of_role("trigger", |what| match what {
        "force" => Trigger::Force,
        "applies" => Trigger::Applies,
        other => panic!("nothing is told by {other:?}"),
    })
});

pub(super) static VERBS: LazyLock<Phrases<EffectivityKind>> = LazyLock::new(|| {
    of_role("verb", |kind| match kind {
        "enters" => EntersIntoForce,
        "expires" => Expires,
        "suspended" => Suspended,
        other => panic!("force does not {other:?}"),
    })
});

pub(super) static BEHIND: LazyLock<Phrases<Behind>> = LazyLock::new(|| {
    of_role("behind", |what| match what {
        "judgment" => Behind::Judgment,
        "goes_on" => Behind::GoesOn,
        "back" => Behind::Back,
        other => panic!("nothing behind a verb is {other:?}"),
    })
});

macro_rules! roles {
    ($($name:ident = $role:literal;)*) => {
        $(pub(super) static $name: LazyLock<Phrases<()>> =
            LazyLock::new(|| of_role($role, |_| ()));)*

        #[cfg(test)]
        const ROLES: &[&str] = &["trigger", "verb", "behind", $($role),*];
    };
}

roles! {
    SINCE = "since";
    FROM = "from";
    NOT = "not";
    DAY = "day";
    OF = "of";
    EXCEPT = "except";
    LINK = "link";
    AGAIN = "again";
    PROVIDED = "provided";
    ASIDE = "aside";
    ITS_FORCE = "its_force";
    CARRIED = "carried";
    ISSUED = "issued";
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
