//! The command line.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use serde::{Deserialize, Serialize};
use vanban::date::CivilDate;

use super::tables::TABLES;
use crate::common::places::Unit;
use crate::common::say;
use crate::common::values::KEYS;

/// The field that holds the text of a record, unless it is called otherwise.
const TEXT_FIELD: &str = "text";

/// Extract document numbers, dates, bodies, citations and tasks from Vietnamese official texts.
///
/// Reads .txt, .md, .html, .docx, and .jsonl with a record a line. Errors name their file on stderr
/// and cost the others nothing. Exit status: 0, all read; 1, some failed; 2, wrong usage; 130,
/// interrupted.
#[derive(Parser, Debug)]
#[command(name = "batch", version)]
pub struct Options {
    /// Files, folders, globs ('laws/**/*.html'), or - for records on standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// What to write
    #[arg(long, value_enum, default_value_t = Format::Page)]
    pub format: Format,
    /// Where to write it: a file; for csv a folder [default: standard output]
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// Go on with --out: what it holds already is not read again (jsonl, csv)
    #[arg(long, requires = "out")]
    pub resume: bool,
    /// Only these parts of a document: numbers, dates, citations, tasks …
    #[arg(long, value_delimiter = ',', value_name = "PART,…")]
    pub select: Vec<String>,
    /// What offsets count
    #[arg(long, value_enum, default_value_t = Unit::Bytes)]
    pub offsets: Unit,
    /// The day the texts were written, for dates without a year (2021-08-20)
    #[arg(long, value_name = "DAY")]
    pub reference_date: Option<CivilDate>,
    /// The field of a record that holds its text
    #[arg(long, default_value = TEXT_FIELD, value_name = "NAME")]
    pub text_field: String,
    /// The field of a record that names it in the output [default: FILE:LINE]
    #[arg(long, value_name = "NAME")]
    pub id_field: Option<String>,
    /// Write the text that offsets count in beside what was found in it (jsonl)
    #[arg(long)]
    pub content: bool,
    /// Of folders, only files whose name or path matches
    #[arg(long, value_name = "GLOB")]
    pub include: Vec<String>,
    /// Of folders, no file whose name or path matches
    #[arg(long, value_name = "GLOB")]
    pub exclude: Vec<String>,
    /// Read what is damaged, with U+FFFD for what cannot be read
    #[arg(long)]
    pub lossy: bool,
    /// How many files are read at once [default: as many as there are processors]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub jobs: Option<u16>,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = When::Auto)]
    pub color: When,
    /// No progress, notes and totals; errors are still told
    #[arg(long, short)]
    pub quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A summary for people
    Page,
    /// One JSON document a line
    Jsonl,
    /// Tables: numbers, dates, bodies, citations, relations, tasks
    Csv,
    /// A calendar of deadlines
    Ics,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal
    Auto,
    Always,
    Never,
}

impl Options {
    /// Reads the command line; ends the program with status 2 where it contradicts itself.
    pub fn read() -> Self {
        let options: Self = say::options();
        if let Err(message) = options.check() {
            wrong(&message);
        }
        options
    }

    fn check(&self) -> Result<(), String> {
        let tables = TABLES.map(|(name, _)| name);
        let known: &[&str] = if self.format == Format::Csv {
            &tables
        } else {
            &KEYS
        };
        if let Some(unknown) = self
            .select
            .iter()
            .find(|part| !known.contains(&part.as_str()))
        {
            return Err(format!(
                "--select: no part {unknown:?}; there are {}",
                known.join(", ")
            ));
        }
        if self.resume && !matches!(self.format, Format::Jsonl | Format::Csv) {
            return Err("--resume needs --format jsonl or csv".to_owned());
        }
        if self.format == Format::Csv && self.out.is_none() && self.select.len() != 1 {
            return Err(
                "--format csv writes several tables: name a folder with --out, or one table \
                        with --select"
                    .to_owned(),
            );
        }
        if self
            .paths
            .iter()
            .filter(|path| path.as_os_str() == "-")
            .count()
            > 1
        {
            return Err("standard input (-) can be read once only".to_owned());
        }
        Ok(())
    }

    /// Whether `part` of a document is wanted.
    pub fn wants(&self, part: &str) -> bool {
        self.select.is_empty() || self.select.iter().any(|wanted| wanted == part)
    }
}

/// Ends the program as wrong usage does.
pub fn wrong(message: &str) -> ! {
    say::wrong::<Options>(message)
}

/// What was asked for otherwise than usual and shows in what is written of a document: an output that was
/// written with other options is not gone on with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Asked {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    select: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offsets: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text_field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_field: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    content: bool,
}

impl Asked {
    pub fn of(options: &Options) -> Self {
        let unit = options.offsets.to_possible_value();
        Asked {
            select: options.select.clone(),
            offsets: unit
                .map(|unit| unit.get_name().to_owned())
                .filter(|_| options.offsets != Unit::Bytes),
            reference_date: options.reference_date.map(|day| day.to_string()),
            text_field: Some(options.text_field.clone()).filter(|name| name != TEXT_FIELD),
            id_field: options.id_field.clone(),
            content: options.content,
        }
    }

    pub fn is_usual(&self) -> bool {
        *self == Asked::default()
    }

    /// As JSON; nothing, where nothing was asked for.
    pub fn shown(&self) -> String {
        // Strings and a flag: it cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}
