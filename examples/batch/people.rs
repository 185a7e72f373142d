//! The page for people.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::common::names::one_line;
use crate::common::values::Values;

/// How much of a long text is shown, in characters.
const SHOWN: usize = 88;

/// Colours, or none.
#[derive(Clone, Copy)]
pub struct Colours(pub bool);

impl Colours {
    fn paint(self, code: &str, text: &str) -> String {
        if self.0 {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    fn title(self, text: &str) -> String {
        self.paint("1", text)
    }

    fn dim(self, text: &str) -> String {
        self.paint("2", text)
    }

    fn strong(self, text: &str) -> String {
        self.paint("36", text)
    }

    fn day(self, text: &str) -> String {
        self.paint("33", text)
    }

    fn warning(self, text: &str) -> String {
        self.paint("31", text)
    }
}

/// How a page begins.
const RULE: &str = "── ";

/// Whether these bytes are pages that were written before.
pub fn is_page(bytes: &[u8]) -> bool {
    bytes.is_empty() || bytes.starts_with(RULE.as_bytes())
}

/// The page of one document. `wants` says which sections are.
pub fn page(
    source: &str,
    bytes: usize,
    values: &Values,
    wants: impl Fn(&str) -> bool,
    colours: Colours,
) -> String {
    let mut page = Page {
        text: String::new(),
        colours,
    };
    let name = format!("{RULE}{} ({bytes} bytes) ", one_line(source));
    let rule = "─".repeat(100usize.saturating_sub(name.chars().count()));
    let _ = writeln!(page.text, "{}", colours.title(&(name + &rule)));
    if wants("header") {
        page.header(values);
    }
    if wants("citations") {
        page.citations(values);
    }
    if wants("relations") {
        page.relations(values);
    }
    if wants("amendments") {
        page.amendments(values);
    }
    if wants("numbers") {
        page.numbers(values);
    }
    if wants("dates") {
        page.dates(values);
    }
    if wants("bodies") {
        page.bodies(values);
    }
    if wants("provisions") {
        page.provisions(values);
    }
    if wants("references") {
        page.section("references", values.references.len());
        for found in &values.references {
            page.row(&[
                (&found.text, 44),
                (or_dash(&found.resolves_to.join("; ")), 0),
            ]);
        }
    }
    if wants("abbreviations") {
        page.section("abbreviations", values.abbreviations.len());
        for found in &values.abbreviations {
            page.row(&[(&found.short, 16), (&found.long, 0)]);
        }
    }
    if wants("tasks") {
        page.tasks(values);
    }
    let warnings: Vec<_> = values.warnings().collect();
    page.section("warnings", warnings.len());
    for (text, warning) in warnings {
        let row = format!("    {} {}", padded(text, 44), one_line(warning));
        let _ = writeln!(page.text, "{}", colours.warning(&row));
    }
    page.text.push('\n');
    page.text
}

struct Page {
    text: String,
    colours: Colours,
}

/// `text` on one line, in `width` characters.
fn padded(text: &str, width: usize) -> String {
    format!("{:<width$}", clip(&one_line(text), width))
}

fn clip(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    text.chars()
        .take(width.saturating_sub(1))
        .chain(['…'])
        .collect()
}

fn or_dash(text: &str) -> &str {
    if text.is_empty() { "–" } else { text }
}

impl Page {
    fn section(&mut self, title: &str, count: usize) {
        if count > 0 {
            let title = self.colours.title(&format!("{title} ({count})"));
            let _ = writeln!(self.text, "  {title}");
        }
    }

    /// One aligned row; a width of 0 takes what is left.
    fn row(&mut self, cells: &[(&str, usize)]) {
        let mut line = String::from("    ");
        for (i, &(cell, width)) in cells.iter().enumerate() {
            let cell = match width {
                0 => clip(&one_line(cell), SHOWN),
                width => padded(cell, width) + " ",
            };
            line.push_str(&if i == 0 {
                self.colours.strong(&cell)
            } else {
                cell
            });
        }
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn header(&mut self, values: &Values) {
        for (what, text) in &values.header {
            let what = self.colours.dim(&format!("{what:<12}"));
            let _ = writeln!(self.text, "  {what} {}", clip(&one_line(text), SHOWN));
        }
    }

    /// One row a document, in order of first mention, with the number of mentions.
    fn citations(&mut self, values: &Values) {
        let mut mentions: BTreeMap<&str, usize> = BTreeMap::new();
        for citation in &values.citations {
            *mentions.entry(&citation.id).or_default() += 1;
        }
        self.section("citations", values.citations.len());
        for citation in &values.citations {
            let Some(times) = mentions.remove(&*citation.id) else {
                continue;
            };
            let name = match citation.number.as_str() {
                "" => citation.id.clone(),
                number => format!("{} {number}", citation.kind),
            };
            let issuers = citation.issuers.join("; ");
            self.row(&[
                (name.trim_start(), 44),
                (or_dash(&citation.date), 10),
                (&format!("×{times}"), 4),
                (or_dash(&issuers), 0),
            ]);
        }
    }

    fn relations(&mut self, values: &Values) {
        self.section("relations", values.relations.len());
        for relation in &values.relations {
            let (source, target) = (relation.source.join("; "), relation.target.join("; "));
            self.row(&[(&source, 36), (&relation.relation, 16), (&target, 0)]);
        }
    }

    fn amendments(&mut self, values: &Values) {
        self.section("amendments", values.amendments.len());
        for amendment in &values.amendments {
            self.row(&[
                (&amendment.operation, 14),
                (or_dash(&amendment.of), 24),
                (or_dash(&amendment.target), 28),
                (&amendment.text, 0),
            ]);
        }
    }

    /// The numbers that no citation shows already.
    fn numbers(&mut self, values: &Values) {
        let is_cited = |span: vanban::Span| {
            let behind = values
                .citations
                .partition_point(|c| c.span.start() <= span.start());
            behind > 0 && values.citations[behind - 1].span.contains(span)
        };
        let alone: Vec<_> = values
            .numbers
            .iter()
            .filter(|number| !is_cited(number.span))
            .collect();
        self.section("other numbers", alone.len());
        for number in alone {
            self.row(&[
                (&number.canonical, 44),
                (or_dash(&number.kind), 10),
                (&number.issuers.join("; "), 0),
            ]);
        }
    }

    fn dates(&mut self, values: &Values) {
        self.section("dates", values.dates.len());
        for date in &values.dates {
            let value = if date.edtf.is_empty() {
                &date.recurrence
            } else {
                &date.edtf
            };
            self.row(&[
                (&date.text, 44),
                (or_dash(value), 22),
                (&date.modifier, 11),
                (&date.role, 0),
            ]);
        }
    }

    fn bodies(&mut self, values: &Values) {
        let mut count: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
        for body in values.bodies.iter().filter(|body| !body.generic) {
            count.entry(&body.name).or_insert((0, &body.code)).0 += 1;
        }
        self.section("bodies", values.bodies.len());
        let mut rows: Vec<_> = count.into_iter().collect();
        rows.sort_by_key(|&(_, (times, _))| std::cmp::Reverse(times));
        for (name, (times, code)) in rows {
            self.row(&[(name, 56), (or_dash(code), 12), (&format!("×{times}"), 0)]);
        }
    }

    /// One row for the provisions that mean the same.
    fn provisions(&mut self, values: &Values) {
        let mut count: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for provision in &values.provisions {
            *count.entry((&provision.of, &provision.value)).or_default() += 1;
        }
        self.section("provisions", values.provisions.len());
        for ((of, value), times) in count {
            self.row(&[(value, 44), (or_dash(of), 22), (&format!("×{times}"), 0)]);
        }
    }

    fn tasks(&mut self, values: &Values) {
        let tasks = values.by_deadline();
        self.section("tasks by deadline", tasks.len());
        for (_, task) in tasks {
            let day = match task.last_day() {
                Some(day) => day.clone(),
                None => clip(&one_line(&task.when()), 24),
            };
            let day = self.colours.day(&format!("{:<10}", or_dash(&day)));
            let path = if task.path.is_empty() {
                String::new()
            } else {
                format!("{} ", task.path)
            };
            let words = clip(&one_line(&format!("{path}{}", task.text)), SHOWN);
            let _ = writeln!(self.text, "    {day} {words}");
            if !task.leads.is_empty() {
                let mut who = one_line(&task.leads.join("; "));
                if !task.partners.is_empty() {
                    let _ = write!(who, " with {}", one_line(&task.partners.join(", ")));
                }
                let _ = writeln!(self.text, "               {}", self.colours.strong(&who));
            }
        }
    }
}
