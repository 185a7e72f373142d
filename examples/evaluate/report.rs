//! A report as one HTML page that stands alone: the figures of every layer, and every change under its
//! layer and document.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::common::names::source_of;
use crate::difference::Change;
use crate::finds::shown;
use crate::{LayerReport, Report};

const STYLE: &str = include_str!("report.css");

/// A column of figures, and how it is computed of a layer.
pub type Column = (&'static str, fn(&LayerReport) -> String);

/// Writes the page to `path`, if there is one.
pub fn write(
    path: Option<&Path>,
    title: &str,
    summary: &str,
    columns: &[Column],
    report: &Report,
) -> Result<()> {
    let Some(path) = path else { return Ok(()) };
    fs::write(path, html(title, summary, columns, report)).with_context(|| source_of(path))
}

/// How the page begins.
const BEGINNING: &str = "<!doctype html>\n<!-- What evaluate found -->\n";

/// Whether `path` is a report of an earlier run.
pub fn is_report(path: &Path) -> bool {
    fs::read(path).is_ok_and(|page| page.is_empty() || page.starts_with(BEGINNING.as_bytes()))
}

/// The page. Columns stand behind the layer's name.
fn html(title: &str, summary: &str, columns: &[Column], report: &Report) -> String {
    let title = escaped(&shown(title));
    let mut page = format!(
        "{BEGINNING}<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p>{}</p>\n",
        escaped(summary)
    );
    figures(&mut page, columns, report);
    for (name, layer) in &report.layers {
        if !layer.documents.is_empty() {
            changes(&mut page, name, layer);
        }
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn figures(page: &mut String, columns: &[Column], report: &Report) {
    page.push_str(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Figures\"><table>\n\
         <caption>By layer</caption>\n<thead><tr><th scope=\"col\">layer</th>",
    );
    for (head, _) in columns {
        let _ = write!(page, "<th scope=\"col\">{head}</th>");
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for (name, layer) in &report.layers {
        let name = escaped(name);
        let linked = match layer.documents.is_empty() {
            true => name,
            false => format!("<a href=\"#layer-{name}\">{name}</a>"),
        };
        let _ = write!(page, "<tr><th scope=\"row\">{linked}</th>");
        for (_, value) in columns {
            let _ = write!(page, "<td>{}</td>", value(layer));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table></div>\n");
}

fn changes(page: &mut String, name: &str, layer: &LayerReport) {
    let [gained, lost, changed] = layer.counts;
    let name = escaped(name);
    let _ = writeln!(
        page,
        "<section aria-labelledby=\"layer-{name}\"><h2 id=\"layer-{name}\">{name}</h2>\n\
         <p>{gained} gained, {lost} lost, {changed} changed</p>"
    );
    for (document, changes) in &layer.documents {
        let _ = writeln!(
            page,
            "<details open><summary>{} <span>({})</span></summary><ul lang=\"vi\">",
            escaped(&shown(document)),
            changes.len()
        );
        for change in changes {
            page.push_str("<li>");
            match change {
                Change::Gained(find) => inserted(page, &find.line),
                Change::Lost(find) => deleted(page, &find.line),
                Change::Changed(old, new) => {
                    deleted(page, &old.line);
                    inserted(page, &new.line);
                }
            }
            page.push('\n');
        }
        page.push_str("</ul></details>\n");
    }
    page.push_str("</section>\n");
}

fn inserted(page: &mut String, line: &str) {
    let _ = write!(page, "<ins>{}</ins>", escaped(line));
}

fn deleted(page: &mut String, line: &str) {
    let _ = write!(page, "<del>{}</del>", escaped(line));
}

/// Text as HTML that shows it and does nothing else. The lines of finds are fit to be shown already.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
    html
}
