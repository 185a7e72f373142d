//! The styles of markers: one row each, with all that is known of it. A style that is not here yet
//! is one row more (and one more name in [`ListStyle`]).

use crate::named::named;

use super::Level;

/// What the items of a list are marked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ListStyle {
    /// `1.` — clauses (*khoản*).
    ArabicDot,
    /// `1.1.` `1.1` `2.3.1.` `a.1)`
    ArabicMulti,
    /// `1)`
    ArabicParen,
    /// `(1)`
    ParenArabic,
    /// `[1]`
    BracketArabic,
    /// `1/`
    ArabicSlash,
    /// `1-` `1 -`
    ArabicHyphen,
    /// `a)` — points (*điểm*), in the official order a b c d đ e g h i k …; `A)` as well.
    LetterParen,
    /// `a.` `A.`
    LetterDot,
    /// `a/`
    LetterSlash,
    /// `a-`
    LetterHyphen,
    /// `(a)` `(A)`
    ParenLetter,
    /// `I.`
    RomanUpperDot,
    /// `I/`
    RomanUpperSlash,
    /// `I-` `I -`
    RomanUpperHyphen,
    /// `I)` `(I)`
    RomanUpperParen,
    /// `i)` `(i)`
    RomanLower,
    /// `-` `–` `—`
    Dash,
    /// `+`
    Plus,
    /// `•` `▪` `*` `o` and the bullets of Word's symbol fonts.
    Bullet,
    /// *Thứ nhất,* *Thứ hai,*
    OrdinalWords,
    /// *Một là,* *Hai là,*
    MotLa,
    /// *Nhiệm vụ 1:* *Nhóm giải pháp thứ hai:*
    Labelled,
    /// No marker: every paragraph below the lead-in is an item.
    ParagraphsAfterColon,
    /// The rows of a table.
    Table,
}

named!(ListStyle, "a style of lists" {
    ArabicDot = "arabic_dot",
    ArabicMulti = "arabic_multi",
    ArabicParen = "arabic_paren",
    ParenArabic = "paren_arabic",
    BracketArabic = "bracket_arabic",
    ArabicSlash = "arabic_slash",
    ArabicHyphen = "arabic_hyphen",
    LetterParen = "letter_paren",
    LetterDot = "letter_dot",
    LetterSlash = "letter_slash",
    LetterHyphen = "letter_hyphen",
    ParenLetter = "paren_letter",
    RomanUpperDot = "roman_upper_dot",
    RomanUpperSlash = "roman_upper_slash",
    RomanUpperHyphen = "roman_upper_hyphen",
    RomanUpperParen = "roman_upper_paren",
    RomanLower = "roman_lower",
    Dash = "dash",
    Plus = "plus",
    Bullet = "bullet",
    OrdinalWords = "ordinal_words",
    MotLa = "mot_la",
    Labelled = "labelled",
    ParagraphsAfterColon = "paragraphs_after_colon",
    Table = "table",
});

impl ListStyle {
    /// Whether its items have no marker at all.
    pub(crate) fn is_bare(self) -> bool {
        self == ListStyle::ParagraphsAfterColon
    }
}

/// What stands between the signs of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Core {
    /// `1`, `1a`.
    Arabic,
    /// `1.2`, `a.1`: only the last number counts.
    Multi,
    /// `a`, `a1`, `aa`.
    Letter,
    /// `A`.
    Capital,
    /// `ii`.
    SmallRoman,
    /// `II`.
    Roman,
    /// Nothing: the sign is the marker.
    Sign,
    /// *thứ nhất*, *một*, *Nhiệm vụ 1*.
    Words,
    /// No marker at all.
    Nothing,
}

/// What may follow a marker without a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glue {
    /// Nothing: a space must stand there.
    Never,
    /// A capital and a small letter: `a/Tăng`, but not `1/QĐ`.
    Word,
    /// A capital or a quotation mark: `1.Tăng`, `1.UBND`.
    Letter,
    /// Any letter or opening mark: `-tăng`.
    Small,
    /// Anything, the number of a footnote as well: `a)18 Thu nhập`.
    Any,
}

/// What a marker inside a line needs before it, to go on a list and to begin one. A colon before
/// it is enough to begin any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Inline {
    /// `(1)` stands out: it goes on behind any sign, before a capital behind none, and begins
    /// anywhere.
    Bracketed,
    /// `1)` goes on behind any sign.
    Sign,
    /// *Thứ hai,* the same, and begins behind any sign.
    Word,
    /// *Hai,* goes on behind a semicolon, or a full stop if it has a capital.
    Comma,
    /// *Bước 2:* goes on behind a semicolon, or a full stop if it has a capital.
    Label,
    /// `2.` goes on behind a stop, before a capital.
    Stop,
    /// `-` goes on behind a semicolon, in a list inside a line behind a full stop too.
    Item,
}

