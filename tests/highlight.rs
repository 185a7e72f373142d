//! The `highlight` example as a program: the page it makes is whole, says what was found, and is safe
//! whatever the text says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use html5gum::{Token, Tokenizer};

#[allow(dead_code)]
#[path = "batch/tool.rs"]
mod tool;

use tool::{PAGE, Run, binary, finish, folder};

fn highlight(folder: &Path, arguments: &[&str]) -> Run {
    finish(
        Command::new(binary("highlight"))
            .current_dir(folder)
            .args(arguments),
    )
}

/// What a browser would see of a page.
#[derive(Default)]
struct Seen {
    /// How often each element stands in it.
    elements: BTreeMap<String, usize>,
    /// All attributes but class and text for people.
    attributes: Vec<(String, String)>,
    /// The text of the article, without the values of marks.
    text: String,
    /// How many marks of each class begin.
    marks: BTreeMap<String, usize>,
}

fn see(html: &str) -> Seen {
    let mut seen = Seen::default();
    let mut open: Vec<(String, String)> = Vec::new();
    for token in Tokenizer::new(html).flatten() {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8(tag.name.to_vec()).unwrap();
                let attribute = |wanted: &str| {
                    let found = tag
                        .attributes
                        .iter()
                        .find(|(name, _)| name.as_slice() == wanted.as_bytes());
                    found.map(|(_, value)| String::from_utf8(value.to_vec()).unwrap())
                };
                let class = attribute("class").unwrap_or_default();
                if name == "mark" && attribute("tabindex").is_some() {
                    *seen.marks.entry(class.clone()).or_default() += 1;
                }
                for (name, value) in &tag.attributes {
                    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
                    seen.attributes.push((text(name), text(value)));
                }
                *seen.elements.entry(name.clone()).or_default() += 1;
                let empty = ["meta", "input", "path", "rect", "li"].contains(&name.as_str());
                if !empty && !tag.self_closing {
                    open.push((name, class));
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8(tag.name.to_vec()).unwrap();
                let (opened, _) = open.pop().expect("an end without a beginning");
                assert_eq!(opened, name, "elements cross");
            }
            Token::String(words) => {
                let shown =
                    |(name, class): &(String, String)| name == "article" && class.is_empty();
                let value = |(_, class): &(String, String)| class == "value";
                if open.iter().any(shown) && !open.iter().any(value) {
                    seen.text.push_str(std::str::from_utf8(&words).unwrap());
                }
            }
            _ => {}
        }
    }
    assert_eq!(open, [], "elements are left open");
    seen
}

#[test]
fn every_fixture_becomes_a_whole_page_with_its_text() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut pages = 0;
    for entry in fs::read_dir(&fixtures).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let run = highlight(&fixtures, &[path.to_str().unwrap()]);
        assert_eq!(run.status, Some(0), "{}", run.err);
        let seen = see(&run.out);
        let shown: String = seen.text.chars().filter(|c| !c.is_whitespace()).collect();
        let text = fs::read_to_string(&path).unwrap();
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if !text.contains(char::is_control) && !text.contains('\u{200e}') {
            assert_eq!(shown, text, "{}", path.display());
        }
        let document = vanban::extract(&text);
        assert!(
            document.numbers.is_empty() || seen.marks["number"] > 0,
            "{}",
            path.display()
        );
        pages += 1;
    }
    assert!(pages > 20, "{pages} fixtures");
}

#[test]
fn marks_values_tasks_and_relations() {
    let text = format!(
        "{PAGE}3. Bộ Nội vụ chủ trì báo cáo trước ngày 15/5/2021.\n\
         Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP.\nTheo khoản 2 Điều 5.\n"
    );
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let run = highlight(folder.path(), &["a.txt"]);
    let seen = see(&run.out);
    for (class, least) in [
        ("number", 3),
        ("date", 2),
        ("body", 4),
        ("citation", 3),
        ("provision", 1),
        ("task", 3),
    ] {
        let marks = seen.marks.get(class).copied().unwrap_or(0);
        assert!(marks >= least, "{marks} marks of {class}");
        // The legend counts what is marked.
        let legend = format!("<span class=\"sample {class}\">");
        let line = run
            .out
            .lines()
            .find(|line| line.contains(&legend))
            .expect("a line of the legend");
        assert!(
            line.ends_with(&format!("</span> {marks}</label>")),
            "{line}"
        );
    }
    let place = |words: &str| {
        run.out
            .find(words)
            .unwrap_or_else(|| panic!("{words} is not on the page"))
    };
    assert!(place("<th scope=\"row\">2021-05-14") < place("<th scope=\"row\">2021-06-29"));
    assert!(place("href=\"#task-1\"") > place("id=\"task-1\""));
    assert!(
        run.out.contains("<text class=\"label\""),
        "no picture of the relations"
    );
    assert!(run.out.contains("<i>issuer</i> "), "no values");
    // Values are told to those who do not see, by the names of their elements.
    for (name, value) in &seen.attributes {
        if name == "aria-describedby" {
            assert!(
                run.out.contains(&format!("id=\"{value}\"")),
                "{value} describes nothing"
            );
        }
    }
}

