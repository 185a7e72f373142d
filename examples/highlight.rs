//! One page in, one HTML page out that shows what was found in it:
//! `cargo run --release --example highlight -- PAGE > page.html`
//!
//! The page stands alone: no script, no font and no picture from elsewhere, and a policy in its head
//! that allows none. It is light or dark as its reader likes, is read with a keyboard as well as with
//! a mouse, and prints.

#[allow(dead_code, reason = "`batch` shows more of a document")]
mod common;

/// The parts of the tool.
mod highlight {
    pub mod escape;
    pub mod graph;
    pub mod marks;
    pub mod page;
}

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use vanban::Extractor;
use vanban::date::CivilDate;

use common::files::{Filter, Inputs};
use common::names::source_of;
use common::say::{options, say, say_line, wrong};
use common::values::Values;
use common::{outputs, source};

/// Show what is found in a page as one self-contained HTML page.
#[derive(Parser, Debug)]
#[command(name = "highlight", version)]
struct Options {
    /// A .txt, .md, .html or .docx file
    #[arg(value_name = "PAGE")]
    page: PathBuf,
    /// Where to write it [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The day the text was written, for dates without a year (2021-08-20)
    #[arg(long, value_name = "DAY")]
    reference_date: Option<CivilDate>,
    /// Read what is damaged, with U+FFFD for what cannot be read
    #[arg(long)]
    lossy: bool,
}

fn main() -> ExitCode {
    let options: Options = options();
    let name = source_of(&options.page);
    match run(&options, &name) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            say_line("highlight", &message);
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options, name: &str) -> Result<(), String> {
    let path = std::slice::from_ref(&options.page);
    let written: Vec<PathBuf> = options.out.iter().cloned().collect();
    if options.page.is_file()
        && let Ok(mut inputs) = Inputs::find(path, &Filter::default())
    {
        outputs::part(&written, &mut inputs, |_| false)
            .unwrap_or_else(|error| wrong::<Options>(&error));
    }
    let page = source::read(&options.page, options.lossy)
        .map_err(|failure| format!("{name}: {}", failure.hinting().message))?;
    for note in &page.notes {
        say("highlight", name, note);
    }
    let mut extractor = Extractor::builder();
    if let Some(day) = options.reference_date {
        extractor = extractor.reference_date(day);
    }
    let document = extractor.build().extract(page.words());
    let html = highlight::page::page(name, page.words(), &Values::of(&document));
    let (out, wrote) = match &options.out {
        Some(out) => (source_of(out), std::fs::write(out, html)),
        None => (
            "standard output".to_owned(),
            std::io::stdout().write_all(html.as_bytes()),
        ),
    };
    match wrote {
        // A reader that has seen enough is no error.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        wrote => wrote.map_err(|error| format!("{out}: {error}")),
    }
}
