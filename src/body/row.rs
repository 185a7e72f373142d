//! What bodies in a row say for each other, before the document is asked.

use std::collections::HashMap;

use super::cues::PARTY_ORGANS;
use super::read::{Read, Words};
use crate::reading::{Case, Gap, Reading};
use crate::span::Span;
use crate::tables::bodies::BodyClass;

/// *HĐND, UBND huyện Mộc Châu*: of bodies in a row, those that are said without their place are where
/// the next one is.
pub(super) fn share_places(reading: &Reading<'_>, reads: &mut [(Span, Read)]) {
    for i in (1..reads.len()).rev() {
        let (before, behind) = reads.split_at_mut(i);
        let (Some((left, read)), Some((right, next))) = (before.last_mut(), behind.first()) else {
            continue;
        };
        // *Sở Y tế và Sở Nội vụ tỉnh Sơn La*
        let offices = [&read.name, &next.name]
            .iter()
            .all(|name| name.starts_with("Sở "));
        let placeless =
            read.placeless || offices && read.one_of_many && read.place_words.is_empty();
        // *quyết định của Tòa án, Công an cấp xã*: courts have levels of their own.
        let court = |class| class == BodyClass::Court;
        let other = next.place.is_none() && court(read.class) != court(next.class);
        if !placeless || other || next.place_words.is_empty() || !joined(reading, *left, *right) {
            continue;
        }
        let name = read.name.to_mut();
        name.push(' ');
        name.push_str(&next.place_words);
        read.place_words = next.place_words.clone();
        read.place = next.place.clone();
        read.level = next.level;
        read.province = next.province.clone();
        read.local = next.local.clone();
        read.open = next.open;
        read.generic = next.generic;
        read.known = None;
        read.derived = true;
        read.placeless = false;
        read.one_of_many = false;
    }
}

/// *Ban Quản lý dự án đầu tư xây dựng công trình giao thông (Ban QLDA giao thông)*: behind a body, one in
/// brackets whose words are all in its name is the same, there and from there on.
pub(super) fn name_short_forms(reading: &Reading<'_>, reads: &mut [(Span, Read)]) {
    let mut meant: HashMap<Words, usize> = HashMap::new();
    for i in 1..reads.len() {
        let (before, behind) = reads.split_at_mut(i);
        let (Some((left, whole)), Some((right, short))) = (before.last(), behind.first_mut())
        else {
            continue;
        };
        let text = reading.text();
        let open = |read: &Read| read.generic || read.open.is_some();
        let in_brackets = text.get(left.end..right.start) == Some(" (")
            && text[right.end..].starts_with(')')
            && !(open(whole) || open(short))
            && short.place_words.is_empty()
            && is_short_for(host_of(short), host_of(whole));
        if in_brackets {
            meant.insert(host_of(short).to_owned().into(), i - 1);
        }
        let Some(&at) = meant.get(host_of(short)).filter(|_| !open(short)) else {
            continue;
        };
        let whole = &before[at].1;
        let office = &short.name[..short.host_at];
        let name = format!("{office}{}", host_of(whole)).into();
        *short = Read {
            name,
            next: short.next,
            end: short.end,
            begin: short.begin,
            host_at: short.host_at,
            holder: short.holder.clone(),
            shout: short.shout,
            derived: true,
            ..whole.clone()
        };
    }
}

/// The name of the body without the office; none where an office is left open.
fn host_of(read: &Read) -> &str {
    read.name.get(read.host_at..).unwrap_or("")
}

/// Whether the words of `short` are words of `long` in their order, the first of both the same.
fn is_short_for(short: &str, long: &str) -> bool {
    let mut words = long.split(' ').peekable();
    words.peek() == short.split(' ').next().as_ref()
        && short != long
        && short.split(' ').all(|word| words.any(|of| of == word))
}

/// *HUYỆN ỦY PHÚ LƯƠNG⏎ỦY BAN KIỂM TRA*: in a letterhead an organ of the Party stands under its committee; in the
/// right column beside them the Party may stand.
pub(super) fn name_organs(reading: &Reading<'_>, reads: &mut [(Span, Read)]) {
    const PARTY: &str = "Đảng Cộng sản Việt Nam";
    for i in 1..reads.len() {
        let (before, behind) = reads.split_at_mut(i);
        let Some((right, organ)) = behind.first_mut() else {
            continue;
        };
        let bare = organ.shout && organ.place_words.is_empty() && organ.parent.is_none();
        if !bare || !PARTY_ORGANS.contains(&&*organ.name) {
            continue;
        }
        let mut above = before.iter().rev().peekable();
        let column = above.next_if(|(_, read)| read.name == PARTY);
        let Some((left, committee)) = above.next() else {
            continue;
        };
        let text = reading.text();
        let blank = |from: usize, to: usize| {
            let gap = text.get(from..to).unwrap_or("x");
            gap.trim().is_empty().then(|| gap.matches('\n').count())
        };
        let lines = match column {
            Some((party, _)) => blank(left.end, party.start).zip(blank(party.end, right.start)),
            None => blank(left.end, right.start).map(|lines| (0, lines)),
        };
        let is_committee = committee.class == BodyClass::Party
            && committee.holder.is_none()
            && committee.shout
            && committee.name.split(' ').nth(1) == Some("ủy");
        if is_committee && lines == Some((0, 1)) {
            *organ = Read {
                name: format!("{} {}", organ.name, committee.name).into(),
                next: organ.next,
                end: organ.end,
                begin: organ.begin,
                host_at: 0,
                code: organ.code.take(),
                parent: Some(committee.name.clone()),
                known: None,
                row: None,
                derived: true,
                ..committee.clone()
            };
        }
    }
}

