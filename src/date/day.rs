//! The grammar of a day: *ngày 5 tháng 8 năm 2020*, *05/8/2020*, *ngày … tháng … năm 20…*.

use super::atom::{
    Atom, Kind, Skipped, YearTail, eat_month_number, eat_month_word_over_comma, full_year,
    year_tail,
};
use super::expression::{DateWarning, YearReference};
use super::hand::{
    blank, eat, eat_any, eat_cardinal, ends_phrase, is_counted, is_modern, may_end, number, soft,
};
use super::lexicon::{COUNTED_MONTH, ids};
use super::partial::PartialDate;
use crate::reading::{Gap, Place};

fn day_of(year: Option<u16>, month: u16, day: u16) -> PartialDate {
    PartialDate::Day {
        year,
        month: Some(month as u8),
        day: day as u8,
    }
}

/// What follows *ngày*: `D/M/Y`, `D/M`, `D tháng M năm Y`, a lone `D`, or blanks for any of them.
pub(super) fn behind_day_word<'r, 't>(
    start: Place<'r, 't>,
    at: Place<'r, 't>,
) -> Option<Atom<'r, 't>> {
    if let Some(atom) = form(start, at) {
        return Some(atom);
    }
    let mut core = at;
    let _ = eat_any(&mut core, &[ids().mong, ids().mung]);
    if !soft(core) {
        return None;
    }
    let atom = numeric(start, core, Expected::Worded).or_else(|| long_day(start, core, true))?;
    // Behind a whole date a footnote may be glued: *năm 2027.3*, *12/6/2025của*.
    let text = at.reading().text();
    let glued = atom.is_complete() && !text[atom.end..].starts_with(['/', '%', '-', '–']);
    // `ngày 20-24/5/2022` goes on as a range.
    let range = atom.is_lone_day() && atom.behind.gap() == Gap::Dash;
    (may_end(atom.behind) || atom.template || glued || range).then_some(atom)
}

/// `D tháng M năm Y`, and a lone `D` where `lone` allows it.
fn long_day<'r, 't>(start: Place<'r, 't>, core: Place<'r, 't>, lone: bool) -> Option<Atom<'r, 't>> {
    let (day, spelled, behind) = match number(core, 2) {
        Some(day) => (day, false, core.next()),
        None => {
            let mut ahead = core;
            let day = eat_cardinal(&mut ahead)?;
            (day, true, ahead)
        }
    };
    let date = PartialDate::Day {
        year: None,
        month: None,
        day: day.min(99) as u8,
    };
    let mut atom = Atom::new(start, core, behind, Kind::Day, None);
    atom.spelled = spelled;
    if let Some(whole) = month_tail(atom, day.min(99) as u8) {
        return Some(whole);
    }
    if spelled || !lone || !(1..=31).contains(&day) {
        return None;
    }
    atom.date = Some(date);
    let mut reference = behind;
    let of = reference.eat_word(ids().of);
    if reference.eat_word(ids().month) {
        if eat(&mut reference, &COUNTED_MONTH).is_some() {
            atom = atom.until(reference);
            atom.year_reference = Some(YearReference::Symbolic);
        } else if of {
            // *ngày 22 của tháng thuộc kỳ báo cáo*: no month of the page.
            atom.year_reference = Some(YearReference::Symbolic);
        }
    }
    Some(atom)
}

/// `D tháng M năm Y` without *ngày* in front, from its number on.
pub(super) fn bare_long_day<'r, 't>(start: Place<'r, 't>) -> Option<Atom<'r, 't>> {
    number(start, 2)?;
    let mut month = start.next();
    // *7 tháng năm 2025* are seven months of that year.
    if eat_month_word_over_comma(&mut month) && month.id() == ids().year {
        return None;
    }
    let atom = long_day(start, start, false)?;
    may_end(atom.behind).then_some(atom)
}

