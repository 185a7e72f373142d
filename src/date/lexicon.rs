//! The words of dates, as books of phrases and as ids, from `tables/date_words.tsv`.

use once_cell::sync::Lazy;

use super::clock::{PartOfDay, Weekday};
use super::counted::Anchor;
use super::expression::YearReference;
use super::period::Unit;
use super::value::Vague;
use crate::number::DocumentSystem;
use crate::reading::{Phrases, WordId};
use crate::tables::kinds::{DocumentKind, Trait};
use crate::tables::{DATE_WORDS, Tables, VOCABULARY};

/// What a word announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wake {
    Number,
    Day,
    Month,
    Quarter,
    Year,
    Week,
    Planning,
    Span,
    Century,
    Decade,
    Today,
    Now,
    LunarDay,
    NewYear,
    Weekday,
    Born,
}

/// What stands between two dates of one expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Dash,
    To,
    Comma,
    And,
    Or,
}

/// How a verb moves a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// To a later one, whatever joins them: *lùi từ … đến …*.
    Back,
    /// Behind *sang* only: *gia hạn từ … đến …* may be a stretch.
    Over,
    /// It moves no date: *di dời*.
    Away,
}

/// The book of the rows of `class`.
fn book<T>(class: &'static str, value: fn(&str) -> Option<T>) -> Phrases<T> {
    let rows = DATE_WORDS.rows_of(class);
    let phrases = rows.flat_map(|row| row[1].split(';').map(move |phrase| (phrase, row[2])));
    Phrases::new(
        &VOCABULARY,
        phrases.map(|(phrase, name)| match value(name) {
            Some(value) => (phrase, value),
            None => panic!("date_words.tsv: {class} {phrase:?} has no value {name:?}"),
        }),
    )
}

