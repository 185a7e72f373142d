//! The second look: what a bare name leaves open is taken from the document.
//!
//! *Tỉnh ủy* is that of the province the document speaks of, *Văn phòng Bộ* that of its
//! ministry. The document speaks of the one named last, if no other was named as often so far;
//! or of the one named at least twice as often as any other. Otherwise the name stays open.

use super::IssuingBody;
use super::find::complete;
use super::grammar::{Open, Read};
use crate::registry::bodies::BodyClass;
use crate::span::Span;

/// How often each name was seen so far, and which was last.
#[derive(Default)]
struct Seen {
    counts: Vec<(String, usize)>,
    last: Option<usize>,
}

impl Seen {
    fn see(&mut self, name: &str) {
        let i = match self.counts.iter().position(|(known, _)| known == name) {
            Some(i) => i,
            None => {
                self.counts.push((name.to_owned(), 0));
                self.counts.len() - 1
            }
        };
        self.counts[i].1 += 1;
        self.last = Some(i);
    }

    /// The one that is meant when none is named.
    fn meant(&self) -> Option<&str> {
        let last = self.last?;
        let (top, most) = self
            .counts
            .iter()
            .enumerate()
            .map(|(i, (_, n))| (i, *n))
            .max_by_key(|&(i, n)| (n, i == last))?;
        let second = self
            .counts
            .iter()
            .enumerate()
            .filter(|&(i, _)| i != top)
            .map(|(_, (_, n))| *n)
            .max()
            .unwrap_or(0);
        (most > second && (top == last || most >= 2 * second)).then(|| self.counts[top].0.as_str())
    }
}

/// Turns what was read into bodies, open ends closed where the document closes them.
pub(super) fn resolve(reads: Vec<(Span, Read)>) -> Vec<(Span, IssuingBody)> {
    let (mut ministries, mut provinces, mut cities) =
        (Seen::default(), Seen::default(), Seen::default());
    // A law or decree speaks of no ministry as its own.
    let central = reads
        .first()
        .is_some_and(|(_, read)| read.shout && read.class == BodyClass::Central);
    let nobody = Seen::default();
    reads
        .into_iter()
        .map(|(span, read)| {
            let with = read.open.and_then(|open| {
                let seen = match open {
                    Open::Ministry if central => &nobody,
                    Open::Ministry => &ministries,
                    Open::Province => &provinces,
                    Open::City => &cities,
                };
                Some((open, seen.meant()?.to_owned()))
            });
            if read.open.is_none() && !read.generic {
                if let Some(ministry) = ministry_of(&read) {
                    ministries.see(&ministry);
                }
                if let Some(place) = read.province {
                    let seen = if place.is_city(None) {
                        &mut cities
                    } else {
                        &mut provinces
                    };
                    seen.see(place.name);
                }
            }
            (span, close(read, with))
        })
        .collect()
}

fn ministry_of(read: &Read) -> Option<String> {
    let name = match &read.holder {
        Some(holder) => read.name.strip_prefix(holder.as_str())?.trim_start(),
        None => read.name.as_str(),
    };
    let ministry = |name: &str| name.starts_with("Bộ ").then(|| name.to_owned());
    if read.class == BodyClass::Ministry {
        return ministry(name);
    }
    read.parent
        .as_deref()
        .and_then(|parent| ministry(parent.strip_prefix("Thanh tra ").unwrap_or(parent)))
}

fn close(read: Read, with: Option<(Open, String)>) -> IssuingBody {
    let mut body = IssuingBody {
        name: read.name.clone(),
        code: read.code.clone(),
        class: read.class,
        place: read.place.clone(),
        holder: read.holder.clone(),
        parent: read.parent.clone(),
        generic: read.generic,
        derived: false,
    };
    match with {
        Some((open, name)) => {
            body.name = complete(&read, open, &name);
            body.derived = true;
            body.generic = false;
            match open {
                Open::Ministry => {
                    body.code = body.code.or_else(|| {
                        let registry = crate::registry::bodies::Registry::builtin();
                        registry
                            .by_name(&name)
                            .find_map(|b| b.codes.first().cloned())
                    });
                    if body.parent.is_some() || read.holder.is_none() {
                        body.parent = Some(name);
                    }
                }
                Open::Province | Open::City => body.place = Some(name),
            }
        }
        // *Ủy ban nhân dân tỉnh* of no province in particular is a class.
        None if matches!(read.open, Some(Open::Province | Open::City)) => body.generic = true,
        None => {}
    }
    body
}