/// Reads the month and the year behind the number of the day.
fn month_tail<'r, 't>(mut atom: Atom<'r, 't>, day: u8) -> Option<Atom<'r, 't>> {
    let mut ahead = atom.behind;
    if !eat_month_word_over_comma(&mut ahead) {
        return None;
    }
    let month = if blank(ahead).is_some() {
        atom.template = true;
        None
    } else {
        Some(eat_month_number(&mut ahead)?.0)
    };
    let mut year = None;
    atom.behind = ahead;
    atom.end = ahead.end();
    let joined = soft(ahead) || ahead.gap() == Gap::Comma || atom.template;
    if let Some((tail, behind, end)) = year_tail(Skipped(ahead)).filter(|_| joined) {
        match tail {
            YearTail::Year(written) => year = Some(written),
            YearTail::TwoDigits(written) => {
                atom.warning = Some(DateWarning::TwoDigitYear);
                year = Some(written);
            }
            YearTail::Blank => atom.template = true,
            YearTail::Counted(reference) => atom.year_reference = Some(reference),
        }
        atom.behind = behind;
        atom.end = end;
    }
    atom.date = match month {
        Some(month) => Some(PartialDate::Day {
            year,
            month: Some(month),
            day,
        }),
        // *ngày 05 tháng … năm 2020*: the day without its month says nothing.
        None => year.map(PartialDate::Year),
    };
    Some(atom.checked())
}

/// A form: *ngày … tháng 8 năm 2021*, *ngày …/…/20…*; `at` stands behind *ngày*.
fn form<'r, 't>(start: Place<'r, 't>, at: Place<'r, 't>) -> Option<Atom<'r, 't>> {
    if at.id() == ids().month && (blank(at).is_some() || soft(at) || at.gap() == Gap::Comma) {
        return long_form(start, at);
    }
    let signs = |c: char| matches!(c, ' ' | '.' | '…' | '_' | '/' | '\t');
    let between = at.between();
    let between = &between[..between.find(|c| !signs(c)).unwrap_or(between.len())];
    let slashes = between.matches('/').count();
    let dots: usize = between
        .chars()
        .map(|c| match c {
            '.' => 1,
            '…' | '_' => 2,
            _ => 0,
        })
        .sum();
    let form = dots >= 2 && slashes > 0;
    if !form {
        return None;
    }
    let mut atom = Atom::new(start, at, at, Kind::Day, None);
    atom.template = true;
    atom.worded = true;
    let sign = |c: char| matches!(c, '.' | '…' | '_' | '/');
    let last = between.rfind(sign).map_or(0, |i| {
        i + between[i..].chars().next().map_or(0, char::len_utf8)
    });
    atom.core = at.end() + between.find(sign).unwrap_or(0);
    atom.end = at.end() + last;
    let whole = between.len() == at.between().len();
    let year_follows = whole && between.trim_end().ends_with('/') && at.number().is_some();
    if year_follows {
        let behind = at.next();
        atom.date = super::hand::year(at).map(PartialDate::Year);
        atom.behind = behind;
        atom.end = behind.end() + blank(behind).unwrap_or(0);
    }
    Some(atom)
}

/// *ngày … tháng … năm …*, *ngày tháng năm 2026*; `at` stands before *tháng*.
fn long_form<'r, 't>(start: Place<'r, 't>, at: Place<'r, 't>) -> Option<Atom<'r, 't>> {
    let mut ahead = at.next();
    let dots = blank(ahead).is_some();
    // *tháng năm* without a number between is the blank form of a year, not May.
    let month = number(ahead, 2).filter(|_| soft(ahead));
    if month.is_some() {
        ahead = ahead.next();
    }
    let joined = soft(ahead) || blank(ahead).is_some() || ahead.gap() == Gap::Comma;
    let tail = year_tail(Skipped(ahead)).filter(|_| joined);
    let mut atom = Atom::new(start, at, ahead, Kind::Day, None);
    atom.template = true;
    atom.worded = true;
    if dots {
        atom.end = at.next().end() + blank(at.next()).unwrap_or(0);
    }
    let year = match tail {
        Some((YearTail::Year(year) | YearTail::TwoDigits(year), behind, end)) => {
            (atom.behind, atom.end) = (behind, end);
            Some(year)
        }
        Some((YearTail::Blank, behind, end)) => {
            (atom.behind, atom.end) = (behind, end);
            None
        }
        _ if dots || month.is_some() => None,
        _ => return None,
    };
    atom.date = match month {
        Some(month) => Some(PartialDate::Month {
            year,
            month: month as u8,
        }),
        None => year.map(PartialDate::Year),
    };
    Some(atom.checked())
}

