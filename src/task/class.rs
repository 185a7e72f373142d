//! Classes of actors that the text names in its own words: *các Bộ, ngành, địa phương*, *UBND các xã*.

use super::actors::{Actor, Actors};
use super::cue::{CUES, Cue};
use super::reach::{is_and, proper_behind, reading_of};
use super::words::{Class, Said, action};
use crate::reading::{Case, Gap, Place};
use crate::span::Span;

/// The words of one class of actors are no more than this.
const CLASS_WORDS: usize = 60;

impl<'r, 't> Actors<'r, 't, '_> {
    /// Whether a person's name may stand at `place`: two capitalised words.
    fn is_person(&self, place: Place<'r, 't>) -> bool {
        let title = |i| self.reading.case(i) == Case::Title;
        title(place.index()) && title(place.index() + 1) && place.next().gap() == Gap::Space
    }

    /// The class of actors whose words begin at `place`: *các đơn vị liên quan* in *các đơn vị
    /// liên quan để đề xuất …*.
    pub(super) fn class_at(&self, place: Place<'r, 't>) -> Option<Actor> {
        let mut end = self.class_head(place)?;
        let head = end.index();
        let known = self.body_at(place).map_or(0, |(_, behind)| behind);
        // *các Sở Khoa học và Công nghệ*
        let noun = Class::Plural.at(place).unwrap_or(place);
        if let Some((_, behind)) = self.body_at(noun).filter(|_| noun.index() > place.index()) {
            end = self.reading.place(behind.max(end.index()));
        }
        // *đồng chí Giám đốc Sở Y tế* is the director.
        if Class::Address
            .at(place)
            .is_some_and(|behind| behind.index() == end.index())
            && (self.body_at(end).is_some() || Class::Head.at(end).is_some())
        {
            return None;
        }
        let person = {
            let noun = Class::Plural.at(place).unwrap_or(place);
            Class::Person.at(noun).is_some() && Class::Head.at(noun).is_none()
        };
        // Nothing but nouns that stand together was read: *cán bộ, giáo viên, nhân viên*.
        let mut bare = head;
        while end.index() < self.reading.len() && end.index() - place.index() < CLASS_WORDS {
            let (mut next, linked) = match end.gap() {
                Gap::Comma => (end, true),
                Gap::Space => (end, false),
                // *Covid-19*
                Gap::Dash if end.between() == "-" && end.number().is_some() => {
                    end = end.next();
                    continue;
                }
                // *Ban Chỉ đạo DS-KHHGĐ*
                Gap::Dash if end.between().trim() == "-" && self.is_short(end) => {
                    end = end.next();
                    continue;
                }
                // *quận - huyện*, *các sở - ngành thành phố*
                Gap::Dash if end.between().trim() == "-" && are_kinds(end) => {
                    end = end.next();
                    continue;
                }
                // *Tổ Toán - Tin*
                Gap::Dash if self.is_named(place, end) => {
                    end = end.next();
                    continue;
                }
                // *UBND các quận: Hải Châu, Sơn Trà*
                Gap::Colon if self.body_at(end).is_none() => {
                    // *các địa phương: TP. Hà Nội, Hải Phòng*
                    let many =
                        Class::Level.before(end).is_some() || reading_of(end.back()) == "phương";
                    let places = match many {
                        true => self.behind_named(end),
                        false => self.behind_places(place, end),
                    };
                    let places = places.filter(|&behind| self.names_places(end, behind));
                    match places.or_else(|| self.behind_sectors(end)) {
                        Some(behind) => end = behind,
                        None => break,
                    }
                    continue;
                }
                _ => break,
            };
            let joined = Class::Link
                .at(next)
                .filter(|behind| behind.gap() == Gap::Space && is_and(self.reading, next));
            let linked = linked || joined.is_some();
            next = joined.unwrap_or(next);
            // *Chi cục Thuế khu vực III mỗi đơn vị cử …*
            if !linked && end.index() == known && super::cue::behind_each(next).is_some() {
                break;
            }
            // *các bộ, ngành, 18 tỉnh, thành phố*
            if linked && next.number().is_some() && next.next().gap() == Gap::Space {
                next = next.next();
            }
            let said = Said::at(next);
            let body = self.body_at(next);
            if linked {
                // *các sở, ngành và các địa phương* are two, and so are *Thường trực, Ban của …* and *chính quyền
                // địa phương, ngành y tế*.
                let several = || Class::Plural.at(place).is_some();
                let owned = || reading_of(next.next()) == "của" && !several();
                if said.is(Class::Plural)
                    || said.is(Class::Member) && owned()
                    || sector_behind(next).is_some()
                {
                    break;
                }
                let proper = || {
                    self.reading.case(next.index()).is_capital()
                        && self.reading.case(next.index() + 1).is_capital()
                };
                if joined.is_some() && known < next.index() && self.goes_on_with(place, next, &said)
                {
                    end = next.next();
                    continue;
                }
                // *Cán bộ, giáo viên, nhân viên của trường* share what follows.
                if let Some(noun) = said.behind(Class::Person)
                    && end.index() == bare
                    && self.reading.case(next.index()) == Case::Lower
                {
                    end = noun;
                    bare = noun.index();
                    continue;
                }
                if person {
                    break;
                }
                // *Thủ trưởng các sở, ban, ngành, thuộc tỉnh*
                if let Some(tail) = said.behind(Class::Tail).filter(|_| joined.is_none()) {
                    end = tail;
                    continue;
                }
                // *Công an tỉnh, Tỉnh đoàn*: the longer phrase wins.
                let ends = |class| said.behind(class).map(|behind| behind.index());
                let other = || {
                    self.reading.case(next.index()).is_capital()
                        && ends(Class::Head) > ends(Class::Member)
                };
                if !said.is(Class::Member)
                    || other()
                    || said.is_verb()
                    || proper()
                    || body.is_some_and(|(body, _)| !self.bodies[body].value.generic)
                {
                    break;
                }
            } else if body.is_none() && self.is_person(next) {
                let addressed = Class::Address
                    .at(place)
                    .filter(|at| at.index() == end.index());
                // *cơ quan đại diện của Việt Nam*, *công dân Việt Nam*
                let whose =
                    (reading_of(end.back()) == "của" || reading_of(next) == "Việt").then_some(end);
                let proper = addressed.or(whose);
                match proper.map_or_else(|| self.behind_places(place, end), proper_behind) {
                    Some(behind) => end = behind,
                    None => break,
                }
                continue;
            } else if body.is_some_and(|(body, _)| self.is_bare_body(body)) {
                // *các Bộ Công an, Quốc phòng*
                break;
            } else if let Some(tail) = said.behind(Class::Tail).or_else(|| self.behind_seat(next)) {
                end = tail;
                continue;
            } else if let Some(behind) = committee_behind(&said, next)
                .filter(|behind| body.is_none_or(|(_, end)| end < behind.index()))
            {
                end = behind;
                continue;
            } else if self.class_ends(place, head, &said, next) {
                break;
            }
            end = match body {
                Some((_, end)) if !linked => self.reading.place(end),
                // *các cơ quan, đơn vị, địa phương*
                _ if linked && end.index() == bare => {
                    let noun = said.behind(Class::Member).unwrap_or(next.next());
                    bare = noun.index();
                    noun
                }
                // *Cơ sở đào tạo quyết định …*
                // *các bệnh viện, viện nghiên cứu*
                _ => (said.behind(Class::NounVerb))
                    .or_else(|| said.behind(Class::Member).filter(|_| linked))
                    .unwrap_or(next.next()),
            };
        }
        let start = self.before_count(place);
        let span = Span::new(start.start(), end.end());
        Some(Actor {
            start: start.index(),
            end: end.index(),
            span,
            body: None,
            linked: false,
            opens: false,
            office: None,
        })
    }

    /// The place behind the names of places at `end`: *Lâm Đồng, TP. Huế và Gia Lai*.
    pub(super) fn behind_named(&self, end: Place<'r, 't>) -> Option<Place<'r, 't>> {
        let reading = self.reading;
        let mut behind = place_behind(end)?;
        loop {
            let and = (behind.gap() == Gap::Space && is_and(reading, behind))
                .then(|| behind.next())
                .filter(|next| next.gap() == Gap::Space);
            let next = match behind.gap() {
                Gap::Comma => Some(behind),
                _ => and,
            };
            let named = |next: &Place<'r, 't>| {
                self.body_at(*next).is_none() && self.class_head(*next).is_none()
            };
            let more = next.filter(named).and_then(place_behind);
            match more {
                Some(more) => behind = more,
                None => return Some(behind),
            }
        }
    }

    /// The place behind the names at `end`, behind a colon, of those that *các sở, ngành* names several of: *Tư pháp,
    /// Công an tỉnh, Y tế*.
    fn behind_sectors(&self, end: Place<'r, 't>) -> Option<Place<'r, 't>> {
        Class::Sectoral.before(end)?;
        let mut behind = end;
        let mut names = 0;
        loop {
            let next = match names {
                0 => behind,
                _ => Class::Link.at(behind).unwrap_or(behind),
            };
            let body = self.body_at(next).map(|(_, end)| self.reading.place(end));
            let name = body.or_else(|| {
                let name = self.unknown_name(next);
                name.filter(|name| self.class_head(next).is_none() && name.gap() != Gap::Dot)
            });
            let Some(name) = name else { break };
            names += 1;
            behind = name;
            if behind.gap() != Gap::Comma && Class::Link.at(behind).is_none() {
                break;
            }
        }
        let closed = matches!(behind.gap(), Gap::Comma | Gap::Other | Gap::LineEnd)
            || super::cue::is_cue(behind);
        (names > 1 && closed).then_some(behind)
    }

    /// Whether the name in a class that begins at `place` goes on behind *và*: *các Sở Khoa học và Công
    /// nghệ*.
    fn goes_on_with(&self, place: Place<'r, 't>, next: Place<'r, 't>, said: &Said<'r, 't>) -> bool {
        let case = |i| self.reading.case(i);
        let named = (place.index() + 1..next.index() - 1).rev();
        let mut named = named.take_while(|&i| self.reading.gap(i) == Gap::Space);
        let kind = named.any(|i| case(i) == Case::Title && case(i - 1) == Case::Title);
        kind && case(next.index()) == Case::Title
            && !said.is(Class::Head)
            && !said.is(Class::Plural)
            && self.body_at(next).is_none()
            && !said.is(Class::ShortHead)
    }

    /// The place behind what a class of actors begins with: *các đơn vị*, *UBND*, *Sở*.
    pub(super) fn class_head(&self, place: Place<'r, 't>) -> Option<Place<'r, 't>> {
        if let Some(sector) = sector_behind(place) {
            return Some(sector);
        }
        let mut said = Said::at(place);
        let plural = said
            .behind(Class::Plural)
            .filter(|behind| behind.gap() == Gap::Space);
        if let Some(noun) = plural {
            said = Said::at(noun);
        }
        let several = |head: Place<'r, 't>| match plural {
            Some(_) => doers(&said).unwrap_or(head),
            None => head,
        };
        let noun = said.behind(Class::Head).or_else(|| {
            let low = plural.is_some() || reading_of(place) != "người";
            said.behind(Class::Person).filter(|_| low)
        });
        let head = noun.map(several).or_else(|| {
            // *giao khối Giáo dục*
            // *đề nghị trưởng phòng Giáo dục*
            let named = || {
                let capital = |i| self.reading.case(i).is_capital();
                let behind = said.behind(Class::ShortHead);
                super::cue::is_ordered(place)
                    && (capital(place.index() + 1)
                        || behind.is_some_and(|behind| capital(behind.index())))
            };
            let capital = || self.reading.case(place.index()).is_capital() || named();
            (said.behind(Class::ShortHead)).filter(|_| plural.is_some() || capital())
        })?;
        // *đề nghị tổ chức hội nghị*, *Tổ chức các hoạt động*, *Tổ chức 05 lớp*
        let holds = || plural.is_none() && is_held(place, head);
        // *các cấp*, *các tổ chức*: a noun stands behind *các*.
        let verb = plural.is_none() && said.is_verb();
        (!verb && !said.is(Class::NotHead) && !holds()).then_some(head)
    }

    /// Whether the words of a class that begins at `start` end before `next`, of which `said` is
    /// known: a verb, a modal or *để* follows.
    /// The first words of the class end before word `head`.
    fn class_ends(
        &self,
        start: Place<'r, 't>,
        head: usize,
        said: &Said<'r, 't>,
        next: Place<'r, 't>,
    ) -> bool {
        if said.is(Class::Stop) || said.is(Class::Modal) || super::cue::is_cue(next) {
            return true;
        }
        // *Phòng Tư pháp trước đây chủ trì …*
        if said.is(Class::LongAgo) {
            return true;
        }
        // *nhiệm vụ của Hiệu trưởng như sau*
        if said.is(Class::Below) && reading_of(next) == "như" || said.is(Class::Degree) {
            return true;
        }
        // *cơ sở đào tạo quyết định và chịu trách nhiệm …*
        if let Some(behind) = said.behind(Class::Asking)
            && is_and(self.reading, behind)
            && super::cue::is_cue(behind.next())
        {
            return true;
        }
        // *cấp ủy các cấp*: a noun stands behind *các*.
        let several = Class::Plural.at(next.back());
        let known = self.body_at(start).map_or(0, |(_, behind)| behind);
        if several.is_some_and(|noun| noun.index() == next.index()) && known <= next.index() {
            return false;
        }
        // *Ban Quản trị rủi ro*, *Phòng Tổ chức cán bộ*
        let title = |i| self.reading.case(i) == Case::Title;
        if next.index() == head
            && title(head)
            && title(head - 1)
            && [Class::Head, Class::ShortHead].iter().any(|class| {
                class
                    .at(next.back())
                    .is_some_and(|behind| behind.index() == head)
            })
        {
            return false;
        }
        // *các lực lượng trên địa bàn trong diễn tập …*
        if reading_of(next) == "trong" && action(next.next()).is_some() {
            return true;
        }
        // *các Ban chỉ huy Bảo vệ rừng*
        if title(next.index()) && next.gap() == Gap::Space && !title(next.index() - 1) {
            return false;
        }
        // *Sở Y tế các tỉnh tổ chức Ngày hội*, but *cơ quan tổ chức*.
        let before = |word| self.reading.slice(next.index() - 1) == word;
        if said.is(Class::Member)
            && reading_of(next) == "tổ"
            && reading_of(next.next()) == "chức"
            && !before("quan")
        {
            return true;
        }
        // *Đảng ủy các xã lãnh đạo công tác …*, but *cán bộ lãnh đạo*.
        let leads = said.is(Class::Head) && said.action().is_some() && reading_of(next) == "lãnh";
        if leads && Class::Staff.before(next).is_none() {
            return true;
        }
        let Some(verb) = said.action().filter(|_| said.is_verb()) else {
            return false;
        };
        // *doanh nghiệp bổ sung, hoàn thiện hồ sơ*
        if verb.gap() == Gap::Comma && action(verb).is_some() && !said.is(Class::NounVerb) {
            return true;
        }
        // *cơ quan tham mưu*, *cơ sở sản xuất*: the verb says which body.
        if let Some(noun) = Class::Office.before(next)
            && (noun.index() == start.index() || said.is(Class::NounVerb))
        {
            return false;
        }
        // *ngoại giao*, *công lập*: the second half of a noun.
        verb.index() > next.index() + 1
            || next.index() == head
            || Class::Compound.at(next.back()).is_none()
            // *Hội đồng nhân dân trình …*, but *trường dân lập*
            || before("dân") && self.reading.slice(next.index() - 2) == "nhân"
    }
}

