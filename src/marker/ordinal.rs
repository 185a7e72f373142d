//! Counting as Vietnamese documents count: digits, letters in the official order, Roman numerals.

/// A place in a count: 5 in `5.`, 7 and its first insertion in `7a`, the fifth letter and its
/// second insertion in `đ2`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ordinal {
    pub(crate) main: u32,
    /// What was inserted behind the unit of that number later; 0 for the unit itself. It counts by
    /// twos, so that the letters outside the official order stand in between.
    inserted: u32,
}

/// How one place stands to another in front of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The next in order.
    Next,
    /// The next in order but a letter that is not in the official order (f, j, w, z).
    Foreign,
    /// The same once more.
    Repeat,
    /// So many are missing in between.
    Gap(u32),
    /// Not behind it.
    No,
}

impl Ordinal {
    pub(crate) const fn new(main: u32) -> Self {
        Ordinal { main, inserted: 0 }
    }

    /// The same place with the `n`th insertion behind it: 2 in `đ2`.
    pub(crate) const fn with_number(self, n: u32) -> Self {
        Ordinal {
            inserted: 2 * n,
            ..self
        }
    }

    /// The same place with the insertion of `letter` behind it, in either case: a in `7a`.
    pub(crate) fn with_letter(self, letter: char) -> Option<Self> {
        let place = Ordinal::of_letter(letter)?;
        Some(Ordinal {
            inserted: 2 * place.main + place.inserted,
            ..self
        })
    }

    /// The place of a letter among points, in either case. There is no f, j, w or z; authors who
    /// write them all the same have them at their places in the Latin alphabet.
    pub(crate) fn of_letter(letter: char) -> Option<Self> {
        let letter = letter.to_lowercase().next()?;
        let outside = OUTSIDE.iter().find(|&&(outside, _)| outside == letter);
        let (main, inserted) = match outside {
            Some(&(_, before)) => (position(before)?, 1),
            None => (position(letter)?, 0),
        };
        Some(Ordinal { main, inserted })
    }

    /// The place of a doubled letter: after y comes aa.
    pub(crate) fn of_doubled(letter: char) -> Option<Self> {
        let single = Ordinal::of_letter(letter)?;
        Some(Ordinal {
            main: single.main + LETTERS.len() as u32,
            ..single
        })
    }

    /// Whether it was inserted behind the unit of its number.
    pub(crate) const fn is_inserted(self) -> bool {
        self.inserted > 0
    }

    /// Whether it is the first of a count.
    pub(crate) const fn is_first(self) -> bool {
        self.main == 1 && self.inserted == 0
    }

    /// How it stands to `last`.
    pub(crate) fn step_from(self, last: Ordinal) -> Step {
        let foreign = self.inserted % 2 == 1;
        if self.main == last.main {
            return match self.inserted.checked_sub(last.inserted) {
                Some(0) => Step::Repeat,
                Some(1) if foreign => Step::Foreign,
                Some(1 | 2) => Step::Next,
                _ => Step::No,
            };
        }
        match self.main.checked_sub(last.main) {
            None => Step::No,
            Some(ahead) if foreign => Step::Gap(ahead),
            Some(_) if self.inserted > 0 => Step::No,
            Some(1) => Step::Next,
            Some(ahead) => Step::Gap(ahead - 1),
        }
    }

    /// Whether a unit of this number may follow one of the number `last`, at most `skip` numbers
    /// being left out between them (repealed, or lost with an automatic list number).
    pub(crate) fn follows(self, last: Ordinal, skip: u32) -> bool {
        if self.main == last.main {
            self.inserted > last.inserted
        } else {
            self.main > last.main && self.main - last.main <= skip + 1
        }
    }
}

/// The letters of points in their order: those of the Vietnamese alphabet without a mark of their
/// own, except đ (Nghị định 30/2020/NĐ-CP, Phụ lục I).
const LETTERS: [char; 23] = [
    'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't',
    'u', 'v', 'x', 'y',
];

/// Letters outside that order, and the one before each.
const OUTSIDE: [(char, char); 4] = [('f', 'e'), ('j', 'i'), ('w', 'v'), ('z', 'y')];

/// The place of a letter of the official order, counted from 1.
fn position(letter: char) -> Option<u32> {
    let place = LETTERS.iter().position(|&l| l == letter)?;
    Some(place as u32 + 1)
}

/// The letter of the official order at `place`, counted from 1.
pub(crate) fn letter(place: u32) -> Option<char> {
    let place = (place as usize).checked_sub(1)?;
    LETTERS.get(place).copied()
}

