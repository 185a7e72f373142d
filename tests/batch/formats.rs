//! One page in several formats: the same values.

use std::fs;
use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use serde_json::Value;

use super::tool::{Run, folder, run};

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A ZIP file with these parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut zip = ZipArchiveWriter::new(&mut bytes);
    for (name, text) in parts {
        let file = zip.new_file(name);
        let (mut file, config) = file
            .compression_method(CompressionMethod::DEFLATE)
            .start()
            .unwrap();
        let mut writer = config.wrap(DeflateEncoder::new(&mut file, Compression::default()));
        writer.write_all(text.as_bytes()).unwrap();
        let (encoder, descriptor) = writer.finish().unwrap();
        encoder.finish().unwrap();
        file.finish(descriptor).unwrap();
    }
    zip.finish().unwrap();
    bytes
}

/// A ZIP file with one part, which is as it is, under `method`.
fn stored(name: &str, text: &str, method: CompressionMethod, encrypted: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut zip = ZipArchiveWriter::new(&mut bytes);
    let file = zip.new_file(name).encrypted(encrypted);
    let (mut file, config) = file.compression_method(method).start().unwrap();
    let mut writer = config.wrap(&mut file);
    writer.write_all(text.as_bytes()).unwrap();
    let (_, descriptor) = writer.finish().unwrap();
    file.finish(descriptor).unwrap();
    zip.finish().unwrap();
    bytes
}

/// The main part of a DOCX file; `document` is its body.
fn body(document: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document {WORD}><w:body>{document}</w:body></w:document>")
}

/// A DOCX file with these parts; `document` is the body.
fn docx(document: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let main = body(document);
    let main = ("word/document.xml", main.as_str());
    packed(&[&[main][..], others].concat())
}

fn words(text: &str) -> String {
    format!(
        "<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escaped(text)
    )
}

fn paragraph(text: &str) -> String {
    format!("<w:p>{}</w:p>", words(text))
}

/// The paragraphs of a text: lines up to a blank one, or rows of cells.
fn blocks(text: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = text.lines().collect();
    lines
        .split(|line| line.trim().is_empty())
        .filter(|block| !block.is_empty())
        .map(<[&str]>::to_vec)
        .collect()
}

fn as_html(text: &str) -> String {
    let block = |lines: &Vec<&str>| {
        if lines.iter().any(|line| line.contains('\t')) {
            let cells = |line: &&str| {
                line.split('\t')
                    .map(|c| format!("<td>{}", escaped(c)))
                    .collect::<String>()
            };
            let rows: String = lines
                .iter()
                .map(|line| format!("<tr>{}", cells(line)))
                .collect();
            format!("<table>{rows}</table>")
        } else {
            format!(
                "<p>{}\n",
                lines
                    .iter()
                    .map(|line| escaped(line))
                    .collect::<Vec<_>>()
                    .join("<br>\n")
            )
        }
    };
    let body: String = blocks(text).iter().map(block).collect();
    format!("<!doctype html><title>Số 1/QĐ-TTg</title><script>\"2/QĐ-TTg\"</script>{body}")
}

fn as_docx(text: &str) -> Vec<u8> {
    let block = |lines: &Vec<&str>| {
        if lines.iter().any(|line| line.contains('\t')) {
            let cell = |cell: &str| format!("<w:tc>{}</w:tc>", paragraph(cell));
            let row = |line: &&str| {
                format!(
                    "<w:tr>{}</w:tr>",
                    line.split('\t').map(cell).collect::<String>()
                )
            };
            format!(
                "<w:tbl>{}</w:tbl>",
                lines.iter().map(row).collect::<String>()
            )
        } else {
            let runs: Vec<String> = lines.iter().map(|line| words(line)).collect();
            format!("<w:p>{}</w:p>", runs.join("<w:r><w:br/></w:r>"))
        }
    };
    docx(&blocks(text).iter().map(block).collect::<String>(), &[])
}

