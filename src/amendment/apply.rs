//! An act as it reads after another one has amended it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::types::{Amendment, Operation};
use crate::number::DocumentNumber;
use crate::provision::{Level, Target};

/// A text after its amendment: see [`apply`].
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Amended {
    /// The units as they read now, in their order; what stands above the first one (letterhead,
    /// title, legal bases) and below the last is a unit without level.
    pub units: Vec<AmendedUnit>,
    /// What could not be done, and why.
    pub unapplied: Vec<Unapplied>,
}

/// A unit of an amended text, without the units within it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AmendedUnit {
    /// What kind of unit; `None` for what stands around them all.
    pub level: Option<Level>,
    /// Its number as written.
    pub label: String,
    /// Its words with their line ends, from the marker to the first unit within it.
    pub text: String,
    /// Where its heading stands in them; of what stands above the units, the title of the act.
    heading: Range<usize>,
}

impl AmendedUnit {
    /// Puts `new` for `old`, in the heading or everywhere; whether the unit has these words.
    fn exchange(&mut self, heading_only: bool, old: &str, new: &str) -> bool {
        let (head, rest) = self.text.split_at(self.heading.end);
        let (marker, heading) = head.split_at(self.heading.start);
        let written = |words: &str, counts: bool| match counts {
            true => words.replace(old, new),
            false => words.to_owned(),
        };
        let heading = written(heading, true);
        let (marker, rest) = (written(marker, !heading_only), written(rest, !heading_only));
        let at = marker.len()..marker.len() + heading.len();
        let text = [marker, heading, rest].concat();
        let done = text != self.text;
        (self.text, self.heading) = (text, at);
        done
    }

    /// Puts `new` in the place of the heading; it may come with the marker of the unit.
    fn rename(&mut self, new: &str) {
        let marker = self.text[..self.heading.start].trim_end();
        let marked = new
            .to_lowercase()
            .starts_with(&marker.trim_end_matches(['.', ')', ':']).to_lowercase());
        let start = match marked && self.level.is_some() {
            true => 0,
            false => self.heading.start,
        };
        let colon = new.ends_with(':') && self.text[self.heading.end..].starts_with(':');
        let end = self.heading.end + usize::from(colon);
        let unparted = start > 0 && !self.text[..start].ends_with([' ', '\n']);
        let space = if unparted { " " } else { "" };
        self.text
            .replace_range(start..end, &format!("{space}{new}"));
        self.heading = start + space.len()..start + space.len() + new.len();
    }

    /// Takes the heading out.
    fn unname(&mut self) {
        let kept = self.text[..self.heading.start].trim_end().len();
        self.text.replace_range(kept..self.heading.end, "");
        self.heading = kept..kept;
    }
}

/// Where the heading `told` stands in the words of a unit that begins with the marker of `label`; else what stands
/// behind its marker in the first line.
fn heading_in(text: &str, label: &str, told: Option<&str>) -> Range<usize> {
    if let Some((start, words)) = told.and_then(|told| text.match_indices(told).next()) {
        return start..start + words.len();
    }
    let label = text.find(label).map_or(0, |at| at + label.len());
    let rest = text[label..].trim_start_matches(['.', ')', '/', ' ']);
    let start = text.len() - rest.len();
    let line = rest.find('\n').unwrap_or(rest.len());
    start..start + rest[..line].trim_end().len()
}

/// An amendment that could not be applied.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Unapplied {
    /// What was to be done.
    pub amendment: Amendment<'static>,
    /// Why it was not.
    pub reason: Reason,
}

/// Why an amendment was not applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// It amends another act, or does not say which.
    OtherAct,
    /// The act has no such unit.
    NoSuchUnit,
    /// The place of a new unit cannot be told.
    NoPlace,
    /// The new wording is not in the amending text: a form, an annex.
    NoWording,
    /// The unit does not have the words that are to be exchanged.
    NoSuchWords,
}

impl Amended {
    /// The whole text.
    pub fn text(&self) -> String {
        self.units.iter().map(|unit| unit.text.as_str()).collect()
    }
}

