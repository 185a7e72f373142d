//! The citations that a reference may mean, for look-up by serial, issuer, name and nearness.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::citation::carried;
use crate::citation::head::coordinated;
use crate::citation::words::{BASIS, PART_OF, PROMULGATED_BY, REPLACES};
use crate::citation::{Citation, Findings};
use crate::document_id::DocumentId;
use crate::span::Found;
use crate::tables::kinds::DocumentKind;
use crate::tables::laws::Laws;
use crate::text::fold;

/// The citations of a text.
pub(super) struct Known<'a, 't> {
    pub(super) citations: &'a [Found<'t, Citation<'t>>],
    /// Which document each of them is of, and which those are.
    documents: Vec<usize>,
    ids: Vec<&'a DocumentId>,
    standing: Vec<Standing>,
    /// The documents that give way to another one.
    giving_way: HashSet<usize>,
    /// One citation of each document with a serial, and with an issuer.
    by_serial: HashMap<&'a str, Vec<usize>>,
    by_issuer: HashMap<String, Vec<usize>>,
    /// The laws that are cited by number, year or date, by their names, and the words of the longest.
    titles: HashMap<Cow<'a, [u8]>, Vec<usize>>,
    laws: &'a Laws,
    longest_title: usize,
}

/// What a citation is to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// The text speaks of it.
    Main,
    /// It is named within the subject of another one.
    Nested,
    /// It is the object of *thay thế, sửa đổi, bãi bỏ*.
    Amended,
    /// It stands in a bracket, or is named for what came with it.
    Aside,
    /// The page rests on it: *Căn cứ Nghị định …;*
    Basis,
}

/// Which citations a reference may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Salience {
    /// Those that the text speaks of, else all.
    Said,
    /// All that do not give way to another one, else all.
    Counted,
}

/// So many candidates at most are told apart; more are as good as none.
const MOST: usize = 64;

/// How many citations back one is looked for whose subject goes on.
const NEAR: usize = 8;

/// How many citations back a document is looked for.
const FAR: usize = 400;

impl<'a, 't> Known<'a, 't> {
    pub(super) fn new(
        findings: &Findings<'a, 't>,
        citations: &'a [Found<'t, Citation<'t>>],
    ) -> Self {
        let mut known = Known {
            citations,
            documents: Vec::with_capacity(citations.len()),
            ids: Vec::new(),
            standing: standings(findings, citations),
            giving_way: HashSet::new(),
            by_serial: HashMap::new(),
            by_issuer: HashMap::new(),
            titles: HashMap::new(),
            laws: &findings.tables.laws,
            longest_title: 0,
        };
        let mut numbers: HashMap<&DocumentId, usize> = HashMap::new();
        for citation in citations {
            let document = *numbers.entry(&citation.value.id).or_insert_with(|| {
                known.ids.push(&citation.value.id);
                known.ids.len() - 1
            });
            known.documents.push(document);
        }
        let amended = known.documents.iter().zip(&known.standing);
        known.giving_way = amended
            .filter(|&(_, &standing)| standing == Standing::Amended)
            .map(|(&document, _)| document)
            .collect();
        let mut keys: HashMap<&str, String> = HashMap::new();
        for (i, citation) in citations.iter().enumerate() {
            let value = &citation.value;
            let documents = &known.documents;
            let kind = value.kind.as_deref();
            let add = |places: &mut Vec<usize>| {
                let new = |&j: &usize| {
                    documents[j] != documents[i] || citations[j].value.kind.as_deref() != kind
                };
                if places.len() < MOST && places.iter().all(new) {
                    places.push(i);
                }
            };
            if let Some(number) = &value.number {
                add(known
                    .by_serial
                    .entry(number.serial().trim_start_matches('0'))
                    .or_default());
            }
            for issuer in &value.resolved.issuers {
                let key = keys.entry(issuer).or_insert_with(|| fold::key(issuer));
                match known.by_issuer.get_mut(key.as_str()) {
                    Some(places) => add(places),
                    None => add(known.by_issuer.entry(key.clone()).or_default()),
                }
            }
            let told = value.number.is_some() || value.date.is_some();
            if let (true, None, Some(kind), Some(title)) =
                (told, &value.meeting, kind, &value.title)
            {
                let words = title.text.split_whitespace().count();
                known.longest_title = known.longest_title.max(words);
                add(known
                    .titles
                    .entry(findings.tables.laws.name_key(kind, &title.text))
                    .or_default());
            }
        }
        known
    }

