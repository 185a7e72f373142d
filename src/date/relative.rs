//! Expressions without a date of their own: recurring, relative and vague ones, days named by an
//! event, and lengths of time counted from one.

use super::left::{Left, is_one_of};
use super::lexer::{gap, gap_keyword, keyword};
use super::value::{Anchor, Offset, Period, Relative, Unit, Vague};
use crate::span::Span;
use crate::text::cursor::Cursor;

/// *hằng năm*, *hàng quý* …: `unit_at` is where the unit word stands. Goods (*mặt hàng quý*) and
/// annual crops (*cây hàng năm*) are none.
pub(super) fn recurring(text: &str, floor: usize, unit_at: usize) -> Option<(Span, Period)> {
    let mut left = Left::new(text, floor, unit_at);
    if !left.take(&["hằng", "hàng"])
        || left.is(&["mặt", "cây", "bán", "mua", "khách", "nhà", "ngân"])
    {
        return None;
    }
    let mut cursor = Cursor::new(text, unit_at);
    let (count, unit) = [
        ("ngày", 1, Unit::Day),
        ("tuần", 1, Unit::Week),
        ("tháng", 1, Unit::Month),
        ("quý", 3, Unit::Month),
        ("quí", 3, Unit::Month),
        ("năm", 1, Unit::Year),
    ]
    .iter()
    .find(|(word, ..)| keyword(&mut cursor, word))
    .map(|&(_, count, unit)| (count, unit))?;
    if unit == Unit::Month && count == 3 && gap_keyword(&mut { cursor }, &["hiếm", "giá", "báu"])
    {
        return None;
    }
    Some((Span::new(left.pos, cursor.pos()), Period::new(count, unit)?))
}

/// *hằng năm* and the like behind a date: the cursor moves past it.
pub(super) fn recurrence_tail(cursor: &mut Cursor<'_>) -> Option<Period> {
    const TAILS: [(&str, Period); 9] = [
        ("hằng năm", Period::one(Unit::Year)),
        ("hàng năm", Period::one(Unit::Year)),
        ("mỗi năm", Period::one(Unit::Year)),
        ("hằng quý", Period::one(Unit::Quarter)),
        ("hàng quý", Period::one(Unit::Quarter)),
        ("hằng tháng", Period::one(Unit::Month)),
        ("hàng tháng", Period::one(Unit::Month)),
        ("mỗi tháng", Period::one(Unit::Month)),
        ("hàng tuần", Period::one(Unit::Week)),
    ];
    let mut ahead = *cursor;
    gap(&mut ahead);
    let _ = ahead.eat(',') && ahead.space_or_break();
    let _ = keyword(&mut ahead, "của");
    gap(&mut ahead);
    let period = TAILS
        .iter()
        .find(|(tail, _)| keyword(&mut ahead, tail))
        .map(|&(_, period)| period)?;
    *cursor = ahead;
    Some(period)
}

/// What makes a preposition of *trước* and *sau*.
pub(super) const CONJOINED: [&str; 6] = ["khi", "ngày", "đó", "thời điểm", "liền kề", "liền"];

/// *hôm nay*, *năm ngoái*, *tháng này*, *quý sau*: the unit word stands at `at`.
pub(super) fn relative(text: &str, floor: usize, at: usize) -> Option<(Span, Relative)> {
    const UNITS: [(&str, Unit); 7] = [
        ("ngày hôm", Unit::Day),
        ("hôm", Unit::Day),
        ("ngày", Unit::Day),
        ("tuần", Unit::Week),
        ("tháng", Unit::Month),
        ("quý", Unit::Quarter),
        ("năm", Unit::Year),
    ];
    const SHIFTS: [(&str, i16); 8] = [
        ("nay", 0),
        ("này", 0),
        ("qua", -1),
        ("kia", -2),
        ("trước", -1),
        ("ngoái", -1),
        ("sau", 1),
        ("tới", 1),
    ];
    let mut cursor = Cursor::new(text, at);
    let &(word, unit) = UNITS.iter().find(|(word, _)| keyword(&mut cursor, word))?;
    gap(&mut cursor);
    let shift = if word == "ngày" {
        keyword(&mut cursor, "mai").then_some(1)?
    } else {
        SHIFTS
            .iter()
            .find(|(word, _)| keyword(&mut cursor, word))?
            .1
    };
    // *06 tháng trước ngày …*, *năm sau khi …*: a length and a conjunction.
    let counted = Left::new(text, floor, at).count().is_some()
        || Left::new(text, floor, at).is(&["những", "các", "nhiều", "vài", "mấy", "mỗi", "/"]);
    let conjunction = gap_keyword(&mut { cursor }, &CONJOINED);
    // *Hôm nay: 1334*, a counter of visitors.
    let counter = cursor.rest().starts_with(':');
    if (counted || conjunction) && !matches!(unit, Unit::Day) || counter {
        return None;
    }
    Some((Span::new(at, cursor.pos()), Relative::new(unit, shift)))
}

/// *thời gian tới*, *thời gian qua*: a phrase that starts at `at`. Words that only point (*hiện nay*,
/// *trước đó*) are left to the reader.
pub(super) fn vague(text: &str, at: usize) -> Option<(Span, Vague)> {
    const PHRASES: [(&str, Vague); 5] = [
        ("thời gian sắp tới", Vague::Future),
        ("thời gian tới", Vague::Future),
        ("thời gian vừa qua", Vague::Past),
        ("thời gian qua", Vague::Past),
        ("thời gian gần đây", Vague::Past),
    ];
    let mut cursor = Cursor::new(text, at);
    let &(_, vague) = PHRASES
        .iter()
        .find(|(phrase, _)| keyword(&mut cursor, phrase))?;
    // *thời gian tới hạn*: until it falls due.
    if gap_keyword(&mut { cursor }, &["hạn"]) {
        return None;
    }
    Some((Span::new(at, cursor.pos()), vague))
}

