//! Time of day, part of the day, day of the week.

use std::fmt;
use std::str::FromStr;

use crate::ParseError;
use crate::named::named;
use crate::text::cursor::Cursor;

/// A time of day, with its offset from UTC where written.
///
/// Written `11:01`, `11:01:30`, `11:01+07:00`; `08` where only the hour was said.
///
/// ```
/// use vanban::date::TimeOfDay;
///
/// let time: TimeOfDay = "11:01+07:00".parse()?;
/// assert_eq!(time.offset_minutes(), Some(420));
/// # Ok::<(), vanban::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TimeOfDay {
    pub(super) hour: u8,
    pub(super) minute: Option<u8>,
    pub(super) second: Option<u8>,
    pub(super) offset_minutes: Option<i16>,
}

/// The furthest from UTC that a clock goes, in minutes.
const FURTHEST: i16 = 14 * 60;

impl TimeOfDay {
    /// The time, if the clock has it: hours 0 to 24, the last of them without minutes; minutes and
    /// seconds 0 to 59, no seconds without minutes; an offset of at most 14 hours.
    ///
    /// ```
    /// use vanban::date::TimeOfDay;
    ///
    /// let time = TimeOfDay::new(8, Some(30), None, None).unwrap();
    /// assert_eq!(time.to_string(), "08:30");
    /// assert!(TimeOfDay::new(99, None, None, None).is_none());
    /// ```
    pub fn new(
        hour: u8,
        minute: Option<u8>,
        second: Option<u8>,
        offset_minutes: Option<i16>,
    ) -> Option<Self> {
        let time = TimeOfDay {
            hour,
            minute,
            second,
            offset_minutes,
        };
        time.exists().then_some(time)
    }

    /// 0 to 24.
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// 0 to 59, if said.
    pub fn minute(self) -> Option<u8> {
        self.minute
    }

    /// 0 to 59, if said.
    pub fn second(self) -> Option<u8> {
        self.second
    }

    /// Minutes east of UTC, if said (`[GMT+7]` is 420).
    pub fn offset_minutes(self) -> Option<i16> {
        self.offset_minutes
    }