    /// The words of the longest title.
    pub(super) fn longest_title(&self) -> usize {
        self.longest_title
    }

    fn fits(&self, i: usize, head: &DocumentKind) -> bool {
        compatible(&self.citations[i].value, head)
    }

    fn of_kind(&self, places: Option<&Vec<usize>>, head: &DocumentKind) -> Vec<usize> {
        let places = places.into_iter().flatten().copied();
        places.filter(|&i| self.fits(i, head)).collect()
    }

    /// The different documents cited at `places`, in that order.
    fn different(&self, places: impl Iterator<Item = usize>, most: usize) -> Vec<usize> {
        let mut documents: Vec<usize> = Vec::new();
        for i in places {
            if documents.len() == most {
                break;
            }
            if !documents.contains(&self.documents[i]) {
                documents.push(self.documents[i]);
            }
        }
        documents
    }

    fn named(&self, documents: impl IntoIterator<Item = usize>) -> Vec<DocumentId> {
        let documents = documents.into_iter();
        documents.map(|i| self.ids[i].clone()).collect()
    }

    /// The documents of a kind with this serial that `fits` accepts.
    pub(super) fn with_serial(
        &self,
        serial: &str,
        head: &DocumentKind,
        fits: impl Fn(&Citation<'_>) -> bool,
    ) -> Vec<DocumentId> {
        let places = self.of_kind(self.by_serial.get(serial), head);
        let places = places.into_iter();
        self.named(self.different(places.filter(|&i| fits(&self.citations[i].value)), MOST))
    }

    /// The documents of a kind that the body called `issuer` has issued. What gives way is not meant: *Nghị
    /// quyết của HĐND tỉnh … thay thế Nghị quyết số …* is the new one, whose number nobody says.
    pub(super) fn of_issuer(&self, issuer: &str, head: &DocumentKind) -> Vec<DocumentId> {
        let places = self.of_kind(self.by_issuer.get(&fold::key(issuer)), head);
        let stays = |i: &usize| !self.giving_way.contains(&self.documents[*i]);
        self.named(self.different(places.into_iter().filter(stays), MOST))
    }

    /// Whether `document` gives way to another one.
    pub(super) fn gives_way(&self, document: &DocumentId) -> bool {
        let mut amended = self.giving_way.iter();
        amended.any(|&amended| self.ids[amended] == document)
    }

    /// The laws of that name that are cited in front of byte `at`.
    pub(super) fn with_title(&self, kind: &str, title: &str, at: usize) -> Vec<DocumentId> {
        if self.titles.is_empty() {
            return Vec::new();
        }
        let places = self.titles.get(&self.laws.name_key(kind, title));
        let places = places.into_iter().flatten().copied();
        let before = places.filter(|&i| self.citations[i].span.end <= at);
        self.named(self.different(before, MOST))
    }

    /// Citations in front of byte `at`, from the last one backwards.
    fn back_from(&self, at: usize) -> impl Iterator<Item = usize> + Clone {
        let end = self.citations.partition_point(|c| c.span.end <= at);
        (end.saturating_sub(FAR)..end).rev()
    }

    /// The document in whose subject byte `at` lies.
    pub(super) fn covering(&self, at: usize) -> Option<usize> {
        let covers = |&i: &usize| {
            let subject = self.citations[i].value.subject.as_ref();
            subject.is_some_and(|subject| subject.span.start <= at && at < subject.span.end)
        };
        let around = self.back_from(at).take(NEAR).find(covers);
        around.map(|i| self.documents[i])
    }

    /// The last `count` different documents of a kind in front of byte `at`, in order of mention.
    pub(super) fn last(
        &self,
        at: usize,
        head: &DocumentKind,
        count: usize,
        salience: Salience,
    ) -> Vec<DocumentId> {
        // What stands within the words that tell what a document is about never means that document.
        let around = self.covering(at);
        let other = |&i: &usize| salience != Salience::Said || Some(self.documents[i]) != around;
        let fitting = self
            .back_from(at)
            .filter(|&i| self.fits(i, head))
            .filter(other);
        let salient = fitting.clone().filter(|&i| match salience {
            Salience::Said => self.standing[i] == Standing::Main,
            Salience::Counted => matches!(
                self.standing[i],
                Standing::Main | Standing::Nested | Standing::Basis
            ),
        });
        let mut last = self.different(salient, count);
        if last.is_empty() {
            last = self.different(fitting, count);
        }
        if around.is_some_and(|around| last.contains(&around)) {
            return Vec::new();
        }
        self.named(last.into_iter().rev())
    }

    /// The citations of a kind in front of byte `at` that the text speaks of, the last one first.
    pub(super) fn spoken_of(
        &self,
        at: usize,
        head: &DocumentKind,
    ) -> impl Iterator<Item = &'a Found<'t, Citation<'t>>> {
        let fitting = self.back_from(at).filter(|&i| self.fits(i, head));
        let spoken = fitting.filter(|&i| self.standing[i] == Standing::Main);
        spoken.map(|i| &self.citations[i])
    }

