//! When a task is due, and how often it comes back.

use memchr::memmem;

use super::TaskList;
use super::vocabulary::{begins_with_action, prefix};
use crate::carry::placeless;
use crate::date::{DateExpression, DateValue, Modifier, PartialDate, Period, Role};
use crate::span::{Found, Span};
use crate::text::cursor::phrase_before;

/// How often a task comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Recurrence {
    /// Once in this time (*hằng quý*: `P3M`); `None` for *thường xuyên*, all the time.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub period: Option<Period>,
}

placeless!(Recurrence);

/// Sets [`deadline`](super::Task::deadline) and [`recurrence`](super::Task::recurrence) of every
/// task of `lists` from its own words. `dates` are those of the same text, in order.
pub fn attach_deadlines<'t>(
    text: &'t str,
    lists: &mut [TaskList<'t>],
    dates: &[Found<'t, DateExpression>],
) {
    Calendar::new(text, dates).attach(lists);
}

/// What a text says about time.
pub(super) struct Calendar<'t, 'd> {
    text: &'t str,
    dates: &'d [Found<'t, DateExpression>],
    /// Where *thường xuyên* stands.
    constant: Vec<usize>,
}

const CONSTANTLY: &str = "thường xuyên";

impl<'t, 'd> Calendar<'t, 'd> {
    pub(super) fn new(text: &'t str, dates: &'d [Found<'t, DateExpression>]) -> Self {
        // The first letter may be a capital.
        let tail = &CONSTANTLY.as_bytes()[1..];
        let starts = memmem::find_iter(text.as_bytes(), tail).filter_map(|at| at.checked_sub(1));
        Calendar {
            text,
            dates,
            constant: starts
                .filter(|&at| {
                    text.is_char_boundary(at) && prefix(&text[at..], CONSTANTLY).is_some()
                })
                .collect(),
        }
    }

    /// Lists are nested at most [`MAX_DEPTH`](super::tree::MAX_DEPTH) deep, so the recursion is
    /// bounded.
    pub(super) fn attach(&self, lists: &mut [TaskList<'t>]) {
        for task in lists.iter_mut().flat_map(|list| &mut list.items) {
            let due = task.due.take();
            let named = due.and_then(|cell| self.named_deadline(cell));
            task.deadline = named.or_else(|| self.deadline(task.words));
            let named = due.and_then(|cell| self.named_recurrence(cell));
            task.recurrence = named.or_else(|| self.recurrence(task.words));
            self.attach(&mut task.lists);
        }
    }

    fn dates_in(&self, within: Span) -> &'d [Found<'t, DateExpression>] {
        let first = self
            .dates
            .partition_point(|date| date.span.start < within.start);
        let inside = &self.dates[first..];
        &inside[..inside.partition_point(|date| date.span.end <= within.end)]
    }

    /// The last date of `within` by which something is to be done.
    pub(super) fn deadline(&self, within: Span) -> Option<Found<'t, DateExpression>> {
        let mut dates = self.dates_in(within).iter();
        dates
            .rfind(|date| is_due(self.text, within.start, date))
            .cloned()
    }

    /// The only or last date of `within`, whatever words stand before it: that of a field which
    /// is named *thời hạn*.
    pub(super) fn named_deadline(&self, within: Span) -> Option<Found<'t, DateExpression>> {
        let mut dates = self.dates_in(within).iter();
        dates.rfind(|date| names_time(&date.value)).cloned()
    }

    /// How often what `within` says comes back: *định kỳ hằng quý*, *thường xuyên cập nhật*.
    pub(super) fn recurrence(&self, within: Span) -> Option<Found<'t, Recurrence>> {
        let text = self.text;
        let periodic = self.dates_in(within).iter().find_map(|date| {
            let before = near(text, within.start, date.span.start);
            let period = match date.value.value {
                DateValue::Recurring(period) if says_how_often(before) => Some(period),
                _ => date
                    .value
                    .recurrence
                    .filter(|_| is_due(text, within.start, date)),
            };
            Some((date.span, Some(period?)))
        });
        let first = self.constant.partition_point(|&at| at < within.start);
        let constant = self.constant[first..]
            .iter()
            .map(|&at| Span::new(at, at + CONSTANTLY.len()))
            .take_while(|span| span.end <= within.end)
            .find(|span| {
                let after = text[span.end..within.end].trim_start();
                let alone = after.is_empty() || after.starts_with([',', ';', '.', ')']);
                opens_clause(near(text, within.start, span.start))
                    && (alone || begins_with_action(after))
            });
        let (span, period) = periodic.or(constant.map(|span| (span, None)))?;
        Some(Found::new(text, span, Recurrence { period }))
    }

    /// Like [`recurrence`](Self::recurrence), for a field that is named *thời hạn*.
    pub(super) fn named_recurrence(&self, within: Span) -> Option<Found<'t, Recurrence>> {
        let named = self.dates_in(within).iter().find_map(|date| {
            let period = match date.value.value {
                DateValue::Recurring(period) => Some(period),
                _ => date.value.recurrence,
            };
            let period = Some(period?);
            Some(Found::new(self.text, date.span, Recurrence { period }))
        });
        named.or_else(|| self.recurrence(within))
    }
}