/// What a document says, without where and without which white space.
fn values(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let placeless =
                |key: &str| !["source", "span", "words", "extent", "repairs"].contains(&key);
            fields
                .iter()
                .filter(|(key, _)| placeless(key))
                .map(|(key, value)| (key.clone(), values(value)))
                .collect::<serde_json::Map<_, _>>()
                .into()
        }
        Value::Array(all) if all.len() == 2 && all.iter().all(Value::is_u64) => Value::Null,
        Value::Array(all) => all.iter().map(values).collect(),
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" ").into(),
        other => other.clone(),
    }
}

#[test]
fn html_and_docx_give_the_values_of_the_plain_text() {
    let folder = folder(&[]);
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let mut pages = 0;
    for entry in fs::read_dir(fixtures).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        // A browser shows several spaces as one, and a file of text may not.
        let text = fs::read_to_string(&path).unwrap();
        let text: Vec<String> = text
            .lines()
            .map(|line| {
                line.split(' ')
                    .filter(|word| !word.is_empty())
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        let text = text.join("\n");
        let name = path.file_stem().unwrap().to_str().unwrap();
        for (ending, bytes) in [
            ("txt", text.clone().into_bytes()),
            ("html", as_html(&text).into_bytes()),
            ("docx", as_docx(&text)),
        ] {
            fs::create_dir_all(folder.path().join(ending)).unwrap();
            fs::write(
                folder.path().join(ending).join(format!("{name}.{ending}")),
                bytes,
            )
            .unwrap();
        }
        pages += 1;
    }
    assert!(pages > 20, "{pages} fixtures");
    let read = |ending: &str| -> Vec<Value> {
        let run = run(folder.path(), &[ending, "--format", "jsonl", "-q"]);
        assert_eq!(run.status, Some(0), "{}", run.err);
        run.documents()
    };
    let plain = read("txt");
    assert_eq!(plain.len(), pages);
    for ending in ["html", "docx"] {
        for (document, plain) in read(ending).iter().zip(&plain) {
            let (found, wanted) = (values(document), values(plain));
            for (key, wanted) in wanted.as_object().unwrap() {
                assert_eq!(&found[key], wanted, "{key} of {}", document["source"]);
            }
        }
    }
}

fn json(files: &[(&str, &[u8])], arguments: &[&str]) -> Run {
    let folder = folder(files);
    let mut all = vec![".", "--format", "jsonl", "--content"];
    all.extend(arguments);
    run(folder.path(), &all)
}

/// The texts of the numbers of a document, each as its span cuts it out of the content.
fn cut(document: &Value) -> Vec<&str> {
    let content = document["content"].as_str().unwrap();
    let spans = document["numbers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|number| &number["span"]);
    spans
        .map(|s| &content[s[0].as_u64().unwrap() as usize..s[1].as_u64().unwrap() as usize])
        .collect()
}

#[test]
fn spans_of_html_are_places_in_its_source() {
    for (html, canonical, source) in [
        ("<p>số <b>52</b>-NQ/TW", "52-NQ/TW", "52</b>-NQ/TW"),
        (
            "số 15/2020/N&#272;-CP.",
            "15/2020/NĐ-CP",
            "15/2020/N&#272;-CP",
        ),
        (
            "số 15/2020/N&#x110;-CP&nbsp;và",
            "15/2020/NĐ-CP",
            "15/2020/N&#x110;-CP",
        ),
        (
            "<!-- số 1/CP --><i>số</i>\n 242/QĐ-TTg</p>",
            "242/QĐ-TTg",
            "242/QĐ-TTg",
        ),
        (
            "<td>a &lt; b &amp; c<td>số 242/QĐ-TTg",
            "242/QĐ-TTg",
            "242/QĐ-TTg",
        ),
        ("<pre>\nsố  242/QĐ-TTg</pre>", "242/QĐ-TTg", "242/QĐ-TTg"),
        ("số 242/QĐ-TTg<sup>1</sup> ngày", "242/QĐ-TTg", "242/QĐ-TTg"),
    ] {
        let run = json(&[("a.html", html.as_bytes())], &["-q"]);
        let document = &run.documents()[0];
        assert_eq!(document["numbers"][0]["canonical"], canonical, "{html}");
        assert_eq!(cut(document), [source], "{html}");
    }
}

#[test]
fn what_a_page_does_not_show_is_not_read() {
    let html = "<title>số 1/QĐ-TTg</title><script>var a = \"số 2/QĐ-TTg\"</script>\
        <style>/* số 3/QĐ-TTg */</style><!-- số 4/QĐ-TTg --><select><option>số 5/QĐ-TTg</select>\
        <textarea>số 6/QĐ-TTg</textarea><img alt=\"số 7/QĐ-TTg\">số 8/QĐ-TTg\
        <noscript>số 9/QĐ-TTg</noscript><template><p>số 10/QĐ-TTg</p></template>\
        <svg><text>số 11/QĐ-TTg</text></svg>\
        <div hidden>số 12/QĐ-TTg <div>số 13/QĐ-TTg</div> số 14/QĐ-TTg</div>\
        <p style=\"color: red; DISPLAY : none\">số 15/QĐ-TTg<p>số 16/QĐ-TTg\
        <input hidden><br hidden>số 17/QĐ-TTg<ul><li hidden>số 18/QĐ-TTg</ul>";
    let run = json(&[("a.html", html.as_bytes())], &["-q"]);
    let seen = ["8/QĐ-TTg", "16/QĐ-TTg", "17/QĐ-TTg", "18/QĐ-TTg"];
    assert_eq!(cut(&run.documents()[0]), seen);
}

#[test]
fn digits_above_the_line_are_no_digits_of_the_word_before_them() {
    let html = "<p>Luật Thủy sản<sup>1</sup> ngày 21/11/2017; 10<sup>6</sup> m<sup>2</sup> \
        <sup>[2]</sup>ngày 2<sup>th</sup>";
    let raised = |text: &str| {
        format!("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{text}</w:t></w:r>")
    };
    let docx = docx(
        &format!(
            "<w:p>{}{}{}{}{}{}</w:p>",
            words("Luật Thủy sản"),
            raised("1"),
            words(" ngày 21/11/2017; 10"),
            raised("6"),
            words(" m"),
            raised("2")
        ),
        &[],
    );
    for (name, bytes) in [("a.html", html.as_bytes()), ("a.docx", &docx)] {
        let run = json(&[(name, bytes)], &["-q", "--offsets", "chars"]);
        let document = &run.documents()[0];
        if name == "a.docx" {
            let content = "Luật Thủy sản¹ ngày 21/11/2017; 10⁶ m²";
            assert_eq!(document["content"], content);
        }
        assert_eq!(
            document["citations"][0]["title"]["text"], "Thủy sản",
            "{document}"
        );
        assert_eq!(
            document["citations"][0]["date"]["edtf"], "2017-11-21",
            "{document}"
        );
    }
}

#[test]
fn a_page_under_a_false_name_is_what_its_first_bytes_say() {
    for (name, bytes) in [
        (
            "a.doc",
            "\u{FEFF}\r\n<HTML xmlns:w='x'><p>số <b>52</b>-NQ/TW",
        ),
        ("a.txt", "<!DOCTYPE html><p>số <b>52</b>-NQ/TW"),
    ] {
        let run = json(&[(name, bytes.as_bytes())], &["-q"]);
        assert_eq!(cut(&run.documents()[0]), ["52</b>-NQ/TW"], "{name}");
    }
}

#[test]
fn blocks_of_html_keep_their_lines() {
    let lines = |html: &str| -> String {
        let run = json(
            &[("a.html", html.as_bytes())],
            &["-q", "--select", "task_lists"],
        );
        run.documents()[0]["task_lists"]
            .as_array()
            .into_iter()
            .flatten()
            .flat_map(|list| list["items"].as_array().unwrap().clone())
            .map(|item| {
                format!(
                    "{}{}\n",
                    item["marker"].as_str().unwrap_or(""),
                    item["text"].as_str().unwrap()
                )
            })
            .collect()
    };
    let head = "<p>Giao các nhiệm vụ sau:";
    for (html, expected) in [
        (
            "<p>1. Rà soát văn bản;<p>2. Lập báo cáo.",
            "1.Rà soát văn bản\n2.Lập báo cáo\n",
        ),
        (
            "<div>1. Rà soát\n văn bản;</div><div>2. Lập báo cáo.</div>",
            "1.Rà soát văn bản\n2.Lập báo cáo\n",
        ),
        (
            "<br>1. Rà soát văn bản;<br/>2. Lập báo cáo.",
            "1.Rà soát văn bản\n2.Lập báo cáo\n",
        ),
        (
            "<ol><li>Rà soát văn bản;<li>Lập báo cáo.</ol>",
            "1.Rà soát văn bản\n2.Lập báo cáo\n",
        ),
        (
            "<ol type=a><li>Rà soát văn bản;<li>Lập báo cáo.</ol>",
            "a)Rà soát văn bản\nb)Lập báo cáo\n",
        ),
        (
            "<ol><li>a) Rà soát văn bản;<li>b) Lập báo cáo.</ol>",
            "a)Rà soát văn bản\nb)Lập báo cáo\n",
        ),
        (
            "<ul><li>Rà soát văn bản;<li>Lập báo cáo.</ul>",
            "-Rà soát văn bản\n-Lập báo cáo\n",
        ),
        ("<nav><ul><li>Trang chủ<li>Tin tức</ul></nav>", ""),
    ] {
        assert_eq!(lines(&format!("{head}{html}")), expected, "{html}");
    }
}

#[test]
fn word_counts_what_it_does_not_write() {
    let numbering = format!(
        "<w:numbering {WORD}><w:abstractNum w:abstractNumId=\"0\">\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
         <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2)\"/></w:lvl>\
         </w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    );
    let item = |level: u8, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>{}</w:p>",
            words(text)
        )
    };
    let body = [
        paragraph("Giao các nhiệm vụ sau:"),
        item(0, "Rà soát:"),
        item(1, "Luật;"),
        item(1, "Nghị định;"),
        item(0, "Báo cáo:"),
        item(1, "Tháng;"),
        item(1, "Quý."),
    ];
    let bytes = docx(&body.concat(), &[("word/numbering.xml", &numbering)]);
    let run = json(&[("a.docx", &bytes)], &["-q"]);
    let document = &run.documents()[0];
    let lines: Vec<&str> = document["content"]
        .as_str()
        .unwrap()
        .lines()
        .filter(|line| !line.is_empty())
        .collect();
    let expected = [
        "Giao các nhiệm vụ sau:",
        "1. Rà soát:",
        "a) Luật;",
        "b) Nghị định;",
        "2. Báo cáo:",
        "a) Tháng;",
        "b) Quý.",
    ];
    assert_eq!(lines, expected);
    assert_eq!(
        document["task_lists"][0]["items"][1]["lists"][0]["items"][1]["text"],
        "Quý"
    );
}

