//! Date and issuers as a place states them, from what was found there.

use super::{Source, StatedDate, StatedIssuer};
use crate::body::IssuingBody;
use crate::date::{DateExpression, DateValue, Modifier, PartialDate};
use crate::span::{Found, Span};

/// Date and issuers as one place states them.
#[derive(Debug, Default)]
pub(crate) struct Stated {
    /// The verb of issuing, where there is one.
    pub(crate) verb: Option<Span>,
    pub(crate) date: Option<StatedDate>,
    pub(crate) issuers: Vec<StatedIssuer>,
}

impl Stated {
    /// Takes what is not known yet.
    pub(super) fn add(&mut self, date: Option<StatedDate>, issuers: Vec<StatedIssuer>) {
        self.date = self.date.take().or(date);
        if self.issuers.is_empty() {
            self.issuers = issuers;
        }
    }
}

impl StatedDate {
    /// `date`, if it is one day, month or year, or part of one: *cuối năm 2019* is in 2019.
    pub(super) fn of(date: &Found<'_, DateExpression>, source: Source) -> Option<Self> {
        let value = &date.value;
        let whole = matches!(
            value.modifier,
            None | Some(Modifier::Early | Modifier::Mid | Modifier::Late)
        );
        let DateValue::Date(day) = value.value else {
            return None;
        };
        let known = matches!(
            day,
            PartialDate::Day { month: Some(_), .. }
                | PartialDate::Month { year: Some(_), .. }
                | PartialDate::Year(_)
        );
        (whole && known && value.recurrence.is_none()).then_some(StatedDate {
            date: day,
            source,
            span: date.span,
        })
    }
}

impl StatedIssuer {
    pub(super) fn of(body: &Found<'_, IssuingBody>, source: Source) -> Self {
        StatedIssuer {
            name: body.value.issuer().to_owned(),
            source,
        }
    }
}