/// Whether `date` can be the day something is due: it is no stretch between two days, and it is
/// not the date of a document or of an event.
fn names_time(date: &DateExpression) -> bool {
    let single = matches!(
        date.value,
        DateValue::Date(_) | DateValue::Approximate(_) | DateValue::Offset(_)
    );
    let elsewhere = matches!(
        date.role,
        Some(
            Role::Issue
                | Role::Effective
                | Role::Page
                | Role::Signature
                | Role::LawYear
                | Role::Birth
        )
    );
    let starts = matches!(date.modifier, Some(Modifier::From | Modifier::After));
    single && !elsewhere && !starts
}

/// Whether the words before `date` make it a deadline. They are read from byte `from` on.
fn is_due(text: &str, from: usize, date: &Found<'_, DateExpression>) -> bool {
    if !names_time(&date.value) {
        return false;
    }
    let before = near(text, from, date.span.start);
    let clause = &before[before.rfind([';', ':', ',']).map_or(0, |i| i + 1)..];
    let mut words = clause.rsplit(|c: char| !c.is_alphanumeric());
    // What was done by a day (*đã nghỉ hưu trước ngày …*) is not to be done by it.
    const DONE: [&str; 2] = ["đã", "từng"];
    if words.any(|word| DONE.contains(&word)) {
        return false;
    }
    if date.value.role == Some(Role::Deadline) {
        return true;
    }
    // Behind a label the words of the label count, otherwise those of the clause.
    let label = before.trim_end().ends_with(':');
    let unbroken = label || before.trim_end().ends_with(char::is_alphanumeric);
    let read = if label { before } else { clause };
    let words = read
        .rsplit(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    const NEAR: [&str; 9] = [
        "trước", "nhất", "trong", "xong", "thành", "hạn", "hết", "gian", "cuối",
    ];
    // *đến năm 2030* is how far a plan looks.
    let horizon = matches!(date.value.value, DateValue::Date(PartialDate::Year(_)));
    let next: &[&str] = if horizon {
        &["vào", "để"]
    } else {
        &["đến", "vào", "để"]
    };
    let mut near = words.take(3).map(str::to_lowercase).enumerate();
    unbroken
        && near.any(|(i, word)| {
            NEAR.contains(&word.as_str()) || i == 0 && next.contains(&word.as_str())
        })
}

/// The words before byte `at`, from byte `from` on but no more than [`REACH`] of them.
fn near(text: &str, from: usize, at: usize) -> &str {
    let mut from = from.max(at.saturating_sub(REACH));
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..at]
}

/// How far to the left of a date its words are read, in bytes.
const REACH: usize = 240;

/// Whether what comes back often is the doing, not the thing that is done (*dự toán hằng năm*).
fn says_how_often(before: &str) -> bool {
    const DOING: [&str; 9] = [
        "báo cáo",
        "tổ chức",
        "kiểm tra",
        "đánh giá",
        "rà soát",
        "sơ kết",
        "tổng kết",
        "thực hiện",
        "họp",
    ];
    opens_clause(before) || DOING.iter().any(|verb| ends_with(before, verb))
}

/// Whether a clause begins behind `before`.
fn opens_clause(before: &str) -> bool {
    let words = before.trim_end();
    words.is_empty()
        || words.ends_with([',', ';', ':', '.', '('])
        || ["và", "phải", "cần", "định kỳ", "định kì"]
            .iter()
            .any(|word| ends_with(before, word))
}

fn ends_with(before: &str, phrase: &str) -> bool {
    phrase_before(before, before.len(), phrase).is_some()
}
