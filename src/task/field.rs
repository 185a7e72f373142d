//! What is said of a task under a name of its own: in the columns of a table (*Cơ quan chủ trì |
//! Thời gian hoàn thành*), and in prose (*Đơn vị chủ trì: …; thời gian hoàn thành: …*).

use std::cmp::Reverse;

use crate::tables::TASK_FIELDS;
use once_cell::sync::Lazy;

use super::vocabulary::prefix;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// *STT*
    Number,
    /// *Nhiệm vụ*, *Nội dung công việc*
    Task,
    /// *Cơ quan chủ trì*, *Đơn vị thực hiện*
    Lead,
    /// *Cơ quan phối hợp*
    Partners,
    /// *Thời gian hoàn thành*, *Tiến độ*
    Deadline,
    /// *Sản phẩm*, *Kết quả*
    Product,
    /// *Ghi chú*, *Kinh phí*
    Note,
}

impl Field {
    fn named(name: &str) -> Option<Field> {
        Some(match name {
            "number" => Field::Number,
            "task" => Field::Task,
            "lead" => Field::Lead,
            "partners" => Field::Partners,
            "deadline" => Field::Deadline,
            "product" => Field::Product,
            "note" => Field::Note,
            _ => return None,
        })
    }

    /// The field that the head of a column names.
    pub(super) fn of_column(head: &str) -> Option<Field> {
        split(head).map(|(field, _)| field)
    }

    /// The field that a label in prose names; nothing but *thực hiện* and the like may follow
    /// the name.
    pub(super) fn of_label(label: &str) -> Option<Field> {
        let (field, rest) = split(label)?;
        const MORE: [&str; 5] = ["", "thực hiện", "dự kiến", "soạn thảo", "xây dựng"];
        let plain = rest.starts_with('(') || MORE.contains(&rest);
        plain.then_some(field)
    }
}

/// The field whose name `label` begins with, and the words behind the name.
fn split(label: &str) -> Option<(Field, &str)> {
    let label = label.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '*' | '.'));
    if label.len() > LONGEST {
        return None;
    }
    NAMES.iter().find_map(|&(field, name)| {
        let rest = label[prefix(label, name)?..].trim_start();
        (rest.len() <= REST).then_some((field, rest))
    })
}

/// How many bytes may stand behind a name.
const REST: usize = 40;

/// The longest label, in bytes.
pub(super) const LONGEST: usize = 80;

/// The names, longer ones first.
static NAMES: Lazy<Vec<(Field, &str)>> = Lazy::new(|| {
    let mut names: Vec<_> = TASK_FIELDS
        .rows()
        .filter_map(|[field, name]| Some((Field::named(field)?, name)))
        .collect();
    names.sort_by_key(|(_, name)| Reverse(name.len()));
    names
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_any_case() {
        for (label, field) in [
            ("STT", Some(Field::Number)),
            ("TT", Some(Field::Number)),
            ("Nội dung công việc", Some(Field::Task)),
            ("NHIỆM VỤ", Some(Field::Task)),
            ("Cơ quan chủ trì", Some(Field::Lead)),
            ("Chủ trì thực hiện", Some(Field::Lead)),
            ("ĐƠN VỊ PHỐI HỢP", Some(Field::Partners)),
            ("Thời gian hoàn thành", Some(Field::Deadline)),
            ("Tiến độ", Some(Field::Deadline)),
            ("Dự kiến sản phẩm", Some(Field::Product)),
            ("Ghi chú", Some(Field::Note)),
            ("Bộ Y tế", None),
            ("", None),
        ] {
            assert_eq!(Field::of_column(label), field, "{label:?}");
        }
    }

    #[test]
    fn labels_are_names_and_no_more() {
        assert_eq!(Field::of_label("đơn vị phối hợp"), Some(Field::Partners));
        assert_eq!(Field::of_label("Phối hợp với các ngành"), None);
        assert_eq!(Field::of_label("Nội dung của Đề án"), None);
    }

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(TASK_FIELDS.rows().count(), NAMES.len());
    }
}
