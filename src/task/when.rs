//! By when a task is to be done, and how often.

use super::words::{Class, action};
use crate::date::{CivilDate, DateExpression, DateValue, Endpoint, Modifier, PartialDate, Role};
use crate::reading::{Gap, Place, Reading};
use crate::span::{Found, Span};

/// What a text says about time.
pub(super) struct Calendar<'r, 't, 'd> {
    reading: &'r Reading<'t>,
    dates: &'d [Found<'t, DateExpression>],
    /// The page's own day: that of its head or of a signature.
    page: Option<CivilDate>,
}

/// How many words before a date are read.
const REACH: usize = 30;

/// So many words before a stretch of time say what happens in it.
const NEAR: usize = 8;

/// Between a passive verb and its date stand no more words: *được phê duyệt | trước*.
const MORE: usize = 2;

impl<'r, 't, 'd> Calendar<'r, 't, 'd> {
    /// `dates` are those of the same text, in order.
    pub(super) fn new(reading: &'r Reading<'t>, dates: &'d [Found<'t, DateExpression>]) -> Self {
        let own = |date: &&Found<'_, DateExpression>| match date.value.role {
            Some(Role::Page | Role::Signature) => true,
            // *Hà Nội, ngày 05 tháng 8 năm 2026*
            Some(Role::Issue) => {
                let place = reading.place_at(date.span.start);
                place.gap() == Gap::Comma && reading.case(place.back().index()).is_capital()
            }
            _ => false,
        };
        let page = dates.iter().find(own);
        let page = page.and_then(|date| date.value.bounds()?.last);
        Calendar {
            reading,
            dates,
            page,
        }
    }

    pub(super) fn dates_in(&self, within: Span) -> &'d [Found<'t, DateExpression>] {
        let first = self
            .dates
            .partition_point(|date| date.span.start < within.start);
        let inside = &self.dates[first..];
        &inside[..inside.partition_point(|date| date.span.end <= within.end)]
    }

    /// The place behind the date that begins at `place`: *trước ngày 20/4 phải báo cáo*.
    pub(super) fn behind_date(&self, place: Place<'r, 't>) -> Option<Place<'r, 't>> {
        let at = place.start();
        let i = self.dates.partition_point(|date| date.span.start < at);
        // Some words of time belong to no date: *chậm nhất trước ngày*.
        let date = self.dates.get(i)?;
        let first = self.reading.place_at(date.span.start);
        let mut lead = place;
        while lead.index() < first.index() {
            lead = Class::Due.at(lead).or_else(|| Class::UpTo.at(lead))?;
        }
        (lead.index() == first.index()).then(|| self.reading.place_at(date.span.end))
    }

    /// The place before the date that ends at `place`: *Công điện số 5/CĐ-TTg ngày 6/7/2026 yêu cầu …*.
    pub(super) fn before_date(&self, place: Place<'r, 't>) -> Option<Place<'r, 't>> {
        let i = self
            .dates
            .partition_point(|date| date.span.end < place.end());
        let date = (self.dates.get(i)).filter(|date| date.span.end == place.end())?;
        Some(self.reading.place_at(date.span.start))
    }

    /// How long ago the date is that begins at `place`; `None` where none begins.
    pub(super) fn elapsed_at(&self, place: Place<'r, 't>) -> Option<Elapsed> {
        let first = match self.reading.slice(place.index()) {
            "Trong" | "trong" => place.next(),
            _ => place,
        };
        let starts = [place.start(), first.start()];
        let i = self
            .dates
            .partition_point(|date| date.span.start < place.start());
        let date = (self.dates.get(i)).filter(|date| starts.contains(&date.span.start))?;
        let value = &date.value;
        let day = matches!(value.value, DateValue::Date(PartialDate::Day { .. }));
        let behind = self.reading.place_at(date.span.end);
        let gone = || Class::LongAgo.at(behind).or_else(|| Class::Ago.at(behind));
        if !day && behind.gap() == Gap::Space && gone().is_some() {
            return Some(Elapsed::Gone);
        }
        let over = self.is_over(value) || self.is_so_far(value);
        Some(match (over, day) {
            (true, true) => Elapsed::Day,
            (true, false) => Elapsed::Period,
            (false, false) if value.role != Some(Role::Deadline) => Elapsed::Open,
            (false, _) => Elapsed::Not,
        })
    }

    /// Whether a stretch of time goes on until now, or ended before the page: *từ đầu năm đến nay*.
    fn is_so_far(&self, date: &DateExpression) -> bool {
        match (&date.value, date.role) {
            (DateValue::Interval { end, .. }, Some(Role::Period)) => match end {
                Endpoint::Unknown => true,
                _ => self.is_past(date),
            },
            _ => false,
        }
    }

    /// Whether the date that ends right before `place` is over.
    pub(super) fn is_over_before(&self, place: Place<'r, 't>) -> bool {
        let close = matches!(place.gap(), Gap::Space | Gap::Comma);
        let i = self
            .dates
            .partition_point(|date| date.span.end < place.end());
        let date = self
            .dates
            .get(i)
            .filter(|date| date.span.end == place.end());
        close && date.is_some_and(|date| self.is_over(&date.value))
    }

    /// Whether the last day of a date is before the page's own: nothing is to be done by it any more.
    fn is_past(&self, date: &DateExpression) -> bool {
        // *ngày 15 tháng 12 của năm trước* goes by another year than the page's.
        let own = match &date.value {
            DateValue::Date(date) | DateValue::Approximate(date) => date.year().is_some(),
            DateValue::Interval { .. } => true,
            _ => false,
        };
        let last = date.bounds().filter(|_| own).and_then(|bounds| bounds.last);
        self.page.zip(last).is_some_and(|(page, last)| last < page)
    }

    /// Whether something is still to be done by a day in `within`.
    pub(super) fn is_ahead(&self, within: Span) -> bool {
        let mut dates = self.dates_in(within).iter();
        dates.any(|date| self.is_due(within, date) && !self.is_over(&date.value))
    }

    /// Whether a date is over by the page's own day, or may be where that is not known. One that comes
    /// back, or that something is limited by, is not.
    fn is_over(&self, date: &DateExpression) -> bool {
        let point = matches!(date.value, DateValue::Date(_) | DateValue::Approximate(_));
        let free = date.role != Some(Role::Deadline)
            && date.recurrence.is_none()
            && matches!(date.modifier, None | Some(Modifier::Within));
        let last = date.bounds().and_then(|bounds| bounds.last);
        point
            && free
            && match (self.page, last) {
                (Some(page), Some(last)) => last < page,
                _ => date.modifier.is_none(),
            }
    }

    /// The dates of `within` by which something is to be done, or by which it comes back.
    pub(super) fn due_in(&self, within: Span) -> Vec<Found<'t, DateExpression>> {
        let dates = self.dates_in(within).iter();
        dates
            .filter(|date| self.is_due(within, date))
            .cloned()
            .collect()
    }

    /// The dates of `within`, a field that is named *thời hạn*, whatever words stand before them.
    pub(super) fn named_in(&self, within: Span) -> Vec<Found<'t, DateExpression>> {
        let dates = self.dates_in(within).iter().cloned();
        let due = |mut date: Found<'t, DateExpression>| {
            // A day alone in its cell looks like that of the page.
            if date.value.role == Some(Role::Page) {
                date.value.role = Some(Role::Deadline);
            }
            may_be_due(&date.value).then_some(date)
        };
        dates.filter_map(due).collect()
    }

    /// Whether the words before `date` make it a deadline of what `within` tells.
    fn is_due(&self, within: Span, date: &Found<'_, DateExpression>) -> bool {
        let value = &date.value;
        if !may_be_due(value) || self.is_past(value) || self.is_aside(within, date.span) {
            return false;
        }
        let place = self.reading.place_at(date.span.start);
        let before = Before::of(place, within.start);
        let counted = matches!(value.value, DateValue::Offset(_));
        let up_to = matches!(value.modifier, Some(Modifier::By | Modifier::EndOf));
        let measured = before.measured && up_to && !before.latest;
        if before.told_past || before.befalls || measured || before.of_noun && !counted {
            return false;
        }
        if value.recurrence.is_some() || matches!(value.value, DateValue::Recurring(_)) {
            return value.role == Some(Role::Deadline) && value.modifier.is_some()
                || before.opens
                || before.near
                || before.next
                || before.doing;
        }
        // *đến năm 2030* is how far a plan looks; *giai đoạn 2021 - 2025* is no deadline.
        if is_horizon(&value.value) {
            let near = before.near && !before.own_verb;
            return near && value.modifier != Some(Modifier::EndOf) || before.done_in;
        }
        if let DateValue::Interval { .. } = value.value {
            let stretch = matches!(value.modifier, None | Some(Modifier::Within)) && before.joined;
            return stretch && !before.happens;
        }
        value.role == Some(Role::Deadline) || before.near || before.next
    }

    /// Whether `date` stands in a bracket or a quotation of its own: *(phấn đấu 15/6)*.
    fn is_aside(&self, within: Span, date: Span) -> bool {
        let bracket = self.reading.bracket(date.start);
        bracket.is_some_and(|bracket| {
            let first = self.reading.place_at(bracket.start + 1);
            bracket.start > within.start
                && Class::Time.at(first).is_none()
                && first.start() < date.start
        })
    }
}

