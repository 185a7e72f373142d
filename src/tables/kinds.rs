//! Kinds of documents (*loại văn bản*): their codes, and the words that announce them.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use crate::text::fold;

/// A system of documents (*hệ thống văn bản*), each with its own legal base and its own way of numbering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum DocumentSystem {
    /// *Văn bản hành chính*: Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III.
    Administrative,
    /// The copies of Nghị định 30/2020/NĐ-CP, Điều 25: *sao y, sao lục, trích sao*.
    Copy,
    /// *Văn bản quy phạm pháp luật*: Luật 64/2025/QH15, Điều 4, and Luật 80/2015/QH13 before it.
    Normative,
    /// Documents of the National Assembly (*Quốc hội*) and its Standing Committee.
    Assembly,
    /// *Văn bản của Đảng*: Quy định 66-QĐ/TW with Hướng dẫn 36-HD/VPTW.
    Party,
    /// Documents that several bodies issue together (*liên tịch*).
    Joint,
    /// *Văn bản hợp nhất*: Pháp lệnh 01/2012/UBTVQH13.
    Consolidated,
    /// Papers of the courts.
    Court,
    /// Papers of the procuracy (*Viện kiểm sát*).
    Procuracy,
    /// Standards and technical regulations: Luật 68/2006/QH11.
    Standard,
    /// Kinds that are no longer issued.
    Historic,
}

const SYSTEMS: [(&str, DocumentSystem); 11] = [
    ("administrative", DocumentSystem::Administrative),
    ("copy", DocumentSystem::Copy),
    ("normative", DocumentSystem::Normative),
    ("assembly", DocumentSystem::Assembly),
    ("party", DocumentSystem::Party),
    ("joint", DocumentSystem::Joint),
    ("consolidated", DocumentSystem::Consolidated),
    ("court", DocumentSystem::Court),
    ("procuracy", DocumentSystem::Procuracy),
    ("standard", DocumentSystem::Standard),
    ("historic", DocumentSystem::Historic),
];

/// A kind of document (*loại văn bản*).
///
/// A code does not always name one kind: `QĐ` is a *Quyết định* and, in the Party's papers, also
/// a *Quy định*. Some kinds have no code at all: a *Luật*, a *Công văn* of the state.
///
/// ```
/// let party: Vec<_> = vanban::number::DocumentKind::by_code("QĐ").map(|kind| kind.name).collect();
/// assert_eq!(party, ["Quyết định", "Quy định"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct DocumentKind {
    /// Code in a number, canonical spelling; `None` where the kind has none.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub code: Option<&'static str>,
    /// Vietnamese name, as the decrees spell it.
    pub name: &'static str,
    /// English name.
    pub english: &'static str,
    /// The systems in which the kind is issued.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub systems: Vec<DocumentSystem>,
}

impl DocumentKind {
    /// Every kind of the registry.
    pub fn all() -> &'static [DocumentKind] {
        &KINDS
    }

    /// The kinds that `code`, in canonical spelling, can stand for; the commonest first.
    pub fn by_code(code: &str) -> impl Iterator<Item = &'static DocumentKind> {
        KINDS
            .iter()
            .filter(move |kind| kind.code.is_some_and(|have| have == code))
    }
}

static KINDS: Lazy<Vec<DocumentKind>> = Lazy::new(|| super::KINDS.rows().map(row).collect());

fn row([code, name, english, systems]: [&'static str; 4]) -> DocumentKind {
    DocumentKind {
        code: Some(code).filter(|code| !code.is_empty()),
        name,
        english,
        systems: systems
            .split(',')
            .filter_map(|name| SYSTEMS.iter().find(|(have, _)| *have == name))
            .map(|&(_, system)| system)
            .collect(),
    }
}

/// The words that announce a document in running text, and the codes that go with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    /// Canonical name: `Quyết định` also where the text says `QĐ`.
    pub(crate) name: &'static str,
    /// Codes that a number after this head may carry; none for heads that go with any.
    pub(crate) codes: &'static [&'static str],
}

/// A spelling (lower case), the canonical name, the codes.
type Row = (&'static str, &'static str, &'static [&'static str]);