/// The units of `base` as they read after `act`, which amends it.
///
/// Units stay in their places and keep their numbers, as in a consolidated text (Pháp lệnh
/// 01/2012/UBTVQH13, Điều 4); what is repealed goes. Where `base` has a number of its own, only
/// amendments of that number are applied.
///
/// ```
/// let base = "BỘ Y TẾ\nSố: 5/2019/TT-BYT\nTHÔNG TƯ\nĐiều 1. Sổ\n1. Sổ có 50 trang.\n2. Sổ bọc da.\nĐiều 2. Lưu\nLưu 01 năm.\n";
/// let act = "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 05/2019/TT-BYT\n\
///            1. Sửa đổi khoản 1 Điều 1 như sau:\n“1. Sổ có 100 trang.”\n\
///            2. Bãi bỏ khoản 2 Điều 1.\n\
///            3. Thay thế cụm từ “01 năm” bằng cụm từ “02 năm” tại Điều 2.\n\
///            4. Bãi bỏ Điều 9.\n";
/// let amended = vanban::amendment::apply(base, act);
/// assert!(amended.text().ends_with("Điều 1. Sổ\n1. Sổ có 100 trang.\nĐiều 2. Lưu\nLưu 02 năm.\n"));
/// assert_eq!(amended.unapplied.len(), 1);
/// assert_eq!(amended.unapplied[0].reason, vanban::amendment::Reason::NoSuchUnit);
/// ```
pub fn apply(base: &str, act: &str) -> Amended {
    let document = crate::extract(base);
    let header = document.header.as_ref();
    let number = header.and_then(|header| header.number.as_ref());
    let own = number.and_then(|number| number.text.parse::<DocumentNumber>().ok());
    let mut chain = Chain::new(pieces(base, base, 0));
    let mut unapplied = Vec::new();
    for found in crate::extract(act).into_owned().amendments {
        let amendment = found.value;
        let ours = match (&own, &amendment.of) {
            (None, _) => true,
            (Some(own), Some(of)) => of.number() == Some(own),
            (Some(_), None) => false,
        };
        let done = match ours {
            true => chain.amend(&amendment),
            false => Err(Reason::OtherAct),
        };
        if let Err(reason) = done {
            unapplied.push(Unapplied { amendment, reason });
        }
    }
    Amended {
        units: chain.units(),
        unapplied,
    }
}

/// `text` cut where its own units begin, from byte `from` of `read` on, which ends in `text`.
fn pieces(text: &str, read: &str, from: usize) -> Vec<AmendedUnit> {
    let document = crate::extract(read);
    let own = document.outline.iter().filter(|node| !node.value.quoted);
    let own: Vec<_> = own.filter(|node| node.span.start >= from).collect();
    let at = |byte: usize| byte - from;
    let mut units = Vec::new();
    let mut push = |level, label: &str, text: &str, heading: Range<usize>| {
        if !text.is_empty() {
            units.push(AmendedUnit {
                level,
                label: label.to_owned(),
                text: text.to_owned(),
                heading,
            });
        }
    };
    let first = own.first().map_or(text.len(), |node| at(node.span.start));
    let header = document.header.as_ref().filter(|_| from == 0);
    let title = header.and_then(|header| header.subject.as_ref());
    let title = title.map(|title| title.span.start..title.span.end);
    let title = title.filter(|title| title.end <= first).unwrap_or(0..0);
    push(None, "", &text[..first], title);
    for (i, node) in own.iter().enumerate() {
        let start = at(node.span.start);
        let end = match own.get(i + 1) {
            Some(next) => at(next.span.start),
            None => {
                let end = at(node.value.extent.end).max(start);
                end + text[end..]
                    .find('\n')
                    .map_or(text.len() - end, |line| line + 1)
            }
        };
        let (label, words) = (&*node.value.label, &text[start..end]);
        let heading = heading_in(words, label, node.value.heading.as_deref());
        push(Some(node.value.level), label, words, heading);
        if i + 1 == own.len() {
            push(None, "", &text[end..], 0..0);
        }
    }
    units
}

/// Units one behind the other, so that some can go and come in the middle.
struct Chain {
    units: Vec<AmendedUnit>,
    next: Vec<Option<usize>>,
    previous: Vec<Option<usize>>,
    first: Option<usize>,
    /// Where units of articles and above stand; units that are gone stay in it, cut off.
    places: HashMap<(Level, String), usize>,
    gone: Vec<bool>,
}

impl Chain {
    fn new(units: Vec<AmendedUnit>) -> Self {
        let mut chain = Chain {
            units: Vec::new(),
            next: Vec::new(),
            previous: Vec::new(),
            first: None,
            places: HashMap::new(),
            gone: Vec::new(),
        };
        chain.link(None, units);
        chain
    }

    /// Puts units behind the one at `at`, or before all; the last one of them.
    fn link(&mut self, mut at: Option<usize>, units: Vec<AmendedUnit>) {
        for unit in units {
            let new = self.units.len();
            let next = match at {
                Some(at) => self.next[at].replace(new),
                None => self.first.replace(new),
            };
            self.next.push(next);
            self.previous.push(at);
            if let Some(next) = next {
                self.previous[next] = Some(new);
            }
            self.gone.push(false);
            if let Some(level) = unit.level.filter(|&level| level <= Level::Article) {
                self.places
                    .entry((level, unit.label.to_lowercase()))
                    .or_insert(new);
            }
            self.units.push(unit);
            at = Some(new);
        }
    }

