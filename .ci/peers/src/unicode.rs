//! The composition of letters against NFC, by ICU.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use proptest::prelude::*;
use vanban::normalize;
use vanban::text::RepairKind;

/// Letters with marks that have to be put in order, and some of other scripts.
fn marked() -> impl Strategy<Value = String> {
    let alphabet: Vec<char> =
        "aeiouyAOUYbđ15- êộéửũåéï\u{300}\u{301}\u{303}\u{309}\u{31B}\u{323}\u{327}\u{1100}\u{1161}\
        \u{11A8}가か\u{3099}\u{915}\u{93C}\u{958}"
            .chars()
            .collect();
    prop::collection::vec(prop::sample::select(alphabet), 0..24)
        .prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn agrees_with_canonical_composition(source in any::<String>(), marked in marked()) {
        // Text without any other repair, and without the orders that NFC cannot mend: those need a
        // circumflex or breve that follows a tone mark.
        let others = |c: char| !"\r¬\u{AD}ÐðƉ\u{302}\u{306}".contains(c)
            && normalize(c.encode_utf8(&mut [0; 4])).repairs().all(|r| r.kind == RepairKind::Composed)
            && !('\u{370}'..='\u{52F}').contains(&c);
        let text: String = source.chars().chain(marked.chars()).filter(|&c| others(c)).collect();
        let nfd = DecomposingNormalizerBorrowed::new_nfd().normalize(&text).into_owned();
        let clean = normalize(&nfd);
        // *ơu* lost its ư.
        prop_assume!(clean.repairs().all(|repair| repair.kind != RepairKind::LostLetter));
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        prop_assert_eq!(clean.as_str(), nfc.normalize(&nfd));
    }
}
