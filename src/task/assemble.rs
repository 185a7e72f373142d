//! Lists, assignments and deadlines of one text, tied together.

use super::actors::Actors;
use super::context::{Context, depth_of, words_of_heading};
use super::cue::Cues;
use super::duty::{Given, Grammar, Mood};
use super::field::Field;
use super::furniture::{self, Furniture};
use super::labels;
use super::lines::{self, Heading, Line};
use super::list;
use super::table::{self, Table};
use super::types::{Assignment, Duty, Task, TaskList};
use super::walk;
use super::when::Calendar;
use super::words::{Class, action};
use crate::body::IssuingBody;
use crate::date::DateExpression;
use crate::marker;
use crate::reading::Reading;
use crate::span::{Found, Passage, Span};
use crate::tables::VOCABULARY;

/// Everything that this module finds in one text.
#[derive(Default)]
pub(crate) struct Work<'t> {
    pub(crate) lists: Vec<TaskList<'t>>,
    pub(crate) assignments: Vec<Found<'t, Assignment<'t>>>,
    pub(crate) furniture: Vec<Found<'t, Furniture>>,
}

/// Reads the lines of a text once for all that is told by them. `bodies` and `dates` are what was
/// found in the same text, in order.
pub(crate) fn work<'t>(
    reading: &Reading<'t>,
    bodies: &[Found<'t, IssuingBody>],
    dates: &[Found<'t, DateExpression>],
) -> Work<'t> {
    let text = reading.text();
    let lines = lines::of(reading);
    let actors = Actors::of(reading, bodies);
    let calendar = Calendar::new(reading, dates);
    let tables = table::find(reading, &lines);
    let blocks = labels::blocks(reading, &lines);
    let mut lists = list::of_lines(reading, &lines, &tables, &blocks);
    let parts = Parts {
        lines: &lines,
        lists: &lists,
        tables: &tables,
        blocks: &blocks,
    };
    let assignments = assigned(reading, &parts, &actors, &calendar);
    walk::settle(&mut lists, &assignments, &calendar);
    Work {
        lists,
        assignments,
        furniture: furniture::of_lines(text, &lines),
    }
}

/// Every assignment of `text`, in order of where they begin.
///
/// `bodies` and `dates` are what was found in the same text, in order. A body's span is never
/// split, so commas within a name do no harm; the list of partners ends where a verb begins.
/// What stands below a heading or a lead-in that names somebody (*5. Bộ Nội vụ*, *X có trách
/// nhiệm:*) is theirs. Words without an actor (*xác định cơ quan chủ trì, phối hợp thực hiện*), what
/// was done already (*đã chủ trì cuộc họp*) and what somebody only wishes are no assignments. Rows
/// of tables and labels (*Đơn vị chủ trì: …*) are read as well.
///
/// ```
/// let text = "Cục A chủ trì, phối hợp với Vụ B rà soát, hoàn thành trước ngày 30/6/2021.";
/// let text = text.replace("Cục A", "Bộ Y tế").replace("Vụ B", "Bộ Tài chính");
/// let (bodies, dates) = (vanban::body::find(&text), vanban::date::find(&text));
/// let (bodies, dates): (Vec<_>, Vec<_>) = (bodies.collect(), dates.collect());
/// let found = vanban::task::assignments(&text, &bodies, &dates);
/// assert_eq!(found[0].value.leads, ["Bộ Y tế"]);
/// assert_eq!(found[0].value.partners, ["Bộ Tài chính"]);
/// assert_eq!(found[0].value.deadlines[0].value.edtf().as_deref(), Some("2021-06-30"));
/// ```
pub fn assignments<'t>(
    text: &'t str,
    bodies: &[Found<'t, IssuingBody>],
    dates: &[Found<'t, DateExpression>],
) -> Vec<Found<'t, Assignment<'t>>> {
    work(&Reading::new(text, &VOCABULARY), bodies, dates).assignments
}

/// Sets the [`deadlines`](Task::deadlines) of every item of `lists` from its own words. `dates` are
/// those of the same text, in order.
pub fn attach_deadlines<'t>(
    text: &'t str,
    lists: &mut [TaskList<'t>],
    dates: &[Found<'t, DateExpression>],
) {
    let reading = Reading::new(text, &VOCABULARY);
    walk::set_deadlines(lists, &Calendar::new(&reading, dates));
}

/// What a text was parted into.
struct Parts<'p, 't> {
    lines: &'p [Line],
    lists: &'p [TaskList<'t>],
    tables: &'p [Table<'t>],
    blocks: &'p [labels::Block],
}

