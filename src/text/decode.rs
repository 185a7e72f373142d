//! Bytes to text: UTF-8, UTF-16 and the charsets that Vietnamese was written in before Unicode.
//!
//! Official files from before 2003 (Quyết định 72/2002/QĐ-TTg made TCVN 6909:2001, that is
//! Unicode, mandatory between state bodies) are in TCVN3 (*ABC*) most often, then VNI; VISCII, VPS
//! and windows-1258 come from mail and the web. None of them says what it is, and all put letters
//! where Western charsets put other letters. The charset is decided by the words that come out,
//! block by block, because files were pasted together from several sources.
//!
//! Such bytes also arrive as *text*: read as windows-1252 or Latin-1 and saved as UTF-8 (`ViÖt Nam`
//! for *Việt Nam*). Those blocks are recognised in the same way and read again.

use super::aligned::Aligned;
use super::charset::{Charset, CharsetEvidence, CharsetReport, DecodeError, LEGACY, Replaced};
use super::legacy::decode_legacy;
use super::reread::{Input, read_again};
use crate::span::Span;

/// Decodes a file whose charset nobody has told.
///
/// A byte order mark decides and is taken off; else well-formed UTF-8 or UTF-16 is what it looks
/// like; else the words decide between TCVN3, VNI, VISCII, VPS and windows-1258. Capitals with a
/// tone mark do not exist in TCVN3: they are restored in lines that are all capitals.
///
/// ```
/// use vanban::text::Charset;
///
/// let (text, report) = vanban::text::decode("Nghị định số 15".as_bytes())?;
/// assert_eq!((text.as_str(), report.charset), ("Nghị định số 15", Charset::Utf8));
///
/// let error = vanban::text::decode(b"caf\xE9").unwrap_err();
/// assert_eq!(error.at(), 3);
/// # Ok::<(), vanban::text::DecodeError>(())
/// ```
///
/// # Errors
/// When the bytes fit no charset; the error says where. Too few words count as no fit: see
/// [`decode_as`] for text whose charset is known.
pub fn decode(bytes: &[u8]) -> Result<(String, CharsetReport), DecodeError> {
    decode_mapped(bytes).map(Decoded::into_parts)
}

/// Decodes a file as [`decode`] does, into text that knows where its words stand in the bytes.
///
/// ```
/// // TCVN3: "Nghị định số 15/2020/NĐ-CP".
/// let bytes = b"Ngh\xDE \xAE\xDEnh s\xE8 15/2020/N\xA7-CP c\xF1a Ch\xDDnh ph\xF1 v\xD2 vi\xD6c ph\xAA duy\xD6t";
/// let decoded = vanban::text::decode_mapped(bytes)?;
/// let document = vanban::extract(decoded.as_str()).relocate(|span| decoded.source_span(span));
/// assert_eq!(document.numbers[0].text, "15/2020/NĐ-CP");
/// assert_eq!(bytes[document.numbers[0].span.range()], *b"15/2020/N\xA7-CP");
/// # Ok::<(), vanban::text::DecodeError>(())
/// ```
///
/// # Errors
/// As [`decode`].
pub fn decode_mapped(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    let marks: [(&[u8], Charset); 3] = [
        (UTF8_MARK, Charset::Utf8),
        (b"\xFF\xFE", Charset::Utf16Le),
        (b"\xFE\xFF", Charset::Utf16Be),
    ];
    for (mark, charset) in marks {
        if bytes.starts_with(mark) {
            let aligned = align_as(bytes, charset)?;
            return Ok(Decoded::exact(
                aligned,
                charset,
                CharsetEvidence::ByteOrderMark,
            ));
        }
    }
    if let Some(charset) = bare_utf16(bytes) {
        let aligned = align_as(bytes, charset)?;
        return Ok(Decoded::exact(
            aligned,
            charset,
            CharsetEvidence::WellFormed,
        ));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let (aligned, blocks) = read_again(text, Input::Text);
            let mut decoded = Decoded::exact(aligned, Charset::Utf8, CharsetEvidence::WellFormed);
            decoded.report.blocks = blocks;
            Ok(decoded)
        }
        Err(error) => {
            let at = error.valid_up_to();
            decode_by_words(bytes).ok_or(DecodeError::Unknown { at })
        }
    }
}