/// Longer spellings stand before those that they begin with.
const HEADS: &[Row] = &[
    ("án lệ", "Án lệ", &["AL"]),
    ("bản án", "Bản án", &["BA"]),
    ("báo cáo", "Báo cáo", &["BC"]),
    ("biên bản", "Biên bản", &["BB"]),
    ("bộ luật", "Bộ luật", &["LCT"]),
    ("cáo trạng", "Cáo trạng", &["CT"]),
    ("chỉ thị liên tịch", "Chỉ thị liên tịch", &["CTLT"]),
    ("chỉ thị", "Chỉ thị", &["CT"]),
    ("chương trình hành động", "Chương trình hành động", &["CTr"]),
    (
        "chương trình phối hợp",
        "Chương trình phối hợp",
        &["CTrPH", "CTr"],
    ),
    ("chương trình", "Chương trình", &["CTr"]),
    ("công điện", "Công điện", &["CĐ"]),
    ("công hàm", "Công hàm", &[]),
    ("công thư", "Công thư", &["CV"]),
    ("công văn", "Công văn", &["CV"]),
    ("dự án", "Dự án", &["DA"]),
    ("đề án", "Đề án", &["ĐA"]),
    ("giấy chứng nhận", "Giấy chứng nhận", &["GCN"]),
    ("giấy giới thiệu", "Giấy giới thiệu", &["GGT", "GT"]),
    ("giấy mời", "Giấy mời", &["GM"]),
    ("giấy phép xây dựng", "Giấy phép xây dựng", &["GPXD"]),
    ("giấy phép", "Giấy phép", &["GP"]),
    ("giấy xác nhận", "Giấy xác nhận", &["GXN"]),
    ("giấy ủy quyền", "Giấy ủy quyền", &["GUQ"]),
    ("hợp đồng", "Hợp đồng", &["HĐ"]),
    ("hướng dẫn", "Hướng dẫn", &["HD"]),
    ("kế hoạch hành động", "Kế hoạch hành động", &["KH"]),
    ("kế hoạch liên tịch", "Kế hoạch liên tịch", &["KHLT"]),
    ("kế hoạch", "Kế hoạch", &["KH"]),
    ("kết luận thanh tra", "Kết luận thanh tra", &["KLTT", "KL"]),
    ("kết luận", "Kết luận", &["KL"]),
    ("kháng nghị", "Kháng nghị", &["KN"]),
    ("lệnh", "Lệnh", &["L", "LCT"]),
    ("luật", "Luật", &["LCT"]),
    ("nghị định", "Nghị định", &["NĐ"]),
    ("nghị quyết liên tịch", "Nghị quyết liên tịch", &["NQLT"]),
    ("nghị quyết", "Nghị quyết", &["NQ"]),
    ("pháp lệnh", "Pháp lệnh", &["PL", "LCT"]),
    ("phiếu chuyển", "Phiếu chuyển", &["PC"]),
    ("phương án", "Phương án", &["PA"]),
    ("quy chế phối hợp", "Quy chế phối hợp", &["QC"]),
    ("quy chế", "Quy chế", &["QC"]),
    (
        "quy chuẩn kỹ thuật quốc gia",
        "Quy chuẩn kỹ thuật quốc gia",
        &["QCVN"],
    ),
    (
        "quy chuẩn kỹ thuật địa phương",
        "Quy chuẩn kỹ thuật địa phương",
        &["QCĐP"],
    ),
    ("quy chuẩn", "Quy chuẩn", &["QCVN", "QCĐP"]),
    ("quy định", "Quy định", &["QyĐ", "QĐi", "QĐ"]),
    ("quy hoạch", "Quy hoạch", &["QH"]),
    (
        "quyết định giám đốc thẩm",
        "Quyết định giám đốc thẩm",
        &["GĐT", "QĐ"],
    ),
    ("quyết định tái thẩm", "Quyết định tái thẩm", &["TT", "QĐ"]),
    ("quyết định liên tịch", "Quyết định liên tịch", &["QĐLT"]),
    ("quyết định", "Quyết định", &["QĐ", "QĐST", "QĐPT"]),
    ("sắc lệnh", "Sắc lệnh", &["SL"]),
    ("sắc luật", "Sắc luật", &["SL"]),
    ("thông báo kết luận", "Thông báo kết luận", &["TB"]),
    ("thông báo thụ lý", "Thông báo thụ lý", &["TL"]),
    ("thông báo", "Thông báo", &["TB"]),
    ("thông cáo", "Thông cáo", &["TC"]),
    ("thông tri", "Thông tri", &["TT"]),
    ("thông tư liên tịch", "Thông tư liên tịch", &["TTLT"]),
    ("thông tư liên bộ", "Thông tư liên bộ", &["TTLB", "TT"]),
    ("thông tư liên ngành", "Thông tư liên ngành", &["TTLN"]),
    ("thông tư", "Thông tư", &["TT"]),
    ("tiêu chuẩn quốc gia", "Tiêu chuẩn quốc gia", &["TCVN"]),
    (
        "tiêu chuẩn",
        "Tiêu chuẩn",
        &["TCVN", "TCCS", "TCXDVN", "TCN"],
    ),
    ("tờ trình", "Tờ trình", &["TTr"]),
    ("văn bản hợp nhất", "Văn bản hợp nhất", &["VBHN"]),
    ("văn bản", "Văn bản", &[]),
];

