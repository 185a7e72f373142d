//! The charsets that Vietnamese is written in, and what is told of how one was decided.

use std::fmt;

use crate::span::Span;

/// A way of writing text in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Charset {
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// TCVN 5712:1993 as its fonts (`.VnTime` …) used it, also called ABC.
    Tcvn3,
    /// VNI for Windows: a letter and its marks in two bytes.
    Vni,
    /// VISCII (RFC 1456).
    Viscii,
    /// VPS.
    Vps,
    /// windows-1258: tone marks as characters of their own. Decoded text is composed.
    Windows1258,
}

impl fmt::Display for Charset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Charset::Utf8 => "UTF-8",
            Charset::Utf16Le => "UTF-16LE",
            Charset::Utf16Be => "UTF-16BE",
            Charset::Tcvn3 => "TCVN3",
            Charset::Vni => "VNI",
            Charset::Viscii => "VISCII",
            Charset::Vps => "VPS",
            Charset::Windows1258 => "windows-1258",
        })
    }
}

/// The charsets that nothing but the words tells apart.
pub(crate) const LEGACY: [Charset; 5] = [
    Charset::Tcvn3,
    Charset::Vni,
    Charset::Viscii,
    Charset::Vps,
    Charset::Windows1258,
];

/// What a charset was decided by; the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum CharsetEvidence {
    /// The byte order mark.
    ByteOrderMark,
    /// The bytes are well-formed, which text in another charset would not be.
    WellFormed,
    /// So many different function words came out, and so many in the next best charset.
    Words {
        /// Function words in this charset.
        found: usize,
        /// Function words in the next best reading, the unchanged text among them.
        rival: usize,
    },
    /// So many possible syllables with letters beyond ASCII came out, nearly all there are, and so
    /// many in the next best reading: a list of names, with few function words.
    Syllables {
        /// Syllables in this charset.
        found: usize,
        /// Syllables in the next best reading.
        rival: usize,
    },
    /// The block is too short to tell; a block near it is in this charset.
    Neighbour,
    /// Nothing told: [`decode_lossy`](super::decode_lossy) had to take something.
    Assumed,
}

/// A stretch of the decoded text that was in a legacy charset.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CharsetBlock {
    /// Where, in bytes of the **decoded** text.
    pub span: Span,
    /// What it was in.
    pub charset: Charset,
    /// How that was decided.
    pub evidence: CharsetEvidence,
}

/// What [`decode`](super::decode) decided, and by what.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CharsetReport {
    /// The charset of the bytes; of most of them, when they are mixed.
    pub charset: Charset,
    /// How it was decided.
    pub evidence: CharsetEvidence,
    /// Every stretch in a legacy charset. In UTF-8 text these had been decoded wrongly before and
    /// were read again.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub blocks: Vec<CharsetBlock>,
    /// What [`decode_lossy`](super::decode_lossy) could not read, in order.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub replaced: Vec<Replaced>,
}

/// Bytes that could not be read, and the U+FFFD that stands for them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Replaced {
    /// Where, in bytes of the **decoded** text.
    pub span: Span,
    /// Where the bytes stand in what was decoded.
    pub bytes: Span,
}

/// Bytes that cannot be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// The bytes say that they are UTF-8, or were taken for it, and are not.
    #[error("byte {at} is not UTF-8")]
    Utf8 {
        /// Offset of the first byte that does not fit.
        at: usize,
    },
    /// A UTF-16 unit has lost its other half.
    #[error("the {charset} unit at byte {at} is half a character")]
    Utf16 {
        /// Which byte order.
        charset: Charset,
        /// Offset of the unit's first byte.
        at: usize,
    },
    /// The bytes are not UTF-8, and in no Vietnamese charset do they make words.
    #[error("byte {at} is not UTF-8, and no Vietnamese charset makes words of the text")]
    Unknown {
        /// Offset of the first byte that is not UTF-8.
        at: usize,
    },
}

impl DecodeError {
    /// Offset of the first byte that could not be read.
    pub fn at(&self) -> usize {
        match *self {
            DecodeError::Utf8 { at }
            | DecodeError::Utf16 { at, .. }
            | DecodeError::Unknown { at } => at,
        }
    }
}
