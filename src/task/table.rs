//! Tables of tasks: rows of cells between tabs or bars, below a row that names the columns.

use std::ops::Range;

use memchr::{memchr2, memmem};

use super::actors::Actors;
use super::field::{Field, is_ditto};
use super::frame::without_terminator;
use super::labels::Fields;
use super::lines::Line;
use super::stack::stack_at;
use super::types::{Assignment, Task, TaskList};
use super::when::Calendar;
use crate::marker::ListStyle;
use crate::reading::Reading;
use crate::span::{Found, Passage, Span};

/// A table whose columns are known.
pub(super) struct Table<'t> {
    text: &'t str,
    /// From its head to its last row.
    pub(super) span: Span,
    /// Which lines of the text it takes.
    pub(super) lines: Range<usize>,
    columns: Vec<Option<Field>>,
    rows: Vec<Vec<Span>>,
}

/// The tables of `text`, in order.
pub(super) fn find<'t>(reading: &Reading<'t>, lines: &[Line]) -> Vec<Table<'t>> {
    let text = reading.text();
    let mut tables = Vec::new();
    let bytes = text.as_bytes();
    let parted =
        memchr2(b'\t', b'|', bytes).is_some() || memmem::find(bytes, COLUMN.as_bytes()).is_some();
    let table_at = |i: usize| {
        let head = parted.then(|| head(reading, lines[i].span)).flatten();
        match head {
            Some((sign, columns)) => Some(Table::read(reading, lines, i, sign, columns)),
            None => {
                let (columns, rows, end) = stack_at(reading, lines, i)?;
                Some(Table::of(text, lines, i..end, columns, rows))
            }
        }
    };
    let mut i = 0;
    while i < lines.len() {
        let Some(table) = table_at(i) else {
            i += 1;
            continue;
        };
        i = table.lines.end;
        let told = |row: &Vec<Span>| table.cell(row, Field::Task).is_some();
        if table.rows.iter().any(told) {
            tables.push(table);
        }
    }
    tables
}

/// The sign between the cells and the columns that `line` names, when it is the head of a table
/// of tasks.
fn head(reading: &Reading<'_>, line: Span) -> Option<(u8, Vec<Option<Field>>)> {
    let text = reading.text();
    let sign = sign(line.of(text))?;
    let cells = cells(text, line, sign);
    if !(2..=12).contains(&cells.len()) {
        return None;
    }
    let columns = fields(reading, &cells);
    let has = |field| columns.contains(&Some(field));
    let tells = has(Field::Lead) || has(Field::Deadline) || has(Field::Partners);
    (has(Field::Task) && tells).then_some((sign, columns))
}

/// What the heads of columns name. *Thực hiện* alone is who does it where another column is of who
/// helps: *Nội dung | Thực hiện | Phối hợp*.
fn fields(reading: &Reading<'_>, heads: &[Span]) -> Vec<Option<Field>> {
    let named = heads.iter().map(|&head| Field::of_column(reading, head));
    let mut columns: Vec<_> = named.collect();
    let has = |field| columns.contains(&Some(field));
    if has(Field::Partners) && !has(Field::Lead) {
        let does = |head: &Span| head.of(reading.text()).trim().to_lowercase() == "thực hiện";
        if let Some(doer) = heads.iter().position(does) {
            columns[doer] = Some(Field::Lead);
        }
    }
    columns
}

/// The space between the columns of a page that was laid out with spaces.
const COLUMN: &str = "   ";

/// The sign between the cells of `line`; a space where only columns part them.
fn sign(line: &str) -> Option<u8> {
    let signs = [b'|', b'\t'].into_iter();
    let sign = signs
        .into_iter()
        .find(|&sign| memchr::memchr(sign, line.as_bytes()).is_some());
    sign.or_else(|| line.contains(COLUMN).then_some(b' '))
}

/// The cells of a line whose columns are parted by spaces.
fn columns(line: &str) -> impl Iterator<Item = &str> {
    line.split(COLUMN)
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
}

