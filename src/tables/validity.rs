//! From when until when a row of a table is valid.

use crate::date::PartialDate;

/// Whether any day that `date` may mean lies in the period; one without a year lies in every.
pub(crate) fn within(
    from: Option<PartialDate>,
    to: Option<PartialDate>,
    date: PartialDate,
) -> bool {
    let Some((first, last)) = date.bounds() else {
        return true;
    };
    let begins = from.and_then(PartialDate::bounds).map(|(first, _)| first);
    let ends = to.and_then(PartialDate::bounds).map(|(_, last)| last);
    begins.is_none_or(|begins| begins <= last) && ends.is_none_or(|ends| first <= ends)
}
