//! A date expression: the value, and what the words around it add.

use super::civil::CivilDate;
use super::clock::{PartOfDay, TimeOfDay, Weekday};
use super::counted::Anchor;
use super::partial::PartialDate;
use super::period::Period;
use super::value::{Bounds, DateValue};
use crate::carry::carried;
use crate::named::named;
use crate::span::Span;

/// A date expression: what the words say, and what the words around them add.
///
/// In JSON the value is the string `edtf`, where it has that form; [`bounds`](Self::bounds) stand
/// there as `first` and `last`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::date_as_written))]
#[non_exhaustive]
pub struct DateExpression {
    /// What the words say.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub value: DateValue,
    /// The digits, or the words that stand for them, without the first unit word; bytes of the
    /// same text as the span of the [`Found`](crate::Found) around it.
    pub core: Span,
    /// The value completed (the year of *Sáng 12/8*). A value that lacks nothing is its own
    /// completion; `find` fills in those and *cùng ngày*, the extractor those that the day of
    /// writing completes.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "crate::json::parsed")
    )]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub resolved: Option<DateValue>,
    /// The word in front that moves the meaning.
    #[cfg_attr(feature = "serde", serde(default))]
    pub modifier: Option<Modifier>,
    /// The part of the unit, where a limit is the modifier (*đến cuối quý II*): early, mid or late.
    #[cfg_attr(feature = "serde", serde(default))]
    pub part: Option<Modifier>,
    /// What the date is the date of, as far as the words around it tell.
    #[cfg_attr(feature = "serde", serde(default))]
    pub role: Option<Role>,
    /// The time of day.
    #[cfg_attr(feature = "serde", serde(default))]
    pub time: Option<TimeOfDay>,
    /// The day of the week, as written.
    #[cfg_attr(feature = "serde", serde(default))]
    pub weekday: Option<Weekday>,
    /// The part of the day (*sáng*, *chiều*).
    #[cfg_attr(feature = "serde", serde(default))]
    pub part_of_day: Option<PartOfDay>,
    /// How often it comes back (*hằng năm*).
    #[cfg_attr(feature = "serde", serde(default))]
    pub recurrence: Option<Period>,
    /// The year is not written but counted (*ngày 31 tháng 01 năm sau*).
    #[cfg_attr(feature = "serde", serde(default))]
    pub year_reference: Option<YearReference>,
    /// Whether it is a form with blanks (*ngày … tháng 8 năm 2021*).
    #[cfg_attr(feature = "serde", serde(default))]
    pub template: bool,
    /// What is wrong with it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub warnings: Vec<DateWarning>,
}

/// How many years ahead a day with two digits for its year may lie.
const YEARS_AHEAD: u16 = 3;

/// Two days of the year lie no farther apart than so many days, to one side or the other.
const HALF_A_YEAR: i32 = 183;

impl DateExpression {
    pub(crate) fn new(value: DateValue, core: Span) -> Self {
        DateExpression {
            value,
            core,
            resolved: None,
            modifier: None,
            part: None,
            role: None,
            time: None,
            weekday: None,
            part_of_day: None,
            recurrence: None,
            year_reference: None,
            template: false,
            warnings: Vec::new(),
        }
    }

    /// The value in EDTF (ISO 8601-2), without the modifier; `None` for what has no such form.
    pub fn edtf(&self) -> Option<String> {
        self.value.edtf()
    }

    /// The first and last day that the words allow, as far as they are known.
    ///
    /// *trước* (before) ends on the eve and *sau* (after) starts on the morrow, unless an hour is
    /// named: then they end and start on the day itself. *đến*, *chậm nhất* (by), *đến hết* (end of)
    /// and *từ* (from) include the day named and leave the other end open. *đầu*, *giữa*, *cuối*,
    /// *trong* (early, mid, late, within) keep the days of the whole unit, since the words say no
    /// more. What comes back every year, what is only about right, what counts working days, and what is
    /// counted from an event whose day nobody tells, has none: see [`value`](Self::value) and
    /// [`recurrence`](Self::recurrence).
    ///
    /// ```
    /// let found = vanban::date::find("hoàn thành trước ngày 30/6/2021").next().unwrap();
    /// let bounds = found.value.bounds().unwrap();
    /// assert_eq!(bounds.last.unwrap().to_string(), "2021-06-29");
    /// assert_eq!(bounds.first, None);
    /// ```
    pub fn bounds(&self) -> Option<Bounds> {
        if self.recurrence.is_some() || self.template && self.modifier.is_some() {
            return None;
        }
        let own = self.resolved.as_ref().unwrap_or(&self.value).bounds()?;
        if let DateValue::Offset(offset) = &self.value {
            return match self.modifier {
                Some(Modifier::After) => Bounds::new(own.first, None),
                Some(Modifier::Before | Modifier::By | Modifier::EndOf) => {
                    Bounds::new(None, own.last)
                }
                _ => Bounds::new(offset.base(), own.last),
            };
        }
        // An hour on the day, or a part of the unit, keeps the unit itself within the limit.
        let inside =
            self.time.is_some() || matches!(self.part, Some(Modifier::Mid | Modifier::Late));
        match self.modifier {
            Some(Modifier::Before) if inside => Bounds::new(None, own.last),
            Some(Modifier::Before) => Bounds::new(None, own.first?.plus_days(-1)),
            Some(Modifier::After) if self.time.is_some() => Bounds::new(own.first, None),
            Some(Modifier::After) => Bounds::new(own.last?.plus_days(1), None),
            Some(Modifier::From) => Bounds::new(own.first, None),
            Some(Modifier::By | Modifier::EndOf) => Bounds::new(None, own.last),
            Some(Modifier::About) => None,
            _ => Some(own),
        }
    }

