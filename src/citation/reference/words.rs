//! The words that begin a reference, and those around it.

use aho_corasick::packed::{Config, MatchKind, Searcher};
use once_cell::sync::Lazy;

/// First words of the kinds that are referred back to, as they begin a reference.
pub(super) static HEADS: Lazy<Option<Searcher>> = Lazy::new(|| {
    let words = [
        "Nghị ",
        "Quyết ",
        "Thông ",
        "Chỉ ",
        "Kết ",
        "Kế ",
        "Chương ",
        "Đề ",
        "Luật",
        "Bộ l",
        "Pháp l",
        "Công ",
        "Tờ ",
        "Văn ",
        "Hướng ",
        "Quy ",
        "Dự ",
        "Bản á",
        "bản á",
        "nghị ",
        "quyết ",
        "thông ",
        "chỉ ",
        "kế ",
        "chương ",
        "đề ",
        "văn ",
    ];
    Config::new()
        .match_kind(MatchKind::LeftmostLongest)
        .builder()
        .extend(words)
        .build()
});

/// Words behind a kind that point back.
pub(super) const ABOVE: &[(&str, ())] = &[
    ("nêu trên", ()),
    ("nói trên", ()),
    ("trên đây", ()),
    ("kể trên", ()),
    ("đã nêu", ()),
    ("đã nói", ()),
    ("vừa nêu", ()),
];

/// Numerals in front of a kind that is pointed back to.
pub(super) const COUNTS: &[(&str, usize)] = &[
    ("hai", 2),
    ("ba", 3),
    ("bốn", 4),
    ("năm", 5),
    ("02", 2),
    ("03", 3),
    ("04", 4),
    ("05", 5),
    ("2", 2),
    ("3", 3),
];

/// What may follow a kind that stands for one document by itself: verbs that documents do, and
/// words that go on with the sentence. Anything else (*Kế hoạch triển khai …*) is a name.
pub(super) const GOES_ON: &[(&str, ())] = &[
    ("đề ra", ()),
    ("đưa ra", ()),
    ("đặt ra", ()),
    ("xác định", ()),
    ("nêu", ()),
    ("nhấn mạnh", ()),
    ("khẳng định", ()),
    ("yêu cầu", ()),
    ("quy định", ()),
    ("chỉ rõ", ()),
    ("chỉ ra", ()),
    ("tập trung", ()),
    ("bao gồm", ()),
    ("gồm", ()),
    ("là", ()),
    ("có", ()),
    ("đã", ()),
    ("sẽ", ()),
    ("được", ()),
    ("cũng", ()),
    ("còn", ()),
    ("phải", ()),
    ("cần", ()),
    ("và", ()),
    ("với", ()),
    ("trong", ()),
    ("tại", ()),
    ("theo", ()),
    ("để", ()),
    ("cho", ()),
    ("do", ()),
    ("nhằm", ()),
    ("đến", ()),
    ("từ", ()),
    ("vào", ()),
    ("ở", ()),
    ("trên", ()),
    ("vẫn", ()),
    ("chưa", ()),
    ("không", ()),
    ("thì", ()),
    ("hoặc", ()),
    ("nếu", ()),
    ("khi", ()),
    ("bị", ()),
    ("mà", ()),
    ("nhưng", ()),
    ("đối với", ()),
];

/// Words in front of a kind after which it is no known document: a draft, one of many, a new one.
pub(super) const NEW: &[(&str, ())] = &[
    ("dự thảo", ()),
    ("một", ()),
    ("mỗi", ()),
    ("từng", ()),
    ("các", ()),
    ("những", ()),
    ("nhiều", ()),
    ("một số", ()),
    ("xây dựng", ()),
    ("soạn thảo", ()),
    ("ban hành", ()),
    ("trình", ()),
];

/// Kinds whose name at the head of a sentence may be a verb: *Quy định …*, *Kết luận cuộc họp*.
pub(super) const VERBAL: &[&str] = &[
    "Quy định",
    "Hướng dẫn",
    "Kết luận",
    "Thông báo",
    "Chỉ thị",
    "Quyết định",
    "Báo cáo",
];
