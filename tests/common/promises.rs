//! What holds for every input, whatever it is: asked of random text by `tests/properties.rs` and of
//! what a fuzzer makes of it by the targets in `fuzz/`. Each function panics where its promise is broken.

#![allow(dead_code)] // each program asks for a part

use std::fmt::{Debug, Display};
use std::str::FromStr;

use serde_json::Value;
use vanban::annotate::Markup;
use vanban::date::DateValue;
use vanban::{Document, Found, Offsets, Span};

/// Everything that a document promises.
pub fn document(source: &str) {
    let document = vanban::extract(source);
    spans(&document, source);
    apart(&document);
    for date in &document.dates {
        assert!(date.span.contains(date.value.core), "{date:?}");
        written(&date.value.value);
        if let Some(bounds) = date.value.bounds() {
            let known = bounds.first.zip(bounds.last);
            assert!(known.is_none_or(|(first, last)| first <= last), "{date:?}");
        }
    }
    for number in &document.numbers {
        displayed(&number.value);
    }
    for target in document
        .provisions
        .iter()
        .flat_map(|p| p.value.targets.iter())
    {
        displayed(&target);
    }
    views(&document, source);
    json(&document);
    assert_eq!(vanban::extract(source), document, "read twice");
    alone(&document, source);
    repaired(&document, source);
}

/// A text says what its repaired letters say: the ends of lines, the marks of letters, what cannot be seen
/// change places, and the words that stand at them, but no value.
fn repaired(document: &Document<'_>, source: &str) {
    let clean = vanban::normalize(source);
    if !clean.is_clean() {
        let of_clean = vanban::extract(clean.as_str());
        assert_eq!(said(document), said(&of_clean), "said of the repaired text");
    }
}

/// A document without places and the words that stand at them.
fn said(document: &Document<'_>) -> Value {
    let mut value = serde_json::to_value(document).expect("a document is JSON");
    take_places(&mut value);
    value
}

fn take_places(value: &mut Value) {
    if span(value).is_some() {
        *value = Value::Null;
    }
    match value {
        Value::Array(values) => values.iter_mut().for_each(take_places),
        Value::Object(map) => {
            map.retain(|key, _| !matches!(key.as_str(), "text" | "marker" | "repairs"));
            map.values_mut().for_each(take_places);
        }
        _ => {}
    }
}

/// A layer alone is that layer of the whole. Which one, the length of the text says.
fn alone(document: &Document<'_>, source: &str) {
    let layers: Vec<_> = vanban::Layers::all().iter_names().collect();
    let (name, layer) = layers[source.len() % layers.len()];
    let key = name.to_lowercase();
    let alone = vanban::Extractor::builder().only(layer).build();
    let of = |document: &Document<'_>| serde_json::to_value(document).expect("JSON")[&key].take();
    assert_eq!(of(&alone.extract(source)), of(document), "only {key}");
}

/// Spans lie on characters of the source and hold the words that stand beside them; every layer is in
/// text order.
fn spans(document: &Document<'_>, source: &str) {
    let value = serde_json::to_value(document).expect("a document is JSON");
    walk(&value, source);
    for (layer, finds) in value.as_object().expect("an object") {
        let starts: Vec<u64> = finds
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|find| find["span"][0].as_u64())
            .collect();
        assert!(starts.is_sorted(), "{layer} is out of order: {starts:?}");
    }
}

fn walk(value: &Value, source: &str) {
    match value {
        Value::Array(values) => {
            if let Some(span) = span(value) {
                assert!(source.get(span.range()).is_some(), "{span} is no slice");
            }
            values.iter().for_each(|value| walk(value, source));
        }
        Value::Object(map) => {
            let of = |key: &str| source.get(map.get(key).and_then(span)?.range());
            match (map.get("text"), of("words"), of("span")) {
                // The words of an item are a part of it; marks of emphasis and of footnotes and running
                // heads in their midst are left out, and the letters then are those of the repaired text,
                // where a wrapped line has a space at its end.
                (Some(Value::String(text)), Some(words), _) => {
                    let is_part = |words: &str| {
                        let mut letters = words.chars();
                        let mut words = text.chars().filter(|c| !c.is_whitespace());
                        words.all(|c| letters.any(|other| other == c))
                    };
                    let kept = is_part(words) || is_part(vanban::normalize(words).as_str());
                    assert!(kept, "{text:?} is not in {words:?}");
                }
                (Some(Value::String(text)), None, Some(words)) => assert_eq!(text, words),
                _ => {}
            }
            map.values().for_each(|value| walk(value, source));
        }
        _ => {}
    }
}

/// Two whole numbers are a span.
fn span(value: &Value) -> Option<Span> {
    let [start, end] = value.as_array()?.as_slice() else {
        return None;
    };
    let (start, end) = (start.as_u64()? as usize, end.as_u64()? as usize);
    Some(
        (start, end)
            .try_into()
            .expect("a span that ends behind its start"),
    )
}

