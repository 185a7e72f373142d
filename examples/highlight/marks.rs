//! The text with marks around what was found.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt::Write as _;

use vanban::Span;

use super::escape::{escaped, push, short};
use crate::common::values::{Task, Values};

/// What is marked, the outermost first where two cover the same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    Task,
    Amendment,
    Citation,
    Reference,
    Relation,
    Provision,
    Body,
    Date,
    Number,
}

impl Layer {
    pub const ALL: [Layer; 9] = [
        Layer::Number,
        Layer::Date,
        Layer::Body,
        Layer::Citation,
        Layer::Reference,
        Layer::Provision,
        Layer::Relation,
        Layer::Amendment,
        Layer::Task,
    ];

    /// Its name in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Layer::Task => "task",
            Layer::Amendment => "amendment",
            Layer::Citation => "citation",
            Layer::Reference => "reference",
            Layer::Relation => "relation",
            Layer::Provision => "provision",
            Layer::Body => "body",
            Layer::Date => "date",
            Layer::Number => "number",
        }
    }

    /// Its name for people, in the plural.
    pub fn plural(self) -> &'static str {
        match self {
            Layer::Task => "tasks",
            Layer::Amendment => "amendments",
            Layer::Citation => "citations",
            Layer::Reference => "references",
            Layer::Relation => "relations",
            Layer::Provision => "provisions",
            Layer::Body => "bodies",
            Layer::Date => "dates",
            Layer::Number => "numbers",
        }
    }
}

/// One thing to be marked.
pub struct Mark {
    pub layer: Layer,
    pub span: Span,
    /// What it means: each a name and a value.
    value: Vec<(&'static str, String)>,
    /// The anchor that the table of tasks links to.
    id: Option<String>,
}

/// All marks of a document.
pub fn marks(values: &Values) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |layer, span, value: Vec<(&'static str, String)>| {
        marks.push(Mark {
            layer,
            span,
            value,
            id: None,
        });
    };
    for n in &values.numbers {
        let issuers = n.issuers.join(", ");
        let mut value = vec![("number", n.canonical.clone()), ("kind", n.kind.clone())];
        value.extend([
            ("issuer", issuers),
            ("year", n.year.clone()),
            ("notation", n.notation.clone()),
        ]);
        value.extend(
            n.warnings
                .iter()
                .map(|warning| ("warning", warning.clone())),
        );
        add(Layer::Number, n.span, value);
    }
    for d in &values.dates {
        let day = |day: &Option<String>| day.clone().unwrap_or_default();
        let mut value = vec![
            ("date", d.edtf.clone()),
            ("modifier", d.modifier.clone()),
            ("role", d.role.clone()),
        ];
        value.extend([
            ("first day", day(&d.first)),
            ("last day", day(&d.last)),
            ("every", d.recurrence.clone()),
        ]);
        value.extend(
            d.warnings
                .iter()
                .map(|warning| ("warning", warning.clone())),
        );
        add(Layer::Date, d.span, value);
    }
    for b in &values.bodies {
        let value = [
            ("body", &b.name),
            ("code", &b.code),
            ("class", &b.class),
            ("place", &b.place),
            ("office", &b.holder),
        ];
        add(
            Layer::Body,
            b.span,
            value.map(|(name, value)| (name, value.clone())).to_vec(),
        );
    }
    for c in &values.citations {
        let issuers = c.issuers.join("; ");
        let value = [
            ("document", &c.id),
            ("kind", &c.kind),
            ("date", &c.date),
            ("issuer", &issuers),
            ("title", &c.title),
            ("subject", &c.subject),
        ];
        add(
            Layer::Citation,
            c.span,
            value.map(|(name, value)| (name, value.clone())).to_vec(),
        );
    }
    for r in &values.references {
        add(
            Layer::Reference,
            r.span,
            vec![("means", r.resolves_to.join("; "))],
        );
    }
    for p in &values.provisions {
        let of = if p.of == "self" {
            "this document".to_owned()
        } else {
            p.of.clone()
        };
        add(
            Layer::Provision,
            p.span,
            vec![("provision", p.value.clone()), ("of", of)],
        );
    }
    for r in &values.relations {
        let value = vec![
            ("from", r.source.join("; ")),
            ("relation", r.relation.clone()),
            ("to", r.target.join("; ")),
        ];
        add(Layer::Relation, r.span, value);
    }
    for a in &values.amendments {
        add(
            Layer::Amendment,
            a.span,
            vec![
                ("operation", a.operation.clone()),
                ("unit", a.target.clone()),
                ("of", a.of.clone()),
            ],
        );
    }
    for (i, task) in values.tasks.iter().enumerate() {
        marks.push(Mark {
            layer: Layer::Task,
            span: task.span,
            value: about(task),
            id: Some(anchor(i)),
        });
    }
    marks
}