#[test]
fn tables_notes_and_changes_of_word() {
    let cells = ["STT", "Nhiệm vụ", "Cơ quan chủ trì"]
        .map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell)));
    let body = format!(
        "{}<w:tbl><w:tr>{}</w:tr></w:tbl>{}",
        "<w:p><w:r><w:t>Nghị quyết số 52</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>\
         <w:r><w:noBreakHyphen/><w:t>NQ/TW &amp; </w:t></w:r><w:del><w:r><w:delText>1/CP</w:delText></w:r></w:del>\
         <w:moveFrom><w:r><w:t>2/CP</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>luật</w:t></w:r></w:ins></w:p>",
        cells.concat(),
        "<w:p><w:r><w:t>Hết</w:t><w:tab/><w:t>trang</w:t></w:r></w:p>",
    );
    let notes = format!(
        "<w:footnotes {WORD}><w:footnote w:id=\"0\"><w:p/></w:footnote>\
         <w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>",
        paragraph("Ban hành ngày 27/9/2019.")
    );
    let bytes = docx(&body, &[("word/footnotes.xml", &notes)]);
    let run = json(&[("a.docx", &bytes)], &["-q"]);
    assert_eq!(
        run.documents()[0]["content"],
        "Nghị quyết số 52-NQ/TW & luật\n\nSTT\tNhiệm vụ\tCơ quan chủ trì\n\nHết\ttrang\n\nBan hành ngày 27/9/2019."
    );
    assert_eq!(run.documents()[0]["numbers"][0]["canonical"], "52-NQ/TW");
}