/// Short heads of news and contracts, as they are written; only capitals announce (*cv* apart).
const SHORT_HEADS: &[Row] = &[
    ("BC", "Báo cáo", &["BC"]),
    ("CĐ", "Công điện", &["CĐ"]),
    ("CT", "Chỉ thị", &["CT"]),
    ("CV", "Công văn", &["CV"]),
    ("cv", "Công văn", &["CV"]),
    ("HD", "Hướng dẫn", &["HD"]),
    ("KH", "Kế hoạch", &["KH"]),
    ("KL", "Kết luận", &["KL"]),
    ("NĐ", "Nghị định", &["NĐ"]),
    ("NQLT", "Nghị quyết liên tịch", &["NQLT"]),
    ("NQ", "Nghị quyết", &["NQ"]),
    ("PL", "Pháp lệnh", &["PL"]),
    ("QĐ", "Quyết định", &["QĐ"]),
    ("TB", "Thông báo", &["TB"]),
    ("TTLT", "Thông tư liên tịch", &["TTLT"]),
    ("TTr", "Tờ trình", &["TTr"]),
    ("TT", "Thông tư", &["TT"]),
    ("VBHN", "Văn bản hợp nhất", &["VBHN"]),
];

/// The heads by the plain form of their first letter, in their order.
static HEADS_BY_INITIAL: Lazy<HashMap<char, Vec<&'static Row>>> = Lazy::new(|| {
    let mut index: HashMap<char, Vec<&Row>> = HashMap::new();
    for row in HEADS {
        if let Some(initial) = row.0.chars().next() {
            index
                .entry(fold::split_tone(initial).0)
                .or_default()
                .push(row);
        }
    }
    // Where only a short head begins, so that one look-up settles all other words.
    for row in SHORT_HEADS {
        if let Some(initial) = row.0.chars().next() {
            index.entry(fold::split_tone(initial).0).or_default();
        }
    }
    index
});

/// The longest head that starts at byte `pos` of `text`, and where it ends. Whole words; case and
/// tone placement do not matter, except in the short forms.
pub(crate) fn head_at(text: &str, pos: usize) -> Option<(Head, usize)> {
    let previous = text[..pos].chars().next_back();
    if previous.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let rest = &text[pos..];
    let (initial, _) = fold::split_tone(rest.chars().next()?);
    let (bytes, &(_, name, codes)) = HEADS_BY_INITIAL
        .get(&initial)?
        .iter()
        .find_map(|row| Some((fold::prefix(rest, row.0)?, *row)))
        .or_else(|| {
            SHORT_HEADS
                .iter()
                .find_map(|row| Some((short(rest, row.0)?, row)))
        })?;
    let end = pos + bytes;
    if name == "Luật"
        && (fold::prefix(text[end..].trim_start(), "sư").is_some() || follows(text, pos, "pháp"))
    {
        return None;
    }
    Some((Head { name, codes }, end))
}

