//! Lists, assignments and deadlines of one text, tied together.

use std::cell::Cell;

use super::actors::Actors;
use super::context::{Context, marker_at, words_of_heading};
use super::cue::Cues;
use super::furniture::agency_tag;
use super::grammar::{Grammar, Mood};
use super::labels;
use super::lines::{self, Heading, Line};
use super::list;
use super::table::{self, Table};
use super::types::{Assignment, Furniture, FurnitureKind, Task, TaskList};
use super::walk;
use super::when::Calendar;
use super::words::Class;
use crate::body::IssuingBody;
use crate::date::DateExpression;
use crate::reading::{Place, Reading};
use crate::span::{Finds, Found, Span};
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
        furniture: furniture_of(text, &lines),
    }
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
        calendar,
        cues: &Cues::of(reading),
        told: Cell::default(),
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

/// Shorter lines, in bytes, may be the name of somebody who gets a letter.
const NAMES: usize = 100;

/// The walk over the lines.
pub(super) struct Walk<'a, 'r, 't, 'b> {
    pub(super) reading: &'r Reading<'t>,
    pub(super) grammar: &'a Grammar<'a, 'r, 't, 'b>,
    pub(super) calendar: &'a Calendar<'r, 't, 'b>,
    pub(super) found: Vec<Found<'t, Assignment<'t>>>,
}

impl<'t> Walk<'_, '_, 't, '_> {
    /// The mood of what stands below a line that gives somebody else than the one above something to do,
    /// and ends in a colon: *2. Giao Sở Y tế kiểm tra, trong đó:⏎a) …* tells more of that, and gives nobody
    /// above anything to do.
    fn below_own(&self, place: usize, words: Span, marked: bool, mood: &Mood) -> Option<Mood> {
        let given = &self.found[place].value;
        if given.leads == mood.who {
            return None;
        }
        let line = words.of(self.reading.text()).trim_end_matches([':', ' ']);
        let end = self.reading.place_at(words.start + line.len());
        let points = Class::Pointer.before(end).is_some();
        // *lập hồ sơ gồm:* things stand below, and nothing that is done.
        let things = super::lead_in::lists_things(end);
        if things && mood.who.is_empty() {
            return None;
        }
        (marked || points).then(|| Mood {
            who: given.leads.clone(),
            duty: Some(given.duty),
            ..mood.of_details()
        })
    }

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
            let marker = marker_at(self.reading, line.span.start);
            let body = match (heading, &marker) {
                (Some(_), _) => line.span.start + words_of_heading(words, heading),
                (None, Some(marker)) => marker.body.min(line.span.end),
                (None, None) => line.span.start,
            };
            let depth = marker.as_ref().map(|marker| marker.depth);
            let marked = depth.is_some() || heading.is_some();
            // The names of those who get a letter end where its text begins.
            let speaks = words.ends_with(':') || words.len() >= NAMES && words.ends_with('.');
            recipients &= marked || !speaks;
            if recipients {
                continue;
            }
            // *SỞ Y TẾ⏎KẾ HOẠCH TIÊM CHỦNG*: a title stands below nothing.
            let title = || is_upper(words);
            if !marked && (!below_heading || title()) && !is_covered(lists, line.span.start) {
                context.clear();
            }
            let was_heading = below_heading;
            let mood = context.enter(marker.as_ref(), heading).clone();
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
                    let term = Class::Time.at(self.reading.place_at(body));
                    // *Thời gian các trường nhận hồ sơ …* is when others do something.
                    let own =
                        |at: Place<'_, '_>| self.grammar.actors.run_from(at.index()).is_empty();
                    let term = term.is_some_and(own);
                    open = match self.bracket_line(lines, i, words) {
                        Some(place) => Some(place),
                        None => {
                            let open = open.filter(|_| !marked && term);
                            let begins =
                                marked || was_heading || begins_item(lists, line.span.start);
                            self.clauses(words, &mood, open, begins)
                        }
                    };
                    // *3. Văn phòng Bộ:⏎Theo dõi …⏎Báo cáo …*: the next paragraph may be of the same one.
                    below_heading = was_heading
                        && !marked
                        && words.of(text).ends_with(['.', ';'])
                        // *Thủ tướng yêu cầu:⏎Bộ A …⏎Bộ B …*: whoever is named below is to do something.
                        && open.is_some_and(|place| {
                            mood.names_all() || self.found[place].value.leads == mood.who
                        });
                    let told = open.filter(|_| words.of(text).ends_with(':'));
                    if let Some(below) =
                        told.and_then(|place| self.below_own(place, words, marked, &mood))
                    {
                        context.push(depth, heading, below);
                    } else if marked
                        && words.of(text).ends_with(':')
                        && self.grammar.is_of_another(words, &mood)
                    {
                        context.push(depth, heading, mood.of_details());
                    }
                }
            }
        }
    }
}

/// Whether words are written in capitals.
fn is_upper(words: &str) -> bool {
    words.contains(char::is_uppercase) && !words.contains(char::is_lowercase)
}

/// Whether an item of a list that has no marker begins at byte `at`.
fn begins_item(lists: &[TaskList<'_>], at: usize) -> bool {
    let i = lists.partition_point(|list| list.span.end <= at);
    let items = lists.get(i).map_or(&[][..], |list| &list.items);
    let item = items.binary_search_by_key(&at, |task| task.span.start);
    item.is_ok_and(|item| items[item].marker.is_none())
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

/// The page furniture of `text`, in order, without overlaps.
///
/// Numbers, dates and bodies in it belong to the page, not to what the page tells.
///
/// ```
/// use vanban::task::{furniture, FurnitureKind};
/// let found = furniture("Bộ Tư pháp họp.\nĐang online: 3\nTin liên quan\nSở Y tế họp");
/// let kinds: Vec<_> = found.map(|f| (f.text, f.value.kind)).collect();
/// assert_eq!(kinds, [
///     ("Đang online: 3".into(), FurnitureKind::Counter),
///     ("Tin liên quan\nSở Y tế họp".into(), FurnitureKind::Related),
/// ]);
/// ```
pub fn furniture(text: &str) -> Finds<Found<'_, Furniture>> {
    furniture_of(text, &lines::of(&Reading::new(text, &VOCABULARY))).into()
}

/// The lines that name other articles, in order.
pub(crate) fn related(reading: &Reading<'_>) -> Vec<Span> {
    let lines = lines::of(reading).into_iter();
    let related = lines.filter(|line| line.furniture == Some(FurnitureKind::Related));
    related.map(|line| line.span).collect()
}

/// The furniture among the lines of `text`.
fn furniture_of<'t>(text: &'t str, lines: &[Line]) -> Vec<Found<'t, Furniture>> {
    let mut found: Vec<Found<'_, Furniture>> = Vec::new();
    for line in lines.iter().filter(|line| !line.cell) {
        let (span, kind) = match line.furniture {
            Some(kind) => (line.span, kind),
            None => match agency_tag(line.span.of(text)) {
                Some(bytes) => {
                    let span = Span::new(line.span.start, line.span.start + bytes);
                    (span, FurnitureKind::AgencyTag)
                }
                None => continue,
            },
        };
        match found.last_mut() {
            Some(last) if kind == FurnitureKind::Related && last.value.kind == kind => {
                *last = Found::new(text, last.span.to(span), last.value);
            }
            _ => found.push(Found::new(text, span, Furniture { kind })),
        }
    }
    found
}