/// How long ago something is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Elapsed {
    /// It is now, or still to come.
    #[default]
    Not,
    /// A month, a year of which nobody can tell whether it is over.
    Open,
    /// A day that is over.
    Day,
    /// A month, a year that is over.
    Period,
    /// The same, of which the words say that nothing of it is news: *năm ngoái*, *tháng 3 vừa qua*.
    Gone,
}

/// What the words before a date say of it.
struct Before {
    /// What was done by a day (*đã nghỉ hưu trước ngày …*) is not to be done by it.
    told_past: bool,
    /// *trước*, *chậm nhất*, *hoàn thành trong* are among the last three words.
    near: bool,
    /// *đến*, *vào*, *để* is the last word.
    next: bool,
    /// *hoàn thành* or *xong* is among the last words.
    done_in: bool,
    /// A clause begins with the date: *…, định kỳ hằng quý*.
    opens: bool,
    /// A verb of doing that comes back stands right before: *báo cáo hằng tháng*.
    doing: bool,
    /// No sign parts the date from the words before it.
    joined: bool,
    /// It is told when something happens: *mưa lớn xảy ra từ ngày …*.
    happens: bool,
    /// It is told how much there was on a day: *số dư đến hết ngày …*.
    measured: bool,
    /// *chậm nhất*, *muộn nhất*
    latest: bool,
    /// It is told when something befell somebody: *cán bộ nghỉ hưu trước ngày …*.
    befalls: bool,
    /// A verb stands right before that is a noun's own: *nhà xây dựng không phép trước ngày …*.
    own_verb: bool,
    /// So it says which of these are meant: *rà soát nhà xây dựng không phép trước ngày …*.
    of_noun: bool,
}

