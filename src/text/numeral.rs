//! Numbers in words and in Roman letters.

/// Cardinals, the longer of two that begin alike first. *Bẩy* is an older spelling of *bảy*; *tư*
/// stands for *bốn* behind tens and in some set phrases.
pub(crate) const CARDINALS: &[(&str, u32)] = &[
    ("mười một", 11),
    ("mười hai", 12),
    ("mười ba", 13),
    ("mười bốn", 14),
    ("mười lăm", 15),
    ("mười", 10),
    ("một", 1),
    ("hai", 2),
    ("ba", 3),
    ("bốn", 4),
    ("tư", 4),
    ("năm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("bẩy", 7),
    ("tám", 8),
    ("chín", 9),
];

/// Ordinals as they stand behind *thứ*: the first is *nhất*, the rest are cardinals.
pub(crate) const ORDINALS: &[(&str, u32)] = &[
    ("mười một", 11),
    ("mười hai", 12),
    ("mười ba", 13),
    ("mười bốn", 14),
    ("mười lăm", 15),
    ("mười", 10),
    ("nhất", 1),
    ("nhì", 2),
    ("hai", 2),
    ("ba", 3),
    ("tư", 4),
    ("bốn", 4),
    ("năm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("bẩy", 7),
    ("tám", 8),
    ("chín", 9),
];

const STEPS: [(&str, u32); 9] = [
    ("C", 100),
    ("XC", 90),
    ("L", 50),
    ("XL", 40),
    ("X", 10),
    ("IX", 9),
    ("V", 5),
    ("IV", 4),
    ("I", 1),
];

/// The value of a Roman numeral in its one correct spelling, at most 399.
pub(crate) fn roman(word: &str) -> Option<u32> {
    let mut rest = word;
    let mut value = 0;
    for (sign, worth) in STEPS {
        let most = if matches!(worth, 100 | 10 | 1) { 3 } else { 1 };
        let mut times = 0;
        while let Some(tail) = rest.strip_prefix(sign).filter(|_| times < most) {
            rest = tail;
            value += worth;
            times += 1;
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}

/// The Roman numeral of `n`.
pub(crate) fn to_roman(n: u32) -> String {
    let mut rest = n;
    let mut text = String::new();
    for (sign, worth) in STEPS {
        while rest >= worth {
            rest -= worth;
            text.push_str(sign);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals_go_there_and_back() {
        for n in 1..400 {
            assert_eq!(roman(&to_roman(n)), Some(n));
        }
        for word in ["", "IIII", "VX", "IC", "XIA", "i"] {
            assert_eq!(roman(word), None, "{word}");
        }
    }

    #[test]
    fn no_word_hides_a_longer_one() {
        for words in [CARDINALS, ORDINALS] {
            for (i, (earlier, _)) in words.iter().enumerate() {
                assert!(
                    words[i + 1..]
                        .iter()
                        .all(|(later, _)| !later.starts_with(earlier)),
                    "{earlier}"
                );
            }
        }
    }
}
