//! What the outputs show of a document, as plain rows. The one file that knows how a [`Document`]
//! is built.

use std::fmt::Display;

use vanban::{DateExpression, Document, Found, Layers, Span};

/// The keys of a document's JSON under which something is found; `tasks` is `task_lists` and `assignments`.
pub const KEYS: [&str; 21] = [
    "identity",
    "header",
    "closing",
    "parts",
    "outline",
    "numbers",
    "dates",
    "bodies",
    "provisions",
    "citations",
    "references",
    "documents",
    "relations",
    "amendments",
    "effectivity",
    "abbreviations",
    "task_lists",
    "assignments",
    "furniture",
    "repairs",
    "tasks",
];

/// The layers that `parts` name, each one of [`KEYS`].
pub fn layers(parts: &[String]) -> Layers {
    let named = |part: &String| match part.as_str() {
        "tasks" => Some(Layers::TASK_LISTS | Layers::ASSIGNMENTS),
        part => Layers::from_name(&part.to_uppercase()),
    };
    parts
        .iter()
        .filter_map(named)
        .fold(Layers::empty(), Layers::union)
}

/// A day as `2021-06-30`.
pub type Day = String;

pub struct Number {
    pub span: Span,
    pub text: String,
    pub canonical: String,
    pub kind: String,
    pub issuers: Vec<String>,
    pub year: String,
    pub notation: String,
    pub warnings: Vec<String>,
}

#[derive(Clone)]
pub struct Date {
    pub span: Span,
    pub text: String,
    pub edtf: String,
    pub resolved: String,
    pub first: Option<Day>,
    pub last: Option<Day>,
    pub modifier: String,
    pub role: String,
    pub recurrence: String,
    pub warnings: Vec<String>,
}

pub struct Body {
    pub span: Span,
    pub text: String,
    pub name: String,
    pub code: String,
    pub class: String,
    pub place: String,
    pub holder: String,
    pub generic: bool,
}

pub struct Citation {
    pub span: Span,
    pub text: String,
    pub id: String,
    pub kind: String,
    pub number: String,
    pub title: String,
    pub date: String,
    pub issuers: Vec<String>,
    pub subject: String,
}

pub struct Reference {
    pub span: Span,
    pub text: String,
    pub resolves_to: Vec<String>,
}

pub struct Provision {
    pub span: Span,
    pub text: String,
    pub of: String,
    /// The units that are meant, written in full.
    pub value: String,
}

pub struct Relation {
    pub span: Span,
    pub text: String,
    pub relation: String,
    pub source: Vec<String>,
    pub target: Vec<String>,
}

pub struct Amendment {
    pub span: Span,
    pub text: String,
    pub operation: String,
    /// The document that is amended.
    pub of: String,
    /// The unit of it.
    pub target: String,
    /// The new wording, or the words that are put in.
    pub new: String,
}

pub struct Abbreviation {
    pub short: String,
    pub long: String,
}

/// A task: an item of a list, or words that give someone something to do.
pub struct Task {
    pub span: Span,
    /// The markers down to it, `III.2.a`; empty for one that stands in no list.
    pub path: String,
    pub text: String,
    pub leads: Vec<String>,
    pub partners: Vec<String>,
    pub deadlines: Vec<Date>,
}

impl Task {
    /// The last day on which it may be done.
    pub fn last_day(&self) -> Option<&Day> {
        self.deadlines
            .iter()
            .filter_map(|date| date.last.as_ref())
            .min()
    }

    /// When, in the words of the text.
    pub fn when(&self) -> String {
        let dates: Vec<&str> = self.deadlines.iter().map(|date| &*date.text).collect();
        dates.join("; ")
    }

    /// Whether anything says who is to do it or by when; other items are headings and mere lists.
    pub fn is_given(&self) -> bool {
        !self.leads.is_empty() || !self.deadlines.is_empty()
    }
}

/// Everything that is shown of a document.
pub struct Values {
    /// Lines of the document's head, each with what it is.
    pub header: Vec<(&'static str, String)>,
    pub numbers: Vec<Number>,
    pub dates: Vec<Date>,
    pub bodies: Vec<Body>,
    pub citations: Vec<Citation>,
    pub references: Vec<Reference>,
    pub provisions: Vec<Provision>,
    pub relations: Vec<Relation>,
    pub amendments: Vec<Amendment>,
    pub abbreviations: Vec<Abbreviation>,
    pub tasks: Vec<Task>,
}

impl Values {
    pub fn of(document: &Document<'_>) -> Self {
        Values {
            header: header(document),
            numbers: document.numbers.iter().map(number).collect(),
            dates: document.dates.iter().map(date).collect(),
            bodies: document.bodies.iter().map(body).collect(),
            citations: document.citations.iter().map(citation).collect(),
            references: document
                .references
                .iter()
                .map(|found| Reference {
                    span: found.span,
                    text: found.text.to_string(),
                    resolves_to: names(&found.value.resolves_to, vanban::DocumentId::name),
                })
                .collect(),
            provisions: document.provisions.iter().map(provision).collect(),
            relations: document
                .relations
                .iter()
                .map(|found| Relation {
                    span: found.span,
                    text: found.text.to_string(),
                    relation: word(found.value.relation),
                    source: names(&found.value.source, ToString::to_string),
                    target: names(&found.value.target, ToString::to_string),
                })
                .collect(),
            amendments: document.amendments.iter().map(amendment).collect(),
            abbreviations: document
                .abbreviations
                .iter()
                .map(|found| Abbreviation {
                    short: found.value.short.to_string(),
                    long: found.value.long.to_string(),
                })
                .collect(),
            tasks: tasks(document),
        }
    }