#[test]
fn hostile_texts_stay_text() {
    let hostile = [
        "</article><script>alert(1)</script><img src=x onerror=alert(1)>",
        "Nghị quyết số 52-NQ/TW</mark></style><svg onload=alert(1)>",
        "\"><a href=javascript:alert(1)>Quyết định số 242/QĐ-TTg về \"><b>việc</b> & ' `",
        "1. Bộ Y tế chủ trì <iframe src=//x>\u{202e} trình trước ngày 30/6/2021;\n2. ]]>--><!--",
        "&lt;script&gt; &amp;#60;script&#62; \u{1b}[31m\u{0}\u{7f}\u{9b} số 15/2020/NĐ-CP",
        "Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP về </text></svg><script>x",
    ];
    let text = hostile.join("\n");
    let name = "<script>alert(1)<script>.txt";
    let folder = folder(&[(name.trim_start_matches('/'), text.as_bytes())]);
    let run = highlight(folder.path(), &[name, "--lossy"]);
    assert_eq!(run.status, Some(0), "{}", run.err);
    let seen = see(&run.out);
    let known = [
        "a", "article", "b", "body", "caption", "dd", "defs", "details", "div", "dl", "dt", "em",
        "fieldset", "g", "h1", "h2", "head", "header", "html", "i", "input", "label", "legend",
        "li", "main", "mark", "marker", "meta", "nav", "path", "rect", "section", "span", "style",
        "summary", "svg", "table", "tbody", "td", "text", "th", "thead", "title", "tr", "ul",
    ];
    for element in seen.elements.keys() {
        assert!(
            known.contains(&element.as_str()),
            "<{element}> is on the page"
        );
    }
    for (name, value) in &seen.attributes {
        assert!(!name.starts_with("on"), "{name}={value}");
        let links = ["href", "src", "style", "xlink:href", "action"].contains(&name.as_str());
        assert!(!links || value.starts_with('#'), "{name}={value}");
    }
    for line in text.lines().take(3) {
        assert!(
            seen.text.contains(line),
            "{line} is not shown as it is:\n{}",
            seen.text
        );
    }
    let harmful = |c: char| (c.is_control() && c != '\n' && c != '\t') || c == '\u{202e}';
    assert_eq!(run.out.chars().find(|&c| harmful(c)), None);
    assert!(run.out.contains("default-src 'none'"), "no policy");
    assert!(
        !run.out.contains("http://") && !run.out.contains("https://"),
        "something is fetched"
    );
}

#[test]
fn what_cannot_be_read_or_written_is_named() {
    let folder = folder(&[("a.pdf", b"%PDF-1.4"), ("a.txt", b""), ("a.jsonl", b"{}\n")]);
    for (arguments, status, said) in [
        (&["none.txt"][..], 1, "highlight: none.txt: No such file"),
        (&["a.pdf"], 1, "highlight: a.pdf: a PDF"),
        (&["."], 1, "highlight: .: a folder, no file"),
        (&["a.jsonl"], 1, "highlight: a.jsonl: a file of records"),
        (
            &["a.txt", "--out", "no/such.html"],
            1,
            "highlight: no/such.html: ",
        ),
        (&[], 2, "required arguments"),
        (&["a.txt", "--reference-date", "x"], 2, "--reference-date"),
    ] {
        let run = highlight(folder.path(), arguments);
        assert_eq!(run.status, Some(status), "{arguments:?}: {}", run.err);
        assert!(run.err.contains(said), "{arguments:?}: {}", run.err);
    }
    let run = highlight(folder.path(), &["a.txt", "--out", "b.html"]);
    assert_eq!((run.status, run.out.as_str()), (Some(0), ""));
    see(&fs::read_to_string(folder.path().join("b.html")).unwrap());
}
