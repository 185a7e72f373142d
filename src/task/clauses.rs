//! The clauses of a line, one after the other: each gives duties, or goes on with the one before.

use super::assemble::Walk;
use super::context::marker_at;
use super::cue::is_cue;
use super::field::Field;
use super::grammar::{Given, Mood};
use super::lines::Line;
use super::types::{Assignment, Duty};
use super::when::Elapsed;
use super::words::{Class, action};
use crate::marker;
use crate::reading::{Gap, Place};
use crate::span::{Found, Passage, Span};

/// A part of a line between semicolons, colons and full stops, behind its marker.
#[derive(Clone, Copy)]
pub(super) struct Clause {
    pub(super) span: Span,
    /// The sign before it; a line end for the first one.
    pub(super) sign: char,
    /// A marker stands before it.
    pub(super) marked: bool,
}

impl<'t> Walk<'_, '_, 't, '_> {
    /// Reads the clauses of a line, or of an item.
    pub(super) fn clauses(
        &mut self,
        line: Span,
        mood: &Mood,
        open: Option<usize>,
        begins: bool,
    ) -> Option<usize> {
        let mut mood = mood.clone();
        let above = mood.duty;
        // *Bộ A phối hợp với Bộ B triệt phá …* on a line that no sign closes is a headline.
        let headline = above.is_none()
            && (line.of(self.reading.text()).trim_end()).ends_with(char::is_alphanumeric);
        // What was told before is over: *Tuần qua, Sở A phối hợp … Sở B chủ trì …*.
        let mut reported = mood.told;
        // The assignment that the next clause may go on with.
        let mut open = open;
        // The clause before was *thời gian hoàn thành:*.
        let mut term = false;
        // The words before the colon that a clause stands behind.
        let mut before_colon = None;
        let mut at = line.start;
        let mut sign = '\n';
        while let Some(clause) = self.next_clause(at, line, sign) {
            let clause = self.behind_turn(clause);
            at = clause.span.end.max(at + 1);
            sign = sign_behind(self.reading.text(), clause.span.end, line.end);
            if let Some(place) = open.filter(|_| term) {
                let named = self.calendar.named_in(clause.span);
                self.found[place].value.deadlines.extend(named);
                term = false;
                continue;
            }
            let label = || Field::of_label(self.reading, clause.span);
            term = sign == ':' && open.is_some() && label() == Some(Field::Deadline);
            if term {
                continue;
            }
            // *Địa điểm: …* tells more of what is to be done, and is nothing to do.
            if sign == ':' && clause.sign == '\n' && label() == Some(Field::Note) {
                mood.who.clear();
                open = None;
                continue;
            }
            mood.earlier |= clause.sign == '.' && mood.duty.is_some() && above.is_none();
            let fresh = clause.marked || clause.sign == ':' || clause.sign == '\n' && begins;
            if sign == ':' && self.grammar.tells_a_petition(clause.span) {
                mood.petitioned = true;
                continue;
            }
            if sign == ':'
                && let Some(below) =
                    self.grammar
                        .heading(self.with_colon(clause.span, line.end), begins, &mood)
            {
                mood = below;
                reported |= mood.told;
                open = None;
                continue;
            }
            if sign == ':'
                && let Some(names) = self.speaker(clause.span)
            {
                mood.spoken = true;
                mood.requesters = names;
                continue;
            }
            if let Some(place) = open
                && let Some((partners, task)) = self.late_partners(place, clause)
            {
                let assignment = &mut self.found[place].value;
                assignment.partners = partners;
                assignment.task = Passage::new(self.reading.text(), task);
                self.reach(place, clause.span.end, clause.span);
                continue;
            }
            let about = before_colon.take().filter(|_| clause.sign == ':');
            before_colon = (sign == ':').then_some(clause.span);
            let elapsed = self.grammar.elapsed(clause.span);
            let over = |elapsed| matches!(elapsed, Elapsed::Day | Elapsed::Period | Elapsed::Gone);
            mood.told = elapsed.map_or(reported, over);
            mood.time = elapsed.unwrap_or(if reported { mood.time } else { Elapsed::Not });
            let period = matches!(mood.time, Elapsed::Period | Elapsed::Gone);
            let lasts = elapsed.is_none() || period;
            reported = mood.told && (lasts || self.grammar.has_cue(clause.span));
            reported |= sign == ':' && self.is_outcome(clause.span);
            let before = self.found.len();
            if let Some(last) = self.duties(clause.span, &mut mood, fresh, about) {
                let given = &self.found[last].value;
                if headline
                    && mood.duty.is_none()
                    && given.duty == Duty::Cooperate
                    && given.deadlines.is_empty()
                {
                    self.found.truncate(before);
                    open = None;
                    continue;
                }
                // What follows is said of the one whom the line names itself.
                if self.found[last].value.leads != mood.who {
                    mood.who.clear();
                }
                open = Some(last);
                continue;
            }
            let carries = open.filter(|_| !mood.told);
            if let Some(last) = carries.and_then(|place| self.carried_on(place, clause)) {
                open = Some(last);
                continue;
            }
            if let Some(place) = open.filter(|_| self.grammar.closes(clause.span)) {
                self.found.truncate(place);
                open = None;
                continue;
            }
            match open {
                Some(place) if self.reports_next(clause) => {
                    let due = self.calendar.due_in(clause.span);
                    self.found[place].value.deadlines.extend(due);
                }
                Some(place) if self.goes_on(clause) && !self.is_urged(place, clause) => {
                    let joined = clause.sign == ';';
                    self.extend(place, clause.span, joined);
                }
                _ => open = None,
            }
        }
        open
    }

    /// The names of those who hold an office when a clause is nothing else: *Thủ tướng: Bộ Y tế phải …*.
    fn speaker(&self, clause: Span) -> Option<Vec<String>> {
        let actors = self.grammar.actors;
        let run = actors.run_from(self.reading.place_at(clause.start).index());
        let several = run.iter().any(|actor| actors.names_kind(actor));
        let last = run
            .last()
            .filter(|last| !several && actors.is_holder(last))?;
        let whole = actors.behind(last).start() >= clause.end;
        whole.then(|| self.grammar.names(run))
    }

    /// Whether a clause is only a label of what was achieved: *Kết quả:*.
    fn is_outcome(&self, clause: Span) -> bool {
        let behind = Class::Outcome.at(self.reading.place_at(clause.start));
        behind.is_some_and(|behind| behind.start() >= clause.end)
    }

    /// Reads the duties of one clause, which stands behind the words and the colon of `label`; hands back the last
    /// one.
    fn duties(
        &mut self,
        clause: Span,
        mood: &mut Mood,
        fresh: bool,
        label: Option<Span>,
    ) -> Option<usize> {
        if let Some(last) = self.bracketed(clause) {
            return Some(last);
        }
        let mut rest = clause;
        let mut last = None;
        let mut fresh = fresh;
        let above = mood.duty;
        let mut parallel = false;
        while let Some(mut given) = self.grammar.duty_in(rest, mood, fresh) {
            if given.points
                && given.task.end >= rest.end.saturating_sub(2)
                && given.duty != Duty::Lead
                && given.task.is_empty()
            {
                break;
            }
            let next = self.next_subject(&given, rest);
            if let Some(next) = &next {
                self.end_task(&mut given, next.cut);
                given.reach = given.task.end;
            } else if let Some((start, names)) = self.helpers(&given) {
                self.end_task(&mut given, start);
                if given.partners.is_empty() {
                    given.partners = names;
                }
            }
            if let Some(label) = label.filter(|_| last.is_none() && next.is_none())
                && self.names_no_task(&given)
            {
                given.task = label;
                given.start = label.start;
                given.points = false;
            }
            let timed = |within| !self.calendar.due_in(within).is_empty();
            let reported = match mood.time {
                Elapsed::Period => given.told || given.requesters.is_empty(),
                Elapsed::Gone => true,
                Elapsed::Open => given.told,
                Elapsed::Day | Elapsed::Not => false,
            };
            if reported && !timed(Span::new(given.task.start, given.reach)) {
                break;
            }
            if given.ordered {
                mood.duty = Some(Duty::Ordered);
                mood.requesters = given.requesters.clone();
                mood.strong = false;
            }
            let before = Span::new(rest.start, given.start.max(rest.start));
            let place = self.add(given);
            let mut deadlines = self.calendar.due_in(before);
            deadlines.append(&mut self.found[place].value.deadlines);
            self.found[place].value.deadlines = deadlines;
            last = Some(place);
            fresh = false;
            match next {
                Some(next) => {
                    rest = Span::new(next.start, clause.end);
                    if next.by_verb {
                        mood.duty = Some(Duty::Responsible);
                        parallel = true;
                    }
                }
                None => break,
            }
        }
        if parallel {
            mood.duty = above;
        }
        last
    }

    pub(super) fn add(&mut self, given: Given) -> usize {
        let text = self.reading.text();
        let span = Span::new(
            given.start.min(given.task.start),
            given.task.end.max(given.start),
        );
        // *giao Sở A trước ngày 20/4 phải báo cáo*
        let ahead = Span::new(given.start.min(given.task.start), given.task.start);
        let mut deadlines = self.calendar.due_in(ahead);
        deadlines.extend(
            self.calendar
                .due_in(Span::new(given.task.start, given.reach.max(given.task.end))),
        );
        // Nobody gives himself an order: *Sở A báo cáo UBND tỉnh giao …; đề nghị UBND tỉnh xem xét*.
        let mut requesters = given.requesters;
        requesters.retain(|name| !given.leads.contains(name));
        let assignment = Assignment {
            leads: given.leads,
            partners: given.partners,
            requesters,
            duty: given.duty,
            task: Passage::new(text, given.task),
            deadlines,
            product: None,
            of: None,
            unit: Default::default(),
        };
        self.found.push(Found::new(text, span, assignment));
        self.found.len() - 1
    }

    /// *… chủ trì; Y, Z phối hợp kiểm tra …*: the partners come behind a lead without a task.
    fn late_partners(&self, place: usize, clause: Clause) -> Option<(Vec<String>, Span)> {
        let assignment = &self.found[place].value;
        if !assignment.partners.is_empty() || assignment.duty != Duty::Lead {
            return None;
        }
        let (partners, task) = self.grammar.partners_ahead(clause.span)?;
        let task = match assignment.task.span.is_empty() {
            true => task,
            false => assignment.task.span,
        };
        Some((partners, task))
    }

    /// The words of an assignment go on over a clause.
    fn extend(&mut self, place: usize, clause: Span, joined: bool) {
        let text = self.reading.text();
        let found = &mut self.found[place];
        found.value.deadlines.extend(self.calendar.due_in(clause));
        if joined {
            let words = clause.of(text).trim_end_matches(['/', '.', ' ', ',']);
            let end = clause.start + words.len();
            let task = Span::new(found.value.task.span.start, end);
            found.value.task = Passage::new(text, task);
            *found = Found::new(text, found.span.to(task), found.value.clone());
        }
    }

    fn reach(&mut self, place: usize, end: usize, clause: Span) {
        let text = self.reading.text();
        let found = &mut self.found[place];
        found.value.deadlines.extend(self.calendar.due_in(clause));
        let span = Span::new(found.span.start, end);
        *found = Found::new(text, span, found.value.clone());
    }

    /// Whether a clause goes on with the task before it: it begins with a verb or with words of
    /// time, and names nobody else to do it.
    fn goes_on(&self, clause: Clause) -> bool {
        let first = self.reading.place_at(clause.span.start);
        if clause.marked {
            return false;
        }
        if Class::Time.at(first).is_some() {
            return !self.turns_to_another(clause.span, first);
        }
        let subject = !self.grammar.actors.run_from(first.index()).is_empty();
        let small = clause
            .span
            .of(self.reading.text())
            .starts_with(char::is_lowercase);
        !subject && (small || clause.sign == ';' && action(first).is_some())
    }

    /// Whether a clause that opens with words of time has a subject of its own: *Trong thời hạn 05 ngày, Sở A phải …*.
    fn turns_to_another(&self, clause: Span, first: Place<'_, '_>) -> bool {
        let mut actors = self.grammar.actors.within(clause).iter();
        actors.any(|actor| {
            let behind = self.grammar.actors.behind(actor);
            actor.start > first.index()
                && self.grammar.is_parted(actor)
                && behind.gap() == Gap::Space
                && (action(self.grammar.behind_aux(behind)).is_some() || is_cue(behind))
        })
    }

    /// Whether what stands behind a semicolon is what the one does who urges others: *Sở A đôn đốc các đơn vị báo
    /// cáo; tổng hợp, trình …*.
    fn is_urged(&self, place: usize, clause: Clause) -> bool {
        let urged = &self.found[place];
        let first = self.reading.place_at(urged.span.start).index();
        let last = self.reading.place_at(urged.value.task.span.start).index();
        let mut words = (first..last).map(|i| self.reading.slice(i));
        clause.sign == ';' && !urged.value.requesters.is_empty() && words.any(|word| word == "đôn")
    }

    /// Whether a sentence without a subject goes on with the task before it: *Trình UBND tỉnh trước
    /// ngày 10/8.*
    fn reports_next(&self, clause: Clause) -> bool {
        let first = self.reading.place_at(clause.span.start);
        // *Sơ kết học kỳ I được tổ chức trước ngày …* says something of its own.
        let last = self.reading.place_at(clause.span.end).index();
        let mut words = (first.index()..last).map(|i| self.reading.place(i));
        let passive = words.any(|word| {
            self.reading.slice(word.index()) == "được" && action(word.next()).is_some()
        });
        clause.sign == '.'
            && !clause.marked
            && !passive
            && action(first).is_some()
            && self.grammar.actors.run_from(first.index()).is_empty()
    }

    /// *Rà soát văn bản (Bộ A chủ trì, phối hợp với Bộ B; hoàn thành trong quý I/2026)*
    fn bracketed(&mut self, clause: Span) -> Option<usize> {
        let text = self.reading.text();
        let open = clause.start + clause.of(text).find('(')?;
        let task = text[clause.start..open].trim_end();
        let task = Span::new(clause.start, clause.start + task.len());
        self.in_bracket(task, open)
    }

    /// The same with the bracket on a line of its own below the task.
    pub(super) fn bracket_line(&mut self, lines: &[Line], i: usize, words: Span) -> Option<usize> {
        if !words.of(self.reading.text()).starts_with('(') {
            return None;
        }
        self.in_bracket(self.words_above(lines, i)?, words.start)
    }

    /// The words of the line above line `i`, without its marker and its full stop.
    fn words_above(&self, lines: &[Line], i: usize) -> Option<Span> {
        let above = lines[i.checked_sub(1)?].span;
        let start = marker_at(self.reading, above.start).map_or(above.start, |marker| marker.body);
        let words = self.reading.text().get(start..above.end)?;
        Some(Span::new(
            start,
            start + words.trim_end_matches(['.', ';', ' ', ',']).len(),
        ))
    }

    fn in_bracket(&mut self, task: Span, open: usize) -> Option<usize> {
        let text = self.reading.text();
        let bracket = self.reading.bracket(open)?;
        let mut first = self.reading.place_at(bracket.start + 1);
        if matches!(
            self.reading.slice(first.index()),
            "do" | "giao" | "Do" | "Giao"
        ) {
            first = first.next();
        }
        let inner = Span::new(first.start(), bracket.end - 1);
        if inner.start >= inner.end || task.is_empty() {
            return None;
        }
        let end = inner
            .of(text)
            .find(';')
            .map_or(inner.end, |sign| inner.start + sign);
        let own = Span::new(inner.start, end);
        let mut given = self.grammar.duty_in(own, &Mood::default(), false)?;
        if given.duty != Duty::Lead || given.start != own.start {
            return None;
        }
        // *(Bộ A chủ trì; các địa phương phối hợp; …)*
        let rest = self.reading.place_at((end + 1).min(inner.end)).start();
        if given.partners.is_empty() && end < inner.end && rest < inner.end {
            let helpers = self.grammar.partners_ahead(Span::new(rest, inner.end));
            given
                .partners
                .extend(helpers.map(|(names, _)| names).unwrap_or_default());
        }
        let mut deadlines = self.calendar.due_in(task);
        deadlines.extend(self.calendar.due_in(inner));
        let reach = task.end;
        let place = self.add(Given {
            task,
            start: task.start,
            reach,
            ..given
        });
        self.found[place].value.deadlines = deadlines;
        self.reach(place, bracket.end - 1, Span::new(bracket.end, bracket.end));
        Some(place)
    }

    /// The clause with the colon that ends it, before byte `end`.
    fn with_colon(&self, clause: Span, end: usize) -> Span {
        let behind = &self.reading.text()[clause.end..end.max(clause.end)];
        let colon = behind.find(':').map_or(0, |at| at + 1);
        Span::new(clause.start, clause.end + colon)
    }

    /// The clause from byte `at` of `line` on.
    fn next_clause(&self, at: usize, line: Span, sign: char) -> Option<Clause> {
        let text = self.reading.text();
        let rest = &text[at..line.end];
        let words = rest.trim_start_matches(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    ';' | ':' | '.' | '!' | '?' | '…' | '/' | '”' | ')' | ']' | '|'
                )
        });
        let start = line.end - words.len();
        if words.is_empty() {
            return None;
        }
        let mut end = self.reading.clause(start).end.clamp(start, line.end);
        // *các Bộ: Tài chính, Công an*: the colon stands inside a name.
        while end < line.end && self.grammar.actors.covers(end) {
            end = self.reading.clause(end + 1).end.clamp(end + 1, line.end);
        }
        // A row of a table says one thing in each of its cells.
        if line.of(text).starts_with('|') {
            end = text[start..end].find('|').map_or(end, |bar| start + bar);
        }
        let inside = start > line.start;
        let marker = (inside.then(|| marker::read(self.reading, start)).flatten())
            .filter(|marker| !marker.bare && marker.body < end);
        let body = marker.map_or(start, |marker| marker.body);
        Some(Clause {
            span: Span::new(body, end.max(body)),
            sign,
            marked: marker.is_some(),
        })
    }
}

/// The sign behind byte `at`.
fn sign_behind(text: &str, at: usize, end: usize) -> char {
    let rest = text[at.min(end)..end].trim_start();
    rest.chars().next().unwrap_or('\n')
}
