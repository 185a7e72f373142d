//! What documents do to each other (*quan hệ giữa các văn bản*): issue, implement, amend, replace …
//!
//! A relation is a verb between two documents, or between a body and a document. It points from
//! the one that acts to the one that is acted on; a passive (*được sửa đổi bởi*) is turned round.
//! Plans that nobody has numbered yet have no relations.

use super::{Citation, Findings, Reference, governing};
use crate::registry::kinds;
use crate::span::{Found, Span};
use crate::text::cursor::{Cursor, phrase_before};
use crate::text::sentence;

/// One thing that a document or a body does to a document.
///
/// The span of the find is the verb.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Relation {
    /// What is done.
    pub relation: RelationKind,
    /// Who does it: canonical numbers of documents, or the name of a body.
    pub source: Vec<String>,
    /// To what: canonical numbers, or the words that name a document without one.
    pub target: Vec<String>,
}

/// The relations, under the names that the ELI ontology (European Legislation Identifier) has for
/// them where it has one: `eli:amends`, `eli:repeals`, `eli:based_on`, `eli:consolidates`,
/// `eli:corrects`; *implements* is `eli:implements`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum RelationKind {
    /// *ban hành, ký, thông qua*: a body issues a document.
    Issues,
    /// *ban hành*: a decision puts a rule or plan into force.
    Promulgates,
    /// *ban hành kèm theo*: a rule or plan comes with its decision.
    AttachedTo,
    /// *phê duyệt*
    Approves,
    /// *thực hiện, triển khai, thi hành*
    Implements,
    /// *căn cứ*
    BasedOn,
    /// *quy định chi tiết*
    Details,
    /// *hướng dẫn*
    Guides,
    /// *sửa đổi, bổ sung*
    Amends,
    /// *thay thế*
    Replaces,
    /// *bãi bỏ, hủy bỏ*
    Repeals,
    /// *thu hồi*
    Withdraws,
    /// *đình chỉ, ngưng hiệu lực*
    Suspends,
    /// *đính chính*
    Corrects,
    /// *hợp nhất*
    Consolidates,
    /// *kéo dài hiệu lực*
    Extends,
}

use RelationKind::{
    Amends, Approves, AttachedTo, BasedOn, Consolidates, Corrects, Details, Extends, Guides,
    Implements, Issues, Promulgates, Repeals, Replaces, Suspends, Withdraws,
};

/// Verbs between a document and what it acts on; longer ones before those that they begin with.
const VERBS: &[(&str, RelationKind)] = &[
    ("tổ chức triển khai thực hiện", Implements),
    ("triển khai thực hiện", Implements),
    ("tổ chức thực hiện", Implements),
    ("triển khai", Implements),
    ("thực hiện", Implements),
    ("cụ thể hóa", Implements),
    ("quy định chi tiết và hướng dẫn thi hành", Details),
    ("quy định chi tiết và biện pháp thi hành", Details),
    ("quy định chi tiết thi hành", Details),
    ("quy định chi tiết", Details),
    ("hướng dẫn thi hành", Guides),
    ("hướng dẫn thực hiện", Guides),
    ("hướng dẫn", Guides),
    ("thi hành", Implements),
    ("phê duyệt", Approves),
    ("ban hành", Promulgates),
    ("sửa đổi, bổ sung", Amends),
    ("sửa đổi", Amends),
    ("bổ sung", Amends),
    ("thay thế", Replaces),
    ("bãi bỏ", Repeals),
    ("hủy bỏ", Repeals),
    ("thu hồi", Withdraws),
    ("đình chỉ", Suspends),
    ("đính chính", Corrects),
    ("hợp nhất", Consolidates),
    ("kéo dài thời hạn", Extends),
];

/// Words between a verb and its object that name a part of it.
const PARTS: &[(&str, ())] = &[
    ("một số điều, khoản của", ()),
    ("một số điều của", ()),
    ("một số nội dung của", ()),
    ("một số nội dung tại", ()),
    ("một phần của", ()),
    ("một số quy định của", ()),
    ("một số quy định tại", ()),
    ("nội dung", ()),
    ("các nội dung", ()),
    ("có hiệu quả", ()),
    ("toàn bộ", ()),
    ("các", ()),
];