/// What the words in front expect of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// *ngày* stands in front.
    Worded,
    /// A part of the day, or the beginning of a range of days, stands in front.
    Day,
    /// Nothing.
    Nothing,
}

/// Numbers with one and the same sign between them.
struct Fields<'r, 't> {
    values: [(u16, usize); 3],
    count: usize,
    sign: Gap,
    /// Whether a space stands beside one of the signs, and beside each of them.
    spaced: (bool, bool),
    /// Behind the first two and behind all.
    ends: [Place<'r, 't>; 2],
}

/// Reads two or three numbers joined by slashes, dashes or dots.
fn fields<'r, 't>(start: Place<'r, 't>) -> Option<Fields<'r, 't>> {
    let field = |at: Place<'r, 't>| Some((number(at, 4)?, at.number()?.len()));
    let first = field(start)?;
    let at = start.next();
    let sign = at.gap();
    if !matches!(sign, Gap::Slash | Gap::Dash | Gap::Dot) {
        return None;
    }
    let is_spaced = |at: Place<'r, 't>| at.between().contains(' ');
    let mut fields = Fields {
        values: [first, field(at)?, (0, 0)],
        count: 2,
        sign,
        spaced: (is_spaced(at), is_spaced(at)),
        ends: [at.next(); 2],
    };
    let at = at.next();
    if at.gap() == sign
        && let Some(third) = field(at)
    {
        let spaced = is_spaced(at);
        // A dash with spaces joins two dates, one without joins the fields of one.
        if sign == Gap::Slash || spaced == fields.spaced.0 {
            fields.values[2] = third;
            fields.count = 3;
            fields.spaced = (fields.spaced.0 | spaced, fields.spaced.1 & spaced);
            fields.ends[1] = at.next();
        }
    }
    Some(fields)
}

/// Dates of digits and signs: `D/M/Y`, `D-M-Y`, `D.M.Y`, `D/M`, `M/Y`, `Y-M-D`.
///
/// Behind *ngày* a space may stand beside a slash, and `D-M` and `D.M` are read.
pub(super) fn numeric<'r, 't>(
    start: Place<'r, 't>,
    core: Place<'r, 't>,
    expected: Expected,
) -> Option<Atom<'r, 't>> {
    let fields = fields(core)?;
    let worded = expected == Expected::Worded;
    let [(a, a_len), (b, b_len), (c, c_len)] = fields.values;
    let slash = fields.sign == Gap::Slash;
    let short = (1..=2).contains(&a_len) && (1..=2).contains(&b_len);
    let [two, three] = fields.ends;
    let whole = (1000..2200).contains(&c) && c_len == 4 && short;
    if fields.count == 3 && (whole || c_len <= 2 || a_len == 4) {
        // With spaces around the signs only a whole date behind *ngày* is one.
        if fields.spaced.0 && !(worded && whole && (slash || fields.spaced.1)) {
            return if fields.sign == Gap::Dash && !worded {
                None
            } else {
                day_month(start, core, &fields, expected)
            };
        }
        if a_len == 4 {
            let year_first = (1000..2200).contains(&a)
                && fields.sign != Gap::Dot
                && (1..=2).contains(&b_len)
                && c_len <= 2;
            let date = day_of(Some(a), b, c);
            return year_first.then(|| Atom::new(start, core, three, Kind::Day, Some(date)));
        }
        if whole {
            return Some(Atom::new(
                start,
                core,
                three,
                Kind::Day,
                Some(day_of(Some(c), b, a)),
            ));
        }
        // *ngày 12/8/20…*: a form, and the year is open.
        let rest = &core.reading().text()[three.end()..];
        let dotted = rest.starts_with(['…', '_']) || rest.starts_with("..");
        if worded && slash && (c, c_len) == (20, 2) && dotted {
            return day_month(start, core, &fields, expected);
        }
        // Two digits for a year are read only where they cannot be a code: with *ngày*.
        if worded && c_len == 2 && short {
            let date = day_of(Some(full_year(c)), b, a);
            let mut atom = Atom::new(start, core, three, Kind::Day, Some(date));
            if atom.warning.is_none() {
                atom.warning = Some(DateWarning::TwoDigitYear);
            }
            return Some(atom);
        }
        return None;
    }
    if (1..=2).contains(&a_len) && b_len == 4 && fields.sign != Gap::Dot && is_modern(b) {
        if fields.spaced.0 && !slash {
            return None;
        }
        if worded {
            let mut atom = Atom::new(start, core, two, Kind::Day, None);
            atom.warn(DateWarning::MissingMonth);
            return Some(atom);
        }
        let month = PartialDate::Month {
            year: Some(b),
            month: a as u8,
        };
        return Some(Atom::new(start, core, two, Kind::Month, Some(month)));
    }
    if !short {
        return None;
    }
    day_month(start, core, &fields, expected)
}

