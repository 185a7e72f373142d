//! Who is to do what, with whom and until when: the words that assign (*chủ trì*, *có trách
//! nhiệm*, *phối hợp với*, *đề nghị* …) are looked for, and the grammar reads around each.

use aho_corasick::{AhoCorasick, Input, packed};
use once_cell::sync::Lazy;

use super::deadline::{Calendar, Recurrence};
use super::lines::{self, Line};
use super::reader::Reader;
use super::table::{self, Table};
use super::{TaskList, bracketed, labelled, list, owner};
use crate::body::IssuingBody;
use crate::carry::carried;
use crate::date::DateExpression;
use crate::reading::Reading;
use crate::span::{Found, Passage, Span};
use crate::tables::VOCABULARY;

/// A task given to somebody: *Cục A chủ trì, phối hợp với Vụ B xây dựng kế hoạch*.
///
/// The span goes from the actor to the end of the task.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Assignment<'t> {
    /// Who leads (*chủ trì*), is responsible or is asked: the body's name, or the words of the
    /// text when they name a class (*các Bộ, ngành, địa phương*).
    pub lead: String,
    /// Who works with the lead (*phối hợp*), in the order of the text; named like the lead.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub partners: Vec<String>,
    /// What is to be done, without the words that assign it; below *X chủ trì:* the whole list.
    pub task: Passage<'t>,
    /// Who asks for it: *Bộ A* in *Bộ A đề nghị Cục B …*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub requester: Option<String>,
    /// The date by which it is to be done: one of the dates handed in, found behind *trước*,
    /// *trong*, *chậm nhất*, *hoàn thành* and the like in the task, else in the clauses that go
    /// on with it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub deadline: Option<Found<'t, DateExpression>>,
    /// How often it is to be done (*định kỳ hằng quý*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub recurrence: Option<Found<'t, Recurrence>>,
    /// What is to come out of it, where a label or a column names it (*Sản phẩm*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub product: Option<Passage<'t>>,
}

carried!(Assignment<'_> { task, deadline, recurrence, product } keeps { lead, partners, requester });

#[derive(Clone, Copy, Debug, PartialEq)]
enum Cue {
    /// *chủ trì*
    Leads,
    /// *có trách nhiệm*, *chịu trách nhiệm*
    Answers,
    /// *đầu mối*
    Hub,
    /// *phối hợp*
    Works,
    /// *giao*, *yêu cầu*, *đề nghị*
    Asks,
}

/// Without the first letter, which may be a capital.
const CUES: [(&str, Cue); 12] = [
    ("hủ trì", Cue::Leads),
    ("ó trách nhiệm", Cue::Answers),
    ("hịu trách nhiệm", Cue::Answers),
    ("ầu mối", Cue::Hub),
    ("hối hợp", Cue::Works),
    ("êu cầu", Cue::Asks),
    ("ề nghị", Cue::Asks),
    ("giao ", Cue::Asks),
    ("Giao ", Cue::Asks),
    ("hân công", Cue::Asks),
    ("hỉ đạo", Cue::Asks),
    ("iến nghị", Cue::Asks),
];

/// The packed searcher where the processor has the instructions for it, else an automaton.
enum Searcher {
    Packed(packed::Searcher),
    Automaton(AhoCorasick),
}

static SEARCHER: Lazy<Searcher> = Lazy::new(|| {
    let words = CUES.map(|(words, _)| words);
    let packed = packed::Config::new().builder().extend(words).build();
    packed.map_or_else(
        || {
            let automaton = AhoCorasick::new(words);
            Searcher::Automaton(automaton.expect("a dozen literals make an automaton"))
        },
        Searcher::Packed,
    )
});

/// Where the words that may assign stand, without their first letter.
fn cues(text: &str) -> impl Iterator<Item = (Span, Cue)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let within = aho_corasick::Span::from(at..text.len());
        let hit = match &*SEARCHER {
            Searcher::Packed(packed) => packed.find_in(text.as_bytes(), within),
            Searcher::Automaton(automaton) => automaton.find(Input::new(text).span(within)),
        }?;
        at = hit.end();
        let cue = CUES[hit.pattern().as_usize()].1;
        Some((Span::new(hit.start(), hit.end()), cue))
    })
}