/// A set of signs. Every line is asked for each of its styles, so that ASCII signs are bits.
#[derive(Debug)]
pub(crate) struct Signs {
    signs: &'static str,
    ascii: u128,
}

impl Signs {
    pub(crate) const fn new(signs: &'static str) -> Signs {
        let bytes = signs.as_bytes();
        let (mut ascii, mut i) = (0, 0);
        while i < bytes.len() {
            if bytes[i].is_ascii() {
                ascii |= 1 << bytes[i];
            }
            i += 1;
        }
        Signs { signs, ascii }
    }

    #[inline]
    fn contains(&self, sign: char) -> bool {
        match sign.is_ascii() {
            true => self.ascii >> u32::from(sign) & 1 == 1,
            false => self.signs.contains(sign),
        }
    }
}

/// A style of markers.
#[derive(Debug)]
pub(crate) struct Style {
    pub(crate) list: ListStyle,
    pub(crate) open: Option<char>,
    pub(crate) core: Core,
    /// The signs that may close it.
    pub(crate) close: Signs,
    /// Whether space may stand before the closing sign.
    pub(crate) loose: bool,
    pub(crate) glue: Glue,
    /// How far out lists of this style usually stand: parts of a plan first, bullets last.
    pub(crate) depth: u8,
    pub(crate) inline: Inline,
    /// Whether a list may be read from the middle on when its beginning is not there.
    pub(crate) late: bool,
    /// The unit of an article that such a marker announces.
    pub(crate) unit: Option<Level>,
}

impl Style {
    const fn new(list: ListStyle, core: Core, close: &'static str) -> Self {
        Style {
            list,
            open: None,
            core,
            close: Signs::new(close),
            loose: false,
            glue: Glue::Word,
            depth: 4,
            inline: Inline::Item,
            late: false,
            unit: None,
        }
    }

    const fn behind(self, open: char) -> Self {
        Style {
            open: Some(open),
            glue: Glue::Letter,
            inline: Inline::Bracketed,
            ..self
        }
    }

    const fn glue(self, glue: Glue) -> Self {
        Style { glue, ..self }
    }

    const fn depth(self, depth: u8) -> Self {
        Style { depth, ..self }
    }

    const fn inline(self, inline: Inline) -> Self {
        Style { inline, ..self }
    }

    const fn loose(self) -> Self {
        Style {
            loose: true,
            ..self
        }
    }

    const fn late(self) -> Self {
        Style { late: true, ..self }
    }

    const fn unit(self, level: Level) -> Self {
        Style {
            unit: Some(level),
            ..self
        }
    }

    /// Whether its markers count; dashes and bullets do not.
    pub(crate) const fn counts(&self) -> bool {
        !matches!(self.core, Core::Sign | Core::Nothing)
    }

    /// Whether `sign` may close its markers.
    pub(super) fn is_closed_by(&self, sign: char) -> bool {
        self.close.contains(sign)
    }

    /// Whether a marker inside a line goes on a list of this style, by the `sign` before it and
    /// whether the marker and its words begin with a capital. `inline`: the list began inside a
    /// line.
    pub(crate) fn goes_on_inline(
        &self,
        sign: char,
        capital: impl Fn() -> bool,
        capital_words: impl Fn() -> bool,
        inline: bool,
    ) -> bool {
        let stop = matches!(sign, ';' | '.' | ':');
        match self.inline {
            Inline::Bracketed => sign != ' ' || capital_words(),
            Inline::Sign | Inline::Word => sign != ' ',
            Inline::Comma => sign == ';' || sign == '.' && capital(),
            Inline::Label => sign == ';' || stop && capital(),
            Inline::Stop => stop && capital_words(),
            Inline::Item => sign == ';' || sign == '.' && inline,
        }
    }

    /// Whether a list of this style may begin inside a line, by the `sign` before its first
    /// marker; `under_way` says that a list like it is open.
    pub(crate) fn begins_inline(&self, sign: char, under_way: bool) -> bool {
        let fresh = !under_way;
        match self.inline {
            _ if sign == ':' => true,
            Inline::Bracketed => fresh && self.core != Core::Roman,
            Inline::Word => fresh && sign != ' ',
            Inline::Comma | Inline::Label => fresh && sign == '.',
            Inline::Sign | Inline::Stop | Inline::Item => false,
        }
    }
}

/// Signs that mark an item without counting it; the private ones are those of Word's symbol fonts.
pub(super) const BULLETS: &str = "•●▪■◦○∙·‣⁃*§➢➤►▶✓✔❖◆◇♦□☑";

/// Whether `c` marks items without counting them.
pub(crate) fn is_bullet(c: char) -> bool {
    BULLETS.contains(c) || matches!(c, '-' | '–' | '—' | '+' | '\u{f000}'..='\u{f0ff}')
}