    fn units(self) -> Vec<AmendedUnit> {
        let (mut units, mut at) = (self.units, self.first);
        let mut order = Vec::new();
        while let Some(i) = at {
            order.push(i);
            at = self.next[i];
        }
        let empty = AmendedUnit {
            level: None,
            label: String::new(),
            text: String::new(),
            heading: 0..0,
        };
        let mut take = |i: usize| std::mem::replace(&mut units[i], empty.clone());
        order.into_iter().map(&mut take).collect()
    }

    fn amend(&mut self, amendment: &Amendment<'_>) -> Result<(), Reason> {
        let target = &amendment.target;
        let words =
            |passage: &Option<crate::Passage<'_>>| passage.as_ref().map(|p| p.text.to_string());
        match amendment.operation {
            Operation::Repeal if amendment.heading => {
                let unit = self.headed(target).ok_or(Reason::NoSuchUnit)?;
                self.units[unit].unname();
                Ok(())
            }
            Operation::Repeal => {
                let unit = self.find(target).ok_or(Reason::NoSuchUnit)?;
                match amendment.except.as_slice() {
                    [] => _ = self.cut(unit),
                    except => self.cut_all_but(unit, except)?,
                }
                Ok(())
            }
            Operation::Replace => {
                let unit = self.find(target).ok_or(Reason::NoSuchUnit)?;
                let new = words(&amendment.new).ok_or(Reason::NoWording)?;
                let before = self.cut(unit);
                self.link(before, wording(&new, target));
                Ok(())
            }
            Operation::Insert => {
                let new = words(&amendment.new).ok_or(Reason::NoWording)?;
                let place = self.place_of(amendment).ok_or(Reason::NoPlace)?;
                self.link(place, wording(&new, target));
                Ok(())
            }
            Operation::Rename => {
                let unit = self.headed(target).ok_or(Reason::NoSuchUnit)?;
                let new = words(&amendment.new).ok_or(Reason::NoWording)?;
                self.units[unit].rename(&new);
                Ok(())
            }
            Operation::ReplaceText => {
                let old = words(&amendment.old_words).ok_or(Reason::NoSuchWords)?;
                let new = words(&amendment.new_words).unwrap_or_default();
                self.exchange(amendment, &old, &new)
            }
            Operation::InsertText => {
                let new = words(&amendment.new_words).ok_or(Reason::NoSuchWords)?;
                let space = match new.starts_with([',', ';', '.', ':', ' ']) {
                    true => "",
                    false => " ",
                };
                match (
                    words(&amendment.after_words),
                    words(&amendment.before_words),
                ) {
                    (Some(old), _) => self.exchange(amendment, &old, &format!("{old}{space}{new}")),
                    (None, Some(old)) => self.exchange(amendment, &old, &format!("{new} {old}")),
                    (None, None) => Err(Reason::NoPlace),
                }
            }
        }
    }

    /// The unit that `target` names.
    fn find(&self, target: &Target) -> Option<usize> {
        let named = |level: &Level| target.get(*level).is_some();
        let levels: Vec<Level> = Level::ALL.into_iter().filter(named).collect();
        // Articles count through the whole text.
        let from = levels
            .iter()
            .position(|&level| level == Level::Article)
            .unwrap_or(0);
        let (&top, below) = levels.get(from..)?.split_first()?;
        let label = |level: Level| target.get(level).map(str::to_lowercase);
        let mut unit = *self.places.get(&(top, label(top)?))?;
        for &level in below {
            let label = label(level)?;
            let mut inside = self.inside(unit);
            unit = inside.find(|&i| {
                self.units[i].level == Some(level) && self.units[i].label.to_lowercase() == label
            })?;
        }
        (!self.gone[unit]).then_some(unit)
    }

