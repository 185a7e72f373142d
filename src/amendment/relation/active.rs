//! A verb behind a document: what it does, and to what.

use super::objects::RowOf;
use super::reader::{NEAR, Objects, Reader, is_powerless, is_space};
use super::types::Node;
use super::types::RelationKind::{Approves, Implements, Promulgates};
use super::words::{ABOUT, ACTING, ASKING, ISSUED, JOINING, PART, PREDICATE, PURPOSE, VERBS};
use crate::amendment::Effective;
use crate::amendment::mood::PASSIVE;
use crate::provision::ProvisionOf;
use crate::reading::{Gap, Place};
use crate::span::Span;

impl<'a, 't> Reader<'a, 't> {
    /// The verb behind the mention `i` and its object.
    pub(super) fn acting(&mut self, i: usize) {
        let end = self.row.entry(i).verb;
        let place = self.reading.place_at(end);
        let gap = self.text.get(end..place.start()).unwrap_or_default();
        // "Nghị định số … về chứng minh nhân dân (được sửa đổi bởi …)"
        let words = self.end_of_words(i);
        if words > self.row.span(i).end {
            let behind = self.reading.place_at(words);
            let gap = self.text.get(words..behind.start()).unwrap_or_default();
            if let Some(bracket) = opens(gap)
                && !approves_again(behind)
                && self.passive(behind, bracket, i)
            {
                return;
            }
        }
        // "Quyết định số … (nay đã hết hiệu lực) bị bãi bỏ bởi …"
        let ends = [end, words].map(|end| self.behind_remark(self.reading.place_at(end)));
        if let Some(behind) = ends.into_iter().flatten().next()
            && self.passive(behind, false, i)
        {
            return;
        }
        // "Thông tư số … hết hiệu lực từ ngày …, được thay thế bởi …"
        if let Some(behind) = self.behind_force(i)
            && self.passive(behind, false, i)
        {
            return;
        }
        // "Thông tư số … hướng dẫn chế độ kế toán bị bãi bỏ bởi …"
        if let Some(behind) = self.behind_description(i)
            && self.passive(behind, false, i)
        {
            return;
        }
        let Some(bracket) = opens(gap) else { return };
        if gap.is_empty() || self.passive(place, bracket, i) || !bracket && !is_space(gap) {
            return;
        }
        let mut verb = self.behind_issue(place);
        if let Some((_, behind)) = verb.phrase(&ABOUT)
            && behind.gap().is_soft()
        {
            verb = behind;
        }
        let Some((&Some(relation), object)) = verb.phrase(&ACTING) else {
            return;
        };
        // "Quyết định số … (thay thế Quyết định số …)"
        if bracket && !relation.is_far_reaching() {
            return;
        }
        let verb = self.words(verb, object);
        let some = object.phrase(&PART).is_some_and(|(&some, _)| some);
        let relation = if some { relation.of_some() } else { relation };
        if matches!(relation, Approves | Promulgates) {
            // "Tờ trình số … về việc ban hành Quy định …" asks for it.
            let asks = self.reading.place_at(self.row.span(i).start);
            let kind = self.row.kind(i);
            if asks.phrase(&ASKING).is_some() || kind.is_some_and(is_powerless) {
                return;
            }
            let Some((name, end)) = self.described(object) else {
                return;
            };
            let source = self.row_before(i, true);
            // The name goes no further than what the document is about.
            let mention = self.mentions.starting_at(self.row.span(i).start);
            let about = mention.map(|mention| mention.end_of_words());
            let about = about.filter(|&about| about >= end);
            if about == Some(end) {
                return;
            }
            let name = Span::new(
                name.start,
                about.map_or(name.end, |about| name.end.min(about)),
            );
            let ids = vec![Node::Unnumbered(name.of(self.text).to_owned())];
            self.add(verb, relation, source.clone(), Objects::whole(ids));
            // What it carries acts in its name: *… ban hành Chương trình thực hiện Nghị quyết …*.
            self.acting_for(end, &source);
            return;
        }
        let objects = self.row_behind(object, RowOf::acted_on(relation)).groups;
        if objects.is_empty() {
            return;
        }
        let source = match bracket {
            true => self.row.nodes(i).collect(),
            false => self.row_before(i, true),
        };
        for objects in objects {
            self.add(verb, relation, source.clone(), objects);
        }
    }

    /// The place behind the bracket that opens in front of `place` and names no document: *Nghị định số … (nay đã hết
    /// hiệu lực) được thay thế bởi …*.
    fn behind_remark(&self, place: Place<'a, 't>) -> Option<Place<'a, 't>> {
        let bracket = self.reading.bracket(place.start())?;
        let opens = place.between().trim() == "(";
        let next = self.row.first_from(bracket.start);
        let named = next < self.row.len() && self.row.span(next).start < bracket.end;
        let behind = self.reading.place_at(bracket.end);
        let adjoins = behind.between().trim() == ")";
        (opens && !named && adjoins).then_some(behind)
    }

    /// The passive behind the words that tell what the mention `i` does or is about, where they begin with a verb
    /// of ours or the mention opens its sentence, and name no other document.
    fn behind_description(&self, i: usize) -> Option<Place<'a, 't>> {
        let mut place = self.right_of(self.row.span(i).end)?;
        let span = self.row.span(i);
        let opens = self.reading.sentence(span.start).start == span.start;
        if place.phrase(&VERBS).is_none() && !opens || place.phrase(&PREDICATE).is_some() {
            return None;
        }
        let next = i + 1;
        let stop = match next < self.row.len() {
            true => self.row.span(next).start,
            false => self.text.len(),
        };
        for _ in 0..DESCRIPTION {
            place = place.next();
            if !place.gap().is_soft() || place.start() >= stop {
                return None;
            }
            if place.phrase(&PASSIVE).is_some() {
                return (!approves_again(place)).then_some(place);
            }
        }
        None
    }