fn about(task: &Task) -> Vec<(&'static str, String)> {
    vec![
        ("task", task.path.clone()),
        ("lead", task.leads.join("; ")),
        ("with", task.partners.join("; ")),
        ("when", task.when()),
        ("last day", task.last_day().cloned().unwrap_or_default()),
    ]
}

/// The anchor of the `i`th task.
pub fn anchor(i: usize) -> String {
    format!("task-{}", i + 1)
}

/// A mark, or what is left of one, in the order of opening: the first, of these the longest, of these the
/// outer layer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stretch {
    start: usize,
    end: Reverse<usize>,
    layer: Layer,
    index: usize,
    goes_on: bool,
}

/// The text with its marks. Marks within marks nest; of two that cross, the second goes on behind
/// the end of the first.
pub fn marked(text: &str, marks: &[Mark]) -> String {
    let mut waiting: BinaryHeap<Reverse<Stretch>> = marks
        .iter()
        .enumerate()
        .filter(|(_, mark)| mark.span.start() < mark.span.end() && mark.span.end() <= text.len())
        .map(|(index, mark)| {
            Reverse(Stretch {
                start: mark.span.start(),
                end: Reverse(mark.span.end()),
                layer: mark.layer,
                index,
                goes_on: false,
            })
        })
        .collect();
    let mut html = String::with_capacity(text.len() * 4);
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    let close_until = |html: &mut String, open: &mut Vec<usize>, at: &mut usize, to: usize| {
        while let Some(end) = open.pop_if(|end| *end <= to) {
            push(html, &text[*at..end]);
            *at = end;
            html.push_str("</mark>");
        }
        push(html, &text[*at..to]);
        *at = to;
    };
    while let Some(Reverse(next)) = waiting.pop() {
        close_until(&mut html, &mut open, &mut at, next.start);
        let Reverse(end) = next.end;
        let end = match open.last() {
            Some(&outer) if outer < end => {
                waiting.push(Reverse(Stretch {
                    start: outer,
                    goes_on: true,
                    ..next
                }));
                outer
            }
            _ => end,
        };
        begin(&mut html, &marks[next.index], next.index, next.goes_on);
        open.push(end);
    }
    close_until(&mut html, &mut open, &mut at, text.len());
    html
}

fn begin(html: &mut String, mark: &Mark, index: usize, goes_on: bool) {
    let class = mark.layer.class();
    if goes_on {
        let _ = write!(html, "<mark class=\"{class}\">");
        return;
    }
    let id = mark
        .id
        .as_ref()
        .map_or_else(String::new, |id| format!(" id=\"{id}\""));
    let _ = write!(
        html,
        "<mark class=\"{class}\"{id} tabindex=\"0\" aria-describedby=\"v{index}\">"
    );
    let _ = write!(
        html,
        "<span class=\"value\" role=\"tooltip\" id=\"v{index}\"><b>{class}</b>"
    );
    for (name, value) in mark.value.iter().filter(|(_, value)| !value.is_empty()) {
        // What it is was said already.
        let name = if *name == class {
            String::new()
        } else {
            format!("<i>{}</i> ", escaped(name))
        };
        let _ = write!(html, "<span>{name}{}</span>", short(value, 200));
    }
    html.push_str("</span>");
}
