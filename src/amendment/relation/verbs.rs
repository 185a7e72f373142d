//! The verbs of relations, and the words around them. Longer phrases stand before those that they
//! begin with.

use super::RelationKind::{
    self, Amends, Approves, Consolidates, Corrects, Details, Expires, Extends, Guides, Implements,
    Promulgates, Repeals, Replaces, RespondsTo, Suspends, Withdraws,
};

/// Verbs between a document and what it acts on.
pub(in crate::amendment) const VERBS: &[(&str, RelationKind)] = &[
    ("tổ chức triển khai thực hiện", Implements),
    ("triển khai thực hiện", Implements),
    ("tổ chức thực hiện", Implements),
    ("tổ chức thi hành", Implements),
    ("triển khai thi hành", Implements),
    ("triển khai", Implements),
    ("thực hiện", Implements),
    ("cụ thể hóa", Details),
    ("quy định chi tiết và hướng dẫn thi hành", Details),
    ("quy định chi tiết và biện pháp thi hành", Details),
    (
        "quy định chi tiết và biện pháp để tổ chức, hướng dẫn thi hành",
        Details,
    ),
    ("quy định chi tiết, hướng dẫn thi hành", Details),
    ("quy định chi tiết thi hành", Details),
    ("quy định chi tiết", Details),
    ("hướng dẫn thi hành", Guides),
    ("hướng dẫn thực hiện", Guides),
    ("hướng dẫn", Guides),
    ("thi hành", Implements),
    ("phê duyệt", Approves),
    ("ban hành", Promulgates),
    ("sửa đổi, bổ sung", Amends),
    ("sửa đổi và bổ sung", Amends),
    ("điều chỉnh, bổ sung", Amends),
    ("sửa đổi", Amends),
    ("bổ sung", Amends),
    ("thay thế", Replaces),
    ("bãi bỏ", Repeals),
    ("hủy bỏ", Repeals),
    ("thu hồi", Withdraws),
    ("tạm ngưng hiệu lực", Suspends),
    ("ngưng hiệu lực", Suspends),
    ("tạm đình chỉ", Suspends),
    ("đình chỉ thi hành", Suspends),
    ("đình chỉ", Suspends),
    ("đính chính", Corrects),
    ("hợp nhất", Consolidates),
    ("kéo dài thời hạn", Extends),
    ("kéo dài hiệu lực", Extends),
    ("phúc đáp", RespondsTo),
    ("trả lời", RespondsTo),
];

/// Verbs that end or change the force of a document; their subject may stand far in front of them,
/// or be the document at hand.
pub(in crate::amendment) const FAR_REACHING: &[RelationKind] = &[
    Amends,
    Replaces,
    Repeals,
    Withdraws,
    Suspends,
    Corrects,
    Extends,
    Consolidates,
    Expires,
    RespondsTo,
];

/// Verbs that somebody may intend, ask for or draft.
pub(super) const INTENDED: &[RelationKind] = &[Amends, Replaces, Repeals, Withdraws, Suspends];

/// Words between a verb and its object that name a part of it.
pub(super) const PARTS: &[(&str, ())] = &[
    ("một số điều, khoản, điểm của", ()),
    ("một số điều, khoản của", ()),
    ("một số điều và biện pháp thi hành", ()),
    ("một số điều tại", ()),
    ("một số điều của các", ()),
    ("một số điều của", ()),
    ("một số khoản của", ()),
    ("một số nội dung của", ()),
    ("một số nội dung tại", ()),
    ("một phần của", ()),
    ("một phần", ()),
    ("một số quy định của", ()),
    ("một số quy định tại", ()),
    ("quy định tại", ()),
    ("hiệu lực của", ()),
    ("hiệu lực", ()),
    ("nội dung của", ()),
    ("nội dung tại", ()),
    ("nội dung", ()),
    ("các nội dung", ()),
    ("có hiệu quả", ()),
    ("toàn bộ", ()),
    ("cả", ()),
    ("các", ()),
    ("cho", ()),
];

/// Prepositions of the passive: *được sửa đổi, bổ sung theo Nghị định số …*.
pub(super) const BY: &[(&str, ())] = &[
    ("một số điều, khoản theo", ()),
    ("một số điều theo", ()),
    ("một số điều bởi", ()),
    ("một số điều bằng", ()),
    ("một số điều tại", ()),
    ("một số nội dung theo", ()),
    ("một số nội dung tại", ()),
    ("một số nội dung bởi", ()),
    ("theo", ()),
    ("bởi", ()),
    ("bằng", ()),
    ("tại", ()),
];

/// Words that point to a document without acting on it.
pub(super) const POINTING: &[(&str, ())] = &[
    ("theo quy định tại", ()),
    ("theo quy định của", ()),
    ("quy định tại", ()),
    ("quy định của", ()),
    ("hướng dẫn tại", ()),
    ("được nêu trong", ()),
    ("nêu tại", ()),
    ("dẫn chiếu đến", ()),
    ("dẫn chiếu tới", ()),
    ("dẫn chiếu", ()),
    ("viện dẫn", ()),
];

/// What stands between a provision and its document.
pub(super) const OF: &[(&str, ())] = &[
    ("của", ()),
    ("tại", ()),
    ("thuộc", ()),
    ("trong", ()),
    ("ban hành kèm theo", ()),
    ("kèm theo", ()),
];

/// Verbs that change words of a provision: *thay thế cụm từ “…” tại khoản 2 Điều 5 Nghị định số …*.
pub(super) const REWORDING: &[&str] = &[
    "thay thế cụm từ",
    "thay cụm từ",
    "bãi bỏ cụm từ",
    "bổ sung cụm từ",
    "bỏ cụm từ",
    "sửa đổi cụm từ",
    "thay thế từ",
];

/// Words in front of a verb that say that it does not happen.
pub(super) const NEGATIONS: &[(&str, ())] = &[
    ("không phải", ()),
    ("không được", ()),
    ("không bị", ()),
    ("không hề", ()),
    ("không", ()),
    ("chưa được", ()),
    ("chưa bị", ()),
    ("chưa", ()),
    ("chẳng hề", ()),
    ("chẳng", ()),
];

/// Words between the clause's beginning and a verb that say that it is only intended or asked for.
pub(super) const INTENTS: &[&str] = &[
    "đề nghị",
    "kiến nghị",
    "đề xuất",
    "dự kiến",
    "dự thảo",
    "nghiên cứu",
    "mong muốn",
    "xem xét",
    "sẽ",
    "xây dựng dự thảo",
    "xây dựng nghị định",
    "xây dựng nghị quyết",
    "xây dựng luật",
    "xây dựng thông tư",
    "xây dựng quyết định",
    "soạn thảo",
];