/// Prepositions of the passive: *được sửa đổi, bổ sung theo Nghị định số …*.
const BY: &[(&str, ())] = &[
    ("một số điều theo", ()),
    ("một số điều bởi", ()),
    ("một số điều tại", ()),
    ("theo", ()),
    ("bởi", ()),
    ("tại", ()),
];

/// A document as the text mentions it, with or without its number.
struct Mention {
    span: Span,
    /// Where its own verb may begin: behind the kind for a document that is only described.
    verb: usize,
    ids: Vec<String>,
}

/// Every relation of a text, in order. `citations` and `references` are those of the same text;
/// `own` is the number of the document itself, where it has one.
pub fn relations<'t>(
    findings: &Findings<'_, 't>,
    citations: &[Found<'t, Citation<'t>>],
    references: &[Found<'t, Reference>],
    own: Option<&str>,
) -> Vec<Found<'t, Relation>> {
    let reader = Reader {
        findings,
        mentions: mentions(findings.text, citations, references),
        own,
    };
    let mut found: Vec<(Span, Relation)> = Vec::new();
    for (i, mention) in reader.mentions.iter().enumerate() {
        reader.issuing(i, &mut found);
        reader.acting(mention.verb, &mention.ids, &mut found);
        reader.acted_on(i, &mut found);
        reader.carrying(i, &mut found);
        reader.founded(i, &mut found);
    }
    found.sort_by_key(|&(span, ref relation)| (span, relation.relation));
    found.dedup();
    found
        .into_iter()
        .map(|(span, relation)| Found::new(findings.text, span, relation))
        .collect()
}