    /// The day, if the words name one full day of the calendar.
    pub fn day(&self) -> Option<CivilDate> {
        match self.value {
            DateValue::Date(PartialDate::Day { year, month, day }) => {
                CivilDate::new(year?, month?, day)
            }
            _ => None,
        }
    }

    /// Value and modifier in one EDTF string: *trước ngày 30/6/2021* is `../2021-06-29`, *từ ngày
    /// 01/7/2025* is `2025-07-01/..`. Without an open modifier the same as [`edtf`](Self::edtf).
    pub fn edtf_with_modifier(&self) -> Option<String> {
        let DateValue::Date(date) = self.value else {
            return self.edtf();
        };
        match self.modifier {
            Some(Modifier::Before | Modifier::After) => {
                let bounds = self.bounds()?;
                Some(match (bounds.first, bounds.last) {
                    (Some(first), _) => format!("{first}/.."),
                    (None, last) => format!("../{}", last?),
                })
            }
            Some(Modifier::From) => Some(format!("{date}/..")),
            Some(Modifier::By | Modifier::EndOf) => Some(format!("../{date}")),
            _ => self.edtf(),
        }
    }

    /// The value with what a reference day tells (see [`DateValue::resolve`]); `None` if it stays
    /// unknown, comes back every year, or counts from a year of reporting. *cùng ngày* stays the day
    /// that `find` took it for.
    ///
    /// ```
    /// use vanban::date::CivilDate;
    ///
    /// let found = vanban::date::find("nộp trước ngày 31 tháng 01 năm sau").next().unwrap();
    /// let reference = CivilDate::new(2020, 8, 5).unwrap();
    /// assert_eq!(found.value.resolve(reference).unwrap().to_string(), "2021-01-31");
    /// ```
    pub fn resolve(&self, reference: CivilDate) -> Option<DateValue> {
        if self.recurrence.is_some() || self.template {
            return None;
        }
        if self.value == DateValue::Anchor(Anchor::SameDay) {
            return self.resolved.clone();
        }
        let reference = match self.year_reference {
            None => reference,
            Some(YearReference::Shift(years)) => reference.plus_months(i32::from(years) * 12)?,
            Some(YearReference::Coming | YearReference::Past) => {
                let bounds = self.value.resolve(reference)?.bounds()?;
                match self.year_reference {
                    Some(YearReference::Coming) if bounds.last? <= reference => {
                        reference.plus_months(12)?
                    }
                    Some(YearReference::Past) if bounds.first? >= reference => {
                        reference.plus_months(-12)?
                    }
                    _ => reference,
                }
            }
            Some(YearReference::Symbolic) => return None,
        };
        if self.warnings.contains(&DateWarning::TwoDigitYear)
            && let Some(day) = self.century_of(reference)
        {
            return Some(day);
        }
        let resolved = self.value.resolve(reference)?;
        let told = self.year_reference.is_some() || !self.value.lacks_year();
        (told || self.is_near(&resolved, reference)).then_some(resolved)
    }

    /// Whether what lacks its year may be of the year of the day of writing. The year that brings it nearest is
    /// meant, and nothing tells which one where that is another: *ngày 05/01*, written in December. What is due
    /// lies ahead.
    fn is_near(&self, resolved: &DateValue, reference: CivilDate) -> bool {
        let Some(bounds) = resolved.bounds() else {
            return true;
        };
        let due = self.role == Some(Role::Deadline);
        let lone = matches!(
            self.value,
            DateValue::Date(PartialDate::Day { month: None, .. })
        );
        let day = matches!(self.value, DateValue::Date(PartialDate::Day { .. }));
        let earliest = match due && day && !lone {
            true => Some(reference),
            false => reference.plus_days(-HALF_A_YEAR),
        };
        let latest = reference.plus_days(HALF_A_YEAR);
        let behind = bounds
            .last
            .zip(earliest)
            .is_some_and(|(last, earliest)| last < earliest);
        let ahead = bounds
            .first
            .zip(latest)
            .is_some_and(|(first, latest)| first > latest);
        !behind && (due || !ahead)
    }

