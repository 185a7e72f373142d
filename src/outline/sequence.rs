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
    fn d_with_stroke_is_the_fifth_letter() {
        assert_eq!(letter('d'), Some(4));
        assert_eq!(letter('đ'), Some(5));
        assert_eq!(letter('e'), Some(6));
        assert_eq!(letter('ă'), None);
    }
}