/// A part need not be packed, and one that was written again counts as it is now.
#[test]
fn parts_of_a_word_file_as_they_are_and_written_again() {
    const MAIN: &str = "word/document.xml";
    let now = body(&paragraph("Nghị quyết số 52-NQ/TW"));
    let before = body(&paragraph("Quyết định số 1/QĐ-TTg"));
    for bytes in [
        stored(MAIN, &now, CompressionMethod::STORE, false),
        packed(&[(MAIN, &before), (MAIN, &now)]),
    ] {
        let run = json(&[("a.docx", &bytes)], &["-q"]);
        assert_eq!(run.documents()[0]["numbers"][0]["canonical"], "52-NQ/TW");
    }
}

#[test]
fn broken_word_files_are_told_apart() {
    const MAIN: &str = "word/document.xml";
    let page = body(&paragraph("số 52-NQ/TW"));
    let open = format!(
        "<w:document {WORD}><w:body>{}<w:p>",
        paragraph("số 52-NQ/TW")
    );
    let mut changed = stored(MAIN, &page, CompressionMethod::STORE, false);
    let at = changed.windows(2).position(|pair| pair == b"52").unwrap();
    changed[at] = b'6';
    for (bytes, said) in [
        (
            packed(&[("mimetype", "")]),
            "a ZIP file without word/document.xml: no DOCX",
        ),
        (docx("<w:p><w:r>", &[]), "word/document.xml, byte "),
        (
            packed(&[(MAIN, &open)]),
            "word/document.xml: it is cut short: 3 elements are open at its end",
        ),
        (changed, "word/document.xml: "),
        (
            stored(MAIN, &page, CompressionMethod::STORE, true),
            "word/document.xml is encrypted",
        ),
        (
            stored(MAIN, &page, CompressionMethod::LZMA, false),
            "word/document.xml is packed by method 14, not by DEFLATE",
        ),
    ] {
        let run = json(&[("a.docx", &bytes)], &[]);
        assert_eq!(run.status, Some(1));
        assert!(run.err.contains(said), "{said} is not in {}", run.err);
    }
}