/// Finds of one layer do not overlap, nor do those of two layers that contest a stretch.
fn apart(document: &Document<'_>) {
    none_overlap("numbers", &document.numbers);
    none_overlap("dates", &document.dates);
    none_overlap("bodies", &document.bodies);
    none_overlap("provisions", &document.provisions);
    none_overlap("citations", &document.citations);
    none_overlap("references", &document.references);
    none_overlap("abbreviations", &document.abbreviations);
    let numbers = || document.numbers.iter().map(|found| found.span);
    let citations = || document.citations.iter().map(|found| found.span);
    for date in &document.dates {
        assert!(!crossed(date.span, numbers()), "a number: {date:?}");
    }
    for body in &document.bodies {
        assert!(!crossed(body.span, numbers()), "a number: {body:?}");
    }
    for reference in &document.references {
        assert!(
            !crossed(reference.span, citations()),
            "a citation: {reference:?}"
        );
    }
    lists_apart(&document.task_lists, None);
}

fn lists_apart(lists: &[vanban::TaskList<'_>], around: Option<Span>) {
    for pair in lists.windows(2) {
        let apart = !pair[0].span.overlaps(pair[1].span);
        assert!(apart, "lists overlap: {:?} and {:?}", pair[0], pair[1]);
    }
    for list in lists {
        assert!(
            around.is_none_or(|around| around.contains(list.span)),
            "{list:?}"
        );
        for pair in list.items.windows(2) {
            let apart = !pair[0].span.overlaps(pair[1].span);
            assert!(apart, "items overlap: {:?} and {:?}", pair[0], pair[1]);
        }
        for item in &list.items {
            assert!(
                list.span.contains(item.span),
                "{item:?} outside {}",
                list.span
            );
            lists_apart(&item.lists, Some(item.span));
        }
    }
}

fn none_overlap<T: Debug>(layer: &str, finds: &[Found<'_, T>]) {
    for pair in finds.windows(2) {
        let apart = !pair[0].span.overlaps(pair[1].span);
        assert!(apart, "{layer} overlap: {:?} and {:?}", pair[0], pair[1]);
    }
}

fn crossed(span: Span, mut others: impl Iterator<Item = Span>) -> bool {
    others.any(|other| other.overlaps(span))
}

/// What is made of a document can be made of every one.
fn views(document: &Document<'_>, source: &str) {
    for task in document.tasks() {
        assert!(source.get(task.span().range()).is_some());
    }
    for limit in [1, 64, 1000] {
        for chunk in document.chunks(source, limit) {
            assert!(source.get(chunk.span.range()).is_some());
        }
    }
    assert!(
        document
            .graph()
            .all(|edge| !edge.source.to_string().is_empty())
    );
    for (span, id) in document.mentions() {
        assert!(source.get(span.range()).is_some());
        displayed(id);
    }
    let counted = document.clone().recount(source, Offsets::Utf16);
    assert_eq!(counted.numbers.len(), document.numbers.len());
    assert_eq!(document.clone().into_owned(), *document);
    marked(document, source);
}

/// The source comes back when the markup is taken out again.
fn marked(document: &Document<'_>, source: &str) {
    let html = document.annotate(source, |_| {
        Some(Markup {
            before: "<i>".into(),
            after: "</i>".into(),
        })
    });
    let plain = html
        .replace("<i>", "")
        .replace("</i>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    assert_eq!(plain, source, "annotated");
    let mut depth = 0i32;
    for (at, _) in html.match_indices('<') {
        depth += if html[at..].starts_with("</") { -1 } else { 1 };
        assert!(depth >= 0, "closed before it opened: {html}");
    }
    assert_eq!(depth, 0, "left open: {html}");
}

/// A document comes back from its JSON.
fn json(document: &Document<'_>) {
    let written = serde_json::to_string(document).expect("a document is JSON");
    let read: Document<'_> = serde_json::from_str(&written).expect("its own JSON is read");
    assert_eq!(
        serde_json::to_string(&read).expect("JSON"),
        written,
        "JSON, read and written"
    );
}

/// JSON that is read is written so that it is read again as the same.
pub fn deserialized(json: &str) {
    let Ok(document) = serde_json::from_str::<Document<'_>>(json) else {
        return;
    };
    self::json(&document);
    for task in document.tasks() {
        std::hint::black_box(task);
    }
    document.graph().for_each(drop);
    document.mentions().for_each(drop);
    assert_eq!(document.clone().into_owned(), document);
}

/// Neither how lines end nor whether the marks of letters stand apart changes what a text is repaired to;
/// that its values are those of the repaired text, [`document`] asks.
pub fn spelled(source: &str) {
    use unicode_normalization::UnicodeNormalization;

    let repaired = |source: &str| vanban::normalize(source).as_str().to_owned();
    if !source.contains('\r') {
        let ends = source.replace('\n', "\r\n");
        assert_eq!(repaired(&ends), repaired(source), "CRLF");
    }
    let composed: String = source.nfc().collect();
    let apart: String = source.nfd().collect();
    assert_eq!(repaired(&apart), repaired(&composed), "NFD of {composed:?}");
}

/// Repaired text is at rest, and the way back leads to characters of the source, in order.
pub fn normalized(source: &str) {
    let text = vanban::normalize(source);
    let clean = text.as_str();
    let again = vanban::normalize(clean);
    assert_eq!(again.as_str(), clean, "normalising twice");
    assert!(again.is_clean(), "clean text needs no repair: {clean:?}");
    if text.is_clean() {
        assert_eq!(clean, source, "clean, and changed");
    }
    let mut last = 0;
    for (at, c) in clean.char_indices() {
        let here = Span::try_from(at..at + c.len_utf8()).expect("a character");
        let there = text.source_span(here);
        assert!(source.get(there.range()).is_some(), "{there} is no slice");
        assert!(there.start() >= last, "{there} goes back");
        last = there.start();
        let back = text.clean_span(there);
        assert!(
            back.contains(here),
            "{here} leads to {there} and back to {back}"
        );
    }
    // What no repair touched is the same character on both sides, each of which leads to the other.
    let repairs: Vec<Span> = text.repairs().map(|repair| repair.span).collect();
    let mut next = 0;
    for (at, c) in source.char_indices() {
        let here = Span::try_from(at..at + c.len_utf8()).expect("a character");
        let there = text.clean_span(here);
        assert!(clean.get(there.range()).is_some());
        while repairs
            .get(next)
            .is_some_and(|repair| repair.end() <= here.start())
        {
            next += 1;
        }
        if repairs
            .get(next)
            .is_none_or(|repair| repair.start() >= here.end())
        {
            assert_eq!(there.of(clean), here.of(source), "{here} leads to {there}");
            assert_eq!(text.source_span(there), here, "{there} leads back");
        }
    }
    let mut end = 0;
    for repair in text.repairs() {
        let there = source.get(repair.span.range());
        assert_eq!(there, Some(&*repair.from), "what was repaired");
        assert!(repair.span.start() >= end, "repairs overlap");
        end = repair.span.end();
    }
    let folded = vanban::text::fold(source);
    assert_eq!(vanban::text::fold(&folded), folded, "folding twice");
    let plain = vanban::text::fold_plain(source);
    assert_eq!(
        vanban::text::fold_plain(&plain),
        plain,
        "folding plain twice"
    );
}

/// Bytes that are decoded become text that can be read.
pub fn decoded(bytes: &[u8]) {
    match vanban::decode(bytes) {
        Ok((text, _)) => normalized(&text),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// A string that a parser takes is shown so that the parser takes it again as the same.
pub fn parsed<T>(text: &str)
where
    T: FromStr + Display + Debug + PartialEq,
    T::Err: Display,
{
    match text.parse::<T>() {
        Ok(value) => displayed(&value),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// What is displayed is read as the same.
pub fn displayed<T>(value: &T)
where
    T: FromStr + Display + Debug + PartialEq,
    T::Err: Display,
{
    let shown = value.to_string();
    match shown.parse::<T>() {
        Ok(again) => {
            assert_eq!(again.to_string(), shown, "shown twice");
            assert_eq!(again, *value, "shown as {shown:?}");
        }
        Err(error) => panic!("{value:?} is shown as {shown:?}, which is refused: {error}"),
    }
}

/// A date that has a written form is read from it.
pub fn written(value: &DateValue) {
    if let Some(edtf) = value.edtf() {
        assert_eq!(edtf.parse::<DateValue>().as_ref(), Ok(value), "{edtf}");
    }
}

/// Every parser of whole strings.
pub fn parsers(text: &str) {
    parsed::<vanban::DocumentNumber>(text);
    parsed::<vanban::DocumentId>(text);
    provision(text);
    parsed::<vanban::provision::Target>(text);
    if let Ok(body) = text.parse::<vanban::IssuingBody>() {
        assert!(!body.to_string().is_empty());
    }
    parsed::<vanban::date::PartialDate>(text);
    parsed::<vanban::date::CivilDate>(text);
    parsed::<vanban::date::Period>(text);
    parsed::<vanban::date::TimeOfDay>(text);
    if let Ok(value) = text.parse::<DateValue>() {
        written(&value);
        value.bounds();
    }
}

/// A provision is shown without what was odd about its spelling.
pub fn provision(text: &str) {
    if let Ok(mut provision) = text.parse::<vanban::Provision>() {
        provision.warnings.clear();
        displayed(&provision);
    }
}

/// An act applied to another one, the same each time.
pub fn applied(base: &str, act: &str) {
    let amended = vanban::amendment::apply(base, act);
    assert_eq!(
        vanban::amendment::apply(base, act),
        amended,
        "applied twice"
    );
    if act.is_empty() {
        assert_eq!(amended.text(), base, "nothing to apply");
    }
}
