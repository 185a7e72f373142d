//! Where the words of a page stand in its source, whatever the source is.

use proptest::prelude::*;
use vanban::Span;

use crate::common::html;

/// Scraps of HTML, whole and broken.
const SCRAPS: [&str; 44] = [
    "<p>",
    "</p>",
    "<br>",
    "<br/>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th>",
    "<ol>",
    "<ol type=a start=4>",
    "</ol>",
    "<ul>",
    "</ul>",
    "<li>",
    "<li value=9>",
    "<pre>",
    "</pre>",
    "<nav>",
    "</nav>",
    "<!-- x -->",
    "<!--",
    "<script>",
    "</script>",
    "<title>",
    "</title>",
    "<option>",
    "<",
    ">",
    "&amp;",
    "&#272;",
    "&Dstrok",
    "&nbsp;",
    "&#0;",
    "&",
    "<p class=\"a&amp;b\">",
    "</",
    "\u{FEFF}",
];

const WORDS: [&str; 12] = [
    "số", "52-NQ/TW", " ", "\n", "\t", "  ", "\r\n", "Điều", "a)", "1.", "\0", "😀",
];

fn soup() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        prop::sample::select(&SCRAPS[..]),
        prop::sample::select(&WORDS[..])
    ];
    prop::collection::vec(scrap, 0..60).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Spans lie on character boundaries of the source, in order; and where the source spells a word
    /// as the text does, it is that word.
    #[test]
    fn words_of_html_keep_their_places(source in soup()) {
        let excerpt = html::text(&source);
        let text = &excerpt.text;
        let mut before = 0;
        for word in text.split_whitespace() {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let span = excerpt.source_span(Span::try_from(start..start + word.len()).unwrap());
            let there = source.get(span.range());
            prop_assert!(there.is_some(), "{word:?} at {span}");
            let there = there.unwrap();
            if !there.contains(['<', '&']) {
                // A list mark is written out of a tag; it always has one.
                prop_assert_eq!(there, word);
            }
            prop_assert!(span.start() >= before, "{:?} at {} is before {}", word, span, before);
            before = span.start();
        }
    }
}