/// The cells of `line`, without the space around their words; the spans of empty ones are empty.
fn cells(text: &str, line: Span, sign: u8) -> Vec<Span> {
    let words = line.of(text);
    let mut from = line.start;
    let mut to = line.end;
    if sign == b' ' {
        let span = |cell: &str| {
            let start = cell.as_ptr() as usize - text.as_ptr() as usize;
            Span::new(start, start + cell.len())
        };
        return columns(words).map(span).collect();
    }
    if sign == b'|' {
        from += usize::from(words.starts_with('|'));
        to -= usize::from(words.len() > 1 && words.ends_with('|'));
    } else {
        // An empty first cell was taken for space before the line.
        let before = text[..from].trim_end_matches([' ', '\t']);
        from = before.len();
    }
    let mut cells = Vec::new();
    for cell in text[from..to].split(char::from(sign)) {
        let left = cell.trim_start();
        let start = from + cell.len() - left.len();
        cells.push(Span::new(start, start + left.trim_end().len()));
        from += cell.len() + 1;
    }
    cells
}

/// How many characters stand on the page before each of the cells of `line`, which are few.
fn starts(text: &str, line: Span, cells: &[Span]) -> Vec<usize> {
    let start = text[..line.start].rfind('\n').map_or(0, |at| at + 1);
    let before = |cell: &Span| text[start..cell.start].chars().count();
    cells.iter().map(before).collect()
}

/// The cells of a row that has fewer than its table, in the columns that they stand below; the others are
/// empty. `None` where two stand in one.
fn in_columns(row: &[Span], starts: &[usize], heads: &[usize]) -> Option<Vec<Span>> {
    /// So many characters a cell may begin before its head.
    const LEFT: usize = 2;
    let mut cells = Vec::with_capacity(heads.len());
    for (cell, start) in row.iter().zip(starts) {
        let column = heads.iter().rposition(|&head| head <= start + LEFT)?;
        if column < cells.len() {
            return None;
        }
        cells.resize(column, Span::new(cell.start, cell.start));
        cells.push(*cell);
    }
    let end = row.last()?.end;
    cells.resize(heads.len(), Span::new(end, end));
    Some(cells)
}

/// Lines of furniture between two rows: more of them end the table.
const MOST_ASIDE: usize = 16;

/// Whether the first cell of a line is a number in digits or Roman ones.
fn begins_row(line: &str, sign: u8) -> bool {
    let cell = line.split(char::from(sign)).next().unwrap_or(line).trim();
    let number = cell.trim_end_matches(['.', ')']);
    !number.is_empty()
        && number.len() <= 6
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || "IVXLC.".contains(c))
}

impl<'t> Table<'t> {
    fn read(
        reading: &Reading<'t>,
        lines: &[Line],
        head: usize,
        sign: u8,
        columns: Vec<Option<Field>>,
    ) -> Self {
        let text = reading.text();
        if sign == b' ' {
            return Self::laid_out(text, lines, head, columns);
        }
        let full = columns.len() - 1;
        let is_head = |line: &Line| {
            let cells = cells(text, line.span, sign);
            cells.len() == columns.len() && fields(reading, &cells) == columns
        };
        let signs = |span: Span| memchr::memchr_iter(sign, span.of(text).as_bytes()).count();
        // A cell of a page that was laid out runs over several lines; bars stand on one.
        let wraps = sign == b'\t';
        let numbered = columns[0] == Some(Field::Number);
        let mut rows: Vec<Span> = Vec::new();
        let mut end = head + 1;
        let mut i = head + 1;
        let mut aside = 0;
        while let Some(line) = lines.get(i) {
            let words = line.span.of(text);
            let here = signs(line.span);
            let near = &lines[i + 1..lines.len().min(i + 3)];
            aside = if line.furniture.is_some() {
                aside + 1
            } else {
                0
            };
            if aside > MOST_ASIDE {
                break;
            }
            if aside > 0 {
            } else if here == 0 {
                let small = words.starts_with(char::is_lowercase);
                let inside = near
                    .first()
                    .is_some_and(|next| signs(next.span) > 0 && !next.apart);
                let wrapped = wraps && !line.apart && (small || inside);
                match rows.last_mut().filter(|_| wrapped) {
                    Some(row) => {
                        row.end = line.span.end;
                        end = i + 1;
                    }
                    None if near.iter().any(is_head) => {}
                    None => break,
                }
            } else {
                end = i + 1;
                let rule = words.bytes().all(|b| b"|-:= \t".contains(&b));
                let open = rows
                    .last_mut()
                    .filter(|row| wraps && signs(**row) + here <= full)
                    .filter(|_| !(line.apart || numbered && begins_row(words, sign)));
                match open {
                    Some(row) => row.end = line.span.end,
                    None if rule || is_head(line) => {}
                    None => rows.push(line.span),
                }
            }
            i += 1;
        }
        let rows = rows.into_iter().map(|row| cells(text, row, sign));
        let rows = rows.filter(|cells| cells.len() <= columns.len()).collect();
        Self::of(text, lines, head..end, columns, rows)
    }

