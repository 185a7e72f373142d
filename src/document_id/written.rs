//! The written form of a document's identity.

use std::fmt;
use std::str::FromStr;

use smol_str::{SmolStr, SmolStrBuilder};

use super::DocumentId;
use crate::date::PartialDate;
use crate::error::ParseError;
use crate::number::DocumentNumber;
use crate::tables::Tables;

impl fmt::Debug for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DocumentId({self})")
    }
}

impl fmt::Display for DocumentId {
    /// `KIND NUMBER (ISSUER; DATE)`, or the title in the place of the number. Issuer and date stand there
    /// where the number leaves them open and they are known; the date is in EDTF. A title stands in
    /// quotation marks where its words would be taken for a number, or be parted from its kind elsewhere.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number().map(DocumentNumber::as_str);
        let parts = [self.kind(), number.or(self.title())];
        let whole = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        match (self.kind(), self.title()) {
            (kind, title) if number.is_none() && !is_read_as(&whole, kind) => {
                let space = if kind.is_some() { " " } else { "" };
                let (kind, title) = (kind.unwrap_or_default(), title.unwrap_or_default());
                write!(f, "{kind}{space}“{title}”")?;
            }
            _ => f.write_str(&whole)?,
        }
        let issuer = self.issuer().filter(|_| !self.issuer_is_told());
        let date = self.date().filter(|_| self.year_counts());
        match (issuer, date) {
            (Some(issuer), Some(date)) => write!(f, " ({issuer}; {date})"),
            (Some(issuer), None) => write!(f, " ({issuer})"),
            (None, Some(date)) => write!(f, " ({date})"),
            (None, None) => Ok(()),
        }
    }
}

impl FromStr for DocumentId {
    type Err = ParseError;

    /// Takes back what `Display` writes.
    ///
    /// # Errors
    /// Where neither a number nor a title stands, and where what stands there is shown as something
    /// that is another document.
    fn from_str(s: &str) -> Result<Self, ParseError> {
        let id = of_words(s)?;
        let shown = id.to_string();
        let same = |again: DocumentId| again == id && again.to_string() == shown;
        match shown == s || of_words(&shown).is_ok_and(same) {
            true => Ok(id),
            false => Err(ParseError::new(s, 0, "a document's number or title")),
        }
    }
}

/// The document that `s` names, be it spelled so that its name is read otherwise.
fn of_words(s: &str) -> Result<DocumentId, ParseError> {
    let (name, known) = match s.strip_suffix(')').and_then(|s| s.rsplit_once(" (")) {
        Some((name, known)) => (name, known),
        None => (s, ""),
    };
    // Title and kind lose what parts them from the rest; what is quoted keeps its marks until then.
    let spaced;
    let name = match name.trim().ends_with('”') {
        true => name.trim(),
        false => {
            spaced = plain(name);
            &spaced
        }
    };
    if name.is_empty() {
        return Err(ParseError::new(s, 0, "a document's number or title"));
    }
    let id = match (name.strip_suffix('”'), number_at_end(name)) {
        (Some(quoted), _) => {
            let (kind, title) = quoted.split_once('“').unwrap_or(("", quoted));
            DocumentId::titled(written(kind), title)
        }
        (None, Some((at, number))) => {
            let kind = written(without_label(&name[..at]));
            Some(DocumentId::numbered(kind, number))
        }
        (None, None) => {
            let kind = Tables::builtin().kinds.named_in_front(name);
            let (kind, title) = name.split_at(kind.map_or(0, str::len));
            DocumentId::titled(written(kind), title)
        }
    };
    let mut id = id.ok_or_else(|| ParseError::new(s, 0, "a document's number or title"))?;
    let (issuer, date) = match known.rsplit_once("; ") {
        Some((issuer, date)) => (issuer, date.parse().ok()),
        None => match known.parse::<PartialDate>() {
            Ok(date) => ("", Some(date)),
            Err(_) => (known, None),
        },
    };
    if let Some(date) = date {
        id = id.dated(date);
    }
    Ok(match issuer.is_empty() {
        true => id,
        false => id.issued_by(issuer),
    })
}

/// A kind without the *số* in front of its number, however often it stands there.
pub(super) fn without_label(kind: &str) -> &str {
    let mut kind = kind.trim();
    while let Some(head) = kind.strip_suffix("số")
        && (head.is_empty() || head.ends_with(char::is_whitespace))
    {
        kind = head.trim_end();
    }
    kind
}

/// Whether the name of a document without a number is parted behind this kind.
fn is_read_as(name: &str, kind: Option<&str>) -> bool {
    name.is_empty()
        || number_at_end(name).is_none() && Tables::builtin().kinds.named_in_front(name) == kind
}

/// Whether the name of a document is parted between this kind and its number.
pub(super) fn parts_before(kind: &str, number: &DocumentNumber) -> bool {
    Tables::builtin().kinds.named_in_front(kind) == Some(kind)
        || number_at_end(&format!("{kind} {number}"))
            .is_some_and(|(at, found)| at == kind.len() + 1 && found == *number)
}

