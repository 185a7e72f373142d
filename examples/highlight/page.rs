//! The page around the text: legend, header, tasks, relations.

use std::fmt::Write as _;

use super::escape::{escaped, short};
use super::graph;
use super::marks::{Layer, anchor, marked, marks};
use crate::common::values::Values;

const STYLE: &str = include_str!("style.css");

/// The whole page.
pub fn page(name: &str, text: &str, values: &Values) -> String {
    let marks = marks(values);
    let title = short(name, 120);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}: what was found</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
    );
    let tasks = tasks(values);
    let graph = graph::section(values);
    html.push_str("<nav aria-label=\"On this page\"><a href=\"#text\">Text</a>");
    for (section, id, name) in [(&tasks, "tasks", "Tasks"), (&graph, "graph", "Relations")] {
        if !section.is_empty() {
            let _ = write!(html, " <a href=\"#{id}\">{name}</a>");
        }
    }
    let _ = writeln!(html, "</nav>\n<header>\n<h1>{title}</h1>");
    head(&mut html, values);
    legend(
        &mut html,
        &marks.iter().map(|mark| mark.layer).collect::<Vec<_>>(),
    );
    let _ = writeln!(
        html,
        "</header>\n<main>\n<article id=\"text\" lang=\"vi\" aria-label=\"The text\">{}</article>\n{tasks}{graph}</main>",
        marked(text, &marks)
    );
    html.push_str("</body>\n</html>\n");
    html
}

fn head(html: &mut String, values: &Values) {
    if values.header.is_empty() {
        return;
    }
    html.push_str("<dl>\n");
    for (what, text) in &values.header {
        let _ = writeln!(
            html,
            "<div><dt>{}</dt><dd lang=\"vi\">{}</dd></div>",
            escaped(what),
            short(text, 240)
        );
    }
    html.push_str("</dl>\n");
}

/// Boxes to tick: a layer that is not ticked is plain text.
fn legend(html: &mut String, layers: &[Layer]) {
    html.push_str("<fieldset class=\"legend\"><legend>What is marked</legend>\n");
    for layer in Layer::ALL {
        let count = layers.iter().filter(|&&other| other == layer).count();
        let (class, plural) = (layer.class(), layer.plural());
        let _ = writeln!(
            html,
            "<label><input type=\"checkbox\" id=\"show-{class}\" checked> \
             <span class=\"sample {class}\">{plural}</span> {count}</label>"
        );
    }
    html.push_str("</fieldset>\n");
}

fn tasks(values: &Values) -> String {
    let rows = values.by_deadline();
    if rows.is_empty() {
        return String::new();
    }
    let mut html = format!(
        "<section aria-labelledby=\"tasks\"><h2 id=\"tasks\">Tasks by deadline</h2>\n\
         <div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Table of the tasks\">\n<table>\n\
         <caption>{} tasks that someone is to do or that are due; the most urgent first</caption>\n\
         <thead><tr><th scope=\"col\">Last day</th><th scope=\"col\">Task</th><th scope=\"col\">Lead</th>\
         <th scope=\"col\">With</th><th scope=\"col\">In the words of the text</th></tr></thead>\n<tbody>\n",
        rows.len()
    );
    for (at, task) in rows {
        let path = if task.path.is_empty() {
            String::new()
        } else {
            format!("{} ", escaped(&task.path))
        };
        let _ = writeln!(
            html,
            "<tr><th scope=\"row\">{}</th><td lang=\"vi\"><a href=\"#{}\">{path}{}</a></td>\
             <td lang=\"vi\">{}</td><td lang=\"vi\">{}</td><td lang=\"vi\">{}</td></tr>",
            task.last_day().map_or("–", String::as_str),
            anchor(at),
            short(&task.text, 220),
            short(&task.leads.join("; "), 160),
            short(&task.partners.join("; "), 160),
            short(&task.when(), 120)
        );
    }
    html.push_str("</tbody>\n</table>\n</div></section>\n");
    html
}