/// *Vụ Pháp chế thuộc Bộ Tài chính*, *Vụ trưởng Vụ Pháp chế, Bộ Tài chính*: the ministry of a department
/// that is one of many of its name.
pub(super) fn name_ministries(reading: &Reading<'_>, reads: &mut [(Span, Read)]) {
    for i in 1..reads.len() {
        let (before, behind) = reads.split_at_mut(i);
        let (Some((left, read)), Some((right, next))) = (before.last_mut(), behind.first()) else {
            continue;
        };
        let department = read.one_of_many && read.class == BodyClass::Department;
        let ministry = next.class == BodyClass::Ministry && next.holder.is_none() && !next.generic;
        if !department || !ministry || next.open.is_some() || read.parent.is_some() {
            continue;
        }
        let between = reading.text().get(left.end..right.start).unwrap_or("x");
        let between = between.trim();
        if matches!(between, "thuộc" | "của" | "(") || between == "," && read.holder.is_some() {
            read.parent = Some(next.name.clone());
            read.derived = true;
        }
    }
}

/// *Phó Thủ tướng, Bộ trưởng Bộ Ngoại giao Lào*: an office of state beside one of another country is held
/// by the same person.
pub(super) fn share_countries(reading: &Reading<'_>, reads: &mut [(Span, Read)]) {
    for i in (1..reads.len()).rev() {
        let (before, behind) = reads.split_at_mut(i);
        let (Some((left, read)), Some((right, next))) = (before.last_mut(), behind.first()) else {
            continue;
        };
        let alone = matches!(left.of(reading.text()), "Thủ tướng" | "Phó Thủ tướng");
        let abroad = next.class == BodyClass::Foreign && next.holder.is_some();
        let between = reading.text().get(left.end..right.start).unwrap_or("x");
        if alone && abroad && matches!(between.trim(), "," | "kiêm") {
            *read = Read {
                name: left.of(reading.text()).to_owned().into(),
                class: BodyClass::Foreign,
                holder: read.holder.take(),
                one_of_many: true,
                ..Read::default()
            };
        }
    }
}

/// *Thủ tướng Trung Quốc Lý Cường … Thủ tướng Lý Cường*: who was said to hold an office of another country
/// holds that one in the rest of the text too.
pub(super) fn know_foreigners(reading: &Reading<'_>, reads: &mut [(Span, Read)]) {
    let mut known: HashMap<[&str; 2], Words> = HashMap::new();
    for (span, read) in reads.iter() {
        if read.class == BodyClass::Foreign
            && !read.one_of_many
            && let Some(person) = person_behind(reading, span.end)
        {
            known.entry(person).or_insert_with(|| read.name.clone());
        }
    }
    if known.is_empty() {
        return;
    }
    for (span, read) in reads.iter_mut() {
        if read.class == BodyClass::Foreign {
            continue;
        }
        let office = span.of(reading.text());
        let person = person_behind(reading, span.end);
        if let Some(name) = person.and_then(|person| known.get(&person))
            && name
                .strip_prefix(office)
                .is_some_and(|rest| rest.starts_with(' '))
        {
            *read = Read {
                name: name.clone(),
                class: BodyClass::Foreign,
                holder: read.holder.take(),
                derived: true,
                ..Read::default()
            };
        }
    }
}

/// The first two words of the name that follows byte `end`.
fn person_behind<'t>(reading: &Reading<'t>, end: usize) -> Option<[&'t str; 2]> {
    let first = reading.place_at(end).index();
    let word = |i: usize| {
        let named = reading.gap(i) == Gap::Space && reading.case(i) == Case::Title;
        named.then(|| reading.slice(i))
    };
    Some([word(first)?, word(first + 1)?])
}

/// Whether nothing but a sign or a word of a row stands between the two spans.
pub(super) fn joined(reading: &Reading<'_>, left: Span, right: Span) -> bool {
    let between = reading.text().get(left.end..right.start);
    let between = between.unwrap_or("x").trim_matches(' ');
    matches!(between, "," | "và" | ", và" | "-" | "–")
}