impl Before {
    fn of(place: Place<'_, '_>, from: usize) -> Self {
        let mut before = Before {
            told_past: false,
            near: false,
            next: false,
            done_in: false,
            opens: false,
            doing: false,
            joined: matches!(place.gap(), Gap::Space | Gap::Colon),
            happens: false,
            measured: false,
            latest: false,
            befalls: false,
            own_verb: false,
            of_noun: false,
        };
        let reading = place.reading();
        let mut done = false;
        let mut at = place;
        let mut count = 0;
        while at.index() > 0 && at.end() > from && count < REACH {
            let gap = at.gap();
            if count == 0 && gap == Gap::Colon {
            } else if !matches!(gap, Gap::Space | Gap::Glued) {
                break;
            }
            at = at.back();
            if reading.slice(at.index()) == "thì" {
                break;
            }
            let due = Class::Due.at(at).is_some();
            before.near |= due && count < 3;
            before.next |= count == 0 && Class::UpTo.at(at).is_some();
            // *từ đầu năm học đến ngày 15/10* is how long.
            before.next &= reading.slice(at.index()) != "từ";
            before.done_in |= count < 3 && Class::Done.at(at).is_some();
            done |= Class::Done.at(at).is_some();
            before.befalls |= !done && count < NEAR && Class::Befalls.at(at).is_some();
            // *nhà đầu tư* is somebody.
            let bearer = || {
                let noun = Class::Bearer.before(at).filter(|_| at.gap() == Gap::Space);
                let whole = |noun: Place<'_, '_>| {
                    let kinds = [Class::Person, Class::Head, Class::Member, Class::Compound];
                    let longer = |class: &Class| {
                        class
                            .at(noun)
                            .is_some_and(|behind| behind.index() > at.index())
                    };
                    !kinds.iter().any(longer)
                };
                noun.is_some_and(whole)
            };
            let passive = || {
                matches!(reading.slice(at.index()), "được" | "bị")
                    && action(at.next()).is_some_and(|verb| verb.index() + MORE >= place.index())
            };
            before.own_verb |= count < NEAR
                && at.gap() == Gap::Space
                && (passive() || Class::Dated.at(at).is_some() && bearer());
            before.measured |= Class::Measured.at(at).is_some();
            // *chậm nhất ngày 5/7* never says which one.
            before.latest |= reading.slice(at.index()) == "nhất";
            done |= before.latest;
            before.of_noun |=
                !done && before.own_verb && count > 1 && Class::Listing.at(at).is_some();
            before.told_past |= Class::Past.at(at).is_some();
            before.happens |= count < NEAR && Class::Happens.at(at).is_some();
            before.doing |= count < 4
                && Class::Reporting
                    .at(at)
                    .is_some_and(|end| end.index() == place.index());
            count += 1;
        }
        before.opens = count == 0
            || Class::Periodic.at(place.back()).is_some()
            || place.index() > 1
                && Class::Periodic
                    .at(place.back().back())
                    .is_some_and(|end| end.index() == place.index());
        before
    }
}

/// Whether a date can be the day something is due: it is not the date of a document or of an event,
/// and not when something begins.
fn may_be_due(date: &DateExpression) -> bool {
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
    let starts = matches!(date.modifier, Some(Modifier::From | Modifier::After))
        && !matches!(date.value, DateValue::Interval { .. });
    let vague = matches!(date.value, DateValue::Vague(_));
    // *Thời gian: 8h00 ngày 10/6* is when people meet.
    let meets = date.time.is_some() && date.modifier.is_none() && date.role == Some(Role::Event);
    !elsewhere && !meets && !starts && !vague && !date.template && date.warnings.is_empty()
}

/// Years only: how far a plan looks.
fn is_horizon(value: &DateValue) -> bool {
    match value {
        DateValue::Date(date) | DateValue::Approximate(date) => is_year(date),
        DateValue::Interval { start, end } => [start, end].iter().all(|end| match end {
            Endpoint::Date(date) => is_year(date),
            _ => true,
        }),
        _ => false,
    }
}

fn is_year(date: &PartialDate) -> bool {
    matches!(date, PartialDate::Year(_))
}
