//! The words that name the levels of a document's structure.

use aho_corasick::packed::{Config, MatchKind, Searcher};
use aho_corasick::{AhoCorasick, Input};
use once_cell::sync::Lazy;

use crate::marker::Level;

/// A level as a text names it.
#[derive(Clone, Copy, Debug)]
pub(super) struct LevelWord {
    pub(super) level: Level,
    pub(super) case: Case,
    /// Length of the word in bytes.
    pub(super) len: usize,
}

/// How a level word is written. Only names of definite units are capitalised, and in headings
/// that stand in capitals the case of a label says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    Capital,
    Upper,
}

/// The words as they are written. One list serves the trigger and the grammar.
const WORDS: &[(&str, Level, Case)] = &[
    ("Điều", Level::Article, Case::Capital),
    ("điều", Level::Article, Case::Lower),
    ("ĐIỀU", Level::Article, Case::Upper),
    ("khoản", Level::Clause, Case::Lower),
    ("Khoản", Level::Clause, Case::Capital),
    ("KHOẢN", Level::Clause, Case::Upper),
    ("điểm", Level::Point, Case::Lower),
    ("Điểm", Level::Point, Case::Capital),
    ("ĐIỂM", Level::Point, Case::Upper),
    ("Mục", Level::Section, Case::Capital),
    ("mục", Level::Section, Case::Lower),
    ("MỤC", Level::Section, Case::Upper),
    ("Chương", Level::Chapter, Case::Capital),
    ("chương", Level::Chapter, Case::Lower),
    ("CHƯƠNG", Level::Chapter, Case::Upper),
    ("Phụ lục", Level::Annex, Case::Capital),
    ("Phụ Lục", Level::Annex, Case::Capital),
    ("phụ lục", Level::Annex, Case::Lower),
    ("PHỤ LỤC", Level::Annex, Case::Upper),
    ("Mẫu", Level::Form, Case::Capital),
    ("mẫu", Level::Form, Case::Lower),
    ("MẪU", Level::Form, Case::Upper),
    ("Phần", Level::Part, Case::Capital),
    ("phần", Level::Part, Case::Lower),
    ("PHẦN", Level::Part, Case::Upper),
    ("Tiểu mục", Level::Subsection, Case::Capital),
    ("Tiểu Mục", Level::Subsection, Case::Capital),
    ("tiểu mục", Level::Subsection, Case::Lower),
    ("TIỂU MỤC", Level::Subsection, Case::Upper),
    ("tiết", Level::Subpoint, Case::Lower),
    ("Tiết", Level::Subpoint, Case::Capital),
    ("TIẾT", Level::Subpoint, Case::Upper),
    ("tiểu điểm", Level::Subpoint, Case::Lower),
    ("Tiểu điểm", Level::Subpoint, Case::Capital),
    ("đoạn", Level::Paragraph, Case::Lower),
    ("Đoạn", Level::Paragraph, Case::Capital),
    ("ĐOẠN", Level::Paragraph, Case::Upper),
    ("gạch đầu dòng", Level::Indent, Case::Lower),
    ("Gạch đầu dòng", Level::Indent, Case::Capital),
    ("câu", Level::Sentence, Case::Lower),
    ("Câu", Level::Sentence, Case::Capital),
];

/// The level word at the start of `text`.
pub(super) fn read(text: &str) -> Option<LevelWord> {
    let first = text.bytes().next()?;
    WORDS
        .iter()
        .filter(|(word, ..)| word.as_bytes()[0] == first)
        .find(|(word, ..)| text.starts_with(word))
        .map(|&(word, level, case)| LevelWord {
            level,
            case,
            len: word.len(),
        })
}

/// Jumps to level words. The vector search needs a processor that can do it; the automaton is
/// its stand-in elsewhere.
enum Trigger {
    Packed(Searcher),
    Automaton(AhoCorasick),
}

static TRIGGER: Lazy<Trigger> = Lazy::new(|| {
    let words = WORDS.iter().map(|(word, ..)| word);
    let packed = Config::new()
        .match_kind(MatchKind::LeftmostLongest)
        .builder()
        .extend(words.clone())
        .build();
    match packed {
        Some(searcher) => Trigger::Packed(searcher),
        None => Trigger::Automaton(
            AhoCorasick::builder()
                .match_kind(aho_corasick::MatchKind::LeftmostLongest)
                .build(words)
                .expect("a few dozen short words make an automaton"),
        ),
    }
});

/// The next level word at or after byte `from` of `text`, and where it begins. Nothing is said
/// yet about the words around it.
pub(super) fn next(text: &str, from: usize) -> Option<(usize, LevelWord)> {
    let (start, index) = match &*TRIGGER {
        Trigger::Packed(searcher) => {
            let hit = searcher.find_in(text, (from..text.len()).into())?;
            (hit.start(), hit.pattern().as_usize())
        }
        Trigger::Automaton(automaton) => {
            let hit = automaton.find(Input::new(text).range(from..))?;
            (hit.start(), hit.pattern().as_usize())
        }
    };
    let (word, level, case) = WORDS[index];
    Some((
        start,
        LevelWord {
            level,
            case,
            len: word.len(),
        },
    ))
}

/// Syllables that make another word of the level word behind them: *thời điểm*, *tài khoản*,
/// *danh mục*, *thành phần*, *giai đoạn*, *chi tiết*, *huân chương*.
const COMPOUNDS: &[(Level, &[&str])] = &[
    (Level::Clause, &["tài", "điều", "chuyển", "trương", "thanh"]),
    (
        Level::Point,
        &[
            "thời", "địa", "quan", "đặc", "trọng", "ưu", "khuyết", "nhược", "cao", "tâm", "yếu",
            "thí", "giao", "cực", "luận", "thang", "mốc", "chấm", "chốt", "đích", "trích", "tọa",
            "nhiệt", "kém", "ghi", "mười", "chín", "tám", "bảy", "sáu", "năm", "bốn", "ba", "hai",
            "một",
        ],
    ),
    (
        Level::Section,
        &[
            "danh", "hạng", "đề", "thư", "chuyên", "tiết", "khoản", "biên", "trang", "toàn",
        ],
    ),
    (
        Level::Part,
        &[
            "thành", "cổ", "học", "góp", "đa", "bội", "một", "hai", "ba", "bốn", "năm", "mười",
            "vốn", "bộ", "thị", "khẩu",
        ],
    ),
    (
        Level::Chapter,
        &["huân", "huy", "hiến", "văn", "niệm", "kỷ"],
    ),
    (
        Level::Paragraph,
        &[
            "giai", "công", "phân", "tập", "thủ", "gián", "quảng", "trích",
        ],
    ),
    (
        Level::Subpoint,
        &[
            "chi", "điều", "thời", "khí", "tình", "danh", "tiểu", "bài", "tầng",
        ],
    ),
    (
        Level::Form,
        &["hình", "khuôn", "tem", "kiểu", "lấy", "khảo"],
    ),
];

/// Whether `syllable` and the word for `level` behind it are one word that names no level.
pub(super) fn is_compound(syllable: &str, level: Level) -> bool {
    let Some((_, first)) = COMPOUNDS.iter().find(|(of, _)| *of == level) else {
        return false;
    };
    let syllable = syllable.to_lowercase();
    first.contains(&syllable.as_str())
}