/// Decoded text, and the way back to its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    aligned: Aligned,
    report: CharsetReport,
}

impl Decoded {
    fn exact(aligned: Aligned, charset: Charset, evidence: CharsetEvidence) -> Self {
        let report = CharsetReport {
            charset,
            evidence,
            blocks: Vec::new(),
            replaced: Vec::new(),
        };
        Decoded { aligned, report }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.aligned.text
    }

    /// What was decided about its charset.
    pub fn report(&self) -> &CharsetReport {
        &self.report
    }

    /// Where the words at `span` of the text stand in the bytes. A character that the span cuts is taken
    /// whole; a byte order mark belongs to none.
    pub fn source_span(&self, span: Span) -> Span {
        self.aligned.source_span(span)
    }

    /// The text by itself, and the report.
    pub fn into_parts(self) -> (String, CharsetReport) {
        (self.aligned.text, self.report)
    }
}

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Decodes a file as [`decode`] does; what it refuses is read as UTF-8, or as the UTF-16 that it says it is,
/// with U+FFFD for what is damaged. The report lists [what was replaced](CharsetReport::replaced).
///
/// ```
/// let (text, report) = vanban::text::decode_lossy(b"s\xE1\xBB\x91 \xFF15");
/// assert_eq!(text, "số \u{FFFD}15");
/// assert_eq!(report.replaced[0].span.of(&text), "\u{FFFD}");
/// assert_eq!(report.replaced[0].bytes.range(), 5..6);
/// ```
pub fn decode_lossy(bytes: &[u8]) -> (String, CharsetReport) {
    decode_lossy_mapped(bytes).into_parts()
}

/// Decodes a file as [`decode_lossy`] does, into text that knows where its words stand in the bytes.
///
/// ```
/// let decoded = vanban::text::decode_lossy_mapped(b"\xFFs\xE1\xBB\x91 15");
/// let last = vanban::Span::try_from(8..10).unwrap();
/// assert_eq!(last.of(decoded.as_str()), "15");
/// assert_eq!(decoded.source_span(last).range(), 6..8);
/// ```
pub fn decode_lossy_mapped(bytes: &[u8]) -> Decoded {
    let error = match decode_mapped(bytes) {
        Ok(decoded) => return decoded,
        Err(error) => error,
    };
    let mut aligned = Aligned::default();
    let mut replaced = Vec::new();
    let mut replace = |aligned: &mut Aligned, bytes: Span| {
        let start = aligned.text.len();
        aligned.push(char::REPLACEMENT_CHARACTER, bytes.len());
        let span = Span::new(start, aligned.text.len());
        replaced.push(Replaced { span, bytes });
    };
    let mut at = 0;
    let charset = match error {
        DecodeError::Utf16 { charset, .. } => {
            let (pairs, rest) = bytes.as_chunks();
            for unit in char::decode_utf16(pairs.iter().map(|&pair| utf16_unit(pair, charset))) {
                let width = unit.as_ref().map_or(2, |c| c.len_utf16() * 2);
                match unit {
                    Ok('\u{FEFF}') if at == 0 => aligned.skip(width),
                    Ok(c) => aligned.push(c, width),
                    Err(_) => replace(&mut aligned, Span::new(at, at + width)),
                }
                at += width;
            }
            if !rest.is_empty() {
                replace(&mut aligned, Span::new(at, bytes.len()));
            }
            charset
        }
        _ => {
            if bytes.starts_with(UTF8_MARK) {
                at = UTF8_MARK.len();
                aligned.skip(at);
            }
            for chunk in bytes[at..].utf8_chunks() {
                aligned.copy(chunk.valid());
                at += chunk.valid().len();
                if !chunk.invalid().is_empty() {
                    replace(&mut aligned, Span::new(at, at + chunk.invalid().len()));
                }
                at += chunk.invalid().len();
            }
            Charset::Utf8
        }
    };
    let mut decoded = Decoded::exact(aligned, charset, CharsetEvidence::Assumed);
    decoded.report.replaced = replaced;
    decoded
}

/// The charset of a file, as [`decode`] decides it.
///
/// # Errors
/// As [`decode`].
pub fn detect(bytes: &[u8]) -> Result<CharsetReport, DecodeError> {
    decode(bytes).map(|(_, report)| report)
}

