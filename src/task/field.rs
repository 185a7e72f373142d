//! What is said of a task under a name of its own: in the columns of a table (*Cơ quan chủ trì |
//! Thời gian hoàn thành*), and in prose (*Đơn vị chủ trì: …; thời gian hoàn thành: …*).

use once_cell::sync::Lazy;

use super::words::Class;
use crate::reading::{Gap, Phrases, Place, Reading};
use crate::span::Span;
use crate::tables::{TASK_FIELDS, VOCABULARY};

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
    /// Words that may follow the name of a field: *thực hiện*, *dự kiến*.
    More,
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
            "more" => Field::More,
            _ => return None,
        })
    }

    /// The field that the head of a column names; more words may follow the name.
    pub(super) fn of_column(reading: &Reading<'_>, head: Span) -> Option<Field> {
        let (field, behind) = name_in(reading, head)?;
        (head.end.saturating_sub(behind.end()) <= REST).then_some(field)
    }

    /// Whether `words` begin with the name of those who do something: *Cơ quan chịu trách nhiệm …*.
    pub(super) fn names_somebody(reading: &Reading<'_>, words: Span) -> bool {
        let first = reading.place_at(words.start);
        let field = first.phrase(&FIELDS).map(|(field, _)| *field);
        matches!(field, Some(Field::Lead | Field::Partners)) && Class::Head.at(first).is_some()
    }

    /// The field that a label in prose names; nothing but *thực hiện* and the like may follow the
    /// name, or a bracket.
    pub(super) fn of_label(reading: &Reading<'_>, label: Span) -> Option<Field> {
        let (field, mut behind) = name_in(reading, label)?;
        // *Thời gian trình Chính phủ*
        if field == Field::Deadline
            && matches!(reading.slice(behind.back().index()), "trình" | "Trình")
        {
            return Some(field);
        }
        // *Đơn vị chủ trì, tham mưu*
        while behind.start() < label.end
            && matches!(behind.gap(), Gap::Space | Gap::Comma | Gap::Slash)
            && let Some((Field::More, more)) =
                Class::Link.at(behind).unwrap_or(behind).phrase(&FIELDS)
        {
            behind = more;
        }
        let rest = reading.text()[behind.end().min(label.end)..label.end].trim_start();
        (rest.trim_matches(['*', ' ']).is_empty() || rest.starts_with('(')).then_some(field)
    }
}

/// Whether a cell, or the value of a label, only says that it is as the one above: *nt*, *như trên*, `//`.
pub(super) fn is_ditto(value: &str) -> bool {
    let words = value.trim_matches([' ', '-', '–', '.', '(', ')']);
    let sign = |c| {
        matches!(
            c,
            '/' | '"' | '”' | '“' | '″' | '〃' | '\'' | '’' | '´' | ' '
        )
    };
    match words.to_lowercase().as_str() {
        "nt" | "n.t" | "như trên" => true,
        "/" | "" => false,
        signs => signs.chars().all(sign),
    }
}

/// The field whose name `label` begins with, and the place behind the name.
fn name_in<'r, 't>(reading: &'r Reading<'t>, label: Span) -> Option<(Field, Place<'r, 't>)> {
    let words = label.of(reading.text());
    if label.len() > LONGEST {
        return None;
    }
    let first = reading.place_at(label.start);
    if words.starts_with(['#', ' ']) && words.trim() == "#" {
        return Some((Field::Number, first));
    }
    let (field, behind) = first.phrase(&FIELDS)?;
    let before = words.get(..first.start().checked_sub(label.start)?)?;
    let plain = before
        .chars()
        .all(|c| c.is_whitespace() || "*-+•".contains(c));
    (plain && behind.end() <= label.end && *field != Field::More).then_some((*field, behind))
}

/// How many bytes may stand behind the name of a column.
const REST: usize = 40;

/// The longest label, in bytes.
pub(super) const LONGEST: usize = 90;

static FIELDS: Lazy<Phrases<Field>> = Lazy::new(|| {
    let rows = TASK_FIELDS.rows();
    let rows = rows.filter_map(|[field, name]| Some((name, Field::named(field)?)));
    Phrases::new(&VOCABULARY, rows)
});

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(label: &str) -> (Reading<'_>, Span) {
        (Reading::new(label, &VOCABULARY), Span::new(0, label.len()))
    }

    #[test]
    fn names_in_any_case() {
        for (label, field) in [
            ("STT", Some(Field::Number)),
            ("TT", Some(Field::Number)),
            ("#", Some(Field::Number)),
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
            let (reading, span) = whole(label);
            assert_eq!(Field::of_column(&reading, span), field, "{label:?}");
        }
    }

    #[test]
    fn marks_of_the_value_above() {
        for (value, ditto) in [
            ("nt", true),
            ("NT", true),
            ("-nt-", true),
            ("- nt -", true),
            ("n.t.", true),
            ("Như trên", true),
            ("(như trên)", true),
            ("//", true),
            ("-//-", true),
            ("\"", true),
            ("''", true),
            ("", false),
            ("-", false),
            ("/", false),
            ("NN&MT", false),
            ("Như Bộ Y tế", false),
            ("Sở NT", false),
        ] {
            assert_eq!(is_ditto(value), ditto, "{value:?}");
        }
    }

    #[test]
    fn labels_are_names_and_no_more() {
        for (label, field) in [
            ("đơn vị phối hợp", Some(Field::Partners)),
            ("**Đơn vị phối hợp**", Some(Field::Partners)),
            ("Cơ quan chủ trì thực hiện", Some(Field::Lead)),
            ("Sản phẩm (dự kiến)", Some(Field::Product)),
            ("Thời gian trình Chính phủ", Some(Field::Deadline)),
            ("Thời gian làm việc", None),
            ("Phối hợp với các ngành", None),
            ("Nội dung của Đề án", None),
        ] {
            let (reading, span) = whole(label);
            assert_eq!(Field::of_label(&reading, span), field, "{label:?}");
        }
    }
}