    /// The place behind what the sentence says of the force of the mention `i`, where it goes on behind a comma
    /// or *và*.
    fn behind_force(&self, i: usize) -> Option<Place<'a, 't>> {
        let end = self.row.span(i).end;
        let next = self.effectivity.partition_point(|e| e.span.start < end);
        let force = self.effectivity.get(next)?;
        let sentence = self.reading.sentence(end);
        let of = |node: Node| match &force.value.of {
            ProvisionOf::Document(id) => node.id() == Some(id),
            ProvisionOf::Itself => node == Node::Itself,
        };
        let last = i + 1 >= self.row.len() || self.row.span(i + 1).start > force.span.start;
        if force.span.end > sentence.end || !last || !self.row.nodes(i).any(of) {
            return None;
        }
        let said = match &force.value.from {
            Some(
                Effective::Date { span, .. }
                | Effective::Offset { span, .. }
                | Effective::Event { span, .. },
            ) => span.end,
            _ => force.span.end,
        };
        let behind = self.reading.place_at(said);
        if let Some((_, joined)) = behind.phrase(&JOINING).filter(|_| behind.gap().is_soft()) {
            return Some(joined);
        }
        (behind.gap() == Gap::Comma).then_some(behind)
    }

    /// The place behind *được ban hành để*, *ban hành ngày 12/5/2018*, *do Bộ trưởng Trần Văn An ký ngày 12/5/2018* or a mere day
    /// at `place`, or `place` itself.
    pub(super) fn behind_issue(&self, place: Place<'a, 't>) -> Place<'a, 't> {
        let mut at = place;
        let day = self.findings.date_at(at.start());
        if let Some(day) = day.filter(|_| at.gap().is_soft()) {
            return self.reading.place_at(day.span.end);
        }
        at.eat(&PASSIVE);
        if self.findings.says(at, "do")
            && let Some(issuer) = self.findings.body_at(at.next().start())
        {
            at = self.reading.place_at(issuer.span.end);
            for _ in 0..PERSON {
                if at.phrase(&ISSUED).is_some() || !at.gap().is_soft() {
                    break;
                }
                at = at.next();
            }
        }
        let Some((_, behind)) = at.phrase(&ISSUED) else {
            return place;
        };
        let date = self.findings.date_at(behind.start());
        let date = date.filter(|_| behind.gap().is_soft());
        let behind = date.map_or(behind, |date| self.reading.place_at(date.span.end));
        // "… được ban hành để cụ thể hóa Nghị quyết số …"
        match behind.phrase(&PURPOSE).filter(|_| behind.gap().is_soft()) {
            Some((_, deed)) => deed,
            None => date.map_or(place, |_| behind),
        }
    }

    /// The verb behind byte `end` of a document without a number, for which `source` stands.
    pub(super) fn acting_for(&mut self, end: usize, source: &[Node]) {
        let Some(place) = self.right_of(end) else {
            return;
        };
        let Some((Implements, object)) = place.phrase(&VERBS) else {
            return;
        };
        let verb = self.words(place, object);
        for objects in self.row_behind(object, RowOf::Objects).groups {
            self.add(verb, Implements, source.to_vec(), objects);
        }
    }

    /// The mention `i` with those that are joined to it on the left: *A và B thay thế C*. In the middle
    /// of a clause only *và* joins, and only where it is asked for.
    pub(super) fn row_before(&self, i: usize, joined: bool) -> Vec<Node> {
        let gap = |left: usize, right: usize| {
            let (left, right) = (self.row.span(left).end, self.row.span(right).start);
            self.text.get(left..right).unwrap_or(";").trim()
        };
        let mut first = i;
        while first > 0
            && i - first < NEAR
            && matches!(gap(first - 1, first), "và" | "," | ", và")
            && !self.is_object(first - 1)
        {
            first -= 1;
        }
        let start = self.row.span(first).start;
        let clause = self.reading.clause(self.row.span(i).start);
        let opens = self.text[clause.start.min(start)..start].trim();
        let marker = opens.is_empty()
            || opens.ends_with(['.', ')'])
            || matches!(opens, "Các" | "Hai" | "Ba");
        let last = match marker {
            true => first,
            false if !joined => i,
            // "theo Thông tư A, Thông tư B thay thế C": only what "và" joins.
            false => (first..i)
                .rev()
                .take_while(|&j| gap(j, j + 1) == "và")
                .last()
                .unwrap_or(i),
        };
        let mut ids: Vec<Node> = Vec::new();
        for id in (last..=i).flat_map(|one| self.row.nodes(one)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}

/// Whether the passive at `place` says that a plan was approved, of which the words in front of it tell: *Quyết định
/// số … phê duyệt điều chỉnh Quy hoạch đã được phê duyệt tại …*.
fn approves_again(place: Place<'_, '_>) -> bool {
    let verb = place
        .phrase(&PASSIVE)
        .and_then(|(_, verb)| verb.phrase(&VERBS));
    matches!(verb, Some((Approves | Promulgates, _)))
}

/// Whether a predicate may stand behind the bytes after a document, and whether it is in a bracket.
fn opens(gap: &str) -> Option<bool> {
    match gap.trim() {
        "" | "," | "-" | "–" => Some(false),
        "(" | ",(" | ", (" => Some(true),
        _ => None,
    }
}

/// How many words the name of who signs and the time of the verb have.
const PERSON: usize = 8;

/// The most words that tell what a document does, in front of what is done to it.
const DESCRIPTION: usize = 30;