/// Every style whose markers are signs and numbers. Where two fit, the earlier one is likelier,
/// but for `i)`, which opens a list as a numeral.
pub(super) static SIGNED: &[Style] = &[
    Style::new(ListStyle::ArabicDot, Core::Arabic, ".")
        .loose()
        .glue(Glue::Letter)
        .depth(2)
        .inline(Inline::Stop)
        .late()
        .unit(Level::Clause),
    Style::new(ListStyle::ArabicParen, Core::Arabic, ")")
        .glue(Glue::Letter)
        .inline(Inline::Sign)
        .late()
        .unit(Level::Clause),
    Style::new(ListStyle::ArabicSlash, Core::Arabic, "/")
        .depth(2)
        .inline(Inline::Sign)
        .unit(Level::Clause),
    Style::new(ListStyle::ArabicHyphen, Core::Arabic, "-–")
        .loose()
        .depth(2)
        .unit(Level::Clause),
    Style::new(ListStyle::ArabicMulti, Core::Multi, ".)/-")
        .glue(Glue::Letter)
        .depth(3)
        .inline(Inline::Stop),
    Style::new(ListStyle::ParenArabic, Core::Arabic, ")")
        .behind('(')
        .late(),
    Style::new(ListStyle::BracketArabic, Core::Arabic, "]").behind('['),
    Style::new(ListStyle::LetterParen, Core::Letter, ")")
        .loose()
        .glue(Glue::Any)
        .inline(Inline::Sign)
        .late()
        .unit(Level::Point),
    Style::new(ListStyle::LetterDot, Core::Letter, ".")
        .inline(Inline::Stop)
        .unit(Level::Point),
    Style::new(ListStyle::LetterSlash, Core::Letter, "/")
        .inline(Inline::Sign)
        .unit(Level::Point),
    Style::new(ListStyle::LetterHyphen, Core::Letter, "-").unit(Level::Point),
    Style::new(ListStyle::ParenLetter, Core::Letter, ")")
        .behind('(')
        .unit(Level::Point),
    Style::new(ListStyle::RomanLower, Core::SmallRoman, ")")
        .glue(Glue::Any)
        .inline(Inline::Sign),
    Style::new(ListStyle::RomanLower, Core::SmallRoman, ")").behind('('),
    Style::new(ListStyle::LetterDot, Core::Capital, ".")
        .glue(Glue::Letter)
        .depth(0)
        .inline(Inline::Stop),
    Style::new(ListStyle::LetterParen, Core::Capital, ")")
        .inline(Inline::Sign)
        .late(),
    Style::new(ListStyle::LetterSlash, Core::Capital, "/").inline(Inline::Sign),
    Style::new(ListStyle::ParenLetter, Core::Capital, ")").behind('('),
    Style::new(ListStyle::RomanUpperDot, Core::Roman, ".")
        .glue(Glue::Letter)
        .depth(0)
        .inline(Inline::Stop)
        .late(),
    Style::new(ListStyle::RomanUpperSlash, Core::Roman, "/").depth(0),
    Style::new(ListStyle::RomanUpperParen, Core::Roman, ")")
        .depth(0)
        .inline(Inline::Bracketed),
    Style::new(ListStyle::RomanUpperHyphen, Core::Roman, "-–")
        .loose()
        .depth(0),
    Style::new(ListStyle::RomanUpperParen, Core::Roman, ")")
        .behind('(')
        .depth(0),
    Style::new(ListStyle::Dash, Core::Sign, "-–—−")
        .glue(Glue::Small)
        .depth(5),
    Style::new(ListStyle::Plus, Core::Sign, "+")
        .glue(Glue::Small)
        .depth(6),
    Style::new(ListStyle::Bullet, Core::Sign, BULLETS)
        .glue(Glue::Any)
        .depth(6),
];

pub(super) static ORDINAL_WORDS: Style = Style::new(ListStyle::OrdinalWords, Core::Words, ",:.")
    .glue(Glue::Never)
    .depth(1)
    .inline(Inline::Word);
pub(super) static MOT_LA: Style = Style::new(ListStyle::MotLa, Core::Words, ",:")
    .glue(Glue::Never)
    .depth(1)
    .inline(Inline::Word);
/// *Một, …; hai, …* as opposed to *Một là …; hai là …*.
pub(super) static MOT: Style = Style::new(ListStyle::MotLa, Core::Words, ",")
    .glue(Glue::Never)
    .depth(1)
    .inline(Inline::Comma);
pub(super) static LABELLED: Style = Style::new(ListStyle::Labelled, Core::Words, ":.,-–")
    .glue(Glue::Never)
    .depth(1)
    .inline(Inline::Label);
pub(super) static PARAGRAPH: Style = Style::new(ListStyle::ParagraphsAfterColon, Core::Nothing, "");
