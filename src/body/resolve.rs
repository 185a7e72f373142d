//! The second look: what a bare name leaves open is taken from the document.
//!
//! *Tỉnh ủy* is that of the province the document speaks of, *Văn phòng Bộ* that of its
//! ministry. The document speaks of the one named last, if no other was named as often so far;
//! or of the one named at least twice as often as any other. Otherwise the name stays open.

use once_cell::sync::{Lazy, OnceCell};
use std::borrow::Cow;
use std::collections::HashMap;

use super::cues::{FORMER, ids};
use super::lexicon::Lexicon;
use super::life::Day;
use super::read::{Open, Read, Words};
use super::row::{self, joined};
use super::value::IssuingBody;
use super::window::Window;
use crate::reading::{Case, Gap, Reading};
use crate::span::Span;
use crate::tables::bodies::{BodyClass, Registry};
use crate::tables::places::Place;
use crate::text::letters::is_alphanumeric;
use crate::text::tone_on_first_vowel;

/// A ministry, province, city or district that the document named.
#[derive(Clone)]
struct Named {
    name: Words,
    /// The code of a ministry; the province of a district.
    code: Option<Words>,
    times: usize,
}

/// A document that names more districts than there are provinces speaks of none in particular.
const MOST_NAMED: usize = 128;

/// A letterhead names a body and those above it.
const LETTERHEAD: usize = 4;

/// What was named so far, and which was last.
#[derive(Default)]
struct Seen {
    named: Vec<Named>,
    last: Option<usize>,
}

impl Seen {
    fn see(&mut self, name: &str, code: Option<&Words>, written: impl FnOnce() -> Words) {
        let i = match self.named.iter().position(|known| known.name == name) {
            Some(i) => i,
            None if self.named.len() == MOST_NAMED => {
                self.last = None;
                return;
            }
            None => {
                self.named.push(Named {
                    name: written(),
                    code: None,
                    times: 0,
                });
                self.named.len() - 1
            }
        };
        self.named[i].times += 1;
        if self.named[i].code.is_none() {
            self.named[i].code = code.cloned();
        }
        self.last = Some(i);
    }

    /// The one that is meant when none is named.
    fn meant(&self) -> Option<&Named> {
        let last = self.last?;
        let times = |i: usize| self.named[i].times;
        let top = (0..self.named.len()).max_by_key(|&i| (times(i), i == last))?;
        let second = (0..self.named.len())
            .filter(|&i| i != top)
            .map(times)
            .max()
            .unwrap_or(0);
        let clear = times(top) > second && (top == last || times(top) >= 2 * second);
        clear.then(|| &self.named[top])
    }
}