    fn of(
        text: &'t str,
        lines: &[Line],
        taken: Range<usize>,
        columns: Vec<Option<Field>>,
        rows: Vec<Vec<Span>>,
    ) -> Self {
        let span = lines[taken.start].span.to(lines[taken.end - 1].span);
        Table {
            text,
            span,
            lines: taken,
            columns,
            rows,
        }
    }

    /// The table below `lines[head]` whose columns are parted by spaces: rows that stand on one line,
    /// where a cell is empty by the columns of the head. Where a cell goes on over the next line, which
    /// words are whose is not told by the text: such a row is left out, and the one behind it too, if no
    /// empty line says that it begins there.
    fn laid_out(text: &'t str, lines: &[Line], head: usize, columns: Vec<Option<Field>>) -> Self {
        let mut rows: Vec<Vec<Span>> = Vec::new();
        let mut end = head + 1;
        let heads = starts(text, lines[head].span, &cells(text, lines[head].span, b' '));
        let numbered = columns[0] == Some(Field::Number);
        // What became of the line above: a row, a part of one.
        let (mut taken, mut torn) = (false, false);
        while let Some(line) = lines.get(end).filter(|line| line.heading.is_none()) {
            let mut row = cells(text, line.span, b' ');
            let parts = row.len();
            let begins = numbered
                && row
                    .first()
                    .is_some_and(|cell| begins_row(cell.of(text), b' '));
            if parts < columns.len() && begins {
                let starts = starts(text, line.span, &row);
                row = in_columns(&row, &starts, &heads).unwrap_or_default();
            }
            let indented = || text[..line.span.start].ends_with(COLUMN);
            if row.len() == columns.len() {
                // A number of its own says so too.
                taken = !torn || line.apart || begins;
                torn = false;
                if taken {
                    rows.push(row);
                }
            } else if !line.apart && (parts > 1 || indented()) {
                if taken {
                    rows.pop();
                }
                (taken, torn) = (false, true);
            } else {
                break;
            }
            end += 1;
        }
        Self::of(text, lines, head..end, columns, rows)
    }

    /// What `row` says in the first column of `field`, if anything.
    fn cell(&self, row: &[Span], field: Field) -> Option<Span> {
        self.words(row, field)
            .filter(|cell| cell.of(self.text).contains(char::is_alphanumeric))
    }

    /// The cell of `row` in the first column of `field`, be it empty.
    fn words(&self, row: &[Span], field: Field) -> Option<Span> {
        let mut columns = self.columns.iter();
        let i = columns.position(|&column| column == Some(field))?;
        row.get(i).copied()
    }