    /// The tasks that someone is to do or that are due, the most urgent first: those with a day,
    /// then those that come back or have a time without a day, then the rest; each in text order.
    /// Each with its place among `tasks`.
    pub fn by_deadline(&self) -> Vec<(usize, &Task)> {
        let tasks = self.tasks.iter().enumerate();
        let mut given: Vec<_> = tasks.filter(|(_, task)| task.is_given()).collect();
        given.sort_by_key(|(_, task)| {
            let day = task.last_day().map(String::as_str);
            (day.is_none(), day, day.is_none() && task.when().is_empty())
        });
        given
    }

    /// What is odd: the words and what is said of them.
    pub fn warnings(&self) -> impl Iterator<Item = (&str, &str)> {
        let numbers = self
            .numbers
            .iter()
            .map(|number| (&number.text, &number.warnings));
        let dates = self.dates.iter().map(|date| (&date.text, &date.warnings));
        numbers
            .chain(dates)
            .flat_map(|(text, all)| all.iter().map(move |one| (text.as_str(), one.as_str())))
    }
}

/// The name of an enum's value, for people.
fn word(value: impl Display) -> String {
    value.to_string().replace('_', " ")
}

fn names<T>(of: &[T], name: impl Fn(&T) -> String) -> Vec<String> {
    of.iter().map(name).collect()
}

fn owned(value: Option<impl AsRef<str>>) -> String {
    value.map_or_else(String::new, |value| value.as_ref().to_owned())
}

fn header(document: &Document<'_>) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    if let Some(identity) = &document.identity {
        lines.push(("document", identity.id.to_string()));
        let signers = identity.signers.iter();
        lines.extend(signers.map(|signer| ("signed by", signer.name.clone())));
    }
    let Some(header) = &document.header else {
        return lines;
    };
    lines.extend(
        header
            .issuer
            .iter()
            .map(|issuer| ("issuer", issuer.text.to_string())),
    );
    for (what, passage) in [
        ("kind", &header.kind),
        ("number", &header.number),
        ("place, date", &header.place_date),
        ("subject", &header.subject),
    ] {
        lines.extend(
            passage
                .as_ref()
                .map(|passage| (what, passage.text.to_string())),
        );
    }
    lines
}

fn number(found: &Found<'_, vanban::DocumentNumber>) -> Number {
    let value = &found.value;
    Number {
        span: found.span,
        text: found.text.to_string(),
        canonical: value.to_string(),
        kind: owned(value.kind()),
        issuers: value.issuers().iter().map(ToString::to_string).collect(),
        year: value
            .year()
            .map_or_else(String::new, |year| year.to_string()),
        notation: word(value.notation()),
        warnings: value.warnings().iter().map(word).collect(),
    }
}

fn date(found: &Found<'_, DateExpression>) -> Date {
    let value = &found.value;
    let bounds = value.bounds();
    let (first, last) = bounds.map_or((None, None), |bounds| (bounds.first, bounds.last));
    Date {
        span: found.span,
        text: found.text.to_string(),
        edtf: value.edtf().unwrap_or_default(),
        resolved: value
            .resolved
            .as_ref()
            .and_then(|value| value.edtf())
            .unwrap_or_default(),
        first: first.map(|day| day.to_string()),
        last: last.map(|day| day.to_string()),
        modifier: value.modifier.as_ref().map(word).unwrap_or_default(),
        role: value.role.as_ref().map(word).unwrap_or_default(),
        recurrence: value
            .recurrence
            .map_or_else(String::new, |period| period.to_string()),
        warnings: value.warnings.iter().map(word).collect(),
    }
}

fn body(found: &Found<'_, vanban::IssuingBody>) -> Body {
    let value = &found.value;
    Body {
        span: found.span,
        text: found.text.to_string(),
        name: value.name.to_string(),
        code: owned(value.code.as_deref()),
        class: word(value.class),
        place: owned(value.place.as_deref()),
        holder: owned(value.holder.as_deref()),
        generic: value.generic,
    }
}

fn citation(found: &Found<'_, vanban::Citation<'_>>) -> Citation {
    let value = &found.value;
    Citation {
        span: found.span,
        text: found.text.to_string(),
        id: value.id.to_string(),
        kind: owned(value.kind.as_deref()),
        number: value
            .number
            .as_ref()
            .map_or_else(String::new, ToString::to_string),
        title: owned(value.title.as_ref().map(|title| &title.text)),
        date: owned(value.resolved.date.map(|date| date.to_string())),
        issuers: value.resolved.issuers.clone(),
        subject: owned(value.subject.as_ref().map(|subject| &subject.text)),
    }
}

fn provision(found: &Found<'_, vanban::Provision>) -> Provision {
    Provision {
        span: found.span,
        text: found.text.to_string(),
        of: owned(found.value.of.as_ref().map(ToString::to_string)),
        value: found.value.to_string(),
    }
}

fn amendment(found: &Found<'_, vanban::Amendment<'_>>) -> Amendment {
    let value = &found.value;
    let new = value.new.as_ref().or(value.new_words.as_ref());
    Amendment {
        span: found.span,
        text: found.text.to_string(),
        operation: word(value.operation),
        of: value.of.as_ref().map_or_else(String::new, |of| of.name()),
        target: value.target.to_string(),
        new: owned(new.map(|passage| &passage.text)),
    }
}

fn tasks(document: &Document<'_>) -> Vec<Task> {
    let tasks = document.tasks().map(|task| Task {
        span: task.span(),
        path: task.path().to_owned(),
        text: task.text().to_owned(),
        leads: task.leads().to_vec(),
        partners: task.partners().to_vec(),
        deadlines: task.deadlines().iter().map(date).collect(),
    });
    tasks.collect()
}