/// Turns what was read into bodies, open ends closed where the document closes them, and judges them by
/// the `day` of the page.
pub(super) fn resolve(
    lexicon: &Lexicon,
    reading: &Reading<'_>,
    mut reads: Vec<(Span, Read)>,
    day: Option<Day<'_>>,
) -> Vec<(Span, IssuingBody)> {
    row::share_places(reading, &mut reads);
    row::name_organs(reading, &mut reads);
    row::name_short_forms(reading, &mut reads);
    row::name_ministries(reading, &mut reads);
    row::share_countries(reading, &mut reads);
    row::know_foreigners(reading, &mut reads);
    let (mut ministries, mut provinces, mut cities) =
        (Seen::default(), Seen::default(), Seen::default());
    let mut locals: HashMap<&'static str, Seen> = HashMap::new();
    // A law or decree speaks of no ministry as its own.
    let central = reads
        .first()
        .is_some_and(|(_, read)| read.shout && read.class == BodyClass::Central);
    // *Ủy ban nhân dân tỉnh* in it is that of every province.
    let general = reads.first().is_some_and(|(_, read)| {
        read.shout && matches!(read.class, BodyClass::Central | BodyClass::Ministry)
    });
    let nobody = Seen::default();
    // *Tập đoàn*, *Sở*: the ones named, by their heads, where the page leaves one out.
    let mut of_head: HashMap<&'static str, Seen> = HashMap::new();
    for (_, read) in &reads {
        if let Some(Open::Bare(head)) = read.open {
            of_head.entry(head).or_default();
        }
    }
    let local = reads
        .iter()
        .any(|(_, read)| matches!(read.open, Some(Open::Province | Open::City)));
    let mentions = if local {
        mentions(lexicon, reading, &reads)
    } else {
        Vec::new()
    };
    let mut mentions = mentions.into_iter().peekable();
    let rows: Vec<Option<InRow>> = (0..reads.len())
        .map(|i| in_row(reading, &reads, i))
        .collect();
    let see_place = |place: &Place, provinces: &mut Seen, cities: &mut Seen| {
        let seen = if place.is_city(None) {
            cities
        } else {
            provinces
        };
        seen.see(&place.name, None, || place.name.clone());
    };
    // *TM. ỦY BAN NHÂN DÂN* above the signature is the one that the letterhead names.
    let mut heads: Vec<IssuingBody> = Vec::new();
    reads
        .into_iter()
        .zip(rows)
        .map(|((span, mut read), row)| {
            while let Some((_, place)) = mentions.next_if(|&(at, _)| at < span.start) {
                see_place(place, &mut provinces, &mut cities);
            }
            let with = read.open.and_then(|open| {
                match &row {
                    Some(InRow::Named(named)) => return Some((open, named.clone())),
                    Some(InRow::Several) => return None,
                    Some(InRow::Elsewhere(_)) | None => {}
                }
                let seen = match open {
                    Open::Ministry if central => &nobody,
                    Open::Ministry => &ministries,
                    Open::Bare(head) => of_head.get(head).unwrap_or(&nobody),
                    Open::Province => &provinces,
                    Open::City => &cities,
                    Open::Local(level) => locals.get(level).unwrap_or(&nobody),
                };
                let meant = seen.meant()?;
                let elsewhere =
                    matches!(&row, Some(InRow::Elsewhere(place)) if *place != meant.name);
                (!elsewhere).then(|| (open, meant.clone()))
            });
            if read.open.is_none() && !read.generic {
                for (head, seen) in &mut of_head {
                    if let Some(name) = name_with(head, &read) {
                        seen.see(name, None, || name.to_owned().into());
                    }
                }
                if let Some((ministry, code)) = ministry_of(&read) {
                    ministries.see(ministry, code, || match read.known {
                        Some(_) if ministry == read.name => read.name.clone(),
                        _ => ministry.to_owned().into(),
                    });
                }
                if let Some(place) = &read.province {
                    see_place(place, &mut provinces, &mut cities);
                }
                if let Some(local) = &read.local
                    && let Some((level, name)) = split_level(local)
                {
                    let province = read.province.as_ref().map(|place| place.name.clone());
                    let seen = locals.entry(level).or_default();
                    seen.see(name, province.as_ref(), || name.to_owned().into());
                }
            }
            read.generic |= with.is_none() && matches!(row, Some(InRow::Several));
            let shout = read.shout;
            let warning = day.as_ref().and_then(|day| day.judge(&read));
            let mut body = close(read, with, general);
            body.warnings.extend(warning.filter(|_| !body.generic));
            if shout {
                let head = heads.iter().find(|head| {
                    let rest = head.name.strip_prefix(&*body.name);
                    head.place.is_some() && rest.is_some_and(|rest| rest.starts_with(' '))
                });
                match head {
                    Some(head) if body.generic && body.place.is_none() => {
                        body = IssuingBody {
                            derived: true,
                            ..head.clone()
                        };
                    }
                    _ if heads.len() < LETTERHEAD => heads.push(body.clone()),
                    _ => {}
                }
            }
            (span, body)
        })
        .collect()
}

/// What the bodies of its row say of an open one: *Tỉnh ủy, UBND tỉnh Lào Cai*.
enum InRow {
    /// One place of its level.
    Named(Named),
    /// Several places, or each one there is: *Tỉnh ủy, HĐND, UBND các tỉnh*.
    Several,
    /// A place farther on in the sentence, which may be that of this body too: *Chủ tịch UBND tỉnh được bầu làm Bí thư
    /// Tỉnh ủy Yên Bái*.
    Elsewhere(Words),
}

/// A row is looked through so many bodies far to either side.
const ROW: usize = 4;

/// What the coordinated bodies around body `i`, if it is an open one, say about its place.
fn in_row(reading: &Reading<'_>, reads: &[(Span, Read)], i: usize) -> Option<InRow> {
    let open = reads[i].1.open;
    let open = open.filter(|open| !matches!(open, Open::Ministry | Open::Bare(_)))?;
    let joined = |i: usize| joined(reading, reads[i - 1].0, reads[i].0);
    let before = (1..=i)
        .rev()
        .take(ROW)
        .take_while(|&at| joined(at))
        .map(|at| at - 1);
    let behind = (i + 1..reads.len()).take(ROW).take_while(|&at| joined(at));
    let mut named: Option<Named> = None;
    for read in before.chain(behind).map(|at| &reads[at].1) {
        if read.generic && open == Open::Province && read.name.contains(" các tỉnh") {
            return Some(InRow::Several);
        }
        let Some(place) = place_for(open, read) else {
            continue;
        };
        if named.as_ref().is_some_and(|named| named.name != place.name) {
            return Some(InRow::Several);
        }
        named = Some(place);
    }
    if named.is_some() {
        return named.map(InRow::Named);
    }
    let sentence = reading.sentence(reads[i].0.start).end;
    let mut behind = reads[i + 1..].iter().take(ROW);
    let place =
        behind.find_map(|(span, read)| place_for(open, read).filter(|_| span.start < sentence));
    place.map(|place| InRow::Elsewhere(place.name))
}