/// Citations and references in one row, in text order.
fn mentions(
    text: &str,
    citations: &[Found<'_, Citation<'_>>],
    references: &[Found<'_, Reference>],
) -> Vec<Mention> {
    let cited = citations.iter().map(|citation| Mention {
        span: citation.span,
        verb: citation.span.end,
        ids: vec![citation.value.id()],
    });
    let referred = references
        .iter()
        .filter(|r| !r.value.resolves_to.is_empty())
        .map(|reference| {
            let described = reference.value.anaphor == super::Anaphor::DescriptiveThenParenthesis;
            let kind_end = kinds::head_at(text, reference.span.start)
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

    /// `BODY ban hành MENTION`.
    fn issuing(&self, i: usize, found: &mut Vec<(Span, Relation)>) {
        let mention = &self.mentions[i];
        let kind =
            kinds::head_at(self.findings.text, mention.span.start).map(|(head, _)| head.name);
        let governing = governing::read(self.findings, mention.span, kind);
        if let (Some(verb), Some(issuer)) = (governing.verb, governing.issuer) {
            found.push((
                verb,
                Relation {
                    relation: Issues,
                    source: vec![issuer.name],
                    target: mention.ids.clone(),
                },
            ));
        } else if let Some((verb, issuer)) =
            governing::issuer_of_list(self.findings, mention.span.start)
        {
            // One verb issues the whole row: its documents are gathered under it.
            match found
                .iter_mut()
                .find(|(span, relation)| *span == verb && relation.relation == Issues)
            {
                Some((_, relation)) => {
                    let new = mention
                        .ids
                        .iter()
                        .filter(|id| !relation.target.contains(id));
                    let new: Vec<String> = new.cloned().collect();
                    relation.target.extend(new);
                }
                None => {
                    let (source, target) = (vec![issuer.to_owned()], mention.ids.clone());
                    found.push((
                        verb,
                        Relation {
                            relation: Issues,
                            source,
                            target,
                        },
                    ));
                }
            }
        }
    }

    /// The verb behind a document and its object; `source` is that document.
    fn acting(&self, at: usize, source: &[String], found: &mut Vec<(Span, Relation)>) {
        let mut cursor = self.cursor(at);
        if !cursor.space_or_break() {
            return;
        }
        if self.passive(cursor, source, found) {
            return;
        }
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
            let Some((target, end)) = self.described(cursor.pos()) else {
                return;
            };
            found.push((
                verb,
                Relation {
                    relation,
                    source: source.to_vec(),
                    target: vec![target],
                },
            ));
            // What it carries acts in its name: *… ban hành Chương trình thực hiện Nghị quyết …*.
            self.acting_for(end, source, found);
        } else if let Some(target) = self.objects(cursor) {
            found.push((
                verb,
                Relation {
                    relation,
                    source: source.to_vec(),
                    target,
                },
            ));
        }
    }

    /// The verb of a document without a number, for which `source` stands.
    fn acting_for(&self, at: usize, source: &[String], found: &mut Vec<(Span, Relation)>) {
        let mut cursor = self.cursor(at);
        cursor.space_or_break();
        let start = cursor.pos();
        let Some(relation) = cursor
            .any_phrase(VERBS)
            .filter(|&relation| relation == Implements)
        else {
            return;
        };
        let verb = Span::new(start, cursor.pos());
        cursor.space_or_break();
        if let Some(target) = self.objects(cursor) {
            found.push((
                verb,
                Relation {
                    relation,
                    source: source.to_vec(),
                    target,
                },
            ));
        }
    }

    /// `MENTION được sửa đổi, bổ sung theo MENTION`; says whether it was that.
    fn passive(
        &self,
        mut cursor: Cursor<'t>,
        target: &[String],
        found: &mut Vec<(Span, Relation)>,
    ) -> bool {
        cursor.eat(',');
        cursor.space_or_break();
        if !(cursor.phrase("đã được") || cursor.phrase("được") || cursor.phrase("bị")) {
            return false;
        }
        cursor.space_or_break();
        let start = cursor.pos();
        let Some(relation) = cursor.any_phrase(VERBS) else {
            return false;
        };
        let verb = Span::new(start, cursor.pos());
        cursor.space_or_break();
        if cursor.any_phrase(BY).is_none() {
            return false;
        }
        cursor.space_or_break();
        let Some(source) = self.objects(cursor) else {
            return false;
        };
        for source in source {
            found.push((
                verb,
                Relation {
                    relation,
                    source: vec![source],
                    target: target.to_vec(),
                },
            ));
        }
        true
    }

    /// The documents in a row at the cursor, the words for a part of them passed over.
    fn objects(&self, mut cursor: Cursor<'t>) -> Option<Vec<String>> {
        if cursor.any_phrase(PARTS).is_some() {
            cursor.space_or_break();
        }
        let mut next = self.mention_at(cursor.pos())?;
        let mut ids = Vec::new();
        loop {
            let mention = &self.mentions[next];
            ids.extend(mention.ids.iter().cloned());
            let mut ahead = self.cursor(mention.span.end);
            ahead.eat(',');
            ahead.space_or_break();
            if ahead.phrase("và") {
                ahead.space_or_break();
            }
            match self.mention_at(ahead.pos()) {
                Some(i) if i > next && ahead.pos() > mention.span.end + 1 => next = i,
                _ => return Some(ids),
            }
        }
    }

    /// A document without a number, named by its kind: the words that name it, and where a verb of
    /// its own may begin.
    fn described(&self, at: usize) -> Option<(String, usize)> {
        let text = self.findings.text;
        let at = at + text[at..].len() - text[at..].trim_start_matches(['“', '"']).len();
        let (_, kind_end) = kinds::head_at(text, at)?;
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
            return Some((text[at..body.span.end].to_owned(), body.span.end));
        }
        let end = sentence::end(text, kind_end);
        let stop = text[kind_end..end]
            .find([';', '(', ')'])
            .map_or(end, |i| kind_end + i);
        Some((text[at..stop].trim().to_owned(), kind_end))
    }

    /// A verb in front of a document whose subject is another one further left in the sentence, or
    /// the document at hand: *Thông tư này … thay thế Thông tư số …*.
    fn acted_on(&self, i: usize, found: &mut Vec<(Span, Relation)>) {
        let text = self.findings.text;
        let mention = &self.mentions[i];
        let object = PARTS
            .iter()
            .find_map(|(part, ())| phrase_before(text, mention.span.start, part))
            .unwrap_or(mention.span.start);
        let verb = VERBS.iter().find_map(|&(verb, relation)| {
            Some((phrase_before(text, object, verb)?, verb, relation))
        });
        let Some((start, verb, relation)) = verb else {
            return;
        };
        if !matches!(
            relation,
            Amends | Replaces | Repeals | Withdraws | Suspends | Corrects
        ) {
            return;
        }
        let Some(length) = crate::text::fold::prefix(&text[start..], verb) else {
            return;
        };
        let span = Span::new(start, start + length);
        let passive = ["được", "bị"]
            .iter()
            .any(|word| phrase_before(text, start, word).is_some());
        let told = found
            .iter()
            .rev()
            .take(8)
            .any(|(other, _)| other.overlaps(span));
        if passive || told {
            return;
        }
        let clause = sentence::start(text, start);
        let subject = self.mentions[..i]
            .iter()
            .rev()
            .find(|other| other.span.start >= clause && other.span.end <= start);
        let joined = text[clause..start].to_lowercase();
        let source = match subject {
            Some(subject)
                if joined.contains(" và ")
                    || joined.contains(" này ")
                    || subject.span.end + 60 > start =>
            {
                subject.ids.clone()
            }
            _ => match self.own {
                Some(own) => vec![own.to_owned()],
                None => return,
            },
        };
        found.push((
            span,
            Relation {
                relation,
                source,
                target: mention.ids.clone(),
            },
        ));
    }

    /// `KIND … ban hành kèm theo MENTION`: the words in front name what is attached.
    fn carrying(&self, i: usize, found: &mut Vec<(Span, Relation)>) {
        let text = self.findings.text;
        let mention = &self.mentions[i];
        let Some(start) = phrase_before(text, mention.span.start, "ban hành kèm theo") else {
            return;
        };
        let verb = Span::new(
            start,
            mention.span.start
                - (text[..mention.span.start].len() - text[..mention.span.start].trim_end().len()),
        );
        let clause = sentence::start(text, start);
        let heads = text[clause..start]
            .char_indices()
            .filter(|&(_, c)| c.is_uppercase())
            .map(|(at, _)| clause + at);
        let attached = heads
            .filter(|&at| kinds::head_at(text, at).is_some())
            .filter(|&at| {
                !self
                    .mentions
                    .iter()
                    .any(|m| m.span.start <= at && at < m.span.end)
            })
            .last();
        let Some(at) = attached else { return };
        let Some((name, end)) = self.described(at) else {
            return;
        };
        let name = if end <= start { name } else { return };
        found.push((
            verb,
            Relation {
                relation: AttachedTo,
                source: vec![name],
                target: mention.ids.clone(),
            },
        ));
        self.acting_for(end, &mention.ids, found);
    }

    /// `Căn cứ MENTION …, BODY ban hành MENTION`, and the basis lines in front of an official text.
    fn founded(&self, i: usize, found: &mut Vec<(Span, Relation)>) {
        let text = self.findings.text;
        let mention = &self.mentions[i];
        let start = sentence::start(text, mention.span.start);
        let mut cursor = self.cursor(start);
        if !(cursor.phrase("căn cứ vào") || cursor.phrase("căn cứ")) {
            return;
        }
        let verb = Span::new(start, cursor.pos());
        let end = sentence::end(text, mention.span.end);
        let issued = self.mentions[i..]
            .iter()
            .skip(1)
            .take_while(|m| m.span.end <= end)
            .find(|m| {
                governing::read(self.findings, m.span, None)
                    .issuer
                    .is_some()
            });
        let opens_line =
            text[..start].is_empty() || text[..start].trim_end_matches([' ', '\t']).ends_with('\n');
        let source = match (issued, self.own) {
            (Some(issued), _) => issued.ids.clone(),
            (None, Some(own)) if opens_line => vec![own.to_owned()],
            _ => return,
        };
        if governing::read(self.findings, mention.span, None)
            .issuer
            .is_some()
        {
            return;
        }
        match found
            .iter_mut()
            .find(|(span, r)| *span == verb && r.relation == BasedOn && r.source == source)
        {
            Some((_, relation)) => {
                for id in &mention.ids {
                    if !relation.target.contains(id) {
                        relation.target.push(id.clone());
                    }
                }
            }
            None => found.push((
                verb,
                Relation {
                    relation: BasedOn,
                    source,
                    target: mention.ids.clone(),
                },
            )),
        }
    }
}
