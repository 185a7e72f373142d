//! The tables of windows-1252 and windows-1258 against those of the web, by `encoding_rs`.

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use icu_normalizer::ComposingNormalizerBorrowed;
use vanban::text::{Charset, decode_as};

#[test]
fn every_byte_of_windows_1258() {
    for byte in 0..=255 {
        let bytes = [byte];
        let (theirs, _) = WINDOWS_1258.decode_without_bom_handling(&bytes);
        let ours = decode_as(&bytes, Charset::Windows1258);
        assert_eq!(ours.as_deref(), Ok(theirs.as_ref()), "{byte:02X}");
    }
}

#[test]
fn every_vowel_of_windows_1258_with_every_tone() {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".chars() {
        for tone in "\u{300}\u{301}\u{303}\u{309}\u{323}".chars() {
            let apart = format!("{vowel}{tone}");
            let (bytes, _, unmappable) = WINDOWS_1258.encode(&apart);
            assert!(!unmappable, "{apart}");
            let ours = decode_as(&bytes, Charset::Windows1258);
            assert_eq!(ours.as_deref(), Ok(nfc.normalize(&apart).as_ref()));
        }
    }
}

/// VISCII gives a letter to all but a few of the upper codes, VNI to few: what they leave is windows-1252.
#[test]
fn codes_that_a_charset_leaves_free_are_western() {
    let free = (0x80..=0xFF).filter(|&byte| {
        let ours = decode_as(&[byte], Charset::Vni).expect("every byte has a meaning");
        let (theirs, _) = WINDOWS_1252.decode_without_bom_handling(&[byte]);
        ours == theirs
    });
    assert!(free.count() > 100);
}