/// The place that `read` names, if it is one of the level that is `open`.
fn place_for(open: Open, read: &Read) -> Option<Named> {
    if read.open.is_some() || read.generic {
        return None;
    }
    let (name, code) = match open {
        Open::Ministry | Open::Bare(_) => return None,
        Open::Province | Open::City => {
            let place = read
                .province
                .as_ref()
                .filter(|place| place.is_city(None) == (open == Open::City))?;
            (place.name.clone(), None)
        }
        Open::Local(level) => {
            let (of, name) = split_level(read.local.as_deref()?)?;
            if of != level {
                return None;
            }
            let province = read.province.as_ref().map(|place| place.name.clone());
            (name.to_owned().into(), province)
        }
    };
    Some(Named {
        name,
        code,
        times: 1,
    })
}

/// Provinces and cities named with their level outside the bodies: *trên địa bàn tỉnh Sơn La*.
fn mentions<'l>(
    lexicon: &'l Lexicon,
    reading: &Reading<'_>,
    reads: &[(Span, Read)],
) -> Vec<(usize, &'l Place)> {
    let mut words = Window::new(reading);
    let mut found = Vec::new();
    let mut within = 0;
    for (i, id) in reading.ids(0).enumerate() {
        let words_of_level = match id {
            id if id == ids().tỉnh => 1,
            id if id == ids().thành && reading.id(i + 1) == ids().phố => 2,
            _ => continue,
        };
        let name = i + words_of_level;
        if reading.gap(name) != Gap::Space || reading.case(name) == Case::Lower {
            continue;
        }
        let Some(level) = reading.word(i) else {
            continue;
        };
        while reads
            .get(within)
            .is_some_and(|(span, _)| span.end <= level.start)
        {
            within += 1;
        }
        if reads
            .get(within)
            .is_some_and(|(span, _)| span.start <= level.start)
        {
            continue;
        }
        words.restart(name);
        let former = words.longest(&FORMER, 0).map_or(0, |(_, end)| end);
        let known = words.longest(&lexicon.provinces, 0);
        if let Some((place, _)) = known.filter(|&(_, end)| end >= former) {
            found.push((level.start, &*lexicon.places[place]));
        }
    }
    found
}

/// The ministry that a body is, or belongs to, and its code.
fn ministry_of(read: &Read) -> Option<(&str, Option<&Words>)> {
    let ministry = |name: &str| name.starts_with("Bộ ");
    let name = match &read.holder {
        Some(_) => read.name.get(read.host_at..)?,
        None => &*read.name,
    };
    if read.class == BodyClass::Ministry {
        return ministry(name).then_some((name, read.code.as_ref()));
    }
    let parent = read.parent.as_deref()?;
    ministry(parent).then_some((parent, None))
}

/// The name of the body, or of the one it belongs to, that begins with `head`.
fn name_with<'r>(head: &str, read: &'r Read) -> Option<&'r str> {
    let own = read.name.get(read.host_at..).unwrap_or(&read.name);
    let names = [Some(own), read.parent.as_deref()];
    names.into_iter().flatten().find(|name| {
        name.strip_prefix(head)
            .is_some_and(|rest| rest.starts_with(' '))
    })
}

/// The level of a district or commune, and its own name.
fn split_level(local: &str) -> Option<(&'static str, &str)> {
    [
        "huyện",
        "quận",
        "thị xã",
        "xã",
        "phường",
        "thị trấn",
        "đặc khu",
    ]
    .into_iter()
    .find_map(|level| Some((level, local.strip_prefix(level)?.strip_prefix(' ')?)))
}

