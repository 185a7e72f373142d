//! Reads relations around the documents that a text mentions.

use std::collections::HashMap;

use super::verbs::{BY, FAR_REACHING, OF, PARTS, POINTING, REWORDING, VERBS};
use super::{Relation, RelationKind};
use crate::amendment::{Effectivity, EffectivityKind};
use crate::citation::{Anaphor, Citation, Findings, Reference, governing};
use crate::provision::{ProvisionOf, Target};
use crate::span::{Found, Span};
use crate::text::cursor::{Cursor, any_before};

use RelationKind::{
    Amends, Approves, AtProposalOf, AttachedTo, BasedOn, Expires, Implements, Issues, Promulgates,
    RefersTo,
};

/// A document as the text mentions it, with or without its number.
struct Mention {
    span: Span,
    /// Where its own verb may begin: behind the kind for a document that is only described.
    verb: usize,
    ids: Vec<String>,
}

/// The relations of a text with the spans of their verbs, in order.
pub(super) fn read(
    findings: &Findings<'_, '_>,
    citations: &[Found<'_, Citation<'_>>],
    references: &[Found<'_, Reference>],
    effectivity: &[Found<'_, Effectivity>],
    own: Option<&str>,
) -> Vec<(Span, Relation)> {
    let mut reader = Reader {
        findings,
        mentions: mentions(findings, citations, references),
        own,
        found: Vec::new(),
        rows: HashMap::new(),
    };
    let mut basis: Option<(usize, _)> = None;
    for i in 0..reader.mentions.len() {
        let at = reader.mentions[i].span.start;
        let clause = findings.sentence_start(at);
        if basis.as_ref().is_none_or(|&(start, _)| start != clause) {
            basis = Some((clause, reader.basis(i, clause)));
        }
        reader.issuing(i);
        reader.acting(reader.mentions[i].verb, i);
        reader.acted_on(i);
        reader.carrying(i);
        if let Some((_, Some((verb, source)))) = &basis {
            reader.founded(i, *verb, source.clone());
        }
    }
    reader.expiring(effectivity);
    reader.proposals();
    let mut found = reader.found;
    found.sort_by_key(|&(span, ref relation)| (span, relation.relation));
    found.dedup();
    found
}

/// Citations and references in one row, in text order.
fn mentions(
    findings: &Findings<'_, '_>,
    citations: &[Found<'_, Citation<'_>>],
    references: &[Found<'_, Reference>],
) -> Vec<Mention> {
    let text = findings.text;
    let cited = citations.iter().map(|citation| Mention {
        span: citation.span,
        verb: citation.span.end,
        ids: vec![citation.value.name()],
    });
    let referred = references
        .iter()
        .filter(|r| !r.value.resolves_to.is_empty())
        .map(|reference| {
            let described = reference.value.anaphor == Anaphor::DescriptiveThenParenthesis;
            let kind_end = findings
                .tables
                .kinds
                .head_at(text, reference.span.start)
                .map_or(reference.span.end, |(_, end)| end);
            Mention {
                span: reference.span,
                verb: if described {
                    kind_end
                } else {
                    reference.span.end
                },
                ids: reference.value.resolves_to.clone(),
            }
        });
    let mut mentions: Vec<Mention> = cited.chain(referred).collect();
    mentions.sort_by_key(|mention| mention.span);
    mentions
}

struct Reader<'a, 't> {
    findings: &'a Findings<'a, 't>,
    mentions: Vec<Mention>,
    own: Option<&'a str>,
    found: Vec<(Span, Relation)>,
    /// Where in `found` the relation of a verb is that takes a row of objects one by one.
    rows: HashMap<(Span, RelationKind), usize>,
}

/// A row of documents that a verb acts on.
struct Objects {
    ids: Vec<String>,
    provisions: Vec<Target>,
}

impl<'t> Reader<'_, 't> {
    fn cursor(&self, at: usize) -> Cursor<'t> {
        Cursor::new(self.findings.text, at)
    }

    /// The mention that begins at byte `start`.
    fn mention_at(&self, start: usize) -> Option<usize> {
        self.mentions
            .binary_search_by_key(&start, |mention| mention.span.start)
            .ok()
    }

    /// Adds a relation, unless it would be one that the new wording quoted by the document at hand
    /// has, or one of a document with itself.
    fn add(&mut self, verb: Span, relation: RelationKind, source: Vec<String>, to: Objects) {
        let own = self
            .own
            .is_some_and(|own| source.iter().any(|id| id == own));
        if own && self.findings.is_quoted(verb.start) || source == to.ids {
            return;
        }
        self.found.push((
            verb,
            Relation {
                relation,
                source,
                target: to.ids,
                provisions: to.provisions,
            },
        ));
    }

    /// Adds an object to the relation of a verb that governs a row.
    fn add_to_row(&mut self, verb: Span, relation: RelationKind, source: Vec<String>, i: usize) {
        let ids = self.mentions[i].ids.clone();
        match self.rows.get(&(verb, relation)) {
            Some(&at) => {
                let target = &mut self.found[at].1.target;
                // A long row is one of different documents; the check is for short ones.
                let near = target.len().saturating_sub(NEAR);
                let new = ids.into_iter().filter(|id| !target[near..].contains(id));
                let new: Vec<String> = new.collect();
                target.extend(new);
            }
            None => {
                let before = self.found.len();
                let provisions = Vec::new();
                self.add(verb, relation, source, Objects { ids, provisions });
                if self.found.len() > before {
                    self.rows.insert((verb, relation), before);
                }
            }
        }
    }

    /// `BODY ban hành MENTION`.
    fn issuing(&mut self, i: usize) {
        let span = self.mentions[i].span;
        // Only a citation in a bracket is looked for by its kind.
        let bracket = self.findings.text[..span.start].ends_with('(');
        let kind = bracket
            .then(|| {
                self.findings
                    .tables
                    .kinds
                    .head_at(self.findings.text, span.start)
            })
            .flatten()
            .map(|(head, _)| head.name.as_str());
        let governing = governing::issuing(self.findings, span, kind);
        let issuers = governing.issuers.into_iter().map(|issuer| issuer.name);
        let issuers: Vec<String> = issuers.collect();
        if let (Some(verb), false) = (governing.verb, issuers.is_empty()) {
            let ids = self.mentions[i].ids.clone();
            let provisions = Vec::new();
            self.add(verb, Issues, issuers, Objects { ids, provisions });
        } else if let Some((verb, issuer)) = self.findings.issuer_of_list(span.start) {
            // One verb issues the whole row: its documents are gathered under it.
            self.add_to_row(verb, Issues, vec![issuer.to_owned()], i);
        }
    }

    /// The verb behind the mention `i` and its object.
    fn acting(&mut self, at: usize, i: usize) {
        let mut cursor = self.cursor(at);
        if !cursor.space_or_break() && !cursor.rest().starts_with([',', '(']) {
            return;
        }
        if self.passive(cursor, i) {
            return;
        }
        let source = self.mentions[i].ids.clone();
        if cursor.any_phrase(&[("về việc", ()), ("về", ())]).is_some() {
            cursor.space_or_break();
        }
        let start = cursor.pos();
        let Some(relation) = cursor.any_phrase(VERBS) else {
            return;
        };
        let verb = Span::new(start, cursor.pos());
        cursor.space_or_break();
        if matches!(relation, Approves | Promulgates) {
            let Some((name, end)) = self.described(cursor.pos()) else {
                return;
            };
            let ids = vec![name.of(self.findings.text).to_owned()];
            let provisions = Vec::new();
            self.add(verb, relation, source.clone(), Objects { ids, provisions });
            // What it carries acts in its name: *… ban hành Chương trình thực hiện Nghị quyết …*.
            self.acting_for(end, source);
        } else if let Some(objects) = self.objects(cursor) {
            self.add(verb, relation, source, objects);
        }
    }

    /// The verb of a document without a number, for which `source` stands.
    fn acting_for(&mut self, at: usize, source: Vec<String>) {
        let mut cursor = self.cursor(at);
        cursor.space_or_break();
        let start = cursor.pos();
        if cursor.any_phrase(VERBS) != Some(Implements) {
            return;
        }
        let verb = Span::new(start, cursor.pos());
        cursor.space_or_break();
        if let Some(objects) = self.objects(cursor) {
            self.add(verb, Implements, source, objects);
        }
    }

    /// `MENTION được sửa đổi, bổ sung theo MENTION`; says whether it was that.
    fn passive(&mut self, mut cursor: Cursor<'t>, i: usize) -> bool {
        cursor.eat(',');
        cursor.space_or_break();
        cursor.eat('(');
        if !["đã được", "được", "đã bị", "bị"]
            .iter()
            .any(|word| cursor.phrase(word))
        {
            return false;
        }
        cursor.space_or_break();
        let start = cursor.pos();
        let Some(relation) = cursor.any_phrase(VERBS) else {
            return false;
        };
        let verb = Span::new(start, cursor.pos());
        cursor.space_or_break();
        // "Điều 5 Luật A được sửa đổi một số điều theo Luật B": the law is amended, not the article.
        let whole = cursor.rest().starts_with("một số");
        if cursor.any_phrase(BY).is_none() {
            return false;
        }
        cursor.space_or_break();
        let Some(by) = self.objects(cursor) else {
            return false;
        };
        let provisions = match whole {
            true => Vec::new(),
            false => self.provisions_before(self.mentions[i].span.start).1,
        };
        for source in by.ids {
            let to = Objects {
                ids: self.mentions[i].ids.clone(),
                provisions: provisions.clone(),
            };
            self.add(verb, relation, vec![source], to);
        }
        true
    }

    /// The documents in a row at the cursor, the words for a part of them passed over.
    fn objects(&self, mut cursor: Cursor<'t>) -> Option<Objects> {
        while cursor.any_phrase(PARTS).is_some() {
            cursor.space_or_break();
        }
        let mut provisions = Vec::new();
        if let Some(provision) = self.findings.provision_at(cursor.pos()) {
            provisions = provision.value.targets.to_vec();
            cursor.advance(provision.span.len());
            cursor.space_or_break();
            if cursor.any_phrase(OF).is_some() {
                cursor.space_or_break();
            }
        }
        let mut next = self.mention_at(cursor.pos())?;
        let mut ids = Vec::new();
        loop {
            let mention = &self.mentions[next];
            ids.extend(mention.ids.iter().cloned());
            if ids.len() >= MOST {
                return Some(Objects { ids, provisions });
            }
            let mut ahead = self.cursor(mention.span.end);
            let _ = ahead.eat(',') || ahead.eat(';');
            ahead.space_or_break();
            if ahead.phrase("và") {
                ahead.space_or_break();
            }
            match self.mention_at(ahead.pos()) {
                Some(i) if i > next && ahead.pos() > mention.span.end + 1 => next = i,
                _ => return Some(Objects { ids, provisions }),
            }
        }
    }

    /// The provision that stands right before the document at byte `at`, *của* passed over, and
    /// where it begins; or `at` itself.
    fn provisions_before(&self, at: usize) -> (usize, Vec<Target>) {
        let end = match any_before(self.findings.text, at, OF) {
            Some((of, ())) => of,
            None => at,
        };
        let end = self.findings.text[..end].trim_end().len();
        match self.findings.provision_ending_at(end) {
            Some(provision) => (provision.span.start, provision.value.targets.to_vec()),
            None => (at, Vec::new()),
        }
    }

    /// A document without a number, named by its kind: the words that name it, and where a verb of
    /// its own may begin.
    fn described(&self, at: usize) -> Option<(Span, usize)> {
        let text = self.findings.text;
        let at = at + text[at..].len() - text[at..].trim_start_matches(['“', '"']).len();
        let (_, kind_end) = self.findings.tables.kinds.head_at(text, at)?;
        if self
            .mention_at(at)
            .is_some_and(|i| self.mentions[i].span.end > kind_end)
        {
            return None;
        }
        let mut cursor = self.cursor(kind_end);
        cursor.space_or_break();
        if cursor.phrase("của")
            && cursor.space_or_break()
            && let Some(body) = self.findings.body_at(cursor.pos())
        {
            return Some((Span::new(at, body.span.end), body.span.end));
        }
        let end = self.findings.sentence_end(kind_end).max(kind_end);
        let stop = text[kind_end..end]
            .find([';', '(', ')'])
            .map_or(end, |i| kind_end + i);
        let stop = text[kind_end..stop]
            .find(" hết hiệu lực")
            .map_or(stop, |i| kind_end + i);
        let stop = at + text[at..stop].trim_end().len();
        Some((Span::new(at, stop), kind_end))
    }

    /// A verb in front of a document whose subject is another one further left in the sentence, or
    /// the document at hand: *Thông tư này … thay thế Thông tư số …*.
    fn acted_on(&mut self, i: usize) {
        let text = self.findings.text;
        let at = self.mentions[i].span.start;
        let (object, provisions) = self.provisions_before(at);
        let mut object = object;
        if let Some((start, ())) = any_before(text, object, PARTS) {
            // "sửa đổi, bổ sung một số điều của các": two words for a part may follow each other.
            object = any_before(text, start, PARTS).map_or(start, |(first, ())| first);
        }
        let (verb, relation) = match any_before(text, object, VERBS) {
            Some((start, relation)) => {
                let stop = text[..object].trim_end().len();
                (Span::new(start, stop), relation)
            }
            None => match self.rewording(object) {
                Some(verb) => (verb, Amends),
                None => return self.pointing(i),
            },
        };
        if !FAR_REACHING.contains(&relation) {
            return;
        }
        let passive = any_before(text, verb.start, &[("được", ()), ("bị", ())]).is_some();
        let told = self
            .found
            .iter()
            .rev()
            .take(NEAR)
            .any(|(other, _)| other.overlaps(verb));
        if passive || told {
            return;
        }
        let Some(source) = self.subject(i, verb.start) else {
            return;
        };
        let ids = match self.objects(self.cursor(at)) {
            Some(row) => row.ids,
            None => self.mentions[i].ids.clone(),
        };
        self.add(verb, relation, source, Objects { ids, provisions });
    }

    /// The document that the verb at byte `verb` has for its subject.
    fn subject(&self, i: usize, verb: usize) -> Option<Vec<String>> {
        let text = self.findings.text;
        let clause = self.findings.sentence_start(verb);
        let subject = self.mentions[..i]
            .iter()
            .rev()
            .find(|other| other.span.end <= verb)
            .filter(|other| other.span.start >= clause);
        if let Some(subject) = subject {
            let between = &text[subject.span.end..verb];
            let near = between.len() <= SUBJECT;
            let one_clause = !between.contains([';', '\n']);
            if one_clause && (near || between.contains(" và ") || between.contains(" này ")) {
                return Some(subject.ids.clone());
            }
        }
        self.own.map(|own| vec![own.to_owned()])
    }

    /// `thay thế cụm từ “…” … tại` in front of byte `object`.
    fn rewording(&self, object: usize) -> Option<Span> {
        let text = self.findings.text;
        let (at, ()) = any_before(text, object, &[("tại", ())])?;
        if !text[..at].trim_end().ends_with(['”', '"']) {
            return None;
        }
        let clause = self.findings.sentence_start(at);
        let words = &text[clause..at];
        let start = REWORDING
            .iter()
            .filter_map(|verb| {
                let mut capital = verb.chars();
                let first: String = capital.next()?.to_uppercase().collect();
                let capital = first + capital.as_str();
                words.rfind(verb).max(words.rfind(capital.as_str()))
            })
            .max()?;
        let verb = words[start..].split(" cụm").next()?.split(" từ").next()?;
        Some(Span::new(clause + start, clause + start + verb.len()))
    }

    /// `theo quy định tại khoản 2 Điều 5 MENTION`, said by the document at hand.
    fn pointing(&mut self, i: usize) {
        let Some(own) = self.own else { return };
        let text = self.findings.text;
        let (object, provisions) = self.provisions_before(self.mentions[i].span.start);
        let Some((start, ())) = any_before(text, object, POINTING) else {
            return;
        };
        let verb = Span::new(start, text[..object].trim_end().len());
        let ids = self.mentions[i].ids.clone();
        self.add(
            verb,
            RefersTo,
            vec![own.to_owned()],
            Objects { ids, provisions },
        );
    }

    /// `KIND … ban hành kèm theo MENTION`: the words in front name what is attached.
    fn carrying(&mut self, i: usize) {
        let text = self.findings.text;
        let mention = self.mentions[i].span;
        const COMES_WITH: &[(&str, ())] = &[("ban hành kèm theo", ())];
        let Some((start, ())) = any_before(text, mention.start, COMES_WITH) else {
            return;
        };
        // It is an annex or a form that comes with the document.
        let left = text[..start].trim_end().len();
        if self.findings.provision_ending_at(left).is_some() {
            return;
        }
        let verb = Span::new(start, text[..mention.start].trim_end().len());
        let clause = self.findings.sentence_start(start);
        let before = i.checked_sub(1).map(|i| self.mentions[i].span);
        let attached = text[clause..start]
            .char_indices()
            .rev()
            .filter(|&(_, c)| c.is_uppercase())
            .map(|(at, _)| clause + at)
            .filter(|&at| before.is_none_or(|b| at < b.start || at >= b.end))
            .find(|&at| {
                self.findings.tables.kinds.head_at(text, at).is_some() && !self.is_mentioned(at)
            });
        let Some((name, end)) = attached.and_then(|at| self.described(at)) else {
            return;
        };
        if end > start {
            return;
        }
        let name = Span::new(name.start, name.end.min(start));
        // "Đơn … theo mẫu ban hành kèm theo": the nearest thing is what comes with it.
        if [" theo ", "quy định tại", ";"]
            .iter()
            .any(|word| name.of(text).contains(word))
        {
            return;
        }
        let ids = self.mentions[i].ids.clone();
        let provisions = Vec::new();
        let source = vec![name.of(text).trim_end().to_owned()];
        let carrier = ids.clone();
        self.add(verb, AttachedTo, source, Objects { ids, provisions });
        self.acting_for(end, carrier);
    }

    /// Whether byte `at` lies in a mention.
    fn is_mentioned(&self, at: usize) -> bool {
        let next = self.mentions.partition_point(|m| m.span.end <= at);
        self.mentions.get(next).is_some_and(|m| m.span.start <= at)
    }

    /// In a sentence that begins with *Căn cứ* at byte `clause`: the verb, and the document that is
    /// based on what follows. The mention `i` is the first of the sentence.
    fn basis(&self, i: usize, clause: usize) -> Option<(Span, Vec<String>)> {
        let text = self.findings.text;
        let mut cursor = self.cursor(clause);
        if !(cursor.phrase("căn cứ vào") || cursor.phrase("căn cứ")) {
            return None;
        }
        let verb = Span::new(clause, cursor.pos());
        let end = self.findings.sentence_end(self.mentions[i].span.start);
        let issued = self.mentions[i..]
            .iter()
            .skip(1)
            .take_while(|m| m.span.end <= end)
            .find(|m| {
                let governing = governing::issuing(self.findings, m.span, None);
                !governing.issuers.is_empty()
            });
        let opens_line =
            text[..clause].trim_end_matches([' ', '\t']).ends_with('\n') || clause == 0;
        match (issued, self.own) {
            (Some(issued), _) => Some((verb, issued.ids.clone())),
            (None, Some(own)) if opens_line => Some((verb, vec![own.to_owned()])),
            _ => None,
        }
    }

    /// `Căn cứ MENTION …, BODY ban hành MENTION`, and the basis lines in front of an official text.
    fn founded(&mut self, i: usize, verb: Span, source: Vec<String>) {
        let mention = &self.mentions[i];
        if mention.ids != source && !governing::is_issued(self.findings, mention.span.start) {
            self.add_to_row(verb, BasedOn, source, i);
        }
    }

    /// `MENTION … hết hiệu lực`, said by the document at hand.
    fn expiring(&mut self, effectivity: &[Found<'_, Effectivity>]) {
        let Some(own) = self.own else { return };
        for ends in effectivity {
            if ends.value.kind != EffectivityKind::Expires {
                continue;
            }
            if let ProvisionOf::Document(id) = &ends.value.of {
                let ids = vec![id.clone()];
                let provisions = ends.value.provisions.clone();
                let to = Objects { ids, provisions };
                self.add(ends.span, Expires, vec![own.to_owned()], to);
            }
        }
    }

    /// `Theo đề nghị của BODY` at the beginning of a line above an official text.
    fn proposals(&mut self) {
        let Some(own) = self.own else { return };
        const PROPOSED: &[(&str, ())] = &[("theo đề nghị của", ()), ("xét đề nghị của", ())];
        let text = self.findings.text;
        let mut proposals = Vec::new();
        for at in memchr::memmem::find_iter(text.as_bytes(), "đề nghị của ") {
            let end = at + "đề nghị của ".len();
            let Some((start, ())) = any_before(text, end, PROPOSED) else {
                continue;
            };
            let opens = text[..start].trim_end_matches([' ', '\t']);
            let body = self.findings.body_at(end).filter(|b| !b.value.generic);
            if let Some(body) = body
                && (opens.is_empty() || opens.ends_with('\n'))
            {
                let verb = Span::new(start, end - 1);
                proposals.push((verb, body.value.name.clone()));
            }
        }
        for (verb, body) in proposals {
            let (ids, provisions) = (vec![body], Vec::new());
            self.add(
                verb,
                AtProposalOf,
                vec![own.to_owned()],
                Objects { ids, provisions },
            );
        }
    }
}

/// How many finds back a verb is looked for that has been told already, and how many documents of a
/// long row are compared.
const NEAR: usize = 8;

/// More documents than stand in one row; it bounds the work of one look.
const MOST: usize = 200;

/// How far a subject may stand from its verb, in bytes.
const SUBJECT: usize = 60;