    /// The one document of a kind that brackets in front of byte `at` name: *danh mục (kèm theo Quyết định
    /// số …)*.
    pub(super) fn in_bracket(&self, at: usize, head: &DocumentKind) -> Option<DocumentId> {
        let fitting = self.back_from(at).filter(|&i| self.fits(i, head));
        let aside = fitting.filter(|&i| self.standing[i] == Standing::Aside);
        match self.different(aside, 2)[..] {
            [one] => Some(self.ids[one].clone()),
            _ => None,
        }
    }

    /// The documents of a kind that were named together last in front of byte `at`: in one paragraph, or
    /// one in each of the lines above each other. Fewer than two are none.
    pub(super) fn last_group(
        &self,
        findings: &Findings<'_, '_>,
        at: usize,
        head: &DocumentKind,
    ) -> Vec<DocumentId> {
        let line = |i: usize| findings.reading.line(self.citations[i].span.start);
        let fitting: Vec<usize> = self
            .back_from(at)
            .filter(|&i| self.fits(i, head) && self.standing[i] != Standing::Aside)
            .take(MOST)
            .collect();
        let Some(&last) = fitting.first() else {
            return Vec::new();
        };
        let of_line = fitting
            .iter()
            .take_while(|&&i| line(i) == line(last))
            .count();
        let mut group = of_line;
        // A list: one a line, the lines right above each other.
        while of_line == 1
            && let Some(&above) = fitting.get(group)
            && let (Some(upper), Some(lower)) = (line(above), line(fitting[group - 1]))
            && upper != lower
            && findings.text[upper.end..lower.start].trim().is_empty()
        {
            group += 1;
        }
        let group = &fitting[..group];
        // "Luật số 56/2024/QH15 sửa đổi Luật Chứng khoán, Luật Kế toán; các luật này …": those that it changes.
        let amended = group.iter().copied();
        let amended = amended.filter(|&i| self.standing[i] == Standing::Amended);
        let changed = self.different(amended, MOST);
        if changed.len() > 1
            && changed.len() + 1 == self.different(group.iter().copied(), MOST).len()
        {
            return self.named(changed.into_iter().rev());
        }
        let documents = self.different(group.iter().copied(), MOST);
        match documents.len() {
            0 | 1 => Vec::new(),
            _ => self.named(documents.into_iter().rev()),
        }
    }

