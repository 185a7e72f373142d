//! The words of the frame and of instructions; the table is `outline_words.tsv`.

use once_cell::sync::Lazy;

use super::line::is_caps;
use crate::reading::{Gap, Phrases, Reading};
use crate::span::Span;
use crate::tables::{OUTLINE_WORDS, VOCABULARY};

macro_rules! roles {
    ($($name:ident = $role:literal;)*) => {
        $(pub(super) static $name: Lazy<Phrases<()>> = Lazy::new(|| {
            let rows = OUTLINE_WORDS.rows_of($role);
            Phrases::new(&VOCABULARY, rows.map(|[_, phrase]| (phrase, ())))
        });)*

        #[cfg(test)]
        const ROLES: &[&str] = &["authority", $($role),*];
    };
}

roles! {
    BASIS = "basis";
    STAMP = "stamp";
    NOISE = "noise";
    NOISE_LABEL = "noise_label";
    JOINT = "joint";
    NATIONAL = "national";
    NUMBER = "number";
    NOTE = "note";
    ANNEX = "annex";
    FORM = "form";
    CONTENTS = "contents";
    OFFICE = "office";
    SIGNED = "signed";
    RECIPIENTS = "recipients";
    ADDRESSEE = "addressee";
    FILE_COPY = "file_copy";
    AUTHENTICATION = "authentication";
    VERB = "verb";
    ANNOUNCES = "announces";
    TARGET = "target";
}

/// By which authority somebody signs, as it is written at the head of the line.
pub(crate) static AUTHORITIES: Lazy<Vec<&str>> = Lazy::new(|| words_of("authority"));

/// Whether a line begins with an office: *PHÓ VIỆN TRƯỞNG*.
pub(crate) fn is_office(line: &str) -> bool {
    let line = line.to_lowercase();
    let chief = line.strip_prefix("phó ").unwrap_or(&line);
    OFFICES.iter().any(|office| chief.starts_with(office))
}

static OFFICES: Lazy<Vec<&str>> = Lazy::new(|| words_of("office"));

fn words_of(role: &str) -> Vec<&'static str> {
    OUTLINE_WORDS
        .rows_of(role)
        .map(|[_, words]| words)
        .collect()
}

/// Where one of `phrases` ends that begins with the first byte of `line`.
pub(super) fn head(reading: &Reading<'_>, line: Span, phrases: &Phrases<()>) -> Option<usize> {
    let place = reading.place_at(line.start);
    let (_, behind) = place.phrase(phrases)?;
    (place.start() == line.start && behind.end() <= line.end).then_some(behind.end())
}

/// Whether one of `phrases` stands at the head of `line`.
pub(super) fn begins(reading: &Reading<'_>, line: Span, phrases: &Phrases<()>) -> bool {
    head(reading, line, phrases).is_some()
}

/// Whether one of `phrases` stands at the head of `line`, with a colon behind it.
pub(super) fn begins_label(reading: &Reading<'_>, line: Span, phrases: &Phrases<()>) -> bool {
    let behind = head(reading, line, phrases);
    behind.is_some_and(|end| reading.place_at(end).gap() == Gap::Colon)
}

/// Where one of `phrases` stands in `span`.
pub(super) fn within(reading: &Reading<'_>, span: Span, phrases: &Phrases<()>) -> Option<usize> {
    let last = reading.place_at(span.end).index();
    let mut from = reading.place_at(span.start).index();
    while let Some(i) = reading.next_start_in(from..last, phrases) {
        let place = reading.place(i);
        if place
            .phrase(phrases)
            .is_some_and(|(_, behind)| behind.end() <= span.end)
        {
            return Some(place.start());
        }
        from = i + 1;
    }
    None
}

#[test]
fn every_row_has_a_role_that_is_read() {
    for [role, phrase] in OUTLINE_WORDS.rows() {
        assert!(ROLES.contains(&role), "{role}: {phrase}");
    }
    for role in ROLES {
        assert!(OUTLINE_WORDS.rows().any(|[of, _]| of == *role), "{role}");
    }
}

/// Where the name of the state or of the Party begins in a line of capitals.
pub(super) fn national(reading: &Reading<'_>, line: Span) -> Option<usize> {
    let caps = is_caps(line.of(reading.text()));
    caps.then(|| within(reading, line, &NATIONAL)).flatten()
}