/// The place behind the sector that is named at `place`: *ngành y tế*.
fn sector_behind<'r, 't>(place: Place<'r, 't>) -> Option<Place<'r, 't>> {
    let noun = Class::Trade.at(place)?;
    Class::Sector.at(noun).filter(|_| noun.gap() == Gap::Space)
}

/// Whether a dash parts two kinds before `end`: *quận - huyện*, *sở - ngành*.
fn are_kinds(end: Place<'_, '_>) -> bool {
    let lower = |i| end.reading().case(i) == Case::Lower;
    let (left, right) = (end.back(), end);
    let kind = |place| Class::Level.at(place).or_else(|| Class::Member.at(place));
    lower(left.index())
        && lower(right.index())
        && kind(left).is_some_and(|behind| behind.index() == right.index())
        && kind(right).is_some()
}

/// The place behind the noun when what is `said` is one with a verb behind it: *các đơn vị thực hiện
/// …* tells what several do, where *đơn vị thực hiện* is an office.
fn doers<'r, 't>(said: &Said<'r, 't>) -> Option<Place<'r, 't>> {
    let (long, noun) = (said.behind(Class::Head)?, said.shortly_behind(Class::Head)?);
    let goes_on = long.gap() == Gap::Space || long.between().starts_with(':');
    let verb = action(noun).is_some_and(|verb| verb.index() == long.index());
    // *các đơn vị phối hợp tổ chức …*
    let together = || {
        let cooperates = matches!(noun.phrase(&CUES), Some((Cue::Cooperate, behind)) if behind.index() == long.index());
        cooperates
            && long.gap() == Gap::Space
            && action(long).is_some()
            && !super::cue::is_cue(long)
    };
    let alone = || verb && Class::NounVerb.at(noun).is_none() && !super::cue::is_cue(noun);
    (goes_on && noun.index() < long.index() && (alone() || together())).then_some(noun)
}