    /// *ngày 2-9-45*: a day of either century, as long as nothing else tells.
    pub(super) fn open_century(&mut self) {
        let DateValue::Date(PartialDate::Day {
            year: Some(year @ 2000..2050),
            month,
            day,
        }) = self.value
        else {
            return;
        };
        if !self.warnings.contains(&DateWarning::TwoDigitYear) {
            return;
        }
        let of = |year| PartialDate::Day {
            year: Some(year),
            month,
            day,
        };
        let dates = [of(year - 100), of(year)];
        if dates.iter().all(|date| date.exists()) {
            self.value = DateValue::OneOf(dates.into());
        }
    }

    /// The later of two centuries, if the day of writing lies in it and is not long before.
    fn century_of(&self, reference: CivilDate) -> Option<DateValue> {
        let DateValue::OneOf(dates) = &self.value else {
            return None;
        };
        let later = *dates.last()?;
        let meant = self.role != Some(Role::Birth)
            && reference.year() >= 2000
            && later.year()? <= reference.year() + YEARS_AHEAD;
        meant.then_some(DateValue::Date(later))
    }

    /// What the words alone complete: nothing where a part is missing, comes back or is counted.
    pub(crate) fn resolve_itself(&self) -> Option<DateValue> {
        let itself = self.recurrence.is_none() && !self.template && self.year_reference.is_none();
        self.value.resolve_itself().filter(|_| itself)
    }
}

carried!(DateExpression { core } keeps {
    value, resolved, modifier, part, role, time, weekday, part_of_day, recurrence, year_reference, template,
    warnings
});

/// How the words in front of a date change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Modifier {
    /// *trước*: earlier, the day itself excluded.
    Before,
    /// *sau*: later, the day itself excluded.
    After,
    /// *từ*, *kể từ*, *trở đi*: that day and later.
    From,
    /// *đến*, *chậm nhất*, *không quá*: that day or earlier.
    By,
    /// *trong*: some time within.
    Within,
    /// *đến hết*, *hết*, *kết thúc*: the end of it.
    EndOf,
    /// *đầu*: the beginning of it.
    Early,
    /// *giữa*: the middle of it.
    Mid,
    /// *cuối*: the end part of it.
    Late,
    /// *những tháng đầu*: its first months.
    FirstMonths,
    /// *những tháng cuối*: its last months.
    LastMonths,
    /// *khoảng*: about.
    About,
}

named!(Modifier, "a modifier" {
    Before = "before",
    After = "after",
    From = "from",
    By = "by",
    Within = "within",
    EndOf = "end_of",
    Early = "early",
    Mid = "mid",
    Late = "late",
    FirstMonths = "first_months",
    LastMonths = "last_months",
    About = "about",
});

impl Modifier {
    /// Whether it opens one end.
    pub(super) fn is_limit(self) -> bool {
        use Modifier::{After, Before, By, EndOf, From};
        matches!(self, Before | After | From | By | EndOf)
    }

    /// Whether it is a part of the unit.
    pub(super) fn is_part(self) -> bool {
        matches!(self, Modifier::Early | Modifier::Mid | Modifier::Late)
    }
}

/// What a date is the date of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Role {
    /// Issue of a document: the header's place and date, *ban hành ngày*, or a date behind a
    /// document number, which the assembled document decides.
    Issue,
    /// Start or end of a document's force (*có hiệu lực từ ngày*).
    Effective,
    /// The time by which something must be done.
    Deadline,
    /// A stretch of time.
    Period,
    /// Something happens (*Sáng 12/8, …*).
    Event,
    /// The page's own date.
    Page,
    /// A signature's stamp.
    Signature,
    /// The year in the name of a law (*Bộ luật Dân sự năm 2015*).
    LawYear,
    /// A person's birth.
    Birth,
}

named!(Role, "a role of dates" {
    Issue = "issue",
    Effective = "effective",
    Deadline = "deadline",
    Period = "period",
    Event = "event",
    Page = "page",
    Signature = "signature",
    LawYear = "law_year",
    Birth = "birth",
});

/// A year that is not written but counted from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum YearReference {
    /// This many years after the current one: *năm sau* 1, *năm nay* 0, *năm trước* -1.
    Shift(i8),
    /// The next such day after the day of writing: *ngày 15/01 tới*.
    Coming,
    /// The last such day before the day of writing: *ngày 25/12 vừa qua*.
    Past,
    /// A year of a procedure, *năm báo cáo*, *năm kế hoạch*: no date without more knowledge.
    Symbolic,
}

/// What is wrong with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum DateWarning {
    /// No calendar has this day (*31/11/2020*, *tháng 13*). There is no value.
    ImpossibleDate,
    /// *ngày 10/2022*: a day, then a year. There is no value.
    MissingMonth,
    /// A year of two digits was read as 1950 to 2049; a day of 2000 to 2049 may be of 1900 to 1949 too.
    TwoDigitYear,
    /// The interval ends before it starts. There is no value.
    ReversedInterval,
    /// The weekday written is not the weekday of that day.
    WeekdayMismatch,
}

named!(DateWarning, "a warning about a date" {
    ImpossibleDate = "impossible_date",
    MissingMonth = "missing_month",
    TwoDigitYear = "two_digit_year",
    ReversedInterval = "reversed_interval",
    WeekdayMismatch = "weekday_mismatch",
});