fn assigned<'t>(
    reading: &Reading<'t>,
    parts: &Parts<'_, 't>,
    actors: &Actors<'_, 't, '_>,
    calendar: &Calendar<'_, 't, '_>,
) -> Vec<Found<'t, Assignment<'t>>> {
    let text = reading.text();
    let grammar = Grammar {
        reading,
        actors,
        cues: &Cues::of(reading),
    };
    let mut walk = Walk {
        reading,
        grammar: &grammar,
        calendar,
        found: Vec::new(),
    };
    let mut labelled = Vec::new();
    let told = parts.blocks.iter().filter(|block| {
        let fields = block.fields(text, actors, calendar);
        let told = fields.is_some();
        labelled.extend(fields.and_then(|fields| block.assignment(text, fields)));
        told
    });
    let told: Vec<_> = told.collect();
    walk.lines(parts, &told);
    let mut found = walk.found;
    found.retain(|found| !found.value.task.span.is_empty());
    found.append(&mut labelled);
    found.extend(
        parts
            .tables
            .iter()
            .flat_map(|table| table.assignments(actors, calendar)),
    );
    found.sort_by_key(|assignment| (assignment.span.start, assignment.value.task.span.start));
    found
}

/// The walk over the lines.
struct Walk<'a, 'r, 't, 'b> {
    reading: &'r Reading<'t>,
    grammar: &'a Grammar<'a, 'r, 't, 'b>,
    calendar: &'a Calendar<'r, 't, 'b>,
    found: Vec<Found<'t, Assignment<'t>>>,
}

/// A part of a line between semicolons, colons and full stops, behind its marker.
#[derive(Clone, Copy)]
struct Clause {
    span: Span,
    /// The sign before it; a line end for the first one.
    sign: char,
    /// A marker stands before it.
    marked: bool,
}