/// Decodes bytes whose charset is known. A byte order mark of that charset is taken off.
///
/// ```
/// use vanban::text::{Charset, decode_as};
///
/// assert_eq!(decode_as(b"Vi\xD6t Nam", Charset::Tcvn3)?, "Việt Nam");
/// assert_eq!(decode_as(b"\xF1\xF6\xF4\xF8ng", Charset::Vni)?, "đường");
/// # Ok::<(), vanban::text::DecodeError>(())
/// ```
///
/// # Errors
/// When UTF-8 or UTF-16 is malformed. The other charsets give every byte a meaning; codes that
/// they leave free are read as windows-1252, as their fonts did.
pub fn decode_as(bytes: &[u8], charset: Charset) -> Result<String, DecodeError> {
    align_as(bytes, charset).map(|aligned| aligned.text)
}

fn align_as(bytes: &[u8], charset: Charset) -> Result<Aligned, DecodeError> {
    match charset {
        Charset::Utf8 => {
            let mut aligned = Aligned::default();
            let unmarked = bytes.strip_prefix(UTF8_MARK);
            if unmarked.is_some() {
                aligned.skip(UTF8_MARK.len());
            }
            let unmarked = unmarked.unwrap_or(bytes);
            let text = std::str::from_utf8(unmarked).map_err(|error| DecodeError::Utf8 {
                at: bytes.len() - unmarked.len() + error.valid_up_to(),
            })?;
            aligned.copy(text);
            Ok(aligned)
        }
        Charset::Utf16Le | Charset::Utf16Be => align_utf16(bytes, charset),
        _ => {
            let text: String = bytes.iter().copied().map(char::from).collect();
            Ok(decode_legacy(&text, charset, |_| 1))
        }
    }
}

fn utf16_unit(pair: [u8; 2], charset: Charset) -> u16 {
    match charset {
        Charset::Utf16Le => u16::from_le_bytes(pair),
        _ => u16::from_be_bytes(pair),
    }
}

fn align_utf16(bytes: &[u8], charset: Charset) -> Result<Aligned, DecodeError> {
    let (pairs, rest) = bytes.as_chunks();
    let unit = |&pair| utf16_unit(pair, charset);
    let mut aligned = Aligned::default();
    let mut at = 0;
    for decoded in char::decode_utf16(pairs.iter().map(unit)) {
        let c = decoded.map_err(|_| DecodeError::Utf16 { charset, at })?;
        let width = c.len_utf16() * 2;
        if at > 0 || c != '\u{FEFF}' {
            aligned.push(c, width);
        } else {
            aligned.skip(width);
        }
        at += width;
    }
    if rest.is_empty() {
        Ok(aligned)
    } else {
        Err(DecodeError::Utf16 { charset, at })
    }
}

/// UTF-16 without its mark: every ASCII character leaves a zero byte on one side, and text has
/// no others.
fn bare_utf16(bytes: &[u8]) -> Option<Charset> {
    let (pairs, rest) = bytes[..bytes.len().min(4096)].as_chunks::<2>();
    let zeros = |side: usize| pairs.iter().filter(|pair| pair[side] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    if !rest.is_empty() || first.max(second) * 4 < pairs.len().max(8) {
        None
    } else if first == 0 {
        Some(Charset::Utf16Le)
    } else if second == 0 {
        Some(Charset::Utf16Be)
    } else {
        None
    }
}

/// Decodes bytes in a legacy charset; `None` when no block of them makes words in any.
fn decode_by_words(bytes: &[u8]) -> Option<Decoded> {
    let text: String = bytes.iter().copied().map(char::from).collect();
    let (aligned, blocks) = read_again(&text, Input::Bytes);
    let weight = |charset: &Charset| -> usize {
        let of_it = blocks.iter().filter(|block| block.charset == *charset);
        of_it.map(|block| block.span.len()).sum()
    };
    let charset = LEGACY.into_iter().max_by_key(weight)?;
    let evidence = blocks
        .iter()
        .filter(|block| block.charset == charset)
        .map(|block| block.evidence)
        .max_by_key(|evidence| match evidence {
            CharsetEvidence::Words { found, rival } => found.saturating_sub(*rival),
            _ => 0,
        })?;
    let mut decoded = Decoded::exact(aligned, charset, evidence);
    decoded.report.blocks = blocks;
    Some(decoded)
}
