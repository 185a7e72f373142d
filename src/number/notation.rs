//! How a number is built, and what was tolerated when it was read.

use crate::named::named;

/// How a number is built. JSON has the names in snake case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Notation {
    /// Serial, year, kind, issuer: `15/2020/NĐ-CP`.
    Normative,
    /// Serial, kind, issuer: `242/QĐ-TTg`.
    State,
    /// Serial, year, the National Assembly (`QH`) or its Standing Committee (`UBTVQH`) and the
    /// term: `51/2024/QH15`. The kind (law, code, resolution) is not in the number.
    Assembly,
    /// Serial, kind, issuer in the order and with the signs of the Party: `52-NQ/TW`.
    Party,
    /// An official letter (*công văn*): serial, issuer, drafting unit: `4698/BNV-CCVC`.
    Letter,
    /// A document of several issuers (*liên tịch*): `85/2016/TTLT-BQP-BYT-BTC`.
    Joint,
    /// A consolidated text (*văn bản hợp nhất*): `04/VBHN-BYT`.
    Consolidated,
    /// A paper of a court: `205/2023/HS-PT`. Which court is not in the number.
    Court,
    /// A precedent (*án lệ*): `01/2016/AL`.
    Precedent,
    /// The ways of numbering before about 1998: `66/CP`, `23/SL`, `1008/BYT-QĐ`.
    Historic,
    /// A standard or a technical regulation: `TCVN 5574:2018`, `QCVN 06:2022/BXD`.
    Standard,
}

named!(Notation, "a notation" {
    Normative = "normative",
    State = "state",
    Assembly = "assembly",
    Party = "party",
    Letter = "letter",
    Joint = "joint",
    Consolidated = "consolidated",
    Court = "court",
    Precedent = "precedent",
    Historic = "historic",
    Standard = "standard",
});

/// What was tolerated when a number was read. JSON has the names in snake case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum NumberWarning {
    /// Spaces around a sign: `15 /2020/NĐ - CP`.
    Spaces,
    /// A line end after a sign: `18/2022/TT-⏎BLĐTBXH`.
    LineBreak,
    /// Another dash than the hyphen: `13/2023/NĐ–CP`.
    Dash,
    /// An underscore for the hyphen: `12/2026/NQ_HĐND`.
    Underscore,
    /// A slash or hyphen that is not there: `09/2026NQ-HĐND`, `27/2016/TTBLĐTBXH`, `858CV/ĐUK`.
    MissingSeparator,
    /// Hyphen and slash in each other's place: `72-NQ-TW`, `06/2022-QH15`.
    SwappedSeparators,
    /// A code in another case: `36/2006/CT-TTG`, `10-Ctr/BCS`.
    LetterCase,
    /// D for Đ: `96/2023/ND-CP`.
    MissingStroke,
    /// A letter of another alphabet that looks the same: Cyrillic, Icelandic eth.
    LookAlike,
    /// Digits of a footnote glued to the number, left out of it: `140/NQ-CP2`.
    Footnote,
    /// A word glued to the number, left out of it: `142/2025/NĐ-CPngày`.
    GluedWord,
    /// A thousands point in the serial: `1.706/QĐ-UBND` is number 1706.
    ThousandsPoint,
    /// The issuer is left out: `03-HD`.
    MissingIssuer,
    /// The term of the National Assembly is left out: `02/2020/UBTVQH`.
    MissingTerm,
    /// The National Assembly of that term did not sit in that year: `10/2022/QH14`.
    TermYearMismatch,
    /// A slip in the code of the kind: `VBHB` for `VBHN`.
    KindTypo,
    /// The place of the kind is taken by a code that the registry does not have.
    UnknownKind,
    /// A document of several issuers, and the registry does not have the code of one of them.
    UnknownIssuer,
    /// Symbol or year stand with a later number of the same list: the 01 of *các Thông tư số 01,
    /// 02/2021/TT-BGDĐT*.
    Shared,
}

named!(NumberWarning, "a warning about a number" {
    Spaces = "spaces",
    LineBreak = "line_break",
    Dash = "dash",
    Underscore = "underscore",
    MissingSeparator = "missing_separator",
    SwappedSeparators = "swapped_separators",
    LetterCase = "letter_case",
    MissingStroke = "missing_stroke",
    LookAlike = "look_alike",
    Footnote = "footnote",
    GluedWord = "glued_word",
    ThousandsPoint = "thousands_point",
    MissingIssuer = "missing_issuer",
    MissingTerm = "missing_term",
    TermYearMismatch = "term_year_mismatch",
    KindTypo = "kind_typo",
    UnknownKind = "unknown_kind",
    UnknownIssuer = "unknown_issuer",
    Shared = "shared",
});

impl NumberWarning {
    /// Whether the writer left the rules, and not the typesetter or the reader.
    pub(crate) fn is_deviation(self) -> bool {
        !matches!(
            self,
            NumberWarning::Shared | NumberWarning::LineBreak | NumberWarning::Footnote
        )
    }
}
