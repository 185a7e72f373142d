//! The date and the issuers that stand behind the title of a document, or in the next cell.

use super::behind::Behind;
use super::issuers::row_of_bodies;
use super::words::{BEFORE_DAY, DAY_OF_ISSUE, OTHER_DAY, OWN};
use super::{Findings, Source, StatedDate, StatedIssuer};
use crate::body::IssuingBody;
use crate::date::PartialDate;
use crate::reading::Gap;
use crate::span::{Found, Span};

/// The date and the issuers behind the title of the document, which begins at byte `from` and may reach
/// to byte `until`: *… về quản lý chất thải y tế ngày 04 tháng 6 năm 2019 của Bộ trưởng Bộ Y tế*. Where
/// they begin is where the title ends. `taken` says which dates are of other documents, `issues` which
/// bodies issue documents of the number, `of_year` whether a day that nobody is named behind is one of the
/// year of the number.
pub(super) fn behind_title(
    findings: &Findings<'_, '_>,
    title: Span,
    joint: bool,
    taken: impl Fn(usize) -> bool,
    issues: impl Fn(&Found<'_, IssuingBody>) -> bool,
    of_year: impl Fn(PartialDate) -> bool,
) -> Option<(Behind, usize)> {
    let first = findings
        .dates
        .partition_point(|date| date.span.start < title.start);
    let mut found = None;
    for date in findings.dates[first..]
        .iter()
        .take_while(|date| date.span.end <= title.end)
        .take(MOST_DATES)
    {
        let place = findings.place(date.span.start);
        let Some(stated) = StatedDate::of(date, Source::Inline) else {
            continue;
        };
        let whole_day = matches!(stated.date, PartialDate::Day { .. });
        if !whole_day || taken(date.span.start) || place.phrase_before(&BEFORE_DAY).is_some() {
            continue;
        }
        let of = findings.place(date.span.end);
        let spaced = matches!(of.gap(), Gap::Space | Gap::Comma);
        if !spaced || !findings.says(of, "của") {
            // "… về quản lý con dấu của Bộ trưởng Bộ Công an ngày 29/5/2012", if the code agrees.
            if date.span.end == title.end
                && place.gap().is_soft()
                && let Some(body) = findings.body_ending_at(place.end())
                && issues(body)
                && let of = findings.place(body.span.start).back()
                && findings.says(of, "của")
            {
                let behind = Behind {
                    date: Some(stated),
                    issuers: vec![StatedIssuer::of(body, Source::Inline)],
                    end: date.span.end,
                    told: date.span.end,
                };
                found = Some((behind, of.end()));
            } else if date.span.end == title.end && place.gap().is_soft() && of_year(stated.date) {
                // "Thông tư số 7/2014/TT-BYT về viện phí ngày 8/8/2014;", if the year agrees.
                let behind = Behind {
                    date: Some(stated),
                    issuers: Vec::new(),
                    end: date.span.end,
                    told: date.span.end,
                };
                found = Some((behind, place.end()));
            }
            continue;
        }
        if let Some((issuers, end)) = row_of_bodies(findings, of.next(), joint) {
            let behind = Behind {
                date: Some(stated),
                issuers,
                end,
                told: end,
            };
            found = Some((behind, place.end()));
        }
    }
    found
}

/// The body at the end of `title` that issues the document, as its code says, and where the words begin that name it:
/// *… về thuế nhà thầu của Bộ Tài chính*. A body whose own thing the title is about is none: *… quy định chức năng của
/// Bộ Tài chính*.
pub(super) fn closing_issuer(
    findings: &Findings<'_, '_>,
    title: Span,
    issues: impl Fn(&Found<'_, IssuingBody>) -> bool,
) -> Option<(StatedIssuer, usize)> {
    let body = findings.body_ending_at(title.end).filter(|b| issues(b))?;
    let name = findings.place(body.span.start);
    let of = name.back();
    let owned = of.phrase_before(&OWN).is_some();
    let beside = name.gap().is_soft() && findings.says(of, "của") && of.gap().is_soft();
    let first = findings
        .numbers
        .partition_point(|number| number.span.start < title.start);
    let nested = findings
        .numbers
        .get(first)
        .is_some_and(|number| number.span.end <= body.span.start);
    let told = beside && !owned && !nested && of.start() > title.start;
    told.then(|| (StatedIssuer::of(body, Source::Inline), of.end()))
}

/// More dates than a title has; it bounds the work of one look.
const MOST_DATES: usize = 8;

/// The day in the cell behind the number that ends at byte `end` of a table turned to text. The head of
/// its column must not say that it is another day than that of issue; and `told`, must say that it is.
pub(super) fn in_next_cell(
    findings: &Findings<'_, '_>,
    end: usize,
    told: bool,
) -> Option<StatedDate> {
    let next = findings.place(end);
    if !matches!(next.between().trim_matches(' '), "|" | "\n") {
        return None;
    }
    let date = findings.date_at(next.start())?;
    let behind = findings.text[date.span.end..].trim_start_matches(' ');
    let alone = behind.is_empty() || behind.starts_with(['|', '\n']);
    let stated = StatedDate::of(date, Source::Inline)
        .filter(|date| matches!(date.date, PartialDate::Day { year: Some(_), .. }));
    let mut place = next;
    for _ in 0..HEAD_FAR {
        place = place.back();
        if place.phrase(&DAY_OF_ISSUE).is_some() {
            return stated.filter(|_| alone);
        }
        if place.index() == 0 || place.phrase(&OTHER_DAY).is_some() {
            break;
        }
    }
    let headed = place.phrase(&OTHER_DAY).is_some();
    // "Thông tư⏎Số 14/2007/TT-BLĐTBXH⏎ngày 30/8/2007".
    let worded = date.text.starts_with("ngày");
    stated.filter(|_| alone && !headed && (!told || worded))
}

/// Words between the head of a column and a cell of it that are looked through.
const HEAD_FAR: usize = 200;