macro_rules! books {
    ($($(#[$doc:meta])* $name:ident: $type:ty = $class:literal by $value:expr;)*) => {
        $($(#[$doc])* pub(super) static $name: Lazy<Phrases<$type>> =
            Lazy::new(|| book($class, $value));)*

        #[cfg(test)]
        fn classes() -> Vec<&'static str> {
            $(Lazy::force(&$name);)*
            vec![$($class),*]
        }
    };
}

fn number<T: std::str::FromStr>(name: &str) -> Option<T> {
    name.parse().ok()
}

/// A word without a value of its own.
fn mere(_: &str) -> Option<()> {
    Some(())
}

books! {
    WAKE: Wake = "wake" by |name| Some(match name {
        "number" => Wake::Number,
        "day" => Wake::Day,
        "month" => Wake::Month,
        "quarter" => Wake::Quarter,
        "year" => Wake::Year,
        "week" => Wake::Week,
        "planning" => Wake::Planning,
        "span" => Wake::Span,
        "century" => Wake::Century,
        "decade" => Wake::Decade,
        "today" => Wake::Today,
        "now" => Wake::Now,
        "lunar_day" => Wake::LunarDay,
        "new_year" => Wake::NewYear,
        "weekday" => Wake::Weekday,
        "born" => Wake::Born,
        _ => return None,
    });
    UNIT: Unit = "unit" by |name| Some(match name {
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        _ => return None,
    });
    DIGIT: u16 = "digit" by number;
    BEHIND_TEN: u16 = "behind_ten" by number;
    MONTH_NAME: u8 = "month_name" by number;
    ROMAN_QUARTER: u8 = "roman" by number;
    WEEKDAY: Weekday = "weekday" by |name| Some(match name {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        _ => return None,
    });
    PART_OF_DAY: PartOfDay = "part_of_day" by part_of_day;
    HALF_OF_DAY: PartOfDay = "half_of_day" by part_of_day;
    /// Whether the calendar is the lunar one.
    CALENDAR: bool = "calendar" by |name| Some(name == "lunar");
    JOINT: Joint = "joint" by |name| Some(match name {
        "to" => Joint::To,
        "and" => Joint::And,
        "or" => Joint::Or,
        _ => return None,
    });
    MOVE: Move = "move" by |name| Some(match name {
        "back" => Move::Back,
        "over" => Move::Over,
        "away" => Move::Away,
        _ => return None,
    });
    COUNTED_YEAR: YearReference = "counted_year" by |name| Some(match name {
        "symbolic" => YearReference::Symbolic,
        shift => YearReference::Shift(shift.parse().ok()?),
    });
    SIDE_OF_WRITING: YearReference = "side_of_writing" by |name| Some(match name {
        "coming" => YearReference::Coming,
        "past" => YearReference::Past,
        _ => return None,
    });
    COUNTED_MONTH: () = "counted_month" by mere;
    SHIFT: i16 = "shift" by number;
    /// Behind a count of units: a stretch of that many.
    COUNTED_SHIFT: i16 = "counted_shift" by number;
    /// Behind a count of units: the one so far away.
    SINGLE_SHIFT: i16 = "single_shift" by number;
    CONJUNCTION: () = "conjunction" by mere;
    VAGUE: Vague = "vague" by |name| Some(match name {
        "past" => Vague::Past,
        "future" => Vague::Future,
        _ => return None,
    });
    PLANNING: () = "planning" by mere;
    CENTURY: () = "century" by mere;
    KIND_OF_YEAR: () = "kind_of_year" by mere;
    EVENT_DAY: Anchor = "event_day" by anchor;
    /// What the document itself undergoes, behind its name: *ngày Thông tư này | có hiệu lực*.
    OWN_EVENT: Anchor = "own_event" by anchor;
    /// What a report is on.
    REPORTED: () = "reported" by mere;
    /// In front of who is told.
    RECIPIENT: () = "recipient" by mere;
    NAMED_BEFORE: () = "named_before" by mere;
    COUNTED_FROM: () = "counted_from" by mere;
    OWN_EVENT_GOES_ON: () = "own_event_goes_on" by mere;
    EVENT_OPENS: () = "event_opens" by mere;
    COUNTED: () = "counted" by mere;
    ORDERED: () = "ordered" by mere;
    TOWARDS: () = "towards" by mere;
    PER: () = "per" by mere;
    MANY: () = "many" by mere;
    AT_LEAST: () = "at_least" by mere;
    LABEL: () = "label" by mere;
    BEFORE_DAY_MONTH: () = "before_day_month" by mere;
    BEFORE_LONE_DAY: () = "before_lone_day" by mere;
    BEFORE_MONTH: () = "before_month" by mere;
    BEFORE_MONTH_YEAR: () = "before_month_year" by mere;
    BEHIND_DAY_MONTH: () = "behind_day_month" by mere;
    OCCASION: () = "occasion" by mere;
    TIME_HEAD: () = "time_head" by mere;
    CALLED: () = "called" by mere;
    STEM: () = "stem" by mere;
    BRANCH: () = "branch" by mere;
    LUNAR_NEW_YEAR: () = "lunar_new_year" by mere;
    NOT_RECURRING: () = "not_recurring" by mere;
    GEM: () = "gem" by mere;
    NO_LAW: () = "no_law" by mere;
    NEVER_IN_LAW: () = "never_in_law" by mere;
    SELDOM_IN_LAW: () = "seldom_in_law" by mere;
}

fn anchor(name: &str) -> Option<Anchor> {
    Some(match name {
        "signing" => Anchor::Signing,
        "promulgation" => Anchor::Promulgation,
        "gazette" => Anchor::Gazette,
        "publication" => Anchor::Publication,
        "adoption" => Anchor::Adoption,
        "entry_into_force" => Anchor::EntryIntoForce,
        _ => return None,
    })
}

fn part_of_day(name: &str) -> Option<PartOfDay> {
    Some(match name {
        "morning" => PartOfDay::Morning,
        "noon" => PartOfDay::Noon,
        "afternoon" => PartOfDay::Afternoon,
        "evening" => PartOfDay::Evening,
        "night" => PartOfDay::Night,
        _ => return None,
    })
}

/// The kinds that have names of their own, laws and treaties.
pub(super) static LAW: Lazy<Phrases<()>> = Lazy::new(|| {
    let named = |kind: &&DocumentKind| {
        kind.is(Trait::Law) || kind.systems.contains(&DocumentSystem::Treaty)
    };
    let kinds = Tables::builtin().kinds.iter().filter(named);
    Phrases::new(&VOCABULARY, kinds.map(|kind| (kind.words(), ())))
});

macro_rules! words {
    ($($name:ident = $word:literal),* $(,)?) => {
        /// The ids of single words that the grammars name.
        #[derive(Debug)]
        pub(super) struct Ids {
            $(pub(super) $name: WordId,)*
        }

        static IDS: Lazy<Ids> = Lazy::new(|| Ids {
            $($name: VOCABULARY.id($word),)*
        });
    };
}

words! {
    alone = "riêng", and = "và", by = "theo", at_time = "lúc", before = "trước", time_mark = "T", between = "giữa", chu = "chủ",
    chu_nhat = "CN", day = "ngày", each = "mỗi", early = "đầu", exceed = "quá", every = "hằng", every_too = "hàng",
    first = "tiên", bua = "bữa", from = "từ", g = "g", h = "h", half = "nửa", half_hour = "rưỡi", hoi = "hồi",
    hom = "hôm", hour = "giờ", hundred = "trăm", into = "vào", last_but_one = "kia", late = "cuối", past = "qua", le = "lẻ", less = "kém",
    linh = "linh", many = "những", minute = "phút", mong = "mồng", month = "tháng",
    month_short = "thg", mung = "mùng", nhat = "nhật", no_hundred = "không", now = "nay", number = "số", of = "của",
    one_by_one = "từng", periodic_a = "định", periodic_b = "kỳ", plural = "các", q = "Q",
    quarter = "quý", quarter_too = "quí", ram = "rằm", reach = "đạt", rang = "rạng", same = "cùng",
    session = "buổi", some = "mấy", ending = "kết", ten = "mười", tens = "mươi", term = "khóa", tet = "tết", this = "này", after = "sau",
    thousand = "nghìn", thousand_too = "ngàn", through = "hết", thu = "thứ", tomorrow = "mai",
    vision_a = "tầm", vision_b = "nhìn", week = "tuần", will = "sẽ", within = "trong", is = "là", at_place = "tại", working_a = "làm",
    working_b = "việc", year = "năm", z = "z",
}

/// The ids of single words.
pub(super) fn ids() -> &'static Ids {
    &IDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_a_book() {
        let classes = classes();
        for row in DATE_WORDS.rows() {
            // `word` is for the ids alone.
            assert!(row[0] == "word" || classes.contains(&row[0]), "{row:?}");
        }
        for class in classes {
            assert!(DATE_WORDS.rows().any(|row| row[0] == class), "{class}");
        }
    }

    #[test]
    fn every_single_word_is_known() {
        assert!(!format!("{:?}", ids()).contains("WordId(0)"), "{:?}", ids());
    }
}
