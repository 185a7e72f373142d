//! The words around citations and references; the table is `citation_words.tsv`.

use once_cell::sync::Lazy;

use crate::reading::Phrases;
use crate::tables::{CITATION_WORDS, VOCABULARY};

/// The phrases of one role.
fn of_role(role: &'static str) -> Phrases<()> {
    let phrases = CITATION_WORDS.rows_of(role);
    Phrases::new(&VOCABULARY, phrases.map(|[_, phrase]| (phrase, ())))
}

macro_rules! roles {
    ($($name:ident = $role:literal;)*) => {
        $(pub(super) static $name: Lazy<Phrases<()>> = Lazy::new(|| of_role($role));)*

        #[cfg(test)]
        const ROLES: &[&str] = &[$($role),*];
    };
}

roles! {
    LABEL = "label";
    NO_QUALIFIER = "no_qualifier";
    ISSUES = "issues";
    ISSUED = "issued";
    PASSIVE = "passive";
    ADVERB = "adverb";
    PERSON = "person";
    ON_BEHALF = "on_behalf";
    OBJECT_OF = "object_of";
    SEVERAL = "several";
    LISTING = "listing";
    SAYING = "saying";
    SAID_IN = "said_in";
    HOUR = "hour";
    LEAD = "lead";
    SUBJECT = "subject";
    TITLE = "title";
    NO_SUBJECT = "no_subject";
    OPENS = "opens";
    FINITE = "finite";
    ATTRIBUTE = "attribute";
    FATE = "fate";
    PREDICATE = "predicate";
    CHARGES = "charges";
    LOCAL = "local";
    LEVEL = "level";
    TRAILING = "trailing";
    CARRIED_OUT = "carried_out";
    ADVERBIAL = "adverbial";
    PREPOSITION = "preposition";
    BEFORE_DAY = "before_day";
    OWN = "own";
    BESIDE = "beside";
    EVENT = "event";
    ABOVE = "above";
    THAT = "that";
    GOES_ON = "goes_on";
    ACTS = "acts";
    NEW = "new";
    CALLED = "called";
    ALL_CALLED = "all_called";
    HEREAFTER = "hereafter";
    APPROVING = "approving";
    PROMULGATING = "promulgating";
    APPROVED_BY = "approved_by";
    PROMULGATED_BY = "promulgated_by";
    DAY_OF_ISSUE = "day_of_issue";
    OTHER_DAY = "other_day";
    BEHIND_DAY = "behind_day";
    DATED = "dated";
    SAME_DAY = "same_day";
    LEADS_CLAUSE = "leads_clause";
    NO_ACTOR = "no_actor";
    TOLD = "told";
    FRAMES = "frames";
    SPEAKS = "speaks";
    BASIS = "basis";
    BEFORE_NOUN = "before_noun";
    CHANGED = "changed";
    BY_OTHER = "by_other";
    PART_OF = "part_of";
    NO_LAW = "no_law";
    CONGRESS = "congress";
    CONGRESS_OF = "congress_of";
    PLENUM = "plenum";
    PLENUM_OF = "plenum_of";
    MEETING_OF = "meeting_of";
    WHOLE_PARTY = "whole_party";
    TERM = "term";
    ORDINAL_LEAD = "ordinal_lead";
    LEADS_TO = "leads_to";
    LINK = "link";
    CHAIN = "chain";
    PASSED = "passed";
    ORDERS = "orders";
    DRAFT = "draft";
    REPLACES = "replaces";
    GIVES_WAY = "gives_way";
    OTHERS = "others";
    IS = "is";
    NUMBER_FIELD = "number_field";
    ISSUER_FIELD = "issuer_field";
    KIND_FIELD = "kind_field";
}

#[test]
fn every_row_has_a_role_that_is_read() {
    for [role, phrase] in CITATION_WORDS.rows() {
        assert!(ROLES.contains(&role), "{role}: {phrase}");
    }
    for role in ROLES {
        assert!(CITATION_WORDS.rows().any(|[of, _]| of == *role), "{role}");
    }
}