    pub(super) fn exists(self) -> bool {
        let sixtieth = |part: Option<u8>| part.is_none_or(|part| part < 60);
        let past_midnight = self.minute.unwrap_or(0) > 0 || self.second.unwrap_or(0) > 0;
        (self.hour < 24 || self.hour == 24 && !past_midnight)
            && sixtieth(self.minute)
            && sixtieth(self.second)
            && (self.minute.is_some() || self.second.is_none())
            && self
                .offset_minutes
                .is_none_or(|offset| (-FURTHEST..=FURTHEST).contains(&offset))
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Weekday {
    /// Thứ Hai.
    Monday,
    /// Thứ Ba.
    Tuesday,
    /// Thứ Tư.
    Wednesday,
    /// Thứ Năm.
    Thursday,
    /// Thứ Sáu.
    Friday,
    /// Thứ Bảy.
    Saturday,
    /// Chủ nhật.
    Sunday,
}

named!(Weekday, "a day of the week" {
    Monday = "monday",
    Tuesday = "tuesday",
    Wednesday = "wednesday",
    Thursday = "thursday",
    Friday = "friday",
    Saturday = "saturday",
    Sunday = "sunday",
});

impl Weekday {
    /// 0 for Monday to 6 for Sunday.
    pub(super) fn number(self) -> u8 {
        self as u8
    }

    /// The day called by the digit behind *thứ*, Monday being the second day.
    pub(super) fn of_number(number: u16) -> Option<Self> {
        Some(match number {
            2 => Weekday::Monday,
            3 => Weekday::Tuesday,
            4 => Weekday::Wednesday,
            5 => Weekday::Thursday,
            6 => Weekday::Friday,
            7 => Weekday::Saturday,
            _ => return None,
        })
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum PartOfDay {
    /// Sáng.
    Morning,
    /// Trưa.
    Noon,
    /// Chiều.
    Afternoon,
    /// Tối.
    Evening,
    /// Đêm.
    Night,
}

named!(PartOfDay, "a part of the day" {
    Morning = "morning",
    Noon = "noon",
    Afternoon = "afternoon",
    Evening = "evening",
    Night = "night",
});

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.hour)?;
        if let Some(minute) = self.minute {
            write!(f, ":{minute:02}")?;
            if let Some(second) = self.second {
                write!(f, ":{second:02}")?;
            }
        }
        if let Some(offset) = self.offset_minutes {
            let sign = if offset < 0 { '-' } else { '+' };
            let offset = offset.unsigned_abs();
            write!(f, "{sign}{:02}:{:02}", offset / 60, offset % 60)?;
        }
        Ok(())
    }
}

impl FromStr for TimeOfDay {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let mut cursor = Cursor::new(text, 0);
        let Some(hour) = bounded(&mut cursor, 24) else {
            return Err(ParseError::new(text, cursor.pos(), "an hour (0 to 24)"));
        };
        let mut time = TimeOfDay {
            hour,
            minute: None,
            second: None,
            offset_minutes: None,
        };
        for (field, expected) in [
            (&mut time.minute, "a minute (0 to 59)"),
            (&mut time.second, "a second (0 to 59)"),
        ] {
            if !cursor.eat(':') {
                break;
            }
            *field = bounded(&mut cursor, 59);
            if field.is_none() {
                return Err(ParseError::new(text, cursor.pos(), expected));
            }
        }
        time.offset_minutes = signed_offset(&mut cursor);
        match cursor.peek() {
            None if time.exists() => Ok(time),
            None => Err(ParseError::new(text, 0, "a time up to 24:00")),
            Some(_) => Err(ParseError::new(text, cursor.pos(), "the end of the time")),
        }
    }
}

impl TimeOfDay {
    /// The same hour in a part of the day: *2 giờ chiều* is 14:00, *11 giờ đêm* 23:00.
    pub(super) fn in_part(mut self, part: PartOfDay) -> Self {
        let second_half = match part {
            PartOfDay::Morning => false,
            PartOfDay::Noon => self.hour < 4,
            PartOfDay::Afternoon => (1..=7).contains(&self.hour),
            PartOfDay::Evening => (5..=11).contains(&self.hour),
            PartOfDay::Night => (7..=11).contains(&self.hour),
        };
        if second_half {
            self.hour += 12;
        }
        self
    }
}

/// `+07:00`, `-3`, `+0700`: the sign makes it an offset.
pub(super) fn signed_offset(cursor: &mut Cursor<'_>) -> Option<i16> {
    let mut ahead = *cursor;
    let sign = match ahead.eat_if(|c| matches!(c, '+' | '-'))? {
        '-' => -1,
        _ => 1,
    };
    let digits = ahead.digits();
    let (hours, minutes): (i16, i16) = match digits.len() {
        1 | 2 if ahead.eat(':') => (digits.parse().ok()?, i16::from(bounded(&mut ahead, 59)?)),
        1 | 2 => (digits.parse().ok()?, 0),
        4 => (digits[..2].parse().ok()?, digits[2..].parse().ok()?),
        _ => return None,
    };
    if minutes >= 60 || hours * 60 + minutes > FURTHEST {
        return None;
    }
    *cursor = ahead;
    Some(sign * (hours * 60 + minutes))
}

/// One or two digits, at most `most`.
fn bounded(cursor: &mut Cursor<'_>, most: u8) -> Option<u8> {
    let mut ahead = *cursor;
    let digits = ahead.digits();
    if digits.is_empty() || digits.len() > 2 {
        return None;
    }
    let n = digits.parse().ok().filter(|&n| n <= most)?;
    *cursor = ahead;
    Some(n)
}