fn short(rest: &str, spelling: &str) -> Option<usize> {
    let after = rest.strip_prefix(spelling)?;
    let ends_word = !after.chars().next().is_some_and(char::is_alphanumeric);
    ends_word.then_some(spelling.len())
}

/// Whether `word` is the word before byte `pos`.
fn follows(text: &str, pos: usize, word: &str) -> bool {
    crate::text::cursor::word_before(text, pos).to_lowercase() == word
}

/// The longest head that has the most words a head can have.
const MOST_WORDS: usize = 6;

/// The longest head whose words end right at byte `end` of `text` (spaces and at most one line
/// break between are skipped), and where it starts.
pub(crate) fn head_before(text: &str, end: usize) -> Option<(Head, usize)> {
    let left = text[..end].trim_end();
    if text[left.len()..end].matches('\n').count() > 1 {
        return None;
    }
    let mut found = None;
    let mut start = left.len();
    for _ in 0..MOST_WORDS {
        let word = left[..start].trim_end();
        let before = word.rfind(|c: char| !c.is_alphanumeric());
        start = before.map_or(0, |i| {
            i + word[i..].chars().next().map_or(0, char::len_utf8)
        });
        if start == word.len() {
            break;
        }
        match head_at(left, start) {
            Some((head, at)) if at == left.len() => found = Some((head, start)),
            _ => {}
        }
        if start == 0 {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        for kind in KINDS.iter() {
            assert!(
                !kind.name.is_empty() && !kind.english.is_empty(),
                "{kind:?}"
            );
            assert!(!kind.systems.is_empty(), "{kind:?}");
        }
        let columns: usize = super::super::KINDS
            .rows()
            .map(|row| row[3].split(',').count())
            .sum();
        assert_eq!(
            columns,
            KINDS.iter().map(|kind| kind.systems.len()).sum::<usize>()
        );
    }

    #[test]
    fn no_spelling_hides_a_longer_one() {
        for (i, (earlier, ..)) in HEADS.iter().enumerate() {
            for (later, ..) in &HEADS[i + 1..] {
                assert!(
                    !later.starts_with(&format!("{earlier} ")),
                    "{earlier} hides {later}"
                );
            }
            assert!(earlier.split(' ').count() <= MOST_WORDS);
        }
    }

    #[test]
    fn heads_are_read_from_the_left() {
        for (text, name, end) in [
            ("Nghị quyết số 52", "Nghị quyết", "Nghị quyết".len()),
            (
                "NGHỊ QUYẾT LIÊN TỊCH SỐ 3",
                "Nghị quyết liên tịch",
                "NGHỊ QUYẾT LIÊN TỊCH".len(),
            ),
            (
                "thông tư  liên\ntịch",
                "Thông tư liên tịch",
                "thông tư  liên\ntịch".len(),
            ),
            ("CV 755", "Công văn", 2),
            ("TTr 12", "Tờ trình", 3),
        ] {
            let (head, at) = head_at(text, 0).expect(text);
            assert_eq!((head.name, at), (name, end), "{text}");
        }
        for text in ["luật sư Nam", "Nghị  sĩ", "quyết", "TTC 5", "tt 12", ""] {
            assert_eq!(head_at(text, 0), None, "{text}");
        }
        assert_eq!(head_at("pháp luật", "pháp ".len()), None);
        assert_eq!(head_at("xLuật", 1), None);
    }

    #[test]
    fn heads_are_read_from_the_right() {
        for (text, name, start) in [
            ("theo Nghị quyết", "Nghị quyết", "theo ".len()),
            ("theo Nghị quyết \n", "Nghị quyết", "theo ".len()),
            ("một Bộ luật ", "Bộ luật", "một ".len()),
            ("Chương trình hành động", "Chương trình hành động", 0),
            ("(QĐ ", "Quyết định", 1),
        ] {
            let (head, at) = head_before(text, text.len()).expect(text);
            assert_eq!((head.name, at), (name, start), "{text}");
        }
        for text in [
            "Nghị quyết\n\n",
            "Nghị quyết này",
            "",
            "pháp luật",
            "Nghị quyết:",
        ] {
            assert_eq!(head_before(text, text.len()), None, "{text}");
        }
    }
}