/// `D/M`, and `D-M` or `D.M` where a day is expected, with the year that may follow in words.
fn day_month<'r, 't>(
    start: Place<'r, 't>,
    core: Place<'r, 't>,
    fields: &Fields<'r, 't>,
    expected: Expected,
) -> Option<Atom<'r, 't>> {
    let worded = expected == Expected::Worded;
    let [(day, _), (month, _), _] = fields.values;
    let behind = fields.ends[0];
    let first_spaced = core.next().between().contains(' ');
    match fields.sign {
        Gap::Slash if first_spaced && !worded => return None,
        Gap::Slash => {}
        Gap::Dash if first_spaced && worded && is_spaced_day(start, fields) => {}
        _ if first_spaced || expected == Expected::Nothing => return None,
        // *ngày 20-24/5*, *ngày 20-24 tháng 5* are ranges.
        Gap::Dash => {
            let mut month_word = behind;
            if month > 12
                || behind.gap() == Gap::Slash
                || eat_month_word_over_comma(&mut month_word)
            {
                return None;
            }
        }
        _ if !(1..=12).contains(&month) || !(1..=31).contains(&day) => return None,
        _ => {}
    }
    let mut atom = Atom::new(
        start,
        core,
        behind,
        Kind::Day,
        Some(day_of(None, month, day)),
    );
    if worded && fields.sign == Gap::Slash {
        // *ngày 12/8/20…*, *ngày 12/8/…*: a form.
        let rest = &core.reading().text()[behind.end()..];
        let open = rest.trim_start_matches(' ').starts_with('/');
        let dots = rest
            .trim_start_matches([' ', '/'])
            .starts_with(['.', '…', '_']);
        let century = behind.number() == Some("20") && behind.gap() == Gap::Slash;
        if open && (dots || century) {
            let last = if century { behind.next() } else { behind };
            let signs = core.reading().text()[last.end()..]
                .find(|c: char| !matches!(c, ' ' | '/' | '.' | '…' | '_'))
                .unwrap_or(core.reading().text().len() - last.end());
            let written = core.reading().text()[last.end()..last.end() + signs].trim_end();
            atom.behind = last;
            atom.end = last.end() + written.len();
            atom.template = true;
            return Some(atom);
        }
    }
    Some(with_year_in_words(atom, month, day))
}

/// *Ngày 19 - 12, …*: a day and a month with spaces around their dash, where no range of days is meant: the
/// numbers fall, or the phrase ends without a month.
fn is_spaced_day(start: Place<'_, '_>, fields: &Fields<'_, '_>) -> bool {
    let [(day, _), (month, _), _] = fields.values;
    let range = soft(start)
        && [ids().from, ids().plural, ids().many, ids().between].contains(&start.id_before());
    let behind = fields.ends[0];
    let shape = day > month && !is_counted(behind) || ends_phrase(behind);
    !range && fields.spaced.1 && shape
}

/// `D/M` may be followed by *năm Y* or by a counted year.
fn with_year_in_words<'r, 't>(mut atom: Atom<'r, 't>, month: u16, day: u16) -> Atom<'r, 't> {
    let plain = atom.behind.number().is_some();
    if plain || !soft(atom.behind) {
        return atom;
    }
    let Some((tail, behind, end)) = year_tail(Skipped(atom.behind)) else {
        return atom;
    };
    match tail {
        YearTail::Year(year) => atom.date = Some(day_of(Some(year), month, day)),
        YearTail::TwoDigits(year) => {
            atom.date = Some(day_of(Some(year), month, day));
            atom.warning = Some(DateWarning::TwoDigitYear);
        }
        YearTail::Blank => atom.template = true,
        YearTail::Counted(reference) => atom.year_reference = Some(reference),
    }
    atom.behind = behind;
    atom.end = end;
    atom.checked()
}
