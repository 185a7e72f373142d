//! How far it is, and what it came to.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

use crate::common::failure::{Cause, Failure};
use crate::common::say::{say, say_line};

/// Counts what was done, and says what went wrong.
pub struct Totals {
    begun: Instant,
    quiet: bool,
    bar: ProgressBar,
    inputs: usize,
    documents: usize,
    /// Documents that the output held already.
    known: usize,
    skipped: usize,
    bytes: usize,
    failures: BTreeMap<Cause, usize>,
}

impl Totals {
    /// `bytes` is how many there are to read, 0 if nobody knows. The bar is drawn on a terminal only, and
    /// not where the results go to one (`draw`).
    pub fn new(quiet: bool, inputs: usize, skipped: usize, bytes: u64, draw: bool) -> Self {
        let bar = if quiet || bytes == 0 || !draw {
            ProgressBar::hidden()
        } else {
            ProgressBar::new(bytes)
        };
        let style = ProgressStyle::with_template(
            "{bar:30} {bytes}/{total_bytes} {bytes_per_sec}, {eta} left, {msg}",
        );
        Totals {
            begun: Instant::now(),
            quiet,
            bar: bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())),
            inputs,
            documents: 0,
            known: 0,
            skipped,
            bytes: 0,
            failures: BTreeMap::new(),
        }
    }

    pub fn document(&mut self, bytes: usize) {
        self.documents += 1;
        self.step(bytes);
    }

    /// A document that need not be read again.
    pub fn known(&mut self, bytes: usize) {
        self.known += 1;
        self.bar.inc(bytes as u64);
    }

    pub fn failure(&mut self, source: &str, failure: &Failure, bytes: usize) {
        *self.failures.entry(failure.cause).or_default() += 1;
        self.say(source, &failure.message);
        self.step(bytes);
    }

    fn step(&mut self, bytes: usize) {
        self.bytes += bytes;
        self.bar.inc(bytes as u64);
        let done = self.documents + self.known + self.failed();
        self.bar
            .set_message(format!("{done} of {} files", self.inputs.max(done)));
    }

    /// What the user should know about a source.
    pub fn note(&self, source: &str, message: &str) {
        if !self.quiet {
            self.say(source, message);
        }
    }

    fn say(&self, source: &str, message: &str) {
        self.bar.suspend(|| say("batch", source, message));
    }

    pub fn failed(&self) -> usize {
        self.failures.values().sum()
    }

    /// Says what it all came to.
    pub fn finish(&self, interrupted: bool) {
        self.bar.finish_and_clear();
        if self.quiet {
            return;
        }
        let megabytes = self.bytes as f64 / 1e6;
        let seconds = self.begun.elapsed().as_secs_f64();
        let mut line = counted(self.documents, "document");
        if self.known > 0 {
            let _ = write!(line, ", {} known already", self.known);
        }
        let _ = write!(line, ", {} failed", self.failed());
        for (i, (cause, count)) in self.failures.iter().enumerate() {
            let _ = write!(line, "{} {count} {cause}", if i == 0 { ":" } else { "," });
        }
        if self.skipped > 0 {
            let _ = write!(line, "; {} skipped", counted(self.skipped, "file"));
        }
        let rate = megabytes / seconds.max(1e-9);
        let _ = write!(
            line,
            "; {megabytes:.2} MB in {seconds:.2} s, {rate:.1} MB/s"
        );
        if interrupted {
            line.push_str("; interrupted");
        }
        say_line("batch", &line);
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 {
        format!("1 {what}")
    } else {
        format!("{count} {what}s")
    }
}
