//! Where in its syllable a tone mark stands.
//!
//! Two conventions are in use, and official texts mix them. They differ in the open rimes *oa*,
//! *oe* and *uy* only: *hòa* marks the first vowel, *hoà* the second. Decision
//! 1989/QĐ-BGDĐT, article 8, has the second for schoolbooks; most laws are printed with the
//! first. Some authors call the two "old" and "new", others the other way round, so the names
//! here say which vowel is meant.

use std::borrow::Cow;

use super::letters::Vowel;

/// The syllable with its tone mark where the first-vowel convention puts it: *hòa*, *thủy*.
///
/// Marks that no convention allows are put right as well (*hòan* → *hoàn*, *qúy* → *quý*). What is
/// not one Vietnamese syllable with one tone mark comes back unchanged.
///
/// ```
/// use vanban::text::tone_on_first_vowel;
///
/// assert_eq!(tone_on_first_vowel("hoà"), "hòa");
/// assert_eq!(tone_on_first_vowel("Uỷ"), "Ủy");
/// assert_eq!(tone_on_first_vowel("hoàn"), "hoàn"); // closed: there is one place only
/// assert_eq!(tone_on_first_vowel("quý"), "quý"); // the u belongs to the q
/// ```
pub fn tone_on_first_vowel(syllable: &str) -> Cow<'_, str> {
    place(syllable, 0)
}

/// The syllable with its tone mark where the second-vowel convention puts it: *hoà*, *thuỷ*.
///
/// ```
/// use vanban::text::tone_on_second_vowel;
///
/// assert_eq!(tone_on_second_vowel("hòa"), "hoà");
/// assert_eq!(tone_on_second_vowel("của"), "của"); // both conventions agree
/// ```
pub fn tone_on_second_vowel(syllable: &str) -> Cow<'_, str> {
    place(syllable, 1)
}

/// The letters of the longest syllable: *nghiêng*.
const LONGEST: usize = 7;

fn place(written: &str, open_glide: usize) -> Cow<'_, str> {
    let Some(syllable) = Syllable::parse(written) else {
        return Cow::Borrowed(written);
    };
    let target = syllable.tone_place(open_glide);
    if syllable.tone == 0 || syllable.tone_at == target {
        return Cow::Borrowed(written);
    }
    let retone = |(i, c): (usize, char)| match Vowel::of(c) {
        Some(vowel) if i == target => Vowel {
            tone: syllable.tone,
            ..vowel
        }
        .letter(),
        Some(vowel) => Vowel { tone: 0, ..vowel }.letter(),
        None => c,
    };
    Cow::Owned(written.chars().enumerate().map(retone).collect())
}

/// A Vietnamese syllable: onset, vowels, coda, and one tone at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Syllable {
    /// The letters without case and tone.
    letters: [char; LONGEST],
    /// How many letters come before the vowels; *qu* and *gi* count whole.
    onset: usize,
    /// Where the vowels end.
    coda: usize,
    end: usize,
    tone: u8,
    /// The letter that carries the tone mark.
    tone_at: usize,
}

impl Syllable {
    /// Reads `written`, composed letters only; `None` when Vietnamese has no such syllable.
    pub(crate) fn parse(written: &str) -> Option<Syllable> {
        let mut s = Syllable {
            letters: [' '; LONGEST],
            onset: 0,
            coda: 0,
            end: 0,
            tone: 0,
            tone_at: 0,
        };
        let mut vowels = [false; LONGEST];
        for c in written.chars() {
            let slot = s.letters.get_mut(s.end)?;
            match Vowel::of(c) {
                Some(vowel) => {
                    if vowel.tone > 0 {
                        if s.tone > 0 {
                            return None;
                        }
                        (s.tone, s.tone_at) = (vowel.tone, s.end);
                    }
                    vowels[s.end] = true;
                    *slot = Vowel {
                        tone: 0,
                        upper: false,
                        ..vowel
                    }
                    .letter();
                }
                None => {
                    *slot = match c {
                        'đ' | 'Đ' => 'đ',
                        _ if c.is_ascii_alphabetic() => c.to_ascii_lowercase(),
                        _ => return None,
                    }
                }
            }
            s.end += 1;
        }
        s.onset = vowels.iter().position(|&v| v)?;
        let glide = matches!((s.letter(0), s.letter(1)), ('q', 'u') | ('g', 'i'));
        if glide && s.onset == 1 && s.end > 2 && vowels[2] {
            s.onset = 2;
        }
        s.coda = (s.onset..s.end).find(|&i| !vowels[i]).unwrap_or(s.end);
        s.is_possible().then_some(s)
    }

    fn letter(&self, at: usize) -> char {
        self.letters[at]
    }

    fn is_possible(&self) -> bool {
        const ONSETS: [&str; 28] = [
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng",
            "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
        ];
        const CODAS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
        const OPEN: [&str; 46] = [
            "a", "ai", "ao", "au", "ay", "âu", "ây", "e", "eo", "ê", "êu", "i", "ia", "iu", "iêu",
            "o", "oa", "oai", "oao", "oay", "oe", "oeo", "oi", "ô", "ôi", "ơ", "ơi", "u", "ua",
            "uây", "ui", "uê", "uôi", "uơ", "uy", "uya", "uyu", "ư", "ưa", "ưi", "ưu", "ươi",
            "ươu", "y", "yêu", "uêu",
        ];
        const CLOSED: [&str; 24] = [
            "a", "ă", "â", "e", "ê", "i", "iê", "o", "oa", "oă", "oe", "oo", "ô", "ôô", "ơ", "u",
            "uâ", "uê", "uô", "uy", "uyê", "ư", "ươ", "y",
        ];
        let is = |part: &[char], text: &&str| text.chars().eq(part.iter().copied());
        let onset = &self.letters[..self.onset];
        let vowels = &self.letters[self.onset..self.coda];
        let coda = &self.letters[self.coda..self.end];
        let rime = if coda.is_empty() {
            OPEN.iter().any(|t| is(vowels, t))
        } else {
            // After qu, and alone, iê is written yê.
            CLOSED.iter().any(|t| is(vowels, t)) || vowels == ['y', 'ê']
        };
        rime && ONSETS.iter().any(|t| is(onset, t)) && CODAS.iter().any(|t| is(coda, t))
    }

    /// The letter that the tone mark belongs on; `open_glide` says which vowel of the open rimes
    /// *oa*, *oe*, *uy*.
    fn tone_place(&self, open_glide: usize) -> usize {
        let vowels = &self.letters[self.onset..self.coda];
        let shaped = |&c: &char| Vowel::of(c).is_some_and(Vowel::is_shaped);
        let within = if let Some(last) = vowels.iter().rposition(shaped) {
            last
        } else {
            match vowels {
                [_, _, _] => 1,
                [_, _] if self.coda < self.end => 1,
                ['o', 'a' | 'e'] | ['u', 'y'] => open_glide,
                _ => 0,
            }
        };
        self.onset + within
    }

    /// Whether *i* and *y* are both written here: alone behind a consonant, as in *lý*, *lí*.
    pub(crate) fn ends_in_lone_y(&self) -> bool {
        self.onset > 0 && self.end == self.coda && self.letters[self.onset..self.coda] == ['y']
    }
}
