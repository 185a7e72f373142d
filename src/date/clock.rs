//! Time of day, part of the day, day of the week.

use std::fmt;
use std::str::FromStr;

use super::edtf::unexpected;
use super::lexer::{gap, keyword, number};
use crate::ParseError;
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
    hour: u8,
    minute: Option<u8>,
    second: Option<u8>,
    offset_minutes: Option<i16>,
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

    fn exists(self) -> bool {
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

impl Weekday {
    /// 0 for Monday to 6 for Sunday.
    pub(super) fn number(self) -> u8 {
        self as u8
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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
            return Err(unexpected(text, cursor, "an hour (0 to 24)"));
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
                return Err(unexpected(text, cursor, expected));
            }
        }
        time.offset_minutes = signed_offset(&mut cursor);
        match cursor.peek() {
            None if time.exists() => Ok(time),
            None => Err(ParseError::new(text, 0, "a time up to 24:00")),
            Some(_) => Err(unexpected(text, cursor, "the end of the time")),
        }
    }
}

/// A time in running text: `11:01`, `07:55:25 +07:00`, `11:01 [GMT+7]`, `8h30`, `8g30`, `14h`,
/// `14 giờ 00 phút`, `8 giờ`.
pub(super) fn time(cursor: &mut Cursor<'_>) -> Option<TimeOfDay> {
    let mut ahead = *cursor;
    let hour = bounded(&mut ahead, 24)?;
    let mut time = TimeOfDay {
        hour,
        minute: None,
        second: None,
        offset_minutes: None,
    };
    if ahead.eat(':') {
        time.minute = Some(bounded(&mut ahead, 59)?);
        let mut seconds = ahead;
        if seconds.eat(':') {
            time.second = Some(bounded(&mut seconds, 59)?);
            ahead = seconds;
        }
    } else if ahead
        .eat_if(|c| matches!(c, 'h' | 'H' | 'g' | 'G'))
        .is_some()
    {
        time.minute = bounded(&mut ahead, 59);
        if ahead.peek().is_some_and(char::is_alphanumeric) {
            return None;
        }
    } else {
        gap(&mut ahead);
        if !keyword(&mut ahead, "giờ") {
            return None;
        }
        let mut minutes = ahead;
        gap(&mut minutes);
        if let Some(minute) = bounded(&mut minutes, 59) {
            let mut word = minutes;
            gap(&mut word);
            if keyword(&mut word, "phút") {
                (time.minute, ahead) = (Some(minute), word);
            } else if !minutes.peek().is_some_and(|c| matches!(c, '/' | '-' | '.')) {
                (time.minute, ahead) = (Some(minute), minutes);
            }
        }
    }
    let mut half = ahead;
    half.spaces();
    // *SA* and *CH*, *sáng* and *chiều*, beside AM and PM.
    if keyword(&mut half, "pm") || keyword(&mut half, "ch") {
        time.hour += if time.hour < 12 { 12 } else { 0 };
        ahead = half;
    } else if keyword(&mut half, "am") || keyword(&mut half, "sa") {
        ahead = half;
    }
    let mut zone = ahead;
    zone.spaces();
    let bracket = zone.eat_if(|c| matches!(c, '[' | '('));
    let named = keyword_at_sign(&mut zone, "gmt") || keyword_at_sign(&mut zone, "utc");
    if (named || bracket.is_none())
        && let Some(offset) = signed_offset(&mut zone)
    {
        let closed = match bracket {
            Some('[') => zone.eat(']'),
            Some(_) => zone.eat(')'),
            None => true,
        };
        if closed {
            time.offset_minutes = Some(offset);
            ahead = zone;
        }
    }
    if !time.exists() {
        return None;
    }
    *cursor = ahead;
    Some(time)
}

/// `GMT` and `UTC`, which a sign follows.
fn keyword_at_sign(cursor: &mut Cursor<'_>, word: &str) -> bool {
    let mut ahead = *cursor;
    let read = keyword(&mut ahead, word) && matches!(ahead.peek(), Some('+' | '-'));
    if read {
        *cursor = ahead;
    }
    read
}

/// `+07:00`, `-3`, `+0700`: the sign makes it an offset.
fn signed_offset(cursor: &mut Cursor<'_>) -> Option<i16> {
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
    let in_range = (0..=14).contains(&hours) && minutes < 60 && hours * 60 + minutes <= FURTHEST;
    if !in_range {
        return None;
    }
    *cursor = ahead;
    Some(sign * (hours * 60 + minutes))
}

/// One or two digits, at most `most`.
fn bounded(cursor: &mut Cursor<'_>, most: u8) -> Option<u8> {
    let mut ahead = *cursor;
    let n = number(&mut ahead, 2).filter(|&n| n <= u16::from(most))?;
    *cursor = ahead;
    Some(n as u8)
}

/// The weekday called by what follows *thứ*: a word or a digit, Monday being the second day.
pub(super) fn weekday_named(word: &str) -> Option<Weekday> {
    Some(match word {
        "hai" | "2" => Weekday::Monday,
        "ba" | "3" => Weekday::Tuesday,
        "tư" | "4" => Weekday::Wednesday,
        "năm" | "5" => Weekday::Thursday,
        "sáu" | "6" => Weekday::Friday,
        "bảy" | "bẩy" | "7" => Weekday::Saturday,
        _ => return None,
    })
}

/// The part of the day that the word (in lower case) names.
pub(super) fn part_of_day_named(word: &str) -> Option<PartOfDay> {
    Some(match word {
        "sáng" => PartOfDay::Morning,
        "trưa" => PartOfDay::Noon,
        "chiều" => PartOfDay::Afternoon,
        "tối" => PartOfDay::Evening,
        "đêm" => PartOfDay::Night,
        _ => return None,
    })
}