/// The same with the short form of a town before them: *TP. Huế*.
fn place_behind<'r, 't>(place: Place<'r, 't>) -> Option<Place<'r, 't>> {
    let name = place.next();
    let short = matches!(reading_of(place), "TP" | "Tp" | "tp") && name.gap() == Gap::Dot;
    proper_behind(if short { name } else { place })
}

/// The place behind the kind of body that the members of a class belong to: *các thành viên Ban chỉ đạo*.
fn committee_behind<'r, 't>(said: &Said<'r, 't>, place: Place<'r, 't>) -> Option<Place<'r, 't>> {
    let behind = said.behind(Class::Head)?;
    (behind.index() > place.index() + 1 && said.action().is_none()).then_some(behind)
}

/// Whether *tổ chức* at `place` is a verb, by what stands `behind` it: something that is held.
fn is_held(place: Place<'_, '_>, behind: Place<'_, '_>) -> bool {
    let spaced = behind.gap() == Gap::Space && behind.index() == place.index() + 2;
    let several = || {
        Class::Plural
            .at(behind)
            .is_some_and(|noun| reading_of(noun) != "cấp")
    };
    let held = || {
        [Class::Meeting, Class::Event]
            .iter()
            .any(|class| class.at(behind).is_some())
    };
    // *Tổ chức, quản lý phòng kế toán*
    let listed = || behind.gap() == Gap::Comma && action(behind).is_some();
    // *Tổ chức và phối hợp với Sở A …*
    let with = || {
        let more = behind.next();
        let cooperates = matches!(more.phrase(&CUES), Some((Cue::Cooperate, _)));
        spaced && is_and(behind.reading(), behind) && (cooperates || action(more).is_some())
    };
    matches!(reading_of(place), "tổ" | "Tổ")
        && (spaced && (behind.number().is_some() || held() || several()) || listed() || with())
}