    /// The units within the one at `unit`.
    fn inside(&self, unit: usize) -> impl Iterator<Item = usize> + '_ {
        let top = self.units[unit].level;
        std::iter::successors(self.next[unit], |&i| self.next[i])
            .take_while(move |&i| self.units[i].level.is_some() && self.units[i].level > top)
    }

    /// Takes out a unit with all in it; what stands before it now.
    fn cut(&mut self, unit: usize) -> Option<usize> {
        let inside: Vec<usize> = self.inside(unit).collect();
        let last = inside.last().copied().unwrap_or(unit);
        let behind = self.next[last];
        let before = self.previous[unit];
        if let Some(behind) = behind {
            self.previous[behind] = before;
        }
        match before {
            Some(before) => self.next[before] = behind,
            None => self.first = behind,
        }
        let level = self.units[unit].level;
        if let Some(level) = level.filter(|&level| level <= Level::Article) {
            let label = self.units[unit].label.to_lowercase();
            self.places.remove(&(level, label));
        }
        for i in inside {
            self.gone[i] = true;
        }
        self.gone[unit] = true;
        before
    }

    /// Takes out what is in a unit, but for the units `except` in it and those around these.
    fn cut_all_but(&mut self, unit: usize, except: &[Target]) -> Result<(), Reason> {
        let mut kept = HashSet::new();
        for target in except {
            let stays = self.find(target).ok_or(Reason::NoSuchUnit)?;
            kept.insert(stays);
            kept.extend(self.inside(stays));
            let mut around: Vec<usize> = self.inside(unit).take_while(|&i| i != stays).collect();
            let mut level = self.units[stays].level;
            while let Some(above) = around.pop() {
                if self.units[above].level < level {
                    level = self.units[above].level;
                    kept.insert(above);
                }
            }
        }
        let goes: Vec<usize> = self.inside(unit).filter(|i| !kept.contains(i)).collect();
        for i in goes {
            if !self.gone[i] {
                self.cut(i);
            }
        }
        Ok(())
    }

    /// Behind which unit a new one comes.
    fn place_of(&self, amendment: &Amendment<'_>) -> Option<Option<usize>> {
        let behind = |unit: usize| self.inside(unit).last().unwrap_or(unit);
        if let Some(after) = &amendment.after {
            return Some(Some(behind(self.find(after)?)));
        }
        if let Some(before) = &amendment.before {
            return Some(self.previous[self.find(before)?]);
        }
        // Without a place it is the last of its kind.
        let named = |level: &Level| amendment.target.get(*level).is_some();
        let lowest = Level::ALL.into_iter().rev().find(named)?;
        let mut around = Target::default();
        for level in Level::ALL.into_iter().filter(|&level| level < lowest) {
            if let Some(label) = amendment.target.get(level) {
                around.set(level, label);
            }
        }
        Some(Some(behind(self.find(&around)?)))
    }

    /// The unit whose heading is that of `target`: of the act itself what stands above all units.
    fn headed(&self, target: &Target) -> Option<usize> {
        match *target == Target::default() {
            true => self.first.filter(|&first| {
                let first = &self.units[first];
                first.level.is_none() && !first.heading.is_empty()
            }),
            false => self.find(target),
        }
    }

    fn exchange(&mut self, amendment: &Amendment<'_>, old: &str, new: &str) -> Result<(), Reason> {
        let target = &amendment.target;
        let within: Vec<usize> = match *target == Target::default() {
            // "Thay thế cụm từ … trong toàn bộ Nghị định": in every unit of it.
            true if !amendment.heading => {
                let all = std::iter::successors(self.first, |&i| self.next[i]);
                all.filter(|&i| self.units[i].level.is_some()).collect()
            }
            _ => {
                let unit = self.headed(target).ok_or(Reason::NoSuchUnit)?;
                let inside = self.inside(unit).take_while(|_| !amendment.heading);
                std::iter::once(unit).chain(inside).collect()
            }
        };
        let mut done = false;
        for i in within {
            done |= self.units[i].exchange(amendment.heading, old, new);
        }
        done.then_some(()).ok_or(Reason::NoSuchWords)
    }
}

/// The units of new wording, which takes the place of `target`.
fn wording(new: &str, target: &Target) -> Vec<AmendedUnit> {
    let text = format!("{}\n", new.trim_end());
    // Clauses and points are units within those that they belong to.
    let frame = match (target.get(Level::Point), target.get(Level::Clause)) {
        (Some(_), Some(_)) => "Điều 1. Khung\n1. Khung:\n",
        (Some(_), None) | (None, Some(_)) => "Điều 1. Khung\n",
        (None, None) => "",
    };
    let mut units = pieces(&text, &format!("{frame}{text}"), frame.len());
    let named = |level: &Level| target.get(*level).is_some();
    let lowest = Level::ALL.into_iter().rev().find(named);
    // What begins without a marker of its own is the unit all the same.
    if let Some(unit) = units.first_mut().filter(|unit| unit.level.is_none()) {
        unit.level = lowest;
        unit.label = lowest
            .and_then(|level| target.get(level))
            .unwrap_or_default()
            .to_owned();
    }
    units
}
