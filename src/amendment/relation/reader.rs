//! Reads relations around the documents that a text mentions.

use std::collections::HashMap;

use super::verbs::{
    BY, FAR_REACHING, INTENDED, INTENTS, NEGATIONS, OF, PARTS, POINTING, REWORDING, VERBS,
};
use super::{Node, Page, Relation, RelationKind};
use crate::amendment::announced::announced;
use crate::amendment::{Effectivity, EffectivityKind};
use crate::citation::{Anaphor, Citation, Findings, Reference, governing};
use crate::document_id::DocumentId;
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
    ids: Vec<Node>,
}

/// The relations of a text with the spans of their verbs, in order.
pub(super) fn read(
    findings: &Findings<'_, '_>,
    citations: &[Found<'_, Citation<'_>>],
    references: &[Found<'_, Reference>],
    effectivity: &[Found<'_, Effectivity>],
    page: &Page<'_, '_>,
) -> Vec<(Span, Relation)> {
    let mut reader = Reader {
        findings,
        mentions: mentions(findings, citations, references, page.own),
        page,
        own: page.own,
        lead: None,
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
    reader.lists();
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
    own: Option<&DocumentId>,
) -> Vec<Mention> {
    let cited = citations.iter().map(|citation| Mention {
        span: citation.span,
        verb: citation.span.end,
        ids: vec![Node::Document(citation.value.id.clone())],
    });
    let referred = references.iter().filter_map(|reference| {
        let value = &reference.value;
        let mut ids: Vec<Node> = value
            .resolves_to
            .iter()
            .cloned()
            .map(Node::Document)
            .collect();
        if ids.is_empty() && own.is_none() && value.anaphor == Anaphor::This {
            let told = announced(findings, citations, reference.span.start);
            ids.extend(told.map(Node::Document));
        }
        let described = value.anaphor == Anaphor::DescriptiveThenParenthesis;
        let kind = findings
            .tables
            .kinds
            .head_at(findings.text, reference.span.start);
        let kind_end = kind.map_or(reference.span.end, |(_, end)| end);
        (!ids.is_empty()).then_some(Mention {
            span: reference.span,
            verb: if described {
                kind_end
            } else {
                reference.span.end
            },
            ids,
        })
    });
    let mut mentions: Vec<Mention> = cited.chain(referred).collect();
    mentions.sort_by_key(|mention| mention.span);
    mentions
}

struct Reader<'a, 't> {
    findings: &'a Findings<'a, 't>,
    mentions: Vec<Mention>,
    page: &'a Page<'a, 't>,
    own: Option<&'a DocumentId>,
    /// The verb that the items of a list stand under.
    lead: Option<Lead>,
    found: Vec<(Span, Relation)>,
    /// Where in `found` the relation of a verb is that takes a row of objects one by one.
    rows: HashMap<(Span, RelationKind), usize>,
}

/// A row of documents that a verb acts on.
struct Objects {
    ids: Vec<Node>,
    provisions: Vec<Target>,
}

/// A verb before a colon, for the list below it.
#[derive(Clone)]
struct Lead {
    verb: Span,
    relation: RelationKind,
    source: Vec<Node>,
    proposed: bool,
    /// Where the list ends at the latest: in its line, or open.
    inline: bool,
}

/// Whether a verb counts.
#[derive(Clone, Copy, PartialEq)]
enum Mood {
    Stated,
    Proposed,
    /// Denied, asked, or said in a quotation.
    Void,
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
    fn add(&mut self, verb: Span, relation: RelationKind, source: Vec<Node>, to: Objects) {
        let own = self
            .own
            .is_some_and(|own| source.iter().any(|node| node.id() == Some(own)));
        if own && self.findings.is_quoted(verb.start) || source == to.ids {
            return;
        }
        let mood = match FAR_REACHING.contains(&relation) {
            true => self.mood(verb),
            false => Mood::Stated,
        };
        if mood == Mood::Void {
            return;
        }
        let proposed = mood == Mood::Proposed && INTENDED.contains(&relation);
        if mood == Mood::Proposed && relation == RelationKind::RespondsTo {
            return;
        }
        self.found.push((
            verb,
            Relation {
                relation,
                source: if proposed { Vec::new() } else { source },
                target: to.ids,
                provisions: to.provisions,
                proposed,
            },
        ));
    }

    /// Whether the verb is said to happen, wished for, or denied.
    fn mood(&self, verb: Span) -> Mood {
        let text = self.findings.text;
        let reading = self.page.reading;
        let mut at = verb.start;
        if let Some((passive, ())) = any_before(text, at, PASSIVE) {
            at = passive;
        }
        if any_before(text, at, NEGATIONS).is_some() || reading.quotation(verb.start).is_some() {
            return Mood::Void;
        }
        let sentence = reading.sentence(verb.start);
        if text[sentence.end..].starts_with('?') {
            return Mood::Void;
        }
        let clause = reading.clause(verb.start);
        let start = clause
            .start
            .max(sentence.start)
            .max(verb.start.saturating_sub(CLAUSE));
        let start = (start..verb.start).find(|&at| text.is_char_boundary(at));
        let Some(words) = start.and_then(|start| text.get(start..verb.start)) else {
            return Mood::Stated;
        };
        let mut words = words.to_lowercase();
        for mention in ["theo đề nghị", "xét đề nghị"] {
            words = words.replace(mention, "");
        }
        if words.contains("không có căn cứ") {
            return Mood::Void;
        }
        let intended = INTENTS.iter().any(|intent| {
            words.match_indices(intent).any(|(i, _)| {
                let left = words[..i].chars().next_back();
                let right = words[i + intent.len()..].chars().next();
                !left.is_some_and(char::is_alphanumeric)
                    && !right.is_some_and(char::is_alphanumeric)
            })
        });
        match intended {
            true => Mood::Proposed,
            false => Mood::Stated,
        }
    }

    /// Adds an object to the relation of a verb that governs a row.
    fn add_to_row(&mut self, verb: Span, relation: RelationKind, source: Vec<Node>, i: usize) {
        let ids = self.mentions[i].ids.clone();
        match self.rows.get(&(verb, relation)) {
            Some(&at) => {
                let target = &mut self.found[at].1.target;
                // A long row is one of different documents; the check is for short ones.
                let near = target.len().saturating_sub(NEAR);
                let new = ids.into_iter().filter(|id| !target[near..].contains(id));
                let new: Vec<Node> = new.collect();
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
        let issuers = governing.issuers.into_iter();
        let issuers = issuers.map(|issuer| Node::Body(issuer.name));
        let issuers: Vec<Node> = issuers.collect();
        if let (Some(verb), false) = (governing.verb, issuers.is_empty()) {
            let ids = self.mentions[i].ids.clone();
            let provisions = Vec::new();
            self.add(verb, Issues, issuers, Objects { ids, provisions });
        } else if let Some((verb, issuer)) = self.findings.issuer_of_list(span.start) {
            // One verb issues the whole row: its documents are gathered under it.
            self.add_to_row(verb, Issues, vec![Node::Body(issuer.to_owned())], i);
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
        let source = self.row_before(i, true);
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
            let ids = vec![Node::Unnumbered(name.of(self.findings.text).to_owned())];
            let provisions = Vec::new();
            self.add(verb, relation, source.clone(), Objects { ids, provisions });
            // What it carries acts in its name: *… ban hành Chương trình thực hiện Nghị quyết …*.
            self.acting_for(end, source);
        } else {
            for objects in self.objects(cursor) {
                self.add(verb, relation, source.clone(), objects);
            }
        }
    }

    /// The verb of a document without a number, for which `source` stands.
    fn acting_for(&mut self, at: usize, source: Vec<Node>) {
        let mut cursor = self.cursor(at);
        cursor.space_or_break();
        let start = cursor.pos();
        if cursor.any_phrase(VERBS) != Some(Implements) {
            return;
        }
        let verb = Span::new(start, cursor.pos());
        cursor.space_or_break();
        for objects in self.objects(cursor) {
            self.add(verb, Implements, source.clone(), objects);
        }
    }

    /// The mention `i` with those that are joined to it on the left: *A và B thay thế C*. In the middle
    /// of a clause only *và* joins, and only where it is asked for.
    fn row_before(&self, i: usize, joined: bool) -> Vec<Node> {
        let text = self.findings.text;
        let mut first = i;
        while let Some(before) = first.checked_sub(1) {
            let (left, right) = (
                self.mentions[before].span.end,
                self.mentions[first].span.start,
            );
            let Some(gap) = text.get(left..right) else {
                break;
            };
            match gap.trim() {
                "và" | "," | ", và" => first = before,
                _ => break,
            }
            if i - first >= NEAR {
                break;
            }
        }
        let clause = self.page.reading.clause(self.mentions[i].span.start);
        let opens = text
            [clause.start.min(self.mentions[first].span.start)..self.mentions[first].span.start]
            .trim();
        let marker = opens.is_empty()
            || opens.ends_with(['.', ')'])
            || matches!(opens, "Các" | "Hai" | "Ba");
        let last = match marker {
            true => first,
            false if !joined => i,
            // "theo Thông tư A, Thông tư B thay thế C": only what "và" joins.
            false => (first..i)
                .rev()
                .take_while(|&j| {
                    let gap = text.get(self.mentions[j].span.end..self.mentions[j + 1].span.start);
                    gap.is_some_and(|gap| gap.trim() == "và")
                })
                .last()
                .unwrap_or(i),
        };
        let mut ids: Vec<Node> = Vec::new();
        for mention in &self.mentions[last..=i] {
            ids.extend(
                mention
                    .ids
                    .iter()
                    .filter(|id| !ids.contains(id))
                    .cloned()
                    .collect::<Vec<_>>(),
            );
        }
        ids
    }

    /// `MENTION được sửa đổi, bổ sung theo MENTION`, `MENTION bị MENTION bãi bỏ`; says whether it was
    /// that.
    fn passive(&mut self, mut cursor: Cursor<'t>, i: usize) -> bool {
        cursor.eat(',');
        cursor.space_or_break();
        let bracket = cursor.eat('(');
        if cursor.any_phrase(PASSIVE).is_none() {
            return false;
        }
        cursor.space_or_break();
        let start = cursor.pos();
        let provisions = match bracket {
            true => Vec::new(),
            false => self.provisions_before(self.mentions[i].span.start).1,
        };
        if let Some(by) = self.mention_at(start) {
            let mut behind = self.cursor(self.mentions[by].span.end);
            behind.space_or_break();
            let start = behind.pos();
            let Some(relation) = behind.any_phrase(VERBS) else {
                return false;
            };
            let (ids, source) = (self.row_before(i, false), self.mentions[by].ids.clone());
            let verb = Span::new(start, behind.pos());
            self.add(verb, relation, source, Objects { ids, provisions });
            return true;
        }
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
        let by = self.objects(cursor);
        if by.is_empty() {
            return false;
        }
        let source = by.into_iter().flat_map(|by| by.ids).collect();
        let ids = match bracket {
            true => self.mentions[i].ids.clone(),
            false => self.row_before(i, false),
        };
        let provisions = if whole { Vec::new() } else { provisions };
        self.add(verb, relation, source, Objects { ids, provisions });
        true
    }

    /// The documents in a row at the cursor, the words for a part of them passed over; those with
    /// provisions of their own apart.
    fn objects(&self, mut cursor: Cursor<'t>) -> Vec<Objects> {
        let mut groups: Vec<Objects> = Vec::new();
        let mut count = 0;
        let mut past = None;
        loop {
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
            let Some(next) = self.mention_at(cursor.pos()) else {
                return groups;
            };
            let mention = &self.mentions[next];
            if past.is_some_and(|(end, listed)| {
                mention.span.start <= end + 1 || listed && self.has_verb(mention.span.end)
            }) {
                return groups;
            }
            match groups.last_mut() {
                Some(group) if provisions.is_empty() && group.provisions.is_empty() => {
                    group.ids.extend(mention.ids.iter().cloned());
                }
                _ => groups.push(Objects {
                    ids: mention.ids.clone(),
                    provisions,
                }),
            }
            count += mention.ids.len();
            if count >= MOST {
                return groups;
            }
            cursor = self.cursor(mention.span.end);
            let listed = cursor.eat(',') || cursor.eat(';');
            cursor.space_or_break();
            if cursor
                .any_phrase(&[("và", ()), ("lẫn", ()), ("cùng với", ())])
                .is_some()
            {
                cursor.space_or_break();
            } else if !listed {
                return groups;
            }
            past = Some((mention.span.end, listed));
        }
    }

    /// Whether a predicate of its own stands behind byte `at`.
    fn has_verb(&self, at: usize) -> bool {
        let mut cursor = self.cursor(at);
        cursor.space_or_break();
        let negated =
            cursor.any_phrase(NEGATIONS).is_some() || cursor.any_phrase(PASSIVE).is_some();
        negated || cursor.any_phrase(VERBS).is_some()
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
        // The title of the document at hand says what it does: *KẾ HOẠCH thực hiện Chỉ thị …*.
        let titled = self.page.subject.is_some_and(|title| {
            let lead = text.get(title.start..verb.start).map(str::trim);
            // The title may lie far above: only a few bytes are worth a look.
            lead.is_some_and(|lead| {
                lead.len() <= "về việc".len()
                    && matches!(lead.to_lowercase().as_str(), "" | "về việc" | "về" | "v/v")
            })
        });
        if !FAR_REACHING.contains(&relation) && !titled {
            return;
        }
        let passive = any_before(text, verb.start, PASSIVE).is_some();
        let told = self
            .found
            .iter()
            .rev()
            .take(NEAR)
            .any(|(other, _)| other.overlaps(verb));
        if passive || told {
            return;
        }
        let source = match self.subject(i, verb.start) {
            Some(source) => source,
            None if self.mood(verb) == Mood::Proposed => Vec::new(),
            None => return,
        };
        let mut groups = self.objects(self.cursor(at));
        let first = match groups.is_empty() {
            true => self.mentions[i].ids.clone(),
            false => groups.remove(0).ids,
        };
        let ids = match provisions.is_empty() {
            true => first,
            // What the provisions stand before is theirs; the rest of the row is meant whole.
            false => {
                let own = self.mentions[i].ids.clone();
                let ids: Vec<Node> = first.into_iter().filter(|id| !own.contains(id)).collect();
                if !ids.is_empty() {
                    let provisions = Vec::new();
                    groups.insert(0, Objects { ids, provisions });
                }
                own
            }
        };
        self.coordinated(verb.start, &source, &ids);
        self.add(verb, relation, source.clone(), Objects { ids, provisions });
        for objects in groups {
            self.add(verb, relation, source.clone(), objects);
        }
    }

    /// `sửa đổi khoản 1 Điều 1 và bãi bỏ Điều 3 MENTION`: the verb before the one at byte `at`, whose
    /// document is said once for both.
    fn coordinated(&mut self, at: usize, source: &[Node], ids: &[Node]) {
        let text = self.findings.text;
        let left = text[..at].trim_end();
        let left = left
            .strip_suffix("và")
            .or(left.strip_suffix(','))
            .map(str::trim_end);
        let Some(left) = left else { return };
        let Some(provision) = self.findings.provision_ending_at(left.len()) else {
            return;
        };
        let Some((start, relation)) = any_before(text, provision.span.start, VERBS) else {
            return;
        };
        if FAR_REACHING.contains(&relation) {
            let verb = Span::new(start, text[..provision.span.start].trim_end().len());
            let to = Objects {
                ids: ids.to_vec(),
                provisions: provision.value.targets.to_vec(),
            };
            self.add(verb, relation, source.to_vec(), to);
        }
    }

    /// The document that the verb at byte `verb` has for its subject: the last one before it in its
    /// clause, or the one whose verb it goes on from; else the document at hand.
    fn subject(&self, i: usize, verb: usize) -> Option<Vec<Node>> {
        let text = self.findings.text;
        let reading = self.page.reading;
        let bracket = reading.bracket(verb);
        let clause = reading.clause(verb);
        let subject = (0..i)
            .rev()
            .take(NEAR)
            .take_while(|&j| self.mentions[j].span.start >= clause.start)
            .filter(|&j| self.mentions[j].span.end <= verb)
            .find(|&j| reading.bracket(self.mentions[j].span.start) == bracket);
        if let Some(subject) = subject {
            let span = self.mentions[subject].span;
            let between = &text[span.end..verb];
            let told = self
                .found
                .iter()
                .rev()
                .take(NEAR)
                .find(|(other, relation)| {
                    other.start >= clause.start
                        && other.end <= span.start
                        && FAR_REACHING.contains(&relation.relation)
                            | (relation.relation == Implements)
                        && self.mentions[subject]
                            .ids
                            .iter()
                            .all(|id| relation.target.contains(id))
                });
            if let Some((_, relation)) = told {
                return Some(relation.source.clone());
            }
            let near = outside_brackets(between) <= SUBJECT;
            if near || between.contains(" và ") || between.contains(" này ") {
                return Some(self.row_before(subject, true));
            }
        }
        self.own.map(|own| vec![Node::Document(own.clone())])
    }

    /// Lists behind a colon, whose verb stands before it: *Bãi bỏ các văn bản sau đây: a) …; b) …*.
    fn lists(&mut self) {
        let reading = self.page.reading;
        let text = self.findings.text;
        for line in reading.lines() {
            let line = line.span();
            let marker = list_marker(line.of(text));
            if marker == 0 || line.of(text).starts_with("Điều") {
                self.lead = None;
            } else if self.lead.is_some() {
                self.listed(Span::new(line.start + marker, line.end));
            }
            // The last colon before which a verb stands.
            let Some(colon) = line.of(text).find(':') else {
                continue;
            };
            let colon = line.start + colon;
            let inline = colon + 1 < line.end;
            let nested = marker > 0 && self.lead.is_some();
            if let Some(lead) = self.lead_in(Span::new(line.start, colon), inline) {
                self.lead = Some(lead);
            } else if !nested {
                continue;
            }
            if inline {
                self.listed_inline(Span::new(colon + 1, line.end));
                self.lead = self.lead.take().filter(|lead| !lead.inline);
            }
        }
    }

    /// The verb that stands before the colon at the end of `span`, and whose list follows.
    fn lead_in(&self, span: Span, inline: bool) -> Option<Lead> {
        let text = self.findings.text;
        let sentence = self.page.reading.sentence(span.end.saturating_sub(1));
        let start = sentence.start.max(span.start);
        let words = text.get(start..span.end)?;
        let mut best: Option<(usize, Span, RelationKind)> = None;
        for (i, first) in words.char_indices() {
            let left = words[..i].chars().next_back();
            if left.is_some_and(char::is_alphanumeric) || !first.is_alphabetic() {
                continue;
            }
            let mut cursor = self.cursor(start + i);
            if let Some(relation) = cursor.any_phrase(VERBS)
                && FAR_REACHING.contains(&relation)
                && cursor.pos() <= span.end
            {
                best = Some((i, Span::new(start + i, cursor.pos()), relation));
                break;
            }
        }
        let (i, verb, relation) = best?;
        let rest = text[verb.end..span.end].trim();
        // What is listed has to be acts: nothing else may stand between the verb and the colon.
        let passive = any_before(text, verb.start, PASSIVE).is_some();
        let acts = rest.is_empty()
            || rest.split_whitespace().any(|word| {
                let word = word.trim_matches(',').to_lowercase();
                matches!(
                    word.as_str(),
                    "văn" | "tư" | "định" | "quyết" | "luật" | "lệnh" | "thị" | "sau"
                )
            });
        let names_acts = words[..i].to_lowercase().contains("sau đây") && passive;
        if !(acts && !passive || names_acts) || self.mood(verb) == Mood::Void {
            return None;
        }
        let proposed = self.mood(verb) == Mood::Proposed;
        let inside = |m: &&Mention| m.span.start >= verb.end && m.span.end <= span.end;
        let first = self.mentions.partition_point(|m| m.span.start < verb.end);
        if self.mentions.get(first).filter(inside).is_some() && !passive {
            return None;
        }
        let source = match proposed {
            true => Vec::new(),
            false if passive => vec![Node::Document(self.own?.clone())],
            false => self.subject(first, verb.start)?,
        };
        Some(Lead {
            verb,
            relation,
            source,
            proposed,
            inline,
        })
    }

    /// The item in `span`: a document, or provisions and their document.
    fn listed(&mut self, span: Span) {
        let Some(lead) = self.lead.clone() else {
            return;
        };
        let mut cursor = self.cursor(span.start);
        cursor.space_or_break();
        let mut found = self.objects(cursor);
        found.truncate(1);
        for objects in found {
            let ids = self.mentions[self.first_mention(span.start)].ids.clone();
            let to = Objects {
                ids,
                provisions: objects.provisions,
            };
            let told = self.found.iter().rev().take(NEAR).any(|(verb, relation)| {
                verb.start >= span.start
                    && relation.target == to.ids
                    && relation.relation == lead.relation
            });
            if !told && to.ids != lead.source {
                self.found.push((
                    lead.verb,
                    Relation {
                        relation: lead.relation,
                        source: lead.source.clone(),
                        target: to.ids,
                        provisions: to.provisions,
                        proposed: lead.proposed,
                    },
                ));
            }
        }
    }

    fn first_mention(&self, at: usize) -> usize {
        self.mentions.partition_point(|m| m.span.start < at)
    }

    /// `(1) MENTION; (2) MENTION` behind a colon in its line.
    fn listed_inline(&mut self, span: Span) {
        let text = self.findings.text;
        let mut start = span.start;
        for piece in span.of(text).split(';') {
            let head = piece.trim_start();
            let at = start + piece.len() - head.len();
            let marker = list_marker(head);
            self.listed(Span::new(at + marker, start + piece.len()));
            start += piece.len() + 1;
        }
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
            vec![Node::Document(own.clone())],
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
        let source = vec![Node::Unnumbered(name.of(text).trim_end().to_owned())];
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
    fn basis(&self, i: usize, clause: usize) -> Option<(Span, Vec<Node>)> {
        let text = self.findings.text;
        let mut cursor = self.cursor(clause);
        if !(cursor.phrase("căn cứ vào") || cursor.phrase("căn cứ") || cursor.phrase("trên cơ sở"))
        {
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
            (None, Some(own)) if opens_line => Some((verb, vec![Node::Document(own.clone())])),
            _ => None,
        }
    }

    /// `Căn cứ MENTION …, BODY ban hành MENTION`, and the basis lines in front of an official text.
    fn founded(&mut self, i: usize, verb: Span, source: Vec<Node>) {
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
                let ids = vec![Node::Document(id.clone())];
                let provisions = ends.value.provisions.clone();
                let to = Objects { ids, provisions };
                self.add(ends.span, Expires, vec![Node::Document(own.clone())], to);
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
                proposals.push((verb, body.value.name.clone().into_owned()));
            }
        }
        for (verb, body) in proposals {
            let (ids, provisions) = (vec![Node::Body(body)], Vec::new());
            self.add(
                verb,
                AtProposalOf,
                vec![Node::Document(own.clone())],
                Objects { ids, provisions },
            );
        }
    }
}

/// How many characters stand outside brackets.
fn outside_brackets(text: &str) -> usize {
    let mut depth = 0usize;
    let outside = text.chars().filter(|&c| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    });
    outside.count()
}

/// What makes a verb passive.
const PASSIVE: &[(&str, ())] = &[
    ("đã được", ()),
    ("được", ()),
    ("đã bị", ()),
    ("bị", ()),
    ("cùng bị", ()),
];

/// The bytes of a list's marker at the head of a line: `a)`, `1.`, `-`, `(1)`; 0 where there is none.
fn list_marker(line: &str) -> usize {
    let rest = line.trim_start_matches(['-', '–', '+', '•', '*']);
    if rest.len() < line.len() {
        return line.len() - rest.trim_start().len();
    }
    let open = usize::from(line.starts_with('('));
    let label = line[open..]
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(0);
    let letters = line[open..open + label].chars().count();
    let closes = line[open + label..].starts_with(['.', ')', '/']);
    match closes && (1..=3).contains(&letters) {
        true => line.len() - line[open + label + 1..].trim_start().len(),
        false => 0,
    }
}

/// How many bytes of a clause are looked through for what says that a verb is only intended.
const CLAUSE: usize = 200;

/// How many finds back a verb is looked for that has been told already, and how many documents of a
/// long row are compared.
const NEAR: usize = 8;

/// More documents than stand in one row; it bounds the work of one look.
const MOST: usize = 200;

/// How far a subject may stand from its verb, in characters outside brackets.
const SUBJECT: usize = 60;