#[test]
fn charsets_are_read_and_said() {
    let utf16: Vec<u8> = "Nghị quyết số 52-NQ/TW"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked = [&b"\xFF\xFE"[..], &utf16].concat();
    // TCVN3: "Quyết định số 242/QĐ-TTg của Thủ tướng Chính phủ về việc phê duyệt".
    let legacy = b"Quy\xD5t \xAE\xDEnh s\xE8 242/Q\xA7-TTg c\xF1a Th\xF1 t\xAD\xEDng Ch\xDDnh ph\xF1 v\xD2 vi\xD6c ph\xAA duy\xD6t";
    for (bytes, charset, canonical) in [
        (&marked[..], "UTF-16LE", "52-NQ/TW"),
        (&utf16[..], "UTF-16LE", "52-NQ/TW"),
        (&legacy[..], "TCVN3", "242/QĐ-TTg"),
    ] {
        let run = json(&[("a.txt", bytes)], &[]);
        assert_eq!(run.status, Some(0), "{}", run.err);
        assert!(
            run.err.contains(&format!("./a.txt: read as {charset}")),
            "{}",
            run.err
        );
        assert_eq!(run.documents()[0]["numbers"][0]["canonical"], canonical);
        assert_eq!(cut(&run.documents()[0])[0], canonical);
    }
}

#[test]
fn a_byte_order_mark_counts() {
    let text = "\u{FEFF}1. Nghị quyết số 52-NQ/TW";
    for (name, offsets, start) in [
        ("a.txt", "bytes", 26),
        ("a.html", "bytes", 26),
        ("a.txt", "chars", 18),
    ] {
        let run = json(&[(name, text.as_bytes())], &["--offsets", offsets]);
        assert_eq!(
            run.documents()[0]["numbers"][0]["span"][0],
            start,
            "{name} {offsets}"
        );
        assert!(!run.err.contains("read as"), "{}", run.err);
    }
}
