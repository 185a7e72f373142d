//! What runs through all modules, a page each: [offsets] and the [JSON](json).

/// Where things stand: offsets, their units, and texts that were taken out of others.
///
/// Every value has a [`Span`](crate::Span): half-open, in **bytes of UTF-8** of the text that was handed in, on
/// character boundaries, so that `&source[span.range()]` is what stands there. It is so also where letters
/// had to be repaired, wrapped lines joined and running heads left out before the text could be read: the
/// way back is kept, and a value's `text` is the source's own slice.
///
/// | reader | counts | |
/// |---|---|---|
/// | Rust, SQLite's blobs, `grep -b` | bytes | as they are |
/// | Python | characters (Unicode scalar values) | [`Document::recount`](crate::Document::recount) with [`Offsets::Chars`](crate::Offsets::Chars) |
/// | JavaScript, Java, C# | UTF-16 code units | [`Offsets::Utf16`](crate::Offsets::Utf16) |
///
/// ```
/// use vanban::Offsets;
///
/// let page = "😀 Nghị quyết số 52-NQ/TW";
/// let at = |unit| vanban::extract(page).recount(page, unit).numbers[0].span.start();
/// assert_eq!([at(Offsets::Bytes), at(Offsets::Chars), at(Offsets::Utf16)], [25, 16, 17]);
/// ```
///
/// Where the text was taken out of something else (the words of a page of HTML),
/// [`Document::relocate`](crate::Document::relocate) puts every span through a function. Both take time linear
/// in source and document, and neither can fail. A span cannot end before it starts: a range that does is
/// a [`SpanError`](crate::SpanError).
///
/// Of text in a charset before Unicode, offsets count in the text that [`decode`](crate::decode) gives;
/// [`Decoded::source_span`](crate::text::Decoded::source_span) leads from there to the bytes of the file:
/// `document.relocate(|span| decoded.source_span(span))`.
pub mod offsets {}

/// What serde writes of a [`Document`](crate::Document), and reads back; feature `serde`.
///
/// The keys are the names of the fields. What would be `null`, `false` or empty is left out. A value
/// stands in one object with its place:
///
/// ```
/// # #[cfg(feature = "serde")] {
/// let document = vanban::extract("Nghị quyết số 52-NQ/TW");
/// let json = serde_json::to_value(&document).unwrap();
/// assert_eq!(json["schema"], 2);
/// assert_eq!(json["numbers"][0]["span"], serde_json::json!([20, 28]));
/// assert_eq!(json["numbers"][0]["canonical"], "52-NQ/TW");
/// let again: vanban::Document<'static> = serde_json::from_value(json).unwrap();
/// assert_eq!(again, document);
/// # }
/// ```
///
/// | in Rust | in JSON |
/// |---|---|
/// | [`Span`](crate::Span) | `[start, end]`, in the unit that `offsets` names; bytes where it is not there |
/// | [`DateValue`](crate::date::DateValue) | `edtf` (ISO 8601-2), else the kind of value that has no EDTF; with `first` and `last` day |
/// | [`DocumentId`](crate::DocumentId) | its [`Display`](std::fmt::Display) form, which [`FromStr`](std::str::FromStr) takes back |
/// | enums | their names in snake case |
///
/// **Versions.** `schema` is [`Schema::VERSION`](crate::Schema::VERSION): 2. It changes when a key changes its name,
/// its type or its meaning, not when one is added; a program that meets another number should stop.
/// The feature `schema` gives the JSON Schema, `vanban::json_schema()`.
///
/// **Errors.** Reading refuses what no document says: another schema, a span that ends before it starts,
/// a number that contradicts itself, a day that no calendar has.
pub mod json {}
