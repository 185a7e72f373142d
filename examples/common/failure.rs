//! What can go wrong with one source, and how often each kind did.

use std::fmt;
use std::io;

/// Kinds of failure, as the totals count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// It is not there, may not be read, or the disk failed.
    Unreadable,
    /// Its bytes are text in no charset that is known.
    Charset,
    /// A format that this tool does not read.
    Format,
    /// A container or a record that is broken.
    Damaged,
    /// The extraction itself panicked.
    Panic,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Cause::Unreadable => "unreadable",
            Cause::Charset => "in no known charset",
            Cause::Format => "in a format that is not read",
            Cause::Damaged => "damaged",
            Cause::Panic => "panicked",
        })
    }
}

/// Why a source gave no document. The message does not name the source; who reports it does.
#[derive(Debug)]
pub struct Failure {
    pub cause: Cause,
    pub message: String,
}

impl Failure {
    pub fn new(cause: Cause, message: impl Into<String>) -> Self {
        let message = message.into();
        Failure { cause, message }
    }

    /// With the option that reads it all the same, where there is one.
    pub fn hinting(mut self) -> Self {
        if self.cause == Cause::Charset {
            self.message += " (--lossy reads what can be read)";
        }
        self
    }

    pub fn damaged(what: &str, error: impl fmt::Display) -> Self {
        Failure::new(Cause::Damaged, format!("{what}: {error}"))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::new(Cause::Unreadable, error.to_string())
    }
}