    /// The different documents of a kind that are cited from byte `from` up to byte `to`.
    pub(super) fn between(&self, from: usize, to: usize, head: &DocumentKind) -> Vec<DocumentId> {
        let first = self.citations.partition_point(|c| c.span.start < from);
        let last = self.citations.partition_point(|c| c.span.end <= to);
        let near = first.max(last.saturating_sub(FAR))..last;
        self.named(self.different(near.filter(|&i| self.fits(i, head)), MOST))
    }

    /// Whether one of `issuers` issued `document`, as it is cited in front of byte `at`; `None` where nobody says who
    /// did.
    pub(super) fn issued_by(
        &self,
        at: usize,
        document: &DocumentId,
        issuers: &[String],
    ) -> Option<bool> {
        let mut told = self
            .back_from(at)
            .map(|i| &self.citations[i].value)
            .filter(|citation| citation.id == *document && !citation.resolved.issuers.is_empty());
        let citation = told.next()?;
        Some(is_issued_by(&citation.resolved.issuers, issuers))
    }

    /// Whether the citation at byte `start` is the last of a row of several documents of a kind: *Quyết định A và Quyết định
    /// B … Quyết định này* may be either.
    pub(super) fn is_of_row(&self, text: &str, start: usize, head: &DocumentKind) -> bool {
        let at = self.citations.partition_point(|c| c.span.start < start);
        let Some(before) = at.checked_sub(1).map(|before| &self.citations[before]) else {
            return false;
        };
        let other = self.documents.get(at) != self.documents.get(at - 1);
        let subject = before.value.subject.as_ref().map(|words| words.span.end);
        let end = subject.unwrap_or(before.span.end).max(before.span.end);
        let alike = self.fits(at - 1, head) && self.standing[at - 1] == self.standing[at];
        other
            && alike
            && (coordinated(text, end, start) || coordinated(text, before.span.end, start))
    }

    /// The document of the last citation in front of byte `at` that `fits` accepts.
    pub(super) fn last_that(
        &self,
        at: usize,
        fits: impl Fn(&Found<'_, Citation<'_>>) -> bool,
    ) -> Option<DocumentId> {
        let mut fitting = self.back_from(at).filter(|&i| fits(&self.citations[i]));
        fitting.next().map(|i| self.citations[i].value.id.clone())
    }
}

/// Whether one of the bodies `issued` is one of `said`: *Bộ Y tế* issues what its minister signs.
pub(super) fn is_issued_by(issued: &[String], said: &[String]) -> bool {
    let same = |one: &String, other: &String| {
        one.ends_with(other.as_str()) || other.ends_with(one.as_str())
    };
    issued
        .iter()
        .any(|one| said.iter().any(|other| same(one, other)))
}

/// What each citation is to the text around it.
fn standings(findings: &Findings<'_, '_>, citations: &[Found<'_, Citation<'_>>]) -> Vec<Standing> {
    let mut standings: Vec<Standing> = Vec::with_capacity(citations.len());
    let mut subject_end = 0;
    let mut spoken_of: HashSet<&str> = HashSet::new();
    for (i, citation) in citations.iter().enumerate() {
        let kind = citation.value.kind.as_deref().unwrap_or_default();
        let start = citation.span.start;
        let previous = i
            .checked_sub(1)
            .map(|i| (standings[i], citations[i].span.end));
        let goes_on = previous.filter(|&(_, end)| coordinated(findings.text, end, start));
        // "Quyết định phê duyệt … (Quyết định số 242/QĐ-TTg)": the bracket gives the number only.
        let bracket = findings.reading.bracket(start);
        let in_bracket = bracket.is_some_and(|bracket| bracket.start + 1 < start);
        let carries = || spoken_of.contains(kind) && is_carrier(findings, start);
        let standing = if in_bracket || carries() {
            Standing::Aside
        } else if is_amended(findings, start) {
            Standing::Amended
        } else if is_basis(findings, start) {
            Standing::Basis
        } else if let Some((standing, _)) = goes_on {
            standing
        } else if start < subject_end {
            Standing::Nested
        } else {
            Standing::Main
        };
        if standing == Standing::Main {
            spoken_of.insert(kind);
        }
        standings.push(standing);
        if let Some(subject) = &citation.value.subject {
            subject_end = subject_end.max(subject.span.end);
        }
    }
    standings
}

