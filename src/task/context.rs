//! What the lines above a line make of it: the heading that names who is to do it, the lead-in that
//! orders it.

use super::actors::Actor;
use super::charge::Charge;
use super::cue::{CUES, Cue};
use super::field::Field;
use super::grammar::{Given, Grammar, Mood};
use super::lines::Heading;
use super::types::Duty;
use super::words::Class;
use crate::marker;
use crate::reading::Reading;
use crate::span::Span;

/// A line that things stand below.
struct Level {
    /// How deep its marker stands; headings of articles and parts come first.
    depth: u8,
    /// The item that it is a paragraph of, if it has no marker.
    item: Option<Item>,
    mood: Mood,
}

/// An item that counts: how deep its marker stands, and its place in the count.
type Item = (u8, u32);

/// The lines above the one that is read.
#[derive(Default)]
pub(super) struct Context {
    levels: Vec<Level>,
    /// The item that counts above the line that was entered last.
    item: Option<Item>,
    none: Mood,
}

/// A line without a marker stands above all that have one.
const BARE: u8 = 1;

/// Longer lines are no headings.
const LONGEST: usize = 240;

impl Context {
    /// What the lines above make of a line with such a marker.
    pub(super) fn enter(&mut self, marked: Option<&Marked>, heading: Option<Heading>) -> &Mood {
        let depth = marked.map(|marked| marked.depth);
        let place = marked.and_then(|marked| Some((marked.depth, marked.ordinal?)));
        // The next item ends what a paragraph of the one before it says.
        if let Some((depth, ordinal)) = place {
            let before = Some((depth, ordinal.wrapping_sub(1)));
            let ends = self.levels.iter().position(|level| level.item == before);
            self.levels.truncate(ends.unwrap_or(self.levels.len()));
        }
        self.item = match heading {
            Some(_) => None,
            None => place.or(self.item),
        };
        let depth = match heading {
            Some(_) => 0,
            None => depth.map_or(u8::MAX, |depth| depth + BARE + 1),
        };
        while self.levels.last().is_some_and(|level| level.depth >= depth) {
            self.levels.pop();
        }
        self.mood()
    }

    pub(super) fn mood(&self) -> &Mood {
        self.levels.last().map_or(&self.none, |level| &level.mood)
    }

    /// Things stand below the line that was entered last, in this mood.
    pub(super) fn push(&mut self, depth: Option<u8>, heading: Option<Heading>, mood: Mood) {
        let bare = heading.is_none() && depth.is_none();
        let depth = match (heading, depth) {
            (Some(_), _) => 0,
            (None, Some(depth)) => depth + BARE + 1,
            // A paragraph of an item stands as deep as the item.
            (None, None) => self.levels.last().map_or(BARE, |level| level.depth),
        };
        let item = self.item.filter(|_| bare);
        self.levels.push(Level { depth, item, mood });
    }