    /// The table as a list; a row that only names a group holds the rows below it.
    pub(super) fn list(&self) -> TaskList<'t> {
        let mut items: Vec<Task<'t>> = Vec::new();
        let mut grouped = false;
        for row in &self.rows {
            let Some(task) = self.task(row) else {
                continue;
            };
            if self.is_group(row) {
                grouped = true;
            } else if grouped && let Some(group) = items.last_mut() {
                group.span.end = task.span.end;
                match group.lists.first_mut() {
                    Some(list) => {
                        list.span.end = task.span.end;
                        list.items.push(task);
                    }
                    None => group.lists.push(list(task.span, vec![task])),
                }
                continue;
            }
            items.push(task);
        }
        list(self.span, items)
    }

    fn task(&self, row: &[Span]) -> Option<Task<'t>> {
        let cell = self.cell(row, Field::Task)?;
        let text = without_terminator(cell.of(self.text));
        let words = Span::new(cell.start, cell.start + text.len());
        let span = self.extent(row)?;
        let number = self
            .cell(row, Field::Number)
            .filter(|number| number.start == span.start);
        Some(Task {
            span,
            marker: number.map(|number| number.of(self.text).into()),
            text: text.into(),
            words,
            path: Default::default(),
            leads: Vec::new(),
            partners: Vec::new(),
            deadlines: Vec::new(),
            due: self.cell(row, Field::Deadline),
            lists: Vec::new(),
        })
    }

    /// From the first to the last cell that says something.
    fn extent(&self, row: &[Span]) -> Option<Span> {
        let mut told = row.iter().filter(|cell| !cell.is_empty());
        let first = *told.next()?;
        Some(first.to(*told.next_back().unwrap_or(&first)))
    }

    /// Whether a row names a group of those below it: it says nothing but a number and words.
    fn is_group(&self, row: &[Span]) -> bool {
        let more = [
            Field::Lead,
            Field::Partners,
            Field::Deadline,
            Field::Product,
        ];
        more.iter().all(|&field| {
            let cell = self.words(row, field).map(|cell| cell.of(self.text));
            cell.is_none_or(|cell| !cell.contains(char::is_alphanumeric) && !is_ditto(cell))
        })
    }

    /// The rows that say who is to do it.
    pub(super) fn assignments<'a>(
        &'a self,
        actors: &'a Actors<'_, 't, '_>,
        calendar: &'a Calendar<'_, 't, '_>,
    ) -> impl Iterator<Item = Found<'t, Assignment<'t>>> + 'a {
        // Who the row above names, and where it ends: *nt* means the same.
        let mut above: Option<([Vec<String>; 2], usize)> = None;
        self.rows.iter().filter_map(move |row| {
            let extent = self.extent(row)?;
            let before = above.take().filter(|&(_, end)| {
                let between = self.text.get(end..extent.start);
                between.is_some_and(|between| !between.contains(char::is_alphanumeric))
            });
            let before = before.map_or_else(Default::default, |(names, _)| names);
            let is_same = |field| {
                let cell = self.words(row, field);
                cell.is_some_and(|cell| is_ditto(cell.of(self.text)))
            };
            let cell = |field| self.cell(row, field);
            let [leads, partners] = before;
            let [leads, helpers] = match is_same(Field::Lead) {
                true => [leads, Vec::new()],
                false => cell(Field::Lead).map_or_else(Default::default, |cell| actors.roles(cell)),
            };
            let mut partners = match is_same(Field::Partners) {
                true => partners,
                false => cell(Field::Partners).map_or_else(Vec::new, |cell| actors.names(cell)),
            };
            partners.splice(0..0, helpers);
            above = Some(([leads.clone(), partners.clone()], extent.end));
            let task = self.cell(row, Field::Task)?;
            let mut fields = Fields {
                leads: Some(leads).filter(|leads| !leads.is_empty())?,
                partners,
                ..Fields::default()
            };
            if let Some(cell) = self.cell(row, Field::Deadline) {
                fields.deadlines = calendar.named_in(cell);
            }
            let product = self.cell(row, Field::Product);
            fields.product = product.map(|cell| Passage::new(self.text, cell));
            let words = without_terminator(task.of(self.text));
            let task = Span::new(task.start, task.start + words.len());
            let assignment = fields.assign(Passage::new(self.text, task));
            Some(Found::new(self.text, extent, assignment))
        })
    }
}

fn list(span: Span, items: Vec<Task<'_>>) -> TaskList<'_> {
    TaskList {
        span,
        lead_in: None,
        declared_count: None,
        declared_in: None,
        style: ListStyle::Table,
        items,
        of: None,
        unit: Default::default(),
        warnings: Vec::new(),
    }
}