/// Every assignment of `text`, in order of where they begin.
///
/// `bodies` and `dates` are what was found in the same text, in order. A body's span is never
/// split, so commas within a name do no harm; the list of partners ends where a verb begins.
/// Words without an actor (*xác định cơ quan chủ trì, phối hợp thực hiện*) and what was done
/// already (*đã chủ trì cuộc họp*) are no assignments. Rows of tables and labels (*Đơn vị chủ
/// trì: …*) are read as well.
///
/// ```
/// let text = "Cục A chủ trì, phối hợp với Vụ B rà soát, hoàn thành trước ngày 30/6/2021.";
/// let text = text.replace("Cục A", "Bộ Y tế").replace("Vụ B", "Bộ Tài chính");
/// let (bodies, dates) = (vanban::body::find(&text), vanban::date::find(&text));
/// let found = vanban::task::assignments(&text, &bodies, &dates);
/// assert_eq!(found[0].value.lead, "Bộ Y tế");
/// assert_eq!(found[0].value.partners, ["Bộ Tài chính"]);
/// let deadline = found[0].value.deadline.as_ref().unwrap();
/// assert_eq!(deadline.value.edtf().as_deref(), Some("2021-06-30"));
/// ```
pub fn assignments<'t>(
    text: &'t str,
    bodies: &[Found<'t, IssuingBody>],
    dates: &[Found<'t, DateExpression>],
) -> Vec<Found<'t, Assignment<'t>>> {
    let lines = lines::of(text);
    let tables = table::find(text, &lines);
    let reading = Reading::new(text, &VOCABULARY);
    let lists = list::of_lines(&reading, &lines, &tables);
    of_lists(
        &reading,
        &lines,
        &lists,
        &tables,
        bodies,
        &Calendar::new(text, dates),
    )
}

/// The assignments of a text whose lines, lists and tables are known.
pub(super) fn of_lists<'t>(
    reading: &Reading<'t>,
    lines: &[Line],
    lists: &[TaskList<'t>],
    tables: &[Table<'t>],
    bodies: &[Found<'t, IssuingBody>],
    calendar: &Calendar<'t, '_>,
) -> Vec<Found<'t, Assignment<'t>>> {
    let text = reading.text();
    let owners = owner::of_lines(reading, lines, bodies);
    let reader = Reader::new(reading, bodies, owners, lists);
    let mut found: Vec<Found<'t, Assignment<'t>>> = Vec::new();
    let mut rows = tables.iter().map(|table| table.span).peekable();
    let mut taken = 0;
    for (at, cue) in cues(text) {
        while rows.next_if(|rows| rows.end <= at.start).is_some() {}
        let in_table = rows.peek().is_some_and(|rows| rows.start <= at.start);
        if at.start < taken || in_table {
            continue;
        }
        let words = Span::new(reader.word_start(at.start), at.end);
        let read = match cue {
            Cue::Leads => labelled::read(&reader, words, calendar)
                .or_else(|| bracketed::read(&reader, words, calendar))
                .or_else(|| reader.leads(words)),
            Cue::Answers => reader.answers(words),
            Cue::Hub => reader.hub(words),
            Cue::Works => reader.works(words),
            Cue::Asks => reader.asks(words),
        };
        if let Some((span, assignment)) = read {
            taken = at.end.max(assignment.task.span.start.min(span.end));
            found.push(Found::new(text, span, assignment));
        }
    }
    found.extend(
        tables
            .iter()
            .flat_map(|table| table.assignments(&reader, calendar)),
    );
    found.sort_by_key(|assignment| assignment.span.start);
    set_times(&reader, &mut found, calendar);
    found
}

/// Gives the assignments the deadline that their own words name, else one that the clauses
/// behind them name before the next assignment begins.
fn set_times<'t>(
    reader: &Reader<'t, '_>,
    found: &mut [Found<'t, Assignment<'t>>],
    calendar: &Calendar<'t, '_>,
) {
    for i in 0..found.len() {
        let assignment = &found[i].value;
        let task = assignment.task.span;
        let settled = assignment.deadline.is_some() || assignment.recurrence.is_some();
        // The items of a list have deadlines of their own.
        if settled || reader.is_list(task) {
            continue;
        }
        let mut deadline = calendar.deadline(task);
        let mut recurrence = calendar.recurrence(task);
        if deadline.is_none() && recurrence.is_none() {
            // *do X chủ trì* stands behind its task.
            let behind = Span::new(task.start, task.end.max(found[i].span.end));
            let next = found.partition_point(|other| other.span.start < task.end);
            let limit = found.get(next).map_or(usize::MAX, |other| other.span.start);
            for later in reader.clauses_behind(behind, limit) {
                deadline = calendar.deadline(later);
                recurrence = calendar.recurrence(later);
                if deadline.is_some() || recurrence.is_some() {
                    break;
                }
            }
        }
        let assignment = &mut found[i].value;
        (assignment.deadline, assignment.recurrence) = (deadline, recurrence);
    }
}