/// Whether the document at byte `start` is only named as what came with another one: *Biểu mức thu ban hành
/// kèm theo Thông tư …*.
fn is_carrier(findings: &Findings<'_, '_>, start: usize) -> bool {
    let place = findings.place(start);
    place.gap().is_soft() && place.phrase_before(&PROMULGATED_BY).is_some()
}

/// Whether a page rests on the document at byte `start`: *Căn cứ Nghị định …;*
fn is_basis(findings: &Findings<'_, '_>, start: usize) -> bool {
    let clause = findings.reading.clause(start);
    let opening = findings.place(clause.start);
    // "Căn cứ Điều 17 Nghị định …, các trường hợp gồm:⏎a) …;" goes on below.
    let line = findings.reading.line(start);
    let lists = line.is_some_and(|line| {
        let leads = || findings.text[..line.end].trim_end().ends_with(':');
        line.end < clause.end && (leads() || findings.text[line.end..].starts_with("\n\n"))
    });
    !lists && findings.text[clause.end..].starts_with(';') && opening.phrase(&BASIS).is_some()
}

/// Whether the document at byte `start` is the object of a verb to which it gives way, whole or in part:
/// *sửa đổi, bổ sung một số điều của Nghị định …*, *bãi bỏ khoản 2 Điều 5 Thông tư …*, *sửa đổi Quy chế ban hành
/// kèm theo Thông tư …*.
fn is_amended(findings: &Findings<'_, '_>, start: usize) -> bool {
    let mut place = findings.place(start);
    if let Some((_, attached)) = place
        .phrase_before(&PROMULGATED_BY)
        .filter(|_| place.gap().is_soft())
        && let Some((named, _)) = carried::named_before(findings, attached, None)
    {
        place = named;
    }
    for _ in 0..4 {
        if !place.gap().is_soft() {
            return false;
        }
        if let Some((_, verb)) = place.phrase_before(&REPLACES) {
            // "được sửa đổi, bổ sung tại Nghị định …": it is the one that amends.
            let passive = verb.back();
            return !(findings.says(passive, "được") || findings.says(passive, "bị"));
        }
        if let Some(provision) = findings.provision_ending_at(place.end()) {
            place = findings.place(provision.span.start);
        } else if place.eat_back(&PART_OF).is_none() {
            return false;
        }
    }
    false
}

/// Whether a citation may be meant by a kind word: *Nghị quyết* never means a *Nghị định*, but a
/// *Chương trình hành động* may be called a *Chương trình*, any document a *văn bản*, a law or a code a *đạo luật*.
pub(in crate::citation) fn compatible(citation: &Citation<'_>, head: &DocumentKind) -> bool {
    if head.name == "Văn bản" {
        return citation.number.is_some() || citation.title.is_some();
    }
    let known = citation.number.is_some() || citation.title.is_some() || citation.meeting.is_some();
    let Some(kind) = citation.kind.as_deref().filter(|_| known) else {
        return false;
    };
    if head.name == "Đạo luật" {
        return matches!(kind, "Luật" | "Bộ luật");
    }
    same_kind(kind, &head.name)
}

/// Whether one kind may be meant by the name of the other: they are one, or one is the head of the other.
pub(in crate::citation) fn same_kind(one: &str, other: &str) -> bool {
    let longer = |long: &str, short: &str| {
        long.strip_prefix(short)
            .is_some_and(|rest| rest.starts_with(' '))
    };
    one == other || longer(one, other) || longer(other, one)
}