/// Whether `c` may mark a point or an inserted unit, the letters that only careless authors use
/// included.
pub(crate) fn is_letter(c: char) -> bool {
    c.is_ascii_lowercase() || c == 'đ'
}

const ROMAN: [(&str, u32); 9] = [
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

/// The value of a Roman numeral in its one correct spelling, all capitals or all small letters, at
/// most 399.
pub(crate) fn roman(word: &str) -> Option<u32> {
    let small = word.starts_with(|c: char| c.is_ascii_lowercase());
    let numeral = |b: u8| matches!(b | 0x20, b'i' | b'v' | b'x' | b'l' | b'c' | b'd' | b'm');
    if !(word.bytes()).all(|b| numeral(b) && b.is_ascii_lowercase() == small) {
        return None;
    }
    let mut rest = word;
    let mut value = 0;
    for (sign, worth) in ROMAN {
        let most = if matches!(worth, 100 | 10 | 1) { 3 } else { 1 };
        for _ in 0..most {
            match rest.split_at_checked(sign.len()) {
                Some((head, tail)) if head.eq_ignore_ascii_case(sign) => {
                    rest = tail;
                    value += worth;
                }
                _ => break,
            }
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}

/// The Roman numeral of `n`, in capitals.
pub(crate) fn to_roman(n: u32) -> String {
    let mut rest = n;
    let mut text = String::new();
    for (sign, worth) in ROMAN {
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
            assert_eq!(roman(&to_roman(n).to_lowercase()), Some(n));
        }
        for word in ["", "IIII", "VX", "IC", "XIA", "Iv", "đ"] {
            assert_eq!(roman(word), None, "{word}");
        }
    }

    /// `7a`, `12`, `đ`, `a1`, `aa`.
    fn ordinal(label: &str) -> Ordinal {
        let digits = label.bytes().take_while(u8::is_ascii_digit).count();
        let (head, tail) = label.split_at(digits);
        let mut letters = tail.chars();
        match (head.parse(), letters.next()) {
            (Ok(n), None) => Ordinal::new(n),
            (Ok(n), Some(c)) => Ordinal::new(n).with_letter(c).expect("a letter"),
            (_, Some(c)) if letters.as_str().starts_with(c) => Ordinal::of_doubled(c).expect("two"),
            (_, Some(c)) => {
                let place = Ordinal::of_letter(c).expect("a letter");
                letters
                    .as_str()
                    .parse()
                    .map_or(place, |n| place.with_number(n))
            }
            _ => panic!("{label}"),
        }
    }

    #[test]
    fn steps() {
        for (last, now, step) in [
            ("1", "2", Step::Next),
            ("1", "1a", Step::Next),
            ("1a", "1b", Step::Next),
            ("1d", "1đ", Step::Next),
            ("1c", "2", Step::Next),
            ("1", "4", Step::Gap(2)),
            ("2", "1", Step::No),
            ("1", "1c", Step::No),
            ("1", "2a", Step::No),
            ("1a", "1a", Step::Repeat),
            ("c", "d", Step::Next),
            ("d", "đ", Step::Next),
            ("d", "e", Step::Gap(1)),
            ("e", "f", Step::Foreign),
            ("f", "g", Step::Next),
            ("e", "g", Step::Next),
            ("d", "f", Step::Gap(2)),
            ("a", "a1", Step::Next),
            ("a1", "a2", Step::Next),
            ("a2", "b", Step::Next),
            ("y", "aa", Step::Next),
            ("aa", "bb", Step::Next),
        ] {
            assert_eq!(
                ordinal(now).step_from(ordinal(last)),
                step,
                "{last} to {now}"
            );
        }
    }

    #[test]
    fn units_follow_each_other() {
        for (last, next, skip, follows) in [
            ("1", "2", 0, true),
            ("1", "1a", 0, true),
            ("1a", "1c", 0, true),
            ("1c", "2", 0, true),
            ("1", "2a", 0, true),
            ("7e", "7f", 0, true),
            ("1", "1", 3, false),
            ("2", "1", 3, false),
            ("1", "3", 0, false),
            ("1", "3", 1, true),
            ("1a", "1a", 3, false),
        ] {
            let said = ordinal(next).follows(ordinal(last), skip);
            assert_eq!(said, follows, "{next} behind {last}");
        }
    }

    #[test]
    fn d_with_stroke_is_the_fifth_letter() {
        assert_eq!(Ordinal::of_letter('đ'), Some(Ordinal::new(5)));
        assert_eq!(letter(5), Some('đ'));
        assert_eq!(Ordinal::of_letter('ă'), None);
        assert_eq!(letter(24), None);
    }
}
