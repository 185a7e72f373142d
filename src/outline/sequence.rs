//! The order in which units follow each other.

/// The place of a marker in its sequence: 5 in `5.`, 7 and its first insertion in `7a`, the
/// fifth letter and its second insertion in `đ2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Number {
    pub main: u32,
    pub inserted: u32,
}

impl Number {
    pub(super) const fn new(main: u32, inserted: u32) -> Self {
        Number { main, inserted }
    }

    /// Whether a unit with this number may follow one with the number `last`, at most `skip`
    /// numbers being left out between them (repealed, or lost with an automatic list number).
    pub(super) fn follows(self, last: Number, skip: u32) -> bool {
        if self.main == last.main {
            self.inserted > last.inserted
        } else {
            self.main > last.main && self.main - last.main <= skip + 1
        }
    }

    /// Whether it is the very next one: no number left out.
    pub(super) fn is_next_after(self, last: Number) -> bool {
        self.follows(last, 0)
    }
}

/// Letters in the order of points: *a b c d đ e g h i k l m n o p q r s t u v x y*, with the
/// letters that only careless authors use (f, j, w, z) at their places, so that leaving them out
/// and writing them both count upwards.
const LETTERS: &str = "abcdđefghijklmnopqrstuvwxyz";

/// The place of a point's letter, counted from 1.
pub(super) fn letter(c: char) -> Option<u32> {
    LETTERS
        .chars()
        .position(|l| l == c)
        .map(|place| place as u32 + 1)
}

/// The value of a Roman numeral in its canonical form, at most 399.
pub(super) fn roman(word: &str) -> Option<u32> {
    const VALUES: [(&str, u32); 9] = [
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
    let mut rest = word;
    let mut value = 0;
    for (sign, worth) in VALUES {
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

/// The value of an ordinal word as in *Phần thứ nhất*.
pub(super) const ORDINALS: [(&str, u32); 12] = [
    ("mười hai", 12),
    ("mười một", 11),
    ("nhất", 1),
    ("hai", 2),
    ("ba", 3),
    ("tư", 4),
    ("năm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("tám", 8),
    ("chín", 9),
    ("mười", 10),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_each_other() {
        let n = Number::new;
        for (next, last, skip, follows) in [
            (n(2, 0), n(1, 0), 0, true),
            (n(1, 1), n(1, 0), 0, true),
            (n(1, 2), n(1, 1), 0, true),
            (n(2, 0), n(1, 3), 0, true),
            (n(2, 1), n(1, 0), 0, true),
            (n(1, 0), n(1, 0), 3, false),
            (n(1, 0), n(2, 0), 3, false),
            (n(3, 0), n(1, 0), 0, false),
            (n(3, 0), n(1, 0), 1, true),
            (n(1, 1), n(1, 1), 3, false),
        ] {
            assert_eq!(next.follows(last, skip), follows, "{next:?} after {last:?}");
        }
    }

    #[test]
    fn roman_numerals_are_canonical() {
        for (word, value) in [
            ("I", Some(1)),
            ("IV", Some(4)),
            ("IX", Some(9)),
            ("XIV", Some(14)),
            ("XXXIX", Some(39)),
            ("XL", Some(40)),
            ("IIII", None),
            ("VV", None),
            ("IIX", None),
            ("XD", None),
            ("", None),
        ] {
            assert_eq!(roman(word), value, "{word}");
        }
    }

    #[test]
    fn d_with_stroke_is_the_fifth_letter() {
        assert_eq!(letter('d'), Some(4));
        assert_eq!(letter('đ'), Some(5));
        assert_eq!(letter('e'), Some(6));
        assert_eq!(letter('ă'), None);
    }
}