    /// Nothing stands above what follows.
    pub(super) fn clear(&mut self) {
        self.levels.clear();
    }
}

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// What the line with these words makes of the lines below it, when it is a heading or a lead-in;
    /// `mood` is what stands above it.
    pub(super) fn heading(&self, words: Span, marked: bool, mood: &Mood) -> Option<Mood> {
        let told = Mood {
            told: true,
            ..Mood::default()
        };
        let line = words.of(self.reading.text());
        let own = Span::new(
            words.start,
            words.start + line.trim_end_matches([':', ' ']).len(),
        );
        if own.len() <= LONGEST && self.heads_results(own, self.reading.place_at(own.start)) {
            return Some(told);
        }
        let below = self.heading_of(words, marked, mood)?;
        // *Kết quả thực hiện⏎1. Sở Y tế⏎- Kiểm tra 12 cơ sở* tells what was done.
        match mood.told && below.duty.is_some_and(|duty| duty != Duty::Ordered) {
            true => Some(told),
            false => Some(below),
        }
    }

    fn heading_of(&self, words: Span, marked: bool, mood: &Mood) -> Option<Mood> {
        let text = self.reading.text();
        let line = words.of(text);
        let colon = line.ends_with(':');
        let sentence = line.ends_with(['.', ';', ',', '!', '?', '…']);
        let own = Span::new(
            words.start,
            words.start + line.trim_end_matches([':', '.', ' ', ';']).len(),
        );
        let first = self.reading.place_at(own.start);
        if !sentence && let Some(mood) = self.of_kind(own, first, mood) {
            return Some(mood);
        }
        if let Some(field) = Field::of_label(self.reading, own) {
            // *Phân công:⏎- Đồng chí A: …*
            let cue = first.phrase(&CUES).map(|(cue, _)| *cue);
            let shares_out = colon && field == Field::Lead && cue == Some(Cue::Direct);
            return shares_out.then(|| Mood {
                duty: Some(Duty::Lead),
                ..Mood::default()
            });
        }
        // *- Bộ trưởng Bộ Công an;* is one of several who get a letter.
        if own.len() <= LONGEST && !line.ends_with(';') && !self.is_blank(own) {
            if let Some(mood) = self.named(own, first, mood, (marked, colon)) {
                return Some(mood);
            }
            // *2. Trách nhiệm của Bộ Y tế.*
            let closed = || marked && line.ends_with('.') && self.names_duties_of(own, first);
            if (!sentence || closed())
                && let Some(mood) = self.titled(own, first, mood, (marked, colon))
            {
                return Some(mood);
            }
        }
        if colon && self.lists_cases(own) {
            return Some(Mood {
                rights: true,
                ..Mood::default()
            });
        }
        if colon {
            self.announced(words, mood)
        } else {
            None
        }
    }

    /// Whether a line is no heading and gives nobody anything to do: it is long, has no cue, opens with no time, and
    /// `mood`, what stands above it, makes nothing a duty.
    pub(super) fn says_nothing(&self, words: Span, mood: &Mood) -> bool {
        words.len() > LONGEST
            && mood.duty.is_none()
            && self.cues_in(words).is_empty()
            && Class::Time.at(self.reading.place_at(words.start)).is_none()
    }

    /// The cues that begin in `words`.
    pub(super) fn cues_in(&self, words: Span) -> &[(usize, Cue)] {
        let [from, to] = [words.start, words.end].map(|at| self.reading.place_at(at).index());
        self.cues.within(from, to)
    }

    /// Whether below these words the cases stand in which something is so: *trừ các trường hợp sau*.
    fn lists_cases(&self, own: Span) -> bool {
        let end = self.reading.place_at(own.end);
        let below = Class::Below
            .before(end)
            .or_else(|| Class::Colon.before(end));
        below.is_some_and(|below| {
            let [case, last] = [below.back().back(), below.back()];
            self.reading.slice(last.index()) == "hợp"
                && self.reading.slice(case.index()) == "trường"
        })
    }

    /// Whether the words are those of a form, or of an aside: *(Tổng cục Thống kê)*, *☐ Hộ kinh doanh*, *Cơ
    /// sở giáo dục: ………*.
    fn is_blank(&self, own: Span) -> bool {
        let text = self.reading.text();
        let words = own.of(text);
        let behind = text[own.end..].trim_start_matches([':', ' ']);
        let boxed = text[..own.start].trim_end().ends_with(['☐', '□']);
        boxed || words.starts_with('(') || behind.starts_with("..") || behind.starts_with('…')
    }

    /// *Thủ tướng Chính phủ yêu cầu:*, *X có trách nhiệm:*, *Giao X thực hiện các nhiệm vụ sau:* at the
    /// end of a line.
    fn announced(&self, words: Span, mood: &Mood) -> Option<Mood> {
        let line = words.of(self.reading.text());
        let end = words.start + line.trim_end_matches([':', ' ']).len();
        // *có các trách nhiệm sau (khoản 1 Điều 16):*
        let bracket = self.reading.bracket(end.saturating_sub(1));
        let last = bracket.map_or(end, |bracket| bracket.start);
        let clause = self.reading.clause(last.saturating_sub(1).max(words.start));
        let mut start = clause.start.max(words.start);
        // *… yêu cầu Giám đốc các sở; Chủ tịch UBND các xã thực hiện các nội dung sau:*
        while start > words.start && self.actors.covers(start - 1) {
            start = self
                .reading
                .clause(start.saturating_sub(2))
                .start
                .max(words.start)
                .min(start - 1);
        }
        let clause = Span::new(start, end);
        if let Some(given) = self.duty_in(clause, mood, true) {
            return self.below(given);
        }
        self.charged(clause, mood)
            .or_else(|| self.duties_told(clause))
            .or_else(|| self.verdict_of(clause))
            .or_else(|| self.verdict(clause, mood))
    }

    /// *Điều lệ quy định nhiệm vụ, quyền hạn của Hiệu trưởng như sau:*
    fn duties_told(&self, clause: Span) -> Option<Mood> {
        let mut end = self.reading.place_at(clause.end);
        if let Some(before) = Class::Below
            .before(end)
            .or_else(|| Class::Colon.before(end))
        {
            end = before;
        }
        let run = self.actors.run_before(end.index());
        let place = self.reading.place(run.first()?.start);
        let (Cue::Duties, before) = place.phrase_before(&CUES)? else {
            return None;
        };
        (before.start() >= clause.start).then(|| Mood {
            who: self.names(run),
            duty: Some(Duty::Responsible),
            ..Mood::default()
        })
    }

    /// *Ý kiến kết luận của Phó Thủ tướng:*
    fn verdict_of(&self, clause: Span) -> Option<Mood> {
        let first = self.reading.place_at(clause.start);
        let (Cue::Verdict, behind) = first.phrase(&CUES)? else {
            return None;
        };
        let run = self.actors.run_from(behind.index());
        let whole = self.actors.behind(run.last()?).start() >= clause.end;
        (whole && self.reading.slice(behind.index() - 1) == "của").then(|| Mood {
            requesters: self.names(run),
            duty: Some(Duty::Ordered),
            strong: true,
            ..Mood::default()
        })
    }

    /// *Từng bộ, ngành phải:*, and *Tổ chức tín dụng có quyền:*, of which nothing is a duty.
    fn charged(&self, clause: Span, mood: &Mood) -> Option<Mood> {
        let first = self.reading.place_at(clause.start);
        let run = self.actors.run_from(first.index());
        let behind = self.actors.behind(run.last()?);
        if let Some((Cue::Rights, _)) = behind.phrase(&CUES) {
            return Some(Mood {
                rights: true,
                ..Mood::default()
            });
        }
        // *Hội đồng nhân dân thực hiện nhiệm vụ, quyền hạn sau đây:*
        let aux = self.behind_aux(behind);
        let charge = Charge::done_at(aux);
        let end = charge.as_ref().map_or(aux, |charge| charge.behind);
        (end.index() > behind.index() && end.start() >= clause.end).then(|| Mood {
            who: self.names(run),
            requesters: mood.requesters.clone(),
            duty: mood.duty.or(Some(Duty::Responsible)),
            strong: true,
            rights: charge.is_some_and(|charge| charge.rights),
            ..Mood::default()
        })
    }

    /// Whether a line that announces something is about somebody else than the one above, and what it
    /// charges them with could not be read: *Thư ký hội đồng giúp chủ tịch thực hiện các nhiệm vụ sau:*.
    pub(super) fn is_of_another(&self, words: Span, mood: &Mood) -> bool {
        let line = words.of(self.reading.text()).trim_end_matches([':', ' ']);
        let end = words.start + line.len();
        let clause = self.reading.clause(end.saturating_sub(1).max(words.start));
        let clause = Span::new(clause.start.max(words.start), end);
        let first = self.reading.place_at(clause.start);
        let run = self.actors.run_from(first.index());
        // *Thương nhân* below *Trách nhiệm của thương nhân xuất khẩu* are the same.
        let above = |actor: &Actor| {
            let name = self.actors.name(actor).to_lowercase();
            mood.who
                .iter()
                .any(|who| who.to_lowercase().contains(&name))
        };
        let named = |actor: &Actor| mood.who.contains(&self.actors.name(actor));
        !mood.who.is_empty()
            && !run.is_empty()
            && !run.iter().any(above)
            && !self.actors.within(clause).iter().any(named)
    }

    /// The mood of what stands below words that only point to it.
    pub(super) fn below(&self, given: Given) -> Option<Mood> {
        given.points.then_some(Mood {
            who: given.leads,
            partners: given.partners,
            requesters: given.requesters,
            duty: Some(given.duty),
            strong: true,
            ..Mood::default()
        })
    }

    /// *Phó Thủ tướng kết luận như sau*: everybody who is named below is to do something.
    pub(super) fn verdict(&self, clause: Span, mood: &Mood) -> Option<Mood> {
        let end = self.reading.place_at(clause.end);
        let mut at = end;
        while let Some(before) = Class::Pointer.before(at)
            && before.start() >= clause.start
        {
            at = before;
        }
        let (cue, start) = at
            .phrase_before(&CUES)
            .or_else(|| end.phrase_before(&CUES))?;
        // *thành lập các tổ giúp việc Ban Chỉ đạo, gồm:*
        let named = self.actors.covers(start.start());
        if named || !(cue.is_order() || *cue == Cue::Verdict) || start.start() < clause.start {
            return None;
        }
        let run = self.subject_of(self.actors.run_before(start.index()));
        let inside = run
            .first()
            .is_some_and(|actor| actor.span.start >= clause.start);
        let requesters = match inside {
            true => self.names_of_bodies(run),
            // *UBND tỉnh vừa có Công văn số 15/UBND-TH, yêu cầu:*
            false => {
                let first = self.reading.place_at(clause.start);
                let by = self.by_paper(start, first, mood);
                by.map_or_else(|| mood.requesters.clone(), |asking| asking.names)
            }
        };
        Some(Mood {
            requesters,
            duty: Some(Duty::Ordered),
            strong: true,
            ..Mood::default()
        })
    }
}

/// The marker of a line.
pub(super) struct Marked {
    /// How deep it stands among those of others.
    pub(super) depth: u8,
    /// Its place in a count.
    ordinal: Option<u32>,
    /// Where the words behind it begin.
    pub(super) body: usize,
}

/// The marker of the line that begins at byte `at`.
pub(super) fn marker_at(reading: &Reading<'_>, at: usize) -> Option<Marked> {
    let marker = marker::read(reading, at)?;
    let sense = marker.senses().next()?;
    let style = sense.shape.style;
    Some(Marked {
        depth: style.depth,
        ordinal: style.counts().then_some(sense.ordinal.main),
        body: marker.body,
    })
}

/// Where the words of a heading of an article begin: behind *Điều 9.*.
pub(super) fn words_of_heading(line: &str, heading: Option<Heading>) -> usize {
    match heading {
        Some(Heading::Article) => line.find(['.', ':']).map_or(0, |sign| {
            let rest = &line[sign + 1..];
            sign + 1 + (rest.len() - rest.trim_start().len())
        }),
        _ => 0,
    }
}