fn close(read: Read, with: Option<(Open, Named)>, general: bool) -> IssuingBody {
    let one = with.is_some() || read.open.is_none();
    let mut body = IssuingBody {
        id: None,
        name: read.name,
        term: read.term,
        code: read.code,
        class: read.class,
        place: read.place,
        holder: read.holder,
        parent: read.parent,
        generic: read.generic,
        derived: read.derived,
        warnings: Vec::new(),
    };
    match with {
        Some((open, named)) => {
            // A host that the name ends with is completed in the same way.
            if let Some(parent) = body.parent.take_if(|parent| body.name.ends_with(&**parent)) {
                body.parent = Some(complete(&parent, open, &named.name).into());
            }
            body.name = complete(&body.name, open, &named.name).into();
            body.derived = true;
            body.generic = false;
            match open {
                Open::Ministry | Open::Bare(_) => {
                    if body.holder.is_none() || body.parent.is_some() {
                        body.parent = Some(named.name);
                    }
                    body.code = body.code.or(named.code);
                }
                Open::Province | Open::City => body.place = Some(named.name),
                // The province, if it was named with the district.
                Open::Local(level) => {
                    let own = format!("{level} {}", named.name);
                    body.place = Some(named.code.unwrap_or(own.into()));
                }
            }
        }
        None if matches!(read.open, Some(Open::Province | Open::City)) => body.generic |= general,
        None if matches!(read.open, Some(Open::Local(_))) => body.generic = true,
        None => {}
    }
    // *Thủ tướng Ishiba*: of which country is not said.
    let stranger = body.class == BodyClass::Foreign && read.one_of_many;
    if one && !body.generic && !stranger {
        let ours = read.known.filter(|_| !body.derived).and_then(id_of_row);
        let name = body.name.get(read.host_at..).unwrap_or(&body.name);
        // A school or a firm bears the name of a place as its own.
        let own_place = matches!(
            body.class,
            BodyClass::Institution | BodyClass::Enterprise | BodyClass::Agency
        );
        let province = read.province.as_deref().filter(|_| !own_place);
        let own = || match unsaid_level(name, &read.place_words, province) {
            Some(full) => id_of(&full),
            // *Vụ Pháp chế, Bộ Tài chính*
            None => match body.parent.as_deref().filter(|_| read.one_of_many) {
                Some(parent) => id_of(&format!("{name} {parent}")),
                None => id_of(name),
            },
        };
        body.id = Some(ours.map_or_else(|| own().into(), Words::from));
    }
    body
}

/// The name with the level of its province, if it leaves that out: *UBND Sơn La* is *UBND tỉnh Sơn La*. The
/// words *Tỉnh ủy* and *Tỉnh đoàn* hold it, *CATP* is written out with it, and *tại* gives a seat.
fn unsaid_level(name: &str, place: &str, province: Option<&Place>) -> Option<String> {
    let province = province.filter(|province| province.name == place)?;
    let head = name.strip_suffix(place)?.trim_end();
    let said = ["ủy", "đoàn", "tại", "thành phố"]
        .iter()
        .any(|word| head.ends_with(word));
    (!said && !place.is_empty()).then(|| format!("{head} {}", province.full_name(None)))
}

/// The ids of the rows of our registry.
static IDS: Lazy<Vec<OnceCell<String>>> =
    Lazy::new(|| vec![OnceCell::new(); Registry::builtin().bodies().len()]);

fn id_of_row(row: usize) -> Option<&'static str> {
    let id = IDS.get(row)?;
    let name = || &Registry::builtin().bodies()[row].name;
    Some(id.get_or_init(|| id_of(name())))
}

/// The name in small letters, words joined by hyphens.
fn id_of(name: &str) -> String {
    let mut id = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(start) = rest.find(is_alphanumeric) {
        let word = &rest[start..];
        let end = word
            .find(|c: char| !is_alphanumeric(c))
            .unwrap_or(word.len());
        if !id.is_empty() {
            id.push('-');
        }
        let written = id.len();
        for c in word[..end].chars() {
            match c.is_ascii() {
                true => id.push(c.to_ascii_lowercase()),
                false => id.extend(c.to_lowercase()),
            }
        }
        if let Cow::Owned(placed) = tone_on_first_vowel(&id[written..]) {
            id.replace_range(written.., &placed);
        }
        rest = &word[end..];
    }
    id
}

/// The name with what the document says added.
fn complete(name: &str, open: Open, with: &str) -> String {
    let bare = match open {
        Open::Ministry => "Bộ",
        Open::Bare(head) => head,
        _ => "",
    };
    if let Some(head) = name.strip_suffix(bare).filter(|_| !bare.is_empty()) {
        return format!("{head}{with}");
    }
    // The one city whose level is part of its name.
    if with == "Hồ Chí Minh" {
        let head = name.strip_suffix(" thành phố").unwrap_or(name);
        return format!("{head} Thành phố {with}");
    }
    format!("{name} {with}")
}