impl<'t> Walk<'_, '_, 't, '_> {
    fn lines(&mut self, parts: &Parts<'_, 't>, blocks: &[&labels::Block]) {
        let text = self.reading.text();
        let (lines, lists, tables) = (parts.lines, parts.lists, parts.tables);
        let mut context = Context::default();
        let mut recipients = false;
        let mut below_heading = false;
        let mut open = None;
        let mut tables = tables.iter().peekable();
        let mut blocks = blocks.iter().peekable();
        for (i, line) in lines.iter().enumerate() {
            while tables.next_if(|table| table.lines.end <= i).is_some() {}
            while blocks
                .next_if(|block| {
                    block.lines.end <= i && block.behind.is_none_or(|behind| behind.0 < i)
                })
                .is_some()
            {}
            let apart = tables.peek().is_some_and(|table| table.lines.contains(&i))
                || blocks.peek().is_some_and(|block| block.lines.contains(&i));
            if line.furniture.is_some() || line.quoted || apart {
                continue;
            }
            let words = line.span.of(text);
            let heading = line.heading;
            match heading {
                Some(Heading::Recipients | Heading::Addressee) => recipients = true,
                Some(_) => recipients = false,
                None => {}
            }
            if recipients {
                continue;
            }
            let depth = depth_of(self.reading, line.span.start);
            let body = match (heading, depth) {
                (Some(_), _) => line.span.start + words_of_heading(words, heading),
                (None, Some((_, body))) => body.min(line.span.end),
                (None, None) => line.span.start,
            };
            let depth = depth.map(|(depth, _)| depth);
            let marked = depth.is_some() || heading.is_some();
            if !marked && !below_heading && !is_covered(lists, line.span.start) {
                context.clear();
            }
            let was_heading = below_heading;
            let mood = context.enter(depth, heading).clone();
            // The labels behind a task on its line are read apart.
            let cut = blocks
                .peek()
                .and_then(|block| block.behind.filter(|behind| behind.0 == i));
            let words = Span::new(body, cut.map_or(line.span.end, |(_, at)| at.max(body)));
            // Most lines of a law are sentences without a word of duty.
            let quiet = open.is_none() && self.grammar.says_nothing(words, &mood);
            let below = match quiet {
                true => None,
                false => self.grammar.heading(words, marked, &mood),
            };
            below_heading = below.is_some();
            match below {
                Some(mood) => {
                    context.push(depth, heading, mood);
                    open = None;
                }
                None => {
                    if heading.is_some() {
                        context.push(depth, heading, Mood::default());
                    }
                    if quiet {
                        continue;
                    }
                    // *Thời hạn hoàn thành: …* on a line of its own goes on with the line above.
                    let term = Class::Time.at(self.reading.place_at(body)).is_some();
                    open = match self.bracket_line(lines, i, words) {
                        Some(place) => Some(place),
                        None => {
                            let open = open.filter(|_| !marked && term);
                            self.clauses(words, &mood, open, marked || was_heading)
                        }
                    };
                }
            }
        }
    }

    /// Reads the clauses of a line, or of an item.
    fn clauses(
        &mut self,
        line: Span,
        mood: &Mood,
        open: Option<usize>,
        begins: bool,
    ) -> Option<usize> {
        let mut mood = mood.clone();
        // The assignment that the next clause may go on with.
        let mut open = open;
        // The clause before was *thời gian hoàn thành:*.
        let mut term = false;
        let mut at = line.start;
        let mut sign = '\n';
        while let Some(clause) = self.next_clause(at, line, sign) {
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
            let fresh = clause.marked || clause.sign == ':' || clause.sign == '\n' && begins;
            if sign == ':'
                && let Some(below) =
                    self.grammar
                        .heading(self.with_colon(clause.span, line.end), begins, &mood)
            {
                mood = below;
                open = None;
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
            if let Some(last) = self.duties(clause.span, &mut mood, fresh) {
                open = Some(last);
                continue;
            }
            if let Some(place) = open.filter(|_| self.grammar.closes(clause.span)) {
                self.found.truncate(place);
                open = None;
                continue;
            }
            match open {
                Some(place) if self.goes_on(clause) => {
                    let joined = clause.sign == ';';
                    self.extend(place, clause.span, joined);
                }
                _ => open = None,
            }
        }
        open
    }

    /// Reads the duties of one clause; hands back the last one.
    fn duties(&mut self, clause: Span, mood: &mut Mood, fresh: bool) -> Option<usize> {
        if let Some(last) = self.bracketed(clause) {
            return Some(last);
        }
        let mut rest = clause;
        let mut last = None;
        let mut fresh = fresh;
        while let Some(mut given) = self.grammar.duty_in(rest, mood, fresh) {
            if given.points
                && given.task.end >= rest.end.saturating_sub(2)
                && given.duty != Duty::Lead
                && given.task.is_empty()
            {
                break;
            }
            let next = self.next_subject(&given, rest);
            if let Some(next) = next {
                let words =
                    self.reading.text()[given.task.start..next].trim_end_matches([' ', ',']);
                given.task.end = given.task.start + words.len();
                given.reach = given.task.end;
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
                Some(next) => rest = Span::new(next, clause.end),
                None => break,
            }
        }
        last
    }

    /// Where the next one begins who is to do something in the same clause: *giao A làm x, B làm y*.
    fn next_subject(&self, given: &Given, clause: Span) -> Option<usize> {
        let within = Span::new(given.task.start, clause.end);
        let mood = Mood {
            duty: given.ordered.then_some(Duty::Ordered),
            ..Mood::default()
        };
        let mut rest = self.grammar.actors.within(within);
        while let Some(actor) = rest.first() {
            let run = self.grammar.actors.run_from(actor.start).len().max(1);
            let place = self.reading.place(actor.start);
            let apart = self.reading.text()[..actor.span.start]
                .trim_end()
                .ends_with(',');
            if apart
                && place.start() > given.task.start
                && self.grammar.actors.is_certain(actor)
                && self
                    .grammar
                    .duty_in(Span::new(actor.span.start, clause.end), &mood, false)
                    .is_some_and(|next| next.start == actor.span.start)
            {
                return Some(actor.span.start);
            }
            rest = &rest[run.min(rest.len())..];
        }
        None
    }

    fn add(&mut self, given: Given) -> usize {
        let text = self.reading.text();
        let span = Span::new(
            given.start.min(given.task.start),
            given.task.end.max(given.start),
        );
        let assignment = Assignment {
            leads: given.leads,
            partners: given.partners,
            requesters: given.requesters,
            duty: given.duty,
            task: Passage::new(text, given.task),
            deadlines: self
                .calendar
                .due_in(Span::new(given.task.start, given.reach.max(given.task.end))),
            product: None,
            of: None,
            unit: String::new(),
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
            return true;
        }
        let subject = !self.grammar.actors.run_from(first.index()).is_empty();
        let small = clause
            .span
            .of(self.reading.text())
            .starts_with(char::is_lowercase);
        !subject && (small || clause.sign == ';' && action(first).is_some())
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
    fn bracket_line(&mut self, lines: &[Line], i: usize, words: Span) -> Option<usize> {
        if !words.of(self.reading.text()).starts_with('(') {
            return None;
        }
        self.in_bracket(self.words_above(lines, i)?, words.start)
    }

    /// The words of the line above line `i`, without its marker and its full stop.
    fn words_above(&self, lines: &[Line], i: usize) -> Option<Span> {
        let above = lines[i.checked_sub(1)?].span;
        let start = depth_of(self.reading, above.start).map_or(above.start, |(_, body)| body);
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
        let given = self.grammar.duty_in(own, &Mood::default(), false)?;
        if given.duty != Duty::Lead || given.start != own.start {
            return None;
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
                || matches!(c, ';' | ':' | '.' | '!' | '?' | '…' | '/' | '”' | ')' | ']')
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

/// Whether byte `at` stands in an item of a list.
fn is_covered(lists: &[TaskList<'_>], at: usize) -> bool {
    let i = lists.partition_point(|list| list.span.end <= at);
    let Some(list) = lists.get(i) else {
        return false;
    };
    let i = list
        .items
        .partition_point(|task: &Task<'_>| task.span.end <= at);
    list.items.get(i).is_some_and(|task| task.span.start <= at)
}