/// A day named by its event, the cursor at *ngày*; longer names first.
fn event_day(cursor: &mut Cursor<'_>) -> Option<Anchor> {
    const EVENTS: [(&str, Anchor); 16] = [
        ("ngày ký ban hành", Anchor::Signing),
        ("ngày ký và ban hành", Anchor::Signing),
        ("ngày kí ban hành", Anchor::Signing),
        ("ngày ký", Anchor::Signing),
        ("ngày kí", Anchor::Signing),
        ("ngày được ký", Anchor::Signing),
        ("ngày ban hành", Anchor::Promulgation),
        ("ngày được ban hành", Anchor::Promulgation),
        ("ngày đăng công báo", Anchor::Gazette),
        ("ngày được đăng công báo", Anchor::Gazette),
        ("ngày công bố", Anchor::Publication),
        ("ngày thông qua", Anchor::Publication),
        ("ngày được thông qua", Anchor::Publication),
        ("ngày có hiệu lực thi hành", Anchor::EntryIntoForce),
        ("ngày có hiệu lực", Anchor::EntryIntoForce),
        ("ngày có hiệu lực pháp luật", Anchor::EntryIntoForce),
    ];
    EVENTS
        .iter()
        .find(|(event, _)| keyword(cursor, event))
        .map(|&(_, anchor)| anchor)
}

/// *cùng ngày*; *ngày nói trên*; *ngày ký* behind *từ*: `at` is where *ngày* stands.
pub(super) fn anchor(text: &str, floor: usize, at: usize) -> Option<(Span, Anchor)> {
    let mut cursor = Cursor::new(text, at);
    let mut left = Left::new(text, floor, at);
    if left.take(&["cùng"]) {
        let same = keyword(&mut cursor, "ngày") && !gap_keyword(&mut { cursor }, &["tháng", "giờ"]);
        return same.then(|| (Span::new(left.pos, cursor.pos()), Anchor::SameDay));
    }
    for phrase in ["ngày nói trên", "ngày nêu trên", "ngày này"] {
        if keyword(&mut cursor, phrase) {
            return (!left.is(&["những", "các"]))
                .then(|| (Span::new(at, cursor.pos()), Anchor::Mentioned));
        }
    }
    if !left.take(&["từ"]) {
        return None;
    }
    let anchor = event_day(&mut cursor)?;
    // *kể từ ngày ký hợp đồng*, *ngày ban hành quyết định*: the event of another thing.
    let mut more = cursor;
    gap(&mut more);
    let own = !more.peek().is_some_and(char::is_alphabetic)
        || ["và", "đến", "thay", "cho", "trở"]
            .iter()
            .any(|word| keyword(&mut { more }, word));
    Some((
        Span::new(at, cursor.pos()),
        if own { anchor } else { Anchor::Event },
    ))
}

/// *45 ngày kể từ ngày ký*, *15 ngày làm việc, kể từ khi nhận đủ hồ sơ*: the unit stands at `at`,
/// its count to the left. `None` if a written date follows, which is reported as itself.
pub(super) fn offset(text: &str, floor: usize, at: usize) -> Option<(Span, Span, Offset)> {
    let mut cursor = Cursor::new(text, at);
    let unit = [
        ("ngày", Unit::Day),
        ("tuần", Unit::Week),
        ("tháng", Unit::Month),
        ("năm", Unit::Year),
    ]
    .iter()
    .find(|(word, _)| keyword(&mut cursor, word))?
    .1;
    let working_days = unit == Unit::Day && gap_keyword(&mut cursor, &["làm việc"]);
    let core_end = cursor.pos();
    gap(&mut cursor);
    if cursor.eat(',') {
        gap(&mut cursor);
    }
    if !keyword(&mut cursor, "kể từ")
        && !keyword(&mut cursor, "tính từ")
        && !keyword(&mut cursor, "từ")
    {
        return None;
    }
    // The count is looked for last: hardly any unit word has got this far.
    let mut left = Left::new(text, floor, at);
    let count = left.count().filter(|&count| count > 0)?;
    let start = left.pos;
    let core = Span::new(start, core_end);
    gap(&mut cursor);
    let from = match event_day(&mut cursor) {
        Some(anchor) => {
            let mut more = cursor;
            gap(&mut more);
            let own = !more.peek().is_some_and(char::is_alphabetic)
                || ["và", "thay", "cho"]
                    .iter()
                    .any(|word| keyword(&mut { more }, word));
            if own { anchor } else { Anchor::Event }
        }
        None => {
            let named = keyword(&mut cursor, "ngày")
                || keyword(&mut cursor, "khi")
                || keyword(&mut cursor, "thời điểm");
            let mut more = cursor;
            gap(&mut more);
            if !named
                || !more.peek().is_some_and(char::is_alphabetic)
                || keyword(&mut { more }, "tháng")
            {
                return None;
            }
            Anchor::Event
        }
    };
    let period = Period::new(count, unit)?;
    Some((
        Span::new(start, cursor.pos()),
        core,
        Offset {
            period,
            working_days,
            back: false,
            from,
        },
    ))
}

/// Whether the word says that what follows is counted per unit (*mỗi năm 2000 tấn*).
pub(super) fn is_per(word: &str) -> bool {
    is_one_of(word, &["mỗi", "từng", "một", "hàng", "hằng"])
}
