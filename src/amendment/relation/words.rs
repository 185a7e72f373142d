//! The words of relations; the table is `relation_words.tsv`.

use once_cell::sync::Lazy;

use super::types::RelationKind;
use crate::reading::Phrases;
use crate::tables::{RELATION_WORDS, VOCABULARY};

/// The phrases of one role, each with what its last cell says.
fn of_role<T>(role: &'static str, value: impl Fn(&'static str) -> T) -> Phrases<T> {
    let rows = RELATION_WORDS.rows_of(role);
    Phrases::new(
        &VOCABULARY,
        rows.map(|[_, phrase, cell]| (phrase, value(cell))),
    )
}

/// Kinds that only ask for what they are about.
pub(super) static POWERLESS: Lazy<Vec<&str>> = Lazy::new(|| {
    let rows = RELATION_WORDS.rows_of("powerless");
    rows.map(|[_, name, _]| name).collect()
});

pub(super) static VERBS: Lazy<Phrases<RelationKind>> = Lazy::new(|| {
    of_role("verb", |name| match name.parse() {
        Ok(relation) => relation,
        Err(error) => panic!("{name:?}: {error}"),
    })
});

/// The same and the short ones, which are verbs only right in front of a document; `None` where they are none.
pub(super) static ACTING: Lazy<Phrases<Option<RelationKind>>> = Lazy::new(|| {
    let rows = ["verb", "short"]
        .into_iter()
        .flat_map(|role| RELATION_WORDS.rows_of(role));
    Phrases::new(
        &VOCABULARY,
        rows.map(|[_, phrase, name]| (phrase, name.parse().ok())),
    )
});

/// With the number of words that are the verb alone.
pub(super) static REWORDING: Lazy<Phrases<usize>> =
    Lazy::new(|| of_role("rewording", |verb| verb.split(' ').count()));

/// With what the document that is issued is to those behind it.
pub(super) static BASIS: Lazy<Phrases<RelationKind>> = Lazy::new(|| {
    of_role("basis", |name| match name.parse() {
        Ok(relation) => relation,
        Err(error) => panic!("{name:?}: {error}"),
    })
});

/// Whether the words say that only a part of the document is meant.
pub(super) static BY: Lazy<Phrases<bool>> = Lazy::new(|| of_role("by", |part| part == "part"));

/// Whether the words leave open which part of a document is meant: *một số điều của*.
pub(super) static PART: Lazy<Phrases<bool>> = Lazy::new(|| of_role("part", |part| part == "some"));

macro_rules! roles {
    ($($name:ident = $role:literal;)*) => {
        $(pub(in crate::amendment) static $name: Lazy<Phrases<()>> =
            Lazy::new(|| of_role($role, |_| ()));)*

        #[cfg(test)]
        const ROLES: &[&str] = &["verb", "short", "rewording", "by", "part", "basis", "powerless", $($role),*];
    };
}

roles! {
    OF = "of";
    ADJUNCT = "adjunct";
    MATTER = "matter";
    POINTING = "pointing";
    AND = "and";
    ABOUT = "about";
    COMES_WITH = "comes_with";
    NEARER = "nearer";
    HANDED = "handed";
    LASTING = "lasting";
    PROPOSAL = "proposal";
    ACTS = "acts";
    BELOW = "below";
    EXCEPT = "except";
    LISTING = "listing";
    FATE = "fate";
    PREDICATE = "predicate";
    GOES_ON = "goes_on";
    JOINING = "joining";
    PURPOSE = "purpose";
    ISSUED = "issued";
    BRINGING = "bringing";
    ASKING = "asking";
    ENDING = "ending";
    SEVERAL = "several";
}

#[test]
fn every_row_has_a_role_that_is_read() {
    for [role, phrase, _] in RELATION_WORDS.rows() {
        assert!(ROLES.contains(&role), "{role}: {phrase}");
    }
    for role in ROLES {
        assert!(
            RELATION_WORDS.rows().any(|[of, _, _]| of == *role),
            "{role}"
        );
    }
}
