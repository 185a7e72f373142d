//! What a tool says on standard error, and what a terminal is shown.

use std::fmt::Display;
use std::io::{self, Write};

use clap::Parser;

use super::names::{harmless, is_harmful};

/// Says `message` of `what`: a source, an output.
pub fn say(tool: &str, what: &str, message: impl Display) {
    say_line(tool, &format!("{what}: {message}"));
}

/// Says one line. Where nobody can hear it (standard error is closed, or its disk is full), no more is lost
/// than the line.
pub fn say_line(tool: &str, line: &str) {
    let line = format!("{tool}: {}\n", harmless(line));
    let _ = io::stderr().write_all(line.as_bytes());
}

/// The command line, read. Help and wrong usage end the program as `clap` has it, but nothing that was
/// typed reaches the terminal as it is.
pub fn options<T: Parser>() -> T {
    T::try_parse().unwrap_or_else(|error| {
        if error.use_stderr() {
            usage(&error)
        }
        error.exit()
    })
}

/// Ends the program as wrong usage does.
pub fn usage(error: &clap::Error) -> ! {
    let _ = Terminal(io::stderr()).write_all(error.render().to_string().as_bytes());
    std::process::exit(error.exit_code())
}

/// Ends the program because an option cannot be done.
pub fn wrong<T: Parser>(message: &str) -> ! {
    usage(&T::command().error(clap::error::ErrorKind::ValueValidation, message))
}

/// Writes what a terminal would obey as `\u{1b}`; lines stay lines. It is handed whole characters.
pub struct Terminal<W>(pub W);

impl<W: Write> Write for Terminal<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        let mut plain = text.as_ref();
        while let Some(at) = plain.find(|c: char| is_harmful(c) && !matches!(c, '\n' | '\t')) {
            let (before, rest) = plain.split_at(at);
            self.0.write_all(before.as_bytes())?;
            let length = rest.chars().next().map_or(0, char::len_utf8);
            let (harmful, behind) = rest.split_at(length);
            if !(harmful == "\r" && behind.starts_with('\n')) {
                write!(self.0, "{}", harmful.escape_unicode())?;
            }
            plain = behind;
        }
        self.0.write_all(plain.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