/// `words` without the space around them, if there are any.
fn written(words: &str) -> Option<&str> {
    Some(words.trim()).filter(|words| !words.is_empty())
}

/// The number in which `words` end, and the byte at which it begins.
fn number_at_end(words: &str) -> Option<(usize, DocumentNumber)> {
    let starts = std::iter::once(0).chain(words.match_indices(' ').map(|(at, _)| at + 1));
    starts
        .filter_map(|at| Some((at, words.get(at..)?.parse().ok()?)))
        .next()
}
impl From<DocumentId> for String {
    fn from(id: DocumentId) -> String {
        id.to_string()
    }
}

impl TryFrom<String> for DocumentId {
    type Error = ParseError;

    fn try_from(s: String) -> Result<Self, ParseError> {
        s.parse()
    }
}

/// The words without what parts them in the written form.
pub(super) fn plain(words: &str) -> SmolStr {
    let parts = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ';' | '“' | '”');
    let mut plain = SmolStrBuilder::new();
    for (i, word) in words
        .split(parts)
        .filter(|word| !word.is_empty())
        .enumerate()
    {
        if i > 0 {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> DocumentId {
        text.parse().unwrap_or_else(|e| panic!("{text}: {e}"))
    }

    #[test]
    fn display_is_taken_back() {
        for text in [
            "15/2020/NĐ-CP",
            "Nghị định 15/2020/NĐ-CP",
            "Quyết định 12/QĐ-UBND (Ủy ban nhân dân tỉnh Sơn La; 2024-03-05)",
            "Công văn 5/STP-VP (Sở Tư pháp tỉnh Sơn La; XXXX-06-05)",
            "Công văn 5/STP-VP (XXXX-06-05)",
            "Luật Đất đai (2024)",
            "Luật Đất đai",
            "Hiến pháp (2013)",
            "Tiêu chuẩn quốc gia TCVN 5574:2018",
            "Công điện (Thủ tướng Chính phủ; 2024-09-18)",
            "Văn kiện Đại hội XIV của Đảng",
            "Nghị quyết Trung ương 4 khóa XII (2016-10-30)",
            "Nghị quyết Đại hội XV Đảng bộ tỉnh Sơn La",
            "Luật “sửa đổi, bổ sung một số điều của Luật số 45/2019/QH14” (2025)",
            "Sắc chỉ 5/2027/SC-CP",
            "Sắc chỉ về đê điều",
            "81/2026/VBHN-TT-BXD",
            "05/2020/TTLT-BTP-BCA",
            "Bản án 15/2022/HS-ST (Tòa án nhân dân tỉnh Sơn La)",
            "Án lệ 47/2021/AL",
            "Nghị quyết 93/2015/QH13",
            "Báo cáo 12/BC-BCĐ (2024)",
        ] {
            let read = id(text);
            assert_eq!(read.to_string(), text);
            assert_eq!(id(&read.to_string()), read);
        }
        let error = "".parse::<DocumentId>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "expected a document's number or title at byte 0, found the end"
        );
    }

    #[test]
    fn equal_is_what_is_one_document() {
        for (a, b) in [
            ("Quyết định 05/QĐ-BTP", "Quyết định 5/QĐ-BTP"),
            (
                "Nghị định 15/2020/NĐ-CP",
                "15/2020/NĐ-CP (Chính phủ; 2020-02-03)",
            ),
            (
                "Quyết định 471/QĐ-TTg (2019-04-26)",
                "471/QĐ-TTg (Thủ tướng Chính phủ; 2019)",
            ),
            ("Luật Thuỷ sản (2017)", "Luật Thủy sản (2017-11-21)"),
        ] {
            assert_eq!(id(a), id(b));
            assert!(id(a).may_be(&id(b)));
        }
        for (a, b) in [
            ("Luật 93/2015/QH13", "Nghị quyết 93/2015/QH13"),
            (
                "12/QĐ-UBND (Ủy ban nhân dân tỉnh Sơn La)",
                "12/QĐ-UBND (Ủy ban nhân dân tỉnh Điện Biên)",
            ),
            ("471/QĐ-TTg (2019)", "471/QĐ-TTg (2020)"),
            ("Luật Đất đai (2013)", "Luật Đất đai (2024)"),
            ("Luật Đất đai", "Luật Giá"),
            ("5/QĐ-BTP", "5/QĐ-BNV"),
        ] {
            assert_ne!(id(a), id(b));
            assert!(!id(a).may_be(&id(b)), "{a} and {b}");
        }
        // What is unknown may be anything, but is not known to be the same.
        let (open, known) = (id("12/QĐ-UBND"), id("12/QĐ-UBND (2024-03-05)"));
        assert!(open != known && open.may_be(&known));
    }
}
